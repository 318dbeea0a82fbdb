"""Acts on realisasi: one transaction, the period checked, the version checked, one trace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from lakin.alur.selectors import halangan_ubah
from lakin.angka import Nilai, Tiada, tulis, tulis_isian
from lakin.capaian.deklarasi import periksa_baris
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import hapus, rekam
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.isi import baca_isi, tulis_isi
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.web.galat import GalatDomain, GalatMedan
from renstra.models import Indikator
from renstra.selectors import butir_pk, pk_berlaku


def indikator_pk(satker: Satker, tahun: int, kode: str) -> Indikator:
    """Return the indicator that the PK in force names by this code, or refuse with the reason."""
    pk = pk_berlaku(satker, tahun)
    butir = butir_pk(pk, kode) if pk else None
    if butir is None:
        raise GalatDomain(
            f"Indikator {kode} tidak ada dalam Perjanjian Kinerja {tahun} {satker.singkatan}. "
            "Pilih indikator yang tercantum dalam PK yang berlaku."
        )
    return butir.indikator


def simpan_realisasi(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    triwulan: int,
    jenis: JenisRealisasi,
    nilai: Nilai,
    versi: int,
    oleh: Any,
    alasan: str = "",
    sumber: str = "",
) -> Realisasi:
    """Write one cell: physical progress (cumulative %) or the value at the end of a triwulan.

    ``versi`` is the version that the writer saw, 0 for an empty cell.
    """
    alamat = alamat_sel(satker, tahun, kode, triwulan, jenis)
    with transaction.atomic():
        _terbuka(satker, tahun, triwulan)
        indikator = indikator_pk(satker, tahun, kode)
        _nilai_masuk_akal(jenis, nilai)
        sel = Realisasi.objects.select_for_update().filter(
            garis_indikator=indikator.garis_indikator, tahun=tahun, triwulan=triwulan, jenis=jenis
        )
        lama = sel.first()
        desimal = indikator.desimal if jenis == JenisRealisasi.NILAI else None
        kini = tulis_isian(lama.isi, desimal) if lama and not isinstance(lama.isi, Tiada) else ""
        _versi_cocok(lama, versi, alamat, tulis(nilai), kini)
        if jenis == JenisRealisasi.FISIK:
            _tidak_turun(indikator, tahun, triwulan, nilai)
        baru = sel.first() or Realisasi(
            garis_indikator=indikator.garis_indikator, tahun=tahun, triwulan=triwulan, jenis=jenis, versi=0
        )
        baru.isi = nilai
        baru.sumber = sumber or baru.sumber
        if lama is None and nilai is Tiada.KOSONG:
            return baru  # nothing stood there and nothing was written
        if lama is None or lama.isi != nilai:
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def simpan_baris(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    urut: int | None,
    isi: Mapping[str, Nilai | str],
    versi: int,
    oleh: Any,
    tanggal: date | None = None,
    sumber: str = "",
    alasan: str = "",
) -> BarisData:
    """Write one raw row of an indicator's formula; ``urut`` None adds a row."""
    with transaction.atomic():
        _terbuka(satker, tahun, triwulan_dari(tanggal, tahun))
        indikator = indikator_pk(satker, tahun, kode)
        _isi_sah(indikator, tahun, isi)
        semua = BarisData.objects.filter(garis_indikator=indikator.garis_indikator, tahun=tahun)
        lama = semua.select_for_update().filter(urut=urut).first() if urut is not None else None
        if lama:
            _terbuka(satker, tahun, triwulan_dari(lama.tanggal, tahun))
        if urut is None:
            urut = (semua.aggregate(m=models.Max("urut"))["m"] or 0) + 1
        alamat = f"{satker.kunci}/{tahun}/{kode}/baris/{urut}"
        _versi_cocok(lama, versi, alamat, _ringkas(tulis_isi(isi)), _ringkas(lama.isi) if lama else "")
        baru = (
            BarisData.objects.get(pk=lama.pk)
            if lama
            else BarisData(garis_indikator=indikator.garis_indikator, tahun=tahun, urut=urut, versi=0)
        )
        baru.isi, baru.tanggal, baru.sumber = tulis_isi(isi), tanggal, sumber or baru.sumber
        if lama is None or (lama.isi, lama.tanggal) != (baru.isi, baru.tanggal):
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def hapus_baris(*, satker: Satker, tahun: int, kode: str, urut: int, versi: int, oleh: Any, alasan: str = "") -> None:
    """Delete one raw row; its trace keeps what it held."""
    alamat = f"{satker.kunci}/{tahun}/{kode}/baris/{urut}"
    with transaction.atomic():
        indikator = indikator_pk(satker, tahun, kode)
        lama = (
            BarisData.objects.select_for_update()
            .filter(garis_indikator=indikator.garis_indikator, tahun=tahun, urut=urut)
            .first()
        )
        if lama is None:
            raise GalatDomain(f"Baris {urut} sudah tidak ada. Muat ulang halaman untuk melihat keadaan terakhir.")
        _terbuka(satker, tahun, triwulan_dari(lama.tanggal, tahun))
        _versi_cocok(lama, versi, alamat, "dihapus", _ringkas(lama.isi))
        hapus(lama, oleh=oleh, alamat=alamat, alasan=alasan)


