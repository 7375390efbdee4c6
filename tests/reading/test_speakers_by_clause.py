"""Speakers whom no verb of speech names beside the quoted words: the clause, a rank, a stand-in, the next sentence."""

import pytest

from articles.reading import read
from partners.registry import names_of, read_tables

FRENCH = ("Trois frégates de plus pour la Baltique", "Les équipages ont quitté le port jeudi matin, sous la neige.")
ENGLISH = ("Three more frigates for the Baltic Sea", "The crews left port on Thursday morning, in the snow.")


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def speakers(text, names, around=FRENCH):
    title, last = around
    reading = read(f"{title}\n\n3 mai 2024\n\n{text}\n\n{last}\n".encode(), names)
    return [quote.speaker for quote in reading.quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Dans son mot, la ministre de la Mer, Mme Awa Ba, a exprimé «l'importance que son pays attache à ce cadre».",
        "La ministre de la Mer, Mme Awa Ba, a mis l'accent sur ce pacte «qui doit mutualiser les efforts de tous».",
        "La ministre de la Mer, Awa Ba, parlait. Mme Ba a saisi l'occasion pour «exhorter ses amis à l'aider».",
        "La ministre de la Mer, Awa Ba, s'est félicitée d'« un pas décisif vers la paix que nous attendions ».",
        "Sur le réseau X, Awa Ba, ministre de la Mer, a dit « attendre des actes et non des promesses ».",
        "Awa Ba, ministre, est venue. Devant nous, elle a été claire : « Nous irons tous jusqu'au bout ».",
        "Awa Ba, ministre, est venue. Prenant la parole, elle a tenu à saluer « le courage de tous les marins ».",
        "Aux yeux d'Awa Ba, ministre de la Mer, « il n'y a plus de temps à perdre dans cette affaire ».",
        "De l'avis d'Awa Ba, ministre de la Mer, « il n'y a plus de temps à perdre dans cette affaire ».",
    ],
)
def test_whoever_acts_in_the_clause_says_its_quoted_words(text, names):
    assert speakers(text, names) == ["Awa Ba"]


@pytest.mark.parametrize(
    "text",
    [
        "Awa Ba, ministre de la Mer, a été accusée de « vendre les ports du pays au plus offrant ».",
        "Awa Ba, ministre de la Mer, a reçu un rapport destiné à « réveiller les consciences de tous les élus ».",
        "Awa Ba, ministre de la Mer, a signé un texte qui prévoit « la vente des ports à des amis du pays ».",
        "Awa Ba et Paul Verdier ont lu un tract demandant « la fin des ventes de ports du pays ».",
    ],
)
def test_words_of_another_are_not_whoever_acts(text, names):
    assert speakers(text, names) == [None]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Le général d'armée a souligné que « cette visite reflète la volonté de tous ».", "Paul Verdier"),
        ("L'amiral a souligné que « cette visite reflète la volonté de tous ».", "Hugo Lenz"),
        ("« Cette visite reflète la volonté de tous », a déclaré le général d'armée lundi.", "Paul Verdier"),
        ("« Cette visite reflète la volonté de tous », a déclaré l'amiral.", "Hugo Lenz"),
        ("« Cette visite reflète la volonté de tous », a déclaré le colonel.", None),
    ],
)
def test_a_rank_means_who_bears_it(said, speaker, names):
    text = "Le général d'armée Paul Verdier, chef d'état-major des armées, a reçu mardi à Brest l'amiral Hugo Lenz."
    assert speakers(f"{text} {said}", names) == [speaker]


def test_of_two_generals_the_rank_in_full_tells_which(names):
    text = "Le général d'armée Paul Verdier a reçu le général de division Hugo Lenz, chef d'état-major des armées."
    said = "« Soyez ici chez vous comme vous l'êtes chez vous », a déclaré le général d'armée dans son allocution."
    assert speakers(f"{text} {said}", names) == ["Paul Verdier"]


@pytest.mark.parametrize(
    ("introduced", "words"),
    [
        ("Le roi Paul Verdier a reçu le président Hugo Lenz.", "le souverain"),
        ("La présidente Paul Verdier a parlé.", "la cheffe de l'État"),
        ("Le ministre de la Mer, Paul Verdier, est à Riga.", "le chef de la délégation française"),
        ("L'amiral Paul Verdier commande la flotte.", "ce marin de 58 ans"),
        ("Les ministres Paul Verdier et Hugo Lenz ont parlé.", "le premier"),
        ("Les ministres Hugo Lenz et Paul Verdier ont parlé.", "le second"),
    ],
)
def test_other_words_stand_for_who_was_introduced(introduced, words, names):
    assert speakers(f"{introduced} « Nous avons parlé de tout sans détour », a dit {words}.", names) == [
        "Paul Verdier"
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "Le ministre de la Mer, Jean Roux, n'a pas caché son agacement jeudi.",
        "C'est ce qu'a déclaré jeudi le ministre de la Mer, Jean Roux.",
        "Ces mots sont de Jean Roux, le ministre de la Mer.",
        "Ainsi s'est exprimé jeudi, d'une phrase, le ministre de la Mer, Jean Roux.",
    ],
)
def test_the_next_sentence_says_who_spoke(behind, names):
    assert speakers(f"« Il n'y a plus de temps à perdre dans cette affaire. » {behind}", names) == ["Jean Roux"]


def test_a_next_sentence_about_two_people_says_nothing(names):
    text = "« Il n'y a plus de temps à perdre dans cette affaire. » Jean Roux et Hugo Lenz ont quitté la salle."
    assert speakers(text, names) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not wait,” said John Mills, the secretary, “any longer for this to happen.”", ["John Mills"]),
        ("“The question is more on money,” John Mills, the secretary, or deputy, in Oslo, said.", ["John Mills"]),
    ],
)  # fmt: skip
def test_the_tag_of_an_english_quotation_may_split_it_or_come_late(text, expected, names):
    assert speakers(text, names, ENGLISH) == expected


def test_a_speech_goes_on_over_paragraphs_that_repeat_no_mark(names):
    text = (
        "Le général Petr Novak a fait la déclaration suivante :\n\n« Je tiens d'abord à remercier mes hôtes de leur"
        " accueil.\n\nNotre dialogue dure depuis vingt ans et il continuera. »"
    )
    assert speakers(text, names) == ["Petr Novak"]


def test_a_mark_that_never_closes_quotes_nothing(names):
    text = (
        "Le général Petr Novak a dit :\n\n« Je tiens d'abord à remercier mes hôtes.\n\nPuis il est parti sans un mot."
    )
    assert speakers(text, names) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«Siamo pronti a partire anche domani mattina», ha dichiarato Paolo Verdi, ministro della Difesa."),
        ("de", "„Wir sind bereit und fahren morgen früh los“, sagte Paolo Verdi, der Verteidigungsminister."),
        ("es", "«Estamos listos para salir mañana mismo por la mañana», sostuvo Paolo Verdi, ministro de Defensa."),
    ],
)
def test_verbs_of_speech_in_other_languages(language, text, names):
    around = {
        "it": (
            "La nave scuola torna in porto",
            "Gli equipaggi hanno lasciato il porto giovedì mattina sotto la neve.",
        ),
        "de": (
            "Das Schulschiff kehrt in den Hafen zurück",
            "Die Besatzungen haben den Hafen am Donnerstag verlassen.",
        ),
        "es": ("El buque escuela vuelve al puerto", "Las tripulaciones salieron del puerto el jueves por la mañana."),
    }[language]
    assert speakers(text, names, around) == ["Paolo Verdi"]
