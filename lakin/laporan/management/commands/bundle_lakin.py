"""Write the auditor's bundle of a satker's report, of the year or until a triwulan."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from lakin.cetak.foto import FotoHilang
from lakin.dokumen.nomor import SalahSusun
from lakin.laporan.berkas_auditor import Ringkasan
from lakin.laporan.penjelasan_berkas import TanpaAsal
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.unduhan import DRAF, bahan_unduhan, tulis_bundel
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


class Command(BaseCommand):
    help = "Tulis berkas auditor satu satker dan tahun: laporan, data, bukti, dan pemeriksanya dalam satu .zip."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--satker", required=True, help="kode satker enam angka")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument(
            "--triwulan",
            type=int,
            choices=(1, 2, 3, 4),
            default=4,
            help="laporan sampai triwulan ini; 4 setahun (LAKIN)",
        )
        parser.add_argument("--terbitan", type=int, default=DRAF, help="nomor versi yang disahkan; 0 untuk draf")
        parser.add_argument("--output", required=True, type=Path, help="berkas .zip tujuan")

    def handle(self, *args: Any, **opsi: Any) -> None:
        tujuan: Path = opsi["output"]
        if tujuan.suffix != ".zip":
            raise CommandError(f"Berkas tujuan {tujuan.name} harus berakhiran .zip.")
        if not tujuan.parent.is_dir():
            raise CommandError(f"Folder {tujuan.parent} tidak ada.")
        satker = Satker.objects.filter(Q(kode=opsi["satker"]) | Q(singkatan=opsi["satker"])).first()
        if satker is None:
            raise CommandError(f"Satker {opsi['satker']} tidak ada.")
        try:
            r = _tulis(tujuan, satker, opsi["tahun"], opsi["triwulan"], opsi["terbitan"])
        except GalatDomain as galat:
            raise CommandError(galat.pesan) from galat
        except (NaskahTidakSah, SalahSusun, TanpaAsal, FotoHilang) as galat:
            raise CommandError(f"Berkas auditor tidak dapat disusun: {galat}") from galat
        except OSError as galat:
            raise CommandError(f"Berkas {tujuan} tidak dapat ditulis: {galat.strerror}.") from galat
        self.stdout.write(f"{tujuan}: {r.berkas} berkas, {r.angka} angka dengan penjelasannya")
        self.stdout.write(f"Sidik SHA256SUMS: {r.sidik}")


def _tulis(tujuan: Path, satker: Satker, tahun: int, triwulan: int, nomor: int) -> Ringkasan:
    """Write beside and rename: whoever takes the file away never takes half of it."""
    with NamedTemporaryFile(dir=tujuan.parent, suffix=".sementara", delete=False) as berkas:
        try:
            bahan = bahan_unduhan(satker, tahun, triwulan, nomor)
            r = tulis_bundel(berkas, bahan)
        except BaseException:
            Path(berkas.name).unlink()
            raise
    sementara = Path(berkas.name)
    sementara.chmod(0o644)
    sementara.replace(tujuan)
    return r
