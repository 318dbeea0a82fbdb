"""The working paper of a reviu and its statement as documents of their own; written by the writers of the report."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.capaian.angka_jelas import Bahan
from lakin.dokumen.pohon import (
    Bab,
    BarisTabel,
    Blok,
    Dokumen,
    Figur,
    IsiSel,
    JenisBab,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Rincian,
    Sel,
    SubBab,
    Tabel,
    baris,
)
from lakin.laporan.butir_reviu import BAGIAN, BUTIR_REVIU
from lakin.laporan.pernyataan_reviu import JUDUL, PernyataanReviu, bab_pernyataan


@dataclass(frozen=True, slots=True)
class JawabanKertas:
    """An answer of the APIP as it is printed, beside what Lakin says from the data."""

    jawaban: str
    catatan: str
    menurut_data: str


@dataclass(frozen=True, slots=True)
class CatatanKertas:
    """A note as it is printed; ``angka`` is the figure that it is about."""

    letak: str
    uraian: str
    saran: str
    tanggapan: str
    hasil: str
    angka: Bahan | None = None


@dataclass(frozen=True, slots=True)
class KertasKerja:
    """All of a working paper."""

    satker: str
    singkatan: str
    tahun: int
    nomor: int
    keadaan: str
    langkah: str
    pengujian: str
    telaahan: str
    simpulan: str
    jawaban: dict[str, JawabanKertas]
    catatan: tuple[CatatanKertas, ...]
    pernyataan: PernyataanReviu | None = None


def dokumen_kertas_kerja(k: KertasKerja) -> Dokumen:
    """The working paper in the order of Lampiran III huruf C angka 3 huruf c."""
    judul = "Kertas Kerja Reviu atas Laporan Kinerja"
    isi = (
        _umum(k),
        SubBab("A. Hal yang direviu dan langkah reviu", _teks(k.langkah), "reviu.langkah"),
        SubBab("B. Hasil pengujian data dan informasi kinerja", _teks(k.pengujian), "reviu.pengujian"),
        SubBab("C. Telaahan atas penyelenggaraan SAKIP", _teks(k.telaahan), "reviu.telaahan"),
        SubBab("D. Daftar uji reviu", (_daftar(k),), "reviu.daftar"),
        SubBab("E. Catatan pereviu dan tindak lanjutnya", (_catatan(k),), "reviu.catatan"),
        SubBab("F. Kesimpulan pereviu", _teks(k.simpulan), "reviu.simpulan"),
    )
    # One chapter, since each begins a page; of the front matter, whose parts have no numbers.
    bab: tuple[Bab, ...] = (Bab("reviu", judul, isi, JenisBab.DEPAN),)
    if k.pernyataan:
        bab = (*bab, bab_pernyataan(k.pernyataan, k.satker, k.tahun))
    return Dokumen(
        judul=f"{judul} {k.singkatan} Tahun {k.tahun}",
        bab=bab,
        kepala=f"{judul} · {k.singkatan} {k.tahun}",
        penulis="APIP",
    )


def dokumen_pernyataan(p: PernyataanReviu, satker: str, singkatan: str, tahun: int) -> Dokumen:
    """The statement alone, as it stands in the report."""
    return Dokumen(judul=f"{JUDUL} {singkatan} Tahun {tahun}", bab=(bab_pernyataan(p, satker, tahun),), penulis=p.nama)


def _umum(k: KertasKerja) -> Rincian:
    return Rincian(
        (
            ("Laporan", (f"Laporan Kinerja {k.satker} tahun {k.tahun}, versi {k.nomor}",)),
            ("Pedoman", ("Permenpan RB 53/2014, Lampiran III",)),
            ("Keadaan reviu", (k.keadaan,)),
        )
    )


def _teks(teks: str) -> tuple[Blok, ...]:
    isi = tuple(Paragraf((b.strip(),)) for b in teks.splitlines() if b.strip())
    return isi or (Paragraf(("Belum ditulis.",)),)


def _daftar(k: KertasKerja) -> Tabel:
    semua: list[BarisTabel] = []
    for bagian, judul in BAGIAN.items():
        semua.append(BarisTabel((Sel(judul, kolom=5),), JenisBaris.KELOMPOK))
        for kode, b in BUTIR_REVIU.items():
            if b.kelompok == bagian:
                j = k.jawaban.get(kode, JawabanKertas("belum dijawab", "", ""))
                semua.append(baris(kode.partition(".")[2], b.pertanyaan, j.jawaban, j.catatan, j.menurut_data))
    return Tabel(
        kode="reviu.tabel-daftar",
        judul="Jawaban atas Daftar Uji Reviu",
        kolom=(
            Kolom("No.", rata=Rata.TENGAH, lebar=6),
            Kolom("Pernyataan", lebar=34),
            Kolom("Jawaban", lebar=12),
            Kolom("Catatan pereviu", lebar=24),
            Kolom("Menurut data", lebar=24),
        ),
        baris=tuple(semua),
        sumber="Permenpan RB 53/2014, Anak Lampiran III/2-2",
        wajib=False,
    )


def _catatan(k: KertasKerja) -> Tabel:
    return Tabel(
        kode="reviu.tabel-catatan",
        judul="Kesalahan atau Kelemahan, Saran, dan Tindak Lanjut",
        kolom=(
            Kolom("No.", rata=Rata.TENGAH, lebar=6),
            Kolom("Letak", lebar=18),
            Kolom("Kesalahan atau kelemahan", lebar=24),
            Kolom("Saran perbaikan", lebar=18),
            Kolom("Tanggapan satker", lebar=20),
            Kolom("Hasil", lebar=14),
        ),
        baris=tuple(
            baris(n, _letak(c), c.uraian, c.saran or "–", c.tanggapan or "–", c.hasil)
            for n, c in enumerate(k.catatan, 1)
        ),
        wajib=False,
        kalimat_kosong="Tidak ada catatan.",
    )


def _letak(c: CatatanKertas) -> IsiSel:
    return (f"{c.letak}: ", Figur(c.angka)) if c.angka is not None else c.letak
