"""Capaian in three classifications, statuses, caps, and what has no capaian."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.fakta import Klasifikasi, Pita, Setelan
from lakin.capaian.mesin import hitung
from lakin.capaian.predikat import periksa_skala, pita, status
from lakin.capaian.rumus.sakip import PREDIKAT_SAKIP
from lakin.capaian.rumus.survei import MUTU_IKM
from tests.capaian.buatan import D, bernilai, setahun

MAKS, MIN, STAB = Klasifikasi.MAKSIMASI, Klasifikasi.MINIMASI, Klasifikasi.STABILISASI


def satu(nilai, setelan: Setelan | None = None, **isi):
    h = hitung(setahun(bernilai(nilai, **isi), setelan=setelan or Setelan()))
    return h.indikator["SK1.1"]


@pytest.mark.parametrize(
    "klasifikasi, realisasi, target, atas, terbalik, capaian",
    [
        (MAKS, "26.35", "3", None, None, "878.33"),
        (MAKS, "-34.63", "1", None, None, "-3463.00"),
        (MAKS, "3.76", "3.61", None, None, "104.16"),
        (MIN, "8", "10", None, None, "120.00"),
        (MIN, "25", "10", None, None, "-50.00"),
        (MIN, "8", "10", None, True, "125.00"),
        (STAB, "95", "90", "110", None, "100.00"),
        (STAB, "90", "90", "110", None, "100.00"),
        (STAB, "81", "90", "110", None, "90.00"),
        (STAB, "121", "90", "110", None, "90.00"),
        (STAB, "81", "90", None, None, "90.00"),
        (STAB, "99", "90", None, None, "90.00"),
    ],
)
def test_capaian_menurut_klasifikasi(klasifikasi, realisasi, target, atas, terbalik, capaian) -> None:
    h = satu(
        D(realisasi),
        klasifikasi=klasifikasi,
        target=D(target),
        target_atas=D(atas) if atas else Tiada.NA,
        minimasi_terbalik=terbalik,
    )
    assert isinstance(h.capaian, Angka)
    assert str(h.capaian.nilai) == capaian


def test_realisasi_dibulatkan_dahulu() -> None:
    h = satu(D("26.3507"), target=D(3))
    assert (h.realisasi.nilai, h.capaian.nilai) == (D("26.35"), D("878.33"))
    tanpa = satu(D("26.3507"), Setelan(cetak_dari_cetak=False), target=D(3))
    assert (tanpa.realisasi.nilai, tanpa.capaian.nilai) == (D("26.35"), D("878.36"))


@pytest.mark.parametrize(
    "nilai, isi, keadaan, kata",
    [
        (D(5), {"target": D(0)}, Tiada.NA, "Target nol"),
        (D(5), {"target": Tiada.NA}, Tiada.NA, "tidak bertarget"),
        (D(5), {"target": Tiada.KOSONG}, Tiada.KOSONG, "belum diisi"),
        (Tiada.KOSONG, {}, Tiada.KOSONG, "belum diisi"),
        (Tiada.NA, {}, Tiada.NA, "N/A"),
        (D(0), {"klasifikasi": MIN, "minimasi_terbalik": True}, Tiada.NA, "Realisasi nol"),
        (D(5), {"klasifikasi": STAB, "target": D(-3), "target_atas": D(0)}, Tiada.NA, "Batas target nol"),
    ],
)
def test_tanpa_capaian_ada_alasannya(nilai, isi, keadaan, kata) -> None:
    h = satu(nilai, **isi)
    assert isinstance(h.capaian, TanpaNilai)
    assert h.capaian.keadaan is keadaan
    assert kata in h.capaian.alasan
    assert h.status is None


def test_realisasi_tanpa_target_tetap_tampak() -> None:
    h = satu(D(5), target=Tiada.NA)
    assert isinstance(h.realisasi, Angka)
    assert h.realisasi.nilai == 5


def test_nol_bukan_kosong() -> None:
    h = satu(D(0))
    assert isinstance(h.capaian, Angka)
    assert h.capaian.nilai == 0


def test_batas_capaian_dan_nilai_penuhnya() -> None:
    setelan = Setelan(batas_capaian=D(120))
    h = satu(D(100), setelan, target=D(50))
    assert (h.capaian.nilai, h.capaian_penuh.nilai) == (D(120), D(200))
    assert h.capaian.alamat.endswith("/capaian")
    assert h.capaian_penuh.alamat.endswith("/capaian_penuh")
    assert h.capaian.alasan
    biasa = satu(D(50), setelan, target=D(50))
    assert biasa.capaian is biasa.capaian_penuh


def test_batas_berlaku_sebelum_rata_rata() -> None:
    fakta = setahun(
        bernilai(D(100), kode="SK1.1"), bernilai(D(25), kode="SK1.2"), setelan=Setelan(batas_capaian=D(120))
    )
    assert hitung(fakta).sasaran["SK1"].capaian.nilai == D(85)


@pytest.mark.parametrize(
    "capaian, kode",
    [("99.99", "tidak_mencapai"), ("100.00", "mencapai"), ("100.01", "melebihi"), ("-5", "tidak_mencapai")],
)
def test_status_menurut_capaian_tercetak(capaian: str, kode: str) -> None:
    angka = Angka("x", D(capaian), 2)
    ditemukan = status(Setelan().skala, angka)
    assert ditemukan is not None
    assert ditemukan.kode == kode


@pytest.mark.parametrize("skala", [Setelan().skala, PREDIKAT_SAKIP])
def test_skala_bawaan_tanpa_celah(skala) -> None:
    assert periksa_skala(skala) == []


def test_skala_ikm_empat_desimal() -> None:
    assert periksa_skala(MUTU_IKM, 4) == []
    ditemukan = pita(MUTU_IKM, D("3.76"))
    assert ditemukan is not None
    assert ditemukan.kode == "sangat_baik"


@pytest.mark.parametrize(
    "skala, kata",
    [
        ((Pita("a", "A", None, D(50)), Pita("b", "B", D(50), None)), "tumpang tindih"),
        ((Pita("a", "A", None, D(50)), Pita("b", "B", D(60), None)), "tidak termasuk pita mana pun"),
        ((Pita("a", "A", D(9), D(5)),), "lebih besar"),
        ((Pita("a", "A", None, None), Pita("b", "B", D(5), None)), "tumpang tindih"),
    ],
)
def test_cacat_skala_dilaporkan(skala, kata: str) -> None:
    assert any(kata in m for m in periksa_skala(skala))


def test_status_di_celah_tidak_ada() -> None:
    assert pita((Pita("a", "A", None, Decimal(50)),), Decimal(60)) is None
