"""Roll-ups by declared formulas, computed by hand: zero, N/A and unreported each count as what they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lakin.angka import Tiada
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.gulung import Aturan, CaraGulung, Gulungan, Setoran, gulung
from lakin.capaian.jelaskan import lingkup_nilai
from tests.capaian.buatan import D

NA, KOSONG = TanpaNilai("Tidak berlaku.", Tiada.NA), TanpaNilai("Belum.", Tiada.KOSONG)


def a(nilai: str, alamat: str = "x") -> Angka:
    return Angka(alamat, D(nilai), 2)


def b(teks: str) -> Bahan:
    return {"NA": NA, "": KOSONG}.get(teks) or a(teks)


def hasil(cara: CaraGulung, *setoran: Setoran, target: str = "50", **isi: Any) -> Gulungan:
    aturan = Aturan("k", "Indikator atas", "%", cara, "k-satker", "Lampiran III", **isi)
    g = gulung(aturan, "BSKJI/2023/gulung/k", b(target), setoran)
    for angka in g.realisasi.telusur():
        if isinstance(angka, Angka) and angka.cara:
            assert ekspresi.nilai(angka.cara.tulisan, lingkup_nilai(angka)) == angka.mentah
    return g


def s(nilai: str, target: str = "NA", **isi: Any) -> Setoran:
    return Setoran(f"s{nilai or '-'}", "Satker", b(nilai), b(target), **isi)


def angka(bahan: Bahan | None) -> Decimal | Tiada | None:
    return bahan.nilai if isinstance(bahan, Angka) else bahan.keadaan if bahan else None


def test_proporsi_atas_jumlah_yang_ditetapkan_dan_atas_yang_memilikinya() -> None:
    semua = (s("80"), s("70"), s("0"), s(""), s("NA"))
    g = hasil(CaraGulung.PROPORSI, *semua, ambang=D(70), jumlah_satker=24)
    assert angka(g.realisasi) == D("8.33")  # 2 of 24
    assert angka(g.capaian) == D("16.66")  # 8.33 / 50
    assert (len(g.melapor), len(g.belum), len(g.setoran)) == (3, 1, 5)
    tanpa_jumlah = hasil(CaraGulung.PROPORSI, *semua, ambang=D(70))
    assert angka(tanpa_jumlah.realisasi) == D("50.00")  # 2 of 4: the one that has not reported has not reached
    belum = hasil(CaraGulung.PROPORSI, s(""), s("NA"), ambang=D(70), jumlah_satker=24)
    assert angka(belum.realisasi) is Tiada.KOSONG, "nobody reported: no share, not 0%"


def test_rata_rata_memuat_nol_tetapi_bukan_yang_belum_melapor() -> None:
    g = hasil(CaraGulung.RATA_RATA, s("90"), s("0"), s(""), s("NA"))
    assert angka(g.realisasi) == D("45.00")
    assert angka(g.capaian) == D("90.00")


def test_rasio_gabungan_bukan_rata_rata_rasio() -> None:
    def p(atas: str, bawah: str, tkdn: str = "0") -> Setoran:
        return s("1", bagian={"pdn": b(atas), "tkdn": b(tkdn), "pagu": b(bawah)})

    isi = {"pembilang": ("pdn", "tkdn"), "penyebut": "pagu"}
    g = hasil(CaraGulung.RASIO, p("80", "100", "10"), p("10", "900"), p("5", ""), s("99"), **isi)
    assert angka(g.realisasi) == D("10.00")  # (80 + 10 + 10) / (100 + 900); the mean of the ratios would be 45.56
    nol = hasil(CaraGulung.RASIO, p("0", "0"), **isi)
    assert isinstance(nol.realisasi, TanpaNilai), "a pooled denominator of zero has no ratio"
    assert angka(hasil(CaraGulung.RASIO, s(""), **isi).realisasi) is Tiada.KOSONG


def test_proporsi_baris_menghitung_baris_semua_satker() -> None:
    satu = s("10", baris=(a("5"), a("0"), a("-3")))
    dua = s("20", baris=(a("1"), KOSONG))
    g = hasil(CaraGulung.PROPORSI_BARIS, satu, dua, s("30"), ambang=D(1))
    assert angka(g.realisasi) == D("50.00")  # rows 5 and 1 of the four that have a result
    assert angka(hasil(CaraGulung.PROPORSI_BARIS, s("30"), ambang=D(1)).realisasi) is Tiada.KOSONG


def test_kumulatif_menjumlah_tahun_dan_satker() -> None:
    g = hasil(CaraGulung.KUMULATIF, s("4", tahun=(a("3"), a("4"))), s("0", tahun=(KOSONG, a("0"))), s(""))
    assert angka(g.realisasi) == 7
    assert angka(hasil(CaraGulung.KUMULATIF, s("", tahun=(a("3"), KOSONG))).realisasi) is Tiada.KOSONG


def test_yang_tidak_digulung_adalah_angka_unitnya_sendiri() -> None:
    milik = s("62")
    assert hasil(CaraGulung.DIISI, milik).realisasi is milik.nilai
    kosong = hasil(CaraGulung.DIISI, pengisi="PIH").realisasi
    assert isinstance(kosong, TanpaNilai)
    assert "PIH" in kosong.alasan


def test_yang_tertinggal_di_bawah_targetnya_sendiri() -> None:
    g = hasil(CaraGulung.RATA_RATA, s("49", "50"), s("50", "50"), s("", "50"), s("10", "NA"))
    assert [x.satker for x in g.tertinggal] == ["s49"]


@pytest.mark.parametrize(
    "cara, target_satker, target, cukup, nilai",
    [
        (CaraGulung.RATA_RATA, ("40", "60", "NA"), "50", True, "50.00"),
        (CaraGulung.RATA_RATA, ("40", "59"), "50", False, "49.50"),
        (CaraGulung.RATA_RATA, ("40",), "NA", None, None),
        (CaraGulung.RATA_RATA, ("NA",), "50", None, None),
        (CaraGulung.PROPORSI, ("70", "69"), "50", True, "50.00"),
        (CaraGulung.PROPORSI, ("70", "69"), "51", False, "50.00"),
        (CaraGulung.RASIO, ("50", "60"), "50", True, None),
        (CaraGulung.RASIO, ("40", "49"), "50", False, None),
        (CaraGulung.RASIO, ("40", "60"), "50", None, None),
        (CaraGulung.PROPORSI_BARIS, ("90",), "50", None, None),
        (CaraGulung.DIISI, ("55",), "50", True, "55"),
        (CaraGulung.KUMULATIF, ("20", "30"), "50", True, "50"),
    ],
)
def test_cukupkah_target_satker(
    cara: CaraGulung, target_satker: tuple[str, ...], target: str, cukup: bool | None, nilai: str | None
) -> None:
    setoran = [s("", t, target_tahun=(b(t),)) for t in target_satker]
    k = hasil(cara, *setoran, target=target, ambang=D(70)).kecukupan
    assert k.cukup is cukup, k.kalimat
    assert angka(k.angka) == (D(nilai) if nilai else None)
