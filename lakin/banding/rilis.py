"""What satkers may see of each other: the secretariat opens comparisons, by year or by indicator."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from lakin.banding.models import RilisBanding
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.organisasi.izin import Izin
from lakin.organisasi.selectors import boleh

TERTUTUP, PILIHAN, SEMUA = "tertutup", "pilihan", "semua"
LINGKUP = {
    TERTUTUP: "Tertutup bagi satker",
    PILIHAN: "Indikator yang dipilih saja",
    SEMUA: "Semua indikator tahun ini",
}


@dataclass(frozen=True, slots=True)
class Terbuka:
    """What a person may compare in a year."""

    semua: bool
    kunci: frozenset[str] = frozenset()

    def __contains__(self, kunci: object) -> bool:
        return self.semua or kunci in self.kunci

    def __bool__(self) -> bool:
        return self.semua or bool(self.kunci)


def terbuka(pengguna: Any, tahun: int) -> Terbuka:
    """Return what a person may compare: those who steer everything, a satker what was released."""
    if boleh(pengguna, Izin.BANDINGKAN):
        return Terbuka(True)
    r = RilisBanding.objects.filter(tahun=tahun).first()
    return Terbuka(r.semua, frozenset(r.kunci)) if r else Terbuka(False)


def rilis_tahun(tahun: int) -> RilisBanding:
    """Return the setting of a year; one that nobody has saved is closed and of version 0."""
    return RilisBanding.objects.filter(tahun=tahun).first() or RilisBanding(tahun=tahun, versi=0)


@transaction.atomic
def atur_rilis(*, tahun: int, lingkup: str, kunci: Collection[str], versi: int, oleh: Any) -> RilisBanding:
    """Open or close the comparisons of a year to satkers; Bentrok where somebody else did meanwhile."""
    semua, pilihan = lingkup == SEMUA, sorted(set(kunci)) if lingkup == PILIHAN else []
    RilisBanding.objects.get_or_create(tahun=tahun, defaults={"versi": 0})
    lama = RilisBanding.objects.select_for_update().get(tahun=tahun)
    baru = RilisBanding.objects.get(pk=lama.pk)
    if lama.versi != versi:
        pesan = "{oleh} sudah mengubah rilis tahun ini. Muat ulang halaman, lalu atur kembali."
        raise bentrok(lama.alamat, versi=lama.versi, kini=_sebutan(lama), pesan=pesan)
    baru.semua, baru.kunci = semua, pilihan
    if (baru.semua, baru.kunci) != (lama.semua, lama.kunci) or not lama.versi:
        baru.versi += 1
        rekam(baru, oleh=oleh, alamat=baru.alamat, lama=lama)
    return baru


def _sebutan(r: RilisBanding) -> str:
    return "semua indikator" if r.semua else ", ".join(r.kunci) or "tertutup"
