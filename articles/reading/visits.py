"""Official visits, and calls on somebody: journeys that the press tells as meetings."""

from articles.reading.meeting_words import ANAPHORA, OFFICIAL_VISIT, TRAVELS, VISITS
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.other_sides import SIDES, STOPS, other_side, with_auxiliary
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, clause_before, label_end
from articles.reading.tokens import Token

_IS = words("est sont sera seront etait etaient")
_TO = words("a al au aux en to in nach")
_WILL = words("will would due set expected scheduled plans")
_VISITING = words("visited visits visit visitera visite")
_OF = words("de du d' of by")
_ARTICLES = words("la le l' the")
_CALLS = words("visite deplacement visit trip")
_VISITORS = SIDES - words("responsable dirigeant representant")  # said again of somebody named before
_PRONOUNS = words("il elle he she")
_DURING = words(
    "lors cours occasion pendant during prevoit entame entamera entamait prepare"
    " veille avant before effectue effectuera effectuait paid pays pay paying"
)
_MAKES = words("effectue effectuent effectuera effectueront effectuait")  # "a effectué du 10 au 14 mars une visite"
_PAYS = 12  # words
_OFTEN = words("fois twice times souvent regulierement often regularly rarement")
_LASTING = words("jours jour days day heures")  # "une visite de deux jours"
_OPENED = 20  # words from a journey that opens a sentence to who makes it
_TELLING = OFFICIAL_VISIT | _LASTING


def visit_at(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """An official visit: "en visite officielle à Alger", "X s'est rendu à Varsovie", "X visited Tunis"."""
    tokens = prose.tokens
    key = tokens[index].key
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    somebody = any(
        place in people or tokens[place].key in SIDES or (place == sentence.first and tokens[place].key in _PRONOUNS)
        for place in clause_before(index, sentence)
    )
    if key in TRAVELS and index + 1 < sentence.last and tokens[index + 1].key == "visite":
        return _call_on(tokens, index, sentence, people) if somebody else None
    will_visit = key == "visit" and sentence.language == "en" and not _WILL.isdisjoint(before)
    if will_visit and somebody and before[-1] in ("to", "will", "would", "also"):
        end = _destination(tokens, index, sentence, owners)
        return Sign("bilateral", index, end, head=index, visit=True) if end else None
    if key in TRAVELS and not (
        key in VISITS and before[-1:] in (["en"], ["on"], ["une"], ["a"], ["de"], ["official"])
    ):
        if not _OFTEN.isdisjoint(token.key for token in tokens[index + 1 : min(index + 4, sentence.last)]):
            return None  # "s'est rendu deux fois à Bruxelles": no one visit
        goes = key.startswith(("visit", "travel", "flew")) or not {"s'", "se"}.isdisjoint(before)
        expected = key.startswith("attendu") and not _IS.isdisjoint(before)
        if not somebody or not (goes or expected):
            return None
    else:
        near = {token.key for token in tokens[max(sentence.first, index - 3) : min(sentence.last, index + 5)]}
        named = any(place in people for place in range(index, min(sentence.last, index + 8)))
        named = named or _made_by(tokens, index, sentence, people)
        # "À la veille de sa visite à Varsovie, le ministre X"
        owned = before[-1:] in (
            ["sa"],
            ["his"],
            ["her"],
        ) and any(place in people for place in range(index, min(sentence.last, index + _OPENED)))
        during = (somebody or owned) and not _DURING.isdisjoint(before)
        during = during or (somebody and before[-2:] == ["zu", "einem"])  # "zu einem Besuch in Litauen eingetroffen"
        earlier = tokens[max(sentence.first, index - _PAYS) : index]
        during = during or (somebody and any(token.key in _MAKES for token in earlier))
        if "forward" in before:
            return None  # "looked forward to a visit"
        if end := _visitor_to(tokens, index, sentence, people):
            return Sign("bilateral", index, end, head=index, visit=True)
        if not (near & OFFICIAL_VISIT or near & _LASTING or before[-1:] in (["en"], ["on"]) or named or during):
            return None
    end = _destination(tokens, index, sentence, owners)
    if end:
        return Sign("bilateral", with_auxiliary(tokens, index, sentence), end, head=index, visit=True)
    if key in VISITS and not _TELLING.isdisjoint(
        token.key for token in tokens[max(sentence.first, index - 3) : index + 5]
    ):
        return Sign("bilateral", index, label_end(tokens, index + 1, sentence), head=index, visit=True)
    return None


def _call_on(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign:
    """ "Le roi rendra visite au détachement": to a person it is talks, to others a visit."""
    end = other_side(tokens, index + 2, sentence, people)
    if end:
        return Sign("bilateral", with_auxiliary(tokens, index, sentence), end, head=index)
    last = label_end(tokens, index + 2, sentence)
    return Sign("other", with_auxiliary(tokens, index, sentence), max(last, index + 2), head=index)


def _made_by(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> bool:
    """ "a visit to Brussels, earlier this year, by the President of X": whether it is said behind who makes it."""
    for place in range(index + 1, min(index + _PAYS, sentence.last - 3)):
        if tokens[place].word in STOPS:
            return False
        if tokens[place].key == "by":
            return any(p in people or tokens[p].key in _VISITORS for p in range(place + 1, place + 4))
    return False


def _visitor_to(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> int:
    """ "la visite du secrétaire général de l'OTAN à Kiev": the index after the destination that stands behind the
    visitor, else 0."""
    if index + 2 >= sentence.last or tokens[index + 1].key not in _OF or tokens[index].key not in _CALLS:
        return 0
    if index > sentence.first and tokens[index - 1].key in ANAPHORA - _ARTICLES:
        return 0  # "cette visite du ministre au Maroc" was told before
    visitor = next((p for p in range(index + 2, min(index + 5, sentence.last)) if p in people), 0)
    place = people[visitor] if visitor else index + 3 if tokens[index + 2].key in _VISITORS else 0
    for end in range(place, min(place + 9, sentence.last - 1)) if place else ():
        if tokens[end].word in STOPS or tokens[end].word == ",":
            return 0
        if tokens[end].word in ("à", "À", "to") and tokens[end + 1].case:
            return end + 2
    return 0


def _destination(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """The index after the town or country that the journey goes to, else 0."""
    for end in range(index + 1, min(index + 16, sentence.last)):
        token = tokens[end]
        if token.word in STOPS or token.word == ",":
            return 0
        before = tokens[end - 1]
        direct = end == index + 1 and tokens[index].key in _VISITING
        to = before.key in _TO and not (before.key == "a" and sentence.language == "en")
        if token.case and (direct or to or (before.key in ("la", "l'", "the") and end - index > 2)):
            last = end + 1
            while last < sentence.last and not sentence.capitals and (tokens[last].case or tokens[last].hyphen):
                last += 1
            return last
    return 0
