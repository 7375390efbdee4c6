"""What readers are told of a change: the notice, and the passages as they were and as they are.

The passages are computed from two editions, the one that brought the change and the one that stood before it, each
time they are shown. Editions are never changed, so they come out the same each time; nothing else is asked, so no word
of a draft can be among them. After a withdrawal nothing is told of what stood before: it stays withdrawn.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Edition, Kind
from articles.notices_beside import fetch_beside, pictures_changed, signatures_changed
from articles.replacements import Replaced, replaced, replaced_line
from articles.sanitising import plain_text
from partners.date_words import date_in_words

LABELS: dict[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "standfirst": gettext_lazy("Standfirst"),
    "dateline": gettext_lazy("Place"),
    "dated": gettext_lazy("Date of the text"),
    "source_name": gettext_lazy("Source"),
    "rights_note": gettext_lazy("Rights"),
    "body": gettext_lazy("Text"),
}
_BESIDE: dict[str, str | Promise] = {"bylines": gettext_lazy("Signatures"), "pictures": gettext_lazy("Pictures")}


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of one field; `left_out` counts the passages that are not shown. A `remark` stands for none."""

    name: str
    passages: list[Replaced]
    left_out: int = 0
    remark: str = ""

    @property
    def label(self) -> str:
        return str((LABELS | _BESIDE)[self.name])


@dataclass(frozen=True, slots=True)
class Notice:
    """An edition of which readers are told, with what it changed; nothing where that cannot be or may not be shown.

    `standing` is what readers see of the article now, where it was asked for; a withdrawal has none.
    """

    edition: Edition
    changed: list[Changed]
    standing: Edition | None = None

    @property
    def anchor(self) -> str:
        """Where on the article's page it stands."""
        return f"notice-{self.edition.number}"

    @property
    def address(self) -> str:
        """Where readers find it: on the article's page, a withdrawal among the others.

        The address of a withdrawn article has words of its title, and answers with the same notice.
        """
        if self.standing is None or self.edition.kind == Kind.WITHDRAWAL:
            return f"{reverse('articles:corrections')}?kind=withdrawal"
        return f"{self.standing.get_absolute_url()}#{self.anchor}"


def notices_of(editions: QuerySet[Edition] | Iterable[Edition]) -> list[Notice]:
    """The notices of those editions, of which readers are told, in their order; three queries for any number of them.

    They come with `discloses`, as from `Edition.objects.notices()`.
    """
    told, now = list(editions), timezone.now()
    seen = Edition.objects.ever_visible().filter(article__in={edition.article_id for edition in told})
    history: dict[int, list[Edition]] = {edition.article_id: [] for edition in told}
    for row in seen.defer("body", "standfirst", "note").order_by("visible_from"):
        history[row.article_id].append(row)
    pairs = {edition.pk: _pair(edition, history[edition.article_id]) for edition in told}
    wanted = {row.pk for pair in pairs.values() if pair for row in pair}
    texts = Edition.objects.only(*LABELS).in_bulk(wanted) if wanted else {}
    fetch_beside(texts.values())
    found = []
    for edition in told:
        pair, line = pairs[edition.pk], history[edition.article_id]
        changed = changes(*(texts[row.pk] for row in pair)) if pair else []
        found.append(Notice(edition, changed, _standing(line, now)))
    return found


def notices_among(history: Iterable[Edition]) -> list[Notice]:
    """The notices of one article of which these editions, with their texts, were seen; the latest first.

    One query where a notice shows a change, else none.
    """
    line = sorted(history, key=lambda edition: edition.visible_from)
    told = [edition for edition in _since_withdrawn(line) if edition.kind in Kind.told() and edition.note]
    pairs = [(edition, _pair(edition, line)) for edition in reversed(told)]
    fetch_beside([row for _edition, pair in pairs if pair for row in pair])
    return [Notice(edition, changes(*pair) if pair else []) for edition, pair in pairs]


def changes(old: Edition, new: Edition) -> list[Changed]:
    """What readers of the old edition find otherwise in the new one, field by field."""
    return list(_changes(old, new))


def before(edition: Edition, line: Iterable[Edition]) -> Edition | None:
    """The edition in whose place it came, of those that were seen; None where that was a withdrawal, or nothing."""
    earlier = [row for row in line if row.visible_from < edition.visible_from]
    last = max(earlier, key=lambda row: row.visible_from, default=None)
    return last if last is not None and last.kind != Kind.WITHDRAWAL else None


def _pair(edition: Edition, line: list[Edition]) -> tuple[Edition, Edition] | None:
    """The two editions between which lies the change that it tells of: its own, or a silent one that it discloses."""
    silent: Any = getattr(edition, "discloses", None)  # there is not always one
    key = silent.edition_id if silent is not None else edition.pk
    new = next((row for row in line if row.pk == key), None)
    if new is None or new.kind == Kind.WITHDRAWAL:
        return None
    old = before(new, line)
    return (old, new) if old is not None else None


def _standing(line: list[Edition], at: datetime) -> Edition | None:
    """The text that readers see at that moment."""
    here = (row for row in line if row.visible_from <= at and (row.visible_until is None or row.visible_until > at))
    row = next(here, None)
    return row if row is not None and row.kind != Kind.WITHDRAWAL else None


def _since_withdrawn(line: list[Edition]) -> list[Edition]:
    """What came after the last withdrawal."""
    last = max((at for at, row in enumerate(line, 1) if row.kind == Kind.WITHDRAWAL), default=0)
    return line[last:]


def _changes(old: Edition, new: Edition) -> Iterator[Changed]:
    for name in LABELS:
        was, now = _told(old, name), _told(new, name)
        if was == now:
            continue
        if name in {"body", "standfirst"}:
            passages, left_out = replaced(was.split("\n"), now.split("\n"))
        else:
            passages, left_out = replaced_line(was, now), 0
        if passages:
            yield Changed(name, passages, left_out)
        elif name == "body":
            yield Changed(name, [], remark=_("Only spaces differ."))
    if signatures := signatures_changed(old, new):
        yield Changed("bylines", signatures)
    pictures, silent = pictures_changed(old, new)
    if pictures or silent:
        yield Changed("pictures", pictures, remark=_("A picture was replaced by another one.") if silent else "")


def _told(edition: Edition, name: str) -> str:
    """A field as readers read it, a line for each paragraph."""
    if name == "dated":
        return date_in_words(edition.dated, get_language() or "") if edition.dated else ""
    value = str(getattr(edition, name))
    return plain_text(value) if name == "body" else value
