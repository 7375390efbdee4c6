"""Dates known to the year, the month or the day: what is said of them holds for every day that they can be."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.dates import Answer, PartialDate, held, in_order, surely_overlap

YEARS = st.integers(2019, 2022)


@st.composite
def partial_dates(draw):
    day = draw(st.dates(datetime.date(2019, 1, 1), datetime.date(2022, 12, 31)))
    known = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:known])


@st.composite
def completed(draw, dates=None):
    """A partial date (or None) and one of the days that it can be."""
    partial = draw(dates if dates is not None else partial_dates())
    if partial is None:
        return None, draw(st.dates(datetime.date(2018, 1, 1), datetime.date(2023, 12, 31)))
    return partial, draw(st.dates(partial.first, partial.last))


MAYBE = st.none() | partial_dates()


@given(completed(MAYBE), completed(MAYBE), completed())
def test_held_is_never_no_when_a_completion_makes_it_held(since, until, on):
    if since[1] <= on[1] <= until[1]:
        assert held(since[0], until[0], on=on[0]) is not Answer.NO


@given(completed(), completed(), completed())
def test_held_is_yes_only_when_every_completion_makes_it_held(since, until, on):
    if held(since[0], until[0], on=on[0]) is Answer.YES:
        assert since[1] <= on[1] <= until[1]


@given(completed(), completed())
def test_a_running_span_is_yes_only_from_its_latest_start(since, on):
    assert (held(since[0], None, on=on[0]) is Answer.YES) == (since[0].last <= on[0].first)


@given(completed(), completed(), completed(), completed())
def test_a_sure_overlap_overlaps_in_every_completion(a_since, a_until, b_since, b_until):
    if surely_overlap((a_since[0], a_until[0]), (b_since[0], b_until[0])):
        assert max(a_since[1], b_since[1]) < min(a_until[1], b_until[1])


@given(completed(), completed())
def test_dates_out_of_order_are_so_in_every_completion(since, until):
    if not in_order(since[0], until[0]):
        assert since[1] > until[1]


@given(partial_dates())
def test_a_date_is_read_back_from_its_own_text(date):
    assert PartialDate.parse(str(date)) == date


@given(partial_dates())
def test_the_first_and_last_day_stay_inside_what_is_known(date):
    assert date.first.year == date.last.year == date.year
    if date.month:
        assert date.first.month == date.last.month == date.month
        assert date.full or date.last.day == calendar.monthrange(date.year, date.month)[1]


@pytest.mark.parametrize(
    "text", ["", "24", "2024-1", "2024-13", "2024-00", "2023-02-29", "2024-10-1", "17/10/2024", "0000"]
)
def test_what_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError, match="not a date"):
        PartialDate.parse(text)


def test_the_day_of_succession_belongs_to_both():
    handover = PartialDate(2024, 10, 1)
    assert held(PartialDate(2014, 10, 1), handover, on=handover) is Answer.YES
    assert held(handover, None, on=handover) is Answer.YES
    assert not surely_overlap((PartialDate(2014, 10, 1), handover), (handover, None))


def test_a_span_without_a_start_is_certain_of_nothing_but_its_end():
    assert held(None, PartialDate(2021, 8), on=PartialDate(2020)) is Answer.CANNOT_SAY
    assert held(None, PartialDate(2021, 8), on=PartialDate(2022)) is Answer.NO
    assert held(None, None, on=PartialDate(2022)) is Answer.CANNOT_SAY
