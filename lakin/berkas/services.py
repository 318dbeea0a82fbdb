"""Taking a file in: its content is kept once, under its own SHA-256."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile

from lakin.berkas.dokumen import DokumenSah
from lakin.berkas.gambar import MAKS_BITA, GambarBersih, bersihkan_gambar, kalimat_terlalu_besar
from lakin.berkas.models import Berkas
from lakin.berkas.selectors import nama_isi
from lakin.web.galat import GalatDomain

_TAK_TERLIHAT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def periksa_gambar(berkas: UploadedFile) -> GambarBersih:
    """Check and clean an uploaded picture; GalatDomain says what is wrong with it.

    Decoding may take seconds: do it before a transaction begins.
    """
    if (berkas.size or 0) > MAKS_BITA:
        raise GalatDomain(kalimat_terlalu_besar())
    return bersihkan_gambar(berkas.read())


def simpan_gambar(*, bersih: GambarBersih, nama: str, oleh: Any) -> Berkas:
    """Keep a cleaned picture under the name that people know it by.

    The content lies in the storage before its row: what a failing transaction
    leaves behind is a file that nobody names.
    """
    return Berkas.objects.create(
        nama=nama_asli(nama),
        jenis=bersih.jenis,
        ukuran=len(bersih.isi),
        sidik=bersih.sidik,
        isi=simpan_isi(bersih.isi, bersih.sidik),
        oleh=oleh,
    )


def simpan_dokumen(*, dokumen: DokumenSah, nama: str, oleh: Any) -> Berkas:
    """Keep a checked document under the name that people know it by; its content is copied in pieces."""
    tempat = nama_isi(dokumen.sidik)
    if not default_storage.exists(tempat):
        dokumen.isi.seek(0)
        tempat = default_storage.save(tempat, File(dokumen.isi, name=dokumen.sidik))
    return Berkas.objects.create(
        nama=nama_asli(nama),
        jenis=dokumen.jenis,
        ukuran=dokumen.ukuran,
        sidik=dokumen.sidik,
        halaman=dokumen.halaman,
        isi=tempat,
        oleh=oleh,
    )


def simpan_isi(isi: bytes, sidik: str) -> str:
    """Keep content under its hash; what is already there is the same."""
    nama = nama_isi(sidik)
    return nama if default_storage.exists(nama) else default_storage.save(nama, ContentFile(isi))


def nama_asli(nama: str) -> str:
    """The name that people know a file by, without folders and without what cannot be seen."""
    return _TAK_TERLIHAT.sub("", PurePosixPath(nama.replace("\\", "/")).name).strip()[-200:] or "tanpa nama"
