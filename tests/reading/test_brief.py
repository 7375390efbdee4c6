import pytest

from articles.reading.brief import find_brief

BODY = "Les ministres de l'OTAN se sont réunis en français à Bruxelles, dans un article 5 de 700 mots."


def requirements(brief):
    return {str(each.kind): each.value for each in brief.requirements}


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (
            "Make this article seo compatible,Let there be subheadings for the article, be in french, create at least "
            "700 words",
            {"seo": "", "subheadings": "2", "language": "fr", "words": "700"},
        ),
        (
            "Rédige un article de 800 mots minimum, en français, avec des intertitres, optimisé SEO",
            {"words": "800", "language": "fr", "subheadings": "2", "seo": ""},
        ),
        (
            "Write the article in English. At least 1,200 words. Use three subheadings. Keep a neutral tone.",
            {"language": "en", "words": "1200", "subheadings": "3"},
        ),
        ("L'article doit être en français et compter au moins 900 mots.", {"language": "fr", "words": "900"}),
        ("Traduis cet article en anglais", {"language": "en"}),
        ("Write this in French, 800 words at least, with H2 and H3",
         {"language": "fr", "words": "800", "subheadings": "1"}),
        ("Brief :\n- 800 mots minimum\n- en français\n- 4 intertitres\n- ton neutre",
         {"words": "800", "language": "fr", "subheadings": "4"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_brief_on_top_is_found_whole_with_its_requirements(brief, expected, gap):
    text = brief + gap + BODY
    found = find_brief(text)
    assert found is not None
    assert found.text == brief == found.span.of(text)
    assert requirements(found) == expected


def test_a_brief_on_the_line_of_the_article_ends_with_its_sentence():
    text = "Make this article SEO compatible, in French, at least 700 words. " + BODY
    found = find_brief(text)
    assert found is not None
    assert text[found.span.end :].strip() == BODY


def test_every_requirement_carries_the_words_that_state_it():
    text = "Rédige un article de 800 mots, en français.\n" + BODY
    assert [each.span.of(text) for each in find_brief(text).requirements] == ["800 mots", "en français"]


def test_what_cannot_be_checked_stays_as_a_remark():
    text = "Please rewrite the following text in French, max 500 words, with a catchy title\n\n" + BODY
    found = find_brief(text)
    assert requirements(found) == {"language": "fr"}
    assert found.remarks == "max 500 words; with a catchy title"


@pytest.mark.parametrize(
    "text",
    [
        "Rédigez des articles SEO de 800 mots : nos conseils\nLe SEO est un art. Le SEO compte. Le SEO paie.",
        "Use SEO in your articles: 10 tips\n\nSearch engines read them.",
        "Optimisez vos articles pour le SEO\n\nLe SEO change. Le SEO demande des mots. Le SEO, en français, marche.",
        "Faites la paix, pas la guerre : l'OTAN en 700 mots\nUn texte.",
        "Let there be peace, says Stoltenberg in English\nA text.",
        "Écrire en français, un choix politique\n\nLe texte de loi compte 700 mots.",
        "Create jobs in French regions\nThe minister said so.",
        "Le ministre a lu un article de 800 mots en français.\nIl l'a aimé.",
        "Keep troops in Iraq, says report in 200 words\nText.",
        BODY,
        "",
    ],
)
def test_an_article_about_writing_or_anything_else_is_no_brief(text):
    assert find_brief(text) is None


def test_a_brief_stands_on_top_only():
    assert find_brief(f"{BODY}\nRédige un article de 800 mots minimum, en français, optimisé SEO") is None
