"""The user guide, for everybody who has signed in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.dasbor.panduan import UMUM, cari, satu, semua
from lakin.organisasi.gerbang import semua_pengguna
from lakin.organisasi.selectors import peran_utama


@semua_pengguna
@require_safe
def daftar_panduan(request: HttpRequest) -> HttpResponse:
    """List the guides, the reader's own first; or the chapters that answer a question."""
    tanya = request.GET.get("cari", "").strip()[:80]
    peran = peran_utama(request.user)
    sendiri = {UMUM, peran.value if peran else UMUM}
    urut = sorted(semua(), key=lambda p: p.slug not in sendiri)
    isi = {"semua": urut, "sendiri": sendiri, "cari": tanya, "temuan": cari(tanya)}
    return render(request, "dasbor/daftar_panduan.html", isi)


@semua_pengguna
@require_safe
def panduan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one guide, whole: it can be printed as it stands."""
    isi = satu(slug)
    if isi is None:
        raise Http404("Panduan ini tidak ada.")
    return render(request, "dasbor/panduan.html", {"p": isi, "lain": [p for p in semua() if p is not isi]})
