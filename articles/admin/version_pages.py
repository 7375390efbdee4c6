"""The page on which an article is linked to those that say the same in another language, or one of them is begun."""

from typing import Any

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
from articles.admin.filters import READER_STATES
from articles.admin.step_pages import article_named, change_page
from articles.language_versions import versions_of
from articles.models import Article, Language, LanguageVersion


class VersionPages(admin.ModelAdmin):
    """Adds `<id>/versions/` to the article's pages."""

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.versions_page)
        return [path("<int:pk>/versions/", page, name="articles_article_versions"), *super().get_urls()]

    def versions_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the versions (GET); link another article, unlink one, or begin one (POST)."""
        user = acting(request)
        publishing.require(user, "articles.view_article")
        article = article_named(self, request, pk)
        may_change = self.has_change_permission(request, article)
        form = _form(self)(request.POST if "link" in request.POST else None)
        begun = NewVersionForm(request.POST if "begin" in request.POST else None, article=article)
        if request.method == "POST":
            publishing.require(user, "articles.change_article")
            if not may_change:
                self.message_user(request, _("The article cannot be changed now."), messages.ERROR)
                return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[pk]))
            sent = begun if "begin" in request.POST else form
            if "unlink" not in request.POST and not sent.is_valid():
                return self._shown(request, article, form, begun, may_change=may_change)
            try:
                if "unlink" in request.POST:
                    self._unlink(request, article)
                elif sent is begun:
                    return self._begin(request, article, begun)
                else:
                    language_versions.link(article, form.cleaned_data["article"], by=user)
                    self.message_user(request, _("Linked."), messages.SUCCESS)
            except publishing.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:articles_article_versions", args=[pk]))
        return self._shown(request, article, form, begun, may_change=may_change)

    def _begin(self, request: HttpRequest, article: Article, form: forms.Form) -> HttpResponse:
        """Make the draft and go to its page."""
        version = language_versions.begin(article, **form.cleaned_data, by=acting(request))
        told = _("The draft is there with the text of “%(title)s”: translate it.") % {"title": article}
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(change_page(version))

    def _unlink(self, request: HttpRequest, article: Article) -> None:
        """Take out of the group the article that the button names, if it is one of this group."""
        wanted = key_in(request.POST.get("unlink", ""))
        group = {article.pk: article} | {each.article_id: each.article for each in versions_of(article)}
        if wanted in group:
            language_versions.unlink(group[wanted], by=acting(request))
            self.message_user(request, _("No longer linked."), messages.SUCCESS)

    def _shown(
        self, request: HttpRequest, article: Article, form: forms.Form, begun: forms.Form, *, may_change: bool
    ) -> HttpResponse:
        versions = versions_of(article)
        states = [publishing.reader_state(each.article) for each in versions]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Language versions"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "versions": [(each, state, READER_STATES[state]) for each, state in zip(versions, states, strict=True)],
            "form": form,
            "begun": begun if self.has_add_permission(request) else None,
            "may_change": may_change,
            "media": allowed_media(self.media + form.media, request),
        }
        return TemplateResponse(request, "admin/articles/article/versions.html", context)


class NewVersionForm(forms.Form):
    """Asks in which language a version of the article is begun, of those that none has, and for its title."""

    language = forms.ChoiceField(label=gettext_lazy("Language"))
    title = forms.CharField(
        label=gettext_lazy("Title in that language"), max_length=Article._meta.get_field("title").max_length
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {article.language, Language.UNDETERMINED, *(each.language for each in versions_of(article))}
        language: Any = self.fields["language"]
        language.choices = [(code, label) for code, label in Language.choices if code not in taken]


def _form(model_admin: admin.ModelAdmin) -> type[forms.Form]:
    """A form that asks for another article, found by its words."""

    class VersionForm(forms.Form):
        article = forms.ModelChoiceField(
            label=gettext_lazy("Article in another language"),
            queryset=Article.objects.kept(),
            widget=AutocompleteSelect(LanguageVersion._meta.get_field("article"), model_admin.admin_site),
        )

    return VersionForm
