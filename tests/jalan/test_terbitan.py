"""A report from handing in to its second version: approved, downloaded, checked, corrected."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import jalankan
from lakin.laporan.models import Terbitan
from lakin.organisasi.models import Satker
from tests.jalan.axe import cacat
from tests.jalan.conftest import TERSIMPAN, Buka
from tests.terbitan import perkecil

pytestmark = pytest.mark.django_db(transaction=True)

LAPORAN = "/lakin/247157/2023/"
BENTUK = {"html": "HTML", "docx": "Word", "xlsx": "Excel", "bundel": "Berkas auditor"}


@pytest.mark.lama
def test_dari_pengajuan_sampai_versi_kedua(kmn: Satker, buka: Buka, tmp_path: Path) -> None:
    perencana, kepala = buka("perencana"), buka("kepala")
    ajukan_di_halaman(perencana)
    pdf = sahkan_di_halaman(kepala, 1, tmp_path)
    kepala.goto(f"{LAPORAN}versi/1/")
    assert cacat(kepala) == []
    for kode in BENTUK:
        _siapkan(kepala, kode, tmp_path / f"v1.{kode}")
    assert b"<!doctype html>" in (tmp_path / "v1.html").read_bytes()[:40]
    assert load_workbook(tmp_path / "v1.xlsx", read_only=True).sheetnames
    assert zipfile.ZipFile(tmp_path / "v1.docx").testzip() is None
    assert "Semua cocok." in _periksa_bundel(tmp_path / "v1.bundel", tmp_path / "bundel")
    assert (tmp_path / "bundel/laporan.pdf").read_bytes() == pdf.read_bytes()
    fakta = _unduh(kepala, "fakta.json", tmp_path / "fakta.json")
    assert json.loads(fakta.read_text()) == json.loads((tmp_path / "bundel/fakta.json").read_text())

    umum = buka(None, "/periksa/")
    assert "Cocok. Ini LAKIN 2023 BBSPJIKMN versi 1" in _periksa(umum, pdf)
    isi = bytearray(pdf.read_bytes())
    isi[len(isi) // 2] ^= 1
    (tmp_path / "lain.pdf").write_bytes(isi)
    assert "Tidak cocok." in _periksa(umum, tmp_path / "lain.pdf")
    assert cacat(umum) == []

    kepala.goto(LAPORAN)
    kepala.get_by_text("Buka kembali untuk koreksi").click()
    kepala.get_by_label("Alasan membuka kembali").fill("Indeks SK5.1 salah ketik.")
    kepala.get_by_role("button", name="Buka kembali", exact=True).click()
    expect(kepala.locator("#kabar")).to_contain_text("dibuka kembali")
    perencana.goto("/247157/2023/realisasi/4/")
    perencana.fill("#sel-SK5\\.1", "3,50")
    perencana.press("#sel-SK5\\.1", "Tab")
    expect(perencana.locator("#ket-sel-SK5\\.1")).to_contain_text(TERSIMPAN)
    ajukan_di_halaman(perencana)
    sahkan_di_halaman(kepala, 2, tmp_path)
    assert "Ini versi lama" in _periksa(umum, pdf)

    perencana.goto(LAPORAN)
    perencana.get_by_text("Unduhan draf").click()
    _siapkan(perencana, "xlsx", tmp_path / "draf.xlsx")

    auditor = buka("auditor", LAPORAN)
    expect(auditor.get_by_role("heading", name="LAKIN 2023, versi 2")).to_be_visible()


def ajukan_di_halaman(h: Page) -> None:
    h.goto(f"{LAPORAN}kelengkapan/")
    h.get_by_role("button", name="Ajukan kepada kepala").click()
    expect(h.locator("#kabar")).to_contain_text("diajukan")


def sahkan_di_halaman(h: Page, nomor: int, folder: Path) -> Path:
    """Approve; the file is made of one chapter, which is quick, and offered without loading the page again."""
    h.goto(LAPORAN)
    h.get_by_role("link", name="Sahkan laporan").click()
    h.get_by_label("Nama pejabat").fill("Azhar Fitri")
    h.get_by_role("button", name=f"Sahkan versi {nomor}").click()
    expect(h.locator("#kabar")).to_contain_text(f"Versi {nomor} disahkan")
    perkecil(Terbitan.objects.get(nomor=nomor))
    _kerjakan()
    return _unduh(h, "Unduh berkas", folder / f"v{nomor}.pdf")


def _siapkan(h: Page, kode: str, tujuan: Path) -> None:
    h.get_by_role("button", name=f"Siapkan {BENTUK[kode]}").click()
    tempat = h.locator(f"#unduhan-{kode}")
    expect(tempat.get_by_role("status")).to_be_visible()
    _kerjakan()
    expect(tempat.get_by_role("link", name="Unduh berkas")).to_be_visible()
    with h.expect_download() as unduhan:
        tempat.get_by_role("link", name="Unduh berkas").click()
    unduhan.value.save_as(tujuan)


def _unduh(h: Page, tautan: str, tujuan: Path) -> Path:
    with h.expect_download() as unduhan:
        h.get_by_role("link", name=tautan).first.click()
    unduhan.value.save_as(tujuan)
    return tujuan


def _kerjakan() -> None:
    """Do what a worker would."""
    for pk in Pekerjaan.objects.filter(keadaan=KeadaanPekerjaan.ANTRE).values_list("pk", flat=True):
        assert jalankan(pk=pk)
    assert not Pekerjaan.objects.filter(keadaan=KeadaanPekerjaan.GAGAL).exists()


def _periksa(h: Page, berkas: Path) -> str:
    h.goto("/periksa/")
    h.get_by_label("Berkas PDF").set_input_files(berkas)
    h.get_by_role("button", name="Periksa").click()
    return h.locator(".hasil-periksa").inner_text()


def _periksa_bundel(berkas: Path, folder: Path) -> str:
    zipfile.ZipFile(berkas).extractall(folder)
    jalan = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "periksa.py")], capture_output=True, text=True, env={}
    )
    return jalan.stdout + jalan.stderr
