"""Dates as known, in the active language.

``{{ date|known_date }}``, ``{{ day|calendar_day }}``, ``{% date_range start end %}``, ``{% period since until %}``.
"""

import datetime

from django import template
from django.utils.translation import get_language

from partners.date_words import date_in_words, month_in_words, period_in_words, range_in_words
from partners.dates import PartialDate

register = template.Library()


@register.filter
def known_date(date: PartialDate | None) -> str:
    """The date in words, or nothing."""
    return date_in_words(date, get_language() or "") if date else ""


@register.filter
def calendar_day(day: datetime.date) -> str:
    """A full day in words."""
    return known_date(PartialDate.of(day))


@register.filter
def month_name(date: PartialDate) -> str:
    """The month without its year: "octobre"; of a date that has one."""
    return month_in_words(date, get_language() or "")


@register.simple_tag
def date_range(start: PartialDate | None, end: PartialDate | None) -> str:
    """The days of an event in words."""
    return range_in_words(start, end, get_language() or "")


@register.simple_tag
def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """How long something held, in words."""
    return period_in_words(since, until, get_language() or "")
