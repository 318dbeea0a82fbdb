"""An indicator of the level above, rolled up from satkers by a declared formula, with everything that made it.

A satker that has not reported is listed, never counted as zero in a mean or a
pooled ratio; in a share over a fixed number of satkers it has not reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.arah import MAKSIMASI
from lakin.capaian.gabungan import jumlah_kumulatif, mencapai, proporsi_ambang, rasio_gabungan, rata_satker
from lakin.capaian.himpun import jumlah, persen

LAMPIRAN_III = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III"),)
BANYAK_BARIS = Cara("banyak_baris", "banyak(x)", (("x", "Hasil setiap baris"),), LAMPIRAN_III, berulang=True)
_BARIS = (("R", "Baris yang mencapai"), ("P", "Seluruh baris"))
PORSI_BARIS = Cara("proporsi_baris", "R / P × 100", _BARIS, LAMPIRAN_III)
BELUM = "Belum ada satker yang melaporkan indikator ini."


class CaraGulung(StrEnum):
    """How satkers' results become one; a mean of ratios and a pooled ratio are two different formulas."""

    PROPORSI = "proporsi"
    PROPORSI_BARIS = "proporsi_baris"
    RATA_RATA = "rata_rata"
    RASIO = "rasio"
    KUMULATIF = "kumulatif"
    DIISI = "diisi"

    @property
    def nama(self) -> str:
        """What the screen calls it."""
        return _NAMA[self]


_NAMA = {
    CaraGulung.PROPORSI: "Bagian satker yang mencapai ambang",
    CaraGulung.PROPORSI_BARIS: "Bagian baris data dasar seluruh satker yang mencapai ambang",
    CaraGulung.RATA_RATA: "Rata-rata satker",
    CaraGulung.RASIO: "Rasio gabungan: jumlah pembilang dibagi jumlah penyebut",
    CaraGulung.KUMULATIF: "Jumlah seluruh satker, kumulatif sejak awal periode",
    CaraGulung.DIISI: "Tidak digulung: diisi oleh unit penanggung jawab",
}


@dataclass(frozen=True, slots=True)
class Aturan:
    """The declared way of one indicator: data, each with its source.

    ``pembilang`` and ``penyebut`` name parts of the satkers' own figures;
    ``jumlah_satker`` is the number of satkers that the manual divides by.
    """

    kunci: str
    nama: str
    satuan: str
    cara: CaraGulung
    dari: str
    sumber: str
    desimal: int = 2
    ambang: Decimal = Decimal(0)
    jumlah_satker: int | None = None
    pembilang: tuple[str, ...] = ()
    penyebut: str = ""
    kode: str = ""
    pengisi: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Setoran:
    """What one satker brings: its realisasi and target, named parts, raw rows' results, its earlier years."""

    satker: str
    nama: str
    nilai: Bahan
    target: Bahan
    bagian: Mapping[str, Bahan] = field(default_factory=dict)
    baris: tuple[Bahan, ...] = ()
    tahun: tuple[Bahan, ...] = ()
    """Realisasi of each year of the period so far, this year's last."""
    target_tahun: tuple[Bahan, ...] = ()
    kode: str = ""

    @property
    def melapor(self) -> bool:
        """Whether it has a value."""
        return isinstance(self.nilai, Angka)

    @property
    def belum(self) -> bool:
        """Whether it owes one: a satker to which the indicator does not apply owes nothing."""
        return isinstance(self.nilai, TanpaNilai) and self.nilai.keadaan is Tiada.KOSONG

    @property
    def tertinggal(self) -> bool:
        """Whether it reported less than its own target (all of BSKJI's indicators are maksimasi)."""
        nilai, target = self.nilai, self.target
        return isinstance(nilai, Angka) and isinstance(target, Angka) and nilai.nilai < target.nilai


@dataclass(frozen=True, slots=True)
class Kecukupan:
    """Whether the satkers' targets, taken together by the same formula, reach the target above."""

    cukup: bool | None
    """None where the formula does not allow an answer; ``kalimat`` says why."""
    kalimat: str
    angka: Bahan | None = None


