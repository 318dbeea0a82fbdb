"""The review of a triwulan: side by side, discussed, returned or verified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from csp.constants import SELF
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.models import ButirTindak, Komentar, Periode
from lakin.alur.selectors import periode_tahun
from lakin.alur.services import telaah as services
from lakin.alur.transisi import KEMBALIKAN, VERIFIKASI, tindakan_terbuka
from lakin.angka import Galat, baca_tanggal, nama_triwulan
from lakin.dasbor.bahas import calon_penanggung_jawab, tindak, utas
from lakin.dasbor.ringkasan import sorotan
from lakin.dasbor.telaah import telaah as baca_telaah
from lakin.dasbor.tugas import tenggat
from lakin.organisasi.enums import Peran
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.pengajuan import kembalikan_triwulan, verifikasi_triwulan
from lakin.pengukuran.views import sah_triwulan
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import versi_kiriman

BINGKAI = {"frame-src": [SELF]}
"""Evidence is shown beside the figures that it proves."""


@dataclass(frozen=True, slots=True)
class Tolak:
    """A form that was refused: which one, why, and what was typed."""

    mana: str
    pesan: str
    isi: dict[str, str] = field(default_factory=dict)


@require_safe
@perlu(Izin.BAHAS_TELAAH)
def telaah(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show what was handed in beside what there is to compare it with."""
    sah_triwulan(triwulan)
    return _halaman(request, satker, tahun, triwulan)


@require_POST
@perlu(Izin.TELAAH)
def kembalikan_ajuan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Return the triwulan with what is to be mended."""
    alasan = request.POST.get("alasan", "")[:2000]
    return _lakukan(
        request, satker, tahun, triwulan, Tolak("kembalikan", "", {"alasan": alasan}),
        lambda: kembalikan_triwulan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi_kiriman(request.POST), alasan=alasan,
            oleh=request.user,
        ),
        "Triwulan dikembalikan kepada perencana.",
    )  # fmt: skip


@require_POST
@perlu(Izin.TELAAH)
def verifikasi_ajuan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Accept what was handed in."""
    return _lakukan(
        request, satker, tahun, triwulan, Tolak("verifikasi", ""),
        lambda: verifikasi_triwulan(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=versi_kiriman(request.POST), oleh=request.user
        ),
        "Triwulan diverifikasi.",
    )  # fmt: skip


