"""All checks by name: what each is called, why it is there, and its level until the chief sets another."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Level


@dataclass(frozen=True, slots=True)
class Check:
    """`fixed`: nobody sets its level. `waivable`: somebody may answer for it with name and reason."""

    name: str
    label: str | Promise
    why: str | Promise
    level: Level = Level.WARNS
    fixed: bool = False
    waivable: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    label: str | Promise
    checks: tuple[Check, ...]


_BLOCKS = Level.BLOCKS
GROUPS = (
    Group(
        _("The brief"),
        (
            Check(
                "brief-language",
                _("Language asked for"),
                _("Who ordered the text needs it in this language."),
                _BLOCKS,
            ),
            Check(
                "brief-words",
                _("Words asked for"),
                _("The brief asks for a least number. “l’OTAN” is two words, “peut-être” is one, a number is one."),
                _BLOCKS,
            ),
            Check("brief-subheadings", _("Subheadings asked for"), _("The brief asks for a least number."), _BLOCKS),
            Check(
                "brief-seo",
                _("Search engine fields asked for"),
                _("The brief asks that search engines find the text by words of its own."),
                _BLOCKS,
            ),
        ),
    ),
    Group(
        _("What must be settled"),
        (
            Check("title", _("A title"), _("Nothing is published without one."), _BLOCKS, fixed=True, waivable=False),
            Check("text", _("A text"), _("Nothing is published without one."), _BLOCKS, fixed=True, waivable=False),
            Check("embargo", _("Embargo"), _("A text never appears before its embargo ends."), _BLOCKS, fixed=True),
            Check("rights", _("Rights"), _("Readers see only what the house may publish."), _BLOCKS),
            Check(
                "translation",
                _("Translation"),
                _("A language version goes out when its text is in its language."),
                _BLOCKS,
            ),
            Check("proposals", _("Open proposals"), _("Links wait for somebody to accept or reject them.")),
            Check("wording", _("New wording"), _("The source has changed its text since.")),
            Check("likeness", _("Likeness"), _("The same text could be published twice.")),
            Check("date", _("Date of the text"), _("Readers should know how old a text is.")),
            Check("duplicate-title", _("Title used twice"), _("Readers take two texts of one title for the same.")),
        ),
    ),
    Group(
        _("Pictures"),
        (
            Check(
                "picture-alt",
                _("Descriptions of pictures"),
                _("Who does not see a picture is told what it shows, or that it is decorative."),
                _BLOCKS,
            ),
            Check(
                "picture-rights",
                _("Rights of pictures"),
                _("They are set on the picture's page in the library, to which the link beside its name leads."),
                _BLOCKS,
            ),
            Check("picture-credit", _("Credits of pictures"), _("Whoever made a picture is named with it.")),
        ),
    ),
    Group(
        _("Title, address, search engines"),
        (
            Check("proposed-title", _("Proposed title"), _("A machine made the title; nobody has looked at it yet.")),
            Check(
                "title-length", _("Length of the title"), _("Lists and phones cut long titles; short ones say little.")
            ),
            Check("search-title", _("Title in search results"), _("Search engines cut it after one line.")),
            Check("slug", _("Address"), _("A short address of words can be read, said and remembered.")),
            Check("meta-description", _("Description"), _("Search engines and shared links show it below the title.")),
            Check("standfirst", _("The standfirst"), _("Lists and the top of the page sum the text up with it.")),
        ),
    ),
    Group(
        _("The text"),
        (
            Check(
                "brief-line",
                _("Instruction in the text"),
                _("What was said to the writer is not for readers."),
                _BLOCKS,
            ),
            Check(
                "residue",
                _("Lines of another page"),
                _("Dates, links and credits of the page it came from stay behind."),
            ),
            Check("language", _("Language of the text"), _("Readers, voices and search engines go by it.")),
            Check("headings", _("Subheadings"), _("Readers who listen go from subheading to subheading.")),
            Check("link-texts", _("Words of links"), _("Read by itself, a link should say where it leads.")),
            Check("internal-links", _("Links within the site"), _("They should lead to a page that readers see.")),
            Check(
                "typography",
                _("French typography"),
                _("A sign alone on the next line, or straight quotes, look careless."),
            ),
            Check(
                "reading-ease", _("Reading ease"), _("By the formula of Kandel and Moles; press texts lie above 30.")
            ),
        ),
    ),
)
CHECKS = {check.name: check for group in GROUPS for check in group.checks}
