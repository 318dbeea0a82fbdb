"""An uploaded picture, checked by its content and made into one that may be printed and shown.

What comes out is ours: upright, at most as large as paper can use, in sRGB, written anew, without anything
that the camera or the scanner wrote beside the picture. The same bytes in give the same bytes out.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from PIL import Image, ImageCms, ImageFile, ImageOps

from lakin.web.galat import GalatDomain

MAKS_BITA = 20 * 1024 * 1024
MAKS_PIKSEL = 40_000_000
MIN_PIKSEL = 32
"""Below this a side shows nothing; pastes carry such pictures as spacers."""
SISI_TERPANJANG = 2000
"""A page's text is 160 x 250 mm: on its height this is 203 dpi, which offices print and copy at."""
MUTU_JPEG = 85
WARNA_GARIS = 64
"""A lossless picture with at most so many colours is a drawing or a stamp: JPEG would smear its edges."""

_BENTUK = ("JPEG", "PNG", "WEBP", "TIFF")
_TANPA_RUGI = ("PNG", "TIFF", "WEBP")
_SARAN = "Simpan sebagai JPEG atau PNG, lalu unggah kembali."


@dataclass(frozen=True, slots=True)
class GambarBersih:
    """A picture that was taken in: its bytes, their kind, size in pixels and SHA-256."""

    isi: bytes
    jenis: str
    lebar: int
    tinggi: int
    sidik: str


def bersihkan_gambar(isi: bytes) -> GambarBersih:
    """Check and rewrite a picture; GalatDomain says what is wrong with it and how to mend it."""
    if len(isi) > MAKS_BITA:
        raise GalatDomain(kalimat_terlalu_besar())
    _periksa_kepala(isi)
    with _terbaca():
        gambar = Image.open(BytesIO(isi), formats=_BENTUK)
    asal, jenis = gambar.size, gambar.format or ""
    _periksa_ukuran(*asal)
    with _terbaca():
        _periksa_halaman(gambar, jenis)
        gambar.draft(None, (SISI_TERPANJANG, SISI_TERPANJANG))  # a JPEG is decoded smaller where that is enough
        gambar.load()
        tegak = _tegakkan(gambar)
        polos, tembus = _warna_biasa(tegak)
        garis = tembus or (jenis in _TANPA_RUGI and polos.getcolors(WARNA_GARIS) is not None)
        polos.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG), Image.Resampling.LANCZOS)
        return _tulis(polos, "image/png" if garis else "image/jpeg")


def kalimat_terlalu_besar() -> str:
    """What is said of a file over the limit, also before it is read."""
    return f"Berkas melebihi {MAKS_BITA // 1024 // 1024} MB. Perkecil gambarnya, lalu unggah kembali."


def periksa_kepala_gambar(isi: IO[bytes]) -> str:
    """Judge an open picture that is kept as it is, by its header alone; its kind, or "" where it is no picture."""
    isi.seek(0)
    if not isi.read(4).startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"II*\0", b"MM\0*")):
        return ""
    isi.seek(0)
    with _terbaca():
        gambar = Image.open(isi, formats=_BENTUK)
        _periksa_ukuran(*gambar.size)
        jenis = Image.MIME[gambar.format or ""]
        gambar.verify()
    return jenis


def _periksa_kepala(isi: bytes) -> None:
    """The kind by its first bytes; a name proves nothing."""
    kepala = isi[:16]
    if kepala.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")):
        return
    if kepala.startswith(b"RIFF") and kepala[8:12] == b"WEBP":
        return
    if kepala.startswith(b"%PDF"):
        raise GalatDomain(f"Ini berkas PDF. Pindai atau ekspor halamannya sebagai gambar. {_SARAN}")
    if kepala[4:8] == b"ftyp":
        raise GalatDomain(f"Ini gambar HEIC atau video dari ponsel, yang belum dapat dibaca. {_SARAN}")
    if not isi:
        raise GalatDomain("Berkas ini kosong. Pilih berkas lain.")
    raise GalatDomain(f"Isi berkas ini bukan gambar JPEG, PNG, WebP, atau TIFF, apa pun namanya. {_SARAN}")


