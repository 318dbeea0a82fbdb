"""The outline of a triwulan's report: short, made of the same blocks as the yearly one."""

from __future__ import annotations

from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.pohon import JenisBab, Kertas
from lakin.laporan.kerangka import Bagian, BagianUtama, Butir, Kerangka
from lakin.laporan.kerangka_baku import KERANGKA_BAKU


def _kecil(judul: str, *isi: Butir) -> Bagian:
    return Bagian(judul, isi, bernomor=False, di_daftar_isi=False)


_INDIKATOR = Bagian(
    "Indikator {kode}: {nama}",
    (
        "triwulan.capaian-indikator",
        "bab3.kemajuan-indikator",
        _kecil("Kegiatan yang dilaksanakan", "uraian:hasil"),
        _kecil("Kendala", "uraian:kendala"),
        _kecil("Tindak lanjut", "uraian:tindak_lanjut"),
    ),
    kode="bab3.indikator.{kode}",
    ulang="indikator",
)

_BAB_3 = BagianUtama(
    "bab3",
    "Capaian Kinerja",
    (
        Bagian(
            "Capaian Rencana Aksi",
            ("triwulan.ringkasan", "bab3.capaian-rencana-aksi", "bab3.gambar-fisik", "bab3.hasil-gulungan"),
            "bab3.organisasi",
        ),
        Bagian("Capaian Indikator Kinerja", (_INDIKATOR,), "bab3.kinerja"),
        Bagian("Realisasi Anggaran", ("triwulan.serapan",), "bab3.keuangan"),
        Bagian(
            "Kendala dan Tindak Lanjut",
            ("triwulan.tertinggal", "narasi:bab3_kendala", "narasi:bab3_tindak_lanjut"),
            "bab3.bagian-kendala",
        ),
        Bagian(
            "Rencana Triwulan Berikutnya",
            ("triwulan.rencana-berikut", "narasi:bab3_rencana"),
            "bab3.rencana-berikut",
        ),
    ),
)

KERANGKA_TRIWULAN = Kerangka(
    judul="Laporan Kinerja {triwulan}",
    subjudul="Pengukuran Kinerja Triwulanan",
    bab=(
        BagianUtama(
            "depan.kata-pengantar", "Kata Pengantar", ("narasi:kata_pengantar", "depan.tanda-tangan"), JenisBab.DEPAN
        ),
        BagianUtama("depan.daftar-isi", "Daftar Isi", ("depan.isi",), JenisBab.DEPAN),
        BagianUtama(
            "bab1",
            "Pendahuluan",
            (
                Bagian("Latar Belakang", ("narasi:bab1_latar", "bab1.kedudukan"), "bab1.latar"),
                Bagian("Sistematika Laporan", ("bab1.sistematika",), "bab1.bagian-sistematika"),
            ),
        ),
        BagianUtama(
            "bab2",
            "Perjanjian Kinerja dan Rencana Aksi",
            (
                Bagian("Perjanjian Kinerja", ("bab2.perjanjian-kinerja", "bab2.revisi-pk"), "bab2.pk"),
                Bagian("Rencana Aksi", ("bab2.rencana-aksi",), "bab2.aksi"),
            ),
        ),
        _BAB_3,
        BagianUtama("bab4", "Penutup", ("triwulan.kesimpulan", "narasi:bab4_kesimpulan")),
        BagianUtama(
            "lampiran.pengukuran",
            "Pengukuran Kinerja",
            ("lampiran.pengukuran-kinerja",),
            JenisBab.LAMPIRAN,
            Kertas.LEBAR,
        ),
    ),
)


def kerangka_baku(triwulan: int) -> Kerangka:
    """The default outline of a triwulan's report; the fourth is the yearly one."""
    return KERANGKA_BAKU if triwulan == SETAHUN else KERANGKA_TRIWULAN
