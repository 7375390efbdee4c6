"""The entries that words name: people by name or office, countries, organisations, meetings, themes."""

import pytest
from django.utils import translation

from articles import named
from articles.named import find
from partners.models import Country, Meeting, Office, Official, Organisation, Tenure
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def offices():
    spain = Country.objects.create(
        code="ES", name_fr="Espagne", name_en="Spain", capitals_fr=["Madrid"], adjectives_fr_m=["espagnol"]
    )
    nato = Organisation.objects.create(
        name_fr="Organisation du traité de l'Atlantique Nord", name_en="North Atlantic Treaty Organization",
        acronym_fr="OTAN", acronym_en="NATO",
    )  # fmt: skip
    Organisation.objects.create(name_fr="Comité militaire de l'OTAN", name_en="NATO Military Committee")
    minister = Office.objects.create(
        title_fr_m="ministre de la Défense d'Espagne", title_en="Minister of Defence of Spain", country=spain,
        aliases=["ministre espagnol de la Défense", "ministre espagnole de la Défense"],
    )  # fmt: skip
    secretary = Office.objects.create(
        title_fr_m="secrétaire général de l'OTAN", title_fr_f="secrétaire générale de l'OTAN",
        title_en="NATO Secretary General", organisation=nato,
    )  # fmt: skip
    for name, office, gender, since, until in [
        ("Carme Chacón", minister, "f", "2008-04-14", "2011-12-22"),
        ("Margarita Robles", minister, "f", "2018-06-07", None),
        ("Jens Stoltenberg", secretary, "m", "2014-10-01", "2024-10-01"),
        ("Mark Rutte", secretary, "m", "2024-10-01", None),
    ]:
        official = Official.objects.create(name=name, gender=gender)
        Tenure.objects.create(official=official, office=office, since=since, until=until)
    Official.objects.create(name="T. Serban")
    for year in ("2022", "2024"):
        Meeting.objects.create(
            kind="summit", title_fr="Sommet de Madrid", title_en="Madrid Summit", city="Madrid", start=f"{year}-06-29"
        )
    make_edition(tags=["Voisinage sud"])


def names(text: str, **options) -> list[str]:
    return [entry.name for entry in find(text, most=9, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("stoltenberg", ["Jens Stoltenberg"]),
        ("Jens", ["Jens Stoltenberg"]),
        ("général Serban", ["T. Serban"]),
        ("M. Rutte", ["Mark Rutte"]),
        ("ministre de la defense", ["Margarita Robles", "Carme Chacón"]),
        ("ministres de la Défense", ["Margarita Robles", "Carme Chacón"]),
        ("ministre Robles", ["Margarita Robles"]),
        ("minister of defence", ["Margarita Robles", "Carme Chacón"]),
        ("secrétaire générale de l'OTAN", ["Mark Rutte", "Jens Stoltenberg"]),
        ("défense", []),  # an office is named by its post
        ("otan", ["OTAN"]),  # a whole name stands alone
        ("traité atlantique", ["OTAN"]),
        ("NATO", ["OTAN"]),
        ("comité otan", ["Comité militaire de l'OTAN"]),
        ("l’Espagne", ["Espagne"]),
        ("espagnol", ["Espagne"]),
        ("sommet de Madrid", ["Sommet de Madrid", "Sommet de Madrid"]),
        ("sommet madrid juin 2022", ["Sommet de Madrid"]),
        ("sommet madrid mai 2022", []),
        ("juin 2022", []),  # a day alone names no meeting
        ("voisinage SUD", ["Voisinage sud"]),
        ("sommet de Varsovie", []),
        ("de la", []),
        ("", []),
        ("a " * 100_000, []),
        ("mot " * 13, []),
        ("\0()\"'%_\\", []),
    ],
)
def test_words_name_entries(offices, text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("stolt", ["Jens Stoltenberg"]),
        ("mark ru", ["Mark Rutte"]),
        ("esp", ["Espagne"]),
        ("ru mark", []),
        ("rut ", []),
    ],
)
def test_while_typing_the_last_word_can_be_the_beginning_of_one(offices, typed, expected):
    found = names(typed, partial=True)
    assert [name for name in found if name in {"Jens Stoltenberg", "Mark Rutte", "Espagne"}] == expected


def test_an_office_shows_with_its_days_and_in_the_form_of_who_holds_it(offices):
    [robles, chacon] = find("ministre de la défense", most=2)
    assert robles.note == "ministre de la Défense d'Espagne, depuis le 7 juin 2018"
    assert chacon.note == "ministre de la Défense d'Espagne, du 14 avril 2008 au 22 décembre 2011"
    Official.objects.filter(name="Mark Rutte").update(gender="f")
    assert find("rutte", most=1)[0].note.startswith("secrétaire générale de l'OTAN")
    with translation.override("en"):
        [rutte] = find("rutte", most=1)
        assert (rutte.note, rutte.url) == ("NATO Secretary General, since 1 October 2024", "/en/officials/mark-rutte/")


def test_whoever_acts_for_another_is_said_to(offices):
    Tenure.objects.filter(official__name="Mark Rutte").update(acting=True)
    assert "par intérim" in find("rutte", most=1)[0].note


def test_of_the_same_name_the_one_with_most_coverage_comes_first(offices):
    newest, oldest = find("sommet de madrid", most=2)
    assert "2024" in newest.note
    assert find("sommet de madrid", most=1, counts={("meeting", Meeting.objects.get(slug=oldest.slug).pk): 3}) == [
        oldest
    ]


def test_who_holds_an_office_comes_before_the_meeting_of_those_who_do(offices):
    meeting = Meeting.objects.create(kind="ministerial", title_fr="Réunion des ministres de la Défense", start="2024")
    found = find("ministre de la Défense", most=3, counts={("meeting", meeting.pk): 9})
    assert found[0].name == "Margarita Robles"
    assert "Réunion des ministres de la Défense" in [entry.name for entry in found]


def test_what_readers_do_not_see_is_not_named(offices):
    Official.objects.create(name="Inconnue Quillfish", confirmed=False)
    Meeting.objects.create(kind="other", title_fr="Réunion Quillfish", confirmed=False)
    make_article(tags=["Quillfish"])
    make_edition(tags=["Quillfish bientôt"], visible_from=day(1))
    make_edition(tags=["Quillfish hier"], visible_from=day(-2), visible_until=day(-1))
    make_edition(tags=["Quillfish jeté"], trashed=True)
    assert names("quillfish") == names("quillf", partial=True) == []
    make_edition(officials=[Official.objects.get(name="Inconnue Quillfish")])
    assert names("quillfish") == ["Inconnue Quillfish"]


def test_entries_take_one_query_however_many_there_are(offices, django_assert_num_queries):
    for number in range(50):
        Official.objects.create(name=f"Mark {number}")
    with django_assert_num_queries(1):
        assert len(find("mark", most=named.MOST_WORDS)) == named.MOST_WORDS
