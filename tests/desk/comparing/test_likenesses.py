"""Likenesses at the desk: decided and undone, and what the checks say of them."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import checks, publishing, resembling, wordings
from articles.admin.comparing import paragraphs
from articles.models import (
    Article,
    Likeness,
    Resemblance,
    Rights,
    SourceText,
)
from articles.publishing import Refused
from tests.desk.comparing.making import ELSEWHERE, FIRST, bring, said, standings
from tests.making import make_article, make_source_text, make_user

pytestmark = pytest.mark.django_db


def test_a_version_waits_beside_the_held_article_and_its_draft_goes_to_the_trash(likeness, editor):
    draft, held = likeness.source_text.article, likeness.other.article
    body = draft.body
    resembling.version_of(likeness, by=editor)
    draft = Article.objects.get(pk=draft.pk)
    assert draft.trashed_at is not None
    assert draft.body == body
    assert standings(held) == {FIRST: "current", ELSEWHERE: "to_compare"}
    resembling.reopen(likeness, by=editor)
    draft = Article.objects.get(pk=draft.pk)
    assert draft.trashed_at is None
    assert standings(draft) == {ELSEWHERE: "current"}
    assert standings(held) == {FIRST: "current"}
    assert Resemblance.objects.open().contains(likeness)


def test_a_published_draft_never_goes_to_the_trash_as_a_version(likeness, editor):
    draft = likeness.source_text.article
    Article.objects.filter(pk=draft.pk).update(rights=Rights.OWN)
    publishing.publish(draft, by=editor)
    with pytest.raises(Refused):
        resembling.version_of(likeness, by=editor)
    assert Article.objects.get(pk=draft.pk).trashed_at is None


def test_a_version_that_was_taken_cannot_go_back_to_its_draft(likeness, editor):
    resembling.version_of(likeness, by=editor)
    wordings.take(SourceText.objects.get(pk=likeness.source_text_id), by=editor)
    with pytest.raises(Refused):
        resembling.reopen(likeness, by=editor)


def test_a_version_can_be_set_apart_again(likeness, editor):
    resembling.version_of(likeness, by=editor)
    apart = wordings.set_apart(SourceText.objects.get(pk=likeness.source_text_id), by=editor)
    assert standings(apart) == {ELSEWHERE: "current"}
    likeness.refresh_from_db()
    assert likeness.decision == Likeness.DIFFERENT


def test_a_republication_is_linked_and_its_rights_are_asked_for_and_not_set(likeness, editor):
    advice = resembling.republication_of(likeness, by=editor)
    article = Article.objects.get(pk=likeness.source_text.article_id)
    assert article.republishes == likeness.other.article
    assert article.rights == Rights.UNKNOWN
    assert str(Rights.REPUBLISHED.label) in advice
    with pytest.raises(publishing.NotReady):
        publishing.publish(article, by=editor)
    resembling.reopen(likeness, by=editor)
    assert Article.objects.get(pk=article.pk).republishes is None


def test_two_articles_do_not_republish_each_other(likeness, editor):
    article, other = likeness.source_text.article, likeness.other.article
    Article.objects.filter(pk=other.pk).update(republishes=article)
    with pytest.raises(Refused):
        resembling.republication_of(likeness, by=editor)


def test_different_texts_stay_as_they_are(likeness, editor):
    before = list(Article.objects.order_by("pk").values())
    resembling.different(likeness, by=editor)
    assert list(Article.objects.order_by("pk").values()) == before
    assert not Resemblance.objects.open().exists()
    resembling.reopen(likeness, by=editor)
    assert Resemblance.objects.open().exists()


@pytest.mark.parametrize("act", [resembling.version_of, resembling.republication_of, resembling.different])
def test_a_likeness_is_decided_once_by_who_may_and_with_its_articles_kept(act, likeness, editor, reporter):
    with pytest.raises(PermissionDenied):
        act(likeness, by=reporter)
    publishing.trash(likeness.other.article, by=editor)
    with pytest.raises(Refused):
        act(likeness, by=editor)
    publishing.restore(likeness.other.article, by=editor)
    act(likeness, by=editor)
    with pytest.raises(Refused):
        act(likeness, by=editor)
    assert said(likeness.other.article)


def test_an_importer_may_not_trash_a_draft_by_calling_it_a_version(likeness):
    with pytest.raises(PermissionDenied):
        resembling.version_of(likeness, by=make_user("importer"))
    likeness.refresh_from_db()
    assert likeness.decision == Likeness.PENDING
    assert standings(likeness.other.article) == {FIRST: "current"}


def test_the_checks_warn_of_what_waits_and_do_not_block(article, wording, editor):
    bring(ELSEWHERE, "journal.txt")
    like = Resemblance.objects.get().source_text.article
    assert "wording" in {finding.name for finding in checks.findings(article)}
    assert "likeness" in {finding.name for finding in checks.findings(like)}
    for each in (article, like):
        assert {finding.name for finding in checks.blocking(each)} == {"rights"}
    wordings.pass_over(wording, by=editor)
    assert "wording" not in {finding.name for finding in checks.findings(article)}


def test_paragraphs_are_read_without_furniture_and_with_broken_lines_joined():
    text = make_source_text(
        make_article(),
        "Un titre\n\nUne phrase qui est coupée par la messagerie au bout de soixante\nsignes, et finit ici.\nPuis.\n",
    )
    text.removed = [["byline", text.text.index("Puis"), len(text.text)]]
    assert paragraphs(text) == [
        "Un titre",
        "Une phrase qui est coupée par la messagerie au bout de soixante signes, et finit ici.",
    ]
