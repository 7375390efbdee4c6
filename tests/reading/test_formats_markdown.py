import pytest

from articles.reading import open_documents
from articles.reading.formats.markdown import reduced
from tests.growth import in_step
from tests.reading.opening import lines, read_one

FRONT = """---
titre: "L’OTAN et le Sahel : ce qui change"
auteurs:
  - Aïssata Bâ
  - Jean Roche
date: {date}
mise à jour: 2024-04-06
source: Le Journal du Port
langue: fr
tags: [OTAN, Sahel]
chapo: >
  Les ministres se retrouvent à Bruxelles
  pour parler du Sud.
url: https://port.example/otan-sahel
---
"""
BODY = """# L’OTAN et le Sahel : ce qui change

Les **ministres** des Affaires étrangères se sont réunis [jeudi](https://x.example/a_(b)) à Bruxelles.

## Un calendrier

![Le ministre à Bruxelles](a.jpg "Le ministre mauritanien à Bruxelles.")

Les décisions :

- une revue en 2029 ;
- des plans
  annuels ;

> Nous tiendrons nos engagements.
> Et à notre rythme.
> — Mark Rutte

### La suite

Le prochain sommet se tiendra à *Ankara*, avec `code` et <https://a.example>.
"""


@pytest.mark.parametrize("date", ["2024-04-04", "4 avril 2024", "April 4, 2024", "2024-04-04T10:00:00+02:00"])
def test_front_matter_gives_the_fields_in_either_language(names, date):
    document, reading = read_one(FRONT.format(date=date) + BODY, names)
    assert (document.format, document.url) == ("markdown", "https://port.example/otan-sahel")
    assert reading.title.value == "L’OTAN et le Sahel : ce qui change"
    assert reading.standfirst.value == "Les ministres se retrouvent à Bruxelles pour parler du Sud."
    assert [signature.name for signature in reading.signatures] == ["Aïssata Bâ", "Jean Roche"]
    assert (str(reading.published.date), str(reading.updated.date)) == ("2024-04-04", "2024-04-06")
    assert reading.source.value == "Le Journal du Port"


def test_english_keys_and_a_partial_date(names):
    front = "---\ntitle: NATO and the Sahel\nauthor: [Jane Doe, John Roe]\ndate: 2024-04\nlang: en\n---\n"
    _, reading = read_one(front + "The ministers met in Brussels to talk about the Sahel and the sea.\n", names)
    assert reading.title.value == "NATO and the Sahel"
    assert [signature.name for signature in reading.signatures] == ["Jane Doe", "John Roe"]
    assert str(reading.published.date) == "2024-04"


def test_the_signs_of_markdown_say_what_the_lines_are_and_leave_the_words(names):
    _, reading = read_one(BODY, names)
    assert [(str(block.kind), block.text) for block in reading.blocks] == [
        ("title", "L’OTAN et le Sahel : ce qui change"),
        ("paragraph", "Les ministres des Affaires étrangères se sont réunis jeudi à Bruxelles."),
        ("subheading", "Un calendrier"),
        ("caption", "Le ministre mauritanien à Bruxelles."),
        ("paragraph", "Les décisions :"),
        ("list item", "une revue en 2029 ;"),
        ("list item", "des plans annuels ;"),
        ("block quote", "Nous tiendrons nos engagements. Et à notre rythme."),
        ("block quote", "— Mark Rutte"),
        ("subheading", "La suite"),
        ("paragraph", "Le prochain sommet se tiendra à Ankara, avec code et https://a.example."),
    ]


def test_underlined_headings_are_headings(names):
    text = "Le titre\n========\n\nUn texte [lié](a) et [encore](b), assez long.\n\nLa suite\n--------\n\nUne fin.\n"
    _, reading = read_one(text, names)
    assert reading.title.value == "Le titre"
    assert lines(reading, "subheading") == ["La suite"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("un **mot** et *un autre* et __un__ et _deux_", "un mot et un autre et un et deux"),
        ("***gras et italique***", "gras et italique"),
        ("2 * 3 * 4 et a_b_c et snake_case", "2 * 3 * 4 et a_b_c et snake_case"),
        ("[Lire](https://a.example 'titre') et [ici][1]", "Lire et ici"),
        ("un prix de 5 \\* 3 &amp; plus", "un prix de 5 * 3 & plus"),
        ("~~rayé~~ <b>gras</b> [sic] (note)", "rayé gras [sic] (note)"),
        ("un * isolé et un _ isolé", "un * isolé et un _ isolé"),
    ],
)
def test_signs_of_emphasis_and_links_are_reduced_to_their_words(source, words):
    assert reduced(source) == words


@pytest.mark.parametrize(
    "text",
    [
        "# Un titre\n\nUn texte simple qui suit, avec un point final.\n",
        "Un texte simple.\n\n- un point\n- deux points\n\nUne fin de texte.\n",
        "Un texte simple.\n\n***\n\nUne fin de texte.\n",
        "---\nUn texte entre des traits\n---\n\nUne fin de texte.\n",
        "*** URGENT ***\n\nUn texte simple [sic] (AFP).\n",
        "Bruxelles : les ministres\n---\nse sont réunis.\n",
    ],
)
def test_a_plain_text_with_one_sign_stays_plain(text):
    (document,) = open_documents(text.encode())
    assert (document.format, document.text) == ("text", text)


def test_front_matter_runs_nothing_and_keeps_only_words(names):
    front = "---\ntitle: !!python/object/apply:os.system\nauthor: &a [*a, *a]\nurl: javascript:alert(1)\n---\n"
    document, reading = read_one(front + "Les ministres se sont réunis jeudi à Bruxelles.\n", names)
    assert document.url == ""
    assert reading.title.value.startswith("!!python")


@pytest.mark.parametrize(
    "sign", ["<!-- ", "[a](b) ", "**a** ", "*a ", "[a", "![a](", "<b> ", "_a_ ", "`a` ", "> ", "- a\n"]
)
def test_reading_markdown_grows_in_step_with_its_length(sign):
    assert in_step(lambda count: open_documents(("# a\n\n[b](c) [d](e)\n\n" + sign * count).encode()), 4_000)
