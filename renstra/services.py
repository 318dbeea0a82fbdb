"""Acts on the Perjanjian Kinerja: a revision is drafted as a copy, its targets written, put in force or dropped."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, Max

from lakin.angka import Nilai, Tiada, tulis, tulis_tanggal
from lakin.jejak.models import Jejak
from lakin.jejak.rekam import hapus, rekam
from lakin.jejak.selectors import riwayat
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain
from lakin.web.nilai import pasangan
from renstra.models import AnggaranPK, ButirPK, PenandaTangan, PerjanjianKinerja, RencanaAksi
from renstra.selectors import pk_berlaku


def alamat_target(pk: PerjanjianKinerja, kode: str) -> str:
    """Return the address of a target in one revision of a PK, the key of its trail."""
    return f"{pk.satker.kunci}/{pk.tahun}/pk/{pk.revisi}/{kode}/target"


def versi_target(alamat: str) -> int:
    """Return how often a target has been written: the version that its next writer must have seen."""
    return Jejak.objects.filter(alamat=alamat).count()


def versi_semua_target(pk: PerjanjianKinerja) -> dict[str, int]:
    """Return the versions of all targets of a PK that have been written, by address: one query."""
    alamat = Jejak.objects.filter(
        alamat__startswith=f"{pk.satker.kunci}/{pk.tahun}/pk/{pk.revisi}/", alamat__endswith="/target"
    )
    return dict(alamat.order_by().values_list("alamat").annotate(banyak=Count("pk")))


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
        rekam(baru, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/pk/{baru.revisi}", tindakan="susun")
        _salin(lama, baru)
    return baru


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
    for model in (AnggaranPK, PenandaTangan):
        for satu in model.objects.filter(perjanjian=lama):
            satu.pk, satu.perjanjian = None, baru
            satu.save()


def simpan_target(
    *, satker: Satker, tahun: int, revisi: int, kode: str, nilai: Nilai, versi: int, oleh: Any, alasan: str = ""
) -> ButirPK:
    """Write a target of a draft PK; a PK that is in force is never rewritten."""
    with transaction.atomic():
        pk = _draf(satker, tahun, revisi)
        lama = pk.butir.select_for_update(of=("self",)).select_related("indikator").filter(indikator__kode=kode).first()
        if lama is None:
            raise GalatDomain(f"Indikator {kode} tidak ada dalam draf PK ini. Pilih indikator yang tercantum.")
        _target_masuk_akal(kode, nilai)
        alamat = alamat_target(pk, kode)
        kini = versi_target(alamat)
        if kini != versi:
            jejak = riwayat(alamat, banyak=1).first()
            raise Bentrok(
                kini=tulis(lama.isi),
                milik=tulis(nilai),
                oleh=str(jejak.oleh or jejak.oleh_nama) if jejak else "",
                pada=jejak.pada if jejak else None,
                versi=kini,
            )
        baru = ButirPK.objects.get(pk=lama.pk)
        baru.nilai, baru.keadaan = pasangan(nilai)
        rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def berlakukan_pk(*, satker: Satker, tahun: int, revisi: int, sejak: date, nomor: str, oleh: Any) -> PerjanjianKinerja:
    """Put a draft in force from a day; what it replaces keeps its own days."""
    with transaction.atomic():
        pk = _draf(satker, tahun, revisi)
        if sejak.year != tahun:
            raise GalatDomain(f"PK {tahun} berlaku dalam tahun {tahun}. Isi tanggal pada tahun itu.", medan="sejak")
        akhir = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).aggregate(m=Max("berlaku_sejak"))["m"]
        if akhir and sejak <= akhir:
            raise GalatDomain(
                f"Revisi sebelumnya berlaku sejak {tulis_tanggal(akhir)}. Isi tanggal sesudahnya.", medan="sejak"
            )
        kosong = [b.indikator.kode for b in pk.butir.select_related("indikator") if b.isi is Tiada.KOSONG]
        if kosong:
            raise GalatDomain(f"Target belum diisi: {', '.join(kosong)}. Isi targetnya, atau N/A bila tidak ada.")
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.berlaku_sejak, pk.tanggal, pk.nomor, pk.catatan = sejak, sejak, nomor.strip(), ""
        rekam(pk, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/pk/{revisi}", tindakan="berlakukan", lama=lama)
    return pk


def hapus_draf_pk(*, satker: Satker, tahun: int, revisi: int, oleh: Any) -> None:
    """Drop a draft; its trace tells that it was there."""
    with transaction.atomic():
        pk = _draf(satker, tahun, revisi)
        hapus(pk, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/pk/{revisi}")


def _draf(satker: Satker, tahun: int, revisi: int) -> PerjanjianKinerja:
    pk = PerjanjianKinerja.objects.select_for_update().filter(satker=satker, tahun=tahun, revisi=revisi).first()
    if pk is None:
        raise GalatDomain(f"Revisi {revisi} PK {tahun} sudah tidak ada. Muat ulang halaman.")
    if pk.berlaku_sejak is not None:
        raise GalatDomain("PK yang sudah berlaku tidak dapat diubah. Susun revisi baru untuk mengubah target.")
    pk.satker = satker
    return pk


def _target_masuk_akal(kode: str, nilai: Nilai) -> None:
    if isinstance(nilai, Tiada):
        return
    if nilai == 0:
        raise GalatDomain(
            f"Target {kode} nol: capaian tidak dapat dihitung. Isi target lebih dari nol, "
            "atau N/A bila indikator ini tidak bertarget tahun ini."
        )
    if nilai < 0:
        raise GalatDomain(f"Target {kode} tidak boleh negatif. Isi target lebih dari nol.")
