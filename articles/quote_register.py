"""What an editor decides about quotes: which are in the register, who spoke the words, and when.

Each function takes the acting user, locks the article, and writes at most one line in the log. A decision can always
be changed.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing, quoting
from articles.decisions import Decided, by_article, said_of
from articles.models import Article, Decision, Kind, Quote, QuotePlace
from partners.dates import Answer, PartialDate
from partners.models import Office, Official


def accept(quotes: Iterable[Quote], *, by: User) -> Decided:
    """Take quotes into the register, with the office that the speaker surely held that day.

    They are public as soon as their words stand in what readers see. A quote of nobody is left as it is.
    """
    return _decide(quotes, Decision.ACCEPTED, by)


def reject(quotes: Iterable[Quote], *, by: User) -> Decided:
    """Keep quotes out of the register; a public one vanishes."""
    return _decide(quotes, Decision.REJECTED, by)


def reopen(quotes: Iterable[Quote], *, by: User) -> Decided:
    """Undo the decision about quotes: they are pending, and not public."""
    return _decide(quotes, Decision.PENDING, by)


@transaction.atomic
def attribute(quote: Quote, *, by: User, speaker: Official | None, attribution: str = "") -> None:
    """Say who said it: an official, or in words when no person is named. The office follows the speaker."""
    publishing.require(by, "articles.change_quote")
    article = publishing.locked_row(quote.article)
    held = Quote.objects.get(pk=quote.pk)
    attribution = " ".join(attribution.split())[:300]
    if (held.speaker, held.attribution) == (speaker, attribution):
        return
    if held.speaker != speaker:
        held.speaker = speaker
        held.office = office_that_day(held)
    held.attribution = attribution
    held.save(update_fields=["speaker", "office", "attribution"])
    said = {"quote": held, "speaker": speaker or attribution or "–"}
    publishing.log(by, article, _("Quote “%(quote)s” attributed to %(speaker)s") % said, action="decide")


@transaction.atomic
def redate(quote: Quote, *, by: User, said_on: PartialDate | None) -> None:
    """Say when it was said, as known. The office follows the day."""
    publishing.require(by, "articles.change_quote")
    article = publishing.locked_row(quote.article)
    held = Quote.objects.get(pk=quote.pk)
    if held.said_on == said_on:
        return
    held.said_on = said_on
    held.office = office_that_day(held)
    held.save(update_fields=["said_on", "office"])
    said = {"quote": held, "date": said_on or "–"}
    publishing.log(by, article, _("Quote “%(quote)s” dated %(date)s") % said, action="decide")


@transaction.atomic
def _decide(quotes: Iterable[Quote], decision: Decision, by: User) -> Decided:
    publishing.require(by, "articles.decide_quote")
    decided = Decided()
    for named, keys in by_article(quotes):
        article = publishing.locked_row(named)
        settled = []
        for quote in article.quotes.filter(pk__in=keys).exclude(decision=decision).select_related("speaker"):
            if decision == Decision.ACCEPTED and not (quote.speaker or quote.speaker_name or quote.attribution):
                decided.remarks.append(
                    _("Nobody is said to have spoken “%(quote)s”: name the speaker first.") % {"quote": quote}
                )
                continue
            quote.decision = decision
            quote.decided_by = None if decision == Decision.PENDING else by
            quote.decided_at = None if decision == Decision.PENDING else timezone.now()
            if decision == Decision.ACCEPTED:
                quote.office = quote.office or office_that_day(quote)
            quote.save()
            settled.append(quote)
        if not settled:
            continue
        decided.count += len(settled)
        QuotePlace.objects.filter(quote__in=settled).delete()
        if decision == Decision.ACCEPTED:
            _place(article, settled, decided)
        publishing.log(by, article, said_of(decision, [f"“{quote}”" for quote in settled]), action="decide")
    return decided


def _place(article: Article, quotes: list[Quote], decided: Decided) -> None:
    """Find the quotes in what readers see or will see, and say which are not there."""
    coming = models.Q(visible_until=None) | models.Q(visible_until__gt=timezone.now())
    editions = list(article.editions.ever_visible().filter(coming).exclude(kind=Kind.WITHDRAWAL))
    for edition in editions:
        quoting.place_quotes(edition, quotes)
    placed = set(QuotePlace.objects.filter(quote__in=quotes).values_list("quote", flat=True))
    for quote in quotes:
        if editions and quote.pk not in placed:
            decided.remarks.append(
                _("“%(quote)s” does not stand in what readers see: it is in the register, but not public.")
                % {"quote": quote}
            )


def office_that_day(quote: Quote) -> Office | None:
    """The one office that the speaker surely held on the day of the words, and no other one possibly; else None."""
    if quote.speaker is None or quote.said_on is None:
        return None
    holders = quote.speaker.tenures_on(quote.said_on)
    if len(holders) == 1 and holders[0].answer is Answer.YES:
        return holders[0].tenure.office
    return None
