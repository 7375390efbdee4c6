"""Both engines find the same: what a plain reading of every text finds, whichever of them runs."""

import random
import unicodedata
from pathlib import Path

import pytest

from articles import search
from articles.models import Article
from articles.search.query import parse
from articles.search.text import words
from tests.bulk import bulk_editions
from tests.making import make_article
from tests.search.reference import answers, expected
from tests.search.wanted import QUERIES

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def generated(count: int = 40) -> dict[str, dict[str, str]]:
    """Short texts made of the seeds' own turns of phrase, so that some queries find many and others few or none."""
    chance = random.Random(11)
    held = [word.surface for seed in sorted(SEEDS.glob("*.txt")) for word in words(seed.read_text(errors="replace"))]
    texts = {}
    for number in range(count):
        starts = chance.choices(range(len(held) - 9), k=9)
        title, standfirst, *body = (" ".join(held[at : at + 9]) for at in starts)
        language = "en" if number % 8 == 0 else "fr"
        fields = {"title": title[:300], "standfirst": standfirst, "body": " ".join(body), "language": language}
        texts[f"texte-{number}"] = fields
    return texts


@pytest.fixture
def texts():
    made = generated()
    bulk_editions({"slug": slug, **fields, "body": f"<p>{fields['body']}</p>"} for slug, fields in made.items())
    return made


def unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def found(query) -> set[str]:
    return set(search.matching(query).values_list("slug", flat=True))


def test_every_query_finds_what_reading_all_texts_finds(texts):
    wrong = {query: found(query) ^ expected(query, texts) for query in QUERIES}
    assert not {query: slugs for query, slugs in wrong.items() if slugs}
    hits = [len(expected(query, texts)) for query in QUERIES]
    assert sum(map(bool, hits)) > 40  # else the texts would prove nothing
    assert len(set(hits)) > 10


def test_words_without_their_accents_find_the_same(texts):
    for query in QUERIES:
        bare = unaccented(query)
        assert found(bare) == found(query), query


@pytest.mark.parametrize(
    "query", ["ministre zzyzx Ukraine", "sommet de Madrid zzyzx", "otan Stoltenberg cyber -Rubio"]
)
def test_a_lenient_query_finds_what_lacks_one_of_its_words(texts, query):
    lenient = parse(query).made_lenient()
    by_reading = {slug for slug, fields in texts.items() if answers(lenient, search.document(**fields))}
    assert found(lenient) == by_reading
    assert by_reading >= expected(query, texts)


def test_a_query_of_few_words_or_of_many_is_never_lenient():
    assert parse("otan Ukraine").made_lenient() is None
    assert parse("un deux trois quatre cinq six sept huit neuf dix").made_lenient() is None


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("stolt", True),
        ("jens stolt", True),
        ("porte-av", True),
        ("st", False),  # two letters begin too many words
        ("stolt jens", False),  # only the last word may be unfinished
        ("stolt ", False),
        ('"stolt"', False),
    ],
)
def test_at_the_desk_the_last_word_can_be_the_beginning_of_one(typed, is_found):
    article = make_article(title="Jens Stoltenberg sur un porte-avions")
    make_article(title="Autre")
    search.index(Article.objects.all())
    within = Article.objects.kept()
    assert list(search.for_list(typed, within)[0]) == ([article] if is_found else [])
    assert [article] * is_found == [
        each for each in within if answers(parse(typed, partial=True), search.document(
            title=each.title, standfirst="", body="Texte.", language="fr"))
    ]  # fmt: skip
