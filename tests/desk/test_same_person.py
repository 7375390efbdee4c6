"""The same person in another spelling: asked at review, answered once, remembered either way."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied

from articles import deciding, publishing, same_person
from articles.importing import import_articles
from articles.models import Article, Decision, Ignored, ProposalKind
from partners.models import Country, Official, Tenure
from tests.desk.proposing import make_country, make_imported, propose
from tests.desk.test_review_page import press, url
from tests.making import make_user

pytestmark = pytest.mark.django_db

NEWS = (
    "Une visite\n\nNouakchott, 12 mars 2024 - Le ministre égyptien des Affaires étrangères, {}, a reçu {} délégués.\n"
)


@pytest.fixture
def egypt(db):
    return make_country("EG", "Égypte", adjectives_fr_m=["égyptien"])


@pytest.fixture
def shoukry(egypt):
    return Official.objects.create(name="Sameh Choukri", country=egypt, loaded={})


@pytest.fixture
def bring(tmp_path):
    def bring(name, count):
        file = tmp_path / f"{count}.txt"
        file.write_text(NEWS.format(name, count), encoding="utf-8")
        return Article.objects.get(pk=import_articles([file]).outcomes[0].article)

    return bring


def person(article):
    return article.proposals.get(kind=ProposalKind.OFFICIAL)


def described(article, surface, **data):
    """A proposed Egyptian called Sameh Shukri, on some words of the text."""
    data = {"name": "Sameh Shukri", "country": "EG", "office_title": "ministre"} | data
    return propose(article, ProposalKind.OFFICIAL, surface, key=f"new:{surface}", data=data)


def asked(proposal):
    return same_person.questions([proposal])[proposal.pk]


def test_an_import_asks_about_another_spelling_and_links_nobody(bring, shoukry):
    proposal = person(bring("Sameh Shukri", "trois"))
    assert proposal.official is None
    assert proposal.data["same_as"] == [shoukry.key]
    assert asked(proposal) == [shoukry]


def test_yes_links_the_official_and_keeps_the_spelling_so_that_the_next_text_links_at_once(bring, shoukry, editor):
    first = bring("Sameh Shukri", "trois")
    decided = deciding.accept_as(person(first), shoukry, by=editor)
    assert (decided.count, decided.made) == (1, [])
    assert list(first.officials.all()) == [shoukry]
    shoukry.refresh_from_db()
    assert shoukry.other_names == ("Sameh Shukri",)
    assert person(bring("Sameh Shukri", "quatre")).official == shoukry
    assert Official.objects.count() == 1


def test_undoing_yes_takes_back_the_link_and_the_spelling_and_asks_again(bring, shoukry, editor):
    first = bring("Sameh Shukri", "trois")
    deciding.accept_as(person(first), shoukry, by=editor)
    deciding.reopen([person(first)], by=editor)
    shoukry.refresh_from_db()
    assert shoukry.other_names == ()
    assert not first.officials.exists()
    assert asked(person(first)) == [shoukry]


def test_no_keeps_the_proposal_as_a_new_official_and_nobody_is_asked_again(bring, shoukry, editor):
    first = bring("Sameh Shukri", "trois")
    deciding.tell_apart(person(first), [shoukry], by=editor)
    assert person(first).decision == Decision.PENDING
    assert asked(person(first)) == []
    assert person(bring("Sameh Shukri", "quatre")).data["same_as"] == []
    assert deciding.accept([person(first)], by=editor).made == ["Sameh Shukri"]
    assert Tenure.objects.get().official.name == "Sameh Shukri"


def test_taking_that_back_in_the_list_asks_again(bring, shoukry, editor):
    deciding.tell_apart(person(bring("Sameh Shukri", "trois")), [shoukry], by=editor)
    Ignored.objects.get().delete()
    assert person(bring("Sameh Shukri", "quatre")).data["same_as"] == [shoukry.key]


def test_an_open_question_is_answered_before_anybody_is_added(bring, shoukry, editor):
    article = bring("Sameh Shukri", "trois")
    decided = deciding.accept(article.proposals.all(), by=editor)
    assert any("Sameh Choukri" in remark for remark in decided.remarks)
    assert person(article).decision == Decision.PENDING
    assert Official.objects.count() == 1


def test_two_newcomers_in_two_spellings_do_not_become_two(bring, egypt, editor):
    first, second = bring("Sameh Shukri", "trois"), bring("Sameh Choukri", "quatre")
    deciding.accept([person(first)], by=editor)
    made = Official.objects.get()
    deciding.accept([person(second)], by=editor)
    assert Official.objects.count() == 1
    deciding.accept_as(person(second), made, by=editor)
    assert list(second.officials.all()) == [made]


def test_the_very_name_needs_no_question_even_where_another_is_alike(bring, egypt, editor):
    first, second = bring("Sameh Shukri", "trois"), bring("Sameh Shukri", "quatre")
    deciding.accept([person(first)], by=editor)
    assert asked(person(second)) == []
    assert deciding.accept([person(second)], by=editor).count == 1
    assert Official.objects.count() == 1


def test_an_official_of_another_country_is_not_asked_about(bring, shoukry):
    Official.objects.update(country=make_country("DZ", "Algérie"))
    assert person(bring("Sameh Shukri", "trois")).data["same_as"] == []
    Country.objects.filter(code="DZ").update(code="XX")
    proposal = described(make_imported(), "Hanena", same_as=[shoukry.key])
    assert asked(proposal) == []


def test_only_who_decides_answers_and_only_open_questions(bring, shoukry, editor, reporter):
    proposal = person(bring("Sameh Shukri", "trois"))
    with pytest.raises(PermissionDenied):
        deciding.accept_as(proposal, shoukry, by=reporter)
    with pytest.raises(PermissionDenied):
        deciding.tell_apart(proposal, [shoukry], by=reporter)
    stranger = Official.objects.create(name="Ada Marin")
    with pytest.raises(publishing.Refused):
        deciding.accept_as(proposal, stranger, by=editor)
    deciding.tell_apart(proposal, [shoukry], by=editor)
    with pytest.raises(publishing.Refused):
        deciding.accept_as(proposal, shoukry, by=editor)


def test_who_may_not_touch_the_registry_links_without_adding_the_spelling(bring, shoukry):
    decider = make_user("reporter")
    decider.user_permissions.add(Permission.objects.get(codename="decide_proposal"))
    article = bring("Sameh Shukri", "trois")
    decided = deciding.accept_as(person(article), shoukry, by=type(decider).objects.get(pk=decider.pk))
    assert list(article.officials.all()) == [shoukry]
    assert any("Sameh Shukri" in remark for remark in decided.remarks)
    shoukry.refresh_from_db()
    assert shoukry.other_names == ()


def test_the_page_asks_and_its_buttons_answer(client, editor, bring, shoukry):
    client.force_login(editor)
    article = bring("Sameh Shukri", "trois")
    pk = person(article).pk
    content = client.get(url(article)).content.decode()
    assert f"same:{pk}-{shoukry.pk}" in content
    assert f'value="accept:{pk}"' not in content
    press(client, article, f"apart:{pk}")
    content = client.get(url(article)).content.decode()
    assert "same:" not in content
    assert f'value="accept:{pk}"' in content
    other = bring("Sameh Shoukri", "cinq")
    press(client, other, f"same:{person(other).pk}-{shoukry.pk}")
    assert list(other.officials.all()) == [shoukry]


def test_a_question_about_another_articles_proposal_is_out_of_reach(client, editor, bring, shoukry):
    client.force_login(editor)
    first, second = bring("Sameh Shukri", "trois"), bring("Sameh Shoukri", "cinq")
    assert client.post(url(first), {"do": f"same:{person(second).pk}-{shoukry.pk}"}).status_code == 404
    assert client.post(url(first), {"do": "same:x-y"}).status_code == 404
    assert not second.officials.exists()


def test_questions_of_a_page_take_two_queries_however_many_people_it_has(shoukry, django_assert_max_num_queries):
    article = make_imported()
    proposals = [
        described(article, surface, same_as=[shoukry.key]) for surface in ["Hanena", "Ould", "Sidi", "Mircea"]
    ]
    with django_assert_max_num_queries(2):
        same_person.questions(proposals)
