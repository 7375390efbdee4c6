"""What a text is laid out as, asked in a word."""

from typing import Any

from articles.reading.layout import lay_out


def laid(text: str, language: str = "fr", names: Any = None) -> Any:
    return lay_out(text, language=language, names=names)


def value(found: Any) -> Any:
    return found.value if found else None


def lines(layout: Any, kind: object) -> list[str]:
    return [block.text for block in layout.blocks if block.kind is kind]


def signers(layout: Any) -> list[str]:
    return [signature.name for signature in layout.signatures]
