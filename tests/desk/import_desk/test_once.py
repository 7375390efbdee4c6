"""The same bytes wait once, whoever brings them and when."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from articles import incoming
from articles.models import Incoming, JournalEntry
from tests.desk.import_desk.making import TEXT, bring, page, waiting
from tests.desk.pages import texts
from tests.making import make_user

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Fil</title>
<item><title>Un port</title><guid>a</guid><description>Le port de Nouadhibou est prêt.</description></item>
<item><title>Une base</title><guid>b</guid><description>La base de Niamey est prête.</description></item>
</channel></rss>"""


@pytest.mark.django_db
def test_two_rows_of_the_same_bytes_are_refused_by_the_database():
    row = waiting()
    with pytest.raises(IntegrityError), transaction.atomic():
        Incoming.objects.create(name="autre.txt", data=row.data, options={})
    Incoming.objects.create(name="autre.txt", data=bytes(row.data) + b"\n", options={})


@pytest.mark.django_db
def test_the_entries_of_one_feed_wait_each_for_itself_and_once():
    editor = make_user("editor")
    for again in (False, True):
        received = incoming.receive(ContentFile(FEED.encode(), name="fil.xml"), by=editor)
        assert [each.again for each in received] == [again, again]
    assert Incoming.objects.count() == 2


@pytest.mark.django_db
def test_who_brings_a_text_while_another_brings_it_is_led_to_the_one_that_waits(client, monkeypatch):
    client.force_login(make_user("editor"))
    real, calls = incoming._known, []

    def late(*args):
        calls.append(args)
        if len(calls) == 1:  # the other one came after this question, and was read faster
            monkeypatch.setattr(incoming, "_known", real)
            waiting()
            monkeypatch.setattr(incoming, "_known", late)
            return None
        return real(*args)

    monkeypatch.setattr(incoming, "_known", late)
    response = bring(client, TEXT)
    row = Incoming.objects.get()
    assert response["Location"] == page(row)
    assert len(texts(client.get(page(row)).context["messages"])) == 1
    assert JournalEntry.objects.filter(action="bring").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_rows_that_waited_twice_the_one_that_was_worked_on_stays():
    call_command("migrate", "articles", "0014", verbosity=0)
    try:
        with connection.cursor() as cursor:
            for name, data, left_out in [
                ("un", b"a", "[]"),
                ("deux", b"a", '[["title", 0, 1]]'),
                ("trois", b"b", "[]"),
                ("quatre", b"b", "[]"),
                ("cinq", b"c", "[]"),
            ]:
                cursor.execute(
                    "INSERT INTO articles_incoming (name, data, options, left_out, came_at)"
                    " VALUES (%s, %s, '{}', %s, '2026-01-01 00:00:00+00')",
                    [name, data, left_out],
                )
    finally:
        call_command("migrate", "articles", verbosity=0)
    assert set(Incoming.objects.values_list("name", flat=True)) == {"deux", "trois", "cinq"}
    for row in Incoming.objects.all():
        assert row.sha256 == Incoming.hash_of(bytes(row.data))
