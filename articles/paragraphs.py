"""What is asked of one paragraph, known again when its text is looked at again. No Django here.

While somebody writes, one paragraph changes and the others are what they were a moment ago.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

T = TypeVar("T")

_KEPT = 1_024  # paragraphs of each question: some thirty texts
_LONGEST_KEPT = 4_000  # characters, so that what is kept stays small


def once_per_paragraph(ask: Callable[..., T]) -> Callable[..., T]:
    """The function of a paragraph's words, and of what else can be hashed, with its last answers kept.

    It must depend on nothing else, and its answers must not be changed.
    """
    kept = lru_cache(maxsize=_KEPT)(ask)

    @wraps(ask)
    def answer(text: str, *more: Any) -> T:
        return kept(text, *more) if len(text) <= _LONGEST_KEPT else ask(text, *more)

    return answer
