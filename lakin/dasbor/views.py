"""Home per role, the list of satkers, the overview of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.organisasi.gerbang import perlu, semua_pengguna
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker


@semua_pengguna
@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Show what is due now for the user's role."""
    return render(request, "dasbor/beranda.html")


@perlu(Izin.LIHAT_RINGKAS)
@require_safe
def daftar_satker(request: HttpRequest) -> HttpResponse:
    """List the satkers that the user may see."""
    return render(request, "dasbor/beranda.html")


@perlu(Izin.LIHAT_SATKER)
@require_safe
def ringkasan(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show the figures of a satker's year."""
    return render(request, "dasbor/beranda.html", {"satker": satker, "tahun": tahun})
