"""Where a figure of an address is found: in what its reader may see, or in an approved version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.banding.selectors import pembanding
from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.banding import Pembanding
from lakin.capaian.hasil import Hasil
from lakin.capaian.sampai import SETAHUN
from lakin.dasbor.penjelasan import angka_pada
from lakin.dasbor.selectors import tahun_ber_pk
from lakin.laporan.koreksi import koreksi_laporan
from lakin.laporan.models import Terbitan
from lakin.laporan.terbitan import konteks_terbitan, terbitan_berkode
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from lakin.web.galat import GalatDomain


@dataclass(frozen=True, slots=True)
class Sumber:
    """A figure with the facts that it comes from; ``triwulan`` is until when they go."""

    angka: Bahan
    hasil: Hasil
    triwulan: int
    pembanding: Pembanding | None = None
    terbitan: Terbitan | None = None

    @property
    def tahun(self) -> int:
        """The year of the report that has the figure: one of an earlier year stands in the later that cites it."""
        return self.hasil.fakta.tahun

    @property
    def sampai(self) -> int | None:
        """Where the trail ended when the facts were frozen; None for those of now."""
        return self.terbitan.jejak_urut if self.terbitan else None


def cari_sumber(
    pengguna: Any, satker: Satker, tahun: int, alamat: str, triwulan: int = SETAHUN, versi: str = ""
) -> Sumber | None:
    """Return the figure of an address; None where there is none that this reader may see."""
    if versi:
        return _terbitan(satker, versi, alamat)
    if not alamat.startswith(f"{satker.kunci}/{tahun}/"):
        return None
    for t in (tahun, *sorted(x for x in tahun_ber_pk() if x > tahun)):
        try:
            hasil = hasil_terkini(satker, t, pengguna)
        except GalatDomain:  # no PK in that year
            continue
        if triwulan != SETAHUN:
            hasil = hasil_segar(satker, t, triwulan, pengguna)
        lain = pembanding(satker, t) if "/pembanding/" in alamat else None
        koreksi = koreksi_laporan(satker, t, triwulan, pengguna) if "/koreksi/" in alamat else ()
        angka = angka_pada(hasil, alamat, lain, triwulan, koreksi)
        if angka is not None:
            return Sumber(angka, hasil, triwulan, lain)
    return None


def _terbitan(satker: Satker, kode: str, alamat: str) -> Sumber | None:
    """A figure of an approved version, from what was frozen with it."""
    t = terbitan_berkode(satker, kode)
    if t is None:
        return None
    k = konteks_terbitan(t)
    angka = angka_pada(k.hasil, alamat, k.pembanding, k.triwulan, k.koreksi)
    return Sumber(angka, k.hasil, k.triwulan, k.pembanding, t) if angka is not None else None
