"""What nobody deletes or rewrites at the desk."""

import pytest
from django.contrib.auth.models import User
from django.contrib.flatpages.models import FlatPage
from django.urls import reverse

from articles.models import Article, ImportRun, Quote, Waiver
from partners.models import Office, Official, Tenure
from tests.desk.pages import form_of
from tests.desk.proposing import make_country, make_imported, pending_quote, propose_person
from tests.making import make_edition

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
    assert content.count("Droits &amp; &lt;b&gt;devoirs") == 3  # the page's title, its heading and its link
    assert "<b>devoirs" not in content
