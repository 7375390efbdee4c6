"""Texts that somebody passed on: in a message, out of a press database, off a wire, from a print-out or a feed."""

import pytest

from articles.reading.datelines import read_dateline
from articles.reading.furniture import is_furniture
from articles.reading.results import BlockKind, Span
from tests.growth import in_step
from tests.reading.laying import laid, lines, signers, value

TITLE = "Le port de Brest agrandit ses cales pour les frégates alliées"
BODY = "Les travaux ont commencé lundi sous la pluie, devant une centaine de curieux venus en voisins."
MORE = "Ils dureront deux ans, et coûteront quarante millions d’euros au conseil régional."


def day(found):
    return str(found.date) if found else None


MESSAGE = """De : Ministère de la Marine <presse@marine.example>
Envoyé : jeudi 11 avril 2024 18:02
À : Rédactions
Objet : TR : [CP] Des cales plus grandes à Brest

Mesdames, Messieurs,

Veuillez trouver ci-dessous notre communiqué.

"""
FAREWELL = "\n\nCordialement,\n\nClaire Vasseur\nChargée de presse\n"


def test_the_title_below_a_messages_greeting_goes_before_its_subject():
    layout = laid(f"{MESSAGE}COMMUNIQUÉ DE PRESSE\n\n{TITLE}\n\n{BODY}\n\n{MORE}{FAREWELL}")
    assert value(layout.title) == TITLE
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]
    assert value(layout.source) == "Ministère de la Marine"
    assert signers(layout) == []


def test_a_messages_subject_is_the_title_where_nothing_below_can_be_one():
    layout = laid(f"{MESSAGE}{BODY}\n\n{MORE}{FAREWELL}")
    assert value(layout.title) == "Des cales plus grandes à Brest"
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


@pytest.mark.parametrize(("own", "expected"), [("", "2024-04-11"), ("Brest, le 9 avril 2024\n\n", "2024-04-09")])
def test_a_message_dates_the_text_that_has_no_day_of_its_own(own, expected):
    assert day(laid(f"{MESSAGE}{TITLE}\n\n{own}{BODY}\n\n{MORE}").published) == expected


def test_two_lines_with_colons_are_no_message():
    layout = laid(f"{TITLE}\n\nObjet : les cales\nDate : 11 avril 2024\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == TITLE


def test_the_codes_of_a_press_database_say_what_each_line_is():
    export = (
        f"SE \tMonde\nHD \t{TITLE}\nBY \tAnna Le Goff\nWC \t212 words\nPD \t14 March 2023\nSN \tLe Journal des Cales\n"
        f"LA \tFrench\n\nLP \t\n{BODY}\n\nTD \t\n{MORE}\n\nRE \tfra : France\nAN \tDocument JDC0000020230314\n"
    )
    layout = laid(export)
    assert value(layout.title) == TITLE
    assert (day(layout.published), value(layout.source)) == ("2023-03-14", "Le Journal des Cales")
    assert signers(layout) == ["Anna Le Goff"]
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]
    assert not lines(layout, BlockKind.SUBHEADING)


