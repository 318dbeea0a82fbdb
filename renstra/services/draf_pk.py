"""A draft of the Perjanjian Kinerja: proposed from the Renstra or copied from the one in force, and dropped again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from lakin.jejak.rekam import hapus, rekam
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from lakin.web.nilai import kolom
from renstra.enums import Garis
from renstra.models import (
    AnggaranPK,
    ButirPK,
    Indikator,
    PenandaTangan,
    PerjanjianKinerja,
    RencanaAksi,
    RevisiRenstra,
)
from renstra.selectors import pk_berlaku, renstra_tahun, target_renstra


def susun_pk(*, satker: Satker, tahun: int, oleh: Any, hari_ini: date | None = None) -> PerjanjianKinerja:
    """Draft the first PK of a year from the Renstra in force: its indicators with the targets of that year.

    The Rencana Aksi and the parties of the year before are taken over by lineage, as a start.
    """
    with transaction.atomic():
        if PerjanjianKinerja.objects.select_for_update().filter(satker=satker, tahun=tahun).exists():
            raise GalatDomain(f"PK {tahun} sudah ada. Buka PK itu, atau susun revisinya.")
        renstra = _renstra(satker, tahun, hari_ini)
        baru = PerjanjianKinerja(
            satker=satker, tahun=tahun, revisi=0, revisi_renstra=renstra, catatan="Draf, diusulkan dari Renstra."
        )
        rekam(baru, oleh=oleh, alamat=baru.alamat, tindakan="susun")
        lalu = pk_berlaku(satker, tahun - 1)
        rencana = _rencana_segaris(lalu)
        for urut, indikator in enumerate(indikator_renstra(renstra), 1):
            butir = _butir_usulan(baru, indikator, urut)
            RencanaAksi.objects.bulk_create(
                RencanaAksi(
                    butir=butir, triwulan=r.triwulan, fisik=r.fisik, kegiatan=r.kegiatan,
                    sumber=f"Diambil dari PK {tahun - 1}",
                )
                for r in rencana.get(indikator.garis_indikator_id, ())
            )  # fmt: skip
        _salin_baris(PenandaTangan.objects.filter(perjanjian=lalu), baru)
    return baru


def susun_revisi_pk(*, satker: Satker, tahun: int, dari: int, oleh: Any) -> PerjanjianKinerja:
    """Draft the next revision as a full copy of the PK in force, which ``dari`` names; the past is not touched."""
    with transaction.atomic():
        semua = PerjanjianKinerja.objects.select_for_update().filter(satker=satker, tahun=tahun)
        if semua.filter(berlaku_sejak=None).exists():
            raise GalatDomain("Sudah ada draf revisi PK. Selesaikan atau hapus draf itu dahulu.")
        lama = pk_berlaku(satker, tahun)
        if lama is None:
            raise GalatDomain(f"Belum ada PK {tahun} yang berlaku untuk disalin.")
        if lama.revisi != dari:
            raise GalatDomain("PK yang berlaku sudah berganti. Muat ulang halaman, lalu susun revisi dari yang baru.")
        baru = PerjanjianKinerja(
            satker=satker,
            tahun=tahun,
            revisi=(semua.aggregate(m=Max("revisi"))["m"] or 0) + 1,
            revisi_renstra=lama.revisi_renstra,
            catatan=f"Draf, salinan revisi {lama.revisi}.",
        )
        rekam(baru, oleh=oleh, alamat=baru.alamat, tindakan="susun")
        _salin(lama, baru)
    return baru


def ikuti_renstra(
    *, satker: Satker, tahun: int, revisi: int, oleh: Any, hari_ini: date | None = None
) -> PerjanjianKinerja:
    """Let a draft follow the Renstra in force: what is new comes with its target, what ended goes.

    Targets and plans of indicators whose lineage goes on stay as they were agreed.
    """
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        renstra = _renstra(satker, tahun, hari_ini)
        if renstra.pk == pk.revisi_renstra_id:
            raise GalatDomain("Draf ini sudah mengikuti Renstra yang berlaku.")
        ada = {b.indikator.garis_indikator_id: b for b in pk.butir.select_related("indikator")}
        sebelum = sorted(b.indikator.kode for b in ada.values())
        mengukur = list(indikator_renstra(renstra))
        pk.butir.exclude(indikator__garis_indikator__in=[i.garis_indikator_id for i in mengukur]).delete()
        for urut, indikator in enumerate(mengukur, 1):
            butir = ada.get(indikator.garis_indikator_id)
            if butir is None:
                _butir_usulan(pk, indikator, urut)
            else:
                ButirPK.objects.filter(pk=butir.pk).update(indikator=indikator, urut=urut)
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.revisi_renstra = renstra
        rekam(pk, oleh=oleh, alamat=pk.alamat, tindakan="ikuti renstra", lama=lama)
        catat(
            oleh=oleh, tindakan="ubah", alamat=f"{pk.alamat}/indikator",
            sebelum={"indikator": ", ".join(sebelum)},
            sesudah={"indikator": ", ".join(sorted(i.kode for i in mengukur))},
        )  # fmt: skip
    return pk


def tambah_butir(*, satker: Satker, tahun: int, revisi: int, kode: str, oleh: Any) -> ButirPK:
    """Take an indicator of the draft's Renstra into the draft, with the target that the Renstra names."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        indikator = pk.revisi_renstra.indikator.exclude(garis=Garis.DIHENTIKAN).filter(kode=kode).first()
        if indikator is None:
            raise GalatDomain(f"Indikator {kode} tidak ada dalam Renstra yang diikuti draf ini. Pilih dari daftar.")
        if pk.butir.filter(indikator=indikator).exists():
            raise GalatDomain(f"Indikator {kode} sudah ada dalam draf ini.")
        butir = ButirPK(
            perjanjian=pk, indikator=indikator, urut=indikator.urut, **kolom(target_renstra(indikator, tahun))
        )
        rekam(butir, oleh=oleh, alamat=f"{pk.alamat}/{kode}/target")
    return butir


