"""The working paper: figures are chosen where they are explained, listed here, and taken as a PDF."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.dasbor.kertas import Pilihan, lepas, pilih, pilihan
from lakin.dasbor.penjelasan import uraikan
from lakin.dasbor.sumber import cari_sumber
from lakin.dasbor.tasks import KERTAS, kunci_kertas, minta_kertas_kerja, tautan_kertas
from lakin.dasbor.views_penjelasan import triwulan_diminta
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@perlu(Izin.LIHAT_JEJAK)
@require_http_methods(["GET", "HEAD", "POST"])
def kertas_kerja(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """List the chosen figures (GET), or ask for the paper (POST)."""
    semua = pilihan(request, satker, tahun)
    if request.method == "POST":
        if not semua:
            messages.error(request, "Belum ada angka yang dipilih. Pilih dari panel penjelasan sebuah angka.")
            return redirect("kertas_kerja", satker.kunci, tahun)
        baru = minta_kertas_kerja(satker=satker, tahun=tahun, semua=semua, oleh=request.user)
        if request.headers.get("HX-Request"):
            return render(request, "kerja/kemajuan.html", {"pekerjaan": baru, "unduh": tautan_kertas(baru)})
        return redirect("kertas_kerja", satker.kunci, tahun)
    baris = []
    for p in semua:
        s = cari_sumber(request.user, satker, tahun, p.alamat, p.triwulan, p.versi)
        baris.append((p, uraikan(s.hasil, p.alamat, s.angka) if s else None))
    kerja = _pekerjaan(request, satker, tahun)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "baris": baris,
        "pekerjaan": kerja,
        "unduh": tautan_kertas(kerja) if kerja else "",
    }
    return render(request, "dasbor/kertas_kerja.html", isi)


@require_POST
@perlu(Izin.LIHAT_JEJAK)
def pilih_kertas(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Add a figure to the paper, or take one or all away."""
    d = request.POST
    satu = Pilihan(d.get("alamat", "")[:300], d.get("versi", "")[:40], triwulan_diminta(d.get("tw", "")))
    tindakan = d.get("tindakan", "tambah")
    if tindakan == "tambah":
        if cari_sumber(request.user, satker, tahun, satu.alamat, satu.triwulan, satu.versi) is None:
            messages.error(request, "Angka yang dipilih tidak ada. Buka kembali penjelasannya.")
            return redirect("kertas_kerja", satker.kunci, tahun)
        try:
            pilih(request, satker, tahun, satu)
        except GalatDomain as galat:
            messages.error(request, galat.pesan)
    else:
        lepas(request, satker, tahun, satu if tindakan == "lepas" else None)
    if request.headers.get("HX-Request"):
        isi = {"satker": satker, "tahun": tahun, "dipilih": pilihan(request, satker, tahun), "baru": True}
        return render(request, "dasbor/pilih_kertas.html", isi)
    return redirect("kertas_kerja", satker.kunci, tahun)


@require_safe
@perlu(Izin.LIHAT_JEJAK)
def unduh_kertas_kerja(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponseBase:
    """Download the paper that was made last for this person."""
    p = _pekerjaan(request, satker, tahun)
    berkas = Path(settings.MEDIA_ROOT) / p.hasil if p and p.keadaan == KeadaanPekerjaan.SELESAI else None
    if berkas is None or not berkas.is_file():
        messages.warning(request, "Kertas kerja belum ada. Tekan “Buat PDF” dan tunggu sampai selesai.")
        return redirect("kertas_kerja", satker.kunci, tahun)
    nama = f"Kertas kerja {satker.singkatan} {tahun}.pdf"
    return FileResponse(berkas.open("rb"), as_attachment=True, filename=nama, content_type="application/pdf")


def _pekerjaan(request: HttpRequest, satker: Satker, tahun: int) -> Pekerjaan | None:
    """The user's own job for what is chosen now."""
    kunci = kunci_kertas(satker, tahun, pilihan(request, satker, tahun))
    return pekerjaan_terlihat(request.user).filter(jenis=KERTAS, kunci=kunci).first()
