"""What stands in the margins of pages from many countries: dates of two calendars, tags, owners, biographies."""

import pytest

from articles.reading import read
from articles.reading.furniture import is_furniture
from articles.reading.language import language_of_article
from articles.reading.results import BlockKind, RemovedKind
from partners.registry import names_of, read_tables
from tests.reading.laying import laid, lines, signers, value

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les équipages ont quitté le port jeudi matin, sous la neige, devant deux cents curieux."
MORE = "Ils resteront quatre mois en mer, et rentreront au printemps si les relèves arrivent à temps."
LAST = "Le commandant, lui, a promis du chocolat à chaque escale."


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def day(found):
    return str(found.date) if found else None


@pytest.mark.parametrize(
    "line", ["2025 05 20", "20 05 2025", "Tue, 20 May 2025 08:12:00 +0200", "20 May 2025 08:12 +0200"]
)
def test_a_day_in_bare_figures_or_with_its_zone_dates_the_page(line):
    assert day(laid(f"{TITLE}\n{line}\n\n{BODY}\n\n{MORE}\n").published) == "2025-05-20"


@pytest.mark.parametrize(
    "line",
    [
        "5 min. de lecture",
        "4 mn",
        "3 min di lettura",
        "Partager cet article Discussion",
        "Copier le lien de cet article",
        "You are here",
        "Vous êtes ici : Accueil",
        "Subscribe to Port Info feed",
        "Zur Startseite",
        "Torna alla home",
        "More in Navy",
        "Sur ce sujet : Adieu aux phares",
        "2 j · Public",
        "5 h · Toulon",
        "Toutes les réactions : 1,2 K",
        "148 commentaires 37 partages",
        "RIPRODUZIONE RISERVATA © Copyright Agenzia",
        "Question écrite n° 8812 de M. Paul Verdier (Lot - RDSE)",
    ],
)
def test_a_page_says_of_itself(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Partager ce fardeau n’est pas simple",
        "Plus de lecture que d’exercice",
        "5 minutes pour convaincre",
        "À ce sujet, le ministre a été bref",
        "Question de confiance",
        "2 jours de grève",
        "Copier n’est pas jouer",
    ],
)
def test_headings_that_begin_as_a_page_does_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Tuesday 1442/9/8 - 2021/04/20", "en", "2021-04-20"),
        ("Tuesday 2021/04/20", "en", "2021-04-20"),
        ("8 Ramadan 1442 H - 20 avril 2021", "fr", "2021-04-20"),
        ("20 April 2021 / 8 Ramadan 1442 AH", "en", "2021-04-20"),
        ("Mardi 20 avril 2021 - 8 Ramadhan 1442", "fr", "2021-04-20"),
        ("12 Dhu al-Hijjah 1445 - 18 June 2024", "en", "2024-06-18"),
        ("Published 16/04 2024", "fr", "2024-04-16"),
        ("09.03.2023, 14:10Lesezeit: 3 Min.", "de", "2023-03-09"),
        ("publiée dans le JO Sénat du 16/07/2020 - page 3201", "fr", "2020-07-16"),
    ],
)
def test_a_line_dates_the_text_by_the_common_calendar(line, language, expected):
    assert day(laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n", language).published) == expected


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Publié le 21/05/2024 - 15:42 UTC+2•Mis à jour 18:01", "2024-05-21"),
        ("Publié le 21 mai 2024 à 15h42, mis à jour à 18h01", "2024-05-21"),
        ("Publié le 21 mai 2024 à 15h42, mis à jour il y a 2 heures", None),
    ],
)
def test_an_hour_of_change_is_of_the_day_of_publication(line, updated):
    assert day(laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n").updated) == updated


@pytest.mark.parametrize(
    ("dateline", "line", "expected"),
    [
        ("Doha, November 08 (QNA) - ", "Published on 08/11/2023 19:40", "2023-11-08"),
        ("DOHA, 11 August (QNA) - ", "Published on 08/11/2023 19:40", "2023-08-11"),
        ("", "Published on 08/11/2023 19:40", None),
    ],
)
def test_a_day_in_figures_is_what_the_text_says_of_it_in_words(dateline, line, expected):
    body = "A joint drill ended in the harbour with a parade of the four forces that had taken part in it."
    layout = laid(
        f"Joint drill ends in Doha\n\n{dateline}{body}\n\nThe results will follow next spring.\n\n{line}\n", "en"
    )
    assert day(layout.published) == expected
    assert any(removed.kind is RemovedKind.DATE for removed in layout.removed)


@pytest.mark.parametrize(
    ("above", "title", "source"),
    [
        ("RÉPUBLIQUE DU SÉNÉGAL\nUn Peuple – Un But – Une Foi\nMinistère de l’Eau", None, "Ministère de l’Eau"),
        ("RÉPUBLIQUE DU BÉNIN\nFraternité – Justice – Travail\nPrimature du Bénin", None, "Primature du Bénin"),
        (f"Armée\n\n{TITLE}", TITLE, None),
        (f"Union\n\n{TITLE}", TITLE, None),
        (f"Sapeurs de l’Aude - page officielle\n2 j · Public\n\n{TITLE}", TITLE, "Sapeurs de l’Aude"),
        (f"Navy of Ruritania | Official page\n\n{TITLE}", TITLE, "Navy of Ruritania"),
        ("Armée - compte officiel\n\n🟢 Reprise des cours lundi", "🟢 Reprise des cours lundi", "Armée"),
        ("Ausbildung am Fluss\n\n: Wo Soldaten wieder kochen lernen", "Wo Soldaten wieder kochen lernen", None),
    ],
)  # fmt: skip
def test_what_a_page_sets_above_is_not_its_title(above, title, source):
    layout = laid(f"{above}\n\n{BODY}\n\n{MORE}\n")
    assert value(layout.title) == title
    assert value(layout.source) == source


@pytest.mark.parametrize("line", ["Senegal", "Burkina Faso", "Côte d'Ivoire"])
def test_the_country_that_a_page_files_a_text_under_heads_nothing(names, line):
    layout = laid(f"{TITLE}\n\nPar Jean Dupont\n3 mai 2024\n\n{line}\n\n{BODY}\n\n{MORE}\n", names=names)
    assert lines(layout, BlockKind.SUBHEADING) == []
    assert lines(layout, BlockKind.PARAGRAPH)[0] == BODY


def test_a_country_between_paragraphs_is_a_heading(names):
    layout = laid(f"{TITLE}\n\n{BODY}\n\nSénégal\n\n{MORE}\n", names=names)
    assert lines(layout, BlockKind.SUBHEADING) == ["Sénégal"]


@pytest.mark.parametrize(
    "line", ["Visite gratuite dès vendredi", "Les marins prêts à partir", "Un départ très attendu"]
)
def test_a_few_words_between_title_and_date_sum_the_text_up(line):
    layout = laid(f"{TITLE}\n\n{line}\n\n3 mai 2024\n\n{BODY}\n\n{MORE}\n")
    assert value(layout.standfirst) == line


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("KARS - Anadolu Agency", "KARS", "Anadolu Agency"),
        ("Paris, AFP", "Paris", "AFP"),
        ("TUNIS/TAP", "TUNIS", "TAP"),
        ("La Valette – Reuters", "La Valette", "Reuters"),
    ],
)
def test_place_and_agency_on_a_line_of_their_own(line, place, agency):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n")
    assert (value(layout.dateline), value(layout.source)) == (place, agency)


