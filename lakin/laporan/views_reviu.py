"""The reviu of a report: the APIP's working paper, its notes and their answers, its statement."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.laporan.bahan_reviu import reviu_versi
from lakin.laporan.berkas_reviu import BENTUK, CETAK_REVIU, KERTAS_KERJA, minta_cetak_reviu
from lakin.laporan.butir_reviu import BAGIAN, BUTIR_REVIU
from lakin.laporan.catatan_reviu import tambah_catatan, tanggapi_catatan, ubah_catatan
from lakin.laporan.enums import KeadaanReviu
from lakin.laporan.forms import FormPernyataanReviu
from lakin.laporan.halaman_reviu import Ketikan, halaman_reviu, tautan_cetak_reviu
from lakin.laporan.pengesahan import Penyah
from lakin.laporan.selectors import laporan_satker
from lakin.laporan.services_reviu import (
    TEKS,
    Isian,
    cabut_pernyataan,
    jawab_reviu,
    mulai_reviu,
    sampaikan_catatan,
    tandatangani_reviu,
    tulis_kertas_kerja,
)
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan


@perlu(Izin.LIHAT_DRAF)
@require_safe
def reviu(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show the reviu: to the APIP as its working paper, to others what was delivered and signed."""
    return halaman_reviu(request, satker, tahun)


