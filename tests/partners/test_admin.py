"""The registry at the desk: found, compared with its tables, not deleted from under an article."""

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from partners.loading import load
from partners.models import Country, Meeting, Office, Official, Organisation, Relation, RemovedRow, Tenure
from partners.registry import read_tables, registry_names
from tests.making import make_user
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_relation,
    make_tenure,
)
from tests.tables import load_registry

pytestmark = pytest.mark.django_db
MODELS = [Country, Relation, Organisation, Official, Office, Tenure, Meeting]


def changelist(model):
    return reverse(f"admin:partners_{model._meta.model_name}_changelist")


def change(row):
    return reverse(f"admin:partners_{row._meta.model_name}_change", args=[row.pk])


@pytest.fixture
def loaded():
    load_registry()


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_searched_filtered_and_listed_at_a_constant_cost(admin_client, loaded, model):
    model_admin = admin.site.get_model_admin(model)
    assert model_admin.search_fields
    counts = []
    for per_page in (2, 50):
        model_admin.list_per_page = per_page
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert admin_client.get(changelist(model)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert admin_client.get(changelist(model), {"origin": "differs", "q": "otan"}).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_every_row_opens_for_change(admin_client, loaded, model):
    assert admin_client.get(change(model.objects.first())).status_code == 200
    assert admin_client.get(reverse(f"admin:partners_{model._meta.model_name}_add")).status_code == 200


@pytest.mark.parametrize("query", ["Wörner", "worner", "manfred WORNER"])
def test_an_official_is_found_whatever_the_accents(admin_client, loaded, query):
    response = admin_client.get(changelist(Official), {"q": query})
    assert [official.key for official in response.context["cl"].result_list] == ["manfred-worner"]


def test_other_names_are_offered_for_completion(admin_client, loaded):
    parameters = {"term": "lord carr", "app_label": "partners", "model_name": "tenure", "field_name": "official"}
    results = admin_client.get(reverse("admin:autocomplete"), parameters).json()["results"]
    assert [result["text"].split(" – ")[0] for result in results] == ["Peter Carington"]


def test_what_differs_from_the_table_is_shown_and_filtered(admin_client, loaded):
    Official.objects.filter(key="mark-rutte").update(name="M. Rutte")
    make_official("Made Here")
    response = admin_client.get(changelist(Official), {"origin": "differs"})
    assert [official.name for official in response.context["cl"].result_list] == ["M. Rutte"]
    assert "Mark Rutte" in admin_client.get(change(Official.objects.get(key="mark-rutte"))).content.decode()
    response = admin_client.get(changelist(Official), {"origin": "desk"})
    assert [official.name for official in response.context["cl"].result_list] == ["Made Here"]


def tenure_form(official, office, since, until=""):
    return {
        "name": official.name,
        "other_names": "",
        "country": "",
        "gender": "",
        "source": "",
        "tenures-TOTAL_FORMS": "1",
        "tenures-INITIAL_FORMS": "0",
        "tenures-0-official": str(official.pk),
        "tenures-0-office": str(office.pk),
        "tenures-0-since": since,
        "tenures-0-until": until,
        "tenures-0-source": "",
    }


def test_a_tenure_is_added_beside_its_official(admin_client):
    official, office = make_official(), make_office()
    assert admin_client.post(change(official), tenure_form(official, office, "2024-10")).status_code == 302
    assert str(official.tenures.get().since) == "2024-10"


@pytest.mark.parametrize(("since", "until"), [("17/10/2024", ""), ("2025", "2024"), ("2016", "2018")])
def test_a_bad_date_or_an_overlap_is_told_and_nothing_saved(admin_client, since, until):
    official, office = make_official(), make_office()
    make_tenure(make_official("Other"), office, "2010", "2020")
    response = admin_client.post(change(official), tenure_form(official, office, since, until))
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not official.tenures.exists()


def relations_form(country, *relations):
    """The form of a country with these relations: pk or None, framework, since, until."""
    data = {"code": country.code, "name_fr": country.name_fr, "name_en": country.name_en}
    data |= {"offices-TOTAL_FORMS": "0", "offices-INITIAL_FORMS": "0"}
    data["relations-TOTAL_FORMS"] = len(relations)
    data["relations-INITIAL_FORMS"] = sum(1 for pk, *_rest in relations if pk)
    for number, (pk, framework, since, until) in enumerate(relations):
        names = {"id": pk or "", "framework": framework, "since": since, "until": until, "country": country.pk}
        data |= {f"relations-{number}-{name}": value for name, value in names.items()}
    return data


def test_a_partnership_is_closed_and_a_membership_opened_in_one_form(admin_client):
    country = make_country("FI")
    partner = make_relation(country, "partnership-for-peace", "1994-05-09")
    closed = (partner.pk, "partnership-for-peace", "1994-05-09", "2023-04-04")
    form = relations_form(country, closed, (None, "member", "2023-04-04", ""))
    assert admin_client.post(change(country), form).status_code == 302
    assert {str(relation.until) for relation in country.relations.all()} == {"2023-04-04", "None"}


def test_spans_of_one_form_that_overlap_are_refused(admin_client):
    country = make_country("FI")
    form = relations_form(country, (None, "partnership-for-peace", "1994", ""), (None, "member", "2023", ""))
    response = admin_client.post(change(country), form)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not country.relations.exists()


def meeting_form(meeting, **parts):
    """The form of a meeting with new rows of its agenda or its documents."""
    data = {"kind": meeting.kind, "title_fr": meeting.title_fr, "start": meeting.start, "end": meeting.end or ""}
    for prefix in ["agenda", "documents"]:
        rows = parts.get(prefix, [])
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_agenda_and_documents_are_written_beside_their_meeting(admin_client):
    meeting = make_meeting(start="2024-10-17", end="2024-10-18")
    first = {"position": 0, "day": "2024-10-17", "begins": "09:30", "title_fr": "Ouverture"}
    last = {"position": 0, "day": "2024-10-18", "begins": "", "title_fr": "Clôture"}
    paper = {"title": "Déclaration", "language": "fr", "address": "example.org/declaration"}
    form = meeting_form(meeting, agenda=[last, first], documents=[paper])
    assert admin_client.post(change(meeting), form).status_code == 302
    assert [item.title for item in meeting.agenda.all()] == ["Ouverture", "Clôture"]
    assert meeting.documents.get().address == "https://example.org/declaration"


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("agenda", {"position": 0, "day": "2024-10-19", "title_fr": "Le lendemain"}),
        ("documents", {"title": "T", "language": "fr", "address": "ftp://example.org/t"}),
        ("documents", {"title": "T", "language": "xx", "address": "https://example.org/t"}),
    ],
)
def test_a_day_outside_the_meeting_or_a_bad_address_is_told_and_nothing_saved(admin_client, part, row):
    meeting = make_meeting(start="2024-10-17", end="2024-10-18")
    response = admin_client.post(change(meeting), meeting_form(meeting, **{part: [row]}))
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not meeting.agenda.exists()
    assert not meeting.documents.exists()


