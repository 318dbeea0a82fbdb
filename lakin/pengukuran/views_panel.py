"""The side panel of a cell on the entry page, and the comments written in it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.models import Komentar
from lakin.alur.services.telaah import komentari
from lakin.angka import nama_triwulan
from lakin.capaian.hasil import Hasil
from lakin.jejak.selectors import riwayat_sekitar
from lakin.jejak.tulisan import tulisan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.ajuan import Hal, hal_sel
from lakin.pengukuran.jejak_terlihat import jejak_terlihat
from lakin.pengukuran.panel import alamat_dari, isi_panel, isi_panel_uang, uang
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.selectors_bukti import bukti_terlihat
from lakin.pengukuran.views import sah_triwulan
from lakin.web.galat import GalatDomain

RIWAYAT = 10


@require_safe
@perlu(Izin.LIHAT_SATKER)
def panel_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show what is known of one cell: the part that fills the side panel."""
    sah_triwulan(triwulan)
    sel = request.GET.get("sel", "")
    terkini = Terkini(satker, request.user)
    try:
        isi = isi_panel_uang(terkini, tahun, triwulan, sel) if uang(sel) else isi_panel(terkini, tahun, triwulan, sel)
        hal = _hal(request, satker, terkini.kinerja(tahun), triwulan)
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
    alamat = alamat_dari(satker, tahun, triwulan, sel)
    jejak = riwayat_sekitar(alamat, banyak=RIWAYAT) if boleh(request.user, Izin.LIHAT_JEJAK, satker) else ()
    isi |= {
        "nama_triwulan": nama_triwulan(triwulan),
        "hal": hal,
        "bukti": bukti_terlihat(request.user, satker, tahun).filter(alamat=alamat),
        "jejak": [tulisan(j) for j in jejak_terlihat(request.user, satker, jejak)],
        **_komentar(request, satker, tahun, triwulan, alamat),
    }
    return render(request, "pengukuran/panel.html", isi)


@require_POST
@perlu(Izin.ISI_REALISASI)
def komentari_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Say something of a cell; answer with what was said so far."""
    sah_triwulan(triwulan)
    try:
        alamat = alamat_dari(satker, tahun, triwulan, request.POST.get("sel", ""))
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
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


def _hal(request: HttpRequest, satker: Satker, hasil: Hasil, triwulan: int) -> tuple[Hal, ...]:
    """What is odd in a cell: for those who mend it and those who review it."""
    if not (boleh(request.user, Izin.ISI_REALISASI, satker) or boleh(request.user, Izin.TELAAH, satker)):
        return ()
    return hal_sel(satker, hasil, triwulan, request.GET.get("sel", ""))


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
