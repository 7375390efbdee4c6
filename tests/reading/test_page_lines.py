"""Lines of pages as they are copied: one below the other, with no gap between what differs."""

import pytest

from articles.reading.results import BlockKind
from tests.reading.laying import laid, lines, signers, value

TITLE = "Trois frégates de plus pour la Baltique"
BODY = "Les équipages ont quitté le port jeudi matin, sous la neige, devant deux cents curieux."
MORE = "Ils reviendront au printemps, si la glace le permet, après quatre mois de mer."


def test_a_time_before_the_day_is_no_day():
    layout = laid(f"{TITLE}\n\nPublished: 22:41, 18 Apr 2024\nUpdated: 07:15, 19 Apr 2024\n\n{BODY}\n\n{MORE}", "en")
    assert (str(layout.published.date), str(layout.updated.date)) == ("2024-04-18", "2024-04-19")


def test_two_full_lines_among_many_do_not_make_a_wrapped_text():
    title, deck = "Two patrol boats shadow a tanker all night along the Gulf", "Crews were on deck in minutes"
    short = "\n".join(f"The crew of boat {number} slept." for number in range(12))
    layout = laid(f"{title}\n{deck}\nBy Jane Morrow\n18 April 2024\n{BODY[:57]}.\nThe sea was calm\n{short}", "en")
    assert value(layout.title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Interview de Mme Anna Roy, ministre des armées, à Radio Port le 10 octobre 2024, sur la mer Baltique.",
        "Déclaration de M. Paul Marchand, ministre des affaires étrangères, sur la Moldavie, à Paris.",
    ],
)
def test_a_speech_has_the_day_when_it_was_given_and_its_title_a_full_stop(title):
    layout = laid(f"{title}\n\nPrononcé le 10 octobre 2024\n\nTexte intégral\n\n{BODY}\n\n{MORE}")
    assert (value(layout.title), str(layout.published.date)) == (title, "2024-10-10")


def test_who_speaks_again_and_again_heads_nothing():
    turns = [("ANNA ROY", BODY), ("PAUL MARCHAND", MORE), ("ANNA ROY", MORE), ("LÉA SALEM", BODY)]
    text = "\n\n".join(f"{name}\n{words}" for name, words in turns)
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n{text}"), BlockKind.SUBHEADING) == []


def test_a_line_of_capitals_that_stands_once_heads_what_follows():
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\nUN HIVER LONG\n\n{MORE}"), BlockKind.SUBHEADING) == ["UN HIVER LONG"]


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("Les deux ministres se sont quittés bons amis. -- PTI", "PTI"),
        ("El ministro viajará el jueves a la capital del país. (Agencia EFE)", "EFE"),
        (f"{MORE} (AFP)\n\nTous nos articles", "AFP"),
    ],
)
def test_the_agency_behind_the_last_words_publishes(end, source):
    assert value(laid(f"{TITLE}\n\n{BODY}\n\n{end}").source) == source


def test_whoever_signs_may_leave_a_dash_behind_the_name():
    assert signers(laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nMoussa K. DIALLO –\n\nSource : Le Port")) == [
        "Moussa K. DIALLO"
    ]


def test_a_byline_set_one_word_to_a_line_is_one_byline():
    layout = laid(f"{TITLE}\n\nBy\nJane Morrow\nand\nTom Ashby\nJune 3, 2025\n\n{BODY}\n\n{MORE}", "en")
    assert signers(layout) == ["Jane Morrow", "Tom Ashby"]
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


def test_a_letter_says_who_wrote_it():
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nCette lettre a été écrite par Maud Kerdreux et Simon Aubry.")
    assert signers(layout) == ["Maud Kerdreux", "Simon Aubry"]


def test_a_paper_with_a_small_word_leads_its_line_of_dates():
    line = "Le Fleuve libéré - 03 mars 2025 à 19:12 | mis à jour le 04 mars 2025 à 19:40 - Temps de lecture : 3 min"
    layout = laid(f"{TITLE}\n{BODY}\n{line}\n{MORE}\n{MORE}")
    assert (value(layout.source), str(layout.published.date)) == ("Le Fleuve libéré", "2025-03-03")


