"""Acts on a report's state: handing it in, taking it back, returning it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.alur.enums import JenisKabar
from lakin.alur.services.kabar import beri_tahu, pengguna_berperan
from lakin.alur.transisi_laporan import AJUKAN, KEMBALIKAN, LANGKAH, TARIK, halangan_langkah
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.laporan.models import TAHUNAN, Laporan
from lakin.laporan.periksa_laporan import kelengkapan_segar
from lakin.laporan.selectors_reviu import wajib_reviu
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain

DISEBUT = 3
"""How many of the missing things a refusal names."""


@transaction.atomic
def ajukan_laporan(*, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, oleh: Any) -> Laporan:
    """Hand a report in; refused with the points that block it, as long as there are any."""
    laporan = laporan_terkunci(satker, tahun, triwulan, versi)
    if halangan_langkah(AJUKAN, laporan.keadaan) == "" and (kurang := halangan_lengkap(satker, tahun, triwulan)):
        raise GalatDomain(kurang)
    laporan = pindahkan(laporan, AJUKAN, oleh=oleh)
    _beri_tahu_apip(laporan)
    return laporan


def _beri_tahu_apip(laporan: Laporan) -> None:
    """The statement of the reviu can be signed from now on."""
    if laporan.triwulan != TAHUNAN or not wajib_reviu(laporan.satker, laporan.tahun):
        return
    satker, tahun = laporan.satker, laporan.tahun
    beri_tahu(
        pengguna_berperan("apip"),
        jenis=JenisKabar.DIAJUKAN,
        judul=f"LAKIN {tahun} {satker.singkatan} diajukan dan menunggu reviu",
        tautan=f"/lakin/{satker.kunci}/{tahun}/reviu/",
        kunci=f"{laporan.alamat}/diajukan/{laporan.versi}",
    )


def halangan_lengkap(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> str:
    """Return why a report is not complete enough to leave the planner's hands, naming the first few things."""
    penghalang = kelengkapan_segar(satker, tahun, triwulan).penghalang
    if not penghalang:
        return ""
    nama = "; ".join(k.apa for _, k in penghalang[:DISEBUT])
    lain = len(penghalang) - DISEBUT
    return (
        f"Laporan belum dapat diajukan: {len(penghalang)} hal wajib belum lengkap, yaitu {nama}"
        f"{f'; dan {lain} hal lain' if lain > 0 else ''}. Lengkapi menurut halaman Kelengkapan laporan."
    )


@transaction.atomic
def tarik_laporan(*, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, oleh: Any) -> Laporan:
    """Take back what was handed in, so that it can be written again."""
    return pindahkan(laporan_terkunci(satker, tahun, triwulan, versi), TARIK, oleh=oleh)


@transaction.atomic
def kembalikan_laporan(
    *, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, alasan: str, oleh: Any
) -> Laporan:
    """Return a report to its planner with what is to be mended."""
    return pindahkan(laporan_terkunci(satker, tahun, triwulan, versi), KEMBALIKAN, oleh=oleh, alasan=alasan)


def laporan_terkunci(satker: Satker, tahun: int, triwulan: int, versi: int) -> Laporan:
    """Return the report's row, locked; Bentrok where it was moved since ``versi`` was seen.

    Must be called inside a transaction.
    """
    Laporan.objects.get_or_create(satker=satker, tahun=tahun, triwulan=triwulan, defaults={"versi": 0})
    laporan = Laporan.objects.select_for_update().get(satker=satker, tahun=tahun, triwulan=triwulan)
    if laporan.versi != versi:
        raise _bentrok(laporan)
    return laporan


def pindahkan(laporan: Laporan, tindakan: str, *, oleh: Any, alasan: str = "") -> Laporan:
    """Take one step of the table with a locked report and leave its trace."""
    alasan = alasan.strip()
    if halangan := halangan_langkah(tindakan, laporan.keadaan, alasan=alasan):
        raise GalatDomain(halangan, medan="alasan" if LANGKAH[tindakan].perlu_alasan else "")
    lama = Laporan.objects.get(pk=laporan.pk)
    laporan.keadaan = LANGKAH[tindakan].ke
    laporan.versi += 1
    rekam(laporan, oleh=oleh, alamat=laporan.alamat, alasan=alasan, tindakan=tindakan, lama=lama)
    return laporan


def _bentrok(laporan: Laporan) -> Bentrok:
    kini = laporan.get_keadaan_display().lower()
    pesan = (
        f"{{oleh}} baru saja mengubah keadaan laporan ini menjadi {kini}. "
        "Periksa keadaannya di bawah sebelum melanjutkan."
    )
    return bentrok(laporan.alamat, versi=laporan.versi, kini=kini, pesan=pesan)
