"""Who may do what at the import desk, and what hostile or odd texts do there."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import incoming
from articles.drafting import Options
from articles.models import Article, Incoming, Rights
from partners.dates import PartialDate
from tests.desk.import_desk.making import DESK, EVIL, bring, page, press, token, waiting
from tests.desk.pages import english, form_of
from tests.desk.test_safety import INLINE
from tests.making import make_user

pytestmark = pytest.mark.django_db


def test_each_act_needs_its_permission(client, reporter):
    row = waiting()
    client.force_login(reporter)
    for address in [reverse(DESK), page(row), reverse("admin:articles_incoming_delete", args=[row.pk])]:
        assert client.get(address).status_code == 403
        assert client.post(address, {"text": "x", "do": "draft:"}).status_code == 403
    for act in [
        lambda: incoming.receive(incoming.pasted("x"), by=reporter),
        lambda: incoming.set_options(row, Options(source="x"), by=reporter),
        lambda: incoming.leave_out(row, [], by=reporter),
        lambda: incoming.take_back(row, [], by=reporter),
        lambda: incoming.make_draft(row, by=reporter),
        lambda: incoming.throw_away(row, by=reporter),
    ]:
        with pytest.raises(PermissionDenied):
            act()
    assert Incoming.objects.get() == row
    assert not Article.objects.exists()


@pytest.mark.parametrize("group", ["editor", "chief", "importer"])
def test_the_desk_is_linked_for_those_who_may(client, group):
    client.force_login(make_user(group))
    address = reverse(DESK)
    assert address in client.get(reverse("admin:index")).content.decode()
    assert client.get(reverse("admin:articles_article_changelist")).content.decode().count(address) == 2


def test_the_desk_is_hidden_from_those_who_may_not(client, reporter):
    client.force_login(reporter)
    assert reverse(DESK) not in client.get(reverse("admin:index")).content.decode()


def test_the_stock_pages_lead_to_the_desk(signed_in):
    assert signed_in.get(reverse("admin:articles_incoming_add"))["Location"] == reverse(DESK)


def test_hostile_texts_and_names_are_shown_as_text(signed_in, registry):
    text = f"Un titre {EVIL}\n\n• 12 Mar. 2024 -\n\nLa Mauritanie {EVIL} parle.\n\nPar {EVIL}\n\nLire aussi : {EVIL}\n"
    bring(signed_in, "", SimpleUploadedFile(f"{EVIL[:30]}.txt", text.encode()))
    row = Incoming.objects.get()
    for address in [reverse(DESK), page(row), reverse("admin:articles_incoming_delete", args=[row.pk])]:
        for shown in [address, english(address)]:
            content = signed_in.get(shown).content.decode()
            assert "<script>alert" not in content
            assert "<img src=x" not in content
            assert "alert(1)" in content
    content = bring(signed_in, text, follow=True).content.decode()
    assert "<script>alert" not in content


def test_the_pages_have_nothing_inline_and_act_on_no_post_without_the_forms_token(signed_in, registry, editor):
    row = waiting()
    addresses = [reverse(DESK), page(row), reverse("admin:articles_incoming_delete", args=[row.pk])]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    for address in addresses:
        assert INLINE.search(signed_in.get(address).content) is None
        assert strict.post(address, {"do": "draft:", "text": "x"}).status_code == 403
    assert Incoming.objects.get() == row


@pytest.mark.parametrize("text", ["\u202eevil\u202c texte", "a" * 20_000, "🙂 ملاحظة\n\nنص", "\x0b\x0c\x85\u2028x"])
def test_odd_texts_open(signed_in, text):
    bring(signed_in, text)
    assert signed_in.get(page(Incoming.objects.get())).status_code == 200


def test_an_entry_of_a_feed_without_a_text_is_refused_and_stops_no_other(registry):
    items = "".join(
        f"<item><title>Titre {number}</title><guid>g{number}</guid><description>{words}</description></item>"
        for number, words in enumerate(["Les ministres se sont réunis.", "", "Ils se sont quittés."], start=1)
    )
    feed = f"<rss version='2.0'><channel><title>Le Port</title>{items}</channel></rss>"
    upload = SimpleUploadedFile("fil.xml", feed.encode())
    received = incoming.receive(upload, by=make_user("editor"))
    assert [each.name for each in received] == ["fil.xml · 1", "fil.xml · 2", "fil.xml · 3"]
    assert [each.incoming is not None for each in received] == [True, False, True]
    assert received[1].why


def test_two_hundred_files_come_in_at_once(signed_in, monkeypatch):
    monkeypatch.setattr(incoming, "receive", lambda file, **_said: [incoming.Received(file.name, why="Non.")])
    files = [SimpleUploadedFile(f"{number}.txt", b"Un texte") for number in range(200)]
    response = bring(signed_in, "", *files, follow=True)
    assert response.status_code == 200
    (told,) = response.context["messages"]
    assert "9.txt" in str(told)
    assert "190" in str(told)  # and that many more


def test_a_page_that_was_open_all_the_while_takes_back_no_option(signed_in, registry):
    row = waiting(source="Agence A")
    stale = form_of(signed_in.get(page(row)), form_id="reading")
    press(signed_in, row, "keep:", source="Agence B", rights="agency")
    signed_in.post(
        page(row), stale | {"do": f"leave-all:{token(row, 'country', 'Mauritanie')}", "published": "2024-03"}
    )
    options = incoming.options_of(Incoming.objects.get(pk=row.pk))
    assert (options.source, options.rights, str(options.published)) == ("Agence B", Rights.AGENCY, "2024-03")


def test_an_option_can_be_emptied(signed_in, registry):
    row = waiting(source="Agence A", published=PartialDate(2024, 3))
    press(signed_in, row, "keep:", source="", published="")
    options = incoming.options_of(Incoming.objects.get(pk=row.pk))
    assert (options.source, options.published) == ("", None)


def test_an_entry_of_a_feed_is_kept_without_the_others(editor):
    entries = "".join(
        f"<item><title>Titre {number}</title><description>Le ministre a visité la base {number} du pays. "
        f"</description></item>"
        for number in range(40)
    )
    feed = f"<rss version='2.0'><channel><title>Ministère de la Défense</title>{entries}</channel></rss>".encode()
    received = incoming.receive(ContentFile(feed, name="feed.xml"), by=editor)
    rows = [each.incoming for each in received]
    assert len({row.pk for row in rows}) == 40
    assert sum(len(row.data) for row in rows) < 3 * len(feed)
    for number, row in enumerate(rows):
        document = incoming.document_of(Incoming.objects.get(pk=row.pk))
        assert document.text.splitlines()[0] == f"Titre {number}"
        assert "Ministère de la Défense" in document.text
    assert all(each.again for each in incoming.receive(ContentFile(feed, name="feed.xml"), by=editor))
    first = incoming.make_draft(rows[0], by=editor)
    assert first.result == "imported"
    assert incoming.receive(ContentFile(feed, name="feed.xml"), by=editor)[0].held.article_id == first.article


def test_a_held_text_is_told_of_once_escaped_to_those_who_may_not_see_it(client, editor):
    incoming.make_draft(waiting("L'armée & la mer\n\nUn texte sur la mer.\n", by=editor), by=editor)
    importer = make_user("importer")
    Group.objects.get(name="importer").permissions.remove(Permission.objects.get(codename="view_article"))
    client.force_login(importer)
    response = bring(client, "L'armée & la mer\n\nUn texte sur la mer.\n", follow=True)
    shown = response.content.decode()
    assert "&amp;amp;" not in shown
    assert "L&#x27;armée &amp; la mer" in shown
