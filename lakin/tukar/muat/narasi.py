"""The short texts of the sample report, as document trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lakin.laporan.models import Narasi
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JudulUraian
from lakin.pengukuran.models import Uraian
from lakin.tukar.muat.baca import Catatan, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.pengukuran import garis_pk_satu
from renstra.models import GarisIndikator


def naskah(paragraf: Sequence[str]) -> dict[str, Any]:
    """Return paragraphs as the document tree that narrative is stored as."""
    return {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": teks}]} for teks in paragraf],
    }


def muat_narasi(p: Pemuat, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load the sections of the report ('kata_pengantar', 'tujuan_T1') and the four headings of each indicator."""
    di = baca_yaml(p.folder, "narasi.yaml")
    di.abaikan("satker", "tahun")
    bagian, tujuan = di.anak("bagian"), di.anak("tujuan")
    for kode in bagian.kunci():
        _narasi(p, bagian, unit, tahun, kode, bagian.daftar(kode))
    for kode in tujuan.kunci():
        _narasi(p, tujuan, unit, tahun, f"tujuan_{kode}", [tujuan.teks(kode)])
    indikator = di.anak("indikator")
    for kode in indikator.kunci():
        _uraian(p, indikator.anak(kode), unit, tahun, kode, garis)
    di.habis()


def _narasi(p: Pemuat, di: Catatan, unit: Satker, tahun: int, kode: str, teks: Sequence[str]) -> None:
    p.fakta(
        di,
        Narasi,
        f"{unit.kunci}/{tahun}/narasi/{kode}",
        {"satker": unit, "tahun": tahun, "kode": kode},
        isi=naskah(teks),
    )


def _uraian(p: Pemuat, di: Catatan, unit: Satker, tahun: int, kode: str, garis: dict[str, GarisIndikator]) -> None:
    for judul in JudulUraian:
        p.fakta(
            di,
            Uraian,
            f"{unit.kunci}/{tahun}/{kode}/uraian/tw4/{judul.value}",
            {
                "garis_indikator": garis_pk_satu(di, garis, kode),
                "tahun": tahun,
                "triwulan": 4,
                "judul": judul.value,
            },
            isi=naskah([di.teks(judul.value)]),
        )
    di.habis()
