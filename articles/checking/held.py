"""What the database knows of an article that its checks ask."""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.flatpages.models import FlatPage
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.checking.own_addresses import OwnPage, own_page
from articles.checking.translation import untranslated
from articles.checking.words import Noticed, Place, Words, in_block, whole
from articles.models import (
    Article,
    Contributor,
    Decision,
    Edition,
    LanguageVersion,
    Picture,
    PlacedPicture,
    Proposal,
    ProposalKind,
    Quote,
    Resemblance,
    Rights,
    SourceText,
    Standing,
    Theme,
)
from articles.reading.results import RemovedKind
from articles.slugs import ascii_slug
from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation

_APOSTROPHES = ("'", "’")


def settled(article: Article) -> Iterator[Noticed]:
    """What the article itself leaves open: by what right it is published, and an embargo whose end nobody set."""
    if article.rights == Rights.UNKNOWN:
        yield Noticed("rights", "unknown", {}, (whole("rights", ""),))
    if article.embargo_until is None and _came_under_embargo(article):
        yield Noticed("embargo", "unread", {}, (whole("embargo_until", ""),))


def _came_under_embargo(article: Article) -> bool:
    """Whether an embargo line was taken from a source text of the article, read or not."""
    held = SourceText.objects.filter(article=article).values_list("removed", flat=True)
    return any(kind == RemovedKind.EMBARGO for removed in held for kind, *_span in removed)


def waiting(article: Article, words: Words) -> Iterator[Noticed]:
    """What waits beside the article, what its pictures lack, another article of the same title, and of a language
    version what is not translated; one query, and one more for a language version."""
    twins = _twins(article, words)
    asked: QuerySet[Any] = (
        Article.objects.filter(pk=article.pk)
        .order_by()
        .annotate(
            **_WAITS,
            **_pictures_without(words),
            twin=Subquery(twins.values("title")[:1]),
            twin_key=Subquery(twins.values("pk")[:1]),
        )
    )
    found = asked.values(*asked.query.annotations).first()
    if found is None:
        return
    if found["is_version"]:
        yield from untranslated(article, words)
    if found["open_proposals"]:
        yield Noticed("proposals", "open", {"count": found["open_proposals"]})
    for name in ("alt", "rights", "credit"):
        if count := found[f"without_{name}"]:
            yield Noticed(f"picture-{name}", "none", {"count": count})
    if found["new_wording"]:
        yield Noticed("wording", "waits")
    if found["open_likeness"]:
        yield Noticed("likeness", "open")
    if article.dated is None and found["date_proposed"]:
        yield Noticed("date", "proposed", {}, (whole("dated", ""),))
    if found["twin_key"] and fold(found["twin"]) == fold(words.title):
        values = {"title": found["twin"], "article": found["twin_key"]}
        yield Noticed("duplicate-title", "taken", values, (whole("title", words.title),))


def _pictures_without(words: Words) -> dict[str, Any]:
    """How many pictures lack a description, rights and a credit: of those in a form, else of those that are saved."""
    if words.pictures is None:
        return _SAVED_PICTURES_WITHOUT
    keys = [row["picture"] for row in words.pictures]
    unknown = Picture.objects.filter(pk__in=keys, rights=Rights.UNKNOWN).order_by().values("rights")
    counted = Coalesce(Subquery(unknown.annotate(count=Count("pk")).values("count")), 0) if keys else Value(0)
    return {
        "without_alt": Value(sum(not (row["alt"].strip() or row["decorative"]) for row in words.pictures)),
        "without_rights": counted,
        "without_credit": Value(sum(not row["credit"].strip() for row in words.pictures)),
    }


def _count(of_the_article: QuerySet[Any]) -> Coalesce:
    """How many rows of that kind the article has."""
    counted = of_the_article.values("article").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)


