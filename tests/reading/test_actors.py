"""A bare capital for its state: told by the form of the verb after it, by the words before it, or by its place."""

import pytest

from tests.reading.prose import codes, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rome approuve le texte, Vienne s'en détourne.", "IT AT"),
        ("Dès l'automne, Prague répétait que rien ne pressait.", "CZ"),
        ("On murmure que Lomé cèderait une base.", "TG"),
        ("Tant que Minsk fermera les yeux, Vilnius grondera.", "BY LT"),
        ("Il déplore que Budapest ait « bloqué la décision ».", "HU"),
        ("Le dialogue reprendra au printemps, promet Tirana", "AL"),
        ("« Nous tiendrons parole », a prévenu Riga.", "LV"),
        ("Sofia boude, Athènes temporise et Nicosie enrage.", "BG GR CY"),
        # … and what befalls towns, or is no verb
        ("Rome suffoque. Tunis compte deux millions d'habitants. Kiev se réveille sous les bombes.", ""),
        ("Alger ville ouverte ; Athènes antique et Berlin ouest.", ""),
        ("Il raconte Paris et visite Vienne.", ""),
        ("À Oslo, la neige tombe. De Madrid vient une nouvelle.", ""),
        ("Lisbonne, où le tramway grince, attire les touristes.", ""),
    ],
)
def test_a_capital_before_a_finite_verb_is_its_state(text, expected, names):
    assert codes(text, names) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ankara brushed off the criticism, and Oslo shelved the plan.", "TR NO"),
        ("There was no backing from Belgrade, and no pressure from Rome.", "RS IT"),
        ("Moscow residents said so. London streets to close.", ""),
        ("Flights from Belgrade were late. Athens burned in the summer.", ""),
    ],
)
def test_english_capitals(text, expected, names):
    assert codes(text, names, "en") == set(expected.split())


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le calendrier, c'est Minsk qui le fixe.", "fr", "BY"),
        ("It was Ankara that broke the deal.", "en", "TR"),
        ("She had kept Oslo guessing since May.", "en", "NO"),
        ("Now they keep asking Riga for more.", "en", "LV"),
        ("This is what Accra and Lomé quietly hope for.", "en", "GH TG"),
        ("Alger et Dakar attentifs", "fr", "DZ SN"),
        ("Berlin sous pression", "fr", "DE"),
        ("La promesse faite à Kiev se heurte aux stocks.", "fr", "UA"),
        ("La surprise est venue de Berlin.", "fr", "DE"),
        ("Le premier bailleur de Kiev hésite, l'homme fort d'Ankara aussi.", "fr", "UA TR"),
        ("L'Otan, Washington, Paris, et Berlin ont tous dénoncé ce tir.", "fr", "US FR DE"),
        ("Madrid rechaza el plan y Londres tendrá la última palabra.", "es", "ES GB"),
        # … and places
        ("C'est à Paris que tout se joue.", "fr", ""),
        ("Il est venu de Berlin en train. Le pont de Vienne est fermé.", "fr", ""),
        ("Paris en fête", "fr", ""),
        ("He came from London and left Oslo by train. They flew to Riga for talks.", "en", ""),
        ("Madrid es una ciudad.", "es", ""),
        ("In Berlin regnet es.", "de", ""),
    ],
)
def test_what_is_said_around_a_capital_makes_it_its_state(text, language, expected, names):
    assert codes(text, names, language) == set(expected.split())


@pytest.mark.parametrize(("text", "language"), [("The Kremlin declined.", "en"), ("Le Kremlin dément.", "fr")])
def test_a_metonym_is_the_bare_name(text, language, names):
    (mention,) = named(text, names, language).countries
    assert (mention.surface, mention.rule) == ("Kremlin", "metonym")


def test_the_seat_of_a_ministry_names_the_country_and_is_no_word_for_the_state(names):
    (mention,) = named("Le chef du Pentagone se tait.", names).countries
    assert (mention.code, mention.rule) == ("US", "name")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("La KFOR compte 4 000 soldats. L'Alliance en enverra d'autres.", True),
        ("Le SHAPE est à Mons. L'Alliance y commande.", True),
        ("La FINUL compte 10 000 soldats. L'Alliance en enverra d'autres.", False),
        ("L'Alliance des États du Sahel salue la KFOR. L'Alliance en parlera.", False),
    ],
)
def test_the_bare_alliance_beside_its_own_bodies_is_nato(text, counts, names):
    assert ("OTAN" in {m.key for m in named(text, names).organisations}) is counts
