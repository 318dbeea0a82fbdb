"""Twelve kinds of error that people make when they enter figures, each drawn at random into one cell.

They were written before any check existed, and are not tuned to one. A kind
returns None where it cannot happen in the drawn cell (a comma that is not
there cannot be lost); the seeder then draws again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from lakin.angka import Nilai, Tiada, ada, bulatkan
from lakin.capaian.fakta import Fakta, FBaris, FIndikator
from tests.benchmarks.galat_semai.sel import Letak, Sel, ganti_indikator, semua_sel, ubah


@dataclass(frozen=True, slots=True)
class Semai:
    """One error: its kind, where it was made, what stands there now, and how to make it."""

    jenis: str
    sel: Sel
    tulisan: str
    buat: Callable[[Fakta], Fakta]


Jenis = Callable[[Fakta, Sequence[Sel], Random], Semai | None]


def _isi(jenis: str, sel: Sel, nilai: Nilai) -> Semai | None:
    """A cell entered otherwise; None where that is the same value."""
    return None if nilai == sel.nilai else Semai(jenis, sel, str(nilai), lambda f: ubah(f, sel, nilai))


def _angka(sel: Sel) -> Decimal:
    assert ada(sel.nilai)
    return sel.nilai


def _bulat(sel: Sel, nilai: Decimal) -> Decimal:
    """Money and counts are typed in whole numbers, everything else with at most two decimals."""
    return bulatkan(nilai, 0 if sel.satuan in ("Rupiah", "Perusahaan", "Orang") else 2)


def geser_sepuluh(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """A digit too many or too few."""
    sel = acak.choice(semua)
    return _isi("geser_sepuluh", sel, _bulat(sel, _angka(sel) * acak.choice((Decimal(10), Decimal("0.1")))))


def geser_seratus(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Two digits too many or too few."""
    sel = acak.choice(semua)
    return _isi("geser_seratus", sel, _bulat(sel, _angka(sel) * acak.choice((Decimal(100), Decimal("0.01")))))


