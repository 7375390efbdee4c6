import pytest

from articles.reading.line_facts import read_facts, read_margin_facts
from articles.reading.units import units_of


def signed(line, *, margin=False):
    unit = units_of(line)[0]
    facts = read_facts(line, unit, "fr") or (read_margin_facts(line, unit, "fr") if margin else None)
    if facts is None:
        return None
    return [each.name for each in facts.signatures], facts.source.value if facts.source else None


@pytest.mark.parametrize(
    ("line", "names", "source"),
    [
        ("Par Jean Dupont (à Bruxelles)", ["Jean Dupont"], None),
        ("Par notre envoyé spécial à Bruxelles, Jean Dupont", ["Jean Dupont"], None),
        ("De notre envoyé spécial à Bruxelles, Jean Dupont", ["Jean Dupont"], None),
        ("De notre correspondante à Ankara", [], None),
        ("Bruxelles, de notre envoyée spéciale —", [], None),
        ("De notre envoyée spéciale", [], None),
        ("De notre correspondante permanente à Bruxelles, Marie Durand", ["Marie Durand"], None),
        ("Jean Dupont, envoyé spécial à Bruxelles", ["Jean Dupont"], None),
        ("Par Jean Dupont - Bruxelles", ["Jean Dupont"], None),
        ("Par Jean Dupont, Bruxelles", ["Jean Dupont"], None),
        ("Par Jean Dupont, à Bruxelles", ["Jean Dupont"], None),
        ("Par Jean Dupont @jdupont", ["Jean Dupont"], None),
        ("Par Jean Dupont, chef du service international", ["Jean Dupont"], None),
        ("Propos recueillis par Jean Dupont", ["Jean Dupont"], None),
        ("Entretien réalisé par Jean Dupont et Marie Durand", ["Jean Dupont", "Marie Durand"], None),
        ("Texte : Jean Dupont. Photos : Marie Durand", ["Jean Dupont"], None),
        ("Texte Jean Dupont, photos Marie Durand", ["Jean Dupont"], None),
        ("Un reportage de Jean Dupont", ["Jean Dupont"], None),
        ("Reportage de notre envoyée spéciale Marie Durand", ["Marie Durand"], None),
        ("Dossier réalisé par Jean Dupont", ["Jean Dupont"], None),
        ("Synthèse de Jean Dupont", ["Jean Dupont"], None),
        ("Recueilli par Jean Dupont", ["Jean Dupont"], None),
        ("Réalisé par Jean Dupont", ["Jean Dupont"], None),
        ("Rédigé par Jean Dupont", ["Jean Dupont"], None),
        ("Écrit par Jean Dupont", ["Jean Dupont"], None),
        ("Signé : Jean Dupont", ["Jean Dupont"], None),
        ("Auteur : Jean Dupont", ["Jean Dupont"], None),
        ("Auteur: Rédaction", [], None),
        ("Journaliste : Jean Dupont", ["Jean Dupont"], None),
        ("Par Mohamed Ould Cheikh Ahmed", ["Mohamed Ould Cheikh Ahmed"], None),
        ("Par : Karim B.", ["Karim B."], None),
        ("Par K. Benali", ["K. Benali"], None),
        ("R. N. / APS", [], "APS"),
        ("Par La Rédaction avec APS", [], "APS"),
        ("APS", [], "APS"),
        ("(APS)", [], "APS"),
        ("Le Monde avec AFP", [], "Le Monde"),
        ("Le HuffPost avec AFP", [], "Le HuffPost"),
        ("franceinfo avec AFP", [], "franceinfo"),
        ("TV5MONDE avec AFP", [], "TV5MONDE"),
        ("RFI avec agences", [], "RFI"),
        ("Par RFI", [], "RFI"),
        ("Par Reuters", [], "Reuters"),
        ("Par AFP, publié le 17/10/2024", [], "AFP"),
        ("AFP/VNA/CVN", [], "AFP"),
        ("Belga/AFP", [], "Belga"),
        ("(Belga, AFP)", [], "Belga"),
        ("AFP, Reuters", [], "AFP"),
        ("avec Reuters", [], "Reuters"),
        ("Avec AFP et Reuters", [], "AFP"),
        ("Source : Ministère des Armées", [], "Ministère des Armées"),
        ("Sources : État-major des armées", [], "État-major des armées"),
        ("Droits : Ministère des Armées", [], "Ministère des Armées"),
        ("Source: APS", [], "APS"),
        ("SOURCE NATO", [], "NATO"),
        ("SOURCE: NATO Allied Command Transformation", [], "NATO Allied Command Transformation"),
        ("(Source : AFP)", [], "AFP"),
        ("Source : AFP / Photo : DR", [], "AFP"),
        ("Source : lemonde.fr", [], "lemonde.fr"),
        ("Source: https://www.nato.int/cps/fr/natohq/news_1.htm", [], "nato.int"),
        ("© 2024 AFP", [], "AFP"),
        ("© AFP 2024", [], "AFP"),
        ("Copyright © 2024 Le Courrier du Centre", [], "Le Courrier du Centre"),
        ("By Jane Doe", ["Jane Doe"], None),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"], None),
        ("By JANE DOE, Associated Press", ["JANE DOE"], "Associated Press"),
        ("By Jane Doe The Associated Press", ["Jane Doe"], "The Associated Press"),
        ("By Jane Doe, BBC News, Brussels", ["Jane Doe"], "BBC News"),
        ("By Jane Doe, Defence correspondent", ["Jane Doe"], None),
        ("By Jane Doe Defence Correspondent", ["Jane Doe"], None),
        ("By Sgt. 1st Class Jane Doe, U.S. Army Europe Public Affairs", ["Jane Doe"], None),
        ("Story by Sgt. Jane Doe", ["Jane Doe"], None),
        ("By Jane Doe | Stars and Stripes", ["Jane Doe"], "Stars and Stripes"),
        ("Reporting by Jane Doe in Brussels; Editing by John Roe", ["Jane Doe"], None),
        (
            "(Reporting by Jane Doe and Ali Veli; Writing by Sam Poe; Editing by John Roe)",
            ["Jane Doe", "Ali Veli", "Sam Poe"],
            None,
        ),
        ("Additional reporting by Jane Doe", ["Jane Doe"], None),
        ("(Jean Dupont, édité par Marie Durand)", ["Jean Dupont"], None),
        ("(Rédigé par Jean Dupont, édité par Marie Durand)", ["Jean Dupont"], None),
        ("Edited by: Jane Doe", [], None),
        ("Edité par Marie Durand", [], None),
        ("mdo-ube/lpt/sba", [], None),
        ("Por Juan Pérez", ["Juan Pérez"], None),
        ("Von Hans Müller, Brüssel", ["Hans Müller"], None),
        ("Von Hans Müller", ["Hans Müller"], None),
        ("Di Marco Rossi", ["Marco Rossi"], None),
        ("Door Jan Jansen", ["Jan Jansen"], None),
        ("Contributeur : Jean Dupont", ["Jean Dupont"], None),
        ("Author: Jane Doe", ["Jane Doe"], None),
        ("Authors: Jane Doe, John Roe", ["Jane Doe", "John Roe"], None),
        ("Posted by: Jane Doe", ["Jane Doe"], None),
        ("Written by Jane Doe", ["Jane Doe"], None),
        ("by Jane Doe", ["Jane Doe"], None),
        ("BY JANE DOE", ["JANE DOE"], None),
        ("PAR JEAN DUPONT", ["JEAN DUPONT"], None),
        ("par Jean DUPONT", ["Jean DUPONT"], None),
        ("Par AFP et Jean Dupont", ["Jean Dupont"], "AFP"),
        ("Par Jean Dupont (Bruxelles, bureau européen)", ["Jean Dupont"], None),
        ("Par Jean Dupont, envoyé spécial à La Haye (Pays-Bas)", ["Jean Dupont"], None),
    ],
)
def test_a_line_that_signs_gives_people_and_publisher_wherever_it_stands(line, names, source):
    assert signed(line) == (names, source)


