"""How far a job is, for the person who asked for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import keadaan_pekerjaan


@never_cache
@require_safe
def pekerjaan(request: HttpRequest, pk: int, unduhan: Mapping[str, Callable[[Pekerjaan], str]]) -> HttpResponse:
    """Show one job as it stands now: the page, or the part of it that is asked for once a second.

    ``unduhan`` tells for a kind of job where its file is downloaded.
    """
    try:
        baris = keadaan_pekerjaan(pengguna=request.user, pk=pk)
    except Pekerjaan.DoesNotExist as galat:
        raise Http404("Pekerjaan ini tidak ada atau bukan permintaan Anda.") from galat
    bagian = "kerja/kemajuan.html" if request.headers.get("HX-Request") else "kerja/pekerjaan.html"
    unduh = unduhan[baris.jenis](baris) if baris.jenis in unduhan else ""
    return render(request, bagian, {"pekerjaan": baris, "unduh": unduh})
