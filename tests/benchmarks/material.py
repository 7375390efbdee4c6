"""What benchmarks read: texts of a given length made of the labelled ones, and a registry of many names."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from partners.dates import PartialDate
from partners.names import (
    Form,
    MeetingNames,
    Names,
    OfficeNames,
    OfficialNames,
    OrganisationNames,
    Surface,
    TenureNames,
)

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "texts").glob("*.txt"))]
_STEMS = ("Bar", "Cor", "Del", "Fal", "Gor", "Hal", "Jan", "Kor", "Lam", "Mar", "Nor", "Pel", "Sal", "Tor", "Zel")
_ENDS = (
    "an",
    "bach",
    "dic",
    "elli",
    "enko",
    "ez",
    "gaard",
    "ian",
    "ic",
    "mann",
    "ois",
    "ov",
    "rud",
    "ski",
    "son",
    "ulu",
)
_GIVEN = ("Anna", "Boris", "Claire", "David", "Elena", "Farid", "Greta", "Hugo", "Inès", "Jonas", "Karim", "Petra")
_FIELDS = ("Défense", "Sécurité", "Énergie", "Climat", "Frontières", "Santé", "Océans", "Espace", "Transports")


def wires(count: int, words: int, *, seed: int = 7) -> Iterator[str]:
    """Texts of about that many words: a labelled text each, then paragraphs of others."""
    chance = random.Random(seed)
    held = [path.read_bytes().decode("utf-8", errors="replace") for path in TEXTS]
    paragraphs = [line for text in held for line in text.splitlines() if len(line.split()) >= 20]
    for _, text in zip(range(count), cycle(held), strict=False):
        length = len(text.split())
        more = []
        while length < words:
            more.append(chance.choice(paragraphs))
            length += len(more[-1].split())
        yield "\n\n".join([text.rstrip(), *more]) + "\n"


def many_names(names: Names, total: int) -> Names:
    """The registry with invented entries beside its own, until it holds `total` names."""
    missing = total - count_of(names)
    families = [f"{stem}{middle}{end}" for stem in _STEMS for middle in "aeiou" for end in _ENDS]
    chance = random.Random(7)
    officials, organisations, offices, meetings = [], [], [], []
    codes = [country.code for country in names.countries]
    for number in range(missing):
        family, code = families[number % len(families)], codes[number % len(codes)]
        match number % 10:
            case 0:
                text = f"Institut {family} pour la {chance.choice(_FIELDS)} {number}"
                organisations.append(OrganisationNames(f"o{number}", text, text, (Surface(text, Form.NAME),)))
            case 1:
                text = f"Directeur du Bureau {family} {number}"
                offices.append(OfficeNames(f"p{number}", (Surface(text, Form.NAME),), country=code))
            case 2:
                day = PartialDate(1990 + number % 35, 1 + number % 12, 1 + number % 28)
                text = f"Sommet de {family} {number}"
                meetings.append(
                    MeetingNames(
                        f"m{number}", "summit", "", (Surface(text, Form.NAME),), "", (family,), code, day, day
                    )
                )
            case _:
                name = f"{_GIVEN[number // len(families) % len(_GIVEN)]} {family}"
                office = names.offices[number % len(names.offices)].key
                tenure = TenureNames(office, PartialDate(1990 + number % 35), PartialDate(1994 + number % 35))
                officials.append(OfficialNames(f"q{number}", name, (), code, (tenure,)))
    return replace(
        names,
        organisations=(*names.organisations, *organisations),
        offices=(*names.offices, *offices),
        officials=(*names.officials, *officials),
        meetings=(*names.meetings, *meetings),
    )


def count_of(names: Names) -> int:
    """How many names the registry's entries have in all."""
    listed = (*names.countries, *names.organisations)
    titled = (*names.offices, *names.meetings)
    return (
        sum(len(entry.surfaces) for entry in listed)
        + sum(len(entry.titles) for entry in titled)
        + sum(1 + len(official.other_names) for official in names.officials)
    )
