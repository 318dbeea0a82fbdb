"""The side panel of a cell on the entry page, and the comments written in it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.models import Komentar
from lakin.alur.services.telaah import komentari
from lakin.angka import nama_triwulan
from lakin.jejak.selectors import riwayat_sekitar
from lakin.jejak.tulisan import tulisan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.panel import bahan_sel, definisi, nilai_lalu
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.selectors_bukti import bukti_terlihat
from lakin.pengukuran.services import alamat_sel
from lakin.pengukuran.views import kode_sel, sah_triwulan
from lakin.web.galat import GalatDomain

RIWAYAT = 10


@require_safe
@perlu(Izin.LIHAT_SATKER)
def panel_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show what is known of one cell: the part that fills the side panel."""
    sah_triwulan(triwulan)
    kode, jenis = kode_sel(request.GET.get("sel", ""))
    terkini = Terkini(satker)
    try:
        h = terkini.kinerja(tahun).indikator.get(kode)
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
    if h is None:
        raise Http404("Indikator ini tidak ada dalam PK yang berlaku.")
    lalu = nilai_lalu(terkini, tahun, triwulan, kode, jenis)
    alamat = alamat_sel(satker, tahun, kode, triwulan, jenis)
    jejak = riwayat_sekitar(alamat, banyak=RIWAYAT) if boleh(request.user, Izin.LIHAT_JEJAK, satker) else ()
    isi = {
        "nama": h.fakta.nama,
        "kode": kode,
        "nama_triwulan": nama_triwulan(triwulan),
        "fisik": jenis == JenisRealisasi.FISIK,
        "bahan": bahan_sel(h, triwulan, jenis),
        "definisi": definisi(satker, tahun, kode),
        "lalu": lalu,
        "garis": " ".join(",".join(n.titik) for n in lalu if n.titik),
        "bukti": bukti_terlihat(request.user, satker, tahun).filter(alamat=alamat),
        "jejak": [tulisan(j) for j in jejak],
        **_komentar(request, satker, tahun, triwulan, alamat),
    }
    return render(request, "pengukuran/panel.html", isi)


@require_POST
@perlu(Izin.ISI_REALISASI)
def komentari_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Say something of a cell; answer with what was said so far."""
    sah_triwulan(triwulan)
    kode, jenis = kode_sel(request.POST.get("sel", ""))
    alamat = alamat_sel(satker, tahun, kode, triwulan, jenis)
    teks = request.POST.get("isi", "")[:4000]
    try:
        komentari(
            satker=satker,
            tahun=tahun,
            triwulan=triwulan,
            isi=teks,
            oleh=request.user,
            alamat=alamat,
            tandai=request.POST.get("tandai") == "1",
        )
    except GalatDomain as galat:
        isi = _komentar(request, satker, tahun, triwulan, alamat) | {"galat": galat.pesan, "teks": teks}
        return render(request, "pengukuran/panel_komentar.html", isi, status=422)
    return render(request, "pengukuran/panel_komentar.html", _komentar(request, satker, tahun, triwulan, alamat))


def _komentar(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, alamat: str) -> dict[str, Any]:
    """The comments of a cell; only for those who write them, on either side of the table."""
    boleh_tulis = boleh(request.user, Izin.ISI_REALISASI, satker)
    boleh_baca = boleh_tulis or boleh(request.user, Izin.TELAAH, satker)
    milik = Komentar.objects.filter(satker=satker, tahun=tahun, alamat=alamat).select_related("oleh")
    return {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "alamat": alamat,
        "sel": request.GET.get("sel") or request.POST.get("sel", ""),
        "komentar": list(milik) if boleh_baca else [],
        "boleh_baca": boleh_baca,
        "boleh_tulis": boleh_tulis,
    }
