"""What copies of pages, wires and newsletters carry around a text: headers, signers, captions, notices, footers."""

import pytest

from articles.reading import read
from articles.reading.furniture import is_furniture
from articles.reading.results import BlockKind
from partners.registry import names_of, read_tables
from tests.reading.laying import laid, lines, signers, value

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les ministres de la Défense des pays alliés se sont réunis jeudi matin à Bruxelles pour parler du Sud."
MORE = "La réunion a duré quatre heures et s'est achevée sans que personne ne veuille en dire davantage."


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


@pytest.mark.parametrize(
    "line",
    [
        "Lu : 418 fois",
        "Lu 2 314 fois",
        "Views: 2724",
        "commentaires 6 | lus 2113",
        "Lecture 3 min. | Offrir l’article | Réagir (3)",
        "Partage Social:",
        "Actualités connexes",
        "Articles mentionnés",
        "aucun commentaire trouvé",
        "Print version",
        "Bouton retour en haut de la page",
        "Comments / comments",
        "Submit Release",
        "Si ce message ne s’affiche pas correctement, cliquez ici",
        "Vous recevez cette lettre parce que vous êtes inscrit. Se désinscrire",
        "Cliquez ici pour lire l'article depuis sa source.",
        "Agadir : grève des bus    Météo : retour de la pluie    Tennis : la finale en direct",
        "À LIRE DEMAIN",
        "Article abonné offert",
    ],
)
def test_a_page_says_of_itself(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "12/03/2024",
        "12.03.2024",
        "Lu hier : le rapport sur les frégates",
        "Les articles de la charte ont été relus par les juristes",
        "Si ce plan échoue, l'Alliance cherchera ailleurs",
        "Abonnés absents à la réunion de Bruxelles",
    ],
)
def test_dates_and_words_of_the_text_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("above", "names", "source"),
    [
        ("By (Wam)", [], "Wam"),
        ("D’après Tap.", [], "Tap"),
        ("Selon AFP et Reuters", [], "AFP"),
        ("BY MARIAM KOBALADZE AND EMIL HARTLEY", ["MARIAM KOBALADZE", "EMIL HARTLEY"], None),
        ("Par : RFI Suivre", [], "RFI"),
        ("Avec notre correspondant à Bangui, Gaëtan Morvan", ["Gaëtan Morvan"], None),
        ("Avec nos envoyés spéciaux à Bruxelles, Ana Roy et Paul Kern", ["Ana Roy", "Paul Kern"], None),
        ("Par Louise Paillé\nJournaliste au service Monde", ["Louise Paillé"], None),
        ("Moira Tennant\nDefence correspondent, BBC Scotland News", ["Moira Tennant"], "BBC Scotland News"),
        ("By Holland Marsh\nScience reporter", ["Holland Marsh"], None),
        ("Publié par Le Vieux Sapeur à 18:42", [], None),
        ("Publié par Jean Dupont à 18:42", ["Jean Dupont"], None),
        ("Par Belga, édité par Jean Dupont", [], "Belga"),
        ("Ouest-France", [], "Ouest-France"),
        ("SFR Presse / Le Figaro", [], "Le Figaro"),
        ("Lieu : Bruxelles", [], None),
        ("Ort: Berlin", [], None),
    ],
)
def test_who_signs_above_the_text(above, names, source):
    layout = laid(f"{TITLE}\n\n{above}\n\n{BODY}\n\n{MORE}")
    assert (signers(layout), value(layout.source)) == (names, source)
    assert lines(layout, BlockKind.SUBHEADING) == []


