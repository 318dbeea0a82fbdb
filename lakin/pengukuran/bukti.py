"""Acts on evidence: taking a file in, letting it prove another figure too, its words, taking it from a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from lakin.alur.selectors import halangan_ubah
from lakin.berkas.dokumen import dokumen_sah
from lakin.berkas.models import Berkas
from lakin.berkas.services import nama_asli, simpan_dokumen
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import hapus, potret, rekam
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors_bukti import alamat_dikenal, triwulan_alamat
from lakin.web.galat import GalatDomain, GalatMedan

BUKTI_TERBANYAK = 60
"""Pieces of evidence of one address: beyond this nobody looks at them."""
_PEMISAH = re.compile(r"[_\s]+")


@dataclass(frozen=True, slots=True)
class KeteranganBukti:
    """The words of a piece of evidence, as the annex prints them."""

    perihal: str = ""
    nomor: str = ""
    tanggal: date | None = None


def unggah_bukti(
    *, satker: Satker, tahun: int, alamat: str, berkas: UploadedFile, keterangan: KeteranganBukti, oleh: Any
) -> Bukti:
    """Take a file in as evidence of an address; without words it is called as its file.

    A content that the satker has already handed in is kept once.
    """
    _boleh_di(satker, tahun, alamat)  # before a large file is read; again below, where the period is locked
    with dokumen_sah(berkas) as dokumen, transaction.atomic():
        _terbuka(satker, tahun, alamat)
        _muat(satker, tahun, alamat)
        ada = Berkas.objects.filter(bukti__satker=satker, sidik=dokumen.sidik).order_by("pk").first()
        if ada is not None:
            _belum_ada(satker, tahun, alamat, ada)
        nama = berkas.name or ""
        bukti = _rangkai(satker, tahun, alamat, keterangan, PurePath(nama_asli(nama)).stem)
        bukti.berkas = ada or simpan_dokumen(dokumen=dokumen, nama=nama, oleh=oleh)
        return _tambah(bukti, oleh)


@transaction.atomic
def tautkan_bukti(*, satker: Satker, tahun: int, pk: int, alamat: str, oleh: Any) -> Bukti:
    """Let a piece of evidence prove another figure too: the same file and words at another address."""
    asal = Bukti.objects.filter(satker=satker, tahun=tahun, pk=pk).select_related("berkas").first()
    if asal is None:
        raise GalatDomain("Bukti yang hendak ditautkan sudah tidak ada. Muat ulang halaman.")
    _boleh_di(satker, tahun, alamat)
    _terbuka(satker, tahun, alamat)
    _muat(satker, tahun, alamat)
    if asal.berkas is not None:
        _belum_ada(satker, tahun, alamat, asal.berkas)
    elif asal.alamat == alamat:
        raise GalatDomain("Bukti ini sudah tercatat pada angka tersebut.")
    keterangan = KeteranganBukti(asal.perihal, asal.nomor, asal.tanggal)
    bukti = _rangkai(satker, tahun, alamat, keterangan, asal.perihal)
    bukti.berkas, bukti.sumber = asal.berkas, asal.sumber
    return _tambah(bukti, oleh)


@transaction.atomic
def ubah_bukti(*, satker: Satker, tahun: int, pk: int, keterangan: KeteranganBukti, versi: int, oleh: Any) -> Bukti:
    """Write the words of a piece of evidence; its file stays."""
    lama = _terkunci(satker, tahun, pk, versi, keterangan.perihal)
    if not keterangan.perihal.strip():
        raise GalatMedan({"perihal": "Isi perihal: tentang apa dokumen ini."})
    _terbuka(satker, tahun, lama.alamat)
    bukti = Bukti.objects.get(pk=pk)
    bukti.perihal, bukti.nomor = keterangan.perihal.strip(), keterangan.nomor.strip()
    bukti.tanggal = keterangan.tanggal
    bukti.versi += 1
    rekam(bukti, oleh=oleh, alamat=bukti.alamat_jejak, lama=lama)
    return bukti


@transaction.atomic
def lepas_bukti(*, satker: Satker, tahun: int, pk: int, versi: int, oleh: Any) -> None:
    """Take a piece of evidence from its figure.

    The file's content is kept: other figures, approved reports and the trail may refer to it.
    """
    bukti = _terkunci(satker, tahun, pk, versi, "dilepas")
    _terbuka(satker, tahun, bukti.alamat)
    hapus(bukti, oleh=oleh, alamat=bukti.alamat_jejak, alasan=_asal(bukti))


def _boleh_di(satker: Satker, tahun: int, alamat: str) -> None:
    if not alamat_dikenal(satker, tahun, alamat):
        raise GalatDomain(f"Tidak ada angka pada alamat {alamat[:80]}. Pilih indikator atau angkanya kembali.")
    if halangan := halangan_ubah(satker, tahun, triwulan_alamat(satker, tahun, alamat)):
        raise GalatDomain(halangan)


def _terbuka(satker: Satker, tahun: int, alamat: str) -> None:
    if halangan := halangan_ubah(satker, tahun, triwulan_alamat(satker, tahun, alamat), kunci=True):
        raise GalatDomain(halangan)


def _muat(satker: Satker, tahun: int, alamat: str) -> None:
    Satker.objects.select_for_update().get(pk=satker.pk)  # two uploads of one content must find each other
    if Bukti.objects.filter(satker=satker, tahun=tahun, alamat=alamat).count() >= BUKTI_TERBANYAK:
        raise GalatDomain(
            f"Satu angka memuat paling banyak {BUKTI_TERBANYAK} bukti. Gabungkan atau lepas yang tidak perlu."
        )


def _belum_ada(satker: Satker, tahun: int, alamat: str, berkas: Berkas) -> None:
    sama = Bukti.objects.filter(satker=satker, tahun=tahun, alamat=alamat, berkas=berkas).first()
    if sama is not None:
        raise GalatDomain(f"Berkas ini sudah menjadi bukti angka tersebut, dengan perihal “{sama.perihal}”.")


def _rangkai(satker: Satker, tahun: int, alamat: str, k: KeteranganBukti, pengganti: str) -> Bukti:
    perihal = k.perihal.strip() or _PEMISAH.sub(" ", pengganti).strip()[:300] or "Dokumen tanpa perihal"
    return Bukti(satker=satker, tahun=tahun, alamat=alamat, perihal=perihal, nomor=k.nomor.strip(), tanggal=k.tanggal)


def _tambah(bukti: Bukti, oleh: Any) -> Bukti:
    """Save first: the address of its trace ends in its number."""
    try:
        bukti.full_clean()
    except ValidationError as galat:
        raise GalatMedan({medan: " ".join(pesan) for medan, pesan in galat.message_dict.items()}) from galat
    bukti.save()
    catat(
        oleh=oleh, tindakan="tambah", alamat=bukti.alamat_jejak, sebelum=None, sesudah=potret(bukti),
        alasan=_asal(bukti),
    )  # fmt: skip
    return bukti


def _asal(bukti: Bukti) -> str:
    """For the trail, which keeps no bytes: the file as its owner knows it, and what it was."""
    return f"Berkas {bukti.berkas.nama}, sidik {bukti.berkas.sidik}" if bukti.berkas else ""


def _terkunci(satker: Satker, tahun: int, pk: int, versi: int, milik: str) -> Bukti:
    """The stored row, locked; both sides are told where somebody was faster."""
    semua = Bukti.objects.select_related("satker", "berkas").select_for_update(of=("self",))
    lama = semua.filter(satker=satker, tahun=tahun, pk=pk).first()
    if lama is None:
        raise GalatDomain("Bukti ini sudah tidak ada. Muat ulang halaman.")
    if lama.versi != versi:
        raise bentrok(lama.alamat_jejak, versi=lama.versi, kini=lama.perihal, milik=milik)
    return lama
