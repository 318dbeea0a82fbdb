"""The engine's figures of a satker's year in short, as JSON and back: what comparison and roll-up need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.banding import SUSUNAN, figur_nka, figur_susunan
from lakin.capaian.hasil import Hasil, HasilIndikator, HasilSerapan
from lakin.capaian.rumus.pertumbuhan import Pertumbuhan, tumbuh

VERSI = 2
"""Raised when the short form changes, or the engine answers the same facts otherwise: all kept is then stale."""
TRIWULAN = (1, 2, 3, 4)
BELUM_LALU = "Realisasi tahun sebelumnya tidak dicatat."


@dataclass(frozen=True, slots=True)
class Ukuran:
    """An indicator of the catalogue as one satker has it in a year; figures carry the engine's addresses."""

    kode: str
    satuan: str
    klasifikasi: str
    target: Bahan
    realisasi: Bahan
    capaian: Bahan
    status: str
    """Code of the band, empty where there is no capaian."""
    lalu: Bahan
    """Realisasi of the year before."""
    tumbuh: Bahan
    """Growth over it, in percent."""


FIGUR = ("target", "realisasi", "capaian", "lalu", "tumbuh")
TEKS = ("kode", "satuan", "klasifikasi", "status")


def ringkas(hasil: Hasil, keadaan: Mapping[int, str]) -> dict[str, Any]:
    """Return the short form; ``keadaan`` is the state of each triwulan that was opened."""
    o = hasil.organisasi
    return {
        "indikator": _per_katalog(hasil),
        "capaian": tulis_figur(o.capaian),
        "persen_tercapai": tulis_figur(o.persen_tercapai),
        "anggaran": _serapan(hasil.anggaran.total),
        "efisiensi": tulis_figur(hasil.efisiensi_rata),
        "nka": tulis_figur(hasil.nka.nilai) if hasil.nka else None,
        "nka_lajur": _figur(figur_nka(hasil.nka)) if hasil.nka else {},
        "serapan": {
            "target": tulis_figur(hasil.anggaran.target_serapan),
            "penyerapan": tulis_figur(hasil.anggaran.total.persen),
            "lalu": tulis_figur(_serapan_lalu(hasil)),
        },
        "triwulan": {
            str(tw): {"keadaan": keadaan.get(tw, ""), "terisi": _terisi(hasil, tw), "jumlah": len(hasil.indikator)}
            for tw in TRIWULAN
        },
    }


def baca_ukuran(isi: Mapping[str, Any]) -> Ukuran:
    """Return one indicator of the short form as figures again."""
    medan: dict[str, Any] = {t: isi[t] for t in TEKS} | {f: baca_figur(isi[f]) for f in FIGUR}
    return Ukuran(**medan)


def tulis_figur(b: Bahan) -> dict[str, Any]:
    """A figure without what it was made of: its address leads there."""
    if isinstance(b, TanpaNilai):
        return {"alamat": b.alamat, "tiada": b.keadaan.value, "alasan": b.alasan, "satuan": b.satuan}
    return {"alamat": b.alamat, "nilai": str(b.nilai), "desimal": b.desimal, "satuan": b.satuan, "asal": b.asal}


def baca_figur(isi: Mapping[str, Any]) -> Bahan:
    """A figure of the short form again."""
    if "tiada" in isi:
        return TanpaNilai(isi["alasan"], Tiada(isi["tiada"]), isi["alamat"], satuan=isi["satuan"])
    return Angka(isi["alamat"], Decimal(isi["nilai"]), isi["desimal"], isi["satuan"], isi["asal"])


def _per_katalog(hasil: Hasil) -> dict[str, list[dict[str, Any]]]:
    """Key of the catalogue -> the satker's indicators that point to it, mostly one."""
    semua: dict[str, list[dict[str, Any]]] = {}
    for h in hasil.indikator.values():
        if h.fakta.katalog:
            semua.setdefault(h.fakta.katalog, []).append(_indikator(h, hasil))
    return semua


def _indikator(h: HasilIndikator, hasil: Hasil) -> dict[str, Any]:
    tahun = hasil.fakta.tahun
    lalu = next((t.realisasi for t in h.seri if t.tahun == tahun - 1), None) or TanpaNilai(BELUM_LALU, Tiada.KOSONG)
    alamat = f"{hasil.fakta.satker.kode}/{tahun}/{h.fakta.kode}/tumbuh"
    naik = tumbuh(alamat, lalu, h.realisasi, Pertumbuhan().cara, 2, "Pertumbuhan")
    return {
        "kode": h.fakta.kode,
        "satuan": h.fakta.satuan,
        "klasifikasi": str(h.fakta.klasifikasi),
        "target": tulis_figur(h.target),
        "realisasi": tulis_figur(h.realisasi),
        "capaian": tulis_figur(h.capaian),
        "status": h.status.kode if h.status else "",
        "lalu": tulis_figur(lalu),
        "tumbuh": tulis_figur(naik),
        **_lajur(h, hasil),
    }


def _lajur(h: HasilIndikator, hasil: Hasil) -> dict[str, Any]:
    """The columns of an indicator that is compared by more than its realisasi."""
    susunan = SUSUNAN.get(h.fakta.katalog or "")
    if susunan is None:
        return {}
    isi, lalu = figur_susunan(hasil, h, susunan)
    return {"lajur": _figur(isi), "lajur_lalu": tulis_figur(lalu)}


def _figur(semua: Mapping[str, Bahan]) -> dict[str, Any]:
    return {kode: tulis_figur(b) for kode, b in semua.items()}


def _serapan_lalu(hasil: Hasil) -> Bahan:
    lalu = hasil.anggaran.tahun.get(hasil.fakta.tahun - 1)
    return lalu.persen if lalu else TanpaNilai("Serapan tahun sebelumnya tidak dicatat.", Tiada.KOSONG)


def _serapan(s: HasilSerapan) -> dict[str, Any]:
    return {"pagu": tulis_figur(s.pagu), "realisasi": tulis_figur(s.realisasi), "persen": tulis_figur(s.persen)}


def _terisi(hasil: Hasil, tw: int) -> int:
    """Indicators that are filled: physical progress, and at the year's end the realisasi too."""
    return sum(1 for h in hasil.indikator.values() if _ada(h.triwulan[tw - 1].fisik) and (tw < 4 or _ada(h.realisasi)))


def _ada(b: Bahan) -> bool:
    return not isinstance(b, TanpaNilai) or b.keadaan is not Tiada.KOSONG
