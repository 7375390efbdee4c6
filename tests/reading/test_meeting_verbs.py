"""Meetings told by verbs: who meets, receives, visits or opens, and what only looks like it."""

import pytest

from tests.reading.prose import meetings


def only(text, names, language="fr", **kwargs):
    (meeting,) = meetings(text, names, language, **kwargs)
    return meeting


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Réunis à Prague, les chefs d'État et de gouvernement de l'UE ont parlé d'énergie.", "summit", "Prague"),
        ("Le texte ira aux chefs de gouvernement, qui se réuniront à Vilnius.", "summit", "Vilnius"),
        ("Les chefs d'état-major de la CEDEAO se sont retrouvés à Accra.", "committee", "Accra"),
        ("Les ambassadeurs de l'OTAN se réuniront à Bruxelles.", "committee", "Bruxelles"),
        ("L'IGAD, dont le Soudan ne fait plus partie, se réunira à Djibouti.", "other", "Djibouti"),
        ("Le Conseil de sécurité de l'ONU s'est de nouveau réuni à New York.", "committee", "New York"),
        ("Le Conseil européen se réunit à Bruxelles.", "summit", "Bruxelles"),
        ("La commission mixte s'est réunie à Tunis.", "committee", "Tunis"),
        ("Le Groupe de contact siégera à Ramstein.", "committee", "Ramstein"),
        (
            "Les ministres de la Défense de l'UE ont ouvert lundi, à Riga, une réunion.",
            "ministerial",
            "Riga",
        ),
        ("Les chefs d'état-major ont tenu, dans la capitale polonaise, une réunion.", "committee", "Varsovie"),
        (
            "Les ministres de l'Intérieur de l'UE ont adopté à Luxembourg un pacte.",
            "ministerial",
            "Luxembourg",
        ),
    ],
)
def test_groups_and_bodies_that_meet(text, kind, place, names):
    meeting = only(text, names)
    assert (meeting.kind, meeting.place) == (kind, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La ministre Ana Diop se rendra à Lomé pour y rencontrer le président Karim Alaoui.", "Lomé"),
        ("Elle partira demain à Rome pour s'entretenir avec le ministre Jan Kowal.", "Rome"),
        ("Le ministre Karim Alaoui sera reçu à Madrid par le roi Felipe.", "Madrid"),
        ("Le général Jan Kowal a accueilli hier, au camp, à Dakar, le ministre Karim Alaoui.", "Dakar"),
        ("Le ministre Karim Alaoui en a parlé lors d'une visite à Oslo.", "Oslo"),
        ("À Athènes, la ministre Ana Diop s'entretiendra avec son homologue grec.", "Athènes"),
        ("À Athènes, le ministre Jan Kowal verra son homologue grec et recevra le général Karim Alaoui.", "Athènes"),
        ("Le président recevra son homologue, Jan Kowal, dans sa résidence de Brdo.", "Brdo"),
        ("Le roi Felipe rendra visite au président Karim Alaoui à Rabat.", "Rabat"),
    ],
)
def test_talks_told_by_their_purpose_their_host_or_their_guest(text, place, names):
    meeting = only(text, names)
    assert (meeting.kind, meeting.place) == ("bilateral", place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Minister Ana Garcia will travel to Athens, where she will hold talks with the president.", "Athens"),
        ("Defence Minister Ana Garcia flew to Rome to meet the president, Jan Kowal.", "Rome"),
        ("General Jan Kowal welcomed Defence Minister Ana Garcia in Mons.", "Mons"),
    ],
)
def test_english_talks(text, place, names):
    meeting = only(text, names, "en")
    assert (meeting.kind, meeting.place) == ("bilateral", place)


@pytest.mark.parametrize(
    ("text", "kind", "place", "start"),
    [
        ("Un exercice conjoint aura lieu en mai 2025 à Kidal.", "exercise", "Kidal", "2025-05"),
        ("Le ministre Karim Alaoui a inauguré le 3 mai 2024 à Agadir une école.", "other", "Agadir", "2024-05-03"),
        ("Le roi Felipe rendra visite aux blessés le 4 juin 2024.", "other", "", "2024-06-04"),
        ("Mardi 4 juin 2024 : entretiens à Cracovie", "bilateral", "Cracovie", "2024-06-04"),
    ],
)
def test_an_unnamed_occasion_needs_its_place_or_day(text, kind, place, start, names):
    meeting = only(text, names)
    assert (meeting.kind, meeting.place, str(meeting.start)) == (kind, place, start)


