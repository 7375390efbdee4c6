"""What an editor decides about proposals, and what follows from it.

Each function takes the acting user, locks the article, writes at most one revision and one line in the log. A
decision can always be changed: leaving "accepted" takes back what accepting did, and only that.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing, registering, remembering, revising, same_person
from articles.decisions import Decided, by_article, said_of
from articles.models import Article, Decision, Proposal, ProposalKind
from articles.quote_register import office_that_day
from partners.dates import PartialDate
from partners.folding import fold
from partners.models import Official

_LINKS = {
    ProposalKind.COUNTRY: "countries",
    ProposalKind.ORGANISATION: "organisations",
    ProposalKind.OFFICIAL: "officials",
    ProposalKind.MEETING: "meetings",
}
_MAKERS = {ProposalKind.OFFICIAL: registering.official_of, ProposalKind.MEETING: registering.meeting_of}


def accept(proposals: Iterable[Proposal], *, by: User) -> Decided:
    """Put what is proposed on the article: a link, or its date. What the registry lacks is added to it.

    Raises PermissionDenied, and Refused for a trashed article or for more than one date.
    """
    return _decide(proposals, Decision.ACCEPTED, by)


def reject(proposals: Iterable[Proposal], *, by: User, only_here: bool = False) -> Decided:
    """Decide against proposals; one that was accepted is taken back first.

    The words are not proposed for that entry again, in any text, unless they are right and only unwanted here.
    """
    return _decide(proposals, Decision.REJECTED, by, only_here=only_here)


def reopen(proposals: Iterable[Proposal], *, by: User) -> Decided:
    """Undo a decision: the proposal is pending again, and what accepting it added is gone.

    A link stays when it was there before, or when another accepted proposal supports it. Registry entries stay.
    """
    return _decide(proposals, Decision.PENDING, by)


@transaction.atomic
def accept_as(proposal: Proposal, official: Official, *, by: User) -> Decided:
    """Answer "yes, the same": the proposed person is that official, and the spelling becomes one of their names.

    Raises PermissionDenied, and Refused where the question is not asked (any more).
    """
    held = _asked(proposal, official, by)
    remarks = same_person.link(held, official, by=by)
    decided = accept([held], by=by)
    decided.remarks += remarks
    return decided


@transaction.atomic
def tell_apart(proposal: Proposal, officials: Iterable[Official], *, by: User) -> Decided:
    """Answer "no, somebody else": the proposal stays, as one for a new official, and nobody is asked again.

    Raises PermissionDenied, and Refused where the question is not asked (any more).
    """
    decided = Decided()
    for official in officials:
        held = _asked(proposal, official, by)
        held.data["other_than"] = sorted({*held.data.get("other_than", ()), official.key})
        held.save(update_fields=["data"])
        if (kept := remembering.remember_apart(held, official, by=by)) is not None:
            decided.remembered.append(kept)
        said = _("%(name)s is not %(official)s") % {"name": held.label, "official": official}
        publishing.log(by, held.article, said, action="decide")
    return decided


def _asked(proposal: Proposal, official: Official, by: User) -> Proposal:
    """The proposal as it stands, its article locked, while it is open whether it means that official."""
    publishing.require(by, "articles.decide_proposal")
    article = publishing.locked_row(proposal.article)
    held = article.proposals.select_related("source_text").get(pk=proposal.pk)
    held.article = article
    asked = same_person.questions([held]).get(held.pk, [])
    if held.decision == Decision.ACCEPTED or official not in asked:
        raise publishing.Refused(
            _("Whether %(name)s is %(official)s is no open question.") % {"name": held, "official": official}
        )
    return held


@transaction.atomic
def forget(proposals: Iterable[Proposal], *, by: User) -> Decided:
    """Let the words of rejected proposals be proposed in other texts again; here they stay rejected."""
    publishing.require(by, "articles.decide_proposal")
    decided = Decided()
    for named, keys in by_article(proposals):
        article = publishing.locked_row(named)
        labels = [
            proposal.label
            for proposal in article.proposals.filter(pk__in=keys, decision=Decision.REJECTED)
            if remembering.forget(proposal, whoever=True)
        ]
        if labels:
            publishing.log(
                by, article, _("Rejected here only: %(what)s") % {"what": ", ".join(labels)}, action="decide"
            )
            decided.count += len(labels)
    return decided


@transaction.atomic
def _decide(proposals: Iterable[Proposal], decision: Decision, by: User, *, only_here: bool = False) -> Decided:
    publishing.require(by, "articles.decide_proposal")
    decided = Decided()
    for named, keys in by_article(proposals):
        article = publishing.locked_row(named)
        mine = article.proposals.filter(pk__in=keys)
        if decision == Decision.ACCEPTED and mine.filter(kind=ProposalKind.DATE).count() > 1:
            raise publishing.Refused(_("A text has one date: accept one of those proposed."))
        labels = []
        for key in mine.values_list("pk", flat=True):
            # read one at a time: accepting a date decides about the other dates, too
            proposal = mine.select_related("source_text", "country", "organisation", "official", "meeting").get(pk=key)
            proposal.article = article
            if proposal.decision != decision and _settle(proposal, decision, by, decided):
                _keep_in_mind(proposal, by, decided, only_here=only_here)
                labels.append(proposal.label)
        if labels:
            _remember(article, decision, labels, by)
            decided.count += len(labels)
    return decided


def _settle(proposal: Proposal, decision: Decision, by: User, decided: Decided) -> bool:
    """Give one proposal its decision, with all that follows; False where that cannot be."""
    try:
        if proposal.decision == Decision.ACCEPTED:
            _take_back(proposal, decided)
            same_person.unlink(proposal, by=by)
        if decision == Decision.ACCEPTED:
            _carry_out(proposal, by, decided)
    except registering.CannotRegister as why:
        decided.remarks.append(str(why))
        return False
    _mark(proposal, decision, by)
    return True


def _keep_in_mind(proposal: Proposal, by: User, decided: Decided, *, only_here: bool) -> None:
    """Remember rejected words for the texts to come; accepting or undoing forgets them."""
    if proposal.decision == Decision.REJECTED and not only_here:
        if (kept := remembering.remember(proposal, by=by)) is not None:
            decided.remembered.append(kept)
    else:
        remembering.forget(proposal, whoever=proposal.decision == Decision.ACCEPTED)


def _mark(proposal: Proposal, decision: Decision, by: User | None) -> None:
    proposal.decision = decision
    proposal.decided_by = None if decision == Decision.PENDING else by
    proposal.decided_at = None if decision == Decision.PENDING else timezone.now()
    proposal.save()


def _carry_out(proposal: Proposal, by: User, decided: Decided) -> None:
    """Do what accepting means, and note under "done" in the proposal's data what an undo has to take back."""
    if proposal.kind == ProposalKind.DATE:
        _set_date(proposal, by)
        return
    entry = getattr(proposal, proposal.kind)
    if entry is None:
        maker = _MAKERS.get(ProposalKind(proposal.kind))
        if maker is None:
            raise registering.CannotRegister(
                _("“%(label)s” is no longer in the registry: reject it.") % {"label": proposal}
            )
        registered = maker(proposal, by=by)
        entry = registered.entry
        setattr(proposal, proposal.kind, entry)
        decided.remarks += registered.remarks
        if registered.made:
            decided.made.append(str(entry))
    links = getattr(proposal.article, _LINKS[ProposalKind(proposal.kind)])
    done: dict[str, Any] = {"linked": not links.filter(pk=entry.pk).exists()}
    links.add(entry)
    if isinstance(entry, Official):
        done["quotes"] = _give_speaker(proposal, entry)
    proposal.data["done"] = done


