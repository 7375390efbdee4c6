"""What the words of a post say: whose it is, whether it is public, whether it is held."""

from dataclasses import dataclass
from itertools import pairwise

from articles.reading.name_words import words
from articles.reading.office_bounds import SERVICES
from articles.reading.office_words import (
    ACTING,
    COLLEAGUES,
    COUNTERPARTS,
    DESIGNATED,
    FORMER,
    LATE,
    MEMBERS,
    MEMBERS_OF,
    MILITARY,
    OPEN_HEADS,
    PRIVATE_HEADS,
    PRIVATE_WORDS,
    PUBLIC_HEADS,
    PUBLIC_WORDS,
)
from articles.reading.prose import Prose, Sentence
from articles.reading.results import CountryMention, OrganisationMention, Span
from articles.reading.tokens import Token

_BOARDS = {("conseil", "administration"), ("conseil", "surveillance"), ("board", "of"), ("chambre", "commerce")}
_PRESIDENTS = words("president presidente presidenta prasident prasidentin")
_SECRETARIES = words("secretaire secretary")
_INTERNATIONAL = words("international internationale")
_ORGANISATION = words("organisation organization")
_POSSESSIVES = words("son sa leur its their su sein seine ihr suo sua")
_BEFORE_ROLES = words("le la l' les du de d' des un une the a an of as jeune vieux young old")
_PLAYING = words(
    "joue jouait jouera jouant incarne incarnait incarnera incarnant interprete interpretait campe campait role roles"
    " personnage personnages plays played playing portrays portrayed portraying character characters impersonates"
    " fictif fictive fictional parodie parodiait imite imitait interpreta interpreto interpretando papel ruolo"
)
_BODY_REACH = 40  # tokens, about a sentence back
_DEPARTMENTS = words(
    "principal development environment health education trade energy culture transport commerce labour labor treasury"
)
_MEDIATORS = words("mediateur mediatrice ombudsman")


@dataclass(frozen=True, slots=True)
class Office:
    """A post as worded. `public`: True, False, or None when the words alone cannot tell (a bare "chef")."""

    title: str
    span: Span
    first: int
    last: int
    head: str
    public: bool | None
    standing: str
    country: str = ""
    organisation: str = ""
    rank: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """The countries and organisations named in the text by the index of the token where they begin."""

    countries: dict[int, CountryMention]
    organisations: dict[int, OrganisationMention]
    ends: dict[int, int]  # of the organisations' names: the token after the last
    masked: frozenset[int]


_DEPUTIES = words("deputy assistant - adjoint adjointe delegue deleguee sous")


def office_of(
    prose: Prose,
    first: int,
    last: int,
    head: int,
    sentence: Sentence,
    owners: Owners,
    *,
    rank: bool = False,
    head_key: str = "",
) -> Office:
    """The post written at `tokens[first:last]`. `head_key`: the singular, where its head stands in the plural."""
    tokens = prose.tokens
    key = head_key or tokens[head].key
    while last > head + 1 and (
        tokens[last - 1].word in ",-–("
        or tokens[last - 1].key in ("'s", "le", "la", "the")
        or (tokens[last - 1].word == "." and tokens[last - 2].length > 4)  # "chef d'état-major." ends its sentence
    ):
        last -= 1
    span = prose.span(first, last)
    played = _is_played(tokens, first, sentence)
    masked = owners.masked
    keys = [key if place == head else tokens[place].key for place in range(first, last)]
    if first < head and tokens[first].key in SERVICES:
        key = (
            "commissaire" if tokens[first].key != "ministre" else "ministre"
        )  # an officer's service, a minister's post
    country, organisation = _owner(tokens, range(first, last), owners)
    if sentence.language == "en" and not country and not organisation:
        country, organisation = _owner(tokens, range(max(sentence.first, first - 3), first), owners)
    return Office(
        title=" ".join(span.of(prose.text).split()),
        span=span,
        first=first,
        last=last,
        head=key,
        public=(
            False
            if played
            else True
            if key == "rep" and tokens[head].word == "Rep"
            else _kind_of_body(tokens, first, masked)
            if (key in _PRESIDENTS and last - first == 1 and _refers_back(tokens, first))
            or (
                key in _SECRETARIES
                and [k for k in keys if k not in _DEPUTIES] in ([key, "general"], [key, "generale"])
            )
            else _is_public(
                keys,
                key,
                any(place in masked for place in range(first, last)),
                [tokens[place].key for place in range(first, last) if place not in masked],
            )
        ),
        standing=_standing(tokens, first, last, sentence),
        country=country,
        organisation=organisation,
        rank=rank,
    )


