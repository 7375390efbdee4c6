"""Who is named: officials of the registry, officials whom the text introduces, and other people."""

import pytest

from tests.reading.prose import people


def officials(text, names, language="fr", **kwargs):
    return {
        p.name for p in people(text, names, language, **kwargs) if p.official and p.standing in ("in office", "acting")
    }


def only(text, names, language="fr", **kwargs):
    (person,) = people(text, names, language, **kwargs)
    return person


@pytest.mark.parametrize(
    ("text", "name", "title", "country"),
    [
        (
            "Le ministre mauritanien des Affaires étrangères, Mohamed Salem Ould Merzoug, a parlé.",
            "Mohamed Salem Ould Merzoug",
            "ministre mauritanien des Affaires étrangères",
            "MR",
        ),
        (
            "Amadou Diallo, ministre de la Défense du Sénégal, a parlé.",
            "Amadou Diallo",
            "ministre de la Défense du Sénégal",
            "SN",
        ),
        (
            "Le ministre des Affaires étrangères, de la Coopération et des Marocains résidant à l'étranger,"
            " Karim Alaoui, a parlé.",
            "Karim Alaoui",
            "ministre des Affaires étrangères, de la Coopération et des Marocains résidant à l'étranger",
            "MA",
        ),
        ("Le président de la Mauritanie Ahmed Ould Tolba.", "Ahmed Ould Tolba", "président de la Mauritanie", "MR"),
        (
            "L'ambassadrice des États-Unis au Mali, Son Excellence Mme Cynthia Kierscht, a parlé.",
            "Cynthia Kierscht",
            "ambassadrice des États-Unis au Mali",
            "US",
        ),
        (
            "Le chef d'état-major des armées, le général de corps d'armée Jean Dupont, a parlé.",
            "Jean Dupont",
            "chef d'état-major des armées",
            "",
        ),
        (
            "Le commandant suprême des forces alliées en Europe (SACEUR), le général John Q. Doe, a parlé.",
            "John Q. Doe",
            "commandant suprême des forces alliées en Europe",
            "",
        ),
        (
            "La porte-parole du ministère russe des Affaires étrangères, Anna Petrova, a parlé.",
            "Anna Petrova",
            "porte-parole du ministère russe des Affaires étrangères",
            "RU",
        ),
        (
            "Il a reçu S.E.M. Ahmet Demir, ambassadeur de Turquie à Tunis.",
            "Ahmet Demir",
            "ambassadeur de Turquie à Tunis",
            "TR",
        ),
        ("Le prince héritier Faisal ben Turki a parlé.", "Faisal ben Turki", "prince héritier", ""),
        ("Le ministre de la Défense israélien Israël Levi.", "Israël Levi", "ministre de la Défense israélien", "IL"),
    ],
)
def test_french_gives_a_person_a_post_before_or_after_the_name(text, name, title, country, names):
    person = only(text, names)
    assert (person.name, person.office_title, person.office_country) == (name, title, country)
    assert person.official
    assert text[person.office_span.start : person.office_span.end] == title


@pytest.mark.parametrize(
    ("text", "name", "title", "country"),
    [
        ("Spanish Defence Minister Ana Garcia met troops.", "Ana Garcia", "Spanish Defence Minister", "ES"),
        ("Army Chief of Staff Gen. Ronald Smith left.", "Ronald Smith", "Army Chief of Staff", ""),
        (
            "Oleg Ivanov, Russia's deputy foreign minister, left.",
            "Oleg Ivanov",
            "Russia's deputy foreign minister",
            "RU",
        ),
        ("British defence secretary Jane Hill left.", "Jane Hill", "British defence secretary", "GB"),
        (
            "Adm. Peter Hall, chair of the NATO Military Committee, left.",
            "Peter Hall",
            "chair of the NATO Military Committee",
            "",
        ),
    ],
)
def test_english_gives_a_person_a_post_before_or_after_the_name(text, name, title, country, names):
    person = only(text, names, "en")
    assert (person.name, person.office_title, person.office_country, person.official) == (name, title, country, True)


@pytest.mark.parametrize(
    "text",
    [
        "Élie Tenenbaum, chercheur à l'Ifri, tempère.",
        "Le président du Rassemblement national Jordan Bardella a parlé.",
        "Le directeur général de la société Nexus, Paul Martin, a parlé.",
        "Selon Paul Martin, rien ne change.",
        "Le journaliste Paul Martin était là.",
        "Mme Anne Martin était là.",
    ],
)
def test_people_without_a_public_post_are_no_officials(text, names):
    assert not only(text, names).official


@pytest.mark.parametrize(
    "text",
    [
        "Le patrouilleur Commandant Birot et la frégate Jean Bart ont appareillé.",
        "La Banque mondiale et le Comité olympique, à La Haye.",
        "Selon Europa Press, la réunion est prévue.",
        "L'administration Trump II représente un changement.",
        "Le King's College de Londres.",
        "La Division Sécurité Coopérative tient sa réunion.",
        "Les Sahraouis, la porte-parole et l'ambassade.",
    ],
)
def test_what_is_no_person_is_none(text, names):
    assert people(text, names) == ()


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("L'ancien président Nicolas Martin a parlé.", "former"),
        ("L'ex-ministre Nicolas Martin a parlé.", "former"),
        ("Le futur ministre Nicolas Martin a parlé.", "designated"),
        ("Le président par intérim Nicolas Martin a parlé.", "acting"),
        ("Feu le président Nicolas Martin.", "late"),
        ("Le ministre Nicolas Martin a parlé.", "in office"),
    ],
)
def test_a_post_is_held_lost_or_to_come(text, standing, names):
    assert only(text, names).standing == standing


