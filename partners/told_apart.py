"""What stands beside an entry's name in a list to choose from, so that namesakes are told apart."""

from django.utils.translation import get_language

from partners.date_words import period_in_words, range_in_words
from partners.models import Meeting, Official, RegistryRow, Tenure


def with_note(row: RegistryRow) -> str:
    """The entry's name with what tells it from another of that name: an official's office, a meeting's place and days.

    Uses prefetched tenures.
    """
    if isinstance(row, Official):
        name, note = str(row), _of_official(row)
    elif isinstance(row, Meeting):
        name, note = row.name, _of_meeting(row)
    else:
        name, note = str(row), ""
    return f"{name} – {note}" if note else name


def _of_official(official: Official) -> str:
    tenures = list(official.tenures.all())
    running = [tenure for tenure in tenures if tenure.until is None]
    latest = running or sorted(tenures, key=lambda tenure: str(tenure.until))[-1:]
    said = [_held(tenure, official) for tenure in latest[:2]]
    if not said and official.country is not None:
        said = [str(official.country)]
    return "; ".join(said)


def _held(tenure: Tenure, official: Official) -> str:
    tenure.official = official  # its title asks for the gender
    period = period_in_words(tenure.since, tenure.until, get_language() or "")
    return f"{tenure.title} ({period})" if period else tenure.title


def _of_meeting(meeting: Meeting) -> str:
    days = range_in_words(meeting.start, meeting.end, get_language() or "")
    return ", ".join(filter(None, [meeting.place, days]))
