"""The forms of an Italian, Spanish or German adjective, from the one that dictionaries have."""

from collections.abc import Iterator

_ENDINGS = {
    "it": {"co": "co ca ci chi che", "go": "go ga ghi ghe", "o": "o a i e", "a": "a i e", "e": "e i"},
    "es": {"és": "és esa eses esas", "án": "án ana anes anas", "ón": "ón ona ones onas", "o": "o a os as",
           "ol": "ol ola oles olas", "ar": "ar ares", "a": "a as", "e": "e es", "í": "í íes", "ú": "ú úes"},
    "de": {"": " e en er es em"},
}  # fmt: skip


def inflected(adjective: str, language: str) -> Iterator[str]:
    """The adjective in each gender, number and case; as it stands where its ending or language is not known."""
    known = _ENDINGS.get(language, {})
    ending = next((end for end in sorted(known, key=len, reverse=True) if adjective.endswith(end)), None)
    if ending is None:
        yield adjective
        return
    stem = adjective[: len(adjective) - len(ending)]
    for form in known[ending].split(" "):
        yield stem + form
