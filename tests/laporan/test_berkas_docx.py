"""The report of KMN as a Word file: every table, every capaian, written by the command."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Format
from lakin.laporan.konteks import Konteks
from tests.cetak.test_docx import bentuk, harapan, tabel_data_saja
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
        baris = [[s.text for s in b.cells] for b in word.rows[-len(tabel.baris) :]]
        # Where a cell cites a table its number is known only to the numbered document.
        beda = [(a, b) for x, y in zip(baris, harapan(tabel), strict=True) for a, b in zip(x, y, strict=True) if a != b]
        assert all("Tabel 0.00" in b or b.startswith("•") for _, b in beda), tabel.kode
        terbaca += sum(map(len, baris))
    assert terbaca > 5000
    teks = {s.text for t in tertulis for b in t.rows for s in b.cells}
    for h in konteks_kmn.indikator:
        assert isinstance(h.capaian, Angka)
        assert tulis_sel(h.capaian, Format.PERSEN) in teks, h.fakta.kode
