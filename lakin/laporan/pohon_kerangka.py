"""An outline as its page shows it: the tree with its numbers, the catalogue seen from one place, texts left outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lakin.angka import nama_triwulan, romawi
from lakin.dokumen.pohon import JenisBab
from lakin.laporan.bagian import PISAH, bagian_naskah
from lakin.laporan.katalog_blok import KATALOG
from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, BagianUtama, Butir, Kerangka, nama_butir
from lakin.laporan.kerangka_periksa import BLOK, boleh_berdiri
from lakin.laporan.kerangka_ubah import Letak, ambil, jalur, telusur
from lakin.laporan.keterangan_blok import jenis_blok, keterangan, nama_blok
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN
from lakin.laporan.naskah import hitung_kata
from lakin.laporan.penanda import isi_penanda
from lakin.laporan.selectors import teks_laporan
from lakin.laporan.simpul_naskah import simpul_naskah
from lakin.laporan.tindakan_kerangka import berulang, tulis_letak
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JudulUraian

_NAMA_BAB = {JenisBab.DEPAN: "depan", JenisBab.ISI: "bab", JenisBab.LAMPIRAN: "lampiran"}
KELOMPOK = {
    "depan": "Bagian depan",
    "bab1": "Organisasi",
    "bab2": "Perencanaan",
    "bab3": "Akuntabilitas kinerja",
    "bab4": "Penutup",
    "lampiran": "Lampiran",
    "triwulan": "Laporan triwulan",
}
"""Groups of the catalogue, by the first word of a block's code."""


@dataclass(frozen=True, slots=True)
class Cabang:
    """One line of the tree, with what stands below it."""

    letak: str
    jenis: str
    """depan, bab, lampiran, bagian, tabel, gambar, teks or narasi."""
    nomor: str
    judul: str
    label: tuple[str, ...]
    kini: bool
    anak: tuple[Cabang, ...] = ()

    @property
    def wadah(self) -> bool:
        """Whether something may stand below it."""
        return self.jenis in ("depan", "bab", "lampiran", "bagian")

    @property
    def banyak(self) -> int:
        """How many tables, figures, texts and slots it holds, at any depth."""
        return sum(a.banyak if a.wadah else 1 for a in self.anak)


@dataclass(frozen=True, slots=True)
class Tawaran:
    """A block of the catalogue as seen from one place."""

    kode: str
    nama: str
    jenis: str
    keterangan: str
    rujukan: str
    di: str
    """Where it stands already; empty where it may be added."""
    letak: str
    sebab: str
    """Why it may not stand here."""


@dataclass(frozen=True, slots=True)
class NaskahLuar:
    """A text whose slot is not in the outline: kept, and back in its place when the slot returns."""

    kode: str
    kata: int
    awal: str


def sebutan_halaman(satker: Satker, tahun: int, triwulan: int) -> dict[str, Any]:
    """What the page puts in for placeholders, without reading a year's figures."""
    return {
        "satker": satker.singkatan,
        "nama_satker": satker.singkatan,
        "tahun": tahun,
        "tahun_lalu": tahun - 1,
        "awal": "awal",
        "akhir": "akhir",
        "triwulan": nama_triwulan(triwulan),
        "masa": f"Tahun {tahun}" if triwulan == TAHUNAN else f"sampai {nama_triwulan(triwulan)} Tahun {tahun}",
    }


def pohon(k: Kerangka, kini: Letak, sebutan: Mapping[str, Any]) -> tuple[Cabang, ...]:
    """The whole tree."""
    return tuple(_Pohon(kini, sebutan).bab(k.bab))


