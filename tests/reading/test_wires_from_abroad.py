"""Wires and papers of the Arab world, Russia, Spain and Germany: who publishes, what happened, who spoke."""

import pytest

from articles.reading import read
from articles.reading.results import BlockKind
from partners.registry import names_of, read_tables
from tests.reading.prose import meetings

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les équipages ont quitté le port jeudi matin, sous la neige, devant deux cents curieux."
MORE = "Ils resteront quatre mois en mer, et rentreront au printemps si les relèves arrivent à temps."


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def reading_of(text, names):
    return read(text.encode(), names)


def value(found):
    return found.value if found else None


@pytest.mark.parametrize(
    ("above", "below", "source"),
    [
        ("(MENAFN- Jordan News Agency)", "", "Jordan News Agency"),
        ("", "Gnetnews", "Gnetnews"),
        ("", "MaliActu", "MaliActu"),
        ("", "© Port Info 2005-", "Port Info"),
        ("", "Il neigeait encore au retour. (AFP/jW)", "AFP"),
        ("Port News -", "", "Port News"),
        ("", "Brest", None),
    ],
)
def test_who_publishes_on_a_line_of_its_own(above, below, source, names):
    assert value(reading_of(f"{TITLE}\n\n{above}\n\n{BODY}\n\n{MORE}\n\n{below}\n", names).source) == source


def test_labels_without_their_days_are_no_publisher(names):
    text = f"{TITLE}\n\nMadrid - Publicado el - Actualizado\n\n{BODY}\n\n{MORE}\n"
    assert reading_of(text, names).source is None


@pytest.mark.parametrize(
    ("line", "weekday", "published"),
    [
        ("06-03-2018 02:22 PM", "Tuesday", "2018-03-06"),
        ("03/06/2018", "Sunday", "2018-06-03"),
        ("06-03-2018", "Friday", None),
    ],
)
def test_a_weekday_tells_the_month_of_a_day_in_figures(line, weekday, published, names):
    body = f"The frigates left the port on {weekday} in the snow, before two hundred onlookers who had come for them."
    found = reading_of(
        f"Three frigates leave port\n{line}\n{body}\nThey will stay at sea for months.\n", names
    ).published
    assert (str(found.date) if found else None) == published


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("Le pacte a été au centre d'un entretien, lundi 29 avril, entre SIDES.", "", "2024-04-29"),
        ("Le pacte a été au cœur d'une rencontre, hier, lundi 29 avril à Tunis, entre SIDES.", "Tunis", "2024-04-29"),
        ("Une réunion a eu lieu mardi à Rabat entre SIDES.", "Rabat", "2024-04-30"),
    ],
)  # fmt: skip
def test_both_sides_of_talks_stand_behind_between(text, place, start, names):
    text = text.replace("SIDES", "le ministre de la Mer, Jean Roux, et l'ambassadeur Paul Noir")
    found = [(m.kind, m.place, str(m.start)) for m in meetings(text, names, written="2024-05-03")]
    assert found == [("bilateral", place, start)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Une réunion entre amis a eu lieu à Tunis.", "fr"),
        ("La différence entre le ministre Jean Roux et le sénateur Paul Noir est grande.", "fr"),
        ("The buildup violates the Montreux Convention.", "en"),
        ("The president looked forward to a visit by King Paul to the headquarters.", "en"),
        ("The senator discussed the price of milk.", "en"),
    ],
)
def test_what_only_sounds_like_a_meeting(text, language, names):
    assert meetings(text, names, language) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("King Paul, on Tuesday, received NATO Secretary General Jens Stoltenberg.", "en"),
        ("Army chief John Mills discussed with the US ambassador to Jordan, Henry Wooster, the latest news.", "en"),
        ("Verteidigungsminister Boris Pistorius ist am Montag zu einem Besuch in Litauen eingetroffen.", "de"),
    ],
)
def test_talks_and_visits_in_other_words(text, language, names):
    assert [meeting.kind for meeting in meetings(text, names, language)] == ["bilateral"]


def test_marks_that_point_inwards_quote_in_german(names):
    text = "Der Minister Paolo Verdi sagte, es gebe »überhaupt keinen Zweifel daran, wie sehr wir hier stehen«."
    title = "Das Schulschiff kehrt in den Hafen zurück"
    found = reading_of(
        f"{title}\n\nVilnius. Die Übung »Sturm« begann am Montag mit Schnee und Wind.\n\n{text}\n", names
    )
    assert [quote.text[:10] for quote in found.quotes] == ["überhaupt "]
    assert value(found.dateline) == "Vilnius"


def test_what_the_picture_shows_stands_between_summary_and_signer(names):
    deck = "Un voyage que le roi a commencé dimanche et pour lequel personne ne devait l'accompagner"
    shown = "La ministre salue le travail des marins pendant la dernière tempête"
    found = reading_of(f"{TITLE}\n\n{deck}\n\n{shown}\n\nPar Jean Dupont\n\n{BODY}\n\n{MORE}\n", names)
    assert value(found.standfirst) == deck
    assert [block.text for block in found.blocks if block.kind is BlockKind.CAPTION] == [shown]
