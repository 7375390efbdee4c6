"""Names written in other alphabets and at home in several spellings: whether two spellings can be one name.

Arabic, Berber, Slavic and Turkish names come in French, English and German dress: Choukri and Shukri, Ghazouani and
Ghazwani, Zelensky and Selenskyj, Lavrov and Lawrow. A word is read as sounds; two words are spelled alike when their
consonants can be the same and the vowels between them do not differ. Full names are compared word by word, so that
brothers, and namesakes of another first name, stay apart. Words are folded (see `articles.reading.tokens.fold`).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.reading.name_words import words

# "Mohamed Wuld Cheikh", "Mohamed Ould Cheikh": whose child one is, in its spellings.
_KIN = {
    **dict.fromkeys(words("ould wuld uld weld wold oul"), "ould"),
    **dict.fromkeys(words("ben bin ibn"), "ben"),
    **dict.fromkeys(words("mint bint"), "mint"),
}
# The Arabic article, as it is written before the letters that it takes on.
_ARTICLES = words("el al ul as ash ach ech es ar er at et an en ad ed az ez")
# French women's names whose last letter is all that tells them from a man's.
_WOMEN = words(
    "martine christiane claudine pauline josephine justine valentine augustine clementine celestine antonine marine"
    " alexandrine albertine benjamine coline delphine ernestine faustine gabine cristiane sebastiane juliane floriane"
    " mariane adriane luciane emiliane bernardine caroline rosine evine line"
)

_ABD = re.compile(r"abd(?:ou|[aeou])(?:l|([rsnztd])(?=\1))([a-z]*)")  # Abdelkader, Abdul, Abderrahmane
_ABU = re.compile(r"ab(?:ou|u|o)(?:l([a-z]{4,})?)?")  # Abou, Abul, Aboulgheit
_DIN = re.compile(r"([a-z]{2,}?)?[eauo]{1,2}ddine?")  # Noureddine, Eddine

_GLUED_ARTICLE = re.compile(r"[ea]l(?=[bcdfghjkmnqrstwyz][a-z]{5})")
_REWRITTEN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        (r"((?<![ae])i|(?<!e)a|ou)ne$", r"\1n"),  # Poutine, Slimane, Haroune; neither Jeanne nor Germaine
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiouy])j$", "i"),  # Sergej, Selenskyj
        (r"(?<=[oe])f$", "v"),  # Lavroff
        (r"ph", "f"),
        (r"x", "ks"),
        (r"(?<=ksand)(?:re|er)$", "r"),  # Alexandre, Alexander, Aleksandr
        (r"gu(?=[eiy])", "g"),  # Sergueï
        (r"qu?|c[kq]", "k"),
        (r"(?:ou|w)(?=[aeiy])", "v"),  # Ghazouani, Ghazwani
        (r"(?<![oaei])u(?=[aiy])", "v"),
        (r"w", "v"),
        (r"ae", "a"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"a(?:ou|u)", "avu"),  # Daoud, Dawood
        (r"(?<=[aeiouy])h$", ""),
        (r"^[iy](?=e)", ""),  # Yevgeny, Evgueni
    ]
)
_SOUNDS = re.compile(
    r"(?P<C>tsch|tch)|(?P<S>sch|sh)|(?P<X>ch)|(?P<J>dsch|dzh|zh|dj|j)|(?P<Z>ts|tz)|(?P<vowels>[aeiouy]+)"
    r"|(?P<k>kh|k|c(?![eiy]))|(?P<s>s|c)|(?P<g>gh|g)|(?P<t>th|t)|(?P<d>dh|d)|(?P<other>[a-z])"
)
_CAN_BE = {"X": "SC", "z": "zsZ", "Z": "Z", "s": "s"}  # the sounds that a letter can stand for, where several
_CLASS = {"C": "S", "X": "S", "z": "s", "Z": "s"}  # letters that can stand for one sound are found together
_VOWELS = str.maketrans("oy", "ui")
_LONG = 4  # consonants of a word that a mute e more or less does not make another
_SAME_VOWEL = frozenset({"ae", "ea", "ei", "ie"})


class Sounds(NamedTuple):
    """A word as it sounds: its consonants, and what stands before, between and after them."""

    consonants: str
    vowels: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def sounds_of(word: str) -> Sounds | None:
    """How a folded word sounds; None for what is not in Latin letters."""
    if not word.isascii() or not word.isalpha():
        return None
    if word not in _WOMEN:
        word = _REWRITTEN[0][0].sub(_REWRITTEN[0][1], word)
    for pattern, replacement in _REWRITTEN[1:]:
        word = pattern.sub(replacement, word)
    consonants: list[str] = []
    vowels = [""]
    for found in _SOUNDS.finditer(word):
        kind = found.lastgroup or ""
        if kind == "vowels":
            vowels[-1] = re.sub(r"(.)\1+", r"\1", found.group().translate(_VOWELS))
        else:
            consonants.append(found.group() if kind == "other" else kind)
            vowels.append("")
    return Sounds("".join(consonants), tuple(vowels))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What all spellings of a word have in common, to look it up by; the word itself outside Latin letters."""
    sounds = sounds_of(word)
    if sounds is None or not sounds.consonants:
        return word
    return "".join(_CLASS.get(letter, letter) for letter in sounds.consonants)


