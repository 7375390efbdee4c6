"""Dates as known, in words: nothing is said that is not known."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from partners.date_words import date_in_words, period_in_words, range_in_words
from partners.dates import PartialDate


def known(text):
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        ("2024-10-17", "17 octobre 2024", "17 October 2024"),
        ("2024-03-01", "1er mars 2024", "1 March 2024"),
        ("2024-10", "octobre 2024", "October 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(date, french, english):
    assert date_in_words(known(date), "fr") == french
    assert date_in_words(known(date), "en-gb") == english


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        ("2024-10-17", "2024-10-18", "17–18 octobre 2024", "17–18 October 2024"),
        ("2026-06-30", "2026-07-02", "du 30 juin au 2 juillet 2026", "30 June – 2 July 2026"),
        ("2025-12-30", "2026-01-02", "du 30 décembre 2025 au 2 janvier 2026", "30 December 2025 – 2 January 2026"),
        ("2024-10-17", "2024-10-17", "17 octobre 2024", "17 October 2024"),
        ("2024-10-17", "", "17 octobre 2024", "17 October 2024"),
        ("2024-03-01", "2024-03-02", "1er–2 mars 2024", "1–2 March 2024"),
        ("2024-10", "2024-11", "octobre–novembre 2024", "October–November 2024"),
        ("2024", "2025", "2024–2025", "2024–2025"),
        ("2024-10", "2024-11-03", "d'octobre 2024 au 3 novembre 2024", "October 2024 – 3 November 2024"),
        ("", "2024", "", ""),
    ],
)
def test_the_days_of_an_event_are_said_without_repeats(start, end, french, english):
    assert range_in_words(known(start), known(end), "fr") == french
    assert range_in_words(known(start), known(end), "en") == english


@pytest.mark.parametrize(
    ("since", "until", "french", "english"),
    [
        ("2024-10-01", "", "depuis le 1er octobre 2024", "since 1 October 2024"),
        ("2024-10", "", "depuis octobre 2024", "since October 2024"),
        ("", "2021-08", "jusqu'en août 2021", "until August 2021"),
        ("", "2021-08-15", "jusqu'au 15 août 2021", "until 15 August 2021"),
        ("2010-10-14", "2024-07-02", "du 14 octobre 2010 au 2 juillet 2024", "from 14 October 2010 to 2 July 2024"),
        ("2016-08", "2019", "d'août 2016 à 2019", "from August 2016 to 2019"),
        ("", "", "", ""),
    ],
)
def test_a_period_says_which_of_its_ends_is_known(since, until, french, english):
    assert period_in_words(known(since), known(until), "fr") == french
    assert period_in_words(known(since), known(until), "en") == english


def test_templates_say_dates_in_the_active_language():
    template = Template(
        "{% load known_dates %}{{ start|known_date }} / {% date_range start end %} / {% period start end %}"
        "{{ none|known_date }}"
    )
    context = Context({"start": PartialDate(2024, 10, 17), "end": PartialDate(2024, 10, 18), "none": None})
    with override("fr"):
        assert (
            template.render(context) == "17 octobre 2024 / 17–18 octobre 2024 / du 17 octobre 2024 au 18 octobre 2024"
        )
    with override("en"):
        assert template.render(context).startswith("17 October 2024 / 17–18 October 2024 / from")
