"""Acts on the pictures of a report: taking one in, its words, another picture in its place, taking it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from lakin.berkas.gambar import GambarBersih
from lakin.berkas.services import periksa_gambar, simpan_gambar
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import hapus, rekam
from lakin.laporan.models import TAHUNAN, Foto, IsiFoto
from lakin.laporan.selectors import halangan_tulis_laporan
from lakin.laporan.selectors_foto import pemakaian_foto
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan

FOTO_TERBANYAK = 300
"""Pictures of one report: beyond this a page of them and a PDF become unusable."""


@dataclass(frozen=True, slots=True)
class KeteranganFoto:
    """The words of a picture."""

    judul: str
    teks_alternatif: str
    sumber: str = ""
    tanggal: date | None = None
    tempat: str = ""


def unggah_foto(*, satker: Satker, tahun: int, berkas: UploadedFile, oleh: Any) -> Foto:
    """Take a picture in; its words follow with ``ubah_foto``. Codes are never given twice."""
    bersih = periksa_gambar(berkas)
    with transaction.atomic():
        Satker.objects.select_for_update().get(pk=satker.pk)  # two uploads must not take one number
        if Foto.objects.filter(satker=satker, tahun=tahun).count() >= FOTO_TERBANYAK:
            raise GalatDomain(f"Satu laporan memuat paling banyak {FOTO_TERBANYAK} gambar. Hapus yang tidak dipakai.")
        foto = Foto(satker=satker, tahun=tahun, kode=_kode_baru(satker, tahun))
        _pasang(foto, bersih, berkas.name or "", oleh)
        rekam(foto, oleh=oleh, alamat=foto.alamat, alasan=_asal(foto))
    return foto


def ubah_foto(*, satker: Satker, tahun: int, kode: str, keterangan: KeteranganFoto, versi: int, oleh: Any) -> Foto:
    """Write the words of a picture; caption and alternative text are compulsory."""
    kurang = {}
    if not keterangan.judul.strip():
        kurang["judul"] = "Isi judul gambar: apa, di mana, kapan."
    if not keterangan.teks_alternatif.strip():
        kurang["teks_alternatif"] = "Isi teks alternatif: apa yang tampak, bagi yang tidak dapat melihat gambarnya."
    if kurang:
        raise GalatMedan(kurang)
    with transaction.atomic():
        lama, foto = _terkunci(satker, tahun, kode, versi, keterangan.judul)
        _tertulis(lama, keterangan.tempat)
        foto.judul = keterangan.judul.strip()
        foto.teks_alternatif = keterangan.teks_alternatif.strip()
        foto.sumber = keterangan.sumber.strip()
        foto.tanggal = keterangan.tanggal
        foto.tempat = keterangan.tempat
        foto.versi += 1
        rekam(foto, oleh=oleh, alamat=foto.alamat, lama=lama)
    return foto


def ganti_foto(*, satker: Satker, tahun: int, kode: str, berkas: UploadedFile, versi: int, oleh: Any) -> Foto:
    """Put another picture under the same code; texts follow, released reports keep the old one."""
    bersih = periksa_gambar(berkas)
    with transaction.atomic():
        lama, foto = _terkunci(satker, tahun, kode, versi, berkas.name or "")
        _tertulis(lama)
        _pasang(foto, bersih, berkas.name or "", oleh)
        foto.versi += 1
        rekam(foto, oleh=oleh, alamat=foto.alamat, lama=lama, alasan=_asal(foto))
    return foto


def hapus_foto(*, satker: Satker, tahun: int, kode: str, versi: int, oleh: Any) -> None:
    """Take a picture out of the report; refused while a text shows it."""
    with transaction.atomic():
        lama, _ = _terkunci(satker, tahun, kode, versi, "dihapus")
        if tempat := pemakaian_foto(satker, tahun).get(kode, ()):
            nama = "; ".join(p.judul for p in tempat)
            raise GalatDomain(
                f"Gambar {lama.judul or kode} masih dipakai pada: {nama}. Keluarkan dahulu dari tulisan itu."
            )
        _tertulis(lama)
        hapus(lama, oleh=oleh, alamat=lama.alamat)


def _tertulis(foto: Foto, tempat: str = "") -> None:
    """Refuse where a report that shows the picture, or would, takes no writing now; its state stays until the end."""
    triwulan = {p.triwulan for p in pemakaian_foto(foto.satker, foto.tahun).get(foto.kode, ())}
    for t in sorted(triwulan | ({TAHUNAN} if foto.tempat or tempat else set())):
        if halangan := halangan_tulis_laporan(foto.satker, foto.tahun, t, kunci=True):
            raise GalatDomain(halangan)


def _pasang(foto: Foto, bersih: GambarBersih, nama: str, oleh: Any) -> None:
    foto.berkas = simpan_gambar(bersih=bersih, nama=nama, oleh=oleh)
    foto.lebar, foto.tinggi = bersih.lebar, bersih.tinggi
    IsiFoto.objects.create(satker=foto.satker, tahun=foto.tahun, kode=foto.kode, berkas=foto.berkas)


def _asal(foto: Foto) -> str:
    """For the trail, which keeps no bytes: the file as its owner knows it, and what was made of it."""
    return f"Berkas {foto.berkas.nama}, sidik {foto.berkas.sidik}"


def _kode_baru(satker: Satker, tahun: int) -> str:
    """The next number: one that was deleted may still stand in an older version of a text."""
    terpakai = IsiFoto.objects.filter(satker=satker, tahun=tahun).values_list("kode", flat=True)
    return f"foto-{max((int(k.rpartition('-')[2]) for k in terpakai), default=0) + 1}"


def _terkunci(satker: Satker, tahun: int, kode: str, versi: int, milik: str) -> tuple[Foto, Foto]:
    """The stored row, locked, and a copy to change; both sides are told where somebody was faster."""
    semua = Foto.objects.select_related("satker", "berkas")
    lama = semua.select_for_update(of=("self",)).filter(satker=satker, tahun=tahun, kode=kode).first()
    if lama is None:
        raise GalatDomain("Gambar ini sudah tidak ada. Muat ulang halaman.")
    if lama.versi != versi:
        raise bentrok(lama.alamat, versi=lama.versi, kini=lama.judul, milik=milik)
    return lama, semua.get(pk=lama.pk)
