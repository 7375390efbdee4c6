import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.results import Span
from articles.reading.titles import LONGEST, propose_title


def proposed(sentence):
    found = propose_title(sentence, Span(0, len(sentence)))
    return found and found.value


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Les ministres se sont réunis à Bruxelles.", "Les ministres se sont réunis à Bruxelles"),
        (
            "Le secrétaire général de l'OTAN est arrivé mardi à Rabat, où il doit rencontrer le roi et le ministre "
            "des Affaires étrangères avant de repartir pour Tunis.",
            "Le secrétaire général de l'OTAN est arrivé mardi à Rabat",
        ),
        (
            "NATO allies agreed on Wednesday to spend more on defence, a decision that officials said would take "
            "years to carry out.",
            "NATO allies agreed on Wednesday to spend more on defence",
        ),
        (
            "C'est dans un contexte de tensions persistantes en mer Noire que les chefs d'état-major se retrouvent à "
            "Bruxelles, où la Bulgarie et la Roumanie présenteront leur projet commun.",
            "Les chefs d'état-major se retrouvent à Bruxelles",
        ),
        (
            "Le président de la République\na reçu mardi le chef d'état-major\nde l'armée de terre.",
            "Le président de la République a reçu mardi le chef d'état-major de l'armée de terre",
        ),
    ],
)
def test_a_sentence_is_kept_when_short_and_cut_at_a_clause_when_long(sentence, title):
    assert proposed(sentence) == title


def test_it_never_ends_inside_quotation_marks():
    sentence = (
        "Le ministre a déclaré que « la coopération avec les partenaires du Sud, qui dure depuis trente ans, doit "
        "encore grandir » avant l'été."
    )
    title = proposed(sentence)
    assert title.count("«") == title.count("»")


PIECES = "le|la|de|l'OTAN|ministre|Bruxelles,|«|»|(la|)|rencontre|d’une|et|a|déclaré|:|–|2024|qui"
WORDS = st.sampled_from(PIECES.split("|"))


@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_it_is_the_texts_own_beginning_cut_between_words_and_not_after_a_linking_word(sentence):
    found = propose_title(sentence, Span(0, len(sentence)))
    if found is None:
        return
    assert found.value == found.span.of(sentence)
    assert len(found.value) <= LONGEST
    if found.span.end < len(sentence.rstrip(" ,.:;…")):
        assert not sentence[found.span.end].isalnum()
        assert found.value.split()[-1] not in {"le", "la", "de", "et", "qui", "d’une", "a"}
