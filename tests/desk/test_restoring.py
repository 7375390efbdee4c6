"""Going back to a revision restores everything, says what cannot come back, and overwrites nobody."""

from html import unescape

import pytest
from django.urls import reverse

from articles import publishing, restoring, revising, saving
from articles.models import Article, Byline, Contributor, Revision, Source, Theme
from articles.snapshots import changed_fields
from partners.models import Country, Organisation
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country, make_organisation
from tests.making import day, make_article, make_source

pytestmark = pytest.mark.django_db


def url(article, number=1):
    return english(reverse("admin:articles_article_restore_revision", args=[article.pk, number]))


def shown(response):
    return unescape(" ".join(response.content.decode().split()))


@pytest.fixture
def article(db):
    """An article with a value in every field, as its first revision."""
    article = make_article(
        title="Le sommet", language="fr", standfirst="Un chapeau.\nEn deux lignes.", body="<h2>Un</h2>\n<p>Texte.</p>",
        dateline="BRUXELLES", dated="2024-10", revised="2024-10-17", source=make_source("Agence du Port"),
        rights="agency", rights_note="© Agence", seo_title="Sommet", meta_description="Le sommet.",
        title_proposed=True, embargo_until=day(1), tags=["Défense", "Sahel"], slug="le-sommet",
        countries=[make_country("ML", "Mali"), make_country("TD", "Tchad")], organisations=[make_organisation()],
    )  # fmt: skip
    Revision.objects.filter(article=article).delete()
    Article.objects.filter(pk=article.pk).update(version=0)
    for position, name in enumerate(["Awa Diop", "Jean Petit"]):
        contributor = Contributor.named(name)
        Byline.objects.create(article=article, contributor=contributor, place="Dakar", position=position)
    Byline.objects.create(article=article, role="correspondent", place="Bamako", position=2)
    revising.record(article, by=None)
    return Article.objects.get(pk=article.pk)


def change_everything(article):
    """Another value in every field; returns the revision."""
    values = {
        "title": "Autre", "slug": "autre", "language": "en", "standfirst": "", "body": "<p>Rien.</p>", "dateline": "",
        "dated": None, "revised": None, "source": None, "rights": "own", "rights_note": "", "seo_title": "",
        "meta_description": "", "title_proposed": False, "embargo_until": None, "countries": [],
        "organisations": [], "officials": [], "meetings": [], "tags": ["Autre chose"], "bylines": [],
    }  # fmt: skip
    saving.put(article, values)
    revision = revising.record(article, by=None)
    left = {"officials", "meetings"}  # which the article had none of
    assert set(revision.changes["fields"]) >= set(values) - left
    return revision


def restore(article, number, by, reason="Comme avant"):
    article.refresh_from_db()
    return restoring.restore(
        article.revisions.get(number=number), based_on=article.version, by=by, reason=reason
    )  # fmt: skip


def test_restoring_brings_back_every_field_link_theme_and_byline(article, editor):
    before = revising.snapshot(article)
    change_everything(article)
    made = restore(article, 1, editor)
    assert made.number == 3
    assert made.reason.endswith("Comme avant")
    assert made.created_by == editor
    assert made.snapshot == before
    assert revising.snapshot(Article.objects.get(pk=article.pk)) == before
    assert article.revisions.count() == 3


def test_what_stood_before_can_be_restored_in_turn(article, editor):
    other = change_everything(article).snapshot
    restore(article, 1, editor)
    assert restore(article, 2, editor).snapshot == other


def test_restoring_what_stands_already_makes_no_revision(article, editor):
    assert restore(article, 1, editor) is None
    assert article.revisions.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_restoring_without_a_reason_is_refused(article, editor, reason):
    change_everything(article)
    with pytest.raises(publishing.Refused):
        restore(article, 1, editor, reason=reason)
    assert article.revisions.count() == 2


