"""Talks, audiences and sessions by the nouns and verbs that two sides go with, in French and English."""

import pytest

from tests.reading.prose import meetings

DAY = "2024-05-03"  # a Friday


@pytest.mark.parametrize(
    ("text", "kind", "place", "start"),
    [
        (
            "Le président Paul Roy a accordé lundi à Rabat une audience à l'ambassadrice Ana Roy.",
            "bilateral",
            "Rabat",
            "2024-04-29",
        ),
        (
            "Le ministre Paul Roy a tenu une réunion avec le général Hugo Lenz, jeudi à Rabat.",
            "bilateral",
            "Rabat",
            "2024-05-02",
        ),
        (
            "Paul Roy a eu une séance de travail, jeudi à Rabat, avec son homologue.",
            "bilateral",
            "Rabat",
            "2024-05-02",
        ),
        ("Le ministre Paul Roy s'est réuni jeudi avec l'émir Hugo Lenz à Rabat.", "bilateral", "Rabat", "2024-05-02"),
        (
            "Une rencontre a réuni jeudi à Rabat le ministre Paul Roy et le général Hugo Lenz.",
            "bilateral",
            "Rabat",
            "2024-05-02",
        ),
        ("Un tête-à-tête avec le ministre Paul Roy est prévu à Rabat le 6 mai.", "bilateral", "Rabat", "2024-05-06"),
        (
            "À l'issue d'un entretien, jeudi à Rabat, le ministre Paul Roy et l'émir Hugo Lenz ont parlé.",
            "bilateral",
            "Rabat",
            "2024-05-02",
        ),
        ("Les négociations reprendront à Rabat les 6 et 7 mai.", "other", "Rabat", "2024-05-06"),
        ("Des pourparlers de paix sur la Libye s'ouvriront mardi à Rabat.", "other", "Rabat", "2024-05-07"),
        ("Paul Roy, attendu lundi à Rabat, doit y rencontrer l'émir Hugo Lenz.", "bilateral", "Rabat", "2024-05-06"),
        ("Une table ronde sur la sécurité s'est tenue jeudi à Rabat.", "other", "Rabat", "2024-05-02"),
        ("Rabat accueille depuis lundi le séminaire sur la sécurité.", "other", "Rabat", "2024-04-29"),
    ],
)
def test_french_nouns_of_talks(text, kind, place, start, names):
    (meeting,) = meetings(text, names, written=DAY)
    assert (meeting.kind, meeting.place, str(meeting.start)) == (kind, place, start)


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("Minister Paul Roy held talks in Rabat on Thursday with his Kenyan counterpart.", "Rabat", "2024-05-02"),
        ("Minister Paul Roy was hosted on Thursday by General Hugo Lenz in Rabat.", "Rabat", "2024-05-02"),
        ("Minister Paul Roy sat down with General Hugo Lenz in Rabat on Thursday.", "Rabat", "2024-05-02"),
        ("Minister Paul Roy and General Hugo Lenz met on Thursday in Rabat.", "Rabat", "2024-05-02"),
        ("The two ministers met in Rabat on Thursday.", "Rabat", "2024-05-02"),
        ("The general paid a courtesy call on President Paul Roy in Rabat on Thursday.", "Rabat", "2024-05-02"),
        (
            "Minister Paul Roy will travel to Rabat on Tuesday for meetings with General Hugo Lenz.",
            "Rabat",
            "2024-05-07",
        ),
        ("Minister Paul Roy headed to Rabat on Tuesday to hold talks with General Hugo Lenz.", "Rabat", "2024-04-30"),
        ("Talks between the army and the rebels resumed in Rabat on Thursday.", "Rabat", "2024-05-02"),
        (
            "President Paul Roy hosted Kenya's President Hugo Lenz at State House, Rabat, on Thursday.",
            "Rabat",
            "2024-05-02",
        ),
    ],
)
def test_english_talks(text, place, start, names):
    (meeting,) = meetings(text, names, "en", written=DAY)
    assert (meeting.kind, meeting.place, str(meeting.start)) == ("bilateral", place, start)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre Paul Roy a tenu une réunion avec les ambassadeurs.", "fr"),
        ("Le général marche à la tête de la colonne avec le ministre Paul Roy.", "fr"),
        ("Le rapport met en garde le ministre Paul Roy.", "fr"),
        ("L'audience du tribunal a été reportée avec le juge Paul Roy.", "fr"),
        ("Les négociations avec les syndicats n'avancent pas.", "fr"),
        ("Minister Paul Roy held talks by phone with General Hugo Lenz on Thursday.", "en"),
        ("Minister Paul Roy met fierce resistance.", "en"),
        ("The minister said that talks are better than war.", "en"),
    ],
)
def test_what_two_sides_do_not_meet_for(text, language, names):
    assert [m for m in meetings(text, names, language, written=DAY) if m.kind == "bilateral"] == []


def test_a_person_is_no_place(names):
    text = "Visite officielle : le ministre Paul Roy remet une lettre à Lenz. L'émir Hugo Lenz l'attend."
    assert [meeting.place for meeting in meetings(text, names) if meeting.place] == []


def test_talks_at_headquarters_are_where_the_text_is_sent_from(names):
    text = "Minister Paul Roy received General Hugo Lenz at the General Command Headquarters."
    (meeting,) = meetings(text, names, "en", dateline="Amman")
    assert meeting.place == "Amman"


def test_a_capital_that_stands_for_its_state_is_no_place(names):
    text = "Le sommet de l'OTAN se déroule sur fond d'aide militaire à Kiev."
    assert [meeting.place for meeting in meetings(text, names)] == [""]
