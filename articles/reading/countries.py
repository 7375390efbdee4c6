"""Whether the name or adjective of a country, found in a sentence, names the country there.

The rules are about the neighbours: "France Télévisions", "Air France", "Anatole France", "la frégate Bretagne",
"Île-de-France", "en français" and "à la française" name no country; "France-Allemagne" and "l'Espagne" do.
"""

from collections.abc import Callable

from articles.reading.name_words import (
    ARTICLE_NEEDED,
    BRAND_WORDS,
    ENGLISH_SPEAK,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    LANGUAGE_NOUNS,
    LATIN,
    NATION_PREFIXES,
    PREFIXES,
    REGIONS,
    SHIP_WORDS,
    SPEAK,
    words,
)
from articles.reading.namesakes import belongs_elsewhere, is_only_called
from articles.reading.office_words import MEMBERS, OPEN_HEADS, PUBLIC_HEADS
from articles.reading.prose import Prose, Sentence
from articles.reading.tokens import Case, Token

# From the index of a token to the index after the name that begins there, or 0.
BeginsName = Callable[[int], int]

_ARTICLES = words(
    "la l' le les du des aux au cette ce notre votre the degli dei dello della dagli dalla negli nella agli alla"
    " los las del der den dem"
)
_OFFICE_HEADS = (PUBLIC_HEADS | OPEN_HEADS | words("ministres gouvernement governo gobierno")) - MEMBERS
_LANGUAGE_WORDS = words(
    "language speaking speaker speakers alphabet translation grammar vocabulary subtitles lessons dictionary spelling"
)
_FOREIGN_SPEECH = words(
    "in en auf parla parlano parlare parlava lingua habla hablan hablar hablaba lengua idioma spricht sprechen"
    " sprache tradotto traducido aus"
)
_SIZES = words("petit petite vieux vieille nouveau nouvelle little old new")
_STOPS = frozenset('.,;:!?…()[]«»“”"–—')
_COMMON_WORDS = FUNCTION_WORDS | GENERIC_NOUNS
_PARTS_OF_NAMES = NATION_PREFIXES | REGIONS


def name_counts(prose: Prose, start: int, end: int, sentence: Sentence, begins_name: BeginsName) -> bool:
    """Whether a country's own name, at `tokens[start:end]`, is not part of a longer proper name."""
    tokens = prose.tokens
    before = tokens[start - 1] if start > sentence.first else None
    after = tokens[end] if end < sentence.last else None
    joined = _joined_names(prose, start, end, sentence, begins_name)
    if joined is not None:
        return joined
    if tokens[start].key in ARTICLE_NEEDED and (before is None or before.key not in ("la", "l'")):
        return False
    if before is not None and before.key in SHIP_WORDS:
        return False
    if belongs_elsewhere(tokens, start, end, sentence, adjective=False):
        return False
    if sentence.capitals and before is not None and _names_a_person(prose, start, end):
        return False
    if sentence.capitals or (sentence.titled and sentence.language != "fr"):
        return not (after and after.key in BRAND_WORDS) and not (before and before.key in ("air", "radio", "canal"))
    free = _free_on_the_left(tokens, start, sentence) or (
        sentence.titled and _ends_name(prose, start - 1, sentence, begins_name)  # "Partenariat Maroc États-Unis"
    )
    return free and (_free_on_the_right(tokens, start, end, sentence) or (sentence.titled and bool(begins_name(end))))


def _names_a_person(prose: Prose, start: int, end: int) -> bool:
    """ "MARINE HOLLAND" below a text that has "Marine Holland" elsewhere: in its byline, say."""
    before = prose.tokens[start - 1]
    if end - start > 1 or not before.word.isalpha() or before.key in _COMMON_WORDS:
        return False
    return f"{before.word.capitalize()} {prose.tokens[start].word.capitalize()}" in prose.text


