"""The list of texts that resemble held ones; deciding happens on the article's own pages."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from articles.admin.records import ReadOnlyAdmin
from articles.models import Resemblance


@admin.register(Resemblance)
class ResemblanceAdmin(ReadOnlyAdmin):
    list_display = ["source_text", "text_article", "held_article", "percent", "decision", "decided_by"]
    list_filter = ["decision", ("decided_by", admin.RelatedOnlyFieldListFilter), "decided_at"]
    list_select_related = ["source_text__article", "other__article", "decided_by"]
    search_fields = ["source_text__name", "source_text__article__title", "other__article__title"]
    fields = [
        "source_text",
        "text_article",
        "other",
        "held_article",
        "percent",
        "decision",
        "decided_by",
        "decided_at",
    ]
    readonly_fields = ["text_article", "held_article", "percent"]

    def get_queryset(self, request):
        texts = [f"{name}__{field}" for name in ("source_text", "other") for field in ("data", "text", "removed")]
        return super().get_queryset(request).defer(*texts, "source_text__article__body", "other__article__body")

    @admin.display(description=gettext_lazy("article"), ordering="source_text__article__title")
    def text_article(self, resemblance: Resemblance) -> str:
        article = resemblance.source_text.article
        address = reverse("admin:articles_article_likeness", args=[article.pk, resemblance.pk])
        return format_html('<a href="{}">{}</a>', address, article)

    @admin.display(description=gettext_lazy("held article"), ordering="other__article__title")
    def held_article(self, resemblance: Resemblance) -> str:
        address = reverse("admin:articles_article_change", args=[resemblance.other.article_id])
        return format_html('<a href="{}">{}</a>', address, resemblance.other.article)

    @admin.display(description=gettext_lazy("share in common"), ordering="share")
    def percent(self, resemblance: Resemblance) -> str:
        return f"{resemblance.share} %"
