"""Bylines in the article's form: chosen by name, a guest's name simply typed, in the order of the page."""

import pytest
from django.urls import reverse

from articles.models import Contributor
from tests.desk.pages import form_of
from tests.making import make_article

pytestmark = pytest.mark.django_db


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def sign(client, article, *rows):
    """Post the form with those bylines; the response."""
    data = form_of(client.get(change_url(article)))
    data |= {"bylines-TOTAL_FORMS": str(len(rows)), "_continue": ""}
    for at, row in enumerate(rows):
        defaults = {"contributor": "", "role": "author", "place": "", "position": str(at), "article": str(article.pk)}
        data |= {f"bylines-{at}-{name}": value for name, value in (defaults | row).items()}
    return client.post(change_url(article), data)


@pytest.fixture
def article(client, editor):
    client.force_login(editor)
    return make_article()


def test_a_name_that_nobody_has_had_yet_makes_a_contributor(client, article):
    sign(client, article, {"contributor": " Anne   Martin "}, {"contributor": "Guest Writer", "place": "Rome"})
    assert [str(byline) for byline in article.bylines.all()] == [
        "Anne Martin · Auteur",
        "Guest Writer · Auteur · Rome",
    ]
    assert Contributor.objects.count() == 2


def test_a_known_name_is_found_whatever_its_accents_and_case(client, article):
    known = Contributor.named("Zoë Müller")
    sign(client, article, {"contributor": "zoe muller"})
    assert article.bylines.get().contributor == known
    assert Contributor.objects.get().name == "Zoë Müller"


def test_an_empty_row_is_none_even_with_a_number(client, article):
    assert sign(client, article, {"position": "3"}).status_code == 302
    assert not article.bylines.exists()
    assert article.revisions.count() == 1


def test_a_role_and_a_place_sign_without_a_name_but_no_author_does(client, article):
    assert sign(client, article, {"role": "correspondent", "place": "Bruxelles"}).status_code == 302
    assert article.bylines.get().contributor is None
    refused = sign(client, article, {"place": "Bruxelles"})
    assert refused.status_code == 200
    assert refused.context["errors"]


@pytest.mark.parametrize("name", ["—", "x" * 201])
def test_a_name_that_cannot_stand_is_refused_and_makes_nobody(client, article, name):
    assert sign(client, article, {"contributor": name}).status_code == 200
    assert not Contributor.objects.exists()


def test_the_page_shows_names_and_saving_it_again_changes_nothing(client, article):
    sign(client, article, {"contributor": "Anne Martin"}, {"contributor": "Bob", "role": "photographer"})
    data = form_of(client.get(change_url(article)), _continue="")
    assert data["bylines-0-contributor"] == ["Anne Martin"]
    client.post(change_url(article), data)
    assert article.revisions.count() == 2


def test_bylines_are_ordered_by_their_position(client, article):
    sign(client, article, {"contributor": "Anne", "position": "2"}, {"contributor": "Bob", "position": "1"})
    assert [byline.name for byline in article.bylines.all()] == ["Bob", "Anne"]


def test_a_guest_typed_on_a_stale_page_is_kept_with_its_name(client, article):
    data = form_of(client.get(change_url(article)))
    sign(client, article, {"contributor": "Anne"})
    data |= {"bylines-TOTAL_FORMS": "1", "bylines-0-contributor": "Guest Writer", "bylines-0-role": "author"}
    data |= {"bylines-0-place": "", "bylines-0-position": "0", "_continue": ""}
    conflict = client.post(change_url(article), data)
    assert conflict.status_code == 409
    assert "Guest Writer" in conflict.content.decode()
    assert not Contributor.objects.filter(name="Guest Writer").exists()
    choice = form_of_choice(conflict)
    client.post(choice["action"], choice["fields"] | {"choose-bylines": "mine"})
    assert [byline.name for byline in article.bylines.all()] == ["Guest Writer"]


def form_of_choice(response):
    """Where the page of a conflict sends its form, and the version that it names."""
    draft = response.context["draft"]
    action = reverse("admin:articles_article_draft", args=[draft.article_id, draft.pk])
    return {"action": action, "fields": {"do": "save", "version": str(draft.article.version)}}
