"""Words that are written nearly alike. No Django here."""

from itertools import pairwise

SHORTEST = 4  # letters of a word that can be called misspelled: shorter ones are all alike
_LONG = 9  # letters from which on two slips are likely still the same word


def slips_allowed(word: str) -> int:
    """How many letters of a word can be wrong, missing, too many or changed round, and the word still be meant."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < _LONG else 2


def distance(one: str, other: str, limit: int) -> int | None:
    """The number of slips between two words (letters changed, left out, added, or two changed round).

    None when there are more than `limit`.
    """
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:  # most words are told apart here
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for there, other_letter in enumerate(other, start=1):
            least = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != other_letter))
            if at > 1 and there > 1 and letter == other[there - 2] and one[at - 2] == other_letter:
                least = min(least, earlier[there - 2] + 1)
            row.append(least)
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None


def pieces(word: str) -> list[str]:
    """Parts of a word of which at least one stands unchanged in whatever it is a misspelling of, somewhere."""
    slips = slips_allowed(word)
    length = len(word) // (slips + 1)
    cuts = [at * length for at in range(slips + 1)] + [len(word)]
    return [word[start:end] for start, end in pairwise(cuts)]
