"""Meetings in the turns of wires and ministries: welcomes, plans, fronted days, visitors, counterparts."""

import pytest

from tests.reading.prose import codes, meetings, people

ROY = "Le ministre Paul Roy"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (f"{ROY} a reçu à l'Élysée son homologue Hugo Lenz.", "fr", [("bilateral", "")]),
        (f"{ROY} a reçu à Rabat une lettre du roi.", "fr", []),
        (f"Ce jeudi 6 février à Rabat, {ROY} a reçu le général Hugo Lenz.", "fr", [("bilateral", "Rabat")]),
        (f"Jeudi, {ROY} parlait à Rabat, où personne ne l'attendait.", "fr", []),
        (f"{ROY} a accueilli lundi à l'aéroport de Tunis son homologue Hugo Lenz.", "fr", [("bilateral", "Tunis")]),
        (f"{ROY} et Hugo Lenz ont été reçus mardi à Rabat par le roi Felipe.", "fr", [("bilateral", "Rabat")]),
        (
            f"{ROY} a dit qu'il s'entretiendrait lundi à Rabat avec son homologue Hugo Lenz.",
            "fr",
            [("bilateral", "Rabat")],
        ),
        (
            "Une rencontre est prévue jeudi à Berlin entre le ministre Paul Roy et l'émir Hugo Lenz.",
            "fr",
            [("bilateral", "Berlin")],
        ),
        (
            "Une séance de travail a eu lieu jeudi à Tunis entre le ministre Paul Roy et le général Hugo Lenz.",
            "fr",
            [("bilateral", "Tunis")],
        ),
        (
            f"Au terme d'une réunion à Riga avec ses homologues de l'UE, {ROY} a parlé.",
            "fr",
            [("bilateral", "Riga")],
        ),
        ("La visite du secrétaire général de l'OTAN à Kiev était la première.", "fr", [("bilateral", "Kiev")]),
        ("Il a parlé de cette visite du secrétaire général à Kiev.", "fr", []),
        (
            f"{ROY} et l'émir Hugo Lenz ont coprésidé jeudi à Bruxelles le Comité mixte.",
            "fr",
            [("committee", "Bruxelles")],
        ),
        ("Le général Hugo Lenz a présidé le Comité militaire à Bruxelles.", "fr", []),
        (
            "Une délégation conduite par le général Hugo Lenz a effectué du 10 au 14 novembre une visite à Oslo.",
            "fr",
            [("bilateral", "Oslo")],
        ),
        (
            "Une délégation tunisienne a été reçue mardi au siège de l'OTAN à Bruxelles par l'amiral Hugo Lenz.",
            "fr",
            [("bilateral", "Bruxelles")],
        ),
        ("Les chefs d'état-major se sont concertés mercredi à Riga.", "fr", [("committee", "Riga")]),
        (
            f"{ROY} était mardi en Norvège, où il a été reçu par le roi Felipe.",
            "fr",
            [("bilateral", "Norvège")],
        ),
        (f"Attendu jeudi à Oslo, {ROY} doit s'entretenir avec l'émir Hugo Lenz.", "fr", [("bilateral", "Oslo")]),
        (
            f"{ROY} a rencontré, en marge du Forum de Dakar, son homologue Hugo Lenz.",
            "fr",
            [("bilateral", ""), ("other", "Dakar")],
        ),
        (
            "La Norvège accueillera en mars à Oslo la réunion annuelle du Dialogue méditerranéen.",
            "fr",
            [("other", "Oslo")],
        ),
        (
            f"{ROY} se rendra en Norvège. Il y rencontrera l'amiral Hugo Lenz.",
            "fr",
            [("bilateral", "Norvège")],
        ),
        (
            "Secretary General Paul Roy will visit Oslo on Tuesday. He will meet with President Hugo Lenz.",
            "en",
            [("bilateral", "Oslo")],
        ),
        (
            "Les dirigeants allemand et français se sont rencontrés dimanche à Oslo.",
            "fr",
            [("bilateral", "Oslo")],
        ),
        (
            "General Paul Roy visited Oslo from 29 to 30 May. During his visit, he met with President Hugo Lenz.",
            "en",
            [("bilateral", "Oslo")],
        ),
        (
            "The trip follows upon a visit to Oslo, earlier this year, by the President of Ghana, Paul Roy.",
            "en",
            [("bilateral", "Oslo")],
        ),
        ("Il a loué le travail de la commission mixte qui s'est réunie à Alger.", "fr", [("committee", "Alger")]),
        ("Il a loué le travail de la commission mixte et s'est réuni à Alger.", "fr", []),
        ("Egypt hosted on Monday a summit of Arab leaders in Sharm el-Sheikh.", "en", [("summit", "Sharm el-Sheikh")]),
        (
            "The 32 NATO defence ministers, meeting in Brussels on Thursday, approved the targets.",
            "en",
            [("ministerial", "Brussels")],
        ),
    ],
)
def test_meetings_as_wires_tell_them(text, language, expected, names):
    assert [(found.kind, found.place) for found in meetings(text, names, language)] == expected


