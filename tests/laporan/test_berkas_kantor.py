"""The report of KMN as a Word and an Excel file: every table and figure, written by the command."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Format
from lakin.laporan.konteks import Konteks
from tests.cetak.test_docx import bentuk, harapan, tabel_data_saja
from tests.cetak.test_xlsx import periksa_angka
from tests.laporan.test_render_lakin import render

pytestmark = pytest.mark.django_db


def test_setiap_tabel_dan_capaian_laporan_ada_di_word(
    kmn: Any, naskah_kmn: Bernomor, konteks_kmn: Konteks, tmp_path: Path
) -> None:
    tujuan = tmp_path / "lakin.docx"
    assert "blok" in render(tujuan)
    dokumen = Document(BytesIO(tujuan.read_bytes()))
    tertulis, asal = tabel_data_saja(dokumen), bentuk(naskah_kmn.dokumen)
    assert len(tertulis) == len(asal) > 100
    terbaca = 0
    for word, tabel in zip(tertulis, asal, strict=True):
        # Lists have their marks, and Word may break a line at the invisible one.
        baris = [[re.sub("\u200b|• ", "", s.text) for s in b.cells] for b in word.rows[-len(tabel.baris) :]]
        # Where a cell cites a table its number is known only to the numbered document.
        beda = [(a, b) for x, y in zip(baris, harapan(tabel), strict=True) for a, b in zip(x, y, strict=True) if a != b]
        assert all("Tabel 0.00" in b or b.startswith("•") for _, b in beda), tabel.kode
        terbaca += sum(map(len, baris))
    assert terbaca > 5000
    teks = {s.text for t in tertulis for b in t.rows for s in b.cells}
    for h in konteks_kmn.indikator:
        assert isinstance(h.capaian, Angka)
        assert tulis_sel(h.capaian, Format.PERSEN) in teks, h.fakta.kode


def test_setiap_angka_laporan_ada_di_excel(kmn: Any, naskah_kmn: Bernomor, tmp_path: Path) -> None:
    tujuan = tmp_path / "lakin.xlsx"
    assert "blok" in render(tujuan)
    buku = load_workbook(tujuan)
    assert len(buku.sheetnames) == len(naskah_kmn.daftar_tabel) + 2 > 100
    assert periksa_angka(buku, naskah_kmn) > 3000