@pytest.mark.parametrize(
    ("tail", "names_found", "source"),
    [
        ("Synthèse de Bakary DEMBÉLÉ (stagiaire)\n\nLe Sphinx de Kayes", ["Bakary DEMBÉLÉ"], "Le Sphinx de Kayes"),
        ("Par Awa Diallo\n\nL’Écho du Fleuve", ["Awa Diallo"], "L’Écho du Fleuve"),
        ("Ève Roz est historienne. Jo Kerbrat est officier en retraite.", ["Ève Roz", "Jo Kerbrat"], None),
        ("Ana Ruiz est journaliste à Ouest-France.", ["Ana Ruiz"], "Ouest-France"),
        ("Ana Ruiz est chercheuse à l’université de Brest.", ["Ana Ruiz"], None),
    ],
)  # fmt: skip
def test_the_last_lines_say_who_wrote(tail, names_found, source):
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{LAST}\n\n{tail}\n")
    assert signers(layout) == names_found
    assert value(layout.source) == source


@pytest.mark.parametrize(
    "last",
    [
        "Jean Dupont est arrivé lundi à Brest. Il en repartira samedi avec la relève.",
        "Marie Curie est morte en 1934.",
        "Paul Verdier est ministre de la Pêche depuis un an, et compte bien le rester.",
    ],
)
def test_a_last_paragraph_about_somebody_signs_nothing(last):
    body = f"{BODY} Jean Dupont, Marie Curie et Paul Verdier n’y étaient pas."
    assert signers(laid(f"{TITLE}\n\n{body}\n\n{MORE}\n\n{last}\n")) == []


def test_a_biography_of_who_signs_leaves_the_article_and_names_the_paper():
    bio = "Preston Albright covers engineers and logistics for Harbour Weekly. He previously worked in Guam."
    body = "The bridge spans 26 feet and holds a loaded truck, the service said on Tuesday in a short statement."
    layout = laid(
        f"Army picks lighter bridge\n\nBy Preston Albright\n\n{body}\n\n{body}\n\nAbout Preston Albright\n\n{bio}\n",
        "en",
    )
    assert value(layout.source) == "Harbour Weekly"
    assert lines(layout, BlockKind.PARAGRAPH) == [body, body]
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_buttons_in_another_language_do_not_decide_the_language():
    page = "You are here\nSubscribe to this feed\nShare this on the web\nThis is the archive of the page\n"
    assert language_of_article(f"{page}\n{TITLE}\n\n{BODY}\n\n{page}") == "fr"


