"""Makes the registry's rows that a test needs; what does not matter to it is filled in."""

import itertools

from partners.models import Country, Meeting, Office, Official, Organisation, Relation, Tenure

_numbers = itertools.count(1)


def make_country(code="FR", **fields):
    return Country.objects.create(**({"code": code, "name_fr": f"Pays {code}", "name_en": f"Land {code}"} | fields))


def make_organisation(**fields):
    number = next(_numbers)
    names = {"name_fr": f"Organisation {number}", "name_en": f"Organisation {number}"}
    return Organisation.objects.create(**(names | fields))


def make_official(name="Ada Marin", **fields):
    return Official.objects.create(name=name, **fields)


def make_office(title="ministre", **fields):
    if not fields.keys() & {"organisation", "country"}:
        fields["organisation"] = make_organisation()
    return Office.objects.create(**({"title_fr_m": title, "title_en": f"{title} (en)"} | fields))


def make_tenure(official=None, office=None, since=None, until=None, **fields):
    official, office = official or make_official(), office or make_office()
    return Tenure.objects.create(official=official, office=office, since=since, until=until, **fields)


def make_relation(country=None, framework="member", since=None, until=None, **fields):
    country = country or make_country()
    return Relation.objects.create(country=country, framework=framework, since=since, until=until, **fields)


def make_meeting(**fields):
    values = {"kind": "summit", "title_fr": f"Sommet {next(_numbers)}", "title_en": "Summit"}
    return Meeting.objects.create(**(values | fields))
