"""What was found, in a sentence for the editor."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.checking.words import Noticed
from articles.models import Language

_SENTENCES: Mapping[str, Any] = {
    "title": _("The article has no title."),
    "text": _("The article has no text."),
    "embargo": _("The text came under an embargo whose end is not known: set its moment."),
    "rights": _("Nobody has said by what right the text may be published."),
    "proposals": ngettext_lazy(
        "%(count)d proposal waits to be accepted or rejected.",
        "%(count)d proposals wait to be accepted or rejected.",
        "count",
    ),
    "wording": _("A new wording of the source waits to be compared."),
    "likeness": _("It resembles a held text: say whether it is a version of that one."),
    "date": _("The text has no date; a likely one is proposed."),
    "duplicate-title": _("Another article has the same title: “%(title)s”."),
    "picture-alt": ngettext_lazy(
        "A picture has no description and is not called decorative.",
        "%(count)d pictures have no description and are not called decorative.",
        "count",
    ),
    "picture-rights": ngettext_lazy(
        "Nobody has said by what right a picture may be published.",
        "Nobody has said by what right %(count)d pictures may be published.",
        "count",
    ),
    "picture-credit": ngettext_lazy("A picture has no credit.", "%(count)d pictures have no credit.", "count"),
    "proposed-title": _("The title was made from the first sentence: check it."),
    "title-length/short": ngettext_lazy(
        "The title has %(characters)d character; fewer than %(least)d say little.",
        "The title has %(characters)d characters; fewer than %(least)d say little.",
        "characters",
    ),
    "title-length/long": _("The title has %(characters)d characters; more than %(most)d are cut."),
    "search-title/own": _("The title for search engines has %(characters)d characters; they show some %(most)d."),
    "search-title/title": _(
        "Search engines show some %(most)d of the title’s %(characters)d characters: write a shorter one for them."
    ),
    "slug/long": _("The address has %(characters)d characters; more than %(most)d are hard to read."),
    "slug/empty": _("The address has no word of the title."),
    "meta-description/none": _("There is no description for search engines and shared links."),
    "meta-description/short": ngettext_lazy(
        "The description has %(characters)d character; fewer than %(least)d say little.",
        "The description has %(characters)d characters; fewer than %(least)d say little.",
        "characters",
    ),
    "meta-description/long": _("The description has %(characters)d characters; more than %(most)d are not shown."),
    "standfirst/none": _("There is no standfirst."),
    "standfirst/short": ngettext_lazy(
        "The standfirst has %(characters)d character; fewer than %(least)d say little.",
        "The standfirst has %(characters)d characters; fewer than %(least)d say little.",
        "characters",
    ),
    "standfirst/long": _("The standfirst has %(characters)d characters; more than %(most)d are no summary."),
    "brief-line": _("An instruction to the writer stands in the text: take it out."),
    "residue/date": ngettext_lazy(
        "A line of dates stands in the text: the article’s own fields have them.",
        "%(count)d lines of dates stand in the text: the article’s own fields have them.",
        "count",
    ),
    "residue/byline": ngettext_lazy(
        "A line says who wrote it or where it is from: put that among the bylines and the source.",
        "%(count)d lines say who wrote it or where it is from: put that among the bylines and the source.",
        "count",
    ),
    "residue/credit": ngettext_lazy(
        "A picture’s credit stands in the text.", "%(count)d credits of pictures stand in the text.", "count"
    ),
    "residue/embargo": ngettext_lazy(
        "A line about an embargo stands in the text.", "%(count)d lines about an embargo stand in the text.", "count"
    ),
    "residue/page": ngettext_lazy(
        "A line of the page it came from stands in the text, such as a link or a button.",
        "%(count)d lines of the page it came from stand in the text, such as links and buttons.",
        "count",
    ),
    "translation": ngettext_lazy(
        "%(count)d passage still stands as in “%(title)s” (%(language)s): translate it, or mark it as of that"
        " language.",
        "%(count)d passages still stand as in “%(title)s” (%(language)s): translate them, or mark them as of that"
        " language.",
        "count",
    ),
    "language": _("The text reads as %(language)s; the article says %(said)s."),
    "headings/skipped": ngettext_lazy(
        "A subheading passes over a level.", "%(count)d subheadings pass over a level.", "count"
    ),
    "headings/empty": ngettext_lazy("A subheading has no words.", "%(count)d subheadings have no words.", "count"),
    "headings/alone": ngettext_lazy(
        "A subheading has no text below it.", "%(count)d subheadings have no text below them.", "count"
    ),
    "headings/none": _("The text has %(words)d words and no subheading."),
    "link-texts/vague": ngettext_lazy(
        "A link does not say where it leads.", "%(count)d links do not say where they lead.", "count"
    ),
    "link-texts/bare": ngettext_lazy(
        "A link shows an address instead of words.", "%(count)d links show an address instead of words.", "count"
    ),
    "internal-links": ngettext_lazy(
        "A link leads to a page of this site that readers do not see.",
        "%(count)d links lead to pages of this site that readers do not see.",
        "count",
    ),
    "typography": ngettext_lazy(
        "%(count)d place is not set as French sets it.", "%(count)d places are not set as French sets them.", "count"
    ),
    "reading-ease/sentences": ngettext_lazy(
        "The text is hard to read: %(score)d, where press texts have %(hard)d and more."
        " %(sentences)d sentence has more than %(most)d words.",
        "The text is hard to read: %(score)d, where press texts have %(hard)d and more."
        " %(sentences)d sentences have more than %(most)d words.",
        "sentences",
    ),
    "reading-ease/words": _("The text is hard to read: %(score)d, where press texts have %(hard)d and more."),
    "brief-language": _("The brief asks for a text in %(language)s."),
    "brief-words": ngettext_lazy(
        "The brief asks for at least %(asked)d words; the text has %(held)d word.",
        "The brief asks for at least %(asked)d words; the text has %(held)d words.",
        "held",
    ),
    "brief-subheadings": ngettext_lazy(
        "The brief asks for at least %(asked)d subheading; the text has %(held)d.",
        "The brief asks for at least %(asked)d subheadings; the text has %(held)d.",
        "asked",
    ),
    "brief-seo": _("The brief asks for a search engine title, and a description of %(least)d to %(most)d characters."),
}
_LANGUAGES = {"language", "said"}


def sentence(noticed: Noticed) -> str:
    """The sentence in the interface's language."""
    said = _SENTENCES.get(f"{noticed.check}/{noticed.said}") or _SENTENCES[noticed.check]
    values = {
        name: _language(value) if name in _LANGUAGES else value  # type: ignore[arg-type]
        for name, value in noticed.values.items()
    }
    return str(said % values) if values else str(said)


def _language(code: str) -> str:
    return str(Language(code).label) if code in Language.values else code or gettext("another language")
