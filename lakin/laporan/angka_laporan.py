"""Figures that only the report prints: recorded facts outside the engine, and totals of its tables.

They are made by the engine's own functions, so each has an address, a source
or an explanation, and rounding stays in one place. Blocks take them from here
and compute nothing themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Tiada, ada
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, TanpaNilai, banyak_desimal, dicatat, dihitung
from lakin.capaian.fakta import FAcuan, FDipa, FKeluaran, FPegawai, FPendukung
from lakin.capaian.hasil import HasilIndikator, HasilSimpul
from lakin.capaian.himpun import jumlah, persen, rata_rata
from lakin.laporan.konteks import Konteks, UbahanKoreksi
from lakin.laporan.pilih import SUMBER_DANA

RP = "Rp"
BAGIAN = Cara("bagian", "R / P × 100", (("R", "Bagian"), ("P", "Keseluruhan")))
SELISIH = Cara("selisih_pagu", "B - A", (("A", "Pagu sebelumnya"), ("B", "Pagu revisi ini")))
TANPA_PAGU = "Dokumen revisi ini tidak memuat jumlah pagu."
SERAPAN = Cara("serapan", "R / P × 100", (("R", "Realisasi anggaran"), ("P", "Pagu")))


@dataclass(frozen=True, slots=True)
class Rinci:
    """A part of a whole: its name, its figure, and its share of the whole."""

    nama: str
    nilai: Bahan
    persen: Bahan
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class Himpunan:
    """Parts and their total."""

    rinci: tuple[Rinci, ...]
    jumlah: Bahan


def akar(k: Konteks) -> str:
    """The beginning of every address of this report."""
    return f"{k.satker.kode}/{k.tahun}"


def _catat(alamat: str, nilai: Decimal | Tiada, satuan: str, label: str, sumber: str, desimal: int = 0) -> Bahan:
    return dicatat(alamat, nilai, desimal, satuan, label, sumber)


def apa_adanya(alamat: str, nilai: Decimal | Tiada, satuan: str, label: str, sumber: str) -> Bahan:
    desimal = banyak_desimal(nilai) if ada(nilai) else 0
    return dicatat(alamat, nilai, desimal, satuan, label, sumber)


def nilai_koreksi(k: Konteks, n: int, m: int, u: UbahanKoreksi) -> tuple[Bahan | str, Bahan | str]:
    """What change ``m`` of correction ``n`` found and left there; words stay words."""
    dasar = f"{akar(k)}/koreksi/{n}/{m}"
    lama, baru = (
        isi
        if isinstance(isi, str)
        else apa_adanya(f"{dasar}/{apa}", isi, "", f"{u.tentang}, {sebut}", "jejak perubahan")
        for apa, sebut, isi in (("lama", "semula", u.lama), ("baru", "menjadi", u.baru))
    )
    return lama, baru


# --- people and outputs -------------------------------------------------------


def pegawai(k: Konteks, jenis: str) -> Himpunan:
    """Staff by one grouping, each with its share."""
    dasar = f"{akar(k)}/pegawai/{jenis}"
    semua = [p for p in k.fakta.pegawai if p.jenis == jenis]
    nilai = [_pegawai(dasar, n, p) for n, p in enumerate(semua, 1)]
    total = jumlah(f"{dasar}/jumlah", nilai, 0, satuan="orang", label="Jumlah pegawai")
    return Himpunan(
        tuple(
            Rinci(p.kelompok, n, persen(f"{n.alamat}/persen", n, total, label=p.kelompok, cara=BAGIAN), p.sumber)
            for p, n in zip(semua, nilai, strict=True)
        ),
        total,
    )


def _pegawai(dasar: str, urut: int, p: FPegawai) -> Bahan:
    return _catat(f"{dasar}/{urut}", p.jumlah, "orang", p.kelompok, p.sumber)


@dataclass(frozen=True, slots=True)
class Keluaran:
    """Output volume of a KRO: target and realisasi beside the node."""

    simpul: HasilSimpul
    satuan: str
    target: Bahan
    realisasi: Bahan


def keluaran_kro(k: Konteks) -> tuple[Keluaran, ...]:
    """The KRO in the tree's order, each with its output volume."""
    volume = {o.kode: o for o in k.fakta.keluaran}
    return tuple(_keluaran(k, s, volume.get(s.fakta.kode)) for s in kro(k))


def _keluaran(k: Konteks, s: HasilSimpul, o: FKeluaran | None) -> Keluaran:
    dasar, nama = f"{akar(k)}/keluaran/{s.fakta.kode}", s.fakta.uraian
    kosong = Tiada.KOSONG
    target, realisasi, satuan, sumber = (o.target, o.realisasi, o.satuan, o.sumber) if o else (kosong, kosong, "", "")
    return Keluaran(
        s,
        satuan,
        apa_adanya(f"{dasar}/target", target, satuan, nama, sumber),
        apa_adanya(f"{dasar}/realisasi", realisasi, satuan, nama, sumber),
    )


def simpul_tingkat(k: Konteks, tingkat: str) -> tuple[HasilSimpul, ...]:
    """The nodes of one level of the budget tree."""
    return tuple(s for s in k.hasil.anggaran.simpul.values() if s.fakta.tingkat == tingkat)


def kro(k: Konteks) -> tuple[HasilSimpul, ...]:
    """The KRO of the budget tree."""
    return simpul_tingkat(k, "kro")


