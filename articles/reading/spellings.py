"""The registry's officials by the spellings of their names: built once for each registry."""

from dataclasses import dataclass

from articles.reading.per_registry import once_per_registry
from articles.reading.tokens import tokens_of
from articles.reading.transliteration import full_name, names_alike, settled, skeleton
from partners.names import Names

_MOST = 3  # officials who can be meant; more are a common name, which says nothing


@dataclass(frozen=True, slots=True)
class Spellings:
    """`settled` leads from a name without doubtful words to its one official, `families` from a family name on."""

    settled: dict[tuple[str, ...], str]
    families: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    countries: dict[str, str]

    def surely(self, keys: tuple[str, ...], *, country: str = "") -> str:
        """The one official whose name this is, its articles and "Ould" or "Wuld" aside; or "".

        Nobody who is known to be of another country than the one given.
        """
        key = self.settled.get(settled(keys), "")
        return key if key and self._may_be_of(key, country) else ""

    def perhaps(self, keys: tuple[str, ...], *, country: str = "") -> tuple[str, ...]:
        """The few officials whose name this can be in another spelling, none who is known to be of another country."""
        there = self.families.get(skeleton(full_name(keys).family), ())
        found = dict.fromkeys(key for name, key in there if self._may_be_of(key, country) and names_alike(name, keys))
        return tuple(found) if len(found) <= _MOST else ()

    def _may_be_of(self, key: str, country: str) -> bool:
        return not country or self.countries[key] in ("", country)


def words_of_name(name: str) -> tuple[str, ...]:
    """The folded words of a full name, without its hyphens and dots."""
    return tuple(token.key for token in tokens_of(name) if token.letters)


@once_per_registry
def spellings_of(names: Names) -> Spellings:
    """The spellings of a registry's officials; the same registry object gets the same ones."""
    sure: dict[tuple[str, ...], str] = {}
    families: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for official in names.officials:
        for name in dict.fromkeys((official.name, *official.other_names)):
            keys = words_of_name(name)
            if len(keys) < 2:
                continue  # a family name alone is nobody's
            plain = settled(keys)
            sure[plain] = official.key if sure.get(plain, official.key) == official.key else ""
            families.setdefault(skeleton(full_name(keys).family), []).append((keys, official.key))
    return Spellings(
        sure,
        {family: tuple(found) for family, found in families.items()},
        {official.key: official.country for official in names.officials},
    )
