"""A new year from the last: what was taken over, what needs a person, and the way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lakin.laporan.tahun_baru.selectors import keadaan_tahun, perlu_orang
from lakin.laporan.tahun_baru.services import batalkan_bagian, mulai_tahun
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@require_safe
@perlu(Izin.MULAI_TAHUN)
def tahun_baru(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show what a new year takes over and what it still needs."""
    bagian = keadaan_tahun(satker, tahun)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "dari": tahun - 1,
        "bagian": bagian,
        "dapat_diambil": any(not b.ambilan and not b.terisi and b.ada_asal for b in bagian),
        "dimulai": any(b.ambilan for b in bagian),
        "perlu_orang": list(perlu_orang(satker, tahun)),
    }
    return render(request, "laporan/tahun_baru.html", isi)


@require_POST
@perlu(Izin.MULAI_TAHUN)
def ambil(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Take over everything that the year does not have yet."""
    try:
        baru = mulai_tahun(satker=satker, tahun=tahun, oleh=request.user)
        messages.success(request, f"{len(baru)} bagian diambil dari {tahun - 1}.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("tahun_baru", satker.kunci, tahun)


@require_POST
@perlu(Izin.MULAI_TAHUN)
def batalkan(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Take one part back."""
    try:
        batalkan_bagian(satker=satker, tahun=tahun, kode=request.POST.get("kode", ""), oleh=request.user)
        messages.success(request, "Bagian itu dibatalkan.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("tahun_baru", satker.kunci, tahun)
