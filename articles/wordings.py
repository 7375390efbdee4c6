"""A new wording of a source that is held: taken into its article, passed over, or made an article of its own.

Nothing that an editor wrote is overwritten unasked, and whatever a step replaces stays: the words as a revision, the
source text as an earlier wording. Each function takes the acting user, locks the article, writes and logs.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import proposing, publishing, revising, saving
from articles.drafting import Options, create_draft, embargo_of, words_of
from articles.lookups import Lookups
from articles.models import (
    Article,
    Decision,
    Language,
    Likeness,
    Proposal,
    ProposalKind,
    Quote,
    Resemblance,
    SourceText,
    Standing,
)
from articles.reading import Document, Unreadable, open_documents, read_document
from articles.reading.formats.document import Mark, MarkKind
from articles.reading.leaving_out import without
from articles.reading.recognised import LeftOut
from articles.reading.results import Reading, Span
from partners.folding import fold
from partners.names import Names
from partners.registry import registry_names

_SAID_OF_A_QUOTE = ["speaker", "attribution", "office", "meeting", "said_on"]


def reading_of(source_text: SourceText, names: Names, *, language: str = "") -> Reading:
    """What a text that is held says, read again from its bytes, without what an editor left out of it."""
    known = language if language != Language.UNDETERMINED else ""
    reading = read_document(_document_of(source_text), names, language=known or None)
    return without(reading, [LeftOut(*each) for each in source_text.left_out])


def words_as_they_came(article: Article, current: SourceText | None, names: Names | None = None) -> dict[str, Any]:
    """The fields as the import wrote them from the article's current wording, by name; nothing without one."""
    if current is None:
        return {}
    earlier = article.source_texts.filter(standing=Standing.EARLIER).exists()
    first = None if earlier else article.revisions.order_by("number").first()
    if first is not None:
        return {name: first.snapshot[name] for name in ("title", "title_proposed", "standfirst", "body", "dateline")}
    return words_of(reading_of(current, names or registry_names(), language=article.language), current.name)


def edited(article: Article, came: dict[str, Any]) -> bool:
    """Whether somebody has changed the text of the article since its words came."""
    return bool(article.body) and article.body != came.get("body")


@dataclass(frozen=True, slots=True)
class Taken:
    """The article with its new text, and in sentences what of it the new wording says otherwise and did not change."""

    article: Article
    remarks: tuple[str, ...]


