"""Proposals for a standfirst or a description: the text's own words, of the length asked for."""

from hypothesis import given
from hypothesis import strategies as st

from articles.sanitising import clean_html
from articles.story_blocks import blocks_of
from articles.summaries import MOST, summaries

LEAD = "Le sommet de Madrid a adopté un nouveau concept stratégique pour l’Alliance et ses partenaires du Sud."
BODY = f"""<p class="caption">Une légende qui ne dit rien du sommet de Madrid mais qui est assez longue.</p>
<p>{LEAD} Il a duré deux jours.</p>
<h2>Un intertitre sur le sommet de Madrid qui est aussi long qu’une phrase entière.</h2>
<blockquote><p>Une citation du sommet de Madrid, assez longue pour une description de la page.</p></blockquote>
<p>Cette réunion du sommet de Madrid parle de ce qui précède et ne tient pas toute seule ici.</p>
<p>La Mauritanie, partenaire du Dialogue méditerranéen, y a tenu une réunion avec les chefs d’état-major.</p>
<p lang="en">The Madrid summit was also attended by partners from the South, as the Alliance has told us.</p>"""


def made(body=BODY, *, title="Le sommet de Madrid", allowed=range(50, 321), best=160):
    return summaries(blocks_of(clean_html(body)), title=title, language="fr", allowed=allowed, best=best)


def test_the_opening_comes_first_then_sentences_that_stand_alone():
    first, second, _third = made()
    assert first == f"{LEAD} Il a duré deux jours."
    assert second == LEAD


def test_captions_subheadings_quotations_and_other_languages_are_no_proposals():
    assert not any(word in " ".join(made(best=300)) for word in ("légende", "intertitre", "citation", "summit"))


def test_a_sentence_that_leans_on_the_one_before_does_not_stand_alone():
    assert not any(proposal.startswith("Cette") for proposal in made(best=300))


def test_a_long_opening_is_cut_at_a_clause():
    long = "Le ministre de la Défense a annoncé la création d’un centre à Nouakchott, " + "et encore " * 20 + "."
    assert made(f"<p>{long}</p>", best=100) == [f"{long.split(',')[0]}…"]


def test_a_text_without_sentences_gives_nothing():
    assert made("<h2>Titre</h2><ul><li>un</li></ul>") == []
    assert made("") == []


_WORDS = st.text(alphabet="aé LM.,«»’?!\u00a0", max_size=80)


@given(st.lists(_WORDS.map(lambda words: f"<p>{words}</p>"), max_size=6).map("".join), st.integers(20, 120))
def test_every_proposal_is_of_the_text_s_words_and_of_the_length_asked_for(body, best):
    html = clean_html(body)
    text = " ".join(" ".join(block.text for block in blocks_of(html)).split())
    found = made(body, allowed=range(10, 200), best=best)
    assert len(found) <= MOST
    for proposal in found:
        assert 10 <= len(proposal) <= best
        assert " ".join(proposal.removesuffix("…").split()) in text


def test_sentences_that_do_not_follow_each_other_are_not_put_together():
    found = made("<p>Le ministre est venu. (Il est parti hier.) Le sommet commence demain.</p>", best=300)
    assert not any("venu. Le sommet" in proposal for proposal in found)
