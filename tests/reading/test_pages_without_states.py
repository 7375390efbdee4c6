"""Reviews, recipes, gardens and cars: names that are a film's, a band's, a dog's, a species', an actor's, a role's."""

import pytest

from tests.reading.prose import codes, named, people

REVIEW = "Le film, un scénario du cinéaste, a ses acteurs, ses décors et son public au festival de cinéma."


@pytest.mark.parametrize(
    "text",
    [
        "Dans « Bons baisers de Russie », il pleut.",
        "Puis vient « Le Congo belge », et « Un été en Espagne » ferme la marche.",
        "La chanson “Back to Cuba” clôt la soirée.",
        "On pense à *La Dame de Shanghai en Chine*, l'autre titre.",
        'Il a tourné "Adieu la Bosnie" en onze jours.',
    ],
)
def test_a_quoted_title_names_no_country_in_a_review_and_does_elsewhere(names, text):
    assert codes(f"{REVIEW}\n{text}", names) == set()
    assert codes("Il est question de la « guerre en Ukraine ».", names) == {"UA"}


def test_in_a_review_a_country_outside_a_title_and_one_that_is_quoted_speech_count(names):
    assert codes(f"{REVIEW}\nLe tournage a eu lieu en Belgique.", names) == {"BE"}
    assert codes(f"{REVIEW}\nIl répond : « Nous allons en Bosnie cet été »", names) == {"BA"}


def test_in_a_review_a_capital_is_no_state(names):
    assert codes(f"{REVIEW}\nMoscou ne croit plus aux larmes.", names) == set()
    assert codes("Moscou ne croit plus aux promesses.", names) == {"RU"}


def test_in_a_review_a_bare_name_is_an_officials_only_beside_the_country(names):
    def officials(text):
        return [person.key for person in people(f"{REVIEW}\n{text}", names) if person.official]

    assert officials("Les décors sont signés Antonio Tajani, la musique Ben Wallace.") == []
    assert officials("En Italie, Antonio Tajani a vu le film.") == ["antonio-tajani"]
    assert officials("Le ministre Antonio Tajani a vu le film.") == ["antonio-tajani"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pierre Arditi incarne le Premier ministre Jacques Lenoir.", "fr"),
        ("Elle est parfaite dans le rôle de la présidente Anna Vogel.", "fr"),
        ("Le personnage du général Paul Morin est inventé.", "fr"),
        ("He plays President Jack Harlan with relish.", "en"),
        ("Olsen portrays the British Prime Minister Adam Sutler.", "en"),
    ],
)
def test_who_is_played_holds_no_office(names, text, language):
    assert not [person.name for person in people(text, names, language) if person.official]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A Turkey oak, a Norway maple, a Japanese larch and a Spanish bluebell.", "en"),
        ("Under the cedar of Lebanon there is a Siberian iris and a Russian hamster.", "en"),
        ("Dutch elm disease and a Swiss roll, a Cuban heel, a Persian cat.", "en"),
        ("She wrote about a spy named Cyprus and a dog called Holland.", "en"),
        ("Un chat baptisé Cuba, une chienne nommée Bosnie.", "fr"),
        ("The staff still call the building the Kremlin, others call it the White House.", "en"),
        ("Les élèves surnomment le Kremlin ce bloc gris.", "fr"),
        ("L'hôtel Panama et le restaurant Liban sont voisins du cinéma Brésil.", "fr"),
        ("Un vieux tube du groupe Japan.", "fr"),
        ("Lucas Roumain a gagné le tour.", "fr"),
        ("Armand Danemark a pris la photo.", "fr"),
    ],
)
def test_species_dogs_hotels_bands_and_bearers_of_a_name_are_no_countries(names, text, language):
    assert codes(text, names, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le pays nommé Burkina Faso en 1984.", "fr", "BF"),
        ("Le groupe Ukraine du Parlement se réunit.", "fr", "UA"),
        ("Deux Français et un Roumain ont gagné.", "fr", "FR RO"),
        ("Certains Russes y croient.", "fr", "RU"),
        ("Turkey, Norway and Spain agreed.", "en", "TR NO ES"),
        ("A paper from researchers in Denmark. Chad Denmark, the gardener, agrees.", "en", "DK"),
        ("On appelle l'Ukraine à négocier.", "fr", "UA"),
        ("The president called the White House. He said that calls to the Kremlin failed.", "en", "US RU"),
        ("La Commission appelle le Kremlin à négocier.", "fr", "RU"),
    ],
)
def test_countries_in_like_words_stay_countries(names, text, language, expected):
    assert codes(text, names, language) == set(expected.split())


