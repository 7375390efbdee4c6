"""Pictures on readers' pages: at the top, in the text, on cards and on officials' pages, with their words."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import placing
from articles.blocks import spans_of_blocks, with_insertions
from articles.models import PictureRole, Portrait
from articles.publishing import publish, withdraw
from partners.models import Official
from tests.growth import in_step
from tests.making import day, make_article, make_edition, make_picture, make_user, place

pytestmark = pytest.mark.django_db


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_picture_at_the_top_shows_its_caption_in_its_language_its_credit_and_its_size(client):
    picture = make_picture(
        alt="Deux ministres « se saluent »", caption="Ministers shake hands", caption_language="en", credit="AFP"
    )
    article = make_article(slug="le-texte", body="<p>Un.</p>")
    place(article, picture)
    make_edition(article=article)
    html = page(client, "/articles/le-texte/")
    figure = re.search(r'<figure class="figure figure--lead">.*?</figure>', html, re.DOTALL)[0]
    assert '<span class="figure__caption" lang="en">Ministers shake hands</span>' in figure
    assert '<span class="figure__credit">AFP</span>' in figure
    assert 'width="1600" height="1067" alt="Deux ministres « se saluent »"' in figure
    for width in (480, 800, 1200, 1600):
        assert all(f"/media/{picture.address}/{width}.{form} {width}w" in figure for form in ("avif", "webp", "jpg"))
    assert f'<meta property="og:image" content="http://testserver/media/{picture.address}/1200-50-50.jpg">' in html


def test_pictures_stand_in_the_text_after_their_paragraph(client):
    article = make_article(slug="le-texte", body="<h2>Titre</h2><p>Un.</p><ul><li>Deux</li></ul><p>Trois.</p>")
    rows = [
        placing.row_for(make_picture(caption=f"Image {number}"), role=PictureRole.BODY, position=number)
        for number in (0, 2, 3, 9)
    ]
    placing.put(article, rows)
    make_edition(article=article)
    text = page(client, "/articles/le-texte/").partition('class="story__body"')[2]
    told = re.findall(r"Image \d|Titre|Un\.|Deux|Trois\.", text.partition("</article>")[0])
    assert told == ["Image 0", "Titre", "Un.", "Image 2", "Deux", "Image 3", "Trois.", "Image 9"]


def test_markup_in_what_is_said_of_a_picture_is_text(client):
    article = make_article(slug="le-texte")
    canary = "<script>alert(1)</script>"
    place(article, make_picture(alt=canary + '"', caption=canary, credit=canary), make_picture(caption=canary))
    make_edition(article=article)
    assert canary not in page(client, "/articles/le-texte/")


def test_a_decorative_picture_has_an_empty_alternative_text(client):
    article = make_article(slug="le-texte")
    place(article, make_picture(alt="", decorative=True, caption="", credit=""))
    make_edition(article=article)
    html = page(client, "/articles/le-texte/")
    assert 'height="1067" alt="" fetchpriority' in html
    assert "<figcaption>" not in html


def test_cards_show_the_part_of_the_picture_about_its_focal_point(client):
    article = make_article(title="Le port")
    picture = make_picture(focal_x=0.25, focal_y=0.8)
    place(article, picture, make_picture())
    edition = publish(article, by=make_user("editor"))
    other = make_edition(title="Sans image")
    for address in ["/", "/articles/"]:
        html = page(client, address)
        assert f"/media/{picture.address}/800-25-80.webp 800w" in html, address
        assert html.count("<picture") == 1, address
    assert other.pk != edition.pk


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_no_page_names_a_picture_that_readers_may_not_see(client, state):
    article, picture = make_article(slug="le-texte"), make_picture(caption="Quillfish")
    place(article, picture)
    if state == "scheduled":
        make_edition(article=article, visible_from=day(1))
    elif state == "withdrawn":
        make_edition(article=article)
        withdraw(article, by=make_user("chief"), reason="Erreur.")
    for address in ["/", "/articles/", "/articles/le-texte/", "/recherche/?q=Quillfish", "/atom.xml"]:
        answer = client.get(address).content.decode()
        assert picture.address not in answer, address
        assert "Légende" not in answer, address


def test_readers_see_the_words_as_they_were_published(client):
    article = make_article(slug="le-texte")
    place(article, make_picture(caption="Avant"))
    make_edition(article=article)
    row = placing.rows_of(article)[0]
    placing.put(article, [row | {"caption": "Quillfish"}])
    html = page(client, "/articles/le-texte/")
    assert "Avant" in html
    assert "Quillfish" not in html


def test_an_official_has_a_portrait_with_its_credit(client):
    official = Official.objects.create(name="Awa Diop")
    picture = make_picture(credit="Présidence")
    Portrait.objects.create(official=official, picture=picture)
    html = page(client, official.get_absolute_url())
    assert f"/media/{picture.address}/480.webp" in html
    assert "Awa Diop" in re.search(r'alt="([^"]*)" decoding', html)[1]
    assert "<figcaption>Présidence</figcaption>" in html


def test_pictures_cost_a_page_no_question_of_their_own(client):
    article = make_article(slug="le-texte")
    make_edition(article=article)
    with CaptureQueriesContext(connection) as without:
        page(client, "/articles/le-texte/")
        page(client, "/articles/")
    other = make_article(slug="autre-texte")
    place(other, *(make_picture() for _ in range(5)))
    make_edition(article=other)
    with CaptureQueriesContext(connection) as asked:
        page(client, "/articles/autre-texte/")
        page(client, "/articles/")
    assert len(asked) == len(without)


# --- blocks of a text


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("", []),
        ("<p>a<br>b</p>\n<hr><p>c</p>", ["<p>a<br>b</p>", "<hr>", "<p>c</p>"]),
        ('<p title=">">a</p><ul><li><p>b</p></li></ul>', ['<p title=">">a</p>', "<ul><li><p>b</p></li></ul>"]),
        ("loose <b>words</b><p>a</p>", ["<p>a</p>"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["<blockquote><p>a</p><p>b</p></blockquote>"]),
    ],
)
def test_a_text_is_parted_into_its_outermost_blocks(html, blocks):
    assert [html[start:end] for start, end in spans_of_blocks(html)] == blocks


def test_insertions_leave_every_character_of_the_text_where_it_was():
    html = "<p>a</p>\n<p>b</p> tail"
    assert with_insertions(html, {0: "[0]", 1: "[1]", 7: "[7]"}) == "[0]<p>a</p>[1]\n<p>b</p> tail[7]"
    assert with_insertions("", {3: "[3]"}) == "[3]"


def test_blocks_are_found_in_a_time_that_grows_with_the_text():
    assert in_step(lambda size: spans_of_blocks("<p>a<b>" * size), 500)
