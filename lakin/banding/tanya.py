"""What a comparison is asked: one object, written to the address and read from it, for page, chart and files alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from lakin.capaian.jajaran import MENURUT, REALISASI
from lakin.organisasi.enums import JenisSatker

TINGKAT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "balai": ("Semua balai", (JenisSatker.BBSPJI, JenisSatker.BSPJI)),
    "bbspji": ("Balai besar (BBSPJI)", (JenisSatker.BBSPJI,)),
    "bspji": ("Balai (BSPJI)", (JenisSatker.BSPJI,)),
    "pusat": ("Pusat dan Sekretariat", (JenisSatker.PUSAT, JenisSatker.SEKRETARIAT)),
    "semua": (
        "Semua satker",
        (JenisSatker.BBSPJI, JenisSatker.BSPJI, JenisSatker.PUSAT, JenisSatker.SEKRETARIAT, JenisSatker.ESELON_I),
    ),
}
"""Which kinds of satker are compared: like with like."""
BAKU = "bbspji"
CAMPUR = ("balai", "semua")
"""Levels that put different classes side by side; the page says so."""
MENURUT_SEBUTAN = {"realisasi": "Realisasi", "capaian": "Capaian", "tumbuh": "Pertumbuhan"}
LAPOR = ("", "sudah", "belum")
URUT_SEBUTAN = {
    "peringkat": "peringkat",
    "nama": "nama satker",
    "target": "target",
    "tumbuh": "pertumbuhan",
    "lalu": "tahun lalu",
    "peringkat_lalu": "peringkat tahun lalu",
}
KOLOM_URUT = ("peringkat", "nama", "realisasi", "target", "capaian", "tumbuh", "lalu", "peringkat_lalu")
SEMATAN_TERBANYAK = 12
SEHALAMAN = 40
"""Rows on one page of the screen; files hold all of them."""


@dataclass(frozen=True, slots=True)
class Tanya:
    """The whole state of the comparison; equal questions have the same address.

    ``menurut`` is what ranks, ``urut`` what sorts the rows ('lajur.…' for a
    column of the comparison's own); '' and () are no limit. ``sintetis`` asks for
    made-up satkers, which never stand among real ones.
    """

    indikator: str
    tahun: int
    tingkat: str = BAKU
    menurut: str = REALISASI
    urut: str = "peringkat"
    turun: bool = False
    lapor: str = ""
    cari: str = ""
    sematan: tuple[str, ...] = ()
    sintetis: bool = False
    halaman: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "sematan", tuple(sorted(set(self.sematan)))[:SEMATAN_TERBANYAK])
        object.__setattr__(self, "cari", " ".join(self.cari.split())[:80])

    @classmethod
    def dari(cls, isi: Mapping[str, Sequence[str]], *, indikator: str, tahun: int) -> Tanya:
        """Read the query of an address; what is not known is no limit, ``indikator`` and ``tahun`` stand in."""

        def satu(nama: str) -> str:
            semua = isi.get(nama) or ("",)
            return semua[-1].replace("\x00", "").strip()  # PostgreSQL takes no NUL in a text

        teks = satu("tahun")
        urut = satu("urut")[:60]
        return cls(
            indikator=satu("indikator")[:60] or indikator,
            tahun=int(teks) if teks.isascii() and teks.isdigit() and len(teks) == 4 and teks >= "1900" else tahun,
            tingkat=satu("tingkat") if satu("tingkat") in TINGKAT else BAKU,
            menurut=satu("menurut") if satu("menurut") in MENURUT else REALISASI,
            urut=urut if urut in KOLOM_URUT or urut.startswith("lajur.") else "peringkat",
            turun=satu("turun") == "1",
            lapor=satu("lapor") if satu("lapor") in LAPOR else "",
            cari=satu("cari"),
            sintetis=satu("sintetis") == "1",
            halaman=_bulat(satu("halaman")),
            sematan=tuple(s for s in (t.strip()[:40] for t in isi.get("semat") or ()) if s),
        )

    @property
    def alamat(self) -> str:
        """The canonical query: fixed order, without what is not said."""
        bagian: list[tuple[str, Any]] = [
            ("indikator", self.indikator),
            ("tahun", self.tahun),
            ("tingkat", self.tingkat),
        ]
        bagian += [("menurut", self.menurut)] if self.menurut != REALISASI else []
        bagian += [("urut", self.urut)] if self.urut != "peringkat" else []
        bagian += [("turun", 1)] if self.turun else []
        bagian += [("lapor", self.lapor)] if self.lapor else []
        bagian += [("cari", self.cari)] if self.cari else []
        bagian += [("sintetis", 1)] if self.sintetis else []
        bagian += [("semat", s) for s in self.sematan]
        return urlencode([*bagian, ("halaman", self.halaman)] if self.halaman > 1 else bagian)

    @property
    def lingkup(self) -> str:
        """The canonical query of what is asked of all indicators: year and satkers."""
        bagian: list[tuple[str, Any]] = [("tahun", self.tahun), ("tingkat", self.tingkat)]
        return urlencode([*bagian, ("sintetis", 1)] if self.sintetis else bagian)

    @property
    def sebutan(self) -> str:
        """The question in words, for what leaves the screen."""
        urut = URUT_SEBUTAN.get(self.urut, self.urut.removeprefix("lajur."))
        bagian = [
            TINGKAT[self.tingkat][0],
            f"tahun {self.tahun}",
            f"peringkat menurut {MENURUT_SEBUTAN[self.menurut].lower()}",
            f"diurutkan menurut {urut}{' (dibalik)' if self.turun else ''}",
            *([f"hanya yang {self.lapor} melapor"] if self.lapor else []),
            *([f"mencari “{self.cari}”"] if self.cari else []),
            *([f"disematkan {', '.join(self.sematan)}"] if self.sematan else []),
            *(["satker sintetis"] if self.sintetis else []),
        ]
        return "; ".join(bagian) + "."

    @property
    def tersaring(self) -> bool:
        """Whether rows are left out."""
        return bool(self.lapor or self.cari)

    def dengan(self, **ganti: Any) -> Tanya:
        """The same question with some parts changed."""
        return replace(self, **ganti)

    def diurut(self, kolom: str) -> Tanya:
        """The question that a click on a head asks: sorted by it, and the other way round at the second click."""
        return replace(self, urut=kolom, turun=not self.turun if kolom == self.urut else False, halaman=1)

    def disemat(self, kode: str) -> Tanya:
        """The question with a satker pinned, or let go where it was."""
        lain = tuple(s for s in self.sematan if s != kode)
        return replace(self, sematan=lain if kode in self.sematan else (*lain, kode))


def _bulat(teks: str) -> int:
    return int(teks) if teks.isascii() and teks.isdigit() and 0 < len(teks) < 5 and int(teks) else 1
