"""Two reports laid side by side: every figure, text and part of the outline that differs. Reads no database.

Figures meet at their address relative to satker and year, so that the report
of another year can be compared too. N/A, kosong and a number are three things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from lakin.angka import tulis
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.dokumen.format import nilai_mesin, tulis_teks
from lakin.dokumen.nomor import Bernomor, Butir, telusur
from lakin.dokumen.pohon import Bab, Format, Gambar, Paragraf, Sorotan, SubBab, Tabel
from lakin.laporan.bagian import BagianNaskah, bagian_naskah
from lakin.laporan.banding_isi import UbahIsi, ubah_foto, ubah_kata
from lakin.laporan.beku import beku, sidik_bagian
from lakin.laporan.katalog_blok import blok
from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, Berjudul, Kerangka
from lakin.laporan.kerangka import Butir as ButirKerangka
from lakin.laporan.konteks import Konteks
from lakin.laporan.sebutan import sebutan
from lakin.laporan.susun import IkatanLaporan, alamat_penuh, alamat_relatif, susun_bernomor
from lakin.laporan.versi import Potong, bandingkan, paragraf_polos

BERUBAH, BARU, HILANG = "berubah", "baru", "hilang"
JENIS = {BERUBAH: "berubah", BARU: "hanya pada yang kedua", HILANG: "hanya pada yang pertama"}


@dataclass(frozen=True, slots=True)
class UbahAngka:
    """A figure that differs; ``alamat`` is relative, ``letak`` where it is printed (first in the second report)."""

    alamat: str
    jenis: str
    nama: str
    lama: Bahan | None
    baru: Bahan | None
    letak: Butir | None

    @property
    def teks_lama(self) -> str:
        """What stood there."""
        return tulis_sisi(self.lama)

    @property
    def teks_baru(self) -> str:
        """What stands there now."""
        return tulis_sisi(self.baru)

    @property
    def selisih(self) -> Decimal | None:
        """The new less the old, where both are numbers."""
        if isinstance(self.lama, Angka) and isinstance(self.baru, Angka):
            return self.baru.nilai - self.lama.nilai
        return None

    @property
    def teks_selisih(self) -> str:
        """The difference with its sign, with as many decimals as the finer of the two."""
        if self.selisih is None:
            return ""
        desimal = max(b.desimal for b in (self.lama, self.baru) if isinstance(b, Angka))
        return ("+" if self.selisih > 0 else "") + tulis(self.selisih, desimal)


@dataclass(frozen=True, slots=True)
class UbahNaskah:
    """A text that differs, paragraph by paragraph, word by word."""

    kode: str
    judul: str
    kelompok: str
    jenis: str
    beda: list[list[Potong]]


@dataclass(frozen=True, slots=True)
class UbahKerangka:
    """A part of the outline that only one report has: where it stands, and what it is."""

    jenis: str
    jalur: tuple[str, ...]
    apa: str


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """All that differs between two reports; ``masukan`` names the frozen inputs that are not the same."""

    angka: tuple[UbahAngka, ...]
    naskah: tuple[UbahNaskah, ...]
    kerangka: tuple[UbahKerangka, ...]
    masukan: tuple[str, ...]
    foto: tuple[UbahIsi, ...] = ()
    kata: tuple[UbahIsi, ...] = ()

    @property
    def sama(self) -> bool:
        """Whether nothing that a reader sees differs."""
        return not (self.angka or self.naskah or self.kerangka or self.foto or self.kata)


def banding_versi(a: Konteks, b: Konteks) -> Perbandingan:
    """Compare the first report with the second."""
    jenis = (BERUBAH, BARU, HILANG)
    return Perbandingan(
        tuple(_angka(a, b)),
        tuple(_naskah(a, b)),
        tuple(_kerangka(a.kerangka, b.kerangka)),
        _masukan(a, b),
        tuple(ubah_foto(a, b, jenis)),
        tuple(ubah_kata(a, b, jenis)),
    )


def _masukan(a: Konteks, b: Konteks) -> tuple[str, ...]:
    kiri, kanan = sidik_bagian(beku(a)), sidik_bagian(beku(b))
    return tuple(f.name for f in fields(Konteks) if kiri[f.name] != kanan[f.name])


def tulis_sisi(bahan: Bahan | None) -> str:
    """A figure of one side; what is not there at all is neither N/A nor kosong."""
    return "tidak ada" if bahan is None else tulis_teks(bahan, Format.SATUAN)


# --- figures ----------------------------------------------------------------------


def _angka(a: Konteks, b: Konteks) -> Iterator[UbahAngka]:
    naskah_a, naskah_b = susun_bernomor(a), susun_bernomor(b)
    kiri, kanan = _semua(a, naskah_a), _semua(b, naskah_b)
    letak = _letak(a, naskah_a) | _letak(b, naskah_b)
    urut = {alamat: n for n, alamat in enumerate(_letak(b, naskah_b))}
    for alamat in sorted(kiri.keys() | kanan.keys(), key=lambda s: (urut.get(s, len(urut)), s)):
        lama, baru = kiri.get(alamat), kanan.get(alamat)
        if lama is None or baru is None or _nilai(lama) != _nilai(baru):
            jenis = BARU if lama is None else HILANG if baru is None else BERUBAH
            yield UbahAngka(alamat, jenis, _nama(alamat, lama, baru, b), lama, baru, letak.get(alamat))


def _nilai(bahan: Bahan) -> tuple[str, str, str]:
    keadaan = str(bahan.keadaan) if isinstance(bahan, TanpaNilai) else ""
    return nilai_mesin(bahan), keadaan, bahan.satuan


def _nama(alamat: str, lama: Bahan | None, baru: Bahan | None, b: Konteks) -> str:
    bahan = baru or lama
    nama = sebutan(alamat_penuh(alamat, b.satker.kode, b.tahun))
    label = bahan.label if bahan else ""
    return f"{nama}: {label}" if label and label.lower() not in nama.lower() else nama


def _semua(k: Konteks, naskah: Bernomor) -> dict[str, Bahan]:
    """Every figure by relative address: the engine's, the report's own, and what they are made of."""
    hasil = {alamat: b for b in _tercetak(naskah) if (alamat := _relatif(b.alamat, k))}
    return hasil | {_relatif(alamat, k): b for alamat, b in k.hasil.alamat.items()}


def _tercetak(naskah: Bernomor) -> Iterator[Bahan]:
    """What is printed and what it was made of, each object once."""
    dilihat: set[int] = set()
    tumpukan: list[Bahan] = [s for s in telusur(naskah.dokumen) if isinstance(s, Angka | TanpaNilai)]
    while tumpukan:
        bahan = tumpukan.pop()
        if id(bahan) not in dilihat:
            dilihat.add(id(bahan))
            yield bahan
            tumpukan += bahan.bahan


def _letak(k: Konteks, naskah: Bernomor) -> dict[str, Butir]:
    """Where each figure is printed first: the table, the figure, or the section; a numbered one before others."""
    hasil: dict[str, Butir] = {}
    bagian = kini = ""
    for s in telusur(naskah.dokumen):
        match s:
            case Bab() | SubBab():
                bagian = kini = s.kode
            case Tabel() | Gambar():
                kini = s.kode
            case Paragraf() | Sorotan():
                kini = bagian
            case Angka() | TanpaNilai() if s.alamat and kini in naskah.butir:
                alamat, butir = _relatif(s.alamat, k), naskah.butir[kini]
                if alamat not in hasil or (butir.nomor and not hasil[alamat].nomor):
                    hasil[alamat] = butir
    return hasil


def _relatif(alamat: str, k: Konteks) -> str:
    """The address below satker and year; another satker's figure keeps its own."""
    return alamat_relatif(alamat, k.satker.kode, k.tahun) or alamat if alamat else ""


