"""Facts until a triwulan: plans stay, what came later does not, and every new field must be decided."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from lakin.angka import Tiada
from lakin.capaian.dukungan import dukungan_sampai
from lakin.capaian.fakta import (
    FPK,
    CaraRenstra,
    Fakta,
    FBaris,
    FDukungan,
    FGanti,
    FIndikator,
    FPagu,
    FRealisasiAnggaran,
    FRencanaPenarikan,
    FRenstra,
    FSatker,
    FSerapanTercatat,
    FSimpul,
    FTriwulan,
    Klasifikasi,
    Setelan,
)
from lakin.capaian.mesin import hitung
from lakin.capaian.sampai import RENCANA, sampai_triwulan
from lakin.capaian.sasaran import organisasi
from lakin.capaian.serapan import total_triwulan

D = Decimal
TERPOTONG = {
    "indikator", "realisasi_anggaran", "serapan_tercatat", "keluaran", "anggaran_tahun", "anggaran_indikator", "pnbp",
    "pnbp_layanan", "hasil_layanan", "nka", "pegawai", "penghargaan", "pendukung", "bukti", "pengawasan",
}  # fmt: skip


def fakta() -> Fakta:
    i = FIndikator(
        "SK1.1", "Uji", "SK1", "T1", "%", 2, True, Klasifikasi.MAKSIMASI, "", CaraRenstra.AKHIR, D(80),
        triwulan=tuple(FTriwulan(t, D(25 * t), D(20 * t), D(10 * t), f"kegiatan {t}", "sumber") for t in (1, 2, 3, 4)),
        baris=(FBaris(1, (), date(2023, 6, 30)), FBaris(2, (), date(2023, 7, 1)), FBaris(3, ())),
        ganti=FGanti(D(99), "resmi"),
    )  # fmt: skip
    return Fakta(
        FSatker("111111", "Balai", "B", "BSPJI"), 2023, Setelan(), FRenstra(2021, 2024, "R", 0), FPK("", None, 0),
        indikator=(i,),
        simpul=(FSimpul("A", "", "program", "A", "A"), FSimpul("A.1", "A", "komponen", "satu", "1")),
        pagu=(FPagu("A.1", "RM", "52", D(1000)),),
        realisasi_anggaran=tuple(FRealisasiAnggaran("A.1", t, D(100 * t)) for t in (1, 2, 3, 4)),
        rencana_penarikan=tuple(FRencanaPenarikan("A.1", t, D(250)) for t in (1, 2, 3, 4)),
        serapan_tercatat=tuple(FSerapanTercatat("total", t, D(25), D(24)) for t in (1, 2, 3, 4)),
        dukungan=(FDukungan("A.1", "SK1.1"),),
    )  # fmt: skip


def test_setiap_medan_fakta_diputuskan_rencana_atau_dipotong() -> None:
    assert {f.name for f in fields(Fakta)} == RENCANA | TERPOTONG
    assert not RENCANA & TERPOTONG


def test_yang_sesudah_triwulan_hilang_dan_rencananya_tinggal() -> None:
    f = sampai_triwulan(fakta(), 2)
    (i,) = f.indikator
    assert [t.fisik for t in i.triwulan] == [D(20), D(40), Tiada.KOSONG, Tiada.KOSONG]
    assert [t.nilai for t in i.triwulan] == [D(10), D(20), Tiada.KOSONG, Tiada.KOSONG]
    assert [t.fisik_rencana for t in i.triwulan] == [D(25), D(50), D(75), D(100)]
    assert [t.kegiatan for t in i.triwulan][2:] == ["kegiatan 3", "kegiatan 4"]
    assert [b.urut for b in i.baris] == [1]
    assert i.ganti is None
    assert [r.triwulan for r in f.realisasi_anggaran] == [1, 2]
    assert len(f.rencana_penarikan) == 4
    assert [s.realisasi for s in f.serapan_tercatat] == [D(24), D(24), Tiada.KOSONG, Tiada.KOSONG]
    assert sampai_triwulan(fakta(), 4) == fakta()


@pytest.mark.parametrize("tw", [1, 2, 3])
def test_angka_triwulan_sama_dengan_angka_dari_fakta_utuh(tw: int) -> None:
    """Cutting takes nothing away from what was known then."""
    utuh, potong = hitung(fakta()), hitung(sampai_triwulan(fakta(), tw))
    assert potong.indikator["SK1.1"].triwulan[:tw] == utuh.indikator["SK1.1"].triwulan[:tw]
    a, b = (total_triwulan(h.anggaran, h.fakta)[tw - 1] for h in (utuh, potong))
    assert a == b
    assert a.realisasi_kumulatif.nilai == sum(100 * t for t in range(1, tw + 1))  # type: ignore[union-attr]
    assert a.persen_rencana.nilai == 25 * tw  # type: ignore[union-attr]
    assert a.terhadap_rencana.nilai == a.persen.nilai * 4 / tw  # type: ignore[union-attr]
    uang = dukungan_sampai(potong.fakta, potong.anggaran, tw)["SK1.1"]
    assert uang.realisasi.nilai == a.realisasi_kumulatif.nilai  # type: ignore[union-attr]
    assert uang.realisasi.alamat == f"111111/2023/SK1.1/anggaran/sampai/tw{tw}/realisasi"
    o = organisasi("111111/2023/", "B", tuple(potong.indikator.values()), Setelan(), tw)
    assert o.capaian.nilai == D("12.5") * tw  # type: ignore[union-attr]
    assert o.fisik.nilai == 20 * tw  # type: ignore[union-attr]


def test_tanpa_uang_per_triwulan_bagian_tercatat_yang_dijumlahkan() -> None:
    setahun = replace(fakta(), realisasi_anggaran=(FRealisasiAnggaran("A.1", 0, D(900)),), rencana_penarikan=())
    f = sampai_triwulan(setahun, 2)
    u = total_triwulan(hitung(f).anggaran, f)[1]
    assert (u.rencana_kumulatif.keadaan, u.realisasi_kumulatif.keadaan) == (Tiada.KOSONG, Tiada.KOSONG)  # type: ignore[union-attr]
    assert (u.persen_rencana.nilai, u.persen.nilai) == (50, 48)  # type: ignore[union-attr]
    assert u.persen.bahan
