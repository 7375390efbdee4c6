"""Taking a wrong name off a registry entry for good, and giving it back."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied

from partners.loading import load
from partners.models import Country, Official, Organisation, RemovedName
from partners.naming import CannotRename, give_other_name, names_of_entry, remove_name, removed_names, restore_name
from partners.registry import registry_names
from partners.rows import CountryRow, OfficialRow, OrganisationRow, Tables
from tests.making import make_user
from tests.partners.making import make_country, make_meeting, make_official

pytestmark = pytest.mark.django_db

TABLES = Tables(
    countries=(
        CountryRow(
            line=2,
            code="GE",
            name_fr="Géorgie",
            name_en="Georgia",
            aliases=("République de Géorgie", "Tiflis", "Ibérie"),
            capitals_fr=("Tiflis",),
            ambiguous=("Tiflis",),
        ),
    ),
    organisations=(
        OrganisationRow(line=2, key="ua", name_fr="Union africaine", name_en="African Union", acronym_en="AU"),
    ),
    officials=(OfficialRow(line=2, key="ada", name="Ada Marin", other_names=("A. Marin", "Ada Marine")),),
)


@pytest.fixture
def chief(db):
    return make_user("chief")


def surfaces():
    return {surface.text for country in registry_names().countries for surface in country.surfaces}


def test_a_removed_name_leaves_every_field_and_no_text_means_the_entry_by_it(chief):
    load(TABLES)
    country = Country.objects.get()
    assert "Tiflis" in surfaces()
    remove_name(country, "tiflis", by=chief)
    country.refresh_from_db()
    assert (country.aliases, country.capitals_fr, country.ambiguous) == (("République de Géorgie", "Ibérie"), (), ())
    assert "Tiflis" not in surfaces()
    assert "tiflis" not in country.folded
    assert "Tiflis" in LogEntry.objects.get(object_id=str(country.pk)).change_message


def test_loading_the_tables_again_does_not_bring_it_back_and_reports_no_editor(chief):
    load(TABLES)
    remove_name(Country.objects.get(), "Tiflis", by=chief)
    remove_name(Official.objects.get(), "Ada Marine", by=chief)
    remove_name(Organisation.objects.get(), "AU", by=chief)
    report = load(TABLES)
    assert (report.changed, report.kept) == (0, [])
    assert "Tiflis" not in surfaces()
    assert Official.objects.get().other_names == ("A. Marin",)
    assert Organisation.objects.get().acronym_en == ""


def test_the_entry_still_follows_its_table_in_everything_else(chief):
    load(TABLES)
    remove_name(Official.objects.get(), "Ada Marine", by=chief)
    row = OfficialRow(line=2, key="ada", name="Ada Marin", other_names=("A. Marin", "Ada Marine", "Ada M."))
    report = load(Tables(officials=(row,)))
    assert report.kept == []
    assert Official.objects.get().other_names == ("A. Marin", "Ada M.")


def test_a_new_entry_of_the_tables_comes_without_names_removed_before(chief):
    load(TABLES)
    official = Official.objects.get()
    remove_name(official, "Ada Marine", by=chief)
    Official.objects.filter(pk=official.pk).delete()  # as a restored backup would leave it: without a trace
    from partners.models import RemovedRow

    RemovedRow.objects.all().delete()
    load(TABLES)
    assert Official.objects.get().other_names == ("A. Marin",)


def test_a_name_given_back_stands_where_it_stood_and_the_tables_agree(chief):
    load(TABLES)
    country = Country.objects.get()
    removed = remove_name(country, "Tiflis", by=chief)
    load(TABLES)
    assert restore_name(removed, by=chief) == country
    country.refresh_from_db()
    assert country.aliases == ("République de Géorgie", "Tiflis", "Ibérie")
    assert not country.differences()
    assert not RemovedName.objects.exists()
    report = load(TABLES)
    assert (report.changed, report.kept) == (0, [])


def test_what_an_editor_wrote_since_survives_giving_a_name_back(chief):
    load(TABLES)
    organisation = Organisation.objects.get()
    removed = remove_name(organisation, "AU", by=chief)
    Organisation.objects.update(acronym_en="AfU")
    restore_name(removed, by=chief)
    organisation.refresh_from_db()
    assert organisation.acronym_en == "AfU"


@pytest.mark.parametrize("name", ["Géorgie", "georgia"])
def test_an_entrys_own_name_stays(chief, name):
    load(TABLES)
    with pytest.raises(CannotRename):
        remove_name(Country.objects.get(), name, by=chief)


def test_a_name_that_the_entry_has_not_cannot_be_removed(chief):
    with pytest.raises(CannotRename):
        remove_name(make_official(), "Autre Nom", by=chief)


def test_only_who_may_change_the_entry_removes_gives_and_gives_back(chief):
    official, reporter = make_official(other_names=["A. Marin"]), make_user("reporter")
    removed = remove_name(official, "A. Marin", by=chief)
    for call in (
        lambda: remove_name(official, "Ada Marin", by=reporter),
        lambda: restore_name(removed, by=reporter),
        lambda: give_other_name(official, "Ada M.", by=reporter),
    ):
        with pytest.raises(PermissionDenied):
            call()


def test_a_spelling_added_by_hand_is_no_longer_a_removed_one(chief):
    load(TABLES)
    official = Official.objects.get()
    remove_name(official, "Ada Marine", by=chief)
    assert give_other_name(official, "Ada  Marine", by=chief)
    assert not give_other_name(official, "ADA MARINE", by=chief)
    assert not list(removed_names(official))
    load(TABLES)
    assert Official.objects.get().other_names == ("A. Marin", "Ada Marine")


def test_names_are_listed_once_with_what_may_go(db):
    country = make_country("GE", name_fr="Géorgie", name_en="Georgia", aliases=["Georgie", "Tiflis"])
    listed = {each.text: each.removable for each in names_of_entry(country)}
    assert listed == {"Géorgie": False, "Georgia": False, "Tiflis": True}
    meeting = make_meeting(title_fr="Sommet de La Haye", title_en="Hague Summit")
    assert {each.text: each.removable for each in names_of_entry(meeting)} == {
        "Sommet de La Haye": False,
        "Hague Summit": True,
    }
