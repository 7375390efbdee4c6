"""Quotations: their marks, and who speaks them as far as the text says."""

import pytest

from tests.reading.prose import quotes

INTRODUCED = "Le ministre Karim Alaoui est arrivé. "


def only(text, names, language="fr"):
    (quote,) = quotes(text, names, language)
    return quote


@pytest.mark.parametrize(
    "text",
    [
        "« Nous devons faire bien davantage », a-t-il dit.",
        "«Nous devons faire bien davantage», a-t-il dit.",
        "“Nous devons faire bien davantage”, a-t-il dit.",
        '"Nous devons faire bien davantage", a-t-il dit.',
        "„Nous devons faire bien davantage“, a-t-il dit.",
        "« Nous devons faire bien davantage », a-t-il dit. Mais « rien n'est fermé",
        "Il a dit : « Un peu. « Nous devons faire bien davantage »",
        'Un angle de 5" : « Nous devons faire bien davantage ».',
        "« Nous devons faire\nbien davantage »",
        "“Nous devons faire bien davantage », a-t-il dit. “Un peu”.",
        "« Nous devons faire bien davantage”, a-t-il dit.",
    ],
)
def test_marks_of_every_kind_hold_a_quotation(text, names):
    prose = text.replace("\n", " ")
    quote = only(prose, names)
    assert quote.text == "Nous devons faire bien davantage"
    assert prose[quote.span.start : quote.span.end] == quote.text


def test_a_quotation_inside_another_belongs_to_it(names):
    assert only("« Il nous a dit “nous ne partirons pas d'ici” et il est resté ».", names).text.startswith("Il nous")


def test_a_quotation_goes_on_over_paragraphs_that_repeat_the_mark(names):
    text = "« Nous devons faire bien davantage.\n« Et nous devons le faire maintenant », a dit Karim Alaoui, ministre."
    quote = only(text, names)
    assert quote.speaker == "Karim Alaoui"
    assert quote.text.endswith("maintenant")


def test_an_unclosed_mark_swallows_no_other_paragraph(names):
    text = "« Nous devons faire bien davantage\nUn autre sujet.\n« Rien ne change avant les élections », a-t-il dit."
    assert only(text, names).text == "Rien ne change avant les élections"


@pytest.mark.parametrize(
    "text",
    [
        "La « zone grise » inquiète.",
        "Le rapport intitulé « Une nouvelle stratégie pour le Sud » est paru.",
        "L'opération baptisée « Les amis de la mer » commence.",
        "Rien n'est dit ici.",
    ],
)
def test_scare_quotes_and_titles_are_no_quotations(text, names):
    assert quotes(text, names) == ()


