"""``{{ moment|with_offset }}``: a moment as the desk tells it, "2026-03-02 13:00 (UTC+1)"; nothing where none is."""

from datetime import datetime

from django import template

from articles import moments

register = template.Library()


@register.filter
def with_offset(moment: datetime | None) -> str:
    return moments.with_offset(moment) if moment else ""


@register.filter
def to_the_second(moment: datetime | None) -> str:
    return moments.with_offset(moment, seconds=True) if moment else ""
