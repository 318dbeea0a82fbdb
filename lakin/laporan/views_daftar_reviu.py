"""The list of reviews of a year, and the secretariat's setting of where one is needed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.laporan.models import KewajibanReviu
from lakin.laporan.selectors_reviu import daftar_reviu
from lakin.laporan.services_reviu import atur_wajib_reviu
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain
from renstra.models import PerjanjianKinerja


@perlu(Izin.LIHAT_DRAF)
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List the reports of a year with their reviu, the waiting ones first."""
    pilihan = tahun_reviu()
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isdecimal() and int(teks) in pilihan else next(iter(pilihan), timezone.localdate().year)
    return render(request, "laporan/daftar_reviu.html", isi_daftar(request, tahun) | {"pilihan_tahun": pilihan})


def isi_daftar(request: HttpRequest, tahun: int) -> dict[str, object]:
    """What the list and the APIP's home show."""
    pk = PerjanjianKinerja.objects.filter(tahun=tahun, berlaku_sejak__isnull=False)
    baris = daftar_reviu(request.user, tahun, frozenset(pk.values_list("satker_id", flat=True)))
    return {
        "baris": sorted(baris, key=lambda b: not b.menunggu),
        "menunggu": sum(b.menunggu for b in baris),
        "wajib": sum(b.wajib for b in baris),
        "tahun_dipilih": tahun,
        "boleh_atur": boleh(request.user, Izin.ATUR_REVIU),
    }


def tahun_reviu() -> list[int]:
    """The years for which any satker has a PK or a setting, newest first."""
    semua = set(PerjanjianKinerja.objects.filter(berlaku_sejak__isnull=False).values_list("tahun", flat=True))
    return sorted(semua | set(KewajibanReviu.objects.values_list("tahun", flat=True)), reverse=True)


@require_POST
@perlu(Izin.ATUR_REVIU)
def atur(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Set whether the reviu of a satker's report is needed before it is approved."""
    versi = request.POST.get("versi", "")
    wajib = request.POST.get("wajib", "")
    try:
        if wajib not in ("ya", "tidak"):
            raise GalatDomain("Pilih apakah laporan satker ini wajib direviu.")
        atur_wajib_reviu(
            satker=satker, tahun=tahun, wajib=wajib == "ya", alasan=request.POST.get("alasan", "")[:500],
            versi=int(versi) if versi.isdecimal() and len(versi) < 9 else -1, oleh=request.user,
        )  # fmt: skip
        messages.success(
            request, f"LAKIN {tahun} {satker.singkatan} {'wajib' if wajib == 'ya' else 'tidak wajib'} direviu."
        )
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect(f"{reverse('daftar_reviu')}?tahun={tahun}#satker-{satker.kunci}")
