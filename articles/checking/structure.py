"""The order of subheadings, and whether links say where they lead. No Django here."""

import re
from collections.abc import Iterator

from articles.checking.words import Noticed, Place, Words, in_block

LONG_TEXT = 700  # words, from which a text without a subheading is hard to find one's way in
_SAYS_NOTHING = re.compile(
    r"(?:(?:merci\s+de\s+)?cliqu(?:ez|er)(?:\s+(?:sur\s+(?:ce|le)\s+lien|ici))?|ici(?:\s+même)?|là|par\s+ici"
    r"|(?:lire|voir|en\s+(?:lire|savoir|voir))(?:\s+(?:plus|la\s+suite|ici|davantage))?|la\s+suite|plus(?:\s+d[’']infos?)?"
    r"|(?:via\s+)?(?:ce|le|sur\s+ce)\s+lien(?:\s+ci-dessous)?|liens?|suivez\s+le\s+lien|article|page|site|pdf"
    r"|(?:please\s+)?click(?:\s+(?:here|(?:on\s+)?this\s+link))?|here|(?:read|learn|see|find\s+out)\s+more(?:\s+here)?"
    r"|more|(?:this|the)\s+(?:link|page|article)|links?|continue(?:\s+reading)?|details)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SIGNS = ' \t\u00a0\u202f.…!:;,()[]«»"“”<>→»›-–—'


def headings(words: Words) -> Iterator[Noticed]:
    """A level that is passed over, a subheading without words or without text below it, a long text without any."""
    skipped: list[Place] = []
    empty: list[Place] = []
    alone: list[Place] = []
    above = 1
    blocks = words.blocks
    for at, block in enumerate(blocks):
        if not block.level:
            continue
        if not block.text.strip():
            empty.append(in_block(block))
            continue
        if block.level > above + 1:
            skipped.append(in_block(block))
        above = block.level
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if below is None or 0 < below.level <= block.level:
            alone.append(in_block(block))
    for said, places in (("skipped", skipped), ("empty", empty), ("alone", alone)):
        if places:
            yield Noticed("headings", said, {"count": len(places)}, tuple(places))
    if words.count >= LONG_TEXT and not any(block.level for block in blocks):
        yield Noticed("headings", "none", {"words": words.count})


def link_texts(words: Words) -> Iterator[Noticed]:
    """Links whose words say nothing of where they lead: "cliquez ici", a bare address, nothing at all."""
    vague: list[Place] = []
    bare: list[Place] = []
    for block in words.blocks:
        for link in block.links:
            said = link.span.of(block.text).strip(_SIGNS)
            if not said or _SAYS_NOTHING.fullmatch(said):
                vague.append(in_block(block, link.span if link.span.start < link.span.end else None))
            elif _ADDRESS.fullmatch(said):
                bare.append(in_block(block, link.span))
    for said_of, places in (("vague", vague), ("bare", bare)):
        if places:
            yield Noticed("link-texts", said_of, {"count": len(places)}, tuple(places))
