"""Two people edit one entry, theme or contributor: the second is told what the first changed, and loses nothing."""

import pytest
from django.urls import reverse

from articles.models import Contributor, Theme
from partners.models import Official, Tenure
from tests.desk.pages import form_of
from tests.making import make_user
from tests.partners.making import make_office, make_official, make_organisation, make_tenure

pytestmark = pytest.mark.django_db


def url(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def opened(client, row):
    """The form of the row's page, as a browser would send it back."""
    return form_of(client.get(url(row)), f"{row._meta.model_name}_form")


@pytest.fixture
def keeper(db, client):
    keeper = make_user("registry keeper", first_name="Awa", last_name="Diop")
    client.force_login(keeper)
    return keeper


@pytest.fixture
def official(keeper):
    return make_official("Ada Marin", other_names=["A. Marin"])


def test_what_the_other_changed_is_told_and_both_changes_stand_when_it_is_sent_again(client, official):
    first, second = opened(client, official), opened(client, official)
    assert client.post(url(official), first | {"gender": "f"}).status_code == 302
    refused = client.post(url(official), second | {"name": "Ada Berg"})
    assert refused.status_code == 409
    said = refused.content.decode()
    assert "Awa Diop" in said
    assert "féminin" in said
    assert 'value="Ada Berg"' in said
    official.refresh_from_db()
    assert (official.name, official.gender) == ("Ada Marin", "f")
    refused.status_code = 200
    assert client.post(url(official), form_of(refused, "official_form")).status_code == 302
    official.refresh_from_db()
    assert (official.name, official.gender) == ("Ada Berg", "f")


def test_of_a_field_that_both_changed_the_words_of_the_second_stay_in_the_form(client, official):
    first, second = opened(client, official), opened(client, official)
    client.post(url(official), first | {"other_names": "A. Marin\nAda M."})
    refused = client.post(url(official), second | {"other_names": "Mme Marin"})
    assert refused.status_code == 409
    said = refused.content.decode()
    assert "Mme Marin</textarea>" in said
    assert "A. Marin, Ada M." in said
    official.refresh_from_db()
    assert official.other_names == ("A. Marin", "Ada M.")


def test_the_same_form_sent_twice_meets_nobody(client, official):
    form = opened(client, official) | {"name": "Ada Berg"}
    assert [client.post(url(official), form).status_code for _ in range(2)] == [302, 302]


def test_a_change_that_was_made_elsewhere_counts_too(client, official):
    form = opened(client, official)
    Official.objects.filter(pk=official.pk).update(source="Moniteur")
    assert client.post(url(official), form | {"name": "Ada Berg"}).status_code == 409


def test_who_is_alone_saves_with_a_mistake_mended(client, official):
    wrong = client.post(url(official), opened(client, official) | {"name": ""})
    assert wrong.status_code == 200
    assert client.post(url(official), form_of(wrong, "official_form") | {"name": "Ada Berg"}).status_code == 302


def test_rows_within_keep_what_each_of_both_did(client, official):
    office, other = make_office(), make_office("chef")
    kept, changed = make_tenure(official, office, "2001", "2003"), make_tenure(official, other, "2010", "2012")
    form = opened(client, official)
    changed.until = "2013"
    changed.save()
    new = {"tenures-TOTAL_FORMS": "3", "tenures-2-office": other.pk, "tenures-2-official": official.pk}
    new |= {"tenures-2-id": "", "tenures-2-since": "2020", "tenures-2-until": "", "tenures-2-source": ""}
    at = next(name.split("-")[1] for name, held in form.items() if name.endswith("-id") and held == [str(kept.pk)])
    refused = client.post(url(official), form | new | {f"tenures-{at}-since": "2002"})
    assert refused.status_code == 409
    refused.status_code = 200
    assert client.post(url(official), form_of(refused, "official_form")).status_code == 302
    spans = {(str(tenure.since), str(tenure.until)) for tenure in official.tenures.all()}
    assert spans == {("2002", "2003"), ("2010", "2013"), ("2020", "None")}


def test_a_row_that_the_other_deleted_comes_back_only_where_it_was_changed(client, official):
    office, other = make_office(), make_office("chef")
    first, second = make_tenure(official, office, "2001", "2003"), make_tenure(official, other, "2010", "2012")
    form = opened(client, official)
    at = next(name.split("-")[1] for name, held in form.items() if name.endswith("-id") and held == [str(second.pk)])
    Tenure.objects.filter(pk__in=[first.pk, second.pk]).delete()
    refused = client.post(url(official), form | {f"tenures-{at}-until": "2011"})
    assert refused.status_code == 409
    refused.status_code = 200
    assert client.post(url(official), form_of(refused, "official_form")).status_code == 302
    assert [(str(tenure.since), str(tenure.until)) for tenure in official.tenures.all()] == [("2010", "2011")]


@pytest.mark.parametrize("make", [lambda: Theme.objects.create(name="Sommets"), lambda: Contributor.named("Bo Lund")])
def test_themes_and_contributors_are_guarded_too(client, make):
    client.force_login(make_user("chief"))
    row = make()
    form = opened(client, row)
    row.name = "Autre nom"
    row.save()
    refused = client.post(url(row), form | {"name": "Mon nom"})
    assert refused.status_code == 409
    assert 'value="Mon nom"' in refused.content.decode()
    assert type(row).objects.get(pk=row.pk).name == "Autre nom"


@pytest.mark.parametrize("marks", ["", "x", "[]", '{"": 1}', "null"])
def test_marks_that_are_none_of_ours_do_no_harm(client, keeper, marks):
    organisation = make_organisation()
    form = opened(client, organisation) | {"_seen": marks, "name_en": "Other"}
    assert client.post(url(organisation), form).status_code == 302
