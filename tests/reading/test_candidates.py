import datetime

import pytest

from articles.reading import read
from partners.dates import PartialDate

TODAY = datetime.date(2026, 1, 1)


def candidates(text, names, **options):
    reading = read(text.encode(), names, today=options.pop("today", TODAY), **options)
    return [str(candidate.date) for candidate in reading.date_candidates]


WASHINGTON = (
    "Les alliés définiront une nouvelle stratégie, a déclaré le secrétaire général de l'OTAN, Jens Stoltenberg, après "
    "un débat entre les ministres jeudi 4 avril.\n"
)


def test_a_weekday_fits_several_years_of_the_same_office_and_all_are_given(names):
    assert candidates(WASHINGTON, names) == ["2019-04-04", "2024-04-04"]


def test_a_meeting_of_the_registry_on_the_days_that_the_text_gives_leaves_one(names):
    text = WASHINGTON + "Le rapport sera public d'ici le sommet des dirigeants à Washington, du 9 au 11 juillet.\n"
    assert candidates(text, names) == ["2024-04-04"]


def test_an_announced_meeting_that_the_registry_lacks_excludes_nothing(names):
    text = WASHINGTON + "Le rapport sera public d'ici le sommet des dirigeants à Lisbonne, du 3 au 5 juin.\n"
    assert candidates(text, names) == ["2019-04-04", "2024-04-04"]


def test_each_candidate_tells_its_reasons(names):
    reading = read(WASHINGTON.encode(), names, today=TODAY)
    for candidate in reading.date_candidates:
        assert "“jeudi 4 avril”" in candidate.reasons
        assert any("Jens Stoltenberg" in reason for reason in candidate.reasons)


def test_no_candidate_lies_after_today(names):
    assert candidates(WASHINGTON, names, today=datetime.date(2020, 1, 1)) == ["2019-04-04"]


def test_a_datelines_day_counts_before_the_days_of_the_text(names):
    text = (
        "BRUSSELS, April 4 (Reuters) - NATO Secretary General Jens Stoltenberg said the alliance would meet on Monday "
        "8 July.\n\nOfficials said more.\n"
    )
    assert {date[5:] for date in candidates(text, names)} <= {"04-04"}


def test_a_text_that_states_its_date_needs_no_candidate(names):
    assert candidates("Un titre court\n\nPublié le 5 avril 2024\n\n" + WASHINGTON, names) == []
    assert candidates(WASHINGTON, names, published=PartialDate(2024, 4, 5)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres se sont réunis à Bruxelles. Ils ont parlé du Sud.",
        "Les ministres se sont réunis jeudi 4 avril à Bruxelles. Ils ont parlé du Sud.",
        "Le sommet se tiendra fin juin à La Haye.",
    ],
)
def test_where_nothing_narrows_the_years_there_is_no_candidate(text, names):
    assert candidates(text, names) == []


def test_a_day_with_its_year_in_the_opening_is_a_candidate(names):
    text = "Le 28 février 2024, la Division a tenu sa réunion semestrielle. Trente pays y étaient représentés."
    assert candidates(text, names) == ["2024-02-28"]


def test_a_day_that_is_announced_is_no_candidate(names):
    assert candidates("La réunion se tiendra le 28 février 2024 à Bruxelles. Trente pays y seront.", names) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le président Joe Biden a reçu mercredi 10 juillet à Washington les dirigeants de l'OTAN.", ["2024-07-10"]),
        (
            "La Finlande est devenue mardi 4 avril le 31e membre de l'OTAN, a déclaré le secrétaire général de "
            "l'OTAN, Jens Stoltenberg.",
            ["2023-04-04"],
        ),
        (
            "Deux ans après l'invasion de l'Ukraine, a dit samedi 24 février un colonel, rien ne va.",
            ["2024-02-24"],
        ),
        ("Près de trois ans après l'invasion russe, a dit samedi 28 décembre un officier, tout dure.", ["2024-12-28"]),
        ("Les alliés ont fêté jeudi 4 avril à Bruxelles le 75e anniversaire de l'Alliance.", ["2024-04-04"]),
        ("Allies marked the 70th anniversary of NATO on Thursday, April 4, in Washington.", ["2019-04-04"]),
        ("Au 1000e jour de la guerre en Ukraine, les alliés promettent de continuer.", ["2024-11"]),
        (
            "L'ancien secrétaire général de l'OTAN Anders Fogh Rasmussen a estimé mardi 3 mai qu'il fallait agir.",
            ["2016-05-03", "2022-05-03"],
        ),
    ],
)
def test_posts_accessions_anniversaries_and_years_since_an_event_narrow_the_years(text, expected, names):
    assert candidates(text, names) == expected


def test_an_anniversary_is_told_among_the_reasons(names):
    text = "Les alliés ont fêté jeudi 4 avril à Bruxelles le 75e anniversaire de l'Alliance."
    (candidate,) = read(text.encode(), names, today=TODAY).date_candidates
    assert candidate.reasons == ("“jeudi 4 avril”", "“75e anniversaire de l'Alliance”: 1949-04-04")


@pytest.mark.parametrize(
    "text",
    [
        "Trente ans après la création du club, il a joué jeudi 4 avril contre Bruges.",
        "Dix ans après les faits, le procès s'est ouvert jeudi 4 avril.",
    ],
)
def test_years_since_something_that_nobody_dates_narrow_nothing(text, names):
    assert candidates(text, names) == []
