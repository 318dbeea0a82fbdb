"""What can be compared: an indicator of the catalogue, by its key or its printed code, or the budget's performance."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from lakin.banding.models import NilaiPembanding
from lakin.banding.tanya import TINGKAT
from lakin.capaian.banding import EFISIENSI, NKA, SERAPAN
from lakin.capaian.fakta import Klasifikasi
from lakin.web.galat import GalatDomain
from renstra.models import Indikator, Katalog


@dataclass(frozen=True, slots=True)
class Pokok:
    """The subject of a comparison; ``kode`` is the printed one, which is no key."""

    kunci: str
    nama: str
    kode: str = ""
    satuan: str = ""
    klasifikasi: Klasifikasi = Klasifikasi.MAKSIMASI


POKOK_ANGGARAN = {
    NKA: Pokok(NKA, "Nilai kinerja anggaran", satuan="Nilai"),
    SERAPAN: Pokok(SERAPAN, "Serapan anggaran", satuan="%"),
    EFISIENSI: Pokok(EFISIENSI, "Efisiensi anggaran", satuan="Nilai"),
}
"""What is compared of the budget, the same way as an indicator."""


def indikator_berlaku(tingkat: str, tahun: int, *, sintetis: bool = False) -> QuerySet[Indikator]:
    """Return the indicators that satkers of a level plan in a year; made-up revisions are no document."""
    return Indikator.objects.filter(
        revisi__renstra__satker__sintetis=sintetis,
        revisi__renstra__satker__jenis__in=TINGKAT[tingkat][1],
        revisi__renstra__awal__lte=tahun,
        revisi__renstra__akhir__gte=tahun,
        revisi__berlaku_sejak__isnull=False,
        revisi__sintetis=sintetis,
        katalog__isnull=False,
    )


def pilihan_pokok(tingkat: str, tahun: int, *, sintetis: bool = False) -> list[Pokok]:
    """Return what satkers of a level can be compared by in a year."""
    kunci = _kunci(tingkat, tahun, sintetis=sintetis)
    semua = [_pokok(k) for k in Katalog.objects.filter(kunci__in=kunci).order_by("kode_bskji", "nama")]
    return [*semua, *(p for p in POKOK_ANGGARAN.values() if p.kunci != NKA or NKA in kunci)] if kunci else semua


def pokok_bernama(sebutan: str, tingkat: str, tahun: int, *, sintetis: bool = False) -> Pokok:
    """Return the subject with this key or printed code.

    A code that stands for several is narrowed to those that satkers of the level have. Raises
    GalatDomain for one that is not known, and with its candidates for one that stays ambiguous.
    """
    if sebutan.casefold() in POKOK_ANGGARAN:
        return POKOK_ANGGARAN[sebutan.casefold()]
    sama = Katalog.objects.filter(kunci=sebutan).first()
    if sama:
        return _pokok(sama)
    calon = list(Katalog.objects.filter(kode_bskji__iexact=sebutan).order_by("kunci")) if sebutan else []
    if len(calon) > 1:
        kunci = _kunci(tingkat, tahun, sintetis=sintetis)
        calon = [k for k in calon if k.kunci in kunci] or calon
    if not calon:
        raise GalatDomain(
            f"Indikator {sebutan or '(kosong)'} tidak ada dalam katalog. Sebutkan kunci katalog atau kode BSKJI-nya."
        )
    if len(calon) > 1:
        daftar = "; ".join(f"{k.kunci} ({k.nama})" for k in calon)
        raise GalatDomain(f"Kode {sebutan} dipakai beberapa indikator. Sebutkan kuncinya: {daftar}.")
    return _pokok(calon[0])


def _kunci(tingkat: str, tahun: int, *, sintetis: bool) -> set[str]:
    tercatat = NilaiPembanding.objects.filter(
        tahun=tahun, satker__jenis__in=TINGKAT[tingkat][1], satker__sintetis=sintetis
    )
    kunci = set(tercatat.order_by().values_list("kunci", flat=True).distinct())
    rencana = (
        indikator_berlaku(tingkat, tahun, sintetis=sintetis)
        .order_by()
        .values_list("katalog__kunci", flat=True)
        .distinct()
    )
    return kunci | {k for k in rencana if k}


def _pokok(k: Katalog) -> Pokok:
    return Pokok(k.kunci, k.nama, k.kode_bskji, k.satuan, Klasifikasi(k.klasifikasi))
