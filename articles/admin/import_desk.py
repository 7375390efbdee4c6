"""The import desk: texts are pasted or uploaded, looked at as they are read, and made drafts."""

import re
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import incoming, likeness, proposing, publishing
from articles.admin.acting import acting
from articles.admin.as_read import as_read
from articles.admin.import_forms import ArrivalForm, OptionsForm
from articles.admin.incoming_several import SeveralIncoming
from articles.admin.telling_many import linked, told_once
from articles.admin.understood import LAYOUT, MENTIONS, Entry, entries_of, field_rows, sections, text_pieces
from articles.body import body_html
from articles.counting import count_words
from articles.models import Article, Incoming
from articles.outcomes import HELD, NEW_WORDING
from articles.reading import Unreadable
from articles.reading.decode import MAX_BYTES
from articles.reading.recognised import LeftOut
from partners.registry import registry_names

PAGE = 50


@admin.register(Incoming)
class ImportDesk(SeveralIncoming):
    """Stands where the stock list and forms would: nobody edits bytes, and a text comes in at the desk only."""

    search_fields = ["name", "options__title", "options__source"]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The desk: where texts come in, and those that wait."""
        publishing.require(acting(request), "articles.view_incoming")
        if request.method == "POST" and "action" in request.POST:
            return self.do_several(request)
        form = ArrivalForm()
        if request.method == "POST":
            publishing.require(acting(request), "articles.add_incoming")
            form = ArrivalForm(request.POST, request.FILES)
            if form.is_valid() and (answer := self._receive(request, form)):
                return answer
        waiting = Incoming.objects.defer("data", "left_out").select_related("brought_by")
        words = request.GET.get("q", "").strip().replace("\x00", "")
        if words:
            waiting, _repeats = self.get_search_results(request, waiting, words)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import desk"),
            "opts": self.opts,
            "form": form,
            "page_obj": Paginator(waiting, PAGE).get_page(request.GET.get("page")),
            "words": words,
            "may_add": self.has_add_permission(request),
            "may_draft": request.user.has_perm("articles.add_sourcetext"),
            "may_delete": self.has_delete_permission(request),
            "limits": _limits(),
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/articles/incoming/desk.html", context)

    def _receive(self, request: HttpRequest, form: ArrivalForm) -> HttpResponse | None:
        """Take in what was brought and say what came of it; a text alone is shown at once.

        None where the pasted text cannot be read: the form says why, and still holds it.
        """
        text, files = form.cleaned_data["text"], list(form.cleaned_data["uploads"])
        if text.strip():
            files.insert(0, incoming.pasted(text))
        names = registry_names()
        received = [
            one
            for file in files
            for one in incoming.receive(file, by=acting(request), options=form.options(), names=names)
        ]
        refused = [one for one in received if one.why]
        if refused and refused[0] is received[0] and text.strip():  # what was pasted, which stays in the form
            form.add_error("text", refused.pop(0).why)
        for line in told_once((one.name, one.why) for one in refused):
            self.message_user(request, line, messages.ERROR)
        self._tell_held(request, [(one.name, one.held.article) for one in received if one.held is not None])
        again = [(one.name, _("it waits here already.")) for one in received if one.again]
        for line in told_once(again):
            self.message_user(request, line, messages.WARNING)
        waiting = [one.incoming for one in received if one.incoming is not None]
        if len(received) == 1 and waiting:
            return HttpResponseRedirect(_page_of(waiting[0]))
        new = sum(1 for one in received if one.incoming is not None and not one.again)
        if new:
            self.message_user(request, _("Texts received: %(count)d.") % {"count": new}, messages.SUCCESS)
        return None if form.errors else HttpResponseRedirect(_desk())

    def _tell_held(self, request: HttpRequest, held: list[tuple[str, Article]]) -> None:
        """These bytes are articles' already: lead there. Each that is in the trash leads to the way out of it."""
        user = acting(request)
        trashed = [(name, article) for name, article in held if article.trashed_at is not None]
        for name, article in trashed:
            said: Any = format_html("{} {}", _("“%(name)s” is held already:") % {"name": name}, _link(user, article))
            said += format_html(" {}", _("It is in the trash."))
            if user.has_perm("articles.trash_article"):
                restore = reverse("admin:articles_article_step", args=[article.pk, "restore"])
                said += format_html(' <a href="{}">{}</a>', restore, _("Take it out of the trash"))
            self.message_user(request, said, messages.WARNING)
        others = [(name, article) for name, article in held if article.trashed_at is None]
        if len(others) == 1:
            ((name, article),) = others
            said = _("“%(name)s” is held already:") % {"name": name}
            self.message_user(request, format_html("{} {}", said, _link(user, article)), messages.WARNING)
        elif others:
            count = ngettext("%(count)d text is held already:", "%(count)d texts are held already:", len(others))
            of_them = linked((_address(user, article), article) for _name, article in others)
            self.message_user(request, format_html("{} {}", count % {"count": len(others)}, of_them), messages.WARNING)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Texts come in at the desk itself."""
        return HttpResponseRedirect(_desk())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One text with the source beside its reading (GET), or one button of its page (POST)."""
        publishing.require(acting(request), "articles.view_incoming")
        row = self.get_object(request, object_id)
        try:
            if row is None:
                raise incoming.gone(_sha256_on_the_page(request))
            if request.method == "POST":
                form = OptionsForm(request.POST)
                if form.is_valid():
                    return self._act(request, row, form)
            else:
                form = OptionsForm.showing(incoming.options_of(row))
            return self._show(request, row, form)
        except incoming.Gone as gone:
            self.message_user(request, str(gone), messages.WARNING)
            drafted = gone.article if _may_see(acting(request)) else None
            return HttpResponseRedirect(_proposals(drafted.pk) if drafted else _desk())
        except Unreadable as refusal:  # a newer reader refuses what an older one took
            self.message_user(request, _("“%(name)s”: %(why)s") % {"name": row, "why": refusal}, messages.ERROR)
            return HttpResponseRedirect(_desk())

    def _act(self, request: HttpRequest, row: Incoming, form: OptionsForm) -> HttpResponse:
        """Keep the options that stand on the page, then do what the button says."""
        act, _colon, what = request.POST.get("do", "").partition(":")
        by, names = acting(request), registry_names()
        address = _page_of(row)
        try:
            kept = incoming.options_of(row)
            if (options := form.changed_options(kept)) != kept:
                incoming.set_options(row, options, by=by, names=names)
                self.message_user(request, _("What you say of the text is kept."), messages.SUCCESS)
            if act == "keep":
                return HttpResponseRedirect(f"{address}#options")
            if act == "draft":
                return self._make_draft(request, row)
            verb, _dash, scope = act.partition("-")
            if verb not in {"leave", "take"} or scope not in {"", "all"}:
                return HttpResponseBadRequest(_("This button is not known."))
            entry, things = _named(
                entries_of(incoming.reading_of(row, names=names), names), what, every=scope == "all"
            )
            change = incoming.leave_out if verb == "leave" else incoming.take_back
            change(row, things, by=by, names=names)
            return HttpResponseRedirect(f"{address}#{entry.anchor}")
        except incoming.Gone:
            raise
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(address)

    def _make_draft(self, request: HttpRequest, row: Incoming) -> HttpResponse:
        outcome = incoming.make_draft(row, by=acting(request))
        article = Article.objects.filter(pk=outcome.article).first() if outcome.article else None
        if article is None:
            self.message_user(request, " ".join(outcome.remarks), messages.ERROR)
            return HttpResponseRedirect(_page_of(row))
        if outcome.result == HELD:
            self._tell_held(request, [(row.name, article)])
            return HttpResponseRedirect(_page_of(row))
        may_see = _may_see(acting(request))
        address = reverse("admin:articles_article_change", args=[article.pk])
        if outcome.result == NEW_WORDING:
            for remark in outcome.remarks:
                self.message_user(request, remark, messages.SUCCESS)
            return HttpResponseRedirect(address if may_see else _desk())
        link: Any = format_html('<a href="{}">{}</a>', address, article) if may_see else str(article)
        self.message_user(request, format_html("{} {}", _("The draft is made:"), link), messages.SUCCESS)
        for remark in outcome.remarks:
            self.message_user(request, remark, messages.INFO)
        return HttpResponseRedirect(_proposals(article.pk) if may_see else _desk())

    def _show(self, request: HttpRequest, row: Incoming, form: OptionsForm) -> HttpResponse:
        names = registry_names()
        understood = incoming.reading_of(row, names=names)
        entries = entries_of(understood, names, ignored=proposing.passed_over(understood.reading))
        reading, options = understood.reading, incoming.options_of(row)
        sha256 = understood.document.sha256
        source_text = incoming.held(sha256)
        known = None if source_text else likeness.known_wording(understood.document, row.name)
        trashed = known is not None and known.article.trashed_at is not None
        user = acting(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import desk"),
            "subtitle": row.options.get("title") or row.name,
            "opts": self.opts,
            "incoming": row,
            "sha256": sha256,
            "form": form,
            "pieces": text_pieces(understood, entries),
            "rows": field_rows(row.name, understood, options, entries),
            "mentions": sections(entries, MENTIONS),
            "layout": sections(entries, LAYOUT),
            "words": count_words(" ".join(block.text for block in reading.blocks)),
            "body": as_read(body_html(reading), options.language or reading.language),
            "held": source_text.article if source_text else None,
            "wording_of": known.article if known and not trashed else None,
            "trashed_wording": known.article if known and trashed else None,
            "may_change": self.has_change_permission(request, row),
            "may_draft": user.has_perm("articles.add_sourcetext"),
            "may_delete": self.has_delete_permission(request, row),
            "may_see": _may_see(user),
            "may_see_ignored": user.has_perm("articles.view_ignored"),
            "may_restore": user.has_perm("articles.trash_article"),
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/articles/incoming/preview.html", context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Ask whether to throw the text away (GET), or do it (POST)."""
        publishing.require(acting(request), "articles.delete_incoming")
        row = self.get_object(request, object_id)
        if row is not None and request.method != "POST":
            context = {
                **self.admin_site.each_context(request),
                "title": _("Throw away"),
                "subtitle": row.options.get("title") or row.name,
                "opts": self.opts,
                "incoming": row,
            }
            return TemplateResponse(request, "admin/articles/incoming/throw_away.html", context)
        try:
            if row is None:
                raise incoming.Gone
            incoming.throw_away(row, by=acting(request))
            self.message_user(request, _("“%(name)s” is thrown away.") % {"name": row.name}, messages.SUCCESS)
        except incoming.Gone as gone:
            self.message_user(request, str(gone), messages.WARNING)
        return HttpResponseRedirect(_desk())


def _named(entries: list[Entry], token: str, *, every: bool) -> tuple[Entry, list[LeftOut]]:
    """The entry with the place that a button names, and that place, or `every` one of the entry. Raises Refused."""
    for entry in entries:
        places = [place for place in entry.places if every or place.token == token]
        if any(place.token == token for place in places):
            return entry, [place.thing for place in places]
    raise publishing.Refused(_("The text is no longer read like that: look at the page again."))


def _sha256_on_the_page(request: HttpRequest) -> str:
    """The name of the bytes that the page showed, which outlives them; empty where it is none."""
    named = request.POST.get("sha256", "")
    return named if re.fullmatch("[0-9a-f]{64}", named) else ""


def _limits() -> dict[str, int]:
    """How much can be brought at once: of one text, and how many files."""
    return {
        "bytes": MAX_BYTES,
        "megabytes": MAX_BYTES // 1_000_000,
        "files": settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0,
    }


def _may_see(user: Any) -> bool:
    return bool(user.has_perm("articles.view_article"))


def _address(user: Any, article: Article) -> str:
    """The article's page, for those who may see it."""
    return reverse("admin:articles_article_change", args=[article.pk]) if _may_see(user) else ""


def _link(user: Any, article: Article) -> Any:
    return linked([(_address(user, article), article)])


def _desk() -> str:
    return reverse("admin:articles_incoming_changelist")


def _page_of(row: Incoming) -> str:
    return reverse("admin:articles_incoming_change", args=[row.pk])


def _proposals(article: int) -> str:
    return reverse("admin:articles_article_proposals", args=[article])
