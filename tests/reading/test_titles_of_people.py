"""The words that make a name an official's: titles shared by several, counterparts, phrases, foreign titles."""

import pytest

from tests.reading.prose import people


def officials(text, names, language="fr", written=None):
    return {p.name for p in people(text, names, language, written=written) if p.official}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Les ministres de la Défense du Japon et de Corée du Sud, Jiro Tanaka et Kim Min-su, ont signé.",
            "fr",
            {"Jiro Tanaka": "JP", "Kim Min-su": "KR"},
        ),
        (
            "Les ministres allemand et français de la Défense, Karl Muster et Jean Exemple, ont signé.",
            "fr",
            {"Karl Muster": "DE", "Jean Exemple": "FR"},
        ),
        (
            "Les généraux Moussa Traoré et Paul Martin ont parlé.",
            "fr",
            {"Moussa Traoré": "", "Paul Martin": ""},
        ),
        (
            "Il a reçu les ambassadeurs Jean Exemple, Karl Muster et Ana Muestra.",
            "fr",
            {"Jean Exemple": "", "Karl Muster": "", "Ana Muestra": ""},
        ),
        (
            "Il a vu les ministres de l'Intérieur, Moussa Diallo, de la Défense Paul Roy, et de la Santé Ana Roy.",
            "fr",
            {"Moussa Diallo": "", "Paul Roy": "", "Ana Roy": ""},
        ),
        (
            "Foreign Ministers John Doe and Jane Roe signed the text.",
            "en",
            {"John Doe": "", "Jane Roe": ""},
        ),
        (
            "The defence ministers of Norway and Denmark, Kari Nordmann and Jens Hansen, signed the text.",
            "en",
            {"Kari Nordmann": "NO", "Jens Hansen": "DK"},
        ),
    ],
)
def test_a_plural_title_is_the_post_of_each_name_that_follows_at_once(names, text, language, expected):
    found = {p.name: p.office_country for p in people(text, names, language) if p.official}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Devant les ministres, Jean Exemple a pris la parole.",
        "Les ministres, dont Jean Exemple et Luc Roy, sont venus.",
        "Les ministres ont écouté Jean Exemple et Luc Roy.",
        "Les joueurs Jean Exemple et Luc Roy sont venus.",
        "Les chercheurs de l'université, Jean Exemple et Luc Roy, sont venus.",
    ],
)
def test_a_plural_title_that_no_row_of_names_follows_is_nobodys(names, text):
    assert officials(text, names) == set()