def lepas_butir(*, satker: Satker, tahun: int, revisi: int, kode: str, oleh: Any) -> None:
    """Take an indicator out of a draft, with its plan; its trace tells what it was."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        butir = pk.butir.filter(indikator__kode=kode).first()
        if butir is None:
            raise GalatDomain(f"Indikator {kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
        hapus(butir, oleh=oleh, alamat=f"{pk.alamat}/{kode}/target")


def hapus_draf_pk(*, satker: Satker, tahun: int, revisi: int, oleh: Any) -> None:
    """Drop a draft; its trace tells that it was there."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        hapus(pk, oleh=oleh, alamat=pk.alamat)


def pk_terkunci(satker: Satker, tahun: int, revisi: int) -> PerjanjianKinerja:
    """Return a revision with its row locked."""
    pk = (
        PerjanjianKinerja.objects.select_for_update(of=("self",))
        .select_related("revisi_renstra__renstra")
        .filter(satker=satker, tahun=tahun, revisi=revisi)
        .first()
    )
    if pk is None:
        raise GalatDomain(f"Revisi {revisi} PK {tahun} sudah tidak ada. Muat ulang halaman.")
    pk.satker = satker
    return pk


def pk_terbuka(satker: Satker, tahun: int, revisi: int) -> PerjanjianKinerja:
    """Return a draft that takes changes, its row locked; what is in force or waits for the head is refused."""
    pk = pk_terkunci(satker, tahun, revisi)
    if not pk.draf:
        raise GalatDomain("PK yang sudah berlaku tidak dapat diubah. Susun revisi baru untuk mengubah target.")
    if not pk.terbuka:
        raise GalatDomain("Draf ini menunggu tanda tangan kepala. Tarik pengajuannya dahulu untuk mengubahnya.")
    return pk


def indikator_renstra(renstra: RevisiRenstra) -> QuerySet[Indikator]:
    """Return the indicators that a revision of the Renstra measures with, in its order."""
    return renstra.indikator.exclude(garis=Garis.DIHENTIKAN).order_by("urut", "kode")


def _renstra(satker: Satker, tahun: int, hari_ini: date | None) -> RevisiRenstra:
    renstra = renstra_tahun(satker, tahun, hari_ini or timezone.localdate())
    if renstra is None:
        raise GalatDomain(
            f"Tidak ada Renstra {satker.singkatan} yang berlaku untuk tahun {tahun}. Berlakukan Renstranya dahulu."
        )
    if not renstra.indikator.exists():
        raise GalatDomain(f"{renstra} belum memuat indikator. Lengkapi Renstranya dahulu.")
    return renstra


def _butir_usulan(pk: PerjanjianKinerja, indikator: Indikator, urut: int) -> ButirPK:
    return ButirPK.objects.create(
        perjanjian=pk, indikator=indikator, urut=urut, **kolom(target_renstra(indikator, pk.tahun))
    )


def _rencana_segaris(pk: PerjanjianKinerja | None) -> dict[int, list[RencanaAksi]]:
    """The plan of a PK by lineage of its indicators."""
    rencana: dict[int, list[RencanaAksi]] = {}
    for r in RencanaAksi.objects.filter(butir__perjanjian=pk).select_related("butir__indikator") if pk else ():
        rencana.setdefault(r.butir.indikator.garis_indikator_id, []).append(r)
    return rencana


def _salin(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> None:
    """Copy what hangs on a PK; the trace of the draft stands for all of it."""
    for butir in lama.butir.prefetch_related("rencana_aksi"):
        rencana = list(butir.rencana_aksi.all())
        butir.pk, butir.perjanjian = None, baru
        butir.save()
        RencanaAksi.objects.bulk_create(
            RencanaAksi(butir=butir, triwulan=r.triwulan, fisik=r.fisik, kegiatan=r.kegiatan, sumber=r.sumber)
            for r in rencana
        )
    _salin_baris(AnggaranPK.objects.filter(perjanjian=lama), baru)
    _salin_baris(PenandaTangan.objects.filter(perjanjian=lama), baru)


def _salin_baris(baris: Iterable[Any], baru: PerjanjianKinerja) -> None:
    for satu in baris:
        satu.pk, satu.perjanjian = None, baru
        satu.save()
