"""Countries and organisations: what names them, and what only looks like it."""

import unicodedata

import pytest

from articles.reading.names import find_names
from tests.reading.prose import codes, lines, named, organisations

COUNTRIES = [
    # names, adjectives, inhabitants
    ("La Guinée équatoriale et la Guinée-Bissau coopèrent dans le golfe de Guinée.", "GQ GW"),
    ("Le Niger et le Nigeria partagent le fleuve Niger.", "NE NG"),
    ("La République démocratique du Congo accuse le Rwanda ; les soldats congolais avancent.", "CD RW"),
    ("Le Congo a voté.", ""),
    ("L’Arabie Saoudite et les Emirats arabes unis.", "SA AE"),
    ("Les Ukrainiennes, les Maliens, des chars américains, deux frégates danoises.", "UA ML US DK"),
    ("L'ÉTAT-MAJOR DU MAROC REÇOIT UNE DÉLÉGATION AU QATAR", "MA QA"),
    ("Les députés écossais siègent à Londres.", "GB"),
    ("Le Kosovo et les Territoires palestiniens.", "XK PS"),
    ("Les relations franco-algériennes et le conflit israélo-palestinien.", "FR DZ IL PS"),
    ("L'Empire gréco-romain et le monde anglo-saxon.", ""),
    ("Les forces nord-coréennes et les pays sud-américains.", "KP"),
    ("L'OTAN-Géorgie, la coopération OTAN-Mauritanie et l'accord UE-Tunisie.", "GE MR TN"),
    ("La Chine a averti Taïwan en mer de Chine méridionale.", "CN TW"),
    ("Les soldats tchadiens près du lac Tchad, dans l'océan Indien.", "TD"),
    ("Le Congo belge et l'Afrique occidentale française.", ""),
    # languages and manners
    ("Il parle français et apprend le russe ; le texte est traduit de l'anglais.", ""),
    ("Le discours, prononcé en français, a duré une heure.", ""),
    ("Un plat à la française, une sortie à l'anglaise.", ""),
    ("L'américain Lockheed Martin et le français Thales ont gagné.", "US FR"),
    # names of others
    ("La frégate Bretagne a quitté Toulon pour Djibouti.", "DJ"),
    ("Air France et France Télévisions ont signé avec Anatole France.", ""),
    ("Interrogé sur France 24, il a évoqué le Mali.", "ML"),
    ("Paris Hilton et Michael Jordan étaient à Washington avec Jordan Bardella.", ""),
    ("Agence France-Presse, Ouest-France et Paris Match l'ont écrit.", ""),
    ("Le Real Madrid a battu le Paris Saint-Germain à Rome.", ""),
    ("La Nouvelle-Calédonie et la Papouasie-Nouvelle-Guinée.", "PG"),
    ("L'Île-de-France et le Nouveau-Mexique.", ""),
    ("Le ministre Israël Katz est arrivé.", ""),
    ("Le président de la Mauritanie Mohamed Ould Ghazouani est arrivé.", "MR"),
    # ambiguous names
    ("La Géorgie souhaite rejoindre l'Otan, selon Tbilissi.", "GE"),
    ("La Géorgie, Atlanta en tête, et la Floride ont voté.", ""),
    ("Dominique et Maurice sont venus de Grenade.", ""),
    # capitals for their states
    ("Moscou accuse Washington de livrer des armes à Kiev.", "RU US UA"),
    ("Paris et Alger ont renoué le dialogue après des mois de brouille.", "FR DZ"),
    ("Madrid, Rome et Athènes demandent un effort.", "ES IT GR"),
    ("Tokyo, qui a signé l'accord, et Séoul n'ont pas réagi.", "JP KR"),
    ("Madrid souhaite inviter Rabat au sommet.", "ES MA"),
    ("Le soutien de Washington à Israël et la pression sur Téhéran.", "US IL IR"),
    ("La junte de Niamey et les autorités de Tripoli.", "NE LY"),
    ("L'axe Moscou-Téhéran inquiète.", "RU IR"),
    ("Le Kremlin dément, la Maison-Blanche se tait.", "RU US"),
    # … and as places
    ("Le sommet de Madrid s'est ouvert à Madrid.", ""),
    ("Les vols entre Paris et Alger reprennent.", ""),
    ("Bruxelles, le 4 décembre 2017 – Les ministres se retrouvent à Bruxelles.", ""),
    ("Bruxelles souhaite un accord.", ""),
    ("Kiev a été bombardée dans la nuit.", ""),
    ("Le mur de Berlin est tombé ; le château de Varsovie est ouvert.", ""),
    ("Lisbonne accueillera le prochain forum.", ""),
    ("Une délégation est arrivée à Doha, après Tunis.", ""),
]

