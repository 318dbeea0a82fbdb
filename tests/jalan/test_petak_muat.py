"""Fields that appear before their module, and raw rows that change under somebody's hands: nothing written is lost."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import BarisData
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.services import simpan_baris
from tests.jalan.conftest import TERSIMPAN
from tests.jalan.test_petak import fisik, isi, ket, kosongkan

pytestmark = pytest.mark.django_db(transaction=True)

ENTRI = "/247157/2023/realisasi/4/"
KODE = "SK1.1"


def test_diketik_sebelum_modulnya_tiba(kmn: Satker, buka: Any) -> None:
    """On a slow line the page can be written in before it works."""
    kosongkan()
    h = buka("perencana", "/247157/2023/")
    tertahan: list[Route] = []
    h.route("**/js/petak.js", lambda r: tertahan.append(r))
    h.goto(ENTRI, wait_until="commit")
    h.fill(fisik("SK1.1"), "71")
    h.fill(fisik("SK2.1"), "72")
    assert len(tertahan) == 1
    tertahan[0].continue_()
    expect(h.locator(ket("SK1.1"))).to_contain_text(TERSIMPAN)
    expect(h.locator(ket("SK2.1"))).to_contain_text("belum tersimpan")
    h.press(fisik("SK2.1"), "Enter")
    expect(h.locator(ket("SK2.1"))).to_contain_text(TERSIMPAN)
    assert isi("SK1.1", "SK2.1") == [71, 72]


def test_baris_tampil_bersama_modulnya(kmn: Satker, buka: Any) -> None:
    """A field that is seen can be pasted into: the empty row and what saves it are there from the first moment on."""
    BarisData.objects.filter(garis_indikator=_garis(kmn), tahun=2023).delete()
    h = buka("perencana", ENTRI)
    tertahan: list[Route] = []
    h.route("**/js/petak-baris.js", lambda r: tertahan.append(r))
    tombol = h.locator(f"[aria-controls='rinci-{KODE}']")
    with h.expect_response(re.compile("/baris/")):
        tombol.click()
    rinci = h.locator(f"[id='rinci-{KODE}']")
    expect(rinci).to_have_text("Memuat data dasar…")
    expect(rinci.locator("[data-petak]")).to_have_count(0)
    tertahan[0].continue_()
    expect(rinci.locator("tbody tr [data-sel]").first).to_be_focused()


def test_baris_tidak_diganti_di_bawah_tangan(kmn: Satker, buka: Any) -> None:
    """What others save comes when whoever is writing here has finished, and never instead of what is written."""
    h = buka("perencana", ENTRI)
    rinci = h.locator(f"[id='rinci-{KODE}']")
    h.locator(f"[aria-controls='rinci-{KODE}']").click()
    pertama = rinci.locator('tbody tr [data-kolom="perusahaan"]').first
    expect(pertama).to_be_focused()
    h.focus("#sel-SK5\\.1")

    tertahan: list[Route] = []
    h.route(f"**/baris/{KODE}/", lambda r: tertahan.append(r))
    with h.expect_request(f"**/baris/{KODE}/"):
        _orang_lain_mengubah(kmn, "CV Orang Lain")
    pertama.fill("Milik saya")
    tertahan[0].continue_()
    expect(h.locator("#keadaan-simpan")).to_contain_text("diubah orang lain")
    expect(pertama).to_have_value("Milik saya")
    h.keyboard.press("Escape")
    h.unroute(f"**/baris/{KODE}/")
    h.focus("#sel-SK5\\.1")
    expect(rinci.locator('tbody tr [data-kolom="perusahaan"]').first).to_have_value("CV Orang Lain")


def _garis(satker: Satker) -> int:
    return {k: g for g, k in Terkini(satker).garis(2023).items()}[KODE]


def _orang_lain_mengubah(satker: Satker, perusahaan: str) -> None:
    b = BarisData.objects.filter(garis_indikator=_garis(satker), tahun=2023).order_by("urut")[0]
    simpan_baris(
        satker=satker,
        tahun=2023,
        kode=KODE,
        urut=b.urut,
        isi=b.isi | {k: Decimal(b.isi[k]) for k in ("sebelum", "sesudah")} | {"perusahaan": perusahaan},
        versi=b.versi,
        tanggal=b.tanggal,
        oleh=Pengguna.objects.get(username="sekretariat"),
    )
