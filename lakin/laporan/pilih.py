"""What blocks take out of the results: rows in the report's order, and lookups that may find nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.deklarasi import Rumus
from lakin.capaian.fakta import FTriwulan
from lakin.capaian.hasil import HasilIndikator, HasilSasaran, HasilSerapan, HasilSimpul, HasilTahun, HasilTujuan
from lakin.capaian.katalog import rumus
from lakin.dokumen.grafik import Acuan
from lakin.dokumen.pohon import Daftar, Figur, Format, Foto, JenisBaris, butir
from lakin.laporan.konteks import Konteks

TINGKAT_CETAK = ("program", "kegiatan", "kro", "ro", "komponen")
"""Levels that the budget tables print; what lies deeper is summed into its component."""

SUMBER_DANA = {"RM": "Rupiah Murni (RM)", "PNBP": "Penerimaan Negara Bukan Pajak (PNBP)"}
"""Sources of funds in the order in which the tables name them."""

TAK_DITARGETKAN = TanpaNilai("Tidak ada target pada tahun ini.", Tiada.NA)
TAK_DICATAT = TanpaNilai("Tidak dicatat untuk tahun ini.", Tiada.NA)


@dataclass(frozen=True, slots=True)
class Bernomor:
    """An indicator with its sasaran and the sasaran's ordinal."""

    no: int
    sasaran: HasilSasaran
    h: HasilIndikator


def bernomor(k: Konteks) -> Iterator[Bernomor]:
    """The indicators in the PK's order, each with its sasaran."""
    for no, s in enumerate(k.hasil.sasaran.values(), 1):
        for h in s.indikator:
            yield Bernomor(no, s, h)


def sasaran_atas(k: Konteks, kode: str, tingkat: str) -> str:
    """The objectives above that a sasaran serves, each with its code; what is not recorded is only a code."""
    milik = [x for x in k.fakta.keterkaitan if x.sasaran == kode and x.tingkat == tingkat]
    if not milik and tingkat == "eselon1":
        return k.hasil.sasaran[kode].fakta.induk_kode
    return "\n".join(f"{x.kode} {x.nama}" for x in milik)


def indikator_atas(k: Konteks, kode: str, tingkat: str) -> str | Daftar:
    """The indicators of those objectives."""
    return daftar_nama(
        i for x in k.fakta.keterkaitan if x.sasaran == kode and x.tingkat == tingkat for i in x.indikator
    )


def daftar_nama(nama: Iterable[str]) -> str | Daftar:
    """Names for a cell: a single one as text, several as a list, so that one can see where each begins."""
    semua = tuple(dict.fromkeys(nama))
    return butir(*semua) if len(semua) > 1 else "".join(semua)


def tujuan_sasaran(s: HasilSasaran) -> str:
    """The goals of a sasaran: those of its indicators."""
    return ", ".join(dict.fromkeys(h.fakta.tujuan for h in s.indikator))


def sasaran_tujuan(k: Konteks, t: HasilTujuan) -> tuple[str, ...]:
    """Codes of the sasaran under a goal."""
    return tuple(dict.fromkeys(h.fakta.sasaran for h in t.indikator))


def nama_sasaran(k: Konteks, kode: str) -> str:
    """A sasaran with its code."""
    return f"{kode} {k.hasil.sasaran[kode].fakta.nama}"


def seri_tahun(h: HasilIndikator, tahun: int) -> HasilTahun | None:
    """One year of an indicator's series."""
    return next((t for t in h.seri if t.tahun == tahun), None)


def target_tahun(h: HasilIndikator, tahun: int) -> Bahan:
    """The Renstra's target of an indicator in a year."""
    t = seri_tahun(h, tahun)
    return t.target if t else TAK_DITARGETKAN


def tahun_target(k: Konteks) -> tuple[int, ...]:
    """The years for which a Renstra target stands: the period, and earlier ones that are recorded."""
    periode = range(k.fakta.renstra.awal, k.fakta.renstra.akhir + 1)
    lain = {t for h in k.indikator for t, _ in h.fakta.target_renstra}
    lain |= {t.tahun for h in k.indikator for t in h.fakta.tahun_lain if t.tahun == k.fakta.renstra.awal - 1}
    return tuple(sorted({*periode, *lain}))


def sel_seri(h: HasilIndikator, tahun: int, nama: str) -> Bahan | Figur:
    """Target, realisasi or capaian of a year; what was measured in another unit carries it."""
    t = seri_tahun(h, tahun)
    if t is None:
        return TAK_DICATAT
    angka: Bahan = getattr(t, nama)
    lain = nama == "realisasi" and satuan_lalu(h, tahun).casefold() != h.fakta.satuan.casefold()
    return Figur(angka, Format.SATUAN) if lain else angka


def sebelumnya(k: Konteks, h: HasilIndikator) -> HasilTahun | None:
    """Last year in the indicator's series."""
    return seri_tahun(h, k.tahun - 1)


def pernah(k: Konteks, h: HasilIndikator) -> tuple[HasilTahun, ...]:
    """The series until this year."""
    return tuple(t for t in h.seri if t.tahun <= k.tahun)


def kegiatan(h: HasilIndikator, triwulan: int) -> str:
    """The planned activity of a triwulan."""
    f: FTriwulan | None = next((t for t in h.fakta.triwulan if t.triwulan == triwulan), None)
    return f.kegiatan if f else ""


