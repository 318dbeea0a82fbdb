"""The checklist of the reviu (Anak Lampiran III/2-2): 6 points on format, 7 on making, 10 on substance.

The reviu is obligatory for the ministry's report only; a satker answers the same points for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.laporan.kelengkapan.deklarasi import (
    PERATURAN,
    Berkas,
    ButirHitung,
    ButirOrang,
    ButirPenjelasan,
    ButirTurunan,
    Hitungan,
    Kurang,
    Letak,
    PerIndikator,
    Tempat,
)
from lakin.laporan.kelengkapan.isi import bernilai


def _reviu(bagian: str, nomor: int) -> Rujukan:
    return Rujukan(PERATURAN, f"Anak Lampiran III/2-2 {bagian} angka {nomor}")


# --- I format ---------------------------------------------------------------------


class DataPenting(ButirHitung):
    """What a reader must know of the satker."""

    kode = "R1.1"
    kelompok = "format"
    pertanyaan = "Data penting instansi ditampilkan: nama, kedudukan, dasar hukum, struktur, pegawai"
    rujukan = _reviu("I", 1)
    satuan = "unsur"

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        f = b.konteks.fakta
        letak = b.di_laporan("bab1")
        for apa, ada in (
            ("Nama satuan kerja", f.satker.nama),
            ("Tempat kedudukan", f.satker.kota or f.satker.alamat),
            ("Dasar hukum pembentukan", f.satker.dasar_hukum),
            ("Struktur organisasi", f.jabatan),
            ("Jumlah pegawai", f.pegawai),
        ):
            yield Hitungan(bool(ada), Kurang(apa, letak))


class TargetKinerja(ButirTurunan):
    """Format 2."""

    kode = "R1.2"
    kelompok = "format"
    pertanyaan = "Informasi target kinerja disajikan"
    rujukan = _reviu("I", 2)
    dari = ("L2.3",)


class CapaianMemadai(PerIndikator):
    """Format 3: a capaian for each indicator."""

    kode = "R1.3"
    kelompok = "format"
    pertanyaan = "Capaian kinerja disajikan memadai untuk setiap indikator"
    rujukan = _reviu("I", 3)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return bernilai(h.capaian)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.REALISASI, h.fakta.kode)


class LampiranPendukung(ButirTurunan):
    """Format 4."""

    kode = "R1.4"
    kelompok = "format"
    pertanyaan = "Lampiran mendukung informasi pada badan laporan"
    rujukan = _reviu("I", 4)
    dari = ("L2.8", "L2.9")


class UpayaPerbaikan(ButirTurunan):
    """Format 5."""

    kode = "R1.5"
    kelompok = "format"
    pertanyaan = "Upaya perbaikan ke depan disajikan"
    rujukan = _reviu("I", 5)
    dari = ("L2.5", "A.5")


class AkuntabilitasKeuangan(ButirTurunan):
    """Format 6."""

    kode = "R1.6"
    kelompok = "format"
    pertanyaan = "Akuntabilitas keuangan disajikan"
    rujukan = _reviu("I", 6)
    dari = ("A.8",)


# --- II making --------------------------------------------------------------------


class DisusunUnitPelaksana(ButirOrang):
    """Making 1."""

    kode = "R2.1"
    kelompok = "mekanisme"
    pertanyaan = "Laporan disusun oleh unit yang bertugas untuk itu"
    rujukan = _reviu("II", 1)


class DidukungData(PerIndikator):
    """Making 2: raw rows or proofs behind each indicator."""

    kode = "R2.2"
    kelompok = "mekanisme"
    pertanyaan = "Setiap indikator didukung data dasar atau bukti"
    rujukan = _reviu("II", 2)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        f, kode = b.konteks.fakta, h.fakta.kode
        terbukti = kode in {x.indikator for x in f.bukti} or kode in {x.indikator for x in f.pendukung}
        return bool(h.baris) or terbukti

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.REALISASI, h.fakta.kode)


class MekanismePenyampaian(ButirOrang):
    """Making 3."""

    kode = "R2.3"
    kelompok = "mekanisme"
    pertanyaan = "Ada mekanisme penyampaian data dari unit kerja kepada penyusun laporan"
    rujukan = _reviu("II", 3)


class PenanggungJawab(PerIndikator):
    """Making 4: the manual of each indicator names who collects its data."""

    kode = "R2.4"
    kelompok = "mekanisme"
    pertanyaan = "Penanggung jawab data setiap indikator ditetapkan"
    rujukan = _reviu("II", 4)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return bool(h.fakta.pedoman.penanggung_jawab)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.indikator.{h.fakta.kode}")


class DataAndal(ButirOrang):
    """Making 5."""

    kode = "R2.5"
    kelompok = "mekanisme"
    pertanyaan = "Keandalan data dan informasi kinerja sudah diyakini"
    rujukan = _reviu("II", 5)


class DiketahuiUnitTerkait(ButirOrang):
    """Making 6."""

    kode = "R2.6"
    kelompok = "mekanisme"
    pertanyaan = "Analisis dan penjelasan diketahui unit kerja terkait"
    rujukan = _reviu("II", 6)


class BukanGabungan(ButirOrang):
    """Making 7."""

    kode = "R2.7"
    kelompok = "mekanisme"
    pertanyaan = "Laporan bukan sekadar gabungan laporan unit di bawahnya"
    rujukan = _reviu("II", 7)


# --- III substance ----------------------------------------------------------------


class SasaranSesuaiPk(ButirHitung):
    """Substance 1: met by the way in which the report is made, as soon as there is a PK."""

    kode = "R3.1"
    kelompok = "substansi"
    pertanyaan = "Tujuan dan sasaran laporan sama dengan perjanjian kinerja"
    rujukan = _reviu("III", 1)
    satuan = "sasaran"
    hampa = "Perjanjian kinerja belum memuat sasaran."
    keterangan = "Laporan disusun langsung dari perjanjian kinerja yang berlaku pada akhir tahun."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for s in b.konteks.hasil.sasaran.values():
            yield Hitungan(bool(s.indikator), Kurang(f"{s.fakta.kode} {s.fakta.nama}", Letak(Tempat.PK)))


class SelarasRenstra(PerIndikator):
    """Substance 2: the Renstra has a target of the year for each indicator."""

    kode = "R3.2"
    kelompok = "substansi"
    pertanyaan = "Tujuan dan sasaran laporan selaras dengan rencana strategis"
    rujukan = _reviu("III", 2)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return b.konteks.tahun in dict(h.fakta.target_renstra)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan("bab2.renstra")


class PenjelasanSasaran(ButirPenjelasan):
    """Substance 3."""

    kode = "R3.3"
    kelompok = "substansi"
    pertanyaan = "Bila sasaran tidak sesuai, penjelasannya memadai"
    rujukan = _reviu("III", 3)
    dari = ("R3.1", "R3.2")


class TargetSesuaiPk(PerIndikator):
    """Substance 4: met by the way in which the report is made."""

    kode = "R3.4"
    kelompok = "substansi"
    pertanyaan = "Target indikator laporan sama dengan perjanjian kinerja"
    rujukan = _reviu("III", 4)
    keterangan = "Target dibaca langsung dari perjanjian kinerja yang berlaku pada akhir tahun."

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return isinstance(h.target, Angka) or bernilai(h.target)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.PK)


class IkuSesuaiDokumen(PerIndikator):
    """Substance 5: each key indicator points to the catalogue that BSKJI has laid down."""

    kode = "R3.5"
    kelompok = "substansi"
    pertanyaan = "Indikator kinerja utama sesuai dengan katalog yang ditetapkan"
    rujukan = _reviu("III", 5)
    hampa = "Perjanjian kinerja ini tidak memuat indikator kinerja utama."

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return bool(h.fakta.katalog) if h.fakta.iku else None

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.PK)


class PenjelasanTarget(ButirPenjelasan):
    """Substance 6."""

    kode = "R3.6"
    kelompok = "substansi"
    pertanyaan = "Bila target atau IKU tidak sesuai, penjelasannya memadai"
    rujukan = _reviu("III", 6)
    dari = ("R3.4", "R3.5")


class PerbandinganBermanfaat(ButirTurunan):
    """Substance 7."""

    kode = "R3.7"
    kelompok = "substansi"
    pertanyaan = "Data kinerja dibandingkan dengan tahun lalu, standar nasional, dan sebagainya"
    rujukan = _reviu("III", 7)
    dari = ("A.2a", "A.4")


class CukupMengukur(ButirOrang):
    """Substance 8."""

    kode = "R3.8"
    kelompok = "substansi"
    pertanyaan = "Indikator cukup mengukur tujuan dan sasarannya"
    rujukan = _reviu("III", 8)


class PenjelasanUkuran(ButirPenjelasan):
    """Substance 9."""

    kode = "R3.9"
    kelompok = "substansi"
    pertanyaan = "Bila belum cukup mengukur, penjelasannya memadai"
    rujukan = _reviu("III", 9)
    dari = ("R3.8",)


class Smart(ButirOrang):
    """Substance 10."""

    kode = "R3.10"
    kelompok = "substansi"
    pertanyaan = "Indikator spesifik, terukur, dapat dicapai, relevan, dan berbatas waktu (SMART)"
    rujukan = Rujukan(PERATURAN, "Anak Lampiran III/2-2 III angka 10; Lampiran II huruf F")