@pytest.mark.parametrize(
    ("below", "names", "source"),
    [
        ("cbu/dpa", [], "dpa"),
        ("pfm/int/alf", [], None),
        (
            "VICTOR LONDRES ET MARINE HOLLAND\n\nÀ LIRE DEMAIN\nComment la puce automobile a raté son virage",
            None,
            None,
        ),
        ("© Le Baobab Libéré : Éric Mbarga\n04 May 2021 09:12", ["Éric Mbarga"], "Le Baobab Libéré"),
        ("Abonnez-vous à L’Écho de la Meuse pour connaître la suite.", [], "L’Écho de la Meuse"),
        ("Prière de citer la source en cas de reprise: Journal du Chari", [], "Journal du Chari"),
        ("Commentaires\n\nCameroun Matinal", [], "Cameroun Matinal"),
        ("Partager\nSaintes  Inondations  Environnement", [], None),
    ],
)
def test_who_signs_and_publishes_below_the_text(below, names, source):
    layout = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{below}")
    assert value(layout.source) == source
    assert signers(layout) == (["VICTOR LONDRES", "MARINE HOLLAND"] if names is None else names)
    assert lines(layout, BlockKind.SUBHEADING) == []


def test_a_name_alone_below_the_summary_signs_when_nobody_speaks_of_the_person():
    assert signers(laid(f"{TITLE}\n\n{MORE}\n\nInès Abdel-Meguid\n\n{BODY}\n\n{MORE} Encore.")) == [
        "Inès Abdel-Meguid"
    ]
    told = (
        f"{TITLE}\n\n{MORE}\n\nInès Abdel-Meguid\n\nMme Abdel-Meguid préside la commission depuis dix ans.\n\n{BODY}"
    )
    assert signers(laid(told)) == []


