"""What is built from a registry is built once and kept as long as that very registry is in use."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from partners.names import Names

T = TypeVar("T")

_KEPT = 4  # registries: the tables', the database's, a test's


def once_per_registry(build: Callable[[Names], T]) -> Callable[[Names], T]:
    """Keep what `build` makes of a registry, by the registry's identity: hashing it would cost more than reading."""
    kept: OrderedDict[int, tuple[Names, T]] = OrderedDict()

    @wraps(build)
    def built(names: Names) -> T:
        held = kept.get(id(names))
        if held is None or held[0] is not names:
            # The registry is held as well, so that its identity is not given to another one.
            held = kept[id(names)] = (names, build(names))
            while len(kept) > _KEPT:
                kept.popitem(last=False)
        return held[1]

    return built
