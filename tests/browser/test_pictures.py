"""Pictures in a real browser: chosen, dropped, pasted and described; the focal point by click and by key."""

import base64

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import library, placing
from articles.models import Picture
from tests.browser.axe import grave
from tests.making import make_article, make_edition, place
from tests.pictures import picture_bytes

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
SIZES = [
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
]
wide = pytest.mark.parametrize("browser_page", SIZES[:1], indirect=True)
both = pytest.mark.parametrize("browser_page", SIZES, indirect=True, ids=["wide", "phone in the dark"])

# What a browser does when somebody lets a file fall, or pastes one: the file stands in the event.
HAND_OVER = """([selector, kind, name, data]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, { type: name.endsWith(".svg") ? "image/svg+xml" : "image/jpeg" }));
    const target = document.querySelector(selector);
    const options = { bubbles: true, cancelable: true };
    const event = kind === "paste"
        ? new ClipboardEvent("paste", { ...options, clipboardData: transfer })
        : new DragEvent(kind, { ...options, dataTransfer: transfer });
    target.dispatchEvent(event);
    return event.defaultPrevented;
}"""


def hand_over(page, selector, kind, data=None, name="photo.jpg"):
    return page.evaluate(HAND_OVER, [selector, kind, name, base64.b64encode(data or picture_bytes()).decode()])


def bring(name, **words):
    file = SimpleUploadedFile(name, picture_bytes())
    return library.bring(file, by=User.objects.create_superuser(f"by {name}"), **words)


def save(page):
    with page.expect_navigation():
        page.click("input[name=_continue]")


@pytest.mark.parametrize("kind", ["drop", "paste"])
@wide
def test_a_file_that_is_dropped_or_pasted_stands_in_the_article_once_it_is_saved(desk, kind):
    article = make_article(body="<p>Un premier paragraphe.</p><p>Un second.</p>")
    page = desk("articles_article_change", article.pk)
    assert hand_over(page, ".pictures" if kind == "drop" else "#id_slug", kind)
    page.wait_for_selector(".picture-row")
    assert page.evaluate("document.activeElement.name") == "pictures-0-alt"
    page.keyboard.type("Un quai au petit matin")
    page.fill("[name=pictures-0-credit]", "Awa Diop")
    save(page)
    (row,) = placing.rows_of(article)
    assert (row["role"], row["alt"], row["credit"]) == ("lead", "Un quai au petit matin", "Awa Diop")
    page.wait_for_function("() => document.querySelector('.picture-row-shown').naturalWidth > 0")
    assert page.complaints.heard == []


@wide
def test_pasted_words_are_no_picture(desk):
    page = desk("articles_article_change", make_article().pk)
    taken = page.evaluate(
        """() => {
            const transfer = new DataTransfer();
            transfer.setData("text/plain", "des mots");
            transfer.items.add(new File(["x"], "image.png", { type: "image/png" }));
            const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer });
            document.querySelector("#id_slug").dispatchEvent(event);
            return event.defaultPrevented;
        }"""
    )
    assert not taken
    assert page.locator(".picture-row").count() == 0


@wide
def test_a_refused_file_is_named_with_what_to_do_and_the_same_file_again_is_the_one_held(desk):
    page = desk("articles_article_change", make_article().pk)
    hand_over(page, ".pictures", "drop", b"<svg/>", "plan.svg")
    page.wait_for_selector(".pictures-told.is-bad")
    assert "plan.svg" in page.inner_text(".pictures-told.is-bad >> nth=0")
    assert page.locator(".picture-row").count() == 0
    data = picture_bytes()
    for count in (1, 2):
        hand_over(page, ".pictures", "drop", data)
        page.wait_for_function(f"() => document.querySelectorAll('.picture-row').length === {count}")
    assert Picture.objects.count() == 1
    assert page.input_value("[name=pictures-0-role]") == "lead"
    assert page.input_value("[name=pictures-1-role]") == "body"
    assert all("400" in each for each in page.complaints.heard)  # which is the refusal


