"""What can be downloaded of a report: its approved versions and, by those who may print it, the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lakin.capaian.fakta_json import ke_json
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.models import TAHUNAN, Terbitan
from lakin.laporan.terbitan import konteks_terbitan, pdf_terbitan, satu_terbitan
from lakin.laporan.unduhan import BENTUK, DRAF, UNDUH, Bentuk, minta_unduhan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@dataclass(frozen=True, slots=True)
class BarisUnduhan:
    """A form with the user's own job for it, where there is one."""

    bentuk: Bentuk
    alamat: str
    pekerjaan: Pekerjaan | None
    tautan: str


@perlu(Izin.LIHAT_LAPORAN)
@require_http_methods(["GET", "HEAD", "POST"])
def unduh_versi(
    request: HttpRequest, satker: Satker, tahun: int, nomor: int, bentuk: str, triwulan: int = TAHUNAN
) -> HttpResponseBase:
    """Download a form of an approved version, or ask for it (POST)."""
    try:
        t = satu_terbitan(satker, tahun, nomor, triwulan)
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
    nama = f"{sebutan_laporan(tahun, triwulan)} {satker.singkatan} versi {nomor}"
    if bentuk == "pdf" and request.method != "POST":
        return _kirim(pdf_terbitan(t), f"{nama}.pdf", "application/pdf")
    if bentuk == "fakta" and request.method != "POST":
        jawab = HttpResponse(ke_json(konteks_terbitan(t).fakta), content_type="application/json")
        jawab["Content-Disposition"] = f'attachment; filename="fakta-{satker.kunci}-{tahun}-versi-{nomor}.json"'
        return jawab
    return _unduh(request, satker, tahun, triwulan, nomor, bentuk, nama)


@perlu(Izin.CETAK_LAPORAN)
@require_http_methods(["GET", "HEAD", "POST"])
def unduh_draf(
    request: HttpRequest, satker: Satker, tahun: int, bentuk: str, triwulan: int = TAHUNAN
) -> HttpResponseBase:
    """Download a form of the draft, or ask for it (POST)."""
    nama = f"DRAF {sebutan_laporan(tahun, triwulan)} {satker.singkatan}"
    return _unduh(request, satker, tahun, triwulan, DRAF, bentuk, nama)


def _unduh(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, nomor: int, bentuk: str, nama: str
) -> HttpResponseBase:
    b = BENTUK.get(bentuk)
    if b is None:
        raise Http404("Bentuk berkas ini tidak dikenal.")
    halaman = _alamat_versi(satker, tahun, triwulan, nomor)
    if request.method == "POST":
        p = minta_unduhan(satker=satker, tahun=tahun, triwulan=triwulan, nomor=nomor, bentuk=b, oleh=request.user)
        if request.headers.get("HX-Request"):
            return render(request, "kerja/kemajuan.html", {"pekerjaan": p, "unduh": tautan_unduhan(p)})
        return redirect(halaman)
    ada = _pekerjaan(request, satker, tahun, triwulan, nomor).get(bentuk)
    berkas = Path(settings.MEDIA_ROOT) / ada.hasil if ada and ada.keadaan == KeadaanPekerjaan.SELESAI else None
    if berkas is None or not berkas.is_file():
        messages.warning(request, f"Berkas {b.nama} belum ada. Tekan “Siapkan” dan tunggu sampai selesai.")
        return redirect(halaman)
    return _kirim(berkas, nama + b.akhiran, b.jenis)


def tautan_unduhan(p: Pekerjaan) -> str:
    """Where the file of a finished job is downloaded."""
    satker = Satker.objects.filter(pk=p.argumen.get("satker")).first()
    if satker is None or p.keadaan != KeadaanPekerjaan.SELESAI:
        return ""
    a = p.argumen
    return _alamat_unduhan(satker, a["tahun"], a["triwulan"], a["nomor"], a["bentuk"])


def tautan_terbitan(p: Pekerjaan) -> str:
    """Where the PDF of an approved version is downloaded, once it is there."""
    t = Terbitan.objects.filter(pk=p.argumen.get("terbitan"), berkas__isnull=False).select_related("laporan__satker")
    ada = t.only("nomor", "laporan").first()
    if ada is None:
        return ""
    milik = ada.laporan
    return reverse("unduh_versi", args=[milik.satker.kunci, milik.tahun, milik.triwulan, ada.nomor, "pdf"])


def daftar_unduhan(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, nomor: int = DRAF
) -> Iterator[BarisUnduhan]:
    """The forms of the draft or of a version, with the user's own jobs."""
    kerja = _pekerjaan(request, satker, tahun, triwulan, nomor)
    for kode, bentuk in BENTUK.items():
        alamat = _alamat_unduhan(satker, tahun, triwulan, nomor, kode)
        p = kerja.get(kode)
        yield BarisUnduhan(bentuk, alamat, p, alamat if p and p.keadaan == KeadaanPekerjaan.SELESAI else "")


def _pekerjaan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, nomor: int) -> dict[str, Pekerjaan]:
    """The user's own jobs for the forms of one version, by form."""
    milik = pekerjaan_terlihat(request.user).filter(
        jenis=UNDUH, argumen__satker=satker.pk, argumen__tahun=tahun, argumen__triwulan=triwulan, argumen__nomor=nomor
    )
    return {p.argumen["bentuk"]: p for p in milik}


def _kirim(berkas: Path, nama: str, jenis: str) -> HttpResponseBase:
    return FileResponse(berkas.open("rb"), as_attachment=True, filename=nama, content_type=jenis)


def _alamat_unduhan(satker: Satker, tahun: int, triwulan: int, nomor: int, bentuk: str) -> str:
    if nomor == DRAF:
        return reverse("unduh_draf", args=[satker.kunci, tahun, triwulan, bentuk])
    return reverse("unduh_versi", args=[satker.kunci, tahun, triwulan, nomor, bentuk])


def _alamat_versi(satker: Satker, tahun: int, triwulan: int, nomor: int) -> str:
    if nomor == DRAF:
        return alamat_laporan(satker, tahun, triwulan)
    return reverse("versi_laporan", args=[satker.kunci, tahun, triwulan, nomor])


def alamat_laporan(satker: Satker, tahun: int, triwulan: int) -> str:
    """The report's own page."""
    return reverse("laporan", args=[satker.kunci, tahun, triwulan])
