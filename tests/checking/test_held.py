"""What the checks ask the database: what waits, a title used twice, links within the site, levels and waivers."""

import pytest
from django.contrib.flatpages.models import FlatPage
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import checks, publishing, saving
from articles.checking.catalogue import CHECKS
from articles.checking.levels import levels, set_level
from articles.models import Address, CheckLevel, JournalEntry, Kind, Level, Rights
from tests.desk.proposing import make_country, make_imported, pending_quote, propose_person
from tests.making import day, make_article, make_edition, make_picture, make_user, place

pytestmark = pytest.mark.django_db


def found(article, name):
    return next((finding for finding in checks.findings(article) if finding.name == name), None)


def test_open_proposals_and_quotes_are_counted():
    article = make_imported()
    assert found(article, "proposals") is None
    propose_person(article)
    assert found(article, "proposals").values["count"] == 1
    pending_quote(article)
    assert found(article, "proposals").values["count"] == 2


@pytest.mark.parametrize("other", ["Qu’en dire à Madrid", "Qu'en dire à Madrid", "QU’EN DIRE À MADRID"])
def test_a_title_used_twice_names_the_other_article(other):
    twin = make_article(title=other, slug="qu-en-dire-a-madrid")
    article = make_article(title="Qu’en dire à Madrid", slug="autre-chose")
    assert found(article, "duplicate-title").values == {"title": other, "article": twin.pk}


@pytest.mark.parametrize("fields", [{"language": "en"}, {"title": "Un autre titre"}, {"trashed_at": day(-1)}])
def test_a_version_in_another_language_and_an_article_in_the_trash_do_not_use_a_title_twice(fields):
    make_article(**({"title": "Sahel", "slug": "sahel"} | fields))
    assert found(make_article(title="Sahel", slug="sahel-2"), "duplicate-title") is None


# --- links within the site


def links_to(*addresses):
    return make_article(body="".join(f'<p>Voir <a href="{each}">la page dite</a>.</p>' for each in addresses))


def test_links_to_what_readers_see_are_whole(settings):
    settings.ALLOWED_HOSTS = ["news.example"]
    make_edition(slug="public")
    make_country("ML", "Mali")
    FlatPage.objects.create(url="/une-page/", title="Une page").sites.add(1)
    article = links_to(
        "/articles/public/",
        "/en/articles/public/",
        "https://news.example/articles/public/?x=1#y",
        "/pays/mali/",
        "/",
        "/recherche/?q=otan",
        "/une-page/",
        "https://elsewhere.example/articles/none/",
        "mailto:a@b.example",
        "#la",
    )
    assert found(article, "internal-links") is None


def test_links_to_what_readers_do_not_see_are_broken(settings):
    settings.ALLOWED_HOSTS = ["news.example", "*"]
    draft = make_article(slug="brouillon")
    make_edition(slug="plus-tard", visible_from=day(1))
    gone = make_edition(slug="retire", kind=Kind.WITHDRAWAL)
    addresses = [
        f"/articles/{draft.slug}/",
        "/articles/plus-tard/",
        f"https://news.example/articles/{gone.slug}/",
        "/pays/atlantide/",
        "/n-existe-pas/",
        "/admin/",
    ]
    broken = found(links_to(*addresses), "internal-links")
    assert len(broken.places) == len(addresses)


def test_a_former_address_leads_on_until_it_is_revoked():
    edition = make_edition(slug="nouveau")
    former = Address.objects.create(slug="ancien", article=edition.article, since=day(-5))
    article = links_to("/articles/ancien/")
    assert found(article, "internal-links") is None
    former.revoked_at = day(-1)
    former.save()
    assert found(article, "internal-links") is not None


def test_links_of_every_kind_are_looked_up_in_one_query():
    addresses = ["/articles/a/", "/pays/b/", "/responsables/c/", "/reunions/d/", "/themes/e/", "/f/"]
    plain, linked = make_article(), links_to(*addresses)
    with CaptureQueriesContext(connection) as without:
        checks.findings(plain)
    with CaptureQueriesContext(connection) as asked:
        checks.findings(linked)
    assert len(asked) == len(without) + 1


# --- levels


def test_the_chief_makes_a_check_block_warn_or_be_off_and_the_journal_keeps_it():
    chief, article = make_user("chief"), make_article()
    assert found(article, "standfirst").level == Level.WARNS
    assert set_level("standfirst", Level.BLOCKS, by=chief)
    assert [finding.name for finding in checks.blocking(article)] == ["standfirst"]
    with pytest.raises(publishing.NotReady):
        publishing.publish(article, by=chief, kind=Kind.FIRST)
    assert set_level("standfirst", Level.OFF, by=chief)
    assert found(article, "standfirst") is None
    assert not set_level("standfirst", Level.OFF, by=chief)
    kept = JournalEntry.objects.filter(action="check_level").order_by("pk")
    assert [(entry.before, entry.after) for entry in kept] == [
        ({"level": "warns"}, {"level": "blocks"}),
        ({"level": "blocks"}, {"level": "off"}),
    ]


@pytest.mark.parametrize("group", ["reporter", "editor", "importer"])
def test_nobody_else_sets_levels(group):
    with pytest.raises(PermissionDenied):
        set_level("standfirst", Level.OFF, by=make_user(group))


@pytest.mark.parametrize("name", ["title", "text", "embargo"])
def test_what_nothing_is_published_without_stays_so(name):
    with pytest.raises(ValueError, match=r".+"):
        set_level(name, Level.OFF, by=make_user("chief"))
    CheckLevel.objects.create(check_name=name, level=Level.OFF)
    assert levels()[name] == Level.BLOCKS


def test_a_check_that_somebody_answers_for_no_longer_blocks():
    chief, article = make_user("chief"), make_article(rights=Rights.UNKNOWN)
    publishing.waive(article, "rights", by=chief, reason="Accord oral du 3 mars.")
    finding = found(article, "rights")
    assert (finding.blocks, finding.waived) == (False, True)


def test_a_draft_is_saved_whatever_is_found():
    editor = make_user("editor")
    article = make_article(rights=Rights.UNKNOWN)
    body = '<h4>x</h4><p>Publicité</p><p><a href="/articles/rien/">ici</a> "oui</p>'
    saving.save(article, {"body": body, "title": "x", "standfirst": ""}, based_on=article.version, by=editor)
    article.refresh_from_db()
    assert article.body == body.replace('rien/"', 'rien/" rel="noopener noreferrer"')
    assert len(checks.findings(article)) > 6


def test_every_check_has_a_name_that_fits_its_column():
    assert all(len(name) <= 40 for name in CHECKS)


def test_of_a_very_long_text_only_what_can_block_is_looked_at(monkeypatch):
    monkeypatch.setattr(checks, "LONGEST", 20)
    report = checks.look(make_article(rights=Rights.UNKNOWN, body=f"<p>{'mot ' * 20}</p>"))
    assert not report.whole
    assert {finding.name for finding in report.findings} == {"rights"}


# --- pictures


def test_what_a_picture_in_the_text_lacks_is_said():
    article = make_article()
    place(article, make_picture(alt="", credit="", rights=Rights.UNKNOWN), make_picture(alt="", decorative=True))
    told = {finding.name: finding.values["count"] for finding in checks.findings(article) if "picture" in finding.name}
    assert told == {"picture-alt": 1, "picture-rights": 1, "picture-credit": 1}
    whole_one = make_article()
    place(whole_one, make_picture())
    assert not any("picture" in finding.name for finding in checks.findings(whole_one))
