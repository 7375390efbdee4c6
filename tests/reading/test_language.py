import pytest

from articles.reading.language import language_of, language_of_article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres de la Défense se sont réunis à Bruxelles."),
        ("en", "Defence ministers met in Brussels on Thursday to discuss aid to Ukraine."),
        ("es", "El ministro de Defensa viaja a Bruselas para la reunión."),
        ("de", "Die Minister haben sich in Brüssel mit dem Generalsekretär getroffen."),
        ("it", "Il ministro della Difesa è a Bruxelles per la riunione."),
        ("pt", "O ministro da Defesa não vai a Bruxelas para a reunião com os aliados."),
        ("ar", "اجتمع وزراء الدفاع في بروكسل يوم الخميس"),
        ("ru", "О встрече министров обороны в Брюсселе"),
        ("uk", "Міністри оборони зустрілися в Києві"),
        ("el", "Οι υπουργοί Άμυνας στις Βρυξέλλες"),
        ("he", "שרי ההגנה נפגשו"),
        ("ja", "国防相がブリュッセルで会談した"),
        ("zh", "国防部长在布鲁塞尔会面"),
        ("und", "OTAN"),
        ("und", "1 234,50 — 17/10/2024"),
        ("und", ""),
    ],
)
def test_the_language_is_told_by_script_and_small_words(language, text):
    assert language_of(text) == language


def test_a_long_quotation_does_not_make_a_french_paragraph_english():
    quote = "“We stand together with our partners in the South and we will continue to do so for as long as it takes”"
    assert language_of(f"Le secrétaire général a déclaré à la presse : {quote}.") == "fr"


def test_quoted_words_vote_only_where_nothing_else_does():
    quoted = "“We stand with our partners and we will do so for them”"
    assert language_of(quoted) == "en"
    assert language_of(quoted, quoted=False) == "und"


def test_a_text_in_two_languages_has_the_one_it_begins_in():
    french, english = "Les alliés sont prêts et ils le disent.", "The allies are ready and they have said so."
    assert language_of_article(f"{french}\n\n{english}") == "fr"
    assert language_of_article(f"{english}\n\n{french}") == "en"


def test_a_passage_quoted_over_several_lines_has_no_vote_in_the_article():
    french = "Le ministre a lu la déclaration que ses alliés ont signée avec lui dans la salle du conseil."
    english = "the allies will meet again in the spring and they have said that this is not over for them"
    text = f"{french}\n« We are here today and {english}.\n{english}.\n{english} ».\n"
    assert language_of_article(text) == "fr"
    assert language_of_article(text.replace("«", "").replace("»", "")) == "en"
