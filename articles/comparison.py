"""Two snapshots of a story field by field, as a person reads what changed: words, entries by name, dates as known.

What is shown is bounded, and says so: see `Shown`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.differences import Change, Passage, Piece, differences, differences_of_lines
from articles.marked_text import marked_lines
from articles.models import Article, BylineRole, Contributor, Language, Picture, PictureRole, Source, Theme
from articles.models.story import LINK_FIELDS
from articles.moments import with_offset
from articles.snapshots import OF_ARTICLES, OF_EDITIONS, Snapshot, changed_fields, names_of

FOLDED = 3  # unchanged paragraphs in a row, from which on they are folded away
SHOWN = 300_000  # characters of differences in one field; what comes later is counted only
UNFOLDED = 60_000  # characters of unchanged paragraphs that can be opened; of the others the number is told

_LINES = {"title", "slug", "dateline", "rights_note", "seo_title", "meta_description"}


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs that follow each other; `folded` where many are the same in both texts, `count` of them in all."""

    passages: Sequence[Passage]
    folded: bool
    count: int


@dataclass(slots=True)
class Shown:
    """The differences of one field, and how many changed paragraphs come after the last one shown."""

    name: str
    label: str
    runs: list[Run] = field(default_factory=list)
    left_out: int = 0
    remark: str = ""

    @property
    def entries(self) -> bool:
        """Whether it lists entries, each a word or two."""
        return self.name in LINK_FIELDS or self.name == "tags"


def compare(old: Snapshot, new: Snapshot, fields: Iterable[str] = OF_EDITIONS) -> list[Shown]:
    """The fields in which they differ, in the order of the form, each with its differences."""
    names = _Names(old, new)
    return [_shown(name, old, new, names) for name in changed_fields(old, new, fields)]


def runs(old: Iterable[str], new: Iterable[str]) -> list[Run]:
    """The differences of two texts, long stretches without any folded."""
    return _runs(differences(list(old), list(new)))


def described(held: Snapshot) -> list[tuple[str, list[str]]]:
    """The fields of a snapshot that hold something, each with its label and what it holds, by name or in words."""
    names = _Names(held)
    return [
        (label_of(name), told) for name in OF_ARTICLES if held.get(name) and (told := list(names.told(name, held)))
    ]