@pytest.mark.parametrize(("role", "allowed"), [("chief", True), ("registry keeper", True), ("reporter", False)])
def test_whoever_keeps_meetings_keeps_their_agenda_and_documents(client, role, allowed):
    user = make_user(role)
    rights = {f"partners.{action}_{part}" for action in ["add", "change", "delete"] for part in PARTS}
    assert user.has_perms(rights) is allowed
    assert user.has_perms({f"partners.view_{part}" for part in PARTS})
    assert allowed or not any(user.has_perm(right) for right in rights)


PARTS = ["agendaitem", "meetingdocument"]
ROWS = {
    "countries": make_country,
    "officials": make_official,
    "organisations": make_organisation,
    "meetings": make_meeting,
}


@pytest.fixture(params=ROWS)
def used(request):
    """A row of the registry and the article that links to it."""
    row = ROWS[request.param]()
    article = Article.objects.create(title="Quillfish", slug="quillfish")
    getattr(article, request.param).add(row)
    return row


def test_a_row_that_an_article_uses_is_not_deleted(used):
    with pytest.raises(ProtectedError, match="Quillfish"), transaction.atomic():
        used.delete()
    assert type(used).objects.filter(pk=used.pk).exists()
    with pytest.raises(ProtectedError, match="Quillfish"), transaction.atomic():
        type(used).objects.all().delete()
    assert used.articles.get().title == "Quillfish"


def test_the_desk_names_the_article_that_a_deletion_would_break(admin_client, used):
    delete = reverse(f"admin:partners_{used._meta.model_name}_delete", args=[used.pk])
    assert "Quillfish" in admin_client.get(delete).content.decode()
    assert admin_client.post(delete, {"post": "yes"}).status_code == 200
    action = {"action": "delete_selected", "_selected_action": [used.pk], "post": "yes"}
    assert "Quillfish" in admin_client.post(changelist(type(used)), action).content.decode()
    assert used.articles.get().title == "Quillfish"


def test_a_row_that_only_the_registry_uses_can_be_deleted():
    country = make_country()
    meeting = make_meeting()
    meeting.participants.add(country)
    country.delete()
    assert not meeting.participants.exists()


def test_deleted_rows_of_the_tables_are_listed_and_can_be_let_back(admin_client, loaded):
    Meeting.objects.first().delete()
    assert admin_client.get(changelist(RemovedRow)).status_code == 200
    removed = RemovedRow.objects.get()
    url = reverse("admin:partners_removedrow_delete", args=[removed.pk])
    assert admin_client.post(url, {"post": "yes"}).status_code == 302
    assert load(read_tables()).counts["meetings"].created == 1


def test_an_editor_mends_how_other_languages_name_a_country(admin_client, loaded):
    country = Country.objects.get(code="IN")
    page = admin_client.get(change(country)).content.decode()
    for field in ("adjectives_it", "adjectives_es", "adjectives_de", "capitals_other"):
        assert f'name="{field}"' in page
    country.adjectives_es = ["indio"]
    country.save()
    load(read_tables())
    country.refresh_from_db()
    assert list(country.adjectives_es) == ["indio"]
    spanish = [s.text for c in registry_names().countries if c.code == "IN" for s in c.surfaces if s.language == "es"]
    assert spanish == ["indio"]
