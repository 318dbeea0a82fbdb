"""Requests to reopen an approved report: asked by the planner with a reason, decided by the head who approved it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.services.kabar import beri_tahu, pengguna_satker
from lakin.jejak.rekam import rekam
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.enums import KeadaanLaporan, KeadaanPermintaan
from lakin.laporan.models import TAHUNAN, Laporan, PermintaanBuka
from lakin.laporan.pengajuan import laporan_terkunci
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan


def permintaan_laporan(laporan: Laporan) -> QuerySet[PermintaanBuka]:
    """The requests about a report, newest first."""
    semua = PermintaanBuka.objects.filter(laporan__pk=laporan.pk).select_related("diminta_oleh", "diputus_oleh")
    return semua.order_by("-diminta_pada")


def permintaan_menunggu(satker: Satker) -> QuerySet[PermintaanBuka]:
    """The requests about a satker's reports that nobody has decided yet, oldest first."""
    semua = PermintaanBuka.objects.filter(laporan__satker=satker, keadaan=KeadaanPermintaan.DIMINTA)
    return semua.select_related("laporan", "diminta_oleh").order_by("diminta_pada")


@transaction.atomic
def minta_buka(
    *, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, alasan: str, oleh: Any
) -> PermintaanBuka:
    """Ask the head to reopen an approved report; one request at a time. What was approved stays as it is."""
    laporan = laporan_terkunci(satker, tahun, triwulan, versi)
    if laporan.keadaan != KeadaanLaporan.DISAHKAN:
        raise GalatDomain(
            f"Laporan ini {laporan.get_keadaan_display().lower()}, sehingga tidak perlu dibuka kembali: "
            "isinya masih dapat diperbaiki sebelum disahkan."
        )
    if not alasan.strip():
        raise GalatMedan({"alasan": "Tuliskan apa yang keliru dan mengapa laporan perlu dibuka kembali."})
    if laporan.permintaan_buka.filter(keadaan=KeadaanPermintaan.DIMINTA).exists():
        raise GalatDomain("Permintaan membuka laporan ini sudah diajukan dan masih menunggu putusan kepala.")
    baru = PermintaanBuka(laporan=laporan, alasan=alasan.strip(), diminta_oleh=oleh)
    rekam(baru, oleh=oleh, alamat=f"{laporan.alamat}/permintaan", alasan=baru.alasan, tindakan="minta dibuka")
    beri_tahu(
        pengguna_satker(satker, "kepala"),
        jenis=JenisKabar.KOREKSI,
        judul=f"Permintaan membuka kembali {sebutan_laporan(tahun, triwulan)}",
        isi=baru.alasan[:500],
        tautan=_tautan(laporan),
        kunci=f"{baru.alamat}/diminta",
    )
    return baru


@transaction.atomic
def tolak_permintaan(
    *, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, putusan: str, oleh: Any
) -> PermintaanBuka:
    """Refuse the waiting request with the reason; the approved version stays the last."""
    laporan = laporan_terkunci(satker, tahun, triwulan, versi)
    ada = PermintaanBuka.objects.select_for_update().filter(laporan=laporan, keadaan=KeadaanPermintaan.DIMINTA).first()
    if ada is None:
        raise GalatDomain("Tidak ada permintaan yang menunggu putusan. Muat ulang halaman.")
    if not putusan.strip():
        raise GalatMedan({"putusan": "Tuliskan mengapa permintaan ini ditolak."})
    return _putuskan(ada, laporan, KeadaanPermintaan.DITOLAK, putusan, oleh)


def kabulkan_permintaan(laporan: Laporan, oleh: Any, putusan: str) -> None:
    """Close the waiting request of a report that was just reopened; must be called in that transaction."""
    ada = PermintaanBuka.objects.select_for_update().filter(laporan=laporan, keadaan=KeadaanPermintaan.DIMINTA).first()
    if ada is not None:
        _putuskan(ada, laporan, KeadaanPermintaan.DISETUJUI, putusan, oleh)


def _putuskan(lama: PermintaanBuka, laporan: Laporan, ke: str, putusan: str, oleh: Any) -> PermintaanBuka:
    baru = PermintaanBuka.objects.select_related("laporan__satker", "diminta_oleh").get(pk=lama.pk)
    baru.keadaan, baru.putusan = ke, putusan.strip()
    baru.diputus_oleh, baru.diputus_pada = oleh, timezone.now()
    baru.versi += 1
    rekam(baru, oleh=oleh, alamat=baru.alamat, alasan=baru.putusan, tindakan="putuskan", lama=lama)
    beri_tahu(
        [baru.diminta_oleh],
        jenis=JenisKabar.KOREKSI,
        judul=f"Permintaan membuka {sebutan_laporan(laporan.tahun, laporan.triwulan)}: "
        f"{baru.get_keadaan_display().lower()}",
        isi=baru.putusan[:500],
        tautan=_tautan(laporan),
        kunci=f"{baru.alamat}/diputus",
    )
    return baru


def _tautan(laporan: Laporan) -> str:
    awal = f"/lakin/{laporan.satker.kunci}/{laporan.tahun}/"
    return awal if laporan.triwulan == TAHUNAN else f"{awal}tw/{laporan.triwulan}/"
