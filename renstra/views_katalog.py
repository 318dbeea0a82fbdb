"""The catalogue of indicators: found by word and filter, and each entry with the units that use it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from lakin.capaian.katalog import KATALOG
from lakin.organisasi.gerbang import semua_pengguna
from lakin.organisasi.izin import Izin
from lakin.organisasi.selectors import boleh, satker_terlihat
from renstra.models import Katalog
from renstra.selectors_katalog import (
    PILIHAN_TUJUAN,
    TINGKAT,
    Saring,
    cari_katalog,
    didukung,
    ejaan_entri,
    pemakai,
    rumus_entri,
)

SEHALAMAN = 20


@require_safe
@semua_pengguna
def daftar_katalog(request: HttpRequest) -> HttpResponse:
    """List the entries that match the words and filters."""
    saring = Saring.dari(request.GET)
    halaman = Paginator(cari_katalog(saring), SEHALAMAN).get_page(request.GET.get("hal"))
    dipakai = {"cari": saring.cari, "tujuan": saring.tujuan, "tingkat": saring.tingkat}
    isi = {
        "saring": saring,
        "lihat_dana": boleh(request.user, Izin.LIHAT_SATKER),
        "halaman": halaman,
        "tanya": urlencode({k: v for k, v in dipakai.items() if v}),
        "disaring": any(dipakai.values()),
        "pilihan_tujuan": PILIHAN_TUJUAN,
        "pilihan_tingkat": [(t.value, t.label) for t in TINGKAT],
    }
    return render(request, "renstra/katalog.html", isi)


@require_safe
@semua_pengguna
def satu_katalog(request: HttpRequest, kunci: str) -> HttpResponse:
    """Show one entry: its manual, its spellings, and who uses it under which code."""
    entri = get_object_or_404(Katalog, kunci=kunci)
    semua = pemakai(entri)
    isi = {
        "entri": entri,
        "pemakai": semua,
        "satuan_pemakai": len({p.satker.pk for p in semua}),
        "terlihat": set(satker_terlihat(request.user).values_list("pk", flat=True)),
        "ejaan": ejaan_entri(entri),
        "rumus": [r for r in KATALOG if r.kode in rumus_entri(semua)],
        "didukung": didukung(entri),
        "sekode": Katalog.objects.filter(kode_bskji=entri.kode_bskji).exclude(pk=entri.pk) if entri.kode_bskji else (),
    }
    return render(request, "renstra/satu_katalog.html", isi)
