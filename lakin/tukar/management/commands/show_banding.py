"""Show satkers side by side on one indicator."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lakin.angka import tulis
from lakin.banding.berkas import lembar_banding, ringkasan_banding
from lakin.banding.jajaran_satker import HasilBanding, perbandingan
from lakin.banding.lembaran import sebagai_json
from lakin.banding.tanya import TINGKAT, Tanya
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.jajaran import MENURUT, REALISASI
from lakin.organisasi.models import Satker
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan
from lakin.web.galat import GalatDomain


class Command(BaseCommand):
    """As JSON for other programs, or as a table for people; all facts as they stand, drafts too."""

    help = "Membandingkan satker pada satu indikator: peringkat, rata-rata, median."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the indicator (a key of the catalogue, or a code that is not ambiguous), the satkers and the year."""
        parser.add_argument("--indikator", required=True, help="kunci katalog atau kode BSKJI, misalnya T4/SP7/a")
        parser.add_argument("--tingkat", choices=list(TINGKAT), default="balai")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--menurut", choices=MENURUT, default=REALISASI, help="yang diperingkat")
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *args: Any, indikator: str, tingkat: str, tahun: int, **options: Any) -> None:
        """Compute anew what has changed, then read."""
        nyata = set(Satker.objects.filter(sintetis=False).values_list("pk", flat=True))
        segarkan((s, t) for s, t in satker_tahun_basi(tahun=tahun) if s in nyata)
        try:
            h = perbandingan(None, Tanya(indikator.strip(), tahun, tingkat, menurut=options["menurut"]))
        except GalatDomain as galat:
            raise CommandError(galat.pesan) from galat
        if options["json"]:
            self.stdout.write(json.dumps(sebagai_json(lembar_banding(h)), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_tabel(h)))


def _tabel(h: HasilBanding) -> list[str]:
    baris = [f"{h.pokok.nama}, {h.tanya.tahun}", ""]
    for b in h.baris:
        angka = (b.peringkat, b.realisasi, b.peserta.target, b.peserta.capaian)
        baris.append(
            "".join(_tulis(a).rjust(n) for a, n in zip(angka, (4, 16, 12, 12), strict=True)) + f"  {b.peserta.nama}"
        )
    return [*baris, "", *(f"{nama}: {_tulis(f)}" for _, nama, f in ringkasan_banding(h)), f"Sumber: {h.sumber}"]


def _tulis(b: Bahan) -> str:
    return tulis(b.nilai, b.desimal) if isinstance(b, Angka) else tulis(b.keadaan) or "-"