@transaction.atomic
def take(wording: SourceText, *, by: User, despite_edits: bool = False, based_on: int | None = None) -> Taken:
    """Give the article the new wording's text, and its other words where no editor has changed them.

    Date, source, bylines and links stay as they are. What was decided stays decided; pending proposals and quotes of
    the wording before make way for the new one's, which keep what an editor has said of them; a proposal that an
    editor has corrected stays, even where the new wording does not name it. Raises Refused where an editor has changed
    the text, unless `despite_edits` says that it may go; saving.Conflict where the article has another version than
    `based_on`, the one that the user has seen.
    """
    article, wording = _locked(wording, by)
    if based_on is not None:
        saving.hold(article.pk, based_on)
    saving.require_changing(article, by)
    names = registry_names()
    current = article.source_texts.filter(standing=Standing.CURRENT).first()
    came = words_as_they_came(article, current, names)
    if edited(article, came) and not despite_edits:
        raise publishing.Refused(
            _("The text of “%(title)s” was changed here: say that the new wording may replace it.")
            % {"title": article}
        )
    revising.latest(article, by=by)  # whatever stands now can be found again
    reading = reading_of(wording, names, language=article.language)
    named = {(draft["kind"], draft["key"]) for draft in proposing.proposals_of(reading)}
    remarks = _otherwise(article, reading, named)
    kept_here = []
    for name, value in words_of(reading, wording.name).items():
        if name == "body" or getattr(article, name) == came.get(name):
            setattr(article, name, value)
        elif getattr(article, name) != value and name != "title_proposed":
            kept_here.append(str(Article._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
    if kept_here:
        remarks.insert(0, _("Kept as it was changed here: %(fields)s.") % {"fields": ", ".join(kept_here)})
    if reading.updated is not None:
        article.revised = reading.updated.date
    if (until := embargo_of(reading)) and (article.embargo_until is None or until > article.embargo_until):
        article.embargo_until = until
    article.save()
    if current is not None:
        _stand(current, Standing.EARLIER)
    _stand(wording, Standing.CURRENT)
    article.source_text = wording
    pending, quotes = list(article.proposals.pending()), list(article.quotes.pending().exclude(source_text=None))
    staying = [each for each in pending if each.data.get("corrected") and (each.kind, each.key) not in named]
    if staying:
        labels = ", ".join(each.label for each in staying)
        remarks.append(
            _("Proposed still, as corrected here, though the new wording does not name them: %(names)s.")
            % {"names": labels}
        )
    article.proposals.pending().exclude(pk__in=[each.pk for each in staying]).delete()
    article.quotes.filter(pk__in=[quote.pk for quote in quotes]).delete()  # not those that editors entered
    proposing.propose(
        article,
        wording,
        reading,
        Lookups(),
        held=set(article.proposals.values_list("kind", "key")),
        quoted={fold(words) for words in article.quotes.values_list("text", flat=True)},
    )
    _carry_over(article, pending, quotes)
    said = _("New wording taken: %(name)s") % {"name": wording}
    revising.record(article, by=by, reason=said)
    publishing.log(by, article, said, action="compare")
    return Taken(article, tuple(remarks))


def _otherwise(article: Article, reading: Reading, named: Container[tuple[str, str]]) -> list[str]:
    """What the reading says otherwise than the article does, where taking its words changes nothing.

    `named` is what it proposes, by kind and key.
    """
    remarks = []
    if reading.published is not None and reading.published.date != article.dated:
        dates = {"date": reading.published.date, "kept": article.dated or "–"}
        remarks.append(_("The new wording is dated %(date)s: the article stays dated %(kept)s.") % dates)
    if reading.source is not None and (article.source is None or fold(reading.source.value) != article.source.folded):
        sources = {"source": reading.source.value, "kept": article.source or "–"}
        remarks.append(_("The new wording gives its source as %(source)s: the article's stays %(kept)s.") % sources)
    signed = [signature.name for signature in (*reading.signatures, *reading.editors) if signature.name]
    bylines = article.bylines.exclude(contributor=None).values_list("contributor__name", flat=True)
    if signed and {fold(name) for name in signed} != {fold(name) for name in bylines}:
        names = {"names": ", ".join(signed), "kept": ", ".join(bylines) or "–"}
        remarks.append(_("The new wording is signed %(names)s: the article stays signed %(kept)s.") % names)
    accepted = article.proposals.filter(decision=Decision.ACCEPTED).exclude(kind=ProposalKind.DATE)
    gone = [proposal.label for proposal in accepted if (proposal.kind, proposal.key) not in named]
    if gone:
        remarks.append(
            _("Linked still, though the new wording does not name them: %(names)s.") % {"names": ", ".join(gone)}
        )
    return remarks


def _carry_over(article: Article, proposals: Iterable[Proposal], quotes: Iterable[Quote]) -> None:
    """What an editor has said of open proposals and quotes holds for the same ones in the new wording."""
    corrected = {(each.kind, each.key): each for each in proposals if each.data.get("corrected")}
    for proposal in article.proposals.pending() if corrected else ():
        if (was := corrected.get((proposal.kind, proposal.key))) is not None:
            names = was.data["corrected"]
            proposal.data |= {"corrected": names} | {name: was.data[name] for name in names}
            proposal.label = was.label
            proposal.save(update_fields=["data", "label"])
    said = {fold(quote.text): quote for quote in quotes}
    for quote in article.quotes.pending() if said else ():
        if (earlier := said.get(fold(quote.text))) is not None and quote.pk != earlier.pk:
            for name in _SAID_OF_A_QUOTE:
                setattr(quote, name, getattr(earlier, name) or getattr(quote, name))
            quote.save(update_fields=_SAID_OF_A_QUOTE)


@transaction.atomic
def pass_over(wording: SourceText, *, by: User) -> None:
    """Keep the article's own text: the new wording has been compared, and stays beside it."""
    article, wording = _locked(wording, by)
    _stand(wording, Standing.PASSED_OVER)
    publishing.log(by, article, _("New wording passed over: %(name)s") % {"name": wording}, action="compare")


@transaction.atomic
def compare_again(wording: SourceText, *, by: User) -> None:
    """Take back that a wording was passed over: it waits again."""
    article, wording = _locked(wording, by, Standing.PASSED_OVER)
    _stand(wording, Standing.TO_COMPARE)
    publishing.log(by, article, _("New wording to compare again: %(name)s") % {"name": wording}, action="compare")


@transaction.atomic
def set_apart(wording: SourceText, *, by: User) -> Article:
    """Make a draft of its own of what was taken for a new wording; the likeness is remembered as decided."""
    article, wording = _locked(wording, by)
    publishing.require(by, "articles.add_article")
    reading = reading_of(wording, registry_names())
    document = _document_of(wording)
    try:
        with transaction.atomic():
            draft = create_draft(
                wording.name, document, reading, Options(), lookups=Lookups(), run=wording.run, by=by, held=wording
            )
    except IntegrityError as error:
        raise publishing.Refused(_("Another text took the same address at this moment: try again.")) from error
    if current := article.source_texts.filter(standing=Standing.CURRENT).first():
        Resemblance.objects.update_or_create(
            source_text=wording,
            other=current,
            defaults={
                "share": 0,
                "decision": Likeness.DIFFERENT,
                "decided_by": by,
                "decided_at": timezone.now(),
            },
        )
    said = {"draft": draft.article, "article": article}
    publishing.log(by, article, _("A different text, now an article of its own: “%(draft)s”") % said, action="compare")
    publishing.log(by, draft.article, _("Set apart from “%(article)s”") % said, action="compare")
    return draft.article


def _locked(wording: SourceText, by: User, standing: Standing = Standing.TO_COMPARE) -> tuple[Article, SourceText]:
    """The article and its wording, locked. Raises Refused where the wording has been decided on meanwhile."""
    publishing.require(by, "articles.change_resemblance")
    article = publishing.locked_row(wording.article)
    held = SourceText.objects.filter(pk=wording.pk, article=article, standing=standing).first()
    if held is None:
        raise publishing.Refused(_("Somebody has decided about this wording meanwhile: look at the article again."))
    return article, held


def _stand(source_text: SourceText, standing: Standing) -> None:
    SourceText.objects.filter(pk=source_text.pk).update(standing=standing)
    source_text.standing = standing


def _document_of(source_text: SourceText) -> Document:
    """The document as it came, opened again; where that says something else, its text without the format's marks."""
    data, text = bytes(source_text.data), source_text.text
    try:
        for document in open_documents(data, name=source_text.name):
            if document.text == text or (document := _with_line_of_the_file(document, text)).text == text:
                return document
    except Unreadable:
        pass  # what reads formats has changed since
    return Document(data, text, source_text.encoding, source_text.format, source_text.url, source_text.guid)


def _with_line_of_the_file(document: Document, text: str) -> Document:
    """The document with the line that only its file told, as a feed tells its name to each entry; else unchanged."""
    more = len(text) - len(document.text)
    alike = (place for place, (held, told) in enumerate(zip(text, document.text, strict=False)) if held != told)
    start = text.rfind("\n", 0, next(alike, len(document.text))) + 1
    if more <= 0 or text[:start] + text[start + more :] != document.text:
        return document
    line = text[start : start + more].rstrip()
    mark = Mark(MarkKind.SOURCE, Span(start, start + len(line)))
    before = [each for each in document.marks if each.span.start < start]
    after = [
        replace(each, span=Span(each.span.start + more, each.span.end + more))
        for each in document.marks
        if each.span.start >= start
    ]
    return replace(document, text=text, marks=(*before, mark, *after))
