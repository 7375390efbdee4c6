"""A robot that follows every link finds what the sitemap lists, and nothing else."""

import re
from urllib.parse import urldefrag
from xml.etree import ElementTree

from tests.making import day, make_edition
from tests.site.conftest import one_of_everything


def listed(client, address: str = "/sitemap.xml") -> list[str]:
    """The addresses of the sitemap, or of one of its parts."""
    return [each.findtext("{*}loc") or "" for each in ElementTree.fromstring(client.get(address).content)]  # noqa: S314


SITEMAP, NEWS, XHTML = (
    "{http://www.sitemaps.org/schemas/sitemap/0.9}",
    "{http://www.google.com/schemas/sitemap-news/0.9}",
    "{http://www.w3.org/1999/xhtml}",
)
ADDRESS = r"https?://[^\s<>]{3,2040}"
MOMENT = r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?"
# What the published schemas allow below each element, in their order; a text by its pattern.
CHILDREN = {
    f"{SITEMAP}sitemapindex": [f"{SITEMAP}sitemap"],
    f"{SITEMAP}sitemap": [f"{SITEMAP}loc", f"{SITEMAP}lastmod"],
    f"{SITEMAP}urlset": [f"{SITEMAP}url"],
    f"{SITEMAP}url": [
        f"{SITEMAP}loc",
        f"{SITEMAP}lastmod",
        f"{SITEMAP}changefreq",
        f"{SITEMAP}priority",
        f"{XHTML}link",
        f"{NEWS}news",
    ],
    f"{NEWS}news": [f"{NEWS}publication", f"{NEWS}publication_date", f"{NEWS}title"],
    f"{NEWS}publication": [f"{NEWS}name", f"{NEWS}language"],
}
TEXTS = {
    f"{SITEMAP}loc": ADDRESS,
    f"{SITEMAP}lastmod": MOMENT,
    f"{NEWS}name": r".+",
    f"{NEWS}language": r"[a-z]{2,3}",
    f"{NEWS}publication_date": MOMENT,
    f"{NEWS}title": r".+",
}
NEEDED = {
    f"{SITEMAP}sitemap": {f"{SITEMAP}loc"},
    f"{SITEMAP}url": {f"{SITEMAP}loc"},
    f"{NEWS}news": set(CHILDREN[f"{NEWS}news"]),
    f"{NEWS}publication": set(CHILDREN[f"{NEWS}publication"]),
}


def check(element: ElementTree.Element) -> int:
    """Hold an element to the schemas' rules, and what is below it; returns how many elements that is."""
    if element.tag == f"{XHTML}link":
        assert element.get("rel") == "alternate"
        assert element.get("hreflang") in {"fr", "en"}
        assert re.fullmatch(ADDRESS, element.get("href") or "")
        return 1
    if element.tag in TEXTS:
        assert len(element) == 0
        assert re.fullmatch(TEXTS[element.tag], element.text or ""), (element.tag, element.text)
        return 1
    allowed = CHILDREN[element.tag]
    tags = [child.tag for child in element]
    assert NEEDED.get(element.tag, set()) <= set(tags), element.tag
    assert tags == sorted(tags, key=allowed.index), element.tag
    assert len(tags) <= 50_000
    return 1 + sum(check(child) for child in element)


def test_sitemaps_keep_to_their_schemas(client, links):
    one_of_everything(links)
    make_edition(title="L’OTAN & <vous>", visible_from=day(-0.1))
    for address in ["/sitemap.xml", "/sitemap-news.xml", *listed(client)]:
        content = client.get(address).content
        assert len(content) < 50_000_000
        assert check(ElementTree.fromstring(content)) > 3, address  # noqa: S314


def crawled(client) -> set[str]:
    """Every address that a robot finds from the home page on and may index, without the number of a list's page."""
    seen, open_ones, found = set(), ["/", "/en/"], set()
    while open_ones:
        address = open_ones.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        if not response["Content-Type"].startswith("text/html"):
            continue
        text = response.content.decode()
        assert response.status_code == 200, address
        open_ones += [urldefrag(link).url.partition("?")[0] for link in re.findall(r'<a [^>]*?href="(/[^"]*)"', text)]
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', text)
        if 'name="robots" content="noindex' not in text and canonical == [f"http://testserver{address}"]:
            found.add(canonical[0])
    return found


def test_the_sitemap_and_a_robot_that_follows_all_links_find_the_same_addresses(client, links):
    one_of_everything(links)
    make_edition(visible_from=day(1), tags=["Quillfish"])
    assert crawled(client) == {address for part in listed(client) for address in listed(client, part)}
