"""Loading the tables: by key, as often as one likes, never over an editor, all or nothing."""

import dataclasses
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.dates import PartialDate
from partners.loading import load, tables_from_database
from partners.models import Country, Meeting, Office, Official, Relation, RemovedRow, Tenure
from partners.registry import DATA, BadTables, names_of, read_tables, registry_names
from partners.rows import (
    CountryRow,
    DocumentRow,
    MeetingRow,
    OfficeRow,
    OfficialRow,
    OrganisationRow,
    RelationRow,
    Tables,
    TenureRow,
)
from tests.partners.making import make_official, make_tenure

pytestmark = pytest.mark.django_db


def known(text):
    return PartialDate.parse(text)


SMALL = Tables(
    countries=(
        CountryRow(line=2, code="NO", name_fr="Norvège", name_en="Norway", aliases=("Royaume de Norvège",)),
        CountryRow(line=3, code="NL", name_fr="Pays-Bas", name_en="Netherlands"),
    ),
    organisations=(OrganisationRow(line=2, key="OTAN", name_fr="Organisation", name_en="Organization"),),
    relations=(RelationRow(line=2, key="NO-member", country="NO", framework="member", since=known("1949-08-24")),),
    officials=(
        OfficialRow(line=2, key="jens", name="Jens", country="NO"),
        OfficialRow(line=3, key="mark", name="Mark", country="NL"),
    ),
    offices=(OfficeRow(line=2, key="sg", title_fr_m="SG", title_en="SG", organisation="OTAN", single_holder=True),),
    tenures=(TenureRow(line=2, key="jens-sg", official="jens", office="sg", since=known("2014-10-01")),),
    meetings=(
        MeetingRow(
            line=2, key="m", kind="summit", title_fr="S", title_en="S", country="NO", participants=("NO", "NL")
        ),
    ),
)


def changed(tables, table, key, **values):
    """The tables with other values in one row."""
    rows = [dataclasses.replace(row, **values) if row.key == key else row for row in getattr(tables, table)]
    return dataclasses.replace(tables, **{table: tuple(rows)})


def added(tables, table, *rows):
    return dataclasses.replace(tables, **{table: (*getattr(tables, table), *rows)})


def refusal(tables):
    with pytest.raises(BadTables) as caught:
        load(tables)
    return [str(problem) for problem in caught.value.problems]


def snapshot():
    models = (Country, Relation, Official, Office, Tenure, Meeting)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_second_run_changes_nothing():
    first = load(SMALL)
    assert {name: count.created for name, count in first.counts.items()} == {
        name: len(getattr(SMALL, name)) for name in first.counts
    }
    before = snapshot()
    second = load(SMALL)
    assert second.changed == 0
    assert sum(count.unchanged for count in second.counts.values()) == first.changed
    assert snapshot() == before


def test_the_shipped_tables_load_and_load_again():
    tables = read_tables()
    assert load(tables).changed == sum(len(getattr(tables, name)) for name in load(tables).counts)
    again = load(tables)
    assert (again.changed, again.kept, again.left_out, again.gone) == (0, [], [], [])


def test_the_database_gives_back_the_tables_that_were_loaded(django_assert_max_num_queries):
    tables = read_tables()
    load(tables)
    with django_assert_max_num_queries(11):
        back = tables_from_database()
    for table in (field.name for field in dataclasses.fields(tables)):
        expected = {row.key: dataclasses.replace(row, line=0) for row in getattr(tables, table)}
        assert {row.key: row for row in getattr(back, table)} == expected
    names, found = names_of(tables), registry_names()
    assert set(found.countries) == set(names.countries)
    assert {official.key for official in found.officials} == {official.key for official in names.officials}


def test_what_the_table_changes_is_updated():
    load(SMALL)
    report = load(changed(SMALL, "officials", "jens", name="Jens Stoltenberg", other_names=("Stoltenberg",)))
    assert (report.counts["officials"].updated, report.changed) == (1, 1)
    official = Official.objects.get(key="jens")
    assert (official.name, official.other_names) == ("Jens Stoltenberg", ("Stoltenberg",))
    assert Official.objects.matching("stoltenberg").exists()


