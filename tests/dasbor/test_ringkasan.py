"""The overview, and the explanation behind each of its figures."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lakin.dasbor.penjelasan import jelaskan
from lakin.pengukuran.selectors import hasil_terkini

pytestmark = pytest.mark.usefixtures("diverifikasi")
"""The auditor reads what was verified."""

CAPAIAN = ("454,50", "100,00", "240,00", "396,15", "878,33", "166,80", "115,70") + (
    "100,00",
    "104,16",
    "113,41",
    "131,67",
    "101,88",
    "105,49",
)
SUMBER = re.compile(r'data-sumber="([^"]+)"')
KUERI_TERBANYAK = 15
HX = {"HX-Request": "true"}


@pytest.mark.parametrize("tw", ["", "1", "2", "3", "4", "9"])
def test_ringkasan_dan_kuerinya(sebagai, tw: str) -> None:
    klien = sebagai("auditor")
    jawab = klien.get("/247157/2023/", {"tw": tw} if tw else {})
    assert jawab.status_code == 200
    with CaptureQueriesContext(connection) as kueri:
        klien.get("/247157/2023/", {"tw": tw} if tw else {})
    assert len(kueri) <= KUERI_TERBANYAK


def test_setiap_capaian_tercetak(sebagai) -> None:
    isi = sebagai("kepala").get("/247157/2023/").content.decode()
    for nilai in (*CAPAIAN, "231,39", "316,16", "279,33", "98,11"):
        assert f"{nilai}%" in isi
    for uang in ("23.177.572.000", "22.738.878.288"):
        assert uang in isi


@pytest.mark.parametrize("tw", ["1", "2", "3", "4"])
def test_setiap_angka_pada_ringkasan_mempunyai_penjelasan(kmn, sebagai, tw: str) -> None:
    alamat = set(SUMBER.findall(sebagai("auditor").get("/247157/2023/", {"tw": tw}).content.decode()))
    assert len(alamat) > 100
    hasil = hasil_terkini(kmn, 2023)
    assert [a for a in sorted(alamat) if jelaskan(hasil, a) is None] == []


def test_setiap_bahan_dari_setiap_angka_dapat_dibuka(kmn) -> None:
    hasil = hasil_terkini(kmn, 2023)
    buntu = set()
    for alamat in hasil.alamat:
        if not alamat.startswith("247157/2023/"):
            continue
        for b in jelaskan(hasil, alamat).bahan:
            buntu.update(a for a in SUMBER.findall(b.nilai) if a not in hasil.alamat)
    assert buntu == set()


def test_penjelasan_capaian_seperti_ditulis_auditor(sebagai) -> None:
    isi = sebagai("auditor").get("/247157/2023/penjelasan/", {"alamat": "247157/2023/SK3.2/capaian"}).content.decode()
    assert "R / T × 100" in isi
    assert "26,35 / 3 × 100" in isi
    assert "878,33%" in isi
    assert 'data-sumber="247157/2023/SK3.2/realisasi"' in isi


def test_penjelasan_realisasi_sampai_ke_baris_dan_riwayat(sebagai) -> None:
    isi = sebagai("auditor").get("/247157/2023/penjelasan/", {"alamat": "247157/2023/SK3.2/realisasi"}).content.decode()
    assert "(8.739.521.210 - 6.916.876.750) / 6.916.876.750 × 100" in isi
    assert "Sertifikasi" in isi
    assert "4.452.050.000" in isi
    assert "Seluruh riwayat" in isi


def test_pengganti_memperlihatkan_alasan_dan_hasil_hitungan(kmn, sebagai) -> None:
    alasan = hasil_terkini(kmn, 2023).indikator["SK2.2"].fakta.ganti.alasan
    isi = sebagai("auditor").get("/247157/2023/penjelasan/", {"alamat": "247157/2023/SK2.2/realisasi"}).content.decode()
    assert alasan[:40] in isi
    assert 'data-sumber="247157/2023/SK2.2/nilai_hitung"' in isi


def test_bagian_panel_sama_dengan_isi_halaman(sebagai) -> None:
    klien = sebagai("auditor")
    tanya = {"alamat": "247157/2023/SK3.2/capaian"}
    panel = klien.get("/247157/2023/penjelasan/", tanya, headers=HX).content.decode()
    halaman = klien.get("/247157/2023/penjelasan/", tanya).content.decode()
    assert "<html" not in panel
    assert SUMBER.findall(panel) == SUMBER.findall(halaman)
    assert re.findall(r'class="rumus">(.*?)</div>\s*<h3', panel, re.S) == re.findall(
        r'class="rumus">(.*?)</div>\s*<h3', halaman, re.S
    )


@pytest.mark.parametrize(
    "alamat",
    ["", "247157/2023/SK9.9/capaian", "247140/2023/SK2.1/capaian", "../../etc/passwd", "247157/2023/", "<script>"],
)
def test_alamat_yang_tidak_ada_atau_asing(sebagai, alamat: str) -> None:
    assert sebagai("perencana").get("/247157/2023/penjelasan/", {"alamat": alamat}).status_code == 404


def test_angka_tahun_lalu_dijelaskan_oleh_tahun_yang_mengutipnya(kmn, sebagai) -> None:
    lalu = [a for a in hasil_terkini(kmn, 2023).alamat if a.startswith("247157/2022/SK3.2/")]
    assert lalu
    for alamat in lalu:
        assert sebagai("auditor").get("/247157/2022/penjelasan/", {"alamat": alamat}).status_code == 200


def test_tahun_tanpa_pk_mengatakan_sebabnya(sebagai) -> None:
    jawab = sebagai("perencana").get("/247157/2019/")
    assert jawab.status_code == 200
    assert "belum memiliki Perjanjian Kinerja 2019" in jawab.content.decode()


def test_isi_halaman_tanpa_gaya_dan_skrip_di_dalamnya(sebagai) -> None:
    isi = sebagai("auditor").get("/247157/2023/").content.decode()
    assert "<svg" in isi
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=", isi)
