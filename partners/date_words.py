"""Dates as known, in French and English words. No Django here.

Every function takes a language code; English for "en…", French for all others.
"""

from partners.dates import PartialDate

_FRENCH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = {"fr": tuple(_FRENCH.split("|")), "en": tuple(_ENGLISH.split("|"))}


def date_in_words(date: PartialDate, language: str) -> str:
    """ "17 octobre 2024", "1er mars 2024", "octobre 2024" or "2024"; never more than is known."""
    return " ".join(_parts(date, _language(language)))


def name_with_day(name: str, day: PartialDate | None, language: str) -> str:
    """ "Sommet de Washington (9 juillet 2024)": tells meetings of one name apart; the name alone without a day."""
    return f"{name} ({date_in_words(day, language)})" if day is not None else name


def month_in_words(date: PartialDate, language: str) -> str:
    """ "octobre", "October"; nothing of a date known to the year."""
    return _MONTHS[_language(language)][date.month - 1] if date.month else ""


def range_in_words(start: PartialDate | None, end: PartialDate | None, language: str) -> str:
    """The days of an event: "17–18 octobre 2024", "du 30 juin au 2 juillet 2026", "30 June – 2 July 2026".

    Empty without a start; one date when both are the same or no end is known.
    """
    if start is None:
        return ""
    if end is None or end == start:
        return date_in_words(start, language)
    code = _language(language)
    first, last = _parts(start, code), _parts(end, code)
    if len(first) == len(last) and first[1:] == last[1:]:
        return " ".join([f"{first[0]}–{last[0]}", *last[1:]])
    if len(first) == len(last) and first[-1] == last[-1]:
        first.pop()
    if code == "en":
        return f"{' '.join(first)} – {' '.join(last)}"
    return f"{_from(start, ' '.join(first))} {_to(end, ' '.join(last))}"


def period_in_words(since: PartialDate | None, until: PartialDate | None, language: str) -> str:
    """How long something held: "depuis le 1er octobre 2024", "du 14 octobre 2010 au 2 juillet 2024", "until 2020".

    Empty when neither is known.
    """
    code = _language(language)
    if since is None and until is None:
        return ""
    if since is not None and until is not None:
        first, last = date_in_words(since, code), date_in_words(until, code)
        return f"from {first} to {last}" if code == "en" else f"{_from(since, first)} {_to(until, last)}"
    if since is not None:
        words = date_in_words(since, code)
        if code == "en":
            return f"since {words}"
        return f"depuis le {words}" if since.full else f"depuis {words}"
    assert until is not None  # the two cases above took the rest
    words = date_in_words(until, code)
    if code == "en":
        return f"until {words}"
    return f"jusqu'au {words}" if until.full else f"jusqu'en {words}"


def _language(code: str) -> str:
    return "en" if code.startswith("en") else "fr"


def _parts(date: PartialDate, language: str) -> list[str]:
    parts = [str(date.year)]
    if date.month is not None:
        parts.insert(0, _MONTHS[language][date.month - 1])
    if date.day is not None:
        parts.insert(0, "1er" if language == "fr" and date.day == 1 else str(date.day))
    return parts


def _from(date: PartialDate, words: str) -> str:
    if date.full:
        return f"du {words}"
    return f"d'{words}" if words[0] in "ao" else f"de {words}"


def _to(date: PartialDate, words: str) -> str:
    return f"au {words}" if date.full else f"à {words}"
