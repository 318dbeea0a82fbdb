"""KMN 2023: the figures that its LAKIN prints, from the raw facts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lakin.capaian.angka_jelas import DIGANTI, DIHITUNG, Angka
from lakin.capaian.fakta import FIndikator
from lakin.capaian.mesin import hitung
from lakin.capaian.ringkas import ringkas
from tests.capaian.kmn import fakta_kmn

CAPAIAN = {
    "SK1.1": "454.50", "SK2.1": "100.00", "SK2.2": "240.00", "SK3.1": "396.15", "SK3.2": "878.33", "SK3.3": "166.80",
    "SK3.4": "115.70", "SK4.1": "100.00", "SK5.1": "104.16", "SK6.1": "113.41", "SK7.1": "131.67", "SK8.1": "101.88",
    "SK8.2": "105.49",
}  # fmt: skip
EFISIENSI = {
    "SK1.1": ("11943100", "2448486", "79.50"),
    "SK3.2": ("128233333", "14290374", "88.86"),
    "SK5.1": ("143268698", "131994358", "7.87"),
    "SK8.2": ("832308", "752161", "9.63"),
}
RENSTRA = {
    "SK1.1": ("20.00", "90.90", "454.50"),
    "SK2.1": ("2", "1", "50.00"),
    "SK2.2": ("20", "22", "110.00"),
    "SK3.1": ("12.00", "47.18", "393.17"),
    "SK5.1": ("3.62", "3.76", "103.87"),
}


@pytest.fixture(scope="module")
def hasil():
    return hitung(fakta_kmn())


@pytest.fixture(scope="module")
def isi(hasil):
    return ringkas(hasil)


def test_capaian_setiap_indikator(isi) -> None:
    assert {i["kode"]: i["capaian"] for i in isi["indikator"]} == CAPAIAN


def test_urutan_menurut_pk(isi) -> None:
    assert [i["kode"] for i in isi["indikator"]] == list(CAPAIAN)
    assert sum(i["iku"] for i in isi["indikator"]) == 7


def test_tepat_dua_indikator_diganti(isi) -> None:
    ganti = {i["kode"]: i for i in isi["indikator"] if i["asal"] == DIGANTI}
    assert set(ganti) == {"SK1.1", "SK2.2"}
    assert ganti["SK2.2"]["nilai_hitung"] == "10"
    assert all(g["alasan"] for g in ganti.values())


def test_yang_lain_dihitung_dari_barisnya(isi) -> None:
    asal = {i["kode"]: i["asal"] for i in isi["indikator"]}
    dihitung = {k for k, a in asal.items() if a == DIHITUNG}
    assert dihitung == set(CAPAIAN) - {"SK1.1", "SK2.2", "SK5.1"}
    assert asal["SK5.1"] == "dicatat"


def test_tujuan(isi) -> None:
    capaian = {t["kode"]: t["capaian"] for t in isi["tujuan"]}
    assert capaian == {"T1": "316.16", "T2": "279.33", "T3": "131.67", "T4": "105.20"}


def test_organisasi(isi) -> None:
    assert isi["organisasi"]["capaian"] == "231.39"
    assert (isi["organisasi"]["tercapai"], isi["organisasi"]["jumlah"]) == ("13", "13")


@pytest.mark.parametrize("kode", RENSTRA)
def test_jangka_menengah(isi, kode: str) -> None:
    r = next(r for r in isi["renstra"] if r["kode"] == kode)
    assert (r["target"], r["realisasi"], r["capaian"]) == RENSTRA[kode]


def test_anggaran(isi) -> None:
    a = isi["anggaran"]
    assert (a["pagu"], a["realisasi"], a["persen"]) == ("23177572000", "22738878288", "98.11")
    anak: dict[str, list[dict[str, str]]] = {}
    for pos in a["pos"]:
        anak.setdefault(pos["induk"], []).append(pos)
    for pos in a["pos"]:
        for apa in ("pagu", "realisasi"):
            if pos["kode"] in anak:
                assert Decimal(pos[apa]) == sum(Decimal(b[apa]) for b in anak[pos["kode"]])


def test_kro_seperti_tabel_3_70(isi) -> None:
    persen = {p["kode"]: p["persen"] for p in isi["anggaran"]["pos"]}
    assert persen["019.07.EC.6077.BAD"] == "96.37"
    assert persen["019.07.WA.6042.EBD"] == "88.82"
    assert persen["019.07.WA"] == "98.37"


def test_sumber_dana(hasil) -> None:
    sumber = {k: a.nilai for k, a in hasil.anggaran.sumber_dana.items()}
    assert sumber == {"RM": Decimal(16317466000), "PNBP": Decimal(6860106000)}


@pytest.mark.parametrize("kode", EFISIENSI)
def test_efisiensi_seperti_tabel_3_77(isi, kode: str) -> None:
    e = next(e for e in isi["efisiensi"]["indikator"] if e["kode"] == kode)
    assert (e["ibt"], e["ibr"], e["efisiensi"]) == EFISIENSI[kode]


def test_dukungan_habis_terbagi(hasil) -> None:
    for apa in ("pagu", "realisasi"):
        bagian = [getattr(h.anggaran, apa).nilai for h in hasil.indikator.values()]
        assert sum(bagian) == getattr(hasil.anggaran.total, apa).nilai


def test_nka_dekat_yang_tercatat(isi) -> None:
    assert isi["nka"] == "89.64"
    assert abs(Decimal(isi["nka_rincian"]["nilai_hitung"]) - Decimal(isi["nka"])) <= Decimal("0.01")


def test_lima_tahun_anggaran(hasil) -> None:
    persen = {t: s.persen.nilai for t, s in hasil.anggaran.tahun.items()}
    assert [str(persen[t]) for t in (2019, 2020, 2022, 2023)] == ["95.40", "79.04", "96.53", "98.11"]


def test_capaian_pnbp_2021_negatif(hasil) -> None:
    assert hasil.alamat["247157/2021/SK3.2/capaian"].nilai == Decimal("-3463.00")


def _gerakkan(i: FIndikator) -> FIndikator:
    """The same indicator with one raw row changed: a number halved, an answer turned, or a company added."""
    awal = i.baris[0]
    if i.rumus == "jumlah_perusahaan":
        lain = replace(awal, urut=99, isi=(("perusahaan", "PT Perusahaan Lain"),))
        return replace(i, baris=(*i.baris, lain))
    ganti = {"ditindaklanjuti": "tidak"}
    angka = [m for m, v in awal.isi if isinstance(v, Decimal) and m != "pagu"]
    ubah = "pdn" if i.rumus == "p3dn" else (angka or [""])[-1]
    isi = tuple((m, ganti.get(m, v / 2 if m == ubah and isinstance(v, Decimal) else v)) for m, v in awal.isi)
    return replace(i, baris=(replace(awal, isi=isi), *i.baris[1:]))


def test_satu_baris_menggerakkan_sampai_tujuan() -> None:
    """A raw row of each computed indicator moves its realisasi, capaian, tujuan and the whole."""
    fakta = fakta_kmn()
    lama = hitung(fakta)
    dihitung = [i for i in fakta.indikator if not i.ganti and i.rumus != "indeks_survei"]
    for i in dihitung:
        semua = tuple(_gerakkan(i) if j is i else j for j in fakta.indikator)
        baru = hitung(replace(fakta, indikator=semua))
        for alamat in (f"{i.kode}/realisasi", f"{i.kode}/capaian", f"{i.tujuan}/capaian", "organisasi/capaian"):
            awal, kini = (h.alamat[f"247157/2023/{alamat}"] for h in (lama, baru))
            assert isinstance(awal, Angka)
            assert isinstance(kini, Angka)
            assert awal.nilai != kini.nilai, alamat
    assert len(dihitung) == 10
