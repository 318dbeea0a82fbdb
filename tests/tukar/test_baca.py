"""Fixture files are read strictly, and a mistake is told with its file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lakin.angka import Tiada
from lakin.tukar.muat.baca import Catatan, GalatBerkas, baca_csv, baca_yaml


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "uji"
    folder.mkdir()
    return folder


def csv(folder: Path, isi: str) -> list[Catatan]:
    (folder / "x.csv").write_text(isi, encoding="utf-8")
    semua = []
    for di in baca_csv(folder, "x.csv"):
        di.abaikan(*di.kunci())
        semua.append(di)
    return semua


def yaml(folder: Path, isi: str) -> Catatan:
    (folder / "x.yaml").write_text(isi, encoding="utf-8")
    return baca_yaml(folder, "x.yaml")


def test_kosong_na_dan_nol_tetap_tiga(folder: Path) -> None:
    (di,) = csv(folder, "a,b,c\n,N/A,0\n")
    assert [di.nilai(k) for k in "abc"] == [Tiada.KOSONG, Tiada.NA, Decimal(0)]
    di = yaml(folder, 'a: null\nb: "N/A"\nc: "0"\n')
    assert [di.nilai(k) for k in "abc"] == [Tiada.KOSONG, Tiada.NA, Decimal(0)]


def test_angka_yaml_tetap_seperti_tertulis(folder: Path) -> None:
    assert str(yaml(folder, "a: 3.60\n").nilai("a")) == "3.60"
    assert yaml(folder, "a: 019.07\n").teks("a") == "019.07"


@pytest.mark.parametrize("teks", ["1.234.567", "1,5", "1e3", "satu", " 1", "NaN", "Infinity", "+1", "١"])
def test_yang_bukan_angka_mesin_ditolak(folder: Path, teks: str) -> None:
    (di,) = csv(folder, f'a\n"{teks}"\n')
    with pytest.raises(GalatBerkas, match=r"^uji/x\.csv baris 2, 'a': '.*' bukan angka"):
        di.nilai("a")


def test_kolom_yang_tidak_diminta_siapa_pun_ditolak(folder: Path) -> None:
    (folder / "x.csv").write_text("a,aa\n1,2\n", encoding="utf-8")
    with pytest.raises(GalatBerkas, match="uji/x.csv baris 2, 'aa': tidak dikenal"):
        for di in baca_csv(folder, "x.csv"):
            di.nilai("a")


def test_kolom_yang_tidak_ada_disebut(folder: Path) -> None:
    (di,) = csv(folder, "a\n1\n")
    with pytest.raises(GalatBerkas, match="'b': tidak ada"):
        di.teks("b")


def test_jumlah_sel_harus_sama_dengan_jumlah_kolom(folder: Path) -> None:
    with pytest.raises(GalatBerkas, match="baris 3: 3 sel untuk 2 kolom"):
        csv(folder, "a,b\n1,2\n1,2,3\n")


def test_tanda_kutip_yang_tidak_ditutup(folder: Path) -> None:
    with pytest.raises(GalatBerkas, match=r"uji/x\.csv baris"):
        csv(folder, 'a,b\n"1,2\n')


def test_kolom_kembar(folder: Path) -> None:
    with pytest.raises(GalatBerkas, match="kolom kembar"):
        csv(folder, "a,a\n1,2\n")


def test_kunci_kembar_dan_tak_dikenal_dalam_yaml(folder: Path) -> None:
    with pytest.raises(GalatBerkas, match=r"uji/x\.yaml baris 2, 'a': tertulis dua kali"):
        yaml(folder, "a: 1\na: 2\n")
    di = yaml(folder, "a: 1\nbb: 2\n")
    di.teks("a")
    with pytest.raises(GalatBerkas, match=r"uji/x\.yaml baris 2, 'bb': tidak dikenal"):
        di.habis()


def test_yaml_yang_rusak_disebut_barisnya(folder: Path) -> None:
    with pytest.raises(GalatBerkas, match=r"uji/x\.yaml baris 2"):
        yaml(folder, "a: 1\nb: ]\n")


def test_yaml_tidak_menjalankan_apa_pun(folder: Path) -> None:
    assert yaml(folder, "a: !!python/object/apply:os.getcwd []\n").ambil("a") == []


@pytest.mark.parametrize("teks", ["31-12-2023", "2023-13-01", "2023-02-30"])
def test_tanggal_yang_salah(folder: Path, teks: str) -> None:
    (di,) = csv(folder, f"a\n{teks}\n")
    with pytest.raises(GalatBerkas, match="bukan tanggal"):
        di.tanggal("a")


def test_bilangan_bulat_dan_pilihan_ya_tidak(folder: Path) -> None:
    (di,) = csv(folder, "a,b,c\n1.5,mungkin,ya\n")
    with pytest.raises(GalatBerkas, match="harus bilangan bulat"):
        di.bulat("a")
    with pytest.raises(GalatBerkas, match="bukan ya atau tidak"):
        di.ya("b")
    assert di.ya("c") is True
