"""Spans of time on a line: as far as they surely reach, as far as they can, and no further."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.chronology import MOST_TICKS, chronology
from partners.dates import PartialDate

TODAY = datetime.date(2024, 1, 1)


def span(since, until=""):
    return tuple(PartialDate.parse(text) if text else None for text in (since, until))


def number(percent):
    return float(percent.removesuffix("%"))


def test_what_still_runs_reaches_today_and_what_ended_says_where():
    drawn = chronology([span("2004", "2014"), span("2014-01-01")], today=TODAY)
    ended, running = drawn.bars
    assert (ended.start, ended.end) == ("0.00%", "54.99%")
    assert number(running.sure_start) == pytest.approx(50, abs=0.1)
    assert number(running.start) + number(running.width) == pytest.approx(100, abs=0.02)
    assert running.end == ""
    assert ended.unsure  # a year is a long time on a line of twenty
    assert not running.unsure


def test_a_year_is_no_day_so_only_the_time_between_is_sure():
    (bar,) = chronology([span("2004", "2014")], today=TODAY).bars
    assert number(bar.sure_start) > number(bar.start)
    assert number(bar.sure_start) + number(bar.sure_width) < number(bar.end)


@pytest.mark.parametrize("dates", [("", "2014-05"), ("2014", "2014"), ("2014-03", "2014-03")])
def test_of_an_unknown_start_or_one_in_the_month_of_the_end_nothing_is_sure(dates):
    (bar,) = chronology([span(*dates)], today=TODAY).bars
    assert (bar.sure_start, bar.sure_width) == ("", "")
    assert number(bar.width) > 0


def test_without_any_date_nothing_is_drawn():
    drawn = chronology([span(""), span("")], today=TODAY)
    assert drawn.bars == (None, None)
    assert drawn.ticks == ()
    assert chronology([], today=TODAY).ticks == ()


@pytest.mark.parametrize(
    ("since", "years"),
    [("1949-08-24", [1960, 1980, 2000, 2020]), ("2004-03", [2005, 2010, 2015, 2020]), ("2023-07", [2023, 2024])],
)
def test_round_years_are_written_on_the_line(since, years):
    assert [tick.year for tick in chronology([span(since)], today=TODAY).ticks] == years


def test_a_span_that_is_still_to_come_lies_on_the_line_too():
    drawn = chronology([span("2020"), span("2026-10-01")], today=TODAY)
    assert number(drawn.bars[1].start) == 100
    assert drawn.ticks[-1].year == 2026


partial_dates = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(PartialDate.of),
)


@given(st.lists(st.tuples(partial_dates, partial_dates), max_size=6), st.dates())
def test_nothing_lies_outside_the_line_and_the_sure_part_lies_within_the_possible_one(spans, today):
    in_order = [(a, b) for a, b in spans if a is None or b is None or a.first <= b.last]
    drawn = chronology(in_order, today=today)
    assert len(drawn.bars) == len(in_order)
    assert len(drawn.ticks) <= MOST_TICKS
    assert all(0 <= number(tick.at) <= 100 for tick in drawn.ticks)
    for bar in drawn.bars:
        if bar is None:
            continue
        start, end = number(bar.start), number(bar.start) + number(bar.width)
        assert 0 <= start <= end <= 100.02
        if bar.sure_width:
            assert start - 0.02 <= number(bar.sure_start)
            assert number(bar.sure_start) + number(bar.sure_width) <= end + 0.02
