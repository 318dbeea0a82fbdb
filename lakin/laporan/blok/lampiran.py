"""Annexes: the PK in its legal form, the measurement, the Rencana Aksi, the Renstra, the manual."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.naskah_pk import pernyataan, tanda_tangan
from lakin.dokumen.pohon import Blok, Format, Kertas, Kolom, Rata
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_triwulan as triwulan
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih, tabel_renstra
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks


class PernyataanPk(BlokTeks):
    """The statement above the PK's table (Permenpan RB 53/2014, Lampiran I)."""

    kode = "lampiran.pernyataan-pk"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return pernyataan(k.fakta.pk.penanda_tangan)


class PerjanjianKinerja(BlokTabel[Any]):
    """The form of the PK: objectives, indicators, targets."""

    kode = "lampiran.perjanjian-kinerja"
    judul = "Perjanjian Kinerja Tahun {tahun} {nama_satker}"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran I")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Target", "target", rata=Rata.KANAN),
    )
    gabung = ("no", "sasaran")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                target=kal.dengan_satuan(b.h.target),
            )


class AnggaranPk(BlokTabel[Any]):
    """The budget per program below the PK."""

    kode = "lampiran.anggaran-pk"
    judul = "Program dan Anggaran dalam Perjanjian Kinerja Tahun {tahun}"
    kolom = (Kolom("Program", "nama"), Kolom("Anggaran (Rp)", "nilai", Format.NILAI))

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(k.fakta.pk.anggaran_program)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        h = angka.anggaran_program(k)
        yield from h.rinci
        yield Jumlah("Jumlah", nilai=h.jumlah)


class TandaTanganPk(BlokTeks):
    """Where both parties sign."""

    kode = "lampiran.tanda-tangan-pk"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        pk = k.fakta.pk
        return tanda_tangan(k.satker.kota, pk.tanggal, pk.penanda_tangan)


class PengukuranKinerja(BlokTabel[Any]):
    """The form of the measurement: target, realisasi, capaian, program and budget."""

    kode = "lampiran.pengukuran-kinerja"
    judul = "Pengukuran Kinerja {satker} {masa}"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran II")
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Satuan", "satuan"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
        Kolom("Pagu (Rp)", "pagu", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("Realisasi (Rp)", "uang", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("%", "persen", Format.NILAI, kelompok=("Anggaran",)),
    )
    gabung = ("no", "sasaran")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        anggaran = triwulan.uang_indikator(k)
        for b in pilih.bernomor(k):
            a, ini = anggaran[b.h.fakta.kode], triwulan.sampai(k, b.h)
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                satuan=b.h.fakta.satuan,
                target=b.h.target,
                realisasi=ini.realisasi,
                capaian=ini.capaian,
                pagu=a.pagu,
                uang=a.realisasi,
                persen=a.persen,
            )
        t = triwulan.serapan_total(k)
        yield Jumlah(
            "Rata-rata capaian dan jumlah anggaran",
            capaian=triwulan.organisasi(k).capaian,
            pagu=t.pagu,
            uang=t.realisasi,
            persen=t.persen,
        )


class CapaianRencanaAksi(BlokTabel[Any]):
    """The Rencana Aksi with what was reached: activity, plan and realisasi per triwulan."""

    kode = "lampiran.capaian-rencana-aksi"
    judul = "Capaian Rencana Aksi {satker} Tahun {tahun}"
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Triwulan", "triwulan"),
        Kolom("Rencana Kegiatan", "kegiatan"),
        Kolom("Sasaran (%)", "rencana", Format.NILAI, kelompok=("Fisik kumulatif",)),
        Kolom("Realisasi (%)", "fisik", Format.NILAI, kelompok=("Fisik kumulatif",)),
        Kolom("Realisasi indikator", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )
    gabung = ("indikator",)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for h in k.indikator:
            for t in h.triwulan[: k.triwulan]:
                yield Baris(
                    indikator=f"{h.fakta.kode} {h.fakta.nama}",
                    triwulan=nama_triwulan(t.triwulan),
                    kegiatan=pilih.kegiatan(h, t.triwulan),
                    rencana=t.fisik_rencana,
                    fisik=t.fisik,
                    realisasi=t.realisasi,
                    capaian=t.capaian,
                )


class RealisasiRenstra(BlokTabel[Any]):
    """The years of the Renstra."""

    kode = "lampiran.realisasi-renstra"
    judul = "Realisasi Renstra {satker} Tahun {awal}-{akhir}"
    kertas = Kertas.LEBAR

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return tabel_renstra.kolom(k)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        return tabel_renstra.baris(k)


class PedomanIndikator(BlokTabel[Any]):
    """The manual of every indicator of the PK."""

    kode = "lampiran.pedoman-indikator"
    judul = "Pedoman Indikator Perjanjian Kinerja {satker} Tahun {tahun}"
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("Kode", "kode"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Definisi", "definisi"),
        Kolom("Sumber data", "sumber"),
        Kolom("Cara menghitung", "cara"),
        Kolom("Satuan", "satuan"),
        Kolom("Klasifikasi", "klasifikasi"),
        Kolom("Penanggung jawab", "siapa"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for h in k.indikator:
            f, p = h.fakta, h.fakta.pedoman
            yield Baris(
                kode=f.kode,
                indikator=f.nama,
                definisi=p.definisi,
                sumber=p.sumber_data,
                cara=p.cara_hitung,
                satuan=f.satuan,
                klasifikasi=f.klasifikasi.value.capitalize(),
                siapa=p.penanggung_jawab,
            )


class Bukti(BlokTabel[Any]):
    """Letters and documents that prove what was reached, by indicator."""

    kode = "lampiran.bukti"
    judul = "Daftar Dokumen Bukti Kinerja {satker} Tahun {tahun}"
    wajib = False
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Indikator", "indikator", rata=Rata.TENGAH),
        Kolom("Nomor", "nomor"),
        Kolom("Tanggal", "tanggal"),
        Kolom("Perihal", "perihal"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for no, b in enumerate(k.fakta.bukti, 1):
            yield Baris(
                no=no,
                indikator=b.indikator,
                nomor=b.nomor or "tidak tercantum",
                tanggal=tulis_tanggal(b.tanggal) if b.tanggal else "tidak tercantum",
                perihal=b.perihal,
            )

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return (*super().buat(k, s), *pilih.foto_tempat(k, "bukti"))
