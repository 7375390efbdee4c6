"""Meetings: their kind, place and days as stated, mentions of one joined, the registry's found."""

import pytest

from articles.reading import read
from tests.reading.prose import meetings


def only(text, names, language="fr", **kwargs):
    (meeting,) = meetings(text, names, language, **kwargs)
    return meeting


def days(meeting):
    return tuple(str(day) if day else None for day in (meeting.start, meeting.end))


@pytest.mark.parametrize(
    ("text", "kind", "portfolio", "place"),
    [
        ("Le sommet de La Haye est prévu fin juin.", "summit", "", "La Haye"),
        ("Le sommet des dirigeants de l'OTAN à Washington approche.", "summit", "", "Washington"),
        ("Les dirigeants préparent le sommet du G20 à Rio de Janeiro.", "summit", "", "Rio de Janeiro"),
        ("Lisbonne accueillera le prochain sommet de l'OTAN.", "summit", "", "Lisbonne"),
        ("La réunion des chefs d'État et de gouvernement de la CEDEAO à Abuja a été reportée.", "summit", "", "Abuja"),
        ("Les ministres de la Défense de l'OTAN se réunissent à Bruxelles.", "ministerial", "defence", "Bruxelles"),
        ("Une réunion des ministres de l'Intérieur se tiendra à Tunis.", "ministerial", "interior", "Tunis"),
        ("Les chefs de la diplomatie de l'OTAN se sont retrouvés à Oslo.", "ministerial", "foreign", "Oslo"),
        ("La rencontre ministérielle de l'OTAN aura lieu à Riga.", "ministerial", "", "Riga"),
        ("Le Conseil de l'Atlantique Nord s'est réuni à Bruxelles.", "committee", "", "Bruxelles"),
        ("La prochaine session de la commission mixte se tiendra à Ankara.", "committee", "", "Ankara"),
        (
            "Les ministres de la Défense de l'OTAN ont entamé à Riga deux jours de discussions.",
            "ministerial",
            "defence",
            "Riga",
        ),
        (
            "Leurs ministres de la Défense auront une dernière séance de travail à Riga.",
            "ministerial",
            "defence",
            "Riga",
        ),
        ("Les ministres de la Défense se revoient à Riga.", "ministerial", "defence", "Riga"),
        (
            "Les ministres de la Défense devraient trancher lors de leur réunion à Riga.",
            "ministerial",
            "defence",
            "Riga",
        ),
        (
            "Le ministre Karim Alaoui se rendra à Riga pour la réunion des ministres de la Défense.",
            "ministerial",
            "defence",
            "Riga",
        ),
        ("La réunion que l'OTAN consacrera au Sud se tiendra à Riga.", "other", "", "Riga"),
        ("Il l'a promis devant l'Assemblée parlementaire de l'OTAN, réunie à Riga.", "committee", "", "Riga"),
        (
            "La commission mixte, que préside le général, chef d'état-major, doit se réunir à Riga.",
            "committee",
            "",
            "Riga",
        ),
        (
            "Le général se rendra à Riga pour une réunion des chefs d'état-major des pays partenaires.",
            "committee",
            "",
            "Riga",
        ),
        ("Les ambassadeurs des Vingt-Sept en ont discuté à Riga.", "committee", "", "Riga"),
        ("Les délégations russe et ukrainienne devaient se rencontrer à Riga.", "bilateral", "", "Riga"),
        ("Un exercice naval conjoint au large de Riga les occupe.", "exercise", "", "Riga"),
        ("La conférence des donateurs doit se tenir au Caire.", "other", "", "Le Caire"),
        ("Une délégation conduite par le général Abakar Daoud est attendue à Riga.", "bilateral", "", "Riga"),
        ("À Riga le ministre Karim Alaoui a reçu son homologue.", "bilateral", "", "Riga"),
        ("Jeudi, à Riga, le ministre Karim Alaoui a rencontré son homologue.", "bilateral", "", "Riga"),
        ("Les présidents chinois et russe s'entretiennent à Riga.", "bilateral", "", "Riga"),
        ("Le chef de l'État, Alassane Ouattara, déjeunera avec son homologue à Riga.", "bilateral", "", "Riga"),
        ("Les manœuvres conjointes « Bouclier du désert » se dérouleront à Riga.", "exercise", "", "Riga"),
        ("African Lion 2023 a débuté à Riga.", "exercise", "", "Riga"),
        ("La conférence sur la reconstruction se tiendra en Lettonie.", "other", "", "Lettonie"),
        ("Le comité militaire de l'OTAN s'est réuni à Prague.", "committee", "", "Prague"),
        ("Le G7 de la Défense s'est ouvert vendredi à Naples.", "ministerial", "defence", "Naples"),
        ("L'initiative 5+5 réunira ses ministres de la Défense à Rome.", "ministerial", "defence", "Rome"),
        ("L'exercice Steadfast Defender s'est déroulé en Pologne.", "exercise", "", "Pologne"),
        ("Le ministre Karim Alaoui a reçu à Rabat l'ambassadeur d'Espagne.", "bilateral", "", "Rabat"),
        ("Le ministre Karim Alaoui s'est rendu à Varsovie.", "bilateral", "", "Varsovie"),
        ("Le ministre est en visite officielle en Algérie.", "bilateral", "", "Algérie"),
        ("L'exercice Steadfast Defender a commencé à Narvik.", "exercise", "", "Narvik"),
        ("Un forum sur la paix se tient à Dakar.", "other", "", "Dakar"),
        ("Réunis à Paris, les dirigeants de onze pays ont parlé de paix.", "summit", "", "Paris"),
        ("Une réunion des chefs de la diplomatie de l'OTAN s'est tenue à Riga.", "ministerial", "foreign", "Riga"),
        ("Le ministre Karim Alaoui doit recevoir à Rabat la ministre Ana Diop.", "bilateral", "", "Rabat"),
        ("Le général est arrivé à Nouakchott pour une visite de deux jours.", "bilateral", "", "Nouakchott"),
    ],
)
def test_a_meeting_has_a_kind_and_a_place(text, kind, portfolio, place, names):
    meeting = only(text, names)
    assert (meeting.kind, meeting.portfolio, meeting.place) == (kind, portfolio, place)
    assert text[meeting.span.start : meeting.span.end] == meeting.label


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("NATO defence ministers will meet in Brussels on 5 June.", "ministerial", "Brussels"),
        ("Leaders prepare for a summit in The Hague.", "summit", "The Hague"),
        ("The decision was announced at the Washington summit.", "summit", "Washington"),
        ("Defence Minister Ana Garcia met with the Iraqi prime minister in Baghdad.", "bilateral", "Baghdad"),
        ("Defence Minister Ana Garcia visited Tunis for talks.", "bilateral", "Tunis"),
        ("Troops joined exercise Steadfast Defender 2024 in Poland.", "exercise", "Poland"),
        ("The Secretary General will meet the Prime Minister of Jordan, Ali Karim, in Amman.", "bilateral", "Amman"),
        ("Foreign ministers of the Visegrad Group held talks in Prague.", "ministerial", "Prague"),
        ("Defence ministers from the Northern Group met in Oslo.", "ministerial", "Oslo"),
        (
            "The 13th sitting of the OSCE Foreign Ministers Council will be held in Ljubljana.",
            "ministerial",
            "Ljubljana",
        ),
        ("The NATO Military Committee met in Prague with Admiral Rob Bauer in the chair.", "committee", "Prague"),
        (
            "The Foreign Affairs Council meets in Luxembourg on 21 October.",
            "committee",
            "Luxembourg",
        ),
        ("President Joe Biden flies to Berlin on Friday to meet Chancellor Olaf Scholz.", "bilateral", "Berlin"),
        (
            "Defence Secretary John Healey hosted Boris Pistorius at Trinity House in London.",
            "bilateral",
            "London",
        ),
    ],
)
def test_english_meetings(text, kind, place, names):
    meeting = only(text, names, "en")
    assert (meeting.kind, meeting.place) == (kind, place)


