"""A rejected proposal is remembered: the same words are not proposed for the same entry again."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import deciding
from articles.importing import import_articles
from articles.models import Article, Ignored, ProposalKind
from articles.proposing import proposals_of
from articles.reading import read
from partners.models import Official
from partners.registry import registry_names
from tests.desk.proposing import make_country, make_imported, make_organisation, propose, propose_date
from tests.making import make_user

pytestmark = pytest.mark.django_db

FIRST = (
    "Sommet de Nouakchott\n\nNouakchott, 12 mars 2024 - L'armée mauritanienne a reçu une délégation à l'aube. "
    "La Mauritanie a salué cette visite, selon un communiqué publié mardi par son état-major.\n"
)
SECOND = (
    "Exercice dans le désert\n\nZouérate, 19 mars 2024 - L'armée mauritanienne a conduit un exercice dans le nord. "
    "La Mauritanie y a déployé trois bataillons, a indiqué un porte-parole.\n"
)
ADJECTIVE_ONLY = (
    "Un exercice\n\nL'armée mauritanienne a conduit un exercice dans le nord du pays pendant trois jours.\n"
)
PERSON = (
    "Visite\n\nNouakchott, 12 mars 2024 - Le ministre mauritanien de la Défense, Hanena Ould Sidi, a reçu les "
    "ambassadeurs. « Nous voulons une coopération durable avec tous nos partenaires », a déclaré Hanena Ould Sidi.\n"
)


@pytest.fixture
def editor(db):
    return make_user("editor")


@pytest.fixture
def mauritania(db):
    return make_country(
        name_en="Mauritania", adjectives_fr_m=["mauritanien"], adjectives_fr_f=["mauritanienne"], capitals_fr=[]
    )


@pytest.fixture
def bring(tmp_path):
    """Import a text; the article that it makes."""

    def bring(text, name="texte.txt"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        (outcome,) = import_articles([file]).outcomes
        return Article.objects.get(pk=outcome.article)

    return bring


def country_proposal(article):
    return article.proposals.get(kind=ProposalKind.COUNTRY)


def test_rejected_words_are_not_proposed_in_the_next_text_and_the_entry_is_by_its_other_words(
    bring, editor, mauritania
):
    first = country_proposal(bring(FIRST, "1.txt"))
    assert first.surface == "mauritanienne"
    deciding.reject([first], by=editor)
    assert country_proposal(bring(SECOND, "2.txt")).surface == "Mauritanie"
    assert not bring(ADJECTIVE_ONLY, "3.txt").proposals.filter(kind=ProposalKind.COUNTRY).exists()


@pytest.mark.parametrize("undo", [deciding.reopen, deciding.accept, deciding.forget])
def test_undone_or_accepted_words_are_proposed_again(bring, editor, mauritania, undo):
    first = country_proposal(bring(FIRST, "1.txt"))
    deciding.reject([first], by=editor)
    undo([first], by=editor)
    assert not Ignored.objects.exists()
    assert country_proposal(bring(SECOND, "2.txt")).surface == "mauritanienne"


def test_forgetting_leaves_the_proposal_rejected_and_needs_the_permission(bring, editor, mauritania):
    first = country_proposal(bring(FIRST))
    deciding.reject([first], by=editor)
    with pytest.raises(PermissionDenied):
        deciding.forget([first], by=make_user("reporter"))
    deciding.forget([first], by=editor)
    first.refresh_from_db()
    assert first.decision == "rejected"


def test_what_is_unwanted_in_one_article_is_proposed_in_the_next(bring, editor, mauritania):
    deciding.reject([country_proposal(bring(FIRST, "1.txt"))], by=editor, only_here=True)
    assert country_proposal(bring(SECOND, "2.txt")).surface == "mauritanienne"


def test_accepting_the_same_words_in_another_article_forgets_the_rejection(bring, editor, mauritania):
    first, second = country_proposal(bring(FIRST, "1.txt")), country_proposal(bring(SECOND, "2.txt"))
    deciding.reject([first], by=editor)
    deciding.accept([second], by=editor)
    assert not Ignored.objects.exists()


def test_undoing_one_rejection_keeps_what_another_article_had_remembered(bring, editor, mauritania):
    first, second = country_proposal(bring(FIRST, "1.txt")), country_proposal(bring(SECOND, "2.txt"))
    deciding.reject([first], by=editor)
    deciding.reject([second], by=editor)
    assert Ignored.objects.count() == 1
    deciding.reopen([second], by=editor)
    assert Ignored.objects.get().proposal == first


def test_the_words_stay_good_for_another_entry_and_by_another_rule(bring, editor, mauritania):
    first = country_proposal(bring(FIRST, "1.txt"))
    deciding.reject([first], by=editor)
    Ignored.objects.update(target="XX")
    assert country_proposal(bring(SECOND, "2.txt")).surface == "mauritanienne"
    Ignored.objects.update(target="MR", rule="capital")
    assert country_proposal(bring(SECOND + "\n", "3.txt")).surface == "mauritanienne"


def test_accents_and_case_do_not_count_in_remembered_words(bring, editor):
    make_country("SN", "Sénégal")
    text = "Un voyage\n\nLe {} a reçu une délégation de son voisin, a indiqué un porte-parole jeudi matin.\n"
    deciding.reject([country_proposal(bring(text.format("Sénégal"), "1.txt"))], by=editor)
    assert not bring(text.format("Senegal"), "2.txt").proposals.filter(kind=ProposalKind.COUNTRY).exists()


def test_a_new_person_who_was_rejected_is_not_proposed_again(bring, editor, mauritania):
    first = bring(PERSON, "1.txt")
    deciding.reject([first.proposals.get(kind=ProposalKind.OFFICIAL)], by=editor)
    again = bring(PERSON.replace("les ambassadeurs", "trois ambassadeurs"), "2.txt")
    assert not again.proposals.filter(kind=ProposalKind.OFFICIAL).exists()


def test_a_rejected_official_speaks_in_no_quote_of_the_next_text(bring, editor, mauritania):
    official = Official.objects.create(name="Hanena Ould Sidi", country=mauritania)
    first = bring(PERSON, "1.txt")
    assert first.quotes.get().speaker == official
    deciding.reject([first.proposals.get(kind=ProposalKind.OFFICIAL)], by=editor)
    quote = bring(PERSON.replace("les ambassadeurs", "trois ambassadeurs"), "2.txt").quotes.get()
    assert (quote.speaker, quote.speaker_name) == (None, "Hanena Ould Sidi")


def test_dates_and_meetings_that_the_registry_lacks_are_decided_for_one_text_only(editor):
    article = make_imported()
    propose_date(article, "2022-05-26")
    propose(article, ProposalKind.MEETING, "a reçu Mircea", key="new:bilateral reunion", data={"title": "Réunion"})
    assert deciding.reject(article.proposals.all(), by=editor).count == 2
    assert not Ignored.objects.exists()


def test_one_query_asks_what_is_remembered_of_a_text_however_many_names_it_has(mauritania, django_assert_num_queries):
    make_organisation()
    names = registry_names()
    reading = read((FIRST * 50).encode(), names)
    with django_assert_num_queries(1):
        assert proposals_of(reading)
