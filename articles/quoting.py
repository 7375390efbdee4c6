"""Where the words of a quote stand in what readers see."""

import unicodedata
from collections.abc import Iterable

from articles.models import Decision, Edition, Quote, QuotePlace
from articles.sanitising import plain_text

_ALIKE = str.maketrans(
    {"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\r": " ", "\t": " "}
)


def _comparable(text: str) -> tuple[str, list[int]]:
    """The text with one kind of apostrophe and single spaces, and for each character where it came from."""
    characters: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(unicodedata.normalize("NFC", text).translate(_ALIKE)):
        if character == " " and characters and characters[-1] == " ":
            continue
        characters.append(character)
        origins.append(position)
    return "".join(characters), origins


def find_words(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in the text, as offsets; the kind of space and of apostrophe does not count.

    Offsets count in the NFC form of the text, which `clean_html` output from imports already has for Latin scripts.
    """
    wanted, _ = _comparable(words)
    held, origins = _comparable(text)
    wanted = wanted.strip()
    at = held.find(wanted) if wanted else -1
    if at < 0:
        return None
    return origins[at], origins[at + len(wanted) - 1] + 1


def place_quotes(edition: Edition, quotes: Iterable[Quote] | None = None) -> None:
    """Note where the article's accepted quotes stand in the edition; words that are not there get no place."""
    if quotes is None:
        quotes = edition.article.quotes.filter(decision=Decision.ACCEPTED)
    text = unicodedata.normalize("NFC", plain_text(edition.body))
    for quote in quotes:
        if found := find_words(quote.text, text):
            QuotePlace.objects.update_or_create(
                quote=quote, edition=edition, defaults={"start": found[0], "end": found[1]}
            )
