"""Pictures at the desk: brought, chosen, described and placed, with and without JavaScript, by those who may."""

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import captions, placing
from articles.models import JournalEntry, PersonalDraft, Picture, Portrait
from partners.models import Official
from tests.desk.pages import english, form_of
from tests.making import day, make_article, make_edition, make_picture, make_source_text, make_user, place
from tests.pictures import picture_bytes

pytestmark = pytest.mark.django_db
BRING, CHOOSE = reverse("admin:articles_picture_bring"), reverse("admin:articles_picture_choose")


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def article(db):
    return make_article(body="<p>Un.</p><p>Deux.</p>")


def change(article):
    return english(reverse("admin:articles_article_change", args=[article.pk]))


def pictures_page(article, query=""):
    return english(reverse("admin:articles_article_pictures", args=[article.pk])) + query


def shown(response):
    return unescape(" ".join(response.content.decode().split()))


def upload(name="photo.jpg", data=None):
    return SimpleUploadedFile(name, data or picture_bytes())


def row(number, picture, **fields):
    values = {"picture": picture.pk, "role": "lead", "position": 0, "alt": "Un quai", "caption": "", "credit": "AFP"}
    values |= {"caption_language": "fr"} | fields
    return {f"pictures-{number}-{name}": value for name, value in values.items()}


# --- in the article's form


def test_a_picture_is_put_into_an_article_by_its_form_and_the_change_is_a_revision(signed_in, article):
    lead, body = make_picture(), make_picture()
    form = form_of(signed_in.get(change(article)))
    sent = form | row(0, lead, caption="Le\r\nport") | row(1, body, role="body", position=2) | {"pictures-TOTAL": 2}
    assert signed_in.post(change(article), sent).status_code == 302
    rows = placing.rows_of(article)
    assert [(each["picture"], each["role"], each["position"]) for each in rows] == [
        (lead.pk, "lead", 0),
        (body.pk, "body", 2),
    ]
    assert rows[0]["caption"] == "Le\nport"
    assert article.revisions.first().snapshot["pictures"] == rows


def test_a_save_that_leaves_the_pictures_alone_is_no_change_and_keeps_their_rows(signed_in, article):
    place(article, make_picture(caption="Deux\nlignes"), make_picture())
    kept = list(article.pictures.values_list("pk", flat=True))
    signed_in.post(change(article), form_of(signed_in.get(change(article))))
    assert list(article.pictures.values_list("pk", flat=True)) == kept
    assert article.revisions.count() == 2


def test_a_form_without_pictures_takes_none_away(signed_in, article):
    place(article, make_picture())
    sent = {name: value for name, value in form_of(signed_in.get(change(article))).items() if "pictures" not in name}
    signed_in.post(change(article), sent | {"title": "Autre"})
    article.refresh_from_db()
    assert (article.title, article.pictures.count()) == ("Autre", 1)