def _joined_names(prose: Prose, start: int, end: int, sentence: Sentence, begins_name: BeginsName) -> bool | None:
    """Of a hyphenated word: whether its other part leaves this one a country; None when there is no hyphen."""
    tokens = prose.tokens
    left = start - 1 >= sentence.first and tokens[start - 1].hyphen and tokens[start].joined
    right = end < sentence.last and tokens[end].hyphen and tokens[end].joined
    if not left and not right:
        return None
    if left and start - 2 >= sentence.first:
        other = tokens[start - 2]
        if (
            other.key not in _PARTS_OF_NAMES
            and other.case is not Case.CAPITALS
            and not _ends_name(prose, start - 2, sentence, begins_name)
        ):
            return False
    if right and end + 1 < sentence.last:
        other = tokens[end + 1]
        numeral = other.word[0].isdigit()
        if not numeral and other.case and other.key not in REGIONS and other.case is not Case.CAPITALS:
            return bool(begins_name(end + 1))
    return True


def _ends_name(prose: Prose, last: int, sentence: Sentence, begins_name: BeginsName) -> bool:
    """Whether some country, capital or organisation ends with that token."""
    return any(begins_name(first) == last + 1 for first in range(max(sentence.first, last - 3), last + 1))


def _free_on_the_left(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    if start == sentence.first:
        return True
    before = tokens[start - 1]
    if before.case is Case.LOWER or before.word in _STOPS:
        return True
    if before.key in FUNCTION_WORDS or before.key in GENERIC_NOUNS:
        return True
    if start - 1 == sentence.first and sentence.language == "en" and before.key.endswith(("ing", "ed", "ly", "ern")):
        return True  # "Neighbouring Mali"
    return before.case is Case.CAPITALS and len(before.word) > 1  # "OTAN Géorgie", "UE Maroc"


def _free_on_the_right(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    if end >= sentence.last:
        return True
    after = tokens[end]
    if after.word[0].isdigit():
        return len(after.word) > 3 or _has_article(tokens, start, sentence)  # "France 24"
    if after.case is Case.LOWER or after.key == "'s":
        return True
    if after.key in BRAND_WORDS:
        return False
    if sentence.language == "en" or after.key in GENERIC_NOUNS:
        return True
    if _has_article(tokens, start, sentence):
        return True  # "le président de la Mauritanie Mohamed Ould Ghazouani"
    before = tokens[start - 1] if start > sentence.first else None
    if before is None or before.key not in ("de", "d'", "en"):
        return False
    return before.key == "en" or any(
        token.key in _OFFICE_HEADS for token in tokens[max(sentence.first, start - 8) : start]
    )


def _has_article(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    return start > sentence.first and tokens[start - 1].key in _ARTICLES


def adjective_counts(prose: Prose, start: int, end: int, sentence: Sentence) -> bool:
    """Whether an adjective or the name of inhabitants speaks of the country: not of a language or a manner."""
    tokens = prose.tokens
    before = tokens[start - 1] if start > sentence.first else None
    after = tokens[end] if end < sentence.last else None
    if before is not None and before.hyphen and tokens[start].joined:
        prefix = tokens[start - 2].key if start - 2 >= sentence.first else ""
        if prefix in LATIN:
            return False
    if belongs_elsewhere(tokens, start, end, sentence, adjective=True):
        return False
    if after is not None and after.key in BRAND_WORDS and after.case is not Case.LOWER:
        return False
    if sentence.language == "en":
        return not _english_language(tokens, start, end, sentence)
    if before is None:
        return True
    if sentence.language != "fr" and before.key in _FOREIGN_SPEECH and start + 1 == end:
        return after is not None and after.letters and after.case is not Case.LOWER
    if before.key in ("la", "l'") and start - 2 >= sentence.first and tokens[start - 2].key == "a":
        # "à la française", but "à la frontière…" holds no adjective and "à l'allemand Rheinmetall" names a firm.
        feminine = tokens[end - 1].key.endswith("e") and tokens[start].case is Case.LOWER
        return not feminine or (after is not None and after.case is not Case.LOWER)
    return not _french_language(tokens, start, end, sentence)


def _french_language(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    word, before = tokens[start], _before_languages(tokens, start, sentence) or tokens[start - 1]
    if (
        word.case is not Case.LOWER
        or end - start > 1
        or (
            word.key.endswith(("s", "e"))
            and not word.key.endswith(
                ("ais", "ois", "usse", "ge", "be", "arabe", "oate", "ovaque", "gare", "ouze", "ene")
            )
        )
    ):
        return False
    after = tokens[end] if end < sentence.last else None
    if before.key == "en":
        return after is None or after.case is Case.LOWER
    if before.key in SPEAK:
        return True
    if before.key in ("de", "d'") and start - 2 >= sentence.first and tokens[start - 2].key in LANGUAGE_NOUNS:
        return True
    if before.key in ("le", "l'", "du", "au"):
        # "traduit du russe"; "le français Thales" and "l'américain Boeing" are firms of the country.
        return after is None or (after.case is Case.LOWER and after.word[0] not in '«“"')
    return False


def _english_language(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    after = tokens[end] if end < sentence.last else None
    if after is not None and after.word == "-" and end + 1 < sentence.last:
        return tokens[end + 1].key in ("language", "speaking", "speaker", "speakers")
    if after is not None and after.key in _LANGUAGE_WORDS:
        return True
    before = _before_languages(tokens, start, sentence)
    if before is None:
        return False
    while end + 2 < sentence.last and tokens[end].key in (",", "and", "or") and tokens[end + 1].case:
        end += 2  # "in French and German bases" are no languages
        after = tokens[end]
    if before.key in ENGLISH_SPEAK:
        return after is None or after.case is Case.LOWER
    if before.key in ("in", "into", "from"):
        return after is None or not after.letters or after.key in FUNCTION_WORDS
    return False


def house_counts(prose: Prose, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a house or palace speaks for its state: not "le Kremlin-Bicêtre", nor "Le Petit Kremlin"."""
    tokens = prose.tokens
    if end + 1 < sentence.last and tokens[end].hyphen and tokens[end].joined:
        return not tokens[end + 1].case or sentence.capitals  # "Kremlin-backed"
    if start - 1 < sentence.first or sentence.capitals or sentence.titled:
        return True
    if is_only_called(tokens, start, sentence):
        return False
    before = tokens[start - 1]
    if before.hyphen and tokens[start].joined:
        return tokens[start - 2].key in NATION_PREFIXES
    if before.case is not Case.CAPITALISED or start - 1 == sentence.first:
        return before.key not in _SIZES
    return before.key in FUNCTION_WORDS or before.key in GENERIC_NOUNS


def _before_languages(tokens: list[Token], start: int, sentence: Sentence) -> Token | None:
    """The word before a list of languages: "in English, French and Swahili"."""
    place = start - 1
    while place - 1 > sentence.first and tokens[place].key in (",", "and", "et", "ou", "or"):
        place -= 1
        if tokens[place].word == ",":
            place -= 1
        if not tokens[place].word.isalpha() or bool(tokens[place].case) is not (sentence.language == "en"):
            return tokens[start - 1]
        place -= 1
    return tokens[place] if sentence.first <= place < start else None


def prefix_counts(prose: Prose, index: int, sentence: Sentence, is_adjective: BeginsName) -> str:
    """The country of a joined prefix ("franco-allemand", "israélo-palestinien"), or ""."""
    tokens = prose.tokens
    code = PREFIXES.get(tokens[index].key, "")
    if not code or index + 2 >= sentence.last or not (tokens[index + 1].hyphen and tokens[index + 1].joined):
        return ""
    following = index + 2
    if tokens[following].key in PREFIXES or is_adjective(following):
        return code
    return code if tokens[following].key.startswith("arabe") else ""
