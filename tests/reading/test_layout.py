import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.brief import find_brief
from articles.reading.language import language_of
from articles.reading.layout import lay_out
from articles.reading.results import BlockKind, RemovedKind
from tests.growth import in_step

BODY = "Les ministres de la Défense des pays alliés se sont réunis jeudi matin à Bruxelles pour parler du Sud."


def blocks(text, language="fr"):
    return [(str(block.kind), block.text) for block in lay_out(text, language=language).blocks]


def kinds(text, language="fr"):
    return [kind for kind, _ in blocks(text, language)]


def removed(text, language="fr"):
    layout = lay_out(text, language=language)
    return [(str(each.kind), each.span.of(text)) for each in layout.removed if each.kind is not RemovedKind.SPACE]


def test_a_text_whose_lines_break_anywhere_is_put_together_again():
    text = (
        "Déjeuner de travail des ministres des affaires étrangères des pays\nalliés et de leurs partenaires du Sud\n"
        "Le 7 décembre, les ministres des affaires\nétrangères ont rencontré leurs homologues de\n"
        "l'Algérie, de l'Égypte et du Maroc, au siège\nde l'Alliance.\n"
        "Il s'agissait de la deuxième réunion, dont la\ndimension politique a été renforcée, et qui a\n"
        "ouvert la voie à des échanges plus suivis, qu'ils\nveulent réguliers.\n"
    )
    assert blocks(text) == [
        (
            "title",
            "Déjeuner de travail des ministres des affaires étrangères des pays alliés et de leurs partenaires du Sud",
        ),
        (
            "paragraph",
            "Le 7 décembre, les ministres des affaires étrangères ont rencontré leurs homologues de l'Algérie, "
            "de l'Égypte et du Maroc, au siège de l'Alliance.",
        ),
        (
            "paragraph",
            "Il s'agissait de la deuxième réunion, dont la dimension politique a été renforcée, et qui a ouvert la "
            "voie à des échanges plus suivis, qu'ils veulent réguliers.",
        ),
    ]


def test_pictures_may_stand_above_the_title():
    text = (
        "• Le roi accueille le ministre Jean Roux au palais, à Rabat. AFP\n\n"
        f"Le roi cherche des liens plus étroits avec l'Alliance\n\n{BODY}\n\n{BODY} Ils se reverront."
    )
    assert kinds(text) == ["caption", "title", "paragraph", "paragraph"]


def test_a_dateline_and_whose_correspondent_writes_may_take_two_lines():
    layout = lay_out(f"Bruxelles,\nDe notre envoyée spéciale —\n{BODY} Ils se reverront.", language="fr")
    assert (layout.dateline.value, [block.text for block in layout.blocks]) == (
        "Bruxelles", [f"{BODY} Ils se reverront."]
    )  # fmt: skip


def assert_tiles(text):
    brief = find_brief(text)
    layout = lay_out(text, language="fr", brief=brief.span if brief else None)
    position = 0
    for piece in sorted((*layout.blocks, *layout.removed), key=lambda piece: piece.span):
        assert piece.span.start == position < piece.span.end
        position = piece.span.end
    assert position == len(text)
    for block in layout.blocks:
        assert block.text.split() == block.span.of(text).split()


