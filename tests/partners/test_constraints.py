"""What the database and the forms refuse of the registry."""

import importlib

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from partners.loading import OVERLAP_CONSTRAINTS
from partners.models import Country, Office, Relation, Tenure
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


def refused(make, *args, **kwargs):
    """Whether the database refuses the row."""
    try:
        with transaction.atomic():
            make(*args, **kwargs)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2025", "2024", True),
        ("2025", "2024-12", True),
        ("2024-11", "2024-10", True),
        ("2024-10-17", "2024-10-16", True),
        ("2024-11-01", "2024-10", True),
        ("2024-10-17", "2024-10", False),
        ("2024", "2024-01", False),
        ("2024-12-31", "2024", False),
        (None, "2024", False),
        ("2024", None, False),
    ],
)
def test_an_end_that_cannot_follow_its_start_is_refused(since, until, expected):
    assert refused(make_tenure, since=since, until=until) is expected
    assert refused(make_relation, since=since, until=until) is expected
    assert refused(make_meeting, start=since, end=until) is expected


@pytest.mark.parametrize("text", ["2024-13", "24", "2024-1", "2024-10-32", "soon", "2024-10-1T", "2024\n"])
def test_what_is_no_date_is_refused_by_the_database_itself(text):
    tenure = make_tenure(since="2024")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE partners_tenure SET since = %s WHERE id = %s", [text, tenure.pk])


def test_a_country_has_one_open_relation_per_framework():
    country = make_country()
    make_relation(country, "member", since="1949")
    assert refused(make_relation, country, "member", since="2009")
    assert not refused(make_relation, make_country("BE"), "member", since="1949")


def test_no_two_same_relations_even_with_an_unknown_start():
    country = make_country()
    make_relation(country, "member", since=None, until="1950")
    assert refused(make_relation, country, "member", since=None, until="1960")


def test_no_two_same_tenures_even_with_an_unknown_start():
    official, office = make_official(), make_office()
    make_tenure(official, office, since=None)
    assert refused(make_tenure, official, office, since=None, until="1960")
    make_tenure(official, office, since="1970", until="1971")
    assert refused(make_tenure, official, office, since="1970")


def test_no_two_same_meetings():
    make_meeting(title_fr="Sommet de Prague", city="Prague", start="2002-11-21")
    assert refused(make_meeting, title_fr="Sommet de Prague", city="Prague", start="2002-11-21")
    assert not refused(make_meeting, title_fr="Sommet de Prague", city="Prague", start="2022")


def test_an_office_belongs_to_one_organisation_or_one_country():
    country, organisation = make_country(), make_organisation()
    assert refused(Office.objects.create, title_fr_m="x", title_en="x")
    assert refused(Office.objects.create, title_fr_m="x", title_en="x", country=country, organisation=organisation)
    assert not refused(Office.objects.create, title_fr_m="x", title_en="x", country=country)
    assert refused(Office.objects.create, title_fr_m="x", title_en="x", country=country)


@pytest.mark.parametrize("code", ["fr", "F", "F1"])
def test_a_country_code_is_two_capital_letters(code):
    assert refused(Country.objects.create, code=code, name_fr="x", name_en="x")


def test_a_framework_and_a_kind_are_of_the_registrys_words():
    assert refused(make_relation, framework="friend")
    assert refused(make_meeting, kind="party")


RELATIONS = [  # framework, since, until of two relations of one country; whether they surely overlap
    (("member", "1949", "1966"), ("member", "1960", None), True),
    (("member", "1949", "1966"), ("member", "1966", None), False),
    (("partnership-for-peace", "1994-05-09", "2023-04-04"), ("member", "2023-04-04", None), False),
    (("partnership-for-peace", "1994-05-09", "2023-04-05"), ("member", "2023-04-04", None), True),
    (("partnership-for-peace", "1994", None), ("member", None, None), False),
    (("partnership-for-peace", "1994", None), ("mediterranean-dialogue", "1995", None), False),
    (("mediterranean-dialogue", "1995", None), ("member", "1999", None), True),
]


