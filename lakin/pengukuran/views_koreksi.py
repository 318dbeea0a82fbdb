"""Corrections of finished data: asked for by the planner, decided by the secretariat, ended by the planner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.enums import KeadaanKoreksi
from lakin.alur.models import Koreksi, Periode
from lakin.alur.selectors import periode_tahun
from lakin.alur.services.koreksi import minta_koreksi, putuskan_koreksi, selesaikan_koreksi
from lakin.alur.transisi import SELESAI
from lakin.angka import Galat, baca_tanggal, nama_triwulan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.koreksi import koreksi_tahun
from lakin.web.galat import GalatDomain


@dataclass(frozen=True, slots=True)
class Isian:
    """What somebody typed that could not be taken: at which form, the fields, and why."""

    form: str
    isi: dict[str, str]
    pesan: str
    medan: str = ""


@require_safe
@perlu(Izin.LIHAT_JEJAK)
def koreksi(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show the requests of a year, what was changed under them, and what the user may do."""
    return _halaman(request, satker, tahun)


@require_POST
@perlu(Izin.AJUKAN_TRIWULAN)
def minta(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Ask for a correction of a finished triwulan."""
    d = request.POST
    tw = d.get("triwulan", "")

    def lakukan() -> str:
        if tw not in ("1", "2", "3", "4"):
            raise GalatDomain("Pilih triwulan yang hendak dikoreksi.", medan="triwulan")
        k = minta_koreksi(
            satker=satker, tahun=tahun, triwulan=int(tw), alasan=d.get("alasan", "")[:2000],
            versi=_bulat(d.get(f"versi-{tw}", "")), oleh=request.user,
        )  # fmt: skip
        return f"Permintaan koreksi {nama_triwulan(k.periode.triwulan)} terkirim kepada Sekretariat."

    return _tindak(request, satker, tahun, "minta", lakukan)


@require_POST
@perlu(Izin.TELAAH)
def putuskan(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Approve a request until a day, or refuse it."""
    k = _koreksi(satker, tahun, pk)
    d = request.POST
    setuju = d.get("putus") == "setuju"

    def lakukan() -> str:
        if d.get("putus") not in ("setuju", "tolak"):
            raise GalatDomain("Pilih setuju atau tolak.")
        putuskan_koreksi(
            koreksi=k, setuju=setuju, putusan=d.get("putusan", "")[:2000], versi=_bulat(d.get("versi", "")),
            sampai=_hari(d.get("sampai", "")) if setuju else None, oleh=request.user,
        )  # fmt: skip
        return "Koreksi disetujui; perencananya dikabari." if setuju else "Permintaan koreksi ditolak."

    return _tindak(request, satker, tahun, f"putus-{pk}", lakukan)


@require_POST
@perlu(Izin.AJUKAN_TRIWULAN)
def selesaikan(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """End a correction: the period closes again."""
    k = _koreksi(satker, tahun, pk)

    def lakukan() -> str:
        d = request.POST
        selesaikan_koreksi(
            koreksi=k, versi=_bulat(d.get("versi", "")), catatan=d.get("catatan", "")[:2000], oleh=request.user
        )
        return "Koreksi selesai; triwulannya tertutup kembali."

    return _tindak(request, satker, tahun, f"selesai-{pk}", lakukan)


def _tindak(request: HttpRequest, satker: Satker, tahun: int, form: str, lakukan: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, lakukan())
    except GalatDomain as galat:
        isian = Isian(form, request.POST.dict(), galat.pesan, galat.medan)
        return _halaman(request, satker, tahun, isian, 422)
    return redirect("koreksi", satker.kunci, tahun)


def _halaman(
    request: HttpRequest, satker: Satker, tahun: int, isian: Isian | None = None, status: int = 200
) -> HttpResponse:
    periode = list(periode_tahun(satker, tahun))
    boleh_minta = boleh(request.user, Izin.AJUKAN_TRIWULAN, satker)
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "baris": koreksi_tahun(satker, tahun),
        "boleh_minta": boleh_minta,
        "boleh_putus": boleh(request.user, Izin.TELAAH, satker),
        "dapat_diminta": _dapat_diminta(periode) if boleh_minta else [],
        "isian": isian,
        "hari_ini": timezone.localdate().isoformat(),
    }
    return render(request, "pengukuran/koreksi.html", isi, status=status)


def _dapat_diminta(periode: list[Periode]) -> list[tuple[Periode, str]]:
    """The finished triwulan without a running request."""
    sibuk = set(
        Koreksi.objects.filter(
            periode__in=periode, keadaan__in=[KeadaanKoreksi.DIMINTA, KeadaanKoreksi.DISETUJUI]
        ).values_list("periode_id", flat=True)
    )
    return [(p, nama_triwulan(p.triwulan)) for p in periode if p.keadaan in SELESAI and p.pk not in sibuk]


def _koreksi(satker: Satker, tahun: int, pk: int) -> Koreksi:
    k = Koreksi.objects.filter(pk=pk, periode__satker=satker, periode__tahun=tahun).first()
    if k is None:
        raise Http404("Permintaan koreksi ini tidak ada.")
    return k


def _hari(teks: str) -> date | None:
    if not teks.strip():
        return None
    try:
        return date.fromisoformat(teks.strip())
    except ValueError:
        hari = baca_tanggal(teks)
    if isinstance(hari, Galat):
        raise GalatDomain(hari.pesan, medan="sampai")
    return hari


def _bulat(teks: str) -> int:
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else -1
