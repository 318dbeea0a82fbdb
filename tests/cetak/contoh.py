"""A made-up report that uses every kind of block; its figures are invented."""

from __future__ import annotations

from decimal import Decimal

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.dokumen.grafik import Acuan, Bagan, JenisBagan, Seri
from lakin.dokumen.nomor import Bernomor, beri_nomor
from lakin.dokumen.pohon import (
    Bab,
    ButirSorotan,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Dokumen,
    Figur,
    Format,
    Gambar,
    JenisBab,
    JenisBaris,
    Kertas,
    Kolom,
    Miring,
    PenandaTangan,
    Rincian,
    Sampul,
    Sel,
    Sitasi,
    Sorotan,
    SubBab,
    Tabel,
    TandaTangan,
    Tebal,
    baris,
    butir,
    paragraf,
)

TW = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
KALIMAT = (
    "Uraian ini hanya mengisi halaman agar tata letaknya dapat dilihat; ia tidak menyatakan apa pun tentang satker. "
    "Angka di dalamnya terikat pada data dan berubah bersama data itu. "
)


def angka(nilai: str | int, desimal: int = 2, alamat: str = "", satuan: str = "") -> Angka:
    return Angka(alamat or f"999999/2023/uji/{nilai}", Decimal(nilai), desimal, satuan)


def rupiah(nilai: int, alamat: str = "") -> Angka:
    return angka(nilai, 0, alamat, "Rupiah")


KOSONG = TanpaNilai("Belum dilaporkan.", Tiada.KOSONG, "999999/2023/uji/kosong")
NA = TanpaNilai("Belum ada target.", Tiada.NA, "999999/2023/uji/na")


def pohon_anggaran(jumlah: int = 120) -> Tabel:
    """A long table with levels, over several pages."""
    isi = []
    for i in range(jumlah):
        tingkat = i % 5
        isi.append(
            baris(
                f"6077.BAD.{i:03d}",
                ("Program", "Kegiatan", "Klasifikasi rincian keluaran", "Rincian keluaran", "Komponen")[tingkat]
                + f" nomor {i} dengan uraian yang cukup panjang untuk dua baris bila kolomnya sempit",
                rupiah(1_000_000_000 + i * 7_654_321),
                rupiah(900_000_000 + i * 7_123_456),
                angka(f"9{i % 10}.{i % 100:02d}"),
                jenis=JenisBaris.KELOMPOK if tingkat < 2 else JenisBaris.BIASA,
                tingkat=tingkat,
            )
        )
    isi.append(
        baris(
            Sel("Jumlah", kolom=2),
            rupiah(223_177_572_000),
            rupiah(222_738_878_288),
            angka("98.11"),
            jenis=JenisBaris.JUMLAH,
        )
    )
    return Tabel(
        "bab3.pohon-anggaran",
        "Pagu dan Realisasi Anggaran menurut Program, Kegiatan, dan Keluaran",
        (
            Kolom("Kode"),
            Kolom("Uraian", menjorok=True),
            Kolom("Pagu (Rp)", format=Format.RUPIAH),
            Kolom("Realisasi (Rp)", format=Format.RUPIAH),
            Kolom("Serapan (%)", format=Format.PERSEN),
        ),
        tuple(isi),
        sumber="Aplikasi keuangan, data contoh",
    )


