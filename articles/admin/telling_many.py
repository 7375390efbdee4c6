"""What is told of many things at once: each sentence once, with the names that it holds for."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NAMED = 10  # of those of which the same is told; more are counted


def told_once(told: Iterable[tuple[str, str]]) -> list[str]:
    """Pairs of a name and what is told of it, as a line for each thing told, in the order in which they came."""
    names: dict[str, list[str]] = {}
    for name, sentence in told:
        names.setdefault(sentence, []).append(_("“%(name)s”") % {"name": name})
    return [_("%(names)s: %(told)s") % {"names": _listed(named), "told": told} for told, named in names.items()]


def linked(links: Iterable[tuple[str, Any]]) -> Any:
    """Addresses and what they are called, beside each other, as HTML; an empty address is no link."""
    every = list(links)
    shown = format_html_join(
        ", ", "{}", ((format_html('<a href="{}">{}</a>', to, name) if to else name,) for to, name in every[:NAMED])
    )
    return format_html("{} {}", shown, _more(every)) if len(every) > NAMED else shown


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED])
    return f"{shown} {_more(names)}" if len(names) > NAMED else shown


def _more(every: list[Any]) -> str:
    count = len(every) - NAMED
    return ngettext("and %(count)d more", "and %(count)d more", count) % {"count": count}