@pytest.mark.parametrize(
    ("line", "names", "source"),
    [
        ("Jean Dupont, à Bruxelles", ["Jean Dupont"], None),
        ("Clémence Aubry (Antalya, envoyée spéciale)", ["Clémence Aubry"], None),
        ("Clémence Aubry (Bruxelles, correspondante)", ["Clémence Aubry"], None),
        ("Jean Dupont (avec AFP)", ["Jean Dupont"], "AFP"),
        ("Jean Dupont avec AFP", ["Jean Dupont"], "AFP"),
        ("Jean Dupont, avec l'AFP", ["Jean Dupont"], "AFP"),
        ("J.D. avec AFP", [], "AFP"),
        ("J. D. (avec Belga)", [], "Belga"),
        ("(J.D.)", [], None),
        ("Y.C.", [], None),
        ("Vanhove, Charlotte; Derycke, Luc", ["Charlotte Vanhove", "Luc Derycke"], None),
        ("Jean DUPONT", ["Jean DUPONT"], None),
        ("JEAN DUPONT", ["JEAN DUPONT"], None),
        ("Jean Dupont et Marie Durand", ["Jean Dupont", "Marie Durand"], None),
        ("Jean Dupont, Marie Durand et Ali Ben Salah", ["Jean Dupont", "Marie Durand", "Ali Ben Salah"], None),
        ("Jean Dupont @jdupont", ["Jean Dupont"], None),
        ("Jean Dupont, journaliste", ["Jean Dupont"], None),
        ("Jean Dupont, journaliste au service Monde", ["Jean Dupont"], None),
        ("Jean Dupont / Le Soir", ["Jean Dupont"], "Le Soir"),
        ("Jean Dupont | Nouakchott Info", ["Jean Dupont"], "Nouakchott Info"),
        ("Karim B.", ["Karim B."], None),
        ("K. B.", [], None),
        ("JANE DOE, Associated Press", ["JANE DOE"], "Associated Press"),
        ("Jane Doe in Brussels", ["Jane Doe"], None),
        ("Jane Doe in Brussels and John Roe in London", ["Jane Doe", "John Roe"], None),
        ("Jane Doe Defence and security editor", ["Jane Doe"], None),
        ("Général (2S) Jean Dupont", ["Jean Dupont"], None),
        ("Jane Doe, Scotland Business Editor", ["Jane Doe"], None),
        ("Abdou Diallo (stagiaire)", ["Abdou Diallo"], None),
        ("Abdou Diallo, collaboration spéciale", ["Abdou Diallo"], None),
        ("Jane Doe for The Harbour Times", ["Jane Doe"], "The Harbour Times"),
        ("Synthèse : Abdou Diallo", ["Abdou Diallo"], None),
        ("Jean Dupont, chercheur à l'IRIS", ["Jean Dupont"], None),
        ("L.M. et T.B.", [], None),
        ("Jean Dupont (à Bruxelles) et Marie Durand (à Kiev)", ["Jean Dupont", "Marie Durand"], None),
        ("Jean Dupont (Bruxelles, bureau européen)", ["Jean Dupont"], None),
    ],
)
def test_a_name_above_or_below_the_text_signs_it(line, names, source):
    assert signed(line, margin=True) == (names, source)