LINES = st.sampled_from(
    [
        "", " ", "  • 28 Feb. 2024 -", "  • |", "Mis à jour le: 07 Mar. 2024 13:26", BODY, "Un sous-titre", "# Titre",
        "Par Jean Dupont", "BRUXELLES, 17 oct 2024 (AFP) - " + BODY, "AFP", "Lire aussi", "- un point", "1. Un point",
        "> « Une citation »", "— Jean Dupont", "© AFP / Jean Dupont", "SOUS EMBARGO JUSQU'AU 17 OCTOBRE 2024",
        "Make this article SEO compatible, in French", "The ministers of the allies met in Brussels on Thursday.",
        "**Gras**", "Photo : le ministre", "[Edited by Anna Berg]", "***", "Bruxelles, le 4 avril 2024", "Le Monde",
        "International, jeudi 4 avril 2024, p. 3", "\u200b", "\ufeff", "Les décisions :",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\x85", "\u2028", "\u2029", "\x0c"])


@given(st.lists(st.tuples(LINES, ENDS), max_size=14).map(lambda pairs: "".join(line + end for line, end in pairs)))
@settings(max_examples=300, deadline=None)
def test_blocks_and_removed_spans_tile_any_arrangement_of_lines(text):
    assert_tiles(text)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_blocks_and_removed_spans_tile_arbitrary_text(text):
    assert_tiles(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_parts_the_blocks(end):
    assert kinds(f"Un titre court{end}{BODY}{end}Un sous-titre{end}{BODY}") == [
        "title",
        "paragraph",
        "subheading",
        "paragraph",
    ]


def test_a_first_line_that_is_a_paragraph_is_no_title():
    assert kinds(f"{BODY}\n{BODY[:-1]} aussi.") == ["paragraph", "paragraph"]
    assert kinds(f"{BODY[:-1] * 4}\n{BODY}")[0] == "paragraph"


def test_the_first_paragraph_is_a_standfirst_only_when_it_is_set_apart():
    assert kinds(f"Un titre court\n\n{BODY}\n\n{BODY[:-1]} aussi.") == ["title", "paragraph", "paragraph"]
    apart = f"Un titre court\n\n{BODY}\n\nPar Jean Dupont\n\n{BODY[:-1]} aussi."
    assert kinds(apart) == ["title", "standfirst", "paragraph"]
    assert kinds(f"{BODY}\n\nThe ministers of the allies met in Brussels on Thursday.\n\n{BODY}")[0] == "paragraph"


def test_a_summary_above_the_dateline_is_a_standfirst():
    text = f"Un titre court\n\n{BODY}\n\nBRUXELLES (AFP) - {BODY}"
    assert kinds(text) == ["title", "standfirst", "paragraph"]


def test_a_line_in_another_language_alone_among_the_texts_own_is_a_caption():
    caption = "NATO Secretary General Jens Stoltenberg at the meeting of the ministers in Brussels"
    assert blocks(f"{BODY}\n\n{caption}\n\n{BODY[:-1]} encore.")[1] == ("caption", caption)


def test_a_short_text_can_have_two_captions_in_another_language_and_a_long_one_many():
    shown = ["Guard of honour at the headquarters of the Navy", "Family photo of NATO Ministers of Defence"]
    for times in (1, 4):
        lines = [f"{line}{' again' * turn}" for turn in range(times) for line in shown]
        text = "\n\n".join(["Un titre assez court", *[f"{BODY}\n\n{line}\n\n{BODY[:-1]} aussi." for line in lines]])
        assert [words for kind, words in blocks(text) if kind == "caption"] == lines


def test_several_foreign_paragraphs_in_a_row_are_no_captions():
    english = "The ministers of the allies met in Brussels on Thursday and they will meet again in June."
    assert "caption" not in kinds(f"{BODY}\n\n{english}\n\n{english[:-1]} too.\n\n{BODY}")


def test_a_foreign_quotation_is_no_caption():
    quote = "“We stand together with our partners in the South and we will continue to do so.”"
    assert "caption" not in kinds(f"{BODY}\n\n{quote}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Jens Stoltenberg :",
        "Le Monde : Que faut-il faire ?",
        "une ligne sans majuscule",
        "La décision a été prise.",
        "Une liste qui se poursuit ;",
        "Par ailleurs,",
    ],
)
def test_a_line_that_only_resembles_a_subheading_is_none(line):
    assert "subheading" not in kinds(f"{BODY}\n\n{line}\n\n{BODY}")


def test_the_last_line_heads_nothing():
    assert kinds(f"{BODY}\n\nUn sous-titre sans suite")[-1] == "paragraph"


def test_three_short_lines_in_a_row_are_a_list_after_a_colon():
    text = f"Les décisions sont les suivantes pour cette année :\nLe Sud\nLa mer\nLe ciel\n{BODY}"
    assert kinds(text)[1:4] == ["list item"] * 3


def test_a_hard_wrapped_paragraph_is_one_block():
    text = (
        "Les ministres de la Défense des pays alliés se sont réunis jeudi matin\n"
        "à Bruxelles pour parler de la situation au Sahel et des moyens qui y\n"
        "manquent encore.\n\n"
        "Ils se retrouveront au mois de juin à La Haye pour un sommet dont les\n"
        "dépenses de défense seront le sujet principal.\n"
    )
    found = blocks(text)
    assert [kind for kind, _ in found] == ["paragraph", "paragraph"]
    assert "jeudi matin à Bruxelles pour parler de la situation au Sahel et des moyens qui y manquent" in found[0][1]


def test_a_dateline_before_a_hard_wrapped_paragraph_leaves_all_its_words():
    text = (
        "BRUXELLES, 17 oct 2024 (AFP) - Les ministres de la Défense des pays\r\n"
        "alliés se sont réunis jeudi matin à Bruxelles pour parler de l'aide au\r\n"
        "Sahel et des moyens qui y manquent encore cette année.\r\n"
    )
    ((_, words),) = blocks(text)
    assert words.startswith("Les ministres de la Défense des pays alliés se sont")
    assert words.endswith("encore cette année.")


def test_long_lines_are_paragraphs_of_their_own():
    assert len(blocks(f"{BODY}\n{BODY[:-1]} aussi.\n{BODY[:-1]} encore une fois, disent-ils.")) == 3


@pytest.mark.parametrize(
    ("line", "place", "source", "published"),
    [
        ("BRUXELLES, 17 oct 2024 (AFP) - ", "BRUXELLES", "AFP", "2024-10-17"),
        ("Bruxelles, le 4 décembre 2017 – ", "Bruxelles", None, "2017-12-04"),
        ("BRUSSELS (Reuters) - ", "BRUSSELS", "Reuters", None),
        ("BRUSSELS, Oct 17 (Reuters) - ", "BRUSSELS", "Reuters", None),
        ("RABAT - (MAP) - ", "RABAT", "MAP", None),
        ("Alger (APS) - ", "Alger", "APS", None),
        ("MADRID, 17 Oct. 2024 (EUROPA PRESS) - ", "MADRID", "EUROPA PRESS", "2024-10-17"),
        ("NOUAKCHOTT — ", "NOUAKCHOTT", None, None),
        ("WASHINGTON, D.C., 11 July 2024 – ", "WASHINGTON", None, "2024-07-11"),
        ("(AFP) - ", None, "AFP", None),
    ],
)
def test_a_dateline_leaves_the_paragraph_for_its_fields(line, place, source, published):
    layout = lay_out(f"Un titre court\n\n{line}{BODY}", language="fr")
    assert layout.blocks[-1].text == BODY
    assert (layout.dateline and layout.dateline.value) == place
    assert (layout.source and layout.source.value) == source
    assert (layout.published and str(layout.published.date)) == published


@pytest.mark.parametrize("lead", ["OTAN – ", "Défense – ", "Analyse : ", "Mark Rutte (Pays-Bas) – ", "Vendredi - "])
def test_a_dash_after_another_word_makes_no_dateline(lead):
    layout = lay_out(f"{lead}{BODY}", language="fr")
    assert layout.dateline is None
    assert layout.blocks[0].text == lead + BODY


def test_a_known_city_with_a_dash_is_a_dateline(names):
    layout = lay_out(f"Rabat – {BODY}", language="fr", names=names)
    assert layout.dateline.value == "Rabat"


@pytest.mark.parametrize(
    ("line", "names", "source"),
    [
        ("Par Jean Dupont", ["Jean Dupont"], None),
        ("Par Jean Dupont (avec AFP)", ["Jean Dupont"], "AFP"),
        ("By Andrew Gray and Sabine Siebold", ["Andrew Gray", "Sabine Siebold"], None),
        ("Par Le Figaro avec AFP", [], "Le Figaro"),
        ("Le Monde avec AFP", [], None),
        ("Par la rédaction", [], None),
        ("De notre correspondante à Rabat, Fatima Zahra El Amrani", ["Fatima Zahra El Amrani"], None),
        ("Mohamed Ould Salem, envoyé spécial à Bruxelles", ["Mohamed Ould Salem"], None),
        ("Envoyée spéciale à Amman – L'Orient Express", [], "L'Orient Express"),
        ("Por María López", ["María López"], None),
        ("Auteur : Jean-Marc de La Tour", ["Jean-Marc de La Tour"], None),
    ],
)
def test_a_byline_gives_its_people_and_its_publisher(line, names, source):
    layout = lay_out(f"Un titre court\n\n{line}\n\n{BODY}\n\n{BODY[:-1]} aussi.", language="fr")
    assert [signature.name for signature in layout.signatures] == names
    if source:
        assert layout.source.value == source


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le ministre a rencontré son homologue à Amman.",
        "Par la voix de son ministre, Rabat a salué la décision de Madrid et de Paris.",
        "By Friday, ministers will have agreed on the plan that NATO has put forward.",
        "Envoyé spécial à Bruxelles, il avait couvert trois sommets avant de rentrer au pays.",
    ],
)
def test_a_sentence_that_begins_like_a_byline_stays_in_the_article(line):
    language = language_of(line)
    assert ("paragraph", line) in blocks(f"{line}\n\n{line}\n\n{line}", language)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Publié le 12 juin 2024 à 14h05", "2024-06-12", None),
        ("Publié le 12 juin 2024 à 14h05, mis à jour le 13 juin 2024 à 9h", "2024-06-12", "2024-06-13"),
        ("Mis à jour le: 07 Mar. 2024 13:26", None, "2024-03-07"),
        ("Posted on April 4, 2024 | Updated: April 5, 2024", "2024-04-04", "2024-04-05"),
        ("By JT - Apr 04,2024 - Last updated at Apr 05,2024", "2024-04-04", "2024-04-05"),
        ("12/06/2024 | 3 min de lecture", "2024-06-12", None),
        ("mercredi 12 juin 2024 - 10:30", "2024-06-12", None),
        ("Publié le 12 juin à 14h05", None, None),
        ("Il y a 3 heures", None, None),
        ("1 day ago", None, None),
        ("Par Jean Dupont, publié le 12 juin 2024 à 14h05", "2024-06-12", None),
        ("Publicado el 12 de junio de 2024", "2024-06-12", None),
    ],
)
def test_a_date_line_says_when_the_text_was_published_and_changed(line, published, updated):
    layout = lay_out(f"Un titre court\n\n{line}\n\n{BODY}", language="fr")
    assert [block.kind for block in layout.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]
    assert (layout.published and str(layout.published.date)) == published
    assert (layout.updated and str(layout.updated.date)) == updated


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Un autre sommet à venir",
        "À lire également",
        "Partager",
        "Partager sur Facebook Twitter LinkedIn",
        "Share this article",
        "Temps de lecture : 4 min",
        "5 min read",
        "Inscrivez-vous à notre newsletter pour ne rien manquer",
        "La suite après cette publicité",
        "Advertisement",
        "https://example.org/article",
        "Tous droits réservés",
        "Tags : OTAN, Sahel, Défense",
        "---",
        "0 commentaire",
    ],
)
def test_furniture_leaves_the_article_and_is_reported(line):
    assert ("furniture", line) in removed(f"{BODY}\n\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Partager le fardeau, une vieille querelle",
        "Suivre la voie ouverte à Madrid",
        "Facebook et la désinformation russe",
        "Sur le terrain, rien ne change",
    ],
)
def test_a_subheading_that_begins_like_furniture_stays(line):
    assert ("subheading", line) in blocks(f"{BODY}\n\n{line}\n\n{BODY}")