def test_participants_follow_the_table_in_any_order():
    load(SMALL)
    assert load(changed(SMALL, "meetings", "m", participants=("NL", "NO"))).changed == 0
    assert load(changed(SMALL, "meetings", "m", participants=("NL",))).changed == 1
    assert [country.code for country in Meeting.objects.get().participants.all()] == ["NL"]


def test_what_an_editor_changed_is_kept_and_told():
    load(SMALL)
    Official.objects.filter(key="jens").update(name="Jens S.")
    renamed = changed(SMALL, "officials", "jens", name="Jens Stoltenberg", source="https://example.org")
    for _again in range(2):
        report = load(renamed)
        official = Official.objects.get(key="jens")
        assert official.name == "Jens S."
        assert official.source == "https://example.org", "the other fields follow the table"
        assert [(kept.file, kept.line, kept.key, kept.field, kept.ours, kept.table) for kept in report.kept] == [
            ("officials.csv", 2, "jens", "name", "Jens S.", "Jens Stoltenberg")
        ]
    assert report.changed == 0
    assert official.differences() == {"name": ("Jens S.", "Jens Stoltenberg")}


def test_an_editors_links_and_participants_are_kept():
    load(SMALL)
    netherlands = Country.objects.get(code="NL")
    Official.objects.filter(key="jens").update(country=netherlands)
    Meeting.objects.get().participants.set([netherlands])
    report = load(SMALL)
    assert Official.objects.get(key="jens").country == netherlands
    assert list(Meeting.objects.get().participants.all()) == [netherlands]
    assert {(kept.field, kept.key) for kept in report.kept} == {("country", "jens"), ("participants", "m")}


def test_a_field_that_an_editor_brings_back_follows_the_table_again():
    load(SMALL)
    Official.objects.filter(key="jens").update(name="Jens S.")
    load(SMALL)
    Official.objects.filter(key="jens").update(name="Jens")
    load(changed(SMALL, "officials", "jens", name="Jens Stoltenberg"))
    assert Official.objects.get(key="jens").name == "Jens Stoltenberg"


def test_an_editors_own_row_of_the_same_key_is_not_overwritten():
    Official.objects.create(key="jens", name="Jens, by hand")
    report = load(SMALL)
    assert Official.objects.get(key="jens").name == "Jens, by hand"
    assert {kept.field for kept in report.kept} == {"name", "country"}


def test_a_row_that_an_editor_deleted_stays_away_until_it_is_taken_off_the_list():
    load(SMALL)
    Official.objects.get(key="jens").delete()
    report = load(SMALL)
    assert not Official.objects.filter(key="jens").exists()
    assert [problem.file for problem in report.left_out] == ["officials.csv", "tenures.csv"]
    RemovedRow.objects.all().delete()
    load(SMALL)
    assert Official.objects.filter(key="jens").exists()
    assert Tenure.objects.filter(key="jens-sg").exists()


def test_an_editors_own_row_leaves_no_trace_when_deleted():
    make_official().delete()
    assert not RemovedRow.objects.exists()


def test_a_row_that_left_its_table_stays_and_is_told():
    load(SMALL)
    report = load(dataclasses.replace(SMALL, meetings=()))
    assert report.gone == ["meetings.csv m"]
    assert Meeting.objects.filter(key="m").exists()


def test_an_overlap_with_an_editors_tenure_is_refused_by_line():
    load(SMALL)
    make_tenure(make_official("Hand"), Office.objects.get(), "2000", "2014")
    Tenure.objects.filter(official__name="Hand").update(until="2014-12-31", exclusive=False)
    before = snapshot()
    longer = changed(SMALL, "officials", "jens", name="Not to be loaded")
    found = refusal(longer)
    assert len(found) == 1
    assert found[0].startswith("tenures.csv line 2: jens-sg: overlaps, in an office with a single holder")
    assert snapshot() == before, "nothing half loaded"


