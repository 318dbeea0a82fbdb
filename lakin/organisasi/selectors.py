"""Every object is found through what the user may see, so that no view can forget the scope."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from lakin.organisasi.enums import Peran
from lakin.organisasi.izin import MILIK_SENDIRI, SEMUA_SATKER, Izin
from lakin.organisasi.models import Penugasan, Satker


def _penugasan(pengguna: Any) -> list[Penugasan]:
    """The user's roles, read once per request (kept on the user object)."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    if not hasattr(pengguna, "_penugasan"):
        pengguna._penugasan = list(pengguna.penugasan.select_related("satker"))
    return pengguna._penugasan


def peran_semua(pengguna: Any) -> frozenset[tuple[str, int | None]]:
    """Return the user's roles with their satkers: people with the same ones see the same."""
    return frozenset((t.peran, t.satker_id) for t in _penugasan(pengguna))


def satker_dengan_izin(pengguna: Any, izin: Izin) -> QuerySet[Satker]:
    """Return the satkers at which the user has a permission."""
    tugas = _penugasan(pengguna)
    if any(izin in SEMUA_SATKER.get(Peran(t.peran), frozenset()) for t in tugas):
        return Satker.objects.all()
    milik = [t.satker_id for t in tugas if t.satker_id and izin in MILIK_SENDIRI.get(Peran(t.peran), frozenset())]
    return Satker.objects.filter(pk__in=milik)


def satker_terlihat(pengguna: Any) -> QuerySet[Satker]:
    """Return the satkers whose figures the user may read."""
    return satker_dengan_izin(pengguna, Izin.LIHAT_SATKER)


def tanpa_sintetis(semua: QuerySet[Any], cari: str = "", *, satker: str = "") -> QuerySet[Any]:
    """Leave made-up satkers out, unless words of a search ask for them (the word itself, or a whole code).

    ``satker`` is the lookup that leads from the rows to their satker, empty for satkers themselves.
    """
    awal = f"{satker}__" if satker else ""
    kata = cari.casefold().split()
    if any(k.strip("()") == "sintetis" for k in kata):
        return semua
    return semua.filter(Q(**{f"{awal}sintetis": False}) | Q(**{f"{awal}kode__in": kata}))


def boleh(pengguna: Any, izin: Izin, satker: Satker | None = None) -> bool:
    """Tell whether the user has a permission, at a satker where it needs one."""
    for t in _penugasan(pengguna):
        if izin in SEMUA_SATKER.get(Peran(t.peran), frozenset()):
            return True
        if izin in MILIK_SENDIRI.get(Peran(t.peran), frozenset()) and (satker is None or t.satker_id == satker.pk):
            return True
    return False


def peran_utama(pengguna: Any) -> Peran | None:
    """Return the role that decides the user's home page."""
    tugas = _penugasan(pengguna)
    return Peran(tugas[0].peran) if tugas else None


def satker_sendiri(pengguna: Any) -> Satker | None:
    """Return the satker that the user's main role belongs to, if it belongs to one."""
    tugas = _penugasan(pengguna)
    return tugas[0].satker if tugas else None
