"""Who has an article open at the moment."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import presence, saving
from articles.models import Presence
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return make_article(title="Quillfish")


def beat(client, user, article, tab="t1", **fields):
    client.force_login(user)
    url = reverse("admin:articles_article_presence", args=[article.pk])
    return client.post(url, {"user": user.pk, "tab": tab} | fields)


def names(answer):
    return [each["name"] for each in answer.json()["others"]]


def test_two_people_see_each_other_with_the_hour_of_their_coming(client, article):
    anna, bruno = make_user("editor", username="anna"), make_user("editor", username="bruno", first_name="Bruno")
    assert names(beat(client, anna, article)) == []
    answer = beat(client, bruno, article)
    since = timezone.localtime(Presence.objects.get(user=anna).since)
    assert answer.json()["others"] == [{"name": "anna", "since": f"{since:%H:%M}"}]
    assert names(beat(client, anna, article)) == ["Bruno"]


def test_a_page_of_another_article_is_not_here(client, article):
    anna, bruno = make_user("editor"), make_user("editor")
    beat(client, anna, make_article())
    assert names(beat(client, bruno, article)) == []


def test_somebody_in_two_tabs_is_one_person_there_since_the_first(article):
    anna, bruno, now = make_user("editor"), make_user("editor"), timezone.now()
    presence.beat(article, by=anna, tab="t1", at=now - timedelta(seconds=40))
    presence.beat(article, by=anna, tab="t2", at=now - timedelta(seconds=10))
    (somebody,) = presence.beat(article, by=bruno, tab="t3", at=now).others
    assert somebody.since == now - timedelta(seconds=40)


def test_ones_own_second_tab_is_no_stranger_but_is_told(client, article):
    anna = make_user("editor")
    beat(client, anna, article, tab="t1")
    answer = beat(client, anna, article, tab="t2")
    assert (names(answer), answer.json()["own_tabs"]) == ([], 1)
    assert beat(client, anna, article, tab="t2").json()["own_tabs"] == 1


def test_who_says_nothing_for_a_minute_and_a_half_is_gone_and_comes_anew(article):
    anna, bruno, now = make_user("editor"), make_user("editor"), timezone.now()
    presence.beat(article, by=anna, tab="t1", at=now)
    later = now + presence.GONE_AFTER - timedelta(seconds=1)
    assert len(presence.beat(article, by=bruno, tab="t2", at=later).others) == 1
    later = now + presence.GONE_AFTER + timedelta(seconds=1)
    assert presence.beat(article, by=bruno, tab="t2", at=later).others == []
    assert presence.open_tabs(article, of=anna, at=later) == set()
    presence.beat(article, by=anna, tab="t1", at=later)
    assert Presence.objects.get(user=anna).since == later


def test_who_closes_the_page_is_gone_at_once(client, article):
    anna, bruno = make_user("editor"), make_user("editor")
    beat(client, anna, article)
    assert beat(client, anna, article, leave="1").json() == {}
    assert names(beat(client, bruno, article)) == []


def test_a_page_learns_that_somebody_has_saved_and_that_it_may_not_be_changed_any_more(client, article):
    anna, chief = make_user("reporter"), make_user("chief", username="claire")
    before = beat(client, anna, article).json()
    assert (before["version"], before["may_change"]) == (1, True)
    saving.save(article, {"title": "Autre"}, based_on=1, by=chief)
    article.stage = "ready"
    article.save()
    after = beat(client, anna, article).json()
    assert (after["version"], after["saved_by"], after["may_change"]) == (2, "claire", False)


def test_who_may_not_write_articles_learns_nobodys_presence(client, article):
    beat(client, make_user("editor", username="anna"), article)
    answer = beat(client, make_user("registry keeper"), article)
    assert answer.status_code == 403
    assert b"anna" not in answer.content
    client.logout()
    url = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(url, {"tab": "t"}).status_code == 401
