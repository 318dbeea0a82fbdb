"""Load the real sample data of KMN 2023, then the Renstra of BSKJI's other units."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError

from lakin.tukar.muat.semua import muat_semua, termuat
from lakin.tukar.selisih import perbandingan, ringkasan
from lakin.web.galat import GalatDomain


class Command(BaseCommand):
    """Idempotent: what people entered since is kept, and unchanged files are not read again."""

    help = "Memuat data contoh KMN 2023 melalui pemeriksaan yang sama dengan isian pengguna."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take another folder of the same shape."""
        parser.add_argument("--folder", type=Path, default=settings.FIXTURES_DIR / "kmn_2023")
        parser.add_argument("--tanpa-renstra", action="store_true", help="lewati Renstra satker lain (load_renstra)")

    def handle(self, *args: Any, folder: Path, tanpa_renstra: bool, **options: Any) -> None:
        """Load, or say that there is nothing to load."""
        self._muat(folder)
        if not tanpa_renstra:
            call_command("load_renstra", dasar=folder, stdout=self.stdout)

    def _muat(self, folder: Path) -> None:
        if not folder.is_dir():
            raise CommandError(f"Folder {folder} tidak ada.")
        if termuat(folder):
            self.stdout.write("Data contoh sudah termuat.")
            return
        try:
            unit, tahun = muat_semua(folder, lapor=self.stdout.write)
        except GalatDomain as galat:
            raise CommandError(f"Data contoh tidak dimuat sama sekali: {galat.pesan}") from galat
        except (OperationalError, InterfaceError) as galat:
            raise CommandError(
                "Data contoh tidak dimuat sama sekali: sambungan ke basis data terputus di tengah jalan. "
                "Yang sudah dibaca tidak ada yang tersimpan; jalankan lagi perintah ini sesudah basis data melayani."
            ) from galat
        self.stdout.write(ringkasan(perbandingan(unit, tahun)))