def test_the_registry_knows_an_official_by_any_name_and_any_spelling(names):
    person = only("Le secrétaire général de l’OTAN, Mircea Geoana, a parlé.", names)
    assert (person.key, person.name) == ("mircea-geoana", "Mircea Geoana")


def test_a_surname_is_its_bearers_once_introduced(names):
    text = "Le ministre Karim Alaoui est arrivé. M. Alaoui a parlé. Alaoui repart demain."
    person = only(text, names)
    assert [text[s.start : s.end] for s in person.mentions] == ["Karim Alaoui", "Alaoui", "Alaoui"]


def test_a_surname_alone_is_nobody(names):
    assert people("Stoltenberg a parlé.", names) == ()


def test_two_bearers_of_a_surname_are_kept_apart(names):
    text = "Le ministre Simon Harris et la vice-présidente Kamala Harris sont là. Harris a parlé."
    found = people(text, names)
    assert {p.name for p in found} == {"Simon Harris", "Kamala Harris"}
    assert all(len(p.mentions) == 1 for p in found)


@pytest.mark.parametrize(("written", "key"), [("2019-05-01", "donald-trump"), ("2022-05-01", ""), (None, "")])
def test_office_and_surname_name_the_one_holder_of_that_day(written, key, names):
    person = only("Le président américain Trump a parlé.", names, written=written)
    assert (person.name, person.key) == ("Trump", key)


def test_a_registry_name_without_a_post_is_former_when_every_tenure_has_ended(names):
    assert only("Anders Fogh Rasmussen est venu.", names, written="2023-01-01").standing == "former"
    assert only("Anders Fogh Rasmussen est venu.", names).standing == "in office"


def test_a_counterpart_and_a_bureaus_head_are_officials_by_their_rank(names):
    text = "Son homologue malien, le général Ali Diop, et le colonel Issa Ba, chef du bureau des opérations, sont là."
    found = {p.name: (p.office_title, p.office_country, p.official) for p in people(text, names)}
    assert found == {
        "Ali Diop": ("homologue malien", "ML", True),
        "Issa Ba": ("chef du bureau des opérations", "", True),
    }


def test_a_mission_in_a_country_is_an_organisation_not_that_country(names):
    person = only("Lt. Gen. Luc Smit, commander of NATO Mission Iraq, left.", names, "en")
    assert (person.office_organisation, person.office_country) == ("NMI", "")


def test_the_fullest_form_is_the_name(names):
    text = "Le général Martin a ouvert la séance. Le général de division Paul R. Martin l'a close."
    assert only(text, names).name == "Paul R. Martin"


def test_titles_do_not_reach_over_a_list(names):
    text = "La présidente de la Commission européenne, Ursula von der Leyen, et le président du Conseil européen,"
    found = {p.name: p.office_organisation for p in people(text + " Charles Michel, sont là.", names)}
    assert found == {"Ursula von der Leyen": "COMMUE", "Charles Michel": "CONSUE"}


def test_an_english_caption_introduces_an_official(names):
    assert officials("NATO Deputy Secretary General Mary Hill meets partners", names, "en") == {"Mary Hill"}


def test_every_span_is_the_name(names):
    text = "Le ministre Karim Alaoui et Władysław Kosiniak-Kamysz, ministre polonais, étaient là."
    for person in people(text, names):
        assert text[person.span.start : person.span.end] == person.name


@pytest.mark.parametrize(
    "text",
    [
        "À Cotonou, un officier béninois regrette.",
        "À Gao, la ministre malienne a parlé.",
        "À Saint-Louis, un colonel sénégalais enquête.",
        "La ville côtière, San Pedro, a souffert.",
    ],
)
def test_a_town_after_its_preposition_is_nobody(text, names):
    assert people(text, names) == ()


def test_a_person_spoken_to_keeps_the_post(names):
    assert only("Il a écrit à Jean Dupont, ministre de la Défense.", names).official


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jean Kowal, son représentant permanent, a parlé.", "fr"),
        ("Le médiateur pour les minorités, Jean Kowal, a parlé.", "fr"),
        ("Le Taoiseach irlandais, Jean Kowal, a parlé.", "fr"),
        ("Russian Foreign Ministry spokeswoman Jane Kowal left.", "en"),
    ],
)
def test_more_public_posts(text, language, names):
    assert only(text, names, language).official


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jean Kowal, secrétaire d'État polonais à l'époque, a parlé.", "fr"),
        ("Then-president Jan Kowal left.", "en"),
        ("Retired general Jan Kowal left.", "en"),
    ],
)
def test_a_post_of_its_time_is_a_former_one(text, language, names):
    assert only(text, names, language).standing == "former"


def test_a_name_in_apposition_to_any_noun_is_a_person_without_a_post(names):
    person = only("Le second-maître coq, Maurice Le Goff, farcit six dindes.", names)
    assert (person.name, person.official) == ("Maurice Le Goff", False)
