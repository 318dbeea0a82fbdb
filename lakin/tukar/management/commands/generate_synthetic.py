"""Make up satkers for load and demonstration, plainly marked; or take all of them away again."""

from __future__ import annotations

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lakin.organisasi.models import Satker
from lakin.tukar.muat.pemuat import pengguna_pemuat
from lakin.tukar.sintetis.buang import buang
from lakin.tukar.sintetis.rencana import rencana
from lakin.tukar.sintetis.tulis import katalog_sintetis, tulis

AKHIR = 2024
"""Last of the years where only their number is given: the end of the Renstra period of the sample."""
TERBANYAK = 50_000


class Command(BaseCommand):
    """The same seed gives the same figures; real satkers are never touched."""

    help = "Membuat satker sintetis bertanda '(sintetis)' untuk uji beban dan peragaan, atau membuang semuanya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many satkers and years, from which seed."""
        parser.add_argument("--satker", type=int, default=24, metavar="N", help="banyaknya satker")
        parser.add_argument(
            "--tahun", type=int, default=5, metavar="M", help=f"banyaknya tahun sampai {AKHIR}, atau satu tahun"
        )
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument("--hapus", action="store_true", help="buang semua satker sintetis; tidak membuat yang baru")

    def handle(self, *args: Any, satker: int, tahun: int, seed: int, hapus: bool, **options: Any) -> None:
        """Write them and say at which rate, or remove them."""
        oleh = pengguna_pemuat()
        if hapus:
            self.stdout.write(f"{buang(oleh=oleh)} satker sintetis dibuang.")
            return
        ada = Satker.objects.filter(sintetis=True).count()
        if ada:
            raise CommandError(f"Sudah ada {ada} satker sintetis. Buang dulu dengan generate_synthetic --hapus.")
        if not 1 <= satker <= TERBANYAK:
            raise CommandError(f"--satker antara 1 dan {TERBANYAK}.")
        semua = _tahun(tahun)
        mulai = monotonic()
        dipakai = frozenset(k for k in Satker.objects.values_list("kode", flat=True) if k)
        for sudah in tulis(rencana(satker, semua, seed, katalog_sintetis(oleh), dipakai), oleh=oleh):
            if sudah % 200 == 0:
                self.stdout.write(f"{sudah} dari {satker} satker")
        lama = monotonic() - mulai
        tahunan = satker * len(semua)
        self.stdout.write(
            f"{satker} satker sintetis x {len(semua)} tahun ({semua[0]}-{semua[-1]}) dalam {lama:.1f} detik, "
            f"{tahunan / lama:.0f} satker-tahun per detik."
        )


def _tahun(tahun: int) -> list[int]:
    """A number of years up to the last, or the one calendar year that was named."""
    if 2000 <= tahun <= 2100:
        return [tahun]
    if not 1 <= tahun <= 20:
        raise CommandError("--tahun adalah banyaknya tahun (1 sampai 20) atau satu tahun kalender (misalnya 2023).")
    return list(range(AKHIR - tahun + 1, AKHIR + 1))
