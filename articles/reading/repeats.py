"""Lines that say once more what another line says: the page's own title, its path, the headline set twice."""

import re
from functools import lru_cache

from articles.reading.calendar_words import plain
from articles.reading.pieces import Piece

_BEGINNING = 20  # characters that tell most lines from another
# "… | Le Monde", "… [Image 3 of 9]", "… ({{comments}})"
_BEHIND_A_TITLE = re.compile(r"\s+(?:[|–—-]\s+\S.{0,60}|\[[^\[\]]{1,40}\]|\(?\{\{\w+\}\}\)?)")
_LONGEST_PATH = 60  # letters of "Accueil Monde Afrique" before the title
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…)$")
_NOT_FOLDED = re.compile(r"\W+")
_REPEATED_WITHIN = 12  # lines


def stands_again(pieces: list[Piece], index: int) -> bool:
    """Whether the same words stand on another of the page's first lines."""
    words = folded(pieces[index].unit.words)
    near = (piece.unit.words for piece in pieces[index + 1 : index + _REPEATED_WITHIN])
    return any(begins_with(words, other) and folded(other) == words for other in near)


def begins_with(beginning: str, words: str) -> bool:
    """Whether folded words begin as those do; most lines differ in their first letter."""
    first = words[:1]
    if first.isascii() and first.isalpha() and first.lower() != beginning[:1]:
        return False
    return beginning.startswith(folded(words[:_BEGINNING]))


def says_again(words: str, title: str) -> bool:
    return _same_words(words, title) or is_page_title_of(words, title)


def is_page_title_of(page: str, title: str) -> bool:
    if len(title.split()) > 2 and _is_path_of(page, title):
        return True
    behind = page[len(title) :] if page.startswith(title) else ""
    return _BEHIND_A_TITLE.fullmatch(behind) is not None


def _is_path_of(page: str, title: str) -> bool:
    """Whether a page's path ends with the title, whole or cut off: "Accueil Monde Trois frégates pour la…"."""
    cut = _CUT_OFF.search(page)
    whole, end = folded(title), folded(page[: cut.start()] if cut else page)
    if cut is None:
        return end.endswith(whole) and 0 < len(end) - len(whole) <= _LONGEST_PATH
    place = end.rfind(whole[:_BEGINNING])
    return 0 < place <= _LONGEST_PATH and whole.startswith(end[place:])


def _same_words(one: str, other: str) -> bool:
    return folded(one) == folded(other)


@lru_cache(maxsize=128)  # each line of the page is held against several others
def folded(words: str) -> str:
    return _NOT_FOLDED.sub("", plain(words))
