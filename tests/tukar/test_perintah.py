"""Commands that others call: their answers and their refusals."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lakin.organisasi.models import Satker
from tests.kmn_2023.baca import capaian


def test_tabel_untuk_orang(kmn: Satker) -> None:
    keluar = StringIO()
    call_command("show_capaian", satker="BBSPJIKMN", tahun=2023, stdout=keluar)
    teks = keluar.getvalue()
    assert "878,33" in teks
    assert "pagu Rp 23.177.572.000, realisasi Rp 22.738.878.288 (98,11%)" in teks


def test_satker_tidak_dikenal(kmn: Satker) -> None:
    with pytest.raises(CommandError, match="Satker 999999 tidak dikenal"):
        call_command("show_capaian", satker="999999", tahun=2023)


def test_tahun_tanpa_pk(kmn: Satker) -> None:
    with pytest.raises(CommandError, match="belum memiliki Perjanjian Kinerja 2019"):
        call_command("show_capaian", satker="247157", tahun=2019)


def test_satker_kedua_punya_angkanya_sendiri(kmn: Satker) -> None:
    assert [i["capaian"] for i in capaian("247140")["indikator"]] == ["100.00", "138.75", "111.10"]


def test_fakta_beku_dihitung_tanpa_django_sama(kmn: Satker, tmp_path: Path) -> None:
    berkas = tmp_path / "fakta.json"
    call_command("dump_fakta", satker="247157", tahun=2023, output=berkas, stdout=StringIO())
    keluar = subprocess.run(
        [sys.executable, "-S", "-m", "lakin.capaian", str(berkas)],
        cwd=settings.BASE_DIR, capture_output=True, check=True, text=True,
    )  # fmt: skip
    beku = json.loads(keluar.stdout)
    langsung = capaian()
    assert {k: langsung[k] for k in beku} == beku


def test_berkas_fakta_yang_tidak_dapat_ditulis(kmn: Satker, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("dump_fakta", satker="247157", tahun=2023, output=tmp_path / "tidak" / "ada.json")
