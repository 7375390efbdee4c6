"""Several mentions of one meeting become one, which knows what each of them says."""

from dataclasses import replace

from articles.reading.date_spans import DateSpan
from articles.reading.meeting_drafts import Draft, to_the_day
from articles.reading.meeting_words import MARGINS
from articles.reading.name_words import words
from articles.reading.places import Cities
from articles.reading.prose import Prose
from articles.reading.results import BlockKind
from articles.reading.tokens import fold

# Meetings that a later mention may go back to; no article names more.
_REMEMBERED = 100


def merged(drafts: list[Draft], cities: Cities) -> list[Draft]:
    found: list[Draft] = []
    for draft in drafts:
        if not draft.kind and not draft.refers and draft.sign.last - draft.sign.head > 2:
            draft = replace(draft, kind="other")  # "une réunion d'urgence à Paris": of no kind that has a name
        match = next(
            (
                place
                for place in range(len(found) - 1, max(-1, len(found) - _REMEMBERED), -1)
                if _same(found[place], draft, cities)
            ),
            None,
        )
        if match is None and draft.again and not draft.place:
            draft = _on_the_same_visit(draft, found)
        if match is not None:
            found[match] = _joined(found[match], draft)
        elif draft.kind and _says_something(draft):
            found.append(draft)
    return found


def _on_the_same_visit(draft: Draft, found: list[Draft]) -> Draft:
    """ "During his visit, Mr Rutte also met X": where those talks are that the text told last."""
    host = next((each for each in reversed(found) if each.kind == "bilateral"), None)
    if host is None or not draft.on_visit or not draft.parties & host.parties:
        return draft
    return replace(draft, place=host.place, abroad=host.abroad)


def _says_something(draft: Draft) -> bool:
    if draft.sign.implied and not draft.place:
        return False
    if draft.kind == "exercise" and draft.sign.bare:
        return bool(draft.place) or to_the_day(draft.date)
    if draft.kind == "bilateral" and draft.sign.bare:
        return bool(draft.place and draft.date)
    if draft.kind == "bilateral":
        return bool(draft.place or draft.date or draft.parties)
    if draft.kind == "summit":
        return bool(draft.place or draft.organiser or draft.date)
    if draft.kind == "other" and draft.sign.bare:
        return bool(draft.place) and to_the_day(draft.date)
    if draft.kind == "ministerial":
        return bool(draft.portfolio or draft.organiser or draft.place or draft.date)
    if draft.kind == "other":
        return bool(draft.place) or to_the_day(draft.date)
    return True


def _same(known: Draft, draft: Draft, cities: Cities) -> bool:
    """Whether a later mention can be of the meeting that is known, and has reason to be."""
    if draft.kind and draft.kind != known.kind:
        return False
    if known.kind == draft.kind == "bilateral" and not draft.refers:
        return _same_talks(known, draft, cities)
    if known.kind in ("bilateral", "exercise", "other") and not draft.refers:
        alike = fold(draft.label) == fold(known.label) or (known.kind == "exercise" and _same_name(draft, known))
        placed = bool(draft.place and known.place) and cities.same(draft.place, known.place)
        return draft.kind == known.kind and (alike or (known.kind == "other" and placed))
    if draft.portfolio and known.portfolio and draft.portfolio != known.portfolio:
        return False
    if draft.organiser and known.organiser and draft.organiser != known.organiser and not _akin(draft, known):
        return False
    if draft.place and known.place and not _compatible_places(draft.place, known.place, cities):
        return False
    if draft.date and known.date and not _may_be(draft.date, known.date):
        return False
    if not draft.kind:  # a bare "réunion" or "rencontre" says only that it is spoken of again
        return known.kind in ("ministerial", "committee", "summit", "bilateral") and draft.refers
    if draft.kind == "summit" and not draft.sign.bare:
        shared = bool(draft.place and known.place) or bool(
            draft.date and known.date and draft.date.first == known.date.first
        )
        month = draft.date.first.month if draft.date and not draft.date.first.day else 0
        if month and known.date and not draft.place:
            shared = shared or month == known.date.first.month  # "le sommet de juillet"
        plain = not draft.place and not draft.date and not draft.coming
        return shared or (plain and (not draft.organiser or draft.organiser == known.organiser))
    return True


def _same_name(a: Draft, b: Draft) -> bool:
    """ "l'exercice multinational « African Lion 2025 »" and "African Lion": what is capitalised in them."""
    names = sorted((_proper(a.label), _proper(b.label)), key=len)
    return bool(names[0]) and names[1][: len(names[0])] == names[0]


def _proper(label: str) -> list[str]:
    found = [fold(word.strip("«»“”\"'’")) for word in label.split() if word.strip("«»“”\"'’")[:1].isupper()]
    return found[1:] if found[:1] in (["exercice"], ["exercise"]) else found


