"""What waits for the user at a satker: approval, a PK to be signed, requests to reopen, notes of the reviu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse

from lakin.alur.transisi_reviu import TERBUKA
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.enums import HasilCatatan, KeadaanLaporan
from lakin.laporan.models import TAHUNAN, CatatanReviu, Laporan
from lakin.laporan.permintaan_buka import permintaan_menunggu
from lakin.laporan.selectors_reviu import reviu_laporan, wajib_reviu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from renstra.models import PerjanjianKinerja


@dataclass(frozen=True, slots=True)
class Menunggu:
    """One thing that waits: what it is, a remark, and where it is done."""

    apa: str
    keterangan: str
    url: str


def menunggu(pengguna: Any, satker: Satker) -> list[Menunggu]:
    """Return what waits for the user, of all years and triwulan."""
    hasil: list[Menunggu] = []
    if boleh(pengguna, Izin.SAHKAN_LAPORAN, satker):
        hasil += _pengesahan(satker)
        hasil += _permintaan(satker)
    if boleh(pengguna, Izin.TANDATANGANI_PK, satker):
        hasil += _perjanjian(satker)
    if boleh(pengguna, Izin.AJUKAN_LAPORAN, satker):
        hasil += _catatan(satker)
    return hasil


def _perjanjian(satker: Satker) -> Iterator[Menunggu]:
    for x in PerjanjianKinerja.objects.filter(satker=satker, diajukan_pada__isnull=False, berlaku_sejak=None):
        url = f"{reverse('pk', args=[satker.kunci, x.tahun])}?revisi={x.revisi}"
        yield Menunggu(f"PK {x.tahun} revisi {x.revisi} menunggu tanda tangan", x.get_alasan_revisi_display(), url)


def _pengesahan(satker: Satker) -> Iterator[Menunggu]:
    for x in Laporan.objects.filter(satker=satker, keadaan=KeadaanLaporan.DIAJUKAN):
        url = reverse("sahkan_laporan", args=[satker.kunci, x.tahun, x.triwulan])
        yield Menunggu(f"{sebutan_laporan(x.tahun, x.triwulan)} menunggu pengesahan", _reviu(x), url)


def _reviu(laporan: Laporan) -> str:
    if laporan.triwulan != TAHUNAN:
        return ""
    reviu = reviu_laporan(laporan)
    wajib = wajib_reviu(laporan.satker, laporan.tahun)
    if reviu is None:
        return "reviu APIP wajib dan belum dimulai" if wajib else ""
    return f"reviu APIP{' (wajib)' if wajib else ''}: {reviu.get_keadaan_display().lower()}"


def _permintaan(satker: Satker) -> Iterator[Menunggu]:
    for p in permintaan_menunggu(satker):
        x = p.laporan
        url = reverse("laporan", args=[satker.kunci, x.tahun, x.triwulan])
        yield Menunggu(
            f"Permintaan membuka kembali {sebutan_laporan(x.tahun, x.triwulan)}", f"dari {p.diminta_oleh}", url
        )


def _catatan(satker: Satker) -> Iterator[Menunggu]:
    terbuka = CatatanReviu.objects.filter(
        reviu__laporan__satker=satker, reviu__keadaan__in=TERBUKA, disampaikan_pada__isnull=False, tanggapan=""
    ).exclude(hasil=HasilCatatan.DICABUT)
    for tahun, banyak in terbuka.values_list("reviu__laporan__tahun").annotate(banyak=Count("pk")):
        url = f"{reverse('reviu', args=[satker.kunci, tahun])}#catatan"
        yield Menunggu(f"Catatan reviu LAKIN {tahun}", f"{banyak} catatan menunggu tanggapan", url)
