"""The report's single file from the disk, with the network off: a figure opens its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lakin.laporan.berkas_auditor import laporan_mandiri
from lakin.laporan.bukti import bukti_laporan
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def halaman(peramban: Browser, kmn: Satker, tmp_path: Path) -> Iterator[Page]:
    """The file, opened offline; nothing may be asked for and nothing may be complained of."""
    konteks = konteks_laporan(kmn, 2023)
    html, _ = laporan_mandiri(konteks, susun_bernomor(konteks), bukti_laporan(kmn, 2023))
    berkas = tmp_path / "laporan.html"
    berkas.write_text(html, encoding="utf-8")
    keluhan: list[str] = []
    diminta: list[str] = []
    sesi = peramban.new_context(offline=True, viewport={"width": 1366, "height": 768}, locale="id-ID")
    p = sesi.new_page()
    p.on("console", lambda m: keluhan.append(m.text))
    p.on("pageerror", lambda galat: keluhan.append(str(galat)))
    p.on("request", lambda r: diminta.append(r.url))
    p.goto(berkas.as_uri())
    yield p
    assert keluhan == []
    assert diminta == [berkas.as_uri()]
    sesi.close()


def test_angka_membuka_penjelasannya_sampai_ke_data_mentah(halaman: Page) -> None:
    panel = halaman.locator("#panel")
    expect(panel).to_be_hidden()
    figur = halaman.locator('[data-sumber="247157/2023/SK3.2/capaian"]').first
    figur.click()
    expect(panel).to_be_visible()
    expect(panel.locator("h2")).to_contain_text("Capaian")
    expect(panel.locator(".nilai")).to_contain_text("878,33%")
    expect(panel.locator(".rumus")).to_contain_text("878,33")
    expect(figur).to_have_attribute("aria-expanded", "true")
    panel.get_by_role("link", name="Tabel 3.2", exact=True).click()
    expect(halaman.locator("#b-bab3_capaian-rencana-aksi")).to_be_in_viewport()
    panel.get_by_role("button", name="26,35").click()
    expect(panel.locator("h2")).to_contain_text("Realisasi")
    panel.locator(".bahan button").first.click()
    expect(panel.locator(".nilai")).to_contain_text("6.916.876.750 dihitung")
    halaman.get_by_role("button", name="Kembali").click()
    expect(panel.locator("h2")).to_contain_text("Realisasi")
    halaman.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(figur).to_be_focused()


def test_papan_ketik_membuka_penjelasan_dan_bukti_disebut(halaman: Page) -> None:
    halaman.locator('[data-sumber="247157/2023/SK1.1/realisasi"]').first.focus()
    halaman.keyboard.press("Enter")
    panel = halaman.locator("#panel")
    expect(panel.locator("h2")).to_be_focused()
    expect(panel).to_contain_text("Bukti")
    expect(panel).to_contain_text("B/2661/BBSPJIKMN/HK.06/2023")


def test_setiap_angka_bersumber_memiliki_penjelasan(halaman: Page) -> None:
    hilang = halaman.evaluate(
        """() => {
          const ada = JSON.parse(document.getElementById("penjelasan").textContent).angka;
          const semua = [...document.querySelectorAll("[data-sumber]")].map((e) => e.dataset.sumber);
          return [semua.length, semua.filter((a) => !ada[a])];
        }"""
    )
    assert hilang[0] > 3000
    assert hilang[1] == []
