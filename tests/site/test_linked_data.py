"""What pages tell machines of themselves, held to schema.org's rules for each kind of thing."""

import json
import re
from datetime import UTC, datetime

import jsonschema
import pytest
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Byline, Contributor, Edition
from partners.models import Meeting, Tenure
from tests.making import NOW, day, make_edition, make_quote
from tests.site.addresses import public_addresses
from tests.site.conftest import one_of_everything

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
WORDS = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": r"^http://testserver/\S*$"}
DATE = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}$"}
REFERENCE = {"type": "object", "properties": {"@id": ADDRESS}, "required": ["@id"], "additionalProperties": False}


def thing(*kinds: str) -> dict:
    """One of those kinds, by its own rules below."""
    return {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds]}


def several(*kinds: str) -> dict:
    return {"type": "array", "minItems": 1, "items": thing(*kinds)}


def rules(kind: str, *needed: str, **properties: dict) -> dict:
    return {
        "type": "object",
        "required": ["@type", *needed],
        "properties": {"@type": {"const": kind}, "@id": ADDRESS, "url": ADDRESS, "name": WORDS, **properties},
        "additionalProperties": False,
    }


KINDS = {
    "NewsArticle": rules(
        "NewsArticle",
        headline=WORDS,
        description=WORDS,
        inLanguage=LANGUAGE,
        mainEntityOfPage=ADDRESS,
        image={"type": "array", "minItems": 1, "items": ADDRESS},
        datePublished=MOMENT,
        dateModified=MOMENT,
        author={"anyOf": [several("Person"), thing("Organization"), REFERENCE]},
        editor=several("Person"),
        translator=several("Person"),
        contributor=several("Person"),
        publisher=REFERENCE,
        sourceOrganization=thing("Organization"),
        copyrightNotice=WORDS,
        dateline=WORDS,
        about=several("Event", "Thing"),
        mentions=several("Person", "Country", "Organization"),
        keywords={"type": "array", "minItems": 1, "items": WORDS},
        correction=several("CorrectionComment"),
        workTranslation={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/NewsArticle"}},
        isAccessibleForFree={"const": True},
    ),
    "CorrectionComment": rules("CorrectionComment", "text", "datePublished", text=WORDS, datePublished=MOMENT),
    "Event": rules(
        "Event",
        "name",
        "url",
        startDate=DATE,
        endDate=DATE,
        location=thing("Place"),
        organizer=thing("Organization"),
        attendee=several("Person", "Organization", "Country"),
    ),
    "Place": rules("Place", address=thing("PostalAddress")),
    "PostalAddress": rules(
        "PostalAddress", addressLocality=WORDS, addressCountry={"type": "string", "pattern": "^[A-Z]{2}$"}
    ),
    "Person": rules(
        "Person",
        "name",
        jobTitle=WORDS,
        alternateName={"type": "array", "minItems": 1, "items": WORDS},
        nationality=thing("Country"),
        hasOccupation=several("Role"),
    ),
    "Role": rules("Role", "hasOccupation", hasOccupation=thing("Occupation"), startDate=DATE, endDate=DATE),
    "Occupation": rules("Occupation", "name"),
    "Country": rules("Country", "name", identifier={"type": "string", "pattern": "^[A-Z]{2}$"}),
    "Organization": rules("Organization", "name", alternateName={"type": "array", "items": WORDS}),
    "NewsMediaOrganization": rules("NewsMediaOrganization", "name", "@id", "url", logo=thing("ImageObject")),
    "ImageObject": rules("ImageObject", "url"),
    "Thing": rules("Thing", "name"),
    "Quotation": rules(
        "Quotation",
        "text",
        text=WORDS,
        inLanguage=LANGUAGE,
        creator=thing("Person", "Thing"),
        dateCreated=DATE,
        isPartOf=REFERENCE,
    ),
    "BreadcrumbList": rules("BreadcrumbList", "itemListElement", itemListElement=several("ListItem")),
    "ListItem": rules("ListItem", "position", position={"type": "integer", "minimum": 1}, item=ADDRESS),
    "CollectionPage": rules(
        "CollectionPage",
        "name",
        "url",
        inLanguage={"enum": ["fr", "en"]},
        isPartOf=REFERENCE,
        mainEntity=thing("ItemList"),
    ),
    "ItemList": rules(
        "ItemList",
        "itemListElement",
        numberOfItems={"type": "integer", "minimum": 1},
        itemListElement=several("ListItem"),
    ),
    "WebSite": rules(
        "WebSite",
        "name",
        "url",
        "potentialAction",
        inLanguage={"enum": ["fr", "en"]},
        publisher=REFERENCE,
        potentialAction={
            "type": "object",
            "properties": {
                "@type": {"const": "SearchAction"},
                "target": {
                    "type": "object",
                    "properties": {
                        "@type": {"const": "EntryPoint"},
                        "urlTemplate": {"type": "string", "pattern": r"^http://testserver/.*\{search_term_string\}$"},
                    },
                    "required": ["urlTemplate"],
                },
                "query-input": {"const": "required name=search_term_string"},
            },
            "required": ["target", "query-input"],
            "additionalProperties": False,
        },
    ),
}
SCHEMA = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["@type"]}},
    },
    "additionalProperties": False,
}


