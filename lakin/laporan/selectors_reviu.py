"""The reviu of a report as it stands: whether it is due, how far it is, whether its statement still holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Prefetch, Q

from lakin.capaian.banding import Pembanding
from lakin.laporan.beku import sidik
from lakin.laporan.enums import KeadaanLaporan, KeadaanReviu
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, KewajibanReviu, Laporan, Reviu
from lakin.laporan.pernyataan_reviu import PernyataanReviu
from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import satker_dengan_izin, tanpa_sintetis

WAJIB_MENURUT_JENIS = frozenset({JenisSatker.KEMENTERIAN})
"""Permenpan RB 53/2014 Lampiran III huruf C angka 3 huruf e asks it of the ministry's report only."""


def wajib_reviu(satker: Satker, tahun: int) -> bool:
    """Tell whether a satker's yearly report needs a reviu: as the secretariat has set it, else by its kind."""
    diatur = KewajibanReviu.objects.filter(satker=satker, tahun=tahun).values_list("wajib", flat=True).first()
    return satker.jenis in WAJIB_MENURUT_JENIS if diatur is None else diatur


def nomor_berjalan(laporan: Laporan) -> int:
    """The version that is being made of a report; of an approved report the one that was approved last."""
    ada = laporan.terbitan.count() if laporan.pk else 0
    return ada if laporan.keadaan == KeadaanLaporan.DISAHKAN and ada else ada + 1


def reviu_laporan(laporan: Laporan) -> Reviu | None:
    """The reviu of the version that is being made, where it was begun."""
    if not laporan.pk:
        return None
    return Reviu.objects.filter(laporan=laporan, nomor=nomor_berjalan(laporan)).select_related("laporan").first()


def sidik_direviu(k: Konteks) -> str:
    """The hash of what a reviu is of: facts, texts and outline; other satkers' figures may move by themselves."""
    return sidik(replace(k, reviu=None, pembanding=Pembanding()))


def pernyataan_berlaku(satker: Satker, k: Konteks) -> PernyataanReviu | None:
    """The signed statement of the version that is being made, where it covers just this content."""
    laporan = Laporan.objects.filter(satker=satker, tahun=k.tahun, triwulan=TAHUNAN).first()
    reviu = reviu_laporan(laporan) if laporan else None
    if reviu is None or reviu.keadaan != KeadaanReviu.SELESAI or reviu.sidik != sidik_direviu(k):
        return None
    return pernyataan(reviu)


def pernyataan(r: Reviu) -> PernyataanReviu | None:
    """The statement as it was signed; none before that."""
    if r.keadaan != KeadaanReviu.SELESAI or r.tanggal is None:
        return None
    return PernyataanReviu(r.nama, r.jabatan, r.tempat, r.tanggal, r.nip, r.kapasitas, r.penjelas)


def halangan_reviu(laporan: Laporan, k: Konteks) -> str:
    """Return why a report cannot be approved for want of a reviu, with the remedy; an empty text where it can."""
    if laporan.triwulan != TAHUNAN or k.reviu is not None or not wajib_reviu(laporan.satker, laporan.tahun):
        return ""
    reviu = reviu_laporan(laporan)
    keadaan = reviu.keadaan if reviu else KeadaanReviu.BELUM
    sebab = {
        KeadaanReviu.BELUM: "Reviu itu belum dimulai. Mintalah APIP melakukannya",
        KeadaanReviu.BERJALAN: "Reviu itu masih berjalan. Tunggu sampai APIP menandatangani pernyataannya",
        KeadaanReviu.DISAMPAIKAN: "Catatan reviu sudah disampaikan. Tindak lanjuti, lalu tunggu pernyataan APIP",
        KeadaanReviu.SELESAI: "Isi laporan berubah sesudah pernyataan reviu ditandatangani. "
        "Mintalah APIP memeriksa perubahannya dan menandatangani pernyataan kembali",
    }
    return (
        "Laporan ini belum dapat disahkan: Sekretariat menetapkan bahwa laporan satker ini direviu APIP sebelum "
        f"ditandatangani (Permenpan RB 53/2014, Lampiran III huruf C). {sebab[KeadaanReviu(keadaan)]}."
    )


@dataclass(frozen=True, slots=True)
class BarisReviu:
    """One satker of the list of reviews of a year."""

    satker: Satker
    nama: str
    wajib: bool
    diatur: int
    """Version of the secretariat's setting, 0 where the kind decides."""
    laporan: Laporan | None
    reviu: Reviu | None

    @property
    def keadaan(self) -> KeadaanReviu:
        """Where the reviu stands."""
        return KeadaanReviu(self.reviu.keadaan) if self.reviu else KeadaanReviu.BELUM

    @property
    def menunggu(self) -> bool:
        """Whether the APIP is to act: a report was handed in, or a reviu was begun and is not over."""
        if self.laporan is None or self.laporan.keadaan == KeadaanLaporan.DISAHKAN:
            return False
        if self.reviu is not None:
            return self.keadaan is not KeadaanReviu.SELESAI
        return self.wajib and self.laporan.keadaan == KeadaanLaporan.DIAJUKAN


def daftar_reviu(pengguna: Any, tahun: int, ber_pk: frozenset[int]) -> list[BarisReviu]:
    """The satkers whose drafts the user may see and that have a PK, or are set, with their reviu; five queries."""
    diatur = {k.satker_id: k for k in KewajibanReviu.objects.filter(tahun=tahun)}
    semua = tanpa_sintetis(satker_dengan_izin(pengguna, Izin.LIHAT_DRAF)).filter(Q(pk__in=ber_pk) | Q(pk__in=diatur))
    laporan = Laporan.objects.filter(tahun=tahun, triwulan=TAHUNAN).annotate(banyak=Count("terbitan"))
    laporan = laporan.prefetch_related(Prefetch("reviu", Reviu.objects.all()))
    milik = {x.satker_id: x for x in laporan}
    return [_baris(s, diatur.get(s.pk), milik.get(s.pk)) for s in semua.order_by("kode", "singkatan")]


def _baris(satker: Satker, diatur: KewajibanReviu | None, laporan: Any) -> BarisReviu:
    wajib = satker.jenis in WAJIB_MENURUT_JENIS if diatur is None else diatur.wajib
    reviu = None
    if laporan is not None:
        sah = laporan.keadaan == KeadaanLaporan.DISAHKAN and laporan.banyak
        nomor = laporan.banyak if sah else laporan.banyak + 1
        reviu = next((r for r in laporan.reviu.all() if r.nomor == nomor), None)
    return BarisReviu(satker, satker.singkatan, wajib, diatur.versi if diatur else 0, laporan, reviu)
