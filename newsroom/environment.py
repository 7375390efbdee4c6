"""What the environment says, for the settings: each variable by its kind, refused by name where it cannot stand.

A variable that is set to nothing says nothing: it has its default, as one that is not set at all.
"""

import os
from datetime import datetime

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
env.ENVIRON = {name: value.strip() for name, value in os.environ.items() if value.strip()}


def word(name: str, *, default: str = "") -> str:
    """What the variable says, as it stands: a key may begin with “$”."""
    return str(env.ENVIRON.get(name, default))


def words(name: str) -> list[str]:
    """The variable's words, which commas separate."""
    return [each.strip() for each in word(name).split(",") if each.strip()]


def switch(name: str, *, default: bool) -> bool:
    """Whether the variable is on. A word that says neither is refused, for it would pass for off."""
    said = word(name).lower()
    if said in {"1", "true", "yes", "on"}:
        return True
    if said in {"0", "false", "no", "off"}:
        return False
    if said:
        raise ImproperlyConfigured(f"{name} is “{said}”: write 1 or 0.")
    return default


def number(name: str, *, default: int) -> int:
    """The whole number that the variable holds."""
    said = word(name, default=str(default))
    if not (said.isascii() and said.isdecimal()):
        raise ImproperlyConfigured(f"{name} is “{said}”: write a whole number.")
    return int(said)


def moment(name: str) -> datetime | None:
    """The moment that the variable holds, with its offset; None where it is not set."""
    said = word(name)
    try:
        at = datetime.fromisoformat(said) if said else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is “{said}”: write a moment, as 2027-06-30T12:00Z.") from error
    if at is not None and at.tzinfo is None:
        raise ImproperlyConfigured(f"{name} is “{said}”: say in which time, as 2027-06-30T12:00Z.")
    return at


def hosts(name: str) -> list[str]:
    """The host names that the variable holds."""
    named = words(name)
    if wrong := next((host for host in named if "/" in host), None):
        raise ImproperlyConfigured(f"{name} holds “{wrong}”: write the host's name alone, as news.example.org.")
    return named