@require_POST
@perlu(Izin.REVIU)
def mulai(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Begin."""
    return _coba(
        request, satker, tahun, Ketikan("langkah"), "Reviu dimulai.",
        lambda: mulai_reviu(satker=satker, tahun=tahun, oleh=request.user),
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def kertas(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Save the texts of the working paper."""
    teks = {n: request.POST.get(n, "")[:8000] for n in TEKS}
    return _coba(
        request, satker, tahun, Ketikan("kertas", teks), "Kertas kerja tersimpan.",
        lambda: tulis_kertas_kerja(satker=satker, tahun=tahun, teks=teks, versi=_versi(request), oleh=request.user),
        "kertas",
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def jawab(request: HttpRequest, satker: Satker, tahun: int, kelompok: str) -> HttpResponse:
    """Save the answers of one part of the checklist; a point that was left without answer is left."""
    if kelompok not in BAGIAN:
        raise Http404("Bagian ini tidak ada pada daftar reviu.")
    d = request.POST
    isian = {
        kode: Isian(d[f"jawaban-{kode}"], d.get(f"catatan-{kode}", "")[:1000], _angka(d.get(f"versi-{kode}", "")))
        for kode, b in BUTIR_REVIU.items()
        if b.kelompok == kelompok and f"jawaban-{kode}" in d
    }
    return _coba(
        request, satker, tahun, Ketikan(kelompok, {k: str(v) for k, v in d.items()}), "Jawaban tersimpan.",
        lambda: jawab_reviu(satker=satker, tahun=tahun, isian=isian, oleh=request.user), f"uji-{kelompok}",
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def catat(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Add a note."""
    isi = {n: request.POST.get(n, "")[:2000] for n in ("uraian", "saran", "alamat", "bagian")}
    isi |= {"alamat": isi["alamat"].strip()[:200], "bagian": isi["bagian"][:120]}
    return _coba(
        request, satker, tahun, Ketikan("catatan", isi), "Catatan ditambahkan. Perencana belum melihatnya.",
        lambda: tambah_catatan(satker=satker, tahun=tahun, oleh=request.user, **isi), "catatan",
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def ubah(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Reword a note, or say what became of it."""
    isi = {n: request.POST.get(n, "")[:2000] for n in ("uraian", "saran", "hasil")}
    return _coba(
        request, satker, tahun, Ketikan(f"catatan-{pk}", isi), "Catatan tersimpan.",
        lambda: ubah_catatan(satker=satker, tahun=tahun, pk=pk, versi=_versi(request), oleh=request.user, **isi),
        f"catatan-{pk}",
    )  # fmt: skip


@require_POST
@perlu(Izin.AJUKAN_LAPORAN)
def tanggapi(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Answer a note, as the satker's planner."""
    isi = {"tanggapan": request.POST.get("tanggapan", "")[:2000]}
    return _coba(
        request, satker, tahun, Ketikan(f"tanggapan-{pk}", isi), "Tanggapan terkirim kepada APIP.",
        lambda: tanggapi_catatan(satker=satker, tahun=tahun, pk=pk, versi=_versi(request), oleh=request.user, **isi),
        f"catatan-{pk}",
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def sampaikan(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Deliver the notes to the planner."""
    return _coba(
        request, satker, tahun, Ketikan("langkah"), "Catatan disampaikan kepada perencana.",
        lambda: sampaikan_catatan(satker=satker, tahun=tahun, versi=_versi(request), oleh=request.user),
    )  # fmt: skip


@require_POST
@perlu(Izin.REVIU)
def tandatangani(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Sign the statement."""
    form = FormPernyataanReviu(request.POST)
    if not form.is_valid():
        return halaman_reviu(request, satker, tahun, Ketikan("pernyataan"), form, 422)
    d = form.cleaned_data
    try:
        tandatangani_reviu(
            satker=satker, tahun=tahun, versi=d["versi"], tempat=d["tempat"], penjelas=d["penjelas"],
            penanda=Penyah(d["nama"], d["jabatan"], d["nip"], d["kapasitas"]), oleh=request.user,
        )  # fmt: skip
    except GalatMedan as galat:
        for medan, pesan in galat.masalah.items():
            form.add_error(medan, pesan)
        return halaman_reviu(request, satker, tahun, Ketikan("pernyataan"), form, 422)
    except GalatDomain as galat:
        form.add_error(None, galat.pesan)
        status = 409 if isinstance(galat, Bentrok) else 422
        return halaman_reviu(request, satker, tahun, Ketikan("pernyataan"), form, status)
    messages.success(request, "Pernyataan ditandatangani dan menjadi bagian laporan.")
    return redirect("reviu", satker.kunci, tahun)


@require_POST
@perlu(Izin.REVIU)
def cabut(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Take the statement back, so that the reviu goes on."""
    alasan = request.POST.get("alasan", "")[:2000]
    return _coba(
        request, satker, tahun, Ketikan("cabut", {"alasan": alasan}), "Pernyataan dicabut; reviu berjalan kembali.",
        lambda: cabut_pernyataan(satker=satker, tahun=tahun, alasan=alasan, versi=_versi(request), oleh=request.user),
    )  # fmt: skip


@perlu(Izin.LIHAT_DRAF)
@require_http_methods(["GET", "HEAD", "POST"])
def unduh(request: HttpRequest, satker: Satker, tahun: int, bentuk: str) -> HttpResponseBase:
    """Ask for the working paper or the statement as PDF (POST), or download it."""
    r = reviu_versi(laporan_satker(satker, tahun), request.GET.get("versi", ""))
    if bentuk not in BENTUK or r is None:
        raise Http404("Reviu laporan ini belum dimulai, atau berkasnya tidak dikenal.")
    terbuka = bentuk == KERTAS_KERJA and boleh(request.user, Izin.REVIU, satker)
    if not terbuka and r.keadaan != KeadaanReviu.SELESAI:
        raise Http404("Berkas reviu ini belum dapat diunduh.")
    if request.method == "POST":
        p = minta_cetak_reviu(reviu=r, bentuk=bentuk, oleh=request.user)
        if request.headers.get("HX-Request"):
            return render(request, "kerja/kemajuan.html", {"pekerjaan": p, "unduh": tautan_cetak_reviu(p)})
        return redirect("reviu", satker.kunci, tahun)
    milik = pekerjaan_terlihat(request.user).filter(jenis=CETAK_REVIU, argumen__reviu=r.pk, argumen__bentuk=bentuk)
    ada = milik.filter(keadaan=KeadaanPekerjaan.SELESAI).order_by("-dibuat_pada").first()
    berkas = Path(settings.MEDIA_ROOT) / ada.hasil if ada else None
    if berkas is None or not berkas.is_file():
        messages.warning(request, "Berkas PDF belum ada. Tekan “Siapkan” dan tunggu sampai selesai.")
        return redirect("reviu", satker.kunci, tahun)
    nama = f"{BENTUK[bentuk]} LAKIN {tahun} {satker.singkatan}.pdf"
    return FileResponse(berkas.open("rb"), as_attachment=True, filename=nama, content_type="application/pdf")


def _coba(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    k: Ketikan,
    berhasil: str,
    tindakan: Callable[[], Any],
    jangkar: str = "",
) -> HttpResponse:
    """Do one act; what cannot be done is shown with the page and all that was typed."""
    try:
        tindakan()
    except GalatMedan as galat:
        return halaman_reviu(request, satker, tahun, Ketikan(k.borang, k.isi, galat.masalah), status=422)
    except GalatDomain as galat:
        status = 409 if isinstance(galat, Bentrok) else 422
        return halaman_reviu(request, satker, tahun, Ketikan(k.borang, k.isi, {"": galat.pesan}), status=status)
    messages.success(request, berhasil)
    return redirect(reverse("reviu", args=[satker.kunci, tahun]) + (f"#{jangkar}" if jangkar else ""))


def _versi(request: HttpRequest) -> int:
    return _angka(request.POST.get("versi", ""))


def _angka(teks: str) -> int:
    return int(teks) if teks.isdecimal() and len(teks) < 9 else -1
