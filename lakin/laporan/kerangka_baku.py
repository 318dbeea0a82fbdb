"""The outline of BSKJI's balai: the forms of Permenpan RB 53/2014, in the order of KMN's LAKIN 2023."""

from __future__ import annotations

from lakin.dokumen.pohon import JenisBab, Kertas
from lakin.laporan.kerangka import Bagian, BagianUtama, Butir, Kerangka


def _kecil(judul: str, *isi: Butir) -> Bagian:
    """A heading without number and outside the contents, as the four of an indicator."""
    return Bagian(judul, isi, bernomor=False, di_daftar_isi=False)


_INDIKATOR = Bagian(
    "Indikator {kode}: {nama}",
    (
        "bab3.pedoman-indikator",
        _kecil(
            "Hasil yang telah dicapai",
            "bab3.capaian-indikator",
            "uraian:hasil",
            "bab3.data-dasar",
            "bab3.perhitungan",
            "bab3.jumlah-dua-tahun",
            "bab3.layanan-survei",
            "bab3.pengawasan",
            "bab3.tabel-pendukung",
            "bab3.kemajuan-indikator",
        ),
        _kecil("Analisis hasil yang telah dicapai", "uraian:analisis"),
        _kecil("Perbandingan dengan tahun sebelumnya", "bab3.seri-indikator", "bab3.gambar-seri-indikator"),
        _kecil("Perbandingan dengan target jangka menengah", "bab3.jangka-menengah-indikator"),
        _kecil("Perbandingan dengan acuan", "bab3.acuan-indikator"),
        _kecil("Perbandingan dengan satuan kerja sejenis", "bab3.perbandingan-indikator"),
        _kecil("Program dan kegiatan pendukung serta efisiensi", "bab3.dukungan-indikator", "bab3.efisiensi-indikator"),
        _kecil("Kendala", "uraian:kendala"),
        _kecil("Tindak lanjut", "uraian:tindak_lanjut"),
    ),
    kode="bab3.indikator.{kode}",
    ulang="indikator",
)

_DEPAN = (
    BagianUtama(
        "depan.kata-pengantar", "Kata Pengantar", ("narasi:kata_pengantar", "depan.tanda-tangan"), JenisBab.DEPAN
    ),
    BagianUtama(
        "depan.ikhtisar",
        "Ikhtisar Eksekutif",
        (
            "depan.sorotan",
            "narasi:ikhtisar",
            "depan.ikhtisar-kinerja",
            "depan.ikhtisar-capaian",
            "depan.ikhtisar-anggaran",
        ),
        JenisBab.DEPAN,
    ),
    BagianUtama("depan.daftar-isi", "Daftar Isi", ("depan.isi",), JenisBab.DEPAN),
    BagianUtama("depan.daftar-tabel", "Daftar Tabel", ("depan.tabel",), JenisBab.DEPAN),
    BagianUtama("depan.daftar-gambar", "Daftar Gambar", ("depan.gambar",), JenisBab.DEPAN),
)

_BAB_1 = BagianUtama(
    "bab1",
    "Pendahuluan",
    (
        Bagian("Tugas dan Fungsi Organisasi", ("narasi:bab1_tugas", "bab1.kedudukan", "bab1.struktur"), "bab1.tugas"),
        Bagian("Peran dan Isu Strategis", ("narasi:bab1_isu",), "bab1.isu"),
        Bagian(
            "Sumber Daya Manusia",
            (
                "bab1.pegawai-pendidikan",
                "bab1.gambar-pegawai-pendidikan",
                "bab1.pegawai-fungsi",
                "bab1.gambar-pegawai-fungsi",
            ),
            "bab1.sdm",
        ),
        Bagian("Sistematika Laporan", ("bab1.sistematika",), "bab1.bagian-sistematika"),
    ),
)

