"""Speakers told by who answers whom, by a comparison, by a signature; quoted words in run-on and hasty copy."""

import pytest

from tests.reading.prose import codes, people, quotes

WORDS = "Nous ne céderons rien de tout cela"
ENGLISH = "We will not give up any of that"
TWO = "Le ministre Karim Alaoui a reçu l'amiral Hugo Lenz. "
QUEEN = "La ministre Awa Ba a reçu l'amiral Hugo Lenz. "


def speakers(text, names, language="fr"):
    return [quote.speaker or None for quote in quotes(text, names, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"« {WORDS} », a rappelé le ministre Karim Alaoui à Hugo Lenz.", ["Karim Alaoui"]),
        (TWO + f"« {WORDS} », a rappelé lundi l'amiral à Karim Alaoui.", ["Hugo Lenz"]),
        (
            TWO + f"« {WORDS} », a dit l'amiral. « {WORDS}, vraiment », lui a répondu son hôte.",
            ["Hugo Lenz", "Karim Alaoui"],
        ),
        (f"Comme le disait hier le ministre Karim Alaoui, « {WORDS} ».", ["Karim Alaoui"]),
        (f"Ainsi que l'a souvent rappelé le ministre Karim Alaoui, « {WORDS} ».", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui a parlé. Et de poursuivre : « {WORDS} ».", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui a prôné la prudence face aux rumeurs, qui sont « {WORDS} ».", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui a dit que « {WORDS} » à Rabat, « {WORDS}, vraiment ».", ["Karim Alaoui"] * 2),
        (f"Le ministre Karim Alaoui sort. « {WORDS} », avait dit un peu plus tôt M. Alaoui.", ["Karim Alaoui"]),
        (TWO + f"Celui-ci a précisé que « {WORDS} ».", ["Hugo Lenz"]),
        (f"La note rapporte le propos du ministre Karim Alaoui, déclarant que « {WORDS} ».", ["Karim Alaoui"]),
        (f"« {WORDS} », Karim Alaoui, ministre de la Mer", ["Karim Alaoui"]),
        (QUEEN + f"Mais dimanche, la ministre n'a cité personne, mais elle a promis : « {WORDS} ».", ["Awa Ba"]),
        (TWO + f"Ce dernier a précisé que « {WORDS} ».", ["Hugo Lenz"]),
        (f"« {WORDS} », espère enfin le ministre Karim Alaoui.", ["Karim Alaoui"]),
        (f"« {WORDS} », veut croire le ministre Karim Alaoui.", ["Karim Alaoui"]),
        (f"« {WORDS} », met en garde le ministre Karim Alaoui.", ["Karim Alaoui"]),
        (f"« {WORDS} », a conclu, optimiste, le ministre Karim Alaoui.", ["Karim Alaoui"]),
        (f"« {WORDS} », aux dires du ministre Karim Alaoui.", ["Karim Alaoui"]),
        (f"« {WORDS} » : le ministre Karim Alaoui hausse le ton", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui a été clair : pas question de « {WORDS} ».", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui, à Rabat, a assuré son homologue Hugo Lenz que « {WORDS} ».", ["Karim Alaoui"]),
        (f"Le ministre Karim Alaoui et l'émir Hugo Lenz ont appelé à « {WORDS} ».", [None]),
        (f"La rencontre, « {WORDS} », a permis au ministre Karim Alaoui d'avancer.", [None]),
        (f"Karim Alaoui, ministre, parle. Ce texte, affirme Alaoui, repose sur « {WORDS} ».", ["Karim Alaoui"]),
        (
            TWO + f"Plaidant pour la paix, juste et sûre, le ministre a parlé. « {WORDS} », a-t-il dit.",
            ["Karim Alaoui"],
        ),
        ("L'envoyé Hugo de Lenz est là. " + f"À Rabat, de Lenz avait noté que « {WORDS} ».", ["Hugo de Lenz"]),
        (f"« {WORDS} », a déclaré M. Lenz à la presse.", ["Lenz"]),
        (TWO + f"La France a, à ce dernier égard, salué « {WORDS} ».", [None]),
        (f"Karim Alaoui, ministre, parle. L'important, pour lui, est que « {WORDS} ».", ["Karim Alaoui"]),
        (
            f"L'ambassadeur Karim Alaoui sort. Il pleut. Il vente. Hugo Lenz entre. « {WORDS} », dit le diplomate.",
            ["Karim Alaoui"],
        ),
        (f"« {WORDS} », dit l'officier. « {WORDS} », dit le ministre Karim Alaoui.", ["Karim Alaoui"]),
    ],
)
def test_who_speaks_when_two_talk_or_a_comparison_leads(text, expected, names):
    assert speakers(text, names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'"{ENGLISH}," said Jordan\'s Musa Mudavi at the talks.', ["Musa Mudavi"]),
        (f'The minister Jane Hill arrived. Referring to NATO chief Paul Roy, she said: "{ENGLISH}."', ["Jane Hill"]),
        (f"Minister Jane Hill met Paul Roy. The minister in turn “{ENGLISH.lower()}”.", ["Jane Hill"]),
        (f"The minister Jane Hill was told “{ENGLISH.lower()}”.", [None]),
        (f'Paul Roy is an MP. Minister Jane Hill noted that it is open, "{ENGLISH}," she said.', ["Jane Hill"]),
        (f'In the words of Minister Jane Hill, "{ENGLISH}".', ["Jane Hill"]),
        (f'For Minister Jane Hill, the deal is "{ENGLISH}".', ["Jane Hill"]),
        (f'"{ENGLISH}" — Minister Jane Hill.', ["Jane Hill"]),
        (f'"{ENGLISH}," Minister Jane Hill was quoted as saying.', ["Jane Hill"]),
        (f'Minister Jane Hill arrived. "{ENGLISH}," she went on.', ["Jane Hill"]),
        (f'MP Paul Roy came. Minister Jane Hill, who was late, said, "{ENGLISH}" he explained.', ["Jane Hill"]),
        (f'Minister Jane Hill expressed her wish "{ENGLISH}".', ["Jane Hill"]),
    ],
)
def test_english_subjects_beside_quoted_words(text, expected, names):
    assert speakers(text, names, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"’’{WORDS}’’, a dit le ministre Karim Alaoui.",
        f"‘’{WORDS}’’, a dit le ministre Karim Alaoui.",
        f"’’’’{WORDS}’’, a dit le ministre Karim Alaoui.",
    ],
)
def test_doubled_apostrophes_are_quotation_marks(text, names):
    (quote,) = quotes(text, names)
    assert (quote.text, quote.speaker) == (WORDS, "Karim Alaoui")


