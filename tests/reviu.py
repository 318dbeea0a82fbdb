"""A reviu for tests, made through the services."""

from __future__ import annotations

from typing import Any

from lakin.laporan.butir_reviu import BUTIR_REVIU
from lakin.laporan.models import Reviu
from lakin.laporan.naskah import konteks_naskah, semua_naskah
from lakin.laporan.pengesahan import Penyah
from lakin.laporan.selectors import laporan_satker
from lakin.laporan.selectors_reviu import reviu_laporan
from lakin.laporan.services import simpan_naskah, susun_rancangan
from lakin.laporan.services_reviu import TEKS, Isian, jawab_reviu, mulai_reviu, tandatangani_reviu, tulis_kertas_kerja
from lakin.laporan.simpul_naskah import naskah_dari_teks
from lakin.organisasi.models import Satker

PENANDA = Penyah("Budi Santosa", "Inspektur III", "196512311991031002")


def reviu_kini(satker: Satker, tahun: int = 2023) -> Reviu:
    """The reviu of the version that is being made."""
    reviu = reviu_laporan(laporan_satker(satker, tahun))
    assert reviu is not None
    return reviu


def isi_reviu(satker: Satker, apip: Any, tahun: int = 2023) -> Reviu:
    """Begin a reviu, answer every point and write the working paper; it is still to be signed."""
    mulai_reviu(satker=satker, tahun=tahun, oleh=apip)
    jawab_reviu(satker=satker, tahun=tahun, isian={k: Isian("ya", "", 0) for k in BUTIR_REVIU}, oleh=apip)
    teks = {n: f"Isi {n} untuk uji." for n in TEKS}
    return tulis_kertas_kerja(satker=satker, tahun=tahun, teks=teks, versi=reviu_kini(satker, tahun).versi, oleh=apip)


def tanda_tangani(satker: Satker, apip: Any, tahun: int = 2023, penjelas: str = "", penanda: Penyah = PENANDA) -> Reviu:
    """Sign the statement; the report must have been handed in."""
    return tandatangani_reviu(
        satker=satker, tahun=tahun, penanda=penanda, tempat="Jakarta", penjelas=penjelas,
        versi=reviu_kini(satker, tahun).versi, oleh=apip,
    )  # fmt: skip


def tulis_dari_rancangan(satker: Satker, oleh: Any, tahun: int = 2023) -> int:
    """Write every narrative of a report anew from the first drafts, with its gaps filled; how many there were."""
    konteks = konteks_naskah(satker, tahun)
    for n in semua_naskah(satker, konteks):
        if not n.kosong:
            _tulis(satker, tahun, n.bagian.kode, naskah_dari_teks(), n.versi, oleh)
    susun_rancangan(satker=satker, tahun=tahun, oleh=oleh)
    semua = semua_naskah(satker, konteks_naskah(satker, tahun))
    for n in semua:
        if n.celah:
            _tulis(satker, tahun, n.bagian.kode, tanpa_celah(n.isi), n.versi, oleh)
    return sum(n.celah for n in semua)


def _tulis(satker: Satker, tahun: int, kode: str, isi: Any, versi: int, oleh: Any) -> None:
    simpan_naskah(satker=satker, tahun=tahun, kode=kode, isi=isi, versi=versi, oleh=oleh)


def tanpa_celah(simpul: Any) -> Any:
    """The same text with words in place of its gaps."""
    if isinstance(simpul, list):
        return [tanpa_celah(s) for s in simpul]
    if not isinstance(simpul, dict):
        return simpul
    if simpul.get("type") == "celah":
        return {"type": "text", "text": "keterangan yang dilengkapi perencana"}
    return {k: tanpa_celah(v) for k, v in simpul.items()}