def test_the_number_and_the_slug_of_a_wire_are_no_title():
    layout = laid(f"BRE0417 4 F 0312 FRA /AFP-ZK41\n\nDéfense-marine-France\n\n{TITLE}\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == TITLE
    assert not lines(layout, BlockKind.SUBHEADING)


def test_the_head_of_each_printed_page_names_the_review_and_leaves():
    head = "Revue des cales et des quais                    n° 118 – hiver 2023"
    layout = laid(f"{head}\n\n{TITLE}\n\n{BODY}\n\n12\n\n{head}\n\n{MORE}\n\n13\n")
    assert value(layout.title) == TITLE
    assert value(layout.source) == "Revue des cales et des quais"
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


def test_lines_that_differ_in_the_pages_number_alone_head_the_pages():
    layout = laid(f"14 | Carnets du Ponant\n\n{TITLE}\n\n{BODY}\n\n15 | Carnets du Ponant\n\n{MORE}\n")
    assert value(layout.title) == TITLE
    assert not lines(layout, BlockKind.SUBHEADING)


def test_below_the_line_that_closes_a_feeds_entry_stands_nothing_of_the_article():
    closing = f"Cet article {TITLE} est apparu en premier sur Le Ponant."
    foot = "Marine 360\n\nL’actualité des ports et des quais.\n\nPublication : lundi 27 mars 2017"
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{closing}\n\n{foot}")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY]
    assert (value(layout.source), day(layout.published)) == ("Le Ponant", "2017-03-27")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Publicado por Ana Roy | Ene 11, 2018 | Córdoba | 0", "2018-01-11"),
        ("Posted on: August 1st, 2018 by: portadmin", "2018-08-01"),
        ("29/Juin/22 - 12:40", "2022-06-29"),
        ("Caspian Materials 13 October 2022 04:39 (UTC +04:00)", "2022-10-13"),
    ],
)
def test_a_line_of_a_day_among_names_of_sections_and_logins_dates_the_text(line, expected):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert day(layout.published) == expected
    assert not lines(layout, BlockKind.SUBHEADING)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("8 January (BNS)", "BNS"),
        ("Europa Press Defensa y Seguridad\nPublicado: martes, 3 febrero 2026 18:28", "Europa Press"),
        (
            "Port Information Bureau\nGovernment of India\nMinistry of Defence\n23-May-2015 18:27 IST",
            "Port Information Bureau",
        ),
        (f"{MORE}\n\nCanal 7 Noticias | Cádiz\nPublicado: 03/11/2018 16:40", "Canal 7 Noticias"),
    ],
)
def test_who_publishes_stands_beside_the_day_or_right_above_it(line, source):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert value(layout.source) == source
    assert not lines(layout, BlockKind.SUBHEADING)


def test_a_house_with_its_town_in_brackets_leads_the_first_paragraph():
    text = f"ALMARSA (Nouakchott) - {BODY}"
    found = read_dateline(text, Span(0, len(text)), {"nouakchott"}, "fr")
    assert (value(found.source), value(found.place)) == ("ALMARSA", "Nouakchott")


def test_a_name_and_its_post_between_summary_and_day_sign():
    layout = laid(
        f"{TITLE}\n{MORE}\nAntoine Delcourt\nJournaliste service Belgique\nPublié le 29-05-2021 à 02h00\n{BODY}"
    )
    assert signers(layout) == ["Antoine Delcourt"]
    assert not lines(layout, BlockKind.SUBHEADING)


@pytest.mark.parametrize("line", ["Share Button", "Battle Group Poland", "Category: Social News"])
def test_buttons_units_and_categories_sign_nothing(line):
    assert signers(laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n\n{line}")) == []


def test_who_wrote_the_words_and_who_took_the_pictures_stand_apart():
    layout = laid(f"{TITLE}\n\n{MORE}\n\nWORDS BY ELEANOR PRYCE\nPHOTOGRAPHS BY TOM WILK\n\n{BODY}\n\n{MORE}", "en")
    assert signers(layout) == ["ELEANOR PRYCE"]
    assert [each.value for each in layout.credits] == ["PHOTOGRAPHS BY TOM WILK"]


def test_a_headline_with_a_stroke_is_no_credit():
    title = "Finland/North Sweden: Joint Naval Exercises in 2012"
    assert value(laid(f"{title}\n\n{BODY}\n\n{MORE}", "en").title) == title


def test_the_town_right_below_who_issues_is_no_heading():
    layout = laid(f"{TITLE}\n\nMinistry of Ports\nWashington, DC\n\n{BODY}\n\n{MORE}", "en")
    assert not lines(layout, BlockKind.SUBHEADING)
    assert value(layout.dateline) == "Washington"


@pytest.mark.parametrize(
    "line",
    [
        "This article is more than 1 year old",
        "Free article usually reserved for subscribers",
        "Cet article complet est réservé aux abonnés",
        "Contenido exclusivo para suscriptores",
        "Read in English",
        "Lire cet article en anglais",
        "Soutenez notre rédaction",
        "Purchase Licensing Rights, opens new tab",
        "00:00/02:14",
        "Sujets",
        "Share on: twitter icon delicious icon printer icon email icon Feedback subscribe icon Unsubscribe",
    ],
)
def test_what_a_page_says_of_access_and_languages_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Soutien aux marins : ce que dit le ministre",
        "Read between the lines of a treaty",
        "Les sujets qui fâchent",
        "Article 5 reserved for the worst of days",
    ],
)
def test_headings_that_begin_like_a_pages_own_words_stay(line):
    assert not is_furniture(line)


