"""A wrong name is taken off a registry entry in one step, with the articles that it touched."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles import deciding, publishing, wrong_names
from articles.models import Decision, Ignored, ProposalKind, SourceText
from partners.models import RemovedName
from tests.desk.proposing import make_country, make_imported, propose
from tests.desk.test_review_page import url as review_url
from tests.making import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(db):
    return make_country(aliases=["Chinguetti"], adjectives_fr_m=["mauritanien"])


def text(words):
    return f"Le port de {words} a reçu une délégation de la mission.\n"


def proposed(country, words="Chinguetti", **fields):
    article = make_imported(text(words))
    return propose(article, ProposalKind.COUNTRY, words, country=country, key="MR", label="Mauritanie", **fields)


@pytest.fixture
def both(country, chief):
    """An accepted and a pending proposal by the wrong name, and a pending one by a right one."""
    accepted, pending, other = proposed(country), proposed(country), proposed(country, "mauritaniens")
    deciding.accept([accepted], by=chief)
    return accepted, pending, other


def names_url(country):
    return reverse("admin:articles_entry_names", args=["country", country.pk])


def decisions(*proposals):
    for proposal in proposals:
        proposal.refresh_from_db()
    return [proposal.decision for proposal in proposals]


def test_each_name_tells_how_often_it_was_proposed_plurals_included(country, both):
    uses = wrong_names.uses_of(country)
    assert (uses["chinguetti"].accepted, uses["chinguetti"].pending) == (1, 1)
    assert uses["mauritanien"].pending == 1
    assert uses["mauritanie"] == wrong_names.Uses()


def test_counting_is_one_query_however_many_proposals(country, both, django_assert_num_queries):
    with django_assert_num_queries(1):
        wrong_names.uses_of(country)


def test_taking_a_name_off_rejects_what_waits_and_leaves_what_was_accepted(country, both, chief):
    accepted, pending, other = both
    removal = wrong_names.take_off(country, "Chinguetti", by=chief)
    assert removal.rejected == 1
    assert decisions(accepted, pending, other) == ["accepted", "rejected", "pending"]
    assert not Ignored.objects.exists()


def test_a_text_that_names_the_entry_otherwise_too_keeps_its_proposal_on_those_words(country, chief):
    words = "Le port de Chinguetti a reçu une délégation.\nLa Mauritanie a salué cette visite, selon le ministère.\n"
    article = make_imported(words)
    proposal = propose(article, ProposalKind.COUNTRY, "Chinguetti", country=country, key="MR", label="Mauritanie")
    SourceText.objects.update(data=words.encode())
    removal = wrong_names.take_off(country, "Chinguetti", by=chief)
    assert (removal.moved, removal.rejected) == (1, 0)
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.surface, proposal.after[:8]) == (Decision.PENDING, "Mauritanie", " a salué")


def test_accepted_links_are_taken_back_where_that_is_ticked(country, both, chief):
    accepted, _pending, _other = both
    wrong_names.take_off(country, "Chinguetti", by=chief, take_back=[accepted.pk])
    assert decisions(accepted) == ["rejected"]
    assert not accepted.article.countries.exists()


def test_only_proposals_that_rest_on_the_name_can_be_taken_back_with_it(country, both, chief):
    other = both[2]
    deciding.accept([other], by=chief)
    wrong_names.take_off(country, "Chinguetti", by=chief, take_back=[other.pk])
    assert decisions(other) == ["accepted"]


def test_giving_a_name_back_lets_its_proposals_wait_again_and_no_others(country, both, chief):
    accepted, pending, other = both
    deciding.reject([other], by=chief)
    removal = wrong_names.take_off(country, "Chinguetti", by=chief, take_back=[accepted.pk])
    assert wrong_names.give_back(removal.removed, by=chief) == 2
    assert decisions(accepted, pending, other) == ["pending", "pending", "rejected"]
    country.refresh_from_db()
    assert country.aliases == ("Chinguetti",)


def test_articles_in_the_trash_are_left_alone(country, both, chief):
    pending = both[1]
    publishing.trash(pending.article, by=chief)
    assert wrong_names.take_off(country, "Chinguetti", by=chief).rejected == 0
    assert decisions(pending) == ["pending"]


def test_a_registry_keeper_takes_the_name_off_and_leaves_the_proposals_to_editors(country, both):
    keeper = make_user("registry keeper")
    removal = wrong_names.take_off(country, "Chinguetti", by=keeper)
    assert (removal.rejected, removal.left) == (0, 1)
    assert decisions(both[1]) == ["pending"]


def test_the_page_lists_the_names_and_the_articles_of_one(client, chief, country, both):
    client.force_login(chief)
    content = client.get(names_url(country)).content.decode()
    assert "?name=Chinguetti" in content
    assert "?name=Mauritanie" not in content
    content = client.get(names_url(country), {"name": "Chinguetti"}).content.decode()
    accepted, pending, other = both
    assert f'name="take_back" value="{accepted.pk}"' in content
    assert review_url(pending.article) in content
    assert review_url(other.article) not in content


def test_the_buttons_remove_and_give_back(client, chief, country, both):
    client.force_login(chief)
    client.post(names_url(country), {"do": "remove:Chinguetti", "take_back": [both[0].pk]})
    assert decisions(*both) == ["rejected", "rejected", "pending"]
    assert LogEntry.objects.filter(content_type__model="country", user=chief).exists()
    removed = RemovedName.objects.get()
    assert f"restore:{removed.pk}" in client.get(names_url(country)).content.decode()
    client.post(names_url(country), {"do": f"restore:{removed.pk}"})
    assert not RemovedName.objects.exists()


def test_looking_changes_nothing(client, chief, country, both):
    client.force_login(chief)
    client.get(names_url(country), {"name": "Chinguetti", "do": "remove:Chinguetti"})
    country.refresh_from_db()
    assert country.aliases == ("Chinguetti",)


def test_the_entrys_own_name_is_refused_in_words(client, chief, country):
    client.force_login(chief)
    response = client.post(names_url(country), {"do": "remove:Mauritanie"}, follow=True)
    assert "Mauritanie" in str(next(iter(response.context["messages"])))
    assert not RemovedName.objects.exists()


def test_editors_see_the_names_and_only_chiefs_and_keepers_remove_them(client, editor, country, both):
    client.force_login(editor)
    content = client.get(names_url(country)).content.decode()
    assert "Chinguetti" in content
    assert "?name=" not in content
    assert client.post(names_url(country), {"do": "remove:Chinguetti"}).status_code == 403
    assert not RemovedName.objects.exists()


def test_who_may_not_see_proposals_sees_no_passage(client, country, both):
    client.force_login(make_user("registry keeper"))
    content = client.get(names_url(country), {"name": "Chinguetti"}).content.decode()
    assert "délégation" not in content
    assert str(both[0].article) not in content


def test_the_review_page_leads_there_from_words_that_are_a_removable_name(client, chief, editor, country, both):
    pending = both[1]
    own = proposed(country, "Mauritanie")
    client.force_login(chief)
    assert "?name=Chinguetti" in client.get(review_url(pending.article)).content.decode()
    assert "?name=" not in client.get(review_url(own.article)).content.decode()
    client.force_login(editor)
    assert "?name=" not in client.get(review_url(pending.article)).content.decode()


@pytest.mark.parametrize("model", ["official", "organisation", "country", "meeting"])
def test_an_entrys_page_leads_to_its_names(client, chief, model):
    from partners.models import Meeting, Official, Organisation

    entry = {
        "official": lambda: Official.objects.create(name="Ada Marin", other_names=["A. Marin"]),
        "organisation": lambda: Organisation.objects.create(name_fr="Union", name_en="Union", aliases=["UA"]),
        "country": lambda: make_country(aliases=["RIM"]),
        "meeting": lambda: Meeting.objects.create(kind="summit", title_fr="Sommet", title_en="Summit"),
    }[model]()
    client.force_login(chief)
    page = reverse("admin:articles_entry_names", args=[model, entry.pk])
    assert page in client.get(reverse(f"admin:partners_{model}_change", args=[entry.pk])).content.decode()
    assert client.get(page).status_code == 200


def test_until_when_it_bore_another_name_is_said_beside_its_names(client):
    country = make_country()
    country.aliases = ("République islamique", "RIM")
    country.save()
    client.force_login(make_user("chief"))
    page = reverse("admin:articles_entry_names", args=["country", country.pk])
    shown = client.get(page).content.decode()
    assert 'value="RIM"' in shown
    for name, until, kept in [("RIM", "2019-02", "2019-02"), ("rim", "2019-02-31", "2019-02"), ("RIM", "", "")]:
        client.post(page, {"do": "until:1", "name-1": name, "until-1": until})
        former = country.former_names.get()
        assert (former.name, str(former.until or ""), former.slug) == ("RIM", kept, None)
    client.post(page, {"do": "until:1", "name-1": "Quillfish", "until-1": "2019"})
    assert country.former_names.count() == 1
    client.force_login(make_user("editor"))
    assert client.post(page, {"do": "until:1", "name-1": "RIM", "until-1": "2020"}).status_code == 403
    assert country.former_names.get().until is None