def test_restoring_over_what_nobody_has_read_is_refused(article, editor):
    change_everything(article)
    with pytest.raises(saving.Conflict):
        restoring.restore(article.revisions.last(), based_on=article.version - 1, by=editor, reason="Comme avant")
    assert article.revisions.count() == 2


def test_what_changed_beside_the_desk_is_kept_before_a_revision_is_restored(article, editor):
    change_everything(article)
    Article.objects.filter(pk=article.pk).update(title="Écrit sans révision")
    restore(article, 1, editor)
    assert [each.snapshot["title"] for each in article.revisions.all()] == [
        "Le sommet", "Écrit sans révision", "Autre", "Le sommet",
    ]  # fmt: skip


def test_what_readers_see_stays_until_it_is_published(client, article, editor):
    Article.objects.filter(pk=article.pk).update(embargo_until=day(-1))
    article.refresh_from_db()
    publishing.publish(article, by=editor)
    change_everything(article)
    restore(article, 1, editor)
    assert article.editions.count() == 1


# --- what is gone


def test_themes_and_contributors_that_are_gone_come_back_by_their_names(article, editor):
    change_everything(article)
    Theme.objects.get(name="Sahel").delete()
    Contributor.objects.get(name="Awa Diop").delete()
    plan = restoring.plan(article.revisions.get(number=1))
    assert plan.losses == ()
    assert len(plan.again) == 2
    restore(article, 1, editor)
    assert {theme.name for theme in article.tags.all()} == {"Défense", "Sahel"}
    assert [byline.name for byline in article.bylines.all()] == ["Awa Diop", "Jean Petit", ""]


def test_a_theme_that_has_another_name_now_keeps_it(article, editor):
    change_everything(article)
    theme = Theme.objects.get(name="Sahel")
    theme.name = "Sahel et Lac Tchad"
    theme.save()
    restore(article, 1, editor)
    assert {each.name for each in article.tags.all()} == {"Défense", "Sahel et Lac Tchad"}
    assert not Theme.objects.filter(name="Sahel").exists()


def test_entries_and_sources_that_are_gone_are_named_and_left_out(client, article, editor):
    change_everything(article)
    Country.objects.get(code="ML").delete()
    Organisation.objects.all().delete()
    Source.objects.get(name="Agence du Port").delete()
    client.force_login(editor)
    page = shown(client.get(url(article)))
    for gone in ["“Mali”", "“Agence du Port”", "“Organisation du traité de l'Atlantique nord”"]:
        assert f"{gone} is no longer there and is left out" in page
    made = restore(article, 1, editor)
    assert [country.code for country in article.countries.all()] == ["TD"]
    article.refresh_from_db()
    assert article.source is None
    assert made.snapshot["title"] == "Le sommet"


def test_the_address_of_another_article_is_not_taken_back(client, article, editor):
    change_everything(article)
    make_article(slug="le-sommet")
    client.force_login(editor)
    assert "“le-sommet” is another article's now" in shown(client.get(url(article)))
    restore(article, 1, editor)
    article.refresh_from_db()
    assert (article.slug, article.title) == ("autre", "Le sommet")


def test_a_revision_of_old_is_restored_as_far_as_it_says(article, editor):
    change_everything(article)
    first = article.revisions.get(number=1)
    held = {name: value for name, value in first.snapshot.items() if name not in {"names", "seo_title"}}
    Revision.objects.filter(pk=first.pk).update(snapshot=held, changes=None)
    Contributor.objects.get(name="Awa Diop").delete()
    plan = restoring.plan(article.revisions.get(number=1))
    assert len(plan.losses) == 1
    assert "Dakar" in plan.losses[0]
    made = restore(article, 1, editor)
    assert changed_fields(held | {"seo_title": ""}, made.snapshot) == ["bylines"]
    assert [byline.name for byline in article.bylines.all()] == ["Jean Petit", ""]


# --- the page


