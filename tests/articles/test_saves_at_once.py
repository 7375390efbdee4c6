"""Many saves of one version, sent at one moment to a server with several processes: one wins, nobody else fails."""

import http.client
import threading
from collections import Counter
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article, PersonalDraft
from tests.desk.pages import form_of
from tests.making import make_article
from tests.serving import Server

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 8
ROUNDS = 50


@pytest.fixture
def server(transactional_db, tmp_path):
    pytest.importorskip("gunicorn")
    held = Server(tmp_path, workers=2, threads=4)
    held.start()
    yield held
    held.kill()


class Person:
    """Somebody with a browser: one connection, one session, the token of their forms."""

    def __init__(self, server, name, address):
        self.address, client = address, Client()
        client.force_login(User.objects.create_superuser(name))
        self.form = form_of(client.get(address))
        self.token = client.get(reverse("admin:session")).json()["token"]
        cookies = "; ".join(f"{each.key}={each.value}" for each in client.cookies.values())
        self.headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Host": "127.0.0.1"}
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)

    def save(self, **changes):
        data = self.form | {"csrfmiddlewaretoken": self.token} | changes
        self.connection.request("POST", self.address, urlencode(data, doseq=True), self.headers)
        response = self.connection.getresponse()
        response.read()
        return response.status


def test_of_eight_saves_of_one_version_one_wins_and_seven_are_conflicts_in_each_of_fifty_rounds(server):
    article = make_article(title="Avant", body="<p>Un.</p>")
    address = reverse("admin:articles_article_change", args=[article.pk])
    people = [Person(server, f"person{number}", address) for number in range(PEOPLE)]
    for number in range(ROUNDS):
        version = Article.objects.get(pk=article.pk).version
        barrier, statuses = threading.Barrier(PEOPLE), {}

        def save(person, barrier=barrier, statuses=statuses, number=number, version=version):
            name = person.token[:8]
            barrier.wait()
            statuses[name] = person.save(
                version=version, tab=f"{name}-{number}", title=f"{name} {number}", body=f"<p>{name} {number}</p>"
            )

        threads = [threading.Thread(target=save, args=[person]) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert Counter(statuses.values()) == {302: 1, 409: PEOPLE - 1}, (number, server.log.read_text()[-2000:])
        (winner,) = [name for name, status in statuses.items() if status == 302]
        held = Article.objects.get(pk=article.pk)
        assert (held.title, held.version) == (f"{winner} {number}", version + 1)
    assert article.revisions.count() == ROUNDS + 1
    assert PersonalDraft.objects.open().count() == ROUNDS * (PEOPLE - 1)  # and what the others wrote is theirs still
