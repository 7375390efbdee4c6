"""How texts are set: French spaces, opening words, moments."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from articles.models import Edition
from articles.sanitising import clean_html
from articles.templatetags.stories import french_spaces, set_body, summary
from newsroom.templatetags.site import day_of, moment
from partners.models import Country
from tests.making import make_edition, make_quote

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Bruxelles : le sommet", f"Bruxelles{WIDE}: le sommet"),
        ("Vraiment ? Oui !", f"Vraiment{NARROW}? Oui{NARROW}!"),
        ("un ; deux", f"un{NARROW}; deux"),
        ("« mots »", f"«{WIDE}mots{WIDE}»"),
        ("«mots»", f"«{WIDE}mots{WIDE}»"),
        ("à 14:05, voir https://example.org/?a=1", "à 14:05, voir https://example.org/?a=1"),
        ("l'OTAN (2024)", "l'OTAN (2024)"),
    ],
)
def test_french_has_spaces_that_do_not_break(typed, shown):
    assert french_spaces(typed, "fr") == shown
    assert french_spaces(typed, "en") == typed
    assert french_spaces(shown, "fr") == shown


def test_only_spaces_of_a_body_change_and_never_inside_a_tag():
    body = '<p>Il dit : « oui »</p><p>« <a href="https://example.org/?q=a" title="x ; y > z">lien</a> &amp; plus ;</p>'
    shown = set_body(Edition(language="fr", body=body))
    assert shown.replace(WIDE, " ").replace(NARROW, " ") == body
    assert 'title="x ; y > z"' in shown
    assert f"dit{WIDE}: «{WIDE}oui{WIDE}»" in shown
    assert f"«{WIDE}<a" in shown
    assert set_body(Edition(language="en", body=body)) == body


def test_a_space_that_does_not_break_already_is_not_doubled():
    body = clean_html("<p>Il dit : « oui » et « non » !</p>")
    assert set_body(Edition(language="fr", body=body)) == (
        f"<p>Il dit{WIDE}: «{WIDE}oui{WIDE}» et «{WIDE}non{WIDE}»{NARROW}!</p>"
    )


def test_a_card_shows_the_standfirst_else_the_first_sentences_without_captions():
    assert summary(Edition(language="en", standfirst="Short.", body="<p>Long.</p>")) == "Short."
    body = '<h2>Intertitle</h2><p class="caption">A caption</p><p>First &amp; <em>foremost</em>.</p><p>Second.</p>'
    assert summary(Edition(language="en", body=body)) == "First & foremost."


@pytest.mark.parametrize("cut", range(3, 75))
def test_an_opening_cut_anywhere_shows_words_and_no_markup(cut):
    edition = Edition(language="en", body="")
    edition.opening = '<p>Words <a href="https://example.org/">with a link</a> &amp; more.</p>'[:cut]
    assert "Words with a link & more.".startswith(summary(edition))


def test_a_long_opening_ends_at_a_word():
    shown = summary(Edition(language="en", body=f"<p>{'mot ' * 200}</p>"))
    assert shown.endswith(" mot…")
    assert len(shown) <= 241


def test_a_long_standfirst_is_cut_on_cards():
    shown = summary(Edition(language="en", standfirst="word " * 100))
    assert shown.endswith(" word…")
    assert len(shown) <= 241


@pytest.mark.django_db
def test_a_text_from_an_archive_shows_its_own_day_and_no_hour(client):
    own_day = datetime(2024, 2, 27, 23, tzinfo=UTC)  # midnight in Brussels
    make_edition(slug="archive", dated="2024-02-28", first_public_at=own_day)
    make_edition(slug="du-jour", dated="2024-02-28")
    assert (
        '<time datetime="2024-02-28T00:00+01:00">28 février 2024</time>'
        in client.get("/articles/archive/").content.decode()
    )
    assert "(UTC+" not in client.get("/articles/archive/").content.decode()
    assert "(UTC+" in client.get("/articles/du-jour/").content.decode()


@pytest.mark.parametrize(("number", "shown"), [(3, True), (4, False)])
@pytest.mark.django_db
def test_a_card_names_up_to_three_countries(client, number, shown):
    countries = [Country.objects.create(code=f"Z{letter}", name_fr=f"Pays {letter}", name_en="x") for letter in "ABCD"]
    make_edition(countries=countries[:number])
    assert ("card__kicker" in client.get("/articles/").content.decode()) is shown


def test_moments_are_those_of_brussels_with_their_offset():
    summer, winter = datetime(2024, 7, 1, 22, 5, tzinfo=UTC), datetime(2024, 12, 1, 8, 0, tzinfo=UTC)
    with translation.override("fr"):
        assert moment(summer) == (
            f'<time datetime="2024-07-02T00:05+02:00">2 juillet 2024 à 0{WIDE}h{WIDE}05 (UTC+2)</time>'
        )
        assert day_of(winter) == '<time datetime="2024-12-01T09:00+01:00">1er décembre 2024</time>'
    with translation.override("en"):
        assert moment(winter) == '<time datetime="2024-12-01T09:00+01:00">1 December 2024 at 9:00 (UTC+1)</time>'


@pytest.mark.django_db
def test_an_article_shows_its_office_holders_as_of_its_own_day(client, links):
    make_edition(slug="en-fonction", dated="2024-10-17", **links)
    make_edition(slug="avant", dated="2020-01-01", **links)
    make_edition(slug="sans-date", **links)
    assert "secrétaire général de l&#x27;OTAN" in client.get("/articles/en-fonction/").content.decode()
    for slug in ["avant", "sans-date"]:
        assert "secrétaire général de l&#x27;OTAN" not in client.get(f"/articles/{slug}/").content.decode()


@pytest.mark.django_db
def test_related_coverage_prefers_a_shared_meeting_to_a_shared_theme(client, links):
    make_edition(title="Lu", slug="lu", tags=["Défense"], meetings=links["meetings"])
    by_theme = make_edition(title="Thème", tags=["Défense"])
    by_meeting = make_edition(title="Réunion", meetings=links["meetings"], first_public_at=by_theme.first_public_at)
    make_edition(title="Sans rapport")
    assert list(client.get("/articles/lu/").context["related"]) == [by_meeting, by_theme]


@pytest.mark.django_db
def test_an_update_says_when_and_a_silent_fix_does_not(client):
    from articles.models import Article
    from tests.making import day

    first = make_edition(slug="suivi", visible_from=day(-5), visible_until=day(-3))
    assert client.get("/articles/suivi/").status_code == 410
    article = Article.objects.get(pk=first.article_id)
    make_edition(article=article, kind="silent", visible_from=day(-3), visible_until=day(-2), first_public_at=day(-5))
    update = make_edition(article=article, kind="update", visible_from=day(-2), first_public_at=day(-5))
    assert client.get("/articles/suivi/").context["updated_at"] == update.visible_from
    Edition.objects.filter(pk=update.pk).update(visible_until=day(-1))
    make_edition(article=article, kind="silent", visible_from=day(-1), first_public_at=day(-5))
    assert client.get("/articles/suivi/").context["updated_at"] == update.visible_from


@pytest.mark.django_db
def test_quotes_link_to_the_article_that_holds_them(client, links):
    edition = make_edition(title="La source", body="<p>Il a dit « nous avons un plan très clair » hier.</p>")
    quote = make_quote(edition.article, "nous avons un plan très clair", speaker=links["officials"][0])
    page = client.get("/citations/?speaker=mark-rutte").content.decode()
    assert f"«{WIDE}nous avons un plan très clair{WIDE}»".replace(WIDE, "&nbsp;") in page
    assert f'href="{edition.get_absolute_url()}#{quote.anchor}"' in page
