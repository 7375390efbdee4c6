"""What the site's things are in the words of schema.org (JSON-LD): rows that readers may see in, plain dicts out.

Each function takes rows that are there already and asks the database nothing more. `site` is the address of the site,
"https://example.org". Dates are as known: schema.org takes ISO 8601, which has years and months too. What is not known
is left out.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from articles.models import Byline, BylineRole, Edition, Kind, Quote
from partners.dates import PartialDate
from partners.models import Country, Meeting, Official, Organisation, Tenure

Node = dict[str, Any]
# Which property of a text names who signed in that role.
SIGNED_AS = {
    BylineRole.AUTHOR: "author",
    BylineRole.CORRESPONDENT: "author",
    BylineRole.TRANSLATOR: "translator",
    BylineRole.EDITOR: "editor",
    BylineRole.PHOTOGRAPHER: "contributor",
}
# The notes that say that something was wrong; an update says what came to be known.
CORRECTING = {Kind.CORRECTION, Kind.CLARIFICATION}


def node(kind: str, /, **facts: Any) -> Node:
    """A thing of that kind with the facts that are known; `id` is what other nodes refer to it by."""
    identity = {"@id": facts.pop("id")} if facts.get("id") else {}
    return {"@type": kind} | identity | {name: fact for name, fact in facts.items() if fact or fact is True}


def publisher(site: str) -> Node:
    """Who publishes the site."""
    logo = node("ImageObject", url=site + static(settings.SITE_LOGO))
    name = settings.SITE_PUBLISHER
    return node("NewsMediaOrganization", id=f"{site}/#publisher", name=name, url=f"{site}/", logo=logo)


def website(site: str) -> Node:
    """The site in the active language, and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{site}{reverse('search')}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return node(
        "WebSite",
        id=f"{site}{reverse('home')}#website",
        url=site + reverse("home"),
        name=settings.SITE_NAME,
        inLanguage=get_language(),
        publisher={"@id": f"{site}/#publisher"},
        potentialAction=search,
    )


