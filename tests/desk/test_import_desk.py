"""The import desk: texts come in, are looked at, and become drafts."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles import deciding, incoming, publishing
from articles.admin.understood import token_of
from articles.drafting import Options
from articles.importing import import_articles
from articles.models import Article, Incoming, Rights, SourceText
from articles.reading.decode import MAX_BYTES
from articles.reading.recognised import recognised
from partners.dates import PartialDate
from partners.loading import load
from partners.registry import read_tables
from tests.desk.pages import english, form_of, texts
from tests.desk.test_safety import INLINE
from tests.making import make_user

pytestmark = pytest.mark.django_db

TEXT = """Le port de Nouadhibou accueillera une base logistique

• 12 Mar. 2024 -

La Mauritanie et l'Espagne ont signé mardi un accord, et la Mauritanie s’en félicite, ont annoncé les deux pays.

Une coopération durable

« Nous avons besoin de partenaires solides sur le flanc sud », a déclaré le secrétaire général, Jens Stoltenberg.

Lire aussi : Le sommet de Washington

Par Aminata Sow
"""
DESK = "admin:articles_incoming_changelist"
EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7|add:7 }} "quoted"'


@pytest.fixture
def registry(db):
    load(read_tables())


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def bring(client, text="", *uploads, follow=False, **options):
    data = {"text": text, "uploads": list(uploads), "rights": "unknown"} | options
    return client.post(reverse(DESK), {name: value for name, value in data.items() if value}, follow=follow)


def page(row):
    return reverse("admin:articles_incoming_change", args=[row.pk])


def press(client, row, button, **changes):
    """Press a button of the preview with everything else that its form holds."""
    data = form_of(client.get(page(row)), form_id="reading", **changes)
    return client.post(page(row), data | {"do": button})


def waiting(text=TEXT, *, by=None, **options):
    (received,) = incoming.receive(incoming.pasted(text), by=by or make_user("editor"), options=Options(**options))
    return received.incoming


def token(row, part, words):
    """The name of a thing in the page's buttons, by the words that it stands on."""
    understood = incoming.reading_of(row)
    for thing in recognised(understood.full):
        if thing.part == part and thing.span.of(understood.full.text) == words:
            return token_of(thing.identity)
    raise AssertionError(f"{words} is no {part} of this text")


# --- bringing


def test_a_pasted_text_waits_as_it_came_and_is_shown_at_once(signed_in, editor):
    response = bring(signed_in, TEXT.replace("\n", "\r\n"), source="Agence du Sud", published="2024-03")
    row = Incoming.objects.get()
    assert response["Location"] == page(row)
    assert bytes(row.data) == TEXT.encode()
    assert (row.brought_by, row.name) == (editor, "le-port-de-nouadhibou-accueillera-une-base-logistique.txt")
    assert incoming.options_of(row) == Options(source="Agence du Sud", published=PartialDate.parse("2024-03"))
    assert not Article.objects.exists()


