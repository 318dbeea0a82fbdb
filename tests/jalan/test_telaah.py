"""A triwulan from the check page to its verification in Chromium, both sides by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from lakin.alur.models import Komentar, Periode
from lakin.organisasi.models import Satker
from tests.jalan.axe import cacat
from tests.jalan.conftest import Buka

pytestmark = pytest.mark.django_db(transaction=True)

PERIKSA = "/247157/2023/periksa/4/"
TELAAH = "/247157/2023/telaah/4/"
SEMPIT = {"width": 320, "height": 640}


def keadaan(kmn: Satker) -> str:
    return Periode.objects.get(satker=kmn, tahun=2023, triwulan=4).keadaan


def tab_ke(h: Page, sasaran: Locator) -> None:
    """Walk there with Tab, as somebody without a mouse does."""
    for _ in range(80):
        if sasaran.evaluate("e => e === document.activeElement"):
            return
        h.keyboard.press("Tab")
    raise AssertionError("not reached with Tab")


def tanpa_cacat(h: Page) -> None:
    assert cacat(h) == []
    lebar = h.viewport_size
    h.set_viewport_size(SEMPIT)
    assert cacat(h) == []
    assert h.evaluate("document.documentElement.scrollWidth") <= SEMPIT["width"]
    h.set_viewport_size(lebar)


def test_dari_ajuan_sampai_verifikasi_dengan_papan_ketik(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    expect.set_options(timeout=20_000)  # waits for states; a busy machine takes its time
    per = buka("perencana", PERIKSA)
    tanpa_cacat(per)
    for nama in ("SK1.1", "SK2.2"):
        tab_ke(per, per.get_by_label(re.compile(f"Catatan atas {nama}")))
        per.keyboard.type(f"{nama} sudah diperiksa")
    tab_ke(per, per.get_by_role("button", name="Ajukan kepada Sekretariat"))
    per.keyboard.press("Enter")
    expect(per.get_by_text("Menunggu telaah Sekretariat")).to_be_visible()
    assert keadaan(kmn) == "diajukan"

    sek = buka("sekretariat", TELAAH)
    ringkas = sek.locator("[data-telaah] summary")
    expect(ringkas).not_to_have_count(0)
    for _ in range(5):
        sek.keyboard.press("j")
    sek.keyboard.press("k")
    sekarang = sek.locator("[data-telaah='SK3.1'] details")
    expect(sekarang.locator("> summary")).to_be_focused()
    expect(sekarang).not_to_have_attribute("open", "")
    sek.keyboard.press("p")
    panel = sek.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Realisasi SK3.1")).to_be_focused()
    sek.keyboard.press("Escape")
    sek.keyboard.press("c")
    expect(sek.get_by_label("Komentar atas SK3.1")).to_be_focused()
    sek.keyboard.type("Baris kedua tanpa bukti")
    sek.keyboard.press("Control+Enter")
    expect(sek.get_by_text("Komentar tersimpan.")).to_be_visible()
    expect(sek.locator("#rinci-SK3\\.1 > summary")).to_be_focused()
    assert Komentar.objects.get().alamat == "247157/2023/SK3.1/realisasi/tw4"
    tanpa_cacat(sek)
    sek.keyboard.press("r")
    sek.keyboard.type("Lihat komentar pada SK3.1")
    sek.keyboard.press("Control+Enter")
    expect(sek.get_by_text("Triwulan dikembalikan kepada perencana.")).to_be_visible()
    assert keadaan(kmn) == "dikembalikan"

    per.goto("/247157/2023/realisasi/4/")
    fisik = per.get_by_label("Fisik (%) SK3.1")
    fisik.focus()
    per.keyboard.press("Control+A")
    per.keyboard.type("95")
    per.keyboard.press("Enter")
    expect(per.locator("#ket-sel-SK3\\.1-fisik")).to_contain_text("tersimpan")
    per.goto(TELAAH)
    per.get_by_text("Balas komentar Sekretariat").focus()
    per.keyboard.press("Enter")
    per.keyboard.press("Tab")
    per.keyboard.type("Fisiknya sudah diperbaiki")
    per.keyboard.press("Control+Enter")
    expect(per.get_by_text("Fisiknya sudah diperbaiki")).to_be_visible()
    per.goto(PERIKSA)
    expect(per.get_by_text("Lihat komentar pada SK3.1")).to_be_visible()
    tab_ke(per, per.get_by_role("button", name="Ajukan kepada Sekretariat"))
    per.keyboard.press("Enter")
    expect(per.get_by_text("Menunggu telaah Sekretariat")).to_be_visible()

    sek.goto(TELAAH)
    expect(sek.get_by_text("1 indikator berubah sejak pengajuan sebelumnya")).to_be_visible()
    sek.keyboard.press("n")
    sek.keyboard.press("n")
    sek.keyboard.press("n")
    expect(sek.locator("[data-telaah='SK3.1'] summary").first).to_be_focused()
    expect(sek.locator("[data-telaah='SK3.1']")).to_contain_text("dulu 100")
    sek.keyboard.press("v")
    expect(sek.get_by_role("button", name="Verifikasi")).to_be_focused()
    sek.keyboard.press("Enter")
    expect(sek.get_by_text("Triwulan diverifikasi.")).to_be_visible()
    assert keadaan(kmn) == "diverifikasi"
