"""The desk's first page: what waits for whoever looks, counted as the list it leads to counts, at one price."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import briefing, publishing
from articles.importing import import_articles
from articles.models import Article, Brief, Kind, ProposalKind, Waiver
from partners.models import Meeting
from tests.articles.correcting import rewrite
from tests.bulk import bulk_editions
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_country, make_imported, propose
from tests.making import day, make_article, make_edition, make_user

pytestmark = pytest.mark.django_db


def sections(client):
    context = client.get(reverse("admin:index")).context
    return {each.name: each for each in [*context["desk_sections"], *context["desk_done"]]}


def whole(client, section):
    """All that the list to which a section leads shows."""
    return client.get(section.address).context["cl"]


def make_meeting(start, **fields):
    number = Meeting.objects.count()
    return Meeting.objects.create(kind="other", title_fr=f"Réunion {number}", start=start, confirmed=True, **fields)


def something_of_everything(editor):
    """Things that wait and things that do not, by each rule of the page."""
    other = make_user("reporter")
    for at in range(7):
        make_article(title=f"À moi {at}", created_by=editor)
    make_article(title="D’un autre", created_by=other)
    Article.objects.filter(pk=make_article(created_by=editor).pk).update(trashed_at=timezone.now())
    for stage in ["in_review", "ready"]:
        make_article(title=f"Au stade {stage}", stage=stage, created_by=other)
    sent_back = make_article(title="Renvoyé", stage="in_review", created_by=editor)
    publishing.move(sent_back, "send_back", by=editor, reason="Une source.")
    make_edition(title="À venir", visible_from=day(1))
    changing = make_edition(title="Change demain", visible_until=day(1), visible_from=day(-3))
    make_edition(article=changing.article, visible_from=day(1), kind="update")
    make_edition(title="Sorti hier", visible_from=day(-2))
    make_edition(title="Sorti", visible_from=timezone.now() - timezone.timedelta(seconds=1))
    article = make_article(title="Public")
    publishing.publish(article, by=editor)
    publishing.publish(rewrite(article, title="Tout autre"), by=editor, kind=Kind.SILENT)
    imported = make_imported()
    propose(imported, ProposalKind.COUNTRY, "mauritanien", country=make_country())
    for least in [1, 900]:
        Brief.objects.create(article=make_article(title=f"Au moins {least}"), text="x", least_words=least)
    today = timezone.localdate()
    for days in [-3, 0, 2, 13, 40]:
        make_meeting((today + timezone.timedelta(days=days)).isoformat())
    make_article(title="Sur la réunion", meetings=[make_meeting(today.isoformat())])
    make_meeting(today.isoformat()[:7])


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("groups", [["reporter"], ["editor"], ["chief"], ["editor", "chief", "importer"]])
def test_each_count_is_that_of_the_list_it_leads_to(client, settings, groups, second):
    settings.SECOND_APPROVAL = second
    user = make_user(*groups)
    something_of_everything(user if user.has_perm("articles.publish_article") else make_user("chief"))
    client.force_login(user)
    shown = sections(client)
    assert shown
    for section in shown.values():
        listed = whole(client, section)
        assert listed.result_count == section.count, section.name
        titles = [str(getattr(row, "edition", row)) for row in listed.result_list]
        assert all(any(item.title in title for title in titles) for item in section.items), section.name


def test_each_section_has_what_its_name_says(client):
    chief = make_user("chief")
    something_of_everything(chief)
    client.force_login(chief)
    shown = sections(client)
    titles = {name: {item.title for item in section.items} for name, section in shown.items()}
    assert (shown["drafts"].count, len(shown["drafts"].items)) == (8, 5)
    assert titles["asked"] == {"Renvoyé"}
    assert titles["review"] == {"Au stade in_review"}
    assert titles["scheduled"] == {"À venir", "Change demain"}
    assert titles["today"] == {"Sorti", "Tout autre"}
    assert titles["briefs"] == {"Au moins 900"}
    assert shown["proposals"].count == 1
    assert titles["silent"] == {"Tout autre"}
    assert shown["meetings"].count in {4, 5}  # the one known to the month is the fifth, unless the month ends


def test_nobody_is_shown_what_they_cannot_act_upon(client):
    something_of_everything(make_user("chief"))
    writing = {"asked", "drafts", "briefs", "wordings", "meetings"}
    publishing_too = writing | {"review", "scheduled", "today", "proposals", "likenesses"}
    expected = {"reporter": writing, "editor": publishing_too, "registry keeper": set()}
    for group, names in expected.items():
        client.force_login(make_user(group))
        assert set(sections(client)) == names, group
    client.force_login(make_user("chief"))
    assert set(sections(client)) == publishing_too | {"silent"}


def test_ones_own_last_change_is_not_ones_to_review_where_two_are_wanted(client, settings, editor):
    settings.SECOND_APPROVAL = True
    article = make_article(stage="in_review")
    article.revisions.update(created_by=editor)
    client.force_login(editor)
    assert sections(client)["review"].count == 0
    client.force_login(make_user("editor"))
    assert sections(client)["review"].count == 1


def test_a_meeting_leads_to_a_new_article_that_is_linked_to_it(client, editor):
    meeting = make_meeting(timezone.localdate().isoformat())
    client.force_login(editor)
    [item] = sections(client)["meetings"].items
    page = client.get(item.address)
    assert [str(key) for key in page.context["adminform"].form.initial["meetings"]] == [str(meeting.pk)]


def test_an_empty_desk_says_so_and_keeps_the_ways_to_its_lists(client, editor):
    client.force_login(editor)
    page = client.get(english(reverse("admin:index"))).content.decode()
    assert "Nothing waits for you." in page
    assert "?desk=review" in page
    assert "All lists" in page
    assert reverse("admin:articles_article_changelist") in page


def test_the_page_asks_as_little_of_ten_thousand_articles_as_of_ten(client, django_assert_max_num_queries):
    chief = make_user("chief")
    something_of_everything(chief)
    client.force_login(chief)
    client.get(reverse("admin:index"))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("admin:index")).status_code == 200
        return len(queries)

    few = asked()
    bulk_editions([{}] * 300, indexed=False)
    Article.objects.bulk_create(
        Article(title=f"B {n}", slug=f"b-{n}", created_by=chief, stage=["draft", "in_review"][n % 2])
        for n in range(900)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE"
        )  # as PostgreSQL does by itself within a minute: it plans for as many rows as it knows of
    assert asked() == few <= 15
    assert sections(client)["drafts"].count > 450


# --- briefs


def noted(article):
    return Brief.objects.get(article=article).unmet


def test_a_brief_is_noted_as_met_when_text_brief_or_answer_change(chief):
    article = make_article(body="<p>Un deux trois.</p>")
    brief = Brief.objects.create(article=article, text="x", least_words=4)
    assert noted(article)
    rewrite(article, body="<p>Un deux trois quatre.</p>")
    assert not noted(article)
    brief.least_words = 5
    brief.save()
    assert noted(article)
    waiver = Waiver.objects.create(article=article, check_name="brief-words", reason="Bref.", waived_by=chief)
    assert not noted(article)
    waiver.delete()
    assert noted(article)


@pytest.mark.parametrize(("least", "unmet"), [(20, False), (900, True)])
def test_an_imported_brief_is_noted_from_the_start(tmp_path, least, unmet):
    asked = f"Make this article in french, at least {least} words"
    text = f"{asked}\n\nLe sommet de Bruxelles\n\n{'Une phrase entière. ' * 9}"
    (tmp_path / "texte.txt").write_text(text)
    import_articles([tmp_path])
    brief = Brief.objects.get()
    assert brief.least_words == least
    assert brief.unmet is unmet is briefing.is_unmet(brief.article, brief)


def test_recent_actions_say_what_was_done_and_leave_out_what_changed_nothing(client, editor):
    article = make_article(title="Avant", body="<p>Un.</p>")
    client.force_login(editor)
    address = english(reverse("admin:articles_article_change", args=[article.pk]))
    data = form_of(client.get(address))
    client.post(address, data | {"_go": "step:publish"})
    assert not LogEntry.objects.exists()
    client.post(address, data | {"standfirst": "Chapeau."})
    shown = client.get(english(reverse("admin:index"))).content.decode()
    assert "Changed Standfirst." in shown