def test_several_files_are_received_and_those_that_cannot_be_read_are_named(signed_in):
    response = bring(
        signed_in,
        "",
        SimpleUploadedFile("un.txt", "Un texte sur la défense.".encode()),
        SimpleUploadedFile("vide.txt", b""),
        SimpleUploadedFile("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        SimpleUploadedFile("gros.txt", b"a" * (MAX_BYTES + 1)),
        SimpleUploadedFile("deux.txt", b"Another text about defence."),
        follow=True,
    )
    assert {row.name for row in Incoming.objects.all()} == {"un.txt", "deux.txt"}
    told = texts(response.context["messages"])
    assert [message.split(":")[0].strip() for message in told[:3]] == ["vide.txt", "photo.txt", "gros.txt"]
    assert len(told) == 4


def test_a_file_on_which_the_reader_fails_stops_no_other(signed_in, monkeypatch, caplog):
    read = incoming.read_document

    def failing(document, *args, **kwargs):
        return 1 / 0 if "boom" in document.text else read(document, *args, **kwargs)

    monkeypatch.setattr(incoming, "read_document", failing)
    files = [SimpleUploadedFile(f"{name}.txt", f"Un texte {name}.".encode()) for name in ["boom", "calme"]]
    response = bring(signed_in, "", *files, follow=True)
    assert [row.name for row in Incoming.objects.all()] == ["calme.txt"]
    assert "ZeroDivisionError" in texts(response.context["messages"])[0]


def test_nothing_and_a_wrong_date_are_refused_on_the_page_with_the_words_kept(signed_in):
    assert "errorlist" in bring(signed_in).content.decode()
    content = bring(signed_in, "Un texte.", published="hier").content.decode()
    assert "Un texte." in content
    assert "errorlist" in content
    assert not Incoming.objects.exists()


def test_the_same_text_twice_waits_once(signed_in):
    bring(signed_in, TEXT)
    response = bring(signed_in, TEXT, follow=True)
    assert Incoming.objects.count() == 1
    assert len(texts(response.context["messages"])) == 1


def test_bytes_that_an_article_holds_lead_to_it_and_out_of_the_trash(signed_in, editor):
    incoming.make_draft(waiting(), by=editor)
    article = Article.objects.get()
    content = bring(signed_in, TEXT, follow=True).content.decode()
    assert reverse("admin:articles_article_change", args=[article.pk]) in content
    assert not Incoming.objects.exists()
    publishing.trash(article, by=editor)
    restore = reverse("admin:articles_article_step", args=[article.pk, "restore"])
    assert restore in bring(signed_in, TEXT, follow=True).content.decode()
    signed_in.post(restore)
    article.refresh_from_db()
    assert article.trashed_at is None


def test_the_desk_lists_what_waits_and_reads_nothing_for_it(signed_in, django_assert_max_num_queries, monkeypatch):
    for number in range(60):
        waiting(f"Un titre {number}\n\nUn texte sur la défense de la région.\n")
    monkeypatch.setattr(incoming, "read_document", None)
    with django_assert_max_num_queries(12):
        content = signed_in.get(reverse(DESK)).content.decode()
    assert "Un titre 59" in content
    assert "?page=2" in content


def test_what_waits_is_found_by_title_name_and_source(signed_in):
    waiting("Le port de Nouadhibou\n\nUn texte sur la défense.\n", source="Agence du Sud")
    waiting("La base de Niamey\n\nUn autre texte sur la défense.\n")
    for words in ["Nouadhibou", "le-port-de", "agence du sud"]:
        shown = signed_in.get(reverse(DESK), {"q": words}).context["page_obj"]
        assert [row.options["title"] for row in shown] == ["Le port de Nouadhibou"]


# --- looking


def test_the_preview_shows_fields_and_mentions_with_their_passages_and_links_from_the_text(signed_in, registry):
    row = waiting()
    content = signed_in.get(page(row)).content.decode()
    assert "Le port de Nouadhibou accueillera une base logistique" in content
    assert "2024-03-12" in content
    country = token(row, "country", "Mauritanie")
    assert f'id="{country.replace(":", "-")}"' in content
    assert f'href="#{country.replace(":", "-")}" class="source-mark is-country">Mauritanie</a>' in content
    assert f'value="leave-all:{country}"' in content
    assert not Article.objects.exists()


def test_every_link_within_the_page_leads_to_one_place_of_it(signed_in, registry):
    content = signed_in.get(page(waiting())).content.decode()
    ids = re.findall(r'\sid="([^"]*)"', content)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', content)) <= set(ids)


def test_the_preview_asks_few_questions_of_the_database(signed_in, registry, django_assert_max_num_queries):
    row = waiting()
    with django_assert_max_num_queries(24):
        signed_in.get(page(row))


def test_a_very_long_text_still_opens(signed_in):
    row = waiting("Un titre\n\n" + "La Mauritanie parle de la défense. " * 8_000)
    response = signed_in.get(page(row))
    assert response.status_code == 200
    assert len(response.content) < 3_000_000


def shown_as_ignored(content):
    """The entries that the page says will not be proposed, by their kind."""
    entries = re.findall(r'<li class="review-card import-entry[^"]*" id="([a-z]+)-.*?</li>', content, re.DOTALL)
    marked = re.findall(
        r'<li class="review-card import-entry[^"]*" id="([a-z]+)-(?:(?!<li class="review-card).)*?articles/ignored/',
        content,
        re.DOTALL,
    )
    assert set(marked) <= set(entries)
    return marked


def test_what_the_desk_has_rejected_is_shown_as_not_proposed_and_is_not_proposed(signed_in, registry, editor):
    make_draft_of = "Un mot\n\nLa Mauritanie parle de la défense de la région.\n"
    incoming.make_draft(waiting(make_draft_of), by=editor)
    row = waiting()
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == []
    deciding.reject(Article.objects.get().proposals.filter(key="MR"), by=editor)
    content = signed_in.get(page(row)).content.decode()
    assert shown_as_ignored(content) == ["country"]
    press(signed_in, row, "draft:")
    proposed = set(Article.objects.latest("pk").proposals.values_list("key", flat=True))
    assert "ES" in proposed
    assert "MR" not in proposed


def test_what_other_words_still_propose_is_not_shown_as_ignored(signed_in, registry, editor):
    incoming.make_draft(waiting("Un mot\n\nLa Mauritanie parle de la défense de la région.\n"), by=editor)
    deciding.reject(Article.objects.get().proposals.filter(key="MR"), by=editor)
    row = waiting("Un exercice\n\nL'armée mauritanienne s'entraîne. La Mauritanie y envoie trois bataillons.\n")
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == []
    capital = token(row, "country", "mauritanienne")
    press(signed_in, row, f"leave:{capital}")
    assert shown_as_ignored(signed_in.get(page(row)).content.decode()) == ["country"]


# --- leaving out


def test_a_country_is_left_out_wherever_it_is_named_and_taken_back(signed_in, registry):
    row = waiting()
    country = token(row, "country", "Mauritanie")
    response = press(signed_in, row, f"leave-all:{country}")
    assert response["Location"] == f"{page(row)}#{country.replace(':', '-')}"
    row.refresh_from_db()
    assert len(row.left_out) == 2
    assert "MR" not in {country.code for country in incoming.reading_of(row).reading.countries}
    press(signed_in, row, f"take:{country}")
    row.refresh_from_db()
    assert len(row.left_out) == 1
    press(signed_in, row, f"take-all:{country}")
    row.refresh_from_db()
    assert row.left_out == []


def test_a_field_left_out_is_empty_and_its_line_is_in_the_text_of_the_draft(signed_in, registry):
    row = waiting()
    press(signed_in, row, f"leave:{token(row, 'byline', 'Aminata Sow')}")
    press(signed_in, row, f"leave:{token(row, 'subheading', 'Une coopération durable')}")
    press(signed_in, row, "draft:")
    article = Article.objects.get()
    assert not article.bylines.exists()
    assert "<p>Par Aminata Sow</p>" in article.body
    assert "<h2>" not in article.body


def test_the_list_shows_the_title_as_it_is_read_now(signed_in, registry):
    row = waiting()
    title = "Le port de Nouadhibou accueillera une base logistique"
    press(signed_in, row, f"leave:{token(row, 'title', title)}")
    row.refresh_from_db()
    assert row.options["title"].startswith("La Mauritanie et l'Espagne ont signé mardi un accord")


@pytest.mark.parametrize("button", ["leave:country:0-3", "leave:x", "take-all:", "leave:country:a-b"])
def test_what_is_not_in_the_reading_is_not_left_out(signed_in, registry, button):
    row = waiting()
    response = signed_in.post(page(row), {"do": button}, follow=True)
    row.refresh_from_db()
    assert row.left_out == []
    assert texts(response.context["messages"])


def test_an_unknown_button_is_refused(signed_in):
    assert signed_in.post(page(waiting()), {"do": "publish:1"}).status_code == 400


def test_options_that_stand_on_the_page_are_kept_whatever_button_is_pressed(signed_in, registry):
    row = waiting()
    country = token(row, "country", "Espagne")
    press(signed_in, row, f"leave:{country}", source="Agence du Sud", rights="agency", language="fr")
    row.refresh_from_db()
    assert incoming.options_of(row) == Options(source="Agence du Sud", rights=Rights.AGENCY, language="fr")
    assert len(row.left_out) == 1


def test_a_date_that_is_none_is_refused_and_nothing_is_done(signed_in, registry):
    row = waiting()
    data = {"do": "draft:", "published": "hier", "rights": "own"}
    assert "errorlist" in signed_in.post(page(row), data).content.decode()
    assert not Article.objects.exists()
    assert Incoming.objects.filter(pk=row.pk).exists()


# --- the draft


def test_a_draft_has_the_options_and_none_of_what_was_left_out(signed_in, registry, editor):
    row = waiting()
    press(signed_in, row, f"leave-all:{token(row, 'country', 'Mauritanie')}")
    response = press(signed_in, row, "draft:", source="Agence du Sud", rights="agency", published="2024-03-13")
    article = Article.objects.get()
    assert response["Location"] == reverse("admin:articles_article_proposals", args=[article.pk])
    assert (article.source.name, article.rights, str(article.dated)) == ("Agence du Sud", "agency", "2024-03-13")
    assert article.created_by == editor
    proposed = set(article.proposals.values_list("key", flat=True))
    assert "ES" in proposed
    assert "MR" not in proposed
    assert bytes(article.source_text.data) == TEXT.encode()
    assert not Incoming.objects.exists()


def test_a_text_that_nobody_touched_becomes_what_the_import_makes_of_its_file(signed_in, registry, tmp_path):
    press(signed_in, waiting(), "draft:")
    drafted = Article.objects.get()
    here = {name: getattr(drafted, name) for name in ["title", "body", "language", "dateline", "dated", "standfirst"]}
    proposed = sorted(drafted.proposals.values_list("kind", "key", "start"))
    SourceText.objects.all().update(sha256="0" * 64)
    (tmp_path / "wire.txt").write_text(TEXT)
    import_articles([tmp_path / "wire.txt"])
    imported = Article.objects.exclude(pk=drafted.pk).get()
    assert {name: getattr(imported, name) for name in here} == here
    assert sorted(imported.proposals.values_list("kind", "key", "start")) == proposed


def test_two_editors_make_one_draft_and_the_second_is_led_to_it(registry, editor):
    row = waiting()
    same = Incoming.objects.get(pk=row.pk)
    incoming.make_draft(row, by=editor)
    with pytest.raises(incoming.Gone) as gone:
        incoming.make_draft(same, by=make_user("chief"))
    assert gone.value.article == Article.objects.get()


def test_create_draft_pressed_again_leads_to_the_draft_that_was_made(signed_in, registry):
    row = waiting()
    pressed = form_of(signed_in.get(page(row)), form_id="reading") | {"do": "draft:"}
    signed_in.post(page(row), pressed)
    again = signed_in.post(page(row), pressed, follow=True)
    article = Article.objects.get()
    assert again.redirect_chain[0][0] == reverse("admin:articles_article_proposals", args=[article.pk])
    assert any(str(incoming.Gone(article)) in told for told in texts(again.context["messages"]))


@pytest.mark.parametrize("named", ["", "0" * 64, "\x00", "0" * 5_000, "'"])
def test_a_page_that_names_no_known_bytes_leads_to_the_desk(signed_in, named):
    row = waiting()
    incoming.throw_away(row, by=make_user("editor"))
    assert signed_in.post(page(row), {"do": "draft:", "sha256": named})["Location"] == reverse(DESK)


def test_a_page_of_a_text_that_is_gone_leads_to_the_desk(signed_in):
    row = waiting()
    incoming.throw_away(row, by=make_user("editor"))
    for response in [signed_in.get(page(row)), signed_in.post(page(row), {"do": "draft:"})]:
        assert response["Location"] == reverse(DESK)


def test_bytes_that_came_in_another_way_meanwhile_are_not_imported_again(signed_in, registry, editor):
    row = waiting()
    other = Incoming.objects.create(name="autre.txt", data=row.data, options=row.options)
    incoming.make_draft(other, by=editor)
    response = press(signed_in, row, "draft:")
    assert response["Location"] == page(row)
    assert Article.objects.count() == 1
    assert b"draft:" not in signed_in.get(page(row)).content


def test_a_new_wording_of_a_held_text_is_said_to_be_one_and_kept_beside_it(signed_in, registry, editor):
    incoming.make_draft(waiting(), by=editor)
    article = Article.objects.get()
    row = waiting(f"{TEXT}\nUne phrase de plus.\n")
    assert reverse("admin:articles_article_change", args=[article.pk]) in signed_in.get(page(row)).content.decode()
    response = press(signed_in, row, "draft:")
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert Article.objects.get() == article
    assert article.source_texts.count() == 2
    assert not Incoming.objects.exists()


def test_thrown_away_only_after_a_question_and_gone_for_good(signed_in):
    row = waiting()
    address = reverse("admin:articles_incoming_delete", args=[row.pk])
    assert signed_in.get(address).status_code == 200
    assert Incoming.objects.exists()
    assert signed_in.post(address)["Location"] == reverse(DESK)
    assert not Incoming.objects.exists()


# --- who may


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


# --- hostile texts


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
    assert len(response.context["messages"]) == 200


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