@pytest.mark.parametrize(
    "text",
    [
        "Il est au sommet de l'État depuis dix ans.",
        "Le secrétaire général donnera une conférence de presse à Bruxelles.",
        "Le match se jouera à Rabat le 4 mai 2024.",
        "Quatre soldats sont morts lors d'un exercice en Lituanie.",
        "Le ministre a reçu le mois dernier un rapport d'experts.",
        "Entretien avec le général Paul Martin.",
        "Les élections auront lieu le 5 mai 2024.",
        "La réunion a duré deux heures.",
        "Ils étaient convenus, à Riyad, de préparer un sommet.",
        "Le ministre Karim Alaoui souhaite rencontrer la ministre Ana Diop.",
        "Des invitations aux réunions des ambassadeurs sont à l'étude.",
    ],
)
def test_what_is_no_meeting_is_none(text, names):
    assert meetings(text, names) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le sommet de Lomé se tiendra du 9 au 11 juillet 2024.", ("2024-07-09", "2024-07-11")),
        ("Le sommet de Lomé se tiendra du 9 au 11 juillet.", (None, None)),
        ("Le sommet de Lomé se tiendra fin juin 2025.", ("2025-06", None)),
        ("Le 5 mars 2024, le sommet de Lomé s'est ouvert.", ("2024-03-05", None)),
        ("Le sommet de Lomé, en 2004, a tout changé.", ("2004", None)),
        ("Membre depuis 1995, le Togo accueille le sommet de Lomé.", (None, None)),
        ("Le sommet de Lomé réunit les pays d'un dialogue lancé en 1994.", (None, None)),
        ("Le sommet de Lomé, forum auquel le Togo a adhéré en 2000, se termine.", (None, None)),
    ],
)
def test_days_are_what_the_text_states(text, expected, names):
    assert days(only(text, names)) == expected