_BAB_2 = BagianUtama(
    "bab2",
    "Perencanaan dan Perjanjian Kinerja",
    (
        Bagian(
            "Rencana Strategis",
            (
                "narasi:bab2_visi",
                "bab2.visi-misi",
                "bab2.keterkaitan",
                "bab2.peta-strategi",
                "bab2.pohon-pengemban",
                "bab2.tujuan",
                "bab2.sasaran-dan-tujuan",
                Bagian("Sasaran {kode}: {nama}", ("bab2.target-sasaran",), ulang="sasaran"),
            ),
            "bab2.renstra",
        ),
        Bagian("Rencana Kinerja", ("bab2.rencana-kinerja",), "bab2.renkin"),
        Bagian(
            "Rencana Anggaran",
            (
                "bab2.kro-keluaran",
                "bab2.kro-anggaran",
                "bab2.rencana-anggaran",
                "bab2.komposisi-pagu",
                "bab2.gambar-komposisi-pagu",
            ),
            "bab2.anggaran",
        ),
        Bagian("Perjanjian Kinerja", ("bab2.perjanjian-kinerja", "bab2.anggaran-program", "bab2.iku"), "bab2.pk"),
        Bagian("Rencana Aksi", ("bab2.rencana-aksi",), "bab2.aksi"),
        Bagian("Perubahan Dokumen Perencanaan", ("bab2.revisi-pk", "bab2.revisi-dipa"), "bab2.perubahan"),
        Bagian("Koreksi Data Kinerja", ("bab2.koreksi-data",), "bab2.koreksi"),
    ),
)

_BAB_3 = BagianUtama(
    "bab3",
    "Akuntabilitas Kinerja",
    (
        Bagian(
            "Capaian Kinerja Organisasi",
            (
                Bagian(
                    "Capaian Perjanjian Kinerja dan Rencana Aksi",
                    (
                        "bab3.hasil-organisasi",
                        "bab3.gambar-fisik",
                        "bab3.alur-indikator",
                        "bab3.capaian-rencana-aksi",
                        "bab3.gambar-capaian-indikator",
                        "bab3.hasil-gulungan",
                    ),
                    "bab3.organisasi",
                ),
                Bagian(
                    "Capaian Tujuan",
                    (
                        Bagian(
                            "Tujuan {kode}: {nama}",
                            ("bab3.capaian-tujuan", "narasi:tujuan_{kode}", "bab3.analisis-tujuan"),
                            ulang="tujuan",
                        ),
                    ),
                    "bab3.tujuan",
                ),
                Bagian(
                    "Capaian Sasaran dan Indikator Kinerja",
                    (
                        Bagian(
                            "Sasaran {kode}: {nama}",
                            ("bab3.capaian-sasaran", _INDIKATOR),
                            kode="bab3.sasaran.{kode}",
                            ulang="sasaran",
                            halaman_baru=True,
                        ),
                    ),
                    "bab3.sasaran",
                ),
                Bagian(
                    "Capaian Jangka Menengah Renstra",
                    ("bab3.analisis-renstra", "bab3.capaian-renstra", "bab3.kegiatan-penunjang"),
                    "bab3.renstra",
                ),
                Bagian(
                    "Dukungan bagi Prioritas Nasional",
                    (
                        "bab3.prioritas-nasional",
                        "bab3.prioritas-kegiatan",
                        "bab3.prioritas-hasil",
                        "bab3.prioritas-perkembangan",
                    ),
                    "bab3.prioritas",
                ),
            ),
            "bab3.kinerja",
        ),
        Bagian(
            "Akuntabilitas Keuangan",
            (
                Bagian(
                    "Realisasi Anggaran Menurut Renstra",
                    ("bab3.keuangan-renstra-lalu", "bab3.keuangan-renstra-total", "bab3.gambar-keuangan-renstra"),
                    "bab3.keuangan-renstra",
                ),
                Bagian(
                    "Realisasi Anggaran Menurut Perjanjian Kinerja",
                    (
                        "bab3.analisis-keuangan-pk",
                        "bab3.ringkasan-sasaran",
                        "bab3.gambar-keuangan-sasaran",
                        "bab3.keuangan-pk",
                    ),
                    "bab3.keuangan-perjanjian",
                ),
                Bagian(
                    "Realisasi Anggaran per Triwulan",
                    ("bab3.gambar-serapan-triwulan", "bab3.keuangan-triwulan"),
                    "bab3.keuangan-tw",
                ),
                Bagian(
                    "Realisasi Anggaran Menurut Program dan Kegiatan",
                    ("bab3.keuangan-pohon", "bab3.gambar-keuangan-kro", "bab3.analisis-kro"),
                    "bab3.keuangan-program",
                ),
                Bagian(
                    "Perkembangan Anggaran",
                    ("bab3.keuangan-lima-tahun", "bab3.gambar-lima-tahun"),
                    "bab3.keuangan-perkembangan",
                ),
                Bagian(
                    "Penerimaan dan Penggunaan PNBP",
                    (
                        "bab3.pnbp-tahun-ini",
                        "bab3.gambar-pnbp-tahun-ini",
                        "bab3.pnbp-layanan-tahun-ini",
                        "bab3.pnbp-lima-tahun",
                        "bab3.gambar-pnbp",
                        "bab3.gambar-penerimaan",
                        "bab3.pnbp-layanan",
                        "bab3.pelanggan",
                        "bab3.hasil-layanan",
                    ),
                    "bab3.pnbp",
                ),
            ),
            "bab3.keuangan",
        ),
        Bagian(
            "Analisis Efisiensi",
            (
                Bagian(
                    "Efisiensi Penggunaan Anggaran",
                    ("bab3.analisis-efisiensi", "bab3.gambar-efisiensi", "bab3.efisiensi"),
                    "bab3.efisiensi-anggaran",
                ),
                Bagian("Nilai Kinerja Anggaran", ("bab3.nka", "bab3.perbandingan-nka"), "bab3.nilai-kinerja-anggaran"),
            ),
            "bab3.analisis",
        ),
        Bagian("Penghargaan", ("bab3.penghargaan",), "bab3.bagian-penghargaan"),
    ),
)

