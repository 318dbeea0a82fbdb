"""Requests to reopen an approved report: the planner asks, the head refuses (to reopen it is to agree)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.models import TAHUNAN
from lakin.laporan.permintaan_buka import minta_buka, tolak_permintaan
from lakin.laporan.selectors import laporan_satker
from lakin.laporan.views_unduhan import alamat_laporan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain


@require_POST
@perlu(Izin.AJUKAN_LAPORAN)
def minta(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Ask the head to reopen an approved report."""
    label = "Yang keliru dan mengapa perlu diperbaiki"
    berhasil = "Permintaan dikirim kepada kepala. Versi yang disahkan tetap berlaku."
    return _coba(request, satker, tahun, triwulan, minta_buka, "alasan", label, berhasil)


@require_POST
@perlu(Izin.SAHKAN_LAPORAN)
def tolak(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Refuse the waiting request."""
    berhasil = "Permintaan ditolak; perencana diberi tahu."
    return _coba(request, satker, tahun, triwulan, tolak_permintaan, "putusan", "Alasan menolak", berhasil)


def _coba(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    triwulan: int,
    tindakan: Callable[..., Any],
    medan: str,
    label: str,
    berhasil: str,
) -> HttpResponse:
    """Do it; what cannot be done comes back with what was typed."""
    versi, teks = request.POST.get("versi", ""), request.POST.get(medan, "")[:2000]
    nomor = int(versi) if versi.isdecimal() and len(versi) < 9 else -1
    try:
        tindakan(satker=satker, tahun=tahun, triwulan=triwulan, versi=nomor, oleh=request.user, **{medan: teks})
    except GalatDomain as galat:
        isi = {
            "satker": satker,
            "tahun": tahun,
            "triwulan": triwulan,
            "sebutan": sebutan_laporan(tahun, triwulan),
            "laporan": laporan_satker(satker, tahun, triwulan),
            "medan": medan,
            "label": label,
            "teks": teks,
            "pesan": galat.pesan,
        }
        return render(request, "laporan/minta_buka.html", isi, status=409 if isinstance(galat, Bentrok) else 422)
    messages.success(request, berhasil)
    return redirect(alamat_laporan(satker, tahun, triwulan))
