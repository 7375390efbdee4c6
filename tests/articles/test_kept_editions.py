"""What readers have seen stays as it was, whoever asks and in whatever way."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from articles import publishing
from articles.models import Article, Edition, Kind, SilentEdit
from articles.models.journal import Kept
from tests.articles.correcting import corrected, rewrite

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "delete",
    [
        lambda edition: edition.delete(),
        lambda edition: Edition.objects.filter(pk=edition.pk).delete(),
        lambda edition: edition.article.editions.all().delete(),
        lambda edition: edition.article.delete(),
        lambda edition: Article.objects.all().delete(),
        lambda edition: edition.revision.delete(),
        lambda edition: SilentEdit.objects.all().delete(),
        lambda edition: SilentEdit.objects.get().delete(),
    ],
)
def test_nothing_that_readers_have_seen_is_deleted(chief, delete):
    article = corrected(chief)
    edition = publishing.publish(rewrite(article, title="Autre"), by=chief, kind=Kind.SILENT)
    with pytest.raises((Kept, ProtectedError)), transaction.atomic():
        delete(edition)
    assert (Edition.objects.count(), SilentEdit.objects.count()) == (3, 1)


@pytest.mark.parametrize("field", ["title", "body", "standfirst", "note", "kind", "number", "slug"])
def test_the_database_refuses_changes_of_what_readers_have_seen(chief, field):
    corrected(chief)
    value = {"number": 9, "kind": "silent"}.get(field, "autre")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE articles_edition SET {field} = %s", [value])
    assert not Edition.objects.filter(**{field: value}).exclude(kind="silent", number=9).exists()


@pytest.mark.postgresql
def test_the_database_refuses_to_delete_what_readers_have_seen(chief):
    corrected(chief)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_edition WHERE kind = 'correction'")


def test_an_account_goes_and_what_it_published_stays(chief):
    article = corrected(chief)
    chief.logentry_set.all().delete()
    article.revisions.update(created_by=None)
    chief.delete()
    assert article.editions.count() == 2
