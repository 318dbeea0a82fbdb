"""The files of a reviu: its working paper and its statement as PDF, made as a job."""

from __future__ import annotations

import hashlib
from typing import Any

from lakin.cetak.pdf import cetak_pdf
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Dokumen
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.laporan.bahan_reviu import bahan_reviu
from lakin.laporan.butir_reviu import MenurutData
from lakin.laporan.enums import HasilCatatan, JawabanButir
from lakin.laporan.kertas_kerja_reviu import (
    CatatanKertas,
    JawabanKertas,
    KertasKerja,
    dokumen_kertas_kerja,
    dokumen_pernyataan,
)
from lakin.laporan.letak_reviu import LetakLaporan
from lakin.laporan.models import CatatanReviu, Reviu
from lakin.laporan.sebutan import sebutan
from lakin.laporan.selectors_reviu import pernyataan
from lakin.web.galat import GalatDomain

CETAK_REVIU = "cetak_reviu"
FOLDER = "reviu"
"""Below MEDIA_ROOT; all in it can be made again."""
KERTAS_KERJA, PERNYATAAN = "kertas-kerja", "pernyataan"
BENTUK = {KERTAS_KERJA: "Kertas kerja reviu", PERNYATAAN: "Pernyataan telah direviu"}


def minta_cetak_reviu(*, reviu: Reviu, bentuk: str, oleh: Any) -> Pekerjaan:
    """Ask for a file of a reviu."""
    kunci = f"{CETAK_REVIU}/{reviu.pk}/{bentuk}"
    argumen = {"reviu": reviu.pk, "bentuk": bentuk}
    return antrekan(jenis=CETAK_REVIU, kunci=kunci, argumen=argumen, oleh=oleh, ulang=True)


def dokumen_reviu(reviu: Reviu, bentuk: str) -> Dokumen:
    """The document of a file; GalatDomain where the statement was not signed."""
    laporan = reviu.laporan
    satker = laporan.satker
    if bentuk == PERNYATAAN:
        p = pernyataan(reviu)
        if p is None:
            raise GalatDomain("Pernyataan telah direviu belum ditandatangani.")
        nama = bahan_reviu(reviu).letak.ikatan.k.satker.nama
        return dokumen_pernyataan(p, nama, satker.singkatan, laporan.tahun)
    return dokumen_kertas_kerja(kertas_kerja(reviu))


def kertas_kerja(reviu: Reviu) -> KertasKerja:
    """All of a working paper, read from the database."""
    laporan = reviu.laporan
    satker, tahun = laporan.satker, laporan.tahun
    bahan = bahan_reviu(reviu)
    letak, data = bahan.letak, bahan.data
    return KertasKerja(
        satker=letak.ikatan.k.satker.nama,
        singkatan=satker.singkatan,
        tahun=tahun,
        nomor=reviu.nomor,
        keadaan=str(reviu.get_keadaan_display()),
        langkah=reviu.langkah,
        pengujian=reviu.pengujian,
        telaahan=reviu.telaahan,
        simpulan=reviu.simpulan,
        jawaban={
            j.kode: JawabanKertas(str(j.get_jawaban_display()), j.catatan, tulis_menurut_data(data.get(j.kode)))
            for j in reviu.jawaban.all()
        },
        catatan=tuple(_catatan(c, letak) for c in reviu.catatan.exclude(hasil=HasilCatatan.DICABUT)),
        pernyataan=pernyataan(reviu),
    )


def tulis_menurut_data(m: MenurutData | None) -> str:
    """What Lakin answers from the data, as people read it."""
    if m is None:
        return ""
    label = str(JawabanButir(m.jawaban).label) if m.jawaban else "Dinilai pereviu"
    perencana = f"menurut perencana: {m.perencana}" if m.perencana else ""
    return "; ".join(filter(None, (label, m.alasan, perencana)))


def nama_letak(c: CatatanReviu, letak: LetakLaporan) -> str:
    """Where a note stands, in words."""
    if c.alamat:
        return sebutan(c.alamat)
    return letak.nama(c.bagian) if c.bagian else "Seluruh laporan"


def cetak(reviu: Reviu, bentuk: str) -> tuple[str, bytes]:
    """The file's name below MEDIA_ROOT and its bytes."""
    isi = cetak_pdf(beri_nomor(dokumen_reviu(reviu, bentuk)), proses=1).isi
    return f"{FOLDER}/{bentuk}-{reviu.pk}-{hashlib.sha256(isi).hexdigest()[:16]}.pdf", isi


def _catatan(c: CatatanReviu, letak: LetakLaporan) -> CatatanKertas:
    angka = letak.angka(c.alamat) if c.alamat else None
    hasil = str(c.get_hasil_display())
    return CatatanKertas(nama_letak(c, letak), c.uraian, c.saran, c.tanggapan, hasil, angka)
