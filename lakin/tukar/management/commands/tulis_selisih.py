"""Write the list of differences between the document and the computed figures."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from lakin.tukar.cari import satker_atau_galat
from lakin.tukar.selisih import naskah_selisih, perbandingan, ringkasan
from lakin.tukar.selisih_renstra import naskah_selisih_renstra


class Command(BaseCommand):
    """The file is generated; a test holds it in step."""

    help = "Menulis fixtures/SELISIH.md dari data yang termuat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the satker, the year and the file."""
        parser.add_argument("--satker", default="247157")
        parser.add_argument("--tahun", type=int, default=2023)
        parser.add_argument("--folder", type=Path, default=settings.FIXTURES_DIR / "kmn_2023")
        parser.add_argument("--output", type=Path, default=settings.FIXTURES_DIR / "SELISIH.md")
        parser.add_argument("--renstra", action="store_true", help="tulis fixtures/SELISIH_RENSTRA.md saja")

    def handle(self, *args: Any, satker: str, tahun: int, folder: Path, output: Path, **options: Any) -> None:
        """Write the file and say how many figures differ; the Renstra's needs its files only."""
        if options["renstra"]:
            naskah = naskah_selisih_renstra(settings.FIXTURES_DIR / "bskji_2021")
            (settings.FIXTURES_DIR / "SELISIH_RENSTRA.md").write_text(naskah, encoding="utf-8")
            return
        with satker_atau_galat(satker) as unit:
            output.write_text(naskah_selisih(unit, tahun, folder), encoding="utf-8")
            self.stdout.write(ringkasan(perbandingan(unit, tahun)))