def test_a_title_with_full_stops_stands_above_a_summary_and_the_day():
    title = "Rome wants the fleet to look south. The fleet looks at its shoes."
    layout = laid(f"Defense\n\n{title}\n\n{MORE}\n\nMarch 5, 2024 4:00 am CET\n\n{BODY}\n\n{MORE}", "en")
    assert value(layout.title) == title


def test_what_a_picture_shows_may_end_with_its_owner_in_brackets():
    shown = "Une grue soulève une hélice devant la cale. (Ateliers du Ponant)"
    layout = laid(f"{TITLE}\n\nPar Anna Le Goff le 5 mars 2024 à 12:30\n{shown}\n\n{BODY}\n\n{MORE}")
    assert lines(layout, BlockKind.CAPTION) == [shown]
    assert not lines(layout, BlockKind.SUBHEADING)


@pytest.mark.parametrize(
    ("post", "signed"),
    [
        (
            "Journaliste au pôle Monde\n\nPar Jean Renson\nPublié le 5/03/2024 à 12:30 Temps de lecture: 2 min",
            "Jean Renson",
        ),
        ("Luz María Sierra\nDirectora del diario.\n\n06 de marzo de 2026", "Luz María Sierra"),
    ],
)
def test_a_post_beside_the_name_signs_nothing(post, signed):
    layout = laid(f"{TITLE}\n\n{MORE}\n\n{post}\n\n{BODY}\n\n{MORE}")
    assert signers(layout) == [signed]
    assert layout.published
    assert not lines(layout, BlockKind.SUBHEADING)


def test_the_name_once_more_heads_what_is_said_of_who_signs():
    said = "Anna Le Goff\nAnna a étudié les marées et tient ce site."
    layout = laid(f"{TITLE}\n\nPar Anna Le Goff\n\n{BODY}\n\n{MORE}\n\n{said}")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]
    assert signers(layout) == ["Anna Le Goff"]


@pytest.mark.parametrize(
    "line",
    [
        "Par Anna Le Goff | Mediapart",
        "Mediapart",
        "Article rédigé par Mediapart avec AFP",
        "*Cet article a été publié par Mediapart.",
    ],
)
def test_a_house_is_known_by_its_name_alone(line):
    assert value(laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}").source) == "Mediapart"


@pytest.mark.parametrize(
    "head",
    [
        "Published On 5 Mar 2024\n5 Mar 2024",
        "News 05 March 2024",
        "Source: Xinhua\nEditor: huaxia\n2024-03-05 23:41:15",
        "By Al Roy\nPublished on 5 March 2024\nThis was published under the 2022 to 2024 Sunak government",
        "Par Anna Le Goff\nLe Ponant en mer\n05 Mar, 2024 04:15 p.m. AR",
    ],
)
def test_nothing_among_the_lines_of_a_pages_head_heads_a_section(head):
    layout = laid(f"{TITLE}\n\n{MORE}\n\n{head}\n\n{BODY}\n\nLa suite en mer\n\n{MORE}", "en")
    assert day(layout.published) == "2024-03-05"
    assert lines(layout, BlockKind.SUBHEADING) == ["La suite en mer"]