def satuan_lalu(h: HasilIndikator, tahun: int) -> str:
    """The unit of a year, which may have been another one."""
    f = next((t for t in h.fakta.tahun_lain if t.tahun == tahun), None)
    return (f.satuan if f else "") or h.fakta.satuan


def nama_lalu(h: HasilIndikator) -> dict[str, list[int]]:
    """Another name that the indicator bore -> the years in which it did."""
    hasil: dict[str, list[int]] = {}
    for f in h.fakta.tahun_lain:
        if f.label and f.label != h.fakta.nama:
            hasil.setdefault(f.label, []).append(f.tahun)
    return hasil


def catatan_lalu(h: HasilIndikator, tahun: int) -> str:
    """What is recorded beside a year."""
    f = next((t for t in h.fakta.tahun_lain if t.tahun == tahun), None)
    return f.catatan if f else ""


@dataclass(frozen=True, slots=True)
class Pos:
    """A node of the budget tree as a table prints it."""

    simpul: HasilSimpul
    kode: str
    uraian: str
    tingkat: int
    jenis: JenisBaris
    sumber_dana: str


def pohon_anggaran(k: Konteks) -> tuple[Pos, ...]:
    """The budget tree from programs down to components, in order."""
    return tuple(
        Pos(
            s,
            s.fakta.kode_cetak or s.fakta.kode,
            s.fakta.uraian,
            TINGKAT_CETAK.index(s.fakta.tingkat),
            JenisBaris.KELOMPOK if s.fakta.tingkat in ("program", "kegiatan") else JenisBaris.BIASA,
            sumber_dana(k, s) if s.fakta.tingkat == "komponen" else "",
        )
        for s in k.hasil.anggaran.simpul.values()
        if s.fakta.tingkat in TINGKAT_CETAK
    )


def sumber_dana(k: Konteks, s: HasilSimpul) -> str:
    """The sources of a node's leaves, in the order in which the satker has them."""
    milik = {p.sumber_dana for p in k.fakta.pagu if p.kode == s.fakta.kode or p.kode.startswith(f"{s.fakta.kode}.")}
    return "/".join(kode for kode in SUMBER_DANA if kode in milik)


def nama_kro(s: HasilSimpul) -> str:
    """A KRO with its code, since two may share a name."""
    return f"{s.fakta.kode.rsplit('.', 1)[-1]} {s.fakta.uraian}"


@dataclass(frozen=True, slots=True)
class Dukungan:
    """A leaf that supports an indicator, with its share."""

    simpul: HasilSimpul
    bagian: str


def dukungan(k: Konteks, h: HasilIndikator) -> tuple[Dukungan, ...]:
    """The leaves tied to an indicator, in the order of the ties."""
    simpul = k.hasil.anggaran.simpul
    return tuple(
        Dukungan(simpul[d.kode], "" if d.bagian == 100 else f" (bagian {d.bagian.normalize():f}%)".replace(".", ","))
        for d in k.fakta.dukungan
        if d.indikator == h.fakta.kode and d.kode in simpul
    )


def anggaran_tahun(h: HasilIndikator, tahun: int) -> HasilSerapan:
    """Recorded PK budget of an indicator in another year."""
    return h.anggaran_tahun.get(tahun, HasilSerapan(TAK_DICATAT, TAK_DICATAT, TAK_DICATAT))


def anggaran_renstra(h: HasilIndikator, tahun: int) -> Bahan:
    """The Renstra's funding of an indicator in a year."""
    return h.anggaran_renstra.get(tahun, TAK_DICATAT)


def serapan_tercatat(k: Konteks, kode: str, triwulan: int) -> tuple[Bahan, Bahan]:
    """Recorded plan and realisasi of a node in a triwulan, in percent of its pagu."""
    return k.hasil.anggaran.tercatat.get((kode, triwulan), (TAK_DICATAT, TAK_DICATAT))


def acuan_serapan(k: Konteks) -> Acuan | None:
    """The line of the year's target of absorption in a chart."""
    target = k.hasil.anggaran.target_serapan
    return Acuan("Target serapan", target) if isinstance(target, Angka) else None


def berinduk(k: Konteks) -> bool:
    """Whether a unit stands between the ministry and this one, or its place is not recorded at all."""
    tingkat = {x.tingkat for x in k.fakta.keterkaitan}
    return "eselon1" in tingkat or "kementerian" not in tingkat


def digulung(k: Konteks, h: HasilIndikator) -> bool:
    """Whether an indicator is made of other satkers' results."""
    aturan = rumus_indikator(k, h)
    return aturan is not None and aturan.digulung


def rumus_indikator(k: Konteks, h: HasilIndikator) -> Rumus[Any] | None:
    """The formula that computes an indicator in the year; None where it is recorded."""
    return rumus(h.fakta.rumus, k.tahun) if h.fakta.rumus else None


def foto_tempat(k: Konteks, tempat: str) -> tuple[Foto, ...]:
    """The pictures that are marked for a place, in the order in which they came."""
    semua = (f for f in k.narasi.foto.values() if f.tempat == tempat)
    return tuple(f.blok() for f in sorted(semua, key=lambda f: int(f.kode.rpartition("-")[2])))
