"""Whether everybody can use every page: axe over the access matrix, narrow and enlarged screens, the focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, expect

from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.services import simpan_realisasi
from tests.jalan.axe import cacat
from tests.jalan.conftest import LAPTOP, Buka
from tests.jalan.jelajah import Dokumen, bentuk, halaman, klien
from tests.jalan.test_petak import fisik, ket, kosongkan

pytestmark = pytest.mark.django_db(transaction=True)

TANPA_KATA = """() => [...document.querySelectorAll(".keadaan, .tanda")]
  .filter((t) => t.checkVisibility() && !t.textContent.trim()).map((t) => t.outerHTML.slice(0, 120))"""
"""States and signs say what they mean in words or with a mark, never by colour alone."""
SEMPIT = (683, 320)
"""The laptop at 200%, and the narrowest screen that WCAG asks for."""
MENURUT_LEBAR = ("target-size", "scrollable-region-focusable")
"""The rules whose answer depends on the width."""
BESAR = 500_000
"""Bytes of a page from which the whole report stands on it."""
TANPA_DATA = 2031
BAGIAN = 4
"""The addresses are walked in parts, so that several processes share them."""


@pytest.mark.parametrize("bagian", range(BAGIAN))
def test_setiap_halaman_matriks_lolos_axe(
    kmn: Satker, situs: str, peramban: Browser, capsys: pytest.CaptureFixture[str], bagian: int
) -> None:
    """Each page as the first role that gets it, and refusals with a page."""
    _jelajahi(halaman(bagian=slice(bagian, None, BAGIAN), sekali=True), situs, peramban, capsys)


@pytest.mark.lama
def test_setiap_halaman_setiap_peran_lolos_axe(
    kmn: Satker, situs: str, peramban: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each page of each role, refusals with a page, and the same addresses in a year without data."""
    _jelajahi((*halaman(), *halaman(akun=("perencana", "sekretariat"), tahun=TANPA_DATA)), situs, peramban, capsys)


