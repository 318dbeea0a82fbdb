"""The answer in short, as plain values for JSON: numbers are strings with a decimal point, missing is null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lakin.angka import tulis_mesin
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan

if TYPE_CHECKING:
    from lakin.capaian.hasil import Hasil, HasilIndikator, HasilSerapan

Isi = dict[str, Any]


def ringkas(hasil: Hasil) -> Isi:
    """Indicators in the order of the PK, then what is made of them, the budget, efficiency and NKA."""
    semua = hasil.indikator.values()
    isi: Isi = {
        "satker": hasil.fakta.satker.kode,
        "tahun": hasil.fakta.tahun,
        "indikator": [_indikator(h) for h in semua],
        "sasaran": [{"kode": h.fakta.kode, **_isi("capaian", h.capaian)} for h in hasil.sasaran.values()],
        "tujuan": [
            {"kode": h.fakta.kode, **_isi("capaian", h.capaian), "target": _angka(h.target)}
            for h in hasil.tujuan.values()
        ],
        "organisasi": {
            **_isi("capaian", hasil.organisasi.capaian),
            "tercapai": _angka(hasil.organisasi.tercapai),
            "jumlah": _angka(hasil.organisasi.jumlah),
            "persen_tercapai": _angka(hasil.organisasi.persen_tercapai),
            "fisik": _angka(hasil.organisasi.fisik),
        },
        "renstra": [
            {
                "kode": h.fakta.kode,
                "target": _angka(h.renstra.target),
                "realisasi": _angka(h.renstra.realisasi),
                **_isi("capaian", h.renstra.capaian),
            }
            for h in semua
        ],
        "anggaran": {**_serapan(hasil.anggaran.total), "pos": _pos(hasil)},
        "efisiensi": _efisiensi(hasil),
        "nka": None,
    }
    if hasil.nka is None:
        return isi | {"nka_alasan": "Nilai kinerja anggaran tahun ini belum dicatat."}
    isi["nka"] = _angka(hasil.nka.nilai)
    if isi["nka"] is None:
        isi["nka_alasan"] = hasil.nka.nilai.alasan
    return isi | {
        "nka_rincian": {
            "nilai_hitung": _angka(hasil.nka.nilai_hitung),
            "penyerapan": _angka(hasil.nka.penyerapan),
            "konsistensi": _angka(hasil.nka.konsistensi),
            "capaian_ro": _angka(hasil.nka.capaian_ro),
            "efisiensi": _angka(hasil.nka.efisiensi),
        }
    }


def _angka(b: Bahan) -> str | None:
    return tulis_mesin(b.nilai) if isinstance(b, Angka) else None


def _isi(nama: str, b: Bahan) -> Isi:
    """A value, with the reason beside it where there is none."""
    return {nama: _angka(b)} if isinstance(b, Angka) else {nama: None, "alasan": b.alasan}


def _indikator(h: HasilIndikator) -> Isi:
    isi: Isi = {
        "kode": h.fakta.kode,
        "nama": h.fakta.nama,
        "satuan": h.fakta.satuan,
        "iku": h.fakta.iku,
        "target": _angka(h.target),
        "realisasi": _angka(h.realisasi),
        "asal": h.realisasi.asal if isinstance(h.realisasi, Angka) else None,
        "nilai_hitung": _angka(h.nilai_hitung),
        "capaian": _angka(h.capaian),
        "status": h.status.kode if h.status else None,
    }
    alasan = _alasan(h)
    return isi | {"alasan": alasan} if alasan else isi


def _alasan(h: HasilIndikator) -> str:
    """Why a value stands in for the computed one, or why a value is missing."""
    for b in (h.realisasi, h.target, h.capaian):
        if not isinstance(b, Angka) or (b is h.realisasi and b.asal != DIHITUNG and b.alasan):
            return b.alasan
    return ""


def _serapan(s: HasilSerapan) -> Isi:
    return {"pagu": _angka(s.pagu), "realisasi": _angka(s.realisasi), **_isi("persen", s.persen)}


def _pos(hasil: Hasil) -> list[Isi]:
    return [
        {
            "kode": kode,
            "induk": h.fakta.induk or None,
            "uraian": h.fakta.uraian,
            "pagu": _angka(h.pagu),
            "realisasi": _angka(h.realisasi),
            **_isi("persen", h.persen),
        }
        for kode, h in hasil.anggaran.simpul.items()
    ]


def _efisiensi(hasil: Hasil) -> Isi:
    isi: Isi = {
        "indikator": [
            {
                "kode": h.fakta.kode,
                "ibt": _angka(h.efisiensi.ibt),
                "ibr": _angka(h.efisiensi.ibr),
                **_isi("efisiensi", h.efisiensi.efisiensi),
            }
            for h in hasil.indikator.values()
        ],
        "rata_rata": _angka(hasil.efisiensi_rata),
        "rata_rata_iku": _angka(hasil.efisiensi_rata_iku),
    }
    if isi["rata_rata"] is None:
        isi["alasan"] = hasil.efisiensi_rata.alasan
    return isi
