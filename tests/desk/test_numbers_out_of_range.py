"""Numbers that no row can have are nobody's mistake but the asker's: never a failure of the site."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.urls import reverse

from tests.desk.pages import form_of
from tests.desk.proposing import make_imported
from tests.making import make_source

pytestmark = pytest.mark.django_db
TOO_LONG = ["9" * 30, str(2**63), f"-{'9' * 30}"]
REFUSED = {400} if connection.vendor == "sqlite" else {200, 302, 400}


@pytest.fixture
def root(client):
    client.force_login(User.objects.create_superuser("root"))
    client.raise_request_exception = False
    return client


def lists():
    return [model for model in admin.site._registry if model._meta.app_label in {"articles", "partners", "auth"}]


@pytest.mark.parametrize("model", lists(), ids=lambda model: model._meta.label)
def test_no_look_up_in_a_list_fails(root, model):
    related = [field.name for field in [*model._meta.fields, *model._meta.many_to_many] if field.is_relation][:2]
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for name in ["id__in", *related, *(f"{name}__id__exact" for name in related)]:
        assert root.get(url, {name: TOO_LONG[0]}).status_code < 500, name
    chosen = {"action": "delete_selected", "_selected_action": TOO_LONG[1], "index": "0"}
    assert root.post(url, chosen).status_code < 500


@pytest.mark.parametrize("number", TOO_LONG)
@pytest.mark.parametrize(
    "lookup", ["source__id__exact", "source", "source__gt", "countries__in", "created_by__pk__in"]
)
def test_no_look_up_of_articles_fails(root, lookup, number):
    response = root.get(reverse("admin:articles_article_changelist"), {lookup: number})
    assert response.status_code in {200, 302, 400}


@pytest.mark.parametrize("field", ["source", "countries", "officials"])
def test_a_link_to_no_row_is_refused_and_changes_nothing(root, field):
    article = make_imported(source=make_source())
    url = reverse("admin:articles_article_change", args=[article.pk])
    response = root.post(url, form_of(root.get(url), **{field: TOO_LONG[:1], "title": "Autre"}))
    assert response.status_code in REFUSED
    title = article.title
    article.refresh_from_db()
    assert article.title == title


@pytest.mark.parametrize("name", ["step", "proposals", "address", "change", "history"])
def test_a_page_of_no_article_is_not_found(root, name):
    key = int(TOO_LONG[0]) if name in {"step", "proposals", "address"} else TOO_LONG[0]
    url = reverse(f"admin:articles_article_{name}", args=[key, "publish"] if name == "step" else [key])
    response = root.post(url) if name == "address" else root.get(url)
    assert response.status_code in {404, 302}


def test_the_icon_that_browsers_ask_for_leads_to_the_sites_own(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/newsroom/favicon.svg")
