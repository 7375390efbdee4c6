"""Whatever stands in an address, the site answers, and never with an error of its own."""

import pytest

from tests.making import make_edition

LISTS = {
    "/articles/": ["q", "theme", "source", "since", "until", "page"],
    "/recherche/": ["q", "page"],
    "/citations/": ["speaker", "page"],
    "/responsables/": ["q", "country", "organisation", "page"],
    "/organisations/": ["q", "page"],
    "/pays/": ["q", "framework"],
    "/reunions/": ["q", "kind", "country", "page"],
    "/pays/maroc/": ["page"],
    "/themes/": ["page"],
}
HOSTILE = {
    "NUL": "%00",
    "NUL inside": "otan%00otan",
    "no UTF-8": "%ff%fe",
    "half a surrogate": "%ed%a0%80",
    "huge": "a" * 5_000,
    "a huge number": "9" * 5_000,
    "minus one": "-1",
    "zero": "0",
    "SQL": "%27%22%29%3B--",
    "search operators": "%22NEAR%28%20AND%20%2A%20-",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "the first day of all": "0001-01-01",
    "the last day of all": "9999-12-31",
    "no day": "2024-02-31",
    "empty": "",
    "a template": "%7B%7B%201%20%7D%7D",
    "right to left": "%e2%80%ae",
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_no_parameter_breaks_a_list(client, links, value):
    make_edition(tags=["Défense"], **links)
    for address, names in LISTS.items():
        for name in names:
            response = client.get(f"{address}?{name}={value}")
            wanted = {200, 404} if name == "page" else {200}
            assert response.status_code in wanted, f"{address}?{name}={value[:40]}"
            assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "1.5", "abc", "%00", "2", "9" * 30, "9" * 5_000, "1;2"])
def test_a_page_that_is_not_there_answers_404(client, links, page):
    make_edition(tags=["Défense"], **links)
    paged = [address for address, parameters in LISTS.items() if "page" in parameters]
    for address in [*paged, "/themes/defense/", "/responsables/mark-rutte/"]:
        assert client.get(f"{address}?page={page}").status_code == 404, address


@pytest.mark.parametrize("query", ["page=1&page=1", "q=a&q=b", "theme=defense&theme=x", "&&&", "=", "%00=%00", "q"])
@pytest.mark.django_db
def test_doubled_and_nameless_parameters_do_no_harm(client, query):
    for address in LISTS:
        if address != "/pays/maroc/":
            assert client.get(f"{address}?{query}").status_code == 200, address


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
