"""Where things are: two trees, one address for each article, and what answers when nothing is there."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Article
from partners.addresses import is_reserved
from partners.models import Meeting
from tests.making import day, make_edition
from tests.site.addresses import LANGUAGES, public_routes

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("home", "/", "/en/"),
        ("search", "/recherche/", "/en/search/"),
        ("articles:list", "/articles/", "/en/articles/"),
        ("articles:quotes", "/citations/", "/en/quotes/"),
        ("articles:themes", "/themes/", "/en/themes/"),
        ("partners:countries", "/pays/", "/en/countries/"),
        ("partners:officials", "/responsables/", "/en/officials/"),
        ("partners:organisations", "/organisations/", "/en/organisations/"),
        ("partners:meetings", "/reunions/", "/en/meetings/"),
        ("admin:index", "/admin/", "/en/admin/"),
    ],
)
def test_each_language_has_its_own_words_in_addresses(client, name, french, english):
    for language, address in [("fr", french), ("en", english)]:
        with translation.override(language):
            assert reverse(name) == address
    if not name.startswith("admin"):
        assert f'href="{english}" lang="en" hreflang="en"' in text_of(client.get(french))
        assert f'href="{french}" lang="fr" hreflang="fr"' in text_of(client.get(english))


def test_a_browser_that_prefers_english_gets_french_at_the_french_address(client):
    response = client.get("/", headers={"accept-language": "en"})
    assert response.status_code == 200
    assert '<html lang="fr">' in text_of(response)
    assert "Vary" not in response or "Accept-Language" not in response["Vary"]


def test_an_article_has_one_address_and_is_shown_under_the_other_interface_unindexed(client):
    make_edition(title="Le titre", slug="le-titre")
    own, other = client.get("/articles/le-titre/"), client.get("/en/articles/le-titre/")
    for page in own, other:
        assert '<link rel="canonical" href="http://testserver/articles/le-titre/">' in text_of(page)
        assert '<article class="story" lang="fr">' in text_of(page)
    assert "noindex" not in text_of(own)
    assert '<meta name="robots" content="noindex' in text_of(other)
    assert '<html lang="en">' in text_of(other)
    assert 'href="/en/articles/le-titre/" lang="en"' in text_of(own)
    assert 'href="/articles/le-titre/" lang="fr"' in text_of(other)


def test_an_article_in_a_third_language_lives_in_the_french_tree_and_says_its_language(client):
    edition = make_edition(title="La cumbre", slug="la-cumbre", language="es")
    assert edition.get_absolute_url() == "/articles/la-cumbre/"
    assert '<article class="story" lang="es">' in text_of(client.get("/articles/la-cumbre/"))
    assert '<article class="card" lang="es">' in text_of(client.get("/articles/"))


def test_a_withdrawn_article_answers_410_with_its_notice_and_nothing_else_of_it(client):
    first = make_edition(
        title="Titre retiré", slug="retire", standfirst="Chapeau retiré", visible_from=day(-3), visible_until=day(-1)
    )
    make_edition(article=first.article, kind="withdrawal", visible_from=day(-1), note="La source s'est rétractée.")
    for address in ["/articles/retire/", "/en/articles/retire/"]:
        response = client.get(address)
        assert response.status_code == 410
        text = text_of(response)
        assert "La source s&#x27;est rétractée." in text
        assert "<time" in text
        assert "noindex" in text
        assert "Titre retiré" not in text
        assert "Chapeau retiré" not in text


def test_a_trashed_withdrawal_is_not_found(client):
    make_edition(kind="withdrawal", slug="oublie", trashed=True)
    assert client.get("/articles/oublie/").status_code == 404


def test_the_address_that_an_article_had_before_leads_to_the_one_that_it_has(client):
    first = make_edition(slug="avant", visible_from=day(-3), visible_until=day(-1))
    Article.objects.filter(pk=first.article_id).update(slug="apres")
    make_edition(article=Article.objects.get(pk=first.article_id), kind="update", visible_from=day(-1))
    response = client.get("/articles/avant/")
    assert response.status_code == 301
    assert response["Location"] == "/articles/apres/"


@pytest.mark.parametrize(("trashed", "status"), [(True, 404), (False, 410)])
def test_a_former_address_leads_nowhere_unless_its_article_is_public(client, trashed, status):
    first = make_edition(slug="avant", visible_from=day(-3), visible_until=day(-2), trashed=trashed)
    Article.objects.filter(pk=first.article_id).update(slug="apres")
    opens = day(-1) if trashed else day(+1)
    make_edition(article=Article.objects.get(pk=first.article_id), kind="update", visible_from=opens)
    assert client.get("/articles/avant/").status_code == status
    assert client.get("/articles/apres/").status_code == 404


@pytest.mark.parametrize("tree", ["", "/en"])
def test_what_has_passed_its_end_is_no_longer_online_and_says_nothing_else(client, tree):
    make_edition(title="Titre passé", slug="passe", visible_from=day(-3), visible_until=day(-1))
    response = client.get(f"{tree}/articles/passe/")
    assert response.status_code == 410
    assert "noindex" in text_of(response)
    assert "Titre passé" not in text_of(response)
    assert text_of(response).count("<h1>") == 1


def test_the_page_number_belongs_to_the_canonical_address_and_filters_do_not(client):
    for _number in range(21):
        make_edition(tags=["Défense"])
    assert 'rel="canonical" href="http://testserver/articles/?page=2"' in text_of(client.get("/articles/?page=2"))
    narrowed = text_of(client.get("/articles/?theme=defense&page=2"))
    assert "noindex" in narrowed
    assert "theme=defense&amp;page=1" in narrowed


@pytest.mark.parametrize("address", ["/nulle-part/", "/en/nowhere/", "/articles/rien/", "/pays/nulle-part/"])
def test_what_is_not_there_answers_404_in_the_clothes_of_the_site(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert f'<html lang="{"en" if address.startswith("/en/") else "fr"}">' in text_of(response)
    assert text_of(response).count("<h1") == 1
    assert 'name="robots" content="noindex"' in text_of(response)


@pytest.mark.parametrize("address", ["/articles", "/pays/maroc", "/en/about", "/a-propos"])
def test_an_address_without_its_last_slash_is_completed(client, address):
    response = client.get(address)
    assert response.status_code == 301
    assert response["Location"] == f"{address}/"


@pytest.mark.parametrize(("address", "language"), [("/", "fr"), ("/en/", "en")])
def test_a_failure_answers_500_without_the_database(client, monkeypatch, django_assert_num_queries, address, language):
    client.raise_request_exception = False
    monkeypatch.setattr("newsroom.views.today", lambda: 1 / 0)
    with django_assert_num_queries(2, exact=False):  # those of the home page before it failed
        response = client.get(address)
    assert response.status_code == 500
    assert f'<html lang="{language}">' in text_of(response)
    assert text_of(response).count("<h1>") == 1


def test_a_failure_of_the_error_page_itself_still_answers(rf, monkeypatch):
    from newsroom import views

    monkeypatch.setattr(views, "render_to_string", lambda *args: 1 / 0)
    response = views.server_error(rf.get("/"))
    assert response.status_code == 500
    assert response.content.strip()


def test_a_host_that_is_not_ours_answers_400(client):
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_form_without_its_token_is_explained(client, django_user_model):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert text_of(response).count("<h1>") == 1


@pytest.mark.parametrize("address", ["/", "/articles/", "/recherche/", "/citations/", "/a-propos/"])
def test_pages_answer_head_and_refuse_to_be_written_to(client, address):
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_the_lead_is_the_article_that_was_made_lead_last_else_the_newest(client):
    old = make_edition(title="Ancien", visible_from=day(-5))
    older = make_edition(title="Plus ancien", visible_from=day(-9))
    newest = make_edition(title="Nouveau", visible_from=day(-1))
    assert client.get("/").context["lead"] == newest
    Article.objects.filter(pk=old.article_id).update(lead_since=day(-2))
    Article.objects.filter(pk=older.article_id).update(lead_since=timezone.now())
    page = client.get("/")
    assert page.context["lead"] == older
    assert page.context["latest"] == [newest, old]


def test_a_lead_that_is_no_longer_public_leads_nothing(client):
    newest = make_edition(visible_from=day(-1))
    gone = make_edition(visible_from=day(-3), visible_until=day(-2))
    Article.objects.filter(pk=gone.article_id).update(lead_since=timezone.now())
    assert client.get("/").context["lead"] == newest


def test_no_row_gets_a_slug_under_which_another_page_stands(client):
    shadowed = set()
    for language in LANGUAGES:
        with translation.override(language):
            fixed = {reverse(route.name) for route in public_routes() if not route.arguments}
            last_words = {address.rstrip("/").rpartition("/")[2] for address in fixed} - {""}
            for route in public_routes():
                if route.arguments == ("slug",):
                    words = {word for word in last_words if word.isalnum()}
                    shadowed |= {(route.name, word) for word in words if reverse(route.name, args=[word]) in fixed}
    assert shadowed == {("partners:meeting", "calendar"), ("partners:meeting", "calendrier")}
    assert all(is_reserved(name, word) for name, word in shadowed)

    for title in ["Calendrier", "Calendar"]:
        meeting = Meeting.objects.create(kind="other", title_fr=title)
        assert text_of(client.get(meeting.get_absolute_url())).count(f"<h1>{title}</h1>") == 1
