"""Who published a text, as its own lines say: the field `source` where no byline names it."""

import pytest

from articles.reading.layout import lay_out
from articles.reading.publishers import read_self_reference
from articles.reading.results import Span

ENDS = ["\n", "\r", "\r\n", "\u2028"]
BODY = "Les ministres de la Défense des pays alliés se sont réunis jeudi matin à Bruxelles pour parler du Sud."
MORE = "Les patrouilles seront renforcées dès le printemps, selon le communiqué publié après la rencontre."


def source(text, language="fr"):
    found = lay_out(text, language=language).source
    return found and found.value


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Suivez La Tribune du Fleuve sur Google News", "La Tribune du Fleuve"),
        ("Retrouvez l’actualité de Kivu Matin sur WhatsApp et Telegram", "Kivu Matin"),
        ("Follow Baltic Daily on X", "Baltic Daily"),
        ("L’article Une base est ouverte est apparu en premier sur Le Fleuve Info.", "Le Fleuve Info"),
        ("The post Navy gets new ships appeared first on Gulf Maritime Watch.", "Gulf Maritime Watch"),
        ("Cet article a été publié initialement par The Conversation.", "The Conversation"),
        ("This article was originally published on Baltic.example", "Baltic.example"),
        ("Lire l’article original sur Le Matin d’Oran", "Le Matin d’Oran"),
        ("Lire la suite sur lefleuve.fr", "lefleuve.fr"),
        ("Leer la noticia completa en El Puerto", "El Puerto"),
        ("kruc avec ats", "ats"),
        ("ats/jpr", "ats"),
        ("LR/MAP", "MAP"),
        ("M.D/APS", "APS"),
        ("sb/AFP", "AFP"),
        ("Abdou Diallo / ANP", "ANP"),
        ("Abdou Diallo pour Le Pays du Fleuve", "Le Pays du Fleuve"),
        ("Service de presse de la présidence", "Service de presse de la présidence"),
        ("Vendredi 20 juin 2025 (lefleuve.com)", "lefleuve.com"),
        ("Source : Al-Port n° 1082 du 16 août 2008", "Al-Port"),
        ("Source: Reuters, 12 March 2021", "Reuters"),
        ("Le Courrier du Port\n© Éditions du Port SA", "Le Courrier du Port"),
        ("Published in News on December 18, 2011", None),
        ("Rédaction Monde (avec ANSA)", "ANSA"),
        ("Kivu Matin avec Reuters", "Kivu Matin"),
        ("Suivez toute l’actualité africaine sur notre chaîne WhatsApp", None),
        ("Une réunion avec AFP", None),
    ],
)
def test_a_line_about_the_page_names_its_publisher(line, publisher):
    assert source(f"Un titre assez court\n\n{BODY}\n\n{MORE}\n\n{line}") == publisher


def test_an_excerpt_says_at_its_end_where_the_rest_stands():
    excerpt = f"Un titre assez court\n\n{BODY} Elles constatent leur …Lire la suite sur lefleuve.fr"
    assert source(excerpt) == "lefleuve.fr"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Dawn Web Desk\nUpdated: 30-08-2019 16:59 IST", "Dawn"),
        ("Gulfwatch News Desk New Delhi\nUpdated: 30-08-2019 16:59 IST", "Gulfwatch"),
    ],
)
def test_the_desk_above_the_day_names_the_publisher(line, publisher):
    assert source(f"Guests come home after four months\n\n{line}\n\n{BODY}\n\n{MORE}", "en") == publisher


def test_a_paper_behind_the_title_is_the_source_where_nothing_else_names_one():
    assert (
        source(f"Airmen come home from deployment – Harbour News Tribune\n\n{BODY}\n\n{MORE}")
        == "Harbour News Tribune"
    )


def test_initials_before_an_agency_are_no_place():
    assert lay_out(f"Un titre assez court\n\n{BODY}\n\n{MORE}\n\nLR/MAP", language="fr").dateline is None


def test_the_country_of_a_correspondents_town_is_no_publisher():
    assert source(f"Un titre assez court\n\nEnvoyé spécial à N’Djamena (Tchad)\n\n{BODY}\n\n{MORE}") is None


def test_below_a_list_of_links_the_line_of_rights_names_the_publisher():
    links = "Next in World\nAid agencies warn over crossing\nBy: Oxfam\nView as: DESKTOP | MOBILE\n© Gulf Media"
    assert source(f"Navy gets ships\n\n{BODY}\n\n{MORE}\n\n{links}", "en") == "Gulf Media"


def test_a_line_about_the_page_is_no_paragraph():
    layout = lay_out(f"Un titre assez court\n\n{BODY}\n\nSuivez La Tribune du Fleuve sur Google News", language="fr")
    assert [block.text for block in layout.blocks] == ["Un titre assez court", BODY]


