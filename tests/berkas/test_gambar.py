"""Taking a picture in: judged by its content, refused with a sentence, rewritten without what it need not carry."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageFile

from lakin.berkas.gambar import MAKS_BITA, SISI_TERPANJANG, bersihkan_gambar
from lakin.berkas.selectors import nama_isi
from lakin.berkas.services import nama_asli
from lakin.web.galat import GalatDomain
from tests.foto import berkas, bom_png, dari_ponsel, gambar


def abu_16() -> Image.Image:
    """A scan with 16 bits a pixel, dark to light."""
    bita = b"".join(struct.pack("<H", x * 100) for _ in range(480) for x in range(640))
    return Image.frombytes("I;16", (640, 480), bita)


def buka(isi: bytes) -> Image.Image:
    hasil = Image.open(BytesIO(isi))
    hasil.load()
    return hasil


def merah(hasil: Image.Image, x: int, y: int) -> bool:
    r, g, b = hasil.convert("RGB").getpixel((x, y))
    return r > 200 and g < 80 and b < 80


def test_foto_ponsel_menjadi_tegak_dan_tanpa_keterangan_kamera() -> None:
    asal = dari_ponsel()
    assert b"KameraRahasia" in asal
    assert Image.open(BytesIO(asal)).size == (640, 480)
    bersih = bersihkan_gambar(asal)
    hasil = buka(bersih.isi)
    assert (bersih.lebar, bersih.tinggi) == hasil.size == (480, 640)
    assert merah(hasil, 10, 10), "the red square stands at the upper left again"
    assert not merah(hasil, 400, 600)
    assert not hasil.getexif()
    assert not {"exif", "xmp", "comment", "icc_profile"} & set(hasil.info)
    for jejak in (b"KameraRahasia", b"Exif", b"ICC_PROFILE", b"xmpmeta", b"ns.adobe.com"):
        assert jejak not in bersih.isi
    assert bersihkan_gambar(asal) == bersih, "the same bytes in, the same bytes out"


def test_besar_diperkecil_kecil_tidak_dibesarkan() -> None:
    besar = bersihkan_gambar(berkas(gambar(5000, 2500)))
    assert (besar.lebar, besar.tinggi) == (SISI_TERPANJANG, SISI_TERPANJANG // 2)
    assert (bersihkan_gambar(berkas(gambar(300, 200))).lebar) == 300
    pita = bersihkan_gambar(berkas(gambar(20_000, 40), "PNG"))
    assert (pita.lebar, pita.tinggi) == (SISI_TERPANJANG, 4)


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (berkas(bentuk="JPEG"), "image/jpeg"),
        (berkas(bentuk="PNG"), "image/jpeg"),
        (berkas(bentuk="WEBP"), "image/jpeg"),
        (berkas(bentuk="TIFF", compression="tiff_lzw"), "image/jpeg"),
        (berkas(gambar(mode="CMYK"), "JPEG"), "image/jpeg"),
        (berkas(gambar(mode="L"), "PNG"), "image/jpeg"),
        (berkas(gambar(mode="1"), "TIFF", compression="group4"), "image/png"),
        (berkas(gambar().quantize(12), "PNG"), "image/png"),
        (berkas(abu_16(), "PNG"), "image/jpeg"),
    ],
    ids=["jpeg", "png", "webp", "tiff", "cmyk", "abu", "faks", "palet", "16-bit"],
)
def test_setiap_bentuk_dibaca_dan_gambar_garis_tetap_tajam(isi: bytes, jenis: str) -> None:
    bersih = bersihkan_gambar(isi)
    hasil = buka(bersih.isi)
    assert (bersih.jenis, f"image/{hasil.format.lower()}") == (jenis, jenis)
    assert hasil.mode in ("RGB", "L")
    assert hasil.size == (640, 480)
    terang = hasil.convert("L").getextrema()
    assert terang[1] - terang[0] > 60, "neither black nor white throughout"


def test_yang_tembus_pandang_berdiri_di_atas_putih() -> None:
    stempel = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    stempel.paste((0, 0, 200, 255), (0, 0, 100, 100))
    bersih = bersihkan_gambar(berkas(stempel, "PNG"))
    hasil = buka(bersih.isi)
    assert (bersih.jenis, hasil.mode) == ("image/png", "RGB")
    assert (hasil.getpixel((10, 10)), hasil.getpixel((150, 50))) == ((0, 0, 200), (255, 255, 255))


def test_warna_profil_lain_menjadi_srgb() -> None:
    """Lab says what a colour is, whatever the device: neutral Lab 50 is sRGB 119."""
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.createProfile("sRGB")
    asal = Image.new("RGB", (64, 64), (119, 119, 119))
    lab = ImageCms.profileToProfile(asal, srgb, profil, outputMode="LAB")
    hasil = buka(bersihkan_gambar(berkas(lab, "TIFF", icc_profile=profil.tobytes())).isi).convert("RGB")
    assert all(abs(n - 119) <= 3 for n in hasil.getpixel((30, 30)))
    rusak = berkas(icc_profile=b"bukan profil warna")
    assert buka(bersihkan_gambar(rusak).isi).size == (640, 480)


TIFF_DUA = berkas(bentuk="TIFF", save_all=True, append_images=[gambar()])


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"", "kosong"),
        (b"MZ\x90\x00" + b"\0" * 500, "bukan gambar JPEG, PNG, WebP, atau TIFF"),
        (b"<!doctype html><script>alert(1)</script>", "bukan gambar"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan gambar"),
        (b"GIF89a" + b"\0" * 99, "bukan gambar"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\xff\xd8\xff" + b"<script>" * 99, "rusak"),
        (berkas()[:3000], "rusak"),
        (b"RIFF\0\0\0\0WEBPjunk", "rusak"),
        (b"II*\0" + b"\xff" * 64, "rusak"),
        (bom_png(), "piksel"),
        (bom_png(7_000, 6_000), "40 juta piksel"),
        (berkas(gambar(8, 8)), "terlalu kecil"),
        (TIFF_DUA, "lebih dari satu halaman"),
        (b"\xff\xd8\xff" + b"\0" * (30 * 1024 * 1024), "melebihi 20 MB"),
    ],
    ids=[
        "kosong", "exe", "html", "svg", "gif", "pdf", "heic", "jpeg-html", "terpotong", "webp", "tiff",
        "bom", "besar", "titik", "dua-halaman", "30-mb",
    ],
)  # fmt: skip
def test_yang_bukan_gambar_sehat_ditolak_dengan_kalimat(
    isi: bytes, kalimat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as the PDF's renderer leaves it
    with pytest.raises(GalatDomain, match=kalimat) as galat:
        bersihkan_gambar(isi)
    assert galat.value.pesan.count(".") >= 1


def test_bom_ditolak_dari_kepalanya_sebelum_diurai(monkeypatch: pytest.MonkeyPatch) -> None:
    def jangan(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", jangan)
    with pytest.raises(GalatDomain, match="juta piksel"):
        bersihkan_gambar(bom_png(7_000, 6_000))


def test_nama_berkas_tidak_menuntun_ke_mana_mana() -> None:
    assert nama_asli("../../etc/passwd.png") == "passwd.png"
    assert nama_asli("C:\\Foto\\a\u202egnp.exe") == "agnp.exe"
    assert nama_asli("") == "tanpa nama"
    assert nama_isi("ab" * 32) == f"isi/ab/{'ab' * 32}"
    assert MAKS_BITA == 20 * 1024 * 1024
