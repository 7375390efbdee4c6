"""Words made comparable: folded, stemmed, with their places in the text. No Django here.

Both search engines index and ask for what this module makes of a text, so that they answer alike.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

# Letters that no decomposition turns into ASCII.
_LETTERS = {
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
}
_LIGATURES = str.maketrans(_LETTERS | {"’": "'", "ʼ": "'", "‘": "'"})

# Marks and invisible signs do not end a word: decomposed accents, Arabic and Hebrew vowels, soft hyphens, joiners.
_INSIDE = "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d\u2060"
# "O.T.A.N." and "U.S." are one word each; everything else that is no letter or digit parts words.
WORD = re.compile(
    rf"[A-ZÀ-ÖØ-Þ](?<![^\W_].)(?:\.[A-ZÀ-ÖØ-Þ])+(?![^\W_])\.?|[^\W_]+(?:[{_INSIDE}]+[^\W_]*)*",
)
_LONGEST = 64  # characters of a word that count

_ALGORITHMS = {"fr": "french", "en": "english"}
STEMMED = tuple(_ALGORITHMS)
# Words whose stems would be another word's too: army and arm, navy and sailor, Mali and "mal", mother and sea.
_PROTECTED = {
    "armee": "armee",
    "armees": "armee",
    "marine": "marine",
    "marines": "marine",
    "mali": "mali",
    "mere": "mere",
    "meres": "mere",
}
_stemmers = threading.local()  # a stemmer keeps its place in the word: threads cannot share one


class Word(NamedTuple):
    """A word as written, and where: `text[start:end]` is the surface."""

    surface: str
    start: int
    end: int


class Forms(NamedTuple):
    """What a word is found by: as written without accents, its stem without accents, the stem of it without accents.

    The two stems differ where an accent decides what the stemmer cuts off: one serves readers who type accents, the
    other those who do not.
    """

    exact: str
    stem: str
    folded: str


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, one kind of apostrophe, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def words(text: str, start: int = 0) -> Iterator[Word]:
    """The words of a text in their order, from `start` on; an apostrophe or a hyphen parts words. Linear."""
    for found in WORD.finditer(text, start):
        yield Word(found.group(), found.start(), found.end())


@lru_cache(maxsize=1 << 16)
def forms(surface: str, language: str) -> Forms:
    """The forms of a word in that language; a language without a stemmer gives the folded word three times.

    A surface without any letter or digit that counts gives empty forms.
    """
    exact = _plain(unicodedata.normalize("NFKD", surface))
    if language not in _ALGORITHMS or exact in _PROTECTED:
        return Forms(exact, *[_PROTECTED.get(exact, exact)] * 2)
    accented = "".join(char for char in unicodedata.normalize("NFC", surface).casefold() if char.isalnum())
    stemmer = _stemmer(language)
    spelled = accented.replace("œ", "oe")[:_LONGEST]
    stemmed = stemmer.stemWord(spelled)
    stem = _plain(unicodedata.normalize("NFKD", stemmed))
    folded = stemmed if spelled == exact else stemmer.stemWord(exact)  # which costs more than all the rest
    return Forms(exact, stem or exact, folded or exact)


def index_forms(text: str, language: str) -> list[Forms]:
    """The forms of every word of a text, in their order: what an engine indexes."""
    surfaces = WORD.findall(text)
    known = {surface: found for surface in set(surfaces) if (found := forms(surface, language)).exact}
    return [known[surface] for surface in surfaces if surface in known]


def forms_held(text: str, language: str) -> list[str]:
    """Every form that a word of the text is found by, once each, in their order."""
    return list(dict.fromkeys(form for found in index_forms(text, language) for form in found if form))


def _plain(decomposed: str) -> str:
    letters = "".join(_LETTERS.get(char, char) for char in decomposed.casefold())
    return "".join(char for char in letters if char.isalnum())[:_LONGEST]


def _stemmer(language: str) -> snowballstemmer.stemmer:
    if not hasattr(_stemmers, language):
        setattr(_stemmers, language, snowballstemmer.stemmer(_ALGORITHMS[language]))
    return getattr(_stemmers, language)
