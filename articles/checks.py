"""What stands between a draft and the reader: each finding with its check, its level, its sentence and its places.

A draft is always saved, whatever is found; publishing asks `blocking`. The rules stand in `articles.checking`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.checking import brief as briefs
from articles.checking import held, language, lengths, residue, structure
from articles.checking.brief import Asked
from articles.checking.catalogue import CHECKS, Check
from articles.checking.levels import levels_and_waived
from articles.checking.sentences import sentence
from articles.checking.words import Noticed, Place, Words, whole
from articles.models import Article, Brief, Level

__all__ = ["KEPT", "Asked", "Finding", "Level", "Report", "asked_of", "blocking", "findings", "look", "words_of"]

LONGEST = 400_000  # characters of HTML, beyond which only what can block is looked at
KEPT: Any = object()  # the brief as it is saved


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `values` are those of its sentence; `waived`: somebody answers for it."""

    check: Check
    level: Level
    message: str
    places: tuple[Place, ...] = ()
    values: dict[str, str | int] = field(default_factory=dict)
    waived: bool = False

    @property
    def name(self) -> str:
        return self.check.name

    @property
    def waivable(self) -> bool:
        """False for what no reason can replace."""
        return self.check.waivable

    @property
    def blocks(self) -> bool:
        """Whether it keeps the article from its readers."""
        return self.level == Level.BLOCKS and not self.waived


@dataclass(frozen=True, slots=True)
class Report:
    """What was found of an article, blocking first; `words` are those that were looked at, `asked` its brief."""

    findings: list[Finding]
    words: Words
    asked: Asked | None
    whole: bool = True  # False of a text too long for every check

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.blocks]

    @property
    def warnings(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level != Level.BLOCKS]


def look(
    article: Article,
    *,
    brief: Asked | None = KEPT,
    pictures: Sequence[Mapping[str, Any]] | None = None,
    only: Collection[Level] = (Level.BLOCKS, Level.WARNS),
) -> Report:
    """What is found of the article as the instance stands, saved or not; of checks with those levels.

    `brief` is what its brief asks and `pictures` the rows of its pictures, where that is not to be what is saved.
    """
    whole = len(article.body) <= LONGEST
    now, waived = levels_and_waived(article)
    if not whole:
        only = [Level.BLOCKS]
    wanted = {name for name, level in now.items() if level in only}
    words = words_of(article, pictures)
    asked = asked_of(Brief.objects.filter(article=article).first()) if brief is KEPT else brief
    found = []
    for names, rule in _RULES:
        if wanted.isdisjoint(names):
            continue
        for noticed in rule(article, words, asked):
            if noticed.check in wanted:
                found.append(_finding(noticed, now[noticed.check], waived))
    found.sort(key=lambda finding: (not finding.blocks, finding.level != Level.BLOCKS))
    return Report(found, words, asked, whole)


def findings(article: Article) -> list[Finding]:
    """Everything found, blocking first; what somebody answers for is among it."""
    return look(article).findings


def blocking(article: Article) -> list[Finding]:
    """What still keeps the article from its readers."""
    return look(article, only=[Level.BLOCKS]).blocking


def words_of(article: Article, pictures: Sequence[Mapping[str, Any]] | None = None) -> Words:
    """The article's words as the instance has them; `pictures` are those of a form, None for those that are saved."""
    return Words(
        title=article.title,
        slug=article.slug,
        language=article.language,
        standfirst=article.standfirst,
        body=article.body,
        seo_title=article.seo_title,
        meta_description=article.meta_description,
        title_proposed=article.title_proposed,
        pictures=None if pictures is None else tuple(pictures),
    )


def asked_of(brief: Brief | None) -> Asked | None:
    """What a brief asks that can be checked."""
    if brief is None:
        return None
    return Asked(brief.language, brief.least_words, brief.least_subheadings, brief.seo)


def _finding(noticed: Noticed, level: Level, waived: Collection[str]) -> Finding:
    check = CHECKS[noticed.check]
    return Finding(
        check=check,
        level=level,
        message=sentence(noticed),
        places=noticed.places,
        values=dict(noticed.values),
        waived=check.waivable and level == Level.BLOCKS and check.name in waived,
    )


def _own(words: Words) -> Iterator[Noticed]:
    """What no article is published without, and a title that nobody has looked at."""
    if not words.title.strip():
        yield Noticed("title", "none", {}, (whole("title", words.title),))
    elif words.title_proposed:
        yield Noticed("proposed-title", "proposed", {}, (whole("title", words.title),))
    if not words.text.strip():
        yield Noticed("text", "none", {}, (whole("body", ""),))


_Rule = Callable[[Article, Words, Asked | None], Iterator[Noticed]]


def _of_words(rule: Callable[[Words], Iterator[Noticed]]) -> _Rule:
    return lambda _article, words, _asked: rule(words)


# In the order in which an editor reads them; each rule with the checks that it may answer for.
_RULES: tuple[tuple[frozenset[str], _Rule], ...] = (
    (frozenset({"title", "proposed-title", "text"}), _of_words(_own)),
    (frozenset({"rights", "embargo"}), lambda article, _words, _asked: held.settled(article)),
    (
        frozenset({"brief-language", "brief-words", "brief-subheadings", "brief-seo"}),
        lambda _article, words, asked: briefs.against_brief(words, asked) if asked else iter(()),
    ),
    (frozenset({"brief-line"}), _of_words(residue.brief_lines)),
    (
        frozenset(
            {"translation", "proposals", "wording", "likeness", "date", "duplicate-title"}
            | {"picture-alt", "picture-rights", "picture-credit"}
        ),
        lambda article, words, _asked: held.waiting(article, words),
    ),
    (
        frozenset({"title-length", "search-title", "slug", "meta-description", "standfirst"}),
        _of_words(lengths.lengths),
    ),
    (frozenset({"residue"}), _of_words(residue.page_lines)),
    (frozenset({"language"}), _of_words(language.language)),
    (frozenset({"headings"}), _of_words(structure.headings)),
    (frozenset({"link-texts"}), _of_words(structure.link_texts)),
    (frozenset({"internal-links"}), _of_words(held.broken_links)),
    (frozenset({"typography"}), _of_words(language.typography)),
    (frozenset({"reading-ease"}), _of_words(language.ease)),
)
