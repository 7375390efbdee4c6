"""How search results and shared links show an article, below the words that they are made of."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from articles.checking.lengths import META_DESCRIPTION, SEARCH_TITLE

_SLUG = "slug"
SHOWN_DESCRIPTION = 160  # characters of a description that most search engines show


class SeenFromOutside(forms.Textarea):
    """The description's textarea with both previews, which a script fills; without it there is the textarea alone."""

    frame = "admin/articles/widgets/seen_from_outside.html"

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        context = {
            "textarea": super().render(name, value, attrs, renderer),
            "site_name": settings.SITE_NAME,
            "french": _address("fr"),
            "english": _address("en"),
            "longest_title": SEARCH_TITLE,
            "least": META_DESCRIPTION.start,
            "most": META_DESCRIPTION.stop - 1,
            "shown": SHOWN_DESCRIPTION,
        }
        return mark_safe(render_to_string(self.frame, context))  # noqa: S308 - a template, which escapes


def _address(tree: str) -> str:
    """The path of an article in that tree, before its slug."""
    with translation.override(tree):
        return reverse("articles:article", args=[_SLUG]).removesuffix(f"{_SLUG}/")
