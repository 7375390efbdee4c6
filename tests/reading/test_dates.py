import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.dates import find_dates
from articles.reading.times import find_times
from articles.reading.years import years_fitting
from partners.dates import PartialDate
from tests.growth import in_step


def found(text, written=None, language="fr"):
    dates = find_dates(text, written=written and PartialDate.parse(written), language=language)
    return [(str(date.start), str(date.end)) for date in dates]


def one(text, written=None, language="fr"):
    (date,) = found(text, written, language)
    return date[0] if date[0] == date[1] else date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("le 17 octobre 2024", "2024-10-17"),
        ("le 1er mars 2024", "2024-03-01"),
        ("MERCREDI 17 AOÛT 2022", "2022-08-17"),
        ("Bruxelles, 17 fevrier 2022", "2022-02-17"),
        ("• 28 Feb. 2024 -", "2024-02-28"),
        ("Apr 04,2024", "2024-04-04"),
        ("on 4 April 2024", "2024-04-04"),
        ("Thursday, April 4, 2024", "2024-04-04"),
        ("the 4th of April 2024", "2024-04-04"),
        ("4 de abril de 2024", "2024-04-04"),
        ("am 4. April 2024", "2024-04-04"),
        ("le 04/12/2017", "2017-12-04"),
        ("2024-07-09T12:00Z", "2024-07-09"),
        ("en juin 2025", "2025-06"),
        ("fin juin 2025", "2025-06"),
        ("the end of June 2025", "2025-06"),
        ("depuis 2014", "2014"),
        ("au premier trimestre 2025", "2025"),
        ("du 9 au 11 juillet 2024", ("2024-07-09", "2024-07-11")),
        ("mardi 5 et mercredi 6 décembre 2017", ("2017-12-05", "2017-12-06")),
        ("les 17, 18 et 19 octobre 2024", ("2024-10-17", "2024-10-19")),
        ("du 30 juin au 2 juillet 2026", ("2026-06-30", "2026-07-02")),
        ("du 30 décembre au 2 janvier 2025", ("2024-12-30", "2025-01-02")),
        ("July 9-11, 2024", ("2024-07-09", "2024-07-11")),
        ("9–11 July 2024", ("2024-07-09", "2024-07-11")),
        ("June 30-July 2, 2026", ("2026-06-30", "2026-07-02")),
        ("between 9 and 11 July 2024", ("2024-07-09", "2024-07-11")),
        ("entre le 9 et le 11 juillet 2024", ("2024-07-09", "2024-07-11")),
        ("del 9 al 11 de julio de 2024", ("2024-07-09", "2024-07-11")),
    ],
)
def test_a_date_is_read_as_far_as_it_is_stated(text, date):
    assert one(text) == date


def test_two_days_that_do_not_follow_each_other_are_two_dates():
    assert found("le 5 et le 12 mars 2024") == [("2024-03-05",) * 2, ("2024-03-12",) * 2]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("jeudi 4 avril", (None, 4, 4, 3)),
        ("fin juin", (None, 6, None, None)),
        ("April 4", (None, 4, 4, None)),
        ("d’ici juillet", (None, 7, None, None)),
    ],
)
def test_a_date_without_a_year_keeps_its_parts_and_invents_no_year(text, parts):
    (date,) = find_dates(text, language="fr")
    assert date.start is None
    assert (date.first.year, date.first.month, date.first.day, date.first.weekday) == parts


@pytest.mark.parametrize(
    ("text", "written", "date"),
    [
        ("le 4 avril", "2024-04-05", "2024-04-04"),
        ("le 15 janvier", "2024-12-20", "2025-01-15"),
        ("le 30 décembre", "2025-01-03", "2024-12-30"),
        ("le 12 mars", "2024-09-15", "2024-03-12"),
        ("jeudi 4 avril", "2024-02-01", "2024-04-04"),
        ("fin juin", "2025-04-03", "2025-06"),
        ("le 4 avril", "2024", "2024-04-04"),
        ("les 17 et 18 octobre", "2024-10-16", ("2024-10-17", "2024-10-18")),
    ],
)
def test_the_texts_own_date_gives_the_year_in_which_the_day_comes_nearest(text, written, date):
    assert one(text, written) == date


def test_a_year_in_which_the_weekday_is_wrong_is_not_given():
    assert one("vendredi 4 avril", "2024-04-05") == "2025-04-04"
    assert one("mercredi 4 avril", "2024-04-05") == "None"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("hier", "2024-10-15"),
        ("aujourd’hui", "2024-10-16"),
        ("avant-hier", "2024-10-14"),
        ("ce jeudi", "2024-10-17"),
        ("ce mardi", "2024-10-15"),
        ("lundi dernier", "2024-10-14"),
        ("mercredi prochain", "2024-10-23"),
        ("next Tuesday", "2024-10-22"),
        ("yesterday", "2024-10-15"),
        ("la semaine prochaine", "2024-10"),
        ("le mois dernier", "2024-09"),
        ("l’an prochain", "2025"),
    ],
)
def test_relative_words_are_resolved_against_the_texts_own_date(text, date):
    assert one(text, "2024-10-16") == date