def tertukar(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Two neighbouring digits change places."""
    sel = acak.choice(semua)
    huruf = list(f"{_angka(sel):f}")
    tempat = [n for n in range(len(huruf) - 1) if huruf[n] != huruf[n + 1] and (huruf[n] + huruf[n + 1]).isdigit()]
    if not tempat:
        return None
    n = acak.choice(tempat)
    huruf[n], huruf[n + 1] = huruf[n + 1], huruf[n]
    return _isi("tertukar", sel, Decimal("".join(huruf)))


def koma_hilang(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """3,61 becomes 361."""
    sel = acak.choice([s for s in semua if _angka(s) != _angka(s).to_integral_value()])
    teks = f"{_angka(sel).normalize():f}"
    return _isi("koma_hilang", sel, Decimal(teks.replace(".", "")))


def persen_pecahan(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """75 percent is entered as 0,75, or what is a plain value times a hundred."""
    persen = [s for s in semua if s.satuan.lower() in ("%", "persen")]
    if acak.random() < 0.7:
        sel = acak.choice(persen)
        return _isi("persen_pecahan", sel, bulatkan(_angka(sel) / 100, 4))
    sel = acak.choice([s for s in semua if s.satuan in ("Indeks", "Nilai")])
    return _isi("persen_pecahan", sel, _angka(sel) * 100)


def sama_dengan_lalu(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Last triwulan's progress, or last year's amount, is entered again."""
    sel = acak.choice([s for s in semua if (s.letak is Letak.FISIK and s.triwulan > 1) or s.medan == "ini"])
    if sel.medan == "ini":
        lalu = next(s for s in semua if s.baris == sel.baris and s.medan == "lalu")
    else:
        lalu = next(s for s in semua if s.letak is Letak.FISIK and (s.kode, s.triwulan) == (sel.kode, sel.triwulan - 1))
    return _isi("sama_dengan_lalu", sel, lalu.nilai)


def baris_bergeser(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """The value of the row above or below, or its target."""
    sel = acak.choice(semua)
    kolom = [s for s in semua if _sekolom(s, sel)]
    di = kolom.index(sel)
    tetangga = [kolom[n] for n in (di - 1, di + 1) if 0 <= n < len(kolom)]
    if sel.letak in (Letak.NILAI, Letak.GANTI):
        indikator = list(fakta.indikator)
        di = next(n for n, i in enumerate(indikator) if i.kode == sel.kode)
        target = [indikator[n].target for n in (di - 1, di + 1) if 0 <= n < len(indikator)]
        return _isi("baris_bergeser", sel, acak.choice([t for t in target if ada(t)]))
    return _isi("baris_bergeser", sel, acak.choice(tetangga).nilai) if tetangga else None


def _sekolom(s: Sel, lain: Sel) -> bool:
    if s.letak is not lain.letak:
        return False
    if s.letak is Letak.MEDAN:
        return (s.kode, s.medan) == (lain.kode, lain.medan)
    return s.letak is Letak.ANGGARAN or s.triwulan == lain.triwulan


def lewat_pagu(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """More is said to be spent than there was."""
    sel = acak.choice([s for s in semua if s.letak is Letak.ANGGARAN])
    pagu = sum((p.nilai for p in fakta.pagu if p.kode == sel.kode), Decimal(0))
    return _isi("lewat_pagu", sel, bulatkan(pagu * Decimal(acak.randint(102, 180)) / 100, 0))


def ribuan(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Rupiah in thousands, or thousands as rupiah."""
    sel = acak.choice([s for s in semua if s.letak is Letak.ANGGARAN or _angka(s) >= 1_000_000])
    return _isi("ribuan", sel, bulatkan(_angka(sel) * acak.choice((Decimal(1000), Decimal("0.001"))), 0))


def turun(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Cumulative progress falls below that of the triwulan before."""
    sel = acak.choice([s for s in semua if s.letak is Letak.FISIK and s.triwulan > 1])
    lalu = next(s for s in semua if s.letak is Letak.FISIK and (s.kode, s.triwulan) == (sel.kode, sel.triwulan - 1))
    return _isi("turun", sel, bulatkan(_angka(lalu) * Decimal(acak.randint(20, 90)) / 100, 0))


def dua_kali(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """A company, service or activity is entered twice: its row is there again under another number."""
    i = acak.choice([i for i in fakta.indikator if i.baris and i.rumus not in _TETAP])
    asal = acak.choice(i.baris)
    urut = max(b.urut for b in i.baris) + 1
    isi = tuple((k, acak.choice((v, v.upper())) if isinstance(v, str) and k in _NAMA else v) for k, v in asal.isi)
    pangkal = f"{fakta.satker.kode}/{fakta.tahun}/{i.kode}"
    sel = Sel(Letak.MEDAN, f"{pangkal}/baris/{urut}", pangkal, Tiada.KOSONG, "", i.kode, urut=urut)

    def buat(f: Fakta) -> Fakta:
        def tambah(ind: FIndikator) -> FIndikator:
            return replace(ind, baris=(*ind.baris, FBaris(urut, isi, asal.tanggal, asal.sumber)))

        return ganti_indikator(f, i.kode, tambah)

    return Semai("dua_kali", sel, f"baris {asal.urut} lagi", buat)


_TETAP = ("sakip", "ip_asn", "indeks_layanan_publik", "laporan_keuangan", "kepuasan")
_NAMA = ("perusahaan", "layanan", "uraian", "rekomendasi")


def jauh_atau_tiada(fakta: Fakta, semua: Sequence[Sel], acak: Random) -> Semai | None:
    """Progress far from the money spent, or 0 for N/A and N/A for a number, or a lost sign."""
    sel = acak.choice(semua)
    if sel.letak is Letak.FISIK:
        lain = Decimal(acak.choice((0, 5, 10))) if _angka(sel) > 50 else Decimal(acak.choice((0, 100)))
        return _isi("jauh_atau_tiada", sel, lain)
    if sel.letak is Letak.MEDAN and acak.random() < 0.5:
        return _isi("jauh_atau_tiada", sel, acak.choice((Decimal(0), Tiada.NA)))
    return _isi("jauh_atau_tiada", sel, -_angka(sel) if _angka(sel) else Decimal(0))


JENIS: tuple[Jenis, ...] = (
    geser_sepuluh,
    geser_seratus,
    tertukar,
    koma_hilang,
    persen_pecahan,
    sama_dengan_lalu,
    baris_bergeser,
    lewat_pagu,
    ribuan,
    turun,
    dua_kali,
    jauh_atau_tiada,
)


def semaikan(fakta: Fakta, jumlah: int, benih: int) -> list[tuple[Semai, ...]]:
    """Draw errors, the kinds in turn; about a third stand in pairs, on two cells of one year."""
    acak = Random(benih)
    semua = semua_sel(fakta)
    lurus: list[Semai] = []
    while len(lurus) < jumlah:
        jenis = JENIS[len(lurus) % len(JENIS)]
        satu = None
        while satu is None:
            satu = jenis(fakta, semua, acak)
        lurus.append(satu)
    acak.shuffle(lurus)
    rombongan: list[tuple[Semai, ...]] = []
    while lurus:
        satu = lurus.pop()
        lain = next((s for s in lurus if s.sel.alamat != satu.sel.alamat), None) if acak.random() < 0.2 else None
        if lain is not None:
            lurus.remove(lain)
        rombongan.append((satu, lain) if lain is not None else (satu,))
    return rombongan