def test_the_texts_own_date_gives_the_year(names):
    assert days(only("Le sommet de Lomé se tiendra le 9 juillet.", names, written="2024-07-01"))[0] == "2024-07-09"


def test_mentions_of_one_meeting_are_joined(names):
    text = (
        "Les ministres de la Défense de l'OTAN vont se réunir les 17 et 18 octobre 2024.\n"
        "Cette réunion se tiendra à Bruxelles. La rencontre ministérielle de l'OTAN durera deux jours."
    )
    meeting = only(text, names)
    assert (meeting.place, *days(meeting)) == ("Bruxelles", "2024-10-17", "2024-10-18")


def test_two_summits_stay_two(names):
    text = "Après le sommet de Vilnius, le sommet de Washington du 9 au 11 juillet 2024 en décidera."
    assert [m.place for m in meetings(text, names)] == ["Vilnius", "Washington"]


def test_a_visit_and_its_talks_are_one(names):
    text = "Le ministre Karim Alaoui s'est rendu à Varsovie, où il a rencontré son homologue polonais, Jan Kowal."
    assert only(text, names).place == "Varsovie"


def test_the_country_called_by_its_capitals_adjective_hosts(names):
    assert only("La capitale belge abritera une réunion des ministres de la Défense.", names).place == "Bruxelles"


def test_the_dateline_is_the_place_of_a_meeting_that_has_no_other(names):
    text = "Les ministres de la Défense de l'OTAN se sont réunis jeudi."
    assert only(text, names, dateline="Bruxelles").place == "Bruxelles"


def test_a_committee_beside_the_ministers_meets_where_they_do(names):
    text = (
        "Les ministres des Affaires étrangères de l'OTAN se réunissent à Bruxelles.\n"
        "En outre, l'Alliance tiendra une réunion de la Commission OTAN-Géorgie."
    )
    assert [(m.kind, m.place) for m in meetings(text, names)] == [
        ("ministerial", "Bruxelles"),
        ("committee", "Bruxelles"),
    ]


def test_the_registrys_meeting_is_found_by_place_or_day(names):
    summit = only("Le sommet de Washington de l'OTAN, en juillet 2024, approche.", names)
    assert (summit.key, str(summit.likely_start)) == ("summit-washington-2024-07-09", "2024-07-09")
    ministers = only("Les ministres de la Défense de l'OTAN se réunissent les 17 et 18 octobre 2024.", names)
    assert ministers.key == "ministerial-defence-bruxelles-2024-10-17"


def test_a_meeting_that_the_registry_lacks_has_no_key(names):
    meeting = only("Le sommet de l'OTAN à Lomé s'ouvre le 9 juillet 2024.", names)
    assert meeting.key == ""
    assert str(meeting.likely_start) == "2024-07-09"


@pytest.mark.parametrize(
    ("text", "language", "place", "start"),
    [
        (
            "El siguiente paso podría llegar en julio de 2024, en la cumbre de Washington.",
            "es",
            "Washington",
            "2024-07",
        ),
        ("Vom 9. bis 11. Juli 2024 fliegt er zum Nato-Gipfel in Washington.", "de", "Washington", "2024-07-09"),
    ],
)
def test_summits_in_spanish_and_german(text, language, place, start, names):
    meeting = only(text, names, language)
    assert (meeting.kind, meeting.place, str(meeting.start)) == ("summit", place, start)


@pytest.mark.parametrize(
    "text",
    [
        "We met in Nairobi in March at the invitation of the Government of Kenya.",
        "Interviews can be arranged in English; photographs of the ceremony will be posted.",
    ],
)
def test_english_phrases_that_tell_of_no_talks(text, names):
    assert meetings(text, names, "en") == ()


def test_a_possessive_meeting_with_somebody_is_talks(names):
    text = "The announcement follows the Minister's meeting on Wednesday in Halifax with his Latvian counterpart."
    assert [(m.kind, m.place) for m in meetings(text, names, "en")] == [("bilateral", "Halifax")]