def test_the_page_shows_first_what_will_change(client, article, editor):
    change_everything(article)
    client.force_login(editor)
    page = shown(client.get(url(article)))
    assert "<del>Autre</del><ins>Le sommet</ins>" in page
    assert "<ins>Mali</ins>" in page
    assert "<del>Autre chose</del>" in page
    assert Article.objects.get(pk=article.pk).title == "Autre"


def test_restoring_from_the_page_keeps_the_reason(client, article, editor):
    change_everything(article)
    client.force_login(editor)
    article.refresh_from_db()
    response = client.post(url(article), {"reason": "Erreur de ma part", "version": article.version}, follow=True)
    assert texts(response.context["messages"]) == ["Revision 1 is restored."]
    article.refresh_from_db()
    assert article.title == "Le sommet"
    assert article.revisions.first().reason == "Restores revision 1: Erreur de ma part"


def test_a_stale_page_answers_409_with_what_would_change_now(client, article, editor):
    stale = article.version
    change_everything(article)
    client.force_login(editor)
    response = client.post(url(article), {"reason": "Comme avant", "version": stale})
    assert response.status_code == 409
    page = shown(response)
    assert "Somebody changed the article meanwhile" in page
    assert 'value="Comme avant"' in page
    article.refresh_from_db()
    assert f'name="version" value="{article.version}"' in page
    assert article.title == "Autre"


def test_the_page_asks_for_a_reason(client, article, editor):
    change_everything(article)
    client.force_login(editor)
    article.refresh_from_db()
    response = client.post(url(article), {"reason": " ", "version": article.version})
    assert "Say why this revision is restored." in shown(response)
    assert article.revisions.count() == 2


def test_an_article_in_the_trash_is_not_restored_to_a_revision(client, article, editor):
    change_everything(article)
    Article.objects.filter(pk=article.pk).update(trashed_at=article.created_at)
    client.force_login(editor)
    response = client.post(url(article), {"reason": "Comme avant", "version": 2}, follow=True)
    assert "restore it first" in shown(response)
    assert article.revisions.count() == 2


# --- what happens to an article beside its own page


def test_deleting_a_theme_is_a_revision_of_each_article_that_had_it(client, article, chief):
    other = make_article(tags=["Sahel"])
    untouched = make_article(tags=["Défense"])
    client.force_login(chief)
    theme = Theme.objects.get(name="Sahel")
    answer = client.post(reverse("admin:articles_theme_delete", args=[theme.pk]), {"post": "yes"})
    assert answer.status_code == 302
    for each in (article, other):
        revision = each.revisions.first()
        assert revision.changes["fields"] == ["tags"]
        assert "Sahel" in revision.reason
        assert revision.created_by == chief
    assert untouched.revisions.count() == 1
    restore(other, 1, chief)
    assert [each.name for each in other.tags.all()] == ["Sahel"]


def test_deleting_several_themes_at_once_is_kept_too(client, article, chief):
    client.force_login(chief)
    chosen = {"action": "delete_selected", "_selected_action": [t.pk for t in Theme.objects.all()], "post": "yes"}
    client.post(reverse("admin:articles_theme_changelist"), chosen)
    assert not Theme.objects.exists()
    assert article.revisions.first().snapshot["tags"] == []


def test_what_a_form_rounds_off_without_saving_it_is_in_no_revision(client, article, editor):
    """A browser sends no fractions of a second, and a form takes them for no change."""
    exact = day(1).replace(microsecond=123)
    Article.objects.filter(pk=article.pk).update(embargo_until=exact)
    article.refresh_from_db()
    revising.record(article, by=None)
    client.force_login(editor)
    page = reverse("admin:articles_article_change", args=[article.pk])
    assert client.post(page, form_of(client.get(page), dateline="DAKAR")).status_code == 302
    article.refresh_from_db()
    assert article.embargo_until == exact
    assert article.revisions.first().changes["fields"] == ["dateline"]
