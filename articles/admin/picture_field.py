"""The pictures of an article in its form: as many rows as there are, each with the words said of it there."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles import placing, renditions
from articles.admin.acting import key_in
from articles.admin.story_text import line_ends
from articles.blocks import spans_of_blocks
from articles.models import Article, Language, Picture, PictureRole, PlacedPicture, Rights
from articles.models.picture import words_of
from articles.sanitising import plain_text
from articles.snapshots import OF_A_PICTURE

ROWS = 60  # pictures; no article has more
LAST = 9999  # behind all paragraphs of any text
_TEXTS = ("role", "alt", "caption", "caption_language", "credit")
_HINT = 60  # characters of a paragraph, by which an editor knows it


class RowsAsJSON(forms.HiddenInput):
    """The rows as they were when the page was made, so that a save that leaves them alone asks nothing about them."""

    def format_value(self, value: Any) -> str:
        return json.dumps(value or [])

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        try:
            return json.loads(data.get(name) or "null")
        except ValueError:
            return None


class PicturesWidget(forms.Widget):
    """Rows named `pictures-0-alt` and so on; without JavaScript pictures are chosen on a page of their own."""

    text = ""  # the article's, whose paragraphs the rows name
    page = ""  # where pictures are chosen; empty for an article that is not kept yet
    uploads = ""  # where files are sent to, and
    chooser = ""  # where the library is asked

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, Any]] | None:
        if self.value_omitted_from_data(data, files, name):
            return None
        return [row for _number, row in self.numbered(data, name)]

    def numbered(self, data: Any, name: str) -> list[tuple[int, dict[str, Any]]]:
        """The rows that stay, each with its number on the page."""
        posted = range(min(key_in(data.get(f"{name}-TOTAL", "")), ROWS))
        rows = [(each, _row(data, f"{name}-{each}")) for each in posted if not data.get(f"{name}-{each}-DELETE")]
        return [(number, row) for number, row in rows if row["picture"]]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-TOTAL" not in data

    def counted_anew(self, data: Any, name: str) -> bool:
        """Whether the places are those of the text that is sent with them: pictures.js lets them follow it."""
        return bool(data.get(f"{name}-COUNTED"))

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        rows = value or []
        known = Picture.objects.in_bulk({row["picture"] for row in rows}) if rows else {}
        hints = _beginnings(self.text) if rows else []
        context = {
            "name": name,
            "rows": [
                row
                | {
                    "number": number,
                    "held": known[row["picture"]],
                    "thumbnail": renditions.thumbnail(known[row["picture"]]),
                    "after": _after(row, hints),
                }
                for number, row in enumerate(rows)
                if row["picture"] in known
            ],
            "empty": {"number": "__prefix__", "caption_language": "", "role": PictureRole.LEAD, "position": 0},
            "total": len(rows),
            "waiting": self.text.count('class="caption"') if self.page else 0,
            "roles": PictureRole.choices,
            "languages": Language.choices,
            "page": self.page,
            "uploads": self.uploads,
            "chooser": self.chooser,
        }
        return mark_safe(render_to_string("admin/articles/widgets/pictures.html", context))  # noqa: S308 - a template's


class PicturesField(forms.Field):
    """The rows of an article's pictures, as a snapshot tells them."""

    widget = PicturesWidget
    hidden_widget = RowsAsJSON

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, show_hidden_initial=True, label=_("Pictures"), **options)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return data is not None and (initial is None or list(initial) != placing.in_order(data, strict=False))

    def clean(self, value: Any) -> list[dict[str, Any]]:
        errors = []
        for row in value or []:
            try:
                placed = PlacedPicture(**{name: row[name] for name in OF_A_PICTURE[1:]})
                placed.clean_fields(exclude=["article", "edition", "picture"])
            except ValidationError as error:
                errors += [f"{_label(name)}: {told}" for name, each in error.message_dict.items() for told in each]
        if errors:
            raise ValidationError(errors)
        return placing.in_order(value or [])


_CHECKED = {"picture-alt": "alt", "picture-rights": "picture", "picture-credit": "credit"}


def lacking(
    article: Article, check: str, rows: Sequence[tuple[int, Mapping[str, Any]]] | None
) -> list[tuple[str, str]]:
    """Where on the article's page a check of its pictures finds something missing: the element's id, and the
    picture's name. `rows` are those of a form, None for those that are saved."""
    if check not in _CHECKED:
        return []
    if rows is None:
        rows = list(enumerate(placing.rows_of(article)))
    held = Picture.objects.in_bulk({row["picture"] for _number, row in rows})
    unknown = {key for key, picture in held.items() if picture.rights == Rights.UNKNOWN}
    lacks = {
        "picture-alt": lambda row: not (row["alt"].strip() or row["decorative"]),
        "picture-rights": lambda row: row["picture"] in unknown,
        "picture-credit": lambda row: not row["credit"].strip(),
    }[check]
    return [
        (f"pictures-{number}-{_CHECKED[check]}", str(held[row["picture"]]))
        for number, row in rows
        if row["picture"] in held and lacks(row)
    ]


def as_seen(story: Any) -> SafeString | str:
    """The pictures of an article or an edition, with their captions and credits, where nobody changes them."""
    placed = story.pictures.select_related("picture") if story.pk else []
    shown = [
        (renditions.thumbnail(each.picture), each.alt, " · ".join(filter(None, [str(each), each.credit])))
        for each in placed
    ]
    row = '<li><img class="picture-thumbnail" src="{}" alt="{}"> {}</li>'
    return format_html('<ul class="desk-plain">{}</ul>', format_html_join("", row, shown)) if shown else "–"


def as_json(picture: Picture) -> dict[str, Any]:
    """What a script needs to make a row of a picture."""
    return {
        "picture": picture.pk,
        "thumbnail": renditions.thumbnail(picture),
        "name": str(picture),
        "words": words_of(picture),
    }


def _row(data: Any, prefix: str) -> dict[str, Any]:
    texts = {name: line_ends(data.get(f"{prefix}-{name}", "")).strip().replace("\0", "") for name in _TEXTS}
    return texts | {
        "picture": key_in(data.get(f"{prefix}-picture", "")),
        "position": min(key_in(data.get(f"{prefix}-position", "").strip()), LAST),
        "decorative": bool(data.get(f"{prefix}-decorative")),
    }


def _label(name: str) -> str:
    return str(PlacedPicture._meta.get_field(name).verbose_name).capitalize()  # type: ignore[union-attr]


def _beginnings(html: str) -> list[str]:
    """The first words of each block of the text."""
    blocks = (" ".join(plain_text(html[start:end]).split()) for start, end in spans_of_blocks(html))
    return [words if len(words) <= _HINT else f"{words[:_HINT].rpartition(' ')[0]}…" for words in blocks]


def _after(row: Mapping[str, Any], hints: list[str]) -> str:
    number = row["position"]
    return hints[number - 1] if 0 < number <= len(hints) and row["role"] == PictureRole.BODY else ""
