"""What stands between a draft and the reader. Each finding has a name, a level and a sentence for the editor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.counting import count_words
from articles.models import Article, Brief, Language, ProposalKind, Rights, SourceText
from articles.reading.results import RemovedKind
from articles.sanitising import plain_text

_SUBHEADING = re.compile(r"<h[2-4][\s>]")
UNREAD_EMBARGO = _("The text came under an embargo whose end is not known: set its moment.")
UNKNOWN_RIGHTS = _("Nobody has said by what right the text may be published.")
META_DESCRIPTION = range(50, 321)  # what search engines show of a description, in characters


class Level(StrEnum):
    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `waivable` is False for what no reason can replace."""

    name: str
    level: Level
    message: str | Promise
    waivable: bool = True


def findings(article: Article) -> list[Finding]:
    """Everything found, blocking first. Waived checks are among them: see `blocking`."""
    found = [*_house(article), *_against_brief(article)]
    return sorted(found, key=lambda finding: finding.level != Level.BLOCKS)


def blocking(article: Article) -> list[Finding]:
    """What still keeps the article from its readers: blocking findings that nobody has waived."""
    waived = set(article.waivers.values_list("check_name", flat=True))
    return [
        finding
        for finding in findings(article)
        if finding.level == Level.BLOCKS and not (finding.waivable and finding.name in waived)
    ]


def _house(article: Article) -> Iterator[Finding]:
    if not article.title.strip():
        yield Finding("title", Level.BLOCKS, _("The article has no title."), waivable=False)
    elif article.title_proposed:
        yield Finding("proposed-title", Level.WARNS, _("The title was made from the first sentence: check it."))
    if not plain_text(article.body).strip():
        yield Finding("text", Level.BLOCKS, _("The article has no text."), waivable=False)
    if article.rights == Rights.UNKNOWN:
        yield Finding("rights", Level.BLOCKS, UNKNOWN_RIGHTS)
    if article.embargo_until is None and _came_under_embargo(article):
        yield Finding("embargo", Level.BLOCKS, UNREAD_EMBARGO)
    kept = Article.objects.filter(pk=article.pk)
    if kept.with_new_wordings().exists():
        yield Finding("wording", Level.WARNS, _("A new wording of the source waits to be compared."))
    if kept.with_open_likenesses().exists():
        yield Finding("likeness", Level.WARNS, _("It resembles a held text: say whether it is a version of that one."))
    if article.dated is None and article.proposals.pending().filter(kind=ProposalKind.DATE).exists():
        yield Finding("date", Level.WARNS, _("The text has no date; a likely one is proposed."))


def _came_under_embargo(article: Article) -> bool:
    """Whether an embargo line was taken from a source text of the article, read or not."""
    held = SourceText.objects.filter(article=article).values_list("removed", flat=True)
    return any(kind == RemovedKind.EMBARGO for removed in held for kind, *_span in removed)


def _against_brief(article: Article) -> Iterator[Finding]:
    brief = Brief.objects.filter(article=article).first()
    if brief is None:
        return
    if brief.language and brief.language != article.language:
        asked = Language(brief.language).label
        yield Finding(
            "brief-language", Level.BLOCKS, _("The brief asks for a text in %(language)s.") % {"language": asked}
        )
    if brief.least_words:
        words = count_words(plain_text(article.body))
        if words < brief.least_words:
            message = ngettext(
                "The brief asks for at least %(asked)d words; the text has %(words)d word.",
                "The brief asks for at least %(asked)d words; the text has %(words)d words.",
                words,
            )
            yield Finding("brief-words", Level.BLOCKS, message % {"asked": brief.least_words, "words": words})
    if brief.least_subheadings:
        held = len(_SUBHEADING.findall(article.body))
        if held < brief.least_subheadings:
            message = ngettext(
                "The brief asks for at least %(asked)d subheading; the text has %(held)d.",
                "The brief asks for at least %(asked)d subheadings; the text has %(held)d.",
                brief.least_subheadings,
            )
            yield Finding(
                "brief-subheadings", Level.BLOCKS, message % {"asked": brief.least_subheadings, "held": held}
            )
    if brief.seo and not (article.seo_title and len(article.meta_description) in META_DESCRIPTION):
        yield Finding(
            "brief-seo",
            Level.BLOCKS,
            _("The brief asks for a search engine title, and a description of %(least)d to %(most)d characters.")
            % {"least": META_DESCRIPTION.start, "most": META_DESCRIPTION.stop - 1},
        )
