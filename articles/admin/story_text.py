"""The text of a story in a form: its editor where there is JavaScript, its HTML in a textarea where there is none."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import importmap
from js_asset import Media, Script

from articles.models import Language
from articles.sanitising import clean_html, same_html


@dataclass(frozen=True, slots=True)
class Button:
    """One thing that the toolbar does. `name` is the script's word for it, `keys` what an editor may press instead."""

    name: str
    icon: str
    label: str | Promise
    keys: str | Promise = ""
    toggles: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons that stand together; those of a table show while the cursor is in one."""

    buttons: tuple[Button, ...]
    in_table: bool = False


GROUPS = (
    Group(
        (
            Button("bold", "format_bold", _("Bold"), _("Ctrl+B"), toggles=True),
            Button("italic", "format_italic", _("Italic"), _("Ctrl+I"), toggles=True),
            Button("link", "insert_link", _("Link"), _("Ctrl+K"), toggles=True),
            Button("superscript", "superscript", _("Superscript"), toggles=True),
            Button("subscript", "subscript", _("Subscript"), toggles=True),
            Button("plain", "format_clear", _("Take the setting off")),
        )
    ),
    Group(
        (
            Button("quote", "format_quote", _("Block quote"), toggles=True),
            Button("bullets", "format_list_bulleted", _("List"), toggles=True),
            Button("numbers", "format_list_numbered", _("Numbered list"), toggles=True),
            Button("table", "grid_on", _("Table")),
            Button("rule", "horizontal_rule", _("Rule between parts")),
            Button("nbsp", "space_bar", _("Space that does not break")),
        )
    ),
    Group(
        (
            Button("rowAbove", "vertical_align_top", _("Row above")),
            Button("rowBelow", "vertical_align_bottom", _("Row below")),
            Button("rowAway", "playlist_remove", _("Remove the row")),
            Button("columnBefore", "align_horizontal_left", _("Column before")),
            Button("columnAfter", "align_horizontal_right", _("Column after")),
            Button("columnAway", "remove_circle_outline", _("Remove the column")),
            Button("merge", "call_merge", _("Join or part cells")),
            Button("header", "table_rows", _("Heading cell")),
            Button("tableAway", "delete_outline", _("Remove the table")),
        ),
        in_table=True,
    ),
    Group(
        (
            Button("undo", "undo", _("Undo"), _("Ctrl+Z")),
            Button("redo", "redo", _("Redo"), _("Ctrl+Shift+Z")),
            Button("html", "code", _("The text as HTML")),
            Button("fullscreen", "fullscreen", _("Whole screen"), "F11", toggles=True),
        )
    ),
)


class StoryTextWidget(forms.Textarea):
    """The text as HTML, in an editor where there is JavaScript. A text that nobody touches is sent back as it came."""

    frame = "admin/articles/widgets/story_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 24, "data-story-editor": ""} | (attrs or {}))

    @property
    def media(self) -> Media:
        return Media(
            importmap=importmap,
            css={
                "all": [
                    "django_prose_editor/material-icons.css",
                    "django_prose_editor/editor.css",
                    "django_prose_editor/overrides.css",
                ]
            },
            js=[
                Script("django_prose_editor/editor.js", type="module"),
                Script("newsroom/desk/editor/editor.js", type="module"),
            ],
        )

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The textarea in its frame, which the site's own templates hold."""
        context = {
            "textarea": super().render(name, value, attrs, renderer),
            "id": (attrs or {}).get("id", f"id_{name}"),
            "groups": GROUPS,
            "languages": [choice for choice in Language.choices if choice[0] != Language.UNDETERMINED],
        }
        return mark_safe(render_to_string(self.frame, context))  # noqa: S308 - a template, which escapes

    def use_required_attribute(self, initial: Any) -> bool:
        return False  # the editor hides the textarea, and a browser cannot point at what is hidden


class StoryTextField(forms.CharField):
    """HTML in, clean HTML out. Line ends as a browser sends them are no change, nor is white space around blocks."""

    widget = StoryTextWidget

    def to_python(self, value: Any) -> str:
        return clean_html(line_ends(super().to_python(value) or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not same_html(clean_html(line_ends(data or "")), initial or "")


def line_ends(text: str) -> str:
    """The text with the line ends that the database keeps, not those that a browser sends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
