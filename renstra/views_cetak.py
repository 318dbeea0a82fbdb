"""A revision of the Renstra as its document: read on a page, taken along as PDF or as one HTML file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from renstra.cetak_renstra import berkas_renstra, cetak_renstra, halaman_renstra
from renstra.views_renstra import satu_revisi

PDF, HTML = "pdf", "html"


@require_safe
@perlu(Izin.LIHAT_SATKER)
def naskah_renstra(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Show the document; the writer escapes all that people wrote."""
    satu = satu_revisi(request, satker, awal, nomor)
    isi = {"satker": satker, "r": satu, "dokumen": SafeString(halaman_renstra(satu)), "dibuka": "naskah"}
    return render(request, "renstra/naskah_renstra.html", isi)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def unduh_renstra(request: HttpRequest, satker: Satker, awal: int, nomor: int, bentuk: str) -> HttpResponse:
    """Download the document as PDF or as one HTML file."""
    satu = satu_revisi(request, satker, awal, nomor)
    if bentuk == PDF:
        jawab = HttpResponse(cetak_renstra(satu).isi, content_type="application/pdf")
    elif bentuk == HTML:
        jawab = HttpResponse(berkas_renstra(satu), content_type="text/html; charset=utf-8")
    else:
        raise Http404("Bentuk berkas ini tidak ada. Pilih PDF atau HTML.")
    draf = " draf" if satu.berlaku_sejak is None else ""
    nama = slugify(f"renstra {satker.singkatan} {awal} {satu.renstra.akhir} revisi {nomor}{draf}")
    jawab["Content-Disposition"] = f'attachment; filename="{nama}.{bentuk}"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
