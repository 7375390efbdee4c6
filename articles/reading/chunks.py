"""What stands between two spaces, asked once for all texts: most chunks of a text stood in another one before."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_LONGEST_KEPT = 40  # characters
_MOST_KEPT = 1 << 16


class OncePerChunk(dict[str, T], Generic[T]):
    """A chunk of text → what `ask` says of it. Bounded: it is emptied when it is full, and keeps no long chunk."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, chunk: str) -> T:
        answer = self._ask(chunk)
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[chunk] = answer
        return answer