def test_a_name_in_capitals_above_who_signs_heads_nothing():
    layout = laid(
        f"{TITLE}\n\n{BODY}\n\nOuest-Rivage\nPar Anna Royer\nPublié le 14/05/2025 à 06h45\n\n{MORE}\n\n{MORE}"
    )
    assert (value(layout.standfirst), lines(layout, BlockKind.SUBHEADING)) == (BODY, [])


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ("Par Anna Royer\n", "Le ministre de la Défense, à la Chambre, mardi."),
        (f"{BODY}\n", "Deux avions de la base au-dessus du port"),
    ],
)
def test_what_stands_right_above_a_credit_is_a_caption_without_gaps_too(above, shown):
    assert lines(laid(f"{TITLE}\n{above}{shown}\n© AFP\n{BODY}\n{MORE}"), BlockKind.CAPTION) == [shown]


@pytest.mark.parametrize("line", [MORE, "Une saison froide", "À la une : trois frégates de plus au port"])
def test_a_paragraph_or_a_heading_above_a_credit_is_no_caption(line):
    assert lines(laid(f"{TITLE}\n{BODY}\n{line}\n© AFP\n{BODY}\n{MORE}"), BlockKind.CAPTION) == []


def test_the_lines_below_a_caption_show_the_other_pictures():
    shown = [
        "Left to right: General Jane Morrow and Admiral Tom Ashby",
        "The Committee at Camp Alder",
        "A gun crew at work",
    ]
    block = "\n".join(shown)
    layout = laid(f"Three more frigates for the Baltic\n\n{BODY}\n\n{block}\n\n{MORE}", "en")
    assert lines(layout, BlockKind.CAPTION) == shown


def test_what_a_newsletter_promises_leaves_with_its_name():
    promise = "Le Brief du port\nChaque jour, l'essentiel de l'actualité à midi."
    layout = laid(f"{TITLE}\n{BODY}\n{MORE}\n{promise}\n{MORE}")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE, MORE]
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_below_read_more_on_something_stand_links():
    links = "READ MORE ON NATO\nNORTHERN FIRE Inside the base where marines learn\nICE COLD Norway opens an airbase"
    layout = laid(f"Three more frigates for the Baltic\n{BODY}\n{links}\n{MORE}\n{BODY}", "en")
    assert lines(layout, BlockKind.SUBHEADING) == []
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE, BODY]


@pytest.mark.parametrize(
    "page",
    [
        f"Accueil MONDE {TITLE[:26]}...",
        f"AcasăMonde{TITLE}",
        "Ambassade de France à Vilnius > Actualités > Coopération de défense",
    ],
)
def test_the_path_of_a_page_is_no_title(page):
    assert value(laid(f"{page}\n{TITLE}\n\n{BODY}\n\n{MORE}").title) == TITLE


def test_the_public_body_whose_page_it_is_publishes():
    path = "Ambassade de France à Vilnius > Actualités > Coopération de défense"
    assert value(laid(f"{path}\n{TITLE}\n\n{BODY}\n\n{MORE}").source) == "Ambassade de France à Vilnius"


def test_a_title_that_begins_with_a_short_sentence_is_a_title_however_long():
    title = "Une première depuis trois hivers. Les équipages de trois frégates quittent le port de Brest"
    title += " pour la mer Baltique avec ceux de Riga"
    assert value(laid(f"{title}\n\n{BODY}\n\n{MORE}").title) == title


def test_a_numbered_question_heads_what_follows():
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n1. Une digue pour quoi faire ?\n\n{MORE}"), BlockKind.SUBHEADING) == [
        "1. Une digue pour quoi faire ?"
    ]


def test_a_house_between_bars_in_a_dateline_publishes():
    layout = laid(f"{TITLE}\n\nPARIS, France, 30 juillet 2012/Harbour Press Organization (HPO)/ — {BODY}\n\n{MORE}")
    assert (value(layout.source), str(layout.published.date)) == ("Harbour Press Organization", "2012-07-30")


def test_the_letters_of_a_house_behind_a_long_dash_publish():
    assert (
        value(laid(f"Three more frigates for the Baltic\n\n{BODY}\n\nThey parted as friends. — HPN", "en").source)
        == "HPN"
    )


@pytest.mark.parametrize(
    "above",
    ["JPEG\n\n", "JPG\n"],
)
def test_below_the_name_of_a_format_stands_what_the_picture_shows(above):
    shown = "L'amiral et l'ambassadrice à bord du patrouilleur"
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n{above}{shown}\n\n{MORE}"), BlockKind.CAPTION) == [shown]