@pytest.mark.parametrize(
    "text",
    [
        "L'Union africaine réunit 55 États.",
        "Le général de l'OTAN se réunira avec ses adjoints.",
        "Le Conseil des ministres s'est réuni mercredi.",
        "Le ministre Karim Alaoui a accueilli la décision du président avec joie.",
        "La Pologne a accueilli à Varsovie des réfugiés, a rappelé le ministre Jan Kowal.",
        "Le président Jan Kowal s'est entretenu par téléphone avec le ministre Karim Alaoui.",
        "Les ministres de la Défense de l'OTAN ont adopté un plan.",
        "Des marins ont été blessés lors d'un exercice militaire à Brest.",
        "Le pont inauguré en 1950 à Rosso a cédé.",
        "Les chefs militaires se réunissent souvent.",
        "L'OTAN a annoncé que ses satellites se retrouveront en orbite.",
    ],
)
def test_what_only_looks_like_a_meeting(text, names):
    assert meetings(text, names) == ()


def test_a_year_that_hangs_on_another_noun_dates_no_meeting(names):
    text = "Les ministres de la Défense de l'OTAN se sont réunis à Riga pour discuter des frontières de 2014."
    assert only(text, names).start is None
    assert str(only("Le sommet de Lisbonne de 2010 a fondé le dialogue.", names).start) == "2010"
    assert str(only("Le sommet de l'OTAN s'est tenu à Lisbonne en 2010.", names).start) == "2010"


@pytest.mark.parametrize(
    "text",
    [
        "L'exercice « Vent clair » s'ouvrira le 10 mars 2025 à Sfax et s'achèvera le 20 mars 2025.",
        "L'exercice « Vent clair » débutera le 10 mars 2025 et se terminera le 20 mars 2025.",
    ],
)
def test_two_verbs_make_one_range(text, names):
    meeting = only(text, names)
    assert (str(meeting.start), str(meeting.end)) == ("2025-03-10", "2025-03-20")


def test_the_post_of_an_ambassador_places_nothing(names):
    text = "Présent à la cérémonie du 3 mai 2024, l'ambassadeur d'Espagne à Nouakchott, Juan Perez, a parlé."
    assert only(text, names).place == ""


def test_a_region_called_east_goes_on_in_the_label(names):
    assert only("Le sommet de la Communauté d'Afrique de l'Est s'ouvre à Arusha.", names).label.endswith("de l'Est")


def test_talks_with_the_head_of_a_committee_are_talks(names):
    text = "La visite s'achève à Mons par une rencontre avec le président du Comité militaire, l'amiral Rob Bauer."
    assert {m.kind for m in meetings(text, names)} == {"bilateral"}


@pytest.mark.parametrize(
    "text",
    [
        "Les deux ministres se sont rencontrés à Nicosie.",
        "Le ministre Jean Roux et son homologue italien Mario Bianchi se sont rencontrés à Nicosie.",
        "Reçue à Nicosie par le président Jean Roux, la ministre Ana Diop a plaidé.",
        "Une délégation du Parlement européen effectue une visite à Nicosie.",
    ],
)
def test_two_sides_that_meet(text, names):
    assert [m.kind for m in meetings(text, names)] == ["bilateral"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a reçu une lettre du président Jean Roux.",
        "Les dirigeants de l'UE rencontrent des difficultés à Bruxelles.",
        "Le Conseil constitutionnel se réunira jeudi.",
        "Le président a inauguré une nouvelle ère.",
    ],
)
def test_what_is_received_or_met_with_is_no_meeting(text, names):
    assert meetings(text, names) == ()


def test_a_day_told_from_the_texts_own_date_is_a_day(names):
    meeting = only("Réunis dimanche pour un colloque, ils ont parlé.", names, written="2024-03-24")
    assert (meeting.kind, str(meeting.start)) == ("other", "2024-03-24")
    text = "Les ministres de la Défense de l'OTAN se sont réunis jeudi à Bruxelles."
    assert only(text, names, written="2024-10-17").key == "ministerial-defence-bruxelles-2024-10-17"
    assert only(text, names, written="2024-10-11").key == ""


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("Tunis abrite lundi 29 et mardi 30 avril la 5e édition du Groupe consultatif.", "committee", "Tunis"),
        ("Rabat a accueilli mardi la 3e édition du Comité mixte militaire.", "committee", "Rabat"),
        ("Les ministres de la Défense de l'OTAN ont examiné jeudi à Riga la menace.", "ministerial", "Riga"),
        ("Les ministres de la Défense de l'UE ont discuté jeudi à Riga de la menace.", "ministerial", "Riga"),
    ],
)  # fmt: skip
def test_an_edition_of_a_body_and_ministers_who_examine_have_met(sentence, kind, place, names):
    assert [(meeting.kind, meeting.place) for meeting in meetings(sentence, names)] == [(kind, place)]


@pytest.mark.parametrize(
    "sentence", ["La deuxième édition du livre paraît lundi à Rabat.", "L'édition du soir est close."]
)
def test_an_edition_of_anything_else_is_no_meeting(sentence, names):
    assert meetings(sentence, names) == ()
