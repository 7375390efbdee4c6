"""How easily a French text is read, by the formula of Kandel and Moles. No Django here.

    207 − 1.015 × words per sentence − 73.6 × syllables per word

It is Flesch's reading ease set to French: Liliane Kandel and Abraham Moles, "Application de l'indice de Flesch à la
langue française", Cahiers d'études de radio-télévision 19 (1958), pp. 253–274. About 100 is very easy; press texts
lie between 30 and 60; below 30 only specialists read on. It says nothing of a few sentences, nor of other languages.

Syllables are counted as French is read aloud, without the last mute e: a group of vowels is one, but for an é or a
vowel with a diaeresis, which parts from the vowel beside it (réunion: ré-u-nion), for oo and oè (coopérer, poète),
and for y between vowels (royal: roi-ial). What has no vowel, and each figure of a number, counts as one.
"""

import re
from functools import lru_cache

FEWEST_WORDS = 100  # of which the formula says something: Flesch counted in samples of a hundred

_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéèêy])")
_VOWEL_BETWEEN = re.compile(r"(?<=[aeiouâàéèêëîïôûùüœæ])y(?=[aeiouâàéèêëîïôûùüœæ])")
_GROUP = re.compile(r"o(?=[oè])|[ëïü](?:u(?![aeiouéèê]))?|é(?:e(?=s?\b))?|[aeiouyâàèêîôûùœæ]+")
_MUTE_END = re.compile(r"(?<=[^aeiouyâàéèêëîïôûùüœæ\W])es?\b|(?<=[iuéy])es?\b|(?<=[aeo]u)es?\b|(?<=oi)es?\b")
_PAYS = re.compile(r"\bpays(?=\b|a|ann)|\babbaye")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """The syllables of one word as it is read aloud; at least one."""
    if word.isdecimal():
        return len(word)
    said = word.lower()
    more = 1 if _PAYS.search(said) else 0
    said = _VOWEL_BETWEEN.sub("j-i", _SILENT_U.sub("", said)).replace("j-i", "-i")
    shorter = _MUTE_END.sub("", said)
    count = len(_GROUP.findall(shorter)) or len(_GROUP.findall(said))
    return max(1, count + more)


def reading_ease(*, words: int, spoken: int, sentences: int) -> float | None:
    """The score of a text by its words, their syllables and its sentences; None for too few words to say."""
    if words < FEWEST_WORDS or sentences < 1:
        return None
    return 207 - 1.015 * words / sentences - 73.6 * spoken / words
