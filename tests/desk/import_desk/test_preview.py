"""A text that waits is looked at, and what was misread is left out."""

import re

import pytest

from articles import deciding, incoming
from articles.drafting import Options
from articles.models import Article, Incoming, Rights
from tests.desk.import_desk.making import page, press, token, waiting
from tests.desk.pages import texts

pytestmark = pytest.mark.django_db


def test_the_preview_shows_fields_and_mentions_with_their_passages_and_links_from_the_text(signed_in, registry):
    row = waiting()
    content = signed_in.get(page(row)).content.decode()
    assert "Le port de Nouadhibou accueillera une base logistique" in content
    assert "2024-03-12" in content
    country = token(row, "country", "Mauritanie")
    assert f'id="{country.replace(":", "-")}"' in content
    assert f'href="#{country.replace(":", "-")}" class="source-mark is-country">Mauritanie</a>' in content
    assert f'value="leave-all:{country}"' in content
    assert not Article.objects.exists()


def test_every_link_within_the_page_leads_to_one_place_of_it(signed_in, registry):
    content = signed_in.get(page(waiting())).content.decode()
    ids = re.findall(r'\sid="([^"]*)"', content)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', content)) <= set(ids)


def test_the_preview_asks_few_questions_of_the_database(signed_in, registry, django_assert_max_num_queries):
    row = waiting()
    with django_assert_max_num_queries(24):
        signed_in.get(page(row))


def test_a_very_long_text_still_opens(signed_in):
    row = waiting("Un titre\n\n" + "La Mauritanie parle de la défense. " * 8_000)
    response = signed_in.get(page(row))
    assert response.status_code == 200
    assert len(response.content) < 3_000_000


def shown_as_ignored(content):
    """The entries that the page says will not be proposed, by their kind."""
    entries = re.findall(r'<li class="review-card import-entry[^"]*" id="([a-z]+)-.*?</li>', content, re.DOTALL)
    marked = re.findall(
        r'<li class="review-card import-entry[^"]*" id="([a-z]+)-(?:(?!<li class="review-card).)*?articles/ignored/',
        content,
        re.DOTALL,
    )
    assert set(marked) <= set(entries)
    return marked


def test_what_the_desk_has_rejected_is_shown_as_not_proposed_and_is_not_proposed(signed_in, registry, editor):
    make_draft_of = "Un mot\n\nLa Mauritanie parle de la défense de la région.\n"
    incoming.make_draft(waiting(make_draft_of), by=editor)
    row = waiting()
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == []
    deciding.reject(Article.objects.get().proposals.filter(key="MR"), by=editor)
    content = signed_in.get(page(row)).content.decode()
    assert shown_as_ignored(content) == ["country"]
    press(signed_in, row, "draft:")
    proposed = set(Article.objects.latest("pk").proposals.values_list("key", flat=True))
    assert "ES" in proposed
    assert "MR" not in proposed


def test_what_other_words_still_propose_is_not_shown_as_ignored(signed_in, registry, editor):
    incoming.make_draft(waiting("Un mot\n\nLa Mauritanie parle de la défense de la région.\n"), by=editor)
    deciding.reject(Article.objects.get().proposals.filter(key="MR"), by=editor)
    row = waiting("Un exercice\n\nL'armée mauritanienne s'entraîne. La Mauritanie y envoie trois bataillons.\n")
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == []
    capital = token(row, "country", "mauritanienne")
    press(signed_in, row, f"leave:{capital}")
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == ["country"]


def test_a_country_is_left_out_wherever_it_is_named_and_taken_back(signed_in, registry):
    row = waiting()
    country = token(row, "country", "Mauritanie")
    response = press(signed_in, row, f"leave-all:{country}")
    assert response["Location"] == f"{page(row)}#{country.replace(':', '-')}"
    row.refresh_from_db()
    assert len(row.left_out) == 2
    assert "MR" not in {country.code for country in incoming.reading_of(row).reading.countries}
    press(signed_in, row, f"take:{country}")
    row.refresh_from_db()
    assert len(row.left_out) == 1
    press(signed_in, row, f"take-all:{country}")
    row.refresh_from_db()
    assert row.left_out == []


def test_a_field_left_out_is_empty_and_its_line_is_in_the_text_of_the_draft(signed_in, registry):
    row = waiting()
    press(signed_in, row, f"leave:{token(row, 'byline', 'Aminata Sow')}")
    press(signed_in, row, f"leave:{token(row, 'subheading', 'Une coopération durable')}")
    press(signed_in, row, "draft:")
    article = Article.objects.get()
    assert not article.bylines.exists()
    assert "<p>Par Aminata Sow</p>" in article.body
    assert "<h2>" not in article.body


def test_the_list_shows_the_title_as_it_is_read_now(signed_in, registry):
    row = waiting()
    title = "Le port de Nouadhibou accueillera une base logistique"
    press(signed_in, row, f"leave:{token(row, 'title', title)}")
    row.refresh_from_db()
    assert row.options["title"].startswith("La Mauritanie et l'Espagne ont signé mardi un accord")


@pytest.mark.parametrize("button", ["leave:country:0-3", "leave:x", "take-all:", "leave:country:a-b"])
def test_what_is_not_in_the_reading_is_not_left_out(signed_in, registry, button):
    row = waiting()
    response = signed_in.post(page(row), {"do": button}, follow=True)
    row.refresh_from_db()
    assert row.left_out == []
    assert texts(response.context["messages"])


def test_an_unknown_button_is_refused(signed_in):
    assert signed_in.post(page(waiting()), {"do": "publish:1"}).status_code == 400


def test_options_that_stand_on_the_page_are_kept_whatever_button_is_pressed(signed_in, registry):
    row = waiting()
    country = token(row, "country", "Espagne")
    press(signed_in, row, f"leave:{country}", source="Agence du Sud", rights="agency", language="fr")
    row.refresh_from_db()
    assert incoming.options_of(row) == Options(source="Agence du Sud", rights=Rights.AGENCY, language="fr")
    assert len(row.left_out) == 1


def test_a_date_that_is_none_is_refused_and_nothing_is_done(signed_in, registry):
    row = waiting()
    data = {"do": "draft:", "published": "hier", "rights": "own"}
    assert "errorlist" in signed_in.post(page(row), data).content.decode()
    assert not Article.objects.exists()
    assert Incoming.objects.filter(pk=row.pk).exists()