@pytest.mark.parametrize(
    "foot",
    [
        "Sweden\nNato\nBaltic Sea",
        "Contacts\nDiana Ebadi\nPress Secretary",
        "Temas relacionados\nComando Sur",
        "Associated links\n\nBaltic Rangers",
    ],
)
def test_tags_links_and_contacts_below_a_text_sign_nothing(foot):
    assert signers(laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{foot}", "en")) == []


def test_a_name_of_which_a_paragraph_speaks_signs_nothing_below():
    assert signers(laid(f"{TITLE}\n\nLes Dragons Bleus sont venus en mars à Brest.\n\n{MORE}\n\nDragons Bleus")) == []


@pytest.mark.parametrize(
    "shown",
    [
        "À Brest, la cale fait face au château. / Hendrik Osula pour La Marée",
        "Las lanchas entran en el puerto de Montevideo (Crédito: Armada Nacional)",
    ],
)
def test_a_picture_is_credited_for_its_paper_and_in_spanish(shown):
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n{shown}\n\n{MORE}"), BlockKind.CAPTION) == [shown]


def test_initials_of_a_station_are_its_name():
    assert value(laid(f"{TITLE}\n\nBy Anna Velici and Sam Orr, CNN\n\n{BODY}\n\n{MORE}", "en").source) == "CNN"


@pytest.mark.parametrize(
    "line",
    [
        "1 minuto",
        "À lire : Les cales vues du ciel",
        "Sujets associés : Brest - Cales - Marées",
        "Aller plus loin",
        "Découvrir le sondage",
        "Abonnez-vous",
        "Publié le",
        "29.2 C",
        "Página 1 de 1",
    ],
)
def test_links_calls_and_empty_labels_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["À lire entre les lignes", "Découvrir la mer", "Publié contre son gré", "Voir Brest et partir"]
)
def test_headings_that_begin_like_links_and_labels_stay(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "name", "source", "place"),
    [
        ("R. J. CAMPO. ZARAGOZA\n23/10/2015 a las 06:00", "R. J. CAMPO", None, "ZARAGOZA"),
        ("Ouest-France Erwan BIHAN.\nPublié le 05/03/2024 à 17h45", "Erwan BIHAN", "Ouest-France", None),
        ("De notre correspondante locale, Maryse Fouquet", "Maryse Fouquet", None, None),
    ],
)
def test_who_signs_beside_a_town_a_paper_or_a_post(line, name, source, place):
    layout = laid(f"{TITLE}\n\n{MORE}\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert signers(layout) == [name]
    assert (value(layout.source), value(layout.dateline)) == (source, place)


@pytest.mark.parametrize("line", ["Oficina de Comunicación", "New York\n3 juillet 2025", "Kyiv • UNN"])
def test_offices_and_towns_are_nobody(line):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}")
    assert signers(layout) == []
    assert not lines(layout, BlockKind.SUBHEADING)


@pytest.mark.parametrize("path", ["Accueil MARINE", "Accueil »", "Home News"])
def test_a_pages_path_before_the_title_is_no_part_of_it(path):
    assert value(laid(f"{path} {TITLE}\n\n{TITLE}\n\n{BODY}\n\n{MORE}").title) == TITLE


