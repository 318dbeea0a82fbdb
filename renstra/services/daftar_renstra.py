"""The lists of a draft: policy directions, regulations to come, names of units; each is written whole, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import transaction

from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.models import AktivitasArah, ArahKebijakan, Katalog, KerangkaRegulasi, Nomenklatur, RevisiRenstra
from renstra.services.isi_pk import versi_cocok
from renstra.services.revisi_renstra import alamat_renstra, draf_renstra

Baris = Sequence[str]
TERBANYAK = 300
"""Rows of a list."""


@dataclass(frozen=True, slots=True)
class KolomDaftar:
    """A column that people type: its field, its head, its longest text, whether it may stay empty."""

    medan: str
    judul: str
    panjang: int
    wajib: bool = False


@dataclass(frozen=True, slots=True)
class JenisDaftar:
    """A list of the document."""

    judul: str
    kolom: tuple[KolomDaftar, ...]


DAFTAR: dict[str, JenisDaftar] = {
    "arah": JenisDaftar(
        "Arah kebijakan",
        (
            KolomDaftar("arah", "Arah kebijakan", 200, wajib=True),
            KolomDaftar("unit", "Unit", 100),
            KolomDaftar("aktivitas", "Aktivitas", 250, wajib=True),
            KolomDaftar("sasaran", "Sasaran", 250),
            KolomDaftar("ukuran", "Kunci katalog ukurannya", 1000),
        ),
    ),
    "regulasi": JenisDaftar(
        "Kerangka regulasi",
        (
            KolomDaftar("nama", "Rancangan", 250, wajib=True),
            KolomDaftar("dasar", "Dasar", 250),
            KolomDaftar("penanggung_jawab", "Penanggung jawab", 100),
            KolomDaftar("institusi", "Institusi terkait", 250),
            KolomDaftar("target", "Target", 20),
        ),
    ),
    "nomenklatur": JenisDaftar(
        "Kerangka kelembagaan",
        (
            KolomDaftar("nama", "Unit", 200, wajib=True),
            KolomDaftar("singkatan", "Singkatan", 40),
            KolomDaftar("bidang_tugas", "Bidang tugas", 250),
        ),
    ),
}


def alamat_daftar(revisi: RevisiRenstra, jenis: str) -> str:
    """Return the key of a list's trail."""
    return f"{alamat_renstra(revisi)}/daftar/{jenis}"


def isi_daftar(revisi: RevisiRenstra, jenis: str) -> list[list[str]]:
    """Return a list as it would be typed, a row per activity, regulation or unit."""
    if jenis == "arah":
        hasil = []
        for a in revisi.arah_kebijakan.prefetch_related("aktivitas", "ukuran"):
            ukuran = ";".join(u.kunci for u in a.ukuran.all())
            hasil += [[a.nama, a.unit, x.nama, x.sasaran, ukuran] for x in a.aktivitas.all()]
        return hasil
    semua: Any = revisi.kerangka_regulasi if jenis == "regulasi" else revisi.nomenklatur
    return [[str(getattr(x, k.medan)) for k in DAFTAR[jenis].kolom] for x in semua.all()]


def simpan_daftar(
    *, satker: Satker, awal: int, nomor: int, jenis: str, baris: Sequence[Baris], versi: int, oleh: Any
) -> None:
    """Write one list of a draft in place of what stood there; raises GalatDomain naming the first wrong row."""
    if jenis not in DAFTAR:
        raise GalatDomain("Daftar ini tidak ada pada Renstra.")
    baru = _rapikan(jenis, baris)
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        lama = isi_daftar(revisi, jenis)
        alamat = alamat_daftar(revisi, jenis)
        versi_cocok(alamat, versi, kini=f"{len(lama)} baris", milik=f"{len(baru)} baris")
        if lama == baru:
            return
        if jenis == "arah":
            _tulis_arah(revisi, baru)
        elif jenis == "regulasi":
            revisi.kerangka_regulasi.all().delete()
            KerangkaRegulasi.objects.bulk_create(KerangkaRegulasi(revisi=revisi, **x) for x in _bernama(jenis, baru))
        else:
            revisi.nomenklatur.all().delete()
            Nomenklatur.objects.bulk_create(Nomenklatur(revisi=revisi, **x) for x in _bernama(jenis, baru))
        catat(oleh=oleh, tindakan="ubah", alamat=alamat, sebelum={"baris": lama}, sesudah={"baris": baru})


def _rapikan(jenis: str, baris: Sequence[Baris]) -> list[list[str]]:
    kolom = DAFTAR[jenis].kolom
    if len(baris) > TERBANYAK:
        raise GalatDomain(f"Daftar ini paling banyak {TERBANYAK} baris.")
    hasil = []
    for n, isi in enumerate(baris, 1):
        sel = [" ".join(x.split()) for x in isi]
        if len(sel) > len(kolom):
            raise GalatDomain(f"Baris {n} berisi {len(sel)} kolom; daftar ini mempunyai {len(kolom)}.")
        sel += [""] * (len(kolom) - len(sel))
        for k, teks in zip(kolom, sel, strict=True):
            if k.wajib and not teks:
                raise GalatDomain(f"Baris {n}: isi kolom {k.judul}.")
            if len(teks) > k.panjang:
                raise GalatDomain(f"Baris {n}: {k.judul} paling panjang {k.panjang} karakter.")
        hasil.append(sel)
    return hasil


def _bernama(jenis: str, baris: list[list[str]]) -> list[dict[str, Any]]:
    medan = [k.medan for k in DAFTAR[jenis].kolom]
    return [{"urut": n, **dict(zip(medan, isi, strict=True))} for n, isi in enumerate(baris, 1)]


def _tulis_arah(revisi: RevisiRenstra, baris: list[list[str]]) -> None:
    kunci = {k for isi in baris for k in isi[4].split(";") if k}
    entri = {k.kunci: k for k in Katalog.objects.filter(kunci__in=kunci)}
    if asing := sorted(kunci - set(entri)):
        raise GalatDomain(f"{', '.join(asing)} tidak ada pada katalog. Salin kuncinya dari halaman katalog.")
    revisi.arah_kebijakan.all().delete()
    for urut, ((nama, unit, ukuran), milik) in enumerate(groupby(baris, lambda x: (x[0], x[1], x[4])), 1):
        arah = ArahKebijakan.objects.create(revisi=revisi, urut=urut, nama=nama, unit=unit)
        arah.ukuran.set([entri[k] for k in ukuran.split(";") if k])
        nomor: dict[str, int] = {}
        AktivitasArah.objects.bulk_create(
            AktivitasArah(arah=arah, urut=n, nomor=str(nomor.setdefault(x[2], len(nomor) + 1)), nama=x[2], sasaran=x[3])
            for n, x in enumerate(milik, 1)
        )
