"""French typography: what it changes, what it leaves alone, and that it changes nothing twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.results import Span
from articles.sanitising import clean_html, plain_text
from articles.typography import changes_of, set_html, set_text
from tests.growth import in_step

W, N = "\u00a0", "\u202f"
_CHANGEABLE = re.compile(r"[\s.…'´’\"“”«»]")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("L'OTAN n'a qu'un but", "L’OTAN n’a qu’un but"),
        ("aujourd´hui", "aujourd’hui"),
        ("il attend...", "il attend…"),
        ("un texte [...] coupé", "un texte […] coupé"),
        ("Non!", f"Non{N}!"),
        ("Quoi ?! Oui ; non", f"Quoi{N}?! Oui{N}; non"),
        ("Trois pays: Mali, Niger", f"Trois pays{W}: Mali, Niger"),
        ("Trois pays : Mali", f"Trois pays{W}: Mali"),
        ("«Oui»", f"«{W}Oui{W}»"),
        ("« Oui » , dit-il .", f"«{W}Oui{W}», dit-il."),
        ('Il dit "oui".', f"Il dit «{W}oui{W}»."),
        ("Il dit “oui”.", f"Il dit «{W}oui{W}»."),
        ('« Il a dit "oui" »', f"«{W}Il a dit “oui”{W}»"),
        ('"Le mot "paix" manque"', f"«{W}Le mot “paix” manque{W}»"),
        ('d\'"alliés"', f"d’«{W}alliés{W}»"),
        ('a dit "non": c\'est tout', f"a dit «{W}non{W}»{W}: c’est tout"),
        ("50 % et 3 €", f"50{W}% et 3{W}€"),
        ("(est-ce vrai?)", f"(est-ce vrai{N}?)"),
    ],
)
def test_a_text_is_set_as_french_sets_it(written, expected):
    assert set_text(written) == expected


@pytest.mark.parametrize(
    "left",
    [
        "à 14:05 précises, score de 3 : 2",
        "https://exemple.org/a?b=1;c:d!e et www.exemple.org/?x",
        "nom.prenom@exemple.org",
        'class="a" et f("x") et std::mot et <p class="b">',
        "une étape de 5\" puis rien d'autre".replace("'", "’"),
        'un guillemet " seul',
        "/etc/hosts et C:\\texte",
        f"«{N}déjà fait{N}»{N}: oui{W}!",
        "l’été 2024, quoi…",
        "v. 2.0, .NET, etc.",
        ":",
        "« »".replace(" ", W),
        "",
        "…….",
        "Nuits d’«",
    ],
)
def test_addresses_code_times_and_marks_that_do_not_pair_stay(left):
    assert set_text(left) == left


def test_a_quotation_that_began_in_the_paragraph_before_is_still_open():
    assert set_text('suite du "mot" ici »') == f"suite du “mot” ici{W}»"


def test_passages_that_the_caller_names_stay():
    text = "Il dit \"We're off!\" et l'OTAN"
    start = text.index("We")
    assert set_text(text, apart=[Span(start, start + len("We're off!"))]) == f"Il dit «{W}We're off!{W}» et l’OTAN"


_ODD = st.text(alphabet="aB1é '’\"“”«».,…:;!?%/\u00a0\u202f\u2009\n-()=`\ufffc@", max_size=60)


@given(_ODD)
def test_setting_twice_changes_nothing_more_and_no_letter_ever(text):
    once = set_text(text)
    assert set_text(once) == once
    assert _CHANGEABLE.sub("", once) == _CHANGEABLE.sub("", text)


@given(_ODD)
def test_the_changes_told_are_what_was_changed(text):
    now = set_text(text)
    parts, done = [], 0
    for change in changes_of(text, now):
        assert change.span.of(text) != change.put
        parts += [text[done : change.span.start], change.put]
        done = change.span.end
    assert "".join([*parts, text[done:]]) == now


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<em>", "</em>", '<a href="/x?a=1;b">', "</a>", '<span lang="en">', "</span>", "<br>", "<li>"]
)


@given(st.lists(st.one_of(_PIECES, _ODD), max_size=14).map("".join))
def test_html_keeps_its_tags_and_letters_and_is_set_once(html):
    clean = clean_html(html)
    once = set_html(clean, "fr")
    assert set_html(once, "fr") == once
    assert clean_html(once) == once
    assert re.findall("<[^>]*>", once) == re.findall("<[^>]*>", clean)
    assert _CHANGEABLE.sub("", plain_text(once)) == _CHANGEABLE.sub("", plain_text(clean))


def test_html_is_set_across_its_tags_and_other_languages_are_left_alone():
    html = clean_html(
        '<p>Il dit <em>"oui"</em>! Et <a href="/x?a=1;b">l\'OTAN</a> : <span lang="en">"It\'s me!"</span></p>'
        '<p lang="en">"We\'re off!"</p><p lang="fr">L\'été: oui</p>'
    )
    said = plain_text(set_html(html, "fr")).split("\n")
    assert said == [f'Il dit «{W}oui{W}»{N}! Et l’OTAN{W}: "It\'s me!"', '"We\'re off!"', f"L’été{W}: oui"]
    assert '<a href="/x?a=1;b"' in set_html(html, "fr")


def test_a_paragraph_in_another_language_that_nobody_has_marked_is_left_alone():
    html = '<p>The "secretary general" of the alliance said that it was not what they had in mind: "no"!</p>'
    assert set_html(html, "fr") == html


def test_the_text_of_an_article_in_another_language_is_left_alone_but_for_its_french():
    assert set_html('<p>It\'s: "so"!</p>', "en") == '<p>It\'s: "so"!</p>'


@pytest.mark.parametrize("piece", ['« a "b" c: d! ', '"', "'a", " !", "«", "...", "a@", "1:", "</", "x="])
def test_the_work_grows_in_step_with_the_text(piece):
    assert in_step(lambda size: set_text(piece * size), 2_000)
