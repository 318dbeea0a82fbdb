"""Chapter II, strategic plan and work plan: goals, objectives and their targets over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilSasaran
from lakin.dokumen.pohon import Format, Inline, Kolom, Rata
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel
from lakin.laporan.konteks import Konteks


class Keterkaitan(BlokTabel[Any]):
    """Which objective above each of the satker's own stands under, by perspective."""

    kode = "bab2.keterkaitan"
    judul = "Keterkaitan Sasaran {satker} dengan Renstra Unit Induk"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran II, bab II perencanaan kinerja")
    kolom = (
        Kolom("Perspektif", "perspektif"),
        Kolom("Sasaran induk", "induk"),
        Kolom("Indikator induk yang didukung", "dukung"),
        Kolom("Sasaran satker", "sasaran"),
        Kolom("Indikator satker", "indikator"),
    )
    gabung = ("perspektif", "induk")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            yield Baris(
                perspektif=b.sasaran.fakta.perspektif,
                induk=b.sasaran.fakta.induk_kode,
                dukung="\n".join(f"{kode} {nama}" for kode, nama in b.h.fakta.mendukung) or "N/A",
                sasaran=f"{b.sasaran.fakta.kode} {b.sasaran.fakta.nama}",
                indikator=f"{b.h.fakta.kode} {b.h.fakta.nama}",
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            f"{k.fakta.renstra.nama} memayungi kinerja tahun {k.tahun}. ",
            kal.lihat(self.kode),
            " menempatkan setiap sasaran dan indikator satker di bawah sasaran unit induk yang ditopangnya.",
        )


class Tujuan(BlokTabel[Any]):
    """The goals and their own targets of the year."""

    kode = "bab2.tujuan"
    judul = "Tujuan {satker} dan Targetnya Tahun {tahun}"
    bernomor = False
    kolom = (
        Kolom("Kode", "fakta.kode"),
        Kolom("Tujuan", "fakta.nama"),
        Kolom("Tujuan induk", "fakta.induk_nama"),
        Kolom("Target (%)", "target", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        return k.hasil.tujuan.values()

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        banyak = len(k.hasil.tujuan)
        return (
            f"Ada {banyak} ({terbilang(banyak)}) tujuan pada periode {k.fakta.renstra.awal}-{k.fakta.renstra.akhir}, "
            "masing-masing dengan target tahunannya sendiri.",
        )


class SasaranDanTujuan(BlokTabel[Any]):
    """Each objective with the goal that its indicators serve."""

    kode = "bab2.sasaran-dan-tujuan"
    judul = "Sasaran Strategis dan Tujuan {satker}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.2")
    kolom = (
        Kolom("Acuan Sasaran BSKJI", "induk", rata=Rata.TENGAH),
        Kolom("Sasaran Strategis", "sasaran"),
        Kolom("Tujuan", "tujuan", rata=Rata.TENGAH),
    )

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return self.kolom

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for x in k.hasil.sasaran.values():
            yield Baris(
                induk=x.fakta.induk_kode, sasaran=f"{x.fakta.kode} {x.fakta.nama}", tujuan=pilih.tujuan_sasaran(x)
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "Hubungan sasaran dengan tujuan mengikuti tujuan dari indikator-indikatornya, seperti dirangkum ",
            kal.lihat(self.kode),
            ".",
        )


class TargetSasaran(BlokTabel[Any]):
    """The Renstra's targets of one objective's indicators, year by year."""

    kode = "bab2.target-sasaran"
    untuk = "sasaran"
    judul = "Indikator dan Target Sasaran {kode} Periode {awal}-{akhir}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.3 sampai 2.10")
    gabung = ("sasaran",)

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("Uraian Sasaran", "sasaran"),
            Kolom("Indikator Kinerja Sasaran", "indikator"),
            Kolom("Satuan", "satuan"),
            *(Kolom(str(t), f"t{t}", Format.NILAI, kelompok=("Target",)) for t in pilih.tahun_target(k)),
        )

    def baris(self, k: Konteks, s: HasilSasaran) -> Iterable[Baris]:
        for h in s.indikator:
            target = {f"t{t}": pilih.target_tahun(h, t) for t in pilih.tahun_target(k)}
            yield Baris(sasaran=s.fakta.nama, indikator=h.fakta.nama, satuan=h.fakta.satuan, **target)

    def pengantar(self, k: Konteks, s: HasilSasaran) -> tuple[Inline, ...]:
        banyak = len(s.indikator)
        return (
            f"Sasaran ini berada pada perspektif {s.fakta.perspektif} dan diukur dengan "
            f"{banyak} ({terbilang(banyak)}) indikator; target tahunannya dimuat dalam ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )


class RencanaKinerja(BlokTabel[Any]):
    """The year's plan: the targets that the PK then agrees."""

    kode = "bab2.rencana-kinerja"
    judul = "Rencana Kinerja {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.11")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran Strategis", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Satuan", "satuan"),
    )
    gabung = ("no", "sasaran")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                target=b.h.target,
                satuan=b.h.fakta.satuan,
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            f"Rencana kinerja menetapkan target tahun {k.tahun} yang selanjutnya diperjanjikan dalam PK. ",
            kal.lihat(self.kode),
            " memuatnya menurut sasaran.",
        )
