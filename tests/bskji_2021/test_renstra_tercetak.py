"""The Renstra of BSKJI's units as files: it ties with its printed totals, and what does not is listed with a reason."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
import yaml
from django.conf import settings

from lakin.angka import Tiada
from lakin.tukar.muat.baca import GalatBerkas, baca_csv
from lakin.tukar.muat.renstra_baca import TAHUN, Unit, angka_lampiran, angka_tabel, baca_unit
from lakin.tukar.selisih_renstra import (
    alasan_selisih,
    naskah_selisih_renstra,
    per_satker,
    per_tabel_10,
    perlu_alasan,
)

FOLDER = settings.FIXTURES_DIR / "bskji_2021"
KMN = settings.FIXTURES_DIR / "kmn_2023"


@pytest.fixture(scope="module")
def unit() -> list[Unit]:
    return baca_unit(FOLDER)


def kunci_katalog() -> set[str]:
    semua: list[dict[str, Any]] = []
    for folder in (KMN, FOLDER):
        semua += yaml.safe_load((folder / "katalog.yaml").read_text(encoding="utf-8"))["katalog"]
    kunci = [k["kunci"] for k in semua]
    assert len(kunci) == len(set(kunci)) == 41
    assert {k["klasifikasi"] for k in semua} == {"maksimasi"}
    assert len({k["kunci"] for k in semua if k["kode_bskji"] == "T4/SP9/a"}) == 3
    return set(kunci)


def test_semua_satker_dengan_isinya(unit: list[Unit]) -> None:
    assert Counter(u.jenis for u in unit) == {"Pusat": 4, "Sekretariat": 1, "BBSPJI": 11, "BSPJI": 13}
    assert sum(len(u.sasaran) for u in unit) == 208
    assert sum(len(u.indikator) for u in unit) == 335
    assert sum(len(i.kegiatan) for u in unit for i in u.indikator) == 1593
    assert all(Tiada.KOSONG not in i.target.values() for u in unit for i in u.indikator)


def test_setiap_satker_sama_dengan_jumlah_tercetak_kecuali_yang_beralasan(unit: list[Unit]) -> None:
    beda = {(p.hal, p.tahun): p.beda for p in per_satker(unit) if abs(p.beda) > Decimal("0.05")}
    assert set(beda) <= set(alasan_selisih(FOLDER))
    assert beda["247157", 2022] == Decimal("143.83")
    assert len(beda) == 9


def test_satker_terhadap_tabel_10(unit: list[Unit]) -> None:
    upt = {p.tahun: p.beda for p in per_tabel_10(FOLDER, unit) if p.nama == "Unit Pelaksana Teknis"}
    assert upt == dict(zip(TAHUN, map(Decimal, ("-37730.04", "-0.03", "-6449.67", "-43770.356")), strict=True))


def test_setiap_selisih_beralasan_dan_setiap_alasan_terpakai() -> None:
    assert {(p.hal, p.tahun) for p in perlu_alasan(FOLDER)} == set(alasan_selisih(FOLDER))


def test_selisih_renstra_md_sesuai_dengan_berkas() -> None:
    tertulis = (settings.FIXTURES_DIR / "SELISIH_RENSTRA.md").read_text(encoding="utf-8")
    assert tertulis == naskah_selisih_renstra(FOLDER), "jalankan manage.py tulis_selisih --renstra"


def test_setiap_indikator_dan_ejaan_menunjuk_katalog(unit: list[Unit]) -> None:
    kunci = kunci_katalog()
    ejaan = {(di.teks("katalog"), di.teks("ejaan")) for di in baca_csv(FOLDER, "ejaan.csv", catatan=["tempat"])}
    dipakai = {(i.katalog, i.nama) for u in unit for i in u.indikator}
    assert {k for k, _ in ejaan | dipakai} <= kunci
    assert dipakai <= ejaan
    assert all(max(Counter(i.katalog for i in u.indikator).values()) == 1 for u in unit)
    with open(FOLDER / "kaskade.csv", encoding="utf-8", newline="") as berkas:
        lintas = list(csv.DictReader(berkas))
    assert {k for baris in lintas for k in (baris["katalog"], baris["katalog_balai"])} - {""} <= kunci
    assert len(lintas) == 32


def test_target_kmn_sama_dengan_berkas_kmn(unit: list[Unit]) -> None:
    kmn = next(u for u in unit if u.kunci == "247157")
    lain = yaml.safe_load((KMN / "renstra.yaml").read_text(encoding="utf-8"))["indikator"]
    assert {i.kode: i.katalog for i in kmn.indikator} == {i["kode"]: i["katalog"] for i in lain}
    assert {i.kode: i.target for i in kmn.indikator} == {
        i["kode"]: {int(t): angka_lampiran(x) for t, x in i["target"].items()} for i in lain
    }


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("12,705.51", Decimal("12705.51")),
        ("10,444.094", Decimal("10444.094")),
        ("745,330", Decimal(745330)),
        ("27.680", Decimal("27.68")),
        ("72,54", Decimal("72.54")),
        ("5,5", Decimal("5.5")),
        ("N/A", Tiada.NA),
        ("-", Tiada.NA),
        ("", Tiada.KOSONG),
        ("0.00", Decimal(0)),
    ],
)
def test_angka_lampiran(teks: str, nilai: Any) -> None:
    assert angka_lampiran(teks) == nilai


@pytest.mark.parametrize("teks", ["1,2,3", "abc", "1.2.3", "12,3456"])
def test_angka_yang_tidak_dikenal_ditolak(teks: str) -> None:
    with pytest.raises(ValueError, match=teks):
        angka_lampiran(teks)


def test_angka_tabel_10() -> None:
    assert (angka_tabel("18.393,8"), angka_tabel("745.330")) == (Decimal("18393.8"), Decimal(745330))


def test_kode_yang_tercetak_dua_kali_ditolak_tanpa_alasan(tmp_path: Any) -> None:
    salinan = shutil.copytree(FOLDER, tmp_path / "bskji_2021")
    berkas = salinan / "indikator.csv"
    berkas.write_text(berkas.read_text(encoding="utf-8").replace(",SK8.2,Kode", ",,Kode"), encoding="utf-8")
    with pytest.raises(GalatBerkas) as galat:
        baca_unit(salinan)
    assert "SK8.1 sudah dipakai" in galat.value.pesan
