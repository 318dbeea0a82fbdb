"""The history of one address. Who may read it is said where the address is given (`lakin.urls`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lakin.jejak.models import Jejak
from lakin.jejak.selectors import riwayat_sekitar
from lakin.jejak.tulisan import tulisan

TERBANYAK = 100

Saring = Callable[[Any, Any, Iterable[Jejak]], list[Jejak]]
"""User, satker, traces -> the traces that the user may see."""


@require_safe
def riwayat(request: HttpRequest, satker: Any, tahun: int, saring: Saring) -> HttpResponse:
    """Show who changed a figure and what stood there before; of its raw rows too."""
    alamat = request.GET.get("alamat", "")
    if not alamat.startswith(f"{satker.kunci}/{tahun}/"):
        raise Http404("Alamat angka ini bukan milik satker dan tahun pada halaman ini.")
    jejak = [tulisan(j) for j in saring(request.user, satker, riwayat_sekitar(alamat, banyak=TERBANYAK))]
    isi = {"satker": satker, "tahun": tahun, "alamat": alamat, "jejak": jejak, "terbanyak": TERBANYAK}
    return render(request, "jejak/riwayat.html", isi)
