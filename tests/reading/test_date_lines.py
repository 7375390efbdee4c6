import pytest

from articles.reading import date_lines
from articles.reading.date_lines import read_date_line
from articles.reading.issue_lines import read_archive_header
from articles.reading.results import Span


def dates_of(line, language="fr"):
    found = read_date_line(line, Span(0, len(line)), language)
    assert found is not None, line
    return tuple(str(each.date) if each else None for each in (found.published, found.updated))


@pytest.mark.parametrize(
    ("language", "line", "published", "updated"),
    [
        ("fr", "17.10.2024 | 14:05", "2024-10-17", None),
        ("en", "Oct 17, 2024 2:05 PM EDT", "2024-10-17", None),
        ("en", "October 17, 2024, 2:05 p.m. ET", "2024-10-17", None),
        ("en", "Thu 17 Oct 2024 14.05 BST", "2024-10-17", None),
        ("en", "Last modified on Fri 18 Oct 2024 09.12 BST", None, "2024-10-18"),
        ("en", "First published on Thu 17 Oct 2024 14.05 BST", "2024-10-17", None),
        ("en", "Published 17:05 BST, 17 October 2024", "2024-10-17", None),
        ("en", "Published: 14:05, Oct 17, 2024 | Updated: 18:37, Oct 18, 2024", "2024-10-17", "2024-10-18"),
        ("en", "PUBLISHED ON : OCTOBER 17, 2024 | UPDATED AT: 18:00 IST", "2024-10-17", "2024-10-17"),
        ("en", "Updated 2:05 PM EDT, October 17, 2024", None, "2024-10-17"),
        ("en", "17 October 2024", "2024-10-17", None),
        ("en", "17 Oct. 2024 - 16:20|Last updated: 18 Oct. 2024 10:11", "2024-10-17", "2024-10-18"),
        ("en", "• 17 Oct. 2024 - | Last updated: 17 Oct. 2024 19:34", "2024-10-17", "2024-10-17"),
        ("en", "Posted on February 2, 2024 by Jane Doe", "2024-02-02", None),
        ("en", "Posted on February 2, 2024 by Jane Doe in Europe, NATO | 3 Comments", "2024-02-02", None),
        ("en", "February 2, 2024 By Jane Doe Leave a Comment", "2024-02-02", None),
        ("en", "By Jane Doe | February 2, 2024 | 5 min read", "2024-02-02", None),
        ("en", "By Jane Doe on February 2, 2024 at 4:18 PM", "2024-02-02", None),
        ("en", "By Jane Doe, Feb. 2, 2024", "2024-02-02", None),
        ("en", "2 days ago", None, None),
        ("en", "Published on 17/10/2024 - 14:05 Modified on 18/10/2024 - 10:11", "2024-10-17", "2024-10-18"),
        ("en", "Published: 17/10/2024 - 14:05 • Modified: 18/10/2024 - 10:11", "2024-10-17", "2024-10-18"),
        ("fr", "Publié le : 17/10/2024 - 14:05 Modifié le : 18/10/2024 - 10:11", "2024-10-17", "2024-10-18"),
        ("fr", "Publié le : 17/10/2024 - 14:05Modifié le : 18/10/2024 - 10:11", "2024-10-17", "2024-10-18"),
        (
            "fr",
            "Posté le 2 février 2024 par Tanguy Le Dantec dans Europe du Nord | 14 commentaires",
            "2024-02-02",
            None,
        ),
        ("fr", "Publié par Jean Dupont le 2 février 2024 dans Défense, OTAN", "2024-02-02", None),
        ("fr", "Publié le 2 février 2024 par Jean Dupont • 3 commentaires", "2024-02-02", None),
        ("fr", "25 Avril 2022 , Rédigé par Jean Dupont Publié dans #OTAN, #Suède, #Défense", "2022-04-25", None),
        ("fr", "jeudi 17 octobre 2024, par Jean Dupont", "2024-10-17", None),
        ("fr", "mis en ligne le jeudi 17 octobre 2024", "2024-10-17", None),
        ("fr", "Mis en ligne : 17 octobre 2024", "2024-10-17", None),
        (
            "fr",
            "Mise en ligne : 17 octobre 2024 à 14h05 - Dernière mise à jour : 18 octobre 2024 à 9h",
            "2024-10-17",
            "2024-10-18",
        ),
        ("fr", "Mis en ligne le 17/10/2024 à 14:05 | mis à jour à 18:00", "2024-10-17", "2024-10-17"),
        ("fr", "Publié le jeudi 17 octobre 2024 à 14h05", "2024-10-17", None),
        ("fr", "Publié hier à 14:05", None, None),
        ("fr", "Publié aujourd'hui à 14h05, mis à jour à 15h12", None, None),
        ("fr", "Il y a 3 heures", None, None),
        ("fr", "Par Jean Dupont (à Bruxelles) Publié le 17 octobre 2024 à 14:05", "2024-10-17", None),
        (
            "fr",
            "Par Jean Dupont et Marie Durand, publié le 17/10/2024 à 14h05, mis à jour le 18/10/2024 à 9h",
            "2024-10-17",
            "2024-10-18",
        ),
        ("fr", "Journaliste : Jean Dupont - Publié le 17-10-2024 à 14h05", "2024-10-17", None),
        ("fr", "Modifié le 18/10/2024 à 10:11 - Publié le 17/10/2024 à 14:05", "2024-10-17", "2024-10-18"),
        (
            "fr",
            "Par L'Obs avec AFP · Publié le 17 octobre 2024 à 14h05 · Mis à jour le 18 octobre 2024 à 8h00",
            "2024-10-17",
            "2024-10-18",
        ),
        ("fr", "Temps de lecture : 3 min | Publié le 17/10/2024", "2024-10-17", None),
        ("fr", "Le 17 octobre 2024 à 14:05", "2024-10-17", None),
        ("fr", "jeudi 17 octobre 2024", "2024-10-17", None),
        ("fr", "Jeudi, 17 Octobre, 2024", "2024-10-17", None),
        ("fr", "JEUDI 17 OCTOBRE 2024", "2024-10-17", None),
        ("fr", "17 octobre 2024 14h05 HE | Source: Ministère de la Défense", "2024-10-17", None),
        ("fr", "October 17, 2024 09:00 ET | Source: Acme Defence", "2024-10-17", None),
        ("fr", "Semaine du jeudi 6 mars 2025", "2025-03-06", None),
        ("fr", "Presqu'île - Semaine du jeudi 6 mars 2025", "2025-03-06", None),
        ("fr", "Édition du vendredi 18 octobre 2024", "2024-10-18", None),
        ("fr", "Semaine du 6 au 12 mars 2025", "2025-03-06", None),
        ("fr", "N° 2743 – du 17 au 23 octobre 2024", "2024-10-17", None),
        ("fr", "L'Hebdo du Port, n° 1203, jeudi 6 mars 2025", "2025-03-06", None),
        ("fr", "Le Courrier du Centre - Jeudi 6 mars 2025 - page 4", "2025-03-06", None),
        ("fr", "Numéro 45 - mars 2025", "2025-03", None),
        ("fr", "Brest, jeudi 6 mars 2025", "2025-03-06", None),
        ("fr", "Parution du 6 mars 2025", "2025-03-06", None),
        ("fr", "Jeune Afrique | 17 octobre 2024 à 14:05", "2024-10-17", None),
        ("fr", "Agence Ecofin - jeudi 17 octobre 2024 14:05", "2024-10-17", None),
        ("fr", "17/10/2024 à 14:05 | Par Rédaction Africanews", "2024-10-17", None),
        ("fr", "Last Update: 18/10/2024", None, "2024-10-18"),
        ("fr", "Par Rédaction | 17 octobre 2024 | 0 Commentaire", "2024-10-17", None),
        ("fr", "Par Karim Benali - 17 octobre 2024 - 14:05", "2024-10-17", None),
        ("fr", "par Karim Benali 17/10/2024 14:05", "2024-10-17", None),
        ("fr", "Karim Benali, Publié le Jeudi 17 Octobre 2024 à 14:05", "2024-10-17", None),
        ("fr", "Créé le 17 octobre 2024 / Mis à jour le 18 octobre 2024", "2024-10-17", "2024-10-18"),
        ("fr", "Actualisé le 18 octobre 2024 à 10:11", None, "2024-10-18"),
        ("fr", "Publié il y a 2 heures", None, None),
        ("fr", "Communiqué de presse | 17 octobre 2024 | Bruxelles", "2024-10-17", None),
        ("fr", "Communiqué - Publié le 17.10.2024", "2024-10-17", None),
        ("fr", "Date de publication : 17/10/24", "2024-10-17", None),
        ("fr", "jeu, 17/10/2024 - 14:05", "2024-10-17", None),
        ("fr", "Mar 12/11/2024 - 14:05", "2024-11-12", None),
        ("fr", "Mer. 12/11/2024", "2024-11-12", None),
        ("fr", "Publié le jeu, 17/10/2024 - 14:05 | Modifié le ven, 18/10/2024 - 08:00", "2024-10-17", "2024-10-18"),
        ("fr", "PUBLIE LE : 17-10-2024 | 0:00", "2024-10-17", None),
        ("fr", "Publie le 17 aout 2024, mis a jour le 18 aout 2024", "2024-08-17", "2024-08-18"),
        ("fr", "MISE A JOUR : 17/10/2024 A 14H05", None, "2024-10-17"),
        ("fr", "Publié le 8 juill. 2024 à 9h04", "2024-07-08", None),
        ("fr", "17-oct.-2024 12:30", "2024-10-17", None),
        ("fr", "17 - 10 - 2024", "2024-10-17", None),
        ("fr", "Août 3, 2024 par admin", "2024-08-03", None),
        ("fr", "Juin 27, 2024 by deyloul", "2024-06-27", None),
        ("fr", "samedi , 17 août 2024 21:25 PM GMT", "2024-08-17", None),
        ("fr", "Ce contenu a été publié sur 17 octobre 2024 - 11:24", "2024-10-17", None),
        ("fr", "17 octobre 2024 [14:05] - LEPORT.INFO", "2024-10-17", None),
        ("fr", "Accueil > Actualités > Défense • Lejour.net • jeudi 17 octobre 2024 à 22h30min", "2024-10-17", None),
        ("fr", "Note n° 12 – 17 octobre 2024", "2024-10-17", None),
        ("en", "Jane Doe  |12.10.2024 - Update : 13.10.2024", "2024-10-12", "2024-10-13"),
        ("en", "This content was published on October 17, 2024 - 11:24", "2024-10-17", None),
        ("de", "Dieser Inhalt wurde am 17. Oktober 2024 publiziert - 11:24", "2024-10-17", None),
        ("de", "Do., 17.10.2024, 14:05 Uhr", "2024-10-17", None),
        ("de", "17.10.2024, 18.42 Uhr", "2024-10-17", None),
        ("es", "jue, 17 oct 2024 16:42", "2024-10-17", None),
        ("es", "17/10/2024 13:08 (UTC)", "2024-10-17", None),
        ("es", "17 oct 2024 - 14:05 CEST", "2024-10-17", None),
        ("es", "Publicado el 17 de octubre de 2024 a las 14:05", "2024-10-17", None),
        ("es", "Actualizado a 18 de octubre de 2024 10:11", None, "2024-10-18"),
        ("de", "Stand: 17.10.2024 14:05 Uhr", "2024-10-17", None),
        ("de", "17. Oktober 2024, 14:05 Uhr", "2024-10-17", None),
        ("de", "Veröffentlicht am 17. Oktober 2024", "2024-10-17", None),
        ("de", "Aktualisiert am 18. Oktober 2024, 9:30 Uhr", None, "2024-10-18"),
    ],
)
def test_a_page_says_when_it_was_published_and_changed(language, line, published, updated):
    assert dates_of(line, language) == (published, updated)


