"""Picture files as people and attackers have them."""

import io
import itertools
import struct
import zlib
from typing import Any

from PIL import Image

_numbers = itertools.count()
ORANGE, BLUE = (230, 120, 20), (20, 60, 200)


def picture_bytes(form: str = "JPEG", size: tuple[int, int] = (1200, 800), **options: Any) -> bytes:
    """A picture, orange on its left and blue on its right; each has other bytes than the one before."""
    image = Image.new(options.pop("mode", "RGB"), size, ORANGE)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    number = next(_numbers)
    image.paste((number * 37 % 256, number * 91 % 256, number // 256 * 53 % 256), (0, 0, 32, 32))
    written = io.BytesIO()
    image.save(written, form, **({"quality": 90} if form != "PNG" else {}) | options)
    return written.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def position_data() -> Image.Exif:
    """EXIF that says where a picture was taken, by which camera, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90° to the right
    exif[0x010F] = "CanaryCam"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 52.0, 33.0), 3: "E", 4: (4.0, 25.0, 19.0)})
    return exif


def png_of(width: int, height: int) -> bytes:
    """A PNG whose header promises that size; nobody has to draw it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = zlib.compress(bytes(10_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def in_passes(more: int) -> bytes:
    """A JPEG that is built up step by step, its last step so many times more."""
    data = picture_bytes("JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * more + data[-2:]


def animated(form: str) -> bytes:
    frames = [Image.new("RGB", (40, 30), (step * 60, 0, 0)) for step in range(3)]
    written = io.BytesIO()
    frames[0].save(written, form, save_all=True, append_images=frames[1:], duration=100)
    return written.getvalue()
