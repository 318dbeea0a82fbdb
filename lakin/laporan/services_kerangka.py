"""Acts on the outline of a report: every change is saved at once, traced, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from lakin.jejak.bentrok import bentrok, nama_pelaku
from lakin.jejak.models import Jejak
from lakin.jejak.rekam import rekam
from lakin.laporan.kerangka import Kerangka, ke_json
from lakin.laporan.kerangka_periksa import KerangkaTidakSah, baca, masalah
from lakin.laporan.kerangka_ubah import LetakSalah, rapikan_kode
from lakin.laporan.models import TAHUNAN, KerangkaLaporan
from lakin.laporan.selectors import halangan_tulis_laporan, kerangka_laporan
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain

URUNGKAN = "urungkan"
"""The trace of an act that took back the one before it."""

Ubah = Callable[[Kerangka], tuple[Kerangka, str]]
"""An outline in, the new one and a sentence that says what was done out."""


@dataclass(frozen=True, slots=True)
class LangkahKerangka:
    """One act of the past."""

    nomor: int
    pada: datetime
    oleh: str
    tindakan: str
    apa: str


def ubah_kerangka(
    *, satker: Satker, tahun: int, ubah: Ubah, versi: int, oleh: Any, triwulan: int = TAHUNAN
) -> KerangkaLaporan:
    """Change the outline as ``ubah`` says; refused where no report could be made of the result."""
    with transaction.atomic():
        lama = _kunci(satker, tahun, triwulan, versi)
        try:
            kerangka, apa = ubah(kerangka_laporan(satker, tahun, triwulan))
        except LetakSalah as galat:
            raise GalatDomain(str(galat)) from galat
        kerangka = rapikan_kode(kerangka)
        if salah := masalah(kerangka):
            raise GalatDomain(" ".join(salah))
        return _simpan(lama, ke_json(kerangka), oleh, apa)


def salin_kerangka(
    *, satker: Satker, tahun: int, dari: int, versi: int, oleh: Any, triwulan: int = TAHUNAN
) -> KerangkaLaporan:
    """Take over the outline of another year of the same satker."""
    asal = KerangkaLaporan.objects.filter(satker=satker, tahun=dari, triwulan=triwulan).first()
    if asal is None or dari == tahun:
        raise GalatDomain(f"Tahun {dari} tidak mempunyai kerangka sendiri. Pilih tahun dari daftar.")
    try:
        isi = ke_json(baca(asal.isi)) if asal.isi else {}
    except KerangkaTidakSah as galat:
        raise GalatDomain(f"Kerangka tahun {dari} tidak dapat disalin: {galat}") from galat
    with transaction.atomic():
        return _simpan(_kunci(satker, tahun, triwulan, versi), isi, oleh, f"Kerangka tahun {dari} disalin")


def kembalikan_baku(*, satker: Satker, tahun: int, versi: int, oleh: Any, triwulan: int = TAHUNAN) -> KerangkaLaporan:
    """Follow the default again; the outline that stood there remains in the history."""
    with transaction.atomic():
        return _simpan(_kunci(satker, tahun, triwulan, versi), {}, oleh, "Kembali ke kerangka baku")


def urungkan_kerangka(*, satker: Satker, tahun: int, versi: int, oleh: Any, triwulan: int = TAHUNAN) -> KerangkaLaporan:
    """Take back the last act that has not been taken back."""
    with transaction.atomic():
        lama = _kunci(satker, tahun, triwulan, versi)
        langkah = langkah_terakhir(satker, tahun, triwulan)
        if langkah is None:
            raise GalatDomain("Tidak ada perubahan kerangka yang dapat diurungkan.")
        jejak = Jejak.objects.get(alamat=alamat_kerangka(satker, tahun, triwulan), urut=langkah.nomor)
        return _simpan(lama, _isi(jejak.sebelum), oleh, f"Diurungkan: {langkah.apa}", URUNGKAN)


def pulihkan_kerangka(
    *, satker: Satker, tahun: int, nomor: int, versi: int, oleh: Any, triwulan: int = TAHUNAN
) -> KerangkaLaporan:
    """Make the outline as an act of the past left it the newest one."""
    with transaction.atomic():
        lama = _kunci(satker, tahun, triwulan, versi)
        jejak = Jejak.objects.filter(alamat=alamat_kerangka(satker, tahun, triwulan), urut=nomor).first()
        if jejak is None:
            raise GalatDomain("Susunan yang hendak dipulihkan tidak ada. Pilih dari daftar riwayat.")
        return _simpan(lama, _isi(jejak.sesudah), oleh, f"Dipulihkan ke susunan sesudah “{jejak.alasan}”")


def langkah_kerangka(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> tuple[LangkahKerangka, ...]:
    """Every act on an outline, newest first."""
    jejak = Jejak.objects.filter(alamat=alamat_kerangka(satker, tahun, triwulan)).select_related("oleh")
    semua = jejak.defer("sebelum", "sesudah").order_by("-urut")
    return tuple(LangkahKerangka(j.urut, j.pada, nama_pelaku(j), j.tindakan, j.alasan) for j in semua)


def langkah_terakhir(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> LangkahKerangka | None:
    """The act that an undo would take back."""
    return yang_diurungkan(langkah_kerangka(satker, tahun, triwulan))


def yang_diurungkan(langkah: tuple[LangkahKerangka, ...]) -> LangkahKerangka | None:
    """Of acts, newest first, the last that stands: each undo took back the one that stood before it."""
    lewati = 0
    for x in langkah:
        if x.tindakan == URUNGKAN:
            lewati += 1
        elif lewati:
            lewati -= 1
        else:
            return x
    return None


def alamat_kerangka(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> str:
    """The address of an outline, the key of its trail."""
    return f"{satker.kunci}/{tahun}/kerangka/tw{triwulan}"


def _kunci(satker: Satker, tahun: int, triwulan: int, versi: int) -> KerangkaLaporan:
    """The row, locked, in the version that the writer saw; refused where the report is handed in."""
    if halangan := halangan_tulis_laporan(satker, tahun, triwulan, kunci=True):
        raise GalatDomain(halangan)
    letak: dict[str, Any] = {"satker": satker, "tahun": tahun, "triwulan": triwulan}
    KerangkaLaporan.objects.get_or_create(**letak)
    lama = KerangkaLaporan.objects.select_for_update().get(**letak)
    if lama.versi != versi:
        terakhir = next(iter(langkah_kerangka(satker, tahun, triwulan)), None)
        raise bentrok(
            alamat_kerangka(satker, tahun, triwulan),
            versi=lama.versi,
            kini=terakhir.apa if terakhir else "",
            milik="perubahan yang baru saja dikirim",
        )
    return lama


def _simpan(lama: KerangkaLaporan, isi: dict[str, Any], oleh: Any, apa: str, tindakan: str = "ubah") -> KerangkaLaporan:
    if lama.isi == isi:
        return lama
    baru = KerangkaLaporan.objects.get(pk=lama.pk)
    baru.isi, baru.versi = isi, lama.versi + 1
    alamat = alamat_kerangka(lama.satker, lama.tahun, lama.triwulan)
    rekam(baru, oleh=oleh, alamat=alamat, alasan=apa, tindakan=tindakan, lama=lama)
    return baru


def _isi(sisi: Any) -> dict[str, Any]:
    """The outline on one side of a trace."""
    isi = sisi.get("isi") if isinstance(sisi, dict) else None
    return isi if isinstance(isi, dict) else {}