def _is_played(tokens: list[Token], first: int, sentence: Sentence) -> bool:
    """ "Il incarne le Premier ministre X", "dans le rôle du président X", "the fictional president X"."""
    place = first - 1
    while place >= sentence.first and tokens[place].key in _BEFORE_ROLES:
        place -= 1
    return place >= sentence.first and tokens[place].key in _PLAYING


def _owner(tokens: list[Token], places: range, owners: Owners) -> tuple[str, str]:
    """Whose post it is: "ambassadeur de Russie au Mali" is Russia's, "envoyé pour la Libye" is nobody's here."""
    country = ""
    named = [owners.organisations[place] for place in places if place in owners.organisations]
    for place in places:
        inside = any(m.span.holds(owners.countries[place].span) for m in named) if place in owners.countries else True
        if not inside and not _is_field(tokens, place, places.start):
            country = owners.countries[place].code
            break
    organisation = next((owners.organisations[i].key for i in places if i in owners.organisations), "")
    return country, "" if country else organisation


def _is_field(tokens: list[Token], place: int, floor: int) -> bool:
    """Whether a country is only what the post deals with, or where it is."""
    before = place - 1
    while before >= floor and tokens[before].key in ("la", "le", "l'", "les", "the"):
        before -= 1
    if before >= floor and tokens[before].key in ("en", "au", "aux", "a", "to", "in", "sur", "on"):
        return True
    return any(token.key in ("pour", "for") for token in tokens[floor:place])


def _is_public(keys: list[str], head: str, owned: bool, own: list[str]) -> bool | None:
    """`own`: the words besides those of countries and organisations ("à la Maison-Blanche" is no "maison")."""
    if head in PRIVATE_HEADS:
        return False
    if head in PUBLIC_HEADS or head in MILITARY:
        return True
    if head not in OPEN_HEADS and head not in COUNTERPARTS:
        return None
    rest = [key for key in keys if key != head]
    if head in MEMBERS:
        if "ranking" in rest:
            return True  # of a parliament's committee
        return True if not MEMBERS_OF.isdisjoint(rest) and PRIVATE_WORDS.isdisjoint(rest) else None
    if not PRIVATE_WORDS.isdisjoint(own):
        return False
    if any(pair in _BOARDS for pair in pairwise(key for key in rest if key not in ("d'", "de"))):
        return False
    if (owned and head not in COLLEAGUES) or not PUBLIC_WORDS.isdisjoint(rest):
        return True
    if head.startswith("secretaire") and "sous" in rest:
        return True
    if any(key.startswith("command") for key in keys) and ("chief" in keys or "chef" in keys):
        return True  # "commander-in-chief"
    if head in _MEDIATORS:
        return True
    if head == "secretary" and not _DEPARTMENTS.isdisjoint(rest):
        return True  # "International Development Secretary"
    if not _INTERNATIONAL.isdisjoint(rest) and not _ORGANISATION.isdisjoint(rest):
        return True
    if head in _PRESIDENTS and "exercice" in rest:
        return True  # "le président en exercice de l'Union africaine"
    return True if head in _PRESIDENTS and len(rest) <= 1 else None


def _refers_back(tokens: list[Token], first: int) -> bool:
    """ "Son président", "dont le président": of a body that was named before."""
    before = [token.key for token in tokens[max(0, first - 2) : first]]
    return before[-1:] != [] and (before[-1] in _POSSESSIVES or before[0] in ("dont", "whose"))


def _kind_of_body(tokens: list[Token], first: int, masked: frozenset[int]) -> bool | None:
    """Whether the body named last before `first` is a public one: its nearest word that tells."""
    for place in range(first - 1, max(-1, first - _BODY_REACH), -1):
        if tokens[place].key in PRIVATE_WORDS:
            return False
        if place in masked or tokens[place].key in PUBLIC_WORDS:
            return True
    return None


def _standing(tokens: list[Token], first: int, last: int, sentence: Sentence) -> str:
    around = [token.key for token in tokens[max(sentence.first, first - 3) : first]]
    near: list[str] = []
    for key in reversed(around):
        if key in (",", ".", "(", ")", "et", "and", ";", ":"):
            break
        near.append(key)
    inside = [token.key for token in tokens[first:last]]
    close = inside[:2] + inside[-3:] + near[:3]
    if not LATE.isdisjoint(close):
        return "late"
    following = [token.key for token in tokens[last : min(sentence.last, last + 3)]]
    if "epoque" in inside[-3:] or following in (["at", "the", "time"], ["a", "l'", "epoque"]):
        return "former"  # "secrétaire d'État américaine à l'époque"
    if not FORMER.isdisjoint((*inside[:2], *near)):
        return "former"
    if not ACTING.isdisjoint(close):
        return "acting"
    if not DESIGNATED.isdisjoint(close):
        return "designated"
    return "in office"