# Built once: the panel asks them each time somebody stops typing, and building them takes longer than the answer.
_OF_IT = Proposal.objects.pending().filter(article=OuterRef("pk")).order_by()
_QUOTES = Quote.objects.filter(article=OuterRef("pk"), decision=Decision.PENDING).order_by()
_WAITS: dict[str, Any] = {
    "is_version": Exists(LanguageVersion.objects.filter(article=OuterRef("pk")).order_by()),
    "open_proposals": _count(_OF_IT) + _count(_QUOTES),
    "date_proposed": Exists(_OF_IT.filter(kind=ProposalKind.DATE)),
    "new_wording": Exists(SourceText.objects.filter(article=OuterRef("pk"), standing=Standing.TO_COMPARE)),
    "open_likeness": Exists(Resemblance.objects.open().filter(source_text__article=OuterRef("pk"))),
}
_PLACED = PlacedPicture.objects.filter(article=OuterRef("pk")).order_by()
_SAVED_PICTURES_WITHOUT: dict[str, Any] = {
    "without_alt": _count(_PLACED.filter(alt="", decorative=False)),
    "without_rights": _count(_PLACED.filter(picture__rights=Rights.UNKNOWN)),
    "without_credit": _count(_PLACED.filter(credit="")),
}


def _twins(article: Article, words: Words) -> QuerySet[Article]:
    """Other articles in that language with the title: letter for letter, or whose address was made from it."""
    title = words.title.strip()
    written = {title} | {title.replace(one, other) for one in _APOSTROPHES for other in _APOSTROPHES}
    same = Q(title__in=written)
    if slug := ascii_slug(title, fallback=""):
        same |= Q(slug=slug)
    twins = Article.objects.kept().filter(same, language=words.language).exclude(pk=article.pk).order_by("pk")
    return twins if title else twins.none()


# --- links within the site


def broken_links(words: Words, *, hosts: Collection[str] = ()) -> Iterator[Noticed]:
    """Links to pages of this site that no reader can see now; one query, and none without such links."""
    found: list[tuple[OwnPage, Place]] = []
    pages: dict[str, OwnPage | None] = {}  # a text leads to the same page many times
    for block in words.blocks:
        for link in block.links:
            if link.address not in pages:
                pages[link.address] = own_page(link.address, hosts)
            if (page := pages[link.address]) is not None:
                shown = link.span if link.span.start < link.span.end else None
                found.append((page, in_block(block, shown)))
    there = _there({page for page, _place in found if page.slug})
    broken = tuple(place for page, place in found if not page.exists and (page.kind, page.slug) not in there)
    if broken:
        yield Noticed("internal-links", "broken", {"count": len(broken)}, broken)


def _there(pages: Collection[OwnPage]) -> set[tuple[str, str]]:
    """Of those pages the ones that readers see, as kind and slug."""
    slugs: dict[str, set[str]] = {}
    for page in pages:
        slugs.setdefault(page.kind, set()).add(page.slug)
    asked = [_seen(kind, wanted) for kind, wanted in slugs.items()]
    if not asked:
        return set()
    return set(asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0])


def _seen(kind: str, slugs: Collection[str]) -> QuerySet[Any, tuple[str, str]]:
    rows: QuerySet[Any]
    if kind == "article":
        at = timezone.now()
        led = Edition.objects.public(at).filter(
            article__addresses__slug__in=slugs, article__addresses__revoked_at=None
        )
        rows = led.annotate(address=F("article__addresses__slug"))
    elif kind == "site-text":
        rows = FlatPage.objects.filter(url__in=slugs).annotate(address=F("url"))
    else:
        rows = _REGISTERS[kind]().filter(slug__in=slugs).annotate(address=F("slug"))
    return rows.order_by().annotate(kind_of_page=Value(kind, CharField())).values_list("kind_of_page", "address")


_REGISTERS: dict[str, Any] = {
    "theme": Theme.objects.all,
    "author": Contributor.objects.all,
    "country": Country.objects.all,
    "official": Official.objects.all,
    "organisation": Organisation.objects.all,
    "meeting": Meeting.objects.public,
}
