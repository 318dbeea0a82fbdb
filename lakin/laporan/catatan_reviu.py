"""Acts on the notes of a reviu: written and judged by the APIP, answered by the planner."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.alur.enums import JenisKabar
from lakin.alur.services.kabar import beri_tahu, pengguna_berperan
from lakin.alur.transisi_reviu import alasan_tak_tertulis
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.laporan.enums import HasilCatatan
from lakin.laporan.letak_reviu import letak_dikenal
from lakin.laporan.models import CatatanReviu, Reviu
from lakin.laporan.services_reviu import reviu_terkunci, tautan_reviu
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan


@transaction.atomic
def tambah_catatan(
    *, satker: Satker, tahun: int, uraian: str, saran: str, oleh: Any, alamat: str = "", bagian: str = ""
) -> CatatanReviu:
    """Note a mistake or weakness at a figure or a part of the report, or of the whole; still unseen by the planner."""
    _berisi(uraian)
    letak_dikenal(satker, tahun, alamat, bagian)
    reviu = _terbuka(satker, tahun)
    baru = CatatanReviu(reviu=reviu, alamat=alamat, bagian=bagian, uraian=uraian.strip(), saran=saran.strip())
    rekam(baru, oleh=oleh, alamat=f"{reviu.alamat}/catatan")
    return baru


@transaction.atomic
def ubah_catatan(
    *, satker: Satker, tahun: int, pk: int, uraian: str, saran: str, hasil: str, versi: int, oleh: Any
) -> CatatanReviu:
    """Reword a note, or say what became of it; words that the planner has seen stay as they are."""
    _berisi(uraian)
    if hasil not in HasilCatatan.values:
        raise GalatMedan({"hasil": "Pilih hasil tindak lanjut catatan ini."})
    lama = _catatan(_terbuka(satker, tahun), pk, versi)
    baru = CatatanReviu.objects.select_related("reviu").get(pk=lama.pk)
    if lama.disampaikan_pada is None:
        baru.uraian, baru.saran = uraian.strip(), saran.strip()
    elif (uraian.strip(), saran.strip()) != (lama.uraian, lama.saran):
        raise GalatDomain("Catatan ini sudah disampaikan. Cabut, lalu tulis catatan baru bila kata-katanya keliru.")
    baru.hasil = hasil
    return _simpan(lama, baru, oleh)


@transaction.atomic
def tanggapi_catatan(*, satker: Satker, tahun: int, pk: int, tanggapan: str, versi: int, oleh: Any) -> CatatanReviu:
    """Answer a delivered note: what was agreed and what was mended."""
    if not tanggapan.strip():
        raise GalatMedan({"tanggapan": "Tuliskan apa yang disepakati atau sudah diperbaiki."})
    lama = _catatan(_terbuka(satker, tahun), pk, versi)
    if lama.disampaikan_pada is None:
        raise GalatDomain("Catatan ini tidak ada.")
    baru = CatatanReviu.objects.select_related("reviu").get(pk=lama.pk)
    baru.tanggapan, baru.ditanggapi_oleh = tanggapan.strip(), oleh
    baru = _simpan(lama, baru, oleh)
    beri_tahu(
        pengguna_berperan("apip"),
        jenis=JenisKabar.KOMENTAR,
        judul=f"{satker.singkatan} menanggapi catatan reviu LAKIN {tahun}",
        isi=baru.tanggapan[:500],
        tautan=f"{tautan_reviu(satker, tahun)}#catatan-{baru.pk}",
        kunci=f"{baru.jejak}/tanggapan/{baru.versi}",
    )
    return baru


def _berisi(uraian: str) -> None:
    if not uraian.strip():
        raise GalatMedan({"uraian": "Tuliskan kesalahan atau kelemahan yang ditemukan."})


def _terbuka(satker: Satker, tahun: int) -> Reviu:
    reviu = reviu_terkunci(satker, tahun)
    if halangan := alasan_tak_tertulis(reviu.keadaan):
        raise GalatDomain(halangan)
    return reviu


def _catatan(reviu: Reviu, pk: int, versi: int) -> CatatanReviu:
    lama = CatatanReviu.objects.select_for_update().filter(reviu=reviu, pk=pk).first()
    if lama is None:
        raise GalatDomain("Catatan ini tidak ada pada reviu yang sedang berjalan.")
    if lama.versi != versi:
        kini = f"{lama.get_hasil_display()}{f', tanggapan: {lama.tanggapan}' if lama.tanggapan else ''}"
        pesan = f"Catatan ini baru saja diubah {{oleh}}. Sekarang: {kini}. Periksa, lalu simpan lagi."
        raise bentrok(lama.jejak, versi=lama.versi, kini=kini, pesan=pesan)
    return lama


def _simpan(lama: CatatanReviu, baru: CatatanReviu, oleh: Any) -> CatatanReviu:
    baru.versi += 1
    if not rekam(baru, oleh=oleh, alamat=baru.jejak, lama=lama):
        baru.versi -= 1
    return baru