def nodes(client, address: str) -> list[dict]:
    """The nodes of that page, each held to the rules of its kind; none where the page tells nothing."""
    return nodes_in(client.get(address).content.decode())


def nodes_in(page: str) -> list[dict]:
    blocks = BLOCK.findall(page)
    assert len(blocks) <= 1
    if not blocks:
        return []
    told = json.loads(blocks[0])
    jsonschema.validate(told, SCHEMA)
    for each in told["@graph"]:
        jsonschema.validate(each, {"$ref": f"#/$defs/{each['@type']}", "$defs": KINDS})
    return told["@graph"]


def only(client, address: str, kind: str) -> dict:
    (found,) = [each for each in nodes(client, address) if each["@type"] == kind]
    return found


@pytest.fixture(autouse=True)
def french():
    """Whatever the last request spoke."""
    with translation.override("fr"):
        yield


@pytest.fixture
def edition(links) -> Edition:
    return one_of_everything(links, others=0)


def test_every_page_to_be_indexed_tells_what_it_is_by_the_rules(client, edition):
    told = 0
    for address in public_addresses():
        if not address.endswith("/"):
            continue  # feeds and the like
        page = client.get(address).content.decode()
        kinds = {each["@type"] for each in nodes_in(page)}
        assert not (kinds and "noindex" in page.partition("</head>")[0]), address
        told += bool(kinds)
    assert told > 30


def test_an_article_tells_who_wrote_it_when_what_of_and_what_was_wrong(client, edition, links):
    told = only(client, "/articles/le-texte/", "NewsArticle")
    url = "http://testserver/articles/le-texte/"
    assert (told["@id"], told["mainEntityOfPage"], told["inLanguage"]) == (url, url, "fr")
    assert told["headline"] == edition.title
    assert [author["name"] for author in told["author"]] == ["Awa Diop"]
    assert told["author"][0]["url"] == f"http://testserver{Contributor.objects.get().get_absolute_url()}"
    assert datetime.fromisoformat(told["datePublished"]) == edition.first_public_at.replace(microsecond=0)
    assert datetime.fromisoformat(told["dateModified"]) == edition.visible_from.replace(microsecond=0)
    assert [each["text"] for each in told["correction"]] == ["Le nom d’un ministre était mal écrit."]
    assert told["correction"][0]["datePublished"] == told["dateModified"]
    assert {each["name"] for each in told["about"]} == {
        "Réunion des ministres de la Défense",
        "Défense",
        "Voisinage sud",
    }
    names = {each["name"] for each in told["mentions"]}
    assert names == {"Mark Rutte", "Maroc", "Organisation du traité de l'Atlantique Nord"}
    (official,) = [each for each in told["mentions"] if each["@type"] == "Person"]
    assert official["jobTitle"] == "secrétaire général de l'OTAN"
    (version,) = told["workTranslation"]
    assert (version["@id"], version["inLanguage"]) == ("http://testserver/en/articles/the-text/", "en")
    (quotation,) = [each for each in nodes(client, "/articles/le-texte/") if each["@type"] == "Quotation"]
    assert quotation["text"] == "que la paix se prépare chaque jour"
    assert (quotation["creator"]["name"], quotation["isPartOf"]) == ("Mark Rutte", {"@id": url})


