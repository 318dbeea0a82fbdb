"""Every table that the document has is in the report, with its heads, its rows and its printed cells."""

from __future__ import annotations

import pytest

from lakin.dokumen.nomor import Bernomor, blok_kosong, semua_figur
from lakin.dokumen.pohon import Gambar, JenisBaris, Tabel
from lakin.laporan.konteks import Konteks
from tests.kmn_2023.tabel import GAMBAR, GAMBAR_BUKAN_DATA, SEMUA, TABEL, Wajib
from tests.kmn_2023.tercetak import sel_tercetak

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


def test_setiap_gambar_dokumen_data_atau_bukan() -> None:
    """Figures 1.1-1.3 and 3.1-3.40."""
    semua = {f"1.{n}" for n in range(1, 4)} | {f"3.{n}" for n in range(1, 41)}
    assert set(GAMBAR) | set(GAMBAR_BUKAN_DATA) == semua
    assert not set(GAMBAR) & set(GAMBAR_BUKAN_DATA)


def test_tulisan_dan_angka_gambar_dokumen_ada_dalam_bagannya(
    konteks_kmn: Konteks, naskah_kmn: Bernomor, gambar_kmn: dict[str, Gambar]
) -> None:
    """What the document prints at a chart: our chart has the label, and draws the figure or what it is made of."""
    dicetak = {a.alamat: a for a in semua_figur(naskah_kmn.dokumen)}
    diperiksa = 0
    for tempat, milik in sel_tercetak().items():
        if not tempat.startswith("gambar "):
            continue
        gambar = gambar_kmn[GAMBAR[tempat.removeprefix("gambar ")]]
        digambar = {a.alamat for a in semua_figur(gambar)}
        for sel in milik:
            diperiksa += 1
            angka = dicetak[f"247157/2023/{sel['alamat']}"]
            assert sel["baris"] in gambar.bagan.kategori
            assert {b.alamat for b in angka.telusur()} & digambar, sel
    assert diperiksa == 20


def test_nomor_dua_sampai_tiga_delapan_sama_dengan_dokumen(naskah_kmn) -> None:
    """Up to table 3.9 the report counts as the document does."""
    for nomor, (kode, *_) in SEMUA.items():
        bab, urut = nomor.split(".")
        if bab == "2" or int(urut) <= 9:
            assert naskah_kmn.sebutan(kode) == f"Tabel {nomor}"


def test_tidak_ada_tabel_wajib_yang_kosong(naskah_kmn) -> None:
    assert blok_kosong(naskah_kmn.dokumen) == ()


def tercetak() -> dict[str, list[str]]:
    """Number of the table -> addresses of the figures that its printed cells should equal."""
    hasil: dict[str, list[str]] = {}
    for nomor, milik in sel_tercetak().items():
        for sel in milik:
            if alamat := sel["alamat"]:
                penuh = alamat if alamat.startswith("247157/") else f"247157/2023/{alamat}"
                hasil.setdefault(nomor, []).append(penuh)
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
