"""The checklist of a report, the answers of people to it, and the steps of handing in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.enums import JawabanButir
from lakin.laporan.keadaan import keadaan_laporan
from lakin.laporan.kelengkapan.deklarasi import (
    TIDAK_BERLAKU,
    ButirPenjelasan,
    HasilButir,
    Jenis,
    Keadaan,
    Kurang,
    Letak,
    Tempat,
)
from lakin.laporan.kelengkapan.katalog import BUTIR, KELOMPOK, Kelengkapan
from lakin.laporan.models import TAHUNAN
from lakin.laporan.pengajuan import ajukan_laporan, kembalikan_laporan, tarik_laporan
from lakin.laporan.periksa_laporan import jawab_butir, kelengkapan_terkini
from lakin.laporan.selectors import halangan_tulis_laporan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain

TERBUKA = 8
"""Up to so many missing things are listed without being asked for."""
TULISAN = {
    Keadaan.TERPENUHI: ("✓", "terpenuhi"),
    Keadaan.SEBAGIAN: ("◐", "sebagian"),
    Keadaan.BELUM: ("○", "belum"),
    Keadaan.TIDAK_BERLAKU: ("–", "tidak berlaku"),
    Keadaan.PERLU_DIJAWAB: ("?", "perlu dijawab"),
}
"""Sign and words of a state, so that colour is never the only sign."""


@dataclass(frozen=True, slots=True)
class Isian:
    """What somebody typed that could not be saved."""

    kode: str
    jawaban: str
    catatan: str
    pesan: str
    versi: int | None = None


@dataclass(frozen=True, slots=True)
class BarisButir:
    """One point as the page shows it."""

    hasil: HasilButir
    tanda: str
    kata: str
    kurang: tuple[tuple[str, str], ...]
    """(what, where it is mended)."""
    terbuka: bool
    pilihan: tuple[tuple[str, str], ...]
    isian: Isian | None


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def kelengkapan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show the checklist: all of it, or what is left to do."""
    return _halaman(request, satker, tahun, triwulan)


