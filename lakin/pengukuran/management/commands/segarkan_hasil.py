"""Bring the kept results up to date here and now, as the job does in the background."""

from __future__ import annotations

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from lakin.pengukuran.models import HasilTersimpan
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan

TIAP = 500


class Command(BaseCommand):
    """What has not changed is not computed again."""

    help = "Menghitung ulang hasil tersimpan yang masukannya berubah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One year or all of them."""
        parser.add_argument("--tahun", type=int)
        parser.add_argument("--dari-awal", action="store_true", help="buang dulu yang tersimpan")

    def handle(self, *args: Any, tahun: int | None, dari_awal: bool, **options: Any) -> None:
        """Compute and say how many at which rate."""
        if dari_awal:
            semua = HasilTersimpan.objects.all()
            (semua if tahun is None else semua.filter(tahun=tahun)).delete()
        mulai = monotonic()
        basi = satker_tahun_basi(tahun=tahun)
        dihitung = segarkan(basi, self._lapor)
        self.stdout.write(
            f"{dihitung} dari {len(basi)} satker-tahun dihitung ulang dalam {monotonic() - mulai:.1f} detik."
        )

    def _lapor(self, selesai: int, semua: int) -> None:
        if selesai % TIAP == 0:
            self.stdout.write(f"{selesai} dari {semua}")
