"""The funding of all units per year beside what the document prints."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.selectors import satker_terlihat
from renstra.selectors_pendanaan import masa_pendanaan, pendanaan_unit


@require_safe
@perlu(Izin.LIHAT_SATKER)
def pendanaan(request: HttpRequest) -> HttpResponse:
    """Show units x years with their sums; whoever sees all units also sees Tabel 10."""
    masa = masa_pendanaan()
    pilihan = request.GET.get("masa", "")
    awal = int(pilihan) if pilihan in map(str, masa) else next(iter(masa), 0)
    p = pendanaan_unit(satker_terlihat(request.user), awal=awal)
    isi = {"p": p, "masa": masa, "awal": awal, "selisih": p.selisih, "nyata": sum(s.nyata for _, _, s in p.selisih)}
    return render(request, "renstra/pendanaan_unit.html", isi)