@pytest.mark.parametrize(
    ("sentence", "publisher"),
    [
        ("Une base fluviale a été ouverte hier à Kaédi, a appris Le Journal du Fleuve.", "Le Journal du Fleuve"),
        ("Trois soldats ont été blessés, a appris mardi l’AFP auprès de sources locales.", "AFP"),
        ("Le ministre, qui a appris la nouvelle à Rabat, a aussitôt quitté la réunion des Alliés.", None),
        ("« Tout est prêt », a déclaré le ministre à Europa Press avant de quitter la capitale.", None),
    ],
)
def test_a_paper_that_speaks_of_what_it_learned_is_the_source(sentence, publisher):
    assert source(f"Un titre assez court\n\n{sentence}\n\n{BODY}") == publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("MINISTÈRE DE LA DÉFENSE NATIONALE\nCommuniqué de presse", "MINISTÈRE DE LA DÉFENSE NATIONALE"),
        ("ÉTAT-MAJOR DES ARMÉES", "ÉTAT-MAJOR DES ARMÉES"),
        ("Kivu Matin | Sécurité | Mercredi 18 décembre 2024", "Kivu Matin"),
        ("Gulf Maritime Watch – Defence – 3 May 2024", "Gulf Maritime Watch"),
    ],
)
def test_a_letterhead_or_the_first_name_of_a_rubric_line_is_the_publisher(head, publisher):
    layout = lay_out(f"{head}\n\nDeux frégates partiront pour la Baltique\n\n{BODY}\n\n{MORE}", language="fr")
    assert layout.source is not None
    assert layout.source.value == publisher
    assert not layout.signatures
    assert layout.title is not None
    assert layout.title.value == "Deux frégates partiront pour la Baltique"


def test_a_headline_in_capitals_is_no_letterhead():
    layout = lay_out(f"UNION DES PORTS DU SUD : LES VINGT-SEPT SIGNENT\n\n{BODY}\n\n{MORE}", language="fr")
    assert layout.title is not None
    assert layout.source is None


def test_a_name_after_par_on_a_rubric_line_signs():
    layout = lay_out(f"Un titre assez court\n\nPar Anne Leroy | Défense | 18 décembre 2024\n\n{BODY}", language="fr")
    assert [each.name for each in layout.signatures] == ["Anne Leroy"]
    assert layout.source is None


def test_the_house_below_a_signer_is_the_source():
    layout = lay_out(f"A short title\n\nBy Dana Whit\nBaltic News, Tallinn\n\n{BODY}\n\n{MORE}", language="fr")
    assert layout.source is not None
    assert layout.source.value == "Baltic News"
    assert [str(block.kind) for block in layout.blocks] == ["title", "paragraph", "paragraph"]


def test_a_blogs_name_above_its_post_is_the_source():
    head = "Notes d’un marin à quai\n\nPourquoi je relis Clausewitz\n\nPublié par Luc Morel le 12/05/2024 à 22:17"
    layout = lay_out(f"{head} | Étiquettes : lectures | 8 commentaires\n\n{BODY}\n\n{MORE}", language="fr")
    assert layout.title is not None
    assert layout.title.value == "Pourquoi je relis Clausewitz"
    assert layout.source is not None
    assert layout.source.value == "Notes d’un marin à quai"
    assert [each.name for each in layout.signatures] == ["Luc Morel"]
    assert str(layout.published and layout.published.date) == "2024-05-12"


def test_who_asked_the_questions_signs_and_the_standfirst_keeps_the_words():
    standfirst = f"{MORE} Propos recueillis par Salma Bennis, pour Le Journal du Port."
    layout = lay_out(f"« Nous serons prêts »\n\n{standfirst}\n\nQue ferez-vous ?\n\n{BODY}", language="fr")
    assert layout.standfirst is not None
    assert layout.standfirst.value == standfirst
    assert [each.name for each in layout.signatures] == ["Salma Bennis"]
    assert layout.source is not None
    assert layout.source.value == "Le Journal du Port"


def test_a_papers_name_above_the_day_and_the_title_is_the_source():
    assert (
        source(f"Le Soir d’Oran\nMercredi 3 avril 2024\n\nLa marine reçoit deux frégates\n\n{BODY}")
        == "Le Soir d’Oran"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [("Rédigé par Anne Leroy et publié le 3 mai 2024", "2024-05-03"), ("Par Anne Leroy, publié hier à 10:12", None)],
)
def test_a_line_that_says_who_and_when_leaves_the_article(line, day):
    layout = lay_out(f"La marine reçoit deux frégates\n{line}\n\n{BODY}\n\n{MORE}", language="fr")
    assert [each.name for each in layout.signatures] == ["Anne Leroy"]
    assert (layout.published and str(layout.published.date)) == day
    assert layout.source is None
    assert [str(block.kind) for block in layout.blocks] == ["title", "paragraph", "paragraph"]


def test_an_agency_and_a_day_with_a_colon_below_a_text_are_whose_it_is_and_when_it_came():
    layout = lay_out(f"{BODY}\n\n{MORE}\n\nMAP: 05 juin 2023", language="fr")
    assert (layout.source.value, str(layout.published.date)) == ("MAP", "2023-06-05")
    assert [block.text for block in layout.blocks] == [BODY, MORE]


@pytest.mark.parametrize("end", ENDS)
def test_a_page_speaks_of_itself_on_one_line_whatever_ends_it(end):
    line = "Suivez Le Courrier du Détroit sur Google News"
    text = f"{line}{end}{line}{end}Note(s) :"
    assert read_self_reference(text, Span(0, len(text))) is None
    assert read_self_reference(text, Span(0, len(line))) is not None
