"""What the side panel of a cell shows: its meaning, its figure, the latest values with a line, what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakin.angka import bulatkan, romawi, tulis_mesin
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import HasilIndikator
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri_anggaran import tempat_uang
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.services import alamat_sel, indikator_pk, kode_sel
from lakin.web.galat import GalatDomain

TAHUN = 3
"""Years whose triwulan are listed: twelve values."""
LEBAR, TINGGI, TEPI = Decimal(240), Decimal(48), Decimal(4)


@dataclass(frozen=True, slots=True)
class NilaiLalu:
    """One of the latest values, and where it stands in the line (None where it has no value)."""

    label: str
    bahan: Bahan
    titik: tuple[str, str] | None


def uang(sel: str) -> bool:
    """Whether a field's id names money of a leaf."""
    return sel.startswith("uang-")


def alamat_dari(satker: Satker, tahun: int, triwulan: int, sel: str) -> str:
    """Return the address of the figure that a field's id names."""
    if uang(sel):
        kode, tw = tempat_uang(sel, triwulan)
        return f"{satker.kunci}/{tahun}/anggaran/{kode}/realisasi/{f'tw{tw}' if tw else 'tahun'}"
    kode, jenis = kode_sel(sel)
    return alamat_sel(satker, tahun, kode, triwulan, jenis)


def isi_panel(terkini: Terkini, tahun: int, triwulan: int, sel: str) -> dict[str, Any]:
    """Return what the panel tells of an indicator's cell; GalatDomain where the PK has no such indicator."""
    kode, jenis = kode_sel(sel)
    h = terkini.kinerja(tahun).indikator.get(kode)
    if h is None:
        raise GalatDomain("Indikator ini tidak ada dalam PK yang berlaku.")
    lalu = nilai_lalu(terkini, tahun, triwulan, kode, jenis)
    return {
        "judul": f"{'Kemajuan fisik' if jenis == JenisRealisasi.FISIK else 'Realisasi'} {kode}",
        "nama": h.fakta.nama,
        "bahan": bahan_sel(h, triwulan, jenis),
        "definisi": definisi(terkini.satker, tahun, kode),
        "lalu": lalu,
        "garis": _garis(lalu),
    }


def isi_panel_uang(terkini: Terkini, tahun: int, triwulan: int, sel: str) -> dict[str, Any]:
    """Return what the panel tells of a leaf's money; GalatDomain where the tree has no such leaf."""
    kode, _ = tempat_uang(sel, triwulan)
    s = terkini.hasil(tahun).anggaran.simpul.get(kode)
    if s is None or not s.daun:
        raise GalatDomain("Rincian ini tidak ada pada pohon anggaran yang berlaku.")
    per_triwulan = [(f"TW {romawi(tw)} {tahun}", b) for tw, b in enumerate(s.triwulan, 1)]
    lalu = _bergaris(per_triwulan if any(isinstance(b, Angka) for _, b in per_triwulan) else [])
    return {
        "judul": f"Realisasi {s.fakta.kode_cetak}",
        "nama": s.fakta.uraian,
        "bahan": s.realisasi,
        "pagu": s.pagu,
        "serapan": s.persen,
        "lalu": lalu,
        "garis": _garis(lalu),
    }


def _garis(lalu: tuple[NilaiLalu, ...]) -> str:
    return " ".join(",".join(n.titik) for n in lalu if n.titik)


def bahan_sel(h: HasilIndikator, triwulan: int, jenis: JenisRealisasi) -> Bahan:
    """Return the figure of a cell as the engine has it."""
    if jenis == JenisRealisasi.FISIK:
        return h.triwulan[triwulan - 1].fisik
    return h.realisasi if triwulan == 4 else h.triwulan[triwulan - 1].realisasi


def nilai_lalu(terkini: Terkini, tahun: int, triwulan: int, kode: str, jenis: JenisRealisasi) -> tuple[NilaiLalu, ...]:
    """Return the values of an indicator's lineage until a triwulan, oldest first, at most twelve."""
    garis = {k: g for g, k in terkini.garis(tahun).items()}.get(kode)
    semua: list[tuple[str, Bahan]] = []
    for t in range(tahun - TAHUN, tahun + 1):
        try:
            milik = terkini.garis(t).get(garis) if garis is not None else None
            h = terkini.kinerja(t).indikator.get(milik) if milik else None
        except GalatDomain:  # no PK in that year
            continue
        for tw in range(1, (triwulan if t == tahun else 4) + 1):
            if h is not None:
                semua.append((f"TW {romawi(tw)} {t}", bahan_sel(h, tw, jenis)))
    return _bergaris(semua[-4 * TAHUN :])


def _bergaris(semua: list[tuple[str, Bahan]]) -> tuple[NilaiLalu, ...]:
    """Place the values on a small line: equal steps to the right, the highest at the top."""
    ada = [b.nilai for _, b in semua if isinstance(b, Angka)]
    bawah, atas = min(ada, default=Decimal(0)), max(ada, default=Decimal(0))
    langkah = (LEBAR - 2 * TEPI) / max(len(semua) - 1, 1)

    def titik(urut: int, b: Bahan) -> tuple[str, str] | None:
        if not isinstance(b, Angka):
            return None
        tinggi = (b.nilai - bawah) / (atas - bawah) if atas != bawah else Decimal(1) / 2
        x, y = TEPI + langkah * urut, TINGGI - TEPI - tinggi * (TINGGI - 2 * TEPI)
        return tulis_mesin(bulatkan(x, 1)) or "0", tulis_mesin(bulatkan(y, 1)) or "0"

    return tuple(NilaiLalu(label, b, titik(i, b)) for i, (label, b) in enumerate(semua))


def definisi(satker: Satker, tahun: int, kode: str) -> tuple[tuple[str, str], ...]:
    """Return what the pedoman says of an indicator: heading and text, only where something is said."""
    i = indikator_pk(satker, tahun, kode)
    k = i.katalog
    isi = (
        ("Definisi", i.definisi or (k.definisi if k else "")),
        ("Cara menghitung", i.cara_hitung or (k.cara_hitung if k else "")),
        ("Sumber data", i.sumber_data or (k.sumber_data if k else "")),
    )
    return tuple((judul, teks) for judul, teks in isi if teks)
