"""The way of a period as its trail tells it: who took which step, when, and with which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lakin.alur.models import Periode
from lakin.alur.transisi import AJUKAN, DIVERIFIKASI, KEMBALIKAN, KUNCI, LANGKAH, SELESAI, VERIFIKASI
from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak

LENGKAP = "lengkap"


@dataclass(frozen=True, slots=True)
class LangkahPeriode:
    """One step that was taken; ``urut`` is its place in the satker's chain of traces."""

    tindakan: str
    oleh: str
    pada: datetime
    alasan: str
    urut: int


@dataclass(frozen=True, slots=True)
class Jalan:
    """All steps of a period, oldest first."""

    langkah: tuple[LangkahPeriode, ...]

    def terakhir(self, *tindakan: str) -> LangkahPeriode | None:
        """The last step of these kinds."""
        return next((x for x in reversed(self.langkah) if x.tindakan in tindakan), None)

    @property
    def ajuan(self) -> LangkahPeriode | None:
        """The last handing in."""
        return self.terakhir(AJUKAN)

    @property
    def ajuan_dikembalikan(self) -> LangkahPeriode | None:
        """The handing in that was returned last, where the period was handed in again since or is being mended."""
        kembali = self.terakhir(KEMBALIKAN)
        if kembali is None:
            return None
        lalu = [x for x in self.langkah if x.tindakan == AJUKAN and x.urut < kembali.urut]
        return lalu[-1] if lalu else None

    @property
    def pengembalian(self) -> LangkahPeriode | None:
        """The last return."""
        return self.terakhir(KEMBALIKAN)


def jalan(periode: Periode) -> Jalan:
    """Read a period's steps; what was loaded as verified counts as verified by who loaded it."""
    langkah = []
    for j in Jejak.objects.filter(alamat=periode.alamat).select_related("oleh").order_by("urut"):
        tindakan = _tindakan(j)
        if tindakan:
            langkah.append(LangkahPeriode(tindakan, nama_pelaku(j), j.pada, j.alasan, j.urut))
    return Jalan(tuple(langkah))


def penelaah(periode: Periode | None) -> LangkahPeriode | None:
    """Who verified a period that is still verified or locked."""
    if periode is None or periode.keadaan not in SELESAI:
        return None
    return jalan(periode).terakhir(VERIFIKASI)


def _tindakan(j: Jejak) -> str:
    if j.tindakan in (*LANGKAH, LENGKAP, KUNCI):
        return j.tindakan
    ke = (j.sesudah or {}).get("keadaan")
    return VERIFIKASI if ke == DIVERIFIKASI else ""
