"""Moments told to people: the newsroom's time with its offset, written in one way on the site and at the desk."""

from datetime import datetime

from django.utils import timezone


def with_offset(moment: datetime, *, seconds: bool = False) -> str:
    """The moment in the newsroom's time zone: "2026-03-02 13:00 (UTC+1)"."""
    local = timezone.localtime(moment)
    return f"{local:%Y-%m-%d %H:%M:%S} ({offset(local)})" if seconds else f"{local:%Y-%m-%d %H:%M} ({offset(local)})"


def offset(moment: datetime) -> str:
    """The offset from UTC of an aware moment, as it is told everywhere: "UTC+1", "UTC+5:30", "UTC-4", "UTC"."""
    away = moment.utcoffset()
    minutes = round(away.total_seconds() / 60) if away else 0
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"
