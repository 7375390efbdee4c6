"""What the importing staff should know of a text that came in, in sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.drafting import Options
from articles.models import Rights, SourceText
from articles.reading.decode import has_damaged_letters
from articles.reading.meetings import ONLY_ONE_FITS
from articles.reading.results import Reading

_REASONS = {ONLY_ONE_FITS: gettext_noop("The only meeting of the registry that fits.")}


def reason(said: str) -> str:
    """A reason that the reader gave, in the language of whoever looks: the reader itself knows but one."""
    return _(_REASONS[said]) if said in _REASONS else said


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
    if has_damaged_letters(reading.text):
        said.append(_("Letters of it are damaged: compare it with where it comes from."))
    return tuple(said)


def in_the_trash(known: SourceText | None) -> list[str]:
    """What to say of a text whose source is known only by an article in the trash: it became a draft of its own."""
    if known is None:
        return []
    said = _("An earlier wording is in the trash with “%(title)s”: restore that one if this is to be its new text.")
    return [said % {"title": known.article}]


def unsaid(options: Options) -> list[str]:
    """What was said of a text that waits beside an article: nothing of that article changes by it."""
    said = {
        _("source"): options.source,
        _("rights"): "" if options.rights == Rights.UNKNOWN else options.rights.label,
        _("date"): str(options.published or ""),
    }
    told = ", ".join(f"{name}: {value}" for name, value in said.items() if value)
    return [_("Not kept, since the article has its own: %(said)s.") % {"said": told}] if told else []


def resembling(alike: Iterable[tuple[SourceText, int]]) -> list[str]:
    """How much of the text, in percent, stands in which held articles."""
    return [
        _("%(share)d %% of it stands in “%(title)s”.") % {"share": share, "title": other.article}
        for other, share in alike
    ]
