"""A new official or meeting is corrected on the review page before it is accepted."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import correcting, deciding, publishing
from articles.models import ProposalKind
from partners.dates import PartialDate
from partners.models import Meeting, Official, Tenure
from tests.desk.proposing import make_country, make_imported, propose, propose_person
from tests.desk.test_review_page import press, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    make_country()
    return make_imported()


@pytest.fixture
def minister(article):
    return propose_person(article)


@pytest.fixture
def meeting(article):
    data = {"title": "réunion de Nouakchott", "kind": "other", "place": "Nouakchott", "start": "2024", "end": ""}
    return propose(article, ProposalKind.MEETING, "a reçu Mircea Geoană", key="new:x", data=data)


def test_what_was_corrected_is_what_is_added(client, editor, article, minister):
    client.force_login(editor)
    changes = {f"name-{minister.pk}": "Hanenna Ould Sidi", f"office_title-{minister.pk}": "ministre des Armées"}
    press(client, article, f"accept:{minister.pk}", **changes)
    tenure = Tenure.objects.get()
    assert (tenure.official.name, tenure.office.title_fr_m) == ("Hanenna Ould Sidi", "ministre des Armées")
    assert list(article.officials.all()) == [tenure.official]


def test_a_meetings_title_place_and_dates_are_corrected(client, editor, article, meeting):
    client.force_login(editor)
    changes = {
        f"title-{meeting.pk}": "Conférence  de Nouakchott",
        f"place-{meeting.pk}": "Nouadhibou",
        f"start-{meeting.pk}": "2024-03-12",
        f"end-{meeting.pk}": "2024-03",
    }
    press(client, article, f"accept:{meeting.pk}", **changes)
    made = Meeting.objects.get()
    assert (made.title_fr, made.city) == ("Conférence de Nouakchott", "Nouadhibou")
    assert (made.start, made.end) == (PartialDate(2024, 3, 12), PartialDate(2024, 3))


@pytest.mark.parametrize(
    ("field", "typed"),
    [("start", "12 mars"), ("start", "2024-13"), ("end", "2023"), ("title", " "), ("place", "x" * 121)],
)
def test_what_cannot_stand_is_said_beside_its_field_and_nothing_typed_is_lost(
    client, editor, article, meeting, minister, field, typed
):
    client.force_login(editor)
    changes = {f"{field}-{meeting.pk}": typed, f"place-{meeting.pk}": "Atar"} | {f"{field}-{meeting.pk}": typed}
    response = press(client, article, f"accept:{meeting.pk}", **changes)
    content = response.content.decode()
    assert response.status_code == 200
    assert f'id="error-{field}-{meeting.pk}"' in content
    assert f'value="{typed}"' in content
    assert field == "place" or 'value="Atar"' in content
    assert not Meeting.objects.exists()
    assert article.proposals.pending().count() == 2


def test_corrections_are_kept_by_any_button_and_without_a_decision(client, editor, article, minister, meeting):
    client.force_login(editor)
    press(client, article, f"reject:{meeting.pk}", **{f"name-{minister.pk}": "Hanenna Ould Sidi"})
    minister.refresh_from_db()
    assert (minister.label, minister.decision) == ("Hanenna Ould Sidi", "pending")
    press(client, article, "keep:kind-official", **{f"office_title-{minister.pk}": "ministre"})
    minister.refresh_from_db()
    assert minister.data["office_title"] == "ministre"


def test_a_page_opened_before_anothers_correction_does_not_take_it_back(client, editor, article, minister):
    client.force_login(editor)
    shown = {f"name-{minister.pk}": "Hanena Ould Sidi", f"shown-name-{minister.pk}": "Hanena Ould Sidi"}
    correcting.correct(minister, {"name": "Hanenna Ould Sidi"}, by=editor)
    client.post(url(article), shown | {"do": "keep:"})
    minister.refresh_from_db()
    assert minister.data["name"] == "Hanenna Ould Sidi"


def test_what_is_accepted_or_known_is_corrected_in_the_registry_instead(editor, article, minister):
    known = propose(article, ProposalKind.COUNTRY, "mauritanien", country=make_country("ML", "Mali"))
    assert correcting.correctable(known) == ()
    deciding.accept([minister], by=editor)
    assert not correcting.correct(minister, {"name": "Autre"}, by=editor)
    assert Official.objects.get().name == "Hanena Ould Sidi"


def test_only_who_decides_corrects_and_nothing_in_the_trash(editor, reporter, article, minister):
    with pytest.raises(PermissionDenied):
        correcting.correct(minister, {"name": "Autre"}, by=reporter)
    publishing.trash(article, by=editor)
    with pytest.raises(publishing.Refused):
        correcting.correct(minister, {"name": "Autre"}, by=editor)


def test_fields_that_are_not_offered_are_not_written(editor, minister):
    correcting.correct(minister, {"country": "FR", "standing": "former"}, by=editor)
    minister.refresh_from_db()
    assert (minister.data["country"], minister.data["standing"]) == ("MR", "in office")
