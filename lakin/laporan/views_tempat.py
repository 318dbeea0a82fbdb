"""Every other place of the report where a figure is printed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.models import TAHUNAN
from lakin.laporan.sebutan import sebutan
from lakin.laporan.tempat_laporan import tempat_laporan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def tempat_angka(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """List the places where the figure of an address is printed: as a page, or as the part that fills the panel."""
    alamat = request.GET.get("alamat", "")[:300]
    try:
        tempat = tempat_laporan(satker, tahun, triwulan, request.user).get(alamat, ())
    except GalatDomain:
        tempat = ()
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "nama": sebutan(alamat),
        "alamat": alamat,
        "tempat": tempat,
    }
    return render(request, f"laporan/tempat_{'isi' if request.headers.get('HX-Request') else 'halaman'}.html", isi)
