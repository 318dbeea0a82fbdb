"""Show the Renstra in force of every unit."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Prefetch, QuerySet

from lakin.angka import Nilai, Tiada, tulis, tulis_mesin
from lakin.organisasi.enums import JenisSatker
from lakin.tukar.rekonsiliasi_renstra import baris_rekonsiliasi
from renstra.models import Indikator, RevisiRenstra

JUTA = Decimal(1_000_000)
DI_ATAS = (JenisSatker.KEMENTERIAN, JenisSatker.ESELON_I)


class Command(BaseCommand):
    """As JSON for other programs (funding in Rp juta, as the document prints it), or as a list for people."""

    help = "Menampilkan Renstra yang berlaku dari seluruh satker; pendanaan dalam Rp juta."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Choose the day and whether BSKJI itself is shown too."""
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")
        parser.add_argument("--pada", type=date.fromisoformat, default=None, help="hari, misalnya 2024-12-31")
        parser.add_argument(
            "--selisih", action="store_true", help="hitung yang termuat, lalu setiap jumlah terhadap yang tercetak"
        )
        parser.add_argument("--dengan-bskji", action="store_true", help="juga Renstra BSKJI sendiri")

    def handle(self, *args: Any, pada: date | None, **options: Any) -> None:
        """Read what is published; synthetic revisions are no document and stay out."""
        if options["selisih"]:
            for baris in baris_rekonsiliasi():
                self.stdout.write(baris)
            return
        semua = [_satker(r, pada or r.berlaku_sejak) for r in _berlaku(pada, bskji=options["dengan_bskji"])]
        if options["json"]:
            self.stdout.write(json.dumps(semua, ensure_ascii=False, indent=2))
            return
        for satu in semua:
            indikator = [i for s in satu["sasaran"] for i in s["indikator"]]
            banyak = sum(len(i["kegiatan"]) for i in indikator)
            self.stdout.write(
                f"{satu['kode']}  {satu['nama']}: {len(satu['sasaran'])} sasaran, {len(indikator)} indikator, "
                f"{banyak} kegiatan"
            )


def _berlaku(pada: date | None, *, bskji: bool) -> list[RevisiRenstra]:
    """The revision of each unit that is in force on a day, or else its last one."""
    semua: QuerySet[RevisiRenstra] = RevisiRenstra.objects.filter(
        berlaku_sejak__isnull=False, sintetis=False, indikator__isnull=False
    )
    if pada:
        semua = semua.filter(berlaku_sejak__lte=pada)
    if not bskji:
        semua = semua.exclude(renstra__satker__jenis__in=DI_ATAS)
    terakhir = dict(semua.order_by("berlaku_sejak").values_list("renstra__satker", "pk"))
    indikator = Indikator.objects.prefetch_related("target", "kegiatan__pendanaan")
    hasil = RevisiRenstra.objects.filter(pk__in=terakhir.values()).select_related("renstra__satker")
    hasil = hasil.prefetch_related("renstra__satker__nama", "sasaran", Prefetch("sasaran__indikator", indikator))
    return list(hasil.order_by("renstra__satker__jenis", "renstra__satker__kode", "renstra__satker__singkatan"))


def _satker(revisi: RevisiRenstra, pada: date | None) -> dict[str, Any]:
    satker, tahun = revisi.renstra.satker, range(revisi.renstra.awal, revisi.renstra.akhir + 1)
    nama = satker.nama_pada(pada) if pada else None
    return {
        "nama": nama.nama if nama else satker.singkatan,
        "kode": satker.kunci,
        "jenis": satker.jenis,
        "sasaran": [
            {"kode": s.kode, "nama": s.nama, "indikator": [_indikator(i, tahun) for i in s.indikator.all()]}
            for s in revisi.sasaran.all()
        ],
    }


def _indikator(i: Indikator, tahun: range) -> dict[str, Any]:
    kegiatan = [
        {
            "nama": k.nama,
            "pendanaan": _tahunan({p.tahun: _juta(p.isi) for p in k.pendanaan.all()}, tahun),
            "di_tempat_lain": k.di_tempat_lain,
        }
        for k in i.kegiatan.all()
    ]
    target = _tahunan({t.tahun: t.isi for t in i.target.all()}, tahun)
    return {"kode": i.kode, "nama": i.nama, "satuan": i.satuan, "target": target, "kegiatan": kegiatan}


def _juta(rupiah: Nilai) -> Nilai:
    return rupiah / JUTA if isinstance(rupiah, Decimal) else rupiah


def _tahunan(nilai: dict[int, Nilai], tahun: range) -> dict[str, str | None]:
    """N/A is told as such, kosong is null."""
    semua = ((t, nilai.get(t, Tiada.KOSONG)) for t in tahun)
    return {str(t): tulis(x) if x is Tiada.NA else tulis_mesin(x) for t, x in semua}
