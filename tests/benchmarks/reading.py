"""How fast texts are read, and how the time grows with them: python -m tests.benchmarks.reading [--texts 200].

Processor seconds of the reading alone, the names of the registry already loaded; no database.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from itertools import cycle, islice

from articles.reading import Unreadable, read
from articles.reading.decode import MAX_CHARACTERS, MAX_LINES
from articles.reading.layout import lay_out
from articles.reading.names import find_names
from articles.reading.people import find_people
from articles.reading.prose import prose_of
from partners.names import Names
from partners.registry import names_of, read_tables
from tests.benchmarks.material import count_of, many_names, wires
from tests.growth import cost

WORDS, NAMES = 700, 20_000
GOAL = 250  # texts a second
LIMIT_SECONDS, LIMIT_MEGABYTES = 2, 512

# For each field the lines that make it work hardest, to be repeated.
FIELDS = {
    "titles": "Un titre de sept mots pour voir\n\n",
    "bylines": "Par Jean Dupont, à Bruxelles (avec AFP)\n",
    "dates": "Mis à jour le 12 juin 2024 à 14h05, puis jeudi 4 et vendredi 5 avril. ",
    "captions": "Photo : le ministre à Riga, le 3 mai 2024 (© AFP / Jean Dupont)\n",
    "subheadings": "Un sous-titre\n\nLes ministres des pays alliés se sont réunis jeudi à Bruxelles pour parler.\n\n",
    "quotes": "« Nous devons faire bien davantage », a dit Jean Dupont, ministre. ",
    "people": "Le ministre malien de la Défense, Karim Alaoui, a reçu Mark Rutte. ",
    "meetings": "Le sommet de Lomé le 5 mai 2024, puis la réunion des ministres de la Défense de l’OTAN à Riga. ",
    "names": "La France, l’Allemagne, Paris, Washington et l’OTAN ont rejeté l’offre de Moscou. ",
    "briefs": "Write an article in French with two subheadings, SEO friendly, 700 words.\n",
}
HOSTILE = {
    "one line": "Les ministres de la Défense se sont réunis jeudi à Bruxelles ",
    "short lines": "a\n",
    "no lines": "x\n\n",
    "open marks": "« ",
    "nested marks": "« “ ‘",
    "straight marks": '"',
    "brackets": "([",
    "digits": "1",
    "numbers": "12 ",
    "dates": "4 avril 2024, ",
    "days": "4 et ",
    "capitals": "OTAN ONU ",
    "names in capitals": "Jean Dupont ",
    "initials": "A. B. ",
    "posts": "Le ministre ",
    "known names": "Jens Stoltenberg, ",
    "cities": "Paris, Berlin, ",
    "peoples": "français ",
    "bullets": "• ",
    "list": "- a\n",
    "one word": "a",
    "hyphens": "Jean-",
    "combining marks": "e\u0301\u0327",
    "nothing seen": "\u200b\u00ad",
    "spaces": "\u00a0 ",
    "full stops": ". ",
    "date lines": "12 juin 2024\n",
    "bylines": "Par Jean Dupont\n",
    "credits": "(© AFP / ",
    "meetings": "la réunion de ",
    "speech": "selon lui, a déclaré ",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=200)
    options = parser.parse_args()
    names = many_names(names_of(read_tables()), NAMES)
    speed(names, options.texts)
    growth(names)
    hostile(names)


def speed(names: Names, count: int) -> None:
    texts = [text.encode() for text in wires(count, WORDS)]
    read(texts[0], names)  # builds what is kept for a registry
    seconds = cost(lambda: [read(text, names) for text in texts], tries=3)
    rate = count / seconds
    print(f"{rate:.0f} texts of {WORDS} words a second, {count_of(names):,} names: {rate / GOAL:.0%} of {GOAL}")


def growth(names: Names) -> None:
    """Seconds for n, 2n and 4n lines or sentences of each kind, and what each doubling costs."""
    for field, piece in FIELDS.items():
        small, middle, large = (cost(_whole(piece * times, names), tries=2) for times in (200, 400, 800))
        print(f"{field:<20}{small:>8.3f}{middle:>8.3f}{large:>8.3f} s  ×{middle / small:.2f} ×{large / middle:.2f}")
    text = next(wires(1, 4 * WORDS))
    for step, work in _steps(names).items():
        small, middle, large = (cost(work(text * times), tries=2) for times in (1, 2, 4))
        print(f"{step:<20}{small:>8.3f}{middle:>8.3f}{large:>8.3f} s  ×{middle / small:.2f} ×{large / middle:.2f}")


def _whole(text: str, names: Names) -> Callable[[], object]:
    return lambda: read(text.encode(), names)


def _steps(names: Names) -> dict[str, Callable[[str], Callable[[], object]]]:
    def prose(text: str):
        return prose_of(text, lay_out(text, language="fr", names=names).blocks, "fr")

    def people(text: str):
        held = prose(text)
        mentions = find_names(held, names)
        return lambda: find_people(held, names, mentions)

    def countries(text: str):
        held = prose(text)
        return lambda: find_names(held, names)

    return {
        "step: layout": lambda text: lambda: lay_out(text, language="fr", names=names),
        "step: names": countries,
        "step: people": people,
    }


def hostile(names: Names) -> None:
    """The longest texts that are read, each of one thing alone: seconds, and the most memory at a time."""
    for kind, piece in HOSTILE.items():
        text = "".join(islice(cycle(piece), MAX_CHARACTERS - 1))
        lines = text.splitlines(keepends=True)
        data = ("A" + "".join(lines[: MAX_LINES - 1])).encode()
        began = time.process_time()
        try:
            read(data, names)
            refused = ""
        except Unreadable as refusal:
            refused = f"  refused: {refusal}"
        seconds = time.process_time() - began
        tracemalloc.start()
        with suppress(Unreadable):
            read(data, names)
        megabytes = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        over = "  TOO MUCH" if seconds > LIMIT_SECONDS or megabytes > LIMIT_MEGABYTES else ""
        print(f"{kind:<20}{seconds:>8.2f} s{megabytes:>8.0f} MB{over}{refused}")


if __name__ == "__main__":
    main()
