"""Jobs of measurement: keeping the results of all satkers up to date, one job a year."""

from __future__ import annotations

from typing import Any

from celery import shared_task

from lakin.kerja.daftar import Lapor, pekerjaan
from lakin.kerja.services import antrekan
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan

SEGARKAN = "hasil.segarkan"


@shared_task(name="lakin.pengukuran.segarkan")
def minta_segar() -> None:
    """Ask for a job for each year in which something may have changed; run over and over."""
    for tahun in sorted({t for _, t in satker_tahun_basi()}):
        antrekan(jenis=SEGARKAN, kunci=f"{SEGARKAN}/{tahun}", argumen={"tahun": tahun}, oleh=None, ulang=True)


@pekerjaan(SEGARKAN)
def segarkan_tahun(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Bring the kept results of a year up to date."""
    basi = satker_tahun_basi(tahun=argumen["tahun"])
    lapor(0, len(basi), "Menghitung ulang")
    dihitung = segarkan(basi, lambda n, semua: lapor(n, semua, "Menghitung ulang"))
    return f"{dihitung} dari {len(basi)} dihitung ulang"
