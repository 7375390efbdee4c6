"""Themes are equal when folded; names that are equal folded are one source and one contributor."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from articles.models import Contributor, Source, Theme
from tests.making import make_article, make_edition

pytestmark = pytest.mark.django_db


def test_two_spellings_that_fold_alike_are_one_theme_with_the_first_spelling():
    first = make_article(tags=["Défense"])
    second = make_article(tags=["defense", "DÉFENSE"])
    assert Theme.objects.count() == 1
    assert [theme.name for theme in second.tags.all()] == ["Défense"]
    assert list(first.tags.all()) == list(second.tags.all())


def test_a_theme_s_slug_is_ascii_and_unique():
    make_article(tags=["Cœur d'Europe", "Mer Égée", "mer-egee!", "البحر"])
    slugs = sorted(Theme.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == len(slugs)
    assert all(slug.isascii() for slug in slugs)
    assert "coeur-d-europe" in slugs


def test_a_source_and_a_contributor_are_found_again_by_their_folded_name():
    assert Source.named("L’Orient-Le Jour") == Source.named("l'orient le jour")
    assert Contributor.named("Aïcha  Ould") == Contributor.named("Aicha Ould")


def test_a_theme_s_slug_cannot_be_one_that_no_address_has():
    theme = Theme(name="Mer Égée", slug="mer-égée")
    with pytest.raises(ValidationError) as refusal:
        theme.full_clean()
    assert list(refusal.value.message_dict) == ["slug"]


def test_a_theme_of_a_published_edition_is_not_deleted():
    edition = make_edition(tags=["Mer Noire"])
    with pytest.raises(ProtectedError):
        edition.tags.get().delete()