def test_a_picture_is_taken_out_and_another_moved(signed_in, article):
    gone, moved = make_picture(), make_picture()
    place(article, gone, moved)
    form = form_of(signed_in.get(change(article)))
    signed_in.post(change(article), form | {"pictures-0-DELETE": "on", "pictures-1-role": "lead"})
    (left,) = placing.rows_of(article)
    assert (left["picture"], left["role"]) == (moved.pk, "lead")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"role": "lead"}, "Only one picture stands at the top"),
        ({"role": "body", "credit": "x" * 201}, "Credit"),
        ({"role": "elsewhere"}, "Place"),
        ({"role": "body", "caption_language": "xx"}, "Language of the caption"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_reason_and_nothing_typed_is_lost(signed_in, article, fields, told):
    form = form_of(signed_in.get(change(article)))
    sent = form | row(0, make_picture()) | row(1, make_picture(), **{"alt": "Un quai typique"} | fields)
    response = signed_in.post(change(article), sent | {"pictures-TOTAL": 2})
    assert response.status_code == 200
    assert told in shown(response)
    assert "Un quai typique" in shown(response)
    assert not article.pictures.exists()


def test_a_number_beyond_all_paragraphs_means_the_end(signed_in, article):
    form = form_of(signed_in.get(change(article)))
    sent = form | row(0, make_picture(), role="body", position="9" * 17) | {"pictures-TOTAL": 1}
    assert signed_in.post(change(article), sent).status_code == 302
    assert placing.rows_of(article)[0]["position"] == 9999


def test_odd_rows_are_no_rows(signed_in, article):
    form = form_of(signed_in.get(change(article)))
    odd = {"pictures-TOTAL": "9" * 30, "pictures-0-picture": "../1", "pictures-1-picture": "9" * 18}
    assert signed_in.post(change(article), form | odd).status_code == 302
    odd |= {"pictures-TOTAL": "2", "pictures-1-role": "lead", "pictures-1-caption_language": "fr"}
    form = form_of(signed_in.get(change(article)))
    assert signed_in.post(change(article), form | odd).status_code == 302  # no picture of the library
    assert not article.pictures.exists()


def test_pictures_of_a_draft_that_was_not_saved_come_back_into_the_form(signed_in, editor, article):
    picture = make_picture()
    form = form_of(signed_in.get(change(article))) | row(0, picture, alt="Jamais enregistré") | {"pictures-TOTAL": 1}
    fields = {name: value if isinstance(value, list) else [str(value)] for name, value in form.items()}
    draft = PersonalDraft.objects.create(
        user=editor, article=article, tab="t", fields=fields, base_version=article.version
    )
    response = signed_in.get(f"{change(article)}?draft={draft.pk}")
    assert "Jamais enregistré" in shown(response)
    signed_in.post(change(article), form_of(response))
    assert [each["alt"] for each in placing.rows_of(article)] == ["Jamais enregistré"]


def test_of_two_people_who_change_the_pictures_the_second_chooses(signed_in, article):
    picture = make_picture()
    form = form_of(signed_in.get(change(article)))
    place(article, make_picture(caption="Celle de l’autre"))
    response = signed_in.post(change(article), form | row(0, picture, caption="La mienne") | {"pictures-TOTAL": 1})
    assert response.status_code == 409
    assert "Celle de l’autre" in shown(response)
    assert "La mienne" in shown(response)
    page = reverse("admin:articles_article_draft", args=[article.pk, PersonalDraft.objects.get().pk])
    signed_in.post(page, form_of(signed_in.get(page), "") | {"choose-pictures": "mine"})
    assert [each["caption"] for each in placing.rows_of(article)] == ["La mienne"]


def test_the_preview_shows_the_pictures_as_they_are_being_chosen(signed_in, article):
    picture = make_picture()
    form = form_of(signed_in.get(change(article))) | row(0, picture, alt="En cours") | {"pictures-TOTAL": 1}
    page = reverse("admin:articles_article_previewed", args=[article.pk])
    assert f"/media/{picture.address}/" in shown(signed_in.post(page, form))
    assert picture.address not in shown(signed_in.get(page))


def test_who_may_not_change_an_article_sees_its_pictures_and_no_form(client):
    article = make_article(stage="ready")
    picture = make_picture(caption="Le port")
    place(article, picture)
    client.force_login(make_user("reporter"))
    html = shown(client.get(change(article)))
    assert "Le port" in html
    assert picture.address in html
    assert "pictures-TOTAL" not in html


def test_an_edition_shows_its_pictures_as_readers_saw_them(signed_in, article):
    picture = make_picture(caption="Le port", credit="AFP")
    place(article, picture)
    edition = make_edition(article=article)
    Picture.objects.update(caption="Autre")
    html = shown(signed_in.get(reverse("admin:articles_edition_change", args=[edition.pk])))
    assert picture.address in html
    assert "Le port" in html
    assert "Autre" not in html


def test_a_form_with_pictures_asks_no_more_for_many_than_for_one(signed_in, django_assert_max_num_queries):
    article = make_article()
    place(article, *(make_picture() for _ in range(20)))
    with django_assert_max_num_queries(60) as captured:
        signed_in.get(change(article))
    many = len(captured)
    other = make_article()
    place(other, make_picture())
    with django_assert_max_num_queries(many):
        signed_in.get(change(other))


# --- without JavaScript


def test_a_picture_of_the_library_is_placed_by_one_button(signed_in, article):
    first, second = make_picture(caption="Le port"), make_picture(caption="Le quai")
    page = signed_in.get(pictures_page(article, "?q=port"))
    assert "Le port" in shown(page)
    assert "Le quai" not in shown(page)
    response = signed_in.post(pictures_page(article), {"picture": first.pk, "version": article.version})
    assert response.status_code == 302
    article.refresh_from_db()
    signed_in.post(pictures_page(article), {"picture": second.pk, "version": article.version})
    assert [(each["picture"], each["role"]) for each in placing.rows_of(article)] == [
        (first.pk, "lead"),
        (second.pk, "body"),
    ]


def test_a_picture_is_brought_and_placed_at_once(signed_in, article):
    sent = {"version": article.version, "brought": upload(), "alt": "Un quai", "credit": "AFP"}
    sent |= {"caption_language": "fr", "rights": "agency"}
    assert signed_in.post(pictures_page(article), sent).status_code == 302
    assert [each["alt"] for each in placing.rows_of(article)] == ["Un quai"]
    assert JournalEntry.objects.filter(action="add", object_type="articles.picture").count() == 1


def test_a_file_that_is_refused_is_named_with_what_to_do(signed_in, article):
    sent = {"version": article.version, "brought": upload("plan.svg", b"<svg/>"), "rights": "own"}
    response = signed_in.post(pictures_page(article), sent | {"caption_language": "fr"})
    assert "“plan.svg” is not taken in. It is a drawing (SVG)" in shown(response)
    assert not Picture.objects.exists()


def test_a_file_that_is_held_already_is_placed_from_the_library(signed_in, article):
    data = picture_bytes()
    for _ in range(2):
        article.refresh_from_db()
        sent = {"version": article.version, "brought": upload(data=data), "rights": "own", "caption_language": "fr"}
        assert signed_in.post(pictures_page(article), sent).status_code == 302
    assert Picture.objects.count() == 1
    assert article.pictures.count() == 2


def test_nothing_is_placed_over_what_somebody_else_has_changed(signed_in, article):
    response = signed_in.post(pictures_page(article), {"picture": make_picture().pk, "version": 0})
    assert "Somebody changed the article meanwhile" in shown(response)
    assert not article.pictures.exists()


# --- captions that wait

CAPTIONED = (
    '<p class="caption" lang="en">Ministers meet in Brussels (Photo: NATO)</p><p>Un.</p><p>Deux.</p>'
    '<p class="caption">Une frégate au large de Brest</p><p>Trois.</p>'
)


def test_a_caption_gives_its_picture_words_language_credit_and_place_and_leaves_the_text(signed_in):
    article = make_article(body=CAPTIONED)
    page = shown(signed_in.get(pictures_page(article)))
    assert "Captions waiting for a picture" in page
    picture = make_picture(caption="", credit="", alt="Deux ministres")
    sent = {"picture": picture.pk, "version": article.version}
    assert signed_in.post(pictures_page(article, "?caption=2"), sent).status_code == 302
    article.refresh_from_db()
    sent["version"] = article.version
    assert signed_in.post(pictures_page(article, "?caption=1"), sent).status_code == 302
    article.refresh_from_db()
    assert "caption" not in article.body
    assert article.body == "<p>Un.</p><p>Deux.</p><p>Trois.</p>"
    rows = placing.rows_of(article)
    told = [
        (each["role"], each["position"], each["caption"], each["caption_language"], each["credit"]) for each in rows
    ]
    assert told == [
        ("lead", 0, "Ministers meet in Brussels", "en", "Photo: NATO"),
        ("body", 2, "Une frégate au large de Brest", "fr", ""),
    ]


def test_a_blank_in_the_library_is_filled_from_the_caption_and_nothing_else_there_is_changed(signed_in):
    article = make_article(body=CAPTIONED)
    picture = make_picture(caption="", credit="Déjà là")
    signed_in.post(pictures_page(article, "?caption=1"), {"picture": picture.pk, "version": article.version})
    picture.refresh_from_db()
    assert (picture.caption, picture.caption_language, picture.credit) == (
        "Ministers meet in Brussels",
        "en",
        "Déjà là",
    )


def test_the_form_for_a_file_brings_the_words_of_the_caption_with_it(signed_in):
    article = make_article(body=CAPTIONED)
    form = form_of(signed_in.get(pictures_page(article, "?caption=1")), "")
    assert form["caption"][0] == "Ministers meet in Brussels"
    assert (form["caption_language"], form["credit"]) == (["en"], ["Photo: NATO"])


def test_a_credit_on_the_line_below_a_caption_is_its_pictures(article):
    text = "Titre\n\nUne frégate au large\n© Marine nationale\n\nTexte.\n"
    source = make_source_text(article, text)
    start = text.index("©")
    source.removed = [["credit", start, start + len("© Marine nationale")]]
    source.save()
    article.body = '<p class="caption">Une frégate au large</p><p>Texte.</p>'
    (caption,) = captions.waiting(article)
    assert (caption.words, caption.credit) == ("Une frégate au large", "© Marine nationale")


# --- for scripts


def bring(client, user, **fields):
    return client.post(BRING, {"user": user.pk} | fields)


def test_a_file_is_brought_in_place_and_the_answer_makes_a_row(signed_in, editor):
    answer = bring(signed_in, editor, file=upload()).json()
    picture = Picture.objects.get()
    assert (answer["picture"], answer["thumbnail"]) == (picture.pk, f"/media/{picture.address}/480.webp")
    assert answer["words"]["alt"] == ""
    assert JournalEntry.objects.filter(action="add", object_id=str(picture.pk)).exists()


def test_the_same_file_again_answers_with_the_one_that_is_held(signed_in, editor):
    data = picture_bytes()
    first, again = (bring(signed_in, editor, file=upload(data=data)).json() for _ in range(2))
    assert first["picture"] == again["picture"]
    assert "held" in again
    assert "held" not in first


def test_a_refusal_in_place_names_the_file(signed_in, editor):
    response = bring(signed_in, editor, file=upload("plan.svg", b"<svg/>"))
    assert response.status_code == 400
    assert "plan.svg" in response.json()["refused"]
    assert bring(signed_in, editor).status_code == 400


def test_nobody_else_brings_a_picture_in_place(client, editor):
    stranger = make_user()
    assert bring(client, editor, file=upload()).status_code == 401
    client.force_login(stranger)
    assert bring(client, editor, file=upload()).status_code == 409
    assert bring(client, stranger, file=upload()).status_code == 403
    assert not Picture.objects.exists()


def test_the_dialog_finds_pictures_a_page_at_a_time(signed_in):
    for number in range(30):
        make_picture(caption=f"Port {number}")
    make_picture(caption="<b>Quai</b>")
    response = signed_in.get(CHOOSE, {"q": "port"})
    assert response.content.decode().count("data-choice=") == 24
    assert signed_in.get(CHOOSE, {"q": "port", "page": 2}).content.decode().count("data-choice=") == 6
    html = signed_in.get(CHOOSE, {"q": "quai"}).content.decode()
    assert "<b>Quai" not in html
    choice = json.loads(unescape(re.search(r'data-choice="([^"]*)"', html)[1]))
    assert choice["name"] == "<b>Quai</b>"


# --- the library


def library(name="changelist", *args):
    return english(reverse(f"admin:articles_picture_{name}", args=args))


def test_a_picture_is_brought_on_the_librarys_page_with_its_words(signed_in, editor):
    sent = {"brought": upload(), "alt": "Un quai", "decorative": "on", "caption_language": "fr", "rights": "own"}
    response = signed_in.post(library("add"), sent)
    assert response.status_code == 302, response.context["errors"]
    picture = Picture.objects.get()
    assert (picture.alt, picture.decorative, picture.uploaded_by) == ("", True, editor)
    again = signed_in.post(library("add"), sent | {"brought": upload(data=b"GIF89a")})
    assert "is not taken in" in shown(again)


def test_the_library_offers_the_picture_that_is_the_same_file(signed_in):
    data = picture_bytes()
    sent = {"brought": upload(data=data), "caption_language": "fr", "rights": "own"}
    signed_in.post(library("add"), sent)
    again = signed_in.post(library("add"), sent | {"brought": upload(data=data)})
    assert f'href="{library("change", Picture.objects.get().pk)}"' in again.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "brest port"}, {"Le port de Brest"}),
        ({"lacks": "alt"}, {"Sans texte"}),
        ({"lacks": "credit"}, {"Sans crédit"}),
        ({"lacks": "rights"}, {"Sans droits"}),
        ({"used": "readers"}, {"Vue"}),
        ({"used": "nowhere", "q": "sans"}, {"Sans texte", "Sans crédit", "Sans droits"}),
    ],
)
def test_the_library_is_searched_and_narrowed(signed_in, query, found):
    make_picture(caption="Le port de Brest")
    make_picture(caption="Sans texte", alt="")
    make_picture(caption="Décorative", alt="", decorative=True)
    make_picture(caption="Sans crédit", credit="")
    make_picture(caption="Sans droits", rights="unknown")
    article = make_article()
    place(article, make_picture(caption="Vue"))
    make_edition(article=article)
    response = signed_in.get(library(), query)
    assert {picture.caption for picture in response.context["cl"].result_list} == found


