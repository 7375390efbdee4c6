"""Former addresses: one step to the present one, an article's for good, revocable, and no way to what is hidden."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles import addresses, publishing
from articles.models import Address, Article
from articles.publishing import Refused
from tests.making import day, make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def publish_at(article, *slugs, by, **how):
    """Publish the article under one slug after the other."""
    for slug in slugs:
        Article.objects.filter(pk=article.pk).update(slug=slug)
        publishing.publish(article, by=by, **how)
    return Article.objects.get(pk=article.pk)


def slugs(found):
    return {address.slug for address in found}


def test_every_former_address_leads_to_the_present_one_in_one_step(client, editor):
    article = publish_at(make_article(), "un", "deux", "trois", by=editor)
    for slug in ["un", "deux"]:
        for tree in ["", "/en"]:
            response = client.get(f"{tree}/articles/{slug}/")
            assert (response.status_code, response["Location"]) == (301, f"{tree}/articles/trois/")
            assert "no-cache" in response["Cache-Control"]  # or a browser would go on to where it no longer leads
    assert client.get("/articles/trois/").status_code == 200
    assert slugs(addresses.former(article)) == {"un", "deux"}


def test_an_address_taken_back_leads_nowhere_else(client, editor):
    article = publish_at(make_article(), "un", "deux", "un", by=editor)
    assert client.get("/articles/un/").status_code == 200
    assert client.get("/articles/deux/")["Location"] == "/articles/un/"
    assert slugs(addresses.former(article)) == {"deux"}


def test_an_address_of_an_article_that_changed_its_language_leads_into_its_new_tree(client, editor):
    article = publish_at(make_article(language="fr"), "un", by=editor)
    Article.objects.filter(pk=article.pk).update(language="en")
    publish_at(article, "one", by=editor)
    assert client.get("/articles/un/")["Location"] == "/en/articles/one/"


def test_a_scheduled_change_of_address_takes_effect_at_its_time(client, editor):
    article = publish_at(make_article(), "un", by=editor)
    publish_at(article, "deux", by=editor, at=day(1))
    assert client.get("/articles/un/").status_code == 200
    assert client.get("/articles/deux/").status_code == 404
    assert slugs(addresses.former(article)) == set()
    assert slugs(addresses.former(article, day(2))) == {"un"}
    assert addresses.answer("un", day(2)).moved_to.slug == "deux"


def test_a_revoked_address_is_gone_until_it_may_lead_again(client, editor):
    article = publish_at(make_article(), "un", "deux", by=editor)
    addresses.revoke(article, "un", by=editor)
    response = client.get("/articles/un/")
    assert response.status_code == 410
    assert b"deux" not in response.content
    addresses.lead_again(article, "un", by=editor)
    assert client.get("/articles/un/").status_code == 301


def test_a_revoked_address_that_is_taken_back_is_an_address_again(client, editor):
    article = publish_at(make_article(), "un", "deux", by=editor)
    addresses.revoke(article, "un", by=editor)
    publish_at(article, "un", "trois", by=editor)
    assert client.get("/articles/un/").status_code == 301


def test_only_former_addresses_of_the_article_are_revoked_and_only_by_publishers(editor):
    article = publish_at(make_article(), "un", "deux", by=editor)
    publish_at(make_article(), "autre", "ailleurs", by=editor)
    for slug in ["deux", "autre", "jamais"]:
        with pytest.raises(Refused):
            addresses.revoke(article, slug, by=editor)
    with pytest.raises(PermissionDenied):
        addresses.revoke(article, "un", by=make_user("reporter"))


def test_the_present_address_of_a_withdrawn_article_is_no_former_one(client):
    chief = make_user("chief")
    article = publish_at(make_article(), "un", "deux", by=chief)
    publishing.withdraw(article, by=chief, reason="Faux.")
    assert slugs(addresses.former(article)) == {"un"}
    for slug in ["un", "deux"]:
        response = client.get(f"/articles/{slug}/")
        assert response.status_code == 410
        assert b"Faux." in response.content


@pytest.mark.parametrize("state", ["trashed", "scheduled", "draft"])
def test_no_address_tells_of_an_article_that_was_never_public_or_is_in_the_trash(client, state):
    chief = make_user("chief")
    if state == "trashed":
        article = publish_at(make_article(), "un", "deux", by=chief)
        publishing.withdraw(article, by=chief, reason="Faux.")
        publishing.trash(article, by=chief)
    elif state == "scheduled":
        publish_at(make_article(), "un", "deux", by=chief, at=day(1))
    else:
        make_article(slug="un")
        make_article(slug="deux")
    for slug in ["un", "deux"]:
        assert client.get(f"/articles/{slug}/").status_code == 404


def test_an_address_never_comes_to_mean_another_article(editor):
    publish_at(make_article(), "un", "deux", by=editor)
    other = make_article(slug="un")
    with pytest.raises(Refused, match="un"):
        publishing.publish(other, by=editor)
    assert not other.editions.exists()


def test_the_database_gives_an_address_to_one_article_only(editor):
    publish_at(make_article(), "un", by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Address.objects.create(slug="un", article=make_article())


def test_a_slug_under_which_nobody_saw_anything_is_free_again(editor):
    article = publish_at(make_article(), "un", by=editor, at=day(1))
    Article.objects.filter(pk=article.pk).update(slug="deux")
    other = make_article(slug="un")
    with pytest.raises(Refused):
        publishing.publish(other, by=editor)
    publishing.cancel_schedule(article, by=editor)
    assert publishing.publish(other, by=editor).slug == "un"


@pytest.mark.parametrize("slug", ["un", "deux"])
def test_the_form_refuses_an_address_that_is_or_was_another_articles(client, editor, slug):
    from tests.desk.pages import form_of

    article = publish_at(make_article(), "un", "deux", by=editor)
    Article.objects.filter(pk=article.pk).update(slug="trois")
    other = make_article(slug="autre")
    client.force_login(editor)
    url = f"/admin/articles/article/{other.pk}/change/"
    response = client.post(url, form_of(client.get(url), slug=slug))
    assert response.status_code == 200
    assert "slug" in response.context["adminform"].form.errors
    other.refresh_from_db()
    assert other.slug == "autre"
