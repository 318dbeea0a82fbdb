"""Acts on the budget: one transaction, one trace."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from anggaran.models import RealisasiAnggaran
from anggaran.selectors import dipa_berlaku
from lakin.alur.selectors import halangan_ubah
from lakin.angka import Nilai, Tiada, tulis
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


def simpan_realisasi_anggaran(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    triwulan: int,
    nilai: Nilai,
    versi: int,
    oleh: Any,
    alasan: str = "",
    sumber: str = "",
) -> RealisasiAnggaran:
    """Write the money spent at a leaf in one triwulan (rupiah of that triwulan; 0 = the year only).

    ``versi`` is the version that the writer saw, 0 for an empty cell. Raises
    GalatDomain where the leaf or the period does not take it, Bentrok where
    somebody else wrote since.
    """
    alamat = f"{satker.kunci}/{tahun}/anggaran/{kode}/realisasi/{f'tw{triwulan}' if triwulan else 'tahun'}"
    with transaction.atomic():
        _terbuka(satker, tahun, triwulan)
        _daun(satker, tahun, kode)
        _satu_ketelitian(satker, tahun, kode, triwulan, nilai)
        if not isinstance(nilai, Tiada) and nilai != nilai.to_integral_value():
            raise GalatDomain("Realisasi anggaran ditulis dalam rupiah utuh. Hapus angka di belakang koma.")
        sel = RealisasiAnggaran.objects.select_for_update().filter(
            satker=satker, tahun=tahun, kode=kode, triwulan=triwulan, sumber_dana=""
        )
        lama = sel.first()
        if (lama.versi if lama else 0) != versi:
            kini = tulis(lama.isi) if lama else ""
            raise bentrok(alamat, versi=lama.versi if lama else 0, kini=kini, milik=tulis(nilai))
        baru = sel.first() or RealisasiAnggaran(
            satker=satker, tahun=tahun, kode=kode, triwulan=triwulan, sumber_dana="", versi=0
        )
        baru.isi, baru.sumber = nilai, sumber or baru.sumber
        if lama is None or lama.isi != nilai:
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def _terbuka(satker: Satker, tahun: int, triwulan: int) -> None:
    halangan = halangan_ubah(satker, tahun, triwulan or 4, kunci=True)
    if halangan:
        raise GalatDomain(halangan)


def _daun(satker: Satker, tahun: int, kode: str) -> None:
    dipa = dipa_berlaku(satker, tahun)
    simpul = dipa.simpul.filter(kode=kode).first() if dipa else None
    if simpul is None:
        raise GalatDomain(f"Kode {kode} tidak ada pada pohon anggaran {tahun}. Periksa DIPA yang berlaku.")
    if simpul.anak.exists():
        raise GalatDomain(f"Kode {kode} masih punya rincian di bawahnya; isilah pada rinciannya.")


def _satu_ketelitian(satker: Satker, tahun: int, kode: str, triwulan: int, nilai: Nilai) -> None:
    """A leaf's year is known by the year or by triwulan, never both: coarser figures are computed."""
    if isinstance(nilai, Tiada):
        return
    lain = RealisasiAnggaran.objects.filter(satker=satker, tahun=tahun, kode=kode, keadaan="ada")
    lain = lain.filter(triwulan=0) if triwulan else lain.exclude(triwulan=0)
    if lain.exists():
        raise GalatDomain(
            f"Realisasi {kode} tahun {tahun} sudah tercatat "
            + (
                "untuk setahun penuh. Kosongkan angka setahun itu dahulu sebelum merincinya per triwulan."
                if triwulan
                else "per triwulan. Angka setahun dihitung dari sana."
            )
        )