def test_a_picture_tells_where_it_is_used_and_keeps_its_focal_point(signed_in):
    picture, article = make_picture(), make_article(title="Au port")
    place(article, picture)
    make_edition(article=article, visible_from=day(-1))
    page = signed_in.get(library("change", picture.pk))
    assert "Readers see it in" in shown(page)
    form = form_of(page, "picture_form") | {"focal_x": "0.25", "focal_y": "1"}
    assert signed_in.post(library("change", picture.pk), form).status_code == 302
    picture.refresh_from_db()
    assert (picture.focal_x, picture.focal_y) == (0.25, 1.0)
    refused = signed_in.post(library("change", picture.pk), form | {"focal_x": "1.2"})
    assert refused.status_code == 200


def test_only_a_chief_deletes_a_picture_and_none_that_is_used(client):
    used, unused, article = make_picture(), make_picture(), make_article()
    place(article, used)
    Picture.objects.filter(pk=unused.pk).update(file=f"pictures/{unused.address[:2]}/{unused.address}/master.jpg")
    client.force_login(make_user("editor"))
    assert client.post(library("delete", unused.pk), {"post": "yes"}).status_code == 403
    client.force_login(make_user("chief"))
    assert client.post(library("delete", used.pk), {"post": "yes"}).status_code in {200, 403}
    assert client.post(library("delete", unused.pk), {"post": "yes"}).status_code == 302
    assert list(Picture.objects.all()) == [used]
    assert JournalEntry.objects.filter(action="delete", object_type="articles.picture").count() == 1


