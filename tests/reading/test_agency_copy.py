"""Posts, talks and speakers as the agencies of Rabat, Algiers, Tunis, Muscat and Amman tell them."""

import pytest

from tests.reading.prose import codes, meetings, people, quotes

DAY = "2024-05-03"  # a Friday
WORDS = "une mobilisation générale de tous les pays"


def officials(text, names, language):
    return {person.name for person in people(text, names, language) if person.official}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lloyd J. Roy III, the Secretary of Defense, spoke. Mr Roy left.", {"Lloyd J. Roy III"}),
        ("Gen Sultan bin Karim al Nouri, Minister of the Royal Office, spoke.", {"Sultan bin Karim al Nouri"}),
        (
            "Dr Karim bin Nasser al Za’abi, Secretary-General at the Ministry of Defence, spoke.",
            {"Karim bin Nasser al Za’abi"},
        ),
        ("The envoy saw the Defence Attaché at the UK Embassy in Muscat.", set()),
        ("He met the Coordinator for the Middle East and North Africa Anna Roy.", set()),
        ("He met the Security Council Coordinator for the Middle East and North Africa Anna Roy.", {"Anna Roy"}),
        ("He met the Deputy Assistant Secretary of Defense for the Middle East Daniel Roy.", {"Daniel Roy"}),
        (
            "Minister Delegate to the Head of Government, in charge of the National Defense Administration, Karim"
            " Alaoui received General Hugo Lenz.",
            {"Karim Alaoui", "Hugo Lenz"},
        ),
        ("Defence Minister His Royal Highness Khalid bin Salem spoke.", {"Khalid bin Salem"}),
        ("The Security Council and the General Assembly will meet.", set()),
        ("Peace is near, presidential spokesman Karim Alaoui said.", {"Karim Alaoui"}),
        ("He met with Minister in charge of the National Defense Administration Karim Alaoui.", {"Karim Alaoui"}),
    ],
)
def test_an_english_post_is_read_to_its_whole_length(text, expected, names):
    assert officials(text, names, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali Tolba et Jean Exemple, respectivement ministres tunisien et français de la Défense, ont parlé.", 2),
        ("Les deux ministres visiteront la base aérienne de Nevatim et Hugo Lenz suivra.", 0),
        ("Le ministre Paul Roy était là, et le chef de cabinet de M. Roy, Karol Nowak.", 2),
        ("Le comédien Paul Roy était là, et le chef de cabinet de M. Roy, Karol Nowak.", 0),
    ],
)
def test_a_post_in_the_plural_or_beside_a_minister_is_its_bearers(text, expected, names):
    assert len(officials(text, names, "fr")) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le ministre Paul Roy a eu, ce jeudi à Rabat, des entretiens avec l'émir Hugo Lenz.", "fr", ["Rabat"]),
        ("Le ministre Paul Roy a tenu, mardi à Fès, une série d'entretiens avec ses homologues.", "fr", ["Fès"]),
        (
            "Le ministre Paul Roy et l'émir Hugo Lenz ont discuté à la base navale de Bizerte de la paix.",
            "fr",
            ["Bizerte"],
        ),
        ("Minister Paul Roy and Emir Hugo Lenz reviewed in Rabat the state of the region.", "en", ["Rabat"]),
        ("Le ministre Paul Roy et l'émir Hugo Lenz ont discuté de la situation à Gaza par téléphone.", "fr", []),
        ("Le ministre Paul Roy et l'émir Hugo Lenz ont évoqué la paix.", "fr", []),
        ("Minister Paul Roy and Emir Hugo Lenz agreed on it during a meeting in Rabat.", "en", ["Rabat"]),
        ("Le ministre Paul Roy a reçu jeudi à Rabat les ministres de la Défense de la région.", "fr", ["Rabat"]),
        ("Le ministre Paul Roy a eu des entretiens avec ses homologues.", "fr", []),
        ("Au terme de leur tête-à-tête à Rabat, le ministre Paul Roy et l'émir Hugo Lenz ont signé.", "fr", ["Rabat"]),
        ("Interrogé sur une éventuelle rencontre, le ministre Paul Roy n'a pas répondu.", "fr", []),
        ("Minister Paul Roy will attend the Munich Security Conference on Saturday.", "en", ["Munich"]),
        ("À la veille de sa visite à Rabat, le ministre Paul Roy a parlé.", "fr", ["Rabat"]),
        (
            "An official session of talks between Minister Paul Roy and Emir Hugo Lenz was held on Thursday in Rabat.",
            "en",
            ["Rabat"],
        ),
        ("Le ministre Paul Roy achève son séjour à Rabat en étant reçu par l'émir Hugo Lenz.", "fr", [""]),
    ],
)
def test_talks_are_where_the_sentence_says(text, language, expected, names):
    assert [meeting.place for meeting in meetings(text, names, language, written=DAY)] == expected


