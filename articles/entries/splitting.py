"""One entry that was two people: somebody chooses what belongs to the other, who gets a page of their own."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import journal, publishing, revising, search
from articles.entries.kinds import KINDS, locked, note, require
from articles.entries.speaking import Offices
from articles.entries.steps import Steps
from articles.models import Article, Edition, EntryChange, EntryChangeKind, Proposal, Quote
from partners.folding import fold
from partners.models import Country, Meeting, Official, Tenure


@dataclass(frozen=True, slots=True)
class Share:
    """What goes to the other person: keys of rows, and names. Whatever is not the first person's is passed over."""

    tenures: Collection[int] = ()
    names: Collection[str] = ()
    quotes: Collection[int] = ()
    articles: Collection[int] = ()
    meetings: Collection[int] = ()


@transaction.atomic
def split(
    official: Official,
    *,
    name: str,
    share: Share,
    by: User,
    country: Country | None = None,
    gender: str = "",
    reason: str = "",
) -> EntryChange:
    """Make a new official of that name and give them their share; each article that goes over keeps a revision.

    With an article go the links of all its editions, printed words as they are, and the proposals that name the
    person. Raises PermissionDenied, and Refused without a name or without a share.
    """
    kind = KINDS["official"]
    require(by, kind)
    name = " ".join(name.split())
    if not fold(name):
        raise publishing.Refused(_("Say what the other person is called."))
    if not any([share.tenures, share.names, share.quotes, share.articles, share.meetings]):
        raise publishing.Refused(_("Choose what belongs to the other person."))
    articles = list(
        Article.objects.filter(Q(officials=official) | Q(editions__officials=official), pk__in=share.articles)
        .order_by("pk")
        .distinct()
        .values_list("pk", flat=True)
    )
    publishing.lock_all(articles)
    (one,) = locked(kind, official.pk)
    before = {"entry": journal.values(one)}
    steps = Steps()
    try:
        with transaction.atomic():
            other = Official(name=name, country=country, gender=gender, source=one.source, confirmed=one.confirmed)
            _take_names(one, other, share.names, steps)
            offices = Offices(one)
            counts = _hand_over(one, other, share, articles, steps)
            search.hold_values(Edition.objects.filter(article__in=articles))
            counts["offices"] = offices.find_again(steps, one, other)
    except IntegrityError as error:
        raise publishing.Refused(_("They cannot be split like that (%s).") % error) from error
    change = EntryChange.objects.create(
        kind=EntryChangeKind.SPLIT,
        model=kind.word,
        entry=one.pk,
        entry_name=one.name[:300],
        other=other.pk,
        other_name=other.name[:300],
        counts={word: count for word, count in counts.items() if count},
        steps=steps.kept,
        reason=reason.strip(),
        done_by=by,
    )
    after = {"entry": journal.values(one), "other": journal.values(other)}
    note(change, by=by, entry=one, before=before, after=after)
    keep_revisions(articles, by=by, reason=str(change))
    return change


def keep_revisions(articles: Iterable[int], *, by: User, reason: str) -> None:
    """Keep each of these articles, whose rows are locked, as it stands now."""
    for article in Article.objects.filter(pk__in=list(articles)).iterator(chunk_size=100):
        revising.record(article, by=by, reason=reason)


def _take_names(one: Official, other: Official, names: Collection[str], steps: Steps) -> None:
    """Make the other official, with those of the other names of the first that were chosen."""
    wanted = {fold(each) for each in names}
    taken = [each for each in one.other_names if fold(each) in wanted]
    other.other_names = tuple(each for each in taken if fold(each) != fold(other.name))
    try:
        other.clean_fields(exclude={"key", "slug"})
    except ValidationError as error:
        raise publishing.Refused(" ".join(error.messages)) from error
    steps.insert(other)
    one.other_names = tuple(each for each in one.other_names if each not in taken)
    steps.save(one)


def _hand_over(one: Official, other: Official, share: Share, articles: list[int], steps: Steps) -> dict[str, int]:
    for tenure in Tenure.objects.filter(pk__in=share.tenures, official=one).select_related("office"):
        tenure.official = other
        steps.save(tenure)
    counts: dict[str, int] = {}
    counts["partners.tenure"] = other.tenures.count()
    quotes = Quote.objects.filter(pk__in=list(share.quotes), speaker=one)
    counts["articles.quote"] = steps.update(quotes, speaker_id=other.pk)
    links: list[tuple[Any, str, Collection[int]]] = [
        (Article.officials.through, "article__in", articles),
        (Edition.officials.through, "edition__article__in", articles),
        (Meeting.officials.through, "meeting__in", share.meetings),
    ]
    for through, within, keys in links:
        rows = through._base_manager.filter(official=one, **{within: list(keys)})
        counts[through._meta.label_lower] = steps.update(rows, official_id=other.pk)
    proposals = Proposal.objects.filter(article__in=articles, official=one)
    keyed = list(proposals.filter(key=one.key).values_list("pk", flat=True))
    counts["articles.proposal"] = steps.update(proposals, official_id=other.pk)
    steps.update(Proposal.objects.filter(pk__in=keyed), key=other.key)
    return counts
