"""Who speaks a quoted passage: by the verb that governs it, by a noun that stands for a person, or nobody."""

import pytest

from tests.reading.prose import quotes


def only(text, names, language="fr"):
    (quote,) = quotes(text, names, language)
    return quote


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("L'amiral Jean Roux commande. L'officier assure « que les navires seront prêts ce soir ».", "Jean Roux"),
        ("La députée Anne Petit se lève. L'élue s'emporte : « Vous ne répondez jamais à rien. »", "Anne Petit"),
        ("« Nous ne céderons rien de tout cela », gronde le contre-amiral Jean Roux.", "Jean Roux"),
        ("« Nous ne céderons rien de tout cela », résume le vice-amiral Jean Roux.", "Jean Roux"),
        ("Le général Jean Roux voit dans ce plan « une folie qui coûtera très cher ».", "Jean Roux"),
        ("Le ministre Jean Roux invoque « des raisons que chacun connaît bien ».", "Jean Roux"),
        ("La ministre Anne Petit s'est dite « prête à partir dès demain matin ».", "Anne Petit"),
        ("Jean Roux, ministre, a dénoncé des propos « tenus sans aucune preuve du monde ».", "Jean Roux"),
        ("« Je me souviens de tout, même du froid », se rappelle Louise Dubois, infirmière.", "Louise Dubois"),
        ("Le patron du chantier, Yves Le Gall, hausse le ton : « On fera avec ce qu'on a. »", "Yves Le Gall"),
    ],
)
def test_the_speaker_governs_the_words(text, speaker, names):
    assert only(text, names).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Defence Minister Jane Hill called the plan "a gift to every enemy we have".', "Jane Hill"),
        ('Ambassador Paul Reed accused Defence Minister Jane Hill of "hiding the truth from us".', "Paul Reed"),
        ('The plan of Defence Minister Jane Hill was described as "a gift to every enemy".', None),
        ('Critics of Defence Minister Jane Hill called the plan "a gift to every enemy".', None),
        ('The minister Jane Hill was told "never to speak of it again".', None),
    ],
)
def test_english_speakers(text, speaker, names):
    assert only(text, names, "en").speaker == speaker


@pytest.mark.parametrize(
    ("article", "speaker"), [("La", "Anne Petit"), ("Le", "Jean Roux")]
)  # fmt: skip
def test_of_two_ministers_the_article_tells_which(article, speaker, names):
    text = (
        "Le ministre de la Défense, Jean Roux, et la ministre de l'Intérieur, Anne Petit, étaient là."
        f" {article} ministre a parlé d'« un moment que personne n'oubliera ici »."
    )
    assert only(text, names).speaker == speaker


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (
            "L'amiral Jean Roux a vu le colonel Paul Petit. L'officier assure « que tout sera prêt ce soir ».",
            "L'officier",
        ),
        ("Une habitante accuse le maire Jean Roux d'avoir « vendu la plage aux plus offrants ».", "Une habitante"),
        ("Le ministre Jean Roux est parti. « On ne nous a rien dit du tout », soupire un pêcheur.", "un pêcheur"),
        (
            "Jean Roux, ministre, part, a déclaré un responsable de l'OTAN, puisque « la séance était bien finie ».",
            "un responsable de l'OTAN",
        ),
        (
            "Les partisans du général Jean Roux dénoncent « une honte pour toute la nation ».",
            "Les partisans du général Jean Roux",
        ),
        (
            "Le porte-parole du ministre Jean Roux a dénoncé « une honte pour la nation ».",
            "Le porte-parole du ministre Jean Roux",
        ),
    ],
)
def test_words_of_somebody_unnamed_are_given_to_no_named_person(text, attribution, names):
    quote = only(text, names)
    assert (quote.speaker, quote.attribution) == (None, attribution)


@pytest.mark.parametrize(
    "text",
    [
        "Le plan du ministre Jean Roux a été salué comme « une chance pour toute la nation ».",
        "Le président, avec le ministre Jean Roux, a évoqué « une chance pour toute la nation ».",
        "Moscou voit dans ce projet « une menace contre ses propres frontières ».",
    ],
)
def test_a_speaker_in_doubt_is_none(text, names):
    assert only(text, names).speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre Jean Roux a lu le rapport « Une armée pour demain et après ».",
        "La loi dite « de protection des agents de l'État » a été votée.",
        "Il défile sous le slogan « oui à la paix et au pain ».",
        "Elle a lancé l'initiative « Une école pour chaque village du Nord ».",
    ],
)
def test_titles_and_slogans_quote_nobody(text, names):
    assert quotes(text, names) == ()