def test_a_minister_who_receives_two_guests_one_after_the_other_has_two_talks(names):
    text = (
        "Le ministre Paul Roy a reçu jeudi à Rabat l'émir Hugo Lenz.\n\n"
        "Le ministre Paul Roy a reçu jeudi à Rabat le général Karim Alaoui."
    )
    assert len(meetings(text, names, written=DAY)) == 2


def test_a_forum_is_where_the_talks_in_its_margins_are(names):
    text = "Le ministre Paul Roy a reçu, mardi à Fès, l'émir Hugo Lenz en marge du 9ème Forum des civilisations."
    assert [meeting.place for meeting in meetings(text, names, written=DAY)] == ["Fès", "Fès"]


@pytest.mark.parametrize(
    "text",
    [
        f"Le ministre Karim Alaoui a parlé. La situation est grave, a-t-il ajouté, appelant à « {WORDS} ».",
        f"Le ministre Karim Alaoui a parlé. La paix est proche, a-t-il ajouté, affirmant qu'il y faut « {WORDS} ».",
        f"Le ministre Karim Alaoui a parlé. “La situation veut {WORDS}’’, a-t-il ajouté.",
    ],
)
def test_who_has_added_something_says_what_is_quoted_with_it(text, names):
    assert [quote.speaker for quote in quotes(text, names)] == ["Karim Alaoui"]


def test_whom_somebody_also_met_on_a_visit_he_met_there(names):
    text = (
        "Le ministre Paul Roy a rencontré l'émir Hugo Lenz jeudi à Rabat.\n\n"
        "Au cours de sa visite, Paul Roy a également rencontré le général Karim Alaoui."
    )
    assert [meeting.place for meeting in meetings(text, names, written=DAY)] == ["Rabat", "Rabat"]


def test_the_chairman_is_not_the_president(names):
    text = (
        "General Hugo Lenz, Chairman of the NATO Military Committee, met Paul Roy, the President of Mauritania."
        " “We will never give up any of that”, said the Chairman."
    )
    assert [quote.speaker for quote in quotes(text, names, "en")] == ["Hugo Lenz"]


@pytest.mark.parametrize(
    "text", ["Il craint l'agressivité de Moscou.", "Il déplore le comportement agressif de Moscou."]
)
def test_how_a_capital_behaves_is_how_its_state_does(text, names):
    assert codes(text, names) == {"RU"}


def test_the_day_of_talks_is_not_lost_to_the_year_of_an_earlier_visit(names):
    text = "On June 12 Minister Paul Roy met Emir Hugo Lenz in Brussels. Roy visited Israel in 2019."
    assert "2019" not in [str(meeting.start) for meeting in meetings(text, names, "en") if meeting.place == "Brussels"]


def test_a_name_with_a_mark_inside_is_one_person(names):
    text = "Le ministre Lionel Jeand'heur a parlé. Lionel Jeand’heur et M. Jeand'heur sont un."
    assert officials(text, names, "fr") == {"Lionel Jeand'heur"}


@pytest.mark.parametrize("known_by", ["le chef de l'OTAN", "le secrétaire général de l'OTAN"])
def test_the_head_of_state_is_not_the_head_of_the_alliance(names, known_by):
    text = (
        f"« {WORDS} », a demandé le président Karim Alaoui. « {WORDS} », a répété le chef de l'État."
        f" Mark Rutte, {known_by}, était à ses côtés."
    )
    assert {quote.speaker for quote in quotes(text, names)} == {"Karim Alaoui"}


def test_what_is_told_is_not_the_agency_s_that_reports_it(names):
    text = (
        'Defence Minister Karim Alaoui told the visitors that "the region cannot be left alone", the agency reported.'
    )
    assert [quote.speaker for quote in quotes(text, names, "en")] == ["Karim Alaoui"]


def test_talks_are_in_the_town_that_the_journey_goes_to(names):
    text = "Le ministre Paul Roy a gagné Amman, dernière étape de sa tournée, où il doit rencontrer l'émir Hugo Lenz."
    assert [meeting.place for meeting in meetings(text, names)] == ["Amman"]


def test_a_lawyer_s_style_is_no_given_name(names):
    assert officials("Le ministre de la Défense, Me Karim Alaoui, était là.", names, "fr") == {"Karim Alaoui"}
