"""The seam for what the report tells besides figures: vision, links upwards, posts, evidence, the audit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lakin.capaian.fakta import FBukti, FJabatan, FKeterkaitan, FPengawasan, FPenunjang, FPernyataan
from lakin.organisasi.models import Jabatan, Satker
from lakin.pengukuran.models import Bukti, Pengawasan
from renstra.models import KegiatanPenunjang, Keterkaitan, RevisiRenstra


def fakta_uraian(satker: Satker, tahun: int, revisi: RevisiRenstra, kode: set[str]) -> dict[str, Any]:
    """Return these fields of a Fakta, for the indicators of the PK."""
    keterkaitan = Keterkaitan.objects.filter(sasaran__revisi=revisi).order_by("sasaran__urut", "tingkat", "urut")
    penunjang = KegiatanPenunjang.objects.filter(indikator__revisi=revisi, indikator__kode__in=kode)
    return {
        "pernyataan": tuple(FPernyataan(x.jenis, x.isi, x.sumber) for x in revisi.pernyataan.all()),
        "keterkaitan": tuple(
            FKeterkaitan(x.sasaran.kode, x.tingkat, x.kode, x.nama, tuple(x.indikator.splitlines()), x.sumber)
            for x in keterkaitan.select_related("sasaran")
        ),
        "penunjang": tuple(
            FPenunjang(x.indikator.kode, x.nama, x.sumber)
            for x in penunjang.select_related("indikator").order_by("indikator__urut", "indikator__kode", "urut")
        ),
        "jabatan": tuple(
            FJabatan(x.kode, x.nama, x.jenis, x.atasan.kode if x.atasan else "", x.sumber)
            for x in Jabatan.objects.filter(satker=satker).select_related("atasan")
        ),
        "bukti": tuple(_bukti(satker, tahun, kode)),
        "pengawasan": tuple(
            FPengawasan(x.bidang, Decimal(x.temuan), Decimal(x.rekomendasi), x.sumber)
            for x in Pengawasan.objects.filter(satker=satker, tahun=tahun)
        ),
    }


def _bukti(satker: Satker, tahun: int, kode: set[str]) -> list[FBukti]:
    awalan = f"{satker.kunci}/{tahun}/"
    hasil: dict[tuple[Any, ...], FBukti] = {}
    for b in Bukti.objects.filter(satker=satker, tahun=tahun).order_by("alamat", "tanggal", "pk"):
        indikator = b.alamat.removeprefix(awalan).split("/")[0]
        if indikator in kode:
            # One document that proves several figures of an indicator is listed once.
            tentang = (indikator, b.nomor, b.tanggal, b.perihal, b.berkas_id)
            hasil.setdefault(tentang, FBukti(indikator, b.nomor, b.tanggal, b.perihal, b.sumber))
    return list(hasil.values())
