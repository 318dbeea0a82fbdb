"""The comparison of two versions of a report: on the page, on paper, as files."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.banding_versi import JENIS, Perbandingan, banding_versi
from lakin.laporan.models import TAHUNAN
from lakin.laporan.saring_banding import SEMUA, Saringan, tulis_csv, tulis_xlsx
from lakin.laporan.sisi_banding import Sisi, konteks_sisi, pilih_dua, pilihan_sisi
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain

TERBANYAK = 1000
"""Rows of figures on the page; the files have all."""
TERBANYAK_ISI = 300
"""Rows of pictures and of words, likewise."""
MASUKAN = {
    "hasil": "data",
    "narasi": "tulisan",
    "pembanding": "angka satker lain",
    "kerangka": "kerangka",
    "triwulan": "triwulan",
    "reviu": "pernyataan reviu",
    "koreksi": "koreksi data",
}


@perlu(Izin.LIHAT_LAPORAN)
@require_safe
def banding(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show what differs between two reports of a satker."""
    pilihan, dua = _dua(request, satker, tahun, triwulan)
    saringan = Saringan.dari(request.GET.dict())
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "pilihan": pilihan,
        "dua": dua,
        "saringan": saringan,
        "semua_jenis": JENIS.items(),
        "semua": SEMUA,
    }
    if dua is None:
        return render(request, "laporan/banding_versi.html", isi)
    try:
        penuh = _banding(request.user, satker, triwulan, dua)
    except GalatDomain as galat:
        return render(request, "laporan/banding_versi.html", {**isi, "pesan": galat.pesan})
    p = saringan.terapkan(penuh)
    tanya = urlencode(
        {"a": dua[0].kode, "b": dua[1].kode, "jenis": saringan.jenis,
         "tampil": saringan.tampil, "cari": saringan.cari}
    )  # fmt: skip
    isi |= {
        "p": p,
        "penuh": penuh,
        "angka": p.angka[:TERBANYAK],
        "lebih": max(0, len(p.angka) - TERBANYAK),
        "masukan": [MASUKAN.get(m, m) for m in penuh.masukan],
        "tanya": tanya,
        "perubahan_isi": (("Gambar", "gambar", p.foto), ("Keterangan data", "data", p.kata)),
        "batas": TERBANYAK_ISI,
        "potong": f":{TERBANYAK_ISI}",
    }
    return render(request, "laporan/banding_versi.html", isi)


@perlu(Izin.LIHAT_LAPORAN)
@require_safe
def unduh_banding(
    request: HttpRequest, satker: Satker, tahun: int, bentuk: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """The rows of the page as .csv or .xlsx."""
    if bentuk not in ("csv", "xlsx"):
        raise Http404("Bentuk berkas ini tidak dikenal.")
    _, dua = _dua(request, satker, tahun, triwulan)
    if dua is None:
        return redirect("banding_versi", satker.kunci, tahun, triwulan)
    try:
        p = Saringan.dari(request.GET.dict()).terapkan(_banding(request.user, satker, triwulan, dua))
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
    nama = f"banding-{satker.kunci}-{tahun}-{dua[0].kode}-{dua[1].kode}.{bentuk}"
    judul = f"{sebutan_laporan(tahun, triwulan)} {satker.singkatan}: {dua[0].nama} → {dua[1].nama}"
    isi, jenis = (
        (tulis_csv(p), "text/csv; charset=utf-8")
        if bentuk == "csv"
        else (tulis_xlsx(p, judul), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    )
    return HttpResponse(isi, content_type=jenis, headers={"Content-Disposition": f'attachment; filename="{nama}"'})


def _dua(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int
) -> tuple[tuple[Sisi, ...], tuple[Sisi, Sisi] | None]:
    pilihan = pilihan_sisi(satker, tahun, triwulan, draf=boleh(request.user, Izin.LIHAT_DRAF, satker))
    return pilihan, pilih_dua(pilihan, request.GET.get("a", ""), request.GET.get("b", ""))


def _banding(pengguna: Any, satker: Satker, triwulan: int, dua: tuple[Sisi, Sisi]) -> Perbandingan:
    return banding_versi(*(konteks_sisi(satker, triwulan, s, pengguna) for s in dua))
