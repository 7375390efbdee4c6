"""A title for a text that has none: its first sentence, cut where a clause or a word group ends."""

import re

from articles.reading.prose import Prose
from articles.reading.results import BlockKind, Found, Span

LONGEST = 110
_SHORTEST = 25

_WORD_END = re.compile(r"(?<=[^\s,;:–—(«“])(?=\s|[,;:–—]|[.!?…]+$|$)")
_LAST_WORD = re.compile(r"(?:.*[\s’'])?(\S+?)[’']?$", re.DOTALL)
_NEXT_WORD = re.compile(r"\s*([,;:–—(«“]|[\w’'-]+)")


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# A title never ends on one of these, and reads best when it ends before one.
_LINKING = _words(
    """
    de du des d à au aux en dans par pour sur sous avec sans chez vers entre contre depuis pendant selon lors dès
    et ou où mais donc or ni car que qui qu dont lequel laquelle lesquels comme quand lorsque si afin
    of to in on at by for with from into over under between against since during about as after before
    and but that which who whose whom while when where if because than
    del al con sin sobre y e o para desde hasta según
    """
)
_HELD = _LINKING | _words(
    """
    le la les l un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes quelques plusieurs
    plus très
    n ne se s a ont est sont été être avoir avait ayant va vont peut doit sera deux trois m mm mme dr gén
    the an this that these those its his her their our your is are was were be been has have had will would not more
    very el los las lo una su sus es son ha han fue nouveau nouvelle nouveaux nouvelles new premier première
    grand grande
    mr mrs gen
    """
)
_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|va|vont|peut|peuvent|doit|doivent|fait|font|\w{2,}(?:era|eront|erait|eraient|aient|ait|èrent)|"
    r"\w{3,}(?<!m)(?<!ég)ent|se\s+\w+|"
    r"is|are|was|were|has|have|had|will|would|can|could|may|must|said|says|met|meets|\w{3,}ed|"
    r"es|son|fue|han|ha|será|\w{3,}(?:aron|ieron|ará|arán|irá|irán|erá|erán))\b"
)
# "C'est à Bruxelles que les ministres se réunissent": the news begins after "que".
_CLEFT = re.compile(r"(?:c[’']est|ce\s+sont)\s[^.!?«“]{3,100}?\squ(?:e\s+|[’'](?=\w))(?=\w)", re.IGNORECASE)
_OF = _words("de du des d of del")
_OPEN = {"«": "»", "“": "”", "(": ")", "[": "]"}


def title_from(prose: Prose) -> Found | None:
    """A title from the first sentence of running text that gives one; None where none does."""
    for sentence in prose.sentences:
        if sentence.kind in {BlockKind.STANDFIRST, BlockKind.PARAGRAPH}:
            return propose_title(prose.text, sentence.span)
    return None


def propose_title(text: str, sentence: Span) -> Found | None:
    """The sentence itself, or its best beginning of at most `LONGEST` characters: words of the text as they stand.

    It is cut between words: at a clause rather than inside one, before a linking word rather than after, outside
    quotation marks and brackets, after a verb where the sentence has one by then. A sentence that is too long and
    opens with "C'est … que" begins after it, with a capital; the span holds the words as they stand.
    """
    if len(sentence.of(text)) > LONGEST and (cleft := _CLEFT.match(sentence.of(text))):
        rest = propose_title(text, Span(sentence.start + cleft.end(), sentence.end))
        if rest is not None:
            return Found(rest.value[0].upper() + rest.value[1:], rest.span)
    words = sentence.of(text)
    trimmed = words.rstrip(" \t\r\n.…,;:")
    if not trimmed:
        return None
    if len(trimmed) <= LONGEST:
        return Found(_on_one_line(trimmed), Span(sentence.start, sentence.start + len(trimmed)))
    best, best_score = 0, -1.0
    reach = words[: LONGEST + 40]
    for found in _WORD_END.finditer(reach):
        cut = found.start()
        if cut > LONGEST:
            break
        score = _score(reach, cut)
        if score > best_score:
            best, best_score = cut, score
    if not best:
        return None
    return Found(_on_one_line(words[:best]), Span(sentence.start, sentence.start + best))


def _on_one_line(words: str) -> str:
    """A hard-wrapped sentence on one line; other white space, such as a non-breaking one, stays."""
    return re.sub(r"[ \t]*(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*", " ", words)


def _score(words: str, cut: int) -> float:
    """How well a title ends there; negative where it must not."""
    head = words[:cut]
    if not _closed(head):
        return -1.0
    last = _LAST_WORD.match(head)
    if last is None or last[1].lower().rstrip(".") in _HELD or head.endswith(("’", "'", "-")):
        return -1.0
    after = _NEXT_WORD.match(words, cut)
    next_word = after[1].lower() if after else ""
    finite = _FINITE.search(head) is not None
    score = cut / LONGEST + (0.6 if finite else 0.0)
    if cut < _SHORTEST:
        score -= 0.8
    if next_word in {",", ";", ":", "–", "—"} or not after:
        score += 0.7 if finite else 0.5
    elif next_word in _OF or re.split("[’']", next_word)[0] in _OF:
        score += 0.1  # a noun without its complement says less
    elif next_word in _LINKING or re.split("[’']", next_word)[0] in _LINKING:
        score += 0.25
    return max(score, 0.0)


def _closed(head: str) -> bool:
    return all(head.count(mark) == head.count(closing) for mark, closing in _OPEN.items()) and head.count('"') % 2 == 0