@pytest.mark.parametrize(("first", "second", "overlap"), RELATIONS)
def test_a_form_refuses_relations_that_surely_overlap(first, second, overlap):
    country = make_country()
    make_relation(country, *first)
    framework, since, until = second
    relation = Relation(country=country, framework=framework, since=since, until=until)
    if overlap:
        with pytest.raises(ValidationError, match=r"overlap|cours|chevauche"):
            relation.full_clean()
    else:
        relation.full_clean()


@pytest.mark.postgresql
@pytest.mark.parametrize(("first", "second", "overlap"), RELATIONS)
def test_postgresql_refuses_relations_that_surely_overlap(first, second, overlap):
    country = make_country()
    make_relation(country, *first)
    assert refused(make_relation, country, *second) is overlap


TENURES = [  # of two officials in one office: since, until, acting; and whether they surely overlap
    (("2014-10-01", "2024-10-01", False), ("2024-10-01", None, False), False),
    (("2014-10-01", "2024-10-02", False), ("2024-10-01", None, False), True),
    (("2014-10", "2024-10", False), ("2024-10", None, False), False),
    (("2014", None, False), ("2020", "2020-06", False), False),  # no day of the second is certain
    (("2014", None, False), ("2019", "2021", False), True),
    (("2014", None, False), ("2019", "2021", True), False),
    ((None, None, False), ("2019", "2021", False), False),
]


@pytest.mark.parametrize(("first", "second", "overlap"), TENURES)
def test_a_form_refuses_two_holders_of_an_office_for_one(first, second, overlap):
    office = make_office(single_holder=True)
    make_tenure(make_official("A"), office, *first[:2], acting=first[2])
    since, until, acting = second
    tenure = Tenure(official=make_official("B"), office=office, since=since, until=until, acting=acting)
    if overlap:
        with pytest.raises(ValidationError):
            tenure.full_clean()
    else:
        tenure.full_clean()


@pytest.mark.postgresql
@pytest.mark.parametrize(("first", "second", "overlap"), TENURES)
def test_postgresql_refuses_two_holders_of_an_office_for_one(first, second, overlap):
    office = make_office(single_holder=True)
    make_tenure(make_official("A"), office, *first[:2], acting=first[2])
    assert refused(make_tenure, make_official("B"), office, *second[:2], acting=second[2]) is overlap


def test_an_office_for_several_has_several_holders():
    office = make_office(single_holder=False)
    make_tenure(make_official("A"), office, since="2014")
    tenure = Tenure(official=make_official("B"), office=office, since="2015")
    tenure.full_clean()
    tenure.save()


def test_one_official_holds_an_office_once_at_a_time():
    official, office = make_official(), make_office(single_holder=False)
    make_tenure(official, office, since="2014", until="2020")
    with pytest.raises(ValidationError):
        Tenure(official=official, office=office, since="2016").full_clean()


@pytest.mark.postgresql
def test_postgresql_refuses_one_official_twice_in_an_office():
    official, office = make_official(), make_office(single_holder=False)
    make_tenure(official, office, since="2014", until="2020")
    assert refused(make_tenure, official, office, since="2016")


def test_an_office_that_had_two_holders_cannot_become_single():
    office = make_office(single_holder=False)
    make_tenure(make_official("A"), office, since="2014")
    make_tenure(make_official("B"), office, since="2015")
    office.single_holder = True
    with pytest.raises(ValidationError):
        office.full_clean()


def test_whether_an_office_is_single_is_copied_to_its_tenures():
    office = make_office(single_holder=True)
    ordinary = make_tenure(make_official("A"), office, since="2014", until="2015")
    acting = make_tenure(make_official("B"), office, since="2014", acting=True)
    assert (ordinary.exclusive, acting.exclusive) == (True, False)
    office.single_holder = False
    office.save()
    ordinary.refresh_from_db()
    assert ordinary.exclusive is False
    office.single_holder = True
    office.save()
    ordinary.refresh_from_db()
    acting.refresh_from_db()
    assert (ordinary.exclusive, acting.exclusive) == (True, False)


def test_the_loader_defers_every_overlap_constraint_of_the_migration():
    migration = importlib.import_module("partners.migrations.0002_refuse_certain_overlaps")
    assert ", ".join(name for _table, name, *_rest in migration.CONSTRAINTS) == OVERLAP_CONSTRAINTS
