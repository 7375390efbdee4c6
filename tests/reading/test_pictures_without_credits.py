"""Pictures of which nothing says whose they are: captions by where they stand and by how they tell what is seen."""

import pytest

from articles.reading.results import BlockKind
from tests.reading.laying import laid, lines, signers, value

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les équipages ont quitté le port jeudi matin, sous la neige, devant deux cents curieux."
MORE = "Ils resteront quatre mois en mer, et rentreront au printemps si les relèves arrivent à temps."
LAST = "Le commandant, lui, a promis du chocolat à chaque escale."


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Des sapeurs et leurs chiens sur le quai du port de commerce, lundi.", "fr"),
        ("Le ministre et son homologue sur le pont de la frégate, le 12 mars 2025 à Brest.", "fr"),
        ("Sailors loading stores aboard the frigate in Tallinn, Estonia, on March 3, 2025.", "en"),
        ("Jean Dupont à Brest, lundi 3 mars.", "fr"),
        ("Vue aérienne de la base navale", "fr"),
        ("Les participants à la réunion de mardi", "fr"),
        ("Le général Moussa Traoré", "fr"),
        ("La ministra pasa revista a las tropas en la base de Riga.", "es"),
        ("The Chief of Defence and the mayor inspect one of the boats.", "en"),
    ],
)
def test_a_sentence_that_only_shows_and_closes_with_its_day_or_an_act_is_a_caption(line, language):
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{line}\n\n{LAST}\n"
    assert lines(laid(text, language), BlockKind.CAPTION) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Le préfet a présidé une cérémonie sur le quai du port, lundi.",
        "Fait à Bruxelles par les trois ministres de la Défense, le 12 mars 2025.",
        "Le sommet de tous les alliés s’ouvre à La Haye, mardi 24 juin 2025.",
        "Une réunion publique se tiendra à la salle des fêtes, le 3 avril.",
        "« La base restera ouverte pendant tous les travaux », promet le maire, lundi.",
    ],
)
def test_a_paragraph_of_one_line_that_tells_what_happened_is_no_caption(line):
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{LAST}\n"), BlockKind.CAPTION) == []


def test_two_names_with_their_titles_head_what_is_told_of_them():
    heads = ["Le général Moussa Traoré", "La ministre Awa Diop"]
    text = f"{TITLE}\n\n{BODY}\n\n{heads[0]}\n\n{MORE}\n\n{heads[1]}\n\n{LAST}\n"
    assert lines(laid(text), BlockKind.CAPTION) == []


def test_what_the_next_picture_shows_right_below_a_caption_is_one_too():
    shown = ["La ministra pasa revista a las tropas en la base.", "La ministra, durante la exposición de los medios."]
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{shown[0]}\n{shown[1]}\n"
    assert lines(laid(text, "es"), BlockKind.CAPTION) == shown


def test_a_pictures_alternative_text_is_its_caption_said_twice():
    shown = "Vue aérienne du port, où un nouveau bassin sera creusé à partir de 2027."
    text = f"{TITLE}\n\n{shown}\n{shown} (Photo Yann Corre)\n\n{BODY}\n\n{MORE}\n"
    assert lines(laid(text), BlockKind.CAPTION) == [f"{shown} (Photo Yann Corre)"]


def test_below_the_summary_and_the_signer_a_line_without_a_stop_is_a_caption():
    shown = "The yard seen from the bridge. Work on the first hull is due to start in spring next year"
    text = (
        f"Shipyard wins order for three frigates\n\nUnion welcomes lifeline but warns over skills\n\n"
        f"Fiona Abernethy, Scotland Business Editor\nWednesday 5 February 2025\n\n{shown}\n\n"
        "A Fife shipyard has won an order to build three frigates for the Danish navy.\n\nSteel comes in May.\n"
    )
    assert lines(laid(text, "en"), BlockKind.CAPTION) == [shown]


def test_among_short_headings_a_far_longer_line_is_a_caption():
    shown = "Les apprentis de l’école du chantier, qui doublera ses effectifs pour atteindre cent vingt élèves"
    text = f"{TITLE}\n\n{BODY}\n\nUn long chantier\n\n{MORE}\n\n{shown}\n\n{LAST}\n"
    layout = laid(text)
    assert lines(layout, BlockKind.CAPTION) == [shown]
    assert lines(layout, BlockKind.SUBHEADING) == ["Un long chantier"]


def test_a_name_and_an_office_between_paragraphs_is_a_caption():
    shown = "Moussa Traoré, ministre de la Défense"
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{shown}\n\n{MORE}\n")
    assert lines(layout, BlockKind.CAPTION) == [shown]
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_a_sentence_above_a_papers_credit_among_paragraphs_is_a_caption_and_nobody_signs():
    shown = "Family members wait on the quay on Wednesday to welcome the crew of the frigate."
    text = f"{TITLE}\n\n{BODY}\n\nPeople wait on the quay\n\n{shown}\n\nAnna Roy / Harbour Times\n\n{MORE}\n\n{LAST}\n"
    layout = laid(text, "en")
    assert lines(layout, BlockKind.CAPTION) == ["People wait on the quay", shown]
    assert (signers(layout), value(layout.source)) == ([], None)


def test_the_lines_below_a_credit_for_all_pictures_are_captions():
    shown = ["The delegation walks past the new barracks", "German and Lithuanian officers study the plan"]
    credit = "Photo credit: Sgt. Anna Roy, Ministry of National Defence"
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{credit}\n{shown[0]}\n{shown[1]}\n"
    assert lines(laid(text, "en"), BlockKind.CAPTION) == shown
