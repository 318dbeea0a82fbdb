"""BSKJI's report as it is printed: the same command, the same blocks; its roll-ups lead to the satkers."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pdfplumber
import pytest
from django.core.management import call_command

from lakin.organisasi.models import Satker


@pytest.mark.lama
def test_lakin_dan_laporan_triwulan_bskji_tercetak(diverifikasi: Satker, tmp_path: Path) -> None:
    call_command("load_renstra", stdout=StringIO())
    pdf, html, tw2 = tmp_path / "lakin.pdf", tmp_path / "lakin.html", tmp_path / "tw2.html"
    call_command("render_lakin", satker="BSKJI", tahun=2023, output=pdf, stdout=StringIO())
    with pdfplumber.open(pdf) as dokumen:
        teks = "\n".join(h.extract_text() for h in dokumen.pages)
    for isi in ("Peta Strategi BSKJI", "yang Digulung dari Satker", "247157/2023/SK5.1/realisasi", "Tabel 3.43"):
        assert isi in teks, isi
    call_command("render_lakin", satker="BSKJI", tahun=2023, output=html, stdout=StringIO())
    assert 'data-sumber="248035/2023/SP3.d/realisasi"' in html.read_text()
    call_command("render_lakin", satker="BSKJI", tahun=2023, triwulan=2, output=tw2, stdout=StringIO())
    assert "Digulung dari Satker" in tw2.read_text()
