"""Chapter II, strategic plan and work plan: goals, objectives and their targets over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilSasaran
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks
from lakin.laporan.konteks import Konteks
from lakin.laporan.tabel_pk import TabelTarget


class VisiMisi(BlokTeks):
    """Vision and missions as the Renstra in force states them."""

    kode = "bab2.visi-misi"

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(k.fakta.pernyataan)

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        visi = [p.isi for p in k.fakta.pernyataan if p.jenis == "visi"]
        misi = [p.isi for p in k.fakta.pernyataan if p.jenis == "misi"]
        hasil: list[Blok] = [Paragraf((f"Visi: {v}.",)) for v in visi]
        if misi:
            n = len(misi)
            hasil.append(Paragraf((f"Misi yang diemban meliputi {terbilang(n)} hal berikut.",)))
            hasil.append(Daftar(tuple(Paragraf((m,)) for m in misi), bernomor=True))
        return tuple(hasil)


class Keterkaitan(BlokTabel[Any]):
    """Which objectives of the ministry and of the unit above each of the satker's own serves."""

    kode = "bab2.keterkaitan"
    judul = "Keterkaitan Renstra Kementerian, Unit Induk, dan {satker}"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran II, bab II perencanaan kinerja")
    kertas = Kertas.LEBAR

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        atas = ("Sasaran Strategis Kementerian",) if self._kementerian(k) else ()
        induk = ("Sasaran Strategis Unit Induk",) if pilih.berinduk(k) else ()
        return (
            Kolom("Perspektif", "perspektif"),
            *(Kolom(judul, nama, kelompok=atas) for judul, nama in (("Sasaran", "ss"), ("Indikator", "iss")) if atas),
            *(Kolom(judul, nama, kelompok=induk) for judul, nama in (("Sasaran", "sp"), ("Indikator", "isp")) if induk),
            Kolom("Sasaran", "sasaran", kelompok=(f"Sasaran Strategis {k.satker.singkatan}",)),
            Kolom("Indikator", "indikator", kelompok=(f"Sasaran Strategis {k.satker.singkatan}",)),
        )

    @staticmethod
    def _kementerian(k: Konteks) -> bool:
        return any(x.tingkat == "kementerian" for x in k.fakta.keterkaitan)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for x in k.hasil.sasaran.values():
            kode = x.fakta.kode
            yield Baris(
                perspektif=x.fakta.perspektif,
                ss=pilih.sasaran_atas(k, kode, "kementerian"),
                iss=pilih.indikator_atas(k, kode, "kementerian"),
                sp=pilih.sasaran_atas(k, kode, "eselon1"),
                isp=pilih.indikator_atas(k, kode, "eselon1") or self._dukung(x),
                sasaran=f"{kode} {x.fakta.nama}",
                indikator=pilih.daftar_nama(h.fakta.nama for h in x.indikator),
            )

    @staticmethod
    def _dukung(x: HasilSasaran) -> str | Daftar:
        """Where the objectives above are not recorded: the indicators above that the own ones support."""
        return pilih.daftar_nama(nama for h in x.indikator for _, nama in h.fakta.mendukung)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            f"{k.fakta.renstra.nama} memayungi kinerja tahun {k.tahun}. ",
            kal.lihat(self.kode),
            " menempatkan setiap sasaran dan indikator satker di bawah sasaran yang ditopangnya.",
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
            f"Ada {terbilang(banyak)} tujuan pada periode {k.fakta.renstra.awal}-{k.fakta.renstra.akhir}, "
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
            f"{terbilang(banyak)} indikator; target tahunannya dimuat dalam ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )


class RencanaKinerja(TabelTarget):
    """The year's plan: the targets that the PK then agrees."""

    kode = "bab2.rencana-kinerja"
    judul = "Rencana Kinerja {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.11")

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            f"Rencana kinerja menetapkan target tahun {k.tahun} yang selanjutnya diperjanjikan dalam PK. ",
            kal.lihat(self.kode),
            " memuatnya menurut sasaran.",
        )
