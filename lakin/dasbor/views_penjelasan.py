"""The explanation of a figure: as a page, or as the part that fills the side panel."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.capaian.sampai import SETAHUN
from lakin.dasbor.kertas import pilihan
from lakin.dasbor.penjelasan import uraikan
from lakin.dasbor.sumber import cari_sumber
from lakin.jejak.tulisan import tulisan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.asal import asal
from lakin.pengukuran.selectors_bukti import bukti_angka

RIWAYAT_RINGKAS = 5


@perlu(Izin.LIHAT_SATKER)
@require_safe
def penjelasan(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Explain the figure of an address: how it was made, who stands behind it, where else it is printed."""
    alamat = request.GET.get("alamat", "")
    triwulan = triwulan_diminta(request.GET.get("tw", ""))
    versi = request.GET.get("versi", "")
    s = cari_sumber(request.user, satker, tahun, alamat, triwulan, versi)
    if s is None:
        raise Http404("Tidak ada angka pada alamat ini.")
    isi = {
        "satker": satker,
        "tahun": tahun,
        "alamat": alamat,
        "triwulan": triwulan,
        "versi": versi,
        "tahun_laporan": s.tahun,
        "boleh_laporan": boleh(request.user, Izin.LIHAT_LAPORAN, satker),
        "boleh_reviu": not versi and boleh(request.user, Izin.REVIU, satker),
        "p": uraikan(s.hasil, alamat, s.angka),
        "bukti": bukti_angka(request.user, satker, tahun, alamat),
        "panel": bool(request.headers.get("HX-Request")),
    }
    if boleh(request.user, Izin.LIHAT_JEJAK, satker):
        a = asal(request.user, satker, tahun, s.angka, s.triwulan, sampai=s.sampai)
        isi |= {
            "asal": a,
            "jejak": [tulisan(j) for j in a.jejak[:RIWAYAT_RINGKAS]],
            "jejak_lain": max(0, len(a.jejak) - RIWAYAT_RINGKAS),
            "dipilih": pilihan(request, satker, tahun),
        }
    templat = "komponen/penjelasan.html" if isi["panel"] else "dasbor/penjelasan.html"
    return render(request, templat, isi)


def triwulan_diminta(teks: str) -> int:
    """Until which triwulan the report goes that asks."""
    return int(teks) if teks in ("1", "2", "3") else SETAHUN
