"""The journal: every staff action leaves a line, and no line is ever changed."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from articles import deciding, incoming, journal, publishing, quote_register, revising
from articles.models import JournalEntry, ProposalKind, Source
from articles.models.journal import Kept
from partners import naming
from partners.models import Country, Official
from tests.desk.pages import form_of
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.making import day, make_article, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:articles_journalentry_changelist"


def last(action):
    return JournalEntry.objects.filter(action=action).first()


def test_an_entry_says_who_did_what_with_which_thing_when_and_why(chief):
    article = make_article(title="Sommet")
    publishing.publish(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Source démentie.")
    entry = last("withdraw")
    assert (entry.account, entry.account_name) == (chief.pk, chief.username)
    assert (entry.object_type, entry.object_id, entry.object_label) == ("articles.article", str(article.pk), "Sommet")
    assert (entry.article, entry.reason) == (article.pk, "Source démentie.")
    assert (entry.before, entry.after) == ({"edition": 1}, {"edition": 2})


def test_deleting_an_account_takes_nothing_from_the_journal(chief):
    article = make_article()
    publishing.move(article, "submit", by=chief)
    name, key = chief.username, chief.pk
    chief.logentry_set.all().delete()
    chief.delete()
    assert (last("submit").account, last("submit").account_name) == (key, name)


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: JournalEntry.objects.filter(pk=entry.pk).update(reason="x"),
        lambda entry: JournalEntry.objects.all().delete(),
        lambda entry: JournalEntry.objects.bulk_update([entry], ["reason"]),
    ],
)
def test_no_entry_is_changed_or_deleted(chief, change):
    entry = journal.note(chief, make_article(), "save", reason="before")
    entry.reason = "after"
    with pytest.raises(Kept):
        change(entry)
    assert JournalEntry.objects.get(pk=entry.pk).reason == "before"


def test_the_database_itself_refuses_to_change_an_entry(chief):
    journal.note(chief, make_article(), "save", reason="before")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_journalentry SET reason = 'after'")
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_journalentry")
    assert JournalEntry.objects.get(action="save").reason == "before"


def test_an_action_that_fails_leaves_no_entry(editor):
    with pytest.raises(publishing.Refused):
        publishing.publish(make_article(), by=editor, at=day(-1))
    assert last("publish") is None


def test_a_save_says_what_changed_and_of_a_long_text_how_long_it_was(client, editor):
    client.force_login(editor)
    article = make_article(title="Avant", body=f"<p>{'mot ' * 500}</p>")
    url = reverse("admin:articles_article_change", args=[article.pk])
    client.post(url, form_of(client.get(url), title="Après", body="<p>Court.</p>"))
    entry = last("save")
    assert (entry.before["title"], entry.after["title"]) == ("Avant", "Après")
    assert entry.before["body"]["characters"] > 1000
    assert entry.after["body"] == "<p>Court.</p>"
    assert (entry.before["revision"], entry.after["revision"]) == (1, 2)
    assert "standfirst" not in entry.after


def test_a_save_that_changes_nothing_leaves_no_entry(editor):
    assert revising.record(make_article(), by=editor) is None
    assert last("save") is None


def test_every_way_to_act_on_an_article_is_noted(chief):
    article = make_imported()
    country = make_country()
    deciding.accept([propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)], by=chief)
    deciding.accept([propose_person(article)], by=chief)
    quote_register.accept([pending_quote(article)], by=chief)
    for step in ["submit", "approve", "send_back"]:
        publishing.move(article, step, by=chief, reason="Relire.")
    publishing.publish(article, by=chief, at=day(1))
    publishing.cancel_schedule(article, by=chief)
    publishing.trash(article, by=chief)
    publishing.restore(article, by=chief)
    publishing.publish(article, by=chief)
    publishing.lead(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Erreur.")
    noted = set(JournalEntry.objects.filter(article=article.pk).values_list("action", flat=True))
    assert noted == {
        *["save", "decide", "submit", "approve", "send_back", "publish", "cancel_schedule"],
        *["trash", "restore", "lead", "withdraw"],
    }
    official = Official.objects.get()
    assert last("add").object_type in {"partners.official", "partners.tenure", "partners.office"}
    assert JournalEntry.objects.filter(object_type="partners.official", object_id=official.pk, action="add").exists()


def test_a_waiver_is_noted_with_its_reason(chief):
    article = make_article(rights="unknown")
    publishing.waive(article, "rights", by=chief, reason="Accord oral")
    assert (last("waive").after, last("waive").reason) == ({"check": "rights"}, "Accord oral")


def test_the_import_desk_notes_what_is_brought_made_a_draft_and_thrown_away(chief):
    texts = [ContentFile(f"Le titre {n}\n\nUn texte {n}.\n".encode(), name=f"{n}.txt") for n in "ab"]
    first, second = (incoming.receive(text, by=chief)[0].incoming for text in texts)
    outcome = incoming.make_draft(first, by=chief)
    incoming.throw_away(second, by=chief)
    assert JournalEntry.objects.filter(action="bring").count() == 2
    assert last("import").article == outcome.article
    assert last("throw_away").object_label == "b.txt"


def test_edits_of_the_registry_are_noted_with_before_and_after(client):
    keeper = make_user("registry keeper")
    client.force_login(keeper)
    country = make_country()
    url = reverse("admin:partners_country_change", args=[country.pk])
    client.post(url, form_of(client.get(url), "country_form", name_fr="République de Mauritanie"))
    entry = last("change")
    assert entry.account == keeper.pk
    assert (entry.before["name_fr"], entry.after["name_fr"]) == ("Mauritanie", "République de Mauritanie")
    client.post(reverse("admin:partners_country_delete", args=[country.pk]), {"post": "yes"})
    assert not Country.objects.exists()
    assert last("delete").before["name_fr"] == "République de Mauritanie"


def test_rows_edited_within_another_are_noted_as_themselves(client):
    client.force_login(make_user("registry keeper"))
    country = make_country()
    url = reverse("admin:partners_country_change", args=[country.pk])
    row = {"relations-TOTAL_FORMS": "1", "relations-0-framework": "md", "relations-0-since": "1995"}
    page = client.get(url)
    framework = next(
        key
        for key, _ in page.context["inline_admin_formsets"][0].formset.empty_form.fields["framework"].choices
        if key
    )
    client.post(url, form_of(page, "country_form", **(row | {"relations-0-framework": framework})))
    entry = last("add")
    assert (entry.object_type, entry.after["since"]) == ("partners.relation", "1995")


def test_names_taken_from_the_registry_are_noted(chief):
    country = make_country()
    naming.log(country, "Name removed: “Mauritanie”", by=chief)
    assert (last("name").object_id, last("name").summary) == (str(country.pk), "Name removed: “Mauritanie”")


def test_sources_are_noted_when_edited_from_their_page(client, editor):
    client.force_login(editor)
    source = Source.named("AFP")
    url = reverse("admin:articles_source_change", args=[source.pk])
    client.post(url, form_of(client.get(url), "source_form", note="Agence"))
    assert last("change").after == {"note": "Agence"}


def test_accounts_and_groups_are_noted_but_never_a_password(client):
    root = User.objects.create_superuser("root", password="x")
    client.force_login(root)
    someone = make_user("reporter", username="anna")
    url = reverse("admin:auth_user_change", args=[someone.pk])
    chiefs = Group.objects.get(name="chief")
    client.post(url, form_of(client.get(url), "user_form", groups=[chiefs.pk]))
    entry = last("change")
    assert [group["label"] for group in entry.before["groups"]] == ["reporter"]
    assert [group["label"] for group in entry.after["groups"]] == ["chief"]
    url = reverse("admin:auth_user_password_change", args=[someone.pk])
    words = {"password1": "horse staple battery", "password2": "horse staple battery", "usable_password": "true"}
    client.post(url, words)
    someone.refresh_from_db()
    assert someone.check_password("horse staple battery")
    assert last("change").object_label == "anna"
    held = " ".join(str((entry.before, entry.after, entry.summary)) for entry in JournalEntry.objects.all())
    assert "staple" not in held
    assert someone.password not in held


@pytest.mark.parametrize(("group", "status"), [("chief", 200), ("editor", 403), ("reporter", 403), ("importer", 403)])
def test_chiefs_alone_read_the_journal(client, group, status):
    client.force_login(make_user(group))
    entry = journal.note(None, make_article(title="Quillfish"), "save")
    for url in [reverse(LIST), reverse("admin:articles_journalentry_change", args=[entry.pk])]:
        response = client.get(url)
        assert response.status_code == status
        assert (b"Quillfish" in response.content) is (status == 200)


def test_not_even_a_superuser_changes_the_journal_at_the_desk(client):
    client.force_login(User.objects.create_superuser("root", password="x"))
    entry = journal.note(None, make_article(), "save", reason="before")
    assert client.get(reverse("admin:articles_journalentry_add")).status_code == 403
    assert (
        client.post(reverse("admin:articles_journalentry_delete", args=[entry.pk]), {"post": "y"}).status_code == 403
    )
    change = reverse("admin:articles_journalentry_change", args=[entry.pk])
    assert client.post(change, {"reason": "after"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"}
    client.post(reverse(LIST), data)
    assert JournalEntry.objects.get(pk=entry.pk).reason == "before"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"un", "deux"}),
        ({"person": "anna"}, {"un"}),
        ({"action": "decide"}, {"deux"}),
        ({"q": "anna"}, {"un"}),
        ({"at__year": "1999"}, set()),
    ],
)
def test_the_journal_is_narrowed_by_person_action_day_and_words(client, chief, query, found):
    client.force_login(chief)
    article = make_article()
    journal.note(make_user("editor", username="anna"), article, "save", reason="un")
    journal.note(make_user("editor", username="bruno"), article, "decide", reason="deux")
    assert {entry.reason for entry in client.get(reverse(LIST), query).context["cl"].result_list} == found


def test_the_journal_is_narrowed_to_an_article(client, chief):
    client.force_login(chief)
    wanted, other = make_article(), make_article()
    for article in (wanted, other):
        journal.note(chief, article, "save")
    found = client.get(reverse(LIST), {"article__exact": wanted.pk}).context["cl"].result_list
    assert {entry.article for entry in found} == {wanted.pk}
