"""Moments: the newsroom's clock, offsets where they are written, and the two nights when the clock changes."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from articles.admin.moments import MomentField
from articles.moments import offset, with_offset
from tests.making import NOW


def clean(day, hour):
    with translation.override("en"):
        return MomentField().clean([day, hour])


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        ("2026-03-02", "13:00", datetime(2026, 3, 2, 12, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00", datetime(2026, 7, 2, 11, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00Z", datetime(2026, 7, 2, 13, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00 +00:00", datetime(2026, 7, 2, 13, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00 (UTC+05:30)", datetime(2026, 7, 2, 7, 30, tzinfo=UTC)),
        ("2026-07-02", "13:00 (UTC+2)", datetime(2026, 7, 2, 11, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00 UTC-4", datetime(2026, 7, 2, 17, 0, tzinfo=UTC)),
        ("2026-07-02", "13:00 (UTC)", datetime(2026, 7, 2, 13, 0, tzinfo=UTC)),
        ("2026-07-02", "08:00-0400", datetime(2026, 7, 2, 12, 0, tzinfo=UTC)),
        ("2026-10-25", "02:30+02:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-10-25", "02:30+01:00", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("2026-10-25", "01:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("2026-10-25", "03:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        ("2026-03-29", "01:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("2026-03-29", "03:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_the_newsrooms_time_or_that_of_the_offset_written(day, hour, utc):
    assert clean(day, hour) == utc


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        ("2026-10-25", "02:30", ["exists twice", "Write 02:30 (UTC+2) or 02:30 (UTC+1)."]),
        ("2026-10-25", "02:00", ["exists twice", "Write 02:00 (UTC+2) or 02:00 (UTC+1)."]),
        ("2026-03-29", "02:30", ["does not exist", "Write 01:30 or 03:30."]),
        ("2026-03-29", "02:00", ["does not exist", "Write 01:00 or 03:00."]),
    ],
)
def test_an_hour_that_is_twice_or_never_there_is_refused_with_the_choices(day, hour, said):
    with pytest.raises(ValidationError) as refusal:
        clean(day, hour)
    with translation.override("en"):
        message = refusal.value.messages[0]
    for words in said:
        assert words in message


@pytest.mark.parametrize("day", ["2026-10-25", "2026-03-29"])
def test_each_choice_that_a_refusal_names_is_taken(day):
    with pytest.raises(ValidationError) as refusal:
        clean(day, "02:30")
    choices = [refusal.value.params[name] for name in ("first", "second")]
    assert clean(day, choices[1]) - clean(day, choices[0]) == timedelta(hours=1)


@pytest.mark.parametrize(
    "hour", ["25:00", "13:00+99:00", "13:00 (UTC+99)", "13:00-15", "13:00+", "+02:00", "13:00 CEST", "noon", "\x00"]
)
def test_what_is_no_hour_is_refused(hour):
    with pytest.raises(ValidationError):
        clean("2026-07-02", hour)


@pytest.mark.parametrize("utc", [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)])
def test_a_moment_shown_in_a_form_is_the_one_sent_back(utc):
    field = MomentField()
    shown = [str(value) for value in field.widget.decompress(utc)]
    assert field.clean(shown) == utc
    assert not field.has_changed(utc, shown)


def test_a_moment_is_told_with_its_offset():
    assert with_offset(NOW) == "2026-03-02 13:00 (UTC+1)"
    assert with_offset(NOW + timedelta(days=60)) == "2026-05-01 14:00 (UTC+2)"
    twice = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert with_offset(twice) == "2026-10-25 02:30 (UTC+2)"
    assert with_offset(timezone.localtime(twice + timedelta(hours=1))) == "2026-10-25 02:30 (UTC+1)"
    assert with_offset(NOW, seconds=True) == "2026-03-02 13:00:00 (UTC+1)"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "UTC"), (60, "UTC+1"), (330, "UTC+5:30"), (-240, "UTC-4"), (-210, "UTC-3:30"), (765, "UTC+12:45")],
)
def test_an_offset_is_told_in_one_way(minutes, told):
    assert offset(datetime(2026, 3, 2, tzinfo=timezone.get_fixed_timezone(minutes))) == told


def test_nothing_writes_an_offset_in_another_way():
    other = re.compile(r"""\|date:"[^"]*[OPe][^"]*"|%z""")
    files = [
        path
        for room in ["templates", "articles", "newsroom", "partners"]
        for path in Path(settings.BASE_DIR, room).rglob("*")
        if path.suffix in {".html", ".py"} and "reading" not in path.parts
    ]
    assert len(files) > 250
    assert [str(path) for path in files if other.search(path.read_text())] == []