@pytest.mark.parametrize(
    ("lead", "source", "place"),
    [
        ("Le Calame - ", "Le Calame", None),
        ("Le Courrier du Port – ", "Le Courrier du Port", None),
        ("AMI-", "AMI", None),
        ("21-01-2025 19:30 - Rapide du Fleuve - ", "Rapide du Fleuve", None),
        ("(Keystone-ATS) ", "Keystone-ATS", None),
        ("(Ottawa) ", None, "Ottawa"),
        ("(VOVworld) - ", "VOVworld", None),
        ("MOSCOU, 19 février. /TASS/. ", "TASS", "MOSCOU"),
        ("MOSCOW (Port News / Sputnik - 11th May, 2023) ", "Port News", "MOSCOW"),
        ("MADRID, 9 Mar. (EUROPA PRESS) -\n\n", "EUROPA PRESS", "MADRID"),
        ("La Haye - ", None, "La Haye"),
        ("Le Caire – ", None, "Le Caire"),
        ("", None, None),
    ],
)
def test_the_first_words_say_who_publishes_and_where(names, lead, source, place):
    reading = read(f"{TITLE}\n\n{lead}{BODY}\n\n{MORE}".encode(), names)
    assert value(reading.source) == source
    assert value(reading.dateline) in ({place, None} if place in {"La Haye", "Le Caire"} else {place})
    first = next(block.text for block in reading.blocks if block.kind is BlockKind.PARAGRAPH)
    assert first == BODY or place in {"La Haye", "Le Caire"}


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "Conseil européen\nConseil de l'Union européenne\n\n"
            "Conseil de l'UE Communiqué de presse 15 novembre 2022 10:15\n\n",
            TITLE,
        ),
        ("Security Council\n8312th Meeting (AM)\n\nSC/13420\n12 July 2018\n\n", TITLE),
        ("La Lettre du Sahel n° 88\nmardi 3 octobre 2023\n\n", TITLE),
        ("ASSEMBLÉE NATIONALE\n16e LÉGISLATURE\n\nCompte rendu\n\n", TITLE),
        ("Handball : les Verts en demi    Bouira : les agrumes    Salon : record d’affluence au Palais\n\n", TITLE),
    ],
)
def test_the_title_stands_below_the_header(above, title):
    layout = laid(f"{above}{title}\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == title


def test_a_title_above_the_date_stays_when_a_summary_stands_below():
    layout = laid(f"Des frégates de plus pour Riga\n\n12 mars 2024\n\n{TITLE} cet hiver encore\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == "Des frégates de plus pour Riga"


@pytest.mark.parametrize(
    "title",
    [
        "Entretien avec le Président de la République de Moldavie.",
        "Déplacement du Premier ministre dans les pays de la mer Baltique.",
        "Statement by the Secretary General on the situation in the Baltic Sea.",
    ],
)
def test_the_title_of_a_statement_may_end_with_a_full_stop(title):
    layout = laid(f"Publié le 18 novembre 2022\n\nCommuniqué\n\n{title}\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == title


def test_a_first_sentence_with_its_verb_is_no_title():
    assert (
        laid(f"Communiqué\n\nEntretien a été pris avec la partie moldave hier soir.\n\n{BODY}\n\n{MORE}").title is None
    )


def test_a_title_runs_on_behind_a_comma():
    layout = laid(f"Le Tchad met fin à l'accord avec la France,\nquelques heures après la visite\n\n{BODY}\n\n{MORE}")
    assert value(layout.title) == "Le Tchad met fin à l'accord avec la France, quelques heures après la visite"


def test_a_headline_in_capitalised_words_is_no_letterhead():
    layout = laid(
        f"European Leaders Meet Security Council Over Cables\n\nA deck in few words\n\n{BODY}\n\n{MORE}", "en"
    )
    assert value(layout.title) == "European Leaders Meet Security Council Over Cables"
    assert layout.source is None


@pytest.mark.parametrize(
    "caption",
    [
        "Des hommes du génie à Kitchanga. Ph. droits tiers",
        "Bakers in Dhekelia with the first batch since 2016. Photograph: Petros Ioannou/The Guardian",
        "Le toit du mess laisse passer la pluie depuis l’hiver dernier. ÉdM Florian Jacquemin",
        "Le quai de Verdun, mercredi, vu du pont. PHOTO LE CHARENTAIS / R. BOBIN",
        "Il ministro passa in rassegna il contingente italiano a Pec, 16 ottobre 2023 (Ansa)",
    ],
)
def test_a_credit_ends_a_caption(caption):
    assert lines(laid(f"{TITLE}\n\n{caption}\n\n{BODY}\n\n{MORE}"), BlockKind.CAPTION) == [caption]


def test_initials_at_the_end_of_a_dispatch_make_no_caption():
    assert lines(laid(f"{TITLE}\n\n{BODY}\n\n{MORE} (BTR/VDK)"), BlockKind.CAPTION) == []


@pytest.mark.parametrize("above", ["© Le Port par PMD", "Par Jean Dupont", "Moira Tennant\nDefence correspondent"])
def test_what_the_picture_shows_stands_between_the_signer_and_the_first_paragraph(above):
    shown = "The cottages at Stoer Head have stood empty"
    assert lines(laid(f"{TITLE}\n\n{above}\n\n{shown}\n\n{BODY}\n\n{MORE}"), BlockKind.CAPTION) == [shown]


def test_a_publishers_name_signs_nothing():
    layout = laid(f"Rapide du Fleuve\n\n{TITLE}\n\n21-01-2025 19:30 - Rapide du Fleuve - {BODY}\n\n{MORE}")
    assert (signers(layout), value(layout.source)) == ([], "Rapide du Fleuve")


def test_a_rubric_heads_the_first_section_where_others_follow():
    text = f"REVUE DE LA PRESSE DU PORT\n\nJeudi 7 octobre 2021\n\nDéfense\n\n{BODY}\n\nSociété\n\n{MORE}"
    assert lines(laid(text), BlockKind.SUBHEADING) == ["Défense", "Société"]
    alone = f"{TITLE}\n\nJeudi 7 octobre 2021\n\nDéfense\n\n{BODY}\n\n{MORE}"
    assert lines(laid(alone), BlockKind.SUBHEADING) == []


def test_what_comes_next_is_a_heading_above_words_and_furniture_at_the_end():
    text = f"{TITLE}\n\n{BODY}\n\nÀ suivre\n\n{MORE}"
    assert lines(laid(text), BlockKind.SUBHEADING) == ["À suivre"]
    ended = laid(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nÀ suivre")
    assert lines(ended, BlockKind.PARAGRAPH) == [BODY, MORE]
