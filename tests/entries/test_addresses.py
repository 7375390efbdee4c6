"""The addresses that entries had: one step to the present one, never another entry's, revocable."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from articles import entries
from articles.models import Theme
from partners.dates import PartialDate
from partners.models import FormerOfficial, Official
from partners.naming import remove_name
from partners.registry import registry_names
from tests.making import make_edition
from tests.partners.making import make_country, make_meeting, make_official, make_organisation

pytestmark = pytest.mark.django_db


def merged(make, chief, **fields):
    """An entry that stays, and the address of the one that went into it."""
    one, other = make(**fields), make(**fields)
    address = other.get_absolute_url()
    entries.merge(one, other, by=chief)
    return one, address


def make_theme():
    theme = Theme.objects.create(name=f"Sujet {Theme.objects.count()}")
    make_edition(tags=[theme.name])
    return theme


@pytest.mark.parametrize("make", [make_official, make_organisation, make_meeting, make_theme])
def test_the_old_address_leads_to_the_entry_that_stays_in_both_trees_and_for_feeds(client, chief, make):
    one, address = merged(make, chief)
    page = one.get_absolute_url()
    for path in ["", "atom.xml", "rss.xml", "feed.json"]:
        moved = client.get(f"{address}{path}")
        assert (moved.status_code, moved["Location"]) == (301, f"{page}{path}"), path
        assert "no-cache" in moved["Cache-Control"]
        assert client.get(moved["Location"]).status_code == 200
    english = {"/responsables/": "/en/officials/", "/organisations/": "/en/organisations/"}
    english |= {"/reunions/": "/en/meetings/", "/themes/": "/en/themes/"}
    for french, other in english.items():
        if address.startswith(french):
            moved = client.get(address.replace(french, other))
            assert moved["Location"] == page.replace(french, other)


def test_a_meetings_calendar_moves_with_it(client, chief):
    one, address = merged(make_meeting, chief, start="2025-06-24")
    moved = client.get(f"{address}meeting.ics")
    assert (moved.status_code, moved["Location"]) == (301, f"{one.get_absolute_url()}meeting.ics")


def test_many_changes_of_name_lead_in_one_step(client, chief):
    entry = make_official("Ada Un")
    for name in ["Ada Deux", "Ada Trois", "Ada Quatre"]:
        entries.rename(entry, {"name": name}, by=chief)
    last = make_official("Bo Lund")
    entries.merge(last, Official.objects.get(pk=entry.pk), by=chief)
    for slug in ["ada-un", "ada-deux", "ada-trois", "ada-quatre"]:
        assert client.get(f"/responsables/{slug}/")["Location"] == "/responsables/bo-lund/"


def test_a_name_taken_back_takes_its_address_back(client, chief):
    entry = make_official("Ada Un")
    entries.rename(entry, {"name": "Ada Deux"}, by=chief)
    entries.rename(entry, {"name": "Ada Un"}, by=chief)
    assert client.get("/responsables/ada-un/").status_code == 200
    assert client.get("/responsables/ada-deux/")["Location"] == "/responsables/ada-un/"
    assert FormerOfficial.objects.get().slug == "ada-deux"


def test_no_new_entry_gets_an_address_that_another_had(chief):
    entry, theme = make_official("Ada Un"), Theme.objects.create(name="Ancien sujet")
    entries.rename(entry, {"name": "Ada Deux"}, by=chief)
    assert make_official("Ada Un").slug == "ada-un-2"
    assert make_official("Ada Deux").slug == "ada-deux-2"
    entries.merge(Theme.objects.create(name="Sujet"), theme, by=chief)
    FormerTheme = Theme._meta.get_field("former_names").related_model
    FormerTheme.objects.update(folded="x")  # as if it had been called otherwise at the same address
    assert Theme.objects.create(name="Ancien sujet").slug == "ancien-sujet-2"


def test_a_former_address_of_what_readers_may_not_see_tells_nothing(client, chief):
    entry = make_official("Ada Un", confirmed=False)
    entries.rename(entry, {"name": "Ada Deux"}, by=chief)
    former = FormerOfficial.objects.get()
    assert client.get("/responsables/ada-un/").status_code == 404
    entries.revoke(former, by=chief)
    assert client.get("/responsables/ada-un/").status_code == 404
    make_edition(officials=[entry])
    assert client.get("/responsables/ada-un/").status_code == 410
    entries.lead_again(former, by=chief)
    assert client.get("/responsables/ada-un/").status_code == 301


def test_the_sitemap_and_the_lists_have_the_one_that_stays_only(client, chief):
    one, address = merged(make_official, chief)
    for path in ["/sitemap-officials.xml", "/responsables/"]:
        content = client.get(path).content.decode()
        assert one.get_absolute_url() in content
        assert address not in content


@pytest.mark.parametrize(
    ("make", "names", "others"),
    [
        (make_official, {"name": "Nouveau Nom"}, "other_names"),
        (make_organisation, {"name_fr": "Nouveau Nom", "name_en": "New Name"}, "aliases"),
        (make_meeting, {"title_fr": "Nouveau Nom"}, "other_titles"),
        (make_country, {"name_fr": "Nouveau Nom"}, "aliases"),
    ],
)
def test_texts_are_read_by_the_former_name(chief, make, names, others):
    entry = make()
    kind = entries.kind_of(entry)
    old = kind.called(entry)
    entries.rename(entry, names, by=chief)
    entry.refresh_from_db()
    assert old in getattr(entry, others)
    assert kind.called(entry) == "Nouveau Nom"
    every = registry_names()
    texts = [s.text for group in (every.organisations, every.countries) for row in group for s in row.surfaces]
    texts += [name for row in every.officials for name in (row.name, *row.other_names)]
    texts += [s.text for row in every.meetings for s in row.titles]
    assert old in texts


def test_a_theme_keeps_its_address_where_that_is_wished(client, chief):
    theme = make_theme()
    address = theme.get_absolute_url()
    entries.rename(theme, {"name": "Armées"}, by=chief, new_address=False)
    assert client.get(address).status_code == 200
    assert Theme.objects.get().name == "Armées"


@pytest.mark.postgresql
def test_postgresql_refuses_an_address_that_is_living_and_former_at_once(chief):
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    entry = make_official("Ada Un")
    with pytest.raises(IntegrityError, match="ada-un"), transaction.atomic():
        FormerOfficial.objects.create(entry=entry, name="Ada", slug="ada-un")
    entries.rename(entry, {"name": "Ada Deux"}, by=chief)
    with pytest.raises(IntegrityError, match="ada-un"), transaction.atomic():
        Official.objects.filter(pk=entry.pk).update(slug="ada-un")


def test_a_theme_gets_no_name_or_address_that_leads_to_another(client, chief):
    kept, gone = Theme.objects.create(name="Défense"), Theme.objects.create(name="Armées")
    entries.merge(kept, gone, by=chief)
    client.force_login(chief)
    add = reverse("admin:articles_theme_add")
    for form in [{"name": "armees", "slug": "autre"}, {"name": "Autre", "slug": "armees"}]:
        said = client.post(add, form)
        assert said.status_code == 200
        assert "Défense" in said.content.decode()
    assert Theme.objects.count() == 1


FORMER = "Formerly: "


def page(client, entry):
    """The entry's page in English, its words only."""
    entry = type(entry).objects.get(pk=entry.pk)
    with translation.override("en"):
        answer = client.get(entry.get_absolute_url())
    assert answer.status_code == 200
    return " ".join(strip_tags(answer.content.decode()).split())


