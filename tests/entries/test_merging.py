"""Two entries that are one: everything of the one goes to the other, and nothing that was printed changes."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import entries, named, restoring, revising
from articles.entries.merging import Choices
from articles.models import Article, EntryChange, FormerTheme, Ignored, JournalEntry, ProposalKind, Theme
from articles.models.theme import ThemedEdition
from articles.publishing import Refused
from partners.folding import fold
from partners.loading import load
from partners.models import MeetingDocument, Official, RemovedRow
from partners.registry import read_tables, registry_names
from tests.desk.proposing import make_imported, propose
from tests.making import make_article, make_edition, make_quote, make_user
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_tenure,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_official("Ada Marin"), make_official("A. Marine", other_names=["Mme Marine"])


def test_articles_editions_and_meetings_lead_to_the_one_that_stays(two, chief):
    one, other = two
    article, both = make_article(officials=[other]), make_article(officials=[one, other])
    editions = [make_edition(article=article), make_edition(article=both)]
    meeting = make_meeting()
    meeting.officials.set([other])
    entries.merge(one, other, by=chief)
    for row in [article, both, *editions, meeting]:
        assert list(row.officials.all()) == [one]
    assert not Official.objects.filter(pk=other.pk).exists()


def test_texts_are_read_by_the_names_of_both(two, chief):
    one, other = two
    entries.merge(one, other, by=chief)
    (held,) = [official for official in registry_names().officials if official.key == one.key]
    assert set(held.other_names) == {"A. Marine", "Mme Marine"}
    assert [entry.slug for entry in named.find("mme marine", most=5)] == [one.slug]


def test_a_fact_that_only_the_other_has_comes_over_and_where_both_have_one_the_choice_decides(two, chief):
    one, other = two
    france, norway = make_country("FR"), make_country("NO")
    Official.objects.filter(pk=one.pk).update(country=france)
    Official.objects.filter(pk=other.pk).update(country=norway, gender="f")
    change = entries.merge(one, other, by=chief)
    one.refresh_from_db()
    assert (one.country, one.gender) == (france, "f")
    entries.undo(change, by=chief)
    entries.merge(one, other, by=chief, choices=Choices(fields={"country": "gone"}))
    one.refresh_from_db()
    assert one.country == norway


def test_the_office_on_the_day_of_a_quote_is_found_again_and_one_chosen_by_hand_stays(two, chief):
    one, other = two
    office, by_hand = make_office(), make_office("chef")
    make_tenure(one, office, "2010-01-01", "2012-01-01")
    article = make_article()
    found = make_quote(article, "Un.", speaker=other, said_on="2011-05-01")
    chosen = make_quote(article, "Deux.", speaker=other, said_on="2011-05-01", office=by_hand)
    mine = make_quote(article, "Trois.", speaker=one, said_on="2011-05-01", office=office)
    make_tenure(other, make_office("autre"), "2011-04-01", "2011-06-01")
    Official.objects.get(pk=other.pk).quotes.filter(pk=found.pk).update(office=other.tenures.get().office)
    change = entries.merge(one, other, by=chief)
    for quote in (found, chosen, mine):
        quote.refresh_from_db()
    assert (found.office, chosen.office, mine.office) == (None, by_hand, None)  # two offices on that day: cannot say
    entries.undo(change, by=chief)
    mine.refresh_from_db()
    assert mine.office == office


def test_a_tenure_that_both_have_is_kept_once_and_an_overlap_is_somebodys_choice(two, chief):
    one, other = two
    office = make_office()
    for official in two:
        make_tenure(official, office, "2001", "2003", acting=True)
    make_tenure(one, office, "2010", "2014", acting=True)
    clash = make_tenure(other, office, "2012", "2016", acting=True)
    with pytest.raises(Refused, match=r"A\. Marine"):
        entries.merge(one, other, by=chief)
    assert other.tenures.count() == 2
    entries.merge(one, other, by=chief, choices=Choices(tenures={clash.pk: "gone"}))
    spans = [(str(tenure.since), str(tenure.until)) for tenure in one.tenures.order_by("since")]
    assert spans == [("2001", "2003"), ("2012", "2016")]


def test_a_merge_is_no_change_of_an_article_and_an_old_revision_leads_to_the_one_that_stays(two, chief):
    one, other = two
    article = make_article(officials=[other], tags=["Défense"])
    revision = article.revisions.get()
    entries.merge(one, other, by=chief)
    entries.merge(Theme.objects.create(name="Armées"), Theme.objects.get(name="Défense"), by=chief)
    assert revising.record(article, by=chief) is None
    Article.objects.filter(pk=article.pk).update(title="Autre titre")
    made = revising.record(article, by=chief)
    assert made.changes["fields"] == ["title"]
    plan = restoring.plan(revision)
    assert (plan.values["officials"], plan.values["tags"], plan.losses) == ([one.pk], ["Défense"], ())
    article.refresh_from_db()
    restoring.restore(revision, based_on=article.version, by=chief, reason="Retour")
    assert (article.officials.get(), article.tags.get().name) == (one, "Armées")


def test_revisions_lead_on_through_one_merge_after_another(two, chief):
    one, other = two
    last = make_official("Ada M.")
    article = make_article(officials=[other])
    revision = article.revisions.get()
    entries.merge(one, other, by=chief)
    entries.merge(last, one, by=chief)
    assert restoring.plan(revision).values["officials"] == [last.pk]
    assert revising.record(article, by=chief) is None


def test_an_article_saved_in_between_keeps_a_revision_of_the_undo(two, chief):
    one, other = two
    article = make_article(officials=[other])
    change = entries.merge(one, other, by=chief)
    Article.objects.filter(pk=article.pk).update(title="Autre titre")
    revising.record(article, by=chief)
    entries.undo(change, by=chief)
    assert article.revisions.first().snapshot["officials"] == [other.pk]
    assert revising.record(article, by=chief) is None


def test_proposals_follow_and_what_was_rejected_is_remembered_for_the_one_that_stays(two, chief):
    one, other = two
    article, both = make_imported(), make_imported()
    alone = propose(article, ProposalKind.OFFICIAL, "Hanena Ould Sidi", official=other, key=other.key)
    pair = [
        propose(both, ProposalKind.OFFICIAL, "Mircea Geoană", official=each, key=each.key) for each in (one, other)
    ]
    Ignored.objects.create(kind="official", surface="Marinette", folded="marinette", target=other.key)
    Ignored.objects.create(kind="official", surface="A. Marine", folded=fold("A. Marine"), target=one.key)
    entries.merge(one, other, by=chief)
    for proposal in [alone, *pair]:
        proposal.refresh_from_db()
        assert proposal.official == one
    assert (alone.key, {proposal.key for proposal in pair}) == (one.key, {one.key, other.key})
    assert list(Ignored.objects.values_list("folded", "target")) == [("marinette", one.key)]


def test_themes_keep_the_words_printed_and_the_old_name_means_the_one_that_stays(chief):
    kept, gone = Theme.objects.create(name="Défense"), Theme.objects.create(name="Sécurité et défense")
    edition = make_edition(tags=["Sécurité et défense"])
    entries.merge(kept, gone, by=chief)
    assert [(row.tag, row.name) for row in ThemedEdition.objects.all()] == [(kept, "Sécurité et défense")]
    article = make_article(tags=["securite et defense"])
    assert article.tags.get() == kept
    assert FormerTheme.objects.get().entry == kept
    assert edition.themed.get().name == "Sécurité et défense"


def test_what_the_tables_say_of_the_one_that_went_does_not_come_back(chief):
    load(read_tables())
    gone, kept = Official.objects.get(key="mark-rutte"), make_official("M. Rutte")
    change = entries.merge(kept, gone, by=chief)
    assert RemovedRow.objects.filter(key="mark-rutte").exists()
    load(read_tables())
    assert not Official.objects.filter(key="mark-rutte").exists()
    assert kept.tenures.exists()
    entries.undo(change, by=chief)
    assert load(read_tables()).changed == 0
    assert Official.objects.get(key="mark-rutte").tenures.exists()


def test_of_meetings_the_days_are_chosen_and_the_papers_come_over(chief):
    one = make_meeting(title_fr="Sommet", city="La Haye", start="2025-06", end=None)
    other = make_meeting(title_fr="Sommet de l'OTAN", city="La Haye", start="2025-06-24", end="2025-06-25")
    papers = [
        MeetingDocument(meeting=each, title="Déclaration", address="https://nato.int/d") for each in (one, other)
    ]
    papers.append(MeetingDocument(meeting=other, title="Annexe", address="https://nato.int/a"))
    for paper in papers:
        paper.save()
    quote = make_quote(make_article(meetings=[other]), "Oui.", meeting=other)
    change = entries.merge(one, other, by=chief, choices=Choices(fields={"start": "gone"}))
    one.refresh_from_db()
    quote.refresh_from_db()
    assert (str(one.start), str(one.end), one.other_titles) == ("2025-06-24", "2025-06-25", ("Sommet de l'OTAN",))
    assert ([paper.title for paper in one.documents.all()], quote.meeting) == (["Annexe", "Déclaration"], one)
    entries.undo(change, by=chief)
    assert (one.documents.count(), other.documents.count()) == (1, 2)


def test_organisations_whose_offices_have_the_same_title_are_told_apart_first(chief):
    one, other = make_organisation(), make_organisation()
    for organisation in (one, other):
        make_tenure(make_official(f"Titulaire {organisation.pk}"), make_office("directeur", organisation=organisation))
    with pytest.raises(Refused, match="directeur"):
        entries.merge(one, other, by=chief)
    assert other.offices.count() == 1


def test_it_is_written_in_the_journal_with_before_and_after(two, chief):
    one, other = two
    change = entries.merge(one, other, by=chief, reason="Même personne")
    entry = JournalEntry.objects.get(action="merge")
    assert (entry.before["gone"]["name"], entry.after["kept"]["name"]) == ("A. Marine", "Ada Marin")
    assert (entry.reason, entry.account_name) == ("Même personne", chief.username)
    entries.undo(change, by=chief)
    assert JournalEntry.objects.filter(action="undo", object_id=str(one.pk)).exists()


@pytest.mark.parametrize("role", ["editor", "reporter", "importer"])
def test_only_chiefs_and_registry_keepers_merge(two, role):
    with pytest.raises(PermissionDenied):
        entries.merge(*two, by=make_user(role))


def test_an_entry_is_not_merged_with_itself_nor_with_another_kind(two, chief):
    for pair in [(two[0], two[0]), (two[0], make_organisation()), (make_country("FR"), make_country("NO"))]:
        with pytest.raises((Refused, PermissionDenied)):
            entries.merge(*pair, by=chief)
    assert not EntryChange.objects.exists()


def test_what_came_to_the_one_that_stays_since_is_not_touched_by_the_undo(two, chief):
    one, other = two
    before, removed = make_article(officials=[other]), make_article(officials=[other])
    change = entries.merge(one, other, by=chief)
    since = make_article(officials=[one])
    removed.officials.clear()
    remarks = entries.undo(change, by=chief)
    assert (before.officials.get(), since.officials.get()) == (other, one)
    assert not removed.officials.exists()  # somebody's own decision
    assert len(remarks) == 1


def test_an_undo_is_refused_where_the_names_were_changed_since_and_possible_again_once_put_back(two, chief):
    one, other = two
    change = entries.merge(one, other, by=chief)
    one.refresh_from_db()
    held, one.other_names = one.other_names, ("Ada",)
    one.save()
    with pytest.raises(Refused, match="Ada Marin"):
        entries.undo(change, by=chief)
    assert not Official.objects.filter(pk=other.pk).exists()
    one.other_names = held
    one.save()
    entries.undo(change, by=chief)
    assert Official.objects.filter(pk=other.pk).exists()


def test_what_was_done_later_with_the_same_entry_is_undone_first(two, chief):
    one, other = two
    first = entries.merge(one, other, by=chief)
    second = entries.merge(make_official("Bo Lund"), one, by=chief)
    with pytest.raises(Refused, match="Bo Lund"):
        entries.undo(first, by=chief)
    for change in (second, first):
        entries.undo(change, by=chief)
    with pytest.raises(Refused):
        entries.undo(first, by=chief)
