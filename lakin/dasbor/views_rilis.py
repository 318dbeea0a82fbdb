"""The secretariat says which comparisons of a year satkers may see."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lakin.banding.pokok import pilihan_pokok
from lakin.banding.rilis import LINGKUP, PILIHAN, SEMUA, TERTUTUP, atur_rilis, rilis_tahun
from lakin.dasbor.selectors import tahun_ber_pk
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.web.galat import Bentrok


@perlu(Izin.KELOLA_PERIODE)
@require_http_methods(["GET", "HEAD", "POST"])
def rilis_banding(request: HttpRequest, tahun: int) -> HttpResponse:
    """Show the setting of a year, or save it."""
    if not 1900 <= tahun <= 9999:
        raise Http404("Tahun ini tidak ada.")
    r = rilis_tahun(tahun)
    if request.method != "POST":
        lingkup = SEMUA if r.semua else PILIHAN if r.kunci else TERTUTUP
        return _halaman(request, tahun, lingkup, set(r.kunci), r.versi)
    lingkup, versi = request.POST.get("lingkup", ""), request.POST.get("versi", "")
    dikenal = {p.kunci for p in pilihan_pokok("semua", tahun)}
    kunci = {k for k in request.POST.getlist("kunci") if k in dikenal}
    kini = int(versi) if versi.isascii() and versi.isdigit() and len(versi) < 10 else -1
    if lingkup not in LINGKUP:
        return _halaman(request, tahun, lingkup, kunci, kini, "Pilih salah satu: tertutup, sebagian, atau semua.")
    if lingkup == PILIHAN and not kunci:
        pesan = "Pilih paling sedikit satu indikator, atau pilih “Tertutup bagi satker”."
        return _halaman(request, tahun, lingkup, kunci, kini, pesan)
    try:
        atur_rilis(tahun=tahun, lingkup=lingkup, kunci=kunci, versi=kini, oleh=request.user)
    except Bentrok as galat:
        return _halaman(request, tahun, lingkup, kunci, kini, galat.pesan, 409)
    messages.success(request, f"Rilis perbandingan {tahun} disimpan: {LINGKUP[lingkup].lower()}.")
    return redirect("rilis_banding", tahun)


def _halaman(
    request: HttpRequest, tahun: int, lingkup: str, kunci: set[str], versi: int, galat: str = "", status: int = 422
) -> HttpResponse:
    isi: dict[str, Any] = {
        "tahun": tahun,
        "lingkup": lingkup,
        "pilihan_lingkup": LINGKUP.items(),
        "pokok": [(p, p.kunci in kunci) for p in pilihan_pokok("semua", tahun)],
        "versi": versi,
        "galat": galat,
        "tahun_lain": [t for t in sorted({*tahun_ber_pk(), tahun, tahun - 1}, reverse=True) if t != tahun],
    }
    return render(request, "dasbor/rilis_banding.html", isi, status=status if galat else 200)