def test_surnames_after_messieurs_are_those_of_the_one_holder_in_office_that_day(names):
    text = "Une rencontre entre MM. Biden, Macron et Scholz est prévue."
    found = {p.key for p in people(text, names, written="2024-10-17")}
    assert found == {"joe-biden", "emmanuel-macron", "olaf-scholz"}
    assert not any(p.key for p in people(text, names))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Le ministre Paul Roy a reçu son homologue Karl Muster.", "fr", "Karl Muster"),
        ("La ministre de la Défense, Ana Roy, a reçu sa collègue Eva Muster.", "fr", "Eva Muster"),
        ("Swedish Defence Minister John Doe smiled. His Hungarian colleague, Jan Roe, did not.", "en", "Jan Roe"),
        (
            "Verteidigungsminister Karl Muster und sein litauischer Kollege Jonas Petraitis kamen.",
            "de",
            "Jonas Petraitis",
        ),
    ],
)
def test_a_counterpart_holds_the_kind_of_post_that_was_named_before(names, text, language, name):
    assert name in officials(text, names, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chercheur Paul Roy a écrit avec sa collègue Eva Muster.", "fr"),
        ("Le chercheur Paul Roy a écrit avec sa collègue française Eva Muster.", "fr"),
        ("The historian John Doe and his French colleague Jan Roe disagree.", "en"),
    ],
)
def test_a_colleague_of_a_private_person_is_no_official(names, text, language):
    assert officials(text, names, language) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le commandant, le capitaine de vaisseau Lars Hansen, s'est plié au rite.", "Lars Hansen"),
        ("Le capitaine de frégate Anne Roy commande le bord.", "Anne Roy"),
        ("Le wali du Hodh Chargui, Sidi Ould Tolba, qui recevait hier, a parlé.", "Sidi Ould Tolba"),
        ("La chargée d'affaires américaine Eva Muster a parlé.", "Eva Muster"),
        ("Le maire de La Roche Noire, Paul Roy, a parlé.", "Paul Roy"),
        ("La sous-secrétaire générale adjointe pour les opérations, Mme Eva Muster, a parlé.", "Eva Muster"),
        ("À l'ouest, le gouvernement libyen d'Ahmed Tolba a signé.", "Ahmed Tolba"),
        ("Le gouvernement d'Ana Muestra a signé.", "Ana Muestra"),
    ],
)
def test_french_posts_of_people_whom_nobody_knows(names, text, name):
    assert officials(text, names) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The president of its Commission, Omar Diallo, warned on Sunday.", "Omar Diallo"),
        (
            "The Cabinet Secretary for Mining, Blue Economy and Maritime Affairs of Kenya, Mr John Doe, spoke.",
            "John Doe",
        ),
        ("The Secretary-General of the International Rice Organization, Mr John Doe, spoke.", "John Doe"),
        ("The head of the country's armed forces, Gen. John Doe, spoke.", "John Doe"),
        ("Lithuania's charge d'affaires John Doe told reporters so.", "John Doe"),
        ("Gov. John Doe told reporters so.", "John Doe"),
        ("Sen. Jane Roe told reporters so.", "Jane Roe"),
    ],
)
def test_english_posts_of_people_whom_nobody_knows(names, text, name):
    assert officials(text, names, "en") == {name}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("El Gobierno de Ana Muestra quiere un asiento.", "es", "Ana Muestra"),
        ("El diputado peronista Juan Ejemplo calificó el viaje de inútil.", "es", "Juan Ejemplo"),
        ("La canciller, Ana Muestra, no ha respondido.", "es", "Ana Muestra"),
        ("Der CDU-Abgeordnete Karl Muster nannte das Vorhaben richtig.", "de", "Karl Muster"),
        ("Der Generalinspekteur Karl Muster dämpfte die Erwartungen.", "de", "Karl Muster"),
        ("Außenministerin Eva Muster reiste nach Riga.", "de", "Eva Muster"),
        ("Il ministro della Difesa, Mario Esempio, ha parlato.", "it", "Mario Esempio"),
    ],
)
def test_posts_in_spanish_german_and_italian(names, text, language, name):
    assert officials(text, names, language) == {name}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'attaquant sénégalais Pape Sarr a marqué.", "fr"),
        ("Le comité interprofessionnel de la noix, dont le président Paul Roy est un habitué, se réjouit.", "fr"),
        ("L'association des commerçants s'oppose au projet. Son président, Paul Roy, redoute l'été.", "fr"),
        ("Anne Roy, présidente du comité des fêtes, est ravie.", "fr"),
        ("Anne Roy, présidente du conseil d'administration de l'usine, est ravie.", "fr"),
        ("The chief executive of the company, Jane Doe, said so.", "en"),
        ("In the village the farmer's wife, Jane Doe, said so.", "en"),
        ("The government of New South Wales said so.", "en"),
        ("Crews in the North Sea saw the Minister leave.", "en"),
        (
            "Match fini, dit le capitaine Paul Roy. Le club, ses joueurs et ses supporters attendent la finale.",
            "fr",
        ),
    ],
)
def test_no_officials_in_clubs_companies_and_places(names, text, language):
    assert officials(text, names, language) == set()


@pytest.mark.parametrize(
    "text", ["Le pape Léon XIV a parlé.", "Le Pape Léon XIV a parlé.", "Le prince Ali Tolba a parlé."]
)
def test_a_pope_and_a_prince_keep_their_titles(names, text):
    assert len(officials(text, names)) == 1


@pytest.mark.parametrize(
    ("before", "official"),
    [("Le Sénégal a voté.", True), ("Le Conseil a voté.", True), ("Le syndicat a voté.", False)],
)
def test_his_president_is_that_of_the_body_named_before(names, before, official):
    assert bool(officials(f"{before} Son président, Amadou Tolba, redoute l'été.", names)) is official
