"""Figures of money and services that only the report prints: totals over indicators, years and services."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Bahan, TanpaNilai
from lakin.capaian.fakta import FHasilLayanan
from lakin.capaian.hasil import HasilIndikator, HasilSerapan
from lakin.capaian.himpun import jumlah, persen
from lakin.laporan.angka_laporan import RP, SERAPAN, akar, apa_adanya
from lakin.laporan.konteks import Konteks


def jumlah_renstra(k: Konteks, tahun: int) -> Bahan:
    """The Renstra's funding of all indicators in one year."""
    bagian = [h.anggaran_renstra[tahun] for h in k.indikator if tahun in h.anggaran_renstra]
    alamat = f"{k.satker.kode}/{tahun}/anggaran/jumlah_indikator/renstra"
    return jumlah(alamat, bagian, 0, satuan=RP, label=f"Pendanaan Renstra {tahun}")


def jumlah_indikator(k: Konteks, tahun: int) -> HasilSerapan:
    """PK pagu and realisasi of all indicators in a year, summed over them."""
    if tahun == k.tahun:
        milik = [h.anggaran for h in k.indikator]
    else:
        milik = [h.anggaran_tahun[tahun] for h in k.indikator if tahun in h.anggaran_tahun]
    return _serapan(f"{k.satker.kode}/{tahun}/anggaran/jumlah_indikator", milik, f"Seluruh indikator {tahun}")


def renstra_periode(k: Konteks, h: HasilIndikator) -> Bahan:
    """The Renstra's funding of one indicator over the whole period."""
    bagian = [h.anggaran_renstra[t] for t in tahun_renstra(k) if t in h.anggaran_renstra]
    alamat = f"{akar(k)}/{h.fakta.kode}/renstra/anggaran/renstra"
    return jumlah(alamat, bagian, 0, satuan=RP, label=h.fakta.nama)


def serapan_periode(k: Konteks, h: HasilIndikator) -> HasilSerapan:
    """PK pagu and realisasi of one indicator over the years of the period so far."""
    milik = [*(h.anggaran_tahun[t] for t in tahun_berjalan(k) if t in h.anggaran_tahun and t != k.tahun), h.anggaran]
    return _serapan(f"{akar(k)}/{h.fakta.kode}/renstra/anggaran", milik, h.fakta.nama)


def renstra_periode_semua(k: Konteks) -> Bahan:
    """The Renstra's funding of all indicators over the whole period."""
    bagian = [renstra_periode(k, h) for h in k.indikator]
    return jumlah(
        f"{akar(k)}/renstra/anggaran/jumlah_indikator/renstra", bagian, 0, satuan=RP, label="Pendanaan Renstra"
    )


def serapan_periode_semua(k: Konteks) -> HasilSerapan:
    """PK pagu and realisasi of all indicators over the years so far."""
    return _serapan(
        f"{akar(k)}/renstra/anggaran/jumlah_indikator",
        [serapan_periode(k, h) for h in k.indikator],
        "Seluruh indikator",
    )


def _serapan(dasar: str, bagian: Sequence[HasilSerapan], label: str) -> HasilSerapan:
    pagu = jumlah(f"{dasar}/pagu", [b.pagu for b in bagian], 0, satuan=RP, label=label)
    realisasi = jumlah(f"{dasar}/realisasi", [b.realisasi for b in bagian], 0, satuan=RP, label=label)
    return HasilSerapan(pagu, realisasi, persen(f"{dasar}/persen", realisasi, pagu, label=label, cara=SERAPAN))


def tahun_renstra(k: Konteks) -> tuple[int, ...]:
    """The years of the Renstra's period."""
    return tuple(range(k.fakta.renstra.awal, k.fakta.renstra.akhir + 1))


def tahun_berjalan(k: Konteks) -> tuple[int, ...]:
    """The years of the period until the report's."""
    return tuple(t for t in tahun_renstra(k) if t <= k.tahun)


def seri_anggaran(k: Konteks) -> dict[int, HasilSerapan]:
    """Pagu and realisasi of the satker over the years, this year's from the tree."""
    seri = {t: s for t, s in k.hasil.anggaran.tahun.items() if t < k.tahun}
    return {**dict(sorted(seri.items())), k.tahun: k.hasil.anggaran.total}


def pnbp_layanan(k: Konteks, tahun: int) -> dict[str, tuple[str, Bahan, Bahan]]:
    """Target and receipts of each service in a year."""
    pnbp = k.hasil.pnbp.get(tahun)
    return pnbp.layanan if pnbp else {}


def layanan_pnbp(k: Konteks) -> dict[str, str]:
    """Every service that any year names, in the order in which they are recorded."""
    return {kode: nama for t in sorted(k.hasil.pnbp, reverse=True) for kode, (nama, _, _) in pnbp_layanan(k, t).items()}


def jumlah_layanan(k: Konteks, tahun: int, ambil: Callable[[tuple[str, Bahan, Bahan]], Bahan], apa: str) -> Bahan:
    """The sum over services of a year's targets or receipts."""
    bagian = [ambil(isi) for isi in pnbp_layanan(k, tahun).values()]
    alamat = f"{akar(k)}/pnbp/{tahun}/layanan/jumlah/{apa}"
    return jumlah(alamat, bagian, 0, satuan=RP, label=f"Jumlah {apa} {tahun}")


@dataclass(frozen=True, slots=True)
class HasilLayanan:
    """What a service delivered, year by year."""

    nama: str
    ukuran: str
    tahun: dict[int, Bahan]


PELANGGAN = {"Pelanggan industri": "Industri", "Pelanggan non-industri": "Non Industri"}
"""Measures that count customers, in the order of their columns."""


def hasil_layanan(k: Konteks, *, pelanggan: bool = False) -> tuple[tuple[int, ...], tuple[HasilLayanan, ...]]:
    """The years that are recorded, and each measure of each service over them: of results, or of customers."""
    kelompok: dict[tuple[str, str], list[FHasilLayanan]] = {}
    milik = [h for h in k.fakta.hasil_layanan if (h.ukuran in PELANGGAN) is pelanggan]
    for h in milik:
        kelompok.setdefault((h.layanan, h.ukuran), []).append(h)
    tahun = tuple(sorted({h.tahun for h in milik}))
    return tahun, tuple(
        HasilLayanan(milik[0].nama, ukuran, {t: _hasil_tahun(k, milik, t) for t in tahun})
        for (_, ukuran), milik in kelompok.items()
    )


def _hasil_tahun(k: Konteks, milik: Iterable[FHasilLayanan], tahun: int) -> Bahan:
    for h in milik:
        if h.tahun == tahun:
            ukuran = re.sub(r"[^a-z0-9]+", "-", h.ukuran.lower()).strip("-")
            alamat = f"{k.satker.kode}/{tahun}/layanan/{h.layanan}/{ukuran}"
            return apa_adanya(alamat, h.nilai, "", f"{h.nama}: {h.ukuran}", h.sumber)
    return TanpaNilai("Tidak dicatat untuk tahun ini.", Tiada.NA)


def penerimaan_layanan(k: Konteks, tahun: int, kode: str) -> Bahan:
    """Receipts of one service in one year."""
    isi = pnbp_layanan(k, tahun).get(kode)
    return isi[2] if isi else TanpaNilai("Layanan ini tidak dicatat untuk tahun itu.", Tiada.NA)
