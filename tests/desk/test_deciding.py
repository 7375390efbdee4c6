"""Accepting, rejecting and undoing what an import proposes."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied

from articles import deciding, publishing, quote_register
from articles.models import Decision, ProposalKind, Quote
from articles.registering import STANDINGS
from partners.dates import PartialDate
from partners.models import Meeting, Office, Official, Organisation, Tenure
from tests.desk.proposing import (
    make_country,
    make_imported,
    make_organisation,
    pending_quote,
    propose,
    propose_date,
    propose_person,
)
from tests.making import make_edition

pytestmark = pytest.mark.django_db


def decision(row):
    row.refresh_from_db()
    return row.decision


def propose_country(article, country, **fields):
    return propose(article, ProposalKind.COUNTRY, "mauritanien", country=country, label=str(country), **fields)


def test_an_accepted_country_is_linked_in_one_revision_with_its_editor(editor):
    article, country = make_imported(), make_country()
    proposal = propose_country(article, country)
    assert deciding.accept([proposal], by=editor).count == 1
    assert list(article.countries.all()) == [country]
    assert decision(proposal) == Decision.ACCEPTED
    assert proposal.decided_by == editor
    assert article.revisions.count() == 2
    assert article.revisions.first().created_by == editor
    assert "Mauritanie" in article.revisions.first().reason
    assert LogEntry.objects.filter(object_id=str(article.pk), user=editor).count() == 1


def test_several_proposals_make_one_revision(editor):
    article, organisation = make_imported(), make_organisation()
    proposals = [
        propose_country(article, make_country()),
        propose(article, ProposalKind.ORGANISATION, "partenaires", organisation=organisation),
    ]
    assert deciding.accept(proposals, by=editor).count == 2
    assert article.revisions.count() == 2


def test_a_rejected_proposal_links_nothing(editor):
    article = make_imported()
    proposal = propose_country(article, make_country())
    deciding.reject([proposal], by=editor)
    assert not article.countries.exists()
    assert decision(proposal) == Decision.REJECTED
    assert article.revisions.count() == 1


@pytest.mark.parametrize("undo", [deciding.reopen, deciding.reject])
def test_undoing_an_accepted_proposal_removes_its_link(editor, undo):
    article = make_imported()
    proposal = propose_country(article, make_country())
    deciding.accept([proposal], by=editor)
    undo([proposal], by=editor)
    assert not article.countries.exists()
    assert decision(proposal) == (Decision.PENDING if undo is deciding.reopen else Decision.REJECTED)


def test_undoing_keeps_a_link_that_an_editor_had_made_before(editor):
    country = make_country()
    article = make_imported(countries=[country])
    proposal = propose_country(article, country)
    deciding.accept([proposal], by=editor)
    deciding.reopen([proposal], by=editor)
    assert list(article.countries.all()) == [country]


def test_undoing_keeps_a_link_until_the_last_proposal_that_supports_it_is_undone(editor):
    article, country = make_imported(), make_country()
    first = propose_country(article, country, key="MR")
    second = propose(article, ProposalKind.COUNTRY, "Nouakchott", country=country, key="MR-capital")
    deciding.accept([first, second], by=editor)
    deciding.reopen([first], by=editor)
    assert list(article.countries.all()) == [country]
    deciding.reopen([second], by=editor)
    assert not article.countries.exists()


def test_a_reporter_decides_nothing(reporter):
    article = make_imported()
    proposal = propose_country(article, make_country())
    quote = pending_quote(article)
    for call in (deciding.accept, deciding.reject, deciding.reopen):
        with pytest.raises(PermissionDenied):
            call([proposal], by=reporter)
    for call in (quote_register.accept, quote_register.reject, quote_register.reopen):
        with pytest.raises(PermissionDenied):
            call([quote], by=reporter)
    with pytest.raises(PermissionDenied):
        quote_register.attribute(quote, by=reporter, speaker=None, attribution="X")


def test_nothing_is_decided_on_a_trashed_article(editor):
    article = make_imported()
    proposal = propose_country(article, make_country())
    publishing.trash(article, by=editor)
    with pytest.raises(publishing.Refused):
        deciding.accept([proposal], by=editor)
    assert decision(proposal) == Decision.PENDING


# --- dates


def test_an_accepted_date_becomes_the_articles_and_the_others_are_rejected(editor):
    article = make_imported()
    chosen, other = propose_date(article, "2022-05-26"), propose_date(article, "2022-05")
    deciding.accept([chosen], by=editor)
    article.refresh_from_db()
    assert article.dated == PartialDate(2022, 5, 26)
    assert decision(other) == Decision.REJECTED


def test_undoing_a_date_restores_what_was_there_before(editor):
    article = make_imported(dated="2021")
    chosen, other = propose_date(article, "2022-05-26"), propose_date(article, "2022-05")
    deciding.accept([chosen], by=editor)
    deciding.reopen([chosen], by=editor)
    article.refresh_from_db()
    assert article.dated == PartialDate(2021)
    assert (decision(chosen), decision(other)) == (Decision.PENDING, Decision.PENDING)


def test_another_date_replaces_the_accepted_one(editor):
    article = make_imported()
    first, second = propose_date(article, "2022-05-26"), propose_date(article, "2022-05")
    deciding.accept([first], by=editor)
    deciding.accept([second], by=editor)
    article.refresh_from_db()
    assert article.dated == PartialDate(2022, 5)
    assert (decision(first), decision(second)) == (Decision.REJECTED, Decision.ACCEPTED)
    deciding.reopen([second], by=editor)
    article.refresh_from_db()
    assert article.dated is None


def test_two_dates_at_once_are_refused(editor):
    article = make_imported()
    dates = [propose_date(article, "2022-05-26"), propose_date(article, "2022-05")]
    with pytest.raises(publishing.Refused):
        deciding.accept(dates, by=editor)


def test_undoing_a_date_keeps_what_an_editor_wrote_since(editor):
    article = make_imported()
    chosen = propose_date(article, "2022-05-26")
    deciding.accept([chosen], by=editor)
    article.refresh_from_db()
    article.dated = "2023"
    article.save()
    deciding.reopen([chosen], by=editor)
    article.refresh_from_db()
    assert article.dated == PartialDate(2023)


# --- people whom the registry lacks


def test_a_new_official_comes_with_the_office_and_a_tenure_without_dates(editor):
    country = make_country()
    article = make_imported()
    proposal = propose_person(article)
    decided = deciding.accept([proposal], by=editor)
    official = Official.objects.get()
    assert decided.made == ["Hanena Ould Sidi"]
    assert list(article.officials.all()) == [official]
    tenure = Tenure.objects.get()
    assert (tenure.official, tenure.office.title_fr_m, tenure.office.country) == (
        official,
        "ministre de la Défense",
        country,
    )
    assert (tenure.since, tenure.until, tenure.acting) == (None, None, False)
    assert "Hanena Ould Sidi, a reçu Mircea" in tenure.source
    assert article.source_text.name in tenure.source
    proposal.refresh_from_db()
    assert proposal.official == official


def test_an_acting_holder_gets_an_acting_tenure(editor):
    make_country()
    article = make_imported()
    deciding.accept([propose_person(article, standing="acting")], by=editor)
    assert Tenure.objects.get().acting


@pytest.mark.parametrize("standing", ["former", "late", "designated"])
def test_who_is_not_in_office_gets_no_tenure(editor, standing):
    make_country()
    article = make_imported()
    decided = deciding.accept([propose_person(article, standing=standing)], by=editor)
    assert Official.objects.count() == 1
    assert not Tenure.objects.exists()
    assert str(STANDINGS[standing]) in decided.remarks[0]


@pytest.mark.parametrize(
    "owner", [{"country": "", "organisation": ""}, {"country": "MR", "organisation": "OTAN"}, {"office_title": ""}]
)
def test_an_office_that_the_text_does_not_place_is_not_made(editor, owner):
    make_country()
    organisation = make_organisation()
    Organisation.objects.filter(pk=organisation.pk).update(key="OTAN")
    decided = deciding.accept([propose_person(make_imported(), **owner)], by=editor)
    assert Official.objects.count() == 1
    assert not Office.objects.exists()
    assert "sans fonction" in decided.remarks[0]


def test_an_office_is_found_again_by_any_of_its_titles(editor):
    country = make_country()
    office = Office.objects.create(
        title_fr_m="ministre de la Défense nationale",
        title_en="x",
        aliases=["Ministre de la Defense"],
        country=country,
    )
    deciding.accept([propose_person(make_imported())], by=editor)
    assert Tenure.objects.get().office == office


def test_an_office_of_another_country_is_another_office(editor):
    make_country()
    other = make_country("ML", "Mali")
    Office.objects.create(title_fr_m="ministre de la Défense", title_en="x", country=other)
    deciding.accept([propose_person(make_imported())], by=editor)
    assert Office.objects.count() == 2


def test_a_person_proposed_by_two_texts_is_made_once(editor):
    make_country()
    first, second = make_imported(), make_imported()
    proposals = [propose_person(first), propose_person(second, name="Hanena Ould Sidi")]
    deciding.accept(proposals[:1], by=editor)
    decided = deciding.accept(proposals[1:], by=editor)
    assert decided.made == []
    assert Official.objects.count() == 1
    assert Tenure.objects.count() == 1
    assert list(second.officials.all()) == list(first.officials.all())


def test_a_namesake_from_another_country_is_not_taken_for_the_person(editor):
    make_country()
    Official.objects.create(name="Hanena Ould Sidi", country=make_country("ML", "Mali"))
    article = make_imported()
    proposal = propose_person(article)
    decided = deciding.accept([proposal], by=editor)
    assert decided.count == 0
    assert decided.remarks
    assert decision(proposal) == Decision.PENDING
    assert not article.officials.exists()


def test_the_registry_is_only_extended_by_who_may(editor):
    make_country()
    proposal = propose_person(make_imported())
    group = editor.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__in=["add_official"]))
    decided = deciding.accept([proposal], by=type(editor).objects.get(pk=editor.pk))
    assert decided.count == 0
    assert not Official.objects.exists()


def test_undoing_a_new_official_leaves_the_person_in_the_registry_and_says_so(editor):
    make_country()
    article = make_imported()
    proposal = propose_person(article)
    deciding.accept([proposal], by=editor)
    decided = deciding.reopen([proposal], by=editor)
    assert not article.officials.exists()
    assert Official.objects.count() == 1
    assert "Hanena Ould Sidi" in decided.remarks[0]


def test_an_accepted_person_becomes_the_speaker_of_their_quotes_and_undoing_takes_that_back(editor):
    make_country()
    article = make_imported()
    quote = pending_quote(article)
    other = pending_quote(article, start=None, end=None, speaker_name="Mircea Geoană")
    proposal = propose_person(article)
    deciding.accept([proposal], by=editor)
    quote.refresh_from_db()
    other.refresh_from_db()
    assert quote.speaker == Official.objects.get()
    assert other.speaker is None
    deciding.reopen([proposal], by=editor)
    quote.refresh_from_db()
    assert quote.speaker is None


# --- meetings


def propose_meeting(article, **data):
    described = {
        "title": "visite de Mircea Geoană à Nouakchott",
        "kind": "bilateral",
        "portfolio": "defence",
        "organiser": "",
        "place": "Nouakchott",
        "start": "2022-05",
        "end": "",
    }
    return propose(article, ProposalKind.MEETING, "a reçu Mircea Geoană", data=described | data)


def test_a_new_meeting_holds_what_is_known_and_no_more(editor):
    article = make_imported()
    deciding.accept([propose_meeting(article)], by=editor)
    meeting = Meeting.objects.get()
    assert list(article.meetings.all()) == [meeting]
    assert (meeting.kind, meeting.portfolio, meeting.city) == ("bilateral", "defence", "Nouakchott")
    assert (meeting.start, meeting.end, meeting.organiser, meeting.country) == (PartialDate(2022, 5), None, None, None)


def test_a_new_ministerial_is_called_as_such_meetings_are_when_its_date_is_known(editor):
    said = {"kind": "ministerial", "title": "les ministres de la Défense se réunissent"}
    deciding.accept([propose_meeting(make_imported(), **said)], by=editor)
    undated = propose_meeting(make_imported(), **said, start="")
    assert deciding.accept([undated], by=editor).remarks
    undated.refresh_from_db()
    assert undated.decision == "pending"
    titles = list(Meeting.objects.values_list("title_fr", "title_en"))
    assert titles == [("Réunion des ministres de la Défense", "Meeting of Ministers of Defence")]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("sommet de Vilnius", "Sommet de Vilnius"),
        ("la prochaine réunion du Conseil", "La prochaine réunion du Conseil"),
        ("Steadfast Defender 2024", "Steadfast Defender 2024"),
        ("a reçu vendredi le général", "Rencontre bilatérale, Nouakchott"),
        ("Les chefs d'état-major", "Rencontre bilatérale, Nouakchott"),
    ],
)
def test_a_new_meeting_is_called_by_its_name_and_never_by_a_clause(editor, words, title):
    deciding.accept([propose_meeting(make_imported(), title=words)], by=editor)
    assert Meeting.objects.get().title_fr == title


@pytest.mark.parametrize(
    ("second", "meetings"),
    [
        ({}, 1),
        ({"start": "2022-05-26"}, 1),
        ({"start": "2022-06"}, 2),
        ({"start": ""}, 2),
        ({"place": "Bruxelles"}, 2),
        ({"place": ""}, 2),
        ({"title": "sommet"}, 2),
    ],
)
def test_a_meeting_is_linked_again_rather_than_doubled(editor, second, meetings):
    deciding.accept([propose_meeting(make_imported())], by=editor)
    deciding.accept([propose_meeting(make_imported(), **second)], by=editor)
    assert Meeting.objects.count() == meetings


def test_dates_that_are_none_are_left_out(editor):
    deciding.accept([propose_meeting(make_imported(), start="jeudi", end="2022", kind="party")], by=editor)
    meeting = Meeting.objects.get()
    assert (meeting.start, meeting.kind) == (None, "other")


# --- quotes


def make_minister(*, since="2020-01-01", until=None, second_office=False):
    country = make_country()
    official = Official.objects.create(name="Hanena Ould Sidi", country=country)
    office = Office.objects.create(title_fr_m="ministre de la Défense", title_en="x", country=country)
    Tenure.objects.create(official=official, office=office, since=since, until=until)
    if second_office:
        other = Office.objects.create(title_fr_m="Premier ministre", title_en="y", country=country)
        Tenure.objects.create(official=official, office=other, since=None)
    return official


@pytest.mark.parametrize(
    ("said_on", "held", "sure"),
    [
        ("2022-05-26", {}, True),
        ("2022", {}, True),
        (None, {}, False),
        ("2019-05", {}, False),
        ("2020", {"since": "2020-05-01"}, False),
        ("2022-05-26", {"second_office": True}, False),
    ],
)
def test_a_quote_bears_the_office_only_when_it_is_sure_and_single(editor, said_on, held, sure):
    official = make_minister(**held)
    quote = pending_quote(make_imported(), speaker=official, said_on=said_on)
    quote_register.accept([quote], by=editor)
    quote.refresh_from_db()
    assert quote.decision == Decision.ACCEPTED
    assert (quote.office is not None) is sure


def test_an_accepted_quote_is_public_where_its_words_stand_and_a_rejected_one_vanishes(editor):
    article = make_imported()
    make_edition(article=article)
    quote = pending_quote(article)
    assert not Quote.objects.public().exists()
    quote_register.accept([quote], by=editor)
    assert list(Quote.objects.public()) == [quote]
    quote_register.reject([quote], by=editor)
    assert not Quote.objects.public().exists()
    quote_register.accept([quote], by=editor)
    quote_register.reopen([quote], by=editor)
    assert not Quote.objects.public().exists()


def test_an_accepted_quote_whose_words_are_not_public_is_said_to_be_so(editor):
    article = make_imported(body="<p>Autre chose.</p>")
    make_edition(article=article)
    decided = quote_register.accept([pending_quote(article)], by=editor)
    assert decided.count == 1
    assert len(decided.remarks) == 1
    assert not Quote.objects.public().exists()


def test_a_quote_of_nobody_is_not_accepted(editor):
    quote = pending_quote(make_imported(), speaker_name="")
    decided = quote_register.accept([quote], by=editor)
    assert decided.count == 0
    assert decided.remarks
    assert decision(quote) == Decision.PENDING


def test_a_corrected_speaker_brings_the_office_of_the_day(editor):
    official = make_minister()
    article = make_imported()
    quote = pending_quote(article, speaker_name="", said_on="2022-05-26")
    quote_register.attribute(quote, by=editor, speaker=official, attribution="  le   ministre ")
    quote.refresh_from_db()
    assert (quote.speaker, quote.attribution, str(quote.office)) == (official, "le ministre", "ministre de la Défense")
    quote_register.attribute(quote, by=editor, speaker=None, attribution="un diplomate")
    quote.refresh_from_db()
    assert (quote.speaker, quote.office, quote.attribution) == (None, None, "un diplomate")