@require_POST
@perlu(Izin.BAHAS_TELAAH)
def komentari_telaah(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Say something of a field, of the whole, or to a comment."""
    d = request.POST
    isi, alamat, ke = d.get("isi", "")[:4000], d.get("alamat", "")[:200], d.get("balasan_dari", "")
    induk = (
        _milik(Komentar, satker, tahun, triwulan, int(ke)) if ke.isascii() and ke.isdigit() and len(ke) < 12 else None
    )
    return _lakukan(
        request, satker, tahun, triwulan, Tolak(f"komentar-{d.get('letak', '')[:60]}", "", {"isi": isi, "ke": ke}),
        lambda: services.komentari(
            satker=satker, tahun=tahun, triwulan=triwulan, isi=isi, oleh=request.user, balasan_dari=induk,
            alamat=induk.alamat if induk else alamat, tandai=d.get("tandai") == "1",
        ),
        "Komentar tersimpan.", "komentar",
    )  # fmt: skip


@require_POST
@perlu(Izin.BAHAS_TELAAH)
def selesaikan_komentar(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, pk: int) -> HttpResponse:
    """Mark a comment as resolved, or open it again."""
    komentar, selesai = _milik(Komentar, satker, tahun, triwulan, pk), request.POST.get("selesai") == "1"
    return _lakukan(
        request, satker, tahun, triwulan, Tolak(f"komentar-{pk}", ""),
        lambda: services.selesaikan_komentar(komentar=komentar, oleh=request.user, selesai=selesai),
        "Komentar ditandai selesai." if selesai else "Komentar dibuka kembali.", "komentar",
    )  # fmt: skip


@require_POST
@perlu(Izin.BAHAS_TELAAH)
def buat_tindak(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Agree on an action: what, who, by when."""
    isi = {n: request.POST.get(n, "")[:2000] for n in ("uraian", "penanggung_jawab", "tenggat")}

    def buat() -> ButirTindak:
        orang = {str(p.pk): p for p in calon_penanggung_jawab(satker)}.get(isi["penanggung_jawab"])
        if orang is None:
            raise GalatDomain("Pilih siapa yang mengerjakan butir ini.")
        hari = baca_tanggal(isi["tenggat"])
        if isinstance(hari, Galat):
            raise GalatDomain(hari.pesan)
        return services.buat_butir_tindak(
            satker=satker, tahun=tahun, triwulan=triwulan, uraian=isi["uraian"], penanggung_jawab=orang,
            tenggat=hari, oleh=request.user,
        )  # fmt: skip

    return _lakukan(
        request, satker, tahun, triwulan, Tolak("tindak", "", isi), buat, "Butir tindak lanjut tersimpan.", "tindak"
    )


@require_POST
@perlu(Izin.BAHAS_TELAAH)
def laporkan_tindak(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, pk: int) -> HttpResponse:
    """Say that an action was done; its own person."""
    butir, laporan = _milik(ButirTindak, satker, tahun, triwulan, pk), request.POST.get("laporan", "")[:2000]
    return _lakukan(
        request, satker, tahun, triwulan, Tolak(f"tindak-{pk}", "", {"laporan": laporan}),
        lambda: services.laporkan_butir_tindak(
            butir=butir, laporan=laporan, versi=versi_kiriman(request.POST), oleh=request.user
        ),
        "Laporan butir tersimpan; orang lain menutupnya.", "tindak",
    )  # fmt: skip


@require_POST
@perlu(Izin.BAHAS_TELAAH)
def tutup_tindak(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, pk: int) -> HttpResponse:
    """Close an action that was done; a second person."""
    butir = _milik(ButirTindak, satker, tahun, triwulan, pk)
    return _lakukan(
        request, satker, tahun, triwulan, Tolak(f"tindak-{pk}", ""),
        lambda: services.tutup_butir_tindak(butir=butir, versi=versi_kiriman(request.POST), oleh=request.user),
        "Butir tindak lanjut ditutup.", "tindak",
    )  # fmt: skip


def _lakukan(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    triwulan: int,
    tolak: Tolak,
    tindakan: Callable[[], Any],
    berhasil: str,
    jangkar: str = "",
) -> HttpResponse:
    """Do one act and go back to where it happened; what was typed stays where it is refused."""
    sah_triwulan(triwulan)
    try:
        jadi = tindakan()
    except GalatDomain as galat:
        return _halaman(request, satker, tahun, triwulan, Tolak(tolak.mana, galat.pesan, tolak.isi), status=422)
    messages.success(request, berhasil)
    tujuan = reverse("telaah", args=[satker.kunci, tahun, triwulan])
    return redirect(f"{tujuan}#{jangkar}-{jadi.pk}" if jangkar else tujuan)


def _milik(model: Any, satker: Satker, tahun: int, triwulan: int, pk: int) -> Any:
    ada = model.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan, pk=pk).first()
    if ada is None:
        raise Http404("Yang dituju tidak ada pada pembahasan ini. Muat ulang halaman.")
    return ada


def _halaman(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, tolak: Tolak | None = None, status: int = 200
) -> HttpResponse:
    periode = list(periode_tahun(satker, tahun).select_related("satker"))
    kini = next((p for p in periode if p.triwulan == triwulan), None)
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "nama_triwulan": nama_triwulan(triwulan),
        "periode": periode,
        "kini": kini,
        "tenggat": tenggat(kini, timezone.localdate()),
        "boleh_ajukan": boleh(request.user, Izin.AJUKAN_TRIWULAN, satker),
        "tolak": tolak,
    }
    if kini is None:
        isi["pesan"] = "Triwulan ini belum dibuka oleh Sekretariat."
    else:
        isi |= _isi(request, kini)
    jawab = render(request, "dasbor/telaah.html", isi, status=status)
    jawab._csp_update = BINGKAI  # type: ignore[attr-defined]
    return jawab


def _isi(request: HttpRequest, kini: Periode) -> dict[str, Any]:
    menelaah = boleh(request.user, Izin.TELAAH, kini.satker)
    langkah = tindakan_terbuka(kini.keadaan, Peran.SEKRETARIAT) if menelaah else ()
    u = utas(kini)
    isi: dict[str, Any] = {
        "umum": u.get("", []),
        "tindak": tindak(kini, request.user),
        "calon": calon_penanggung_jawab(kini.satker),
        "boleh_kembalikan": KEMBALIKAN in langkah,
        "boleh_verifikasi": VERIFIKASI in langkah,
    }
    try:
        t = baca_telaah(request.user, kini)
    except GalatDomain as galat:
        return isi | {"pesan_telaah": galat.pesan}
    if t is None:
        return isi
    return isi | {
        "t": t,
        "baris": [(b, u.get(b.kode, [])) for b in t.baris],
        "sorotan": () if t.lama else sorotan(t.hasil, kini.triwulan),
        "berubah": sum(b.berubah for b in t.baris),
        "terbuka": sum(x.terbuka for semua in u.values() for x in semua),
    }
