"""Quotation marks that quote nobody: "le rapport intitulé « … »", "le livre « La Guerre des autres »"."""

from collections.abc import Sequence

from articles.reading.name_words import words
from articles.reading.prose import Prose
from articles.reading.quote_marks import Marked
from articles.reading.speech_words import TITLED, WORKS

_SAYING = words("est s' se sont etait etaient etre me dira a ont avait avaient avoir aurait")
_POINTING = words("ce cet cette ces this that these those")
_NEAR = 4  # characters: nothing but the mark and its space stands between


def names_a_work(prose: Prose, items: Sequence[int], before: int, passage: Marked) -> bool:
    """Whether the words before a passage, `items[:before]`, make a title of it, or a name, or a slogan."""
    if not before:
        return False
    tokens = prose.tokens
    word = tokens[items[before - 1]]
    if prose.ends[items[before - 1]] + _NEAR < passage.outer.start:
        return False  # other words stand between, or a colon
    earlier = tokens[items[before - 2]].key if before > 1 else ""
    if word.key in ("dit", "dite"):
        # "s'est dit « prêt à tout »", "il s'est dite", but "la loi dite « de l'agent étranger »"
        return earlier not in _SAYING
    if word.key in TITLED:
        return True
    if word.key not in WORKS or earlier in _POINTING:
        return False
    first = prose.text[passage.inner.start : passage.inner.start + 1]
    return not first.islower()
