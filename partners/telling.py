"""What a rule has to say, kept apart from the language that it is said in. No Django here.

The rules that read tables know no catalogue: they say what is wrong as a message and its values, and whoever shows it
has it translated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_ = str  # marks a message for the catalogues, where it is written
__all__ = ["Told", "_", "tell"]


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A message in English and what stands in its places; a value may be told itself."""

    message: str
    values: tuple[tuple[str, Any], ...] = ()

    def said(self, translate: Callable[[str], str] = str) -> str:
        """The whole sentence, in the language of `translate`."""
        values = {name: _said(value, translate) for name, value in self.values}
        return translate(self.message) % values if values else translate(self.message)

    def __str__(self) -> str:
        return self.said()


def tell(message: str, **values: Any) -> Told:
    """Say that message with those values."""
    return Told(message, tuple(values.items()))


def _said(value: Any, translate: Callable[[str], str]) -> Any:
    if isinstance(value, Told):
        return value.said(translate)
    if isinstance(value, tuple):
        return "; ".join(str(_said(each, translate)) for each in value)
    return value
