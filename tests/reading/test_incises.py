"""Who speaks, told by the place of the words: verbs behind the words, pronouns, whom "le ministre" means."""

import pytest

from tests.reading.prose import quotes

WORDS = "Nous ne céderons rien de tout cela"
FRIGATE = "La frégate est au port depuis ce matin. "


def only(text, names, language="fr"):
    (quote,) = quotes(text, names, language)
    return quote


@pytest.mark.parametrize(
    "verb",
    ["grince", "analyse", "rit", "s'agace", "énumère", "y affirme", "lui rétorque", "sourit", "décrypte", "tacle"],
)
def test_any_verb_right_behind_the_words_has_its_subject_behind_it(verb, names):
    assert only(f"« {WORDS} », {verb} Karim Alaoui.", names).speaker == "Karim Alaoui"
    assert only(f"Le ministre Karim Alaoui est là. « {WORDS} », {verb}-t-il.", names).speaker == "Karim Alaoui"


@pytest.mark.parametrize("verb", ["a éludé", "a aussitôt tempéré", "a grincé", "s'est ému", "avait renchéri", "a ri"])
def test_any_participle_right_behind_the_words_does_too(verb, names):
    auxiliary, _, rest = verb.rpartition(" ")
    first, _, middle = auxiliary.partition(" ")
    assert only(f"« {WORDS} », {verb} Karim Alaoui.", names).speaker == "Karim Alaoui"
    asked = f"{first}-t-il" if first.endswith("a") else f"{first}-il"
    text = f"Le ministre Karim Alaoui est là. « {WORDS} », {asked} {middle} {rest}.".replace("  ", " ")
    assert only(text, names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ('"We will give up none of this," quipped Jane Hill.', "en", "Jane Hill"),
        ("«No cederemos nada de todo esto», zanjó Ana Garrido.", "es", "Ana Garrido"),
        ("„Wir werden nichts davon aufgeben“, versprach Karl Lehmann.", "de", "Karl Lehmann"),
        ("„Wir werden nichts davon aufgeben“, so Karl Lehmann.", "de", "Karl Lehmann"),
    ],
)
def test_the_place_of_the_verb_tells_in_other_languages(text, language, speaker, names):
    assert only(text, names, language).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Le projet, « Une école pour chaque village du Nord », a coûté un million.",
        "Son film, « Une école pour chaque village du Nord », a été vu par Karim Alaoui.",
        "« Une école pour chaque village du Nord », et Karim Alaoui est parti.",
        "« Une école pour chaque village du Nord », par Karim Alaoui.",
    ],
)
def test_other_words_behind_the_marks_make_nobody_speak(text, names):
    assert all(quote.speaker is None and not quote.attribution for quote in quotes(text, names))


@pytest.mark.parametrize(
    "inside",
    [
        "Nous ne céderons rien, explique-t-il. Rien de tout cela.",
        "Nous ne céderons rien, a-t-il lancé, rien de tout cela.",
        "Nous ne céderons rien !, s'emporte-t-il. Rien de tout cela.",
        "Nous ne céderons rien, dit Karim Alaoui. Rien de tout cela.",
    ],
)
def test_the_speaker_may_stand_inside_the_marks(inside, names):
    assert only(f"Le ministre Karim Alaoui est là. « {inside} »", names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"« {WORDS} », résume Maëlle, 15 ans.", "Maëlle"),
        (f"Son camarade Titouan soupire : « {WORDS} »", "Titouan"),
        (f"Mon vieil ami Hubert me disait hier : « {WORDS} »", "Hubert"),
        (f"Jordan Diakité, 19 ans, est entré. « {WORDS} », racontait le gamin.", "Jordan Diakité"),
        (f"Firmin Castro y voit un mal : « {WORDS} »", "Firmin Castro"),
        (f"Un groupe mené par Firmin Castro, le libraire, menace. « {WORDS} », dit ce dernier.", "Firmin Castro"),
        (f"Jordan Whitfield has counted.\n“{WORDS}”, said Whitfield.", "Jordan Whitfield"),
    ],
)
def test_who_has_no_post_may_speak(text, speaker, names):
    assert only(text, names, "en" if "said" in text else "fr").speaker == speaker


