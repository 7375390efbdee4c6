"""The page on which an article is linked to those that say the same in another language."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import language_versions, publishing
from articles.admin.acting import acting, allowed_media, key_in
from articles.admin.step_pages import article_named
from articles.models import Article, LanguageVersion


class VersionPages(admin.ModelAdmin):
    """Adds `<id>/versions/` to the article's pages."""

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.versions_page)
        return [path("<int:pk>/versions/", page, name="articles_article_versions"), *super().get_urls()]

    def versions_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the versions (GET), link another article or unlink one (POST)."""
        user = acting(request)
        publishing.require(user, "articles.view_article")
        article = article_named(self, request, pk)
        may_change = self.has_change_permission(request, article)
        form = _form(self)(request.POST if "link" in request.POST else None)
        if request.method == "POST":
            publishing.require(user, "articles.change_article")
            if not may_change:
                self.message_user(request, _("The article cannot be changed now."), messages.ERROR)
                return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[pk]))
            if "unlink" not in request.POST and not form.is_valid():
                return self._shown(request, article, form, may_change=may_change)
            try:
                if "unlink" in request.POST:
                    self._unlink(request, article)
                else:
                    language_versions.link(article, form.cleaned_data["article"], by=user)
                    self.message_user(request, _("Linked."), messages.SUCCESS)
            except publishing.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[pk]))
        return self._shown(request, article, form, may_change=may_change)

    def _unlink(self, request: HttpRequest, article: Article) -> None:
        """Take out of the group the article that the button names, if it is one of this group."""
        wanted = key_in(request.POST.get("unlink", ""))
        group = {article.pk: article} | {
            each.article_id: each.article for each in language_versions.versions_of(article)
        }
        if wanted in group:
            language_versions.unlink(group[wanted], by=acting(request))
            self.message_user(request, _("No longer linked."), messages.SUCCESS)

    def _shown(self, request: HttpRequest, article: Article, form: forms.Form, *, may_change: bool) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Language versions"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "versions": language_versions.versions_of(article),
            "form": form,
            "may_change": may_change,
            "media": allowed_media(self.media + form.media, request),
        }
        return TemplateResponse(request, "admin/articles/article/versions.html", context)


def _form(model_admin: admin.ModelAdmin) -> type[forms.Form]:
    """A form that asks for another article, found by its words."""

    class VersionForm(forms.Form):
        article = forms.ModelChoiceField(
            label=gettext_lazy("Article in another language"),
            queryset=Article.objects.kept(),
            widget=AutocompleteSelect(LanguageVersion._meta.get_field("article"), model_admin.admin_site),
        )

    return VersionForm