def test_a_text_that_nobody_signed_is_its_sources_else_the_publishers(client, settings):
    settings.SITE_PUBLISHER = "Le Journal"
    make_edition(slug="seul")
    told = only(client, "/articles/seul/", "NewsArticle")
    assert told["author"] == told["publisher"] == {"@id": "http://testserver/#publisher"}
    assert only(client, "/articles/seul/", "NewsMediaOrganization")["name"] == "Le Journal"
    assert "dateModified" not in told


def test_roles_are_not_all_authors(client):
    edition = make_edition(slug="a-plusieurs")
    for role in ["translator", "editor", "photographer", "correspondent"]:
        Byline.objects.create(edition=edition, contributor=Contributor.named(f"Une {role}"), role=role)
    told = only(client, "/articles/a-plusieurs/", "NewsArticle")
    found = {name: [each["name"] for each in told[name]] for name in ["author", "translator", "editor", "contributor"]}
    assert found == {
        "author": ["Une correspondent"],
        "translator": ["Une translator"],
        "editor": ["Une editor"],
        "contributor": ["Une photographer"],
    }


def test_a_text_from_an_archive_has_its_day_and_no_hour(client):
    opens = datetime(1999, 3, 11, 23, tzinfo=UTC)  # midnight in Brussels
    make_edition(slug="archive", dated="1999-03-12", first_public_at=opens, visible_from=NOW)
    assert only(client, "/articles/archive/", "NewsArticle")["datePublished"] == "1999-03-12"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2024-10-17", "2024-10-18", ("2024-10-17", "2024-10-18")),
        ("2024-10-17", None, ("2024-10-17", "2024-10-17")),
        ("2024-10", None, ("2024-10", "2024-10")),
        ("2024", "2024-11", ("2024", "2024-11")),
        (None, None, (None, None)),
    ],
)
def test_an_event_has_its_dates_as_known(client, registry, start, end, told):
    meeting = registry["meeting"]
    meeting.start, meeting.end = start, end
    meeting.save()
    event = only(client, meeting.get_absolute_url(), "Event")
    assert (event.get("startDate"), event.get("endDate")) == told
    assert event["location"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Bruxelles",
        "addressCountry": "MA",
    }
    assert event["organizer"]["name"] == registry["organisation"].name
    assert {each["name"] for each in event["attendee"]} == {"Mark Rutte", "Maroc"}


def test_an_official_has_offices_from_when_to_when_as_known(client, registry):
    official, office = registry["official"], registry["office"]
    Tenure.objects.create(official=official, office=office, since="1999", until="2001-02")
    roles = only(client, official.get_absolute_url(), "Person")["hasOccupation"]
    assert sorted((role.get("startDate", ""), role.get("endDate", "")) for role in roles) == [
        ("1999", "2001-02"),
        ("2024-10-01", ""),
    ]
    assert {role["hasOccupation"]["name"] for role in roles} == {"secrétaire général de l'OTAN"}
    with translation.override("en"):
        address = official.get_absolute_url()
    roles = only(client, address, "Person")["hasOccupation"]
    assert {role["hasOccupation"]["name"] for role in roles} == {"NATO Secretary General"}


@pytest.mark.parametrize("tree", ["", "/en"])
def test_the_home_page_tells_how_the_site_is_searched(client, db, tree):
    template = only(client, f"{tree}/", "WebSite")["potentialAction"]["target"]["urlTemplate"]
    address = template.removeprefix("http://testserver").format(search_term_string="otan")
    assert client.get(address).status_code == 200


