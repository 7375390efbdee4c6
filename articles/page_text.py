"""A text as its page shows it: subheadings with anchors, names that lead to their entries. No Django here.

Both functions take clean HTML, as `sanitising.clean_html` leaves it, and are linear in its length.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from partners.folding import ascii_slug

_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>""")
_HEADINGS = {"h2", "h3", "h4"}
_CAPTION = re.compile(r'\bclass="caption"')
_APOSTROPHES = "’ʼ‘`´"
_SPACE = r"(?:\s|&nbsp;)+"
_LONGEST_ANCHOR = 60


@dataclass(frozen=True, slots=True)
class Subheading:
    """A subheading of a text: where it is on the page, its words, and its level from 2 on."""

    anchor: str
    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where a name leads, and the forms in which a text can write it."""

    address: str
    forms: tuple[str, ...]


def with_anchors(html: str) -> tuple[str, list[Subheading]]:
    """The text with an `id` on each subheading, and the subheadings in order. An anchor is its words, numbered
    where they come again; one without Latin letters has its number alone."""
    parts: list[str] = []
    found: list[Subheading] = []
    taken: set[str] = set()
    done = 0
    for tag in _TAG.finditer(html):
        if tag["end"] or tag["name"] not in _HEADINGS:
            continue
        close = html.find(f"</{tag['name']}>", tag.end())
        words = " ".join(unescape(_TAG.sub("", html[tag.end() : close if close >= 0 else len(html)])).split())
        if not words:
            continue
        anchor = _free(ascii_slug(words)[:_LONGEST_ANCHOR].strip("-"), taken, len(found) + 1)
        parts += [html[done : tag.start()], f'<{tag["name"]} id="{anchor}"{tag["attributes"]}>']
        done = tag.end()
        found.append(Subheading(anchor, words, int(tag["name"][1])))
    return "".join([*parts, html[done:]]), found


def _free(slug: str, taken: set[str], number: int) -> str:
    """An anchor that nothing else on the page has: those of texts begin with a word that no other begins with."""
    anchor = f"text-{slug}" if slug else f"text-{number}"
    if anchor in taken:
        anchor = f"{anchor}-{number}"
    taken.add(anchor)
    return anchor


def with_links(html: str, targets: Iterable[Target]) -> str:
    """The text with each target's first mention linked to it.

    A name stands alone: not in a longer word, nor joined to another by a hyphen. Accents and the kind of apostrophe
    do not count, case does. Of two names at one place the longer one is meant; a form that two targets have means
    neither. Nothing is linked within a link, a subheading or a caption.
    """
    addresses = _by_form(targets)
    if not addresses:
        return html
    forms = sorted(addresses, key=lambda form: (-len(form), form))
    names = re.compile(rf"(?<![\w&-])(?:{'|'.join(f'({_pattern(form)})' for form in forms)})(?![\w-])")
    linked: set[str] = set()
    parts: list[str] = []
    for piece, inside in _pieces(html):
        if not inside:
            parts.append(piece)
            continue
        done = 0
        for name in names.finditer(_plain(piece)):
            address = addresses[forms[(name.lastindex or 1) - 1]]
            if address in linked:
                continue
            linked.add(address)
            link = f'<a class="named" href="{escape(address)}">{piece[name.start() : name.end()]}</a>'
            parts += [piece[done : name.start()], link]
            done = name.end()
        parts.append(piece[done:])
    return "".join(parts)


def _by_form(targets: Iterable[Target]) -> dict[str, str]:
    """Each form that means one target, as it is compared, with the target's address."""
    meant: dict[str, set[str]] = {}
    for target in targets:
        for form in target.forms:
            if compared := " ".join(_plain(form).split()):
                meant.setdefault(compared, set()).add(target.address)
    return {form: next(iter(addresses)) for form, addresses in meant.items() if len(addresses) == 1}


def _pattern(form: str) -> str:
    return _SPACE.join(re.escape(escape(word, quote=False)) for word in form.split())


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The HTML in pieces, each with whether names in it may be linked."""
    within, done = "", 0  # the element that is being passed over
    for tag in _TAG.finditer(html):
        if done < tag.start():
            yield html[done : tag.start()], not within
        yield tag[0], False
        done = tag.end()
        if within and tag["end"] and tag["name"] == within:
            within = ""
        elif not within and not tag["end"]:
            caption = tag["name"] == "p" and _CAPTION.search(tag["attributes"])
            within = tag["name"] if caption or tag["name"] == "a" or tag["name"] in _HEADINGS else ""
    yield html[done:], not within


def _plain(text: str) -> str:
    """The text without accents and with one kind of apostrophe, letter for letter in the same places."""
    if text.isascii():
        return text
    return "".join("'" if char in _APOSTROPHES else unicodedata.normalize("NFD", char)[0] for char in text)
