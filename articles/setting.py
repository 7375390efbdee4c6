"""French typography set right in a whole article: what would change, and the change itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import saving
from articles.checking.language import PLAIN_FIELDS
from articles.models import Article, Revision
from articles.reading.results import Span
from articles.typography import FRENCH, Change, changes_of, of_html, set_html, set_text

_ABOUT = 60  # characters about a change that are shown


@dataclass(frozen=True, slots=True)
class Bit:
    """Words as they are (`was` and `put` the same), or what stands in the place of others."""

    was: str
    put: str

    @property
    def changed(self) -> bool:
        return self.was != self.put


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of a field with its changes; words far from any change are left out, as "…"."""

    field: str
    bits: tuple[Bit, ...]


def lines(article: Article) -> list[Line]:
    """What setting would change, passage by passage, in the order of the page; empty where nothing."""
    return list(_lines(article)) if article.language == FRENCH else []


def _lines(article: Article) -> Iterator[Line]:
    title, standfirst, *others = PLAIN_FIELDS
    for name in (title, standfirst):
        yield from _of_field(article, name)
    for block, changed in of_html(article.body, article.language):
        yield Line("body", tuple(_bits(block.text, changed)))
    for name in others:
        yield from _of_field(article, name)


def _of_field(article: Article, name: str) -> Iterator[Line]:
    text = getattr(article, name)
    if changed := changes_of(text, set_text(text)):
        yield Line(name, tuple(_bits(text, changed)))


def _bits(text: str, changes: Sequence[Change]) -> Iterator[Bit]:
    done = 0
    for change in changes:
        yield from _between(text, Span(done, change.span.start), first=not done)
        yield Bit(change.span.of(text), change.put)
        done = change.span.end
    yield from _between(text, Span(done, len(text)), last=True)


def _between(text: str, span: Span, *, first: bool = False, last: bool = False) -> Iterator[Bit]:
    words = span.of(text)
    if len(words) > 2 * _ABOUT and not (first and last):
        head, tail = words[:_ABOUT].rpartition(" ")[0], words[-_ABOUT:].partition(" ")[2]
        words = f"… {tail}" if first else f"{head} …" if last else f"{head} … {tail}"
    if words:
        yield Bit(words, words)


@transaction.atomic
def set_right(article: Article, *, based_on: int, by: User) -> Revision | None:
    """Set the article's title, standfirst, text and words for search engines as French sets them, as one revision.

    None where nothing changes. Raises as `saving.save` does.
    """
    if article.language != FRENCH:
        return None
    changes = {name: set_text(getattr(article, name)) for name in PLAIN_FIELDS}
    changes["body"] = set_html(article.body, article.language)
    return saving.save(article, changes, based_on=based_on, by=by, reason=_("French typography set right"))
