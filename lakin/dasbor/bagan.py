"""Charts of the overview: specifications only; the server draws them as it draws those of the report."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from lakin.angka import romawi
from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.hasil import Hasil
from lakin.capaian.himpun import rata_rata
from lakin.capaian.sasaran import RATA_FISIK, organisasi
from lakin.capaian.serapan import total_triwulan
from lakin.cetak.svg import gambar_svg
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format
from lakin.web.templatetags.angka import tautan_figur

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class GambarRingkas:
    """A chart on the page with the table of its data."""

    judul: str
    satuan: str
    svg: SafeString
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, tuple[str, ...]], ...]


def gambar(hasil: Hasil) -> tuple[GambarRingkas, ...]:
    """Return the charts that have anything to draw."""
    semua = (bagan_fisik(hasil), bagan_serapan(hasil), bagan_tahun(hasil))
    return tuple(gambar_ringkas(b) for b in semua if b and not b.kosong)


def rata_fisik(hasil: Hasil, triwulan: int, *, rencana: bool = False) -> Bahan:
    """Mean physical progress, or its plan, over all indicators at the end of a triwulan."""
    apa = "rencana" if rencana else "realisasi"
    tw = [h.triwulan[triwulan - 1] for h in hasil.indikator.values()]
    return rata_rata(
        f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/organisasi/fisik/tw{triwulan}/{apa}",
        [t.fisik_rencana if rencana else t.fisik for t in tw],
        2,
        satuan="%",
        label=f"Rata-rata {apa} fisik",
        cara=RATA_FISIK,
    )


def rata_capaian(hasil: Hasil, triwulan: int) -> Bahan:
    """Mean capaian of the indicators that have one at the end of a triwulan."""
    f = hasil.fakta
    semua = tuple(hasil.indikator.values())
    return organisasi(f"{f.satker.kode}/{f.tahun}/", f.satker.nama, semua, f.setelan, triwulan).capaian


def serapan_sampai(hasil: Hasil, triwulan: int) -> Bahan:
    """Share of the pagu spent up to the end of a triwulan."""
    return total_triwulan(hasil.anggaran, hasil.fakta)[triwulan - 1].persen


def turunan(hasil: Hasil) -> dict[str, Bahan]:
    """Address -> figure, of the figures that only the overview makes."""
    semua = [rata_fisik(hasil, t, rencana=r) for t in TRIWULAN for r in (True, False)]
    for uang in total_triwulan(hasil.anggaran, hasil.fakta):
        semua += [uang.realisasi, uang.realisasi_kumulatif, uang.persen]
    semua += [rata_capaian(hasil, t) for t in TRIWULAN]
    return {b.alamat: b for b in semua}


def bagan_fisik(hasil: Hasil) -> Bagan:
    """Physical progress per triwulan: plan against what was reached."""
    return Bagan(
        JenisBagan.KOLOM_KELOMPOK,
        "Rata-rata rencana dan realisasi fisik kumulatif per triwulan",
        tuple(f"TW {romawi(t)}" for t in TRIWULAN),
        (
            Seri("Rencana", tuple(rata_fisik(hasil, t, rencana=True) for t in TRIWULAN)),
            Seri("Realisasi", tuple(rata_fisik(hasil, t) for t in TRIWULAN)),
        ),
        "%",
    )


def bagan_serapan(hasil: Hasil) -> Bagan | None:
    """Share of the pagu spent in each triwulan, as recorded: plan against what was spent."""
    tercatat = [hasil.anggaran.tercatat.get(("total", t)) for t in TRIWULAN]
    if not all(tercatat):
        return None
    isi = [t for t in tercatat if t]
    return Bagan(
        JenisBagan.KOLOM_KELOMPOK,
        "Rencana dan realisasi serapan anggaran setiap triwulan",
        tuple(f"TW {romawi(t)}" for t in TRIWULAN),
        (Seri("Rencana", tuple(t[0] for t in isi)), Seri("Realisasi", tuple(t[1] for t in isi))),
        "% pagu",
    )


def bagan_tahun(hasil: Hasil) -> Bagan | None:
    """Pagu and realisasi of the years that are known."""
    tahun = hasil.anggaran.tahun
    if len(tahun) < 2:
        return None
    return Bagan(
        JenisBagan.KOLOM_KELOMPOK,
        "Pagu dan realisasi anggaran per tahun",
        tuple(str(t) for t in tahun),
        (
            Seri("Pagu", tuple(s.pagu for s in tahun.values())),
            Seri("Realisasi", tuple(s.realisasi for s in tahun.values())),
        ),
        "Rp miliar",
        format="miliar",
    )


def gambar_ringkas(bagan: Bagan) -> GambarRingkas:
    """Draw a chart for the page, with the table of its data."""
    format = Format(bagan.format)
    return GambarRingkas(
        bagan.judul,
        bagan.satuan,
        SafeString(gambar_svg(bagan)),
        tuple(s.nama for s in bagan.seri),
        tuple((k, tuple(tautan_figur(s.nilai[i], format) for s in bagan.seri)) for i, k in enumerate(bagan.kategori)),
    )