def ganti_nilai(
    *, satker: Satker, tahun: int, kode: str, nilai: Nilai, alasan: str, oleh: Any, sumber: str = ""
) -> Penggantian | None:
    """Let a recorded value stand in for the computed one, with its reason; kosong takes it away again."""
    alamat = f"{satker.kunci}/{tahun}/{kode}/penggantian"
    with transaction.atomic():
        _terbuka(satker, tahun, 4)
        indikator = indikator_pk(satker, tahun, kode)
        garis = indikator.garis_indikator
        lama = Penggantian.objects.select_for_update().filter(garis_indikator=garis, tahun=tahun).first()
        if isinstance(nilai, Tiada):
            if lama:
                hapus(lama, oleh=oleh, alamat=alamat, alasan=alasan)
            return None
        if not alasan.strip():
            raise GalatDomain(
                "Alasan penggantian belum diisi. Tulis mengapa nilai ini menggantikan hasil hitungan; "
                "alasan itu tercetak di mana pun angka ini dijelaskan.",
                medan="alasan",
            )
        baru = Penggantian.objects.get(pk=lama.pk) if lama else Penggantian(garis_indikator=garis, tahun=tahun)
        baru.nilai, baru.alasan, baru.sumber = nilai, alasan.strip(), sumber or baru.sumber
        rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan.strip(), lama=lama)
    return baru


def alamat_sel(satker: Satker, tahun: int, kode: str, triwulan: int, jenis: str) -> str:
    """Return the address of a cell; the same string is the key of its trail and explanation."""
    akar = f"{satker.kunci}/{tahun}/{kode}"
    if jenis == JenisRealisasi.FISIK:
        return f"{akar}/fisik/tw{triwulan}/realisasi"
    return f"{akar}/realisasi/tw{triwulan}"


def kode_sel(id_sel: str) -> tuple[str, JenisRealisasi]:
    """Return the indicator and the kind that the id of a field names."""
    kode = id_sel.removeprefix("sel-")
    if kode.endswith("-fisik"):
        return kode.removesuffix("-fisik"), JenisRealisasi.FISIK
    return kode, JenisRealisasi.NILAI


def triwulan_dari(tanggal: date | None, tahun: int) -> int:
    """Return the triwulan from which a raw row counts; without a date it belongs to the year's end.

    A row of an earlier year that is claimed this year counts from the first triwulan on.
    """
    if tanggal is None or tanggal.year > tahun:
        return 4
    return (tanggal.month - 1) // 3 + 1 if tanggal.year == tahun else 1


def _terbuka(satker: Satker, tahun: int, triwulan: int) -> None:
    halangan = halangan_ubah(satker, tahun, triwulan, kunci=True)
    if halangan:
        raise GalatDomain(halangan)


def _nilai_masuk_akal(jenis: str, nilai: Nilai) -> None:
    if jenis == JenisRealisasi.FISIK and not isinstance(nilai, Tiada) and not 0 <= nilai <= 100:
        raise GalatDomain(
            f"Kemajuan fisik {tulis(nilai)}% tidak mungkin: kemajuan kumulatif antara 0 dan 100 persen. "
            "Isi persentase sampai dengan triwulan ini."
        )


def _tidak_turun(indikator: Indikator, tahun: int, triwulan: int, nilai: Nilai) -> None:
    """Physical progress is cumulative: it cannot fall from one triwulan to the next."""
    if isinstance(nilai, Tiada):
        return
    tetangga = Realisasi.objects.filter(
        garis_indikator=indikator.garis_indikator, tahun=tahun, jenis=JenisRealisasi.FISIK, keadaan="ada"
    )
    lalu = tetangga.filter(triwulan__lt=triwulan).order_by("-triwulan").first()
    if lalu and lalu.nilai is not None and lalu.nilai > nilai:
        raise GalatDomain(
            f"Kemajuan fisik {tulis(nilai)}% lebih kecil daripada triwulan {lalu.triwulan} ({tulis(lalu.isi)}%). "
            "Kemajuan kumulatif tidak dapat turun; perbaiki isian ini atau triwulan sebelumnya."
        )
    kelak = tetangga.filter(triwulan__gt=triwulan).order_by("triwulan").first()
    if kelak and kelak.nilai is not None and kelak.nilai < nilai:
        raise GalatDomain(
            f"Kemajuan fisik {tulis(nilai)}% lebih besar daripada triwulan {kelak.triwulan} ({tulis(kelak.isi)}%). "
            "Kemajuan kumulatif tidak dapat turun; perbaiki isian ini atau triwulan sesudahnya."
        )


def _isi_sah(indikator: Indikator, tahun: int, isi: Mapping[str, Nilai | str]) -> None:
    rumus = cari_rumus(indikator.rumus, tahun)
    if rumus is None:
        raise GalatDomain(f"Indikator {indikator.kode} tidak dihitung dari baris data; isi realisasinya langsung.")
    masalah = periksa_baris(rumus, isi)
    if masalah:
        raise GalatMedan({m.medan: m.pesan for m in masalah})


def _versi_cocok(lama: Realisasi | BarisData | None, versi: int, alamat: str, milik: str, kini: str) -> None:
    ada = lama.versi if lama else 0
    if ada != versi:
        raise bentrok(alamat, versi=ada, kini=kini, milik=milik)


def _ringkas(isi: Mapping[str, Any]) -> str:
    return "; ".join(f"{medan} {baca_isi(teks)}" for medan, teks in isi.items() if teks)
