"""The values of a snapshot as a person reads them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.comparison import label_of, picture_in_words
from articles.models import Article, Brief, BylineRole, Contributor, Picture
from articles.models.story import LINK_FIELDS
from articles.moments import with_offset
from articles.sanitising import plain_text


def label(name: str) -> str:
    """What the field of that name is called."""
    return _("Brief") if name == "brief" else label_of(name)


def lines(name: str, value: Any) -> list[str]:
    """A value of a snapshot, or of a form that holds no such value, in lines of plain text."""
    if value is None or value == "" or value == []:
        return []
    if name == "body":
        return plain_text(value).split("\n")
    if name == "bylines":
        return [_byline(row) for row in value]
    if name == "pictures":
        held = Picture.objects.in_bulk([row["picture"] for row in value])
        return [line for row in value for line in picture_in_words(row, str(held.get(row["picture"], "–")))]
    if name == "brief":
        return [f"{_brief_label(each)}: {told}" for each, told in value.items() if told not in {None, "", False}]
    if name == "tags":
        return sorted(value) if isinstance(value, list) else [str(value)]
    if name in LINK_FIELDS:
        return _entries(name, value if isinstance(value, list) else [])
    if isinstance(value, bool):
        return [_("yes") if value else _("no")]
    return _one(name, value)


def _brief_label(name: str) -> str:
    return capfirst(str(Brief._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def _one(name: str, value: Any) -> list[str]:
    field: Any = Article._meta.get_field(name)
    if field.is_relation:
        return _entries(name, [value])
    if field.choices:
        return [str(dict(field.flatchoices).get(value, value))]
    if name == "embargo_until":
        try:
            return [with_offset(datetime.fromisoformat(value))]
        except ValueError:  # as somebody typed it
            return [value]
    return str(value).splitlines()


def _entries(name: str, keys: Iterable[Any]) -> list[str]:
    model: Any = Article._meta.get_field(name).related_model
    numbers = [key for key in keys if isinstance(key, int)]
    return sorted(str(each) for each in model._default_manager.filter(pk__in=numbers))


def _byline(row: Mapping[str, Any]) -> str:
    contributor = Contributor.objects.filter(pk=row["contributor"]).first() if row["contributor"] else None
    role = dict(BylineRole.choices).get(row["role"], row["role"])
    name = str(contributor) if contributor is not None else row.get("name", "")
    return " · ".join(filter(None, [name, str(role), row["place"]]))