@pytest.mark.parametrize("who", ["Matignon", "Reuters", "l'AFP", "le ministère", "un proche"])
def test_what_is_no_name_of_a_person_speaks_for_nobody(who, names):
    assert only(FRIGATE + f"« {WORDS} », affirme {who}.", names).speaker is None


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Karim Alaoui a rappelé les règles.", "a insisté le ministre"),
        ("Karim Alaoui a rappelé les règles.", "a insisté l'ancien banquier"),
        ("Karim Alaoui a rappelé les règles.", "a insisté le quinquagénaire"),
        ("Le chef de la diplomatie, Karim Alaoui, a rappelé les règles.", "a insisté le ministre"),
        ("Le chef de la diplomatie, Karim Alaoui, est parti.", "a insisté le ministre des Affaires étrangères"),
        ("Le secrétaire général Karim Alaoui est venu.", "a tempéré l'ancien Premier ministre"),
    ],
)
def test_words_for_a_man_mean_the_one_who_acted_last(before, words, names):
    assert only(f"{before} « {WORDS} », {words}.", names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Le président Karim Alaoui est arrivé.", "a dit le porte-parole"),
        ("Le général Karim Alaoui est arrivé.", "a dit le ministre des Finances"),
        ("Mme Ana Alaoui est arrivée.", "a dit le ministre"),
        ("Karim Alaoui est arrivé.", "a dit un ministre"),
        ("Karim Alaoui est arrivé.", "a dit le ministère"),
        ("Le général Paul Roux et Karim Alaoui sont là.", "a dit l'officier de garde du port voisin"),
    ],
)
def test_words_for_somebody_else_mean_nobody_named(before, words, names):
    assert only(f"{before} « {WORDS} », {words}.", names).speaker in (None,)


def test_of_two_presidents_the_fuller_post_tells_which(names):
    text = (
        "L'amiral Paul Roux, président du Comité militaire, a vu le général Ali Diop, président du Conseil des armées."
        f" « {WORDS} », a dit le président du Comité militaire."
    )
    assert only(text, names).speaker == "Paul Roux"


@pytest.mark.parametrize(
    "text",
    [
        f"Le ministre Karim Alaoui a pris la parole.\n« {WORDS}. »",
        f"Le ministre Karim Alaoui a pris la parole. « {WORDS}. »",
        f"Le ministre Karim Alaoui a dit :\n« {WORDS}. »",
        f"« Rien ne sera oublié de ce jour », a dit le ministre Karim Alaoui.\n« {WORDS}. »",
    ],
)
def test_a_paragraph_of_quoted_words_is_spoken_by_whom_the_one_before_leads(text, names):
    assert quotes(text, names)[-1].speaker == "Karim Alaoui"


def test_pronouns_hold_as_long_as_the_sentences_are_about_one_person(names):
    text = f"Le ministre Karim Alaoui parle. Il reste calme. Il salue. Il sort. Il revient. « {WORDS} », dit-il."
    assert only(text, names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    "tail",
    [
        "a commenté, hier soir, à Bruxelles, le ministre Karim Alaoui",
        "a estimé de son côté le ministre Karim Alaoui",
        "a déclaré ce jeudi matin devant la presse Karim Alaoui",
        "a affirmé à l'issue de la réunion du Conseil, le ministre Karim Alaoui",
        "a assuré dans un entretien au quotidien le ministre Karim Alaoui",
        "dixit Karim Alaoui",
        "selon le ministre Karim Alaoui",
    ],
)
def test_time_place_and_listeners_may_stand_between_the_verb_and_its_subject(tail, names):
    assert only(f"« {WORDS} », {tail}.", names).speaker == "Karim Alaoui"


@pytest.mark.parametrize(
    ("tail", "attribution"),
    [
        ("a commenté sur X le chef de la diplomatie mauritanienne", "le chef de la diplomatie mauritanienne"),
        ("a souligné en écho un communiqué de l'état-major", "un communiqué de l'état-major"),
        ("a déclaré le secrétaire général. M. Alaoui part", "le secrétaire général"),
        ("selon des sources proches du dossier", "des sources proches du dossier"),
    ],
)
def test_unnamed_subjects_are_found_behind_them_too(tail, attribution, names):
    quote = only(f"« {WORDS} », {tail}.", names)
    assert (quote.speaker, quote.attribution) == (None, attribution)


