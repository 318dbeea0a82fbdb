"""Notices: to whom, once each, in the application and by mail as each person chose."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.models import Kabar, PilihanKabar
from lakin.kerja.services import antrekan
from lakin.organisasi.models import Pengguna, Satker

SUREL = "surel_kabar"
"""The kind of job that sends notices by mail."""


def pengguna_satker(satker: Satker, *peran: str) -> QuerySet[Pengguna]:
    """Return the active people who hold one of these roles at a satker."""
    return Pengguna.objects.filter(is_active=True, penugasan__satker=satker, penugasan__peran__in=peran).distinct()


def pengguna_berperan(*peran: str) -> QuerySet[Pengguna]:
    """Return the active people who hold one of these roles, wherever."""
    return Pengguna.objects.filter(is_active=True, penugasan__peran__in=peran).distinct()


def beri_tahu(
    kepada: Iterable[Pengguna], *, jenis: JenisKabar, judul: str, tautan: str, kunci: str, isi: str = ""
) -> int:
    """Tell people something once (``kunci`` names it); tell how many were told anew.

    Mail is sent by a job after the transaction, and only where the person wants it: a mail
    server that is slow or away costs no act.
    """
    orang = list(kepada)
    pilihan = {p.pengguna_id: p for p in PilihanKabar.objects.filter(pengguna__in=orang, jenis=jenis)}
    baru, surel = 0, []
    for p in orang:
        mau = pilihan.get(p.pk)
        if mau is not None and not (mau.aplikasi or mau.surel):
            continue
        kabar, dibuat = Kabar.objects.get_or_create(
            pengguna=p,
            kunci=kunci,
            defaults={
                "jenis": jenis,
                "judul": judul,
                "isi": isi,
                "tautan": tautan,
                # who wants mail only finds it read in the list
                "dibaca_pada": None if mau is None or mau.aplikasi else timezone.now(),
            },
        )
        if dibuat:
            baru += 1
            if p.email and (mau is None or mau.surel):
                surel.append(kabar.pk)
    if surel:
        antrekan(jenis=SUREL, kunci=f"{SUREL}/{surel[0]}", argumen={"kabar": surel}, oleh=None)
    return baru


def baca_kabar(*, pengguna: Pengguna, pk: int | None = None) -> int:
    """Mark one notice of a person as read, or all of them."""
    belum = Kabar.objects.filter(pengguna=pengguna, dibaca_pada=None)
    return (belum.filter(pk=pk) if pk is not None else belum).update(dibaca_pada=timezone.now())


@transaction.atomic
def pilih_kabar(*, pengguna: Pengguna, jenis: JenisKabar, aplikasi: bool, surel: bool) -> PilihanKabar:
    """Switch notices of one kind on or off."""
    pilihan, _ = PilihanKabar.objects.update_or_create(
        pengguna=pengguna, jenis=jenis, defaults={"aplikasi": aplikasi, "surel": surel}
    )
    return pilihan
