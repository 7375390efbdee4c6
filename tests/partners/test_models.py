"""What the registry's rows answer: names by language, who held what when, addresses, search."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.dates import Answer, PartialDate
from partners.fields import LinesFormField, PartialDateFormField
from partners.models import Country, Meeting, Official, Relation, Tenure
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_relation,
    make_tenure,
)

pytestmark = pytest.mark.django_db


def on(text):
    return PartialDate.parse(text)


def test_a_name_is_said_in_the_active_language():
    country = make_country(name_fr="Allemagne", name_en="Germany")
    organisation = make_organisation(
        name_fr="Union africaine", name_en="African Union", acronym_fr="UA", acronym_en="AU"
    )
    meeting = make_meeting(title_fr="Sommet de La Haye", title_en="", city="La Haye", city_en="The Hague")
    with override("fr"):
        assert (str(country), organisation.short_name, meeting.place) == ("Allemagne", "UA", "La Haye")
    with override("en"):
        assert (str(country), organisation.short_name, meeting.place) == ("Germany", "AU", "The Hague")
        assert meeting.name == "Sommet de La Haye", "the other language where one is missing"


def test_a_title_takes_the_form_of_its_holder():
    office = make_office("secrétaire général", title_fr_f="secrétaire générale", title_en="Secretary General")
    with override("fr"):
        assert make_tenure(make_official("A", gender="f"), office, "2001", "2002").title == "secrétaire générale"
        assert make_tenure(make_official("B"), office, "2003", "2004").title == "secrétaire général"
    with override("en"):
        assert Tenure.objects.first().title == "Secretary General"


def test_holders_are_told_from_those_who_may_have_been():
    office = make_office()
    sure = make_tenure(make_official("A"), office, "2014-10-01", "2024-10-01")
    maybe = make_tenure(make_official("B"), office, "2024-10")
    unknown = make_tenure(make_official("C"), office)
    assert [(h.tenure, h.answer) for h in office.holders(on("2020-05"))] == [
        (sure, Answer.YES),
        (unknown, Answer.CANNOT_SAY),
    ]
    assert {h.tenure for h in office.holders(on("2024-10"))} == {sure, maybe, unknown}
    assert maybe.held(on("2024-11-02")) is Answer.YES


def test_a_relation_on_a_date_prefers_what_is_sure_and_membership():
    finland = make_country("FI")
    partner = make_relation(finland, "partnership-for-peace", "1994-05-09", "2023-04-04")
    member = make_relation(finland, "member", "2023-04-04")
    assert finland.relation_on(on("2000")) == (partner, Answer.YES)
    assert finland.relation_on(on("2023-04-04")) == (member, Answer.YES)
    assert finland.relation_on(on("1994")) == (partner, Answer.CANNOT_SAY)
    assert finland.relation_on(on("1980")) == (None, Answer.NO)


SPANS = [(None, None), ("2014", "2016-06"), ("2015-03-10", None), (None, "2015"), ("2016-02", "2016-02-20")]


@pytest.mark.parametrize(
    "date", ["2013", "2015", "2015-03", "2015-03-09", "2016", "2016-02-21", "2016-06-30", "2017-01"]
)
def test_possible_tenures_are_those_that_held_or_may_have(date):
    office = make_office(single_holder=False)
    for number, (since, until) in enumerate(SPANS):
        make_tenure(make_official(f"P{number}"), office, since, until)
    possible = set(Tenure.objects.possible_on(on(date)))
    assert possible == {tenure for tenure in Tenure.objects.all() if tenure.held(on(date)) is not Answer.NO}
    for code, (since, until) in zip(["AA", "AB", "AC", "AD", "AE"], SPANS, strict=True):
        make_relation(make_country(code), "member", since, until)
    relations = {relation for relation in Relation.objects.all() if relation.held(on(date)) is not Answer.NO}
    assert set(Relation.objects.possible_on(on(date))) == relations


def test_possible_meetings_have_a_date_that_fits():
    two_days = make_meeting(start="2024-07-09", end="2024-07-11")
    one_day = make_meeting(start="2024-07-10")
    make_meeting()
    assert set(Meeting.objects.possible_on(on("2024-07"))) == {two_days, one_day}
    assert set(Meeting.objects.possible_on(on("2024-07-11"))) == {two_days}
    assert set(Meeting.objects.possible_on(on("2024-08"))) == set()


def test_dates_come_back_as_known():
    make_tenure(since="2024", until="2024-10")
    tenure = Tenure.objects.get()
    assert (tenure.since, tenure.until) == (on("2024"), on("2024-10"))
    assert Tenure.objects.get(since=on("2024")) == Tenure.objects.get(since="2024") == tenure
    assert list(Tenure.objects.values_list("until", flat=True)) == [on("2024-10")]


def test_a_date_is_one_from_the_moment_it_is_assigned():
    assert Tenure(since="2024-10").since == on("2024-10")
    assert Tenure(since="").since is None


def test_a_text_that_is_no_date_is_refused_with_what_to_write():
    with pytest.raises(ValidationError, match="2024-10-17"):
        PartialDateFormField().clean("17/10/2024")
    assert PartialDateFormField(required=False).clean("") is None
    assert PartialDateFormField().clean(" 2024-10 ") == on("2024-10")


def test_names_are_kept_one_per_line():
    official = make_official(other_names=["Élise", "Lise ", "", "Élise"])
    assert Official.objects.get(pk=official.pk).other_names == ("Élise", "Lise")
    assert Official.objects.filter(other_names__icontains="Lise").exists()
    field = LinesFormField()
    assert field.clean("Élise\r\n\r\n Lise\r\n") == ("Élise", "Lise")
    assert field.prepare_value(("Élise", "Lise")) == "Élise\nLise"
    assert not field.has_changed(("Élise",), "Élise\r\n")
    assert field.has_changed(("Élise",), "Lise")


@pytest.mark.parametrize("query", ["gulfem", "GÜLFEM", "cœur", "coeur", "lord gul", "Ødegård", "odegard", "l’Île ile"])
def test_search_disregards_accents_case_and_apostrophes(query):
    official = make_official("Gülfem Ødegård", other_names=["Lord Cœur", "L'Île"])
    make_official("Someone Else")
    assert list(Official.objects.matching(query)) == [official]


def test_addresses_are_ascii_unique_and_stay_when_the_name_changes():
    first, second = make_official("Łukasz Çelik-Østergård"), make_official("Łukasz Çelik-Østergård")
    assert (first.slug, second.slug) == ("lukasz-celik-ostergard", "lukasz-celik-ostergard-2")
    assert first.key != second.key
    first.name = "Somebody"
    first.save()
    assert (first.slug, first.key) == ("lukasz-celik-ostergard", "lukasz-celik-ostergard")
    assert make_official("محمد").slug == "official"


def test_a_saved_name_is_found_at_once_even_when_only_some_fields_are_saved():
    official = make_official("Ancien Nom")
    official.name = "Nouveau Nom"
    official.save(update_fields=["name"])
    assert Official.objects.matching("nouveau").exists()
    assert not Official.objects.matching("ancien").exists()


@pytest.mark.parametrize("make", [make_country, make_organisation, make_official, make_meeting])
def test_a_row_has_a_page_of_its_own(make):
    row = make()
    assert row.slug in row.get_absolute_url()


def test_countries_with_an_open_relation_are_found_by_framework():
    france, malta = make_country("FR"), make_country("MT")
    make_relation(france, "member", "1949")
    make_relation(malta, "partnership-for-peace", "1995", "1996")
    assert list(Country.objects.with_open_relation()) == [france]
    assert list(Country.objects.with_open_relation("partnership-for-peace")) == []
    assert set(Country.objects.related_to_the_alliance()) == {france, malta}
