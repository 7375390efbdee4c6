"""Edits of which readers are told nothing: how much they change, and telling of them after all."""

import pytest

from articles import notices, publishing
from articles.models import Edition, Kind, SilentEdit
from articles.sanitising import plain_text
from tests.articles.correcting import corrected, rewrite, sides
from tests.making import day, make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "beyond"),
    [
        ({"body": "<p>Le sommet de l’Alliance.</p>"}, False),
        ({"body": "<p><strong>Le</strong> sommet de l'Alliance.</p>"}, False),
        ({"meta_description": "Autre", "slug": "autre-adresse"}, False),
        ({"body": "<p>Le sommet de l'Union.</p>"}, True),
        ({"title": "Autre titre"}, True),
        ({"dated": "2024"}, True),
    ],
)
def test_a_silent_edit_says_whether_it_is_more_than_typography(chief, fields, beyond):
    article = make_article(title="Un titre", body="<p>Le sommet de l'Alliance.</p>")
    publishing.publish(article, by=chief)
    edition = publishing.publish(rewrite(article, **fields), by=chief, kind=Kind.SILENT)
    assert edition.silent_edit.beyond_typography is beyond
    assert SilentEdit.objects.unseen().exists() is beyond


def test_a_silent_edit_that_is_told_after_all_shows_what_it_had_changed(client, chief):
    article = corrected(chief, kind=Kind.UPDATE)
    silent = publishing.publish(rewrite(article, body="<p>Le sommet de Riga.</p>"), by=chief, kind=Kind.SILENT)
    publishing.publish(rewrite(article, body="<p>Le sommet de Riga, hier.</p>"), by=chief)
    rewrite(article, body="<p>Le sommet de quillfish.</p>")
    edition = publishing.disclose(silent.silent_edit, kind=Kind.CORRECTION, note="La ville était fausse.", by=chief)
    assert article.public_edition() == edition
    assert plain_text(edition.body) == "Le sommet de Riga, hier."
    notice = notices.notices_of(Edition.objects.notices())[0]
    assert notice.edition == edition
    assert sides(notice) == {"body": (["Vilnius"], ["Riga"])}
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'id="{notice.anchor}"' in page
    assert "Vilnius" in page
    assert "quillfish" not in page
    assert not SilentEdit.objects.unseen().exists()
    with pytest.raises(publishing.Refused):
        publishing.disclose(silent.silent_edit, kind=Kind.CORRECTION, note="Encore.", by=chief)


def test_telling_of_a_silent_edit_leaves_schedule_links_and_names_as_they_are(chief):
    article = make_article(body="<p>Un.</p>", tags=["Défense"])
    publishing.publish(article, by=chief)
    silent = publishing.publish(rewrite(article, body="<p>Deux.</p>"), by=chief, kind=Kind.SILENT)
    coming = publishing.publish(rewrite(article, body="<p>Trois.</p>"), by=chief, at=day(2))
    article.tags.clear()
    edition = publishing.disclose(silent.silent_edit, kind=Kind.CLARIFICATION, note="Un mot.", by=chief)
    assert [theme.name for theme in edition.themed.all()] == ["Défense"]
    assert (edition.visible_until, edition.revision) == (coming.visible_from, silent.revision)
    assert article.public_edition(day(3)) == coming
    [notice] = notices.notices_of(Edition.objects.notices())
    assert sides(notice) == {"body": (["Un."], ["Deux."])}


def test_of_a_withdrawn_text_nothing_is_told_afterwards(chief):
    article = make_article()
    publishing.publish(article, by=chief)
    silent = publishing.publish(rewrite(article, body="<p>Deux.</p>"), by=chief, kind=Kind.SILENT)
    publishing.withdraw(article, by=chief, reason="Faux.")
    for _again in range(2):
        with pytest.raises(publishing.Refused):
            publishing.disclose(silent.silent_edit, kind=Kind.CORRECTION, note="Un mot.", by=chief)
        publishing.publish(article, by=chief) if article.public_edition() is None else None
