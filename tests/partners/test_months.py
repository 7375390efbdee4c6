"""Months of the calendar, and how meetings lie in one."""

import datetime
from dataclasses import dataclass

import pytest

from partners.dates import PartialDate
from partners.months import LONGEST, Month, MonthInAddresses, lay_out

OCTOBER = Month(2024, 10)
NO_DAY = datetime.date(1999, 1, 1)


@dataclass
class Meeting:
    name: str
    start: PartialDate | None
    end: PartialDate | None = None


def meeting(name: str, start: str = "", end: str = "") -> Meeting:
    return Meeting(name, *(PartialDate.parse(date) if date else None for date in (start, end)))


def days_of(*meetings: Meeting, month: Month = OCTOBER) -> dict[int, list[str]]:
    """The days with meetings, each with `name number/days`."""
    laid = lay_out(month, meetings, today=NO_DAY)
    days = [day for week in laid.weeks for day in week if day]
    return {
        day.date.day: [f"{held.meeting.name} {held.number}/{held.days}" for held in day.meetings]
        for day in days
        if day.meetings
    }


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-10-17", "", {17: ["m 1/1"]}),
        ("2024-10-17", "2024-10-18", {17: ["m 1/2"], 18: ["m 2/2"]}),
        ("2024-09-30", "2024-10-01", {1: ["m 2/2"]}),
        ("2024-10-31", "2024-11-02", {31: ["m 1/3"]}),
        ("2024-10-17", "2024-11", {17: ["m 1/1"]}),
        ("2024-10", "", {}),
        ("2024", "", {}),
        ("", "", {}),
    ],
)
def test_a_meeting_stands_on_each_of_its_known_days_and_on_no_other(start, end, days):
    assert days_of(meeting("m", start, end)) == days


def test_a_meeting_of_the_whole_month_stands_on_all_its_days():
    held = days_of(meeting("m", "2024-09-15", "2024-11-15"))
    assert list(held) == list(range(1, 32))
    assert held[1] == ["m 17/62"]


def test_meetings_of_one_day_keep_the_order_that_they_came_in():
    assert days_of(meeting("b", "2024-10-17"), meeting("a", "2024-10-17")) == {17: ["b 1/1", "a 1/1"]}


def test_what_has_no_known_day_is_told_apart():
    held = [meeting("day", "2024-10-17"), meeting("month", "2024-10"), meeting("year", "2024")]
    assert [each.name for each in lay_out(OCTOBER, held, today=NO_DAY).apart] == ["month", "year"]


@pytest.mark.parametrize(("start", "empty"), [("2024-10-17", False), ("2024-10", False), ("2024", True)])
def test_a_month_is_empty_when_nothing_is_known_to_lie_in_it(start, empty):
    assert lay_out(OCTOBER, [meeting("m", start)], today=NO_DAY).empty is empty


def test_weeks_begin_on_monday_and_have_seven_places():
    weeks = OCTOBER.weeks()
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][:2] == [None, datetime.date(2024, 10, 1)]
    assert [day.weekday() for week in weeks for day in week[:1] if day] == [0, 0, 0, 0]
    assert len([day for week in Month(2024, 2).weeks() for day in week if day]) == 29


def test_today_is_one_day_of_its_month():
    laid = lay_out(OCTOBER, [], today=datetime.date(2024, 10, 17))
    assert [day.date.day for week in laid.weeks for day in week if day and day.today] == [17]
    other = lay_out(Month(2024, 11), [], today=datetime.date(2024, 10, 17))
    assert not [day for week in other.weeks for day in week if day and day.today]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (Month(2024, 11), Month(2025, 1), ["2024-11", "2024-12", "2025-01"]),
        (Month(2024, 11), Month(2024, 11), ["2024-11"]),
        (Month(2024, 11), Month(2024, 10), ["2024-11"]),
        (Month(9999, 12), Month(9999, 12), ["9999-12"]),
    ],
)
def test_months_follow_each_other_over_the_year(first, last, months):
    assert [str(month) for month in first.until(last)] == months


def test_a_slip_in_a_date_fills_no_centuries():
    assert len(list(Month(2024, 10).until(Month(9999, 12)))) == LONGEST


def test_an_address_holds_a_month_and_nothing_else():
    converter = MonthInAddresses()
    assert converter.to_url(Month(2024, 3)) == "2024/03"
    assert converter.to_python("2024/03") == Month(2024, 3)
    for value in ["2024/00", "2024/13", "0000/01"]:
        with pytest.raises(ValueError, match="not a"):
            converter.to_python(value)
