"""The budget tree, its cuts, the ties to indicators, and absorption per triwulan."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.fakta import (
    FAnggaranTahun,
    FDukungan,
    FPagu,
    FPaguTercatat,
    FRealisasiAnggaran,
    FRencanaPenarikan,
    FSimpul,
)
from lakin.capaian.mesin import hitung
from lakin.capaian.serapan import per_triwulan
from tests.capaian.buatan import D, bernilai, pohon, setahun

POHON = (
    FSimpul("A", "", "program", "A", "A"),
    FSimpul("A.1", "A", "kro", "A1", "1"),
    FSimpul("A.2", "A", "kro", "A2", "2"),
)


def anggaran(**isi):
    return hitung(setahun(bernilai(D(40)), simpul=POHON, **isi)).anggaran


@pytest.mark.parametrize("triwulan", [False, True])
def test_setiap_simpul_jumlah_anaknya(triwulan: bool) -> None:
    pos = pohon((2, 3, 2, 4), random.Random(5), triwulan=triwulan)
    pos.pop("daun")
    h = hitung(setahun(bernilai(D(1)), **pos)).anggaran
    for simpul in h.simpul.values():
        for apa in ("pagu", "realisasi"):
            anak = [getattr(h.simpul[k], apa).nilai for k in simpul.anak]
            assert simpul.daun or getattr(simpul, apa).nilai == sum(anak)
        if triwulan:
            assert sum(t.nilai for t in simpul.triwulan) == simpul.realisasi.nilai
        else:
            assert all(isinstance(t, TanpaNilai) for t in simpul.triwulan)
    assert h.total.pagu.nilai == sum(p.nilai for p in pos["pagu"])
    assert h.total.realisasi.nilai == sum(r.nilai for r in pos["realisasi_anggaran"])
    assert sum(a.nilai for a in h.sumber_dana.values()) == h.total.pagu.nilai
    assert sum(a.nilai for a in h.jenis_belanja.values()) == h.total.pagu.nilai


def test_pohon_sangat_dalam() -> None:
    kode = [".".join(["1"] * n) for n in range(1, 3001)]
    simpul = tuple(FSimpul(k, kode[n - 1] if n else "", "x", k, k) for n, k in enumerate(kode))
    h = hitung(setahun(bernilai(D(1)), simpul=simpul, pagu=(FPagu(kode[-1], "RM", "52", D(7)),))).anggaran
    assert h.total.pagu.nilai == 7


def test_pagu_nol_tanpa_persentase() -> None:
    h = anggaran(pagu=(FPagu("A.1", "RM", "", D(0)),), realisasi_anggaran=(FRealisasiAnggaran("A.1", 0, D(5)),))
    assert isinstance(h.simpul["A.1"].persen, TanpaNilai)
    assert "nol" in h.simpul["A.1"].persen.alasan


def test_daun_kosong_bukan_nol() -> None:
    h = anggaran(pagu=(FPagu("A.1", "RM", "", D(9)),), realisasi_anggaran=(FRealisasiAnggaran("A.1", 2, D(5)),))
    assert isinstance(h.simpul["A.2"].pagu, TanpaNilai)
    assert isinstance(h.simpul["A.2"].realisasi, TanpaNilai)
    assert (h.simpul["A"].pagu.nilai, h.simpul["A"].realisasi.nilai) == (9, 5)
    assert [isinstance(t, Angka) for t in h.simpul["A"].triwulan] == [False, True, False, False]


def test_induk_tanpa_triwulan_bila_satu_daun_setahun() -> None:
    uang = (FRealisasiAnggaran("A.1", 1, D(5)), FRealisasiAnggaran("A.2", 0, D(6)))
    h = anggaran(realisasi_anggaran=uang)
    assert h.simpul["A.1"].triwulan[0].nilai == 5
    assert h.simpul["A"].realisasi.nilai == 11
    assert all("setahun" in t.alasan for t in h.simpul["A"].triwulan)
    assert [t.alamat for t in h.simpul["A"].triwulan][2] == "999999/2023/anggaran/A/realisasi/tw3"


def test_dua_sumber_satu_daun() -> None:
    pagu = (FPagu("A.1", "RM", "52", D(5)), FPagu("A.1", "PNBP", "52", D(6)))
    h = anggaran(pagu=pagu)
    assert h.simpul["A.1"].pagu.nilai == 11
    assert {k: a.nilai for k, a in h.sumber_dana.items()} == {"RM": 5, "PNBP": 6}
    assert h.jenis_belanja["52"].nilai == 11


def test_uang_pos_yang_hilang_tidak_hilang() -> None:
    h = anggaran(realisasi_anggaran=(FRealisasiAnggaran("Z.9", 0, D(5)), FRealisasiAnggaran("A.1", 0, D(2))))
    assert h.total.realisasi.nilai == 7
    assert h.simpul["Z.9"].fakta.tingkat == "lepas"


def test_pohon_berputar_ditolak() -> None:
    putar = (FSimpul("A", "B", "x", "A", "A"), FSimpul("B", "A", "x", "B", "B"))
    with pytest.raises(ValueError, match="cycle"):
        hitung(setahun(bernilai(D(1)), simpul=putar))


def test_jenis_belanja_tercatat_bila_daun_tidak_menyebutnya() -> None:
    h = anggaran(pagu=(FPagu("A.1", "RM", "", D(9)),), pagu_tercatat=(FPaguTercatat("51", D(4)),))
    assert {k: a.nilai for k, a in h.jenis_belanja.items()} == {"51": 4}


def test_tanpa_pohon_memakai_angka_tahun_yang_tercatat() -> None:
    h = hitung(setahun(bernilai(D(1)), anggaran_tahun=(FAnggaranTahun(2023, D(10), D(9)),))).anggaran
    assert h.total.persen.nilai == 90


def test_bagian_dukungan_habis_dibagi() -> None:
    dukungan = tuple(FDukungan("A.1", k, b) for k, b in (("SK1.1", D(33)), ("SK1.2", D(33)), ("SK1.3", D(34))))
    fakta = setahun(
        *(bernilai(D(40), kode=f"SK1.{n}") for n in (1, 2, 3)),
        simpul=POHON,
        pagu=(FPagu("A.1", "RM", "", D(101)),),
        dukungan=(*dukungan, FDukungan("A.2", "SK1.1", D(0))),
    )
    h = hitung(fakta)
    bagian = [i.anggaran.pagu.nilai for i in h.indikator.values()]
    assert bagian == [33, 33, 35]
    assert h.sasaran["SK1"].anggaran.pagu.nilai == 101
    tak_habis = hitung(replace(fakta, dukungan=dukungan[:2]))
    assert [i.anggaran.pagu for i in tak_habis.indikator.values()][2].alasan


def test_efisiensi_dari_angka_tercetak() -> None:
    fakta = setahun(
        bernilai(D("90.90"), target=D(20)),
        simpul=POHON,
        pagu=(FPagu("A.1", "RM", "", D(238862000)),),
        realisasi_anggaran=(FRealisasiAnggaran("A.1", 0, D(222567375)),),
        dukungan=(FDukungan("A.1", "SK1.1"),),
    )
    e = hitung(fakta).indikator["SK1.1"].efisiensi
    assert (e.ibt.nilai, e.ibr.nilai, e.efisiensi.nilai) == (11943100, 2448486, D("79.50"))


@pytest.mark.parametrize("realisasi", [D(0), D(-5), Tiada.KOSONG])
def test_efisiensi_tanpa_nilai_bila_realisasi_tidak_positif(realisasi) -> None:
    fakta = setahun(
        bernilai(realisasi),
        simpul=POHON,
        pagu=(FPagu("A.1", "RM", "", D(100)),),
        realisasi_anggaran=(FRealisasiAnggaran("A.1", 0, D(90)),),
        dukungan=(FDukungan("A.1", "SK1.1"),),
    )
    h = hitung(fakta)
    assert isinstance(h.indikator["SK1.1"].efisiensi.efisiensi, TanpaNilai)
    assert isinstance(h.efisiensi_rata, TanpaNilai)


def test_serapan_triwulan_terhadap_rencana() -> None:
    fakta = setahun(
        bernilai(D(1)),
        simpul=POHON,
        pagu=(FPagu("A.1", "RM", "", D(60)), FPagu("A.2", "RM", "", D(40))),
        realisasi_anggaran=(
            FRealisasiAnggaran("A.1", 1, D(10)),
            FRealisasiAnggaran("A.2", 1, D(5)),
            FRealisasiAnggaran("A.1", 2, D(15)),
        ),
        rencana_penarikan=(FRencanaPenarikan("A.1", 1, D(20)), FRencanaPenarikan("A.2", 2, D(40))),
    )
    tw = per_triwulan(hitung(fakta).anggaran, fakta, "A")
    assert [t.realisasi_kumulatif.nilai for t in tw] == [15, 30, 30, 30]
    assert [t.persen.nilai for t in tw[:2]] == [15, 30]
    assert [t.persen_rencana.nilai for t in tw[:2]] == [20, 60]
    assert tw[1].terhadap_rencana.nilai == 50
    assert isinstance(tw[2].realisasi, TanpaNilai)
