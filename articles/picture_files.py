"""Picture files: what may come in, our own copy of it, and the sizes that pages show. Pillow, no Django models.

Nothing of a file is ever handed on but its pixels: they are drawn anew, the right way up and in sRGB, without
position, camera, thumbnails or whatever else was in it or behind it.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from articles.picture_structure import is_whole_png, passes_of_jpeg

MOST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 51_000_000  # press cameras make up to 8,688 × 5,792
_MOST_PASSES = 20  # of a JPEG; programs write some ten
LONGEST_SIDE = 3200  # of our own copy: twice the largest size that a page shows
READ = ("JPEG", "PNG", "WEBP", "AVIF")

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class Format(StrEnum):
    """A format that pages show, by the end of the file's name."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpg"


MEDIA_TYPES = {Format.AVIF: "image/avif", Format.WEBP: "image/webp", Format.JPEG: "image/jpeg"}
_WRITING = {
    Format.AVIF: {"format": "AVIF", "quality": 58, "speed": 8},
    Format.WEBP: {"format": "WEBP", "quality": 78, "method": 4},
    Format.JPEG: {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
_MASTERS = {
    "jpg": {"format": "JPEG", "quality": 93, "subsampling": 0},
    "webp": {"format": "WEBP", "quality": 95, "method": 2},
}
_ENDS = {"JPEG": {"jpg", "jpeg", "jpe", "jfif"}, "PNG": {"png"}, "WEBP": {"webp"}, "AVIF": {"avif"}}
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_OTHER_SIGNS = [(b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF")]
TOO_MANY_BYTES = _("It has more than 25 MB: make it smaller, 3,200 pixels on its longer side are enough.")
_TOO_MANY = _("It has more than 51 million pixels: make it smaller, 3,200 pixels on its longer side are enough.")
_DAMAGED = _("It is damaged or not complete: copy it again from where it came.")


@dataclass
class BadPicture(ValueError):
    """A file that is not taken in; the message says why and what to do."""

    message: str | Promise

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Master:
    """Our own copy of a picture: its bytes, the end of its name, its size."""

    data: bytes
    end: str
    width: int
    height: int


def master(data: bytes, name: str) -> Master:
    """Our own copy of the picture in a file of that name. Raises BadPicture.

    What is too large is refused by its header, before a pixel is read.
    """
    if len(data) > MOST_BYTES:
        raise BadPicture(TOO_MANY_BYTES)
    form = _form_of(data)
    _refuse_another_end(form, name)
    _refuse_its_structure(data, form)
    with _opened(data, form) as image:
        if image.width * image.height > MOST_PIXELS:
            raise BadPicture(_TOO_MANY)
        if form != "JPEG" and getattr(image, "n_frames", 1) > 1:  # in a JPEG others are depth maps and the like
            raise BadPicture(_("It is animated: bring one still picture of it."))
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG can be read at a half or a quarter of its size
        image.load()
        drawn = _drawn(image)
    end = "webp" if drawn.mode == "RGBA" else "jpg"
    return Master(_written(drawn, _MASTERS[end]), end, drawn.width, drawn.height)


def rendition(data: bytes, *, width: int, form: Format, crop: tuple[int, int, int, int] | None = None) -> bytes:
    """The picture of a master's bytes at that width, or the part of it within `crop` (left, top, right, bottom).

    It is never larger than it was.
    """
    with Image.open(io.BytesIO(data), formats=READ) as image:
        if crop is None:
            image.draft("RGB", (width, width * image.height // image.width))
        image.load()
        image.info.clear()
        shown: Image.Image = image.crop(crop) if crop is not None else image.copy()
    if shown.width > width:
        size = (width, max(1, round(shown.height * width / shown.width)))
        shown = shown.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    if form == Format.JPEG and shown.mode == "RGBA":
        shown = _on_white(shown)
    return _written(shown, _WRITING[form])


def cut(width: int, height: int, *, ratio: float, focal_x: float, focal_y: float) -> tuple[int, int, int, int]:
    """The largest part of a picture with that ratio of width to height, as near to its focal point as can be."""
    across, down = min(width, round(height * ratio)), min(height, round(width / ratio))
    left = min(max(round(focal_x * width - across / 2), 0), width - across)
    top = min(max(round(focal_y * height - down / 2), 0), height - down)
    return left, top, left + across, top + down


def _form_of(data: bytes) -> str:
    """The format of the bytes, by what they begin with. Raises BadPicture for all that is not read here."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"}:
        return "AVIF"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise BadPicture(_("It is a HEIC picture, which cannot be read here: save it as JPEG and bring that."))
    start = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").lower()
    if start.startswith(b"<"):
        raise BadPicture(
            _("It is a drawing (SVG) or a web page, which can hold scripts: save it as PNG and bring that.")
        )
    for sign, other in _OTHER_SIGNS:
        if data.startswith(sign):
            raise BadPicture(_("It is a file in the format %(format)s: save it as JPEG or PNG.") % {"format": other})
    raise BadPicture(_("It is not a picture in the format JPEG, PNG, WebP or AVIF: save it as one of these."))


def _refuse_another_end(form: str, name: str) -> None:
    end = PurePath(name.replace("\0", "")).suffix.lstrip(".").lower()
    if end and end not in _ENDS[form]:
        known = _("Its name ends in .%(end)s, but it is a picture in the format %(format)s: give it its right name.")
        raise BadPicture(known % {"end": end[:10], "format": form})


def _refuse_its_structure(data: bytes, form: str) -> None:
    """Refuse what its reader would find out only after drawing every pixel, or draw again and again."""
    if form == "PNG" and not is_whole_png(data):
        raise BadPicture(_DAMAGED)
    if form == "JPEG" and passes_of_jpeg(data, at_most=_MOST_PASSES) > _MOST_PASSES:
        raise BadPicture(_("It is a JPEG built up in too many passes: save it anew as JPEG and bring that."))


@contextmanager
def _opened(data: bytes, form: str) -> Iterator[Image.Image]:
    """The picture, read by the reader of that format and no other. Raises BadPicture for whatever goes wrong."""
    try:
        with Image.open(io.BytesIO(data), formats=[form]) as image:
            yield image
    except BadPicture:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise BadPicture(_TOO_MANY) from error
    except Exception as error:  # readers of pictures fail in every way there is
        raise BadPicture(_DAMAGED) from error


def _drawn(image: Image.Image) -> Image.Image:
    """The pixels alone: the right way up, in sRGB, of at most our longest side."""
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2)
    clear = image.has_transparency_data
    if image.mode.startswith("I;16") or image.mode in {"I", "F"}:
        image = image.point(lambda value: value / 257).convert("L")
    drawn = _in_srgb(image, profile) or image.convert("RGB")
    if clear:
        drawn.putalpha(image.convert("RGBA").getchannel("A"))
    drawn.info.clear()
    return drawn


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    """The colours of the picture as its profile means them, in sRGB; None where no profile can be used."""
    if not profile:
        return None
    coloured = image if image.mode in {"RGB", "CMYK", "L"} else image.convert("RGB")
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        held = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(coloured, held, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return None


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _written(image: Image.Image, how: dict) -> bytes:
    written = io.BytesIO()
    image.save(written, **how)
    return written.getvalue()