def test_a_summary_above_a_credit_is_no_caption():
    summary = "Le commandement a quinze ans. Sept nations y mettent leurs avions."
    layout = laid(f"{TITLE}\nPublié le 01/09/2025\n{summary}\n© Cpl Anna L. / Marine\n{BODY}\n{MORE}")
    assert lines(layout, BlockKind.CAPTION) == []


def test_a_site_that_owns_a_picture_is_its_credit():
    shown = "General Jane Morrow meets the ambassador at the base. — Photo harbournews.vn"
    layout = laid(f"{shown}\n\n{BODY}\n\n{MORE}", "en")
    assert (layout.title, lines(layout, BlockKind.CAPTION)) == (None, [shown])


def test_no_line_between_the_summary_and_who_signs_heads_anything():
    second = "El ministro recuerda que la misión cuesta lo mismo que antes"
    layout = laid(
        f"Tres fragatas más para el mar Báltico\nEl Gobierno autoriza el envío de la flota en julio\n{second}\n"
        f"Lucía Arroyo\nActualizado Miércoles, 9 abril 2025 - 13:22\n{BODY}\n{MORE}",
        "es",
    )
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_other_articles_below_the_text_leave_with_their_first_words():
    others = f"More from the Navy\n-\nSpain opens a dock\n{BODY}\n-\nNorway opens an airbase\n{MORE}"
    layout = laid(f"Three more frigates for the Baltic\n{BODY}\n{MORE}\n{others}", "en")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_a_text_that_goes_on_below_a_box_of_links_stays():
    layout = laid(f"{TITLE}\n\n{BODY}\n\nLire aussi\nUne digue\n\nUn hiver long\n\n{MORE}")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


def test_a_few_words_right_below_the_title_sum_up():
    deck = "Une promesse tenue aux pays voisins"
    assert value(laid(f"{TITLE}\n\n{deck}\n\n{BODY}\n\n{MORE}").standfirst) == deck


@pytest.mark.parametrize("line", ["Que va-t-il se passer en mer ?", "« La mer est froide »", "Contexte"])
def test_a_question_a_quotation_or_one_word_below_the_title_heads_the_text(line):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert (layout.standfirst, lines(layout, BlockKind.SUBHEADING)) == (None, [line])


def test_who_signs_twice_below_a_picture_signs_once():
    shown = "Soldados patrullan el puerto, el pasado 3 de marzo."
    layout = laid(
        "Tres fragatas más para el mar Báltico\nLa flota zarpa en julio. El Gobierno lo autoriza\n"
        f"{shown}\nAnders Wik (TT / AFP / Getty)\nCarlos Torres\nCarlos Torres\n"
        "Visby (Suecia) - 09 MAR 2025 - 05:40 CET\n"
        "En el puerto ya no se habla de turistas. Se habla de radares.\nEl coronel manda el regimiento desde 2018.",
        "es",
    )
    assert (signers(layout), str(layout.published.date)) == (["Carlos Torres"], "2025-03-09")
    assert (value(layout.dateline), lines(layout, BlockKind.CAPTION)) == ("Visby", [shown])


@pytest.mark.parametrize(
    "line", ["Madrid | 09/03/2025 - 05:40h", "La Gazette du Port   Yann LE GALL.   Publié le 09/03/2025 à 17h30"]
)
def test_a_line_of_place_or_paper_and_day_dates_the_text(line):
    assert str(laid(f"{TITLE}\n{BODY}\n{line}\n{MORE}\n{MORE}", "es").published.date) == "2025-03-09"


def test_a_bar_may_stand_between_a_dateline_and_its_day():
    layout = laid(f"{TITLE}\n\nLas Palmas | 14 may 2025 (EFE).- {BODY}\n\n{MORE}", "es")
    assert (value(layout.dateline), value(layout.source), str(layout.published.date)) == (
        "Las Palmas",
        "EFE",
        "2025-05-14",
    )


