"""Reminders before a deadline and on the day after it, once each."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.models import Periode
from lakin.alur.services.kabar import beri_tahu, pengguna_satker
from lakin.alur.transisi import TERBUKA
from lakin.angka import nama_triwulan, tulis_tanggal

TAHAP = ((7, (7, 6, 5, 4)), (3, (3, 2)), (1, (1, 0)), (-1, (-1, -2, -3)))
"""Each reminder with the days left on which it may still go out: a sweep that was away a day says it late."""


def ingatkan_tenggat(hari_ini: date | None = None) -> int:
    """Remind the planners whose triwulan is not handed in; tell how many people were told anew.

    An exception moves the deadline, and its reminders with it.
    """
    hari = hari_ini or timezone.localdate()
    jumlah = 0
    terbuka = Periode.objects.filter(keadaan__in=TERBUKA, tenggat__isnull=False).select_related("satker")
    for p in terbuka:
        assert p.tenggat is not None
        batas = max(p.tenggat, p.pengecualian_sampai or p.tenggat)
        sisa = (batas - hari).days
        tahap = next((t for t, kena in TAHAP if sisa in kena), None)
        if tahap is not None:
            jumlah += _ingatkan(p, batas, sisa, tahap)
    return jumlah


def _ingatkan(p: Periode, batas: date, sisa: int, tahap: int) -> int:
    apa = f"{nama_triwulan(p.triwulan)} {p.tahun} {p.satker.singkatan}"
    if sisa < 0:
        judul = f"Tenggat {apa} terlewat: {tulis_tanggal(batas)}"
    elif sisa == 0:
        judul = f"Tenggat {apa} hari ini"
    else:
        judul = f"Tenggat {apa} {sisa} hari lagi: {tulis_tanggal(batas)}"
    peran = ("perencana", "kepala") if sisa < 0 else ("perencana",)
    return beri_tahu(
        pengguna_satker(p.satker, *peran),
        jenis=JenisKabar.TENGGAT,
        judul=judul,
        isi="Isiannya belum diajukan. Periksa kelengkapannya, lalu ajukan.",
        # the check page is the planner's alone
        tautan=f"/{p.satker.kunci}/{p.tahun}/{'realisasi' if sisa < 0 else 'periksa'}/{p.triwulan}/",
        kunci=f"{p.alamat}/tenggat/{batas.isoformat()}/{tahap}",
    )
