"""Approval, and the approved versions of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.cetak.html import tulis_fragmen
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.forms import FormSahkan
from lakin.laporan.kode_terbitan import tulis_kode
from lakin.laporan.models import TAHUNAN, Terbitan
from lakin.laporan.pengesahan import TERBITKAN, Penyah, buka_laporan, minta_terbitkan, sahkan_laporan
from lakin.laporan.permintaan_buka import permintaan_laporan
from lakin.laporan.selectors import konteks_laporan, laporan_satker
from lakin.laporan.selectors_reviu import halangan_reviu, reviu_laporan, wajib_reviu
from lakin.laporan.terbitan import (
    bernomor_terbitan,
    saat,
    semua_terbitan,
    terbitan_lengkap,
)
from lakin.laporan.views_foto import alamat_foto
from lakin.laporan.views_unduhan import alamat_laporan, daftar_unduhan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from renstra.selectors import pk_berlaku

SIMPAN_FRAGMEN = 24 * 60 * 60
"""Seconds; an approved version never changes."""


@dataclass(frozen=True, slots=True)
class BarisVersi:
    """A version as a list shows it, with the job of its file where that is not there yet."""

    terbitan: Terbitan
    kode: str
    pada: str
    lengkap: bool
    pekerjaan: Pekerjaan | None


# --- approval ---------------------------------------------------------------------


@perlu(Izin.SAHKAN_LAPORAN)
@require_http_methods(["GET", "HEAD", "POST"])
def sahkan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Ask who approves (GET), or approve (POST)."""
    if request.method != "POST":
        form = FormSahkan(initial=_penyah_awal(request, satker, tahun, triwulan))
        return _halaman_sahkan(request, satker, tahun, triwulan, form)
    form = FormSahkan(request.POST)
    if not form.is_valid():
        return _halaman_sahkan(request, satker, tahun, triwulan, form, 422)
    try:
        t = sahkan_laporan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=form.cleaned_data["versi"],
            penyah=Penyah(**form.isian()), oleh=request.user,
        )  # fmt: skip
    except GalatMedan as galat:
        for medan, pesan in galat.masalah.items():
            form.add_error(medan, pesan)
        return _halaman_sahkan(request, satker, tahun, triwulan, form, 422)
    except GalatDomain as galat:
        form.add_error(None, galat.pesan)
        return _halaman_sahkan(request, satker, tahun, triwulan, form, 409 if isinstance(galat, Bentrok) else 422)
    messages.success(request, f"Versi {t.nomor} disahkan. Berkas PDF-nya sedang disiapkan.")
    return redirect(alamat_laporan(satker, tahun, triwulan))


def _halaman_sahkan(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, form: FormSahkan, status: int = 200
) -> HttpResponse:
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "form": form,
        "laporan": laporan_satker(satker, tahun, triwulan),
        "nomor": semua_terbitan(satker, tahun, triwulan).count() + 1,
        **_reviu(satker, tahun, triwulan),
    }
    return render(request, "laporan/sahkan.html", isi, status=status)


def _reviu(satker: Satker, tahun: int, triwulan: int) -> dict[str, Any]:
    """What the approval waits for, and whether the statement of the APIP will be printed."""
    laporan = laporan_satker(satker, tahun, triwulan)
    try:
        konteks = konteks_laporan(satker, tahun, triwulan)
    except GalatDomain:
        return {}
    return {"pernyataan": konteks.reviu, "menunggu_reviu": halangan_reviu(laporan, konteks)}


