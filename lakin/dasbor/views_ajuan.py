"""The check page: a triwulan is handed in through it, and taken back on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.jalan import LENGKAP, jalan
from lakin.alur.models import Periode
from lakin.alur.selectors import halangan_periode, periode_tahun
from lakin.alur.services.periode import tandai_lengkap
from lakin.angka import nama_triwulan
from lakin.dasbor.ajuan import Ketikan, Kunci, dapat_diisi, halaman_ajuan, jumlah_ajuan
from lakin.dasbor.tugas import tenggat, tugas
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.pengukuran.ajuan import ajuan
from lakin.pengukuran.models import CatatanIsian
from lakin.pengukuran.pengajuan import ajukan_triwulan, catat_isian, tarik_triwulan
from lakin.pengukuran.selectors import hasil_terkini
from lakin.pengukuran.views import sah_triwulan
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import versi_kiriman

TERBANYAK = 400
"""Notes in one request; a page has some tens."""


@require_safe
@perlu(Izin.AJUKAN_TRIWULAN)
def periksa_ajuan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show what stands between a triwulan and its handing in."""
    sah_triwulan(triwulan)
    return _halaman(request, satker, tahun, triwulan)


@require_POST
@perlu(Izin.AJUKAN_TRIWULAN)
def kirim_ajuan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Save the notes that were typed and, where that was asked, hand the triwulan in. Nothing typed is lost."""
    sah_triwulan(triwulan)
    tertolak, tersimpan = _simpan_catatan(request, satker, tahun, triwulan)
    if tertolak:
        return _halaman(request, satker, tahun, triwulan, ketikan=tertolak, status=422)
    if request.POST.get("tindakan") == "catat":
        pesan = f"{tersimpan} catatan tersimpan." if tersimpan else "Tidak ada catatan yang berubah."
        messages.success(request, pesan)
        return redirect("periksa_ajuan", satker.kunci, tahun, triwulan)
    try:
        ajukan_triwulan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi_kiriman(request.POST), oleh=request.user
        )
    except GalatDomain as galat:
        return _halaman(request, satker, tahun, triwulan, galat=galat.pesan, status=422)
    messages.success(request, f"{nama_triwulan(triwulan)} {tahun} sudah diajukan kepada Sekretariat.")
    return redirect("periksa_ajuan", satker.kunci, tahun, triwulan)


@require_POST
@perlu(Izin.AJUKAN_TRIWULAN)
def nyatakan_lengkap(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Say that what is blank is meant to be, with the reason; or take that back."""
    sah_triwulan(triwulan)
    alasan, lengkap = request.POST.get("alasan", "")[:1000], request.POST.get("lengkap") == "1"
    try:
        tandai_lengkap(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi_kiriman(request.POST), lengkap=lengkap,
            alasan=alasan, oleh=request.user,
        )  # fmt: skip
    except GalatDomain as galat:
        return _halaman(request, satker, tahun, triwulan, status=422, alasan=alasan, galat_lengkap=galat.pesan)
    messages.success(request, "Isian dinyatakan lengkap." if lengkap else "Pernyataan lengkap dicabut.")
    return redirect("periksa_ajuan", satker.kunci, tahun, triwulan)


@require_POST
@perlu(Izin.AJUKAN_TRIWULAN)
def tarik_ajuan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Take back what was handed in and not yet verified."""
    sah_triwulan(triwulan)
    try:
        tarik_triwulan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi_kiriman(request.POST), oleh=request.user
        )
    except GalatDomain as galat:
        return _halaman(request, satker, tahun, triwulan, galat=galat.pesan, status=422)
    messages.success(request, "Pengajuan ditarik; isiannya dapat diubah kembali.")
    return redirect("periksa_ajuan", satker.kunci, tahun, triwulan)


def _simpan_catatan(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int
) -> tuple[dict[Kunci, Ketikan], int]:
    """Save the notes that differ from what is stored; return those that were refused, and how many were saved."""
    d, tertolak, jumlah = request.POST, {}, 0
    milik = CatatanIsian.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan)
    ada = {(c.alamat, c.kaidah): c for c in milik}
    for n in [k.removeprefix("isi-") for k in d if k.startswith("isi-")][:TERBANYAK]:
        kunci, teks = (d.get(f"alamat-{n}", ""), d.get(f"kaidah-{n}", "")), d[f"isi-{n}"][:2000]
        if teks.strip() == d.get(f"semula-{n}", "").strip():
            continue
        try:
            catat_isian(
                satker=satker, tahun=tahun, triwulan=triwulan, alamat=kunci[0], kaidah=kunci[1], isi=teks,
                versi=versi_kiriman(d, f"versi-{n}"), oleh=request.user,
            )  # fmt: skip
            jumlah += 1
        except GalatDomain as galat:
            lain = ada.get(kunci)
            milik_lain = f" Yang tersimpan sekarang: “{lain.isi}”." if lain and lain.isi != teks.strip() else ""
            tertolak[kunci] = Ketikan(teks, galat.pesan + milik_lain)
    return tertolak, jumlah


def _halaman(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    triwulan: int,
    *,
    ketikan: dict[Kunci, Ketikan] | None = None,
    status: int = 200,
    **lain: Any,
) -> HttpResponse:
    periode = list(periode_tahun(satker, tahun).select_related("satker"))
    kini = next((p for p in periode if p.triwulan == triwulan), None)
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "nama_triwulan": nama_triwulan(triwulan),
        "periode": periode,
        "kini": kini,
        "buka": dapat_diisi(kini),
        "tenggat": tenggat(kini, timezone.localdate()),
        **lain,
    }
    try:
        isi |= _isi(satker, tahun, triwulan, kini, ketikan) if kini else {"pesan": halangan_periode(None)}
    except GalatDomain as galat:
        isi["pesan"] = galat.pesan
    return render(request, "dasbor/periksa_ajuan.html", isi, status=status)


def _isi(
    satker: Satker, tahun: int, triwulan: int, kini: Periode, ketikan: dict[Kunci, Ketikan] | None
) -> dict[str, Any]:
    hasil = hasil_terkini(satker, tahun)
    t, j = tugas(hasil, triwulan), jalan(kini)
    return {
        "h": halaman_ajuan(ajuan(kini, hasil), ketikan),
        "sorotan": jumlah_ajuan(hasil, t),
        "tugas": t,
        "jalan": j,
        "lengkap": j.terakhir(LENGKAP) if kini.lengkap else None,
    }
