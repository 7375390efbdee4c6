"""Moments as editors write them: the newsroom's local time, and no moment that the clock has twice or never."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.forms import SplitDateTimeField, TimeField
from django.utils import timezone as django_timezone
from django.utils.translation import gettext_lazy as _

from articles.filters import FIRST_DAY, LAST_DAY
from articles.moments import offset

_OFFSET = re.compile(
    r"\s*(?:(?P<zulu>[zZ]|\(UTC\))"
    r"|(?P<sign>[+\-−])(?P<hours>\d\d):?(?P<minutes>\d\d)"
    r"|\(?(?:UTC|GMT)\s*(?P<said_sign>[+\-−])(?P<said_hours>\d{1,2})(?::?(?P<said_minutes>\d\d))?\)?)\s*$"
)
_WITHIN_A_DAY = timedelta(hours=24)


class HourField(TimeField):
    """A time of day, with its offset from UTC where one is written behind it: 02:30 (UTC+1), 02:30+01:00, 02:30Z."""

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, str) and (found := _OFFSET.search(value)):
            hour = super().to_python(value[: found.start()])
            return hour.replace(tzinfo=self._zone(found)) if hour is not None else None
        return super().to_python(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _zone(self, found: re.Match[str]) -> tzinfo:
        if found["zulu"]:
            return UTC
        hours, minutes = found["hours"] or found["said_hours"], found["minutes"] or found["said_minutes"] or 0
        away = timedelta(hours=int(hours), minutes=int(minutes))
        if away >= _WITHIN_A_DAY:
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return timezone(away if (found["sign"] or found["said_sign"]) == "+" else -away)


class MomentWidget(AdminSplitDateTime):
    """Shows a moment as it has to be written: with its offset in the hour that comes twice."""

    def decompress(self, value: Any) -> Any:
        day, hour = super().decompress(value)
        if day is not None and hour is not None and len(_offsets(datetime.combine(day, hour))) > 1:
            local = django_timezone.localtime(value)
            return [day, f"{hour:%H:%M:%S} ({offset(local)})"]
        return [day, hour]


class MomentField(SplitDateTimeField):
    """A date and an hour in the newsroom's time zone, or at the offset written; cleans to a datetime in UTC.

    In UTC, for in the newsroom's zone Python compares the two hours of that night as if they were one.

    On the days when the clock changes, an hour that does not exist and one that exists twice are refused with the
    choices: what to write instead.
    """

    widget = MomentWidget
    default_error_messages = SplitDateTimeField.default_error_messages | {
        "missing": _(
            "%(moment)s does not exist in %(zone)s: the clock goes forward that night. Write %(first)s or %(second)s."
        ),
        "twice": _(
            "%(moment)s exists twice that night in %(zone)s: the clock goes back. Write %(first)s or %(second)s."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        hours = HourField(error_messages={"invalid": self.error_messages["invalid_time"]})
        hours.required = self.fields[1].required
        self.fields = (self.fields[0], hours)
        for widget, name in zip(self.widget.widgets, (_("Date"), _("Time")), strict=True):
            widget.attrs["aria-label"] = name

    def compress(self, data_list: Any) -> datetime | None:
        if not data_list:
            return None
        day, hour = data_list
        if day in self.empty_values:
            raise ValidationError(self.error_messages["invalid_date"], "invalid_date")
        if hour in self.empty_values:
            raise ValidationError(self.error_messages["invalid_time"], "invalid_time")
        if not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(self.error_messages["invalid_date"], "invalid_date")
        if hour.tzinfo is not None:
            return datetime.combine(day, hour).astimezone(UTC)
        return self._local(day, hour).astimezone(UTC)

    def _local(self, day: date, hour: time) -> datetime:
        zone = django_timezone.get_current_timezone()
        written = datetime.combine(day, hour)
        first, second = (written.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        offsets = _offsets(written)
        if len(offsets) == 1:
            return first
        if exists := _exists(written):
            choices = [f"{written:%H:%M} ({each})" for each in offsets]
        else:  # the same distance from midnight, once by the clock before the change and once by the one after it
            choices = [f"{moment.astimezone(UTC).astimezone(zone):%H:%M}" for moment in (second, first)]
        said = {"moment": f"{written:%Y-%m-%d %H:%M}", "zone": zone, "first": choices[0], "second": choices[1]}
        code = "twice" if exists else "missing"
        raise ValidationError(self.error_messages[code], code, params=said)


def _offsets(written: datetime) -> list[str]:
    """The offsets that the newsroom's clock has at that hour: one, but two in an hour that is twice or never there."""
    zone = django_timezone.get_current_timezone()
    both = [offset(written.replace(tzinfo=zone, fold=fold)) for fold in (0, 1)]
    return list(dict.fromkeys(both))


def _exists(written: datetime) -> bool:
    zone = django_timezone.get_current_timezone()
    return written.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == written
