"""What the importing staff should know of a text that came in, in sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.models import Resemblance, SourceText
from articles.reading.results import Reading


def on(reading: Reading) -> tuple[str, ...]:
    """What was read that an editor has to look at first."""
    said = []
    if reading.title is None:
        said.append(_("The title is a proposal."))
    if reading.brief is not None:
        said.append(_("A brief was found: it left the text."))
    if reading.embargo is not None and reading.embargo.until is None:
        said.append(_("An embargo was found whose moment cannot be read: set it by hand."))
    elif reading.embargo is not None and reading.embargo.until is not None:
        moment = reading.embargo.until.isoformat(" ", "minutes")
        said.append(_("Under embargo until %(moment)s.") % {"moment": moment})
    return tuple(said)


def in_the_trash(known: SourceText | None) -> list[str]:
    """What to say of a text whose source is known only by an article in the trash: it became a draft of its own."""
    if known is None:
        return []
    said = _("An earlier wording is in the trash with “%(title)s”: restore that one if this is to be its new text.")
    return [said % {"title": known.article.title}]


def resembling(found: Iterable[Resemblance]) -> list[str]:
    """How much of the text stands in which held articles."""
    return [
        _("%(share)d %% of it stands in “%(title)s”.") % {"share": each.share, "title": each.other.article.title}
        for each in found
    ]