def label_of(name: str) -> str:
    """What the desk calls a field of a snapshot."""
    own = {"bylines": _("bylines"), "pictures": _("pictures")}
    return capfirst(str(own.get(name) or Article._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def picture_in_words(row: Mapping[str, Any], name: str) -> list[str]:
    """What a snapshot says of one picture: its name in the library and its place, then each thing said of it."""
    role = PictureRole.BODY if row["role"] == PictureRole.BODY else PictureRole.LEAD
    place = _("after paragraph %(number)d") % {"number": row["position"]} if role == PictureRole.BODY else role.label
    alt = _("decorative") if row["decorative"] else row["alt"]
    language = dict(Language.choices).get(row["caption_language"], row["caption_language"])
    said = [
        (_("Alternative text"), alt),
        (_("Caption"), f"{row['caption']} ({language})" if row["caption"] else ""),
        (_("Credit"), row["credit"]),
    ]
    return [f"{name} · {place}", *(f"{label}: {words}" for label, words in said if words)]


def _runs(passages: list[Passage]) -> list[Run]:
    grouped = groupby(passages, key=lambda passage: passage.change == Change.SAME)
    held = [(same, list(each)) for same, each in grouped]
    return [Run(each, folded=same and len(each) >= FOLDED, count=len(each)) for same, each in held]


def _shown(name: str, old: Snapshot, new: Snapshot, names: "_Names") -> Shown:
    shown = Shown(name, label_of(name))
    if name in {"body", "standfirst"}:
        caption = _("Caption")
        lines = (str(each.get(name) or "") for each in (old, new))
        split = partial(marked_lines, caption=caption) if name == "body" else str.splitlines
        passages = differences(*map(split, lines))
    elif name in _LINES:
        passages = differences_of_lines(*(str(each.get(name) or "") for each in (old, new)))
    elif name == "bylines":
        passages = differences(*(names.signatures(each) for each in (old, new)))
    elif name == "pictures":
        passages = differences(*(names.pictures(each) for each in (old, new)))
    elif name in LINK_FIELDS or name == "tags":
        passages = list(_entries(names.entries(name, old), names.entries(name, new)))
    else:
        passages = [_value(names.value(name, old), names.value(name, new))]
    if all(passage.change == Change.SAME for passage in passages):
        shown.remark = _("Only spaces, or marks that are not shown here, differ.")
        return shown
    shown.runs = list(_bounded(_runs(passages), shown))
    return shown


def _bounded(held: list[Run], shown: Shown) -> Iterator[Run]:
    """The runs up to `SHOWN` characters, and of those that are folded the text while there is room for it."""
    room, unfolded = SHOWN, UNFOLDED
    for run in held:
        length = sum(len(piece.text) for passage in run.passages for piece in passage.pieces)
        if run.folded:
            unfolded -= length
            yield run if unfolded >= 0 else Run([], folded=True, count=run.count)
            continue
        kept = []
        for passage in run.passages:
            room -= sum(len(piece.text) for piece in passage.pieces)
            if room >= 0:
                kept.append(passage)
            elif passage.change != Change.SAME:
                shown.left_out += 1
        if kept:
            yield Run(kept, folded=False, count=len(kept))


def _value(old: str, new: str) -> Passage:
    pieces = [Piece(Change.GONE, old), Piece(Change.SAME, " "), Piece(Change.NEW, new)]
    return Passage(Change.CHANGED, tuple(piece for piece in pieces if piece.text))


def _entries(old: Mapping[Any, str], new: Mapping[Any, str]) -> Iterator[Passage]:
    """Entries that are no longer there, that came and that stayed, each by its name."""
    for change, keys, held in [
        (Change.GONE, old.keys() - new.keys(), old),
        (Change.NEW, new.keys() - old.keys(), new),
        (Change.SAME, old.keys() & new.keys(), new),
    ]:
        for name in sorted(held[key] for key in keys):
            yield Passage(change, (Piece(change, name),))


class _Names:
    """What the entries of some snapshots are called: now, in the interface's language; of one that is gone, then."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self.held: dict[str, dict[int, str]] = {}
        for name in LINK_FIELDS:
            keys = {key for each in snapshots for key in each.get(name) or ()}
            self._find(name, Article._meta.get_field(name).related_model, keys, snapshots)
        sources = {key for each in snapshots if (key := each.get("source"))}
        self._find("source", Source, sources, snapshots)
        signers = {row["contributor"] for each in snapshots for row in each.get("bylines") or ()} - {None}
        self._find("contributors", Contributor, signers, snapshots)
        pictures = {row["picture"] for each in snapshots for row in each.get("pictures") or ()}
        self._find("pictures", Picture, pictures, snapshots)
        self._find("tags", Theme, {key for each in snapshots for key in names_of(each, "tags")}, snapshots)

    def _find(self, name: str, model: Any, keys: set[int], snapshots: Iterable[Snapshot]) -> None:
        then = {key: kept for each in snapshots for key, kept in names_of(each, name).items()}
        now = {row.pk: str(row) for row in model._default_manager.filter(pk__in=keys)} if keys else {}
        unknown = _("no longer there (no. %(key)s)")
        self.held[name] = {key: now.get(key) or then.get(key) or unknown % {"key": key} for key in keys}

    def entries(self, name: str, held: Snapshot) -> dict[Any, str]:
        """The entries of a link field, or the themes, by what tells them apart."""
        if name == "tags":
            keys = names_of(held, "tags")
            if len(keys) != len(held.get("tags") or ()):  # from before their keys were kept
                return {theme: theme for theme in held.get("tags") or ()}
            return {self.held["tags"][key]: self.held["tags"][key] for key in keys}
        return {key: self.held[name][key] for key in held.get(name) or ()}

    def signatures(self, held: Snapshot) -> list[str]:
        roles = dict(BylineRole.choices)
        return [
            " · ".join(
                filter(
                    None,
                    [
                        self.held["contributors"].get(row["contributor"], ""),
                        str(roles.get(row["role"], row["role"])),
                        row["place"],
                    ],
                )
            )
            for row in held.get("bylines") or ()
        ]

    def pictures(self, held: Snapshot) -> list[str]:
        rows = held.get("pictures") or ()
        return [line for row in rows for line in picture_in_words(row, self.held["pictures"][row["picture"]])]

    def told(self, name: str, held: Snapshot) -> Iterable[str]:
        """What a field holds, entry by entry."""
        if name == "bylines":
            return self.signatures(held)
        if name == "pictures":
            return self.pictures(held)
        if name in LINK_FIELDS or name == "tags":
            return sorted(self.entries(name, held).values())
        return [self.value(name, held)]

    def value(self, name: str, held: Snapshot) -> str:
        """A choice, a date, a moment, yes or no, or the source, in words; "–" for none."""
        value = held.get(name)
        if name == "title_proposed":
            return _("yes") if value else _("no")
        if value in (None, ""):
            return "–"
        if name == "source":
            return self.held["source"][value]
        if name == "embargo_until":
            return with_offset(datetime.fromisoformat(value))
        choices = dict(Article._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
        return str(choices.get(value, value))
