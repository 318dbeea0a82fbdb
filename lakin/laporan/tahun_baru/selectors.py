"""Where the beginning of a year stands: what was taken, what can be taken back, what needs a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from anggaran.models import Pagu, TargetSerapan
from lakin.alur.models import Periode
from lakin.angka import Tiada
from lakin.jejak.models import Jejak
from lakin.laporan.models import AmbilanTahun
from lakin.laporan.naskah import AMBIL
from lakin.laporan.tahun_baru.bagian import SEMUA, Tahun
from lakin.organisasi.models import Pegawai, Satker
from renstra.models import PerjanjianKinerja
from renstra.selectors import renstra_tahun
from renstra.services import halangan_ajukan_pk

BERCABANG = 5
"""Parts of up to so many addresses (a PK, a tree) have others below them; texts, which are many, have none."""


@dataclass(frozen=True, slots=True)
class KeadaanBagian:
    """One part on the page."""

    kode: str
    judul: str
    arti: str
    ambilan: AmbilanTahun | None
    halangan: str
    """Why it cannot be taken back."""
    terisi: bool
    ada_asal: bool


@dataclass(frozen=True, slots=True)
class PerluOrang:
    """Something that no machine can fill in, and where it is done."""

    apa: str
    url: str


def keadaan_tahun(satker: Satker, tahun: int) -> list[KeadaanBagian]:
    """Return every part with where it stands."""
    t = Tahun(satker, tahun, tahun - 1, None)
    ada = {a.jenis: a for a in AmbilanTahun.objects.filter(satker=satker, tahun=tahun).select_related("oleh")}
    return [
        KeadaanBagian(
            b.kode, b.judul, b.arti, a := ada.get(b.kode), penghalang_batal(a) if a else "", b.terisi(t), b.ada_asal(t)
        )
        for b in SEMUA
    ]


def penghalang_batal(ambilan: AmbilanTahun) -> str:
    """Return why a part stays: what somebody has written on since, or an empty text."""
    milik = Q(alamat__in=ambilan.alamat)
    for alamat in ambilan.alamat if len(ambilan.alamat) <= BERCABANG else ():
        milik |= Q(alamat__startswith=f"{alamat}/")
    rantai = Jejak.objects.filter(rantai__nama=ambilan.satker.kunci, urut__gt=ambilan.urut)
    ditulis = sorted(set(rantai.filter(milik).values_list("alamat", flat=True)))
    if not ditulis:
        return ""
    sebut = ", ".join(a.split("/", 2)[2] for a in ditulis[:3]) + (" dan lainnya" if len(ditulis) > 3 else "")
    return f"Sudah dikerjakan: {sebut}. Bagian ini tidak dapat dibatalkan lagi."


def masih_ambilan(satker: Satker, tahun: int) -> set[str]:
    """Return the addresses of texts that were taken over and that nobody has rewritten since."""
    milik = AmbilanTahun.objects.filter(satker=satker, tahun=tahun, jenis__in=["narasi", "uraian"])
    alamat = [a for ambilan in milik for a in ambilan.alamat]
    terakhir: dict[str, str] = {}
    jejak = Jejak.objects.filter(rantai__nama=satker.kunci, alamat__in=alamat).order_by("urut")
    terakhir.update(jejak.values_list("alamat", "tindakan"))
    return {a for a, tindakan in terakhir.items() if tindakan == AMBIL}


def perlu_orang(satker: Satker, tahun: int) -> Iterator[PerluOrang]:
    """Yield what a person still has to do before the year can be reported on."""
    kunci = {"satker": satker, "tahun": tahun}
    pk = PerjanjianKinerja.objects.filter(**kunci).order_by("-revisi").first()
    url_pk = reverse("pk", args=[satker.kunci, tahun])
    if renstra_tahun(satker, tahun, timezone.localdate()) is None:
        url = reverse("daftar_renstra", args=[satker.kunci])
        yield PerluOrang(f"Tidak ada Renstra yang mencakup {tahun}; tanpa itu PK tidak dapat disusun.", url)
    elif pk is None:
        yield PerluOrang("PK belum disusun.", url_pk)
    if pk is not None and pk.draf:
        yield from (PerluOrang(k, url_pk) for k in halangan_ajukan_pk(pk))
        yield PerluOrang("PK belum ditandatangani.", url_pk)
    if not Pagu.objects.filter(simpul__dipa__satker=satker, simpul__dipa__tahun=tahun).exists():
        yield PerluOrang("DIPA belum dimuat: pohon anggaran belum berpagu.", "")
    serapan = TargetSerapan.objects.filter(**kunci).first()
    if serapan is None or serapan.isi is Tiada.KOSONG:
        yield PerluOrang("Target penyerapan anggaran belum ditetapkan.", "")
    if not Pegawai.objects.filter(**kunci).exists():
        yield PerluOrang("Jumlah pegawai tahun ini belum diisi.", "")
    if banyak := len(masih_ambilan(satker, tahun)):
        url = reverse("daftar_narasi", args=[satker.kunci, tahun])
        yield PerluOrang(f"{banyak} tulisan masih seperti tahun lalu; sunting satu per satu.", url)
    if not Periode.objects.filter(**kunci).exists():
        yield PerluOrang("Periode triwulan belum dibuka; Sekretariat membukanya.", "")
