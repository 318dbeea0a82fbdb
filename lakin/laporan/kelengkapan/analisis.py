"""The seven analyses of Chapter III, and the account of the money."""

from __future__ import annotations

from collections.abc import Iterator

from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.laporan.kelengkapan.deklarasi import (
    PERATURAN,
    TIDAK_BERLAKU,
    Berkas,
    ButirHitung,
    Hitungan,
    Jenis,
    Kurang,
    Letak,
    PerIndikator,
    Tempat,
)
from lakin.laporan.kelengkapan.isi import berisi, bernilai, slot_indikator
from lakin.laporan.pilih import seri_tahun


def _bab3(butir: str) -> Rujukan:
    return Rujukan(PERATURAN, f"Anak Lampiran II/1 Bab III {butir}")


class TargetDanRealisasi(PerIndikator):
    """Analysis 1: every indicator of the PK has its realisasi, or is declared not applicable."""

    kode = "A.1"
    kelompok = "analisis"
    pertanyaan = "Realisasi setiap indikator perjanjian kinerja disandingkan dengan targetnya"
    rujukan = _bab3("A angka 1")
    jenis = Jenis.WAJIB

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        akhir = b.konteks.triwulan == 4
        return berisi(h.realisasi if akhir else h.triwulan[b.konteks.triwulan - 1].realisasi)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.REALISASI, h.fakta.kode)


class TahunLalu(PerIndikator):
    """Analysis 2, the year before."""

    kode = "A.2a"
    kelompok = "analisis"
    pertanyaan = "Perbandingan dengan tahun lalu"
    rujukan = _bab3("A angka 2")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        t = seri_tahun(h, b.konteks.tahun - 1)
        return bernilai(t.realisasi) if t else False

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.REALISASI, h.fakta.kode, b.konteks.tahun - 1)


class BeberapaTahun(PerIndikator):
    """Analysis 2, several years: two earlier ones at least."""

    kode = "A.2b"
    kelompok = "analisis"
    pertanyaan = "Perbandingan dengan beberapa tahun terakhir (sedikitnya dua tahun sebelumnya)"
    rujukan = _bab3("A angka 2")
    pilihan = (TIDAK_BERLAKU,)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return sum(t.tahun < b.konteks.tahun and isinstance(t.realisasi, Angka) for t in h.seri) >= 2

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.seri-indikator.{h.fakta.kode}")


class JangkaMenengah(PerIndikator):
    """Analysis 3."""

    kode = "A.3"
    kelompok = "analisis"
    pertanyaan = "Perbandingan dengan target jangka menengah Renstra"
    rujukan = _bab3("A angka 3")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return bernilai(h.renstra.target) and bernilai(h.renstra.realisasi)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.jangka-menengah-indikator.{h.fakta.kode}")


class StandarNasional(PerIndikator):
    """Analysis 4: only where a standard exists, which no data tell."""

    kode = "A.4"
    kelompok = "analisis"
    pertanyaan = "Perbandingan dengan standar nasional atau acuan lain, jika ada"
    rujukan = _bab3("A angka 4")
    pilihan = (TIDAK_BERLAKU,)

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return any(a.indikator == h.fakta.kode for a in b.konteks.fakta.acuan)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.indikator.{h.fakta.kode}")


class SebabDanUpaya(ButirHitung):
    """Analysis 5, which only people can write."""

    kode = "A.5"
    kelompok = "analisis"
    pertanyaan = (
        "Analisis penyebab ditulis untuk setiap indikator; kendala dan tindak lanjut untuk yang belum mencapai target"
    )
    rujukan = _bab3("A angka 5")
    jenis = Jenis.WAJIB
    satuan = "uraian ditulis"
    hampa = "Kerangka laporan ini tidak menyediakan uraian per indikator."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        return (s.hitung() for s in slot_indikator(b))


class Efisiensi(PerIndikator):
    """Analysis 6."""

    kode = "A.6"
    kelompok = "analisis"
    pertanyaan = "Efisiensi penggunaan sumber daya dihitung"
    rujukan = _bab3("A angka 6; Lampiran II huruf C angka 4")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return bernilai(h.efisiensi.efisiensi)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.ANGGARAN)


class ProgramPendukung(PerIndikator):
    """Analysis 7."""

    kode = "A.7"
    kelompok = "analisis"
    pertanyaan = "Program dan kegiatan yang menunjang disebutkan"
    rujukan = _bab3("A angka 7")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return any(d.indikator == h.fakta.kode for d in b.konteks.fakta.dukungan)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.indikator.{h.fakta.kode}")


class RealisasiAnggaran(ButirHitung):
    """Part B of Chapter III: every item of the budget has its realisasi."""

    kode = "A.8"
    kelompok = "analisis"
    pertanyaan = "Realisasi setiap pos anggaran diisi"
    rujukan = _bab3("B")
    satuan = "pos anggaran"
    hampa = "Pohon anggaran belum ada."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for s in b.konteks.hasil.anggaran.simpul.values():
            if s.daun:
                letak = Letak(Tempat.ANGGARAN, f"uang-{s.fakta.kode}-{b.konteks.triwulan}")
                yield Hitungan(isinstance(s.realisasi, Angka), Kurang(f"{s.fakta.kode_cetak} {s.fakta.uraian}", letak))


class SatkerSejenis(PerIndikator):
    """Comparison with similar satkers: not asked for, but useful."""

    kode = "A.9"
    kelompok = "analisis"
    pertanyaan = "Perbandingan dengan satuan kerja sejenis"
    rujukan = Rujukan(PERATURAN, "Anak Lampiran III/2-2 III angka 7 (perbandingan yang bermanfaat)")
    jenis = Jenis.CATATAN

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return f"bab3.perbandingan-indikator.{h.fakta.kode}" in b.bernomor.butir

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return b.di_laporan(f"bab3.indikator.{h.fakta.kode}")
