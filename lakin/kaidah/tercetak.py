"""Compare the figures that a published document prints with the computed ones, at the precision of the print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Tiada, bulatkan
from lakin.capaian.angka_jelas import Bahan, TanpaNilai, banyak_desimal
from lakin.capaian.hasil import Hasil
from lakin.capaian.himpun import persen

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

    ``laporan`` holds the figures of the report itself: other satkers', totals of its tables.
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
    """Yield what the document says in its text and neither engine nor report prints: each service's part of PNBP."""
    for tahun, p in hasil.pnbp.items():
        dasar = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/pnbp/{tahun}/layanan"
        for kode, (_, target, terima) in p.layanan.items():
            yield persen(f"{dasar}/{kode}/porsi", terima, p.penerimaan)
            yield persen(f"{dasar}/{kode}/persen", terima, target)
