"""Compare the figures that a published document prints with the computed ones, at the precision of the print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Tiada, bulatkan
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai, banyak_desimal
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.himpun import jumlah, persen

DALAM_RIBUAN = frozenset({"3.27", "3.66", "3.67"})
"""Tables that print rupiah in thousands; their figures are kept in rupiah."""
SERIBU = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Tercetak:
    """One printed figure: where it stands, what it says, which computed figure it should equal, why it does not."""

    tabel: str
    baris: str
    kolom: str
    nilai: str
    alamat: str
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """A printed figure beside the computed one; ``hitung`` None where nothing has that address."""

    tercetak: Tercetak
    hitung: Bahan | None
    sama: bool


def bandingkan(
    hasil: Hasil, tercetak: Iterable[Tercetak], laporan: Mapping[str, Bahan] | None = None
) -> tuple[Perbandingan, ...]:
    """Return every printed figure with the computed one, in the order of the list.

    ``laporan`` holds what only the report prints: other satkers' figures, totals of its tables.
    """
    semua = {**(laporan or {}), **{b.alamat: b for b in turunan(hasil)}, **hasil.alamat}
    return tuple(_banding(t, semua.get(t.alamat)) for t in tercetak)


def _banding(t: Tercetak, hitung: Bahan | None) -> Perbandingan:
    return Perbandingan(t, hitung, hitung is not None and _sama(t, hitung))


def _sama(t: Tercetak, hitung: Bahan) -> bool:
    if t.nilai in ("", "N/A"):
        harap = Tiada.NA if t.nilai else Tiada.KOSONG
        return isinstance(hitung, TanpaNilai) and hitung.keadaan is harap
    if isinstance(hitung, TanpaNilai):
        return False
    cetak = Decimal(t.nilai)
    if t.tabel in DALAM_RIBUAN and hitung.satuan.lower() not in ("%", "persen"):
        return bulatkan(hitung.nilai / SERIBU, 0) * SERIBU == cetak
    return bulatkan(hitung.nilai, banyak_desimal(cetak)) == cetak


def turunan(hasil: Hasil) -> Iterator[Bahan]:
    """Yield the figures of the document that the engine has no need for: totals of tables, shares of a whole."""
    akar = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}"
    yield from _jumlah_indikator(hasil)
    yield from _periode(hasil, akar)
    yield from _porsi_anggaran(hasil, akar)
    yield from _pnbp(hasil, akar)
    for h in hasil.indikator.values():
        yield from _baris(h, akar)


def _serapan(dasar: str, pagu: Bahan, realisasi: Bahan) -> tuple[Bahan, Bahan, Bahan]:
    return pagu, realisasi, persen(f"{dasar}/persen", realisasi, pagu)


def _jumlah_indikator(hasil: Hasil) -> Iterator[Bahan]:
    """Renstra funding, pagu and realisasi of all indicators, year by year (tables 3.66 and 3.67)."""
    semua = hasil.indikator.values()
    for tahun in sorted({t for h in semua for t in (*h.anggaran_renstra, *h.anggaran_tahun)}):
        dasar = f"{hasil.fakta.satker.kode}/{tahun}/anggaran/jumlah_indikator"
        yield jumlah(f"{dasar}/renstra", [h.anggaran_renstra[tahun] for h in semua if tahun in h.anggaran_renstra], 0)
        milik = [s for h in semua if (s := _serapan_tahun(hasil, h, tahun))]
        pagu = jumlah(f"{dasar}/pagu", [s[0] for s in milik], 0)
        yield from _serapan(dasar, pagu, jumlah(f"{dasar}/realisasi", [s[1] for s in milik], 0))


def _serapan_tahun(hasil: Hasil, h: HasilIndikator, tahun: int) -> tuple[Bahan, Bahan] | None:
    s = h.anggaran if tahun == hasil.fakta.tahun else h.anggaran_tahun.get(tahun)
    return (s.pagu, s.realisasi) if s else None


def _periode(hasil: Hasil, akar: str) -> Iterator[Bahan]:
    """The same over the years of the Renstra: funding of all of them, pagu and realisasi until this year."""
    periode = range(hasil.fakta.renstra.awal, hasil.fakta.renstra.akhir + 1)
    per_indikator: list[tuple[Bahan, Bahan, Bahan]] = []
    for kode, h in hasil.indikator.items():
        dasar = f"{akar}/{kode}/renstra/anggaran"
        renstra = jumlah(f"{dasar}/renstra", [h.anggaran_renstra[t] for t in periode if t in h.anggaran_renstra], 0)
        milik = [s for t in periode if t <= hasil.fakta.tahun and (s := _serapan_tahun(hasil, h, t))]
        pagu = jumlah(f"{dasar}/pagu", [s[0] for s in milik], 0)
        realisasi = jumlah(f"{dasar}/realisasi", [s[1] for s in milik], 0)
        per_indikator.append((renstra, pagu, realisasi))
        yield renstra
        yield from _serapan(dasar, pagu, realisasi)
    dasar = f"{akar}/renstra/anggaran/jumlah_indikator"
    yield jumlah(f"{dasar}/renstra", [r for r, _, _ in per_indikator], 0)
    pagu = jumlah(f"{dasar}/pagu", [p for _, p, _ in per_indikator], 0)
    yield from _serapan(dasar, pagu, jumlah(f"{dasar}/realisasi", [r for _, _, r in per_indikator], 0))


def _porsi_anggaran(hasil: Hasil, akar: str) -> Iterator[Bahan]:
    total = hasil.anggaran.total.pagu
    for bagian, apa in ((hasil.anggaran.sumber_dana, "sumber"), (hasil.anggaran.jenis_belanja, "jenis")):
        for kode, pagu in bagian.items():
            yield persen(f"{akar}/anggaran/{apa}/{kode}/porsi", pagu, total)


def _pnbp(hasil: Hasil, akar: str) -> Iterator[Bahan]:
    for tahun, p in hasil.pnbp.items():
        dasar = f"{akar}/pnbp/{tahun}/layanan"
        yield jumlah(f"{dasar}/jumlah/penerimaan", [terima for _, _, terima in p.layanan.values()], 0)
        for kode, (_, target, terima) in p.layanan.items():
            yield persen(f"{dasar}/{kode}/porsi", terima, p.penerimaan)
            yield persen(f"{dasar}/{kode}/persen", terima, target)


def _baris(h: HasilIndikator, akar: str) -> Iterator[Bahan]:
    """Sums of the columns of the raw rows, and a service's index against the indicator's target."""
    dasar = f"{akar}/{h.fakta.kode}"
    for kolom in ("lalu", "ini"):
        sel: Sequence[Bahan] = [b for r in h.baris if isinstance(b := r.isi.get(kolom), Angka | TanpaNilai)]
        if sel:
            yield jumlah(f"{dasar}/jumlah/{kolom}", sel, 0)
    if h.fakta.rumus == "indeks_survei":
        for r in h.baris:
            indeks = r.isi["indeks"]
            if not isinstance(indeks, str):
                yield persen(f"{dasar}/baris/{r.urut}/hasil", indeks, h.target)
