"""The figures of KMN 2023 that everything else rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

import pytest

from lakin.organisasi.models import Satker
from tests.kmn_2023.baca import capaian

pytestmark = pytest.mark.pg

CAPAIAN = {
    "SK1.1": "454.50",
    "SK2.1": "100.00",
    "SK2.2": "240.00",
    "SK3.1": "396.15",
    "SK3.2": "878.33",
    "SK3.3": "166.80",
    "SK3.4": "115.70",
    "SK4.1": "100.00",
    "SK5.1": "104.16",
    "SK6.1": "113.41",
    "SK7.1": "131.67",
    "SK8.1": "101.88",
    "SK8.2": "105.49",
}


@pytest.fixture
def hasil(kmn: Satker) -> dict[str, Any]:
    return capaian()


def test_capaian_tiga_belas_indikator(hasil: dict[str, Any]) -> None:
    assert {i["kode"]: i["capaian"] for i in hasil["indikator"]} == CAPAIAN
    assert [i["kode"] for i in hasil["indikator"]] == list(CAPAIAN)


def test_tujuh_indikator_utama(hasil: dict[str, Any]) -> None:
    assert [i["kode"] for i in hasil["indikator"] if i["iku"]] == list(CAPAIAN)[:7]


def test_capaian_tujuan(hasil: dict[str, Any]) -> None:
    tujuan = {t["kode"]: t["capaian"] for t in hasil["tujuan"]}
    assert (tujuan["T1"], tujuan["T2"], tujuan["T3"]) == ("316.16", "279.33", "131.67")


def test_pagu_dan_realisasi(hasil: dict[str, Any]) -> None:
    anggaran = hasil["anggaran"]
    assert (anggaran["pagu"], anggaran["realisasi"], anggaran["persen"]) == ("23177572000", "22738878288", "98.11")


def test_setiap_simpul_sama_dengan_jumlah_anaknya(hasil: dict[str, Any]) -> None:
    pos = hasil["anggaran"]["pos"]
    assert len(pos) == 68
    anak: defaultdict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for p in pos:
        anak[p["induk"]].append(p)
    for ukuran in ("pagu", "realisasi"):
        assert sum(Decimal(p[ukuran]) for p in anak[None]) == Decimal(hasil["anggaran"][ukuran])
        for p in pos:
            if anak[p["kode"]]:
                assert sum(Decimal(a[ukuran]) for a in anak[p["kode"]]) == Decimal(p[ukuran]), p["kode"]


def test_tepat_dua_indikator_diganti(hasil: dict[str, Any]) -> None:
    asal = Counter(i["asal"] for i in hasil["indikator"])
    assert asal == {"dihitung": 10, "diganti": 2, "dicatat": 1}
    diganti = [i for i in hasil["indikator"] if i["asal"] == "diganti"]
    assert [(i["kode"], i["realisasi"], i["nilai_hitung"]) for i in diganti] == [
        ("SK1.1", "90.90", "111.00"),
        ("SK2.2", "12", "10"),
    ]
    assert all(i["alasan"] for i in diganti)


def test_indikator_yang_dihitung_memakai_nilai_barisnya(hasil: dict[str, Any]) -> None:
    for i in hasil["indikator"]:
        if i["asal"] == "dihitung":
            assert i["realisasi"] == i["nilai_hitung"]


def test_dukungan_menutup_setiap_daun_sekali_dan_berjumlah_pagu(kmn: Satker, hasil: dict[str, Any]) -> None:
    pos = hasil["anggaran"]["pos"]
    induk = {p["induk"] for p in pos}
    daun = {p["kode"]: Decimal(p["pagu"]) for p in pos if p["kode"] not in induk}
    bagian: Counter[str] = Counter()
    for kode, persen in kmn.dukungan.filter(tahun=2023).values_list("kode", "bagian"):
        bagian[kode] += persen
    assert set(bagian) == set(daun)
    assert set(bagian.values()) == {100}
    assert len(daun) == kmn.dukungan.filter(tahun=2023).count() == 31
    assert sum(daun.values()) == Decimal(hasil["anggaran"]["pagu"])


def test_organisasi_dan_nilai_kinerja_anggaran(hasil: dict[str, Any]) -> None:
    o = hasil["organisasi"]
    assert (o["tercapai"], o["jumlah"]) == ("13", "13")
    assert abs(Decimal(hasil["nka"]) - Decimal(hasil["nka_hitung"])) <= Decimal("0.01")
    assert hasil["nka"] == "89.64"


def test_renstra_jangka_menengah(hasil: dict[str, Any]) -> None:
    renstra = {r["kode"]: (r["target"], r["realisasi"], r["capaian"]) for r in hasil["renstra"]}
    assert len(renstra) == 13
    assert renstra["SK2.1"] == ("2", "1", "50.00")


def test_bentuk_json_yang_dijanjikan(hasil: dict[str, Any]) -> None:
    assert {"indikator", "sasaran", "tujuan", "organisasi", "renstra", "anggaran", "efisiensi", "nka"} <= set(hasil)
    wajib = {"kode", "nama", "satuan", "iku", "target", "realisasi", "asal", "nilai_hitung", "capaian", "status"}
    assert all(wajib <= set(i) for i in hasil["indikator"])
    assert all({"kode", "induk", "uraian", "pagu", "realisasi", "persen"} <= set(p) for p in hasil["anggaran"]["pos"])
    assert {"indikator", "rata_rata", "rata_rata_iku"} <= set(hasil["efisiensi"])
    assert all({"kode", "ibt", "ibr", "efisiensi"} <= set(e) for e in hasil["efisiensi"]["indikator"])
