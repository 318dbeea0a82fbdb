"""The report on screen, and its PDF: asked for, waited for, downloaded."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from lakin.cetak.html import tulis_fragmen
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.beku import sidik
from lakin.laporan.keadaan import keadaan_laporan
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import CETAK, minta_cetak
from lakin.laporan.susun import susun_bernomor
from lakin.laporan.views_foto import alamat_foto
from lakin.laporan.views_terbitan import keadaan_versi, yang_disahkan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain

SIMPAN_FRAGMEN = 60 * 60
"""Seconds; a report that changes has another hash, so an old one is never shown."""


@perlu(Izin.LIHAT_LAPORAN)
@require_safe
def laporan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show the report as a page; every computed figure opens its explanation.

    Who may not see a draft gets the newest approved version.
    """
    if not boleh(request.user, Izin.LIHAT_DRAF, satker):
        return yang_disahkan(request, satker, tahun, triwulan)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "boleh_cetak": boleh(request.user, Izin.CETAK_LAPORAN, satker),
    }
    isi |= keadaan_versi(request, satker, tahun, triwulan)
    try:
        konteks = konteks_laporan(satker, tahun, triwulan, request.user)
    except GalatDomain as galat:
        return render(request, "laporan/laporan.html", {**isi, "pesan": galat.pesan})
    p = _cetakan(request, satker, tahun, triwulan)
    isi["keadaan"] = keadaan_laporan(request.user, satker, tahun, triwulan)
    isi |= {"dokumen": _fragmen(konteks, satker), "pekerjaan": p, "unduh": tautan_unduh(p) if p else ""}
    return render(request, "laporan/laporan.html", isi)


@perlu(Izin.CETAK_LAPORAN)
@require_http_methods(["GET", "HEAD", "POST"])
def cetakan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponseBase:
    """Ask for the PDF (POST), or download the one that was made last (GET)."""
    if request.method == "POST":
        p = minta_cetak(satker=satker, tahun=tahun, oleh=request.user, triwulan=triwulan)
        if request.headers.get("HX-Request"):
            return render(request, "kerja/kemajuan.html", {"pekerjaan": p, "unduh": tautan_unduh(p)})
        return redirect("laporan", satker.kunci, tahun, triwulan)
    return _unduh(request, satker, tahun, triwulan)


def _unduh(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponseBase:
    p = _cetakan(request, satker, tahun, triwulan)
    berkas = Path(settings.MEDIA_ROOT) / p.hasil if p and p.keadaan == KeadaanPekerjaan.SELESAI else None
    if berkas is None or not berkas.is_file():
        messages.warning(request, "Berkas PDF belum ada. Tekan “Buat PDF” dan tunggu sampai selesai.")
        return redirect("laporan", satker.kunci, tahun, triwulan)
    nama = f"{sebutan_laporan(tahun, triwulan)} {satker.singkatan}.pdf"
    return FileResponse(berkas.open("rb"), as_attachment=True, filename=nama, content_type="application/pdf")


def _cetakan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> Pekerjaan | None:
    """The user's own job for this report."""
    milik = {"argumen__satker": satker.pk, "argumen__tahun": tahun, "argumen__triwulan": triwulan}
    semua = pekerjaan_terlihat(request.user).filter(jenis=CETAK, **milik)
    return semua.order_by("-dibuat_pada").first()


def tautan_unduh(pekerjaan: Pekerjaan) -> str:
    """Where the file of a finished job is downloaded."""
    satker = Satker.objects.filter(pk=pekerjaan.argumen.get("satker")).first()
    if satker is None or pekerjaan.keadaan != KeadaanPekerjaan.SELESAI:
        return ""
    a = pekerjaan.argumen
    return reverse("unduh_laporan", args=[satker.kunci, a["tahun"], a.get("triwulan", TAHUNAN)])


def _fragmen(konteks: Konteks, satker: Satker) -> SafeString:
    """The document as HTML, kept by the hash of its inputs; the writer escapes all that people wrote."""
    kunci = f"laporan/{sidik(konteks)}"
    html = cache.get(kunci)
    if html is None:
        html = tulis_fragmen(susun_bernomor(konteks), alamat_foto(satker, konteks.tahun))
        cache.set(kunci, html, SIMPAN_FRAGMEN)
    return SafeString(html)
