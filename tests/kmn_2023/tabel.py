"""The tables of the LAKIN 2023 of KMN that the report must have: number there, code here, heads, rows."""

from __future__ import annotations

from dataclasses import dataclass

TRIWULAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Wajib:
    """A table of the document: heads as 'group > head', rows of data, heads of groups, and totals."""

    nomor: str
    kode: str
    kolom: tuple[str, ...]
    baris: int
    kelompok: int = 0
    jumlah: int = 0


def _k(teks: str) -> tuple[str, ...]:
    return tuple(bagian.strip() for bagian in teks.split("|"))


_TARGET = _k(
    "Uraian Sasaran | Indikator Kinerja Sasaran | Satuan | Target > 2020 | Target > 2021 | Target > 2022 "
    "| Target > 2023 | Target > 2024"
)
_PK = _k("No. | Sasaran Strategis | Indikator Kinerja | Target | Satuan")
_TUJUAN = _k("Tujuan | Sasaran Strategis | Indikator | Target | Realisasi | Capaian (%)")
_RENSTRA_TAHUN = ("Target Renstra", "Target Perkin", "Realisasi", "Realisasi/ Perkin (%)")

UTAMA = (
    Wajib("2.2", "bab2.sasaran-dan-tujuan", _k("Acuan Sasaran BSKJI | Sasaran Strategis | Tujuan"), 8),
    Wajib("2.3", "bab2.target-sasaran.SK1", _TARGET, 1),
    Wajib("2.4", "bab2.target-sasaran.SK2", _TARGET, 2),
    Wajib("2.5", "bab2.target-sasaran.SK3", _TARGET, 4),
    Wajib("2.6", "bab2.target-sasaran.SK4", _TARGET, 1),
    Wajib("2.7", "bab2.target-sasaran.SK5", _TARGET, 1),
    Wajib("2.8", "bab2.target-sasaran.SK6", _TARGET, 1),
    Wajib("2.9", "bab2.target-sasaran.SK7", _TARGET, 1),
    Wajib("2.10", "bab2.target-sasaran.SK8", _TARGET, 2),
    Wajib("2.11", "bab2.rencana-kinerja", _PK, 13),
    Wajib(
        "2.12",
        "bab2.kro-keluaran",
        _k("No. | Kode | KRO | Indikator Keluaran > Volume | Indikator Keluaran > Satuan"),
        10,
    ),
    Wajib("2.13", "bab2.kro-anggaran", _k("No. | Kode | KRO | Anggaran (Rp)"), 10, jumlah=1),
    Wajib(
        "2.14",
        "bab2.rencana-anggaran",
        _k("Kode | Komponen/Subkomponen | Anggaran (Rp) | Sumber Dana"),
        58,
        kelompok=4,
        jumlah=1,
    ),
    Wajib("2.15", "bab2.perjanjian-kinerja", _PK, 13),
    Wajib(
        "2.16",
        "bab2.rencana-aksi",
        (
            *_k("No. | Sasaran Kegiatan | Indikator Kinerja | Target"),
            *(
                f"Rencana Aksi > Triwulan {tw} > {judul}"
                for tw in TRIWULAN
                for judul in ("Target Antara (%)", "Rencana Kegiatan")
            ),
        ),
        13,
    ),
    Wajib(
        "3.2",
        "bab3.capaian-rencana-aksi",
        (
            *_k("No. | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian (%)"),
            *(f"Triwulan {tw} > Fisik (%) > {judul}" for tw in TRIWULAN for judul in "SR"),
        ),
        13,
    ),
    Wajib("3.3", "bab3.capaian-tujuan.T1", _TUJUAN, 6, jumlah=2),
    Wajib("3.4", "bab3.capaian-tujuan.T2", _TUJUAN, 2, jumlah=2),
    Wajib("3.5", "bab3.capaian-tujuan.T3", _TUJUAN, 1, jumlah=2),
    Wajib("3.6", "bab3.capaian-tujuan.T4", _TUJUAN, 4, jumlah=2),
    Wajib(
        "3.7",
        "bab3.capaian-sasaran.SK1",
        _k("Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"),
        1,
        jumlah=1,
    ),
    Wajib(
        "3.8",
        "bab3.capaian-indikator.SK1.1",
        _k("Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"),
        1,
    ),
    Wajib(
        "3.61",
        "bab3.capaian-renstra",
        (
            "Sasaran Kegiatan (output)/Indikator",
            *(f"{t} > {judul}" for t in (2021, 2022, 2023) for judul in ("Target Renstra", "Realisasi", "%")),
            "2024 > Target Renstra",
            *(f"Total 2021-2024 > {judul}" for judul in ("Total Target Renstra", "Realisasi sd 2023", "%")),
        ),
        13,
        kelompok=8,
    ),
    Wajib(
        "3.66",
        "bab3.keuangan-renstra-lalu",
        (
            "Sasaran Kegiatan (output)/Indikator",
            *(f"{t} > {judul}" for t in (2021, 2022) for judul in _RENSTRA_TAHUN),
        ),
        13,
        kelompok=8,
        jumlah=1,
    ),
    Wajib(
        "3.67",
        "bab3.keuangan-renstra-total",
        (
            "Sasaran Kegiatan (output)/Indikator",
            *(f"2023 > {judul}" for judul in _RENSTRA_TAHUN),
            "2024 > Target Renstra",
            *(f"2021-2024 > {judul}" for judul in _RENSTRA_TAHUN),
        ),
        13,
        kelompok=8,
        jumlah=1,
    ),
    Wajib(
        "3.68",
        "bab3.keuangan-pk",
        _k(
            "No. | Sasaran Kegiatan | Indikator Kinerja | Target | Realisasi | % | Komponen/Subkomponen "
            "| Anggaran > Pagu (Rp) | Anggaran > Realisasi (Rp) | Anggaran > %"
        ),
        31,
        jumlah=1,
    ),
    Wajib(
        "3.69",
        "bab3.keuangan-triwulan",
        (
            *_k("Kegiatan/KRO | Anggaran (Rp)"),
            *(f"Triwulan {tw} (%) > Keuangan > {judul}" for tw in TRIWULAN for judul in "TR"),
            "Realisasi (%)",
        ),
        10,
        kelompok=2,
        jumlah=1,
    ),
    Wajib(
        "3.70",
        "bab3.keuangan-pohon",
        _k("Kode | Komponen/Subkomponen | Anggaran > Pagu (Rp) | Anggaran > Realisasi (Rp) | Anggaran > %"),
        58,
        kelompok=4,
        jumlah=1,
    ),
    Wajib("3.71", "bab3.keuangan-lima-tahun", _k("Uraian | TA 2019 | TA 2020 | TA 2021 | TA 2022 | TA 2023"), 3),
    Wajib(
        "3.77",
        "bab3.efisiensi",
        (
            "Sasaran Kegiatan (output)/Indikator",
            *(
                f"Kinerja > {judul}"
                for judul in ("Target", "Realisasi", "%", "% Rata-rata Capaian Sasaran", "Efektivitas")
            ),
            *(f"Anggaran > {judul}" for judul in ("Target (Rp)", "Realisasi (Rp)", "%", "Efisiensi")),
            "Indeks Biaya Target (IBT)",
            "Indeks Biaya Realisasi (IBR)",
            "Efisiensi Perjakin/ Renstra (%)",
            "Efisiensi IKU (%)",
        ),
        13,
        kelompok=8,
        jumlah=2,
    ),
)