def test_behind_several_counterparts_only_their_own_names_follow(names):
    (joint,) = meetings(f"Lors d'une réunion à Riga avec ses homologues, {ROY.lower()} a parlé.", names, "fr")
    assert joint.label == "réunion à Riga avec ses homologues"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Les ministres Ali Diop (Niger), Paul Roy (Burkina Faso) et Jean Exemple (Mali) ont signé.",
            "fr",
            [("Ali Diop", "NE"), ("Paul Roy", "BF"), ("Jean Exemple", "ML")],
        ),
        ("Pentagon Press Secretary Maj. Gen. John Doe said so.", "en", [("John Doe", "US")]),
        (
            "He met the Minister H.E. Mr. John Doe, the Foreign Minister H.E. Mr. Karim Al-Tolba and H.E. Jane Roe.",
            "en",
            [("John Doe", ""), ("Karim Al-Tolba", ""), ("Jane Roe", "")],
        ),
        ("Il est venu avec Paul Roy l'ambassadeur de France en Tunisie.", "fr", [("Paul Roy", "FR")]),
        ("Selon Paul Roy le ministre de la Défense a menti.", "fr", []),
    ],
)
def test_countries_in_brackets_and_ranks_leave_a_title_its_bearer(text, language, expected, names):
    found = [(each.name, each.office_country) for each in people(text, names, language) if each.official]
    assert found == expected


def test_what_a_minister_is_in_charge_of_belongs_to_his_title(names):
    title = "ministre délégué auprès du chef du gouvernement, chargé de l'Administration de la Défense nationale"
    (minister,) = people(f"Le {title}, Paul Roy, a parlé.", names, "fr")
    assert (minister.name, minister.office_title, minister.official) == ("Paul Roy", title, True)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le Premier ministre Ali Tolba ira, a dit sa porte-parole, Ana Roy.", "fr", {"Ali Tolba", "Ana Roy"}),
        ("Le PDG Ali Tolba ira, a dit sa porte-parole, Ana Roy.", "fr", set()),
    ],
)
def test_a_spokeswoman_holds_an_office_where_the_one_she_speaks_for_does(text, language, expected, names):
    assert {each.name for each in people(text, names, language) if each.official} == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("L'ex-chef d'état-major Paul Roy a parlé.", "chef d'état-major"),
        ("Une porte-parole de l'armée, la lieutenante-colonelle Ana Roy, a parlé.", "porte-parole de l'armée"),
    ],
)
def test_a_title_keeps_its_words_beside_a_rank(text, title, names):
    (person,) = people(text, names, "fr")
    assert person.office_title == title


@pytest.mark.parametrize("often", ["deux fois", "souvent"])
def test_journeys_made_often_are_no_visit(often, names):
    assert not meetings(f"Le président Ali Tolba s'est rendu {often} à Bruxelles en un an.", names)
    assert meetings("Le président Ali Tolba s'est rendu pour la première fois à Bruxelles.", names)


def test_a_commander_s_command_is_nobody_s_name(names):
    assert not people("Il a vu le commandant d'Africom à Rabat.", names, "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'armée émiratie et le prince bahreïni ont parlé.", {"AE", "BH"}),
        ("Le président bissau-guinéen a vu le président équato-guinéen.", {"GW", "GQ"}),
        ("Abou Dhabi dément toute implication dans le conflit.", {"AE"}),
        ("Abu Karim a parlé.", set()),
    ],
)
def test_countries_by_the_adjectives_and_capitals_of_the_press(text, expected, names):
    assert codes(text, names) == expected
