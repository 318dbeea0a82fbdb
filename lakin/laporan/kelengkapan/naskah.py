"""Whether the texts and tables hold together: no gap, no broken tie, nothing empty that must be filled."""

from __future__ import annotations

from collections.abc import Iterator

from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Gambar, Tabel
from lakin.laporan.kelengkapan.deklarasi import (
    PERATURAN,
    Berkas,
    ButirHitung,
    Hitungan,
    Jenis,
    Kurang,
    Letak,
    Slot,
    Tempat,
)
from lakin.laporan.ketikan import DaftarNilai, Golongan, ketikan
from lakin.laporan.simpul_naskah import celah_naskah, ikatan_putus, simpul_naskah

ANDAL = Rujukan(PERATURAN, "Lampiran III huruf B huruf b (akurat, andal, absah)")

TEMPAT_TABEL: tuple[tuple[str, Tempat], ...] = (
    ("bab2.perjanjian-kinerja", Tempat.PK),
    ("bab2.rencana-aksi", Tempat.PK),
    ("lampiran.perjanjian-kinerja", Tempat.PK),
    ("bab3.data-dasar", Tempat.REALISASI),
    ("bab3.keuangan-triwulan", Tempat.ANGGARAN),
    ("bab3.gambar-serapan-triwulan", Tempat.ANGGARAN),
    ("bab3.keuangan-pohon", Tempat.ANGGARAN),
)
"""Beginnings of the codes of tables that are filled on a page of their own; the others are shown where they stand."""


class TanpaCelah(ButirHitung):
    """No place is left that says 'fill in'."""

    kode = "K.1"
    kelompok = "keutuhan"
    pertanyaan = "Tidak ada tempat bertanda “lengkapi” yang tertinggal di naskah"
    rujukan = Rujukan(PERATURAN, "Lampiran III huruf A (informasi yang andal, akurat, dan berkualitas)")
    jenis = Jenis.WAJIB
    satuan = "naskah tanpa celah"
    hampa = "Belum ada naskah yang ditulis."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for s in b.slot:
            celah = celah_naskah(s.isi)
            if celah or s.tertulis:
                apa = ", ".join(f"“{c or 'tanpa petunjuk'}”" for c in celah)
                yield Hitungan(not celah, Kurang(f"{s.nama}: {apa}", s.letak))


class TanpaIkatanPutus(ButirHitung):
    """Every bound figure and citation still finds what it is bound to."""

    kode = "K.2"
    kelompok = "keutuhan"
    pertanyaan = "Setiap angka dan rujukan yang terikat di naskah ditemukan pada data"
    rujukan = ANDAL
    jenis = Jenis.WAJIB
    satuan = "ikatan"
    hampa = "Naskah belum memakai angka atau rujukan yang terikat."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for s in b.slot:
            putus = ikatan_putus(s.isi, b.ikatan)
            yield from (Hitungan(False, Kurang(f"{s.nama}: {p} tidak ditemukan", s.letak)) for p in putus)
            utuh = _banyak(s, "angka", "sitasi") - len(putus)
            yield from (Hitungan(True, Kurang(s.nama, s.letak)) for _ in range(utuh))


class TabelWajibBerisi(ButirHitung):
    """No required table or figure says that it has no data."""

    kode = "K.3"
    kelompok = "keutuhan"
    pertanyaan = "Setiap tabel dan gambar wajib berisi"
    rujukan = ANDAL
    jenis = Jenis.WAJIB
    satuan = "tabel dan gambar"

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for s in telusur(b.bernomor.dokumen):
            if isinstance(s, Tabel | Gambar) and s.wajib:
                nama = f"{b.bernomor.butir[s.kode].nomor} {s.judul}".strip()
                yield Hitungan(not s.kosong, Kurang(nama, _letak(b, s.kode)))


class AngkaTerikat(ButirHitung):
    """Numerals that were typed may part from the data; bound ones cannot."""

    kode = "K.4"
    kelompok = "keutuhan"
    pertanyaan = "Angka di naskah terikat ke data, bukan diketik"
    rujukan = ANDAL
    satuan = "angka"
    hampa = "Naskah belum memuat angka."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        nilai = DaftarNilai(b.ikatan) if any(s.tertulis for s in b.slot) else None
        for s in b.slot:
            yield from (Hitungan(True, Kurang(s.nama, s.letak)) for _ in range(_banyak(s, "angka")))
            for x in ketikan(s.isi, nilai, s.bagian.kode) if nilai and s.tertulis else ():
                if x.golongan is Golongan.ANGKA:
                    yield Hitungan(False, Kurang(f"{s.nama}: “{x.letak.teks}”", Letak(Tempat.KETIKAN)))


def _banyak(s: Slot, *jenis: str) -> int:
    return sum(x.get("type") in jenis for x in simpul_naskah(s.isi))


def _letak(b: Berkas, kode: str) -> Letak:
    tempat = next((t for awal, t in TEMPAT_TABEL if kode.startswith(awal)), None)
    return Letak(tempat) if tempat else b.di_laporan(kode)