@lru_cache(maxsize=1 << 16)
def words_alike(one: str, other: str, *, closely: bool = False) -> bool:
    """Whether two folded words can be spellings of one name. `closely`: Salem and Salim are two, not one."""
    if one == other:
        return True
    a, b = sounds_of(one), sounds_of(other)
    if a is None or b is None or len(a.consonants) != len(b.consonants):
        return False
    if len(a.consonants) < 2:
        return a == b  # too little is left to tell names apart by: Issa and Isa, but not Ali and Ela
    if not all(map(_same_consonant, a.consonants, b.consonants)):
        return False
    if a.vowels[0] != b.vowels[0] and {a.vowels[0], b.vowels[0]} != {"e", "i"}:
        return False  # Ali and Eli
    between = zip(a.vowels[1:-1], b.vowels[1:-1], strict=True)
    mute = not closely and len(a.consonants) >= _LONG
    if not all(_same_vowels(x, y, closely) or (mute and {x, y} == {"", "e"}) for x, y in between):
        return False  # Chengriha and Chanegriha are one
    return _same_vowels(a.vowels[-1], b.vowels[-1], closely)


def surnames_alike(one: str, other: str) -> bool:
    """Whether two words are one family name, where nobody will be asked; a short one says too little."""
    return one == other or (min(len(one), len(other)) > 4 and words_alike(one, other, closely=True))


def _same_consonant(one: str, other: str) -> bool:
    return one == other or bool(set(_CAN_BE.get(one, one)) & set(_CAN_BE.get(other, other)))


def _same_vowels(one: str, other: str, closely: bool) -> bool:
    if one == other:
        return True
    if len(one) != len(other):
        return False
    pairs = [x + y for x, y in zip(one, other, strict=True) if x != y]
    return all(pair in _SAME_VOWEL and not (closely and "i" in pair and len(one) == 1) for pair in pairs)


class FullName(NamedTuple):
    """The words of a full name without articles; `kin` tells whether it says whose child one is."""

    words: tuple[str, ...]
    kin: bool

    @property
    def family(self) -> str:
        return self.words[-1]


@lru_cache(maxsize=1 << 14)
def full_name(keys: tuple[str, ...]) -> FullName:
    """The words of a name by which it is compared: "Abdelkader" as "Abd el-Kader", no article, no "Ould"."""
    plain = [word for word in settled(keys) if word not in ("ould", "ben", "mint")]
    if len(plain) > 1 and (glued := _GLUED_ARTICLE.match(plain[-1])):
        plain[-1] = plain[-1][glued.end() :]  # "Ould Elghazouani"
    return FullName(tuple(plain) or tuple(keys), len(plain) != len(settled(keys)))


@lru_cache(maxsize=1 << 14)
def settled(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The name in one spelling of its small words: two names that are equal here are surely one.

    "Mohamed Wuld Cheikh al-Ghazouani" and "Mohamed Ould Cheikh El Ghazouani", "Abd al-Fattah" and "Abdel Fattah".
    """
    found: list[str] = []
    for place, key in enumerate(keys):
        if 0 < place < len(keys) - 1 and key in _ARTICLES:
            continue
        found += _split(_KIN.get(key, key) if place else key)
    return tuple(found)


def _split(word: str) -> Iterable[str]:
    """The parts of a word that is also written as several."""
    if (found := _ABD.fullmatch(word)) is not None:
        return filter(None, ["abd", found[2]])
    if (found := _ABU.fullmatch(word)) is not None:
        return filter(None, ["abu", found[1]])
    if (found := _DIN.fullmatch(word)) is not None:
        return filter(None, [found[1], "din"])
    return [word]


def names_alike(one: Sequence[str], other: Sequence[str], *, closely: bool = False) -> bool:
    """Whether two full names, as folded words, can be spellings of one person's.

    The first and the last words are alike, and so are those between; an initial can stand for its word, and a name
    that tells whose child one is can be longer. `closely` is for names that nobody will be asked about.
    """
    a, b = full_name(tuple(one)), full_name(tuple(other))
    if len(a.words) < 2 or len(b.words) < 2:
        return False
    if not words_alike(a.family, b.family, closely=closely):
        return False
    first, second = a.words[:-1], b.words[:-1]
    if len(first) == len(second):
        return all(_given_alike(x, y, closely) for x, y in zip(first, second, strict=True))
    if closely:
        return False
    shorter, longer = sorted((first, second), key=len)
    extra = [word for word in longer if not any(_given_alike(word, given, closely) for given in shorter)]
    if not (a.kin or b.kin or all(len(word) == 1 for word in extra)):
        return False  # Jean Dupont and Jean Marc Dupont are two
    if any(len(word) == 1 for word in shorter[1:]):
        return False  # George W. Bush and George H. W. Bush are two
    rest = iter(longer)
    return _given_alike(shorter[0], longer[0], closely) and all(
        any(_given_alike(given, word, closely) for word in rest) for given in shorter
    )


def _given_alike(one: str, other: str, closely: bool) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return words_alike(one, other, closely=closely)