def _jelajahi(semua: Iterable[Dokumen], situs: str, peramban: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    beda: dict[str, Dokumen] = {}
    sel = 0
    for d in semua:
        if d.utuh:
            sel += 1
            beda.setdefault(d.sidik, d)
    lembar = list(_yang_baru(beda.values()))
    temuan: list[str] = []
    dilihat: set[tuple[str, str]] = set()
    with _lembar(peramban, situs) as buka:
        for d in lembar:
            h = buka(d)
            asal = f"{d.akun} {d.metode} {d.url}"
            for lebar in SEMPIT:
                h.set_viewport_size({"width": lebar, "height": 740})
                luas = h.evaluate("document.documentElement.scrollWidth")
                temuan += [f"{asal} melebar {luas} pada {lebar}"] * (luas > lebar)
            if _dokumen_lain(d):
                h.evaluate("document.querySelector('.dokumen')?.replaceChildren()")
            temuan += [f"{asal} pada {lebar}: {t}" for t in cacat(h, hanya=MENURUT_LEBAR)]
            h.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
            temuan += [f"{asal} {t}" for t in cacat(h, warna=(d.metode, d.url) not in dilihat)]
            temuan += [f"{asal} hanya warna: {t}" for t in h.evaluate(TANPA_KATA)]
            dilihat.add((d.metode, d.url))
    with capsys.disabled():
        print(
            f" axe: {sel} halaman x peran, {len(beda)} berbeda, {len(lembar)} bentuk, {1 + len(SEMPIT)} lebar", end=""
        )
    assert not temuan, "\n".join(temuan)
    assert sel > 10


def _yang_baru(semua: Iterable[Dokumen]) -> Iterator[Dokumen]:
    """Leave out what has only kinds of element that its page, or for a refusal any page, was seen with before."""
    dilihat: dict[str, set[tuple[str, ...]]] = {}
    for d in semua:
        jenis, nama = bentuk(d), d.nama if d.metode == "GET" else ""
        if not jenis <= dilihat.setdefault(nama, set()):
            yield d
        dilihat[nama] |= jenis
        dilihat.setdefault("", set()).update(jenis)


@contextmanager
def _lembar(peramban: Browser, situs: str) -> Iterator[Any]:
    """One tab a role, used again; an answer to a POST is shown as it was given."""
    lembar: dict[str | None, Page] = {}

    def buka(d: Dokumen) -> Page:
        if d.akun not in lembar:
            konteks = peramban.new_context(viewport=LAPTOP, locale="id-ID", base_url=situs)  # type: ignore[arg-type]
            if kue := klien(d.akun).cookies.get(settings.SESSION_COOKIE_NAME):
                konteks.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": kue.value, "url": situs}])
            lembar[d.akun] = konteks.new_page()
        h = lembar[d.akun]
        h.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
        if d.metode == "GET":
            h.goto(d.url)
        else:
            _tampilkan(h, situs + d.url, d.isi.decode(), d.status)
        return h

    yield buka
    for h in lembar.values():
        h.context.close()


def _tampilkan(h: Page, url: str, isi: str, status: int) -> None:
    h.route(url, lambda route, _: route.fulfill(body=isi, status=status, content_type="text/html; charset=utf-8"))
    h.goto(url)
    h.unroute(url)


def _dokumen_lain(d: Dokumen) -> bool:
    """The document of a report is examined once: of a triwulan here, of the year by a journey of test_tampilan.

    Elsewhere it is taken out, since axe looks through all of the page before it leaves a part out.
    """
    return len(d.isi) > BESAR or (d.nama == "laporan" and d.akun != "perencana")


@pytest.mark.parametrize("kode", [403, 404, 413, 500])
def test_halaman_galat_lolos_axe(peramban: Browser, situs: str, kode: int) -> None:
    h = peramban.new_page(viewport=LAPTOP)  # type: ignore[arg-type]
    _tampilkan(h, f"{situs}/galat/", render_to_string(f"{kode}.html"), kode)
    assert cacat(h) == []
    h.close()


def test_keadaan_lembar_isian_lolos_axe(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    """Refused, in conflict, with its raw rows and its panel open; then signed out meanwhile."""
    kosongkan()
    h = buka("perencana", "/247157/2023/realisasi/4/")
    h.fill(fisik("SK8.1"), "150")
    h.press(fisik("SK8.1"), "Tab")
    expect(h.locator("#ringkasan-galat")).to_be_visible()
    _orang_lain_menyimpan(kmn, "SK8.2")
    h.fill(fisik("SK8.2"), "77")
    h.press(fisik("SK8.2"), "Tab")
    expect(h.locator(ket("SK8.2")).locator(".pilih").first).to_be_visible()
    h.locator('[aria-controls="rinci-SK3.2"]').click()
    expect(h.locator("#rinci-SK3\\.2 .data-dasar")).to_be_visible()
    h.locator('[data-rincian="sel-SK5.1"]').click()
    expect(h.get_by_role("heading", name="Realisasi SK5.1")).to_be_visible()
    assert cacat(h) == []
    h.keyboard.press("Escape")
    h.context.clear_cookies()
    h.fill(fisik("SK7.1"), "50")
    h.press(fisik("SK7.1"), "Tab")
    expect(h.get_by_role("button", name="Masuk dan simpan")).to_be_visible()
    assert cacat(h) == []
    keluhan.clear()  # the browser reports each refusal


def _orang_lain_menyimpan(satker: Satker, kode: str) -> None:
    simpan_realisasi(
        satker=satker,
        tahun=2023,
        triwulan=4,
        kode=kode,
        jenis=JenisRealisasi.FISIK,
        nilai=Decimal(98),
        versi=0,
        oleh=Pengguna.objects.get(username="sekretariat"),
    )


TERTUTUP = """() => {
  const s = document.activeElement;
  if (!s || s === document.body) return "";
  const k = s.getBoundingClientRect();
  const nama = `${s.tagName} ${s.id || s.className} "${(s.ariaLabel || s.textContent).trim().slice(0, 40)}"`;
  if (!k.width || !k.height) return `${nama} tanpa luas`;
  if (k.bottom <= 0 || k.top >= innerHeight || k.right <= 0 || k.left >= innerWidth) return `${nama} di luar layar`;
  const dalam = (nilai, batas) => Math.min(Math.max(nilai, 1), batas - 2);
  const titik = [dalam(k.left + k.width / 2, innerWidth), dalam(k.top + k.height / 2, innerHeight)];
  const atas = document.elementFromPoint(...titik);
  return s.contains(atas) || atas?.contains(s) ? "" : `${nama} tertutup ${atas?.tagName} ${atas?.className}`;
}"""


@pytest.mark.parametrize("url", ["/247157/2023/realisasi/4/", "/247157/2023/anggaran/4/"])
@pytest.mark.parametrize("ukuran", [(1366, 500), (320, 480)], ids=["laptop", "sempit"])
def test_fokus_tidak_pernah_tertutup(kmn: Satker, buka: Buka, url: str, ukuran: tuple[int, int]) -> None:
    """There and back through the page with the Tab key: what has the focus is in view and nothing lies over it."""
    h = buka("perencana", url, {"width": ukuran[0], "height": ukuran[1]})
    tertutup, dilihat = [], set()
    for tombol, banyak in (("Tab", 70), ("Shift+Tab", 40)):
        for _ in range(banyak):
            h.keyboard.press(tombol)
            if salah := h.evaluate(TERTUTUP):
                tertutup.append(f"{tombol}: {salah}")
            dilihat.add(h.evaluate("document.activeElement.outerHTML"))
    assert tertutup == []
    assert len(dilihat) > 20
