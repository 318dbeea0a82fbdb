"""Entry of BSKJI's indicators that are not rolled up, by the Pusat that the manual names."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lakin.angka import nama_triwulan
from lakin.banding.isian import halangan_isian, isian_atas, mengisi, simpan_isian
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import versi_kiriman
from lakin.web.masukan import nilai_dari


@perlu(Izin.ISI_REALISASI)
@require_http_methods(["GET", "HEAD", "POST"])
def isian_bskji(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show what this unit enters for the unit above, and take one value at a time."""
    if triwulan not in (1, 2, 3, 4) or not mengisi(satker):
        raise Http404("Tidak ada indikator BSKJI yang diisi oleh unit ini.")
    salah: dict[str, Any] = {}
    if request.method == "POST":
        salah = _simpan(request, satker, tahun, triwulan)
        if not salah:
            messages.success(request, "Tersimpan.")
            return redirect("isian_bskji", satker.kunci, tahun, triwulan)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "nama_triwulan": nama_triwulan(triwulan),
        "semua_triwulan": [(t, nama_triwulan(t)) for t in (1, 2, 3, 4)],
        "isian": isian_atas(satker, tahun, triwulan),
        "halangan": halangan_isian(satker, tahun, triwulan),
        "salah": salah,
    }
    return render(request, "banding/isian_bskji.html", isi, status=422 if salah else 200)


def _simpan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> dict[str, Any]:
    """Save one value; what is wrong with it and what was typed where it was refused."""
    kiriman = {nama: request.POST.get(nama, "")[:200] for nama in ("kunci", "nilai", "sumber")}
    try:
        simpan_isian(
            satker=satker,
            tahun=tahun,
            kunci=kiriman["kunci"],
            triwulan=triwulan,
            nilai=nilai_dari(kiriman["nilai"]),
            sumber=kiriman["sumber"],
            versi=versi_kiriman(request.POST),
            oleh=request.user,
        )
    except GalatDomain as galat:
        return {**kiriman, "pesan": galat.pesan, "medan": galat.medan or "nilai"}
    return {}