# --- texts ------------------------------------------------------------------------


def _naskah(a: Konteks, b: Konteks) -> Iterator[UbahNaskah]:
    kiri, kanan = _paragraf(a), _paragraf(b)
    bagian = {s.kode: s for s in (*bagian_naskah(a), *bagian_naskah(b))}
    for kode, s in bagian.items():
        lama, baru = kiri.get(kode, []), kanan.get(kode, [])
        if lama != baru:
            jenis = BARU if not lama else HILANG if not baru else BERUBAH
            yield UbahNaskah(kode, s.judul, s.kelompok, jenis, bandingkan(lama, baru))


def _paragraf(k: Konteks) -> dict[str, list[str]]:
    ikatan = IkatanLaporan(k)
    return {s.kode: paragraf_polos(_isi(k, s), ikatan) for s in bagian_naskah(k)}


def _isi(k: Konteks, s: BagianNaskah) -> Any:
    uraian: Mapping[tuple[str, str], Any] = k.narasi.uraian
    return uraian.get(s.uraian) if s.uraian else k.narasi.bagian.get(s.kode)


# --- outline ----------------------------------------------------------------------


def _kerangka(a: Kerangka, b: Kerangka) -> Iterator[UbahKerangka]:
    kiri, kanan = list(_baris(a)), list(_baris(b))
    cocok = SequenceMatcher(None, [k for k, _, _ in kiri], [k for k, _, _ in kanan], autojunk=False)
    for jenis, a1, a2, b1, b2 in cocok.get_opcodes():
        if jenis != "equal":
            yield from (UbahKerangka(HILANG, jalur, apa) for _, jalur, apa in kiri[a1:a2])
            yield from (UbahKerangka(BARU, jalur, apa) for _, jalur, apa in kanan[b1:b2])


def _baris(k: Kerangka) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each part of an outline as a line: what it is to the comparison, where it stands, what it is called."""
    yield repr((k.judul, k.subjudul)), (), f"Laporan: {k.judul}{f', {k.subjudul}' if k.subjudul else ''}"
    for bab in k.bab:
        yield repr((bab.kode, bab.judul, bab.jenis, bab.kertas)), (), f"Bab: {bab.judul}"
        yield from _butir(bab.isi, (bab.judul,))


def _butir(isi: tuple[ButirKerangka, ...], jalur: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for s in isi:
        if isinstance(s, Bagian):
            sifat = (jalur, s.judul, s.kode, s.ulang, s.bernomor, s.di_daftar_isi, s.halaman_baru)
            yield repr(sifat), jalur, f"Bagian: {s.judul}"
            yield from _butir(s.isi, (*jalur, s.judul))
        else:
            yield repr((jalur, s)), jalur, _sebut_butir(s)


def _sebut_butir(butir: Berjudul | str) -> str:
    if isinstance(butir, Berjudul):
        return f"Blok: {butir.judul}"
    kode = butir
    for awalan, nama in ((NARASI, "Tulisan"), (URAIAN, "Uraian indikator")):
        if kode.startswith(awalan):
            return f"{nama}: {kode.removeprefix(awalan).replace('_', ' ')}"
    try:
        judul = getattr(blok(kode), "judul", "")
    except (KeyError, ValueError):
        judul = ""
    return f"Blok: {judul or kode}"
