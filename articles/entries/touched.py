"""What a change of an entry touches: counted, with the first of each kind; what users may not read is only counted."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from articles.entries.kinds import KINDS, EntryKind, kind_of
from articles.models import Article, Decision, Edition, Proposal, Quote
from partners.models import Official, RegistryRow

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Touched:
    """Everything that has to do with an entry. `articles` is empty for those who may not read the desk's articles."""

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

    @property
    def hidden_count(self) -> int:
        """Articles that link to it and that readers cannot see."""
        return self.article_count

    @property
    def mark(self) -> str:
        """Another text whenever more or less is touched."""
        counts = [
            self.public_count,
            self.edition_count,
            self.article_count,
            self.quote_count,
            self.proposal_count,
            self.meeting_count,
        ]
        return ".".join(map(str, counts))


def touched_by(entry: Any, user: Any) -> Touched:
    """What refers to the entry, in a dozen queries, however much it is."""
    kind = kind_of(entry)
    at = timezone.now()
    mine = {kind.links: entry.pk}
    public = Edition.objects.public(at).filter(**mine)
    counted = Edition.objects.filter(**mine).count()
    readable = Exists(Edition.objects.public(at).filter(article=OuterRef("pk"), **mine))
    hidden = Article.objects.filter(**mine).filter(~readable)
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
        article_count=hidden.count(),
        articles=list(hidden.order_by("-updated_at").defer("body", "standfirst")[:SHOWN]) if may_read else [],
        quote_count=quotes.count(),
        public_quote_count=public_quotes.count(),
        quotes=list(public_quotes.order_by("-said_on", "-pk")[:SHOWN]),
        proposal_count=proposals["all"],
        pending_count=proposals["pending"],
        meeting_count=entry.meetings.count() if isinstance(entry, Official) else 0,
    )


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