def test_the_title_said_again_is_removed_and_reported():
    text = f"Un titre court\n\n12 juin 2024\n\nUN TITRE COURT\n\n{BODY}"
    assert ("repeat", "UN TITRE COURT") in removed(text)
    assert kinds(text) == ["title", "paragraph"]


@pytest.mark.parametrize("size", ["lines", "dates", "bylines", "one line"])
def test_the_time_to_lay_out_a_text_grows_with_its_length_and_no_faster(size):
    line = {"lines": f"{BODY}\n", "dates": "12 juin 2024\n", "bylines": "Par Jean\n", "one line": "« a, 12 de ( "}[
        size
    ]

    assert in_step(lambda times: lay_out(line * times, language="fr"), 500)


@pytest.mark.parametrize(
    ("head", "place", "agency", "day"),
    [
        ("GENÈVE (Nations unies), 12 mars 2025 – ", "GENÈVE", None, "2025-03-12"),
        ("OSLO/HELSINKI, March 6 (Reuters) - ", "OSLO/HELSINKI", "Reuters", None),
        ("PARIS, LONDRES et BERLIN (AFP) – ", "PARIS, LONDRES et BERLIN", "AFP", None),
        ("DAKAR (APS et AFP) – ", "DAKAR", "APS", None),
        ("Tunis, 3 mai 2024 (TAP/AFP) - ", "Tunis", "TAP", "2024-05-03"),
        ("AFP - Bruxelles, 3 mai 2024 - ", "Bruxelles", "AFP", "2024-05-03"),
    ],
)
def test_datelines_of_several_cities_or_agencies(head, place, agency, day):
    layout = lay_out(f"{head}{BODY}\n\n{BODY[:-1]} encore.", language="fr")
    assert layout.dateline is not None
    assert layout.dateline.value == place
    assert (layout.source and layout.source.value) == agency
    assert (layout.published and str(layout.published.date)) == day
    assert layout.blocks[0].text == BODY


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("Published\n2 October 2023", "2023-10-02", None),
        ("Publié le\n12/05/2024 à 22:17", "2024-05-12", None),
        ("Published\n2 October 2023\nUpdated\n4 October 2023", "2023-10-02", "2023-10-04"),
        ("Mis à jour le :\n3 mai 2024", None, "2024-05-03"),
        ("Publié par Luc Morel le 12 mai 2024", "2024-05-12", None),
        ("Publié par Luc Morel le 12/05/2024 à 22:17", "2024-05-12", None),
    ],
)
def test_dates_announced_on_a_line_of_their_own_or_signed(lines, published, updated):
    layout = lay_out(f"Un titre assez court\n\n{lines}\n\n{BODY}\n\n{BODY[:-1]} encore.", language="fr")
    assert (layout.published and str(layout.published.date)) == published
    assert (layout.updated and str(layout.updated.date)) == updated
    assert [str(block.kind) for block in layout.blocks] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("NATO Deputy Secretary General Mircea Geoană speaks at the Riga Conference on Baltic security", "en"),
        ("Le ministre des Armées, Jean Duval, reçoit son homologue malien à l’Hôtel de Brienne", "fr"),
        ("El ministro de Defensa, Juan Pérez, saluda a su homólogo portugués en la base de Rota", "es"),
    ],
)
def test_a_lone_line_that_tells_what_a_picture_shows_is_a_caption(line, language):
    assert kinds(f"Un titre assez court\n\n{BODY}\n\n{line}\n\n{BODY[:-1]} encore.", language) == [
        "title",
        "standfirst",
        "caption",
        "paragraph",
    ]


