"""The library of pictures: files come in once, are shown in few sizes, at addresses that nobody guesses."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from articles import library, publishing, renditions
from articles.entries import merging, undoing
from articles.models import Article, Picture, Portrait
from articles.picture_files import MEDIA_TYPES
from partners.models import Official
from tests.making import day, make_article, make_edition, make_picture, make_user, place
from tests.pictures import opened, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def picture(editor):
    return bring(editor)


def bring(by, data=None, name="photo.jpg", **words):
    return library.bring(SimpleUploadedFile(name, data or picture_bytes()), by=by, **words)


def files_of(picture):
    return sorted(path.name for path in renditions._folder(picture).glob("*"))


def addresses(sizes):
    said = [sizes.srcset, *(srcset for _media_type, srcset in sizes.sources)]
    return [each.split(" ") for srcset in said for each in srcset.split(", ")]


def test_a_picture_comes_in_with_its_words_its_size_and_who_brought_it(editor):
    picture = bring(editor, name="../../dossier\x00/pho\u202eto.jpg", credit="AFP", caption="Le port")
    picture.refresh_from_db()
    assert (picture.name, picture.width, picture.height, picture.credit) == ("photo.jpg", 1200, 800, "AFP")
    assert picture.uploaded_by == editor
    assert picture.file.name == f"pictures/{picture.address[:2]}/{picture.address}/master.jpg"


def test_the_same_file_is_known_again_whatever_its_name(editor):
    data = picture_bytes()
    picture = bring(editor, data)
    with pytest.raises(library.HeldAlready) as held:
        bring(make_user("reporter"), data, name="autre.jpg")
    assert held.value.picture == picture


def test_who_may_not_add_pictures_brings_none():
    with pytest.raises(PermissionDenied):
        bring(make_user())
    assert not Picture.objects.exists()


def test_a_refusal_names_the_file_and_leaves_nothing(editor):
    with translation.override("en"):
        with pytest.raises(publishing.Refused, match=r"“plan\.svg” is not taken in.*PNG"):
            bring(editor, b"<svg/>", name="plan.svg")
        with pytest.raises(publishing.Refused, match=r"“lourde\.jpg”.*25 MB"):
            bring(editor, b"\xff\xd8\xff" + bytes(26 * 1024 * 1024), name="lourde.jpg")
    with pytest.raises(ValidationError):
        bring(editor, credit="x" * 201)
    assert not Picture.objects.exists()


def test_words_find_pictures_by_all_that_is_said_of_them(editor):
    picture = make_picture(caption="Le port de Brest", credit="Jean Petit", name="DSC_0042.jpg", alt="Une frégate")
    make_picture(caption="Le port de Toulon")
    Portrait.objects.create(official=Official.objects.create(name="Hanena Ould Sidi"), picture=picture)
    for words in ["PORT brest", "petit", "dsc_0042", "frégate", "ould sidi port"]:
        assert list(library.search(words)) == [picture], words
    assert library.search("port").count() == 2
    assert not library.search("brest toulon").exists()


def test_where_a_picture_is_used_is_told_by_who_sees_it():
    picture, article = make_picture(), make_article()
    assert not library.uses_of(picture)
    place(article, picture)
    old = make_edition(article=article, visible_from=day(-2), visible_until=day(-1))
    new = make_edition(article=article, visible_from=day(-1))
    uses = library.uses_of(picture)
    assert (uses.articles, uses.public, uses.earlier) == ([article], [new], [old])


def test_who_brought_a_picture_may_change_it_until_readers_see_it():
    reporter, other, editor = make_user("reporter"), make_user("reporter"), make_user("editor")
    picture, article = make_picture(uploaded_by=reporter), make_article()
    place(article, picture)
    assert [library.may_change(user, picture) for user in (reporter, other, editor)] == [True, False, True]
    make_edition(article=article)
    assert [library.may_change(user, picture) for user in (reporter, other, editor)] == [False, False, True]


def test_only_an_unused_picture_is_thrown_away_and_its_files_with_it(
    client, picture, django_capture_on_commit_callbacks
):
    client.get(f"/media/{picture.address}/480.webp")
    article = make_article()
    place(article, picture)
    with pytest.raises(ValidationError):
        library.throw_away(picture)
    assert files_of(picture) == ["480.webp", "master.jpg"]
    article.pictures.all().delete()
    held = Picture.objects.get(pk=picture.pk)
    with django_capture_on_commit_callbacks(execute=True):
        library.throw_away(picture)
    assert not renditions._folder(held).exists()


# --- sizes


@pytest.mark.parametrize(
    ("width", "widths"),
    [(3000, [480, 800, 1200, 1600]), (1600, [480, 800, 1200, 1600]), (1000, [480, 800, 1000]), (300, [300])],
)
def test_a_picture_is_shown_in_at_most_four_sizes_and_never_larger_than_it_is(width, widths):
    sizes = renditions.whole("a" * 40, width, width // 2)
    assert [int(told.rstrip("w")) for _address, told in addresses(sizes)] == widths * 3
    assert (sizes.width, sizes.height) == (widths[-1], widths[-1] // 2)


def test_every_size_that_a_page_names_is_served_at_its_width_in_its_format(client, editor):
    picture = bring(editor, picture_bytes(size=(1300, 700)), name="p.jpg")
    shape = (picture.address, picture.width, picture.height)
    for sizes in [renditions.whole(*shape), renditions.card(*shape, picture.focal_x, picture.focal_y)]:
        for address, width in addresses(sizes):
            response = client.get(address)
            assert response["Content-Type"] == MEDIA_TYPES[address.rpartition(".")[2]]
            assert f"{opened(response.getvalue()).width}w" == width
        shown = opened(client.get(sizes.src).getvalue())
        assert shown.size == (sizes.width, sizes.height)


def test_a_rendition_is_made_once(client, picture, monkeypatch):
    address = f"/media/{picture.address}/480.avif"
    first = client.get(address).getvalue()
    monkeypatch.setattr(renditions, "rendition", None)
    assert client.get(address).getvalue() == first


@pytest.mark.parametrize(
    "name",
    [
        "master.jpg",
        "480.gif",
        "481.webp",
        "0480.webp",
        "1600.jpg",
        "480-50-51.webp",
        "480-50.webp",
        "480.WEBP",
        "..",
        "%2e%2e",
    ],
)
def test_no_other_size_is_made_and_the_master_is_never_served(client, picture, name):
    assert client.get(f"/media/{picture.address}/{name}").status_code == 404
    assert files_of(picture) == ["master.jpg"]


def test_another_focal_point_has_other_addresses_and_the_old_ones_still_answer(client, picture):
    old = renditions.card(picture.address, 1200, 800, 0.5, 0.5).src
    assert client.get(old).status_code == 200
    Picture.objects.update(focal_x=0.2)
    new = renditions.card(picture.address, 1200, 800, 0.2, 0.5).src
    assert old != new
    assert [client.get(each).status_code for each in (old, new)] == [200, 200]


# --- who sees a file


def test_a_public_picture_is_kept_by_browsers_and_asked_for_again_by_shared_caches(client, picture):
    article = make_article()
    place(article, picture)
    make_edition(article=article)
    response = client.get(f"/media/{picture.address}/480.webp", headers={"accept-encoding": "gzip"})
    assert response["Cache-Control"] == "public, max-age=31536000, s-maxage=300, immutable"
    assert not response.has_header("Vary")
    assert not response.has_header("Content-Encoding")


def test_a_picture_that_nobody_has_published_is_kept_by_no_shared_cache_and_not_indexed(client, picture):
    response = client.get(f"/media/{picture.address}/480.webp")
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")
    assert response["X-Robots-Tag"] == "noindex"
    assert client.get(f"/media/{'0' * 40}/480.webp").status_code == 404


@pytest.mark.parametrize("how", ["withdrawn", "replaced", "trashed"])
def test_a_picture_that_readers_no_longer_see_is_gone_for_them_and_not_for_the_desk(client, picture, editor, how):
    article = make_article()
    place(article, picture)
    edition = make_edition(article=article, visible_until=day(-0.5) if how == "replaced" else None)
    if how == "withdrawn":
        publishing.withdraw(article, by=make_user("chief"), reason="Erreur.")
    elif how == "trashed":
        Article.objects.filter(pk=edition.article_id).update(trashed_at=day(0))
    address = f"/media/{picture.address}/480.webp"
    assert client.get(address).status_code == 410
    client.force_login(editor)
    assert client.get(address).status_code == 200


def test_the_portrait_of_an_official_is_public(client, picture):
    Portrait.objects.create(official=Official.objects.create(name="Awa Diop"), picture=picture)
    assert "public" in client.get(f"/media/{picture.address}/480.webp")["Cache-Control"]


def test_a_proxy_sends_the_file_where_one_is_set(client, picture, settings):
    settings.PICTURES_SENT_BY_PROXY = "/inside/"
    response = client.get(f"/media/{picture.address}/480.webp")
    assert response["X-Accel-Redirect"] == f"/inside/pictures/{picture.address[:2]}/{picture.address}/480.webp"
    assert (response["Content-Type"], response.content) == ("image/webp", b"")


@pytest.mark.parametrize("portrayed", [("kept",), ("gone",), ("kept", "gone")])
def test_officials_who_are_merged_have_one_portrait_and_an_undo_gives_each_their_own(portrayed):
    chief = make_user("chief")
    officials = {name: Official.objects.create(name=f"Awa {name}") for name in ("kept", "gone")}
    for name in portrayed:
        Portrait.objects.create(official=officials[name], picture=make_picture(caption=name))
    change = merging.merge(officials["kept"], officials["gone"], by=chief)
    (portrait,) = Portrait.objects.all()
    assert (portrait.official, portrait.picture.caption) == (officials["kept"], portrayed[0])
    undoing.undo(change, by=chief)
    assert {each.official.name: each.picture.caption for each in Portrait.objects.all()} == {
        f"Awa {name}": name for name in portrayed
    }
