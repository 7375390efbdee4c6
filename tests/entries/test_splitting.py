"""One entry that was two people: what was chosen goes over, the rest stays."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import entries, revising
from articles.entries.splitting import Share
from articles.models import EntryChange, ProposalKind
from articles.publishing import Refused
from partners.models import Official
from tests.desk.proposing import make_imported, propose
from tests.making import make_article, make_edition, make_quote, make_user
from tests.partners.making import make_meeting, make_office, make_official, make_tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    return make_official("Ada Marin", other_names=["A. Marin", "Ada Marin la Jeune"])


def test_with_an_article_go_its_editions_and_its_proposals_and_it_keeps_a_revision(one, chief):
    article, stays = make_imported(), make_article(officials=[one])
    article.officials.set([one])
    revising.record(article, by=None)
    edition = make_edition(article=article)
    proposal = propose(article, ProposalKind.OFFICIAL, "Hanena Ould Sidi", official=one, key=one.key)
    kept = article.revisions.count()
    change = entries.split(one, name="Ada Marin (fille)", share=Share(articles=[article.pk]), by=chief)
    other = Official.objects.get(pk=change.other)
    proposal.refresh_from_db()
    assert (article.officials.get(), edition.officials.get(), stays.officials.get()) == (other, other, one)
    assert (proposal.official, proposal.key) == (other, other.key)
    assert article.revisions.count() == kept + 1
    entries.undo(change, by=chief)
    assert (article.officials.get(), edition.officials.get()) == (one, one)
    assert article.revisions.first().snapshot["officials"] == [one.pk]


def test_the_office_on_the_day_of_a_quote_follows_the_tenures(one, chief):
    office, other_office = make_office(), make_office("chef")
    make_tenure(one, office, "2001", "2003")
    late = make_tenure(one, other_office, "2015", "2019")
    article = make_article()
    mine = make_quote(article, "Un.", speaker=one, said_on="2016-05-01", office=other_office)
    theirs = make_quote(article, "Deux.", speaker=one, said_on="2017-05-01", office=other_office)
    entries.split(one, name="Ada Marin (fille)", share=Share(tenures=[late.pk], quotes=[theirs.pk]), by=chief)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.office, theirs.office) == (None, other_office)


def test_names_and_meetings_go_over_and_the_own_name_never(one, chief):
    meeting = make_meeting()
    meeting.officials.set([one])
    share = Share(names=["Ada Marin la Jeune", "Ada Marin"], meetings=[meeting.pk])
    other = Official.objects.get(pk=entries.split(one, name="Ada Marin (fille)", share=share, by=chief).other)
    one.refresh_from_db()
    assert (one.name, one.other_names) == ("Ada Marin", ("A. Marin",))
    assert other.other_names == ("Ada Marin la Jeune",)
    assert meeting.officials.get() == other


def test_what_is_not_the_first_persons_is_passed_over(one, chief):
    stranger = make_official("Bo Lund")
    article = make_article(officials=[stranger])
    tenure = make_tenure(stranger)
    share = Share(articles=[article.pk], tenures=[tenure.pk], names=["A. Marin"])
    entries.split(one, name="Ada", share=share, by=chief)
    tenure.refresh_from_db()
    assert (article.officials.get(), tenure.official) == (stranger, stranger)


def test_an_undo_is_refused_while_somebody_else_uses_the_new_entry(one, chief):
    change = entries.split(one, name="Ada", share=Share(names=["A. Marin"]), by=chief)
    article = make_article(title="Quillfish", officials=[change.other])
    with pytest.raises(Refused, match=str(article.pk)) as refusal:
        entries.undo(change, by=chief)
    assert "Quillfish" not in str(refusal.value)  # whoever keeps the registry may not read the desk
    article.officials.clear()
    entries.undo(change, by=chief)
    assert not Official.objects.filter(pk=change.other).exists()


@pytest.mark.parametrize(("name", "names"), [("", ["A. Marin"]), ("…", ["A. Marin"]), ("Ada", [])])
def test_it_needs_a_name_and_a_share(one, chief, name, names):
    with pytest.raises(Refused):
        entries.split(one, name=name, share=Share(names=names), by=chief)
    assert Official.objects.count() == 1
    assert not EntryChange.objects.exists()


def test_only_chiefs_and_registry_keepers_split(one):
    with pytest.raises(PermissionDenied):
        entries.split(one, name="Ada", share=Share(names=["A. Marin"]), by=make_user("editor"))