@pytest.mark.parametrize(
    ("line", "names", "source"),
    [
        (
            "Posté le 2 février 2024 par Tanguy Le Dantec dans Europe du Nord | 14 commentaires",
            ["Tanguy Le Dantec"],
            None,
        ),
        ("Posted on February 2, 2024 by Jane Doe in Europe, NATO | 3 Comments", ["Jane Doe"], None),
        ("25 Avril 2022 , Rédigé par Jean Dupont Publié dans #OTAN, #Suède", ["Jean Dupont"], None),
        ("February 2, 2024 By Jane Doe Leave a Comment", ["Jane Doe"], None),
        ("par Karim Benali 17/10/2024 14:05", ["Karim Benali"], None),
        ("Journaliste : Jean Dupont - Publié le 17-10-2024 à 14h05", ["Jean Dupont"], None),
        ("October 17, 2024 09:00 ET | Source: Acme Defence", [], "Acme Defence"),
        ("Le Courrier du Centre - Jeudi 6 mars 2025 - page 4", [], "Le Courrier du Centre"),
        ("L'Hebdo du Port, n° 1203, jeudi 6 mars 2025", [], "L'Hebdo du Port"),
        ("Presqu'île - Semaine du jeudi 6 mars 2025", [], None),
        ("information fournie par France 24 • 18/02/2022 à 15:59", [], "France 24"),
        ("21.03.2023, Sputnik Afrique", [], "Sputnik Afrique"),
        ("30 November 2005 [03:45] - TODAY.AZ", [], "TODAY.AZ"),
        ("Ahram Online , Tuesday 13 Sep 2022", [], "Ahram Online"),
        ("Publié dans Le Courrier du Souss le 14 - 05 - 2014", [], "Le Courrier du Souss"),
        ("Paru dans L'Écho du Port du 3 mai 2024", [], "L'Écho du Port"),
        ("Conseil de l'UE Communiqué de presse 15 novembre 2022 10:15", [], "Conseil de l'UE"),
        ("Commission européenne - Communiqué de presse 15/11/2022", [], "Commission européenne"),
        ("17 octobre 2024 – Ottawa, Ontario – Défense nationale / Forces armées", [], "Défense nationale"),
        ("Par Félicité NGO BELL | 15-mars-2022 12:30", ["Félicité NGO BELL"], None),
        ("Faizan Hashmi Published May 11, 2023 | 11:09 PM", ["Faizan Hashmi"], None),
        ("Exercice Vent du Large, 12 mars 2024", [], None),
        ("Déclaration de Madrid, 29 juin 2022", [], None),
    ],
)
def test_a_line_of_dates_names_who_signed_and_who_publishes(line, names, source):
    found = read_date_line(line, Span(0, len(line)), "fr")
    assert [each.name for each in found.signed.signatures] == names if names else found.signed is None
    assert (found.source.value if found.source else None) == source


