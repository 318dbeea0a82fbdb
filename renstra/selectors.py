"""Which plan is in force on a day, and which one a year is planned from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from lakin.angka import Nilai, Tiada
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from renstra.models import ButirPK, Indikator, PerjanjianKinerja, RevisiRenstra


def pk_berlaku(satker: Satker, tahun: int, pada: date | None = None) -> PerjanjianKinerja | None:
    """Return the PK in force on a day (31 December of the year where none is given)."""
    return (
        PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, berlaku_sejak__lte=pada or date(tahun, 12, 31))
        .select_related("revisi_renstra__renstra")
        .order_by("-berlaku_sejak")
        .first()
    )


def pk_terlihat(pengguna: Any, satker: Satker, tahun: int) -> QuerySet[PerjanjianKinerja]:
    """Return the revisions of a year's PK that a user may read: drafts are the satker's own."""
    semua = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).select_related(
        "satker", "revisi_renstra__renstra", "ditandatangani_oleh", "pindaian"
    )
    milik = boleh(pengguna, Izin.SUSUN_PK, satker) or boleh(pengguna, Izin.TANDATANGANI_PK, satker)
    return semua if milik else semua.filter(berlaku_sejak__isnull=False)


def alamat_draf_tertutup(pengguna: Any, satker: Satker) -> tuple[str, ...]:
    """Return where the trails of a satker's draft PKs begin, which a user may not read; they are its own."""
    if boleh(pengguna, Izin.SUSUN_PK, satker) or boleh(pengguna, Izin.TANDATANGANI_PK, satker):
        return ()
    draf = PerjanjianKinerja.objects.filter(satker=satker, berlaku_sejak=None)
    return tuple(f"{satker.kunci}/{tahun}/pk/{revisi}/" for tahun, revisi in draf.values_list("tahun", "revisi"))


def renstra_berlaku(satker: Satker, pada: date) -> RevisiRenstra | None:
    """Return the revision of the Renstra in force on a day."""
    return (
        RevisiRenstra.objects.filter(renstra__satker=satker, berlaku_sejak__lte=pada, renstra__awal__lte=pada.year)
        .select_related("renstra")
        .order_by("-renstra__awal", "-berlaku_sejak")
        .first()
    )


def renstra_terlihat(pengguna: Any, satker: Satker) -> QuerySet[RevisiRenstra]:
    """Return the revisions of a satker's Renstra that a user may read: drafts are the satker's own."""
    semua = RevisiRenstra.objects.filter(renstra__satker=satker).select_related("renstra")
    milik = boleh(pengguna, Izin.SUSUN_RENSTRA, satker) or boleh(pengguna, Izin.TETAPKAN_RENSTRA, satker)
    return semua if milik else semua.filter(berlaku_sejak__isnull=False)


def renstra_tahun(satker: Satker, tahun: int, hari_ini: date) -> RevisiRenstra | None:
    """Return the revision that a year is planned from: in force today, or on the year's nearest day.

    None where the period of that Renstra does not cover the year.
    """
    revisi = renstra_berlaku(satker, min(max(hari_ini, date(tahun, 1, 1)), date(tahun, 12, 31)))
    return revisi if revisi and revisi.renstra.awal <= tahun <= revisi.renstra.akhir else None


def target_renstra(indikator: Indikator, tahun: int) -> Nilai:
    """Return the target that the Renstra names for a year, kosong where it names none."""
    target = next((t for t in indikator.target.all() if t.tahun == tahun), None)
    return target.isi if target else Tiada.KOSONG


def butir_pk(pk: PerjanjianKinerja, kode: str) -> ButirPK | None:
    """Return the item of a PK for an indicator's code."""
    return pk.butir.select_related("indikator__garis_indikator").filter(indikator__kode=kode).first()
