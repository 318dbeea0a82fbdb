"""What the home pages and the list of satkers read: states and completeness, never a draft's values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from lakin.alur.enums import Keadaan as KeadaanPeriode
from lakin.alur.models import Periode
from lakin.angka import nama_triwulan
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import NamaSatker, Pengguna, Satker
from lakin.organisasi.selectors import satker_dengan_izin, tanpa_sintetis
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.web.nilai import Keadaan
from renstra.models import ButirPK, PerjanjianKinerja

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Lengkap:
    """One triwulan of a satker: its period and how many indicators are filled."""

    triwulan: int
    periode: Periode | None
    terisi: int
    jumlah: int

    @property
    def penuh(self) -> bool:
        """Whether nothing is missing."""
        return self.terisi == self.jumlah


@dataclass(frozen=True, slots=True)
class BarisSatker:
    """One satker of the list: its name of the year, its triwulans where it has a PK."""

    satker: Satker
    nama: str
    triwulan: tuple[Lengkap, ...] = field(default=())

    @property
    def ada_pk(self) -> bool:
        """Whether there is something to measure against that year."""
        return bool(self.triwulan)


def satker_tampak(pengguna: Any, cari: str = "") -> QuerySet[Satker]:
    """Return the satkers that the user may list, narrowed by words of their name, code or singkatan."""
    milik = tanpa_sintetis(satker_dengan_izin(pengguna, Izin.LIHAT_RINGKAS), cari)
    semua = milik.select_related("induk").prefetch_related("nama")
    for kata in cari.split():
        cocok = NamaSatker.objects.filter(nama__icontains=kata).values("satker")
        semua = semua.filter(Q(kode__startswith=kata) | Q(singkatan__icontains=kata) | Q(pk__in=cocok))
    return semua


def tahun_ber_pk() -> list[int]:
    """Return the years for which any satker has a PK, newest first."""
    return list(
        PerjanjianKinerja.objects.filter(berlaku_sejak__isnull=False)
        .order_by("-tahun").values_list("tahun", flat=True).distinct()
    )  # fmt: skip


def daftar(satker: Iterable[Satker], tahun: int) -> list[BarisSatker]:
    """Return satkers with their completeness in a year, those with a PK first."""
    satker = list(satker)
    garis = _garis_pk(satker, tahun)
    periode = {(p.satker_id, p.triwulan): p for p in Periode.objects.filter(tahun=tahun).select_related("satker")}
    isi = _terisi(tahun)
    akhir_tahun = date(tahun, 12, 31)
    baris = []
    for s in satker:
        nama = s.nama_pada(akhir_tahun)
        milik = garis.get(s.pk, ())
        triwulan = tuple(
            Lengkap(tw, periode.get((s.pk, tw)), sum(1 for g in milik if g in isi[tw]), len(milik)) for tw in TRIWULAN
        )
        baris.append(BarisSatker(s, nama.nama if nama else s.singkatan, triwulan if milik else ()))
    return sorted(baris, key=lambda b: not b.ada_pk)


@dataclass(frozen=True, slots=True)
class Rekap:
    """One triwulan over all satkers: how many are complete, how many stand where."""

    nama: str
    lengkap: int
    keadaan: tuple[tuple[str, int], ...]


def rekap(baris: Iterable[BarisSatker]) -> list[Rekap]:
    """Return the count of states per triwulan over satkers with a PK."""
    ber_pk = [b for b in baris if b.ada_pk]
    hasil = []
    for tw in TRIWULAN:
        milik = [b.triwulan[tw - 1] for b in ber_pk]
        jumlah = Counter(t.periode.keadaan for t in milik if t.periode)
        keadaan = tuple((str(k.label), jumlah[k]) for k in KeadaanPeriode if jumlah[k])
        hasil.append(Rekap(nama_triwulan(tw), sum(1 for t in milik if t.penuh), keadaan))
    return hasil


def _garis_pk(satker: list[Satker], tahun: int) -> dict[int, list[int]]:
    """The lineages of the PK in force on 31 December, per satker."""
    berlaku: dict[int, int] = {}
    pk = PerjanjianKinerja.objects.filter(satker__in=satker, tahun=tahun, berlaku_sejak__lte=date(tahun, 12, 31))
    for nomor, pemilik in pk.order_by("berlaku_sejak").values_list("pk", "satker_id"):
        berlaku[pemilik] = nomor
    garis: dict[int, list[int]] = defaultdict(list)
    butir = ButirPK.objects.filter(perjanjian__in=berlaku.values())
    for pemilik, g in butir.values_list("perjanjian__satker_id", "indikator__garis_indikator_id"):
        garis[pemilik].append(g)
    return garis


def _terisi(tahun: int) -> dict[int, set[int]]:
    """Lineages that are filled, per triwulan: physical progress, and at the year's end the realisasi too."""
    ada: dict[tuple[int, str], set[int]] = defaultdict(set)
    sel = Realisasi.objects.filter(tahun=tahun).exclude(keadaan=Keadaan.KOSONG)
    for g, tw, jenis in sel.values_list("garis_indikator_id", "triwulan", "jenis"):
        ada[tw, jenis].add(g)
    bernilai = ada[4, JenisRealisasi.NILAI]
    for model in (BarisData, Penggantian):
        bernilai.update(model.objects.filter(tahun=tahun).values_list("garis_indikator_id", flat=True))
    fisik = {tw: ada[tw, JenisRealisasi.FISIK] for tw in TRIWULAN}
    fisik[4] = fisik[4] & bernilai
    return fisik


def daftar_pengguna(cari: str = "") -> QuerySet[Pengguna]:
    """Return the people with their roles, for the administrator."""
    semua = Pengguna.objects.prefetch_related("penugasan__satker").order_by("username")
    for kata in cari.split():
        semua = semua.filter(Q(username__icontains=kata) | Q(nama__icontains=kata))
    return semua
