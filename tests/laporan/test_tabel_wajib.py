"""Every table that the document has is in the report, with its heads, its rows and its printed cells."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.conf import settings

from lakin.dokumen.nomor import blok_kosong, semua_figur
from lakin.dokumen.pohon import JenisBaris, Tabel
from lakin.laporan.konteks import Konteks
from tests.kmn_2023.tabel import SEMUA, TABEL, Wajib

FIXTURES = Path(settings.FIXTURES_DIR) / "kmn_2023"

# The database is made only where a test asks for one; the report is read from it once.
pytestmark = pytest.mark.django_db


def kepala(tabel: Tabel) -> tuple[str, ...]:
    return tuple(" > ".join((*k.kelompok, k.judul)) for k in tabel.kolom)


def banyak(tabel: Tabel, jenis: JenisBaris) -> int:
    return sum(b.jenis is jenis for b in tabel.baris)


@pytest.mark.parametrize("wajib", TABEL, ids=lambda w: w.nomor)
def test_tabel_memiliki_kolom_dan_baris_dokumen(tabel_kmn: dict[str, Tabel], wajib: Wajib) -> None:
    tabel = tabel_kmn[wajib.kode]
    assert kepala(tabel) == wajib.kolom
    hitungan = tuple(banyak(tabel, j) for j in (JenisBaris.BIASA, JenisBaris.KELOMPOK, JenisBaris.JUMLAH))
    assert hitungan == (wajib.baris, wajib.kelompok, wajib.jumlah)


def test_nomor_dua_sampai_tiga_delapan_sama_dengan_dokumen(naskah_kmn) -> None:
    """Up to table 3.9 the report counts as the document does."""
    for nomor, (kode, *_) in SEMUA.items():
        bab, urut = nomor.split(".")
        if bab == "2" or int(urut) <= 9:
            assert naskah_kmn.sebutan(kode) == f"Tabel {nomor}"


def test_tidak_ada_tabel_wajib_yang_kosong(naskah_kmn) -> None:
    assert blok_kosong(naskah_kmn.dokumen) == ()


def tercetak() -> dict[str, list[str]]:
    """Number of the table -> addresses of its printed cells that equal the computed figure."""
    hasil: dict[str, list[str]] = {}
    for nama in ("tercetak.csv", "tercetak_anggaran.csv"):
        with (FIXTURES / nama).open(encoding="utf-8") as berkas:
            for baris in csv.DictReader(berkas):
                alamat = baris["alamat"]
                penuh = alamat if alamat.startswith("247157/") else f"247157/2023/{alamat}"
                hasil.setdefault(baris["tabel"], []).append(penuh)
    return hasil


@pytest.mark.parametrize("nomor,kode", SEMUA.items(), ids=SEMUA)
def test_setiap_sel_tercetak_ada_dalam_tabelnya(
    konteks_kmn: Konteks, tabel_kmn: dict[str, Tabel], nomor: str, kode: tuple[str, ...]
) -> None:
    """The document's printed cells are kept as data with the address of what they print: our table prints it too."""
    # Of this year the Renstra's table prints the capaian against the Renstra's own target.
    ada = {a.alamat.replace("/capaian_renstra", "/capaian") for t in kode for a in semua_figur(tabel_kmn[t])}
    alias = konteks_kmn.hasil.alamat
    hilang = [a for a in tercetak().get(nomor, []) if a not in ada and alias[a].alamat not in ada]
    assert hilang == []


def test_sel_tercetak_cukup_banyak() -> None:
    assert sum(len(tercetak().get(nomor, [])) for nomor in SEMUA) > 1500