def _take_back(proposal: Proposal, decided: Decided) -> None:
    """Undo what `_carry_out` did and nothing that others did."""
    done = proposal.data.pop("done", {})
    if proposal.kind == ProposalKind.DATE:
        _unset_date(proposal, done)
        return
    entry = getattr(proposal, proposal.kind)
    article = proposal.article
    support = (
        article.proposals.filter(kind=proposal.kind, decision=Decision.ACCEPTED, **{proposal.kind: entry})
        .exclude(pk=proposal.pk)
        .first()
    )
    if support is not None:
        theirs = support.data.setdefault("done", {})
        theirs["linked"] = done.get("linked", False) or theirs.get("linked", False)
        support.save(update_fields=["data"])
    elif done.get("linked"):
        getattr(article, _LINKS[ProposalKind(proposal.kind)]).remove(entry)
    if isinstance(entry, Official):
        article.quotes.filter(pk__in=done.get("quotes", []), speaker=entry).update(speaker=None, office=None)
    if proposal.data and "same" not in proposal.data and _LINKS.get(ProposalKind(proposal.kind)):
        decided.remarks.append(
            _("“%(entry)s” stays in the registry: delete it there if it is wrong.") % {"entry": entry}
        )


def _give_speaker(proposal: Proposal, official: Official) -> list[int]:
    """Let the quotes that name this person have them as their speaker; the primary keys of those quotes."""
    names = {fold(name) for name in (official.name, *official.other_names, proposal.surface, proposal.label)}
    given = []
    for quote in proposal.article.quotes.filter(speaker=None).exclude(decision=Decision.REJECTED):
        if fold(quote.speaker_name) in names - {""}:
            quote.speaker = official
            if quote.decision == Decision.ACCEPTED:
                quote.office = office_that_day(quote)
            quote.save(update_fields=["speaker", "office"])
            given.append(quote.pk)
    return given


