"""An article beside which a new wording waits, and a draft that resembles a held article."""

import pytest

from articles.models import (
    Article,
    Resemblance,
    Standing,
)
from tests.desk.comparing.making import ELSEWHERE, FIRST, SECOND, bring
from tests.desk.proposing import make_country


@pytest.fixture(autouse=True)
def registry(db):
    for code, name in [("MR", "Mauritanie"), ("PT", "Portugal"), ("ES", "Espagne")]:
        make_country(code, name)


@pytest.fixture
def article():
    """An article beside which a new wording waits."""
    held = bring(FIRST, "communique.txt")
    assert bring(SECOND, "communique.txt").result == "new wording"
    return Article.objects.get(pk=held.article)


@pytest.fixture
def wording(article):
    return article.source_texts.get(standing=Standing.TO_COMPARE)


@pytest.fixture
def likeness(db):
    """A new draft that resembles a held article, not decided yet."""
    bring(FIRST, "agence.txt")
    bring(ELSEWHERE, "journal.txt")
    return Resemblance.objects.get()


@pytest.fixture
def likeness_pages(article):
    bring(ELSEWHERE, "journal.txt")
    return Resemblance.objects.get()