def test_the_day_below_an_announced_link_dates_the_text():
    layout = laid(
        "Three more frigates for the Baltic\nRead More\nBY JANE MORROW\nUpdated 6:14 PM CEST, October 8, 2025\n"
        f"{BODY}\n{MORE}",
        "en",
    )
    assert (signers(layout), str(layout.updated.date)) == (["JANE MORROW"], "2025-10-08")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Article original publié sur Portinfo.com", "Portinfo.com"),
        ("Thanks for reading The Northern Tide! Subscribe for free to receive new posts.", "The Northern Tide"),
    ],
)
def test_a_page_says_where_its_text_appeared(line, source):
    assert value(laid(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}").source) == source


def test_what_is_said_of_the_writer_below_the_name_leaves():
    layout = laid(
        "Three more frigates for the Baltic\nBy Jane Morrow\nThe writer is a former deputy minister of defence\n"
        f"{BODY}\n{MORE}",
        "en",
    )
    assert lines(layout, BlockKind.SUBHEADING) == []
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


def test_a_row_of_tags_signs_nothing():
    assert signers(laid(f"{TITLE}\nPublié le 9 mars 2025\nSujets Otan Danemark Lettonie\n\n{BODY}\n\n{MORE}")) == []


def test_a_paper_known_by_its_name_in_capitals_publishes():
    layout = laid(f"POLITICO\nNEWS\n{TITLE}\nMarch 9, 2025 4:00 am CET\n{BODY}\n{MORE}", "en")
    assert value(layout.source) == "POLITICO"


def test_the_house_beside_its_town_above_the_day_publishes():
    layout = laid(f"Mauritanie\n{TITLE}\nNouakchott - Rivage Médias\nmercredi 23 avril 2025 - 14:32\n{BODY}\n{MORE}")
    assert value(layout.source) == "Rivage Médias"


@pytest.mark.parametrize("line", ["ÉTIQUETTES RIGA LETTONIE PATRIA", "Read Comments", "TAGS RIGA PORTS"])
def test_what_a_page_sets_below_a_text_in_capitals_signs_nothing(line):
    assert signers(laid(f"{TITLE}\n{BODY}\n{MORE}\n{line}")) == []


def test_the_agency_that_owns_a_text_stands_behind_who_signs():
    layout = laid(f"{TITLE}\nPar Anna Royer © 2025 AFP\nPublié le 06/05/2025 à 16:40\n\n{BODY}\n\n{MORE}")
    assert (signers(layout), value(layout.source)) == (["Anna Royer"], "AFP")


def test_who_took_a_picture_may_stand_alone_below_what_it_shows():
    shown = "Le radar sur la base de Balti, en Moldavie, le 6 mai 2025"
    layout = laid(f"{TITLE}\nPar Anna Royer\nPublié le 06/05/2025\n{shown}\nDan MIHAIL\n{BODY}\n{MORE}")
    assert (signers(layout), lines(layout, BlockKind.CAPTION)) == (["Anna Royer"], [shown])


def test_whose_picture_it_is_may_stand_before_what_it_shows():
    shown = "© HCR/Anna Royer Une famille déplacée dans le camp de Mbera, en Mauritanie."
    assert lines(laid(f"{TITLE}\n{shown}\n10 octobre 2025\n{BODY}\n{MORE}"), BlockKind.CAPTION) == [shown]


def test_a_day_beside_what_the_page_files_its_text_under_dates_it():
    layout = laid(f"{TITLE}\n10 octobre 2025 Paix et sécurité\n{BODY}\n{MORE}")
    assert (str(layout.published.date), lines(layout, BlockKind.SUBHEADING)) == ("2025-10-10", [])


def test_a_day_beside_other_words_dates_nothing():
    assert laid(f"{TITLE}\n\n10 octobre 2025 Signature de la charte\n\n{BODY}\n\n{MORE}").published is None


def test_who_wrote_and_the_day_with_its_weekday_share_a_line():
    layout = laid(f"{TITLE}\nRédigé par Rivageactu le Mardi 17 Juin 2025 à 16:20 | Lu 1254 fois\n{BODY}\n{MORE}")
    assert (value(layout.source), str(layout.published.date)) == ("Rivageactu", "2025-06-17")


def test_a_town_below_the_desk_and_above_the_day_publishes_nothing():
    layout = laid(f"{TITLE}\nRédaction Monde\nTallin\nPublicado: 24 de mayo de 2025, 09:14\n{BODY}\n{MORE}", "es")
    assert layout.source is None