def breadcrumbs(site: str, steps: Sequence[tuple[str, str]]) -> Node:
    """The way to a page, from the home page on: names and paths."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": site + path}
        for position, (name, path) in enumerate(steps, start=1)
    ]
    return node("BreadcrumbList", itemListElement=items)


def collection(site: str, path: str, name: str, rows: Iterable[Any]) -> Node:
    """A page that lists things which have pages of their own."""
    items = [
        {"@type": "ListItem", "position": position, "url": site + row.get_absolute_url()}
        for position, row in enumerate(rows, start=1)
    ]
    return node(
        "CollectionPage",
        id=site + path,
        url=site + path,
        name=name,
        inLanguage=get_language(),
        isPartOf={"@id": f"{site}{reverse('home')}#website"},
        mainEntity=node("ItemList", numberOfItems=len(items), itemListElement=items) if items else None,
    )


def article(
    site: str,
    edition: Edition,
    *,
    officials: Iterable[tuple[Official, Tenure | None]],
    countries: Iterable[Country],
    notes: Iterable[Edition],
    versions: Iterable[Edition],
    description: str,
    images: Sequence[str] = (),
    own_day: PartialDate | None = None,
) -> Node:
    """An edition with what it names. `own_day` is the day of a text from an archive, which has no hour.

    A text that nobody signed is its source's, else the publisher's.
    """
    url = site + edition.get_absolute_url()
    themes = [node("Thing", name=themed.name) for themed in edition.themed.all()]
    about = [meeting_named(site, meeting) for meeting in edition.meetings.all()]
    mentions = [
        *(person_named(site, official, tenure) for official, tenure in officials),
        *(country_named(site, country) for country in countries),
        *(organisation_named(site, organisation) for organisation in edition.organisations.all()),
    ]
    told = [note for note in notes if note.kind in CORRECTING]
    source = node("Organization", name=edition.source_name)
    signed = _signed(site, edition.bylines.all())
    if "author" not in signed:
        signed["author"] = source if edition.source_name else {"@id": f"{site}/#publisher"}
    return node(
        "NewsArticle",
        id=url,
        url=url,
        mainEntityOfPage=url,
        headline=edition.title,
        description=description,
        inLanguage=language_of(edition.language),
        image=list(images),
        datePublished=str(own_day) if own_day else moment(edition.first_public_at),
        dateModified=moment(edition.visible_from) if edition.kind != Kind.FIRST else None,
        **signed,
        publisher={"@id": f"{site}/#publisher"},
        sourceOrganization=source if edition.source_name else None,
        copyrightNotice=edition.rights_note,
        dateline=edition.dateline,
        about=[*about, *themes],
        mentions=mentions,
        keywords=[theme["name"] for theme in themes],
        correction=[
            node("CorrectionComment", text=note.note, datePublished=moment(note.visible_from)) for note in told
        ],
        workTranslation=[
            node("NewsArticle", id=site + version.get_absolute_url(), inLanguage=language_of(version.language))
            for version in versions
        ],
        isAccessibleForFree=True,
    )


def _signed(site: str, bylines: Iterable[Byline]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for byline in bylines:
        if byline.name:
            page = site + byline.contributor.get_absolute_url() if byline.contributor else ""
            found.setdefault(SIGNED_AS[BylineRole(byline.role)], []).append(node("Person", name=byline.name, url=page))
    return found


def event(
    site: str,
    meeting: Meeting,
    *,
    officials: Iterable[Official] = (),
    organisations: Iterable[Organisation] = (),
    countries: Iterable[Country] = (),
) -> Node:
    """A meeting, with those who are known to take part; nobody says here whether it was put off."""
    attending = [
        *(person_named(site, official) for official in officials),
        *(organisation_named(site, organisation) for organisation in organisations),
        *(country_named(site, country) for country in countries),
    ]
    place = node(
        "Place",
        name=meeting.place,
        address=node("PostalAddress", addressLocality=meeting.place, addressCountry=_code(meeting.country)),
    )
    return meeting_named(site, meeting) | node(
        "Event",
        startDate=_date(meeting.start),
        endDate=_date(meeting.end or meeting.start),
        location=place if meeting.place or meeting.country else None,
        organizer=organisation_named(site, meeting.organiser) if meeting.organiser else None,
        attendee=attending,
    )


def person(site: str, official: Official, *, tenures: Iterable[Tenure]) -> Node:
    """An official with the offices that they held, each from when to when."""
    roles = [
        node(
            "Role",
            hasOccupation=node("Occupation", name=tenure.title),
            startDate=_date(tenure.since),
            endDate=_date(tenure.until),
        )
        for tenure in tenures
    ]
    nationality = country_named(site, official.country) if official.country else None
    return person_named(site, official) | node(
        "Person", alternateName=list(official.other_names), nationality=nationality, hasOccupation=roles
    )


def quotation(site: str, quote: Quote, where: Edition | None) -> Node:
    """Exact words, who said them and in which public edition they stand."""
    said_by: Node | None = None
    if quote.speaker:
        said_by = person_named(site, quote.speaker)
    elif quote.speaker_name or quote.attribution:
        said_by = node("Person" if quote.speaker_name else "Thing", name=quote.speaker_name or quote.attribution)
    return node(
        "Quotation",
        text=quote.text,
        inLanguage=language_of(quote.language),
        creator=said_by,
        dateCreated=_date(quote.said_on),
        isPartOf={"@id": site + where.get_absolute_url()} if where else None,
    )


def country(site: str, row: Country) -> Node:
    """A state, with its two letters of ISO 3166-1."""
    return country_named(site, row) | node("Country", identifier=row.code)


def organisation(site: str, row: Organisation) -> Node:
    """An organisation with its other names."""
    return organisation_named(site, row) | node("Organization", alternateName=[*filter(None, [row.acronym])])


def person_named(site: str, official: Official, tenure: Tenure | None = None) -> Node:
    """An official where something else names them, with the office that they held on its day."""
    url = site + official.get_absolute_url()
    return node("Person", id=f"{url}#this", name=official.name, url=url, jobTitle=tenure.title if tenure else "")


def country_named(site: str, row: Country) -> Node:
    url = site + row.get_absolute_url()
    return node("Country", id=f"{url}#this", name=row.name, url=url)


def organisation_named(site: str, row: Organisation) -> Node:
    url = site + row.get_absolute_url()
    return node("Organization", id=f"{url}#this", name=row.name, url=url)


def meeting_named(site: str, meeting: Meeting) -> Node:
    url = site + meeting.get_absolute_url()
    dates = {"startDate": _date(meeting.start), "endDate": _date(meeting.end or meeting.start)}
    return node("Event", id=f"{url}#this", name=meeting.name, url=url, **dates)


def moment(at: datetime) -> str:
    """A moment in the newsroom's own time, with its offset, to the second."""
    return timezone.localtime(at).isoformat(timespec="seconds")


def language_of(code: str) -> str:
    """The language of a text; nothing where nobody knows it."""
    return "" if code == "und" else code


def _date(date: PartialDate | None) -> str:
    return str(date) if date else ""


def _code(row: Country | None) -> str:
    return row.code if row else ""