def _penyah_awal(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> dict[str, Any]:
    """The first party of the PK in force, under the name of whoever is signed in where the PK has none."""
    pk = pk_berlaku(satker, tahun)
    pihak = pk.penanda_tangan.filter(pihak="pertama").first() if pk else None
    versi = laporan_satker(satker, tahun, triwulan).versi
    if pihak is None:
        return {"nama": str(request.user), "versi": versi}
    nama = pihak.nama or str(request.user)
    return {
        "nama": nama, "nip": pihak.nip, "jabatan": pihak.jabatan, "kapasitas": pihak.kapasitas, "versi": versi
    }  # fmt: skip


@perlu(Izin.SAHKAN_LAPORAN)
@require_POST
def buka(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Open an approved report for a correction."""
    teks = request.POST.get("versi", "")
    versi = int(teks) if teks.isdecimal() and len(teks) < 9 else -1
    try:
        buka_laporan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi,
            alasan=request.POST.get("alasan", ""), oleh=request.user,
        )  # fmt: skip
        messages.success(request, "Laporan dibuka kembali sebagai draf. Versi yang sudah disahkan tetap berlaku.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect(alamat_laporan(satker, tahun, triwulan))


@perlu(Izin.SAHKAN_LAPORAN)
@require_POST
def terbitkan(request: HttpRequest, satker: Satker, tahun: int, nomor: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Ask once more for the PDF of a version, where it failed."""
    t = semua_terbitan(satker, tahun, triwulan).filter(nomor=nomor).first()
    if t is None:
        raise Http404("Versi ini tidak ada.")
    minta_terbitkan(terbitan=t, oleh=request.user)
    return redirect(alamat_laporan(satker, tahun, triwulan))


# --- versions ---------------------------------------------------------------------


def daftar_versi(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, *, draf: bool) -> list[BarisVersi]:
    """The versions that the user may see, newest first; those still in the making only where drafts are seen."""
    semua = semua_terbitan(satker, tahun, triwulan) if draf else terbitan_lengkap(satker, tahun, triwulan)
    baris = list(semua)
    kerja = {
        p.argumen["terbitan"]: p
        for p in pekerjaan_terlihat(request.user).filter(
            jenis=TERBITKAN, argumen__terbitan__in=[t.pk for t in baris if not hasattr(t, "berkas")]
        )
    }
    return [BarisVersi(t, tulis_kode(t.kode), saat(t), hasattr(t, "berkas"), kerja.get(t.pk)) for t in baris]


@perlu(Izin.LIHAT_LAPORAN)
@require_safe
def versi(request: HttpRequest, satker: Satker, tahun: int, nomor: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show an approved version: what it is, its downloads, and the report itself."""
    t = terbitan_lengkap(satker, tahun, triwulan).filter(nomor=nomor).first()
    if t is None:
        raise Http404("Versi ini tidak ada atau pengesahannya belum selesai.")
    return halaman_versi(request, satker, t)


def halaman_versi(request: HttpRequest, satker: Satker, t: Terbitan) -> HttpResponse:
    """The page of a version, also what somebody who sees no drafts gets as the report."""
    laporan = t.laporan
    isi = {
        "satker": satker,
        "tahun": laporan.tahun,
        "triwulan": laporan.triwulan,
        "sebutan": sebutan_laporan(laporan.tahun, laporan.triwulan),
        "t": t,
        "kode": tulis_kode(t.kode),
        "pada": saat(t),
        "mesin": sorted(t.berkas.mesin.items()),
        "lain": daftar_versi(request, satker, laporan.tahun, laporan.triwulan, draf=False),
        "unduhan": list(daftar_unduhan(request, satker, laporan.tahun, laporan.triwulan, t.nomor)),
        "dokumen": _fragmen(t, satker),
    }
    return render(request, "laporan/versi_laporan.html", isi)


def yang_disahkan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """The newest approved version, or the page that says that there is none."""
    t = terbitan_lengkap(satker, tahun, triwulan).first()
    if t is not None:
        return halaman_versi(request, satker, t)
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "laporan": laporan_satker(satker, tahun, triwulan),
    }
    return render(request, "laporan/belum_disahkan.html", isi)


def keadaan_versi(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> dict[str, Any]:
    """What the page of the draft says of its state, its versions and its downloads."""
    laporan = laporan_satker(satker, tahun, triwulan)
    return {
        "laporan": laporan,
        "permintaan": list(permintaan_laporan(laporan)) if laporan.pk else [],
        "boleh_minta": boleh(request.user, Izin.AJUKAN_LAPORAN, satker),
        "reviu": reviu_laporan(laporan) if triwulan == TAHUNAN else None,
        "wajib_reviu": triwulan == TAHUNAN and wajib_reviu(satker, tahun),
        "triwulan": triwulan,
        "versi": daftar_versi(request, satker, tahun, triwulan, draf=True),
        "unduhan": list(daftar_unduhan(request, satker, tahun, triwulan)),
        "boleh_sahkan": boleh(request.user, Izin.SAHKAN_LAPORAN, satker),
    }


def _fragmen(t: Terbitan, satker: Satker) -> SafeString:
    kunci = f"terbitan/{t.kode}/{t.sidik}"
    html = cache.get(kunci)
    if html is None:
        html = tulis_fragmen(bernomor_terbitan(t), alamat_foto(satker, t.laporan.tahun))
        cache.set(kunci, html, SIMPAN_FRAGMEN)
    return SafeString(html)
