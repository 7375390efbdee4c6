"""Two people who put the same entries right at the same moment."""

from functools import partial

import pytest

from articles import entries
from articles.models import EntryChange
from articles.publishing import Refused
from partners.models import Official
from tests.articles.test_at_once import at_once
from tests.making import make_article, make_user
from tests.partners.making import make_official

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_merges_of_the_same_entries_one_is_done_and_the_other_told(turned):
    one, other = make_official("Ada Marin"), make_official("A. Marine")
    article = make_article(officials=[one, other])
    chiefs = make_user(is_superuser=True), make_user(is_superuser=True)
    second = (other, one) if turned else (one, other)
    results = at_once(partial(entries.merge, one, other, by=chiefs[0]), partial(entries.merge, *second, by=chiefs[1]))
    assert sorted(type(result).__name__ for result in results) == ["EntryChange", "Refused"]
    (refusal,) = [result for result in results if isinstance(result, Refused)]
    assert any(chief.username in str(refusal) for chief in chiefs)
    assert (Official.objects.count(), article.officials.count()) == (1, 1)


def test_one_undo_of_two_is_done():
    one, other = make_official("Ada Marin"), make_official("A. Marine")
    chief = make_user(is_superuser=True)
    change = entries.merge(one, other, by=chief)
    results = at_once(partial(entries.undo, change, by=chief), partial(entries.undo, change, by=chief))
    assert sorted(type(result).__name__ for result in results) == ["Refused", "list"]
    assert Official.objects.count() == 2
    assert not EntryChange.objects.standing().exists()