def test_the_way_to_a_page_leads_through_pages_that_are_there(client, edition, registry):
    for address in ["/articles/le-texte/", registry["meeting"].get_absolute_url(), "/themes/defense/", "/citations/"]:
        steps = only(client, address, "BreadcrumbList")["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        paths = [step["item"].removeprefix("http://testserver") for step in steps]
        assert paths[0] == "/"
        assert paths[-1] == address
        assert {client.get(path).status_code for path in paths} == {200}


def test_no_words_end_the_block_or_break_the_page(client):
    words = 'Fin </script><script>alert(1)</script> <!-- & "\u2028 \\'
    make_edition(slug="fin", title=words, standfirst=words, tags=["</script>"], dateline="<!--")
    page = client.get("/articles/fin/").content.decode()
    assert "<script>alert" not in page
    (block,) = BLOCK.findall(page)
    assert not set("<>&") & set(block)
    assert only(client, "/articles/fin/", "NewsArticle")["headline"] == words


def test_what_is_gone_or_narrowed_or_not_there_tells_nothing(client):
    first = make_edition(slug="retire", visible_from=day(-3), visible_until=day(-1), tags=["Défense"])
    make_edition(article=first.article, kind="withdrawal", visible_from=day(-1))
    make_edition(slug="passe", visible_from=day(-3), visible_until=day(-1))
    make_edition(tags=["Défense"])
    for address in ["/articles/retire/", "/articles/passe/", "/nulle-part/", "/articles/?theme=defense"]:
        assert nodes(client, address) == [], address


def test_quotes_of_hidden_texts_are_not_told(client, registry):
    hidden = make_edition(body="<p>Il a dit « un mot caché ».</p>", visible_from=day(+1))
    make_quote(hidden.article, "un mot caché", speaker=registry["official"])
    Article.objects.filter(pk=hidden.article_id).update(slug="cache")
    for address in ["/citations/", registry["official"].get_absolute_url()]:
        assert "un mot caché" not in json.dumps(nodes(client, address), ensure_ascii=False)


def head_of(client, address: str) -> str:
    return client.get(address).content.decode().partition("</head>")[0]


def test_every_page_to_be_indexed_says_what_to_show_where_it_is_shared(client, edition):
    for address in ["/", "/en/articles/", "/articles/le-texte/", "/themes/defense/", "/pays/maroc/", "/a-propos/"]:
        head = head_of(client, address)
        told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', head))
        assert told.keys() >= {"type", "title", "description", "url", "site_name"}, address
        assert all(told.values()), address
        assert told["url"] == f"http://testserver{address}"
        assert told["type"] == ("article" if "le-texte" in address else "website")
        assert head.count('property="og:title"') == 1


@pytest.mark.parametrize("name", ["home", "articles:list", "partners:meetings", "partners:country"])
def test_a_page_in_both_languages_names_both_from_both(client, registry, name):
    arguments = ["maroc"] if name == "partners:country" else []
    pages = {}
    for language in ("fr", "en"):
        with translation.override(language):
            pages[language] = reverse(name, args=arguments)
    wanted = [(language, f"http://testserver{address}") for language, address in sorted(pages.items())]
    for address in pages.values():
        assert re.findall(r'rel="alternate" hreflang="(\w+)" href="([^"]+)"', head_of(client, address)) == wanted


def test_versions_name_each_other_and_an_article_alone_names_none(client, edition):
    wanted = {("fr", "http://testserver/articles/le-texte/"), ("en", "http://testserver/en/articles/the-text/")}
    for address in ["/articles/le-texte/", "/en/articles/the-text/"]:
        assert set(re.findall(r'rel="alternate" hreflang="(\w+)" href="([^"]+)"', head_of(client, address))) == wanted
    make_edition(slug="seul")
    assert "hreflang" not in head_of(client, "/articles/seul/")


def test_the_second_page_of_a_list_has_the_second_page_as_its_twin(client):
    for _number in range(21):
        make_edition()
    assert 'hreflang="en" href="http://testserver/en/articles/?page=2"' in head_of(client, "/articles/?page=2")


def test_meetings_have_names_in_the_language_of_the_page(client, registry):
    with translation.override("en"):
        address = Meeting.objects.get().get_absolute_url()
    event = only(client, address, "Event")
    assert event["name"] == "Meeting of defence ministers"
    assert event["location"]["name"] == "Brussels"
