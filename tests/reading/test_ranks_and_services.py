"""Officers and officials whose rank or service stands in several words, and what only resembles a name."""

import pytest

from articles.reading import read
from partners.registry import names_of, read_tables


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def officials(sentence, names):
    english = sentence.endswith(" spoke.")
    around = (
        ("Three frigates leave port", "The crews left on Thursday.")
        if english
        else ("Trois frégates partent", "Il neige.")
    )
    reading = read(f"{around[0]}\n\n3 mai 2024\n\n{sentence}\n\n{around[1]}\n".encode(), names)
    return {person.name: person for person in reading.people if person.official}


@pytest.mark.parametrize(
    ("title", "worded"),
    [
        ("Le contre-amiral", "contre-amiral"),
        ("Le vice-amiral d'escadre", "vice-amiral d'escadre"),
        ("Le contrôleur général des armées", "contrôleur général des armées"),
        ("L'ingénieur général de l'armement", "ingénieur général de l'armement"),
        ("Le commissaire en chef", "commissaire en chef"),
        ("Le médecin-chef des services", "médecin-chef des services"),
        ("Le médecin en chef", "médecin en chef"),
        ("La ministre déléguée", "ministre déléguée"),
        ("Le hakem de Chami,", "hakem de Chami"),
        ("Le diplomate", "diplomate"),
    ],
)
def test_a_rank_of_several_words_makes_an_official(title, worded, names):
    assert officials(f"{title} Claude Kerval a parlé.", names)["Claude Kerval"].office_title == worded


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukraine’s commander-in-chief, General Claude Kerval, spoke.",
        "Norway's top diplomat Claude Kerval spoke.",
        "Claude Kerval, sous-secrétaire à la Défense, est venu.",
        "Une rencontre a eu lieu entre Jean Roux, ministre de la Mer, et Claude Kerval, sous-secrétaire à la Défense.",
    ],
)
def test_a_post_in_few_words_makes_an_official(sentence, names):
    assert "Claude Kerval" in officials(sentence, names)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Le général de corps d'armée, Claude Kerval, vice-ministre de la Mer, a parlé.", "vice-ministre de la Mer"),
        ("Le général Claude Kerval, chef d'état-major des armées, a parlé.", "chef d'état-major des armées"),
    ],
)
def test_a_post_says_more_than_a_rank(sentence, title, names):
    assert officials(sentence, names)["Claude Kerval"].office_title == title


@pytest.mark.parametrize("rank", ["Capitaine de Vaisseau", "Capitaine de Frégate", "Capitaine de Corvette"])
def test_a_rank_with_capitals_names_nobody(rank, names):
    assert officials(f"Il est venu avec le {rank}, attaché de défense près l'ambassade à Rabat.", names) == {}


@pytest.mark.parametrize(
    "words", ["Le médecin Claude Kerval", "L'ingénieur Claude Kerval", "L'inspecteur des travaux finis"]
)
def test_a_trade_alone_makes_no_official(words, names):
    assert officials(f"{words} a parlé.", names) == {}


@pytest.mark.parametrize(
    ("spelling", "key"),
    [("Mohamed Ould Elghazouani", "mohamed-ould-ghazouani"), ("Saïd Chanegriha", "said-chengriha")],
)
def test_a_glued_article_and_a_mute_e_make_no_other_name(spelling, key, names):
    assert officials(f"Le président {spelling} a parlé.", names)[spelling].same_as == (key,)
