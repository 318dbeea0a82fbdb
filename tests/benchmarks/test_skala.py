"""Comparison and roll-up over many made-up satkers, against the bare SQL over the same rows.

``LAKIN_SKALA_SATKER`` and ``LAKIN_SKALA_TAHUN`` say how many (small by default); on PostgreSQL:

    LAKIN_SKALA_SATKER=2000 LAKIN_SKALA_TAHUN=5 python -m tests.layanan -- \\
        python -m pytest tests/benchmarks/test_skala.py --benchmark-only -p no:xdist -s
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from io import StringIO
from time import perf_counter
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from lakin.alur.models import Periode
from lakin.organisasi.models import Pengguna, Penugasan, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import HasilTersimpan, Realisasi
from lakin.pengukuran.selectors_simpanan import ukuran_katalog
from lakin.pengukuran.services import simpan_realisasi
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan

SATKER = int(os.environ.get("LAKIN_SKALA_SATKER", "20"))
TAHUN = int(os.environ.get("LAKIN_SKALA_TAHUN", "2"))
PEMBACA, KALI = 20, 10
TAHUN_UKUR = 2024
SQL = """
    SELECT s.kode, r.nilai, b.nilai
    FROM renstra_katalog k
    JOIN renstra_indikator i ON i.katalog_id = k.id
    JOIN renstra_butirpk b ON b.indikator_id = i.id
    JOIN renstra_perjanjiankinerja p ON p.id = b.perjanjian_id AND p.tahun = %s
    JOIN organisasi_satker s ON s.id = p.satker_id
    LEFT JOIN pengukuran_realisasi r ON r.garis_indikator_id = i.garis_indikator_id
        AND r.tahun = p.tahun AND r.triwulan = 4 AND r.jenis = 'nilai'
    WHERE k.kunci = %s ORDER BY s.kode
"""


@pytest.mark.django_db(transaction=True)
def test_skala(benchmark: Any) -> None:
    """Printed, never asserted, as ratios and seconds of one run."""
    lama_buat = _lama(lambda: call_command("generate_synthetic", satker=SATKER, tahun=TAHUN, seed=1, stdout=StringIO()))
    basi = satker_tahun_basi()
    lama_semua = _lama(lambda: segarkan(basi))
    kunci = sorted(HasilTersimpan.objects.filter(satker__kode="900001").latest("tahun").isi["indikator"])[0]
    pengguna = Pengguna.objects.create(username="pembaca")
    Penugasan.objects.create(pengguna=pengguna, peran="sekretariat")
    halaman = _p95(lambda: ukuran_katalog(kunci, TAHUN_UKUR, pengguna=pengguna, sintetis=True))
    telanjang = _p95(lambda: _telanjang(kunci))
    satu = benchmark.pedantic(lambda: _lama(_gulung_satu), rounds=1, iterations=1)
    print(
        f"\nskala {SATKER} x {TAHUN} pada {connection.vendor}: dibuat {lama_buat:.1f} s; "
        f"dihitung {lama_semua:.1f} s ({lama_semua / len(basi) * 1000:.0f} ms per satker-tahun); "
        f"perbandingan p95 {PEMBACA} pembaca {halaman * 1000:.0f} ms, SQL {telanjang * 1000:.0f} ms, "
        f"rasio {halaman / telanjang:.1f}; satker yang berubah {satu * 1000:.0f} ms (batas 2 s)"
    )
    benchmark.extra_info |= {"p95": halaman, "rasio": halaman / telanjang, "satu": satu, "semua": lama_semua}


def _telanjang(kunci: str) -> list[Any]:
    with connection.cursor() as kursor:
        kursor.execute(SQL, [TAHUN_UKUR, kunci])
        return list(kursor.fetchall())


def _gulung_satu() -> None:
    """One value changes: find what is stale, compute it, keep it."""
    s = Satker.objects.get(kode="900001")
    Periode.objects.filter(satker=s, tahun=TAHUN_UKUR).update(keadaan="draf")
    ada = Realisasi.objects.filter(
        garis_indikator__satker=s, garis_indikator__indikator__kode="SK1.1", tahun=TAHUN_UKUR, triwulan=4, jenis="nilai"
    ).first()
    simpan_realisasi(
        satker=s, tahun=TAHUN_UKUR, kode="SK1.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("51.5"),
        versi=ada.versi if ada else 0, oleh=None,
    )  # fmt: skip
    assert segarkan(satker_tahun_basi()) == 1


def _lama(kerja: Callable[[], Any]) -> float:
    mulai = perf_counter()
    kerja()
    return perf_counter() - mulai


def _p95(kerja: Callable[[], Any]) -> float:
    """The 95th percentile of what each of the readers waits, all of them at it at once."""

    def pembaca(_: int) -> list[float]:
        try:
            return [_lama(kerja) for _ in range(KALI)]
        finally:
            connection.close()

    with ThreadPoolExecutor(PEMBACA) as kolam:
        semua = sorted(t for satu in kolam.map(pembaca, range(PEMBACA)) for t in satu)
    return semua[len(semua) * 95 // 100]
