"""What a reader typed, as terms to ask an engine for. No Django here.

Every word must be found, in any of its forms; words in quotes must stand in that order, as written but for accents and
case; `-word` must not be found. Words joined by a hyphen ("porte-avions", "F-16") must stand side by side.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from articles.search.text import STEMMED, Word, forms, words

LONGEST_QUERY = 1_000  # characters; nobody types more, and what is pasted by the page finds nothing
SHORTEST_PART = 3  # letters that can be the beginning of a word, with those before a hyphen: fewer begin too many
_MOST_TERMS = 8  # of a longer query no term may be missing: nobody remembers a text by so many words

FormName = Literal["exact", "stem", "folded"]
FORM_NAMES: tuple[FormName, ...] = ("exact", "stem", "folded")

_PHRASE = r"\"(?P<straight>[^\"]*)\"|“(?P<curly>[^”]*)”|«(?P<french>[^»]*)»"
_PART = re.compile(rf"(?P<minus>(?<!\S)-(?=[^\W_]|[\"“«]))?(?:{_PHRASE}|(?P<plain>[^\s\"“«]+))")
_APOSTROPHES = {"'", "’", "ʼ", "‘"}
_HYPHENS = {"-", "‐", "‑"}
_ELIDED = {"l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
_CLITICS = {"s", "t", "re", "ve", "ll"}  # "Ukraine's", "don't"
# Words that nearly every text has: dropped from a query that has others, unless in capitals ("UN", "AU" are acronyms).
_COMMON = {
    *("a", "à", "au", "aux", "avec", "ce", "ces", "cet", "cette", "dans", "de", "des", "du", "en", "et", "la", "le"),
    *("les", "ou", "par", "pour", "que", "qui", "sur", "un", "une", "an", "and", "at", "by", "for", "from", "in"),
    *("of", "on", "or", "that", "the", "this", "to", "with"),
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words to be found side by side, all by the same form; of the last one only its beginning, when it is a part."""

    form: FormName
    words: tuple[str, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for: a word or words in a row. Any of its alternatives will do."""

    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all be found, and terms that must not. False when there is nothing to look for.

    With `lenient` any one of the required terms may be missing. `common` says that all of them are words which nearly
    every text has: no text answers better than another.
    """

    required: tuple[Term, ...]
    excluded: tuple[Term, ...]
    lenient: bool = False
    common: bool = False

    def __bool__(self) -> bool:
        return bool(self.required)

    @property
    def demanded(self) -> list[tuple[Term, ...]]:
        """The sets of terms of which one must be found whole."""
        if not self.lenient:
            return [self.required]
        return [self.required[:at] + self.required[at + 1 :] for at in range(len(self.required))]

    def made_lenient(self) -> "Query | None":
        """The query of which one term may be missing; None where too little would be left, or too much is asked."""
        return replace(self, lenient=True) if 3 <= len(self.required) <= _MOST_TERMS else None


@dataclass(frozen=True, slots=True)
class _Typed:
    found: tuple[Word, ...]  # with their places in what was typed
    quoted: bool = False
    dispensable: bool = False
    is_part: bool = False


def parse(text: str, language: str | None = None, *, partial: bool = False) -> Query:
    """Read what was typed. Any string is fine: what makes no sense, and more than `LONGEST_QUERY`, asks for nothing.

    Words are stemmed in `language`, or in each of the languages that have a stemmer when None. When `partial`, a word
    at the very end can be the beginning of one.
    """
    languages = (language,) if language else STEMMED
    required, excluded = _read(text)
    if partial and required and (last := required[-1]).found[-1].end == len(text) and not last.quoted:
        required[-1] = replace(last, is_part=last.found[-1].end - last.found[0].start >= SHORTEST_PART)
    common = all(typed.dispensable for typed in required)
    return Query(_terms(required, languages), _terms(excluded, languages), common=common)


def telling_words(text: str) -> list[Word]:
    """The words that must be found, without those that nearly every text has, each with its place in the text."""
    return [word for typed in _read(text)[0] for word in typed.found]


def _read(text: str) -> tuple[list[_Typed], list[_Typed]]:
    required: list[_Typed] = []
    excluded: list[_Typed] = []
    for part in _PART.finditer(text) if len(text) <= LONGEST_QUERY else ():
        (excluded if part["minus"] else required).extend(_typed(part))
    if not all(typed.dispensable for typed in required):
        required = [typed for typed in required if not typed.dispensable]
    if not all(typed.dispensable for typed in excluded):
        excluded = [typed for typed in excluded if not typed.dispensable]
    return required, excluded


def _typed(part: re.Match[str]) -> list[_Typed]:
    """The words of one part between spaces or quotes; those joined by a hyphen stay together."""
    plain = part["plain"]
    if plain is None:
        name = next((each for each in ("straight", "curly", "french") if part[each]), "straight")
        phrase = tuple(_placed(word, part.start(name)) for word in words(part[name] or ""))
        return [_Typed(phrase, quoted=True)] if phrase else []
    found = list(words(plain))
    groups: list[list[Word]] = []
    for at, word in enumerate(found):
        if at and _joined(found[at - 1], word, plain):
            groups[-1].append(word)
        else:
            groups.append([word])
    start = part.start("plain")
    return [
        _Typed(
            tuple(_placed(word, start) for word in group),
            dispensable=len(group) == 1 and _dispensable(group[0], plain),
        )
        for group in groups
    ]


def _placed(word: Word, start: int) -> Word:
    """The word of a part that begins there, with its place in the whole."""
    return Word(word.surface, word.start + start, word.end + start)


def _joined(before: Word, after: Word, plain: str) -> bool:
    between = plain[before.end : after.start]
    return between in _HYPHENS or (
        between in {".", ","} and before.surface[-1].isdigit() and after.surface[0].isdigit()
    )


def _dispensable(word: Word, plain: str) -> bool:
    """Whether a text about the rest need not have the word: an elided article, a clitic, a very common word."""
    lower = word.surface.lower()
    if plain[word.end : word.end + 1] in _APOSTROPHES and lower in _ELIDED:
        return True
    if plain[max(word.start - 1, 0) : word.start] in _APOSTROPHES and lower in _CLITICS:
        return True
    return lower in _COMMON and not (len(lower) > 1 and word.surface.isupper())


def _terms(typed: list[_Typed], languages: tuple[str, ...]) -> tuple[Term, ...]:
    terms = (_term(each, languages) for each in typed)
    return tuple(dict.fromkeys(term for term in terms if term.alternatives))


def _term(typed: _Typed, languages: tuple[str, ...]) -> Term:
    alternatives: list[Alternative] = []
    for language in languages:
        found = [each for word in typed.found if (each := forms(word.surface, language)).exact]
        for name in ("exact",) if typed.quoted else FORM_NAMES:
            if found:
                alternatives.append(Alternative(name, tuple(getattr(each, name) for each in found)))
        if found and typed.is_part:
            alternatives.append(Alternative("exact", tuple(each.exact for each in found), is_part=True))
    return Term(tuple(dict.fromkeys(alternatives)))
