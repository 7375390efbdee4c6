"""What nobody deletes or rewrites at the desk."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.flatpages.models import FlatPage
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Brief, Contributor, ImportRun, Quote, Source, Waiver
from partners.dates import PartialDate
from partners.models import Office, Official, Tenure
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country, make_imported, pending_quote, propose_person
from tests.making import day, make_article, make_edition, make_quote
from tests.partners.making import make_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("root", password="x")


@pytest.fixture
def rows(chief):
    make_country()
    article = make_imported()
    propose_person(article)
    edition = make_edition(article=article)
    waiver = Waiver.objects.create(article=article, check_name="rights", reason="Accord", waived_by=chief)
    return {
        "article": article,
        "edition": edition,
        "revision": article.revisions.first(),
        "sourcetext": article.source_text,
        "waiver": waiver,
        "importrun": ImportRun.objects.create(),
        "proposal": article.proposals.first(),
    }


NAMES = ["article", "edition", "revision", "sourcetext", "waiver", "importrun", "proposal"]


@pytest.mark.parametrize("name", NAMES)
def test_not_even_a_superuser_deletes_it(client, superuser, rows, name):
    client.force_login(superuser)
    row = rows[name]
    assert client.post(reverse(f"admin:articles_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    client.post(reverse(f"admin:articles_{name}_changelist"), data)
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "article"])
def test_not_even_a_superuser_changes_or_adds_it(client, superuser, rows, name):
    client.force_login(superuser)
    url = reverse(f"admin:articles_{name}_change", args=[rows[name].pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"note": "x", "title": "x"}).status_code == 403
    assert client.get(reverse(f"admin:articles_{name}_add")).status_code == 403


def test_the_words_of_a_quote_stay_and_its_speaker_can_be_corrected(client, editor, rows):
    quote = pending_quote(rows["article"], text="Des mots exacts de la source")
    country = rows["proposal"].article.countries.first() or make_country("ML", "Mali")
    first, second = (Official.objects.create(name=name, country=country) for name in ("Ana Un", "Bea Deux"))
    office = Office.objects.create(title_fr_m="ministre", title_en="minister", country=country)
    Tenure.objects.create(official=first, office=office)
    Quote.objects.filter(pk=quote.pk).update(speaker=first, office=office)
    client.force_login(editor)
    url = reverse("admin:articles_quote_change", args=[quote.pk])
    data = form_of(client.get(url), form_id="quote_form", speaker=str(second.pk), text="Autres mots")
    client.post(url, data)
    quote.refresh_from_db()
    assert quote.text == "Des mots exacts de la source"
    assert (quote.speaker, quote.office) == (second, None)


@pytest.fixture
def minister(rows):
    """An official who was a minister until 2023 and has led the general staff since 2024."""
    country = make_country("ML", "Mali")
    official = Official.objects.create(name="Ana Un", country=country)
    for title, start, end in [("ministre", "2020", "2023"), ("cheffe d'état-major", "2024", None)]:
        office = Office.objects.create(title_fr_m=title, title_en=title, country=country)
        held = {"since": PartialDate.parse(start), "until": end and PartialDate.parse(end)}
        Tenure.objects.create(official=official, office=office, **held)
    return official


def change_quote(client, quote, **changes):
    url = reverse("admin:articles_quote_change", args=[quote.pk])
    response = client.post(url, form_of(client.get(url), form_id="quote_form", **changes))
    quote.refresh_from_db()
    return response


def told_of(article):
    return [entry.get_change_message() for entry in LogEntry.objects.filter(object_id=str(article.pk))]


def test_a_speaker_named_on_the_quotes_own_page_has_the_office_of_that_day(client, editor, rows, minister):
    quote = pending_quote(rows["article"], said_on=PartialDate(2022, 5, 4))
    client.force_login(editor)
    change_quote(client, quote, speaker=str(minister.pk), attribution="  Le   ministre ")
    assert (quote.speaker, str(quote.office.title_fr_m), quote.attribution) == (minister, "ministre", "Le ministre")
    assert any("Ana Un" in line for line in told_of(rows["article"]))


def test_the_office_follows_the_day_on_which_a_quote_was_said(client, editor, rows, minister):
    quote = pending_quote(rows["article"], said_on=PartialDate(2022, 5, 4))
    client.force_login(editor)
    change_quote(client, quote, speaker=str(minister.pk))
    change_quote(client, quote, said_on="2025-01-02")
    assert quote.office.title_fr_m == "cheffe d'état-major"
    assert any("2025-01-02" in line for line in told_of(rows["article"]))
    change_quote(client, quote, said_on="")
    assert (quote.said_on, quote.office) == (None, None)


def test_an_office_chosen_by_hand_stands(client, editor, rows, minister):
    quote = pending_quote(rows["article"], said_on=PartialDate(2022, 5, 4))
    office = Office.objects.get(title_fr_m="cheffe d'état-major")
    client.force_login(editor)
    change_quote(client, quote, speaker=str(minister.pk), office=str(office.pk), language="en")
    assert (quote.speaker, quote.office, quote.language) == (minister, office, "en")


def test_a_quote_of_an_article_in_the_trash_is_not_changed(client, chief, rows, minister):
    quote = pending_quote(rows["article"])
    client.force_login(chief)
    url = reverse("admin:articles_quote_change", args=[quote.pk])
    data = form_of(client.get(url), form_id="quote_form", speaker=str(minister.pk))
    Article.objects.filter(pk=rows["article"].pk).update(trashed_at=timezone.now())
    assert client.get(url).status_code == 200
    assert client.post(url, data).status_code == 403
    quote.refresh_from_db()
    assert quote.speaker is None


def test_a_quote_whose_article_went_to_the_trash_meanwhile_is_refused_in_words(
    client, editor, rows, minister, monkeypatch
):
    quote = pending_quote(rows["article"])
    client.force_login(editor)

    def in_the_trash(*_args, **_kwargs):
        raise publishing.Refused("In the trash.")

    monkeypatch.setattr(publishing, "locked_row", in_the_trash)
    response = change_quote(client, quote, speaker=str(minister.pk))
    assert response.status_code == 302
    assert texts(get_messages(response.wsgi_request)) == ["In the trash."]
    assert quote.speaker is None


def test_what_readers_got_and_what_was_kept_are_shown_as_they_are_read(client, editor):
    article = make_article(title="Le titre", body="<h2>Sous-titre</h2>\n<p>Un <em>mot</em>.</p>")
    edition = make_edition(article=article)
    client.force_login(editor)
    for name, row in [("edition", edition), ("revision", article.revisions.first())]:
        content = client.get(reverse(f"admin:articles_{name}_change", args=[row.pk])).content.decode()
        assert "<h2>Sous-titre</h2>\n<p>Un <em>mot</em>.</p>" in content
        assert "&lt;p" not in content
        assert "Le titre" in content


def test_a_brief_stays_with_its_article_and_its_deletion_is_told_there(client, chief, rows):
    brief = Brief.objects.create(article=rows["article"], text="700 words", least_words=700)
    client.force_login(chief)
    url = english(reverse("admin:articles_brief_change", args=[brief.pk]))
    data = form_of(client.get(url), form_id="brief_form", article=str(make_article().pk), least_words="600")
    assert client.post(url, data).status_code == 302
    brief.refresh_from_db()
    assert (brief.article, brief.least_words) == (rows["article"], 600)
    client.post(english(reverse("admin:articles_brief_delete", args=[brief.pk])), {"post": "yes"})
    assert not Brief.objects.exists()
    assert {"Brief changed", "Brief deleted"} <= set(told_of(rows["article"]))


@pytest.mark.parametrize("action", ["change", "delete"])
def test_an_editor_changes_and_deletes_no_brief(client, editor, rows, action):
    brief = Brief.objects.create(article=rows["article"], text="700 words", least_words=700)
    client.force_login(editor)
    url = reverse(f"admin:articles_brief_{action}", args=[brief.pk])
    assert client.post(url, {"post": "yes", "text": "x", "least_words": "1"}).status_code == 403
    assert Brief.objects.get().least_words == 700


def test_a_theme_that_readers_have_seen_keeps_its_address(client, chief):
    seen = make_edition(article=make_article(tags=["Sahel"])).tags.get()
    new = make_article(tags=["Flanc sud"]).tags.get()
    client.force_login(chief)
    for theme, slug in [(seen, "sahel"), (new, "autre")]:
        url = reverse("admin:articles_theme_change", args=[theme.pk])
        client.post(url, {"name": f"{theme.name} 2", "slug": "autre"})
        theme.refresh_from_db()
        assert (theme.name[-1], theme.slug) == ("2", slug)


def test_the_account_of_a_contributor_is_chosen_by_those_who_may_see_accounts(client, chief, superuser):
    data = {"name": "Ana Un", "user": str(superuser.pk)}
    for signed_in, account in [(chief, None), (superuser, superuser)]:
        client.force_login(signed_in)
        client.post(reverse("admin:articles_contributor_add"), data)
        contributor = Contributor.objects.get()
        assert contributor.user == account
        contributor.delete()


def test_the_address_of_a_source_typed_without_a_scheme_is_a_safe_one(client, chief):
    client.force_login(chief)
    client.post(reverse("admin:articles_source_add"), {"name": "Agence", "url": "example.org"})
    assert Source.objects.get().url == "https://example.org"


@pytest.mark.parametrize(("group", "status"), [("chief", 302), ("editor", 403)])
def test_chiefs_write_the_site_texts_and_their_html_is_cleaned(client, request, group, status):
    client.force_login(request.getfixturevalue(group))
    page = FlatPage.objects.create(url="/mentions/", title="Mentions", content="<p>Avant</p>")
    page.sites.set([1])
    url = reverse("admin:flatpages_flatpage_change", args=[page.pk])
    data = {"url": "/mentions/", "title": "Mentions", "sites": ["1"]}
    response = client.post(url, data | {"content": '<p onclick="x()">Après</p><script>x()</script>'})
    assert response.status_code == status
    page.refresh_from_db()
    assert page.content == ("<p>Après</p>" if status == 302 else "<p>Avant</p>")


@pytest.mark.parametrize(
    ("address", "taken"),
    [("/aide/", True), ("/en/help/", True), ("//evil.example/", False), ("/pays/", False), ("/en/countries/", False)],
)
def test_a_site_text_s_address_leads_to_it_and_nowhere_else(client, chief, address, taken):
    client.force_login(chief)
    data = {"url": address, "title": "Aide", "sites": ["1"], "content": "<p>Aide</p>"}
    response = client.post(reverse("admin:flatpages_flatpage_add"), data)
    assert response.status_code == (302 if taken else 200)
    assert FlatPage.objects.filter(url=address).exists() is taken


def test_the_articles_page_lists_what_readers_got(client, editor, rows):
    client.force_login(editor)
    content = client.get(reverse("admin:articles_article_change", args=[rows["article"].pk])).content.decode()
    assert reverse("admin:articles_edition_change", args=[rows["edition"].pk]) in content
    assert Article.objects.count() == 1


@pytest.mark.parametrize("name", ["source", "contributor", "theme"])
@pytest.mark.parametrize("typed", ["agence tunis afrique presse", "AGENCE TUNIS-AFRIQUE PRESSE", "…"])
def test_a_name_that_another_row_has_folded_or_without_a_letter_is_refused_in_words(client, chief, name, typed):
    client.force_login(chief)
    url = reverse(f"admin:articles_{name}_add")
    assert client.post(url, {"name": "Agence Tunis-Afrique Presse", "slug": "tap"}).status_code == 302
    response = client.post(url, {"name": typed, "slug": "tap-2"})
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["name"]


def test_the_title_of_a_site_text_is_words_and_never_markup(client):
    text = FlatPage.objects.first()
    text.title = "Droits & <b>devoirs</b>"
    text.save()
    content = client.get(text.url).content.decode()
    assert content.count("Droits &amp; &lt;b&gt;devoirs") == 4  # title, shared title, heading, link
    assert "<b>devoirs" not in content


def test_the_way_to_the_site_is_offered_only_where_readers_can_go_it(client, editor):
    client.force_login(editor)
    shown, coming = make_edition(), make_edition(visible_from=day(1))
    rows = {
        True: [make_quote(shown.article, "Texte"), shown, make_official()],
        False: [make_quote(coming.article, "Texte", accepted=False), coming, make_official(confirmed=False)],
    }
    for is_seen, held in rows.items():
        for row in held:
            meta = row._meta
            page = client.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]))
            assert ("viewsitelink" in page.content.decode()) is is_seen, row


def test_a_quote_that_waits_leads_to_where_it_is_decided(client, editor):
    client.force_login(editor)
    quote = make_quote(make_article(), "Texte", accepted=False)
    page = client.get(reverse("admin:articles_quote_change", args=[quote.pk])).content.decode()
    assert f"/proposals/#quote-{quote.pk}" in page
