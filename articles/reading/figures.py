"""Figures of books and games, and bearers of an official's name, in texts about arts and pastimes."""

from dataclasses import replace

from articles.reading.directory import Directory
from articles.reading.name_words import words
from articles.reading.names import NameMentions
from articles.reading.offices import Office
from articles.reading.prose import Prose
from articles.reading.shared_offices import Sighting
from articles.reading.subjects import is_leisure

_FIGURES = words(
    "president presidente roi reine prince princesse sultan emir empereur general colonel capitaine commandant"
    " lieutenant major marechal amiral sergent king queen captain admiral marshal commander sergeant rey reina"
    " capitan coronel re regina capitano colonnello konig konigin kapitan oberst"
)


def without_namesakes(
    prose: Prose, sightings: list[Sighting], mentions: NameMentions, directory: Directory
) -> list[Sighting]:
    """Of a text about an art or a pastime: figures such as King Arthur hold no office, and whom only an official's
    name tells is that official beside the country or organisation alone. A decorator may be called as a minister is.
    """
    bare = [s for s in sightings if s.key and s.office is None]
    played = any(_may_be_played(s) for s in sightings)
    if not (bare or played) or not is_leisure(prose):
        return sightings
    if played:
        sightings = [replace(s, office=_unheld(s.office)) if _may_be_played(s) else s for s in sightings]
    named = {m.code for m in mentions.countries} | {m.key for m in mentions.organisations}
    strangers = {
        key
        for key in {s.key for s in bare}
        if named.isdisjoint(directory.owners_of(key)) and all(s.office is None for s in sightings if s.key == key)
    }
    return [replace(s, key="", rule="") if s.key in strangers else s for s in sightings]


def _may_be_played(sighting: Sighting) -> bool:
    """Whether the post is a bare title that books and games give their figures, of no country and no body."""
    office = sighting.office
    if office is None or sighting.key or office.country or office.organisation:
        return False
    return office.last - office.first <= 1 and office.head in _FIGURES


def _unheld(office: Office | None) -> Office | None:
    return replace(office, public=None) if office is not None else None
