"""Every table that the document has is in the report, with its heads, its rows and its printed cells."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from lakin.dokumen.nomor import blok_kosong, semua_figur
from lakin.dokumen.pohon import Daftar, Gambar, IsiSel, JenisBaris, Paragraf, Tabel
from lakin.laporan.konteks import Konteks
from tests.kmn_2023.tabel import GAMBAR, SEMUA, TABEL, Wajib

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


def test_setiap_tabel_bernomor_dokumen_dipetakan() -> None:
    """Tables 2.1-2.16 and 3.1-3.78: none is without a table of ours."""
    assert list(SEMUA) == [*(f"2.{n}" for n in range(1, 17)), *(f"3.{n}" for n in range(1, 79))]


def test_setiap_gambar_data_dokumen_ada(gambar_kmn: dict[str, Gambar]) -> None:
    for nomor, kode in GAMBAR.items():
        bagan = gambar_kmn[kode].bagan
        assert bagan is not None, nomor
        assert not bagan.kosong, nomor
        assert bagan.satuan, nomor


def test_nomor_dua_sampai_tiga_delapan_sama_dengan_dokumen(naskah_kmn) -> None:
    """Up to table 3.9 the report counts as the document does."""
    for nomor, (kode, *_) in SEMUA.items():
        bab, urut = nomor.split(".")
        if bab == "2" or int(urut) <= 9:
            assert naskah_kmn.sebutan(kode) == f"Tabel {nomor}"


def test_tidak_ada_tabel_wajib_yang_kosong(naskah_kmn) -> None:
    assert blok_kosong(naskah_kmn.dokumen) == ()


@cache
def sel_tercetak() -> tuple[dict[str, str], ...]:
    """The document's printed cells, from every file of them."""
    hasil: list[dict[str, str]] = []
    for nama in sorted((FIXTURES / "tercetak").glob("*.csv")):
        with nama.open(encoding="utf-8") as berkas:
            hasil += csv.DictReader(berkas)
    return tuple(hasil)


def tercetak() -> dict[str, list[str]]:
    """Number of the table -> addresses of the figures that its printed cells should equal."""
    hasil: dict[str, list[str]] = {}
    for sel in sel_tercetak():
        if alamat := sel["alamat"]:
            penuh = alamat if alamat.startswith("247157/") else f"247157/2023/{alamat}"
            hasil.setdefault(sel["tabel"], []).append(penuh)
    return hasil


def tulisan(tabel: Tabel) -> str:
    """Every text of a table, without case, marks or spacing."""
    return _polos(" ".join(_isi(s.isi) for b in tabel.baris for s in b.sel))


def _isi(isi: IsiSel) -> str:
    if isinstance(isi, Daftar):
        return " ".join(_isi(p.isi) for p in isi.butir if isinstance(p, Paragraf))
    if isinstance(isi, tuple):
        return " ".join(str(x) for x in isi)
    return str(isi)


def _polos(teks: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", teks.lower())


@pytest.mark.parametrize(
    "nomor", [n for n in SEMUA if any(s["tabel"] == n and not s["alamat"] for s in sel_tercetak())]
)
def test_sel_tulisan_dokumen_ada_dalam_tabelnya(tabel_kmn: dict[str, Tabel], nomor: str) -> None:
    """A cell that holds names, not figures: our table says the same, except where a reason stands beside it."""
    ada = "".join(tulisan(tabel_kmn[kode]) for kode in SEMUA[nomor])
    milik = [s for s in sel_tercetak() if s["tabel"] == nomor and not s["alamat"]]
    beda = [s["nilai"] for s in milik if (_polos(s["nilai"]) in ada) == bool(s["alasan"])]
    assert beda == []


@pytest.mark.parametrize("wajib", TABEL, ids=lambda w: w.nomor)
def test_hampir_semua_angka_tabel_dokumen_dibandingkan(wajib: Wajib) -> None:
    """Each table of the document has its printed cells as data: figures, or names where it holds no figure."""
    assert any(s["tabel"] == wajib.nomor for s in sel_tercetak())


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
    assert sum(len(tercetak().get(nomor, [])) for nomor in SEMUA) > 2200
