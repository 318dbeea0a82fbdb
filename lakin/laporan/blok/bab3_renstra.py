"""Chapter III, the medium term: every year of the Renstra, and how far the period has come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih, tabel_renstra
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks
from lakin.laporan.konteks import Konteks


class CapaianRenstra(BlokTabel[Any]):
    """Target, realisasi and capaian of each year so far, the years to come, and the period."""

    kode = "bab3.capaian-renstra"
    judul = "Capaian Kinerja Renstra {satker} Tahun {awal}-{akhir}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 3")
    kertas = Kertas.LEBAR

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return tabel_renstra.kolom(k)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        return tabel_renstra.baris(k)

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Tahun tanpa target (N/A) tidak ikut dihitung pada kedua sisi capaian periode.",)


class AnalisisRenstra(BlokTeks):
    """Which indicators have already reached the medium-term target."""

    kode = "bab3.analisis-renstra"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        sudah = [h for h in k.indikator if kal.mencapai(h.renstra.realisasi, h.renstra.target)]
        belum = [h for h in k.indikator if h not in sudah]
        hasil: list[Blok] = [
            Paragraf(
                (
                    f"Capaian tiap indikator terhadap target jangka menengah sampai dengan {k.tahun} dimuat dalam ",
                    kal.lihat("bab3.capaian-renstra"),
                    ".",
                )
            )
        ]
        if sudah:
            n = len(sudah)
            hasil.append(Paragraf((f"Sebanyak {terbilang(n)} indikator telah memenuhi target jangka menengah:",)))
            hasil.append(self._daftar(sudah))
        if belum:
            n = len(belum)
            hasil.append(Paragraf((f"Masih {terbilang(n)} indikator yang belum memenuhinya:",)))
            hasil.append(self._daftar(belum))
        return tuple(hasil)

    @staticmethod
    def _daftar(indikator: list[HasilIndikator]) -> Daftar:
        return Daftar(
            tuple(
                Paragraf(
                    (
                        f"{h.fakta.nama}: realisasi ",
                        kal.dengan_satuan(h.renstra.realisasi),
                        " dari ",
                        kal.dengan_satuan(h.renstra.target),
                        " (",
                        kal.persen(h.renstra.capaian),
                        ")",
                    )
                )
                for h in indikator
            )
        )


class KegiatanPenunjang(BlokTabel[Any]):
    """The activities that support each indicator of the Renstra."""

    kode = "bab3.kegiatan-penunjang"
    judul = "Kegiatan Penunjang Rencana Strategis {satker}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.62")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran Kegiatan", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Komponen/Subkomponen", "kegiatan"),
    )
    gabung = ("no", "sasaran", "indikator")

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(k.fakta.penunjang)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            for p in k.fakta.penunjang:
                if p.indikator == b.h.fakta.kode:
                    yield Baris(no=b.no, sasaran=b.sasaran.fakta.nama, indikator=b.h.fakta.nama, kegiatan=p.nama)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Kegiatan yang menunjang setiap indikator Renstra didaftar dalam ", kal.lihat(self.kode), ".")


class PrioritasNasional(BlokTabel[Any]):
    """The indicators that carry a national priority, with their budget."""

    kode = "bab3.prioritas-nasional"
    judul = "Indikator {satker} yang Mendukung Prioritas Nasional Tahun {tahun}"
    kolom = (
        Kolom("Kode", "fakta.kode"),
        Kolom("Indikator Kinerja", "fakta.nama"),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
        Kolom("Pagu (Rp)", "anggaran.pagu", Format.NILAI),
        Kolom("Realisasi (Rp)", "anggaran.realisasi", Format.NILAI),
        Kolom("Serapan (%)", "anggaran.persen", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return any(h.fakta.prioritas_nasional for h in k.indikator)

    def baris(self, k: Konteks, s: Any) -> Iterable[HasilIndikator]:
        return [h for h in k.indikator if h.fakta.prioritas_nasional]

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        n = len(list(self.baris(k, s)))
        return (
            f"Ada {terbilang(n)} indikator yang kegiatannya ditandai sebagai prioritas nasional; "
            "capaian dan anggarannya tercantum dalam ",
            kal.lihat(self.kode),
            ".",
        )