@pytest.mark.parametrize(
    "line",
    [
        "Le sommet du 9 juillet 2024 à Washington",
        "Semaine du 6 au 12 mars 2025 : ce que les ministres ont décidé",
        "Réunion des ministres, 17 octobre 2024, dans la salle du Conseil",
        "Le 17 octobre 2024, Mark Rutte reçoit les ministres",
        "Édition du génome : la réponse du 6 mars 2025",
        "Page 4 du rapport du 6 mars 2025 sur les stocks",
    ],
)
def test_a_title_or_sentence_with_a_date_is_no_line_of_dates(line):
    assert read_date_line(line, Span(0, len(line)), "fr") is None


def test_the_line_of_an_issue_counts_only_where_no_label_is_needed():
    line = "Semaine du jeudi 6 mars 2025"
    assert read_date_line(line, Span(0, len(line)), "fr").unlabelled


@pytest.mark.parametrize(
    ("outlet", "line", "source"),
    [
        (
            "Le Phare du Nord (site web)",
            "Opinions et analyses, mardi 12 novembre 2024 - 08:15 UTC +01:00 792 mots",
            "Le Phare du Nord",
        ),
        ("Le Phare du Nord", "International, mardi 12 novembre 2024, p. 7", "Le Phare du Nord"),
        ("Le Phare du Nord (Lyon)", "Monde, mardi 12 novembre 2024, 640 mots, p. NOR4", "Le Phare du Nord"),
        ("The Harbour Times [online]", "World, 12 November 2024 912 words", "The Harbour Times"),
        ("Revue des Marins", "no. 412, vendredi 12 novembre 2024 1203 mots, p. 12-15", "Revue des Marins"),
    ],
)
def test_an_archives_header_gives_the_paper_and_the_day(outlet, line, source):
    text = f"{outlet}\n{line}"
    found = read_archive_header(text, Span(0, len(outlet)), Span(len(outlet) + 1, len(text)), "fr")
    assert found.source.value == source
    assert (found.published.date.month, found.published.date.day) == (11, 12)


