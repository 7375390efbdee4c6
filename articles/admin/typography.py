"""The page that shows what French typography would change in an article, and changes it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import publishing, saving, setting
from articles.admin.acting import acting, key_in
from articles.admin.step_pages import article_named, change_page
from articles.admin.words_shown import label

SHOWN = 200  # passages
_SPACES = {"\u00a0": "⍽", "\u202f": "⍽", " ": "·", "\u2009": "·", "\t": "→"}  # as they are drawn


class TypographyPages(admin.ModelAdmin):
    """Adds `<id>/typography/`: the difference (GET), or set right through the saving door (POST)."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.typography_page)
        return [path("<int:pk>/typography/", view, name="articles_article_typography"), *super().get_urls()]

    def typography_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A conflict shows the difference again, as it is by now."""
        publishing.require(acting(request), "articles.view_article")
        article = article_named(self, request, pk)
        status = 200
        try:
            saving.require_changing(article, acting(request))
            if request.method == "POST":
                based_on = key_in(request.POST.get("version", ""))
                made = setting.set_right(article, based_on=based_on, by=acting(request))
                self._tell_of_setting(request, pk, made)
                return HttpResponseRedirect(change_page(article))
        except saving.Conflict:
            article, status = article_named(self, request, pk), 409
            told = _("Somebody changed the article meanwhile. Look again at what would change.")
            self.message_user(request, told, messages.WARNING)
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
            return HttpResponseRedirect(change_page(article))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        found = setting.lines(article)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("French typography"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "lines": [(label(line.field), [_drawn(bit) for bit in line.bits]) for line in found[:SHOWN]],
            "more": max(0, len(found) - SHOWN),
            "places": sum(bit.changed for line in found for bit in line.bits),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/typography.html", context, status=status)

    def _tell_of_setting(self, request: HttpRequest, pk: int, made: Any) -> None:
        """Say what came of it, and how to take it back: by the revision before."""
        if made is None:
            self.message_user(request, _("The article is set right already."), messages.INFO)
            return
        back = ""
        if made.number > 1:
            address = reverse("admin:articles_article_restore_revision", args=[pk, made.number - 1])
            back = format_html(' <a href="{}">{}</a>', address, _("Take it back"))
        said = _("The typography is set right, as revision %(number)d.")
        self.message_user(request, format_html("{}{}", said % {"number": made.number}, back), messages.SUCCESS)


def _drawn(bit: setting.Bit) -> dict[str, Any]:
    """A bit with its spaces drawn where they change."""
    if not bit.changed:
        return {"changed": False, "was": bit.was, "put": bit.put}
    return {"changed": True, "was": _with_spaces(bit.was), "put": _with_spaces(bit.put)}


def _with_spaces(text: str) -> list[tuple[str, str]]:
    """The signs, each with what it is called where it is a space."""
    names = {"⍽": _("space that does not break"), "·": _("space"), "→": _("tab")}
    return [(_SPACES.get(sign, sign), names.get(_SPACES.get(sign, ""), "")) for sign in text]