def _periksa_ukuran(lebar: int, tinggi: int) -> None:
    """By what the header says, before anything is decoded: a small file may unfold to gigabytes."""
    if lebar * tinggi > MAKS_PIKSEL:
        juta = MAKS_PIKSEL // 1_000_000
        raise GalatDomain(
            f"Gambar ini {lebar} × {tinggi} piksel, melebihi {juta} juta piksel. "
            "Pindai dengan 300 dpi atau perkecil gambarnya, lalu unggah kembali."
        )
    if min(lebar, tinggi) < MIN_PIKSEL:
        raise GalatDomain(f"Gambar ini terlalu kecil untuk dicetak ({lebar} × {tinggi} piksel). Pilih gambar aslinya.")


def _periksa_halaman(gambar: Image.Image, jenis: str) -> None:
    """Further pages of a scan must not vanish silently; asking for their number could take forever."""
    if jenis != "TIFF":
        return
    try:
        gambar.seek(1)
    except EOFError:
        gambar.seek(0)
        return
    raise GalatDomain("Berkas TIFF ini berisi lebih dari satu halaman. Simpan tiap halaman sebagai gambar tersendiri.")


def _tegakkan(gambar: Image.Image) -> Image.Image:
    """Turned as the camera noted; a note that cannot be read is no reason to refuse the picture."""
    try:
        return ImageOps.exif_transpose(gambar)
    except Exception:
        return gambar


def _warna_biasa(gambar: Image.Image) -> tuple[Image.Image, bool]:
    """Grey or sRGB on white, and whether something was transparent: paper is white and shows nothing behind."""
    profil = gambar.info.get("icc_profile")
    if gambar.mode == "I;16":
        gambar = gambar.point(lambda terang: terang * (1 / 256)).convert("L")
    elif gambar.mode in ("1", "I", "F"):
        gambar = gambar.convert("L")
    tembus = gambar.has_transparency_data
    if tembus or gambar.mode in ("P", "PA"):
        gambar = gambar.convert("RGBA" if tembus else "RGB")
    topeng = gambar.getchannel("A") if tembus else None
    polos = _ke_srgb(gambar.convert("RGB") if tembus else gambar, profil)
    if topeng is None or topeng.getextrema() == (255, 255):
        return polos, False
    latar = Image.new("RGB", polos.size, "white")
    latar.paste(polos.convert("RGB"), mask=topeng)
    return latar, True


def _ke_srgb(gambar: Image.Image, profil: bytes | None) -> Image.Image:
    tujuan = "L" if gambar.mode == "L" else "RGB"
    if profil and gambar.mode in ("RGB", "CMYK"):
        try:
            asal = ImageCms.ImageCmsProfile(BytesIO(profil))
            hasil = ImageCms.profileToProfile(gambar, asal, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a damaged profile: the plain values are the best guess
        else:
            assert hasil is not None
            return hasil
    return gambar if gambar.mode == tujuan else gambar.convert(tujuan)


def _tulis(gambar: Image.Image, jenis: str) -> GambarBersih:
    # A fresh picture carries no note of its source into the file.
    bersih = Image.frombytes(gambar.mode, gambar.size, gambar.tobytes())
    wadah = BytesIO()
    if jenis == "image/png":
        bersih.save(wadah, "PNG", optimize=True)
    else:
        bersih.save(wadah, "JPEG", quality=MUTU_JPEG, optimize=True)
    isi = wadah.getvalue()
    return GambarBersih(isi, jenis, *bersih.size, hashlib.sha256(isi).hexdigest())


@contextmanager
def _terbaca() -> Iterator[None]:
    """Whatever the decoder stumbles over is the file's fault, and said as one sentence."""
    terpotong = ImageFile.LOAD_TRUNCATED_IMAGES
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is doubtful but can be decoded is taken; sizes are judged above
        ImageFile.LOAD_TRUNCATED_IMAGES = False  # the PDF's renderer turns it on for the whole process
        try:
            yield
        except GalatDomain:
            raise
        except Image.DecompressionBombError as galat:
            raise GalatDomain(
                f"Gambar ini melebihi {MAKS_PIKSEL // 1_000_000} juta piksel. Perkecil, lalu unggah kembali."
            ) from galat
        except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError,
                MemoryError, RuntimeError) as galat:  # fmt: skip
            raise GalatDomain(f"Gambar ini rusak atau tidak utuh sehingga tidak dapat dibaca. {_SARAN}") from galat
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = terpotong
