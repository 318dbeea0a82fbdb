"""The parts that a new year takes over from the last: what each makes, and how it is undone.

A part makes nothing where the year already has its own; it answers with the addresses of what it made,
the keys of their trails.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils import timezone

from anggaran.models import Dipa
from anggaran.selectors import dipa_berlaku
from lakin.jejak.rekam import hapus, rekam
from lakin.jejak.services import catat
from lakin.laporan.models import KerangkaLaporan, Narasi
from lakin.laporan.naskah import AMBIL, alamat_narasi
from lakin.laporan.services_kerangka import alamat_kerangka, kembalikan_baku, salin_kerangka
from lakin.laporan.tahun_baru.teks import Pungutan, pungut
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import BarisData, Setelan, Uraian
from renstra.models import Dukungan, PerjanjianKinerja
from renstra.selectors import pk_berlaku, renstra_tahun
from renstra.services import hapus_draf_pk, susun_pk

REKOMENDASI = "tindak_lanjut"
"""The formula whose raw rows are the recommendations of the audit."""


@dataclass(frozen=True, slots=True)
class Tahun:
    """Whose year is begun, from which, by whom."""

    satker: Satker
    tahun: int
    dari: int
    oleh: Any

    @property
    def akar(self) -> str:
        """The beginning of every address of the new year."""
        return f"{self.satker.kunci}/{self.tahun}"


@dataclass(slots=True)
class Hasil:
    """What a part made: addresses, and sentences for whoever goes on with it."""

    alamat: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


class BagianTahun(ABC):
    """One part; ``kode`` is kept with what was taken, ``judul`` and ``arti`` are what the page says."""

    kode: ClassVar[str]
    judul: ClassVar[str]
    arti: ClassVar[str]

    @abstractmethod
    def terisi(self, t: Tahun) -> bool:
        """Whether the new year has its own already."""

    @abstractmethod
    def ada_asal(self, t: Tahun) -> bool:
        """Whether there is something to take over."""

    @abstractmethod
    def ambil(self, t: Tahun) -> Hasil:
        """Make it; called inside a transaction."""

    @abstractmethod
    def buang(self, t: Tahun, alamat: list[str]) -> None:
        """Take back what was made; nothing of it has been written on."""


class DrafPK(BagianTahun):
    """The PK from the Renstra, with the Rencana Aksi of the lineages that go on."""

    kode = "pk"
    judul = "Draf PK dan Rencana Aksi"
    arti = "Indikator dan target tahun itu dari Renstra yang berlaku; Rencana Aksi dan penanda tangan tahun lalu."

    def terisi(self, t: Tahun) -> bool:
        return PerjanjianKinerja.objects.filter(satker=t.satker, tahun=t.tahun).exists()

    def ada_asal(self, t: Tahun) -> bool:
        return renstra_tahun(t.satker, t.tahun, timezone.localdate()) is not None

    def ambil(self, t: Tahun) -> Hasil:
        pk = susun_pk(satker=t.satker, tahun=t.tahun, oleh=t.oleh)
        return Hasil([pk.alamat], [f"{pk.butir.count()} indikator dari {pk.revisi_renstra}."])

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        hapus_draf_pk(satker=t.satker, tahun=t.tahun, revisi=0, oleh=t.oleh)


class SetelanHitung(BagianTahun):
    """How the year is computed."""

    kode = "setelan"
    judul = "Setelan perhitungan"
    arti = "Rumus tujuan, batas capaian, dan skala predikat."

    def terisi(self, t: Tahun) -> bool:
        return Setelan.objects.filter(satker=t.satker, tahun=t.tahun).exists()

    def ada_asal(self, t: Tahun) -> bool:
        return Setelan.objects.filter(satker=t.satker, tahun=t.dari).exists()

    def ambil(self, t: Tahun) -> Hasil:
        baru = _kembar(Setelan.objects.get(satker=t.satker, tahun=t.dari), tahun=t.tahun)
        alamat = f"{t.akar}/setelan"
        rekam(baru, oleh=t.oleh, alamat=alamat, tindakan=AMBIL)
        return Hasil([alamat])

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        hapus(Setelan.objects.get(satker=t.satker, tahun=t.tahun), oleh=t.oleh, alamat=alamat[0])


class PohonAnggaran(BagianTahun):
    """The tree of the budget as a start: codes and names, no amounts."""

    kode = "anggaran"
    judul = "Kerangka pohon anggaran"
    arti = "Kode dan uraian dari DIPA tahun lalu, pagu kosong, dengan dukungannya kepada indikator; diganti DIPA."

    def terisi(self, t: Tahun) -> bool:
        return Dipa.objects.filter(satker=t.satker, tahun=t.tahun).exists()

    def ada_asal(self, t: Tahun) -> bool:
        return dipa_berlaku(t.satker, t.dari) is not None

    def ambil(self, t: Tahun) -> Hasil:
        asal = dipa_berlaku(t.satker, t.dari)
        assert asal is not None
        baru = Dipa(satker=t.satker, tahun=t.tahun, revisi=0, perubahan=f"Kerangka dari tahun {t.dari}, belum berpagu.")
        alamat = f"{t.akar}/dipa/0"
        rekam(baru, oleh=t.oleh, alamat=alamat, tindakan=AMBIL)
        simpul: dict[int, Any] = {}
        for s in asal.simpul.order_by("kode"):
            simpul[s.pk] = _kembar(s, dipa=baru, induk=simpul.get(s.induk_id or 0), sumber="")
            simpul[s.pk].save()
        ikatan = self._dukungan(t)
        # What is spent at its leaves is somebody's work too.
        milik = [alamat, f"{t.akar}/anggaran", f"{t.akar}/dukungan"]
        return Hasil(milik, [f"{len(simpul)} simpul tanpa pagu.", f"{ikatan} dukungan kepada indikator."])

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        Dukungan.objects.filter(satker=t.satker, tahun=t.tahun).delete()
        hapus(Dipa.objects.get(satker=t.satker, tahun=t.tahun, revisi=0), oleh=t.oleh, alamat=alamat[0])

    @staticmethod
    def _dukungan(t: Tahun) -> int:
        asal = Dukungan.objects.filter(satker=t.satker, tahun=t.dari)
        if Dukungan.objects.filter(satker=t.satker, tahun=t.tahun).exists():
            return 0
        baru = Dukungan.objects.bulk_create(_kembar(d, tahun=t.tahun, sumber=f"Diambil dari {t.dari}") for d in asal)
        catat(
            oleh=t.oleh, tindakan=AMBIL, alamat=f"{t.akar}/dukungan", sebelum=None, sesudah={"dukungan": len(baru)}
        )  # fmt: skip
        return len(baru)


class Kerangka(BagianTahun):
    """The outline of the reports, where the satker has its own."""

    kode = "kerangka"
    judul = "Kerangka laporan"
    arti = "Susunan LAKIN dan laporan triwulan, bila satker mempunyai susunannya sendiri."

    def terisi(self, t: Tahun) -> bool:
        return any(k.isi for k in self._milik(t, t.tahun))

    def ada_asal(self, t: Tahun) -> bool:
        return any(k.isi for k in self._milik(t, t.dari))

    def ambil(self, t: Tahun) -> Hasil:
        hasil = Hasil()
        ada = {k.triwulan: k.versi for k in self._milik(t, t.tahun)}
        for k in self._milik(t, t.dari):
            if k.isi:
                salin_kerangka(
                    satker=t.satker, tahun=t.tahun, dari=t.dari, versi=ada.get(k.triwulan, 0), oleh=t.oleh,
                    triwulan=k.triwulan,
                )  # fmt: skip
                hasil.alamat.append(alamat_kerangka(t.satker, t.tahun, k.triwulan))
        return hasil

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        for k in self._milik(t, t.tahun):
            if alamat_kerangka(t.satker, t.tahun, k.triwulan) in alamat:
                kembalikan_baku(
                    satker=t.satker, tahun=t.tahun, versi=k.versi, oleh=t.oleh, triwulan=k.triwulan
                )  # fmt: skip

    @staticmethod
    def _milik(t: Tahun, tahun: int) -> list[KerangkaLaporan]:
        return list(KerangkaLaporan.objects.filter(satker=t.satker, tahun=tahun))


class _Tulisan(BagianTahun):
    """Texts of one table; bound figures follow the new year by themselves, pictures stay behind."""

    def terisi(self, t: Tahun) -> bool:
        return any(self._berisi(self._milik(t, t.tahun)))

    def ada_asal(self, t: Tahun) -> bool:
        return any(self._berisi(self._milik(t, t.dari)))

    def ambil(self, t: Tahun) -> Hasil:
        hasil, jumlah = Hasil(), Pungutan()
        for asal in self._berisi(self._milik(t, t.dari)):
            isi = pungut(asal.isi, t.dari, jumlah)
            baru = self._baris(t, asal)
            lama = type(baru).objects.get(pk=baru.pk) if baru.pk else None
            baru.isi, baru.versi = isi, baru.versi + 1
            alamat = self._alamat(t, asal)
            rekam(baru, oleh=t.oleh, alamat=alamat, tindakan=AMBIL, alasan=f"Diambil dari {t.dari}", lama=lama)
            hasil.alamat.append(alamat)
        hasil.catatan = [f"{len(hasil.alamat)} tulisan.", *jumlah.kalimat(t.dari)]
        return hasil

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        for satu in self._milik(t, t.tahun):
            if (a := self._alamat(t, satu)) in alamat:
                hapus(satu, oleh=t.oleh, alamat=a)

    @staticmethod
    def _berisi(semua: Iterable[Any]) -> Iterable[Any]:
        return (s for s in semua if s.isi.get("content"))

    @abstractmethod
    def _milik(self, t: Tahun, tahun: int) -> Iterable[Any]: ...
    @abstractmethod
    def _baris(self, t: Tahun, asal: Any) -> Any: ...
    @abstractmethod
    def _alamat(self, t: Tahun, satu: Any) -> str: ...


class NarasiLaporan(_Tulisan):
    """The sections of the reports."""

    kode = "narasi"
    judul = "Narasi laporan"
    arti = "Tulisan bagian-bagian LAKIN dan laporan triwulan sebagai awal; angkanya mengikuti tahun yang baru."

    def _milik(self, t: Tahun, tahun: int) -> Iterable[Narasi]:
        return Narasi.objects.filter(satker=t.satker, tahun=tahun)

    def _baris(self, t: Tahun, asal: Narasi) -> Narasi:
        kunci = {"satker": t.satker, "tahun": t.tahun, "triwulan": asal.triwulan, "kode": asal.kode}
        return Narasi.objects.filter(**kunci).first() or Narasi(**kunci, versi=0)

    def _alamat(self, t: Tahun, satu: Narasi) -> str:
        return alamat_narasi(t.satker, t.tahun, satu.kode, satu.triwulan)


class UraianIndikator(_Tulisan):
    """The four headings of each indicator whose lineage goes on."""

    kode = "uraian"
    judul = "Uraian tiap indikator"
    arti = "Hasil, analisis, kendala, dan tindak lanjut tahun lalu dari indikator yang berlanjut, sebagai awal."

    def _milik(self, t: Tahun, tahun: int) -> Iterable[Uraian]:
        return Uraian.objects.filter(garis_indikator__in=_kode(t), tahun=tahun).order_by("pk")

    def _baris(self, t: Tahun, asal: Uraian) -> Uraian:
        kunci = {"garis_indikator": asal.garis_indikator, "tahun": t.tahun, "triwulan": asal.triwulan}
        return Uraian.objects.filter(**kunci, judul=asal.judul).first() or Uraian(**kunci, judul=asal.judul, versi=0)

    def _alamat(self, t: Tahun, satu: Uraian) -> str:
        return f"{t.akar}/{_kode(t)[satu.garis_indikator_id]}/uraian/tw{satu.triwulan}/{satu.judul}"


class RekomendasiTerbuka(BagianTahun):
    """Recommendations of the audit that were not followed up."""

    kode = "rekomendasi"
    judul = "Rekomendasi pengawasan yang belum selesai"
    arti = "Baris data rekomendasi yang belum ditindaklanjuti menjadi baris tahun yang baru."

    def terisi(self, t: Tahun) -> bool:
        return self._baris(t, t.tahun).exists()

    def ada_asal(self, t: Tahun) -> bool:
        return any(self._terbuka(t))

    def ambil(self, t: Tahun) -> Hasil:
        hasil, kode = Hasil(), _kode(t)
        for urut, asal in enumerate(self._terbuka(t), 1):
            baru = BarisData(
                garis_indikator=asal.garis_indikator, tahun=t.tahun, urut=urut, isi=dict(asal.isi),
                sumber=f"Rekomendasi {t.dari} yang belum selesai",
            )  # fmt: skip
            alamat = f"{t.akar}/{kode[asal.garis_indikator_id]}/baris/{urut}"
            rekam(baru, oleh=t.oleh, alamat=alamat, tindakan=AMBIL)
            hasil.alamat.append(alamat)
        hasil.catatan = [f"{len(hasil.alamat)} rekomendasi terbuka."]
        return hasil

    def buang(self, t: Tahun, alamat: list[str]) -> None:
        kode = _kode(t)
        for b in self._baris(t, t.tahun):
            if (a := f"{t.akar}/{kode[b.garis_indikator_id]}/baris/{b.urut}") in alamat:
                hapus(b, oleh=t.oleh, alamat=a)

    def _terbuka(self, t: Tahun) -> list[BarisData]:
        return [b for b in self._baris(t, t.dari) if b.isi.get("ditindaklanjuti") != "ya"]

    @staticmethod
    def _baris(t: Tahun, tahun: int) -> Any:
        return BarisData.objects.filter(
            garis_indikator__in=_kode(t), garis_indikator__indikator__rumus=REKOMENDASI, tahun=tahun
        ).distinct().order_by("garis_indikator", "urut")  # fmt: skip


SEMUA: tuple[BagianTahun, ...] = (
    DrafPK(), SetelanHitung(), PohonAnggaran(), Kerangka(), NarasiLaporan(), UraianIndikator(), RekomendasiTerbuka(),
)  # fmt: skip
"""In the order in which they are taken: what hangs on indicators comes after the PK."""


def _kode(t: Tahun) -> dict[int, str]:
    """The codes of the new year's indicators by lineage: of its draft PK, else of the last year's PK."""
    pk = PerjanjianKinerja.objects.filter(satker=t.satker, tahun=t.tahun).order_by("-revisi").first()
    pk = pk or pk_berlaku(t.satker, t.dari)
    return dict(pk.butir.values_list("indikator__garis_indikator", "indikator__kode")) if pk else {}


def _kembar(baris: Any, **ganti: Any) -> Any:
    """The same row once more, unsaved, with some of it changed."""
    baru = copy(baris)
    baru._state = copy(baris._state)
    baru.pk, baru._state.adding, baru._state.fields_cache = None, True, {}
    for nama, isi in ganti.items():
        setattr(baru, nama, isi)
    return baru
