"""What was there before silent edits and briefs were noted."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Brief, SilentEdit
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db
MIGRATION = importlib.import_module("articles.migrations.0020_silent_edits_and_shared_previews")


def test_earlier_silent_editions_wait_for_the_chief_and_cancelled_ones_do_not():
    first = make_edition(visible_from=day(-3), visible_until=day(-2))
    silent = make_edition(article=first.article, kind="silent", visible_from=day(-2), visible_until=day(-1))
    make_edition(article=first.article, kind="silent", visible_from=day(1), visible_until=day(1))
    MIGRATION.list_silent_editions(apps, SimpleNamespace(connection=connection))
    assert [row.edition for row in SilentEdit.objects.unseen()] == [silent]


@pytest.mark.parametrize(("least", "unmet"), [(3, False), (4, True)])
def test_earlier_briefs_are_noted_as_the_text_stands(least, unmet):
    brief = Brief.objects.create(article=make_article(body="<p>Un deux trois.</p>"), text="x", least_words=least)
    Brief.objects.update(unmet=True)
    MIGRATION.find_met_briefs(apps, SimpleNamespace(connection=connection))
    brief.refresh_from_db()
    assert brief.unmet is unmet