class _Pohon:
    def __init__(self, kini: Letak, sebutan: Mapping[str, Any]) -> None:
        self.kini = kini
        self.sebutan = sebutan

    def bab(self, semua: Iterable[BagianUtama]) -> Iterable[Cabang]:
        urut = dict.fromkeys(JenisBab, 0)
        for n, b in enumerate(semua):
            urut[b.jenis] += 1
            nomor, awalan = "", ""
            if b.jenis is JenisBab.ISI:
                nomor, awalan = f"Bab {romawi(urut[b.jenis])}", str(urut[b.jenis])
            elif b.jenis is JenisBab.LAMPIRAN:
                nomor, awalan = f"Lampiran {urut[b.jenis]}", f"L{urut[b.jenis]}"
            label = ("kertas lebar",) if b.kertas == "lebar" else ()
            yield Cabang(
                tulis_letak((n,)), _NAMA_BAB[b.jenis], nomor, isi_penanda(b.judul, self.sebutan), label,
                self.kini == (n,), tuple(self.isi(b.isi, (n,), awalan)),
            )  # fmt: skip

    def isi(self, isi: Iterable[Butir], induk: Letak, awalan: str) -> Iterable[Cabang]:
        """The items of a chapter or part; after a repeated part the numbers depend on the data and are left out."""
        urut, pasti = 0, bool(awalan)
        for n, b in enumerate(isi):
            letak = (*induk, n)
            if not isinstance(b, Bagian):
                yield self.butir(b, letak)
                continue
            urut += b.bernomor
            nomor = f"{awalan}.{urut}" if b.bernomor and pasti and not b.ulang else ""
            pasti = pasti and not (b.ulang and b.bernomor)
            label: tuple[str, ...] = (f"diulang untuk setiap {b.ulang}",) if b.ulang else ()
            label += () if b.bernomor else ("tanpa nomor",)
            yield Cabang(
                tulis_letak(letak), "bagian", nomor, isi_penanda(b.judul, self.sebutan), label,
                self.kini == letak, tuple(self.isi(b.isi, letak, nomor)),
            )  # fmt: skip

    def butir(self, b: Butir, letak: Letak) -> Cabang:
        """A block or a slot."""
        kode = nama_butir(b)
        jenis = jenis_blok(BLOK[kode]) if kode in BLOK else "narasi"
        return Cabang(tulis_letak(letak), jenis, "", judul_butir(b, self.sebutan), (), self.kini == letak)


def judul_butir(b: Butir, sebutan: Mapping[str, Any]) -> str:
    """A block by its caption, a slot by what it is for."""
    kode = nama_butir(b)
    if kode.startswith(URAIAN):
        judul = kode.removeprefix(URAIAN)
        return f"Uraian indikator: {dict(JudulUraian.choices).get(judul, judul)}"
    if kode.startswith(NARASI):
        return f"Narasi: {kode.removeprefix(NARASI).replace('_{kode}', '').replace('_', ' ')}"
    sendiri = b.judul if not isinstance(b, str) else ""
    return isi_penanda(sendiri or (nama_blok(BLOK[kode]) if kode in BLOK else kode), sebutan)


def katalog(k: Kerangka, letak: Letak, sebutan: Mapping[str, Any]) -> list[tuple[str, list[Tawaran]]]:
    """Every block by group, with whether and why (not) it can be added to the chapter or part at a place."""
    ada = {nama_butir(s): n for n, s in telusur(k) if not isinstance(s, BagianUtama | Bagian)}
    ulang, bab = berulang(k, letak), ambil(k, letak[:1])
    assert isinstance(bab, BagianUtama)
    hasil: dict[str, list[Tawaran]] = {nama: [] for nama in KELOMPOK.values()}
    for b in KATALOG:
        tempat = ada.get(b.kode)
        di = " › ".join(isi_penanda(w.judul, sebutan) for w in jalur(k, tempat)) if tempat else ""
        hasil[KELOMPOK[b.kode.partition(".")[0]]].append(
            Tawaran(
                b.kode, isi_penanda(nama_blok(b), sebutan), jenis_blok(b), keterangan(b), str(b.rujukan.dokumen),
                di, tulis_letak(tempat or ()), "" if di else boleh_berdiri(b.kode, ulang, bab.jenis),
            )
        )  # fmt: skip
    return [(nama, milik) for nama, milik in hasil.items() if milik]


def naskah_luar(satker: Satker, k: Konteks) -> tuple[NaskahLuar, ...]:
    """Texts of a report that no slot of its outline prints."""
    ada = {b.kode for b in bagian_naskah(k)}
    teks = teks_laporan(satker, k.tahun, k.triwulan)
    tulisan = dict(teks.bagian) | {PISAH.join(kunci): isi for kunci, isi in teks.uraian.items()}
    luar = ((kode, isi, hitung_kata(isi)) for kode, isi in tulisan.items() if kode not in ada)
    return tuple(NaskahLuar(kode, kata, _awal(isi)) for kode, isi, kata in luar if kata)


def _awal(isi: Any) -> str:
    """The first words of a text."""
    teks = " ".join(s["text"] for s in simpul_naskah(isi) if s.get("type") == "text")
    return teks if len(teks) <= 160 else f"{teks[:160].rsplit(' ', 1)[0]}…"
