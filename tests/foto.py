"""Pictures made for tests: real files with what cameras, scanners and attackers put into them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw

TEGAK_KANAN = 6
"""The EXIF orientation of a phone that was held upright: turn by 90 degrees to see it right."""


def gambar(lebar: int = 640, tinggi: int = 480, mode: str = "RGB") -> Image.Image:
    """A gradient with a red square at the upper left, so that turning and mirroring can be seen."""
    dasar = Image.linear_gradient("L").resize((lebar, tinggi))
    isi = Image.merge("RGB", (dasar, dasar, dasar.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))
    ImageDraw.Draw(isi).rectangle((0, 0, lebar // 4, tinggi // 4), fill=(255, 0, 0))
    return isi.convert(mode)


def berkas(isi: Image.Image | None = None, bentuk: str = "JPEG", **pilihan: Any) -> bytes:
    """A picture as a file."""
    wadah = BytesIO()
    (isi or gambar()).save(wadah, bentuk, **pilihan)
    return wadah.getvalue()


def dari_ponsel() -> bytes:
    """A JPEG that lies on its side, with its place on earth, the camera's name, XMP, a comment and a profile."""
    exif = Image.Exif()
    exif[0x0112] = TEGAK_KANAN
    exif[0x010F] = "KameraRahasia"
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 53.0, 51.5), 3: "E", 4: (107.0, 36.0, 9.5)})
    rebah = gambar(480, 640).transpose(Image.Transpose.ROTATE_90)
    return berkas(
        rebah,
        exif=exif,
        xmp=b"<x:xmpmeta>KameraRahasia</x:xmpmeta>",
        comment=b"KameraRahasia",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    )


def bom_png(lebar: int = 30_000, tinggi: int = 30_000) -> bytes:
    """A small file whose header promises 900 million pixels, with some of them really there."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    isi = zlib.compress(b"\0" * (lebar + 1) * 50)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")
