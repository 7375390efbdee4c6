"""Pictures in articles and editions: as they were placed, whatever the library says later."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles import placing, publishing, restoring, revising, saving
from articles.comparison import compare
from articles.models import Article, Picture, PlacedPicture, Portrait, Revision
from articles.snapshots import changed_fields
from partners.models import Official
from tests.making import day, make_article, make_edition, make_picture, make_user, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def captions(story):
    return [placed.caption for placed in story.pictures.all()]


def test_a_picture_is_placed_with_the_words_of_the_library_which_are_then_the_articles_own(editor):
    picture, article = make_picture(caption="Le port"), make_article()
    place(article, picture)
    Picture.objects.update(caption="Autre")
    assert captions(article) == ["Le port"]
    edition = publishing.publish(article, by=editor)
    saving.save(article, {"pictures": []}, based_on=article.version, by=editor)
    assert (captions(article), captions(edition)) == ([], ["Le port"])


def test_two_pictures_never_stand_at_the_top(editor):
    article, picture = make_article(), make_picture()
    rows = [placing.row_for(picture), placing.row_for(make_picture())]
    with pytest.raises(ValidationError):
        saving.save(article, {"pictures": rows}, based_on=article.version, by=editor)
    PlacedPicture.objects.create(article=article, picture=picture)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacedPicture.objects.create(article=article, picture=picture)


def test_a_change_of_a_picture_is_a_change_of_the_article_and_told_as_one():
    article = make_article()
    place(article, make_picture(caption="Le port"), make_picture(caption="Le quai"))
    before = article.revisions.first().snapshot
    rows = before["pictures"]
    assert [row["role"] for row in rows] == ["lead", "body"]
    placing.put(article, [rows[0] | {"credit": "Jean Petit"}, rows[1]])
    made = revising.record(article, by=None)
    assert changed_fields(before, made.snapshot) == made.changes["fields"] == ["pictures"]
    (shown,) = compare(before, made.snapshot)
    words = [piece.text for run in shown.runs for passage in run.passages for piece in passage.pieces]
    assert any("Jean Petit" in each for each in words)


def test_pictures_that_stay_as_they_are_keep_their_rows():
    article = make_article()
    place(article, make_picture(), make_picture())
    kept = list(article.pictures.values_list("pk", flat=True))
    placing.put(article, revising.snapshot(article)["pictures"])
    assert list(article.pictures.values_list("pk", flat=True)) == kept


def test_a_revision_from_before_pictures_comes_back_without_any(editor):
    article = make_article()
    old = article.revisions.get()
    del old.snapshot["pictures"]
    Revision.objects.filter(pk=old.pk).update(snapshot=old.snapshot)
    assert revising.record(article, by=None) is None  # to have none is no change
    place(article, make_picture())
    article.refresh_from_db()
    restoring.restore(article.revisions.get(number=1), based_on=article.version, by=editor, reason="Comme avant")
    assert captions(article) == []


def test_restoring_says_which_picture_has_left_the_library(editor):
    article, gone, kept = make_article(), make_picture(caption="Perdue"), make_picture(caption="Gardée")
    place(article, gone, kept)
    revision = article.revisions.first()
    placing.put(article, [])
    revising.record(article, by=None)
    gone.delete()
    plan = restoring.plan(revision)
    assert any("Perdue" in loss for loss in plan.losses)
    assert [row["picture"] for row in plan.values["pictures"]] == [kept.pk]


def test_a_picture_that_stands_somewhere_is_not_deleted(editor):
    article, picture = make_article(), make_picture()
    place(article, picture)
    publishing.publish(article, by=editor)
    placing.put(article, [])
    with pytest.raises(ProtectedError):
        picture.delete()
    portrayed = make_picture()
    Portrait.objects.create(official=Official.objects.create(name="Awa Diop"), picture=portrayed)
    with pytest.raises(ProtectedError):
        portrayed.delete()


@pytest.mark.parametrize(
    ("opens", "closes", "public", "once"),
    [(-1, None, True, True), (1, None, False, False), (-2, -1, False, True)],
)
def test_a_picture_is_public_while_an_edition_that_has_it_is(opens, closes, public, once):
    article, picture = make_article(), make_picture()
    place(article, picture)
    assert not Picture.objects.once_public().exists()
    make_edition(article=article, visible_from=day(opens), visible_until=closes and day(closes))
    assert Picture.objects.public().exists() is public
    assert Picture.objects.once_public().exists() is once
    Article.objects.update(trashed_at=day(0))
    assert not Picture.objects.public().exists()


def test_addresses_have_160_bits_and_never_come_twice():
    addresses = {make_picture().address for _ in range(20)}
    assert len(addresses) == 20
    assert {len(bytes.fromhex(address)) * 8 for address in addresses} == {160}


# --- a picture and the paragraph that it stands behind


@pytest.fixture
def illustrated():
    article = make_article(body="<p>Un premier alinéa.</p><p>Le deuxième, avec sa photo.</p><p>La fin.</p>")
    place(article, make_picture(), make_picture(caption="Le quai"), position=2)
    PlacedPicture.objects.filter(role="body").update(position=2)
    revising.record(article, by=None)
    return article


def test_a_picture_follows_its_paragraph_when_the_text_is_saved(illustrated, editor):
    body = "<p>Tout nouveau.</p>" + illustrated.body
    made = saving.save(illustrated, {"body": body}, based_on=illustrated.version, by=editor)
    assert [row["position"] for row in placing.rows_of(illustrated)] == [0, 3]
    assert made.changes["fields"] == ["body", "pictures"]


def test_pictures_that_are_given_with_a_text_stand_where_they_are_given(illustrated, editor):
    first = illustrated.revisions.first()
    body = "<p>Tout nouveau.</p>" + illustrated.body
    saving.save(illustrated, {"body": body}, based_on=illustrated.version, by=editor)
    restoring.restore(first, based_on=illustrated.version, by=editor, reason="Test")
    assert [row["position"] for row in placing.rows_of(illustrated)] == [0, 2]
