"""The rules of a text, each by what it finds and what it leaves alone. No database."""

import pytest

from articles.checking import residue
from articles.checking.brief import Asked, against_brief, progress
from articles.checking.language import ease, language, typography
from articles.checking.lengths import lengths
from articles.checking.residue import brief_lines, page_lines
from articles.checking.structure import headings, link_texts
from articles.checking.words import Words

FRENCH = "Le ministre de la Défense a dit que son pays n’enverrait pas de soldats dans cette région avant l’été. "
ENGLISH = "The minister of defence said that his country would not send any soldiers to the region before the summer. "
GOOD = Words(
    title="Le sommet de Madrid, vu de Nouakchott",
    slug="le-sommet-de-madrid",
    standfirst="Ce que le sommet change pour la Mauritanie et ses voisins.",
    meta_description="Ce que le sommet de Madrid change pour la Mauritanie, ses voisins et l’Alliance.",
    body=f"<p>{FRENCH * 3}</p>",
)


def said(found):
    return [f"{each.check}/{each.said}" for each in found]


def words_at(words, noticed):
    return [place.span.of(words.field_text(place.field)) for place in noticed.places]


def changed(**fields):
    return Words(**{name: getattr(GOOD, name) for name in GOOD.__dataclass_fields__} | fields)


# --- lengths


def test_a_story_with_fields_of_good_length_has_nothing_against_it():
    assert said(lengths(GOOD)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "Court"}, ["title-length/short"]),
        ({"title": "m" * 110, "seo_title": "Un titre"}, []),
        ({"title": "m" * 111, "seo_title": "Un titre"}, ["title-length/long"]),
        ({"title": "m" * 66}, ["search-title/title"]),
        ({"title": "m" * 65}, []),
        ({"seo_title": "m" * 66}, ["search-title/own"]),
        ({"slug": "article-2"}, ["slug/empty"]),
        ({"slug": "m" * 76}, ["slug/long"]),
        ({"slug": "titre-du-sommet"}, []),
        ({"meta_description": ""}, ["meta-description/none"]),
        ({"meta_description": "d" * 49}, ["meta-description/short"]),
        ({"meta_description": "d" * 320}, []),
        ({"standfirst": " "}, ["standfirst/none"]),
        ({"standfirst": "m" * 501}, ["standfirst/long"]),
    ],
)
def test_what_is_too_short_too_long_or_missing_is_said(fields, expected):
    assert said(lengths(changed(**fields))) == expected


# --- subheadings and links


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a</p><h2>b</h2><p>c</p><h3>d</h3><p>e</p><h2>f</h2><p>g</p>", []),
        ("<h2>a</h2><h3>b</h3><p>c</p>", []),
        ("<h3>a</h3><p>b</p>", ["headings/skipped"]),
        ("<h2>a</h2><p>b</p><h4>c</h4><p>d</p>", ["headings/skipped"]),
        ("<h2> </h2><p>b</p>", ["headings/empty"]),
        ("<h2>a</h2><h2>b</h2><p>c</p>", ["headings/alone"]),
        ("<p>a</p><h2>b</h2>", ["headings/alone"]),
        (f"<p>{'mot ' * 699}</p>", []),
        (f"<p>{'mot ' * 700}</p>", ["headings/none"]),
    ],
)
def test_the_order_of_subheadings(body, expected):
    assert said(headings(changed(body=body))) == expected


def test_a_heading_that_passes_over_a_level_is_shown():
    words = changed(body="<h2>Un</h2><p>x</p><h4>Le détail</h4><p>y</p>")
    assert words_at(words, *headings(words)) == ["Le détail"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("cliquez ici", ["link-texts/vague"]),
        ("Lire la suite…", ["link-texts/vague"]),
        ("« ce lien »", ["link-texts/vague"]),
        ("click here", ["link-texts/vague"]),
        ("", ["link-texts/vague"]),
        ("https://www.nato.int/x", ["link-texts/bare"]),
        ("la déclaration de Madrid", []),
        ("ici commence le Sahel", []),
    ],
)
def test_the_words_of_a_link_say_where_it_leads(link, expected):
    words = changed(body=f'<p>Voir <a href="https://exemple.org/">{link}</a>.</p>')
    found = list(link_texts(words))
    assert said(found) == expected
    assert [shown for each in found for shown in words_at(words, each)] == ([link or "Voir ."] if expected else [])


# --- residue


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mis à jour le : 07 mars 2024 13:26", "date"),
        ("• 28 Feb. 2024 - | Mis à jour le: 07 Mar. 2024 13:26", "date"),
        ("Lire aussi : le sommet de Madrid", "page"),
        ("Partager sur Facebook Twitter WhatsApp", "page"),
        ("Publicité", "page"),
        ("SOUS EMBARGO JUSQU'AU 3 mars 2025 à 18 h", "embargo"),
        ("Photo : AFP / Jean Dupont", "credit"),
    ],
)
def test_lines_that_a_page_left_in_the_text_are_found(line, kind):
    words = changed(body=f"<p>{FRENCH}</p><p>{line}</p><p>{FRENCH}</p>")
    (found,) = page_lines(words)
    assert (found.said, words_at(words, found)) == (kind, [line])


