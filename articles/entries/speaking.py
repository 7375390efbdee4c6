"""The office that a speaker held on the day of a quote, when speakers or their tenures change hands."""

from django.db.models import prefetch_related_objects

from articles.entries.steps import Steps
from articles.models import Decision, Quote
from articles.quote_register import office_that_day
from partners.models import Official


class Offices:
    """The accepted quotes of those officials; made before anything changes, so that it knows which office was found.

    An office that an editor chose by hand is none that `office_that_day` gives: it stays.
    """

    def __init__(self, *officials: Official) -> None:
        self._found: list[int] = []
        for official in officials:
            for quote in _quotes_of(official):
                found = office_that_day(quote)
                if quote.office_id == (found.pk if found is not None else None):
                    self._found.append(quote.pk)

    def find_again(self, steps: Steps, *officials: Official) -> int:
        """Give the quotes that these officials have now the office of that day; how many got another one."""
        wanted: dict[int | None, list[int]] = {}
        mine = set(self._found)
        for official in officials:
            for quote in _quotes_of(official):
                office = office_that_day(quote)
                key = office.pk if office is not None else None
                if quote.pk in mine and key != quote.office_id:
                    wanted.setdefault(key, []).append(quote.pk)
        for key, quotes in wanted.items():
            for start in range(0, len(quotes), 500):
                steps.update(Quote.objects.filter(pk__in=quotes[start : start + 500]), office_id=key)
        return sum(map(len, wanted.values()))


def _quotes_of(official: Official) -> list[Quote]:
    """The official's accepted quotes, all with one and the same speaker, whose tenures are read once."""
    speaker = Official.objects.get(pk=official.pk)
    prefetch_related_objects([speaker], "tenures__office")
    quotes = list(speaker.quotes.filter(decision=Decision.ACCEPTED).only("pk", "said_on", "office_id", "speaker_id"))
    for quote in quotes:
        quote.speaker = speaker
    return quotes