def test_the_council_at_the_level_of_ministers_is_their_meeting(names):
    text = (
        "Brussels to host NATO defense ministers meeting. A meeting of the North Atlantic Council (NAC) at the "
        "level of Defence Ministers will take place on 14-15 February 2023 at the NATO Headquarters in Brussels."
    )
    meeting = only(text, names, "en")
    assert (meeting.kind, meeting.portfolio, meeting.organiser) == ("ministerial", "defence", "OTAN")
    assert (meeting.place, *days(meeting)) == ("Brussels", "2023-02-14", "2023-02-15")


def test_what_comes_before_or_after_a_summit_takes_place_elsewhere(names):
    text = "Avant le sommet de l'OTAN, les deux hommes dînent à La Haye."
    assert [meeting.place for meeting in meetings(text, names)] in ([], [""])


def test_the_day_on_which_somebody_prepares_a_summit_is_not_its_day(names):
    text = "On June 19, 2023, Jens Stoltenberg met Olaf Scholz in Berlin to prepare the NATO summit in Vilnius."
    talks, summit = meetings(text, names, "en")
    assert (talks.place, str(talks.start)) == ("Berlin", "2023-06-19")
    assert (summit.place, summit.start) == ("Vilnius", None)


def test_a_dinner_that_somebody_hosts_for_leaders_is_no_talks_with_one(names):
    text = "Jens Stoltenberg will host a working dinner for NATO Heads of State and Government in The Hague."
    assert [meeting.kind for meeting in meetings(text, names, "en")] == ["summit"]


def test_a_meeting_named_after_another_takes_neither_its_town_nor_its_day(names):
    text = (
        "Les ministres de la Défense se sont réunis le 21 mai à Riga, depuis le sixième sommet UE-UA, en février 2022."
    )
    ministers, summit = meetings(text, names)
    assert (ministers.place, summit.place) == ("Riga", "")
    assert str(summit.start) == "2022-02"


def test_chiefs_of_staff_are_no_heads_of_state(names):
    text = "La réunion du Conseil des chefs d'état-major s'est tenue le 30 septembre 2019 à Tamanrasset."
    meeting = only(text, names)
    assert (meeting.kind, meeting.place) == ("committee", "Tamanrasset")


def test_a_meeting_on_the_margins_of_another_is_where_that_one_is(names):
    text = "Le groupe de contact se réunira à Riga, en marge de la réunion des ministres de la Défense de l'OTAN."
    assert {meeting.kind: meeting.place for meeting in meetings(text, names)}["ministerial"] == "Riga"


def test_a_conference_is_not_held_in_the_country_that_it_is_about(names):
    (meeting,) = meetings("Une conférence sur la reconstruction en Ukraine s'est tenue jeudi à Berne.", names)
    assert meeting.place == "Berne"


def test_a_summit_is_not_the_registry_s_of_years_later_in_the_same_town(names):
    text = (
        "Publié le 26 janvier 2023\n\nLe président rentre du sommet qui vient de se clore à Washington. Il a parlé.\n"
    )
    (meeting,) = read(text.encode(), names).meetings
    assert (meeting.place, meeting.key) == ("Washington", "")


def test_a_caption_says_again_what_the_text_tells(names):
    text = (
        "18 octobre 2024\n\nLe ministre Karim Alaoui a reçu jeudi à Riga "
        "l'ambassadeur Jean Martin et ils ont parlé longtemps.\n\n"
        "Karim Alaoui receives the ambassador in his office. Photo: ministry\n\n"
        "Ils se reverront, ont-ils dit à la presse.\n"
    )
    assert [(m.kind, m.place) for m in read(text.encode(), names).meetings] == [("bilateral", "Riga")]


def test_talks_in_the_opening_of_a_text_took_place_where_it_was_sent_from(names):
    text = (
        "TBILISI, Georgia (AP) — The foreign minister, Ana Garcia, met with Prime Minister "
        "Irakli Kobakhidze on Tuesday.\n\n"
        "Officials said that the talks went on for two hours and that more of them would follow.\n"
    )
    assert [m.place for m in read(text.encode(), names).meetings] == ["Tbilisi"]


def test_somebody_received_by_somebody_in_passing(names):
    text = (
        "Publié le 17 octobre 2024\n\nVolodymyr Zelensky, reçu dès mercredi soir en tête-à-tête par M. Macron, veut "
        "davantage.\n"
    )
    (meeting,) = read(text.encode(), names).meetings
    assert (meeting.kind, str(meeting.start)) == ("bilateral", "2024-10-16")
