"""Pages of presidencies, ministries, reviews and blogs, and Italian wires: what is the article's and what is not."""

import pytest

from articles.reading import read
from articles.reading.furniture import is_furniture
from articles.reading.results import BlockKind, RemovedKind
from partners.registry import names_of, read_tables
from tests.reading.laying import laid, lines, value

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les équipages ont quitté le port jeudi matin, sous la neige, devant deux cents curieux."
MORE = "Ils resteront quatre mois en mer, et rentreront au printemps si les relèves arrivent à temps."


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def day(found):
    return str(found.date) if found else None


@pytest.mark.parametrize(
    "line",
    [
        "Télécharger le .pdf",
        "Télécharger le communiqué",
        "Download the PDF",
        "Revoir la déclaration du Président :",
        "Suivre ce blog Administration + Créer mon blog",
        "Repost0",
        "3 out of 10 Articles",
        "Logo",
        "© Agenzia Porto - Riproduzione riservata",
        "Connectez-vous à votre compte pour participer à la conversation.",
    ],
)
def test_a_page_says_of_itself(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["Télécharger, c’est voler", "Revoir la copie", "Logos et slogans", "Out of Africa"])
def test_headings_that_begin_as_a_page_does_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "published", "source", "signers"),
    [
        ("4 août 2014 1 04 /08 /août /2014 11:54", "2014-08-04", None, []),
        ("25/07/2014 DGA", "2014-07-25", "DGA", []),
        ("30/07/2014 Capitaine Damien Morel - Armée de l'air", "2014-07-30", "Armée de l'air", ["Damien Morel"]),
        ("30/07/2014 Damien Morel", "2014-07-30", None, ["Damien Morel"]),
        ("Dernière mise à jour à 08h26 le 31/05", None, None, []),
        ("Mise à jour le 31/05 à 8h26", None, None, []),
    ],
)
def test_a_line_of_dates_gives_its_day_and_who_wrote(line, published, source, signers):
    layout = laid(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{MORE}\n")
    assert day(layout.published) == published
    assert value(layout.source) == source
    assert [each.name for each in layout.signatures] == signers
    assert any(removed.kind is RemovedKind.DATE for removed in layout.removed)


def test_a_fraction_dates_nothing():
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\nUne chance sur 12/05\n\n{MORE}\n"), BlockKind.SUBHEADING) != []


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("N°36 | L’action militaire, quel sens aujourd’hui ?\n\nSébastien Morel", TITLE),
        ("No. 12 – The year at sea", TITLE),
    ],
)
def test_an_issue_above_the_title_is_not_the_title(above, title):
    assert value(laid(f"{above}\n\n{title}\n\n{BODY}\n\n{MORE}\n").title) == title


@pytest.mark.parametrize(
    "line", ["Monsieur le Président,", "Mesdames, Messieurs,", "Chers amis,", "Madame la Ministre,"]
)
def test_who_is_addressed_signs_nothing(line):
    assert laid(f"{TITLE}\n\n3 mai 2024\n\n{line}\n\n{BODY}\n\n{MORE}\n").signatures == ()


@pytest.mark.parametrize("speaker", ["M. RAU", "LE PRÉSIDENT", "Mme DURAND", "QUESTION"])
def test_a_speaker_before_a_dash_is_no_town(speaker):
    assert (
        laid(f"{TITLE}\n\n{speaker} - Mesdames et Messieurs, je vous remercie.\n\n{BODY}\n\n{MORE}\n").dateline is None
    )


def test_a_speakers_name_above_the_words_heads_nothing():
    layout = laid(
        f"{TITLE}\n\n{BODY}\n\nJeanne MOREL\nMesdames et Messieurs, bonsoir. Merci d’être venus.\n\n{MORE}\n"
    )
    assert lines(layout, BlockKind.SUBHEADING) == []


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("They parted as friends. (Times of Port / Harbour News)", "Times of Port"),
        ("They parted as friends. (Harbour Weekly)", "Harbour Weekly"),
        ("They parted as friends. (Jane Doe)", None),
        ("They met in the port (Harbour News).", None),
    ],
)
def test_the_paper_behind_the_last_full_stop_publishes(end, source):
    body = "The crews left port on Thursday morning, in the snow, before two hundred onlookers."
    assert value(laid(f"Three more frigates for the Baltic\n\n{body}\n\n{end}\n", "en").source) == source


@pytest.mark.parametrize(
    "text",
    [
        "“Siamo pronti a partire anche domani mattina presto”. Lo ha affermato il ministro della Difesa Paolo Verdi.",
        "“Siamo pronti”, ha detto il ministro Paolo Verdi. “In quella zona servono regole per tutti”, ha aggiunto.",
    ],
)
def test_italian_wires_name_the_speaker_behind_or_not_again(text, names):
    title = "La nave scuola torna in porto dopo la tempesta"
    found = read(f"{title}\n\nROMA (ITALPRESS) – {text}\n\nLa nave resterà in mare fino a giugno.\n".encode(), names)
    assert [quote.speaker for quote in found.quotes] == ["Paolo Verdi"]
    assert value(found.source) == "ITALPRESS"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pour le Premier ministre, « la question est d’une brûlante actualité pour tous ».", "Paul Verdier"),
        ("Pour le moment, « la question est d’une brûlante actualité pour tous ».", None),
    ],
)
def test_for_a_post_the_words_are_its_holders(text, speaker, names):
    head = "Le Premier ministre malien Paul Verdier a parlé hier à Bamako."
    found = read(f"{TITLE}\n\n{head} {text}\n\n{BODY}\n".encode(), names)
    assert [quote.speaker for quote in found.quotes] == [speaker]


def test_the_post_behind_a_name_is_not_the_next_ones(names):
    text = "On a vu Jean Roux, président du Mali, le capitaine Paul Noir, chef d’État du Faso, et leurs aides."
    found = read(f"{TITLE}\n\n{text}\n\n{BODY}\n".encode(), names)
    assert {p.name: p.office_title for p in found.people} == {
        "Jean Roux": "président du Mali",
        "Paul Noir": "chef d’État du Faso",
    }


def test_a_label_behind_the_agency_is_no_name():
    layout = laid(f"{TITLE}\n\nBy PTI Published Date - 11:59 PM\n\n{BODY}\n\n{MORE}\n")
    assert layout.signatures == ()
