"""The checks beside the text: of the words in the form, within few queries, and nothing is saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Brief, CheckLevel, Level, PlacedPicture, Rights
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_imported, propose_person
from tests.making import make_article, make_edition, make_picture, make_user, place

pytestmark = pytest.mark.django_db
LEVELS = "admin:articles_checklevel_changelist"
PARAGRAPH = (
    "Le ministre a déclaré, lors d’une réunion à Bruxelles, que l'Alliance reste ouverte : « Nous y travaillons. » "
    'Les délégations ont ensuite parlé de la <a href="/articles/autre/">coopération</a> avec le Sahel. '
)
BODY = "".join(f"<h2>Partie {n}</h2><p>{PARAGRAPH * 6}</p>" for n in range(11))  # some 2,000 words


def panel(client, user, article, **fields):
    client.force_login(user)
    url = english(reverse("admin:articles_article_checks", args=[article.pk]))
    return client.post(url, {"user": user.pk} | fields)


def checks_in(response):
    assert response.status_code == 200
    return {card["finding"].name: card["finding"] for card in response.context["panel"]["cards"]}


def test_the_panel_looks_at_the_words_in_the_form_and_saves_nothing(client, editor):
    article = make_article(title="Un titre qui convient", body="<p>Texte.</p>")
    before = Article.objects.filter(pk=article.pk).values().get()
    found = checks_in(panel(client, editor, article, title="", body="<h4>Saut</h4><p>x</p>", rights="unknown"))
    assert {"title", "headings", "rights"} <= found.keys()
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert "headings" not in checks_in(panel(client, editor, article))


def test_the_brief_in_the_form_is_held_against_the_text_in_the_form(client, chief):
    article = make_article()
    Brief.objects.create(article=article, text="700 mots", least_words=700)
    assert "brief-words" in checks_in(panel(client, chief, article))
    own = {"brief-0-text": "x", "brief-0-least_words": "2", "brief-0-language": "fr"}
    response = panel(client, chief, article, body="<p>Deux mots.</p>", **own)
    assert "brief-words" not in checks_in(response)
    assert [each.met for each in response.context["panel"]["brief"]] == [True, True]


def test_a_place_says_where_the_editor_finds_it(client, editor):
    article = make_article(title="Un titre qui convient")
    response = panel(client, editor, article, body='<p>Un é.</p><h2>Deux</h2><p>Il a dit&nbsp;: "oui".</p>')
    (card,) = [c for c in response.context["panel"]["cards"] if c["finding"].name == "typography"]
    (place,) = card["places"]
    assert place.surface == ': "oui".'
    # Uné.DeuxIladit are fourteen characters that are no white space
    assert (place.field, place.start, place.length) == ("body", 14, 7)
    assert 'data-start="14"' in response.content.decode()


def test_what_stands_in_a_text_is_shown_escaped(client, editor):
    article = make_article()
    response = panel(client, editor, article, body="<p>« a &lt;script&gt;alert(1)&lt;/script&gt; »</p>", title="<b>x")
    assert "<script>alert" not in response.content.decode()


def test_pictures_are_looked_at_as_the_form_has_them(client, editor):
    article, picture = make_article(), make_picture(rights=Rights.UNKNOWN)
    place(article, make_picture(alt="", credit=""))
    row = {"picture": picture.pk, "role": "lead", "position": 0, "alt": "Un port", "credit": ""}
    form = {"pictures-TOTAL": "1"} | {f"pictures-0-{name}": value for name, value in row.items()}
    found = checks_in(panel(client, editor, article, **form))
    assert {name for name in found if "picture" in name} == {"picture-rights", "picture-credit"}
    assert "picture-alt" in checks_in(panel(client, editor, article))
    assert not any("picture" in name for name in checks_in(panel(client, editor, article, **{"pictures-TOTAL": "0"})))


def test_what_a_picture_lacks_leads_to_its_row_by_the_name_of_the_picture(client, editor):
    article, first, second = make_article(), make_picture(), make_picture()
    place(article, first, second)
    PlacedPicture.objects.filter(picture=second).update(alt="")
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert 'href="#pictures-1-alt"' in page
    assert 'href="#pictures-0-alt"' not in page
    publish = client.get(reverse("admin:articles_article_step", args=[article.pk, "publish"])).content.decode()
    assert "change/#pictures-1-alt" in publish
    row = {"picture": second.pk, "role": "lead", "position": 0, "alt": "", "credit": "AFP"}
    out = {"pictures-TOTAL": "2", "pictures-0-picture": first.pk, "pictures-0-DELETE": "on"}
    form = out | {f"pictures-1-{name}": value for name, value in row.items()}
    shown = panel(client, editor, article, **form).content.decode()
    assert 'href="#pictures-1-alt"' in shown
    assert str(second) in shown


def test_nonsense_in_the_form_is_looked_at_too(client, editor):
    article = make_article()
    odd = {"embargo_until_0": "x", "dated": "hier", "language": "xx", "rights": "?", "brief-0-text": "\0"}
    assert panel(client, editor, article, **odd, **{"brief-0-least_words": "9" * 40}).status_code == 200


@pytest.mark.parametrize("group", ["editor", "chief"])
def test_two_thousand_words_take_ten_queries_at_most(client, group):
    user = make_user(group)
    article = make_imported(title="Le sommet", body=BODY, rights=Rights.UNKNOWN)
    propose_person(article)
    Brief.objects.create(article=article, text="700 mots", least_words=700, language="fr", least_subheadings=2)
    make_edition(slug="autre")
    client.force_login(user)
    form = form_of(client.get(reverse("admin:articles_article_change", args=[article.pk])))
    url = reverse("admin:articles_article_checks", args=[article.pk])
    with CaptureQueriesContext(connection) as asked:
        response = client.post(url, form | {"user": user.pk})
    assert response.status_code == 200
    assert len(asked) <= 10, "\n".join(query["sql"][:90] for query in asked)


def test_the_panel_is_for_who_may_see_articles_and_signed_in(client):
    article, stranger = make_article(title="Quillfish"), make_user()
    response = panel(client, stranger, article)
    assert (response.status_code, b"Quillfish" in response.content) == (403, False)
    client.logout()
    url = reverse("admin:articles_article_checks", args=[article.pk])
    assert client.post(url, {"user": stranger.pk}).status_code == 401
    assert client.get(url).status_code == 405


def test_who_may_answer_for_a_check_is_offered_to(client, chief, editor):
    article = make_article(rights=Rights.UNKNOWN)
    assert 'value="waive:rights"' in panel(client, chief, article).content.decode()
    assert 'value="waive:rights"' not in panel(client, editor, article).content.decode()


# --- the page of levels


def test_the_chief_sets_levels_on_one_page(client, chief):
    client.force_login(chief)
    page = client.get(reverse(LEVELS))
    form = form_of(page, "", **{"level-standfirst": "blocks", "level-title": "off"})
    assert client.post(reverse(LEVELS), form).status_code == 302
    assert list(CheckLevel.objects.values_list("check_name", "level")) == [("standfirst", Level.BLOCKS)]


@pytest.mark.parametrize("group", ["reporter", "editor", "importer"])
def test_the_desk_reads_the_levels_and_does_not_set_them(client, group):
    client.force_login(make_user(group))
    page = client.get(reverse(LEVELS))
    assert (page.status_code, b'name="level-' in page.content) == (200, False)
    assert client.post(reverse(LEVELS), {"level-standfirst": "off"}).status_code == 403
    assert not CheckLevel.objects.exists()