def test_long_headings_with_a_verb_are_headings_when_there_are_several():
    one = "Le ministre Jean Duval reçoit son homologue malien à Paris pour une visite de travail"
    two = "Le général Ali Sow visite la base navale de Toulon avec les chefs de marine voisins"
    text = f"Un titre assez court\n\n{BODY}\n\n{one}\n\n{BODY}\n\n{two}\n\n{BODY[:-1]} encore."
    assert kinds(text).count("subheading") == 2


@pytest.mark.parametrize(
    "line",
    [
        "Le général Ali Sow (à gauche) et le ministre Jean Duval à Toulon",
        "From left to right: Jean Duval, Ali Sow and Anna Berg in Riga",
        "Image caption, Soldiers of the peacekeeping force on the road near the village",
    ],
)
def test_a_line_that_places_people_in_a_picture_is_a_caption(line):
    assert ("caption", line) in blocks(f"Un titre assez court\n\n{BODY}\n\n{line}\n\n{BODY[:-1]} encore.")


def test_a_line_of_a_pictures_source_is_a_credit():
    layout = lay_out(
        f"Un titre assez court\n\n{BODY}\n\nImage source, Getty Images\n\n{BODY[:-1]} encore.", language="fr"
    )
    assert [credit.value for credit in layout.credits] == ["Image source, Getty Images"]
    assert layout.source is None


def test_one_word_alone_above_a_list_without_marks_is_a_subheading():
    text = (
        f"{BODY}\n\nCalendrier\n\nLundi : accueil à Mons\nMardi : travaux\nMercredi : clôture\n\n{BODY[:-1]} encore."
    )
    assert ("subheading", "Calendrier") in blocks(text)
    assert [kind for kind, _ in blocks(text)].count("subheading") == 1
