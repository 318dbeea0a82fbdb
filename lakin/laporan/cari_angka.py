"""Finding figures and numbered parts by the words that people use for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.dokumen.format import tulis_teks
from lakin.dokumen.nomor import Butir
from lakin.laporan.narasi import BENTUK
from lakin.laporan.sebutan import sebutan
from lakin.laporan.susun import IkatanLaporan, alamat_relatif

TERBANYAK = 30

_KATA = re.compile(r"[a-z0-9]+(?:[.,][a-z0-9]+)*%?")
_UANG = ("rupiah", "miliar", "juta", "ribu", "angka")


@dataclass(frozen=True, slots=True)
class Temuan:
    """A figure as the author meets it: its name, whose it is, and how it may be written."""

    alamat: str
    nama: str
    keterangan: str
    bentuk: tuple[tuple[str, str], ...]
    """(form, what it looks like), the usual one first."""
    sumber: str
    """The full address, which opens the explanation."""


def bentuk_angka(bahan: Bahan) -> tuple[str, ...]:
    """The forms that suit a figure, the usual one first."""
    if not isinstance(bahan, Angka):
        return ("angka",)
    satuan = bahan.satuan.lower()
    if satuan in ("rp", "rupiah"):
        return _UANG
    if satuan in ("%", "persen"):
        return ("persen", "angka")
    utuh = bahan.nilai == bahan.nilai.to_integral_value() and bahan.desimal == 0
    return (*(("satuan",) if satuan else ()), "angka", *(("terbilang",) if utuh else ()))


def nama_angka(alamat: str, bahan: Bahan, tahun: int) -> str:
    """'Capaian SK3.2', 'Penerimaan PNBP 2022', 'Realisasi SK1.1 (2021)'."""
    bagian = alamat.split("/")
    if bagian[2:3] == ["pnbp"] and len(bagian) > 4:
        layanan = f" {bahan.label}" if "layanan" in bagian else ""
        return f"{sebutan(alamat)} PNBP{layanan} {bagian[3]}"
    if bagian[2:4] == ["anggaran", "jumlah_indikator"]:
        nama = f"{sebutan(alamat).replace(' jumlah_indikator', '')} anggaran seluruh indikator"
    elif bagian[2:4] == ["anggaran", "total"]:
        nama = f"{sebutan(alamat).replace(' seluruh satker', '')} anggaran seluruh satker"
    elif bagian[2] in ("pegawai", "layanan", "keluaran", "dipa") or "pendukung" in bagian:
        nama = bahan.label or sebutan(alamat)
    else:
        nama = sebutan(alamat)
    return nama if bagian[1] == str(tahun) else f"{nama} ({bagian[1]})"


def cari_angka(ikatan: IkatanLaporan, kata: str) -> list[Temuan]:
    """Figures that answer to all the words, the plainest first; without words the indicators' own."""
    cari = _KATA.findall(kata.lower())
    k = ikatan.k
    nilai: list[tuple[tuple[int, ...], str, Bahan]] = []
    for urut, (alamat, bahan) in enumerate(ikatan.semua.items()):
        nama = _KATA.findall(f"{nama_angka(alamat, bahan, k.tahun)} {alamat}".lower().replace("/", " "))
        label = _KATA.findall(bahan.label.lower())
        tercetak = tulis_teks(bahan).lower() if isinstance(bahan, Angka) else ""
        if all(c.rstrip("%") == tercetak or any(t.startswith(c) for t in (*nama, *label)) for c in cari):
            nilai.append((_urutan(alamat, bahan, nama, cari, k.tahun, urut), alamat, bahan))
    nilai.sort(key=lambda n: n[0])
    return [temuan(ikatan, alamat, bahan) for _, alamat, bahan in nilai[:TERBANYAK]]


def temuan(ikatan: IkatanLaporan, alamat: str, bahan: Bahan) -> Temuan:
    """One figure with its forms."""
    k = ikatan.k
    nama = nama_angka(alamat, bahan, k.tahun)
    return Temuan(
        alamat_relatif(alamat, k.satker.kode, k.tahun),
        nama,
        bahan.label if bahan.label not in nama else "",
        tuple((b, tulis_teks(bahan, BENTUK[b])) for b in bentuk_angka(bahan)),
        alamat,
    )


def cari_rujukan(ikatan: IkatanLaporan, kata: str) -> list[Butir]:
    """Chapters, sections, tables and figures that answer to all the words."""
    cari = _KATA.findall(kata.lower())
    cocok = [
        b
        for b in ikatan.polos.butir.values()
        if b.nomor and " " not in b.kode and all(c in f"{b.sebutan} {b.judul} {b.kode}".lower() for c in cari)
    ]
    awal = [b for b in cocok if kata.strip() and b.sebutan.lower().startswith(kata.strip().lower())]
    lain = sorted((b for b in cocok if b not in awal), key=lambda b: 0 if b.jenis in ("tabel", "gambar") else 1)
    return [*awal, *lain][:TERBANYAK]


def _urutan(alamat: str, bahan: Bahan, teks: list[str], cari: list[str], tahun: int, urut: int) -> tuple[int, ...]:
    """Whole words before beginnings, values before blanks, this year before others, wholes before parts."""
    bagian = alamat.split("/")
    return (
        sum(c not in teks for c in cari),
        not isinstance(bahan, Angka),
        bagian[1] != str(tahun),
        "baris" in bagian or "pendukung" in bagian or "tercatat" in bagian,
        bagian[2:4] != ["anggaran", "total"] and bagian[2] == "anggaran",
        len(bagian),
        urut,
    )