def test_a_week_in_two_months_is_known_to_its_year():
    assert one("la semaine prochaine", "2024-10-24") == "2024"


@pytest.mark.parametrize("text", ["hier", "ce jeudi", "la semaine prochaine", "next Tuesday"])
@pytest.mark.parametrize("written", [None, "2024", "2024-10"])
def test_relative_words_are_left_out_without_a_full_date(text, written):
    assert found(text, written) == []


def test_a_day_that_no_calendar_has_is_not_given():
    assert found("le 31 avril") == []
    assert one("le 29 février 2023") == "2023-02"


def test_an_english_date_in_figures_that_can_be_read_two_ways_is_known_to_its_year():
    assert one("on 04/12/2017", language="en") == "2017"
    assert one("on 12/25/2017", language="en") == "2017-12-25"
    assert one("on 07/07/2017", language="en") == "2017-07-07"


@pytest.mark.parametrize(
    "text",
    [
        "You may march on",
        "2024 soldats et 1 200 chars",
        "de 2024 %",
        "l'article 5 du traité",
        "La planète Mars tourne",
        "un marché de 12 millions",
    ],
)
def test_words_and_numbers_that_are_no_dates_give_none(text):
    assert found(text) == []


def test_the_full_stop_of_a_sentence_is_no_part_of_a_date():
    text = "Elle a lieu jeudi 4 avril. Puis rien."
    (date,) = find_dates(text, language="fr")
    assert date.span.of(text) == "jeudi 4 avril"


def test_years_fitting_names_every_year_with_that_weekday():
    assert years_fitting(3, 4, 4, since=2010, until=2030) == [2013, 2019, 2024, 2030]
    assert years_fitting(3, 29, 2, since=2010, until=2030) == [2024]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("à 14h05", "14:05"),
        ("12 H", "12:00"),
        ("at 14:05", "14:05"),
        ("2.30 pm", "14:30"),
        ("12 am", "00:00"),
        ("00.01 GMT", "00:01"),
        ("1800 GMT", "18:00"),
        ("à midi", "12:00"),
        ("17 heures 30", "17:30"),
    ],
)
def test_times_of_day_are_read_as_the_press_writes_them(text, time):
    (found,) = find_times(text)
    assert f"{found.time:%H:%M}" == time


@pytest.mark.parametrize("text", ["100 hommes", "25:70", "4,5 h", "de 3 à 5 %", "12:1"])
def test_other_numbers_are_no_times(text):
    assert find_times(text) == []


PIECES = "le|du|au|et|4|17|avril|mai|juin|2024|jeudi|-|,|/|to|April|9-11|en|fin|de|.|04/12/2017|hier"
CALENDAR = st.sampled_from(PIECES.split("|"))


