"""Takes the pictures of the user guide from the sample data: `make gambar-panduan`.

No test: it is not collected unless it is named. One function a picture, in the order of the guides; each shows
its page at one size and cuts out what its chapter tells of.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.dasbor.panduan import GAMBAR
from lakin.laporan.pengajuan import ajukan_laporan
from lakin.laporan.selectors import laporan_satker
from lakin.laporan.services_reviu import mulai_reviu
from lakin.organisasi.models import Pengguna, Satker
from tests.jalan.jelajah import klien
from tests.jalan.test_petak import fisik, kosongkan

pytestmark = pytest.mark.django_db(transaction=True)

LAYAR = {"width": 1180, "height": 720}
SAAT = datetime(2023, 10, 5, 2, 15, tzinfo=UTC)
"""What the browser's clock shows, so that a picture taken again is the same."""
MUTU = 80
expect.set_options(timeout=60_000)


@pytest.fixture
def lihat(peramban: Browser, situs: str) -> Iterator[Callable[[str, str], Page]]:
    """Open a page as a sample account, twice as sharp as a screen."""
    konteks = []

    def buka(akun: str, url: str) -> Page:
        k = peramban.new_context(viewport=LAYAR, device_scale_factor=2, locale="id-ID", base_url=situs)  # type: ignore[arg-type]
        kue = klien(akun).cookies[settings.SESSION_COOKIE_NAME].value
        k.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": kue, "url": situs}])
        konteks.append(k)
        h = k.new_page()
        h.clock.set_fixed_time(SAAT)
        h.goto(url)
        return h

    yield buka
    for k in konteks:
        k.close()


def simpan(
    nama: str, h: Page, x: int = 0, y: int = 0, lebar: int = LAYAR["width"], tinggi: int = LAYAR["height"]
) -> None:
    """Cut a rectangle out of what is in view, in points of the page."""
    mentah = h.screenshot(clip={"x": x, "y": y, "width": lebar, "height": tinggi}, animations="disabled", caret="hide")
    GAMBAR.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(mentah)) as gambar:
        gambar.convert("RGB").save(GAMBAR / f"{nama}.webp", quality=MUTU, method=6)


def simpan_unsur(nama: str, h: Page, pilih: str, tinggi: int = 520, pinggir: int = 8) -> None:
    """Cut out an element with a margin, at most so high."""
    h.locator(pilih).first.scroll_into_view_if_needed()
    k: Any = h.locator(pilih).first.bounding_box()
    x, y = max(0, k["x"] - pinggir), max(0, k["y"] - pinggir)
    lebar = min(k["width"] + 2 * pinggir, LAYAR["width"] - x)
    simpan(nama, h, int(x), int(y), int(lebar), int(min(k["height"] + 2 * pinggir, tinggi, LAYAR["height"] - y)))


def test_penjelasan(lihat: Any) -> None:
    h = lihat("perencana", "/247157/2023/")
    h.get_by_role("link", name="878,33%", exact=True).click()
    panel = h.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Capaian SK3.2")).to_be_visible()
    expect(panel.locator(".tempat-cetak a").first).to_be_visible()
    simpan("penjelasan", h, x=420, y=48, lebar=760, tinggi=600)


def test_realisasi(lihat: Any) -> None:
    h = lihat("perencana", "/247157/2023/realisasi/4/")
    h.fill(fisik("SK1.1"), "98")
    h.keyboard.press("Enter")
    expect(h.locator("#ket-sel-SK1\\.1-fisik")).to_contain_text("tersimpan")
    simpan("realisasi", h, y=48, tinggi=540)


def test_tempel(lihat: Any) -> None:
    kosongkan()
    h = lihat("perencana", "/247157/2023/realisasi/4/")
    h.context.grant_permissions(["clipboard-read", "clipboard-write"])
    h.focus(fisik("SK1.1"))
    h.evaluate("teks => navigator.clipboard.writeText(teks)", "0,45\r\n0,5\r\n#DIV/0!\r\n1\r\n")
    h.keyboard.press("Control+v")
    expect(h.get_by_role("dialog", name="Periksa sebelum ditempel")).to_be_visible()
    h.get_by_role("radio", name="kalikan 100").check()
    simpan_unsur("tempel", h, "dialog[open]", tinggi=640)


def test_periksa(lihat: Any) -> None:
    h = lihat("perencana", "/247157/2023/periksa/4/")
    simpan("periksa", h, y=50, tinggi=640)


def test_angka(lihat: Any) -> None:
    h = lihat("perencana", "/lakin/247157/2023/narasi/kata_pengantar/")
    h.get_by_role("button", name="Sisipkan angka").click()
    h.get_by_label("Cari angka").fill("capaian SK3.2")
    expect(h.locator('[data-dialog="angka"] [data-temuan] button').first).to_be_visible()
    simpan_unsur("angka", h, "dialog[open]", tinggi=460)


def test_kelengkapan(lihat: Any) -> None:
    h = lihat("perencana", "/lakin/247157/2023/kelengkapan/")
    simpan("kelengkapan", h, y=50, tinggi=640)


def test_sahkan(lihat: Any, kmn: Satker) -> None:
    versi = laporan_satker(kmn, 2023).versi
    ajukan_laporan(satker=kmn, tahun=2023, versi=versi, oleh=Pengguna.objects.get(username="perencana"))
    h = lihat("kepala", "/lakin/247157/2023/sahkan/")
    simpan("sahkan", h, y=50, lebar=760, tinggi=530)


def test_telaah(lihat: Any, kmn: Satker) -> None:
    Periode.objects.filter(satker=kmn, tahun=2023, triwulan=2).update(keadaan=Keadaan.DIAJUKAN)
    h = lihat("sekretariat", "/247157/2023/telaah/2/")
    h.locator("#rinci-SK1\\.1 summary").click()
    h.get_by_role("heading", name="Isian berdampingan").scroll_into_view_if_needed()
    simpan_unsur("telaah", h, "section:has(> header #judul-banding)", tinggi=640)


def test_reviu(lihat: Any, kmn: Satker) -> None:
    mulai_reviu(satker=kmn, tahun=2023, oleh=Pengguna.objects.get(username="apip"))
    h = lihat("apip", "/lakin/247157/2023/reviu/")
    h.locator("#uji-format").evaluate("el => el.scrollIntoView()")
    simpan("reviu", h, tinggi=600)


def test_pk(lihat: Any) -> None:
    h = lihat("perencana", "/247157/2023/pk/")
    simpan("pk", h, y=50, tinggi=560)


def test_papan(lihat: Any) -> None:
    h = lihat("sekretariat", "/papan/?tahun=2023")
    simpan("papan", h, y=50, tinggi=620)