def test_a_row_that_the_database_refuses_is_named_by_line_and_nothing_is_loaded():
    load(SMALL)
    jens, office = Official.objects.get(key="jens"), Office.objects.get()
    make_tenure(jens, office, "2001", "2002", key="by-hand")
    before = snapshot()
    twice = TenureRow(line=3, key="jens-sg-2", official="jens", office="sg", since=known("2001"), until=known("2002"))
    tables = added(changed(SMALL, "officials", "mark", name="Not to be loaded"), "tenures", twice)
    assert [text[:20] for text in refusal(tables)][:1] == ["tenures.csv line 3: "]
    assert snapshot() == before


def test_a_value_too_long_is_named_by_line_on_every_database():
    found = refusal(changed(SMALL, "officials", "mark", name="x" * 300))
    assert found[0].startswith("officials.csv line 3: mark: name")
    assert not Country.objects.exists()


def test_a_successor_is_loaded_with_the_end_of_the_predecessor():
    load(SMALL)
    closed = changed(SMALL, "tenures", "jens-sg", until=known("2024-10-01"))
    successor = TenureRow(line=1, key="mark-sg", official="mark", office="sg", since=known("2024-10-01"))
    tables = dataclasses.replace(closed, tenures=(successor, *closed.tenures))
    report = load(tables)
    assert (report.counts["tenures"].created, report.counts["tenures"].updated) == (1, 1)


def test_a_dry_run_counts_and_writes_nothing():
    report = load(SMALL, dry_run=True)
    assert report.counts["countries"].created == 2
    assert not Country.objects.exists()


def run(**options):
    out = StringIO()
    call_command("load_registry", stdout=out, **options)
    return out.getvalue()


def test_the_command_prints_what_it_created_updated_and_left():
    assert "created" in run()
    Country.objects.filter(code="FR").update(name_en="Gaul")
    text = run()
    assert "countries.csv ligne" in text
    assert "ici «\u00a0Gaul\u00a0», table «\u00a0France\u00a0»" in text


def test_the_command_fails_by_file_and_line_and_loads_nothing(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    path = folder / "officials.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, "x,,,,,"]), encoding="utf-8")
    with pytest.raises(CommandError, match=rf"officials.csv, ligne {len(lines) + 1}\s: ") as failure:
        run(folder=folder)
    assert failure.value.returncode == 1
    assert not Country.objects.exists()


def test_the_command_can_say_what_it_would_do():
    assert "Rien n’a été écrit." in run(dry_run=True)
    assert not Country.objects.exists()


def test_the_names_are_made_anew_only_when_a_row_has_changed():
    load(SMALL)
    names = registry_names()
    assert registry_names() is names
    country = Country.objects.order_by("pk")[0]
    Country.objects.filter(pk=country.pk).update(aliases=["Zorklande"])  # tells no signal
    changed = registry_names()
    assert "Zorklande" in {surface.text for entry in changed.countries for surface in entry.surfaces}
    assert registry_names() is changed


DOCUMENT = DocumentRow(
    line=2, key="m-fr", meeting="m", title="Déclaration", language="fr", address="https://example.org/declaration"
)


def test_documents_and_all_who_took_part_come_with_their_meeting():
    tables = added(
        changed(SMALL, "meetings", "m", organisations=("OTAN",), officials=("mark",)), "documents", DOCUMENT
    )
    load(tables)
    meeting = Meeting.objects.get()
    assert [(each.title, each.language) for each in meeting.documents.all()] == [("Déclaration", "fr")]
    assert [each.key for each in (*meeting.organisations.all(), *meeting.officials.all())] == ["OTAN", "mark"]
    assert load(tables).changed == 0


@pytest.mark.parametrize("address", ["ftp://example.org/declaration", "javascript:alert(1)", "declaration.pdf"])
def test_a_document_that_is_not_on_the_web_is_refused(address):
    with pytest.raises(BadTables, match="address"):
        load(added(SMALL, "documents", dataclasses.replace(DOCUMENT, address=address)))
    assert not Meeting.objects.exists()