@given(st.lists(CALENDAR, max_size=25).map(" ".join), st.sampled_from([None, "2024", "2024-04", "2024-04-05"]))
def test_dates_stand_in_order_and_inside_the_text(text, written):
    dates = find_dates(text, written=written and PartialDate.parse(written))
    for date in dates:
        assert 0 <= date.span.start < date.span.end <= len(text)
        assert (date.start is None) == (date.end is None)
        assert date.start is None or date.start.first <= date.end.last
    assert [date.span for date in dates] == sorted(date.span for date in dates)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # Behind: a finite past, a participle, or no verb at all.
        ("Les ministres se sont réunis jeudi à Bruxelles.", ["2024-12-12"]),
        ("Réunis mardi à Lomé, les chefs de gouvernement signeront le traité.", ["2024-12-17"]),
        ("Le roi, arrivé samedi, sera reçu à dîner.", ["2024-12-14"]),
        ("Elle a convoqué mardi l’ambassadeur.", ["2024-12-17"]),
        ("Oslo a annoncé lundi qu’elle ne participerait pas.", ["2024-12-16"]),
        ("« Nous sommes prêts », a-t-il dit mercredi.", ["2024-12-18"]),
        ("He said on Thursday that ministers will meet.", ["2024-12-12"]),
        ("The deal, signed on Monday, will take effect.", ["2024-12-16"]),
        ("Nuevo acuerdo, anunció el lunes la ministra.", ["2024-12-16"]),
        # Ahead: future, periphrases, plans, the present of announcements.
        ("L’IGAD, dont le siège est à Djibouti, se réunira à Nairobi vendredi.", ["2024-12-20"]),
        ("Jeudi, les ministres se retrouveront à Mons.", ["2024-12-19"]),
        ("Il a indiqué que la session se tiendrait jeudi à Rome.", ["2024-12-19"]),
        ("Le sommet doit s’ouvrir samedi à Nairobi.", ["2024-12-21"]),
        ("Une réunion est prévue vendredi à Lomé.", ["2024-12-20"]),
        ("Le comité se réunit jeudi à Tunis.", ["2024-12-19"]),
        ("He will be received on Friday by the King.", ["2024-12-20"]),
        ("La ministra viajará el jueves a Riga.", ["2024-12-19"]),
        # Each weekday of a sentence goes by its own verb.
        ("Ministers, who met on Monday, will meet again on Friday.", ["2024-12-16", "2024-12-20"]),
        ("L’armée a indiqué mardi que deux soldats avaient été tués lundi.", ["2024-12-17", "2024-12-16"]),
    ],
)
def test_a_bare_weekday_lies_where_its_verb_says(text, days):
    dates = find_dates(text, written=PartialDate.parse("2024-12-18"))
    assert [str(date.start) for date in dates] == days
    assert all(date.relative for date in dates)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Le conseil se réunit mercredi et jeudi à Bruxelles.", "2024-12-18", "2024-12-19"),
        ("Dans la nuit de lundi à mardi, deux drones ont été abattus.", "2024-12-16", "2024-12-17"),
        ("They will meet from Thursday to Saturday.", "2024-12-19", "2024-12-21"),
    ],
)
def test_neighbouring_bare_weekdays_are_a_range(text, start, end):
    (date,) = find_dates(text, written=PartialDate.parse("2024-12-18"))
    assert (str(date.start), str(date.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Le jeudi, le marché se tient sur le port.",
        "Chaque mardi, le conseil se réunit. They met every Friday.",
        "Le journal Vendredi a publié la liste.",
        "The Sunday Times wrote it on its front page.",
        "Black Friday was busy, and Good Friday was quiet.",
        "Vendredi saint, il pleuvait sur la base.",
        "Mon pays. The Sun shines. He sat down.",
        "Rendez-vous jeudi 19.",
    ],
)
def test_a_weekday_of_every_week_or_of_a_name_is_no_day(text):
    assert find_dates(text, written=PartialDate.parse("2024-12-18")) == []


def test_a_bare_weekday_needs_the_texts_own_day():
    assert find_dates("Ils se sont réunis jeudi.") == []
    assert find_dates("Ils se sont réunis jeudi.", written=PartialDate.parse("2024-12")) == []


def test_a_bare_weekday_yields_to_the_date_beside_it():
    (date,) = find_dates("They met on Monday (25 November 2024).", written=PartialDate.parse("2024-12-18"))
    assert str(date.start) == "2024-11-25"


def test_the_time_to_date_weekdays_grows_with_the_text_and_no_faster():
    sentence = "Le ministre a dit jeudi et sera mardi à Paris, a indiqué le général "
    assert in_step(lambda times: find_dates(sentence * times, written=PartialDate.parse("2024-12-18")), 250)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le sommet de La Haye est prévu fin juin.", "2025-06"),
        ("Le sommet s'est tenu fin juin.", "2024-06"),
        ("Le 3 mars, il rencontrera le ministre.", "2025-03-03"),
        ("Le 3 mars, il avait rencontré le ministre.", "2024-03-03"),
        ("La réunion prévue le 12 octobre a été reportée.", "2024-10-12"),
        ("en juin dernier", "2024-06"),
        ("en juin prochain", "2025-06"),
        ("en novembre dernier", "2023-11"),
        ("en décembre de l'an dernier", "2023-12"),
        ("au mois de mai de l’année prochaine", "2025-05"),
        ("in June next year", "2025-06"),
    ],
)
def test_verbs_and_turns_of_phrase_choose_the_year_beside_the_text_s_own(text, expected):
    (date,) = find_dates(text, written=PartialDate(2024, 10, 17), language="fr")
    assert str(date.start) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("L'exercice s'est déroulé de janvier à mai.", "2024-01", "2024-05"),
        ("entre juin et septembre 2023", "2023-06", "2023-09"),
        ("from November to February 2023", "2022-11", "2023-02"),
    ],
)
def test_months_make_a_range(text, start, end):
    (date,) = find_dates(text, written=PartialDate(2024, 10, 17), language="fr")
    assert (str(date.start), str(date.end)) == (start, end)


def test_the_january_of_rio_is_no_month():
    assert find_dates("Leaders will gather in Rio de Janeiro.", written=PartialDate(2024, 10, 17)) == []
