"""The proposals beside the text: shown with their passage, decided without leaving the form."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import publishing, same_person
from articles.admin.acting import acting, key_in
from articles.admin.decide_buttons import UnknownButton, press
from articles.admin.review import describe_new
from articles.decisions import Decided
from articles.models import Article, Decision, ProposalKind
from articles.models.story import LINK_FIELDS

_ABOUT = 90  # characters on either side of a proposal's words: enough to judge by


class DecidePages(admin.ModelAdmin):
    """Adds `<id>/decide/`, which does what one button beside the text says and answers with what has changed."""

    def get_urls(self) -> list[URLPattern]:
        own = path("<int:pk>/decide/", self.admin_site.admin_view(self.decide), name="articles_article_decide")
        return [own, *super().get_urls()]

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Press one button (POST `do`); JSON for the page.

        `html` is the list as it stands now, `links` what came and went, `dated` the text's date when it changed.
        `version` is the article's, if the page (POST `version`) showed what was decided on; else null: then the form
        keeps the version that it has, and learns of the others' changes when it is saved.
        """
        publishing.require(acting(request), "articles.view_article")
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if request.method != "POST":
            return HttpResponseBadRequest(_("This button is not known."))
        told, refused = [], ""
        with transaction.atomic():
            held = Article.objects.select_for_update().get(pk=article.pk)
            is_shown = key_in(request.POST.get("version", "")) == held.version
            before = _links(held)
            try:
                decided, _section = press(held, request.POST.get("do", ""), by=acting(request))
                told = sentences(decided)
            except UnknownButton:
                return HttpResponseBadRequest(_("This button is not known."))
            except publishing.Refused as refusal:
                refused = str(refusal)
            after = Article.objects.get(pk=article.pk)
        beside = proposals_of(request, after)
        return JsonResponse(
            {
                "html": render_to_string(
                    "admin/articles/article/_proposals.html", {"beside": beside, "article": after}, request
                ),
                "open": beside["open"],
                "version": after.version if is_shown else None,
                "links": changes(before, _links(after)),
                "dated": str(after.dated or "") if after.dated != held.dated else None,
                "told": told,
                "refused": refused,
            }
        )


def sentences(decided: Decided) -> list[str]:
    """What came of a decision, for the editor."""
    told = []
    if decided.count:
        told.append(
            ngettext("%(count)d decision kept.", "%(count)d decisions kept.", decided.count) % {"count": decided.count}
        )
    if decided.made:
        told.append(_("New in the registry: %(names)s.") % {"names": ", ".join(decided.made)})
    return [*told, *decided.remarks, *filter(None, [decided.told])]


def proposals_of(request: HttpRequest, article: Article) -> dict[str, Any]:
    """The article's proposals and quotes, those that wait first, each with its words and what is about them."""
    source_text = article.source_text
    text = source_text.text if source_text is not None else ""
    proposals = list(article.proposals.select_related("country", "organisation", "official", "meeting"))
    for row in proposals:
        row.article = article
        if source_text is not None and row.source_text_id == source_text.pk:
            row.source_text = source_text  # one text for all
    describe_new(proposals)
    asked = same_person.questions(p for p in proposals if p.decision == Decision.PENDING)
    cards = []
    for row in proposals:
        here = source_text is not None and row.source_text_id == source_text.pk
        cards.append(
            {
                "key": str(row.pk),
                "anchor": f"proposal-{row.pk}",
                "kind": row.kind,
                "kind_label": row.get_kind_display(),
                "label": row.label,
                "surface": row.surface,
                "before": _tail(text[row.passage_start : row.start]) if here else "",
                "after": _head(text[row.end : row.passage_end]) if here else "",
                "described": row.described,  # type: ignore[attr-defined]
                "asked": asked.get(row.pk, []),
                "decision": row.decision,
                "decision_label": row.get_decision_display(),
                "button": row.pk,
                "may_decide": request.user.has_perm("articles.decide_proposal") and article.trashed_at is None,
                "can_be_left": row.kind != ProposalKind.DATE,
            }
        )
    for quote in article.quotes.select_related("speaker"):
        cards.append(
            {
                "key": f"quote-{quote.pk}",
                "anchor": f"quote-{quote.pk}",
                "kind": "quote",
                "kind_label": _("Quote"),
                "label": str(quote.speaker or quote.attribution or quote.speaker_name or _("nobody named")),
                "surface": quote.text,
                "language": quote.language,
                "before": "",
                "after": "",
                "asked": [],
                "decision": quote.decision,
                "decision_label": quote.get_decision_display(),
                "button": f"quote:{quote.pk}",
                "may_decide": request.user.has_perm("articles.decide_quote") and article.trashed_at is None,
            }
        )
    pending = [card for card in cards if card["decision"] == Decision.PENDING]
    return {
        "pending": pending,
        "decided": [card for card in cards if card["decision"] != Decision.PENDING],
        "open": len(pending),
    }


def changes(before: dict[str, dict[int, str]], after: dict[str, dict[int, str]]) -> list[dict[str, Any]]:
    """The links that came (`there`) and went, with the key and the name that the form shows."""
    found = []
    for name, was in before.items():
        now = after[name]
        for key in sorted(was.keys() ^ now.keys()):
            found.append({"field": name, "key": key, "name": now.get(key) or was[key], "there": key in now})
    return found


def _links(article: Article) -> dict[str, dict[int, str]]:
    return {name: {row.pk: str(row) for row in getattr(article, name).all()} for name in LINK_FIELDS}


def _tail(text: str) -> str:
    return text if len(text) <= _ABOUT else "…" + text[-_ABOUT:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _ABOUT else text[:_ABOUT].rpartition(" ")[0] + "…"
