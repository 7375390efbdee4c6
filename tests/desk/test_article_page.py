"""The article's page: who may change it, and what saving does."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import translation

from articles import publishing
from articles.models import Article, Brief, Source, Stage, Theme
from partners.dates import PartialDate
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_country, make_imported, propose_person
from tests.making import make_article, make_edition, make_user

pytestmark = pytest.mark.django_db

BODY = '<h2>Sous-titre</h2>\n<p>Un texte de <em lang="en">fond</em>.</p>\n<p class="caption" lang="en">A caption.</p>'


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def save(client, article, **changes):
    """Open the page, change what is named and save it."""
    data = form_of(client.get(change_url(article)), **changes)
    response = client.post(change_url(article), data)
    assert response.status_code == 302, response.context["errors"]
    return response


@pytest.fixture
def article(db):
    return make_article(
        body=BODY,
        standfirst="Une ligne.\nDeux lignes.",
        tags=["Défense"],
        title="Le titre",
        countries=[make_country()],
    )


def test_opening_and_saving_changes_nothing_and_makes_no_revision(client, editor, article):
    client.force_login(editor)
    before = Article.objects.filter(pk=article.pk).values().get()
    save(client, article, _save="")
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert article.revisions.count() == 1
    assert [theme.name for theme in article.tags.all()] == ["Défense"]
    assert article.countries.count() == 1


def test_a_change_of_the_text_is_one_revision_by_its_editor(client, editor, article):
    client.force_login(editor)
    save(client, article, body=f"{BODY}<p>Encore.</p>", _save="")
    article.refresh_from_db()
    assert article.body.endswith("<p>Encore.</p>")
    assert article.revisions.count() == 2
    assert article.revisions.first().created_by == editor


def test_a_change_of_links_and_themes_alone_is_a_revision(client, editor, article):
    client.force_login(editor)
    mali = make_country("ML", "Mali")
    save(client, article, countries=[str(mali.pk)], tags="defense, Sahel", _save="")
    assert list(article.countries.all()) == [mali]
    assert {theme.name for theme in article.tags.all()} == {"Défense", "Sahel"}
    assert article.revisions.count() == 2
    assert article.revisions.first().snapshot["countries"] == [mali.pk]
    assert Theme.objects.count() == 2


def test_what_is_pasted_into_the_text_is_sanitised(client, editor, article):
    client.force_login(editor)
    save(client, article, body='<p onclick="x()">Texte</p><script>alert(1)</script>', _save="")
    article.refresh_from_db()
    assert article.body == "<p>Texte</p>"


def test_a_title_that_an_editor_writes_is_no_proposal_any_more(client, editor):
    client.force_login(editor)
    article = make_article(title="Proposé", title_proposed=True)
    save(client, article, standfirst="Chapeau", _save="")
    article.refresh_from_db()
    assert article.title_proposed
    save(client, article, title="Un vrai titre", _save="")
    article.refresh_from_db()
    assert not article.title_proposed


def test_dates_are_kept_as_known_and_refused_when_they_are_none(client, editor, article):
    client.force_login(editor)
    save(client, article, dated="2024-10", _save="")
    article.refresh_from_db()
    assert article.dated == PartialDate(2024, 10)
    data = form_of(client.get(change_url(article)), dated="hier")
    response = client.post(change_url(article), data)
    assert response.status_code == 200
    assert "dated" in response.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("day", "hour", "error"),
    [
        ("2026-03-29", "02:30", "does not exist"),
        ("2026-10-25", "02:30", "02:30 (UTC+2) or 02:30 (UTC+1)"),
        ("2026-10-25", "03:30", None),
    ],
)
def test_an_embargo_is_an_hour_that_the_clock_shows_once(client, editor, article, day, hour, error):
    client.force_login(editor)
    url = english(change_url(article))
    data = form_of(client.get(url), embargo_until_0=day, embargo_until_1=hour)
    response = client.post(url, data)
    if error is None:
        article.refresh_from_db()
        assert article.embargo_until.isoformat() == "2026-10-25T02:30:00+00:00"
    else:
        assert error in str(response.context["adminform"].form.errors["embargo_until"])


def test_an_article_can_be_written_at_the_desk_and_gets_its_address_from_its_title(client, reporter):
    client.force_login(reporter)
    make_article(slug="l-otan-a-bruxelles")
    url = reverse("admin:articles_article_add")
    data = form_of(client.get(url), title="L’OTAN à Bruxelles", body="<p>Texte.</p>")
    assert client.post(url, data).status_code == 302
    article = Article.objects.get(title="L’OTAN à Bruxelles")
    assert article.slug == "l-otan-a-bruxelles-2"
    assert article.created_by == reporter
    assert article.revisions.count() == 1


def test_an_author_without_a_name_is_refused_in_words(client, editor, article):
    client.force_login(editor)
    row = {
        "bylines-TOTAL_FORMS": "1",
        "bylines-0-article": str(article.pk),
        "bylines-0-contributor": "",
        "bylines-0-role": "author",
        "bylines-0-place": "Bruxelles",
        "bylines-0-position": "0",
    }
    response = client.post(change_url(article), form_of(client.get(change_url(article)), **row))
    assert response.status_code == 200
    save(client, article, **(row | {"bylines-0-role": "correspondent"}))
    assert article.bylines.get().place == "Bruxelles"


# --- who may


@pytest.mark.parametrize(
    ("stage", "group", "may"),
    [
        (Stage.DRAFT, "reporter", True),
        (Stage.IN_REVIEW, "reporter", True),
        (Stage.READY, "reporter", False),
        (Stage.READY, "editor", True),
        (Stage.READY, "chief", True),
        (Stage.DRAFT, "importer", True),
    ],
)
def test_reporters_change_articles_until_they_are_ready(client, stage, group, may):
    article = make_article(stage=stage, title="Avant")
    client.force_login(make_user(group))
    page = client.get(change_url(article))
    assert page.status_code == 200
    assert (b'name="_save"' in page.content) is may
    data = {"title": "Après"} if not may else form_of(page, title="Après")
    client.post(change_url(article), data)
    article.refresh_from_db()
    assert (article.title == "Après") is may


def test_nobody_changes_what_is_in_the_trash(client, chief):
    article = make_article(title="Avant")
    publishing.trash(article, by=chief)
    client.force_login(chief)
    assert client.post(change_url(article), {"title": "Après"}).status_code == 403
    article.refresh_from_db()
    assert article.title == "Avant"


@pytest.mark.parametrize("path", ["change", "proposals", "step", "waive"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_registry_keeper_learns_nothing_of_an_article(client, path, method):
    article = make_imported(title="Quillfish")
    urls = {
        "change": change_url(article),
        "proposals": reverse("admin:articles_article_proposals", args=[article.pk]),
        "step": reverse("admin:articles_article_step", args=[article.pk, "publish"]),
        "waive": reverse("admin:articles_article_waive", args=[article.pk, "rights"]),
    }
    client.force_login(make_user("registry keeper"))
    response = getattr(client, method)(urls[path])
    assert response.status_code == 403
    assert b"Quillfish" not in response.content


@pytest.mark.parametrize("path", ["change", "proposals"])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, path):
    article = make_imported(title="Quillfish")
    name = {"change": "admin:articles_article_change", "proposals": "admin:articles_article_proposals"}[path]
    response = client.get(reverse(name, args=[article.pk]))
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_who_may_not_change_a_text_reads_it_set_as_readers_get_it(client, reporter):
    article = make_article(stage=Stage.READY, body=BODY, language="fr")
    client.force_login(reporter)
    content = client.get(change_url(article)).content.decode()
    assert BODY in content
    assert "&lt;p" not in content
    assert '<div class="desk-text" dir="auto" lang="fr">' in content


def test_a_text_in_the_trash_is_shown_as_read_and_html_that_is_not_ours_is_left_out(client, chief):
    article = make_article()
    Article.objects.filter(pk=article.pk).update(body="<p onclick='x()'>Texte</p><script>x()</script>")
    publishing.trash(article, by=chief)
    client.force_login(chief)
    content = client.get(change_url(article)).content.decode()
    assert "<p>Texte</p>" in content
    assert "onclick" not in content
    assert "x()" not in content


@pytest.mark.parametrize(("group", "least"), [("editor", 700), ("chief", 600)])
def test_a_brief_is_lowered_only_by_those_who_may_waive_its_checks(client, article, group, least):
    brief = Brief.objects.create(article=article, text="700 words", least_words=700)
    client.force_login(make_user(group))
    url = change_url(article)
    rows = {"brief-TOTAL_FORMS": "1", "brief-INITIAL_FORMS": "1", "brief-0-id": str(brief.pk)}
    rows |= {"brief-0-article": str(article.pk), "brief-0-text": brief.text, "brief-0-least_words": "600"}
    client.post(url, form_of(client.get(url)) | rows)
    brief.refresh_from_db()
    assert brief.least_words == least
    with translation.override("en"):
        told = " ".join(entry.get_change_message() for entry in LogEntry.objects.filter(object_id=str(article.pk)))
    assert ("for brief" in told) is (group == "chief")


# --- what stands beside the text


def test_the_page_shows_the_source_text_the_brief_the_checks_and_what_is_open(client, editor):
    make_country()
    article = make_imported(rights="unknown")
    propose_person(article)
    Brief.objects.create(article=article, text="Make it 700 words", least_words=700)
    client.force_login(editor)
    content = client.get(english(change_url(article))).content.decode()
    assert "Make it 700 words" in content
    assert '<mark class="source-mark is-official">Hanena Ould Sidi</mark>' in content
    assert "Review the proposals (1)" in content
    assert "by what right" in content
    assert "The brief asks for at least 700 words" in content


def test_the_reason_for_a_waiver_can_be_given_by_a_chief_only(client, editor, chief):
    article = make_article(rights="unknown")
    url = reverse("admin:articles_article_waive", args=[article.pk, "rights"])
    client.force_login(editor)
    assert client.post(url, {"reason": "Accord oral"}).status_code == 403
    client.force_login(chief)
    page = client.get(url)
    assert page.status_code == 200
    assert f'href="{url}"' not in page.content.decode()  # the page does not lead to itself
    client.post(url, {"reason": ""})
    assert not article.waivers.exists()
    publish = reverse("admin:articles_article_step", args=[article.pk, "publish"])
    assert f'href="{url}?then=publish"' in client.get(publish).content.decode()
    assert client.post(f"{url}?then=publish", {"reason": "Accord oral"})["Location"] == publish
    waiver = article.waivers.get()
    assert (waiver.check_name, waiver.reason, waiver.waived_by) == ("rights", "Accord oral", chief)


def test_a_button_of_the_desk_saves_before_it_goes_on(client, editor, article):
    client.force_login(editor)
    response = save(client, article, title="Titre neuf", _go="proposals")
    assert response["Location"] == reverse("admin:articles_article_proposals", args=[article.pk])
    article.refresh_from_db()
    assert article.title == "Titre neuf"
    response = save(client, article, title="Titre 3", _go="step:publish")
    assert response["Location"] == reverse("admin:articles_article_step", args=[article.pk, "publish"])
    article.refresh_from_db()
    assert article.title == "Titre 3"
    assert not article.editions.exists()


def test_a_step_that_asks_nothing_is_taken_after_saving(client, reporter, article):
    client.force_login(reporter)
    save(client, article, title="Titre neuf", _go="step:submit")
    article.refresh_from_db()
    assert (article.title, article.stage) == ("Titre neuf", Stage.IN_REVIEW)


def test_an_unknown_step_only_saves(client, editor, article):
    client.force_login(editor)
    response = save(client, article, title="Titre neuf", _go="step:explode")
    assert response["Location"] == change_url(article)


@pytest.mark.parametrize("group", ["reporter", "editor", "chief"])
def test_buttons_are_shown_to_who_may_use_them(client, group):
    article = make_article(stage=Stage.IN_REVIEW)
    make_edition(article=article)
    client.force_login(make_user(group))
    content = client.get(change_url(article)).content.decode()
    offered = {name for name in ["approve", "send_back", "lead", "withdraw", "submit"] if f"step:{name}" in content}
    review = {"approve", "send_back", "lead"}
    assert offered == {"reporter": set(), "editor": review, "chief": review | {"withdraw"}}[group]


def test_a_source_is_found_whatever_its_accents(client, editor):
    Source.named("Agence Télé-Presse")
    client.force_login(editor)
    response = client.get(reverse("admin:articles_source_changelist"), {"q": "tele presse"})
    assert "Agence Télé-Presse" in response.content.decode()


@pytest.mark.parametrize("typed", ["x" * 101, "Flanc sud, …"])
def test_a_theme_too_long_or_without_a_letter_is_refused_in_words(client, editor, article, typed):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), tags=typed)
    response = client.post(change_url(article), data)
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["tags"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_an_embargo_lies_in_years_that_the_clock_can_reckon_with(client, editor, article, day):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), embargo_until_0=day, embargo_until_1="12:00")
    response = client.post(change_url(article), data)
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["embargo_until"]
