"""What a block shows, in the words of those who put an outline together."""

from __future__ import annotations

from lakin.laporan.deklarasi import BlokGambar, BlokTabel, Deklarasi

TEKS = {
    "depan.tanda-tangan": ("Tempat tanda tangan", "Tempat kepala satker menandatangani kata pengantar."),
    "depan.sorotan": ("Angka sorotan", "Angka-angka yang paling dulu dicari pembaca."),
    "depan.ikhtisar-kinerja": ("Ikhtisar kinerja", "Kinerja setahun dalam satu paragraf, lalu setiap tujuan."),
    "depan.ikhtisar-anggaran": ("Ikhtisar anggaran", "Belanja dan penerimaan, masing-masing satu paragraf."),
    "depan.isi": ("Daftar isi", "Bab dan bagian dengan halamannya."),
    "depan.tabel": ("Daftar tabel", "Semua tabel bernomor dengan halamannya."),
    "depan.gambar": ("Daftar gambar", "Semua gambar bernomor dengan halamannya."),
    "bab1.kedudukan": ("Kedudukan satker", "Nama, dasar hukum, dan atasan satker pada tahun laporan."),
    "bab1.struktur": ("Struktur organisasi", "Jabatan satker secara berjenjang dan jabatan fungsionalnya."),
    "bab1.sistematika": ("Sistematika laporan", "Isi setiap bab menurut kerangka ini."),
    "bab2.visi-misi": ("Visi dan misi", "Visi dan misi menurut Renstra yang berlaku."),
    "bab2.iku": ("Indikator kinerja utama", "Indikator kinerja utama di antara indikator PK."),
    "bab3.hasil-organisasi": ("Hasil organisasi", "Kesimpulan kinerja satker sebelum tabel-tabelnya."),
    "bab3.analisis-tujuan": ("Bacaan capaian tujuan", "Kesimpulan satu tujuan dan hasil setiap indikatornya."),
    "bab3.pedoman-indikator": ("Pedoman indikator", "Definisi, sumber data, dan cara menghitung indikator."),
    "bab3.efisiensi-indikator": ("Efisiensi indikator", "Biaya per satuan target dan realisasi dalam satu kalimat."),
    "bab3.perhitungan": ("Perhitungan", "Dari data dasar ke realisasi, lalu dari realisasi ke capaian."),
    "bab3.tabel-pendukung": ("Tabel pendukung", "Tabel pendukung indikator sebagaimana dicatat."),
    "bab3.analisis-renstra": ("Bacaan capaian Renstra", "Indikator yang telah memenuhi target jangka menengah."),
    "bab3.analisis-keuangan-pk": ("Bacaan anggaran PK", "Sasaran dengan serapan tertinggi dan terendah."),
    "bab3.analisis-kro": ("Bacaan serapan KRO", "KRO yang mencapai target serapan."),
    "bab3.analisis-efisiensi": ("Bacaan efisiensi", "Efisiensi rata-rata dan indikator di kedua ujungnya."),
    "bab4.kesimpulan": ("Butir kesimpulan", "Angka-angka utama sekali lagi, masing-masing dengan tabelnya."),
    "bab4.kendala": ("Butir kendala", "Yang menurut angkanya belum mencapai target."),
    "bab4.rekomendasi": ("Butir rekomendasi", "Yang masih harus dicapai sampai akhir masa Renstra."),
    "lampiran.pernyataan-pk": ("Pernyataan PK", "Pernyataan di atas tabel Perjanjian Kinerja."),
    "lampiran.tanda-tangan-pk": ("Tanda tangan PK", "Tempat kedua pihak menandatangani."),
    "triwulan.ringkasan": ("Ringkasan triwulan", "Capaian fisik dan serapan sampai dengan triwulan laporan."),
    "triwulan.capaian-indikator": ("Capaian indikator triwulan", "Kemajuan satu indikator sampai dengan triwulan ini."),
    "triwulan.tertinggal": ("Indikator yang tertinggal", "Indikator yang kemajuannya di bawah rencana."),
    "triwulan.kesimpulan": ("Kesimpulan triwulan", "Angka-angka utama triwulan, masing-masing dengan tabelnya."),
}
"""Name and content of the blocks that have no caption."""


def nama_blok(b: Deklarasi) -> str:
    """The caption of a block with its placeholders, or the name of one without caption."""
    return str(getattr(b, "judul", "")) or TEKS[b.kode][0]


def jenis_blok(b: Deklarasi) -> str:
    """'tabel', 'gambar' or 'teks'."""
    if isinstance(b, BlokTabel):
        return "tabel"
    return "gambar" if isinstance(b, BlokGambar) else "teks"


def keterangan(b: Deklarasi) -> str:
    """What a block shows, in one sentence."""
    match b:
        case BlokTabel():
            kolom = [c.judul for c in b.kolom if c.judul not in ("No", "No.")]
            return (
                f"Tabel dengan kolom {', '.join(dict.fromkeys(kolom))}." if kolom else "Tabel; kolomnya menurut data."
            )
        case BlokGambar():
            return "Gambar dari data, dengan tabel datanya."
        case _:
            return TEKS[b.kode][1]
