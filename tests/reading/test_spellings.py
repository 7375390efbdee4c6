"""Another spelling of an official's name: a link where only small words differ, else a question."""

import time

import pytest

from articles.reading.spellings import spellings_of
from partners.names import Names, OfficialNames
from tests.reading.prose import people


def registry(*officials):
    return Names(officials=tuple(OfficialNames(*official) for official in officials))


GHAZOUANI = ("ghazouani", "Mohamed Ould Cheikh El Ghazouani", (), "MR")
CHOUKRI = ("choukri", "Sameh Choukri", (), "EG")
ZELENSKY = ("zelensky", "Volodymyr Zelensky", ("Wolodymyr Selenskyj",), "UA")


def only(text, names, language="fr"):
    (person,) = people(text, names, language)
    return person


@pytest.mark.parametrize(
    "name",
    ["Mohamed Ould Cheikh Ghazouani", "Mohamed Wuld Cheikh al-Ghazouani", "Mohamed Ould Cheikh El-Ghazouani"],
)
def test_articles_and_the_word_for_a_son_link_at_once(name):
    person = only(f"Le président {name} a parlé jeudi.", registry(GHAZOUANI))
    assert (person.key, person.same_as) == ("ghazouani", ())


def test_a_minister_of_another_country_is_not_linked_by_small_words_alone(names):
    registry_of_two = Names(
        countries=names.countries, officials=registry(("amine", "Ahmed Amine", (), "MR")).officials
    )
    text = "Le ministre {} de la Défense, Ahmed El Amine, a parlé jeudi."
    assert only(text.format("algérien"), registry_of_two).key == ""
    assert only(text.format("mauritanien"), registry_of_two).key == "amine"


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Le président Mohammed Ould Cheikh El Ghazwani a parlé jeudi.", GHAZOUANI),
        ("Le président Mohamed Ould Ghazouani a parlé jeudi.", GHAZOUANI),
        ("Le ministre des Affaires étrangères, Sameh Shukri, a parlé jeudi.", CHOUKRI),
        ("Le président Volodymyr Zelenskyy a parlé jeudi.", ZELENSKY),
    ],
)
def test_another_spelling_is_a_question_and_no_link(text, official):
    person = only(text, registry(official))
    assert (person.key, person.same_as) == ("", (official[0],))


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Le président Mahmoud Ould Ghazouani a parlé jeudi.", GHAZOUANI),
        ("Le ministre Hassan Choukri a parlé jeudi.", CHOUKRI),
        ("Le ministre algérien des Affaires étrangères, Sameh Shukri, a parlé.", ("c", "Sameh Choukri", (), "EG")),
    ],
)
def test_another_person_is_not_asked_about(text, official, names):
    person = only(text, Names(countries=names.countries, officials=registry(official).officials))
    assert (person.key, person.same_as) == ("", ())


def test_two_officials_who_can_be_meant_are_both_asked_about_and_a_crowd_is_not():
    crowd = [(f"o{number}", "Sameh Choukri", (), "") for number in range(4)]
    text = "Le ministre Sameh Shukri a parlé jeudi."
    assert only(text, registry(*crowd[:2])).same_as == ("o0", "o1")
    assert only(text, registry(*crowd)).same_as == ()


def test_two_spellings_in_one_text_are_one_person_with_every_place():
    text = (
        "Le ministre des Affaires étrangères, Sameh Choukri, est arrivé jeudi.\n"
        "Le ministre des Affaires étrangères Sameh Shukri repart vendredi. Pour M. Shukri, tout va bien."
    )
    person = only(text, registry())
    assert len(person.mentions) == 3


def test_one_spelling_of_the_registry_settles_the_other_of_the_text():
    text = "Le ministre Sameh Choukri est arrivé jeudi.\nLe ministre Sameh Shukri repart vendredi."
    person = only(text, registry(CHOUKRI))
    assert person.key == "choukri"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salem Ould Merzoug", "Salim Ould Merzoug"),
        ("Bachar al-Assad", "Maher al-Assad"),
        ("Vitali Klitschko", "Wladimir Klitschko"),
        ("Jean Dupont", "Jeanne Dupont"),
    ],
)
def test_relatives_in_one_text_stay_two(one, other):
    text = f"Le ministre de la Défense, {one}, a parlé.\nLe ministre de la Justice, {other}, a répondu."
    assert len(people(text, registry())) == 2


def test_a_registry_of_twenty_thousand_officials_is_ready_within_two_seconds_and_answers_at_once():
    given = ["Mohamed", "Ahmed", "Sergueï", "Volodymyr", "Jean", "Karim", "Fatima", "Mehmet", "Ali", "Youssef"]
    officials = [(f"o{n}", f"{given[n % 10]} Nom{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}r{n // 676}", (), "")
                 for n in range(20_000)]  # fmt: skip
    names = registry(*officials)
    begun = time.process_time()
    spellings = spellings_of(names)
    assert time.process_time() - begun < 2
    begun = time.process_time()
    for _ in range(100):
        spellings.perhaps(("mohamed", "nomaar"))
    assert time.process_time() - begun < 0.5
