"""Texts that the desk shows and nobody changes there: set as readers read them, not as HTML source."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from articles.models import Language
from articles.sanitising import clean_html


def as_read(html: str, language: str = "") -> str:
    """The text of a story, sanitised once more and ready for a page; "–" for one without a text."""
    clean = clean_html(html)
    if not clean.strip():
        return "–"
    known = language in Language.values and language != Language.UNDETERMINED
    return format_html(
        '<div class="desk-text" dir="auto"{}>{}</div>',
        format_html(' lang="{}"', language) if known else "",
        mark_safe(clean),  # noqa: S308 - sanitised two lines above
    )


class TextAsRead(admin.ModelAdmin):
    """For articles and editions: whoever may not change the text sees it as it is read."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj) or "body" not in flatten_fieldsets(fieldsets):
            return fieldsets
        return [
            (title, options | {"fields": ["text_as_read" if name == "body" else name for name in options["fields"]]})
            for title, options in fieldsets
        ]

    @admin.display(description=gettext_lazy("text"))
    def text_as_read(self, story: Any) -> str:
        return as_read(story.body, story.language)
