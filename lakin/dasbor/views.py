"""Home per role, the list of satkers, the overview of one, the explanation of a figure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lakin.alur.selectors import triwulan_tertutup
from lakin.angka import nama_triwulan
from lakin.banding.rilis import terbuka
from lakin.capaian.hasil import Hasil
from lakin.dasbor.bagan import gambar
from lakin.dasbor.laporan_sah import laporan_sah
from lakin.dasbor.menunggu import menunggu
from lakin.dasbor.perhatian import perhatian
from lakin.dasbor.periode import kerja
from lakin.dasbor.ringkasan import kelompok, pohon, sorotan, tujuan
from lakin.dasbor.selectors import daftar, daftar_pengguna, rekap, satker_tampak, tahun_ber_pk
from lakin.dasbor.tugas import tenggat, tugas, tugas_lakin
from lakin.dasbor.views_papan import isi_papan
from lakin.laporan.models import TAHUNAN
from lakin.laporan.views_daftar_reviu import isi_daftar, tahun_reviu
from lakin.organisasi.enums import Peran
from lakin.organisasi.gerbang import perlu, semua_pengguna
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh, peran_utama, satker_sendiri
from lakin.pengukuran.selectors import hasil_terkini
from lakin.web.galat import GalatDomain

RIWAYAT_RINGKAS = 5


@semua_pengguna
@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Show what is due now for the user's role."""
    peran = peran_utama(request.user)
    if peran is None:
        return render(request, "dasbor/tanpa_peran.html")
    if peran is Peran.ADMINISTRATOR:
        return _beranda_administrator(request)
    satker = satker_sendiri(request.user)
    if satker is not None:
        return _beranda_satker(request, satker)
    if peran is Peran.APIP:
        tahun = next(iter(tahun_reviu()), timezone.localdate().year)
        return render(request, "dasbor/beranda_apip.html", isi_daftar(request, tahun))
    if peran is Peran.AUDITOR:
        cari = request.GET.get("laporan", "")[:80]
        isi = {"sah": laporan_sah(request.user, cari), "cari_laporan": cari}
        return _daftar(request, "dasbor/beranda_auditor.html", isi, hanya_ber_pk=True)
    if boleh(request.user, Izin.TELAAH):
        return render(request, "dasbor/beranda_sekretariat.html", isi_papan(request))
    return _daftar(request, "dasbor/beranda_pembaca.html")


def _beranda_satker(request: HttpRequest, satker: Satker) -> HttpResponse:
    k = kerja(satker, timezone.localdate())
    isi: dict[str, Any] = {
        "satker": satker,
        "nama": _nama(satker, k.tahun),
        "tahun": k.tahun,
        "triwulan": k.triwulan,
        "nama_triwulan": nama_triwulan(k.triwulan),
        "periode": k.periode,
        "kini": k.kini,
        "tenggat": tenggat(k.kini, timezone.localdate()),
        "boleh_isi": boleh(request.user, Izin.ISI_REALISASI, satker),
        "menunggu": menunggu(request.user, satker),
        "perhatian": perhatian(request.user, satker, k.periode, timezone.localdate()),
    }
    hasil, pesan = _hasil(request.user, satker, k.tahun)
    if hasil is None:
        return render(request, "dasbor/beranda_satker.html", {**isi, "pesan": pesan})
    isi |= {"tugas": tugas(hasil, k.triwulan), "sorotan": sorotan(hasil, k.triwulan)}
    if k.triwulan == TAHUNAN:
        isi["lakin"] = tugas_lakin(request.user, satker, k.tahun)
    return render(request, "dasbor/beranda_satker.html", isi)


def _beranda_administrator(request: HttpRequest) -> HttpResponse:
    cari = request.GET.get("cari", "")[:80]
    pengguna = list(daftar_pengguna(cari))
    peran = Counter(t.peran for p in pengguna for t in p.penugasan.all())
    isi = {"pengguna": pengguna, "cari": cari, "peran": [(p.label, peran[p]) for p in Peran]}
    return render(request, "dasbor/beranda_administrator.html", isi)


@perlu(Izin.LIHAT_RINGKAS)
@require_safe
def daftar_satker(request: HttpRequest) -> HttpResponse:
    """List the satkers that the user may see, with their state and completeness per triwulan."""
    return _daftar(request, "dasbor/daftar_satker.html")


def _daftar(
    request: HttpRequest, templat: str, lain: dict[str, Any] | None = None, *, hanya_ber_pk: bool = False
) -> HttpResponse:
    cari = request.GET.get("cari", "")[:80]
    pilihan = tahun_ber_pk()
    tahun = _tahun(request.GET.get("tahun", ""), pilihan)
    baris = [b for b in daftar(satker_tampak(request.user, cari), tahun) if b.ada_pk or not hanya_ber_pk]
    isi = {
        **(lain or {}),
        "baris": baris,
        "rekap": rekap(baris),
        "cari": cari,
        "tahun_dipilih": tahun,
        "pilihan_tahun": pilihan,
        "ber_pk": sum(1 for b in baris if b.ada_pk),
        "boleh_buka": boleh(request.user, Izin.LIHAT_SATKER),
    }
    return render(request, templat, isi)


def _tahun(teks: str, pilihan: list[int]) -> int:
    if teks.isdecimal() and int(teks) in pilihan:
        return int(teks)
    return pilihan[0] if pilihan else timezone.localdate().year


@perlu(Izin.LIHAT_SATKER)
@require_safe
def ringkasan(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show the figures of a satker's year."""
    k = kerja(satker, timezone.localdate(), tahun)
    pilihan = request.GET.get("tw", "")
    triwulan = int(pilihan) if pilihan in ("1", "2", "3", "4") else k.triwulan
    isi = {
        "satker": satker,
        "nama": _nama(satker, tahun),
        "tahun": tahun,
        "triwulan": triwulan,
        "semua_triwulan": [(t, nama_triwulan(t)) for t in (1, 2, 3, 4)],
        "periode": next((p for p in k.periode if p.triwulan == triwulan), None),
    }
    isi["tertutup"] = (tahun, triwulan) in triwulan_tertutup(request.user, satker)
    hasil, pesan = _hasil(request.user, satker, tahun)
    if hasil is None:
        return render(request, "dasbor/ringkasan.html", {**isi, "pesan": pesan})
    isi |= {
        "sorotan": sorotan(hasil, triwulan),
        "kelompok": kelompok(hasil, triwulan),
        "tujuan": tujuan(hasil),
        "pohon": pohon(hasil),
        "total": hasil.anggaran.total,
        "gambar": gambar(hasil),
        "akhir": triwulan == 4,
        "banding": boleh(request.user, Izin.LIHAT_ISIAN, satker) and bool(terbuka(request.user, tahun)),
    }
    return render(request, "dasbor/ringkasan.html", isi)


def _hasil(pengguna: Any, satker: Satker, tahun: int) -> tuple[Hasil | None, str]:
    """The figures of a satker's year that the user may see, or the sentence that says why there are none."""
    try:
        return hasil_terkini(satker, tahun, pengguna), ""
    except GalatDomain as galat:
        return None, galat.pesan


def _nama(satker: Satker, tahun: int) -> str:
    nama = satker.nama_pada(date(tahun, 12, 31))
    return nama.nama if nama else satker.singkatan
