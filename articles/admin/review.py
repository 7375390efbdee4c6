"""Reviewing what an import proposes: the source text on one side, each proposal with its passage on the other."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import correcting, publishing, quote_register, remarks, remembering, same_person, wrong_names
from articles.admin import comparing
from articles.admin.acting import acting, key_in
from articles.admin.decide_buttons import UnknownButton, press
from articles.admin.entry_names import names_page
from articles.admin.marking import Mark, Piece, Removal, pieces
from articles.admin.steps import Situation
from articles.correcting import FIELDS
from articles.decisions import Decided
from articles.models import Article, Decision, Proposal, ProposalKind, Quote, SourceText
from articles.reading.results import RemovedKind
from articles.registering import STANDINGS
from partners.models import Country, Official, Organisation

MARKED = 300  # characters: a proposal that rests on a whole passage would hide the marks within it
REMOVED = {
    RemovedKind.BRIEF: gettext_lazy("brief"),
    RemovedKind.EMBARGO: gettext_lazy("embargo"),
    RemovedKind.DATE: gettext_lazy("date"),
    RemovedKind.DATELINE: gettext_lazy("dateline"),
    RemovedKind.BYLINE: gettext_lazy("byline"),
    RemovedKind.EDITORS: gettext_lazy("editors"),
    RemovedKind.CREDIT: gettext_lazy("credit"),
    RemovedKind.RUBRIC: gettext_lazy("rubric"),
    RemovedKind.FURNITURE: gettext_lazy("page furniture"),
    RemovedKind.REPEAT: gettext_lazy("said twice"),
}


class ReviewPages(admin.ModelAdmin):
    """Adds `<id>/proposals/` to the article's pages: one form, whose buttons say what to do with what."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/proposals/",
            self.admin_site.admin_view(self.review_page),
            name="articles_article_proposals",
        )
        return [own, *super().get_urls()]

    def review_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the proposals (GET) or carry out one button (POST)."""
        publishing.require(acting(request), "articles.view_article")
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if request.method == "POST":
            return self._decide(request, article)
        return TemplateResponse(request, "admin/articles/article/review.html", self._context(request, article))

    def _decide(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Keep the speakers that were chosen anywhere on the page, then do what the button says."""
        button = request.POST.get("do", "")
        act, _colon, what = button.partition(":")
        try:
            self._keep_speakers(request, article)
            if errors := self._keep_corrections(request, article):
                self.message_user(request, _("A correction cannot stand: nothing was decided."), messages.ERROR)
                context = self._context(request, article, errors)
                return TemplateResponse(request, "admin/articles/article/review.html", context)
            if act == "keep":
                section = what if what in {"quotes", *(f"kind-{kind}" for kind in FIELDS)} else "quotes"
            elif act == "edit-quote" and what.isdecimal():
                return HttpResponseRedirect(reverse("admin:articles_quote_change", args=[key_in(what)]))
            else:
                decided, section = press(article, button, by=acting(request))
                self._tell(request, decided)
        except UnknownButton:
            return HttpResponseBadRequest(_("This button is not known."))
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            section = ""
        return HttpResponseRedirect(f"{request.path}#{section}" if section else request.path)

    def _keep_corrections(self, request: HttpRequest, article: Article) -> dict[str, str]:
        """Keep what was corrected anywhere on the page; what cannot stand is told by the name of its field."""
        errors: dict[str, str] = {}
        for proposal in article.proposals.exclude(decision=Decision.ACCEPTED).filter(kind__in=FIELDS):
            values = {}
            for each in correcting.correctable(proposal):
                field = f"{each.name}-{proposal.pk}"
                posted, shown = request.POST.get(field), request.POST.get(f"shown-{field}")
                if posted is None or posted == shown:
                    continue
                held = str(proposal.data.get(each.name) or "")
                if shown is not None and held not in {shown, posted}:
                    self._tell_apart(request, f"{proposal.label}, {each.label}", held, posted)
                else:
                    values[each.name] = posted
            if values:
                proposal.article = article
                try:
                    correcting.correct(proposal, values, by=acting(request))
                except correcting.BadCorrection as refusal:
                    errors |= {f"{name}-{proposal.pk}": text for name, text in refusal.errors.items()}
        return errors

    def _keep_speakers(self, request: HttpRequest, article: Article) -> None:
        """Whom the editor named as speakers on this page, where that differs from what the page had shown."""
        posted = request.POST
        for quote in article.quotes.select_related("speaker"):
            chosen, shown = posted.get(f"speaker-{quote.pk}"), posted.get(f"shown-speaker-{quote.pk}")
            said, shown_said = posted.get(f"attribution-{quote.pk}"), posted.get(f"shown-attribution-{quote.pk}")
            speaker, attribution = quote.speaker, quote.attribution
            if chosen is not None and chosen != shown:
                wanted = Official.objects.filter(pk=key_in(chosen)).first()
                if shown is not None and shown != str(quote.speaker_id or "") and wanted != quote.speaker:
                    self._tell_apart(request, str(quote), str(speaker or "–"), str(wanted or "–"))
                else:
                    speaker = wanted
            if said is not None and said != shown_said:
                if shown_said is not None and attribution not in {shown_said, " ".join(said.split())}:
                    self._tell_apart(request, str(quote), attribution or "–", said)
                else:
                    attribution = said
            if (speaker, attribution) != (quote.speaker, quote.attribution):
                quote_register.attribute(quote, by=acting(request), speaker=speaker, attribution=attribution)

    def _tell_apart(self, request: HttpRequest, what: str, held: str, posted: str) -> None:
        """Somebody else changed meanwhile what this page would change: theirs stands, and what was typed is told."""
        said = {"what": what, "held": held, "posted": posted}
        told = _(
            "%(what)s was changed meanwhile: it is “%(held)s”, you wrote “%(posted)s”. Change it again to keep yours."
        )
        self.message_user(request, told % said, messages.WARNING)

    def _tell(self, request: HttpRequest, decided: Decided) -> None:
        if decided.count:
            self.message_user(
                request,
                ngettext("%(count)d decision kept.", "%(count)d decisions kept.", decided.count)
                % {"count": decided.count},
                messages.SUCCESS,
            )
        if decided.made:
            self.message_user(
                request, _("New in the registry: %(names)s.") % {"names": ", ".join(decided.made)}, messages.INFO
            )
        for remark in decided.remarks:
            self.message_user(request, remark, messages.WARNING)
        if decided.told:
            self.message_user(request, decided.told, messages.INFO)

    def _context(
        self, request: HttpRequest, article: Article, errors: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        source_text = article.source_text
        proposals = list(
            article.proposals.select_related("country", "organisation", "official", "meeting", "decided_by")
        )
        quotes = list(article.quotes.select_related("speaker", "office", "decided_by"))
        rows: list[Any] = [*proposals, *quotes]
        for row in rows:
            row.article = article
            if source_text is not None and row.source_text_id == source_text.pk:
                row.source_text = source_text  # one text for all, not one query for each
        describe_new(proposals)
        remembered = remembering.remembered_for(proposals)
        asked = same_person.questions(p for p in proposals if p.decision == Decision.PENDING)
        wrong = wrong_names.removable_words(proposals)
        for proposal in proposals:
            if proposal.pk in wrong and request.user.has_perm(f"partners.change_{proposal.kind}"):
                entry = getattr(proposal, proposal.kind)
                proposal.names_page = names_page(entry, wrong[proposal.pk])  # type: ignore[attr-defined]
            proposal.asked = asked.get(proposal.pk, [])  # type: ignore[attr-defined]
            proposal.corrections = corrections(proposal, request.POST, errors or {})  # type: ignore[attr-defined]
            proposal.why = remarks.reason(proposal.reason)  # type: ignore[attr-defined]
            proposal.can_be_remembered = remembering.of_proposal(proposal) is not None  # type: ignore[attr-defined]
            proposal.is_remembered = remembering.of_proposal(proposal) in remembered  # type: ignore[attr-defined]
        may_decide = request.user.has_perm("articles.decide_proposal") and article.trashed_at is None
        may_quote = request.user.has_perm("articles.decide_quote") and article.trashed_at is None
        return {
            **self.admin_site.each_context(request),
            "title": _("Review the proposals"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "situation": Situation.of(article),
            "source_text": source_text,
            "pieces": source_pieces(source_text, proposals, quotes),
            "kinds": [
                {
                    "value": kind.value,
                    "label": kind.label,
                    "pending": pending,
                    "several": len(pending) > 1,
                    "acceptable_at_once": kind != ProposalKind.DATE,
                    "can_be_remembered": any(p.can_be_remembered for p in pending),  # type: ignore[attr-defined]
                }
                for kind in ProposalKind
                if (pending := [p for p in proposals if p.kind == kind and p.decision == Decision.PENDING])
            ],
            "decided": [p for p in proposals if p.decision != Decision.PENDING],
            "pending_quotes": [quote for quote in quotes if quote.decision == Decision.PENDING],
            "decided_quotes": [quote for quote in quotes if quote.decision != Decision.PENDING],
            "speakers": likely_speakers(article, proposals, quotes),
            "comparing": comparing.waiting(article),
            "may_decide": may_decide,
            "may_quote": may_quote,
            "may_name": may_quote and request.user.has_perm("articles.change_quote"),
            "media": self.media,
        }


def source_pieces(
    source_text: SourceText | None, proposals: Iterable[Proposal] = (), quotes: Iterable[Quote] = ()
) -> list[Piece]:
    """The source text cut for display: words of proposals and quotes marked by kind, what left the article named.

    What was decided on an earlier wording rests on words of that one: it has no mark here.
    """
    if source_text is None:
        return []
    marks = [
        Mark(p.start, p.end, str(p.kind), f"proposal-{p.pk}")
        for p in proposals
        if p.source_text_id == source_text.pk and p.decision != Decision.REJECTED and p.end - p.start <= MARKED
    ]
    marks += [
        Mark(q.start, q.end, "quote", f"quote-{q.pk}")
        for q in quotes
        if q.source_text_id == source_text.pk and q.decision != Decision.REJECTED
        if q.start is not None and q.end is not None
    ]
    removed = [
        Removal(int(start), int(end), str(REMOVED.get(kind, kind)))
        for kind, start, end in source_text.removed
        if kind != RemovedKind.SPACE
    ]
    return pieces(source_text.text, marks, removed)


def describe_new(proposals: list[Proposal]) -> None:
    """Give each proposal that the registry lacks a line `described`, which says what accepting would add."""
    new = [p for p in proposals if p.data.get("name")]
    countries = {
        country.code: country.name
        for country in Country.objects.filter(code__in={str(p.data.get("country") or "") for p in new})
    }
    organisations = {
        organisation.key: str(organisation)
        for organisation in Organisation.objects.filter(key__in={str(p.data.get("organisation") or "") for p in new})
    }
    for proposal in proposals:
        data = proposal.data
        if data.get("name"):
            owner = organisations.get(data.get("organisation", "")) or countries.get(data.get("country", ""))
            said = [data["name"], data.get("office_title"), owner, str(STANDINGS.get(data.get("standing"), ""))]
        elif data.get("title"):
            dates = " – ".join(filter(None, [data.get("start"), data.get("end")]))
            said = [data["title"], data.get("place"), dates, data.get("organiser")]
        else:
            said = []
        proposal.described = " · ".join(filter(None, said))  # type: ignore[attr-defined]


def corrections(proposal: Proposal, posted: Mapping[str, str], errors: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fields in which a new entry can be corrected, with what was typed where that could not be kept."""
    fields = []
    for each in correcting.correctable(proposal):
        field = f"{each.name}-{proposal.pk}"
        shown = str(proposal.data.get(each.name) or "")
        fields.append(
            {
                "name": field,
                "label": each.label,
                "shown": shown,
                "value": posted.get(field, shown) if errors else shown,
                "longest": each.longest,
                "is_date": each.is_date,
                "error": errors.get(field, ""),
            }
        )
    return fields


def likely_speakers(article: Article, proposals: Iterable[Proposal], quotes: Iterable[Quote]) -> list[Official]:
    """Whom a quote of this article may be from: its officials, those proposed, and speakers already named."""
    found = {official.pk: official for official in article.officials.all()}
    found |= {p.official.pk: p.official for p in proposals if p.official is not None}
    found |= {q.speaker.pk: q.speaker for q in quotes if q.speaker is not None}
    return sorted(found.values(), key=str)