@require_POST
@perlu(Izin.TULIS_NARASI)
def jawab_kelengkapan(
    request: HttpRequest, satker: Satker, tahun: int, butir: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """Save a person's answer to one point; what cannot be saved is shown again with the reason."""
    if butir not in BUTIR:
        raise Http404("Butir ini tidak ada pada daftar kelengkapan.")
    d = request.POST
    jawaban, catatan = d.get("jawaban", ""), d.get("catatan", "")[:1000]
    versi = d.get("versi", "")
    try:
        jawab_butir(
            satker=satker, tahun=tahun, triwulan=triwulan, kode=butir, jawaban=jawaban, catatan=catatan,
            versi=int(versi) if versi.isdecimal() else -1, oleh=request.user,
        )  # fmt: skip
    except Bentrok as galat:
        return _halaman(
            request, satker, tahun, triwulan, Isian(butir, jawaban, catatan, galat.pesan, galat.versi), status=409
        )
    except GalatDomain as galat:
        return _halaman(request, satker, tahun, triwulan, Isian(butir, jawaban, catatan, galat.pesan), status=422)
    messages.success(request, f"Jawaban butir {butir} tersimpan.")
    return redirect(f"{reverse('kelengkapan', args=[satker.kunci, tahun, triwulan])}{_saring(request)}#butir-{butir}")


@require_POST
@perlu(Izin.AJUKAN_LAPORAN)
def ajukan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Hand the report in."""
    return _langkah(request, satker, tahun, triwulan, ajukan_laporan, "Laporan diajukan kepada kepala.")


@require_POST
@perlu(Izin.AJUKAN_LAPORAN)
def tarik(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Take back what was handed in."""
    return _langkah(
        request, satker, tahun, triwulan, tarik_laporan, "Pengajuan ditarik; laporan dapat ditulis kembali."
    )


@require_POST
@perlu(Izin.KEMBALIKAN_LAPORAN)
def kembalikan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Return the report with what is to be mended."""
    alasan = request.POST.get("alasan", "")[:2000]
    return _langkah(
        request, satker, tahun, triwulan, kembalikan_laporan, "Laporan dikembalikan kepada perencana.", alasan=alasan
    )


def _langkah(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, tindakan: Any, berhasil: str, **lain: Any
) -> HttpResponse:
    versi = request.POST.get("versi", "")
    try:
        tindakan(
            satker=satker,
            tahun=tahun,
            triwulan=triwulan,
            versi=int(versi) if versi.isdecimal() else -1,
            oleh=request.user,
            **lain,
        )
    except GalatDomain as galat:
        if "alasan" in lain:
            return _halaman(request, satker, tahun, triwulan, alasan=lain["alasan"], pesan=galat.pesan, status=422)
        messages.error(request, galat.pesan)
    else:
        messages.success(request, berhasil)
    return redirect("kelengkapan", satker.kunci, tahun, triwulan)


def _halaman(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    triwulan: int,
    isian: Isian | None = None,
    alasan: str = "",
    pesan: str = "",
    status: int = 200,
) -> HttpResponse:
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
    }
    try:
        k = kelengkapan_terkini(satker, tahun, triwulan)
    except GalatDomain as galat:
        return render(request, "laporan/kelengkapan.html", {**isi, "pesan_kosong": galat.pesan}, status=status)
    boleh_jawab = boleh(request.user, Izin.TULIS_NARASI, satker)
    halangan = halangan_tulis_laporan(satker, tahun, triwulan) if boleh_jawab else ""
    hanya_belum = request.GET.get("tampil") == "belum"
    tampil = [h for h in k.hasil if not (hanya_belum and h.selesai) or (isian and h.butir.kode == isian.kode)]
    taut = _Tautan(request, satker, tahun, triwulan)
    isi |= {
        "k": k,
        "laporan": keadaan_laporan(request.user, satker, tahun, triwulan),
        "ringkasan": _ringkasan(k),
        "hal_wajib": len(k.penghalang),
        "kelompok": [
            (kode, *KELOMPOK[kode], *_jumlah(k, kode), [_baris(h, taut, isian) for h in milik])
            for kode, milik in groupby(tampil, lambda h: h.butir.kelompok)
        ],
        "hanya_belum": hanya_belum,
        "belum": len(k.hasil) - k.selesai,
        "boleh_jawab": boleh_jawab and not halangan,
        "halangan": halangan,
        "isian": isian,
        "alasan": alasan,
        "pesan": pesan,
    }
    return render(request, "laporan/kelengkapan.html", isi, status=status)


def _ringkasan(k: Kelengkapan) -> list[tuple[str, int, int, str]]:
    """(label, done, all, remark) per kind."""
    belum = len(k.penghalang)
    dijawab = k.keadaan[Keadaan.PERLU_DIJAWAB]
    keterangan = {
        Jenis.WAJIB: f"{belum} hal menghalangi pengajuan" if belum else "tidak ada yang menghalangi pengajuan",
        Jenis.ANJURAN: f"{dijawab} butir menunggu jawaban" if dijawab else "tidak menghalangi pengajuan",
        Jenis.CATATAN: "untuk diketahui",
    }
    return [(j.value.capitalize(), *k.hitung(j), keterangan[j]) for j in Jenis]


def _jumlah(k: Kelengkapan, kelompok: str) -> tuple[int, int]:
    milik = [h for h in k.hasil if h.butir.kelompok == kelompok]
    return sum(h.selesai for h in milik), len(milik)


def _baris(h: HasilButir, taut: _Tautan, isian: Isian | None) -> BarisButir:
    menunggu = isinstance(h.butir, ButirPenjelasan) and not h.mengikuti  # nothing is to be explained
    pilihan = () if menunggu else tuple((p, str(JawabanButir(p).label)) for p in h.butir.pilihan)
    if h.butir.pilihan == (TIDAK_BERLAKU,):
        pilihan = ((TIDAK_BERLAKU, "Selebihnya tidak berlaku"),) if h.kurang or h.tanggapan else ()
    return BarisButir(
        h,
        *TULISAN[h.keadaan],
        kurang=tuple((x.apa, taut(x)) for x in h.kurang),
        terbuka=len(h.kurang) <= TERBUKA,
        pilihan=pilihan,
        isian=isian if isian and isian.kode == h.butir.kode else None,
    )


class _Tautan:
    """From a place to its address, for what the user may open."""

    def __init__(self, request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> None:
        self.satker = satker.kunci
        self.tahun = tahun
        self.triwulan = triwulan
        self.tulis = boleh(request.user, Izin.TULIS_NARASI, satker)
        self.draf = boleh(request.user, Izin.LIHAT_DRAF, satker)

    def __call__(self, kurang: Kurang) -> str:
        return self.alamat(kurang.letak)

    def alamat(self, letak: Letak) -> str:
        """The address; '' where the user has no page for it."""
        tahun = letak.tahun or self.tahun
        match letak.tempat:
            case Tempat.NARASI:
                nama = "tulis_narasi" if self.tulis else "versi_narasi"
                return reverse(nama, args=[self.satker, tahun, self.triwulan, letak.kunci]) if self.draf else ""
            case Tempat.KETIKAN:
                return (
                    f"{reverse('angka_ketikan', args=[self.satker, tahun, self.triwulan])}#daftar" if self.tulis else ""
                )
            case Tempat.REALISASI:
                jangkar = f"#sel-{letak.kunci}" if letak.kunci else ""
                return (
                    reverse("entri_realisasi", args=[self.satker, tahun, TAHUNAN if letak.tahun else self.triwulan])
                    + jangkar
                )
            case Tempat.ANGGARAN:
                jangkar = f"#{letak.kunci}" if letak.kunci else ""
                return reverse("entri_anggaran", args=[self.satker, tahun, self.triwulan]) + jangkar
            case Tempat.PK:
                return reverse("pk", args=[self.satker, tahun])
            case Tempat.LAPORAN:
                return reverse("laporan", args=[self.satker, tahun, self.triwulan]) + (
                    f"#{letak.kunci}" if letak.kunci else ""
                )


def _saring(request: HttpRequest) -> str:
    return "?tampil=belum" if request.GET.get("tampil") == "belum" else ""
