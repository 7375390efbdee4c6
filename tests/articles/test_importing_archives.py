"""Texts of an archive are published as they are imported, at their own date, where nothing forbids it."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.drafting import Options
from articles.importing import import_articles
from articles.models import (
    Article,
    Brief,
    Edition,
    Rights,
    SourceText,
)
from partners.dates import PartialDate
from tests.making import make_user

pytestmark = pytest.mark.django_db


def test_a_dry_run_foretells_that_an_unmet_brief_keeps_a_text_from_being_published():
    seed = list((settings.BASE_DIR / "seeds").glob("002*.txt"))
    options = {"rights": Rights.OWN, "published": PartialDate(2024, 4, 4), "publish_as": make_user("editor")}
    told = import_articles(seed, Options(dry_run=True, **options)).outcomes[0]
    for model in (Article, Brief, Edition, SourceText):
        assert not model.objects.exists()
    done = import_articles(seed, Options(**options)).outcomes[0]
    assert told.result == done.result == "imported"
    assert told.remarks == done.remarks
    assert any("700" in remark for remark in told.remarks)


def test_an_archive_is_published_at_its_own_date_by_who_may_publish(wire):
    editor = make_user("editor")
    report = import_articles([wire], Options(rights=Rights.OWN, publish_as=editor))
    assert [outcome.result for outcome in report.outcomes] == ["published"]
    edition = Article.objects.get().public_edition()
    assert timezone.localtime(edition.first_public_at).date().isoformat() == "2024-03-12"
    assert edition.published_by == editor


def test_publishing_by_who_may_not_is_refused_before_anything_is_read(wire):
    with pytest.raises(PermissionDenied):
        import_articles([wire], Options(publish_as=make_user("reporter")))
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("first_line", "options", "why"),
    [
        ("", {"rights": Rights.OWN}, "date"),
        (
            "SOUS EMBARGO JUSQU'AU 18 OCTOBRE 2099, 12 H\n\n",
            {"rights": Rights.OWN, "published": PartialDate(2024, 3, 12)},
            "embargo",
        ),
        ("", {"published": PartialDate(2024, 3, 12)}, "à quel titre"),
        (
            "SOUS EMBARGO JUSQU'À NOUVEL ORDRE\n\n",
            {"rights": Rights.OWN, "published": PartialDate(2024, 3, 12)},
            "embargo dont",
        ),
        ("", {"rights": Rights.OWN, "published": PartialDate(2099, 3, 12)}, "date du texte est à venir"),
    ],
)
def test_an_archive_that_may_not_be_published_stays_a_draft_and_says_why(tmp_path, first_line, options, why):
    path = tmp_path / "a.txt"
    path.write_text(f"{first_line}La frégate a quitté le port de Brest pour une mission de trois mois en mer Rouge.\n")
    editor = make_user("editor")
    for dry_run in (True, False):
        outcome = import_articles([path], Options(publish_as=editor, dry_run=dry_run, **options)).outcomes[0]
        assert outcome.result == "imported"
        assert any(why in remark for remark in outcome.remarks), outcome.remarks
    assert not Article.objects.get().editions.exists()
