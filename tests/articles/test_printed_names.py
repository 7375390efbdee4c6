"""What was published keeps the names that it was printed with, whatever source, author or theme are called later."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from articles import publishing
from articles.models import Byline, Contributor, Edition, Revision, Source, ThemedEdition
from tests.making import make_article, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    article = make_article(tags=["Défense"], source=make_source("Agence du Port"), slug="sommet", rights="agency")
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    return article


def rename_all(**names):
    for model, name in [(Source, names["source"]), (Contributor, names["contributor"])]:
        row = model.objects.get()
        row.name = name
        row.save()
    theme = Edition.objects.first().tags.get()
    theme.name = names["theme"]
    theme.save()


NEW = {"source": "Port News", "contributor": "Awa Diop-Ndiaye", "theme": "Armées"}


def test_a_published_page_and_its_feed_keep_the_names_of_their_day(client, article):
    publishing.publish(article, by=make_user("editor"))
    rename_all(**NEW)
    for address in ["/articles/sommet/", reverse("feed-atom")]:
        shown = client.get(address).content.decode()
        assert all(name in shown for name in ["Awa Diop", "Défense"]), address
        assert not any(name in shown for name in NEW.values()), address
    assert "Agence du Port" in client.get("/articles/sommet/").content.decode()


def test_the_next_edition_takes_the_names_of_its_own_day(client, article):
    editor = make_user("editor")
    publishing.publish(article, by=editor)
    rename_all(**NEW)
    publishing.publish(article, by=editor)
    first, second = Edition.objects.order_by("number")
    assert (first.source_name, first.bylines.get().name, first.themed.get().name) == (
        "Agence du Port",
        "Awa Diop",
        "Défense",
    )
    assert (second.source_name, second.bylines.get().name, second.themed.get().name) == tuple(NEW.values())
    assert all(name in client.get("/articles/sommet/").content.decode() for name in NEW.values())


def test_a_working_copy_goes_by_the_names_of_today(article):
    contributor = Contributor.objects.get()
    contributor.name = "Awa Ndiaye"
    contributor.save()
    assert article.bylines.get().name == "Awa Ndiaye"


def test_the_migration_gives_what_was_published_before_its_names(article):
    publishing.publish(article, by=make_user("editor", first_name="Anna", last_name="Berg"))
    later = importlib.import_module("articles.migrations.0020_silent_edits_and_shared_previews")
    later.let_go(apps, SimpleNamespace(connection=connection, execute=connection.cursor().execute))
    Edition.objects.update(source_name="")
    Byline.objects.update(printed_name="")
    ThemedEdition.objects.update(name="")
    Revision.objects.update(created_by=make_user("editor", first_name="Anna", last_name="Berg"), created_by_name="")
    migration = importlib.import_module("articles.migrations.0011_printed_names_and_milestones")
    migration.keep_names(apps, SimpleNamespace(connection=connection))
    edition = Edition.objects.get()
    assert (edition.source_name, edition.themed.get().name) == ("Agence du Port", "Défense")
    assert edition.bylines.get().printed_name == "Awa Diop"
    assert article.bylines.get().printed_name == ""
    assert {revision.author for revision in Revision.objects.all()} == {"Anna Berg"}
