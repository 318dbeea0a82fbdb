"""How much one request may carry: a larger one ends before its body is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render


class BatasKiriman:
    """Answer 413 with what to do; the server reads no more of a body than its stated length."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        panjang = request.META.get("CONTENT_LENGTH") or "0"
        if panjang.isascii() and panjang.isdigit() and int(panjang) > settings.MAKS_KIRIMAN:
            return _terlalu_besar(request)
        return self.get_response(request)


def _terlalu_besar(request: HttpRequest) -> HttpResponse:
    pesan = (
        f"Kiriman ini lebih besar daripada {settings.MAKS_KIRIMAN // 1024 // 1024} MB sehingga tidak diterima. "
        "Unggah berkasnya satu per satu, masing-masing paling besar 20 MB."
    )
    if not request.accepts("text/html"):
        return JsonResponse({"pesan": pesan}, status=413)
    return render(request, "413.html", {"pesan": pesan}, status=413)