@dataclass(frozen=True, slots=True)
class Gulungan:
    """One indicator of the level above with its target, the rolled-up realisasi and what made it."""

    aturan: Aturan
    target: Bahan
    realisasi: Bahan
    capaian: Bahan
    setoran: tuple[Setoran, ...]
    kecukupan: Kecukupan

    @property
    def melapor(self) -> tuple[Setoran, ...]:
        """Those that make the number."""
        return tuple(s for s in self.setoran if s.melapor)

    @property
    def belum(self) -> tuple[Setoran, ...]:
        """Those that have not reported."""
        return tuple(s for s in self.setoran if s.belum)

    @property
    def tertinggal(self) -> tuple[Setoran, ...]:
        """Those that reported less than their own target."""
        return tuple(s for s in self.setoran if s.tertinggal)


def gulung(aturan: Aturan, alamat: str, target: Bahan, setoran: Sequence[Setoran]) -> Gulungan:
    """Roll one indicator up; ``alamat`` is its own, below which the parts get theirs."""
    realisasi = _GULUNG[aturan.cara](aturan, f"{alamat}/realisasi", setoran)
    return Gulungan(
        aturan, target, realisasi, _capaian(f"{alamat}/capaian", realisasi, target), tuple(setoran),
        kecukupan(aturan, f"{alamat}/kecukupan", target, setoran),
    )  # fmt: skip


def _capaian(alamat: str, realisasi: Bahan, target: Bahan) -> Bahan:
    nol = "Target nol: capaian tidak terdefinisi."
    return persen(alamat, realisasi, target, label="Capaian", cara=MAKSIMASI, nol=nol)


# --- the formulas ---------------------------------------------------------------