def test_a_line_that_stands_twice_running_is_what_a_picture_shows():
    shown = "Une grue au-dessus de la cale numéro deux. 20 avril 2017."
    layout = laid(f"Vidéo : {TITLE}\n\n{shown}\n{shown}\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == f"Vidéo : {TITLE}"
    assert lines(layout, BlockKind.CAPTION) == [shown]


def test_a_summary_stands_above_the_title_said_once_more():
    layout = laid(f"{TITLE}\n\n{MORE}\n{TITLE}\nUne grue au-dessus de la cale. KEYSTONE\nMarine\n\n{BODY}\n\n{MORE}")
    assert value(layout.standfirst) == MORE
    assert not lines(layout, BlockKind.SUBHEADING)


def test_the_agencies_behind_a_source_are_no_part_of_its_name():
    assert value(laid(f"{TITLE}\n\n{BODY}\n\nsource: ponant.eu with agencies", "en").source) == "ponant.eu"


@pytest.mark.parametrize(
    ("head", "published", "updated", "signed"),
    [
        ("Par : Riyad Hamdani 05 Mars 2024 à 18:22", "2024-03-05", None, ["Riyad Hamdani"]),
        ("Updated - March 06, 2024 09:12 pm IST - Mumbai", None, "2024-03-06", []),
        ("Ana Roy\nMadrid\n06/03/2024 a las 04:38h.", "2024-03-06", None, ["Ana Roy"]),
        ("Anna Buj\nBucarest. Corresponsal\n05/03/2024 13:20", "2024-03-05", None, ["Anna Buj"]),
        ("Publié à 12h41\nMis à jour à 15h20", None, None, []),
    ],
)
def test_days_hours_towns_and_posts_of_a_head_are_told_apart(head, published, updated, signed):
    layout = laid(f"{TITLE}\n\n{MORE}\n\n{head}\n\n{BODY}\n\n{MORE}", "es" if "Ana" in head else "fr")
    assert (day(layout.published), day(layout.updated), signers(layout)) == (published, updated, signed)
    assert layout.source is None
    assert not lines(layout, BlockKind.SUBHEADING)


def test_a_prefects_letterhead_and_the_motto_are_no_title():
    head = "PRÉFET DU FINISTÈRE\nLiberté Égalité Fraternité\n\nBureau de la communication interministérielle"
    layout = laid(f"{head}\n\nQuimper, le 5 mars 2024\n\nCOMMUNIQUÉ DE PRESSE\n\n{TITLE}\n\n{BODY}\n\n{MORE}")
    assert (value(layout.title), value(layout.source)) == (TITLE, "PRÉFET DU FINISTÈRE")
    assert signers(layout) == []


def test_the_desk_of_a_paper_on_its_own_line_names_the_paper():
    assert value(laid(f"{TITLE}\n\nThe Port Times Bureau\n\n{BODY}\n\n{MORE}", "en").source) == "The Port Times"


def test_short_lines_one_above_the_other_over_the_first_paragraph_head_nothing():
    layout = laid(f"{TITLE}\n\nGuerre des prix\n\nLes chantiers voisins attendent\n\n{BODY}\n\n{MORE}")
    assert "Guerre des prix" not in lines(layout, BlockKind.SUBHEADING)


def test_a_day_set_before_the_title_dates_the_text():
    layout = laid(f"04-03-2024 18:30 - {TITLE}\n\n{BODY}\n\n{MORE}")
    assert (value(layout.title), day(layout.published)) == (TITLE, "2024-03-04")


@pytest.mark.parametrize(
    ("head", "published", "signed"),
    [
        ("La rédaction 5 mars 2024 à 15:02", "2024-03-05", []),
        ("Publié le : 05/03/2024. | Pays/région : Roumanie", "2024-03-05", []),
        ("Nieuwsbericht | 05-03-2024 | 14:30", "2024-03-05", []),
        ("Jan Peters with dpa, Reuters\n5 March 2024", "2024-03-05", ["Jan Peters"]),
        ("Ana Roy\nReporting from Imatra, Finland\nMarch 5, 2024", "2024-03-05", ["Ana Roy"]),
    ],
)
def test_lines_of_desks_rubrics_and_agencies_beside_the_day(head, published, signed):
    layout = laid(f"{TITLE}\n\n{head}\n\n{BODY}\n\n{MORE}", "en" if signed else "fr")
    assert (day(layout.published), signers(layout)) == (published, signed)
    assert not lines(layout, BlockKind.SUBHEADING)


def test_a_paper_known_by_name_may_stand_above_the_title():
    assert value(laid(f"Lorient\nLe Télégramme\n\n{TITLE}\n\n{BODY}\n\n{MORE}").source) == "Le Télégramme"


def test_a_long_list_of_names_below_a_long_text_costs_no_square():
    assert in_step(lambda count: laid(f"{TITLE}\n\n" + f"{BODY}\n" * count + "\n" + "Anna Le Goff\n" * count), 250)
