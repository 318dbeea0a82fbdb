"""Who gets what answer at which address: the table that the access test walks.

The columns are the people of the sample data, looking at satker 247157:
nobody (T), its planner (P), the planner of another satker (L), its head (K),
the secretariat (S), an auditor (U), the administrator (A). A cell is the first
digits of the answer's status: 2xx by 200; 302M is the way to the sign-in page.
"""

from __future__ import annotations

SATKER = "247157"
TAHUN = 2023

AKUN = (None, "perencana", "perencana2", "kepala", "sekretariat", "auditor", "administrator")

ARGUMEN = {
    "satker": SATKER,
    "tahun": TAHUN,
    "triwulan": 2,
    "kode": "SK3.2",
    "revisi": 1,
    "bagian": "kata_pengantar",
    "sidik": "0" * 64,
    "nomor": 1,
    "bentuk": "fakta",
}

ARGUMEN_SENDIRI: dict[str, dict[str, int]] = {"susun_rancangan": {"triwulan": 4}}
"""The sample's triwulan reports are unwritten: their drafts would be written, and the walk may change nothing."""

TANYA = {
    "penjelasan": f"alamat={SATKER}/{TAHUN}/SK3.2/capaian",
    "perubahan_lain": "sejak=0",
    "riwayat": f"alamat={SATKER}/{TAHUN}/SK3.2/realisasi",
}
"""Queries that an address needs in order to have an answer."""

MASUK = "302M"
SEMUA = "200"
TUTUP = "404"

#                   T      P      L      K      S      U      A
TABEL: dict[tuple[str, str], tuple[str, ...]] = {
    ("sehat", "GET"): ("200",) * 7,
    ("sehat", "POST"): ("405",) * 7,
    ("masuk", "GET"): ("200", "302", "302", "302", "302", "302", "302"),
    ("masuk", "POST"): ("422", "302", "302", "302", "302", "302", "302"),
    ("keluar", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("keluar", "POST"): (MASUK, MASUK, MASUK, MASUK, MASUK, MASUK, MASUK),
    ("beranda", "GET"): (MASUK, "200", "200", "200", "200", "200", "200"),
    ("beranda", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("daftar_satker", "GET"): (MASUK, "200", "200", "200", "200", "200", "200"),
    ("daftar_satker", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("pekerjaan", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("pekerjaan", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ringkasan", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("ringkasan", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("penjelasan", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("penjelasan", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("riwayat", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("riwayat", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("laporan", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("laporan", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("cetak_laporan", "GET"): (MASUK, "302", "404", "302", "302", "404", "404"),
    ("cetak_laporan", "POST"): (MASUK, "302", "404", "302", "302", "404", "404"),
    ("unduh_laporan", "GET"): (MASUK, "302", "404", "302", "302", "404", "404"),
    ("unduh_laporan", "POST"): (MASUK, "302", "404", "302", "302", "404", "404"),
    ("periksa", "GET"): ("200",) * 7,
    ("periksa", "POST"): ("422",) * 7,
    ("periksa_kode", "GET"): ("200",) * 7,
    ("periksa_kode", "POST"): ("422",) * 7,
    ("sahkan_laporan", "GET"): (MASUK, "404", "404", "200", "404", "404", "404"),
    ("sahkan_laporan", "POST"): (MASUK, "404", "404", "422", "404", "404", "404"),
    ("buka_laporan", "GET"): (MASUK, "404", "404", "405", "404", "404", "404"),
    ("buka_laporan", "POST"): (MASUK, "404", "404", "302", "404", "404", "404"),
    ("terbitkan_laporan", "GET"): (MASUK, "404", "404", "405", "404", "404", "404"),
    ("terbitkan_laporan", "POST"): (MASUK, "404", "404", "302", "404", "404", "404"),
    ("versi_laporan", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("versi_laporan", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("unduh_versi", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("unduh_versi", "POST"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("unduh_draf", "GET"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("unduh_draf", "POST"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("banding_versi", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("banding_versi", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("unduh_banding", "GET"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("unduh_banding", "POST"): (MASUK, "405", "404", "405", "405", "405", "404"),
    ("foto", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("foto", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("daftar_foto", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("daftar_foto", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("unggah_foto", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("unggah_foto", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    # There is no picture of this hash or code in the sample; tests/laporan/test_foto.py asks for real ones.
    ("isi_foto", "GET"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("isi_foto", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ubah_foto", "GET"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("ubah_foto", "POST"): (MASUK, "404", "404", "404", "404", "404", "404"),
    ("ganti_foto", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ganti_foto", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("hapus_foto", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("hapus_foto", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("daftar_narasi", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("daftar_narasi", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("tulis_narasi", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("tulis_narasi", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_narasi", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_narasi", "POST"): (MASUK, "400", "404", "404", "404", "404", "404"),
    ("versi_narasi", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("versi_narasi", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("rancangan_narasi", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("rancangan_narasi", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("susun_rancangan", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("susun_rancangan", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("pulihkan_narasi", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("pulihkan_narasi", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("kerangka", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("kerangka", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ubah_kerangka", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ubah_kerangka", "POST"): (MASUK, "422", "404", "404", "404", "404", "404"),
    ("tempat_angka", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("tempat_angka", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("cari_angka", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("cari_angka", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("nilai_ikatan", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("nilai_ikatan", "POST"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("cari_bagian", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("cari_bagian", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("angka_ketikan", "GET"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("angka_ketikan", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("entri_realisasi", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("entri_realisasi", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_sel", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_sel", "POST"): (MASUK, "400", "404", "404", "404", "404", "404"),
    ("perubahan_lain", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("perubahan_lain", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("baris_dasar", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("baris_dasar", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_baris", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_baris", "POST"): (MASUK, "400", "404", "404", "404", "404", "404"),
    ("ganti_nilai", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("ganti_nilai", "POST"): (MASUK, "200", "404", "404", "404", "404", "404"),
    ("entri_anggaran", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("entri_anggaran", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_sel_anggaran", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_sel_anggaran", "POST"): (MASUK, "400", "404", "404", "404", "404", "404"),
    ("pk", "GET"): (MASUK, "200", "404", "200", "200", "200", "404"),
    ("pk", "POST"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("susun_pk", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("susun_pk", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
    ("simpan_target", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("simpan_target", "POST"): (MASUK, "400", "404", "404", "404", "404", "404"),
    ("berlakukan_pk", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("berlakukan_pk", "POST"): (MASUK, "422", "404", "404", "404", "404", "404"),
    ("hapus_draf_pk", "GET"): (MASUK, "405", "405", "405", "405", "405", "405"),
    ("hapus_draf_pk", "POST"): (MASUK, "302", "404", "404", "404", "404", "404"),
}