def _proporsi(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    if not any(s.melapor for s in setoran):
        return TanpaNilai(BELUM, Tiada.KOSONG, alamat, a.nama, a.satuan, tuple(s.nilai for s in setoran))
    nilai = [s.nilai for s in setoran]
    return proporsi_ambang(alamat, nilai, a.ambang, jumlah_satker=a.jumlah_satker, label=a.nama)


def _proporsi_baris(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    """Share of all satkers' raw rows that reach the threshold; a row without a result has not reached."""
    baris = tuple(b for s in setoran for b in s.baris)
    ada = tuple(b for b in baris if isinstance(b, Angka))
    if not ada:
        alasan = "Belum ada satker yang mengisi data dasar indikator ini."
        return TanpaNilai(alasan, Tiada.KOSONG, alamat, a.nama, a.satuan, tuple(s.nilai for s in setoran))
    atas = mencapai(f"{alamat}/mencapai", ada, a.ambang, "Baris yang mencapai ambang")
    semua = dihitung(f"{alamat}/baris", BANYAK_BARIS, ada, Decimal(len(ada)), 0, "", "Baris data dasar yang terisi")
    return persen(alamat, atas, semua, label=a.nama, cara=PORSI_BARIS)


def _rata(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    return rata_satker(alamat, [s.nilai for s in setoran], a.desimal, satuan=a.satuan, label=a.nama)


def _rasio(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    return rasio_gabungan(alamat, [pasangan(a, alamat, s) for s in setoran], label=a.nama)


def pasangan(a: Aturan, alamat: str, s: Setoran) -> tuple[Bahan, Bahan]:
    """Numerator and denominator that a satker brings to a pooled ratio."""
    kosong = TanpaNilai("Belum melaporkan bagiannya.", Tiada.KOSONG, label=s.nama)
    bagian = [s.bagian.get(nama, kosong) for nama in a.pembilang]
    if len(bagian) == 1:
        return bagian[0], s.bagian.get(a.penyebut, kosong)
    if not any(isinstance(b, Angka) for b in bagian):
        return kosong, s.bagian.get(a.penyebut, kosong)
    desimal = max(b.desimal for b in bagian if isinstance(b, Angka))
    atas = jumlah(f"{alamat}/pembilang/{s.satker}", bagian, desimal, label=s.nama)
    return atas, s.bagian.get(a.penyebut, kosong)


def _kumulatif(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    if not any(s.melapor for s in setoran):
        return TanpaNilai(BELUM, Tiada.KOSONG, alamat, a.nama, a.satuan, tuple(s.nilai for s in setoran))
    return jumlah_kumulatif(alamat, [b for s in setoran for b in s.tahun], satuan=a.satuan, label=a.nama)


def _diisi(a: Aturan, alamat: str, setoran: Sequence[Setoran]) -> Bahan:
    """The value of the responsible unit: the very figure, so that it keeps its own address and explanation."""
    if setoran:
        return setoran[0].nilai
    unit = a.pengisi or "unit penanggung jawab"
    return TanpaNilai(f"Diisi oleh {unit}; belum ada nilainya.", Tiada.KOSONG, alamat, a.nama, a.satuan)


_GULUNG = {
    CaraGulung.PROPORSI: _proporsi,
    CaraGulung.PROPORSI_BARIS: _proporsi_baris,
    CaraGulung.RATA_RATA: _rata,
    CaraGulung.RASIO: _rasio,
    CaraGulung.KUMULATIF: _kumulatif,
    CaraGulung.DIISI: _diisi,
}


# --- do the targets below suffice -------------------------------------------------


def kecukupan(aturan: Aturan, alamat: str, target: Bahan, setoran: Sequence[Setoran]) -> Kecukupan:
    """Take the satkers' targets together by the same formula, where that says something, and set them beside it."""
    bawah = [s.target for s in setoran if isinstance(s.target, Angka)]
    if isinstance(target, TanpaNilai):
        return Kecukupan(None, "Tidak ada target di atasnya pada tahun ini.")
    if not bawah:
        return Kecukupan(None, "Belum ada satker yang mempunyai target pada tahun ini.")
    if aturan.cara is CaraGulung.PROPORSI_BARIS:
        return Kecukupan(None, "Target satker diukur dengan ukuran lain (rata-rata), jadi tidak dapat dijumlahkan.")
    if aturan.cara is CaraGulung.RASIO:
        return _batas_rasio(target, bawah)
    angka = _gabung_target(aturan, alamat, setoran, bawah)
    if isinstance(angka, TanpaNilai):
        return Kecukupan(None, angka.alasan, angka)
    if angka.nilai >= target.nilai:
        return Kecukupan(True, "Target satker bersama-sama mencapai target ini.", angka)
    return Kecukupan(False, "Target satker bersama-sama lebih rendah dari target ini.", angka)


def _gabung_target(a: Aturan, alamat: str, setoran: Sequence[Setoran], bawah: list[Angka]) -> Bahan:
    if a.cara is CaraGulung.PROPORSI:
        jumlah_satker = a.jumlah_satker
        return proporsi_ambang(alamat, bawah, a.ambang, jumlah_satker=jumlah_satker, label="Target satker digabung")
    if a.cara is CaraGulung.RATA_RATA:
        return rata_satker(alamat, bawah, a.desimal, satuan=a.satuan, label="Rata-rata target satker")
    if a.cara is CaraGulung.KUMULATIF:
        tahun = [b for s in setoran for b in s.target_tahun]
        return jumlah_kumulatif(alamat, tahun, satuan=a.satuan, label="Jumlah target satker")
    return bawah[0]


def _batas_rasio(target: Angka, bawah: Sequence[Angka]) -> Kecukupan:
    """A pooled ratio lies between the least and the greatest of the ratios, whatever their denominators are."""
    if min(b.nilai for b in bawah) >= target.nilai:
        return Kecukupan(True, "Setiap target satker mencapai target ini, jadi rasio gabungannya juga.")
    if max(b.nilai for b in bawah) < target.nilai:
        return Kecukupan(False, "Tidak satu pun target satker mencapai target ini, jadi rasio gabungannya juga tidak.")
    return Kecukupan(
        None,
        "Sebagian target satker di bawah target ini; hasilnya bergantung pada besar penyebut setiap satker, "
        "yang tidak ada dalam Renstra.",
    )