def test_a_title_above_a_sentence_with_a_date_is_no_archives_header():
    outlet, line = (
        "Le Phare du Nord",
        "Le ministre a reçu le 12 novembre 2024 les chefs des armées de sept pays voisins.",
    )
    text = f"{outlet}\n{line}"
    assert read_archive_header(text, Span(0, len(outlet)), Span(len(outlet) + 1, len(text)), "fr") is None


def test_who_edited_stands_between_bars_beside_the_agency_and_the_date():
    line = "Source: Xinhua| 2019-04-13 01:12:44|Editor: Liang Wenhui"
    found = read_date_line(line, Span(0, len(line)), "en")
    assert found.source.value == "Xinhua"
    assert [each.name for each in found.signed.editors] == ["Liang Wenhui"]
    assert found.signed.signatures == ()


@pytest.mark.parametrize(
    "line",
    [
        "Mar del Plata accueillera la marine",
        "Il a vu le 12 mars 2024 son frère Jean Dupont",
        "Publié dans la douleur le 14 mai 2014",
        "Les 14 - 05 - 2014 font recette au loto",
    ],
)
def test_words_around_a_date_are_no_line_of_dates(line):
    assert read_date_line(line, Span(0, len(line)), "fr") is None


@pytest.mark.parametrize("piece", ["on x ", "par Bo ", "le 5 x ", ", 5 x ", "by Al, "])
def test_a_line_of_many_bylines_and_dates_is_not_parted_again_and_again(piece, monkeypatch):
    asked = []
    monkeypatch.setattr(date_lines, "read_moment", lambda *line: asked.append(line))

    def parts(times):
        asked.clear()
        date_lines.read_date_line.cache_clear()
        line = f"Ax {piece * times}5 mai 2024"
        date_lines.read_date_line(line, Span(0, len(line)), "fr")
        return len(asked)

    assert 8 <= parts(8) <= parts(16) <= 4 * parts(8)