def _set_date(proposal: Proposal, by: User) -> None:
    """Give the article the date; the other likely dates are rejected by that."""
    article = proposal.article
    try:
        date = PartialDate.parse(str(proposal.data.get("date") or ""))
    except ValueError as error:
        raise registering.CannotRegister(str(error)) from error
    others = article.proposals.filter(kind=ProposalKind.DATE).exclude(pk=proposal.pk)
    for other in others.filter(decision=Decision.ACCEPTED):
        other.article = article
        _unset_date(other, other.data.pop("done", {}))
        _mark(other, Decision.PENDING, None)
    for other in others.filter(decision=Decision.PENDING):
        other.data["rejected_for"] = proposal.pk
        _mark(other, Decision.REJECTED, by)
    proposal.data.pop("rejected_for", None)
    undated = article.quotes.pending().filter(said_on=None)
    proposal.data["done"] = {"before": str(article.dated or ""), "quotes": list(undated.values_list("pk", flat=True))}
    undated.update(said_on=date)
    article.dated = date
    Article.objects.filter(pk=article.pk).update(dated=date)


def _unset_date(proposal: Proposal, done: dict[str, Any]) -> None:
    """Give the article the date that it had before, unless an editor has changed it since."""
    article, date = proposal.article, PartialDate.parse(str(proposal.data["date"]))
    if article.dated == date:
        before = PartialDate.parse(done["before"]) if done.get("before") else None
        article.dated = before
        Article.objects.filter(pk=article.pk).update(dated=before)
    article.quotes.pending().filter(pk__in=done.get("quotes", []), said_on=date).update(said_on=None)
    for other in article.proposals.filter(kind=ProposalKind.DATE, decision=Decision.REJECTED):
        if other.data.pop("rejected_for", None) == proposal.pk:
            _mark(other, Decision.PENDING, None)


def _remember(article: Article, decision: Decision, labels: list[str], by: User) -> None:
    said = said_of(decision, labels)
    if revising.record(article, by=by, reason=said):
        Article.objects.filter(pk=article.pk).update(updated_at=timezone.now())
    publishing.log(by, article, said, action="decide")
