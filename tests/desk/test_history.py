"""An article's history at the desk: the list of its revisions, two of them compared, and milestones."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing, restoring, revising
from articles.models import Byline, Contributor, Kind, Revision, Stage, Theme
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country
from tests.making import make_article, make_source, make_user

pytestmark = pytest.mark.django_db

BODY = "<h2>Un sous-titre</h2>\n<p>Le ministre est venu mardi.</p>\n<p>Il a parlé longtemps.</p>"


def history(article, **query):
    return english(reverse("admin:articles_article_history", args=[article.pk], query=query or None))


def comparing(article, **query):
    return english(reverse("admin:articles_article_compare_revisions", args=[article.pk], query=query or None))


def edit(article, *, by=None, reason="", **fields):
    """Write the fields as the desk does; returns the revision."""
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return revising.record(article, by=by, reason=reason)


def shown(response):
    """The words of a page on one line."""
    return unescape(" ".join(response.content.decode().split()))


@pytest.fixture
def article(db):
    return make_article(title="Le sommet", body=BODY, tags=["Défense"], source=make_source())


def test_the_history_says_who_when_why_and_what_changed(client, editor, article):
    anna = make_user("reporter", first_name="Anna", last_name="Berg")
    edit(article, by=anna, reason="Le ministère dément", title="Le sommet reporté", body=f"{BODY}<p>Deux mots.</p>")
    client.force_login(editor)
    page = shown(client.get(history(article)))
    for told in ["Anna Berg", "Le ministère dément", "Title, Text: +3 words", "First revision"]:
        assert told in page
    revision = article.revisions.first()
    assert f'datetime="{revision.created_at.astimezone().year}' in page
    assert "(UTC+" in page, "a moment without its offset"


def test_the_history_names_the_editions_made_of_each_revision(client, editor, article):
    publishing.publish(article, by=editor)
    edit(article, title="Un autre")
    publishing.publish(article, by=editor, kind=Kind.CORRECTION, note="Erratum")
    client.force_login(editor)
    page = client.get(history(article)).content.decode()
    second, first = page.split('id="revision-1"')
    assert "Edition 2, Correction" in " ".join(second.split())
    assert "Edition 1, First edition" in " ".join(first.split())


def test_revisions_of_old_say_what_they_changed_too(client, editor, article):
    edit(article, body=f"{BODY}<p>Deux mots.</p>")
    for revision in article.revisions.all():
        held = {name: value for name, value in revision.snapshot.items() if name != "names"}
        Revision.objects.filter(pk=revision.pk).update(changes=None, snapshot=held)
    client.force_login(editor)
    page = shown(client.get(history(article)))
    assert "Text: +2 words" in page
    assert "First revision" in page
    compared = shown(client.get(comparing(article, old=1, new=2)))
    assert "<ins>Deux mots.</ins>" in compared


def test_a_revision_of_which_nothing_was_kept_can_be_looked_at(client, editor, article):
    Revision.objects.filter(article=article).update(snapshot={}, changes=None)
    client.force_login(editor)
    assert client.get(history(article)).status_code == 200
    assert "<ins>Le sommet</ins>" in shown(client.get(comparing(article, old=1)))


def many_revisions(article, count):
    held = revising.snapshot(article)
    Revision.objects.bulk_create(
        Revision(article=article, number=number, snapshot=held, changes={"fields": ["body"], "words": [1, 2]})
        for number in range(2, count + 1)
    )


def test_a_thousand_revisions_take_as_many_queries_as_thirty(client, editor, article):
    client.force_login(editor)
    counts = []
    for last in (30, 1_000):
        Revision.objects.filter(article=article, number__gt=1).delete()
        many_revisions(article, last)
        client.get(history(article))
        found = []
        for address in (history(article), history(article, page=2), comparing(article), comparing(article, old=3)):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
    assert max(counts[1][:2]) <= 14
    assert max(counts[1][2:]) <= 32
    page = client.get(history(article, page=40))
    assert 'id="revision-1"' in page.content.decode()


# --- two of them


def test_without_a_choice_the_working_copy_is_held_against_what_readers_see(client, editor, article):
    publishing.publish(article, by=editor)
    edit(article, body=BODY.replace("mardi", "jeudi"), title="Ceci ne se lit pas encore")
    edit(article, body=BODY.replace("mardi", "jeudi matin"))
    client.force_login(editor)
    page = shown(client.get(comparing(article)))
    assert "What readers see: edition 1" in page
    assert "Le ministre est venu <del>mardi</del><ins>jeudi matin</ins>." in page


def test_without_a_public_edition_it_is_held_against_the_revision_before(client, editor, article):
    edit(article, dateline="BRUXELLES")
    edit(article, dateline="DAKAR")
    client.force_login(editor)
    assert "<del>BRUXELLES</del><ins>DAKAR</ins>" in shown(client.get(comparing(article)))


def test_any_two_states_can_be_compared(client, editor, article):
    publishing.publish(article, by=editor)
    edit(article, title="Le deuxième titre")
    edit(article, title="Le troisième titre")
    client.force_login(editor)
    for old, new, title in [
        ("1", "3", "Le <del>sommet</del><ins>troisième titre</ins>"),
        ("e1", "2", "Le <del>sommet</del><ins>deuxième titre</ins>"),
        ("3", "2", "Le <del>troisième</del><ins>deuxième</ins> titre"),
        ("now", "public", "Le <del>troisième titre</del><ins>sommet</ins>"),
    ]:
        assert title in shown(client.get(comparing(article, old=old, new=new))), (old, new)
    assert "Nothing differs" in shown(client.get(comparing(article, old="public", new="1")))


@pytest.mark.parametrize("key", ["0", "99", "e9", "public", "x", "-1", "9" * 30, "e", "1' OR 1=1"])
def test_a_state_that_is_not_there_is_not_found(client, editor, article, key):
    client.force_login(editor)
    assert client.get(comparing(article, old=key)).status_code == 404


def test_links_themes_bylines_and_choices_are_compared_by_their_names(client, editor, article):
    mali, chad = make_country("ML", "Mali"), make_country("TD", "Tchad")
    article.countries.set([mali])
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    revising.record(article, by=None)
    article.countries.set([chad])
    article.tags.set(["Sahel", "Défense"])
    article.bylines.update(contributor=Contributor.named("Jean Petit"))
    edit(article, source=make_source("Agence du Port"), rights="agency", dated="2024-10")
    client.force_login(editor)
    page = shown(client.get(comparing(article, old=2)))
    for told in [
        "<del>Mali</del>",
        "<ins>Tchad</ins>",
        "<ins>Sahel</ins>",
        "<del>Agence Test</del> <ins>Agence du Port</ins>",
        "<del>Own text</del> <ins>Agency</ins>",
        "<del>–</del> <ins>2024-10</ins>",
        "<del>Awa Diop</del><ins>Jean Petit</ins>",
    ]:
        assert told in page
    assert "<del>Défense" not in page


def test_an_entry_that_is_gone_is_called_what_it_was_called(client, editor, article):
    article.tags.add("Éphémère")
    source = make_source("Agence disparue")
    edit(article, source=source)
    article.tags.set([])
    edit(article, source=None)
    Theme.objects.all().delete()
    source.delete()
    client.force_login(editor)
    page = shown(client.get(comparing(article, old=2)))
    assert "<del>Éphémère</del>" in page
    assert "<del>Agence disparue</del>" in page


def test_marks_and_links_of_a_text_are_compared_too(client, editor, article):
    old = '<p>Un <a href="https://a.example/">lien</a> et un mot.</p>'
    edit(article, body=old)
    edit(article, body='<h2>Un <a href="https://b.example/">lien</a> et un <strong>mot</strong>.</h2>')
    client.force_login(editor)
    page = shown(client.get(comparing(article, old=2)))
    assert "<ins>##" in page
    assert "<del>a</del><ins>b</ins>" in page
    assert "<ins>**</ins>mot<ins>**</ins>" in page


def test_what_cannot_be_shown_is_said(client, editor, article):
    edit(article, body="<p>Un deux</p>")
    edit(article, body="<p>Un\u00a0deux</p>")
    client.force_login(editor)
    assert "Only spaces, or marks that are not shown here, differ." in shown(client.get(comparing(article, old=2)))


def test_a_text_of_megabytes_is_compared_and_the_page_says_where_it_stops(client, editor, article):
    def text(number):
        return "\n".join(f"<p>{n} {number * n % 977} {'mot ' * 60}{number}</p>" for n in range(6_000))

    edit(article, body=text(1))
    edit(article, body=text(2))
    client.force_login(editor)
    response = client.get(comparing(article, old=2))
    page = shown(response)
    assert "more changed paragraphs are not shown" in page
    assert len(response.content) < 2_500_000


def test_a_revision_by_itself_tells_its_fields_by_name_too(client, editor, article):
    article.countries.set([make_country("TD", "Tchad")])
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    revision = edit(article, rights="agency", dated="2024-10", by=make_user("editor", first_name="Anna"))
    client.force_login(editor)
    page = shown(client.get(english(reverse("admin:articles_revision_change", args=[revision.pk]))))
    for told in [
        "<dd>Tchad</dd>",
        "<dd>Awa Diop · Author · Dakar</dd>",
        "<dd>Agency</dd>",
        "<dd>2024-10</dd>",
        "Anna",
    ]:
        assert told in page
    Revision.objects.filter(pk=revision.pk).update(snapshot={})
    assert client.get(reverse("admin:articles_revision_change", args=[revision.pk])).status_code == 200


# --- milestones


def name(client, article, number, milestone, **more):
    address = english(reverse("admin:articles_article_milestone", args=[article.pk, number]))
    return client.post(address, {"milestone": milestone} | more, follow=True)


def test_a_revision_is_named_renamed_and_unnamed(client, editor, article):
    client.force_login(editor)
    response = name(client, article, 1, "  Version   relue ")
    assert article.revisions.get().milestone == "Version relue"
    assert "“Version relue”" in shown(response)
    name(client, article, 1, "Relue")
    assert article.revisions.get().milestone == "Relue"
    name(client, article, 1, "")
    assert article.revisions.get().milestone == ""


def test_two_revisions_of_an_article_do_not_bear_one_name(client, editor, article):
    edit(article, title="Autre")
    other = make_article()
    client.force_login(editor)
    name(client, article, 1, "Relue")
    refused = name(client, article, 2, "Relue")
    assert article.revisions.get(number=2).milestone == ""
    assert "Another revision of this article is called “Relue”." in texts(refused.context["messages"])
    name(client, other, 1, "Relue")
    assert other.revisions.get().milestone == "Relue"


def test_a_name_that_is_too_long_is_refused(client, editor, article):
    client.force_login(editor)
    assert "at most 100 characters" in texts(name(client, article, 1, "x" * 101).context["messages"])[0]
    assert article.revisions.get().milestone == ""


def test_whoever_may_not_change_the_article_names_and_restores_nothing(client, reporter, article):
    type(article).objects.filter(pk=article.pk).update(stage=Stage.READY)
    client.force_login(reporter)
    page = shown(client.get(history(article)))
    assert "Restore" not in page
    assert "milestone" not in page
    assert name(client, article, 1, "Mien").status_code == 403
    assert article.revisions.get().milestone == ""
    address = reverse("admin:articles_article_restore_revision", args=[article.pk, 1])
    assert client.get(address).status_code == 403
    assert client.post(address, {"reason": "x", "version": article.version}).status_code == 403


def test_naming_asks_for_the_article_as_it_stands(editor, article):
    type(article).objects.filter(pk=article.pk).update(trashed_at=article.created_at)
    with pytest.raises(publishing.Refused):
        restoring.name_milestone(article.revisions.get(), "Relue", by=editor)


@pytest.mark.parametrize("group", ["registry keeper"])
def test_whoever_may_not_read_articles_sees_nothing_of_their_history(client, article, group):
    client.force_login(make_user(group))
    for address in [
        history(article),
        comparing(article),
        reverse("admin:articles_article_restore_revision", args=[article.pk, 1]),
    ]:
        response = client.get(address)
        assert response.status_code == 403
        assert "sommet" not in response.content.decode()


def test_the_history_of_an_article_that_is_not_there_is_not_found(client, editor, article):
    client.force_login(editor)
    for key in [0, 999_999, 10**30]:
        assert client.get(reverse("admin:articles_article_history", args=[key])).status_code == 404
        assert client.get(reverse("admin:articles_article_compare_revisions", args=[key])).status_code == 404


# --- the reason, as the article's form sends it


def save(client, article, **changes):
    page = reverse("admin:articles_article_change", args=[article.pk])
    return client.post(page, form_of(client.get(page), **changes))


def test_the_reason_that_the_form_asks_for_stands_in_the_revision(client, editor, article):
    client.force_login(editor)
    save(client, article, dateline="DAKAR", why=" Le lieu\n manquait " + "x" * 400)
    reason = article.revisions.first().reason
    assert reason.startswith("Le lieu manquait xx")
    assert len(reason) == 300


@pytest.mark.parametrize(
    "sent",
    [{}, {"why": "Pour rien"}, {"standfirst": "Un chapeau.\r\nEn deux lignes.\r\n"}, {"title": "  Le sommet "}],
    ids=["nothing", "only a reason", "the line ends of a browser", "spaces around the title"],
)
def test_a_save_that_changes_nothing_makes_no_revision(client, editor, article, sent):
    edit(article, standfirst="Un chapeau.\nEn deux lignes.", body=f"{BODY}\n<p>Fin :\u00a0« oui ».</p>")
    before = type(article).objects.filter(pk=article.pk).values().get()
    client.force_login(editor)
    assert save(client, article, **sent).status_code == 302
    assert type(article).objects.filter(pk=article.pk).values().get() == before
    assert article.revisions.count() == 2
