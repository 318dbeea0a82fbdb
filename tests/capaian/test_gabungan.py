"""Roll-ups over satkers."""

from __future__ import annotations

from lakin.angka import Tiada
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.gabungan import jumlah_kumulatif, proporsi_ambang, rasio_gabungan, rata_satker
from lakin.capaian.jelaskan import lingkup_nilai
from tests.capaian.buatan import D

NA, KOSONG = TanpaNilai("Tidak berlaku.", Tiada.NA), TanpaNilai("Belum.", Tiada.KOSONG)


def a(nilai: str, alamat: str = "x") -> Angka:
    return Angka(alamat, D(nilai), 2)


def _terbukti(angka) -> None:
    for b in angka.telusur():
        if isinstance(b, Angka) and b.cara:
            assert ekspresi.nilai(b.cara.tulisan, lingkup_nilai(b)) == b.mentah


def test_proporsi_yang_mencapai_ambang() -> None:
    h = proporsi_ambang("p", [a("70"), a("69.99"), KOSONG, NA], D(70))
    assert h.nilai == D("33.33")
    _terbukti(h)


def test_proporsi_dari_jumlah_yang_ditetapkan() -> None:
    h = proporsi_ambang("p", [a("3.6"), a("4")], D("3.6"), jumlah_satker=24)
    assert h.nilai == D("8.33")
    _terbukti(h)


def test_proporsi_tanpa_satker() -> None:
    assert isinstance(proporsi_ambang("p", [NA], D(1)), TanpaNilai)


def test_rata_satker_tanpa_yang_kosong() -> None:
    h = rata_satker("r", [a("10"), a("20"), KOSONG, NA], 2)
    assert h.nilai == 15
    _terbukti(h)


def test_rasio_gabungan_bukan_rata_rata_rasio() -> None:
    h = rasio_gabungan("g", [(a("1"), a("2")), (a("9"), a("90")), (a("5"), NA)])
    assert h.nilai == D("10.87")
    _terbukti(h)


def test_jumlah_kumulatif() -> None:
    h = jumlah_kumulatif("k", [a("3"), a("4"), KOSONG])
    assert h.nilai == 7
    _terbukti(h)
