"""A language version is held back as long as its text stands in the language that it is translated from."""

import pytest

from articles import checks, language_versions, publishing
from articles.models import Kind, Level
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db
FRENCH = "<p>Les ministres des Alliés se sont réunis jeudi à Bruxelles avec le secrétaire général.</p>"
SECOND = "<p>Ils ont décidé de renforcer la coopération avec les pays du Sahel et de la mer Noire.</p>"
ENGLISH = "<p>The ministers of the Allies met on Thursday in Brussels with the Secretary General.</p>"
NAMES = "<p>Mark Rutte</p>"


@pytest.fixture
def editor():
    return make_user("editor")


def begun(editor):
    french = make_article(title="Le titre", body=FRENCH + SECOND + NAMES)
    return french, language_versions.begin(french, "en", "The title", by=editor)


def told(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    return [finding for finding in checks.findings(article) if finding.name == "translation"]


def test_a_version_that_is_begun_is_not_published_before_it_is_translated_and_the_original_is(editor):
    french, english = begun(editor)
    with pytest.raises(publishing.NotReady):
        publishing.publish(english, by=editor, kind=Kind.FIRST)
    publishing.publish(french, by=editor, kind=Kind.FIRST)
    english.body = ENGLISH + NAMES
    english.save()
    publishing.publish(english, by=editor, kind=Kind.FIRST)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (FRENCH + SECOND, 2),
        (ENGLISH + SECOND.replace(" de ", "  de&nbsp;"), 1),
        (ENGLISH + SECOND.replace("<p>", '<p lang="fr">'), 0),
        (ENGLISH + NAMES, 0),
        ("", 0),
    ],
)
def test_each_passage_that_is_still_the_original_s_is_a_place_unless_it_is_marked_as_of_its_language(
    editor, body, places
):
    _, english = begun(editor)
    found = told(english, body=body)
    assert sum(len(each.places) for each in found) == places
    assert all(each.level == Level.BLOCKS and each.waivable for each in found)
    assert "Le titre" in " ".join(each.message for each in found) or not places


def test_of_two_linked_articles_the_one_in_the_other_s_language_is_told_whichever_came_first(editor):
    english, french = make_article(language="en", body=FRENCH), make_article(body=FRENCH)
    language_versions.link(french, english, by=editor)
    assert told(english)
    assert not told(french)


def test_a_standfirst_that_is_still_the_original_s_is_told_and_a_text_without_versions_never(editor):
    french, english = (make_article(language=code, standfirst=FRENCH[3:-4], body="<p>x</p>") for code in ("fr", "en"))
    assert not told(english)
    language_versions.link(french, english, by=editor)
    assert [place.field for each in told(english) for place in each.places] == ["standfirst"]
