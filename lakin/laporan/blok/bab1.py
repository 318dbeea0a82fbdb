"""Chapter I: whose report it is, its staff, and how the report is laid out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang
from lakin.capaian.fakta import FJabatan
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, JenisBab, Kolom, Paragraf
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan.angka_laporan import Himpunan
from lakin.laporan.deklarasi import BlokGambar, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.kerangka import Bagian, BagianUtama
from lakin.laporan.konteks import Konteks
from lakin.laporan.penanda import isi_penanda


class Kedudukan(BlokTeks):
    """Name, legal basis and superior of the satker in the year."""

    kode = "bab1.kedudukan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        f = k.satker
        bagian = [f"Sepanjang tahun {k.tahun} satker ini bernama {f.nama} ({f.singkatan}), kode satker {f.kode}"]
        if f.kota:
            bagian.append(f", berkedudukan di {f.kota}")
        if f.induk_nama:
            bagian.append(f", dan bertanggung jawab kepada Kepala {f.induk_nama}")
        dasar = f" Dasar hukumnya adalah {f.dasar_hukum}." if f.dasar_hukum else ""
        return (Paragraf(("".join(bagian) + "." + dasar,)),)


class Struktur(BlokTeks):
    """The posts of the satker, each below the one above, and the functions that staff hold."""

    kode = "bab1.struktur"

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(k.fakta.jabatan)

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        puncak = [j for j in k.fakta.jabatan if not j.atasan]
        return (
            Paragraf((f"Susunan organisasi {k.satker.singkatan} terdiri atas jabatan berikut.",)),
            Daftar(tuple(_jabatan(k, j) for j in puncak)),
        )


def _jabatan(k: Konteks, j: FJabatan) -> Paragraf | tuple[Paragraf | Daftar, ...]:
    bawah = [x for x in k.fakta.jabatan if x.atasan == j.kode]
    if not bawah:
        return Paragraf((j.nama,))
    return (Paragraf((j.nama,)), Daftar(tuple(_jabatan(k, x) for x in bawah)))


class _Pegawai(BlokTabel[Any]):
    jenis = ""
    apa = ""
    kolom = (
        Kolom("Kelompok", "nama"),
        Kolom("Jumlah (orang)", "nilai", Format.BILANGAN),
        Kolom("Bagian (%)", "persen", Format.NILAI),
    )

    def himpunan(self, k: Konteks) -> Himpunan:
        return angka.pegawai(k, self.jenis)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        h = self.himpunan(k)
        yield from h.rinci
        if h.rinci:
            yield Jumlah("Jumlah", nilai=h.jumlah)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        h = self.himpunan(k)
        banyak = kal.tertinggi([(r.nama, r.persen) for r in h.rinci])
        if banyak is None:
            return ()
        return (
            f"Menurut {self.apa}, kelompok terbesar di antara ",
            kal.bilangan(h.jumlah),
            f" pegawai adalah {banyak[0].lower()} (",
            kal.persen(banyak[1]),
            "), sebagaimana ",
            kal.lihat(self.kode),
            ".",
        )


class PegawaiPendidikan(_Pegawai):
    """Staff by education."""

    kode = "bab1.pegawai-pendidikan"
    judul = "Pegawai {satker} Menurut Pendidikan, 31 Desember {tahun}"
    jenis = "pendidikan"
    apa = "jenjang pendidikan"


class PegawaiFungsi(_Pegawai):
    """Staff by function."""

    kode = "bab1.pegawai-fungsi"
    judul = "Pegawai {satker} Menurut Jabatan, 31 Desember {tahun}"
    jenis = "fungsi"
    apa = "jabatan"


class _GambarPegawai(BlokGambar):
    jenis = ""
    dengan_tabel = False
    """The table above it holds the same data."""

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        h = angka.pegawai(k, self.jenis)
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(r.nama for r in h.rinci),
            (Seri("Pegawai", tuple(r.nilai for r in h.rinci)),),
            satuan="orang",
            sumbu_kategori="",
            sumbu_nilai="Jumlah pegawai (orang)",
            format="bilangan",
        )


class GambarPegawaiPendidikan(_GambarPegawai):
    """Staff by education, drawn."""

    kode = "bab1.gambar-pegawai-pendidikan"
    judul = "Pegawai {satker} Menurut Pendidikan Tahun {tahun}"
    jenis = "pendidikan"


class GambarPegawaiFungsi(_GambarPegawai):
    """Staff by function, drawn."""

    kode = "bab1.gambar-pegawai-fungsi"
    judul = "Pegawai {satker} Menurut Jabatan Tahun {tahun}"
    jenis = "fungsi"


class Sistematika(BlokTeks):
    """What each chapter holds, read from the outline itself."""

    kode = "bab1.sistematika"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        butir = [
            Paragraf((kal.lihat(b.kode), f" {isi_penanda(b.judul, k.sebutan)}: {_isi_bab(k, b)}."))
            for b in k.kerangka.bab
            if b.jenis is JenisBab.ISI
        ]
        lampiran = [isi_penanda(b.judul, k.sebutan) for b in k.kerangka.bab if b.jenis is JenisBab.LAMPIRAN]
        penutup = (Paragraf((f"Lampiran memuat {'; '.join(lampiran).lower()}.",)),) if lampiran else ()
        kepala = f"Laporan ini terbagi dalam {terbilang(len(butir))} bab dengan susunan berikut."
        return (Paragraf((kepala,)), Daftar(tuple(butir)), *penutup)


def _isi_bab(k: Konteks, bab: BagianUtama) -> str:
    """The parts of a chapter; a repeated one is named by what it is repeated for."""
    bagian = [b for b in bab.isi if isinstance(b, Bagian)]
    nama = (f"uraian setiap {b.ulang}" if b.ulang else isi_penanda(b.judul, k.sebutan).lower() for b in bagian)
    return "; ".join(nama) or "uraian"