@pytest.mark.parametrize(
    "line",
    [
        FRENCH,
        "Le communiqué, mis à jour le 7 mars 2024, ne parle plus de la Finlande et de ses voisins du Nord.",
        "Lire entre les lignes, c’est ce que font les diplomates depuis que la réunion de mardi a été reportée.",
        "La publicité des débats est un principe de l’assemblée parlementaire.",
    ],
)
def test_sentences_of_the_text_are_no_residue(line):
    assert list(page_lines(changed(body=f"<p>{line}</p>"))) == []


def test_an_instruction_to_the_writer_is_found_at_the_top_of_text_and_standfirst():
    order = "Make this article seo compatible, be in french, create at least 700 words."
    words = changed(body=f"<p>{order}</p><p>{FRENCH}</p>", standfirst=order)
    assert [shown for each in brief_lines(words) for shown in words_at(words, each)] == [order, order]


@pytest.mark.parametrize(
    "opening",
    [
        "Le référencement naturel (SEO) des ministères reste faible : un site sur trois est en français.",
        "Écrire un article de 700 mots optimisé SEO ne suffit pas : trois conseils pour être lu.",
        "How to make an article SEO friendly: five tips for defence ministries and their 700-word posts.",
    ],
)
def test_an_article_about_search_engines_holds_no_instruction(opening):
    assert list(brief_lines(changed(body=f"<p>{opening}</p><p>{FRENCH}</p>"))) == []


# --- language, typography, ease


def test_a_text_in_another_language_than_the_article_s_is_said_once_it_has_words_enough():
    assert said(language(changed(body=f"<p>{ENGLISH * 4}</p>"))) == ["language/other"]
    assert said(language(changed(body=f"<p>{ENGLISH}</p>"))) == []
    assert said(language(changed(body=f"<p>{FRENCH * 4}</p>"))) == []


def test_places_of_typography_show_the_words_about_them_in_every_field():
    words = changed(title="Qu'en dire?", body='<p>Un mot</p><p>Il dit "oui".</p>')
    (found,) = typography(words)
    assert words_at(words, found) == ["Qu'en", "dire?", 'dit "oui".']
    assert found.values["count"] == 4


def test_typography_is_asked_of_french_articles_only():
    assert list(typography(changed(language="en", title="It's so!"))) == []


def test_a_text_of_long_sentences_is_hard_to_read_and_shows_them():
    long = "L’interopérabilité institutionnelle multidimensionnelle " * 20
    words = changed(body=f"<p>{long.strip()}.</p><p>{FRENCH}</p>")
    (found,) = ease(words)
    assert found.said == "sentences"
    assert words_at(words, found) == [f"{long.strip()}."]


def test_a_simple_text_is_not_called_hard():
    assert list(ease(changed(body=f"<p>{'Le chat dort. La mer est là. ' * 20}</p>"))) == []


# --- the brief


def text_of(count):
    """So many words by the rule of counting: an elision, a hyphen, a number and a non-breaking space among them."""
    held = "l’OTAN peut-être aujourd’hui 1\u00a0200"  # l’ · OTAN · peut-être · aujourd’hui · 1 200
    return f"<p>{held} {'mot ' * (count - 5)}</p>"


@pytest.mark.parametrize(("held", "met"), [(699, False), (700, True), (701, True)])
def test_a_brief_of_700_words_is_met_at_700(held, met):
    words = changed(body=text_of(held))
    asked = Asked(least_words=700)
    assert [(each.held, each.met) for each in progress(words, asked)] == [(held, met)]
    assert (said(against_brief(words, asked)) == []) is met


def test_a_brief_s_language_is_told_by_the_article_and_by_its_words():
    french = Asked(language="fr")
    assert said(against_brief(changed(body=f"<p>{FRENCH * 4}</p>"), french)) == []
    assert said(against_brief(changed(language="en"), french)) == ["brief-language/unmet"]
    assert said(against_brief(changed(body=f"<p>{ENGLISH * 4}</p>"), french)) == ["brief-language/unmet"]


def test_a_subheading_without_words_does_not_count_for_the_brief():
    words = changed(body="<h2> </h2><p>a</p><h3>b</h3><p>c</p>")
    assert [each.held for each in progress(words, Asked(least_subheadings=2))] == [1]


# --- what is known again


def test_of_a_text_that_changes_in_one_paragraph_the_others_are_not_read_again(monkeypatch):
    read = []
    real = residue.read_facts
    monkeypatch.setattr(residue, "read_facts", lambda text, *more: read.append(text) or real(text, *more))
    first = changed(body="".join(f"<p>{FRENCH}Paragraphe {n}, que personne n’a lu.</p>" for n in range(9)))
    assert said(page_lines(first)) == []
    again = changed(body=first.body.replace("Paragraphe 4", "Publié le 3 mai 2024. Paragraphe 4"))
    list(page_lines(again))
    assert (len(read), "Publié" in read[-1]) == (10, True)