_SASARAN = _k("Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)")
_INDIKATOR = _k("Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)")
_SERI = _k("Tahun | Satuan | Target Renstra | Realisasi | Capaian (%)")
_LAYANAN = _k("Jenis Layanan | 2019 | 2020 | 2021 | 2022 | 2023")
_BANDING = _k("Peringkat | Satuan Kerja | Realisasi")

LAIN = (
    Wajib(
        "2.1",
        "bab2.keterkaitan",
        _k(
            "Perspektif | Sasaran Strategis Kementerian > Sasaran "
            "| Sasaran Strategis Kementerian > Indikator | Sasaran Strategis Unit Induk > Sasaran "
            "| Sasaran Strategis Unit Induk > Indikator | Sasaran Strategis BBSPJIKMN > Sasaran "
            "| Sasaran Strategis BBSPJIKMN > Indikator"
        ),
        8,
    ),
    Wajib(
        "3.1",
        "bab3.alur-indikator",
        _k(
            "Renstra Kementerian > Sasaran Strategis | Renstra Kementerian > Indikator Kinerja "
            "| Renstra Unit Induk > Sasaran Strategis | Renstra Unit Induk > Indikator Kinerja "
            "| Renstra Satker > Sasaran Strategis | Renstra Satker > Kode "
            "| Perjanjian Kinerja > Indikator Kinerja | Perjanjian Kinerja > Target "
            "| Perjanjian Kinerja > IKU"
        ),
        13,
    ),
    Wajib(
        "3.9",
        "bab3.data-dasar.SK1.1",
        _k(
            "No. | Perusahaan | Kegiatan | Jenis ukuran | Satuan ukur | Sebelum (A) | Sesudah (B) "
            "| Nomor bukti | Produktivitas/efisiensi (%)"
        ),
        2,
        jumlah=1,
    ),
    Wajib("3.10", "bab3.seri-indikator.SK1.1", _SERI, 5),
    Wajib(
        "3.11",
        "bab3.perbandingan-indikator.SK1.1",
        _k("Peringkat | Satuan Kerja | Kegiatan kolaborasi 2022 | Kegiatan kolaborasi 2023"),
        11,
        jumlah=1,
    ),
    Wajib("3.12", "bab3.capaian-sasaran.SK2", _SASARAN, 2, jumlah=1),
    Wajib("3.13", "bab3.capaian-indikator.SK2.1", _INDIKATOR, 1),
    Wajib("3.14", "bab3.tabel-pendukung.SK2.1.indi", _k("Pilar | Nilai | Perusahaan"), 6),
    Wajib("3.15", "bab3.seri-indikator.SK2.1", _SERI, 5),
    Wajib("3.16", "bab3.capaian-indikator.SK2.2", _INDIKATOR, 1),
    Wajib("3.17", "bab3.seri-indikator.SK2.2", _SERI, 5),
    Wajib(
        "3.18",
        "bab3.perbandingan-indikator.SK2.2",
        _k("Peringkat | Satuan Kerja | Perusahaan 2023 | Perusahaan 2022 | Pertumbuhan (%)"),
        11,
        jumlah=1,
    ),
    Wajib("3.19", "bab3.capaian-sasaran.SK3", _SASARAN, 4, jumlah=1),
    Wajib("3.20", "bab3.capaian-indikator.SK3.1", _INDIKATOR, 1),
    Wajib(
        "3.21",
        "bab3.data-dasar.SK3.1",
        _k(
            "No. | Perusahaan | Kegiatan | Jenis ukuran | Satuan ukur | Sebelum (A) | Sesudah (B) "
            "| Produktivitas/efisiensi (%)"
        ),
        2,
        jumlah=1,
    ),
    Wajib("3.22", "bab3.seri-indikator.SK3.1", _SERI, 5),
    Wajib("3.23", "bab3.capaian-indikator.SK3.2", _INDIKATOR, 1),
    Wajib("3.24", "bab3.pnbp-layanan-tahun-ini", _k("Jenis Layanan | Target (Rp) | Realisasi (Rp)"), 9, jumlah=1),
    Wajib("3.25", "bab3.pnbp-layanan", _LAYANAN, 9, jumlah=1),
    Wajib("3.26", "bab3.seri-indikator.SK3.2", _SERI, 5),
    Wajib(
        "3.27",
        "bab3.perbandingan-indikator.SK3.2",
        _k("Peringkat | Satuan Kerja | PNBP 2023 (Rp) | PNBP 2022 (Rp) | Pertumbuhan (%)"),
        11,
        jumlah=1,
    ),
    Wajib("3.28", "bab3.capaian-indikator.SK3.3", _INDIKATOR, 1),
    Wajib(
        "3.29",
        "bab3.jumlah-dua-tahun.SK3.3",
        _k("Indikator Kinerja | Realisasi 2022 | Realisasi 2023 | Pertumbuhan (%)"),
        1,
    ),
    Wajib(
        "3.30",
        "bab3.data-dasar.SK3.3",
        _k("No. | Layanan | Tahun lalu (A) | Tahun ini (B) | Ukuran | Pertumbuhan (%)"),
        6,
        jumlah=1,
    ),
    Wajib("3.31", "bab3.capaian-indikator.SK3.4", _INDIKATOR, 1),
    Wajib(
        "3.32",
        "bab3.tabel-pendukung.SK3.4.p3dn_sumber",
        _k("Sumber dana | Pagu | Realisasi | Lokal | Impor | Catatan"),
        3,
    ),
    Wajib(
        "3.33",
        "bab3.tabel-pendukung.SK3.4.p3dn_akun",
        _k("Akun | Uraian | Sumber dana | Pagu | Realisasi | Lokal | Impor | Catatan"),
        13,
    ),
    Wajib("3.34", "bab3.seri-indikator.SK3.4", _SERI, 5),
    Wajib(
        "3.35",
        "bab3.perbandingan-indikator.SK3.4",
        _k(
            "Peringkat | Satuan Kerja | Pagu (Rp) | Realisasi PDN (Rp) | Realisasi TKDN (Rp) "
            "| Realisasi impor (Rp) | PDN + TKDN (%)"
        ),
        11,
        jumlah=1,
    ),
    Wajib("3.36", "bab3.capaian-sasaran.SK4", _SASARAN, 1, jumlah=1),
    Wajib("3.37", "bab3.capaian-indikator.SK4.1", _INDIKATOR, 1),
    Wajib("3.38", "bab3.seri-indikator.SK4.1", _SERI, 5),
    Wajib("3.39", "bab3.capaian-sasaran.SK5", _SASARAN, 1, jumlah=1),
    Wajib("3.40", "bab3.capaian-indikator.SK5.1", _INDIKATOR, 1),
    Wajib("3.41", "bab3.layanan-survei.SK5.1", _k("No. | Jenis Layanan | Indeks | Target | Capaian (%)"), 6, jumlah=1),
    Wajib("3.42", "bab3.seri-indikator.SK5.1", _SERI, 5),
    Wajib("3.43", "bab3.perbandingan-indikator.SK5.1", _BANDING, 11, jumlah=1),
    Wajib("3.44", "bab3.capaian-sasaran.SK6", _SASARAN, 1, jumlah=1),
    Wajib("3.45", "bab3.capaian-indikator.SK6.1", _INDIKATOR, 1),
    Wajib("3.46", "bab3.data-dasar.SK6.1", _k("No. | Dimensi | Nilai maksimum | Nilai"), 4, jumlah=1),
    Wajib("3.47", "bab3.perbandingan-indikator.SK6.1", _BANDING, 11, jumlah=1),
    Wajib("3.48", "bab3.seri-indikator.SK6.1", _SERI, 5),
    Wajib("3.49", "bab3.capaian-sasaran.SK7", _SASARAN, 1, jumlah=1),
    Wajib("3.50", "bab3.capaian-indikator.SK7.1", _INDIKATOR, 1),
    Wajib("3.51", "bab3.data-dasar.SK7.1", _k("No. | Aspek | Bobot (%) | Indeks | Indeks terbobot"), 6, jumlah=1),
    Wajib("3.52", "bab3.seri-indikator.SK7.1", _SERI, 5),
    Wajib("3.53", "bab3.capaian-sasaran.SK8", _SASARAN, 2, jumlah=1),
    Wajib("3.54", "bab3.capaian-indikator.SK8.1", _INDIKATOR, 1),
    Wajib("3.55", "bab3.data-dasar.SK8.1", _k("No. | Komponen | Nilai maksimum | Nilai"), 4, jumlah=1),
    Wajib(
        "3.56",
        "bab3.perbandingan-indikator.SK8.1",
        _k("Peringkat | Satuan Kerja | Perencanaan | Pengukuran | Pelaporan | Evaluasi | Nilai"),
        11,
        jumlah=1,
    ),
    Wajib("3.57", "bab3.seri-indikator.SK8.1", _SERI, 5),
    Wajib("3.58", "bab3.capaian-indikator.SK8.2", _INDIKATOR, 1),
    Wajib("3.59", "bab3.data-dasar.SK8.2", _k("No. | Kategori | Nilai"), 4, jumlah=1),
    Wajib("3.60", "bab3.seri-indikator.SK8.2", _SERI, 5),
    Wajib(
        "3.62", "bab3.kegiatan-penunjang", _k("No. | Sasaran Kegiatan | Indikator Kinerja | Komponen/Subkomponen"), 31
    ),
    Wajib("3.63", "bab3.prioritas-kegiatan", _k("No. | Nama Perusahaan | Kegiatan yang Dilaksanakan"), 2),
    Wajib(
        "3.64",
        "bab3.prioritas-hasil",
        _k("No. | Nama Perusahaan | Kegiatan yang Dilaksanakan | Satuan | Sebelum | Sesudah | Perbandingan (%)"),
        2,
        jumlah=1,
    ),
    Wajib(
        "3.65",
        "bab3.prioritas-perkembangan",
        _k("Indikator Kinerja | Realisasi 2019 | Realisasi 2020 | Realisasi 2021 | Realisasi 2022 | Realisasi 2023"),
        1,
    ),
    Wajib("3.72", "bab3.pnbp-tahun-ini", _k("Uraian | Nilai"), 7),
    Wajib("3.73", "bab3.pnbp-lima-tahun", _k("Uraian | 2019 | 2020 | 2021 | 2022 | 2023"), 7),
    Wajib("3.74", "bab3.pnbp-layanan", _LAYANAN, 9, jumlah=1),
    Wajib(
        "3.75",
        "bab3.pelanggan",
        _k("No. | Jenis Layanan | Pelanggan | 2019 | 2020 | 2021 | 2022 | 2023"),
        16,
    ),
    Wajib("3.76", "bab3.hasil-layanan", _k("No. | Layanan | Ukuran | 2019 | 2020 | 2021 | 2022 | 2023"), 11),
    Wajib(
        "3.78",
        "bab3.perbandingan-nka",
        _k("Peringkat | Kode | Satuan Kerja | Kinerja | Penyerapan | Konsistensi | Capaian RO | Efisiensi"),
        25,
        jumlah=1,
    ),
)

