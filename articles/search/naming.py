"""Whether the words that somebody typed name a thing that has names. No Django here.

Words count as in `articles.search.text`: accents and case do not, nor the ending; words that nearly every text has are
left out on both sides.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from articles.search.query import telling_words
from articles.search.text import STEMMED, forms

MONTHS = frozenset(
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
# Before a name they say who is meant, and no registry has them.
_RANKS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "pr",
        "sir",
        "lord",
        "lady",
        "general",
        "generale",
        "lieutenant",
        "colonel",
        "colonelle",
        "major",
        "commandant",
        "capitaine",
        "captain",
        "amiral",
        "amirale",
        "admiral",
        "vice",
        "contre",
        "brigadier",
        "marechal",
        "marshal",
    ]
)


class Fit(NamedTuple):
    """How well words name something; the smaller, the better."""

    far: int  # 0: the whole name; 1: its beginning; 2: some of its words; 3: words of it and of what is around it
    length: int  # words of the name
    by_office: bool

    @property
    def is_whole(self) -> bool:
        return self.far == 0


class _Word(NamedTuple):
    exact: str
    forms: frozenset[tuple[str, str, str]]


class _Name(NamedTuple):
    words: tuple[_Word, ...]
    forms: frozenset[tuple[str, str, str]]  # of any of its words


class Asked:
    """Words to be found in names. When `partial`, the last one can be the beginning of a word."""

    def __init__(self, text: str, *, partial: bool = False) -> None:
        self.words = _words(text)
        self.part = self.words[-1] if partial and self.words and text[-1:].isalnum() else None

    def parts(self) -> list[list[str]]:
        """For each word the parts of folded names of which a name must have one; words of dates are left out."""
        found = []
        for word in self.words:
            if word.exact in MONTHS or word.exact.isdecimal():
                continue
            if word is self.part:
                found.append([word.exact])
                continue
            if word.exact in _RANKS:
                continue
            texts = sorted({form for _language, _name, form in word.forms}, key=len)
            found.append([text for at, text in enumerate(texts) if not any(other in text for other in texts[:at])])
        return found

    def name(self, name: str, around: str = "") -> Fit | None:
        """How well the words name it; those that it has not may stand around it, as a meeting's place and days do."""
        held = _name(name)
        rest = [word for word in self.words if not self._among(word, held)]
        if not rest:
            return self._fit(held)
        if len(rest) == len(self.words) or not self._all_among(rest, _name(around)):
            return None
        return Fit(3, len(held.words), False)

    def other_name(self, name: str) -> Fit | None:
        """How well the words name what is less often called so, as a country by its people: never as a whole name."""
        fit = self.name(name)
        return fit and fit._replace(far=max(fit.far, 1))

    def person(self, name: str) -> Fit | None:
        """As `name`; a rank before the name does not count."""
        return self._without_ranks().name(name)

    def office(self, title: str, names: Iterable[str]) -> Fit | None:
        """How well the words name the office, by its post's own noun, or the post and a name of who holds it."""
        held = _name(title)
        if not held.words:
            return None
        rest = [word for word in self.words if not self._among(word, held)]
        if not rest:
            fit = self._fit(held)
            return fit._replace(by_office=True) if any(self._is(word, held.words[0]) for word in self.words) else None
        if len(rest) < len(self.words) and any(self._all_among(rest, _name(name)) for name in names):
            return Fit(3, len(held.words), False)
        return None

    @staticmethod
    def best_fit(fits: Iterable[Fit | None]) -> Fit | None:
        return min((fit for fit in fits if fit is not None), default=None)

    def _fit(self, held: _Name) -> Fit:
        length = len(held.words)
        if length == len(self.words) and self.part is None:
            return Fit(0, length, False)
        begins = all(self._is(word, other) for word, other in zip(self.words, held.words, strict=False))
        return Fit(1 if begins else 2, length, False)

    def _without_ranks(self) -> "Asked":
        kept = [word for word in self.words if word.exact not in _RANKS]
        if not kept or len(kept) == len(self.words):
            return self
        other = Asked("")
        other.words, other.part = tuple(kept), self.part if self.part in kept else None
        return other

    def _all_among(self, words: Iterable[_Word], held: _Name) -> bool:
        return all(self._among(word, held) for word in words)

    def _among(self, word: _Word, held: _Name) -> bool:
        if word is self.part and any(other.exact.startswith(word.exact) for other in held.words):
            return True
        return not word.forms.isdisjoint(held.forms)

    def _is(self, word: _Word, other: _Word) -> bool:
        if word is self.part and other.exact.startswith(word.exact):
            return True
        return not word.forms.isdisjoint(other.forms)


def _words(text: str) -> tuple[_Word, ...]:
    return tuple(found for word in telling_words(text) if (found := _word(word.surface)).exact)


@lru_cache(maxsize=1 << 13)
def _name(name: str) -> _Name:
    """A name, or what stands around one. They come again; what readers type does not."""
    found = _words(name)
    return _Name(found, frozenset().union(*(word.forms for word in found)))


@lru_cache(maxsize=1 << 14)
def _word(surface: str) -> _Word:
    by_language = [(language, forms(surface, language)) for language in STEMMED]
    found = frozenset(
        (language, name, form) for language, held in by_language for name, form in zip(held._fields, held, strict=True)
    )
    return _Word(by_language[0][1].exact, found)
