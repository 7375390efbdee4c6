"""How a text becomes words and forms, and a query terms. Pure: no database."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.highlighting import Wanted, highlight, snippet
from articles.search.query import LONGEST_QUERY, parse
from articles.search.text import fold, forms, index_forms, words


def exact_words(text: str) -> list[str]:
    return [each.exact for each in index_forms(text, "fr")]


def asked(query: str) -> list[str]:
    """The terms of a query by their exact words."""
    return [" ".join(term.alternatives[0].words) for term in parse(query).required]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’OTAN à Varsovie", ["l", "otan", "a", "varsovie"]),
        ("cœur, Œuvre, Æsir, Łódź, Straße", ["coeur", "oeuvre", "aesir", "lodz", "strasse"]),
        ("O.T.A.N. et U.S. Army", ["otan", "et", "us", "army"]),
        ("M. Dupont. A bientôt.", ["m", "dupont", "a", "bientot"]),
        ("porte-avions F‑16", ["porte", "avions", "f", "16"]),
        ("de\u0301fense et dé\u00adfense", ["defense", "et", "defense"]),
        ("Київ и مُوريتانيا", ["киів", "и", "موريتانيا"]),
        ("İstanbul ISTANBUL ﬁn №5 a\0b", ["istanbul", "istanbul", "fin", "5", "a", "b"]),
        ("?!… — «»", []),
    ],
)
def test_words_are_lower_case_without_accents_and_parted_by_apostrophes_and_hyphens(text, expected):
    assert exact_words(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("alliés", "alliée", "fr"),
        ("généraux", "général", "fr"),
        ("ukrainiennes", "ukrainien", "fr"),
        ("sécurité", "SECURITE", "fr"),
        ("blessés", "BLESSES", "fr"),
        ("œuvres", "oeuvre", "fr"),
        ("allies", "ally", "en"),
        ("forces", "Force", "en"),
    ],
)
def test_words_that_differ_by_ending_or_accent_share_a_stem(one, other, language):
    first, second = forms(one, language), forms(other, language)
    assert first.stem == second.stem or first.folded == second.folded


@pytest.mark.parametrize(
    ("one", "other"), [("armée", "arme"), ("armées", "armes"), ("marine", "marin"), ("Mali", "mal"), ("mère", "mer")]
)
def test_protected_words_share_no_form_with_what_their_stem_means(one, other):
    first, second = forms(one, "fr"), forms(other, "fr")
    assert not {first.stem, first.folded} & {second.stem, second.folded}
    assert forms("armées", "fr").stem == forms("ARMEE", "en").stem == "armee"


def test_a_language_without_a_stemmer_is_found_as_written():
    assert forms("Streitkräfte", "de") == ("streitkrafte",) * 3


@given(st.text(), st.sampled_from(["fr", "en", "de", "und"]))
def test_words_stand_in_the_text_where_they_say_and_their_forms_hold_letters_only(text, language):
    for word in words(text):
        assert text[word.start : word.end] == word.surface
    for each in index_forms(text, language):
        assert all(form and form.isalnum() and len(form) <= 64 for form in each)


@pytest.mark.parametrize(
    ("one", "other"), [("Œuvre", "OEUVRE"), ("Défense", "de\u0301fense"), ("Łódź", "lodz"), (" L’Est ", "l'est")]
)
def test_names_that_differ_by_case_accent_or_apostrophe_are_equal_when_folded(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sommet Madrid", ["sommet", "madrid"]),
        ("le sommet de l'OTAN", ["sommet", "otan"]),
        ("Ukraine’s army", ["ukraine", "army"]),
        ("sanctions UN", ["sanctions", "un"]),
        ("sanctions un", ["sanctions"]),
        ("de la", ["de", "la"]),
        ('"sommet de l’OTAN" Madrid', ["sommet de l otan", "madrid"]),
        ("« porte avions » “two words”", ["porte avions", "two words"]),
        ("porte-avions F-16 3,5 Niamey/Bamako", ["porte avions", "f 16", "3 5", "niamey", "bamako"]),
        ('sommet "Madrid', ["sommet", "madrid"]),
        ("otan OTAN Otan", ["otan"]),
        ("AND OR NOT", ["and", "or", "not"]),
    ],
)
def test_a_query_asks_for_the_words_that_carry_it(query, expected):
    assert asked(query) == expected


def test_a_minus_before_a_word_or_a_phrase_excludes_it_and_a_dash_does_not():
    query = parse('otan -madrid -"porte avions" Kiev - Moscou peut-être')
    assert asked('otan -madrid -"porte avions" Kiev - Moscou peut-être') == ["otan", "kiev", "moscou", "peut etre"]
    assert [term.alternatives[0].words for term in query.excluded] == [("madrid",), ("porte", "avions")]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "?!",
        '"',
        '""',
        "()",
        "-",
        "-otan",
        "\0",
        "\ud800",
        "«»",
        "*",
        "'",
        "otan " * 20_000,
        "a" * (LONGEST_QUERY + 1),
    ],
)
def test_a_query_without_words_or_beyond_measure_asks_for_nothing(query):
    assert not parse(query)


@given(st.text(max_size=300))
def test_any_text_is_a_query(query):
    parse(query)
    Wanted(query).matches(query, language="fr")


def marked(text: str, query: str, language: str = "fr") -> list[str]:
    return [fragment.text for fragment in highlight(text, Wanted(query), language=language) if fragment.is_match]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("La sécurité, les SÉCURITÉS et l’insécurité.", "securite", ["sécurité", "SÉCURITÉS"]),
        ("Le cœur de l'OTAN", "coeur d'otan", ["cœur", "OTAN"]),
        ("Le sommet de Madrid ; à Madrid, le sommet.", '"sommet de Madrid"', ["sommet de Madrid"]),
        ("Deux porte-avions, une porte.", "porte-avion", ["porte-avions"]),
        ("de\u0301fense", "défense", ["de\u0301fense"]),
        ("Rien.", "otan", []),
        ("L'armée, une arme", "armée", ["armée"]),
    ],
)
def test_what_answers_the_query_is_marked_as_it_is_written(text, query, expected):
    assert marked(text, query) == expected


@given(st.text(max_size=200), st.text(max_size=40), st.integers(1, 60))
def test_the_fragments_of_a_text_are_the_text(text, query, length):
    assert "".join(fragment.text for fragment in highlight(text, Wanted(query), language="fr")) == text
    passage = "".join(fragment.text for fragment in snippet(text, Wanted(query), length=length, language="fr"))
    assert words_alone(passage.removeprefix("… ").removesuffix(" …")) in words_alone(text)


def words_alone(text):
    """Without what stands between words on a line, and between lines."""
    return re.sub(r"[\s·]+", "", text)


def test_in_a_snippet_a_line_without_a_full_stop_does_not_run_on_into_the_next():
    text = "Le ministre à Riga\nIl a parlé.\nLe sommet\nRiga"
    shown = snippet(text, Wanted("riga"), length=200, language="fr")
    assert "".join(each.text for each in shown) == "Le ministre à Riga · Il a parlé.\nLe sommet · Riga"
    assert [each.text for each in shown if each.is_match] == ["Riga", "Riga"]


def test_a_snippet_is_the_passage_that_answers_most_terms():
    text = "Le sommet commence. " + "Rien à dire. " * 60 + "Le sommet de Madrid décide. " + "Encore rien. " * 60
    fragments = snippet(text, Wanted("sommet Madrid"), length=120, language="fr")
    assert [fragment.text for fragment in fragments if fragment.is_match] == ["sommet", "Madrid"]
    passage = "".join(fragment.text for fragment in fragments)
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert len(passage) <= 130


def test_a_snippet_without_a_match_is_the_beginning_cut_at_a_word():
    text = "Les ministres se réunissent aujourd'hui à Bruxelles."
    otan = Wanted("otan")
    assert "".join(each.text for each in snippet(text, otan, length=20, language="fr")) == "Les ministres se …"
    assert "".join(each.text for each in snippet(text, otan, length=500, language="fr")) == text
