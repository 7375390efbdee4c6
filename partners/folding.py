"""Names as they are compared, searched and written in addresses. No Django here."""

import re
import unicodedata

# Letters that no decomposition turns into ASCII.
_LETTERS = str.maketrans(
    {
        "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
    }
)  # fmt: skip
_OTHERS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case without accents, one space where other characters stood: "L’Élysée" and "l'elysee" are the same."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(char for char in plain if not unicodedata.combining(char))
    return _OTHERS.sub(" ", text.casefold()).strip()


def ascii_slug(text: str) -> str:
    """The text in an address: folded, ASCII, hyphens between words; empty where nothing of it is ASCII."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).encode("ascii", "ignore").decode()).strip("-")