def tabel_lebar() -> Tabel:
    """Fourteen columns under heads of three levels, with cells that span rows."""
    kolom = [
        Kolom("No."),
        Kolom("Sasaran"),
        Kolom("Indikator kinerja"),
        Kolom("Satuan"),
        Kolom("Target", format=Format.NILAI),
    ]
    for t in ("I", "II", "III", "IV"):
        kolom.append(Kolom("S", format=Format.PERSEN, kelompok=("Kemajuan kumulatif (%)", f"Triwulan {t}")))
        kolom.append(Kolom("R", format=Format.PERSEN, kelompok=("Kemajuan kumulatif (%)", f"Triwulan {t}")))
    kolom.append(Kolom("Pagu (Rp)", format=Format.RUPIAH))
    isi = []
    for i in range(8):
        for j in range(3):
            nilai: list[Bahan] = [angka(f"{12 * k + 5}.{i}{j}") for k in range(1, 8)]
            nilai.append(KOSONG if (i + j) % 3 == 0 else angka("100"))
            awal = (
                (Sel(i + 1, baris=3), Sel(f"Meningkatnya kinerja pada sasaran contoh ke-{i + 1}", baris=3))
                if j == 0
                else ()
            )
            isi.append(
                baris(
                    *awal,
                    f"Persentase keberhasilan kegiatan contoh nomor {i + 1}.{j + 1}",
                    ("Persen", "Perusahaan", "Indeks")[j],
                    NA if j == 2 else angka("3.61"),
                    *nilai,
                    rupiah(123_456_789_000 + i),
                )
            )
    return Tabel(
        "bab3.rencana-aksi",
        "Capaian Rencana Aksi per Triwulan",
        tuple(kolom),
        tuple(isi),
        catatan=("S: sasaran, R: realisasi; ", Tebal(("N/A",)), ": tidak ada target pada tahun itu."),
        sumber="Data contoh",
        kertas=Kertas.LEBAR,
    )


def tabel_kecil(kode: str, judul: str) -> Tabel:
    """A short table as most indicators have."""
    return Tabel(
        kode,
        judul,
        (
            Kolom("No."),
            Kolom("Indikator Kinerja"),
            Kolom("Target", format=Format.NILAI),
            Kolom("Realisasi", format=Format.NILAI),
            Kolom("Capaian (%)", format=Format.PERSEN),
        ),
        (baris(1, "Pertumbuhan penerimaan layanan", angka("3"), angka("26.35"), angka("878.33")),),
        sumber="Data contoh",
    )


def grafik_triwulan() -> Gambar:
    return Gambar(
        "bab3.grafik-triwulan",
        "Target dan realisasi kemajuan fisik per triwulan",
        Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            "Target dan realisasi kemajuan fisik per triwulan",
            TW,
            (
                Seri("Target", (angka("20"), angka("45"), angka("70"), angka("100"))),
                Seri("Realisasi", (angka("18.5"), angka("51.25"), angka("72"), KOSONG)),
            ),
            "%",
            sumbu_nilai="Kemajuan fisik (%)",
        ),
        sumber="Data contoh",
    )


def grafik_belanja() -> Gambar:
    return Gambar(
        "bab3.grafik-belanja",
        "Komposisi belanja menurut jenis",
        Bagan(
            JenisBagan.KOMPOSISI,
            "Komposisi belanja menurut jenis",
            ("2022", "2023"),
            (
                Seri("Pegawai", (rupiah(12_000_000_000), rupiah(13_000_000_000))),
                Seri("Barang", (rupiah(7_000_000_000), rupiah(8_000_000_000))),
                Seri("Modal", (rupiah(3_000_000_000), rupiah(500_000_000))),
            ),
            "Rp miliar",
            format=Format.MILIAR,
            acuan=Acuan("Pagu awal", rupiah(20_000_000_000)),
        ),
        sumber="Data contoh",
    )


