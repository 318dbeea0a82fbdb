"""Acts on a period: opening it for satkers, moving it, holding it open beyond its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.alur.enums import JenisKabar, Keadaan
from lakin.alur.models import Pengecualian, Periode
from lakin.alur.services.kabar import beri_tahu, pengguna_satker
from lakin.alur.transisi import AJUKAN, KUNCI, LANGKAH, halangan_langkah
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain


@transaction.atomic
def buka_periode(
    *,
    satker: Iterable[Satker],
    tahun: int,
    triwulan: int,
    tenggat: date,
    kunci_pada: date | None = None,
    oleh: Any,
) -> tuple[int, int]:
    """Open a triwulan for satkers, or move its days where it is open; tell how many were opened and moved.

    Days of a period that is handed in or finished are moved too: they decide nothing there
    until it is returned.
    """
    if kunci_pada is not None and kunci_pada < tenggat:
        raise GalatDomain(
            f"Hari penguncian ({tulis_tanggal(kunci_pada)}) mendahului tenggat ({tulis_tanggal(tenggat)}). "
            "Pilih hari penguncian pada atau sesudah tenggat.",
            medan="kunci_pada",
        )
    dibuka = diubah = 0
    for satu in satker:
        lama = Periode.objects.select_for_update().filter(satker=satu, tahun=tahun, triwulan=triwulan).first()
        baru = Periode.objects.get(pk=lama.pk) if lama else Periode(satker=satu, tahun=tahun, triwulan=triwulan)
        baru.tenggat, baru.kunci_pada = tenggat, kunci_pada
        if lama:
            baru.versi += (lama.tenggat, lama.kunci_pada) != (tenggat, kunci_pada)
        if not rekam(baru, oleh=oleh, alamat=baru.alamat, tindakan="" if lama else "buka", lama=lama):
            continue
        dibuka, diubah = (dibuka, diubah + 1) if lama else (dibuka + 1, diubah)
        _kabari_dibuka(baru, lama is None)
    return dibuka, diubah


@transaction.atomic
def ubah_hari(
    *, satker: Satker, tahun: int, triwulan: int, tenggat: date, kunci_pada: date | None, versi: int, oleh: Any
) -> None:
    """Move the days of one period that is open."""
    periode_terkunci(satker, tahun, triwulan, versi)
    buka_periode(satker=[satker], tahun=tahun, triwulan=triwulan, tenggat=tenggat, kunci_pada=kunci_pada, oleh=oleh)


def _kabari_dibuka(periode: Periode, dibuka: bool) -> None:
    assert periode.tenggat is not None
    apa = "dibuka" if dibuka else "berubah tenggatnya"
    beri_tahu(
        pengguna_satker(periode.satker, "perencana"),
        jenis=JenisKabar.PERIODE_DIBUKA,
        judul=f"{nama_triwulan(periode.triwulan)} {periode.tahun} {apa}; tenggat {tulis_tanggal(periode.tenggat)}",
        tautan=f"/{periode.satker.kunci}/{periode.tahun}/realisasi/{periode.triwulan}/",
        kunci=f"{periode.alamat}/buka/{periode.versi}",
    )


def periode_terkunci(satker: Satker, tahun: int, triwulan: int, versi: int) -> Periode:
    """Return a period's row, locked; Bentrok where it was moved since ``versi`` was seen.

    Must be called inside a transaction.
    """
    periode = (
        Periode.objects.select_for_update(of=("self",))
        .select_related("satker")
        .filter(satker=satker, tahun=tahun, triwulan=triwulan)
        .first()
    )
    if periode is None:
        raise GalatDomain("Triwulan ini belum dibuka. Hubungi Sekretariat.")
    if periode.versi != versi:
        raise _bentrok(periode)
    return periode


def pindahkan(periode: Periode, tindakan: str, *, oleh: Any, alasan: str = "") -> Periode:
    """Take one step of the table with a locked period and leave its trace."""
    alasan = alasan.strip()
    if halangan := halangan_langkah(tindakan, periode.keadaan, alasan=alasan):
        raise GalatDomain(halangan, medan="alasan" if LANGKAH[tindakan].perlu_alasan else "")
    lama = Periode.objects.get(pk=periode.pk)
    periode.keadaan = LANGKAH[tindakan].ke
    periode.versi += 1
    if tindakan == AJUKAN:
        periode.diajukan_pada = timezone.now()
    if periode.keadaan not in (Keadaan.DIVERIFIKASI, Keadaan.TERKUNCI):
        periode.koreksi_sampai = None
    rekam(periode, oleh=oleh, alamat=periode.alamat, alasan=alasan, tindakan=tindakan, lama=lama)
    return periode


@transaction.atomic
def kunci_periode(*, satker: Satker, tahun: int, triwulan: int, versi: int, oleh: Any) -> Periode:
    """Lock a verified period."""
    return pindahkan(periode_terkunci(satker, tahun, triwulan, versi), KUNCI, oleh=oleh)


def kunci_jatuh_tempo(hari_ini: date | None = None) -> int:
    """Lock every verified period whose day has come; what was never verified is only closed to writes."""
    hari = hari_ini or timezone.localdate()
    jatuh_tempo = Periode.objects.filter(keadaan=Keadaan.DIVERIFIKASI, kunci_pada__lte=hari, koreksi_sampai=None)
    jumlah = 0
    for pk in list(jatuh_tempo.values_list("pk", flat=True)):
        with transaction.atomic():
            periode = jatuh_tempo.select_for_update(of=("self",)).select_related("satker").filter(pk=pk).first()
            if periode is not None:
                pindahkan(periode, KUNCI, oleh=None, alasan="Hari penguncian tiba")
                jumlah += 1
    return jumlah


@transaction.atomic
def tandai_lengkap(
    *, satker: Satker, tahun: int, triwulan: int, versi: int, lengkap: bool, alasan: str, oleh: Any
) -> Periode:
    """Say that what is blank is meant to be, with the reason; or take that back."""
    periode = periode_terkunci(satker, tahun, triwulan, versi)
    if halangan := halangan_langkah(AJUKAN, periode.keadaan):
        raise GalatDomain(halangan)
    if lengkap and not alasan.strip():
        raise GalatDomain("Tuliskan mengapa isian itu memang kosong; Sekretariat akan membacanya.", medan="alasan")
    lama = Periode.objects.get(pk=periode.pk)
    periode.lengkap = lengkap
    periode.versi += 1
    rekam(periode, oleh=oleh, alamat=periode.alamat, alasan=alasan.strip(), tindakan="lengkap", lama=lama)
    return periode


@transaction.atomic
def beri_pengecualian(
    *, satker: Satker, tahun: int, triwulan: int, versi: int, sampai: date, alasan: str, oleh: Any
) -> Pengecualian:
    """Hold a period open for one satker beyond the day on which it locks."""
    periode = periode_terkunci(satker, tahun, triwulan, versi)
    if not alasan.strip():
        raise GalatDomain("Tuliskan alasan pengecualian ini.", medan="alasan")
    if sampai < timezone.localdate():
        raise GalatDomain("Hari terakhir pengecualian sudah lewat. Pilih hari ini atau sesudahnya.", medan="sampai")
    if periode.kunci_pada is None or sampai < periode.kunci_pada:
        raise GalatDomain(
            "Pengecualian tidak diperlukan: triwulan ini belum terkunci pada hari itu. Ubah harinya bila perlu.",
            medan="sampai",
        )
    baru = Pengecualian(periode=periode, sampai=sampai, alasan=alasan.strip(), oleh=oleh)
    rekam(baru, oleh=oleh, alamat=f"{periode.alamat}/pengecualian", alasan=alasan.strip())
    _perbarui_pengecualian(periode, oleh, alasan.strip())
    beri_tahu(
        pengguna_satker(satker, "perencana"),
        jenis=JenisKabar.TENGGAT,
        judul=f"{nama_triwulan(triwulan)} {tahun} dibuka kembali sampai {tulis_tanggal(sampai)}",
        isi=alasan.strip(),
        tautan=f"/{satker.kunci}/{tahun}/realisasi/{triwulan}/",
        kunci=f"{periode.alamat}/pengecualian/{baru.pk}",
    )
    return baru


@transaction.atomic
def cabut_pengecualian(*, pengecualian: Pengecualian, alasan: str, oleh: Any) -> Pengecualian:
    """End an exception before its day."""
    p = pengecualian.periode
    periode = periode_terkunci(p.satker, p.tahun, p.triwulan, Periode.objects.get(pk=p.pk).versi)
    lama = Pengecualian.objects.select_for_update().get(pk=pengecualian.pk)
    if lama.dicabut_pada is not None:
        return lama
    baru = Pengecualian.objects.get(pk=lama.pk)
    baru.dicabut_pada = timezone.now()
    rekam(baru, oleh=oleh, alamat=f"{periode.alamat}/pengecualian", alasan=alasan.strip(), lama=lama)
    _perbarui_pengecualian(periode, oleh, alasan.strip())
    return baru


def _perbarui_pengecualian(periode: Periode, oleh: Any, alasan: str) -> None:
    """Repeat on the period's row the last day of the exceptions that stand."""
    lama = Periode.objects.get(pk=periode.pk)
    berlaku = periode.pengecualian.filter(dicabut_pada=None)
    periode.pengecualian_sampai = max(berlaku.values_list("sampai", flat=True), default=None)
    periode.versi += 1
    rekam(periode, oleh=oleh, alamat=periode.alamat, alasan=alasan, lama=lama)


def _bentrok(periode: Periode) -> Bentrok:
    kini = periode.get_keadaan_display().lower()
    pesan = f"{{oleh}} baru saja mengubah triwulan ini; keadaannya kini {kini}. Periksa keadaannya sebelum melanjutkan."
    return bentrok(periode.alamat, versi=periode.versi, kini=kini, pesan=pesan)