def _same_talks(known: Draft, draft: Draft, cities: Cities) -> bool:
    """A visit and the talks held on it: one sentence, or the same persons, and no other town or day."""
    if draft.again and draft.sentence.first != known.sentence.first and not draft.parties <= known.parties:
        return False
    if (
        draft.place
        and known.place
        and not cities.same(draft.place, known.place)
        and not (known.abroad or draft.abroad)
    ):
        return False
    if draft.date and known.date and not _may_be(draft.date, known.date):
        return False
    if draft.sentence.first == known.sentence.first:
        return True
    shared = bool(draft.parties & known.parties)
    strangers = bool(draft.parties and known.parties) and not shared
    # "X visited Y. During his visit he met Z."
    near = draft.sentence.block - known.sentence.block <= (2 if draft.on_visit else 1)
    if (
        (draft.led_on or draft.on_visit)
        and known.sign.visit
        and near
        and not draft.again
        and not (draft.place or draft.date)
    ):
        return True
    if known.sign.visit and draft.parties and draft.parties <= known.parties and not (draft.place or draft.date):
        return True
    vague = not (draft.place or draft.date) or not (known.place or known.date)
    if vague and not strangers and draft.sentence.block - known.sentence.block <= 2:
        return True
    if shared:
        if len(draft.parties) == len(known.parties) == 2:
            return draft.parties == known.parties  # A received B, and then C
        return len(draft.parties | known.parties) <= 3
    return bool(draft.place and known.place) and not strangers


def _akin(a: Draft, b: Draft) -> bool:
    """The Alliance and its organs meet in one room; two committees do not."""
    return a.kind == b.kind == "committee" and not (a.sign.organiser and b.sign.organiser)


def _compatible_places(a: str, b: str, cities: Cities) -> bool:
    seats = ("siège", "headquarters", "siege")
    return cities.same(a, b) or a.lower().startswith(seats) or b.lower().startswith(seats)


def _may_be(a: DateSpan, b: DateSpan) -> bool:
    """Whether two dates can be days of one meeting: nothing that both state differs."""
    if (a.relative or b.relative) and a.start and b.start and a.end and b.end:
        return a.start.first <= b.end.last and b.start.first <= a.end.last
    if a.first.month and b.first.month and a.first.month != b.first.month:
        return a.last.month == b.first.month or b.last.month == a.first.month
    if a.first.year and b.first.year and a.first.year != b.first.year:
        return False
    if a.first.day and b.first.day:
        return a.first.day <= (b.last.day or b.first.day) and b.first.day <= (a.last.day or a.first.day)
    return True


def _joined(known: Draft, draft: Draft) -> Draft:
    seat = known.abroad or known.place.lower().startswith(("siège", "siege", "headquarters"))
    place = draft.place if draft.place and (not known.place or seat) else known.place
    date = known.date
    if draft.date and (
        date is None
        or (not to_the_day(date) and to_the_day(draft.date))
        or (not date.start and draft.date.start and to_the_day(date) <= to_the_day(draft.date))
    ):
        date = draft.date
    if known.kind == "bilateral" and draft.parties and not known.parties:
        # The text says more of the talks than its title did.
        known = replace(known, sign=draft.sign, span=draft.span, label=draft.label, sentence=draft.sentence)
    return replace(
        known,
        portfolio=known.portfolio or draft.portfolio,
        organiser=known.organiser or draft.organiser,
        parties=known.parties | draft.parties,
        abroad=known.abroad and (draft.abroad or not draft.place),
        place=place,
        date=date,
    )


def at_dateline(prose: Prose, drafts: list[Draft], dateline: str) -> list[Draft]:
    """A text sent from the town where ministers meet says so on top, and only there."""
    opening = {sentence.block for sentence in prose.sentences if sentence.kind is not BlockKind.TITLE}
    first = min(opening, default=0)
    near = sorted(opening)[:3]
    town = "-".join(part.title() for part in dateline.split("-")) if dateline.isupper() else dateline
    return [
        replace(draft, place=town)
        if (not draft.place or (draft.kind == "bilateral" and draft.place.lower().endswith("headquarters")))
        and (
            (draft.sentence.block <= first and draft.kind in ("ministerial", "summit", "committee"))
            or (draft.kind == "bilateral" and draft.parties and draft.sentence.block in near)
        )
        else draft
        for draft in drafts
    ]


def _where_the_others_meet(prose: Prose, draft: Draft, drafts: list[Draft]) -> Draft:
    """ "se réunira à Bruxelles, en marge de la réunion des ministres": both are in one place."""
    before = prose.tokens[max(draft.sentence.first, draft.sign.first - 4) : draft.sign.first]
    if draft.place or draft.kind == "bilateral" or MARGINS.isdisjoint(token.key for token in before):
        return draft
    hosts = [each for each in drafts if each.place and each.sentence.first == draft.sentence.first]
    return replace(draft, place=hosts[0].place) if len(hosts) == 1 else draft


_ALSO = words("outre marge occasion egalement aussi also margins sidelines")


def beside(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """A committee that meets "en outre" or "en marge" of a text's one other meeting meets where that one does."""
    drafts = [_where_the_others_meet(prose, draft, drafts) for draft in drafts]
    hosts = [draft for draft in drafts if draft.kind in ("ministerial", "summit") and draft.place]
    if len(hosts) != 1:
        return drafts
    found = []
    for draft in drafts:
        words = {token.key for token in prose.words(draft.sentence)}
        aside = draft.kind == "committee" and not draft.place and draft.date is None
        found.append(replace(draft, place=hosts[0].place) if aside and not words.isdisjoint(_ALSO) else draft)
    return found
