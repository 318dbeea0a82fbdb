"""Load the Renstra 2021-2024 of BSKJI and of all its units."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lakin.tukar.muat.renstra_bskji import muat_renstra_bskji, termuat_renstra
from lakin.web.galat import GalatDomain


class Command(BaseCommand):
    """Idempotent: a revision that is in force is never rewritten, unchanged files are not read again."""

    help = "Memuat Renstra BSKJI dan seluruh satkernya; load_demo memanggilnya juga."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take other folders of the same shape."""
        parser.add_argument("--folder", type=Path, default=settings.FIXTURES_DIR / "bskji_2021")
        parser.add_argument("--dasar", type=Path, default=settings.FIXTURES_DIR / "kmn_2023")

    def handle(self, *args: Any, folder: Path, dasar: Path, **options: Any) -> None:
        """Load, or say that there is nothing to load."""
        if not folder.is_dir():
            raise CommandError(f"Folder {folder} tidak ada.")
        if termuat_renstra(folder):
            self.stdout.write("Renstra satker sudah termuat.")
            return
        try:
            muat_renstra_bskji(folder, dasar, lapor=self.stdout.write)
        except GalatDomain as galat:
            raise CommandError(f"Renstra satker tidak dimuat sama sekali: {galat.pesan}") from galat
