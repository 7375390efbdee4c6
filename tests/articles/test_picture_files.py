"""What may come into the library, and what our own copy of it holds: the pixels and nothing else."""

import io
import time

import pytest
from django.utils import translation
from PIL import Image, ImageCms

from articles.picture_files import MOST_BYTES, BadPicture, Format, cut, master, rendition
from tests.pictures import BLUE, ORANGE, animated, in_passes, opened, picture_bytes, png_of, position_data

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
JPEG = picture_bytes()


def close(one, other, by=24):
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=False))


@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_four_formats_are_read_whatever_the_case_of_the_name(form, name):
    made = master(picture_bytes(form), name)
    assert (made.width, made.height, made.end) == (1200, 800, "jpg")
    assert close(opened(made.data).getpixel((100, 400)), ORANGE)
    assert close(opened(made.data).getpixel((1100, 400)), BLUE)


@pytest.mark.parametrize("name", ["coller", "image"])
def test_a_name_without_an_end_is_no_objection(name):
    assert master(JPEG, name).width == 1200


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (SVG, "logo.svg", "PNG"),
        (b"\xef\xbb\xbf \n" + SVG, "logo.png", "PNG"),
        ("\ufeff<svg/>".encode("utf-16-le"), "logo.jpg", "PNG"),
        (b"<!doctype html><script>alert(1)</script>", "photo.jpg", "PNG"),
        (png_of(30_000, 30_000), "bombe.png", "51 million"),
        (png_of(2**31 - 1, 2**31 - 1), "bombe.png", "51 million"),
        (JPEG[: len(JPEG) // 2], "coupee.jpg", "damaged"),
        (picture_bytes("PNG")[:-200], "coupee.png", "damaged"),
        (picture_bytes("PNG").replace(b"IDATx", b"IDATy"), "abimee.png", "damaged"),
        (in_passes(1_000), "passes.jpg", "passes"),
        (b"\xff\xd8\xff" + bytes(500), "vide.jpg", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "vide.png", "damaged"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "vide.webp", "damaged"),
        (b"\0\0\0\x1cftypavif" + bytes(300), "vide.avif", "damaged"),
        (animated("PNG"), "anime.png", "animated"),
        (animated("WEBP"), "anime.webp", "animated"),
        (animated("AVIF"), "anime.avif", "animated"),
        (animated("GIF"), "anime.gif", "GIF"),
        (JPEG, "photo.png", ".png"),
        (JPEG, "photo.php", ".php"),
        (picture_bytes("PNG"), "photo.jpeg", ".jpeg"),
        (b"\0\0\0\x18ftypheic" + bytes(300), "IMG_0001.HEIC", "JPEG"),
        (b"II*\0" + bytes(100), "scan.tif", "TIFF"),
        (b"%PDF-1.7", "photo.jpg", "PDF"),
        (b"", "rien.jpg", "JPEG"),
        (b"MZ" + bytes(1000), "photo.jpg", "JPEG"),
        (JPEG + bytes(MOST_BYTES), "lourde.jpg", "25"),
    ],
)
def test_what_is_no_safe_picture_is_refused_within_two_seconds_and_told_why(data, name, told):
    started = time.perf_counter()
    with pytest.raises(BadPicture) as refusal, translation.override("en"):
        master(data, name)
    assert time.perf_counter() - started < 2
    with translation.override("en"):
        assert told in str(refusal.value)


def test_a_png_that_stops_in_its_middle_is_refused_before_a_pixel_is_read(monkeypatch):
    monkeypatch.setattr(Image, "open", lambda *_args, **_options: pytest.fail("it was opened"))
    with pytest.raises(BadPicture):
        master(png_of(8_000, 6_000)[:-20], "coupee.png")