def test_a_signature_in_capitals_names_no_country_where_the_page_has_it_in_small_letters(names):
    assert codes("Par Marine Holland\nMARINE HOLLAND", names) == set()
    assert codes("LA HOLLANDE ET LA GUINEE", names) == {"NL", "GN"}


def test_the_bearer_of_a_longer_name_is_not_the_official(names):
    assert [person.key for person in people("The novelist Ben Wallace-Hughes said so.", names, "en")] in ([], [""])
    assert [person.key for person in people("Ben Wallace said so.", names, "en")] == ["ben-wallace"]


@pytest.mark.parametrize(
    "text",
    [
        "Luca Bianchi, le directeur général de Renault, sourit. Son homologue Makoto Uchida attend.",
        "La directrice générale de Valeo se tait.",
        "L'administrateur général de Citroën est parti.",
    ],
)
def test_a_company_after_its_director_general_is_nobody(names, text):
    assert not [person.name for person in people(text, names) if person.official]


def test_a_companys_countries_are_still_read(names):
    assert [m.code for m in named("Le directeur général de Renault au Japon.", names).countries] == ["JP"]


def test_phrases_in_a_list_behind_a_colon_are_titles_in_a_review(names):
    posters = "Il décroche les affiches : Casablanca, Brazil, Bons baisers de Russie, Bel Ami."
    assert codes(f"{REVIEW}\n{posters}", names) == set()
    assert codes(f"{REVIEW}\nIls ont tourné dans trois pays : Maroc, Tunisie, Corée du Sud.", names) == {
        "MA",
        "TN",
        "KR",
    }


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Turkey sandwiches, Chile peppers, Indian summer, Russian dolls, French windows.", "en", ""),
        ("Bank of China, Bank of Ireland, Swiss Re and China Eastern.", "en", ""),
        ("French Indochina, British India, Austria-Hungary and the Dutch East Indies.", "en", ""),
        ("L'encre de Chine, le papier d'Arménie, l'Autriche-Hongrie et la Nouvelle-France.", "fr", ""),
        ("Turkey, Chile, China and India: Russian troops, French ships.", "en", "TR CL CN IN RU FR"),
        ("L'Autriche et la Hongrie, la Chine et l'Arménie.", "fr", "AT HU CN AM"),
    ],
)
def test_dishes_banks_and_states_of_the_past_are_no_countries(names, text, language, expected):
    assert codes(text, names, language) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "La reine Elsa et le roi Arthur.",
        "Le colonel Moutarde a menti.",
        "La présidente Claire Mor dissout la Chambre.",
    ],
)
def test_in_a_review_bare_titles_are_those_of_figures(names, text):
    assert not [person.name for person in people(f"{REVIEW}\n{text}", names) if person.official]
    assert [person.name for person in people(text, names) if person.official]


def test_in_a_review_a_post_with_its_body_or_country_is_held(names):
    text = "La ministre de la Culture, Anna Mor, et le président malien Jan Kos ont vu le film."
    assert [p.name for p in people(f"{REVIEW}\n{text}", names) if p.official] == ["Anna Mor", "Jan Kos"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mme Russie, sa cliente, pleure. Hier, M. Turquie et Me Allemagne aussi.", "fr"),
        ("Mr. England and Mrs Israel disagreed with Dr Poland.", "en"),
        ("La tempête Irlande et le cyclone Cuba.", "fr"),
        ("Hurricane Cuba hit Denmark Street.", "en"),
    ],
)
def test_people_who_are_addressed_storms_and_streets_are_no_countries(names, text, language):
    assert codes(text, names, language) == set()