@pytest.mark.parametrize(
    "text", ["Le siège de l’’Alliance, et l’’Europe de la défense aussi.", "Rock ’’n’’ roll et le reste."]
)
def test_doubled_apostrophes_inside_words_quote_nothing(text, names):
    assert quotes(text, names) == ()


def test_paragraphs_run_together_are_sentences_of_their_own(names):
    text = f'Minister Jane Hill met a delegation.They discussed the developments."{ENGLISH}," Hill said.'
    (quote,) = quotes(text, names, "en")
    assert (quote.text, quote.speaker) == (f"{ENGLISH},", "Jane Hill")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Au Caire, le ministre égyptien de la Défense a parlé.", "fr", set()),
        ("Il a salué S.E.M. Paul Marchand et Mme Anna Keller.", "fr", {"Paul Marchand"}),
        ("Le sommet de l'OTAN commence. Le secrétaire général, M. Marchand, a parlé.", "fr", {"Marchand"}),
        ("Le club de football joue. Le secrétaire général, M. Marchand, a parlé.", "fr", set()),
        ("Foreign Affairs CS Anna Keller and Trade PS Paul Marchand spoke.", "en", {"Anna Keller", "Paul Marchand"}),
        ("Industrialization Cabinet Secretary Paul Marchand spoke.", "en", {"Paul Marchand"}),
        ("Invité, le président ukrainien en attend beaucoup.", "fr", set()),
        ("La visite du chef d'état-major de l'armée kényane Publié le mercredi 3 mai.", "fr", set()),
        ("Earlier, the Chief of Staff, General Paul Marchand, spoke.", "en", {"Paul Marchand"}),
        ("Paul Marchand, a leading member of the parliamentary committee, spoke.", "en", {"Paul Marchand"}),
        ("The opposition National Democratic Congress spoke.", "en", set()),
        ("Son président en exercice, Anton Keller, a parlé.", "fr", {"Anton Keller"}),
        ('Defense Minister Paul "Bob" Marchand spoke.', "en", {'Paul "Bob" Marchand'}),
        ("Le ministre Salem Ould Soueid'Ahmed a parlé.", "fr", {"Salem Ould Soueid'Ahmed"}),
    ],
)
def test_styles_posts_and_names_of_officials(text, language, expected, names):
    assert {p.name for p in people(text, names, language) if p.official} == expected


