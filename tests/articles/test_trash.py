"""The trash keeps everything: what comes back is what went in."""

import pytest

from articles import publishing, quoting, revising
from articles.models import Byline, Contributor, ProposalKind, Waiver
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.making import make_quote, make_source, make_user

pytestmark = pytest.mark.django_db


def everything(article):
    """All that hangs on the article, row by row, and itself."""
    held = {"article": type(article).objects.filter(pk=article.pk).values().get()}
    held["article"].pop("updated_at")
    for name in [
        *["revisions", "proposals", "quotes", "source_texts", "waivers", "bylines", "editions", "addresses"],
        "change_requests",
    ]:
        held[name] = sorted(map(repr, getattr(article, name).values()))
    for name in ["countries", "officials", "organisations", "meetings", "tags"]:
        held[name] = sorted(getattr(article, name).values_list("pk", flat=True))
    held["snapshot"] = revising.snapshot(article)
    return held


@pytest.fixture
def full():
    """An article with one of each thing that can hang on it; withdrawn, so that it may go to the trash."""
    chief = make_user("chief")
    article = make_imported(
        title="Sommet", slug="sommet", countries=[make_country()], source=make_source(), tags=["Flanc sud", "OTAN"]
    )
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    propose(article, ProposalKind.COUNTRY, "mauritanien", country=article.countries.get())
    propose_person(article)
    pending_quote(article)
    accepted = make_quote(article, "a reçu Mircea Geoană", speaker_name="Hanena Ould Sidi")
    Waiver.objects.create(article=article, check_name="rights", reason="Accord", waived_by=chief)
    publishing.move(article, "submit", by=chief)
    publishing.move(article, "send_back", by=chief, reason="Relire.")
    edition = publishing.publish(article, by=chief)
    quoting.place_quotes(edition, [accepted])
    publishing.withdraw(article, by=chief, reason="Faux.")
    article.refresh_from_db()
    return article


def test_an_article_comes_out_of_the_trash_as_it_went_in(full):
    chief = make_user("chief")
    before = everything(full)
    assert all(before[name] for name in before if name not in {"officials", "organisations", "meetings"})
    publishing.trash(full, by=chief)
    assert everything(full) != before
    publishing.restore(full, by=chief)
    assert everything(full) == before


def test_the_slug_of_a_trashed_article_stays_its_own(full):
    publishing.trash(full, by=make_user("chief"))
    assert type(full).objects.free_slug("Sommet") == "sommet-2"


def test_readers_get_nothing_of_the_trash_and_the_notice_again_after_it(client, full):
    chief = make_user("chief")
    publishing.trash(full, by=chief)
    assert client.get("/articles/sommet/").status_code == 404
    publishing.restore(full, by=chief)
    assert client.get("/articles/sommet/").status_code == 410
