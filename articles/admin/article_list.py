"""The list of articles at the desk: its columns, its filters and its search."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing, search
from articles.admin.filters import (
    READER_STATES,
    AskedFilter,
    BriefFilter,
    ComparingFilter,
    DeskFilter,
    LinkedFilter,
    ProposalsFilter,
    ReaderStateFilter,
    TrashFilter,
)
from articles.admin.paging import FromEitherEnd
from articles.models import Article, Edition, Proposal, Source
from articles.slugs import ascii_slug
from partners.folding import fold

# How many proposals wait: asked of each article only where the list is sorted by it.
PENDING = Coalesce(
    Subquery(
        Proposal.objects.pending()
        .filter(article=OuterRef("pk"))
        .order_by()
        .values("article")
        .annotate(count=Count("pk"))
        .values("count"),
        output_field=IntegerField(),
    ),
    0,
)
SOURCES = 20  # of those whose name has the words, so many are looked into


class ArticleList(admin.ModelAdmin):
    """How articles are listed, narrowed and searched by whoever may see them."""

    list_display = [
        "headline",
        "stage",
        "for_readers",
        "proposals_left",
        "dated",
        "language",
        "source",
        "changed",
    ]
    list_filter = [
        TrashFilter,
        DeskFilter,
        "stage",
        ReaderStateFilter,
        ProposalsFilter,
        ComparingFilter,
        "language",
        ("source", LinkedFilter),
        "rights",
        BriefFilter,
        AskedFilter,
        ("countries", LinkedFilter),
    ]
    list_select_related = ["source"]
    list_per_page = 50
    paginator = FromEitherEnd
    show_full_result_count = False
    search_fields = ["title"]  # what is searched `get_search_results` says
    search_help_text = gettext_lazy(
        "Words of the title or the text, the last one perhaps unfinished, a source, or an address; accents and case do"
        " not count."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match is not None else ""
        if page == "articles_article_change":
            return queryset.select_related("source")
        if page != "articles_article_changelist":
            return queryset
        windows = Edition.objects.only("article_id", "kind", "visible_from", "visible_until")
        pending = Proposal.objects.pending().only("article_id").order_by()
        return queryset.prefetch_related(
            Prefetch("editions", windows), Prefetch("proposals", pending, to_attr="pending_proposals")
        ).defer("body", "standfirst")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Texts by their words, with those of a source so named and the one of that address."""
        if not search_term.strip():
            return queryset, False
        own = Q(slug=ascii_slug(search_term.rstrip("/").rpartition("/")[2], fallback=""))
        named = (
            Source.objects.filter(folded__contains=fold(search_term)) if fold(search_term) else Source.objects.none()
        )
        if sources := list(named.values_list("pk", flat=True)[:SOURCES]):
            own |= Q(source__in=sources)
        found, is_broad = search.for_list(search_term, queryset.order_by("-updated_at", "-pk"), also=own)
        if is_broad:
            told = _("Many articles have these words: only the last %(count)d that were changed are listed.")
            self.message_user(request, told % {"count": search.FEW}, messages.INFO)
        return found, False

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def headline(self, article: Article) -> str:
        return str(article)

    @admin.display(description=gettext_lazy("for readers"))
    def for_readers(self, article: Article) -> str:
        state, coming = publishing.reader_state(article), publishing.comes_at(article)
        when = ""
        if coming is not None:
            moment = f"{timezone.localtime(coming):%Y-%m-%d %H:%M}"
            told = moment if state == "scheduled" else _("changes on %(moment)s") % {"moment": moment}
            when = format_html('<span class="desk-when">{}</span>', told)
        return format_html('<span class="desk-state is-{}">{}</span>{}', state, READER_STATES[state], when)

    @admin.display(description=gettext_lazy("proposals"), ordering=PENDING)
    def proposals_left(self, article: Any) -> str:
        if not article.pending_proposals:
            return "–"
        address = reverse("admin:articles_article_proposals", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, len(article.pending_proposals))

    @admin.display(description=gettext_lazy("changed"), ordering="updated_at")
    def changed(self, article: Article) -> str:
        return f"{timezone.localtime(article.updated_at):%Y-%m-%d %H:%M}"
