"""The versions of a Renstra's text: the same list and comparison as the report's narratives have."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.laporan.versi import bandingkan, sekali_duduk, versi_naskah
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from renstra.enums import BagianRenstra
from renstra.naskah import ke_ketikan
from renstra.services.uraian_renstra import VISI_MISI, alamat_pernyataan, alamat_uraian
from renstra.views_renstra import satu_revisi


@require_safe
@perlu(Izin.LIHAT_SATKER)
def versi_uraian(request: HttpRequest, satker: Satker, awal: int, nomor: int, bagian: str) -> HttpResponse:
    """List the versions of a text and compare two of them."""
    satu = satu_revisi(request, satker, awal, nomor)
    if bagian == VISI_MISI:
        judul, alamat = "Visi dan misi", alamat_pernyataan(satu)
    elif bagian in BagianRenstra.values:
        judul, alamat = str(BagianRenstra(bagian).label), alamat_uraian(satu, bagian)
    else:
        raise Http404("Bagian ini tidak ada pada Renstra.")
    semua = versi_naskah(alamat)
    tampil = semua if "semua" in request.GET else sekali_duduk(semua)
    nomor_versi = {str(v.nomor): v for v in semua}
    ke = nomor_versi.get(request.GET.get("ke", "")) or (tampil[0] if tampil else None)
    sebelum = next((v for v in tampil if ke and v.nomor < ke.nomor), None)
    dari = nomor_versi.get(request.GET.get("dari", "")) or sebelum
    lama, baru = (ke_ketikan(v.isi).splitlines() if v else [] for v in (dari, ke))
    isi = {
        "satker": satker,
        "r": satu,
        "judul_bagian": judul,
        "versi": tampil,
        "tergabung": len(semua) - len(tampil),
        "dari": dari,
        "ke": ke,
        "beda": bandingkan(lama, baru),
    }
    return render(request, "laporan/versi_renstra.html", isi)