TABEL = tuple(sorted((*UTAMA, *LAIN), key=lambda w: [int(n) for n in w.nomor.split(".")]))
"""All tables that the document numbers in chapters II and III; the test counts their rows by kind."""

TABEL_BERSAMA = {
    "3.10": ("bab3.seri-indikator.SK1.1", "bab3.tabel-pendukung.SK1.1.kolaborasi_jumlah"),
    "3.24": ("bab3.pnbp-layanan-tahun-ini", "bab3.data-dasar.SK3.2", "bab3.pnbp-tahun-ini"),
    "3.25": ("bab3.pnbp-layanan", "bab3.data-dasar.SK3.2"),
    "3.47": ("bab3.perbandingan-indikator.SK6.1", "bab3.acuan-indikator.SK6.1"),
}
"""What one table of the document prints stands in several of ours: receipts of services are raw rows of SK3.2 too."""

SEMUA = {w.nomor: TABEL_BERSAMA.get(w.nomor, (w.kode,)) for w in TABEL}
"""Number in the document -> codes here."""

GAMBAR = {
    "1.1": "bab1.gambar-pegawai-pendidikan",
    "1.2": "bab1.gambar-pegawai-fungsi",
    "3.31": "bab2.gambar-komposisi-pagu",
    "3.32": "bab3.gambar-keuangan-renstra",
    "3.33": "bab3.gambar-keuangan-sasaran",
    "3.34": "bab3.gambar-serapan-triwulan",
    "3.35": "bab3.gambar-keuangan-kro",
    "3.36": "bab3.gambar-lima-tahun",
    "3.37": "bab3.gambar-pnbp-tahun-ini",
    "3.38": "bab3.gambar-penerimaan",
}
"""The document's figures that draw data."""

GAMBAR_BUKAN_DATA = {
    "1.3": "bagan organisasi",
    **{f"3.{n}": "foto, pindaian atau gambar teknis" for n in range(1, 31)},
    "3.39": "foto penghargaan",
    "3.40": "pindaian piagam",
}
"""The others, and what they show."""
