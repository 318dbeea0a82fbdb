"""The whole state is in the address: opened anew it gives the same table, and each file the same rows and figures."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from django.test import Client

from lakin.organisasi.models import Pengguna, Satker
from tests.banding.keadaan import acak, angka, periksa, semua_baris, unduh

SEHALAMAN = 7
"""Few rows to a page, so that the states go over several."""


@pytest.fixture
def dua(diverifikasi: Satker, monkeypatch: pytest.MonkeyPatch) -> tuple[Client, Client]:
    """The same person in two browsers."""
    monkeypatch.setattr("lakin.banding.jajaran_satker.SEHALAMAN", SEHALAMAN)
    klien = (Client(), Client())
    for k in klien:
        k.force_login(Pengguna.objects.get(username="sekretariat"))
    return klien


def jalankan(dua: tuple[Client, Client], banyak: int, semai: int, cetak: int) -> tuple[int, int]:
    """Judge states drawn from a seed, every ``cetak``-th on paper too; return rows and states with rows."""
    r = random.Random(semai)
    baris = berisi = 0
    for n in range(banyak):
        tampak, _ = periksa(*dua, acak(r), cetak=n % cetak == 0)
        baris += tampak
        berisi += bool(tampak)
    return baris, berisi


def test_dua_belas_keadaan_acak(dua: tuple[Client, Client]) -> None:
    baris, berisi = jalankan(dua, 12, 23, 12)
    assert berisi >= 6
    assert baris > 40


@pytest.mark.lama
def test_tiga_ratus_keadaan_acak(dua: tuple[Client, Client]) -> None:
    baris, berisi = jalankan(dua, 300, 300, 30)
    print(f"\n300 keadaan: {berisi} berisi, {baris} baris dibandingkan pada halaman, csv, json, xlsx; 10 juga pada pdf")
    assert berisi > 150


@pytest.mark.lama
def test_cetakan_tidak_keluar_dari_kertas(dua: tuple[Client, Client]) -> None:
    """The widest comparison, the matrix and a profile: each word inside its page."""
    for alamat, ada in (
        ("banding/unduh/?indikator=p3dn-persentase&tahun=2023&tingkat=semua", "TKDN"),
        ("banding/peta/unduh/?tahun=2023&tingkat=bbspji", "Tekstil"),
        ("banding/profil/247157/unduh/?tahun=2023", "Median"),
    ):
        jawab = dua[0].get(f"/{alamat}&bentuk=pdf")
        with pdfplumber.open(BytesIO(jawab.content)) as pdf:
            kata = {k["text"] for h in pdf.pages for k in h.extract_words()}
            luar = [k["text"] for h in pdf.pages for k in h.extract_words() if k["x0"] < 0 or k["x1"] > h.width]
        assert luar == [], alamat
        assert {ada, "dirata-ratakan."} <= kata, alamat


@pytest.mark.parametrize("kunci, kolom", [("serapan", "Serapan anggaran (%)"), ("p3dn-persentase", "Pagu (Rp)")])
def test_jumlah_di_libreoffice_sama_dengan_halaman(
    dua: tuple[Client, Client], tmp_path: Path, kunci: str, kolom: str
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice tidak terpasang; ia bukan bagian Lakin")
    alamat = f"indikator={kunci}&tahun=2023&tingkat=balai"
    buku = tmp_path / "banding.xlsx"
    buku.write_bytes(unduh(dua[0], alamat, "xlsx"))
    bentuk = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    rumah = f"-env:UserInstallation=file://{tmp_path / 'rumah'}"
    perintah = [soffice, rumah, "--headless", "--convert-to", bentuk, "--outdir", str(tmp_path), str(buku)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    lembar = sorted(tmp_path.glob("banding-Tabel*1.csv"))
    isi = list(csv.reader(lembar[0].read_text(encoding="utf-8").splitlines()))
    letak = isi[3].index(kolom)
    baris = [b for b in isi[4:] if len(b) > letak and b[1]]
    dibuka = sum((Decimal(b[letak]) for b in baris if b[letak][:1].isdigit()), Decimal(0))
    halaman = [angka(b.sel[kolom]) for b in semua_baris(dua[0], alamat)]
    assert dibuka == sum((n for n in halaman if isinstance(n, Decimal)), Decimal(0))
    assert len(baris) == len(halaman)
    assert dibuka > 0
