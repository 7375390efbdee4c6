"""A revision for every real change and for nothing else; what it holds, and what a list tells of it."""

import pytest
from django.utils import translation

from articles import publishing, revising
from articles.models import Article, Byline, Contributor, Revision, Theme
from articles.snapshots import changed_fields, words_changed
from partners.models import Meeting, Official
from tests.desk.proposing import make_country, make_organisation
from tests.making import make_article, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    article = make_article(
        title="Le sommet", body="<p>Un deux trois.</p>", tags=["Défense"], countries=[make_country()],
        source=make_source(),
    )  # fmt: skip
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    revising.record(article, by=None)
    return article


def change(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return revising.record(article, by=None)


def test_what_did_not_change_makes_no_revision(article):
    assert revising.record(article, by=None) is None
    assert article.revisions.count() == 2


def test_an_entry_with_another_name_is_no_change_of_the_article(article):
    for row in [*Theme.objects.all(), *Contributor.objects.all(), article.source]:
        row.name = f"{row.name} neu"
        row.save()
    article.refresh_from_db()
    assert revising.record(article, by=None) is None


def test_a_revision_tells_the_fields_and_the_words_that_changed(article):
    revision = change(article, title="Le grand sommet", body="<p>Un trois.</p>\n<p>Quatre cinq six.</p>")
    assert revision.changes == {"fields": ["title", "body"], "words": [4, 1]}


def test_words_that_only_moved_neither_came_nor_went():
    old = {"body": "<p>Un deux.</p><p>Trois quatre.</p><p>Cinq.</p>"}
    new = {"body": "<p>Trois quatre.</p><p>Un deux.</p><p>Cinq.</p>"}
    assert changed_fields(old, new) == ["body"]
    assert words_changed(old, new) == (0, 0)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>Un mot.</p>", "<p>Un <strong>mot</strong>.</p>", (0, 0)),
        ("<p>Un</p><p>deux</p><p>trois</p>", "<p>Un</p><p>trois</p>", (0, 1)),
        ("<p>a</p><p>a</p>", "<p>a</p><p>a</p><p>a</p>", (1, 0)),
        ("", "<p>Un deux</p>", (2, 0)),
        ("<p>Un deux</p>", "", (0, 2)),
        ("<p>pré</p>", "<p>près</p>", (1, 1)),
        ("<ul><li>un</li></ul><p>x</p>", "<ul><li>un</li><li>deux</li></ul><p>x</p>", (1, 0)),
    ],
)
def test_words_are_counted_by_what_is_read(old, new, expected):
    assert words_changed({"body": old}, {"body": new}) == expected


def test_the_author_stays_when_the_account_goes(article):
    user = make_user("editor", first_name="Anna", last_name="Berg")
    article.title = "Un autre titre"
    article.save()
    revision = revising.record(article, by=user)
    user.delete()
    assert Revision.objects.get(pk=revision.pk).author == "Anna Berg"


def test_a_revision_is_not_changed_but_for_its_milestone(article):
    revision = article.revisions.first()
    revision.milestone = "Avant relecture"
    revision.save(update_fields=["milestone"])
    revision.reason = "Autre chose"
    with pytest.raises(ValueError, match="not changed"):
        revision.save()
    with pytest.raises(ValueError, match="not changed"):
        revision.save(update_fields=["reason", "milestone"])


def as_of_old(revision):
    """The snapshot as it was kept before names were kept beside the keys."""
    held = {name: value for name, value in revision.snapshot.items() if name != "names"}
    Revision.objects.filter(pk=revision.pk).update(snapshot=held, changes=None)


def test_after_a_snapshot_of_old_a_save_without_a_change_makes_no_revision(article):
    as_of_old(article.revisions.first())
    assert revising.record(article, by=None) is None
    article.tags.add("Sahel")
    assert revising.record(article, by=None).changes["fields"] == ["tags"]


def test_an_edition_has_the_snapshot_of_its_revision(article):
    edition = publishing.publish(article, by=make_user("editor"))
    assert changed_fields(edition.revision.snapshot, revising.snapshot_of_edition(edition)) == []


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ({1: "Défense"}, {1: "Armées"}, False),
        ({1: "Défense"}, {2: "Défense"}, True),
        ({1: "Défense", 2: "Sahel"}, {1: "Défense"}, True),
        ({}, {1: "Défense"}, True),
        ({}, {}, False),
    ],
)
def test_themes_are_told_by_their_keys_not_by_their_names(old, new, differ):
    def held(themes):
        return {"tags": sorted(themes.values()), "names": {"tags": {str(key): name for key, name in themes.items()}}}

    assert bool(changed_fields(held(old), held(new))) is differ


def test_entries_are_kept_with_the_names_that_their_rows_say(article, django_assert_max_num_queries):
    meetings = [
        Meeting.objects.create(kind="summit", title_fr="Sommet de Madrid", title_en="Madrid Summit", start=start)
        for start in ("2022-06-28", None)
    ]
    article.meetings.set(meetings)
    article.officials.set([Official.objects.create(name="Mircea Geoană")])
    article.organisations.set([make_organisation()])
    with django_assert_max_num_queries(4):  # the article, its links and themes, its bylines, its source
        held = revising.snapshot(Article.objects.get(pk=article.pk))
    with translation.override("fr"):
        for field in ["countries", "officials", "organisations", "meetings"]:
            rows = getattr(article, field).order_by("pk")
            assert held["names"][field] == {str(row.pk): str(row) for row in rows}
            assert held[field] == [row.pk for row in rows]
    assert held["tags"] == ["Défense"]
    assert held["names"]["contributors"] == {str(article.bylines.get().contributor_id): "Awa Diop"}