@pytest.mark.parametrize(
    "text",
    [
        f"Selon lui, « {WORDS} ».",
        f"« {WORDS} », selon lui.",
        "Le plan n'a selon lui « aucune espèce de raison d'être ».",
        f"Et d'ajouter : « {WORDS} »",
        f"Avant de conclure : « {WORDS} »",
        f"Il salue l'accord, car « {WORDS} ».",
        "Dans sa réponse, il a fait part de la « volonté ferme de ne rien céder ».",
    ],
)
def test_stressed_pronouns_and_bare_infinitives_go_on_with_who_spoke(text, names):
    assert only("Le ministre Karim Alaoui a pris la parole. " + text, names).speaker == "Karim Alaoui"


def test_her_words_are_not_his(names):
    assert only(f"M. Karim Alaoui a pris la parole. Selon elle, « {WORDS} ».", names).speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Le pays est « prêt à tout pour gagner cette guerre », et il le fera, a déclaré le ministre Karim Alaoui.",
        "Il n'est « pas question de céder sur ce point », même demain, a prévenu Karim Alaoui à Oslo.",
        "La flotte restera « aussi longtemps que ce sera nécessaire » au port, selon le ministre Karim Alaoui.",
    ],
)
def test_the_verb_may_end_the_sentence_that_quotes_a_part(text, names):
    assert only(text, names).speaker == "Karim Alaoui"


def test_who_has_the_main_verb_leads_the_next_sentence(names):
    text = (
        "À la sortie de l'audience que lui a accordée le président Ali Diop, le ministre Karim Alaoui a souri."
        f" Il a dit : « {WORDS} »"
    )
    assert only(text, names).speaker == "Karim Alaoui"


def test_a_post_may_stand_between_pour_and_the_name(names):
    assert only(f"Pour le chef de groupe, Karim Alaoui, c'est « {WORDS} ».", names).speaker == "Karim Alaoui"


def test_the_registry_knows_whom_the_president_of_a_country_means(names):
    text = (
        "Volodymyr Zelensky a rencontré Emmanuel Macron et Olaf Scholz. La nuit tombe. La pluie aussi. Rien ne bouge."
        f" « {WORDS} », a estimé le président ukrainien."
    )
    assert only(text, names).speaker == "Volodymyr Zelensky"


@pytest.mark.parametrize(
    "before",
    [
        "Le président Karim Alaoui, qui dînait avec le Premier ministre Ali Diop, a souri.",
        "Le ministre Karim Alaoui, reçu la veille en tête-à-tête par M. Diop, a souri.",
        "Le ministre Karim Alaoui a souri. Il était accompagné de l'ambassadeur du port, Ali Diop.",
        "Pour Karim Alaoui, chercheur à Oslo, la rupture couvait depuis des mois.",
    ],
)
def test_who_is_only_beside_the_subject_does_not_speak(before, names):
    assert only(f"{before} « {WORDS} », a-t-il dit.", names).speaker == "Karim Alaoui"


def test_a_participle_goes_on_with_the_speaker(names):
    text = f"M. Karim Alaoui part. « {WORDS} », dit-il, promettant une mission « dans les tout prochains jours »."
    assert [quote.speaker for quote in quotes(text, names)] == ["Karim Alaoui"] * 2


def test_words_quoted_before_their_speaker_is_named_are_the_same_words(names):
    text = f"« {WORDS} »\nLe port est calme.\n« {WORDS}, ni demain ni jamais », a dit le ministre Karim Alaoui."
    assert [quote.speaker for quote in quotes(text, names)] == ["Karim Alaoui"] * 2


def test_an_accused_state_does_not_speak(names):
    text = "La porte-parole de l'État, Maria Zakharova, a accusé Paris de préparer « un débarquement sous un masque »."
    assert only(text, names).speaker == "Maria Zakharova"


@pytest.mark.parametrize("noun", ["la cinéaste", "la journaliste", "la pharmacienne", "la romancière", "l'urbaniste"])
def test_a_trade_means_the_woman_who_acted_last(noun, names):
    assert only(f"Mme Ana Garrido a souri. « {WORDS} », expliquait {noun}.", names).speaker == "Ana Garrido"


@pytest.mark.parametrize("noun", ["le quotidien", "le courrier", "le dossier", "la commission", "l'agence"])
def test_a_thing_means_nobody(noun, names):
    assert only(f"M. Ali Garrido a souri. « {WORDS} », expliquait {noun}.", names).speaker is None
