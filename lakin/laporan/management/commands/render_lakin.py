"""Write a satker's report, of the year or until a triwulan, to a file: PDF, Word, Excel, HTML, list of blocks."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from lakin.berkas.selectors import baca_isi
from lakin.cetak.docx import tulis_docx
from lakin.cetak.foto import FotoHilang
from lakin.cetak.html import tulis_berkas
from lakin.cetak.json import tulis_json
from lakin.cetak.pdf import gaya_layar
from lakin.cetak.xlsx import tulis_xlsx
from lakin.dokumen.nomor import SalahSusun
from lakin.laporan.cetakan import cetak_laporan
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.unduhan import Bahan, bahan_unduhan
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain

KANTOR = {".docx": lambda bernomor: tulis_docx(bernomor, foto=baca_isi), ".xlsx": tulis_xlsx}
BENTUK = (".pdf", *KANTOR, ".html", ".json")


class Command(BaseCommand):
    help = "Tulis laporan kinerja satu satker dan tahun: .pdf, .docx, .xlsx, .html, atau .json (daftar blok)."

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
        parser.add_argument("--terbitan", type=int, default=0, help="nomor versi yang disahkan; 0 untuk draf")
        parser.add_argument("--output", required=True, type=Path, help="berkas tujuan")
        parser.add_argument(
            "--tanpa-halaman", action="store_true", help="untuk .json: jangan menata halaman, tanpa nomor halaman"
        )

    def handle(self, *args: Any, **opsi: Any) -> None:
        tujuan: Path = opsi["output"]
        if tujuan.suffix not in BENTUK:
            raise CommandError(f"Bentuk {tujuan.suffix or tujuan.name!r} tidak dikenal. Pilih {', '.join(BENTUK)}.")
        if not tujuan.parent.is_dir():
            raise CommandError(f"Folder {tujuan.parent} tidak ada.")
        bahan = self._susun(opsi["satker"], opsi["tahun"], opsi["triwulan"], opsi["terbitan"])
        try:
            pesan = self._tulis(bahan, tujuan, dengan_halaman=not opsi["tanpa_halaman"])
        except FotoHilang as galat:
            raise CommandError(str(galat)) from galat
        except OSError as galat:
            raise CommandError(f"Berkas {tujuan} tidak dapat ditulis: {galat.strerror}.") from galat
        self.stdout.write(pesan)

    def _susun(self, kode: str, tahun: int, triwulan: int, nomor: int) -> Bahan:
        satker = Satker.objects.filter(Q(kode=kode) | Q(singkatan=kode)).first()
        if satker is None:
            raise CommandError(f"Satker {kode} tidak ada.")
        try:
            return bahan_unduhan(satker, tahun, triwulan, nomor)
        except GalatDomain as galat:
            raise CommandError(galat.pesan) from galat
        except (NaskahTidakSah, SalahSusun) as galat:
            raise CommandError(f"Laporan tidak dapat disusun: {galat}") from galat

    def _tulis(self, bahan: Bahan, tujuan: Path, *, dengan_halaman: bool) -> str:
        bernomor = bahan.bernomor
        if tujuan.suffix == ".html":
            tujuan.write_text(tulis_berkas(bernomor, gaya_layar(), baca_isi), encoding="utf-8")
            return f"{tujuan}: {len(bernomor.butir)} blok"
        if tujuan.suffix in KANTOR:
            tujuan.write_bytes(KANTOR[tujuan.suffix](bernomor))
            return f"{tujuan}: {len(bernomor.butir)} blok"
        if tujuan.suffix == ".json" and not dengan_halaman:
            tujuan.write_text(tulis_json(bernomor), encoding="utf-8")
            return f"{tujuan}: {len(bernomor.butir)} blok"
        if tujuan.suffix == ".pdf" and (pdf := bahan.pdf()):
            tujuan.write_bytes(pdf)
            return f"{tujuan}: berkas yang disahkan, {len(pdf)} bita"
        hasil = cetak_laporan(bahan.konteks, bernomor)
        if tujuan.suffix == ".json":
            tujuan.write_text(tulis_json(bernomor, hasil.halaman), encoding="utf-8")
        else:
            tujuan.write_bytes(hasil.isi)
        return f"{tujuan}: {hasil.jumlah_halaman} halaman, {len(bernomor.butir)} blok"