@pytest.mark.parametrize(
    ("make", "field"),
    [(make_official, "name"), (make_organisation, "name_fr"), (make_meeting, "title_fr"), (make_country, "name_fr")],
)
def test_readers_are_told_what_an_entry_was_called_before_where_it_is_known_until_when(client, chief, make, field):
    entry = make(**{field: "Ursuline Ancien"})
    assert FORMER not in page(client, entry)
    entries.rename(entry, {field: "Ursuline Moyen"}, by=chief, until=PartialDate(2019, 2))
    entries.rename(entry, {field: "Ursuline Nouveau"}, by=chief)
    entries.rename(entry, {field: "Ursuline Autre"}, by=chief, until=PartialDate(2021))
    told = page(client, entry)
    assert "Formerly: Ursuline Nouveau (until 2021) · Ursuline Ancien (until February 2019)" in told
    assert "Ursuline Moyen" not in told.partition(FORMER)[2][:80]


def test_readers_are_not_told_a_name_that_was_wrong_or_revoked_or_is_the_present_one(client, chief):
    for undo in ["remove", "revoke", "rename"]:
        entry = make_official("Ursuline Ancien")
        entries.rename(entry, {"name": "Ursuline Nouveau"}, by=chief, until=PartialDate(2019))
        entry.refresh_from_db()
        assert "Formerly: Ursuline Ancien" in page(client, entry)
        if undo == "remove":
            remove_name(entry, "Ursuline Ancien", by=chief)
        elif undo == "revoke":
            entries.revoke(entry.former_names.get(), by=chief)
        else:
            entries.rename(entry, {"name": "ursuline ancien"}, by=chief)
        entry.refresh_from_db()
        assert FORMER + "Ursuline Ancien" not in page(client, entry), undo
        Official.objects.all().delete()
