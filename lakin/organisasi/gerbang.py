"""The gate before every view: which permission it needs, at which satker."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from lakin.organisasi.izin import Izin
from lakin.organisasi.selectors import boleh, satker_dengan_izin

View = Callable[..., HttpResponseBase]

UMUM = "umum"
"""Marks a view that anybody may see, signed in or not."""
MASUK = "masuk"
"""Marks a view that everybody who has signed in may see."""


def perlu(izin: Izin) -> Callable[[View], View]:
    """Let only users with a permission pass; a URL with ``satker`` is found within what they may see.

    A satker that the user may not see answers 404, as if it did not exist. The
    view gets the Satker object in place of its name.
    """

    def bungkus(view: View) -> View:
        @wraps(view)
        def gerbang(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if "satker" in kwargs:
                nama = kwargs["satker"]
                satker = (
                    satker_dengan_izin(request.user, izin)
                    .filter(Q(kode=nama) | Q(kode=None, singkatan=nama))
                    .select_related("induk")
                    .prefetch_related("nama")
                    .first()
                )
                if satker is None:
                    raise Http404("Halaman ini tidak ada atau bukan untuk akun Anda.")
                kwargs["satker"] = satker
            elif not boleh(request.user, izin):
                raise Http404("Halaman ini tidak ada atau bukan untuk akun Anda.")
            return view(request, *args, **kwargs)

        gerbang.izin = izin  # type: ignore[attr-defined]
        return gerbang

    return bungkus


def umum(view: View) -> View:
    """Mark a view as open to anybody."""
    view.izin = UMUM  # type: ignore[attr-defined]
    return login_not_required(view)


def semua_pengguna(view: View) -> View:
    """Mark a view as open to everybody who has signed in."""
    view.izin = MASUK  # type: ignore[attr-defined]
    return view
