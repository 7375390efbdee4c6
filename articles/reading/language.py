"""Which language a text or one of its blocks is in: a vote of its script and of its small words."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.reading.chunks import OncePerChunk
from articles.reading.lines import LINE_ENDS

UNKNOWN = "und"

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(f'«[^»]{{0,2000}}»|“[^”]{{0,2000}}”|"[^"{LINE_ENDS}]{{0,2000}}"')
_QUOTES = re.compile('[«“"]')
_LEAST_VOTES = 2.0
_ONE_VOTE = 1.0  # of a word at the most
# French stands this far before Spanish in a French text; a text in two languages does not.
_MARGIN_OF_ARTICLES = 1.4
_LEAST_PARAGRAPH = 60  # characters: buttons and links are in the language of the page's software
_ENOUGH_FOR_A_VOTE = 20_000  # characters: more cannot change the answer of a press text

_STOP_WORDS = {
    "fr": "le la les l d des du de un une et est dans que qui pour sur par au aux avec ce cette ces son sa ses leur "
    "leurs ne pas plus a ont été être sont se qu il elle ils nous vous mais ou où en y dont entre après avant sous "
    "contre lors selon ainsi cet c s n j à également aussi fait deux comme même très sans chez depuis afin",
    "en": "the of and to in a is that for on with as by at from it its this be are was were has have had not an or "
    "will would which their they he she we you who but been his her said after before into over about than can could "
    "should also between during against more new what when all our your us them these those there",
    "es": "el la los las de del y a en que un una es por con para se su sus al lo como más pero este esta estos estas "
    "fue ha han ser son entre sobre también sin desde hasta según donde cuando muy ya o e no le les nos",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que por com para se seu sua ao à mais mas foi são não "
    "como pelo pela entre sobre também até já ou é ser tem",
    "it": "il lo la i gli le di del della dei delle e è in che un una per con non si su da dal dalla nel nella al "
    "anche sono ha hanno più come ma o tra fra dopo prima questo questa ed gli",
    "de": "der die das und in den von zu mit dem des ist im für auf nicht ein eine einen einem einer als auch es an "
    "werden aus er hat dass sie nach wird bei sind noch wie über zum zur haben oder um bis gegen vor durch",
    "nl": "de het een van en in is op te dat die voor met zijn niet aan er om ook als dan maar bij of uit naar heeft "
    "worden door over wordt deze tot hij zij ze",
    "tr": "ve bir bu da de için ile olarak olan daha çok en gibi kadar sonra ise ancak değil var olduğu tarafından "
    "ya ki ne her",
    "pl": "i w na z do się że nie jest to o przez po od za dla jak oraz ale który która które był są też być jego",
    "ro": "și în de la cu a pe care nu din pentru este un o că au fost mai prin sau să al ale lui după sunt",
    "ru": "и в на не что с по это как из к от за для его но они был была быть также или у о со при после",
    "uk": "і в на не що з по це як із до від за для його але вони був була бути також або у про та при після є",
    "bg": "и в на не че с по това как от за да се е са ще към през след като или при",
    "ar": "في من على إلى أن عن مع هذا هذه التي الذي بين بعد كما قد كان لا ما أو ذلك خلال",
    "fa": "در از به که را این با است آن برای تا بر یا هم می شد کرد ها های",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _STOP_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)

# Scripts that one language of the press writes; those of several (Latin, Cyrillic, Arabic) go to the vote.
_SCRIPTS = {
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_OTHER_THAN_LATIN = re.compile(
    "[" + "".join(pattern.pattern[1:-1] for name, pattern in _SCRIPTS.items() if name != "latin") + "]"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """What a chunk of text says of its language: the votes of the small words in it; whether in another script.

    Chunks that say the same share one, so that those of a text are counted and not added up one by one.
    """

    votes: tuple[tuple[str, float], ...]
    foreign: bool


def _said(chunk: str) -> _Said | None:
    """What a piece between two spaces ("l’un", "(and") says."""
    votes = tuple(
        # A word that one language alone has says more than one that four share.
        (language, 0.5 + 0.5 / len(languages))
        for word in _WORD.findall(chunk.lower())
        if (languages := _LANGUAGES_OF.get(word))
        for language in languages
    )
    foreign = _OTHER_THAN_LATIN.search(chunk) is not None
    return _shared(votes, foreign) if votes or foreign else None


_shared = lru_cache(maxsize=4096)(_Said)
_SAID = OncePerChunk(_said)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_WHEN_NOBODY_VOTES = {"cyrillic": "ru", "arabic": "ar"}


@dataclass(frozen=True, slots=True, eq=False)
class _Votes:
    """The votes of a text: how often each thing is said, and the words that say it."""

    ballots: Counter[_Said]
    words: str

    def language(self, margin: float = 1.15) -> str:
        """The language that most votes are for, by that margin; else "und"."""
        return _elected(self.ballots, self.words, margin)


def _votes(text: str) -> _Votes:
    return _Votes(Counter(filter(None, map(_SAID.__getitem__, text.split()))), text)


@lru_cache(maxsize=128)  # a line votes for the article, as what stands alone among others, and as a block
def _outside_quotes(text: str) -> _Votes:
    return _votes(_QUOTED.sub(" ", text) if _QUOTES.search(text) else text)


@lru_cache(maxsize=128)
def _language_outside_quotes(text: str) -> str:
    return _outside_quotes(text).language()


def language_of(text: str, *, quoted: bool = True) -> str:
    """The language's ISO 639-1 code, or "und" where script and small words leave it open.

    Words in quotation marks do not vote as long as others do: a French paragraph stays French around an English
    quote. `quoted`: whether they may where nothing else does.
    """
    text = text[:_ENOUGH_FOR_A_VOTE]
    answer = _language_outside_quotes(text)
    return _votes(text).language() if answer == UNKNOWN and quoted else answer


def is_foreign(text: str, language: str) -> bool:
    """Whether a text is in another language than that one, be it one that its small words do not tell from English.

    "Family photo of NATO Ministers of Defence" is English or Dutch, and surely not French.
    """
    told = language_of(text)
    if told != UNKNOWN or language == UNKNOWN:
        return told not in (language, UNKNOWN)
    votes = _weighed(_outside_quotes(text[:_ENOUGH_FOR_A_VOTE]).ballots)
    return language not in votes and votes.get("en", 0.0) > _ONE_VOTE


def language_of_article(text: str) -> str:
    """The language of a whole text; where two are as strong, the one that it begins in."""
    text = text[:_ENOUGH_FOR_A_VOTE]
    paragraphs = [line.strip() for line in text.splitlines() if len(line) >= _LEAST_PARAGRAPH]
    answer = _together(paragraphs).language(_MARGIN_OF_ARTICLES) if paragraphs else UNKNOWN
    if answer == UNKNOWN:
        answer = _votes(_QUOTED.sub(" ", text)).language(_MARGIN_OF_ARTICLES)
    if answer != UNKNOWN:
        return answer
    lines = (line for line in text[:_ENOUGH_FOR_A_VOTE].splitlines() if line.strip())
    return next((first for line in lines if (first := language_of(line)) != UNKNOWN), UNKNOWN)


def _together(lines: Sequence[str]) -> _Votes:
    """The votes of several lines outside quotation marks, also of those that open on one line and close on another."""
    each = [_outside_quotes(line) for line in lines]
    words = "\n".join([votes.words for votes in each])
    if "«" in words or "“" in words:
        return _votes(_QUOTED.sub(" ", "\n".join(lines)))
    ballots: Counter[_Said] = Counter()
    for votes in each:
        ballots.update(votes.ballots)
    return _Votes(ballots, words)


def _elected(ballots: Counter[_Said], text: str, margin: float) -> str:
    script = _script_of(text) if any(said.foreign for said in ballots) else "latin"
    if script == "cyrillic" and _UKRAINIAN.search(text):
        return "uk"
    if script not in ("", "latin", "cyrillic", "arabic"):
        return script
    first, most, second = UNKNOWN, 0.0, 0.0
    for language, weight in _weighed(ballots).items():
        if weight > most:
            first, most, second = language, weight, most
        elif weight > second:
            second = weight
    if most < _LEAST_VOTES:
        return _WHEN_NOBODY_VOTES.get(script, UNKNOWN)
    return UNKNOWN if most < margin * second else first


def _weighed(ballots: Counter[_Said]) -> dict[str, float]:
    """The weight of the votes for each language that has any."""
    votes: dict[str, float] = {}
    for said, times in ballots.items():
        for language, weight in said.votes:
            votes[language] = votes.get(language, 0.0) + weight * times
    return votes


def _script_of(text: str) -> str:
    """The script of most letters, by the name that `_SCRIPTS` gives it; Japanese shows by its kana."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    if counts["ja"] and counts["ja"] + counts["zh"] > counts["latin"]:
        return "ja"
    name = max(counts, key=lambda script: counts[script])
    return name if counts[name] else ""