@pytest.mark.parametrize(
    "line",
    [
        "Par la voix de son ministre",
        "Par Toutatis !",
        "By the numbers",
        "Jean Dupont, ministre de la Défense",
        "Source de tensions",
        "Avec Paris et Berlin",
        "Paris avec Berlin",
        "Interview : l'Otan vue de Nouakchott",
        "Bruxelles, Belgique",
        "Interview : Jean Dupont",
        "Un portrait de Mark Rutte",
        "Von der Leyen",
        "Interview de Mark Rutte",
        "U.S.",
        "Plan B",
        "Discours de Mark Rutte",
    ],
)
def test_a_line_that_only_resembles_a_byline_stays(line):
    assert signed(line) is None


@pytest.mark.parametrize("lead", ["", "Par "])
def test_several_who_sign_with_place_and_post_are_all_read(lead):
    line = f"{lead}Philippe Roy (La Haye, envoyé spécial) et Cécile Martin (Londres, correspondante)"
    assert signed(line) == (["Philippe Roy", "Cécile Martin"], None)


@pytest.mark.parametrize(
    "line", ["Most Viewed", "South Asia", "Comments Policy", "TE RECOMENDAMOS", "India Latest Stories", "View Archive"]
)
def test_a_label_of_a_page_signs_nothing(line):
    assert signed(line, margin=True) in (None, ([], None))
