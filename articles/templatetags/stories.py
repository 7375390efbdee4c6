"""How texts are set: their opening words, their reading time, and French spaces where French wants them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from django import template
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from articles import search
from articles.counting import count_words, reading_minutes
from articles.models import Byline, Edition, Language, Quote
from articles.page_text import Subheading, Target, with_anchors, with_links
from articles.passages import with_passages
from articles.sanitising import plain_text
from partners.dates import PartialDate

register = template.Library()

_SUMMARY = 240
FEWEST_CONTENTS = 3  # of fewer subheadings no reader needs a list
_TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^'">])*>""")
_PARAGRAPH = re.compile(r"<p(?P<attributes>[^>]*)>(?P<words>.*?)(?:</p>|\Z)", re.DOTALL)
_SPACE_BEFORE = re.compile(r"[ \u00a0\u202f](?=(?P<sign>[:»;!?]))")
_NARROW, _WIDE = "\u202f", "\u00a0"


@register.filter
def minutes_to_read(edition: Edition) -> int:
    """Whole minutes, at least one."""
    return reading_minutes(count_words(plain_text(edition.body)))


@register.filter
def older_date(edition: Edition) -> PartialDate | None:
    """The text's own date as known, when it lies before the day on which the text became public; else None."""
    public = timezone.localtime(edition.first_public_at).date()
    return edition.dated if edition.dated and edition.dated.last < public else None


@register.filter
def summary(edition: Edition) -> str:
    """The standfirst, else the opening sentences, cut at a word; of an edition from `for_cards` or with its text."""
    words = edition.standfirst or _opening(getattr(edition, "opening", None) or edition.body)
    return french_spaces(_cut(words), edition.language)


def _opening(html: str) -> str:
    for paragraph in _PARAGRAPH.finditer(html):
        if "caption" in paragraph["attributes"]:
            continue
        # the text was cut at a number of characters: a tag or an entity may have lost its end
        whole = re.sub(r"<[^>]*\Z|&\w*\Z", "", paragraph["words"])
        return unescape(strip_tags(whole))
    return ""


def _cut(text: str) -> str:
    """On one line, and at most `_SUMMARY` characters of it."""
    words = " ".join(text.split())
    if len(words) <= _SUMMARY:
        return words
    return (words[:_SUMMARY].rpartition(" ")[0] or words[:_SUMMARY]).rstrip(",;:–—-« ") + "…"


@register.filter
def french_spaces(text: str, language: str) -> str:
    """Plain text with non-breaking spaces where French typography has them; other languages are left alone."""
    return _set(text) if language == Language.FRENCH else text


@register.filter
def set_body(edition: Edition) -> SafeString:
    """The text of an edition for its page. It went through the one sanitiser when it was saved."""
    return mark_safe(_with_spaces(edition.body, edition.language))  # noqa: S308 - sanitised in Story.save


@dataclass(frozen=True, slots=True)
class SetText:
    """A text ready for its page, and its table of contents."""

    html: SafeString
    contents: list[Subheading]


@register.simple_tag
def set_text(edition: Edition, targets: list[Target], quotes: Iterable[Quote] = ()) -> SetText:
    """The text with anchors on its subheadings and before its quotes, and the first mention of each target linked.

    Few subheadings are no table of contents: it is empty then.
    """
    passages = {quote.stands_at: quote.anchor for quote in quotes if quote.stands_at is not None}
    anchored, contents = with_anchors(with_passages(edition.body, passages))
    html = _with_spaces(with_links(anchored, targets), edition.language)
    return SetText(
        mark_safe(html),  # noqa: S308 - sanitised in Story.save; anchors and links are escaped where they are made
        contents if len(contents) >= FEWEST_CONTENTS else [],
    )


def _with_spaces(html: str, language: str) -> str:
    if language != Language.FRENCH:
        return html
    parts: list[str] = []
    end = 0
    for tag in _TAG.finditer(html):
        parts += [_set_html(html[end : tag.start()]), tag[0]]
        end = tag.end()
    return "".join([*parts, _set_html(html[end:])])


@register.filter
def speakers_title(quote: Quote) -> str:
    """The office held that day, in the form that the speaker's titles take."""
    return quote.office.title_for(quote.speaker.gender) if quote.office and quote.speaker else ""


@register.filter
def signature(byline: Byline) -> SafeString | str:
    """The name as it was printed, leading to the page of whoever bears it; empty where a role signs alone."""
    if byline.name and byline.contributor is not None and byline.contributor.slug:
        return format_html('<a rel="author" href="{}">{}</a>', byline.contributor.get_absolute_url(), byline.name)
    return byline.name


@register.filter
def highlighted(edition: Edition, wanted: search.Wanted) -> SafeString:
    """The title with the words that were searched for marked."""
    return search.highlight(french_spaces(edition.title, edition.language), wanted, edition.language)


@register.filter
def passage(edition: Edition, wanted: search.Wanted) -> SafeString:
    """The passage of the text that holds most of the words, marked; of the standfirst when that holds more of them."""
    text = french_spaces(plain_text(edition.body), edition.language)
    standfirst = french_spaces(edition.standfirst, edition.language)
    return search.snippet(text, wanted, language=edition.language, also=standfirst)


def _set_html(text: str) -> str:
    """`_set` for what stands between tags, where the sanitiser writes a space that does not break as an entity."""
    # a tag may follow the space after « at once: a link, or the anchor of what is quoted
    return re.sub(r"« \Z", f"«{_WIDE}", _set(text.replace("&nbsp;", _WIDE)))


def _set(text: str) -> str:
    """Turn the spaces before : ; ! ? » and after « into ones that do not break; add them inside guillemets."""
    text = _SPACE_BEFORE.sub(lambda space: _WIDE if space["sign"] in ":»" else _NARROW, text)
    text = re.sub(r"«[ \u00a0\u202f]?(?=\S)", f"«{_WIDE}", text)
    return re.sub(r"»(?<=[^\s«]»)", f"{_WIDE}»", text)  # the sign first: it is rare
