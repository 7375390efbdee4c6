"""The patterns of days, months, ranges and years in the press, and the words that lead to them."""

import re

from articles.reading.calendar_words import DAY, ENGLISH_MONTH, MONTH, WEEKDAY, YEAR

_ARTICLE = r"(?:(?:le|the|el|o|il|dem|den|les)\s+)?"
_AND = r"(?:et|and|y|e|und|ou|or)"
_SEPARATOR = (
    r"(?P<sep>\s+all[’']|\s*[-–—/]\s*|\s+(?:au|al|to|until|till|through|bis(?:\s+zum)?|à|jusqu[’']au)\s+"
    rf"|(?:,|\s+{_AND})\s+)"
)
LISTED = re.compile(rf"\s*(?:,|{_AND})\s*")
_MORE_DAYS = rf"(?P<more>(?:,\s*(?:{WEEKDAY}\s+)?{DAY}){{1,6}})?"


def _day_of_month(name: str) -> str:
    """A day with its groups named after `name`: weekday w, day d, month m, year y; only the day is asked for."""
    return (
        rf"(?:(?P<{name}w>{WEEKDAY}),?\s+{_ARTICLE})?(?P<{name}d>{DAY})"
        rf"(?:\s*(?:de\s+|of\s+|d[’'])?(?P<{name}m>{MONTH})(?:\s*,?\s*(?:de\s+|del\s+)?(?P<{name}y>{YEAR}))?)?"
    )


# "17 octobre 2024", "du 30 juin au 2 juillet", "mardi 5 et mercredi 6 décembre 2017", "9-11 July".
DAY_FIRST = re.compile(
    rf"(?<![\w.,/-])(?<!\d:)(?:(?:(?P<between>[Ee]ntre|[Bb]etween)\s+{_ARTICLE})?"
    rf"{_day_of_month('a')}{_MORE_DAYS}{_SEPARATOR}{_ARTICLE}{_day_of_month('b')}|{_day_of_month('c')})"
)
FIRST_DAY = re.compile(rf"(?<![\w.,/-])(?<!\d:){DAY}")  # "07:15, 19 April" is one day
BETWEEN = re.compile(rf"(?<![\w.,/-])(?:[Ee]ntre|[Bb]etween)\s+{_ARTICLE}(?:{WEEKDAY},?\s+{_ARTICLE})?\Z")
ON_WEEKDAY = re.compile(rf"(?<![\w.,/-]){WEEKDAY},?\s+{_ARTICLE}\Z")
# "April 4", "July 9-11, 2024", "June 30-July 2", "Thursday, April 4".
MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:(?P<w>{WEEKDAY}),?\s+)?(?P<am>{ENGLISH_MONTH})\s+(?:the\s+)?(?P<ad>{DAY})"
    rf"(?:(?P<sep>\s*[-–—/]\s*|\s+(?:to|and|through|until)\s+)(?:(?P<bw>{WEEKDAY}),?\s+)?(?:(?P<bm>{ENGLISH_MONTH})\s+)?(?P<bd>{DAY}))?"
    rf"(?:\s*,?\s*(?P<y>{YEAR}))?"
)
MONTH_LEAD = re.compile(rf"(?<!\w)(?:{WEEKDAY},?\s+)?{ENGLISH_MONTH}\s+(?:the\s+)?\Z")
ISO = re.compile(r"(?<![\w/-])(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d\d)\2(?P<d>\d\d)(?![\d/-])")
NUMERIC = re.compile(r"(?<![\w/.,-])(?P<d>\d{1,2})([/.-])(?P<m>\d{1,2})\2(?P<y>(?:19|20)\d\d)(?![\d/-])")
_PART = (
    r"(?:fin|début|debut|mi-|mi|courant|late|early|mid-|mid|finales de|principios de|mediados de|"
    r"(?:à|la|en)\s+(?:fin|mi)|the\s+end\s+of|end\s+of|end|beginning\s+of)"
)
# Which of the years around the text's own: "juin dernier", "in June next year".
_TURN = (
    r"(?:de\s+)?l[’']an(?:née)?\s+(?:dernier|dernière|prochaine?|passée?)|dernier|prochain|"
    r"(?:of\s+)?(?:last|next|this)\s+year"
)
_CUE = (
    rf"(?P<part>{_PART})[\s-]*(?:de\s+|du\s+mois\s+de\s+)?|"
    r"(?P<cue>en|dès|d[’']ici(?:\s+à|\s+le\s+mois\s+de)?|depuis|jusqu[’']en|(?:au|le)\s+mois\s+(?:de\s+|d[’'])|de|"
    r"in|by|since|until|for|before|after|during|avant|après|this|last|next|desde)\s+"
)
CUE_LEAD = re.compile(rf"(?<![\w-])(?:{_CUE})\Z")
MONTH_ALONE = re.compile(
    rf"(?<![\w-])(?:{_CUE})?"
    rf"(?P<m>{MONTH})(?:\s*,?\s*(?:de\s+|of\s+)?(?P<y>{YEAR}))?(?P<turn>\s+(?:{_TURN}))?(?!\s*\d)"
)
_FROM = r"(?:de|d[’']|from)\s*"
_AMONG = r"(?:entre|between)\s+"
FROM_LEAD = re.compile(rf"(?<![\w-])(?:{_FROM}|{_AMONG})\Z")
MONTHS_RANGE = re.compile(
    rf"(?<![\w-])(?:{_FROM}(?P<a>{MONTH})\s+(?:à|to|until|through)|{_AMONG}(?P<b>{MONTH})\s+(?:et|and))"
    rf"\s+(?P<m>{MONTH})(?:\s*,?\s*(?P<y>{YEAR}))?(?!\s*\d)"
)
_MEASURED = (
    r"(?!\s*(?:%|€|\$|°|[.,]\d|[-–/]\d|(?:soldats|hommes|militaires|euros|dollars|millions?|milliards?|billions?|km|"
    r"troops|soldiers|people|personnes|personas|blessés|morts|tonnes|mètres|m\b|MW)\b))"
)
TURNED = re.compile(rf"(?:{_TURN})$", re.IGNORECASE)
YEAR_ALONE = re.compile(rf"(?<![\w.,/€$£#-])(?P<y>(?:19[4-9]|20[0-6])\d)(?![\w]){_MEASURED}")
