"""The one door for changes of an article: who comes second is told, and nobody's words are overwritten."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles import publishing, revising, saving
from articles.models import Article, Brief, Byline, Contributor, Source, Stage
from partners.dates import PartialDate
from tests.desk.proposing import make_country
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def article():
    return make_article(title="Avant", body="<p>Un.</p>", tags=["Sahel"], countries=[make_country()])


def test_a_save_of_the_version_that_stands_is_one_revision_and_one_version_more(article, editor):
    made = saving.save(article, {"title": "Après"}, based_on=article.version, by=editor, reason="Titre")
    held = Article.objects.get(pk=article.pk)
    assert (held.title, held.version, made.number, made.reason) == ("Après", 2, 2, "Titre")
    assert (article.title, article.version) == ("Après", 2)


def test_a_save_of_an_older_version_changes_nothing_and_says_what_stands(article, editor):
    saving.save(article, {"title": "Après"}, based_on=1, by=editor)
    with pytest.raises(saving.Conflict) as conflict:
        saving.save(article, {"body": "<p>Deux.</p>"}, based_on=1, by=editor)
    assert (conflict.value.theirs.title, conflict.value.based_on) == ("Après", 1)
    held = Article.objects.get(pk=article.pk)
    assert (held.body, held.revisions.count()) == ("<p>Un.</p>", 2)


@pytest.mark.parametrize("based_on", [0, 1, 7])
def test_a_save_that_changes_nothing_is_neither_a_revision_nor_a_conflict(article, editor, based_on):
    same = {"title": "Avant", "tags": ["Sahel"], "countries": [country.pk for country in article.countries.all()]}
    assert saving.save(article, same, based_on=based_on, by=editor) is None
    assert Article.objects.get(pk=article.pk).version == 1


def test_all_that_a_snapshot_holds_can_be_put_back(article, editor):
    article.bylines.create(contributor=Contributor.named("Anne"), role="author")
    Article.objects.filter(pk=article.pk).update(
        dated=PartialDate(2024, 10),
        source=Source.named("AFP"),
        embargo_until=datetime(2026, 3, 1, tzinfo=UTC),
        title_proposed=True,
    )
    article = Article.objects.get(pk=article.pk)
    before = revising.latest(article, by=None).snapshot
    mali = make_country("ML", "Mali")
    other = {
        "title": "Autre",
        "dated": None,
        "source": None,
        "embargo_until": None,
        "title_proposed": False,
        "tags": ["Niger"],
        "countries": [mali.pk],
        "bylines": [{"contributor": None, "role": "correspondent", "place": "Niamey", "position": 0}],
    }
    saving.save(article, other, based_on=article.version, by=editor)
    changed = revising.snapshot(Article.objects.get(pk=article.pk))
    assert {name: changed[name] for name in other} == other
    saving.save(article, before, based_on=article.version, by=editor)
    assert revising.snapshot(Article.objects.get(pk=article.pk)) == before


def test_what_the_registry_has_no_longer_is_left_out(article, editor):
    saving.save(article, {"countries": [987654], "source": 987654}, based_on=1, by=editor)
    held = Article.objects.get(pk=article.pk)
    assert (held.countries.count(), held.source) == (0, None)


@pytest.mark.parametrize("changes", [{"title": "x" * 301}, {"language": "xx"}, {"dated": "hier"}, {"slug": "taken"}])
def test_what_cannot_stand_is_refused_and_nothing_of_the_save_stays(article, editor, changes):
    make_article(slug="taken")
    with pytest.raises(ValidationError):
        saving.save(article, {"standfirst": "Chapeau", **changes}, based_on=1, by=editor)
    held = Article.objects.get(pk=article.pk)
    assert (held.standfirst, held.title, held.version) == ("", "Avant", 1)


def test_pasted_html_is_sanitised_on_this_way_in_too(article, editor):
    saving.save(article, {"body": "<p onclick='x()'>Oui</p><script>x()</script>"}, based_on=1, by=editor)
    assert Article.objects.get(pk=article.pk).body == "<p>Oui</p>"


def test_who_may_not_change_an_article_saves_nothing(article):
    Article.objects.filter(pk=article.pk).update(stage=Stage.READY)
    for user in [make_user("registry keeper"), make_user("reporter")]:
        with pytest.raises(PermissionDenied):
            saving.save(article, {"title": "Après"}, based_on=1, by=user)
    Article.objects.filter(pk=article.pk).update(stage=Stage.DRAFT, trashed_at=timezone.now())
    with pytest.raises(publishing.Refused):
        saving.save(article, {"title": "Après"}, based_on=1, by=make_user("chief"))
    assert Article.objects.get(pk=article.pk).title == "Avant"


def test_an_article_that_is_approved_while_a_save_waits_is_its_reviewers(article, monkeypatch):
    writer, lock = make_user("reporter"), saving.hold

    def wait_for_the_lock(key, based_on):
        Article.objects.filter(pk=key).update(stage=Stage.READY)
        lock(key, based_on)

    monkeypatch.setattr(saving, "hold", wait_for_the_lock)
    with pytest.raises(PermissionDenied):
        saving.save(article, {"title": "Après"}, based_on=1, by=writer)
    assert Article.objects.get(pk=article.pk).title == "Avant"


def test_what_readers_see_and_where_an_article_is_are_no_new_version(article):
    chief = make_user("chief")
    publishing.move(article, "submit", by=chief)
    publishing.move(article, "approve", by=chief)
    publishing.publish(article, by=chief, at=timezone.now() + timedelta(hours=1))
    publishing.cancel_schedule(article, by=chief)
    publishing.publish(article, by=chief)
    publishing.lead(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Faux.")
    publishing.move(article, "send_back", by=chief, reason="Relire.")
    publishing.trash(article, by=chief)
    publishing.restore(article, by=chief)
    assert Article.objects.get(pk=article.pk).version == 1
    assert saving.save(article, {"title": "Après"}, based_on=1, by=chief) is not None


def test_an_embargo_written_in_the_newsrooms_time_is_no_second_change_when_it_is_read_again(article, editor):
    brussels = timezone.get_default_timezone()
    article.embargo_until = datetime(2026, 3, 1, 10, tzinfo=brussels)
    article.save()
    assert revising.record(article, by=editor) is not None
    assert revising.record(Article.objects.get(pk=article.pk), by=editor) is None


def test_a_brief_is_put_in_place_taken_away_and_counts_as_a_change(article, editor):
    wanted = {
        "language": "fr",
        "least_words": 700,
        "least_subheadings": None,
        "seo": True,
        "text": "700 mots",
        "remarks": "",
    }
    saving.save(article, {"brief": wanted}, based_on=1, by=editor)
    assert saving.brief_of(article) == wanted
    with pytest.raises(saving.Conflict):
        saving.save(article, {"brief": None}, based_on=1, by=editor)
    saving.save(article, {"brief": None}, based_on=article.version, by=editor)
    assert not Brief.objects.exists()


def test_bylines_that_stay_as_they_are_keep_their_rows(article, editor):
    byline = article.bylines.create(contributor=Contributor.named("Anne"), role="author")
    revising.record(article, by=None)
    rows = revising.snapshot(article)["bylines"]
    saving.save(article, {"title": "Après", "bylines": rows}, based_on=article.version, by=editor)
    assert Byline.objects.get(article=article) == byline
