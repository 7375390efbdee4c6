"""Words that are not saved yet, kept for whom they belong to: no revision, never anybody else's, never the article.

Each tab has a draft of its own, so that no copy overwrites another's words.
"""

import uuid
from collections.abc import Iterable, Mapping, Set
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from articles.models import Article, PersonalDraft

KEPT_FOR = timedelta(days=30)
TAB = 40  # characters of a tab's name
LAST_VERSION = 2**31 - 1  # that the database can hold
# What a form sends beside its words. Names with an underscore before them are buttons.
NOT_WORDS = frozenset({"csrfmiddlewaretoken", "version", "tab", "continues"})


class Settled(Exception):
    """The words of that tab are saved or thrown away already: this copy came late."""


def words_in(posted: QueryDict, *, besides: Set[str] = frozenset()) -> dict[str, list[str]]:
    """The fields of a form as it was sent, without what is no word of anybody's, `besides` included."""
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in posted.lists()
        if name not in NOT_WORDS | besides and not name.startswith("_")
    }


def tab_in(posted: str) -> str:
    """The name of a tab as it is kept."""
    return posted.replace("\0", "")[:TAB]


def as_posted(fields: Mapping[str, Iterable[str]]) -> QueryDict:
    """Kept fields as a form would send them."""
    posted = QueryDict(mutable=True)
    for name, values in fields.items():
        posted.setlist(name, list(values))
    return posted


@transaction.atomic
def keep(
    *,
    by: User,
    article: Article | None,
    tab: str,
    fields: Mapping[str, list[str]],
    base_version: int = 0,
    continues: int | None = None,
) -> PersonalDraft:
    """Keep the words of that tab in place of those it had before; an empty tab gets a name.

    `continues` is the draft of the same person that was restored into the tab. Raises Settled.
    """
    tab = tab_in(tab) or uuid.uuid4().hex
    base_version = base_version if base_version <= LAST_VERSION else 0  # which is older than any
    own = PersonalDraft.objects.filter(user=by, article=article)
    held = own.select_for_update().filter(tab=tab).first()
    if held is None:
        forget_old()
        restored = own.filter(pk=continues).first() if continues else None
        try:
            with transaction.atomic():
                return PersonalDraft.objects.create(
                    user=by, article=article, tab=tab, fields=fields, base_version=base_version, continues=restored
                )
        except IntegrityError:  # the tab's first two copies came at once
            held = own.select_for_update().get(tab=tab)
    if held.settled_at is not None:
        raise Settled
    held.fields, held.base_version, held.kept_at = dict(fields), base_version, timezone.now()
    held.save(update_fields=["fields", "base_version", "kept_at"])
    return held


def settle(*, by: User, article: Article | None, tab: str, continues: int | None = None) -> None:
    """Forget the words of a tab, and of those restored into it: they are saved. A late copy of them is not kept."""
    tab, own = tab_in(tab), PersonalDraft.objects.filter(user=by, article=article)
    restored = own.open().filter(pk=continues).first() if continues else None
    if restored is not None and restored.tab != tab:
        throw_away(restored)
    nothing = {"fields": {}, "settled_at": timezone.now()}
    if not tab or own.filter(tab=tab, continues=None).update(**nothing):
        return
    draft, _made = PersonalDraft.objects.get_or_create(user=by, article=article, tab=tab, defaults=nothing)
    _forget_restored(draft)
    PersonalDraft.objects.filter(pk=draft.pk).update(continues=None, **nothing)


def throw_away(draft: PersonalDraft) -> None:
    """Forget the words, and those that they continued."""
    _forget_restored(draft)
    draft.delete()


def _forget_restored(draft: PersonalDraft) -> None:
    earlier, seen = draft.continues, {draft.pk}
    while earlier is not None and earlier.pk not in seen:
        seen.add(earlier.pk)
        draft, earlier = earlier, earlier.continues
        draft.delete()


def of(user: User, article: Article | None = None) -> QuerySet[PersonalDraft]:
    """The person's open drafts, those that another one continues left out; of one article when given. Newest first."""
    own = PersonalDraft.objects.open().filter(user=user, continued_by=None)
    return own if article is None else own.filter(article=article)


def forget_old(at: datetime | None = None) -> int:
    """Delete drafts that nobody has touched for a month; how many those were."""
    old = PersonalDraft.objects.filter(kept_at__lt=(at or timezone.now()) - KEPT_FOR)
    return old.delete()[0]
