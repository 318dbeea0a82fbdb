"""The words of the Perjanjian Kinerja's form (Permenpan RB 53/2014, Anak Lampiran I/2-6); knows no model.

The PK that is signed and the annex of the LAKIN print the same statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from lakin.angka import tulis_tanggal
from lakin.dokumen.pohon import Blok, Paragraf, PenandaTangan, Rincian, TandaTangan

TITIK = "………………"
PERAN = {"kedua": "Pihak Kedua", "pertama": "Pihak Pertama"}
"""The second party stands on the left, as in the form."""


class PihakPK(Protocol):
    """Who signs, as a row of the database or as a frozen fact."""

    @property
    def pihak(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def jabatan(self) -> str: ...
    @property
    def nip(self) -> str: ...
    @property
    def kapasitas(self) -> str: ...


def pernyataan(pihak: Iterable[PihakPK]) -> tuple[Blok, ...]:
    """The statement of both parties."""
    ada = {p.pihak: p for p in pihak}
    return (
        Paragraf(
            (
                "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
                "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
            )
        ),
        _orang(ada.get("pertama")),
        Paragraf(("selanjutnya disebut pihak pertama",)),
        _orang(ada.get("kedua")),
        Paragraf(("selaku atasan pihak pertama, selanjutnya disebut pihak kedua",)),
        Paragraf(
            (
                "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian "
                "ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam "
                "dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung "
                "jawab kami.",
            )
        ),
        Paragraf(
            (
                "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
                "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian "
                "penghargaan dan sanksi.",
            )
        ),
    )


def tanda_tangan(kota: str, tanggal: date | None, pihak: Iterable[PihakPK]) -> tuple[Blok, ...]:
    """Where both parties sign; nothing where no party is known."""
    ada = {p.pihak: p for p in pihak}
    orang = tuple(
        PenandaTangan(p.nama or TITIK, p.jabatan, p.nip, p.kapasitas, peran)
        for kode, peran in PERAN.items()
        if (p := ada.get(kode))
    )
    hari = tulis_tanggal(tanggal) if tanggal else TITIK
    return (TandaTangan(f"{kota or TITIK}, {hari}", orang),) if orang else ()


def _orang(p: PihakPK | None) -> Rincian:
    nama = p.nama if p and p.nama else TITIK
    jabatan = f"{p.kapasitas} {p.jabatan}".strip() if p else TITIK
    return Rincian((("Nama", (nama,)), ("Jabatan", (jabatan,))))
