"""Write the frozen facts of a satker's year, for ``python -m lakin.capaian``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lakin.capaian.fakta_json import ke_json
from lakin.pengukuran.selectors import fakta_segar
from lakin.tukar.cari import satker_atau_galat


class Command(BaseCommand):
    """The file can be computed again with nothing but Python."""

    help = "Menulis fakta satu satker dan tahun sebagai JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the satker, the year and the file."""
        parser.add_argument("--satker", required=True, help="kode enam angka atau singkatan")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--output", required=True, type=Path)

    def handle(self, *args: Any, satker: str, tahun: int, output: Path, **options: Any) -> None:
        """Write the file, or leave what was there."""
        with satker_atau_galat(satker) as unit:
            isi = ke_json(fakta_segar(unit, tahun))
        try:
            output.write_text(isi, encoding="utf-8")
        except OSError as galat:
            raise CommandError(f"{output} tidak dapat ditulis: {galat.strerror}.") from galat
        self.stdout.write(f"Fakta {unit.singkatan} {tahun} ditulis ke {output}.")
