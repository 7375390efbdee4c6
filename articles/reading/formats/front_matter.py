"""The front matter of a Markdown file: the simple part of YAML that writers use, read as plain text and no code."""

import re
import unicodedata
from dataclasses import dataclass, field

from articles.reading.dates import find_dates
from articles.reading.formats.writer import Stated, iso_date

_FENCE = re.compile(r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:.*\r?\n){0,200}?)(?P=fence)[ \t]*(?:\r?\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[^\W\d_][\w .'’-]{0,40}?)[ \t]*(?::(?:[ \t]+|$)|=[ \t]*)(?P<value>.*)")
_ITEM = re.compile(r"\s*-[ \t]+(?P<value>.*)")
_FIELDS = {
    "title": "title", "titre": "title", "titulo": "title", "headline": "title",
    "description": "standfirst", "chapo": "standfirst", "chapeau": "standfirst", "standfirst": "standfirst",
    "summary": "standfirst", "resume": "standfirst", "excerpt": "standfirst", "subtitle": "standfirst",
    "sous titre": "standfirst",
    "author": "author", "authors": "author", "auteur": "author", "auteurs": "author", "auteure": "author",
    "autrice": "author", "byline": "author", "par": "author", "by": "author", "autor": "author", "signature": "author",
    "date": "published", "published": "published", "publie": "published", "publie le": "published",
    "publication": "published", "date de publication": "published", "publishdate": "published", "pubdate": "published",
    "published at": "published", "date published": "published", "fecha": "published",
    "updated": "updated", "update": "updated", "lastmod": "updated", "modified": "updated", "mise a jour": "updated",
    "mis a jour": "updated", "mis a jour le": "updated", "modifie": "updated", "last updated": "updated",
    "updated at": "updated", "date modified": "updated", "actualizado": "updated",
    "source": "source", "publisher": "source", "editeur": "source", "media": "source", "outlet": "source",
    "publication name": "source", "fuente": "source", "journal": "source",
    "lang": "language", "language": "language", "langue": "language", "locale": "language", "idioma": "language",
    "url": "url", "link": "url", "lien": "url", "canonical": "url", "canonical url": "url", "permalink": "url",
    "adresse": "url",
    "id": "guid", "guid": "guid", "identifiant": "guid", "uuid": "guid",
}  # fmt: skip
_LANGUAGES = {
    "francais": "fr", "french": "fr", "anglais": "en", "english": "en", "espagnol": "es", "spanish": "es",
    "espanol": "es", "arabe": "ar", "arabic": "ar", "allemand": "de", "german": "de", "deutsch": "de",
}  # fmt: skip
_LEAST_KNOWN = 1


@dataclass(slots=True)
class FrontMatter:
    """`facts` are those that the keys name; `end` is where the text begins below it."""

    facts: Stated
    end: int
    values: dict[str, list[str]] = field(default_factory=dict)


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter on top of a text; None where the first lines are anything else.

    Keys may be French, English or Spanish, with or without accents. Values are words, never instructions: tags,
    anchors and nested tables are left alone.
    """
    found = _FENCE.match(text)
    if found is None:
        return None
    values = _values(found["lines"])
    if values is None or sum(1 for key in values if key in _FIELDS) < _LEAST_KNOWN:
        return None
    said: dict[str, list[str]] = {}
    for key, listed in values.items():
        if key in _FIELDS:
            said.setdefault(_FIELDS[key], listed)

    def first(name: str) -> str:
        return next(iter(said.get(name, ())), "")

    language = _folded(first("language"))
    facts = Stated(
        title=first("title"),
        standfirst=first("standfirst"),
        authors=tuple(said.get("author", ())),
        published=_date(first("published")),
        updated=_date(first("updated")),
        source=first("source"),
        language=_LANGUAGES.get(language) or (language[:2] if re.match(r"[a-z]{2}(?:[ _-]|$)", language) else ""),
        url=first("url") if re.match(r"https?://\S+$", first("url")) else "",
        guid=first("guid")[:500],
    )
    return FrontMatter(facts, found.end(), values)


def _values(lines: str) -> dict[str, list[str]] | None:
    """The keys, folded, with their values; None where a line is neither an entry nor part of one."""
    values: dict[str, list[str]] = {}
    listed: list[str] | None = None
    block = False
    for line in lines.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t" and block and listed is not None:
            listed[:] = [" ".join([*listed, line.strip()])]
            continue
        if listed is not None and (item := _ITEM.fullmatch(line)):
            listed.append(_scalar(item["value"]))
            continue
        if line[0] in " \t" and listed is not None:
            if listed and not _ENTRY.match(line.strip()):
                listed[-1] = f"{listed[-1]} {line.strip()}"
            continue
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is None:
            return None
        value = entry["value"].strip()
        block = re.fullmatch(r"[|>][+-]?", value) is not None
        listed = [] if block else _listed(value)
        values.setdefault(_folded(entry["key"]), listed)
    return {key: [value for value in listed if value] for key, listed in values.items()}


def _listed(value: str) -> list[str]:
    """ "[a, b]" → two values, anything else one."""
    if value.startswith("[") and value.endswith("]"):
        return [_scalar(part) for part in value[1:-1].split(",")]
    return [_scalar(value)]


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return "" if value in {"null", "~"} else re.sub(r"\s#\s.*$", "", value)


def _date(words: str) -> str:
    """The date in ISO 8601, whether it is written so or in words; nothing where it is not known to the month."""
    if stated := iso_date(words):
        return stated
    dates = [date.start for date in find_dates(words, language="fr") if date.start is not None]
    if len(dates) != 1:
        dates = [date.start for date in find_dates(words, language="en") if date.start is not None]
    return str(dates[0]) if len(dates) == 1 else ""


def _folded(words: str) -> str:
    letters = unicodedata.normalize("NFD", words.casefold())
    plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return " ".join(re.sub(r"[_'’.-]", " ", plain).split())
