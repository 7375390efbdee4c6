"""The sizes in which a picture is shown: their addresses, and their files, each made once when first asked for."""

import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage
from django.urls import reverse

from articles.models import Picture
from articles.picture_files import MEDIA_TYPES, Format, cut, rendition

WIDTHS = (480, 800, 1200, 1600)
CARD_RATIO = 3 / 2
CARD_WIDTHS = (480, 800, 1200)
_NAME = re.compile(r"(?P<width>[1-9]\d{0,3})(?:-(?P<x>\d{1,3})-(?P<y>\d{1,3}))?\.(?P<form>avif|webp|jpg)")


@dataclass(frozen=True, slots=True)
class Sizes:
    """One picture in all its sizes, as an element `picture` takes them; width and height are those of `src`."""

    sources: tuple[tuple[str, str], ...]
    src: str
    srcset: str
    width: int
    height: int


def whole(address: str, width: int, height: int) -> Sizes:
    """The whole picture of that address and size."""
    widths = _widths(WIDTHS, width)
    return _sizes(address, [(each, str(each)) for each in widths], round(widths[-1] * height / width))


def card(address: str, width: int, height: int, focal_x: float, focal_y: float) -> Sizes:
    """Its part about the focal point, 3 by 2, for lists."""
    left, _top, right, _bottom = cut(width, height, ratio=CARD_RATIO, focal_x=focal_x, focal_y=focal_y)
    point = f"{round(focal_x * 100)}-{round(focal_y * 100)}"
    widths = _widths(CARD_WIDTHS, right - left)
    return _sizes(address, [(each, f"{each}-{point}") for each in widths], round(widths[-1] / CARD_RATIO))


def thumbnail(picture: Picture) -> str:
    """The address of the smallest size, for the desk."""
    return _address(picture.address, f"{_widths(WIDTHS, picture.width)[0]}.{Format.WEBP}")


def path_of(picture: Picture, name: str) -> tuple[Path, str] | None:
    """The file of that name and its media type, made now if nobody has asked for it yet; None for no size of it."""
    asked = _NAME.fullmatch(name)
    if asked is None or not _is_size_of(picture, asked):
        return None
    form = Format(asked["form"])
    path = _folder(picture) / name
    if not path.exists():
        crop = None
        if asked["x"]:
            point = {"focal_x": int(asked["x"]) / 100, "focal_y": int(asked["y"]) / 100}
            crop = cut(picture.width, picture.height, ratio=CARD_RATIO, **point)
        with picture.file.open() as master:
            made = rendition(master.read(), width=int(asked["width"]), form=form, crop=crop)
        _keep(path, made)
    return path, MEDIA_TYPES[form]


def forget(picture: Picture) -> None:
    """Remove all files of a picture that is deleted."""
    folder = _folder(picture)
    for path in folder.glob("*"):
        path.unlink(missing_ok=True)
    if folder.exists():
        folder.rmdir()


def _folder(picture: Picture) -> Path:
    return Path(default_storage.path(str(picture.file.name))).parent


def _is_size_of(picture: Picture, asked: re.Match[str]) -> bool:
    """Whether pages name that size: those of the focal point as it is now, or as it was when they were asked for."""
    if not asked["x"]:
        return int(asked["width"]) in _widths(WIDTHS, picture.width)
    now = card(picture.address, picture.width, picture.height, picture.focal_x, picture.focal_y)
    named = f"/{asked[0].rpartition('.')[0]}."
    return named in now.srcset or (_folder(picture) / asked[0]).exists()


def _keep(path: Path, data: bytes) -> None:
    """Write the file whole or not at all, whoever else is making it."""
    handle, written = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.chmod(written, 0o644)  # for the proxy that sends it
    os.replace(written, path)


def _widths(wanted: Iterable[int], width: int) -> list[int]:
    """The wanted widths that a picture has, and its own where it is smaller than the largest of them."""
    wanted = list(wanted)
    return sorted({each for each in wanted if each < width} | {min(width, wanted[-1])})


def _sizes(address: str, named: list[tuple[int, str]], height: int) -> Sizes:
    def srcset(form: Format) -> str:
        return ", ".join(f"{_address(address, f'{name}.{form}')} {width}w" for width, name in named)

    width, largest = named[-1]
    sources = tuple((MEDIA_TYPES[form], srcset(form)) for form in (Format.AVIF, Format.WEBP))
    return Sizes(sources, _address(address, f"{largest}.{Format.JPEG}"), srcset(Format.JPEG), width, height)


def _address(address: str, name: str) -> str:
    return reverse("picture", args=[address, name])
