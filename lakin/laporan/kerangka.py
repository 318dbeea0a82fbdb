"""The outline of a report as data: which parts and blocks, in which order, under which headings.

Another agency's report is another ``Kerangka``, not other code. An item is a
part with its own heading, the code of a block (``Berjudul`` where the outline
gives it a caption of its own), or a slot for a person's text:
``narasi:<kode>`` (one for the report) and ``uraian:<judul>`` (one for each indicator).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.dokumen.pohon import JenisBab, Kertas

NARASI = "narasi:"
URAIAN = "uraian:"

ULANG = ("tujuan", "sasaran", "indikator")
"""What a part may be repeated for; an indikator inside a sasaran means that sasaran's indicators."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part with a heading; with ``ulang`` it stands once for each subject and its heading names it."""

    judul: str
    isi: tuple[Butir, ...]
    kode: str = ""
    ulang: str = ""
    bernomor: bool = True
    di_daftar_isi: bool = True
    halaman_baru: bool = False


@dataclass(frozen=True, slots=True)
class Berjudul:
    """A block under another caption than its own."""

    blok: str
    judul: str


Butir = Bagian | Berjudul | str


@dataclass(frozen=True, slots=True)
class BagianUtama:
    """A chapter, a part of the front matter, or an annex."""

    kode: str
    judul: str
    isi: tuple[Butir, ...]
    jenis: JenisBab = JenisBab.ISI
    kertas: Kertas = Kertas.TEGAK


@dataclass(frozen=True, slots=True)
class Kerangka:
    """The whole outline; ``judul`` is the report's name (LAKIN, LKj, ...)."""

    judul: str
    bab: tuple[BagianUtama, ...]
    subjudul: str = ""


def ke_json(kerangka: Kerangka) -> dict[str, Any]:
    """The outline as JSON values."""
    return {
        "judul": kerangka.judul,
        "subjudul": kerangka.subjudul,
        "bab": [
            {
                "kode": b.kode,
                "judul": b.judul,
                "jenis": b.jenis.value,
                "kertas": b.kertas.value,
                "isi": [_butir_ke_json(i) for i in b.isi],
            }
            for b in kerangka.bab
        ],
    }


def dari_json(isi: dict[str, Any]) -> Kerangka:
    """The outline out of JSON values."""
    return Kerangka(
        judul=isi["judul"],
        subjudul=isi.get("subjudul", ""),
        bab=tuple(
            BagianUtama(
                kode=b["kode"],
                judul=b["judul"],
                isi=tuple(_butir_dari_json(i) for i in b["isi"]),
                jenis=JenisBab(b.get("jenis", "isi")),
                kertas=Kertas(b.get("kertas", "tegak")),
            )
            for b in isi["bab"]
        ),
    )


def _butir_ke_json(butir: Butir) -> Any:
    if isinstance(butir, str):
        return butir
    if isinstance(butir, Berjudul):
        return {"blok": butir.blok, "judul": butir.judul}
    return {
        "judul": butir.judul,
        "kode": butir.kode,
        "ulang": butir.ulang,
        "bernomor": butir.bernomor,
        "di_daftar_isi": butir.di_daftar_isi,
        "halaman_baru": butir.halaman_baru,
        "isi": [_butir_ke_json(i) for i in butir.isi],
    }


def _butir_dari_json(butir: Any) -> Butir:
    if isinstance(butir, str):
        return butir
    if "blok" in butir:
        return Berjudul(butir["blok"], butir["judul"])
    ulang = butir.get("ulang", "")
    if ulang and ulang not in ULANG:
        raise ValueError(f"Bagian {butir['judul']!r} diulang untuk {ulang!r}, yang tidak dikenal.")
    return Bagian(
        judul=butir["judul"],
        isi=tuple(_butir_dari_json(i) for i in butir["isi"]),
        kode=butir.get("kode", ""),
        ulang=ulang,
        bernomor=butir.get("bernomor", True),
        di_daftar_isi=butir.get("di_daftar_isi", True),
        halaman_baru=butir.get("halaman_baru", False),
    )


def nama_butir(butir: Butir) -> str:
    """The code of a block or slot as the outline holds it; '' for a part."""
    match butir:
        case Berjudul():
            return butir.blok
        case str():
            return butir
        case _:
            return ""


def kode_slot(kode: str, subjek: str = "") -> str:
    """The code under which a slot's text is stored: '{kode}' is the subject's, with dots written as hyphens."""
    return kode.replace("{kode}", subjek.replace(".", "-"))