def test_the_picture_above_the_first_paragraph_is_shown_below_the_date():
    shown = "Abschied von der Feldküche: Ein Koch am Herd"
    layout = laid(
        f"Titel einer langen Geschichte vom Kochen\n\n09.03.2023, 14:10\n\n{shown}\n\n{BODY}\n\n{MORE}\n", "de"
    )
    assert lines(layout, BlockKind.CAPTION) == [shown]


def test_a_motto_never_hides_a_title(names):
    reading = read(f"RÉPUBLIQUE DU TOGO\nTravail – Liberté – Patrie\n\n{TITLE}\n\n{BODY}\n\n{MORE}\n".encode(), names)
    assert value(reading.title) == TITLE


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("Ils ont signé le livre d’or du bord. (APS)", "APS"),
        ("Ils ont signé le livre d’or du bord. (avec AFP)", "AFP"),
        ("Ils ont signé le livre d’or « du bord ». (MAP)", "MAP"),
        ("Ils ont signé le livre d’or du bord. Reuters", "Reuters"),
        ("Ils ont signé le livre d’or, selon l’agence algérienne de presse (APS).", None),
        ("Ils ont signé le livre d’or de la Tunis Afrique Presse (TAP).", None),
    ],
)
def test_the_agency_behind_the_last_full_stop_publishes(end, source):
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{end}\n")
    assert value(layout.source) == source
    assert lines(layout, BlockKind.CAPTION) == []


@pytest.mark.parametrize("line", ["source afrique.example.ma", "Source www.exemple.fr", "Sources exemple-info.net"])
def test_a_site_behind_the_word_source_publishes(line):
    site = line.split()[-1].removeprefix("www.")
    assert value(laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{line}\n").source) == site


@pytest.mark.parametrize(
    "line",
    [
        "Mise à jour : 14/03/2012 - Auteur : SGA/COM - Direction : DICOD",
        "Mis à jour le 14 mars 2012 | Rubrique : Sécurité | Service : DICOD",
    ],
)
def test_a_site_notes_rubric_and_service_beside_the_day(line):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n")
    assert (day(layout.updated), value(layout.source)) == ("2012-03-14", "DICOD")


def test_one_bullet_right_below_the_title_sums_the_text_up():
    layout = laid(f"{TITLE}\n- Le ministre a parlé à Riga de ce que la marine attend encore.\n{BODY}\n{MORE}\n")
    assert value(layout.standfirst) == "Le ministre a parlé à Riga de ce que la marine attend encore."
    assert lines(layout, BlockKind.LIST_ITEM) == []


def test_several_bullets_below_the_title_are_a_list():
    layout = laid(
        f"{TITLE}\n- Le premier point est que tout va bien.\n- Le second est que rien ne va.\n{BODY}\n{MORE}\n"
    )
    assert len(lines(layout, BlockKind.LIST_ITEM)) == 2


def test_above_a_dateline_stand_the_summary_and_what_the_picture_shows():
    text = "The navy has too few crews. Now comes the hard part.\n\nSailors load shells onto a frigate at dawn."
    body = "STAVANGER, Norway — The crews left port on Thursday morning, in the snow, before two hundred onlookers."
    layout = laid(f"Crews wanted for three new frigates\n\n{text}\n\n{body}\n\nThey will stay at sea.\n", "en")
    assert value(layout.standfirst) == "The navy has too few crews. Now comes the hard part."
    assert lines(layout, BlockKind.CAPTION) == ["Sailors load shells onto a frigate at dawn."]


def test_a_long_paragraph_that_quotes_is_no_summary_above_a_picture():
    said = f"{BODY} « Nous avons tenu nos délais et nous continuerons de les tenir », dit-il. {MORE} {LAST} {BODY}"
    layout = laid(f"{TITLE}\n\n{said}\n\nLe chantier (© Jean Dupont/AFP)\n\n{BODY}\n\n{MORE}\n")
    assert layout.standfirst is None


def test_a_message_of_a_network_is_quoted_and_shows_nothing():
    posted = (
        "Warm welcome by the navy and a frank discussion about everything that we share. — Rob (@rob) April 18, 2024"
    )
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{posted}\n\n{MORE}\n")
    assert lines(layout, BlockKind.BLOCK_QUOTE) == [posted]
    assert lines(layout, BlockKind.CAPTION) == []


@pytest.mark.parametrize("initials", ["eh", "/mm/", "-ab-", "(kd)"])
def test_the_initials_of_a_desk_close_a_dispatch(initials):
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{initials}\n")
    assert lines(layout, BlockKind.PARAGRAPH) == [BODY, MORE]


def test_a_small_word_above_everything_is_a_field_of_the_page():
    assert lines(laid(f"document\n\n{BODY}\n\n{MORE}\n"), BlockKind.PARAGRAPH) == [BODY, MORE]
