"""A LAKIN from its first drafts to the approved file: handed in, reviewed, signed, approved, checked, reopened."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from lakin.laporan.models import Terbitan
from lakin.laporan.services_reviu import TEKS, atur_wajib_reviu
from lakin.laporan.terbitan import pengesahan
from lakin.organisasi.models import Pengguna, Satker
from tests.jalan.axe import cacat
from tests.jalan.conftest import PONSEL, Buka
from tests.jalan.test_terbitan import LAPORAN, ajukan_di_halaman, sahkan_di_halaman
from tests.reviu import PENANDA, tulis_dari_rancangan

pytestmark = pytest.mark.django_db(transaction=True)

REVIU = f"{LAPORAN}reviu/"


@pytest.mark.lama
def test_dari_rancangan_sampai_berkas_yang_dikenali(
    kmn: Satker, buka: Buka, keluhan: list[str], tmp_path: Path
) -> None:
    orang = {p.username: p for p in Pengguna.objects.all()}
    assert tulis_dari_rancangan(kmn, orang["perencana"]) > 0
    atur_wajib_reviu(satker=kmn, tahun=2023, wajib=True, versi=0, alasan="", oleh=orang["sekretariat"])
    perencana, apip, kepala = buka("perencana"), buka("apip"), buka("kepala")

    apip.get_by_role("link", name="BBSPJIKMN").click()
    apip.get_by_role("button", name="Mulai reviu").click()
    _tulis_kertas_kerja(apip)
    _catat_dan_sampaikan(apip)
    assert cacat(apip) == []

    perencana.goto("/")
    perencana.get_by_role("link", name="Catatan reviu LAKIN 2023").click()
    perencana.get_by_label("Perbaikan yang disepakati").fill("Sudah dicocokkan.")
    perencana.get_by_role("button", name="Kirim tanggapan").click()
    expect(perencana.locator("#kabar")).to_contain_text("terkirim")
    ajukan_di_halaman(perencana)

    kepala.goto("/")
    kepala.get_by_role("link", name="LAKIN 2023 menunggu pengesahan").click()
    kepala.get_by_role("button", name="Sahkan versi 1").click()
    expect(kepala.get_by_role("alert")).to_contain_text("tunggu pernyataan APIP")
    keluhan.pop()  # the answer to the refused approval is 422

    _tanda_tangani(apip)
    pdf = sahkan_di_halaman(kepala, 1, tmp_path)
    with pdfplumber.open(pdf) as isi:
        teks = " ".join(h.extract_text() or "" for h in isi.pages)
    assert "Pernyataan Telah Direviu" in teks
    assert PENANDA.nama in teks

    alamat = pengesahan(Terbitan.objects.get()).alamat
    umum = buka(None, alamat[alamat.index("/periksa/") :])
    umum.get_by_label("Berkas PDF").set_input_files(pdf)
    umum.get_by_role("button", name="Periksa").click()
    expect(umum.locator(".hasil-periksa")).to_contain_text("Cocok. Ini LAKIN 2023 BBSPJIKMN versi 1")

    perencana.goto(LAPORAN)
    perencana.get_by_text("Minta dibuka kembali").click()
    perencana.get_by_label("Yang keliru").fill("Indeks SK5.1 salah ketik.")
    perencana.get_by_role("button", name="Kirim permintaan").click()
    expect(perencana.locator("#kabar")).to_contain_text("dikirim kepada kepala")
    kepala.goto("/")
    kepala.get_by_role("link", name="Permintaan membuka kembali LAKIN 2023").click()
    kepala.get_by_role("button", name="Setujui dan buka kembali").click()
    expect(kepala.locator("#kabar")).to_contain_text("dibuka kembali")
    apip.goto(REVIU)
    expect(apip.get_by_role("button", name="Mulai reviu")).to_be_visible()


def test_reviu_pada_layar_sempit_dan_tanpa_cacat(kmn: Satker, buka: Buka) -> None:
    apip = buka("apip", "/reviu/", PONSEL)
    assert cacat(apip) == []
    apip.goto(REVIU)
    apip.get_by_role("button", name="Mulai reviu").click()
    expect(apip.get_by_role("heading", name="Kertas kerja")).to_be_visible()
    assert cacat(apip) == []
    assert apip.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _tulis_kertas_kerja(h: Page) -> None:
    for nama in TEKS:
        h.fill(f"#kertas-{nama}", f"Isi {nama} menurut pereviu.")
    h.get_by_role("button", name="Simpan kertas kerja").click()
    for bagian in ("format", "mekanisme", "substansi"):
        tempat = h.locator(f"#uji-{bagian}")
        for butir in tempat.locator("fieldset").all():
            butir.get_by_label("Ya", exact=True).check()
        tempat.get_by_role("button").click()
        expect(h.locator("#kabar")).to_contain_text("Jawaban tersimpan")
    expect(h.get_by_role("link", name="Daftar uji · 23 dari 23")).to_be_visible()


def _catat_dan_sampaikan(h: Page) -> None:
    h.goto("/247157/2023/penjelasan/?alamat=247157/2023/SK3.2/capaian")
    h.get_by_role("link", name="Tulis catatan reviu pada angka ini").click()
    h.fill("#catatan-uraian", "Berbeda dari berita acara.")
    h.get_by_role("button", name="Tambah catatan").click()
    h.get_by_role("button", name="Sampaikan 1 catatan").click()
    expect(h.locator("#kabar")).to_contain_text("disampaikan")


def _tanda_tangani(h: Page) -> None:
    h.goto(REVIU)
    h.get_by_text("Nilai tindak lanjut").click()
    h.get_by_label("Hasil tindak lanjut").select_option("diperbaiki")
    h.get_by_role("button", name="Simpan catatan").click()
    h.get_by_label("Nama penanda tangan").fill(PENANDA.nama)
    h.get_by_label("NIP", exact=True).fill(PENANDA.nip)
    h.get_by_label("Jabatan").fill(PENANDA.jabatan)
    h.get_by_role("button", name="Tandatangani pernyataan").click()
    expect(h.locator("#kabar")).to_contain_text("menjadi bagian laporan")
