"""Which words suit a figure: verdict, movement and distance, always read from the data."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import DIGANTI, Angka, Bahan
from lakin.capaian.fakta import Klasifikasi, Setelan
from lakin.capaian.hasil import HasilIndikator, HasilTahun
from lakin.laporan import pilih
from lakin.laporan.ketikan import Golongan, ketikan
from lakin.laporan.konteks import Konteks
from lakin.laporan.simpul_naskah import naskah_dari_teks

BERLIPAT, TIPIS, DEKAT = Decimal(200), Decimal(105), Decimal(90)
"""Capaian from which a target is passed by far, up to which only just, and from which it was nearly reached."""
TUMBUH = frozenset({"pertumbuhan", "pertumbuhan_layanan"})
"""Formulas whose realisasi is itself a growth."""


class Capai(Enum):
    """How a realisasi stands to its target."""

    BERLIPAT = "berlipat"
    LEBIH = "lebih"
    TIPIS = "tipis"
    TEPAT = "tepat"
    DEKAT = "dekat"
    KURANG = "kurang"
    TANPA_TARGET = "tanpa target"
    BELUM_DIISI = "belum diisi"
    TAK_TERHITUNG = "tak terhitung"


TERCAPAI = frozenset({Capai.BERLIPAT, Capai.LEBIH, Capai.TIPIS, Capai.TEPAT})
BELUM = frozenset({Capai.DEKAT, Capai.KURANG})


def capai(h: HasilIndikator) -> Capai:
    """The verdict on an indicator, from its printed capaian."""
    if isinstance(h.capaian, Angka):
        return _capai(h.capaian.nilai)
    if not isinstance(h.target, Angka):
        return Capai.TANPA_TARGET if h.target.keadaan is Tiada.NA else Capai.TAK_TERHITUNG
    if not isinstance(h.realisasi, Angka) and h.realisasi.keadaan is Tiada.KOSONG:
        return Capai.BELUM_DIISI
    return Capai.TAK_TERHITUNG


def _capai(nilai: Decimal) -> Capai:
    batas = ((BERLIPAT, Capai.BERLIPAT), (TIPIS + Decimal("0.01"), Capai.LEBIH), (Decimal("100.01"), Capai.TIPIS))
    for bawah, hasil in (*batas, (Decimal(100), Capai.TEPAT), (DEKAT, Capai.DEKAT)):
        if nilai >= bawah:
            return hasil
    return Capai.KURANG


def berskala_lain(k: Konteks) -> bool:
    """Whether the satker judges by a scale of its own."""
    return k.fakta.setelan.skala != Setelan().skala


def naik(ini: Bahan, lalu: Bahan) -> int:
    """1, 0 or -1 from one figure to the other; 0 also where either is absent."""
    if not isinstance(ini, Angka) or not isinstance(lalu, Angka):
        return 0
    return (ini.nilai > lalu.nilai) - (ini.nilai < lalu.nilai)


def lebih_baik(h: HasilIndikator, ini: Bahan, lalu: Bahan) -> int:
    """1 where the first figure is the better one for this indicator, -1 where it is the worse."""
    return -naik(ini, lalu) if h.fakta.klasifikasi is Klasifikasi.MINIMASI else naik(ini, lalu)


def sebanding(k: Konteks, h: HasilIndikator) -> tuple[HasilTahun, ...]:
    """The years up to this one that were measured in the same unit and have a realisasi, oldest first."""
    satuan = h.fakta.satuan.casefold()
    return tuple(
        t
        for t in sorted(h.seri, key=lambda t: t.tahun)
        if t.tahun <= k.tahun and isinstance(t.realisasi, Angka) and pilih.satuan_lalu(h, t.tahun).casefold() == satuan
    )


def lalu(k: Konteks, h: HasilIndikator) -> HasilTahun | None:
    """Last year, where it can be set beside this one."""
    if not isinstance(h.realisasi, Angka):
        return None
    return next((t for t in sebanding(k, h) if t.tahun == k.tahun - 1), None)


def tahun_ini(k: Konteks, h: HasilIndikator) -> HasilTahun | None:
    """This year as the series has it."""
    return pilih.seri_tahun(h, k.tahun)


def diganti(h: HasilIndikator) -> bool:
    """Whether a recorded value stands in for the computed one."""
    return isinstance(h.realisasi, Angka) and h.realisasi.asal == DIGANTI


def bertumbuh(h: HasilIndikator) -> bool:
    """Whether the realisasi is itself a growth."""
    return h.fakta.rumus in TUMBUH


def ekstrem(pasangan: Sequence[tuple[str, Bahan]]) -> tuple[tuple[str, Angka], tuple[str, Angka]] | None:
    """The greatest and the least, where at least two figures differ."""
    ada = [(nama, a) for nama, a in pasangan if isinstance(a, Angka)]
    if len({a.nilai for _, a in ada}) < 2:
        return None
    return max(ada, key=lambda p: p[1].nilai), min(ada, key=lambda p: p[1].nilai)


def kecil(nama: str) -> str:
    """A name inside a sentence: its first letter small, unless it is an abbreviation or a title of several words."""
    kata = nama.split()
    judul = any(k[:1].isupper() for k in kata[1:])
    return nama if judul or not kata or _singkatan(kata[0]) else nama[0].lower() + nama[1:]


def rendah(label: str) -> str:
    """A label of our own formulas inside a sentence: small letters, abbreviations kept."""
    return " ".join(k if _singkatan(k) else k.lower() for k in label.split())


def _singkatan(kata: str) -> bool:
    return any(h.isupper() for h in kata[1:]) or "." in kata


def sebut(nama: str, lain: str) -> str:
    """A name, or another word for the thing where the name holds a figure: a draft has no figure of its own."""
    return lain if any(x.golongan is Golongan.ANGKA for x in ketikan(naskah_dari_teks(nama))) else nama


def fisik(h: HasilIndikator, arah: int) -> list[int]:
    """The triwulan whose physical progress was ahead of the plan (1) or behind it (-1)."""
    return [t.triwulan for t in h.triwulan if naik(t.fisik, t.fisik_rencana) == arah]
