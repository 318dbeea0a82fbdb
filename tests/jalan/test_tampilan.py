"""Pages as people meet them: signing in, figures that open their explanation, the keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.jalan.axe import cacat, satu_sejenis
from tests.jalan.conftest import Buka


def test_akun_contoh_mengisi_formulir_dan_masuk_lalu_keluar(buka: Buka) -> None:
    halaman = buka(None, "/247157/2023/")
    expect(halaman).to_have_url(re.compile(r"/masuk/\?next="))
    halaman.get_by_role("button", name="Pakai akun perencana", exact=True).click()
    expect(halaman.get_by_label("Nama pengguna")).to_have_value("perencana")
    halaman.keyboard.press("Enter")
    expect(halaman).to_have_url(re.compile(r"/247157/2023/$"))
    halaman.get_by_role("button", name="Keluar").click()
    expect(halaman.get_by_role("heading", name="Masuk ke Lakin")).to_be_visible()


def test_angka_membuka_penjelasan_sampai_ke_baris_data(diverifikasi: Any, buka: Buka) -> None:
    halaman = buka("auditor", "/247157/2023/")
    panel = halaman.get_by_role("complementary", name="Penjelasan angka")
    expect(panel).to_be_hidden()
    halaman.get_by_role("link", name="878,33%", exact=True).click()
    expect(panel.get_by_role("heading", name="Capaian SK3.2")).to_be_focused()
    expect(panel).to_contain_text("26,35 / 3 × 100")
    panel.get_by_role("link", name="26,35%").click()
    expect(panel.get_by_role("heading", name="Realisasi SK3.2")).to_be_visible()
    expect(panel).to_contain_text("(8.739.521.210 - 6.916.876.750) / 6.916.876.750 × 100")
    panel.get_by_role("link", name="4.452.050.000").click()
    expect(panel.get_by_role("heading", name="Baris 3 data dasar SK3.2")).to_be_visible()
    panel.get_by_role("button", name="Kembali").click()
    expect(panel.get_by_role("heading", name="Realisasi SK3.2")).to_be_visible()
    halaman.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(halaman.get_by_role("link", name="878,33%", exact=True)).to_be_focused()


def test_tanpa_skrip_angka_tetap_menuju_penjelasannya(diverifikasi: Any, buka: Buka) -> None:
    halaman = buka("auditor", "/247157/2023/", skrip=False)
    halaman.get_by_role("link", name="878,33%", exact=True).click()
    expect(halaman.get_by_role("heading", name="Capaian SK3.2")).to_be_visible()
    halaman.get_by_role("link", name="26,35%").click()
    expect(halaman.get_by_role("heading", name="Realisasi SK3.2")).to_be_visible()
    halaman.goto("/247157/2023/")
    expect(halaman.get_by_role("rowheader", name=re.compile("Jasa Pelayanan Teknis Pengujian")).first).to_be_visible()


@pytest.mark.parametrize("utuh", [False, pytest.param(True, marks=pytest.mark.lama)], ids=["sejenis", "utuh"])
def test_angka_pada_laporan_membuka_penjelasan_dengan_papan_ketik(buka: Buka, utuh: bool) -> None:
    halaman = buka("kepala", "/lakin/247157/2023/")
    angka = halaman.locator('[data-sumber="247157/2023/SK3.2/capaian"]').first
    angka.focus()
    halaman.keyboard.press("Enter")
    panel = halaman.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Capaian SK3.2")).to_be_visible()
    if not utuh:
        satu_sejenis(halaman)
    assert cacat(halaman) == []


def test_penjelasan_menyebut_setiap_tempat_tercetak_dan_mengantar_ke_sana(buka: Buka) -> None:
    halaman = buka("perencana", "/lakin/247157/2023/tw/2/")
    halaman.locator('[data-sumber="247157/2023/SK2.2/capaian/tw2"]').first.click()
    panel = halaman.get_by_role("complementary", name="Penjelasan angka")
    tempat = panel.get_by_role("region", name="Tempat tercetak")
    expect(tempat.get_by_role("link")).to_have_text(["Tabel 3.1", "Subbab 3.2.3, paragraf", "Tabel L1.1"])
    assert cacat(halaman) == []
    tempat.get_by_role("link", name="Tabel L1.1").click()
    expect(halaman.locator("#b-lampiran_pengukuran-kinerja")).to_be_in_viewport()
    expect(panel).to_be_visible()


def test_pohon_anggaran_dapat_dibuka_dan_dilipat(buka: Buka) -> None:
    halaman = buka("perencana", "/247157/2023/")
    ro = halaman.get_by_role("rowheader", name=re.compile("Jasa Pelayanan Teknis Pengujian")).first
    expect(ro).to_be_hidden()
    halaman.get_by_role("button", name="Rincian 6077.BAD").click()
    expect(ro).to_be_visible()
    halaman.get_by_role("button", name="Buka semua").click()
    halaman.get_by_role("button", name="Lipat semua").click()
    expect(ro).to_be_hidden()


def test_papan_ketik_loncat_ke_isi(buka: Buka) -> None:
    halaman = buka("perencana")
    halaman.keyboard.press("Tab")
    loncat = halaman.get_by_role("link", name="Langsung ke isi halaman")
    expect(loncat).to_be_focused()
    expect(loncat).to_be_in_viewport()
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_role("main")).to_be_focused()


def test_satker_lain_tidak_ada_bagi_perencana(buka: Buka, keluhan: list[str]) -> None:
    halaman = buka("perencana", "/247140/2023/")
    expect(halaman.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
    assert cacat(halaman) == []
    assert "404" in keluhan.pop()
