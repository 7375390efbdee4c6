"""What a change of an entry touches: counted, with the first of each kind; what users may not read is only counted."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.entries.kinds import KINDS, EntryKind, kind_of
from articles.models import Article, Decision, Edition, Proposal, Quote
from partners.models import Official, RegistryRow

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Touched:
    """Everything that has to do with an entry.

    `articles` are those whose working copy links to it and whose public edition does not, if they have one; their list
    is empty for those who may not read the desk's articles.
    """

    public_count: int
    public: list[Edition]
    edition_count: int
    article_count: int
    articles: list[Article]
    quote_count: int
    public_quote_count: int
    quotes: list[Quote]
    proposal_count: int
    pending_count: int
    meeting_count: int


def touched_by(entry: Any, user: Any) -> Touched:
    """What refers to the entry, in a dozen queries, however much it is."""
    kind = kind_of(entry)
    at = timezone.now()
    mine = {kind.links: entry.pk}
    public = Edition.objects.public(at).filter(**mine)
    counted = Edition.objects.filter(**mine).count()
    readable = Exists(Edition.objects.public(at).filter(article=OuterRef("pk"), **mine))
    others = Article.objects.filter(**mine).filter(~readable)
    quotes = _quotes_of(kind, entry)
    public_quotes = quotes.public(at)
    proposals: dict[str, int] = {"all": 0, "pending": 0}
    if isinstance(entry, RegistryRow):
        proposals = Proposal.objects.filter(**{kind.word: entry.pk}).aggregate(
            all=Count("pk"), pending=Count("pk", filter=Q(decision=Decision.PENDING))
        )
    may_read = user.has_perm("articles.view_article")
    return Touched(
        public_count=public.count(),
        public=list(public.newest_first().defer("body", "standfirst")[:SHOWN]),
        edition_count=counted,
        article_count=others.count(),
        articles=list(_with_state(others, at)[:SHOWN]) if may_read else [],
        quote_count=quotes.count(),
        public_quote_count=public_quotes.count(),
        quotes=list(public_quotes.order_by("-said_on", "-pk")[:SHOWN]),
        proposal_count=proposals["all"],
        pending_count=proposals["pending"],
        meeting_count=entry.meetings.count() if isinstance(entry, Official) else 0,
    )


def _with_state(articles: QuerySet[Article], at: datetime) -> QuerySet[Article]:
    """The last changed first, each with whether readers see it (`is_live`)."""
    live = Exists(Edition.objects.public(at).filter(article=OuterRef("pk")))
    return articles.annotate(is_live=live).order_by("-updated_at", "-pk").defer("body", "standfirst")


def state_of(*entries: Any) -> str:
    """Another text whenever one of the entries, or what an official held, is another: for a page that asks first."""
    told: list[Any] = []
    for entry in entries:
        told.append([(f.attname, str(getattr(entry, f.attname))) for f in entry._meta.concrete_fields])
        if isinstance(entry, Official):
            told.append([tuple(map(str, row)) for row in entry.tenures.order_by("pk").values_list()])
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def _quotes_of(kind: EntryKind, entry: Any) -> Any:
    if kind is KINDS["official"]:
        return Quote.objects.filter(speaker=entry)
    return Quote.objects.filter(meeting=entry) if kind is KINDS["meeting"] else Quote.objects.none()