def test_a_reporter_describes_the_own_picture_until_readers_see_it(client):
    reporter, article = make_user("reporter"), make_article()
    own, other = make_picture(uploaded_by=reporter), make_picture()
    client.force_login(reporter)
    page = library("change", own.pk)
    sent = form_of(client.get(page), "picture_form") | {"credit": "Moi"}
    assert client.post(page, sent).status_code == 302
    assert client.post(library("change", other.pk), sent).status_code == 403
    place(article, own)
    make_edition(article=article)
    assert client.post(page, sent).status_code == 403


@pytest.mark.parametrize(("role", "status"), [("editor", 302), ("registry keeper", 302), ("reporter", 403)])
def test_portraits_are_chosen_by_those_who_keep_the_registry_and_by_editors(client, role, status):
    official, picture = Official.objects.create(name="Awa Diop"), make_picture()
    client.force_login(make_user(role))
    page = english(reverse("admin:articles_portrait_add"))
    assert client.post(page, {"official": official.pk, "picture": picture.pk}).status_code == status
    assert Portrait.objects.filter(official=official, picture=picture).exists() is (status == 302)


# --- a text that changes around its pictures


@pytest.mark.parametrize(("counted", "typed", "kept"), [("", 1, 2), ("", 0, 0), ("1", 1, 1)])
def test_a_place_that_was_left_as_it_was_follows_its_paragraph(signed_in, counted, typed, kept):
    article = make_article(body="<p>Un alinéa.</p><p>Un autre.</p>")
    picture = make_picture()
    placing.put(article, [placing.row_for(picture, role="body", position=1)])
    form = form_of(signed_in.get(change(article)))
    sent = form | {"body": f"<p>Tout nouveau.</p>{article.body}", "pictures-COUNTED": counted}
    assert signed_in.post(change(article), sent | {"pictures-0-position": typed}).status_code == 302
    assert [row["position"] for row in placing.rows_of(article)] == [kept]
