"""The discussion of a period: comments by indicator, one general thread, action points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lakin.alur.models import ButirTindak, Komentar, Periode
from lakin.alur.services.kabar import pengguna_berperan, pengguna_satker
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.selectors_bukti import sebutan_alamat


@dataclass(slots=True)
class Utas:
    """A comment, what it is about, and its answers."""

    komentar: Komentar
    tentang: str
    balasan: list[Komentar] = field(default_factory=list)

    @property
    def terbuka(self) -> bool:
        """Marked for follow-up and not yet resolved."""
        return self.komentar.tandai and self.komentar.selesai_pada is None


@dataclass(frozen=True, slots=True)
class BarisTindak:
    """An action point with what this reader may do about it."""

    butir: ButirTindak
    boleh_lapor: bool
    boleh_tutup: bool


def utas(periode: Periode) -> dict[str, list[Utas]]:
    """The threads of a period by indicator; '' for what is said of the whole."""
    milik = Komentar.objects.filter(satker=periode.satker, tahun=periode.tahun, triwulan=periode.triwulan)
    semua: dict[int, Utas] = {}
    hasil: dict[str, list[Utas]] = defaultdict(list)
    for k in milik.select_related("oleh", "selesai_oleh").order_by("pada", "pk"):
        induk = semua.get(k.balasan_dari_id or 0)
        if induk is not None:
            induk.balasan.append(k)
            continue
        bagian = k.alamat.split("/")
        semua[k.pk] = Utas(k, sebutan_alamat(k.alamat) if k.alamat else "")
        hasil[bagian[2] if len(bagian) > 2 else ""].append(semua[k.pk])
    return hasil


def tindak(periode: Periode, pengguna: Any) -> list[BarisTindak]:
    """The action points of a period, open ones first."""
    milik = ButirTindak.objects.filter(satker=periode.satker, tahun=periode.tahun, triwulan=periode.triwulan)
    semua = milik.select_related("penanggung_jawab", "dibuat_oleh", "ditutup_oleh")
    baris = [_baris(b, pengguna) for b in semua.order_by("tenggat", "pk")]
    return sorted(baris, key=lambda b: b.butir.ditutup_pada is not None)


def _baris(b: ButirTindak, pengguna: Any) -> BarisTindak:
    terbuka, miliknya = b.ditutup_pada is None, b.penanggung_jawab_id == pengguna.pk
    return BarisTindak(b, terbuka and miliknya, terbuka and not miliknya and b.dikerjakan_pada is not None)


def calon_penanggung_jawab(satker: Satker) -> list[Pengguna]:
    """Who can be made responsible: the people of the satker and the secretariat."""
    semua: Iterable[Pengguna] = (*pengguna_satker(satker, "perencana", "kepala"), *pengguna_berperan("sekretariat"))
    return list({p.pk: p for p in semua}.values())