@dataclass(frozen=True, slots=True)
class Revisi:
    """A DIPA document."""

    fakta: FDipa
    total: Bahan
    ubah: Bahan
    """What it changed against the last revision whose total is known."""


def revisi_dipa(k: Konteks) -> tuple[Revisi, ...]:
    """The DIPA and its revisions in order; a total that no document prints stays kosong."""
    hasil: list[Revisi] = []
    lalu: Angka | None = None
    for d in sorted(k.fakta.dipa, key=lambda d: d.revisi):
        dasar, nama = f"{akar(k)}/dipa/{d.revisi}", f"Pagu DIPA revisi {d.revisi}"
        total = dicatat(f"{dasar}/total", d.total, 0, RP, nama, d.sumber, belum=TANPA_PAGU)
        hasil.append(Revisi(d, total, _ubah(f"{dasar}/ubah", lalu, total)))
        lalu = total if isinstance(total, Angka) else lalu
    return tuple(hasil)


def _ubah(alamat: str, lalu: Angka | None, total: Bahan) -> Bahan:
    if lalu is None or not isinstance(total, Angka):
        keadaan = Tiada.NA if isinstance(total, Angka) else Tiada.KOSONG
        return TanpaNilai("Tidak ada dua jumlah pagu untuk dibandingkan.", keadaan, alamat, "Perubahan pagu", RP)
    return dihitung(alamat, SELISIH, (lalu, total), total.nilai - lalu.nilai, 0, RP, "Perubahan pagu")


def anggaran_program(k: Konteks) -> Himpunan:
    """The budget per program as the PK states it."""
    dasar = f"{akar(k)}/pk/anggaran"
    nilai = [
        (nama, _catat(f"{dasar}/{kode}", n, RP, nama, k.fakta.pk.sumber))
        for kode, nama, n in k.fakta.pk.anggaran_program
    ]
    return _himpun(dasar, nilai, "Anggaran menurut PK")


def sumber_dana(k: Konteks) -> Himpunan:
    """The pagu by source of funds."""
    pagu = k.hasil.anggaran.sumber_dana
    bagian = [(nama, pagu[kode]) for kode, nama in SUMBER_DANA.items() if kode in pagu]
    return _terhadap(bagian, k.hasil.anggaran.total.pagu)


def jenis_belanja(k: Konteks) -> Himpunan:
    """The pagu by kind of expenditure."""
    nama = {"51": "Belanja pegawai (51)", "52": "Belanja barang (52)", "53": "Belanja modal (53)", "": "Tidak dirinci"}
    bagian = [(nama.get(kode, kode), n) for kode, n in k.hasil.anggaran.jenis_belanja.items()]
    return _terhadap(bagian, k.hasil.anggaran.total.pagu)


def _himpun(dasar: str, bagian: Sequence[tuple[str, Bahan]], label: str) -> Himpunan:
    total = jumlah(f"{dasar}/jumlah", [n for _, n in bagian], 0, satuan=RP, label=label)
    return _terhadap(bagian, total)


def _terhadap(bagian: Sequence[tuple[str, Bahan]], total: Bahan) -> Himpunan:
    return Himpunan(
        tuple(
            Rinci(nama, n, persen(f"{n.alamat.removesuffix('/pagu')}/porsi", n, total, label=nama, cara=BAGIAN))
            for nama, n in bagian
        ),
        total,
    )


# --- performance ---------------------------------------------------------------


def fisik_rata(k: Konteks, triwulan: int, *, rencana: bool) -> Bahan:
    """Mean physical progress of all indicators at the end of a triwulan, planned or reached."""
    apa = "rencana" if rencana else "realisasi"
    bagian = [
        h.triwulan[triwulan - 1].fisik_rencana if rencana else h.triwulan[triwulan - 1].fisik for h in k.indikator
    ]
    label = f"Rata-rata {apa} fisik triwulan {triwulan}"
    return rata_rata(f"{akar(k)}/organisasi/fisik/tw{triwulan}/{apa}", bagian, 2, satuan="%", label=label)


def acuan(k: Konteks, h: HasilIndikator) -> tuple[tuple[FAcuan, Bahan], ...]:
    """The benchmarks of an indicator."""
    milik = [a for a in k.fakta.acuan if a.indikator == h.fakta.kode]
    return tuple(
        (a, apa_adanya(f"{akar(k)}/{a.indikator}/acuan/{n}", a.nilai, a.satuan, a.nama, a.sumber))
        for n, a in enumerate(milik, 1)
    )


def pendukung(k: Konteks, h: HasilIndikator) -> tuple[FPendukung, ...]:
    """The supporting tables of an indicator."""
    return tuple(p for p in k.fakta.pendukung if p.indikator == h.fakta.kode)


def sel_pendukung(k: Konteks, p: FPendukung) -> tuple[tuple[str | Bahan, ...], ...]:
    """The cells of a supporting table, numbers as figures."""
    dasar = f"{akar(k)}/{p.indikator}/pendukung/{p.kode}"
    return tuple(
        tuple(
            sel if isinstance(sel, str) else apa_adanya(f"{dasar}/{r}/{c}", sel, "", p.kolom[c - 1], p.sumber)
            for c, sel in enumerate(baris, 1)
        )
        for r, baris in enumerate(p.baris, 1)
    )
