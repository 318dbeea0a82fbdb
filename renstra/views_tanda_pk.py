"""The way of a draft to a signed PK, its printed form, its scan, and two revisions side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from lakin.berkas.jenis import nama_unduh
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra import services
from renstra.banding_pk import banding_pk
from renstra.cetak_pk import cetak_pk
from renstra.forms import FormAjukanPK, FormTandaPK
from renstra.selectors import pk_terlihat
from renstra.views import halaman_pk, satu_pk

_TERKURUNG = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


@require_POST
@perlu(Izin.SUSUN_PK)
def ajukan_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Hand a draft to the head."""
    satu_pk(request, satker, tahun, revisi)
    form = FormAjukanPK(request.POST)
    if form.is_valid():
        d = form.cleaned_data
        try:
            services.ajukan_pk(
                **_letak(request, satker, tahun, revisi), versi=form.versi_terlihat, alasan=d["alasan"],
                catatan=d["catatan"],
            )  # fmt: skip
            messages.success(request, "Draf PK diajukan. Kepala diberi tahu untuk menandatanganinya.")
            return redirect("pk", satker.kunci, tahun)
        except GalatDomain as galat:
            form.add_error(galat.medan or None, galat.pesan)
    return halaman_pk(request, satker, tahun, revisi=revisi, ajukan=form, status=422)


@require_POST
@perlu(Izin.SUSUN_PK)
def tarik_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Take a draft back from the head."""
    try:
        services.tarik_pk(**_letak(request, satker, tahun, revisi), versi=_versi(request))
        messages.success(request, "Pengajuan PK ditarik. Draf dapat diubah kembali.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("pk", satker.kunci, tahun)


@require_POST
@perlu(Izin.TANDATANGANI_PK)
def kembalikan_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Send a draft back to the planner."""
    alasan = request.POST.get("alasan", "")[:1000]
    try:
        services.kembalikan_pk(**_letak(request, satker, tahun, revisi), versi=_versi(request), alasan=alasan)
        messages.success(request, "Draf PK dikembalikan kepada perencana.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("pk", satker.kunci, tahun)


@require_POST
@perlu(Izin.TANDATANGANI_PK)
def tandatangani_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Sign a draft."""
    satu_pk(request, satker, tahun, revisi)
    form = FormTandaPK(request.POST)
    if form.is_valid():
        try:
            services.tandatangani_pk(
                **_letak(request, satker, tahun, revisi), versi=form.versi_terlihat, tanda=form.tanda()
            )
            messages.success(request, "PK ditandatangani dan berlaku. Unggah pindaian naskahnya bila sudah ada.")
            return redirect("pk", satker.kunci, tahun)
        except GalatDomain as galat:
            form.add_error(galat.medan or None, galat.pesan)
    return halaman_pk(request, satker, tahun, revisi=revisi, tanda=form, status=422)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def unduh_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """The PK in its legal form, as PDF."""
    satu = satu_pk(request, satker, tahun, revisi)
    jawab = HttpResponse(cetak_pk(satu).isi, content_type="application/pdf")
    nama = slugify(f"pk {satker.singkatan} {tahun} revisi {revisi}{' draf' if satu.draf else ''}")
    jawab["Content-Disposition"] = f'attachment; filename="{nama}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab


@require_POST
@perlu(Izin.SUSUN_PK)
def unggah_pindaian(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Take in the scan of a signed PK."""
    satu_pk(request, satker, tahun, revisi)
    berkas = request.FILES.get("berkas")
    try:
        if berkas is None:
            raise GalatDomain("Belum ada berkas yang dipilih. Pilih pindaiannya, lalu tekan Unggah.")
        services.unggah_pindaian(**_letak(request, satker, tahun, revisi), versi=_versi(request), berkas=berkas)
        messages.success(request, "Pindaian PK tersimpan.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    jawab = redirect("pk", satker.kunci, tahun)
    jawab["Location"] += f"?revisi={revisi}"
    return jawab


@require_safe
@perlu(Izin.LIHAT_SATKER)
def pindaian_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponseBase:
    """Stream the scan; what a browser could run of it, it is told not to."""
    berkas = satu_pk(request, satker, tahun, revisi).pindaian
    if berkas is None:
        raise Http404("PK ini belum berpindaian.")
    try:
        isi = default_storage.open(str(berkas.isi.name), "rb")
    except OSError as galat:
        raise Http404("Isi pindaian ini tidak ada di penyimpanan. Unggah kembali berkasnya.") from galat
    jawab = FileResponse(isi, as_attachment=True, filename=nama_unduh(berkas), content_type=berkas.jenis)
    jawab["Content-Security-Policy"] = _TERKURUNG
    jawab["X-Content-Type-Options"] = "nosniff"
    jawab["Content-Encoding"] = "identity"  # these kinds are compressed already
    jawab["Cache-Control"] = "private, no-store"
    return jawab


@require_safe
@perlu(Izin.LIHAT_SATKER)
def bandingkan_pk(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show what changed from one revision to another."""
    semua = {p.revisi: p for p in pk_terlihat(request.user, satker, tahun)}
    nomor = sorted(semua)
    lama = _pilih(request, "lama", semua, nomor[-2] if len(nomor) > 1 else None)
    baru = _pilih(request, "baru", semua, nomor[-1] if len(nomor) > 1 else None)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "semua": list(semua.values()),
        "lama": lama,
        "baru": baru,
        "banding": banding_pk(lama, baru) if lama and baru else None,
    }
    return render(request, "renstra/banding_pk.html", isi)


def _pilih(request: HttpRequest, nama: str, semua: dict[int, Any], baku: int | None) -> Any:
    teks = request.GET.get(nama, "")
    nomor = int(teks) if teks.isdecimal() and len(teks) < 5 else baku
    if nomor is not None and nomor not in semua:
        raise Http404("Revisi PK ini tidak ada.")
    return semua.get(nomor) if nomor is not None else None


def _letak(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> dict[str, Any]:
    return {"satker": satker, "tahun": tahun, "revisi": revisi, "oleh": request.user}


def _versi(request: HttpRequest) -> int:
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else -1