def test_a_country_between_a_post_and_its_holder_is_named(names):
    assert codes("President of Mali Mahamadou Issou said so.", names, "en") == {"ML"}
    assert codes("Mali Mahamadou said so.", names, "en") == set()


def test_a_capital_where_something_happens_is_a_place(names):
    assert codes("Il partira jeudi pour Kiev, où l'attend son homologue.", names) == set()
    assert codes("C'est une victoire pour Kiev, que personne ne conteste.", names) == {"UA"}


@pytest.mark.parametrize(
    "text",
    [
        "Un attentat a fait trois morts à Kiev.",
        "Le groupe a donné un concert à Kiev.",
        "Le club a vendu son stade à Kiev.",
        "L'équipe affrontera Rabat puis Kiev.",
    ],
)
def test_what_befalls_a_town_or_is_given_there_names_no_state(text, names):
    assert codes(text, names) == set()


@pytest.mark.parametrize("text", ["Il a livré des missiles à Kiev.", "La France a donné des radars à Kiev."])
def test_arms_are_given_to_states(text, names):
    assert "UA" in codes(text, names)


@pytest.mark.parametrize(
    "text",
    [
        "Le général Paul Roy, qui recevait à Berlin le ministre Ali Tolba, a promis « une aide bien plus forte ».",
        "Le général Paul Roy, reçu mardi par le ministre Ali Tolba, a promis « une aide bien plus forte ».",
        "Le général Paul Roy, qui recevait la ministre, Ana Diop, a promis « une aide bien plus forte ».",
        "Le général Paul Roy, accompagné du ministre Ali Tolba, a promis « une aide bien plus forte ».",
    ],
)
def test_who_is_named_in_an_aside_does_not_speak(text, names):
    (quote,) = quotes(text, names)
    assert quote.speaker == "Paul Roy"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Paul Roy, chef de la diplomatie de l'UE, a exhorté Israël à « laisser passer toute cette aide ».",
            "Paul Roy",
        ),
        (f"« {WORDS} », a dit une porte-parole du ministère, Ana Roy.", "Ana Roy"),
        (f"« {WORDS} », a dit à la presse un porte-parole, le colonel Paul Roy.", "Paul Roy"),
        (f"« {WORDS} », a dit un proche du dossier, le ministre Paul Roy étant absent.", None),
    ],
)
def test_a_post_before_or_behind_its_bearer_leads_to_the_speaker(text, speaker, names):
    assert speakers(text, names) == [speaker]


def test_a_nation_s_leader_is_the_one_in_its_office(names):
    text = f"Norwegian Prime Minister Paul Roy met Hugo Lenz. The Norwegian leader said: “{ENGLISH}.”"
    assert speakers(text, names, "en") == ["Paul Roy"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Minister Paul Roy left Rabat. On 11 January 2009 the minister remarked: ”{ENGLISH}”.", "en"),
        (f"Minister Paul Roy left Rabat. On 11 January the minister gave a speech, where he said: “{ENGLISH}”.", "en"),
        (f"Le ministre Paul Roy sort. Le 11 février 2009 le ministre a déclaré que « {WORDS} ».", "fr"),
        (f"Le ministre Paul Roy a dit : « {WORDS}. «", "fr"),
    ],
)
def test_neither_a_date_in_front_nor_a_mark_turned_round_hides_who_speaks(text, language, names):
    assert speakers(text, names, language) == ["Paul Roy"]


def test_a_mark_left_over_opens_nothing(names):
    text = f"He said.” Then Minister Paul Roy left. “{ENGLISH},” he said."
    assert [quote.text for quote in quotes(text, names, "en")] == [f"{ENGLISH},"]
