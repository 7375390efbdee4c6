"""Whatever stands in an address, the site answers, and never with an error of its own.

The parameters are those of the pages' own forms and of the URL map: a new filter or argument is tried by itself.
"""

from urllib.parse import quote

import pytest
from django.db import connection
from django.urls import resolve

from articles.models import Byline, Contributor
from tests.making import make_edition, make_quote, make_source
from tests.site.addresses import Route, addresses, public_routes
from tests.site.forms import WITHOUT_A_FORM, Asking

# As they stand in an address, after `name=`.
HOSTILE = {
    "NUL": "%00",
    "NUL inside": "otan%00otan",
    "no UTF-8": "%ff%ed%a0%80%fe",
    "100 KB": "a" * 100_000,
    "20,000 words": "otan+" * 20_000,
    "a huge number": "1e30",
    "minus one": "-1",
    "the year 99999": "99999",
    "the year 0": "0000",
    "the last year of all": "9999",
    "the last day of all": "9999-12-31",
    "parentheses": "%28%28%29",
    "quotes and operators": "%22%27%29%3B--%22NEAR%28%20AND%20%2A%20-",
    "markup": "%7B%7B1%7D%7D%e2%80%ae%3Cscript%3Ealert(1)%3C/script%3E",
    "twice the same": "{name}&{name}={name}",
}
SOME = ["NUL inside", "100 KB", "markup", "twice the same"]
PAGES = ["0", "-1", "1e30", "1.5", "abc", "%00", "%ff", "2", "9" * 30, "9" * 5_000, "1;2"]
MOST_QUERIES = 16


def page_of(route: Route) -> str:
    """One address of the route, in French."""
    found = [address for address in addresses(route) if not address.startswith("/en/")]
    assert found, f"Make a row for {route} in `covered`."
    return max(found)


def french_pages() -> list[str]:
    return [page_of(route) for route in public_routes()]


def asked(client) -> dict[tuple[str, str], dict[str, str]]:
    """Each page with each of its parameters, and what to ask there: all of `HOSTILE` once for each form's parameter.

    Another page with the same form, as the calendar beside the list of meetings, is asked by some of it.
    """
    found: dict[tuple[str, str], dict[str, str]] = {}
    some = {what: HOSTILE[what] for what in SOME}
    known = set()
    for address in sorted(french_pages()):
        response = client.get(address)
        if not response["Content-Type"].startswith("text/html"):
            continue
        context = response.context or {}
        form = type(context.get("filter") or context.get("form") or address)
        for name in Asking(response.content.decode(), address).fields:
            found[address, name] = some if (form, name) in known else HOSTILE
            known.add((form, name))
    for route in public_routes():
        for name in WITHOUT_A_FORM.get(route.name, []):
            found[page_of(route), name] = HOSTILE
    return found


def answer(client, address: str) -> int:
    """The status of the page; fails where it broke, or asked the database without measure."""
    queries: list[str] = []

    def counted(execute, sql, *others):  # without writing each down as a text, which asks SQLite once more
        queries.append(sql)
        return execute(sql, *others)

    with connection.execute_wrapper(counted):
        response = client.get(address)
    assert response.status_code in {200, 301, 400, 404}, address[:120]
    assert len(queries) <= MOST_QUERIES, address[:120]
    assert b"<script>alert" not in response.content, address[:120]
    return response.status_code


@pytest.fixture
def covered(links):
    edition = make_edition(tags=["Défense"], source=make_source(), body="<p>« Un mot juste. »</p>", **links)
    make_quote(edition.article, "Un mot juste.", speaker=links["officials"][0])
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"))
    return edition


def test_no_value_breaks_a_parameter(client, covered):
    pairs = asked(client)
    assert len({name for _address, name in pairs}) > 8
    assert len(pairs) > 20
    assert all(HOSTILE in [pairs[pair] for pair in pairs if pair[1] == name] for _address, name in pairs)
    for (address, name), values in pairs.items():
        for value in values.values():
            answer(client, f"{address}?{name}={value.replace('{name}', name)}")


def test_a_page_that_is_not_there_answers_404(client, covered):
    paged = [
        address
        for address in french_pages()
        if address.endswith("/") and (client.get(address).context or {}).get("page_obj") is not None
    ]
    assert len(paged) >= 9
    for address in paged:
        for page in PAGES:
            assert answer(client, f"{address}?page={page}") == 404, (address, page)


def test_no_value_breaks_an_argument_of_an_address(client, covered):
    """Each argument in the URL map, by what its converter lets through and by what it does not."""
    values = ["%00", "%ff", "0", "-", "a" * 3_000, "9" * 400, "0000-00", "99999/13", "nothing", quote("é")]
    found = 0
    for route in public_routes():
        if not route.arguments:
            continue
        # the arguments of an address that is there, replaced where they stand in it
        there = page_of(route)
        arguments = resolve(there).kwargs
        for name in set(route.arguments) & arguments.keys():
            written = f"{arguments[name]}"
            if written not in there:  # as a month, which is an object here
                written = there.rstrip("/").rpartition("/")[2]
            for value in values:
                found += 1
                asked_for = there.replace(written, value)
                assert asked_for != there, (route, name)
                assert answer(client, asked_for) in {301, 400, 404}, asked_for[:80]
    assert found > 100


@pytest.mark.parametrize("query", ["&&&", "=", "%00=%00", "q", "%ff=1", "q=a&q=b", "theme=defense&theme=x"])
@pytest.mark.django_db
def test_doubled_and_nameless_parameters_do_no_harm(client, query):
    for address in ["/", "/articles/", "/recherche/"]:
        assert answer(client, f"{address}?{query}") == 200, address


@pytest.mark.parametrize(
    "path", ["/%00/", "/articles/%00/", "/en/%00", "/%ff/", "/a/%2e%2e/b/", "/" + "a" * 3_000 + "/"]
)
@pytest.mark.django_db
def test_no_path_breaks_the_site(client, path):
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.django_db
def test_a_choice_that_is_not_offered_is_said_to_be_none(client):
    make_edition(tags=["Défense"])
    page = client.get("/articles/?theme=rien")
    assert page.context["page_obj"].paginator.count == 0
    assert "errorlist" in page.content.decode()
    assert client.get("/articles/?theme=defense").context["page_obj"].paginator.count == 1