ENGLISH = [
    ("Jordan will host the exercise.", "JO"),
    ("Michael Jordan was in Chicago. Jordan said no.", ""),
    ("Moscow's invasion of Ukraine; Kyiv has asked Washington for aid.", "RU UA US"),
    ("Moscow's streets were empty.", ""),
    ("Speaking in French, the Turkish president praised the Poles.", "TR PL"),
    ("They polish the guns; turkey is served on china.", ""),
    ("The New York Times and the Washington Post reported from Paris.", ""),
    ("American Airlines and British Airways fly to Athens.", ""),
    ("US Defense Secretary Lloyd Austin visited Poland; U.S. troops stay.", "US PL"),
    ("Spanish Defence Minister Margarita Robles met her Dutch counterpart.", "ES NL"),
    ("Join us: it is for us.", ""),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_country_is_named_where_a_reader_would_say_so(text, expected, form, names):
    assert codes(unicodedata.normalize(form, text), names) == set(expected.split())


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_names_and_adjectives(text, expected, names):
    assert codes(text, names, "en") == set(expected.split())


def test_a_mention_says_by_what_rule_it_names_the_country(names):
    found = named("Selon Nouakchott, la Maison-Blanche et les Maliens d'Oman…", names).countries
    assert [(m.surface, m.code, m.rule) for m in found] == [
        ("Nouakchott", "MR", "capital"),
        ("Maison-Blanche", "US", "metonym"),
        ("Maliens", "ML", "adjective"),
        ("Oman", "OM", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("L'UE et l'Otan, l'ONU et la Cédéao.", "fr", {"UE", "OTAN", "ONU", "CEDEAO"}),
        ("UN SOMMET AU QATAR A EU LIEU", "fr", set()),
        ("Il a eu un message au téléphone.", "fr", set()),
        ("The EU and NATO met the UN.", "en", {"UE", "OTAN", "ONU"}),
        ("JOIN US OR SHAPE IT, WHO CARES", "en", set()),
        ("Le Conseil de sécurité de l'ONU s'est réuni.", "fr", {"CSNU", "ONU"}),
        ("La Commission OTAN-Géorgie se réunira.", "fr", {"COG", "OTAN"}),
        ("l’union africaine des amis", "fr", set()),
        ("Le chercheur du Conseil européen pour les relations internationales.", "fr", set()),
        ("Il a salué le Conseil européen pour l'Ukraine.", "fr", {"CONSUE"}),
        ("She works at the European Council on Foreign Relations.", "en", set()),
        ("The European Council on Thursday agreed.", "en", {"CONSUE"}),
        ("La OTAN y la UE en Madrid.", "es", {"OTAN", "UE"}),
        ("La Ue e l'Onu, e la Nato.", "it", {"OTAN", "ONU", "UE"}),
    ],
)
def test_organisations_by_name_and_acronym(text, language, expected, names):
    assert organisations(text, names, language) == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("L'OTAN s'adapte. L'Alliance se réunira à Bruxelles.", True),
        ("L'Alliance se réunira à Bruxelles.", False),
        ("L'OTAN s'adapte. L'Alliance pour le progrès a voté.", False),
        ("L'OTAN s'adapte. L'Alliance des États du Sahel a voté.", False),
        ("L'OTAN s'adapte. L'alliance a voté.", False),
    ],
)
def test_the_bare_alliance_is_nato_only_beside_its_name(text, counts, names):
    surfaces = {m.surface.lower() for m in named(text, names).organisations if m.key == "OTAN"}
    assert ("l'alliance" in surfaces) is counts


def test_every_mention_is_the_words_at_its_span(names):
    text = "\n".join(unicodedata.normalize("NFD", text) for text, _ in COUNTRIES)
    found = find_names(lines(text), names)
    assert found.countries
    for mention in (*found.countries, *found.organisations):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert mention.passage.holds(mention.span)


def test_a_text_in_another_script_gives_nothing(names):
    assert codes("قال الأمين العام لحلف شمال الأطلسي إن القمة ستعقد في لاهاي", names, "ar") == set()