@both
def test_a_picture_is_found_in_the_library_and_chosen_by_keys(desk):
    quay = [bring(name) for name in ("port.jpg", "quai.jpg")][1]
    article = make_article(language="it", body="<p>Un premier paragraphe.</p><p>Un second.</p>")
    page = desk("articles_article_change", article.pk)
    page.click("[data-pictures] [data-open]")
    page.wait_for_selector(".picture-choice >> nth=1")
    assert grave(page) == []
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("quai")
    page.wait_for_function("() => document.querySelectorAll('.picture-choice').length === 1")
    page.focus(".picture-choice")
    page.keyboard.press("Enter")
    page.wait_for_selector(".picture-row")
    assert not page.evaluate("document.querySelector('.picture-dialog').open")
    library_page = reverse("admin:articles_picture_change", args=[quay.pk])
    assert page.get_attribute("[data-library-page]", "href").endswith(library_page.partition("/admin/")[2])
    assert page.input_value("[name=pictures-0-caption_language]") == "it"
    page.select_option("[name=pictures-0-role]", "body")
    page.fill("[name=pictures-0-position]", "1")
    assert "Un premier paragraphe." in page.inner_text("[data-after]")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert grave(page) == []
    page.click(".ProseMirror p >> nth=0")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Tout nouveau.")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('[name=pictures-0-position]').value === '2'")
    page.wait_for_function("() => document.querySelector('[data-after]').textContent.startsWith('Un premier')")
    save(page)
    (row,) = placing.rows_of(article)
    assert (row["role"], row["position"]) == ("body", 2)
    assert page.complaints.heard == []


@both
def test_a_caption_gets_its_picture_on_a_page_that_needs_no_script(desk):
    bring("port.jpg", credit="AFP")
    article = make_article(body='<p class="caption" lang="en">Ships in the harbour</p><p>Un.</p>')
    page = desk("articles_article_change", article.pk)
    page.click(".pictures-waiting a")
    page.click("text=Ships in the harbour >> xpath=ancestor::li >> css=.desk-go")
    page.wait_for_url("**caption=1")
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.click(".picture-choice")
    page.wait_for_url("**/change/#pictures")
    (row,) = placing.rows_of(article)
    assert (row["role"], row["caption"], row["caption_language"]) == ("lead", "Ships in the harbour", "en")
    page = desk("articles_picture_changelist")
    assert grave(page) == []
    assert page.complaints.heard == []


@both
def test_the_focal_point_is_set_by_a_click_and_moved_by_keys(desk):
    page = desk("articles_picture_changelist")
    page.set_input_files("#library-file", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes()})
    page.wait_for_url("**/change/")
    page.wait_for_function("() => document.querySelector('[data-focal] img').naturalWidth > 0")
    box = page.locator("[data-focal] img").bounding_box()
    page.click("[data-focal] img", position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert (page.input_value("#id_focal_x"), page.input_value("#id_focal_y")) == ("0.25", "0.75")
    assert page.evaluate("document.activeElement.className") == "picture-focal-mark"
    for key in ("ArrowRight", "Shift+ArrowUp"):
        page.keyboard.press(key)
    assert (page.input_value("#id_focal_x"), page.input_value("#id_focal_y")) == ("0.26", "0.65")
    assert "26" in page.get_attribute(".picture-focal-mark", "aria-label")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    assert page.input_value("#id_focal_x") == "0"
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    picture = Picture.objects.get()
    assert (picture.focal_x, picture.focal_y) == (0, 0.65)
    assert page.complaints.heard == []


@both
def test_readers_see_pictures_that_move_nothing_when_they_come(browser_page, live_server):
    article = make_article(slug="le-texte", body="<p>Un.</p><p>Deux.</p>")
    picture = bring("a.jpg", alt="Un quai", caption="The quay", caption_language="en", credit="AFP")
    place(article, picture, picture)
    make_edition(article=article)
    page = browser_page
    for address in ("/articles/le-texte/", "/"):
        page.goto(live_server.url + address)
        page.wait_for_function("() => document.querySelector('main picture img').naturalWidth > 0")
        assert page.evaluate("document.querySelector('main picture img').currentSrc.endsWith('.avif')")
        shift = page.evaluate(
            """() => new Promise((done) => {
                new PerformanceObserver((list) => done(list.getEntries().reduce((sum, each) => sum + each.value, 0)))
                    .observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(0), 400);
            })"""
        )
        assert shift < 0.05
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert grave(page) == []
    assert picture.address in page.content()
    assert page.complaints.heard == []