def dokumen(tambahan: str = "") -> Dokumen:
    """The whole example; ``tambahan`` is put into running text, a title and a cell."""
    depan = JenisBab.DEPAN
    indikator = tuple(
        SubBab(
            f"SK{i} · Indikator contoh",
            (
                paragraf(
                    "Capaian indikator ini ",
                    Figur(angka("878.33"), Format.PERSEN),
                    " dari target; rinciannya pada ",
                    Sitasi(f"bab3.indikator-{i}"),
                    " dan ",
                    Sitasi("bab3.grafik-triwulan"),
                    ". " + KALIMAT * 3,
                ),
                tabel_kecil(f"bab3.indikator-{i}", f"Capaian Indikator Kinerja {i}"),
                SubBab("Hasil yang telah dicapai", (paragraf(KALIMAT * 2),), bernomor=False, di_daftar_isi=False),
                SubBab("Kendala", (butir("Waktu", "Alat", bernomor=True),), bernomor=False, di_daftar_isi=False),
            ),
        )
        for i in range(1, 5)
    )
    return Dokumen(
        "Laporan Akuntabilitas Kinerja Tahun 2023",
        (
            Bab(
                "kata-pengantar",
                "Kata Pengantar",
                (
                    paragraf(KALIMAT * 4),
                    TandaTangan(
                        "Bandung, 31 Januari 2024",
                        (PenandaTangan("Nama Contoh", "Kepala Balai", "19700101 199501 1 001", "Plt."),),
                    ),
                ),
                depan,
            ),
            Bab(
                "ikhtisar",
                "Ikhtisar Eksekutif",
                (
                    Sorotan(
                        (
                            ButirSorotan("Rata-rata capaian", Figur(angka("231.84"), Format.PERSEN), "13 indikator"),
                            ButirSorotan("Serapan anggaran", Figur(angka("98.11"), Format.PERSEN), "target 98,04%"),
                            ButirSorotan("Penerimaan", Figur(rupiah(8_739_521_210), Format.MILIAR), "tumbuh 26,35%"),
                        )
                    ),
                    paragraf(KALIMAT * 3, tambahan),
                ),
                depan,
            ),
            Bab("daftar-isi", "Daftar Isi", (DaftarIsi(),), depan),
            Bab("daftar-tabel", "Daftar Tabel", (DaftarTabel(),), depan),
            Bab("daftar-gambar", "Daftar Gambar", (DaftarGambar(),), depan),
            Bab(
                "bab1",
                "Pendahuluan",
                (
                    SubBab("Tugas dan fungsi", (paragraf(KALIMAT * 6), butir("Pengujian", "Kalibrasi", "Sertifikasi"))),
                    SubBab(
                        "Organisasi",
                        (
                            paragraf(
                                Tebal(("Balai",)),
                                " adalah ",
                                Miring(("unit",)),
                                " pelaksana. ",
                                Sitasi("bab3"),
                                " memuat capaiannya.",
                            ),
                            Rincian((("Definisi", (KALIMAT,)), ("Sumber data", (tambahan or "Kuitansi penerimaan",)))),
                        ),
                    ),
                ),
            ),
            Bab(
                "bab2",
                "Perencanaan Kinerja",
                (
                    paragraf("Tabel tanpa baris tetap menyebut dirinya."),
                    Tabel("bab2.kosong", "Perubahan DIPA", (Kolom("Nomor"), Kolom("Tanggal")), ()),
                ),
            ),
            Bab(
                "bab3",
                "Akuntabilitas Kinerja" + tambahan,
                (
                    SubBab("Capaian indikator kinerja", (*indikator, grafik_triwulan())),
                    SubBab(
                        "Rencana aksi", (paragraf("Lihat ", Sitasi("bab3.rencana-aksi"), ". " + KALIMAT), tabel_lebar())
                    ),
                    SubBab(
                        "Keuangan",
                        (
                            paragraf(
                                "Pagu ",
                                Figur(rupiah(23_177_572_000), Format.RUPIAH),
                                " menurut ",
                                Sitasi("bab3.pohon-anggaran"),
                                ".",
                            ),
                            pohon_anggaran(),
                            grafik_belanja(),
                        ),
                        kode="bab3.keuangan",
                    ),
                ),
            ),
            Bab("bab4", "Penutup", (paragraf(KALIMAT * 3, tambahan),)),
            Bab(
                "lampiran-pk",
                "Perjanjian Kinerja",
                (
                    tabel_kecil("lampiran.pk", "Perjanjian Kinerja"),
                    TandaTangan(
                        "Jakarta, 2 Januari 2023",
                        (
                            PenandaTangan("Pejabat Pertama", "Kepala Badan", peran="Pihak Kedua"),
                            PenandaTangan("Pejabat Kedua", "Kepala Balai", peran="Pihak Pertama"),
                        ),
                    ),
                ),
                JenisBab.LAMPIRAN,
            ),
        ),
        Sampul(
            "Laporan Akuntabilitas Kinerja",
            2023,
            "Balai Besar Contoh\nKeramik dan Mineral Nonlogam",
            ("Kementerian Perindustrian", "Badan Contoh"),
            ("Satker 999999", "Versi 1"),
        ),
        subjudul="Balai Besar Contoh",
        kepala="LAKIN 2023",
        penulis="Balai Besar Contoh",
        pengenal="999999/2023",
    )


def bernomor(tambahan: str = "") -> Bernomor:
    return beri_nomor(dokumen(tambahan))
