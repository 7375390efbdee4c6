"""The words of the calendar as the press writes them: months, weekdays, numbers of days and years, as patterns."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

_MONTHS = {
    "fr": (
        "janvier|janv",
        "février|févr|fév",
        "mars",
        "avril|avr",
        "mai",
        "juin",
        "juillet|juill|juil",
        "août",
        "septembre|sept",
        "octobre|oct",
        "novembre|nov",
        "décembre|déc",
    ),
    "en": (
        "January|Jan",
        "February|Feb",
        "March|Mar",
        "April|Apr",
        "May",
        "June|Jun",
        "July|Jul",
        "August|Aug",
        "September|Sept|Sep",
        "October|Oct",
        "November|Nov",
        "December|Dec",
    ),
    "es": (
        "enero|ene",
        "febrero|feb",
        "marzo|mar",
        "abril|abr",
        "mayo|may",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sept|sep",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    "de": (
        "Januar|Jänner|Jan",
        "Februar|Feb",
        "März",
        "April|Apr",
        "Mai",
        "Juni",
        "Juli",
        "August|Aug",
        "September|Sept",
        "Oktober|Okt",
        "November|Nov",
        "Dezember|Dez",
    ),
    "it": (
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    "pt": (
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
}
_WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": (
        "Monday|Mon",
        "Tuesday|Tues|Tue",
        "Wednesday|Wed",
        "Thursday|Thurs|Thur|Thu",
        "Friday|Fri",
        "Saturday|Sat",
        "Sunday|Sun",
    ),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag|Sonnabend", "Sonntag"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "pt": (
        "segunda-feira",
        "terça-feira",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "sábado",
        "domingo",
    ),
}


def plain(word: str) -> str:
    """Lower case without accents, so that "FÉVRIER", "fevrier" and "février" are one word."""
    if word.isascii():
        return word.lower()
    combining = unicodedata.combining
    return "".join([c for c in unicodedata.normalize("NFKD", word.lower()) if not combining(c)])


def _numbers(table: Mapping[str, tuple[str, ...]], first: int) -> dict[str, int]:
    return {
        plain(form): number
        for names in table.values()
        for number, forms in enumerate(names, first)
        for form in forms.split("|")
        if form
    }


_MONTH_NUMBER = _numbers(_MONTHS, 1)
_WEEKDAY_NUMBER = _numbers(_WEEKDAYS, 0)
# The folded words that names of months and of weekdays begin with.
MONTHS = frozenset(_MONTH_NUMBER)
WEEKDAY_NAMES = frozenset(_WEEKDAY_NUMBER)
WEEKDAYS = frozenset(name.partition("-")[0] for name in _WEEKDAY_NUMBER)


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation, with or without its full stop."""
    return _MONTH_NUMBER[plain(word).rstrip(".")]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    return _WEEKDAY_NUMBER[plain(word).rstrip(".")]


def _spellings(forms: Iterable[str], *, any_case: bool) -> set[str]:
    """With and without accents, small, capitalised and in capitals; English names never small ("may", "march")."""
    spelled = set()
    for form in forms:
        for word in {form, "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))}:
            spelled |= {word.capitalize(), word.upper()} | ({word.lower()} if any_case else set())
    return spelled


def _alternatives(table: Mapping[str, tuple[str, ...]]) -> str:
    """All spellings; abbreviations may carry their full stop, names never take a sentence's."""
    words: set[str] = set()
    for language, names in table.items():
        for name in names:
            full, *short = name.split("|")
            any_case = language not in {"en", "de"}
            words |= _spellings([full], any_case=any_case)
            words |= {f"{word}." for word in _spellings(short, any_case=any_case)}
    return any_of({word.rstrip("."): r"(?!\w)\.?" if f"{word.rstrip('.')}." in words else "" for word in words})


def any_of(words: Mapping[str, str], spell: Callable[[str], str] = re.escape) -> str:
    """A pattern for any of the words, each with the pattern that ends it, the longer ones first.

    Each letter, as `spell` has it, is tried once, whatever the number of words.
    """
    branches: dict[str, dict[str, str]] = {}
    for word, end in sorted(words.items()):
        if word:
            branches.setdefault(word[0], {})[word[1:]] = end
    tried = [spell(letter) + any_of(rest, spell) for letter, rest in branches.items()]
    if "" in words:
        tried.append(words[""])
    return tried[0] if len(tried) == 1 else f"(?:{'|'.join(tried)})"


MONTH = rf"{_alternatives(_MONTHS)}(?!\w)"
WEEKDAY = rf"{_alternatives(_WEEKDAYS)}(?!\w)"
ENGLISH_MONTH = rf"{_alternatives({'en': _MONTHS['en']})}(?!\w)\.?"
DAY = r"(?:1er|1ère|1ᵉʳ|1º|(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|\.)?)(?!\w)"
YEAR = r"(?:19|20)\d\d(?!\d)"
