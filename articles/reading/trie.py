"""A trie over folded words: every registered phrase that begins at a place, in one walk. Hyphens are optional."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from articles.reading.tokens import Token, tokens_of

T = TypeVar("T")


class _Node(Generic[T]):
    __slots__ = ("following", "values")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.values: list[T] = []


class Trie(Generic[T]):
    """Phrases to values. Phrases that differ in accents, case, apostrophes or hyphens share a path."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, phrase: str, value: T) -> None:
        node = self._root
        for token in tokens_of(phrase):
            if token.word != "-":
                node = node.following.setdefault(token.key, _Node())
        if node is not self._root:
            node.values.append(value)

    def beginnings(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._root.following)

    def may_begin(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether the token at `start` and the next can begin a phrase: most articles and given names begin none."""
        node = self._root.following.get(tokens[start].key)
        if node is None or node.values:
            return node is not None
        place = start + 1
        if place + 1 < len(tokens) and tokens[place].hyphen and tokens[place].joined:
            place += 1
        return place < len(tokens) and tokens[place].key in node.following

    def matches(self, tokens: Sequence[Token], start: int, stop: int) -> Iterator[tuple[int, list[T]]]:
        """Every phrase that begins with the token at `start`, shortest first: the index after it, its values."""
        node = self._root.following.get(tokens[start].key)
        place = start + 1
        while node is not None:
            if node.values:
                yield place, node.values
            if not node.following or place >= stop:
                return
            # "États-Unis" and "États Unis" are one name, "Guinée - Bissau" is two.
            if tokens[place].hyphen and tokens[place].joined:
                place += 1
                if place >= stop:
                    return
            node = node.following.get(tokens[place].key)
            place += 1
