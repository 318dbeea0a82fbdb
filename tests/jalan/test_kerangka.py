"""The outline in Chromium: another agency's report of three chapters, made, written and printed without code."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from lakin.laporan.cetakan import cetak_laporan
from lakin.laporan.selectors import kerangka_laporan, konteks_laporan
from lakin.laporan.services_kerangka import ubah_kerangka
from lakin.laporan.susun import susun_bernomor
from lakin.laporan.tindakan_kerangka import Perbuatan
from lakin.organisasi.models import Pengguna, Satker
from tests.isi_pdf import teks_halaman
from tests.jalan.axe import cacat
from tests.jalan.conftest import PONSEL, Buka

pytestmark = pytest.mark.django_db(transaction=True)

HALAMAN = "/lakin/247140/2023/kerangka/"


def test_kerangka_instansi_lain_disusun_ditulis_dan_dicetak(kmn: Satker, buka: Buka) -> None:
    h = buka("perencana2", HALAMAN)
    kabar = h.locator("#kabar")
    tekan(h, "Mulai dari kerangka kosong")
    h.get_by_label("Judul bab").fill("Gambaran Umum {satker}")
    tekan(h, "Simpan")
    h.get_by_label("Nama narasi").fill("Profil singkat")
    tekan(h, "Tambah narasi")
    pilih(h, "Laporan Kinerja 2023")
    h.get_by_label("Nama laporan").fill("LKjIP")
    tekan(h, "Simpan nama")
    bab(h, "Hasil Kerja")
    blok(h, "perjanjian kinerja bab2", "bab2.perjanjian-kinerja")
    h.get_by_label("Judul bagian baru").fill("{kode}. {nama}")
    h.locator("#bagian-ulang").select_option("indikator")
    tekan(h, "Tambah bagian")
    blok(h, "capaian indikator", "bab3.capaian-indikator")
    h.get_by_label("Atau uraian indikator").select_option("uraian:kendala")
    tekan(h, "Tambah narasi")
    pilih(h, "LKjIP 2023")
    bab(h, "Uang")
    blok(h, "kro anggaran", "bab2.kro-anggaran")
    pilih(h, "LKjIP 2023")
    bab(h, "Isi", "depan")
    blok(h, "daftar isi", "depan.isi")
    blok(h, "daftar tabel", "depan.tabel")
    assert cacat(h) == []

    # By keyboard: the last chapter one place up, and back by undo; focus stays with what was moved.
    uang = h.locator("[data-cabang]", has_text="Uang")
    uang.focus()
    h.keyboard.press("Enter")
    expect(uang).to_have_attribute("aria-current", "true")
    h.keyboard.press("Alt+ArrowUp")
    expect(kabar).to_contain_text("dinaikkan")
    expect(h.locator("[data-cabang='2']")).to_be_focused()
    tekan(h, re.compile("^Urungkan"))
    expect(kabar).to_contain_text("Diurungkan")
    assert [b.judul for b in kerangka_laporan(Satker.objects.get(kode="247140"), 2023).bab] == [
        "Isi", "Gambaran Umum {satker}", "Hasil Kerja", "Uang",
    ]  # fmt: skip

    pilih(h, "Narasi: profil singkat")
    h.get_by_role("link", name="Tulis narasi ini").click()
    h.locator(".naskah-isi .ProseMirror").click()
    h.keyboard.type("Balai ini menguji bahan dan barang teknik.")
    expect(h.locator("[data-keadaan]")).to_have_class(re.compile("simpan"))

    h.goto("/lakin/247140/2023/")
    dokumen = h.locator("article.dokumen")
    expect(dokumen).to_contain_text("Balai ini menguji bahan dan barang teknik.")
    satker = Satker.objects.get(kode="247140")
    konteks = konteks_laporan(satker, 2023)
    naskah = susun_bernomor(konteks)
    judul = [b.judul for b in naskah.daftar_isi(5)]
    indikator = [f"{i.fakta.kode}. {i.fakta.nama}" for i in konteks.indikator]
    assert judul == ["Isi", "Gambaran Umum BBSPJIBBT", "Profil singkat", "Hasil Kerja", *indikator, "Uang"]
    tabel = [b.nomor for b in naskah.daftar_tabel]
    assert tabel == [*(f"Tabel 2.{n}" for n in range(1, len(indikator) + 2)), "Tabel 3.1"]
    for teks in (*judul, *tabel, "Bab III", "2.1"):
        expect(dokumen).to_contain_text(teks)

    halaman = [teks.replace("\n", " ") for teks in teks_halaman(cetak_laporan(konteks, naskah).isi)]
    isi = next(t for t in halaman if "Gambaran Umum BBSPJIBBT" in t and "Uang" in t)
    assert "LKjIP" in halaman[0].upper() or "LKJIP" in halaman[0].upper()
    assert re.search(r"Uang[ .]*\d", isi)
    semua = " ".join(halaman)
    assert "Balai ini menguji bahan dan barang teknik." in semua
    assert semua.count("Tabel 3.1") >= 2
    assert "Akuntabilitas Kinerja" not in semua.replace("Laporan Akuntabilitas Kinerja Instansi Pemerintah", "")


def test_kerangka_di_ponsel_tanpa_skrip_dan_bersama_orang_lain(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    h = buka("perencana", "/lakin/247157/2023/kerangka/?pilih=8", PONSEL)
    assert cacat(h) == []
    assert h.evaluate("document.documentElement.scrollWidth") <= PONSEL["width"]
    lain = Pengguna.objects.create_user("rekan", first_name="Rekan", last_name="Satu")
    ubah_kerangka(satker=kmn, tahun=2023, versi=0, oleh=lain, ubah=Perbuatan("hapus", {"letak": "4"}))
    h.get_by_label("Judul bab").fill("Akhir kata")
    h.get_by_role("button", name="Simpan", exact=True).click()
    galat = h.get_by_role("alert")
    expect(galat).to_contain_text("rekan lebih dulu mengubah")
    expect(galat).to_contain_text("“Akhir kata”")
    expect(h).to_have_url(re.compile(r"/kerangka/\?pilih=8$"))

    tanpa = buka("perencana", "/lakin/247157/2023/kerangka/", skrip=False)
    tanpa.get_by_role("link", name="Bab IV Penutup").click()
    tanpa.get_by_label("Judul bab").fill("{0}")
    tanpa.get_by_role("button", name="Simpan", exact=True).click()
    expect(tanpa.get_by_role("alert")).to_contain_text("{0}")
    tanpa.get_by_label("Judul bab").fill("Akhir kata")
    tanpa.get_by_role("button", name="Simpan", exact=True).click()
    expect(tanpa.get_by_role("link", name="Bab IV Akhir kata")).to_be_visible()
    keluhan.clear()  # the browser reports the 409 and the 422


def pilih(h: Page, nama: str) -> None:
    """Choose something in the tree."""
    h.get_by_role("region", name="Susunan").get_by_role("link", name=nama).click()
    expect(h.get_by_role("region", name="Susunan").get_by_role("link", name=nama)).to_have_attribute(
        "aria-current", "true"
    )


def tekan(h: Page, nama: str | re.Pattern[str]) -> None:
    """Press a button and wait until the act is saved."""
    versi = h.locator("input[name=versi]").first.input_value()
    h.get_by_role("button", name=nama, exact=True).click()
    expect(h.locator("input[name=versi]").first).not_to_have_value(versi)


def bab(h: Page, judul: str, jenis: str = "isi") -> None:
    """Add a chapter."""
    h.get_by_label("Judul bab").fill(judul)
    h.get_by_label("Jenis").select_option(jenis)
    tekan(h, "Tambah bab")


def blok(h: Page, cari: str, kode: str) -> None:
    """Find a block in the catalogue and add it."""
    h.get_by_label("Cari", exact=True).fill(cari)
    versi = h.locator("input[name=versi]").first.input_value()
    h.locator(f"button[name=blok][value='{kode}']").click()
    expect(h.locator("input[name=versi]").first).not_to_have_value(versi)
