"""Moments as editors write them: the newsroom's local time, and no moment that the clock has twice or never."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.forms import SplitDateTimeField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.filters import FIRST_DAY, LAST_DAY


class MomentField(SplitDateTimeField):
    """A date and an hour in the newsroom's time zone; cleans to an aware datetime.

    On the days when the clock changes, an hour that does not exist and one that exists twice are refused with words
    that say what to write instead.
    """

    widget = AdminSplitDateTime
    default_error_messages = SplitDateTimeField.default_error_messages | {
        "missing": _("%(moment)s does not exist in %(zone)s: the clock goes forward that night. Write a later hour."),
        "twice": _(
            "%(moment)s comes twice in %(zone)s: the clock goes back that night. Write an earlier or later hour."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
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
        zone = timezone.get_current_timezone()
        written = datetime.combine(day, hour)
        first, second = (written.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        if first.utcoffset() != second.utcoffset():
            exists = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == written
            code = "twice" if exists else "missing"
            raise ValidationError(
                self.error_messages[code], code, params={"moment": written.strftime("%Y-%m-%d %H:%M"), "zone": zone}
            )
        return first


def with_offset(moment: datetime) -> str:
    """The moment in the newsroom's time zone, with its offset: 2026-03-02 13:00 (UTC+01:00)."""
    local = timezone.localtime(moment)
    offset = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M} (UTC{offset[:3]}:{offset[3:5]})"