_BAB_4 = BagianUtama(
    "bab4",
    "Penutup",
    (
        Bagian("Kesimpulan", ("narasi:bab4_kesimpulan", "bab4.kesimpulan"), "bab4.bagian-kesimpulan"),
        Bagian("Permasalahan dan Kendala", ("narasi:bab4_kendala", "bab4.kendala"), "bab4.bagian-kendala"),
        Bagian("Saran dan Rekomendasi", ("narasi:bab4_rekomendasi", "bab4.rekomendasi"), "bab4.bagian-rekomendasi"),
    ),
)

_LAMPIRAN = (
    BagianUtama(
        "lampiran.pk",
        "Perjanjian Kinerja",
        ("lampiran.pernyataan-pk", "lampiran.perjanjian-kinerja", "lampiran.anggaran-pk", "lampiran.tanda-tangan-pk"),
        JenisBab.LAMPIRAN,
    ),
    BagianUtama(
        "lampiran.pengukuran", "Pengukuran Kinerja", ("lampiran.pengukuran-kinerja",), JenisBab.LAMPIRAN, Kertas.LEBAR
    ),
    BagianUtama(
        "lampiran.aksi",
        "Capaian Rencana Aksi Perjanjian Kinerja",
        ("lampiran.capaian-rencana-aksi",),
        JenisBab.LAMPIRAN,
        Kertas.LEBAR,
    ),
    BagianUtama(
        "lampiran.renstra", "Realisasi Renstra", ("lampiran.realisasi-renstra",), JenisBab.LAMPIRAN, Kertas.LEBAR
    ),
    BagianUtama(
        "lampiran.indikator",
        "Pedoman Indikator Perjanjian Kinerja",
        ("lampiran.pedoman-indikator",),
        JenisBab.LAMPIRAN,
        Kertas.LEBAR,
    ),
    BagianUtama("lampiran.dokumen", "Dokumen Bukti Kinerja", ("lampiran.bukti",), JenisBab.LAMPIRAN),
)

KERANGKA_BAKU = Kerangka(
    judul="Laporan Kinerja",
    subjudul="Laporan Akuntabilitas Kinerja Instansi Pemerintah",
    bab=(*_DEPAN, _BAB_1, _BAB_2, _BAB_3, _BAB_4, *_LAMPIRAN),
)
