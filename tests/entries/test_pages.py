"""The pages that ask before entries are merged, split or renamed, and the list from which it is undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Edition, EntryChange, Theme
from partners.models import Official, Organisation
from tests.desk.pages import english, form_of
from tests.making import make_article, make_edition, make_quote, make_user
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_tenure,
)

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"admin:articles_entrychange_{name}", args=args)


@pytest.fixture
def two():
    return make_official("Ada Marin", other_names=["A. Marin"]), make_official("Ada Marín", gender="f")


def pages_of(one, other, change):
    theme = Theme.objects.create(name="Sommets")
    return [
        page("choose", "official", one.pk),
        page("merge", "official", one.pk, other.pk),
        page("split", one.pk),
        page("rename", "official", one.pk),
        page("rename", "theme", theme.pk),
        page("choose", "theme", theme.pk),
        page("undo", change.pk),
        page("changelist"),
    ]


@pytest.mark.parametrize("role", ["reporter", "editor", "chief", "importer", "registry keeper", None])
def test_only_chiefs_and_registry_keepers_open_the_pages(client, role, two, chief):
    change = EntryChange.objects.create(
        kind="rename", model="official", entry=two[0].pk, entry_name="A", other_name="B"
    )
    client.force_login(make_user(*([role] if role else [])))
    for address in pages_of(*two, change):
        expected = 200 if role in {"chief", "registry keeper"} else 403
        assert client.get(address).status_code == expected, address
        if role not in {"chief", "registry keeper"}:
            assert client.post(address, {"told": "x"}).status_code == 403, address


def test_a_merge_is_shown_then_done_and_undone_from_the_list(client, chief, two):
    one, other = two
    article = make_article(officials=[other])
    edition = make_edition(article=article)
    client.force_login(chief)
    shown = client.get(page("merge", "official", one.pk, other.pk))
    content = shown.content.decode()
    assert edition.get_absolute_url() in content
    assert other.get_absolute_url() in content
    assert Official.objects.filter(pk=other.pk).exists()
    done = client.post(page("merge", "official", one.pk, other.pk), form_of(shown, "") | {"reason": "Même personne"})
    assert done.status_code == 302
    assert not Official.objects.filter(pk=other.pk).exists()
    assert article.officials.get() == edition.officials.get() == one
    change = EntryChange.objects.get()
    assert page("undo", change.pk) in client.get(page("changelist")).content.decode()
    client.post(page("undo", change.pk))
    assert article.officials.get() == edition.officials.get() == other


def test_a_merge_page_that_is_no_longer_true_asks_again(client, chief, two):
    one, other = two
    client.force_login(chief)
    form = form_of(client.get(page("merge", "official", one.pk, other.pk)), "")
    Official.objects.filter(pk=other.pk).update(name="Somebody Else")
    answer = client.post(page("merge", "official", one.pk, other.pk), form)
    assert answer.status_code == 409
    assert Official.objects.count() == 2


def test_the_second_of_two_who_merge_the_same_is_told_what_happened(client, chief, two):
    one, other = two
    client.force_login(chief)
    address = page("merge", "official", one.pk, other.pk)
    form = form_of(client.get(address), "")
    client.post(address, form)
    answer = client.post(address, form, follow=True)
    assert "Ada Mar" in answer.content.decode()
    assert EntryChange.objects.count() == 1


def test_tenures_that_overlap_are_chosen_on_the_page(client, chief, two):
    one, other = two
    office = make_office()
    mine, theirs = make_tenure(one, office, "2018", "2021"), make_tenure(other, office, "2019", "2023", acting=True)
    client.force_login(chief)
    address = page("merge", "official", one.pk, other.pk)
    form = form_of(client.get(address), "")
    assert client.post(address, form).status_code == 409
    assert client.post(address, form | {f"tenure-{theirs.pk}": "joined"}).status_code == 302
    mine.refresh_from_db()
    assert (str(mine.since), str(mine.until), one.tenures.count()) == ("2018", "2023", 1)


def test_who_may_not_read_the_desk_learns_nothing_of_what_is_not_public(client, keeper, two):
    one, other = two
    draft = make_article(title="Quillfish", slug="quillfish", officials=[one, other])
    make_quote(draft, "Quillfish dit-elle", speaker=one)
    client.force_login(keeper)
    addresses = [
        page("merge", "official", one.pk, other.pk),
        page("merge", "official", other.pk, one.pk),
        page("split", one.pk),
        page("rename", "official", one.pk),
    ]
    for address in addresses:
        assert b"uillfish" not in client.get(address).content, address
    form = form_of(client.get(page("split", one.pk)), "") | {
        "name": "Other",
        "dated_from": "1900",
        "article": draft.pk,
    }
    assert b"uillfish" not in client.post(page("split", one.pk), form).content
    assert draft.officials.count() == 2


def test_the_list_leads_two_chosen_rows_to_the_page_that_asks(client, chief, two):
    client.force_login(chief)
    chosen = {"action": "merge_selected", "_selected_action": [row.pk for row in two]}
    answer = client.post(reverse("admin:partners_official_changelist"), chosen)
    assert answer["Location"] == page("merge", "official", two[0].pk, two[1].pk)
    chosen["_selected_action"] = [two[0].pk]
    assert "Location" in client.post(reverse("admin:partners_official_changelist"), chosen).headers
    assert Official.objects.count() == 2


def test_the_entrys_page_leads_to_what_can_be_done_with_it(client, chief, two):
    client.force_login(chief)
    content = client.get(reverse("admin:partners_official_change", args=[two[0].pk])).content.decode()
    for address in [
        page("choose", "official", two[0].pk),
        page("split", two[0].pk),
        page("rename", "official", two[0].pk),
    ]:
        assert address in content
    theme = Theme.objects.create(name="Sommets")
    content = client.get(reverse("admin:articles_theme_change", args=[theme.pk])).content.decode()
    assert page("choose", "theme", theme.pk) in content
    client.force_login(make_user("editor"))
    content = client.get(reverse("admin:partners_official_change", args=[two[0].pk])).content.decode()
    assert page("split", two[0].pk) not in content


def test_the_same_person_in_another_spelling_is_offered(client, chief, two):
    stranger = make_official("Bo Lund")
    client.force_login(chief)
    content = client.get(page("choose", "official", two[0].pk)).content.decode()
    assert page("merge", "official", two[0].pk, two[1].pk) in content
    assert page("merge", "official", two[0].pk, stranger.pk) not in content
    chosen = client.get(page("choose", "official", two[0].pk), {"with": stranger.pk})
    assert chosen["Location"] == page("merge", "official", two[0].pk, stranger.pk)


def test_a_split_is_shown_once_more_before_it_is_done(client, chief, two):
    one = two[0]
    office = make_office()
    early, late = make_tenure(one, office, "2001", "2003"), make_tenure(one, make_office("chef"), "2015", "2019")
    old, new = make_article(officials=[one], dated="2002-05-01"), make_article(officials=[one], dated="2016-05-01")
    quote = make_quote(new, "Bien.", speaker=one, said_on="2016-05-01")
    client.force_login(chief)
    form = form_of(client.get(page("split", one.pk)), "")
    form |= {"name": "Ada Marin (ministre)", "tenure": late.pk, "dated_from": "2010", "name_of_theirs": "A. Marin"}
    shown = client.post(page("split", one.pk), form)
    assert Official.objects.count() == 2
    done = client.post(page("split", one.pk), form_of(shown, "") | {"confirmed": "x"})
    other = EntryChange.objects.get().other
    assert done["Location"] == reverse("admin:partners_official_change", args=[other])
    quote.refresh_from_db()
    late.refresh_from_db()
    assert (new.officials.get().pk, quote.speaker_id, late.official_id) == (other, other, other)
    assert (old.officials.get(), one.tenures.get()) == (one, early)
    assert Official.objects.get(pk=other).other_names == ("A. Marin",)


def test_a_rename_keeps_the_words_of_the_form_when_it_is_refused(client, chief):
    one, other = make_organisation(name_fr="Un"), make_organisation(name_fr="Deux")
    client.force_login(chief)
    form = form_of(client.get(page("rename", "organisation", one.pk)), "") | {"name_fr": other.name_fr}
    answer = client.post(page("rename", "organisation", one.pk), form)
    assert answer.status_code == 409
    assert 'value="Deux"' in answer.content.decode()
    assert Organisation.objects.get(pk=one.pk).name_fr == "Un"


def test_former_addresses_are_revoked_and_led_again_on_the_page(client, chief, two):
    one = two[0]
    client.force_login(chief)
    form = form_of(client.get(page("rename", "official", one.pk)), "") | {"name": "Ada Berg", "until": "2019-06"}
    assert client.post(page("rename", "official", one.pk), form).status_code == 302
    former = one.former_names.get()
    assert (former.name, str(former.until), former.slug) == ("Ada Marin", "2019-06", "ada-marin")
    client.post(page("rename", "official", one.pk), {"address": f"revoke:{former.pk}"})
    assert client.get("/responsables/ada-marin/").status_code == 410
    client.post(page("rename", "official", one.pk), {"address": f"lead:{former.pk}"})
    assert client.get("/responsables/ada-marin/").status_code == 301


def test_an_undo_that_is_not_possible_any_more_names_the_record(client, chief, two):
    one, other = two
    client.force_login(chief)
    address = page("merge", "official", one.pk, other.pk)
    client.post(address, form_of(client.get(address), ""))
    one.refresh_from_db()
    one.gender = "m"
    one.save()
    answer = client.post(page("undo", EntryChange.objects.get().pk))
    assert answer.status_code == 409
    assert "Ada Marin" in answer.content.decode()
    assert not Official.objects.filter(pk=other.pk).exists()


def test_the_page_asks_few_questions_however_much_is_touched(client, chief, two):
    one, other = two
    meeting = make_meeting()
    for number in range(2):
        make_tenure(other, make_office(f"poste {number}"), "2001")
    articles = Article.objects.bulk_create(
        Article(title=f"T{n}", slug=f"t{n}", body="<p>x</p>", rights="own") for n in range(200)
    )
    Article.officials.through.objects.bulk_create(
        Article.officials.through(article=article, official=other) for article in articles
    )
    for article in articles[:3]:
        edition = make_edition(article=article)
        edition.officials.set([other])
        make_quote(article, "Oui.", speaker=other, meeting=meeting)
    client.force_login(chief)
    for address in [page("merge", "official", one.pk, other.pk), page("rename", "official", other.pk)]:
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        assert len(queries) <= 25, address
    assert Edition.objects.count() == 3


def test_whoever_looks_for_the_way_to_merge_countries_is_told_that_there_is_none(client, chief):
    france, norway = make_country("FR"), make_country("NO")
    client.force_login(chief)
    page = client.get(english(reverse("admin:partners_country_change", args=[france.pk])))
    assert "two are never merged" in page.content.decode()
    for address in [("choose", ["country", france.pk]), ("merge", ["country", france.pk, norway.pk])]:
        there = english(reverse(f"admin:articles_entrychange_{address[0]}", args=address[1]))
        page = client.get(there, follow=True)
        assert "Countries are not merged" in str(next(iter(page.context["messages"])))