@pytest.mark.parametrize(
    "text",
    [
        "« Nous devons faire bien davantage », a déclaré le ministre Karim Alaoui.",
        "« Nous devons faire bien davantage », a déclaré jeudi à la presse le ministre de la Défense, Karim Alaoui.",
        INTRODUCED + "« Nous devons faire bien davantage », a-t-il déclaré.",
        INTRODUCED + "« Nous devons faire bien davantage », explique-t-il.",
        INTRODUCED + "« Nous devons faire bien davantage », selon M. Alaoui.",
        INTRODUCED + "« Nous devons faire bien davantage », a souligné le ministre.",
        INTRODUCED + "« Nous devons faire bien davantage ! » a lancé Alaoui.",
        INTRODUCED + "M. Alaoui a indiqué que « nous devons faire bien davantage ».",
        INTRODUCED + "Le ministre a pour sa part évoqué « un pas de plus vers la paix ».",
        INTRODUCED + "Il a remercié les alliés, avant de préciser que « nous devons faire bien davantage ».",
        INTRODUCED + "Selon M. Alaoui, « nous devons faire bien davantage ».",
        INTRODUCED + "« Nous devons faire bien davantage », s'est réjoui M. Alaoui.",
        INTRODUCED + "« Nous devons faire bien davantage », a estimé ce dernier.",
        "L'eurodéputé Karim Alaoui (PPE) a réclamé « un pas de plus vers la paix ».",
        "Pour l'expert Karim Alaoui, « nous devons faire bien davantage ».",
        "Le ministre Karim Alaoui, qui revient d'Oslo, a dit : « Nous devons faire bien davantage. »",
        "Karim Alaoui, ministre de la Défense, a prévenu : « Nous devons faire bien davantage. »",
        "Le ministre Karim Alaoui a salué l'accord, citant « un pas de plus vers la paix ».",
    ],
)
def test_french_names_the_speaker_in_many_ways(text, names):
    assert only(text, names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    "text",
    [
        '"We must do much more now," said Defence Minister Ana Garcia.',
        '"We must do much more now," Defence Minister Ana Garcia said on Monday.',
        'Defence Minister Ana Garcia told reporters: "We must do much more now."',
        'Defence Minister Ana Garcia said that "we must do much more now".',
        'Defence Minister Ana Garcia left. "We must do much more now," she said.',
        'According to Defence Minister Ana Garcia, "we must do much more now".',
    ],
)
def test_english_names_the_speaker_in_many_ways(text, names):
    assert only(text, names, "en").speaker == "Ana Garcia"


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (
            "« Nous devons faire bien davantage », a déclaré un haut responsable de l'OTAN.",
            "un haut responsable de l'OTAN",
        ),
        (
            "« Nous devons faire bien davantage », selon des sources proches du dossier.",
            "des sources proches du dossier",
        ),
        ("« Nous devons faire bien davantage », a insisté l'OTAN.", "l'OTAN"),
        (
            "Selon Europa Press, il faudrait « faire encore un bien plus grand effort », a-t-on indiqué.",
            "Europa Press",
        ),
        (
            "L'Iran l'aide, a déclaré un diplomate, parce qu'il offre « une coopération sans aucun précédent ».",
            "un diplomate",
        ),
    ],
)
def test_an_unnamed_source_stays_unnamed(text, attribution, names):
    quote = only(INTRODUCED + text, names)
    assert quote.speaker is None
    assert quote.attribution == attribution
    whole = INTRODUCED + text
    assert whole[quote.attribution_span.start : quote.attribution_span.end] == attribution


@pytest.mark.parametrize(
    "text",
    [
        # two who act, one pronoun
        "Les ministres Karim Alaoui et Ali Diop étaient là. Il a dit : « Nous devons faire bien davantage. »",
        # a woman's pronoun, a man's title
        "M. Karim Alaoui est arrivé. « Nous devons faire bien davantage », a-t-elle dit.",
        # nobody said it
        INTRODUCED + "Le rapport est destiné à « fournir des conseils à tous les alliés ».",
        # somebody unnamed spoke since
        INTRODUCED
        + "« Nous avons tout notre temps », a dit un diplomate. Il a ajouté que « rien ne presse dans ce dossier ».",
    ],
)
def test_no_speaker_is_guessed(text, names):
    assert all(quote.speaker is None for quote in quotes(text, names))


def test_a_second_passage_of_the_sentence_has_the_same_speaker(names):
    text = INTRODUCED + "« Nous devons faire bien davantage », a-t-il dit, et « nous le ferons avec tous nos alliés »."
    assert [quote.speaker for quote in quotes(text, names)] == ["Karim Alaoui"] * 2


def test_a_passage_alone_goes_on_after_its_speaker(names):
    text = '"We must do much more now," Defence Minister Ana Garcia said. "We will do it with our allies."'
    assert [quote.speaker for quote in quotes(text, names, "en")] == ["Ana Garcia"] * 2


def test_a_passage_said_twice_is_given_once(names):
    text = "« Nous devons faire bien davantage », dit-on.\n« Nous devons faire bien davantage », a dit Karim Alaoui."
    assert len(quotes(text, names)) == 1


def test_quotations_in_another_script_have_no_invented_speaker(names):
    quote = only('وأضاف: "نحن نعيش في عالم أكثر خطورة من أي وقت مضى".', names, "ar")
    assert (quote.speaker, quote.attribution) == (None, "")