@pytest.mark.parametrize("behind", [b"PK\x03\x04 an archive", b"<script>alert('Quillfish')</script>", SVG])
def test_what_stands_behind_or_within_a_picture_is_not_in_our_copy(behind):
    for data in [JPEG + behind, picture_bytes("JPEG", comment=behind), picture_bytes("PNG") + behind]:
        made = master(data, "photo.png" if data.startswith(b"\x89") else "photo.jpg")
        assert behind not in made.data
        assert all(behind not in rendition(made.data, width=480, form=form) for form in Format)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_position_camera_and_other_hidden_data_are_gone_and_the_picture_stands_upright(form):
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">CanaryPlace</x:xmpmeta>'
    extra = {"xmp": xmp} if form != "PNG" else {}
    data = picture_bytes(form, exif=position_data(), **extra)
    made = master(data, "")
    assert (made.width, made.height) == (800, 1200)  # turned
    assert close(opened(made.data).getpixel((400, 100)), ORANGE)
    for copy in [made.data, *(rendition(made.data, width=480, form=each) for each in Format)]:
        image = opened(copy)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
        assert b"Canary" not in copy


def test_colours_are_brought_from_the_pictures_profile_into_srgb():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"----", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"----", b"gXYZ", 1)
    red = Image.new("RGB", (20, 20), (255, 0, 0))
    for profile, shown in [(srgb, (255, 0, 0)), (swapped, (0, 255, 0)), (b"no profile", (255, 0, 0))]:
        written = io.BytesIO()
        red.save(written, "PNG", icc_profile=profile)
        assert close(opened(master(written.getvalue(), "a.png").data).getpixel((10, 10)), shown, by=10)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(mode):
    written = io.BytesIO()
    Image.new(mode, (60, 40)).save(written, "PNG")
    assert master(written.getvalue(), "a.png").width == 60


def test_a_picture_for_print_in_four_colours_is_read():
    written = io.BytesIO()
    opened(JPEG).convert("CMYK").save(written, "JPEG")
    assert close(opened(master(written.getvalue(), "a.jpg").data).getpixel((100, 400)), ORANGE, by=60)


def test_what_is_transparent_stays_so_and_is_white_where_the_format_cannot():
    written = io.BytesIO()
    Image.new("RGBA", (600, 400), (0, 0, 0, 0)).save(written, "PNG")
    made = master(written.getvalue(), "a.png")
    assert opened(rendition(made.data, width=480, form=Format.WEBP)).getpixel((5, 5))[3] == 0
    assert opened(rendition(made.data, width=480, form=Format.JPEG)).getpixel((5, 5)) == (255, 255, 255)


def test_of_a_telephones_several_pictures_in_one_file_the_first_is_taken():
    first, second = Image.new("RGB", (400, 300), ORANGE), Image.new("RGB", (400, 300), BLUE)
    written = io.BytesIO()
    first.save(written, "MPO", save_all=True, append_images=[second])
    made = master(written.getvalue(), "IMG_0001.jpg")
    assert close(opened(made.data).getpixel((200, 150)), ORANGE)


def test_a_large_picture_is_kept_at_3200_pixels_and_never_made_larger():
    assert master(picture_bytes(size=(6000, 2000)), "a.jpg").width == 3200
    small = master(picture_bytes(size=(300, 200)), "a.jpg")
    assert (small.width, opened(rendition(small.data, width=480, form=Format.AVIF)).width) == (300, 300)


@pytest.mark.parametrize("form", list(Format))
def test_a_rendition_has_its_width_and_the_pictures_shape(form):
    made = master(picture_bytes(), "a.jpg")
    shown = opened(rendition(made.data, width=480, form=form))
    assert shown.size == (480, 320)


@pytest.mark.parametrize(
    ("focal", "box"),
    [
        ((0.5, 0.5), (400, 0, 1600, 800)),
        ((0.0, 0.0), (0, 0, 1200, 800)),
        ((1.0, 1.0), (800, 0, 2000, 800)),
        ((0.4, 0.9), (200, 0, 1400, 800)),
    ],
)
def test_a_cut_lies_about_the_focal_point_and_within_the_picture(focal, box):
    assert cut(2000, 800, ratio=3 / 2, focal_x=focal[0], focal_y=focal[1]) == box


def test_a_cut_of_an_upright_picture_takes_its_whole_width():
    assert cut(800, 2000, ratio=3 / 2, focal_x=0.5, focal_y=0.25) == (0, 234, 800, 767)
    assert cut(1, 1, ratio=3 / 2, focal_x=1, focal_y=1) == (0, 0, 1, 1)
