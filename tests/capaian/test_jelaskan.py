"""Every figure can be computed again from its explanation, and is one object with one address."""

from __future__ import annotations

import pytest

from lakin.angka import bulatkan
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import DIHITUNG, Angka, TanpaNilai
from lakin.capaian.fakta import Setelan
from lakin.capaian.hasil import semua_angka
from lakin.capaian.jelaskan import jelaskan, judul, lingkup_nilai
from lakin.capaian.mesin import hitung
from tests.capaian.buatan import D, bernilai, setahun, tahun_acak
from tests.capaian.kmn import fakta_kmn

KASUS = [fakta_kmn(), *(tahun_acak(benih) for benih in range(25))]


@pytest.mark.parametrize("fakta", KASUS, ids=range(len(KASUS)))
def test_tulisan_memberi_nilai_yang_sama(fakta) -> None:
    diuji = 0
    for angka in hitung(fakta).alamat.values():
        if isinstance(angka, Angka) and angka.cara is not None:
            assert ekspresi.nilai(angka.cara.tulisan, lingkup_nilai(angka)) == angka.mentah, angka
            assert angka.mentah is not None
            assert bulatkan(angka.mentah, angka.desimal) == angka.nilai
            diuji += 1
        elif isinstance(angka, Angka) and angka.asal == DIHITUNG:
            assert angka.alasan, angka
    assert diuji > 50


@pytest.mark.parametrize("fakta", KASUS, ids=range(len(KASUS)))
def test_satu_alamat_satu_angka(fakta) -> None:
    """Walk every figure and all it was made from: two different objects never share an address."""
    hasil = hitung(fakta)
    ditemukan: dict[str, int] = {}
    for angka in semua_angka(hasil):
        assert angka.alamat, angka
        assert ditemukan.setdefault(angka.alamat, id(angka)) == id(angka), angka
        if isinstance(angka, TanpaNilai):
            assert angka.alasan.endswith("."), angka
    for alamat in ditemukan:
        assert alamat in hasil.alamat


@pytest.mark.parametrize("fakta", KASUS[:5], ids=range(5))
def test_setiap_angka_punya_penjelasan(fakta) -> None:
    for angka in hitung(fakta).alamat.values():
        p = jelaskan(angka)
        assert p.judul
        assert p.nilai
        assert p.hasil
        assert all(p.baris())
        assert bool(p.rumus) == (angka.cara is not None)


def test_penjelasan_capaian() -> None:
    p = jelaskan(hitung(fakta_kmn()).alamat["247157/2023/SK3.2/capaian"])
    assert (p.rumus, p.hitungan) == ("R / T × 100", "26,35 / 3 × 100")
    assert p.hasil == "878,33%, dibulatkan dari 878,3333…"
    assert (p.pembilang, p.penyebut) == ("26,35", "3")
    assert [b.huruf for b in p.bahan] == ["R", "T"]
    assert p.bahan[0].alamat == "247157/2023/SK3.2/realisasi"
    assert p.bahan[1].sumber == "Tabel 2.15"
    assert p.rujukan


def test_pembilang_dan_penyebut_pertumbuhan() -> None:
    p = jelaskan(hitung(fakta_kmn()).alamat["247157/2023/SK3.2/realisasi"])
    assert (p.pembilang, p.penyebut) == ("1.822.644.460", "6.916.876.750")
    assert p.hitungan == "(8.739.521.210 - 6.916.876.750) / 6.916.876.750 × 100"


def test_penjelasan_pengganti() -> None:
    p = jelaskan(hitung(fakta_kmn()).alamat["247157/2023/SK2.2/realisasi"])
    assert p.rumus == ""
    assert "perusahaan" in p.alasan
    assert p.bahan[0].nilai == "10 Perusahaan"


def test_yang_tidak_ikut_disebut() -> None:
    h = hitung(setahun(bernilai(D(5), kode="SK1.1"), bernilai(D(5), kode="SK1.2", target=D(0))))
    p = jelaskan(h.organisasi.capaian)
    assert [b.ikut for b in p.bahan] == [True, False]
    assert "1 dari 2" in p.catatan


def test_dari_mentah_disebut() -> None:
    h = hitung(setahun(bernilai(D("26.3507"), target=D(3)), setelan=Setelan(cetak_dari_cetak=False)))
    assert "sebelum dibulatkan" in jelaskan(h.indikator["SK1.1"].capaian).catatan


def test_judul_triwulan() -> None:
    h = hitung(setahun(bernilai(D(5))))
    assert judul(h.alamat["999999/2023/SK1.1/capaian/tw2"]) == "Capaian triwulan II: Indikator SK1.1"


@pytest.mark.parametrize(
    "tulisan, lingkup, nilai",
    [
        ("(B - A) / A × 100", {"A": D(200), "B": D(150)}, "-25"),
        ("2 × T - R", {"T": D(3), "R": D("0.5")}, "5.5"),
        ("0,097 × P", {"P": D(100)}, "9.7"),
        ("jumlah(x)", {"x": [D(1), D(2)]}, "3"),
        ("rata_rata(x) × 2", {"x": [D(1), D(2)]}, "3"),
        ("banyak(x ≥ 100)", {"x": [D(100), D(99)]}, "1"),
        ("8 / 4 / 2", {}, "1"),
        ("8 - 4 - 2", {}, "2"),
    ],
)
def test_ekspresi(tulisan, lingkup, nilai) -> None:
    assert ekspresi.nilai(tulisan, lingkup) == D(nilai)


@pytest.mark.parametrize("tulisan", ["A +", "jumlah(2)", "A ^ 2", "(A", "A B", "banyak(x ≥ y)", "__import__", "A.b"])
def test_ekspresi_yang_ditolak(tulisan: str) -> None:
    with pytest.raises(ekspresi.EkspresiSalah):
        ekspresi.nilai(tulisan, {"A": D(1), "x": [D(1)]})
