"""Acts on a report: writing a section, and asking for the printed file."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.jejak.rekam import rekam
from lakin.jejak.selectors import riwayat
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.laporan.models import Narasi
from lakin.laporan.narasi import NaskahTidakSah, baca_naskah
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain

CETAK = "cetak_lakin"


def simpan_narasi(
    *, satker: Satker, tahun: int, kode: str, isi: dict[str, Any], versi: int, oleh: Any, alasan: str = ""
) -> Narasi:
    """Write the text of one section; ``versi`` is the version that the writer saw, 0 for a new one."""
    try:
        baca_naskah(isi)
    except NaskahTidakSah as galat:
        raise GalatDomain(f"Naskah tidak dapat disimpan: {galat}", medan="isi") from galat
    alamat = alamat_narasi(satker, tahun, kode)
    with transaction.atomic():
        lama = Narasi.objects.select_for_update().filter(satker=satker, tahun=tahun, kode=kode).first()
        if (lama.versi if lama else 0) != versi:
            raise _bentrok(alamat, lama)
        baru = Narasi.objects.get(pk=lama.pk) if lama else Narasi(satker=satker, tahun=tahun, kode=kode, versi=0)
        baru.isi = isi
        if lama is None or lama.isi != isi:
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def alamat_narasi(satker: Satker, tahun: int, kode: str) -> str:
    """Return the address of a section's text, the key of its trail."""
    return f"{satker.kunci}/{tahun}/narasi/{kode}"


def minta_cetak(*, satker: Satker, tahun: int, oleh: Any) -> Pekerjaan:
    """Ask for the PDF of a satker's report; it is laid out outside the request."""
    return antrekan(
        jenis=CETAK,
        kunci=f"{CETAK}/{satker.kunci}/{tahun}",
        argumen={"satker": satker.pk, "tahun": tahun},
        oleh=oleh,
        ulang=True,
    )


def _bentrok(alamat: str, lama: Narasi | None) -> Bentrok:
    jejak = riwayat(alamat, banyak=1).first()
    return Bentrok(
        kini=f"versi {lama.versi}" if lama else "",
        milik="naskah yang sedang ditulis",
        oleh=(str(jejak.oleh) if jejak.oleh else jejak.oleh_nama) if jejak else "",
        pada=jejak.pada if jejak else None,
        versi=lama.versi if lama else 0,
    )
