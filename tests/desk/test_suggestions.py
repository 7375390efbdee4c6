"""What the fields of the article's form suggest: themes, names that have signed, namesakes told apart."""

import pytest
from django.urls import reverse

from articles.models import Byline, Contributor, Theme
from partners.dates import PartialDate
from partners.models import Meeting, Office, Official, Tenure
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_country
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db


def found(client, what, **query):
    response = client.get(english(reverse("admin:articles_article_suggest", args=[what])), query)
    assert response.status_code == 200
    return [(each["name"], each["note"]) for each in response.json()["found"]]


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)


def test_themes_are_suggested_by_folded_letters_the_same_name_first_and_counted(client, signed_in):
    for tags in [["Défense aérienne"], ["Défense aérienne"], ["Défense"], ["Industrie de défense"], ["Sahel"]]:
        make_article(tags=tags)
    assert found(client, "themes", q="DEFENSE") == [
        ("Défense", "1 article"),
        ("Défense aérienne", "2 articles"),
        ("Industrie de défense", "1 article"),
    ]
    assert found(client, "themes", q="%") == []


def test_themes_that_the_text_names_are_suggested_before_anything_is_typed(client, signed_in):
    for name in ["Sahel", "Défense", "Mer noire", "Or"]:
        make_article(tags=[name])
    article = make_article(
        title="La defense", body="<p>En mer <strong>Noire</strong>, au nord.</p>", tags=["Mer noire"]
    )
    assert found(client, "themes", article=article.pk) == [("Défense", "in the text · 1 article")]
    assert found(client, "themes", article="x") == []


def test_names_that_have_signed_are_suggested(client, signed_in):
    zoe, _anne = Contributor.named("Zoë Müller"), Contributor.named("Anne")
    Byline.objects.create(article=make_article(), contributor=zoe)
    assert found(client, "contributors", q="mul") == [("Zoë Müller", "1 article")]
    assert found(client, "contributors") == [("Zoë Müller", "1 article"), ("Anne", "0 articles")]


def test_suggestions_are_for_the_desk_only(client, db):
    address = reverse("admin:articles_article_suggest", args=["themes"])
    assert client.get(address).status_code == 302
    client.force_login(make_user())
    assert client.get(address).status_code == 403


def test_nothing_else_is_suggested(client, signed_in):
    assert client.get(reverse("admin:articles_article_suggest", args=["passwords"])).status_code == 404


def test_a_theme_of_several_words_needs_no_quotation_marks(client, signed_in):
    article = make_article()
    address = reverse("admin:articles_article_change", args=[article.pk])
    for typed, names in [
        ("politique étrangère", {"politique étrangère"}),
        ("Politique etrangere, Sahel,", {"politique étrangère", "Sahel"}),
        ('"Paix, sécurité"', {"Paix, sécurité"}),
    ]:
        client.post(address, form_of(client.get(address), tags=typed, _continue=""))
        assert {theme.name for theme in article.tags.all()} == names
    assert Theme.objects.count() == 3


def choices(client, field, term):
    query = {"app_label": "articles", "model_name": "article", "field_name": field, "term": term}
    answer = client.get(english(reverse("admin:autocomplete")), query).json()
    return [each["text"] for each in answer["results"]]


def test_namesakes_are_told_apart_by_office_and_by_place_and_days(client, signed_in):
    mali = make_country("ML", "Mali")
    office = Office.objects.create(title_fr_m="ministre de la Défense", title_en="Minister of Defence", country=mali)
    minister = Official.objects.create(name="Moussa Traoré", country=mali)
    Official.objects.create(name="Moussa Traore", country=mali)
    Tenure.objects.create(official=minister, office=office, since=PartialDate(2020))
    assert sorted(choices(client, "officials", "traore")) == [
        "Moussa Traore – Mali",
        "Moussa Traoré – Minister of Defence (since 2020)",
    ]
    for year, city in [(2022, "Madrid"), (2023, "Vilnius")]:
        Meeting.objects.create(
            kind="summit", title_fr="Sommet", title_en="Summit", city=city, city_en=city, start=PartialDate(year, 6)
        )
    assert sorted(choices(client, "meetings", "summit")) == [
        "Summit – Madrid, June 2022",
        "Summit – Vilnius, June 2023",
    ]
