import pytest

from articles.reading.embargo import is_embargo, read_embargo
from articles.reading.results import Span
from partners.dates import PartialDate


def until(words, written=None):
    moment = read_embargo(words, Span(0, len(words)), written and PartialDate.parse(written)).until
    return moment and moment.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("SOUS EMBARGO JUSQU'AU 17 OCTOBRE 2024 À 12H00", "2024-10-17T12:00"),
        ("Embargo : 17/10/2024, 14 h", "2024-10-17T14:00"),
        ("Sous embargo jusqu’au jeudi 17 octobre 2024", "2024-10-17T00:00"),
        ("EMBARGOED UNTIL 18:00 GMT, 11 July 2024", "2024-07-11T20:00"),
        ("Under embargo until 00.01 GMT on Friday 12 January 2024", "2024-01-12T01:01"),
        ("NOT FOR PUBLICATION BEFORE 2pm CET, 4 April 2024", "2024-04-04T14:00"),
        ("Embargoed until 9 am ET, July 9, 2024", "2024-07-09T15:00"),
        ("À ne pas diffuser avant le 17 octobre 2024, 12h (heure de Bruxelles)", "2024-10-17T12:00"),
        ("EMBARGO JUSQU'AU 17 OCTOBRE 2024 À 24H", "2024-10-18T00:00"),
    ],
)
def test_the_moment_is_read_in_the_newsrooms_local_time(words, moment):
    assert is_embargo(words)
    assert until(words) == moment


@pytest.mark.parametrize(
    "words",
    [
        "SOUS EMBARGO",
        "SOUS EMBARGO JUSQU'AU 17 OCTOBRE À 12H",
        "Embargoed until 18:00 XYZ, 11 July 2024",
        "Sous embargo jusqu'à octobre 2024",
    ],
)
def test_a_moment_that_cannot_be_read_for_sure_stays_unknown(words):
    assert is_embargo(words)
    assert until(words) is None


def test_a_day_without_a_year_takes_it_from_the_texts_own_date():
    assert until("SOUS EMBARGO JUSQU'AU 17 OCTOBRE À 12H", "2024-10-15") == "2024-10-17T12:00"


@pytest.mark.parametrize(
    "words",
    [
        "Embargo sur les armes : l'ONU prolonge les sanctions contre la Libye",
        "Embargo : l'Union européenne durcit le ton",
        "L'embargo a été levé le 17 octobre 2024 à 12 h.",
        "Sous embargo depuis 2011, la Libye reçoit des armes.",
        "Embargo au Sahel : les exportations chutent",
        "Embargo à Gaza",
    ],
)
def test_news_about_an_embargo_is_no_embargo(words):
    assert not is_embargo(words)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Sous embargo jusqu'à vendredi 18 h", "2024-12-20T18:00"),
        ("EMBARGO : vendredi, 18 h", None),
    ],
)
def test_a_bare_weekday_never_ends_an_embargo_before_its_text_was_written(words, moment):
    assert until(words, "2024-12-18") == moment
