"""The preview in a real browser: the words of the form, unsaved, in frames of two widths and in both languages."""

import pytest

from articles.models import Article
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("browser_page", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)
def test_unsaved_words_are_previewed_in_a_window_of_their_own(desk, browser_page):
    article = make_article(title="Avant", body="<p>Un texte.</p>")
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.fill("#id_title", "Après")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Shift+p")
    preview = opened.value
    page.complaints.listen(preview)
    preview.wait_for_selector("iframe")
    for name, width in [("preview-phone", 390), ("preview-desk", 1280)]:
        frame = preview.frame(name=name)
        frame.wait_for_selector(".story h1:has-text('Après')")
        assert frame.evaluate("window.innerWidth") == width
    preview.check("[name=language][value*='/en/']")
    preview.frame(name="preview-desk").wait_for_selector("html[lang=en] .story h1:has-text('Après')")
    preview.check("[name=width][value=phone]")
    assert preview.is_hidden("iframe[name=preview-desk]")
    assert Article.objects.get().title == "Avant"
    assert page.input_value("#id_title") == "Après"
    assert page.complaints.heard == []


def test_the_preview_fits_a_phone(desk):
    page = desk("articles_article_preview", make_article().pk)
    page.wait_for_load_state("networkidle")
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room
    assert page.complaints.heard == []
