"""The top navigation: what a role may open, for the satker that the page is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from lakin.alur.kabar import belum_dibaca
from lakin.banding.isian import mengisi
from lakin.dasbor.panduan import bantuan
from lakin.dasbor.periode import kerja
from lakin.organisasi.enums import Peran
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh, peran_utama, satker_sendiri

register = template.Library()

HALAMAN_SATKER = (
    ("Ringkasan", "ringkasan"),
    ("PK", "pk"),
    ("Realisasi", "entri_realisasi"),
    ("Anggaran", "entri_anggaran"),
    ("Bukti", "daftar_bukti"),
    ("Koreksi", "koreksi"),
    ("LAKIN", "laporan"),
)
KETERKAITAN = ("keterkaitan", "peta_strategi")
GULUNGAN = ("gulung", "rinci_gulung")
PER_TRIWULAN = ("entri_realisasi", "entri_anggaran")


@dataclass(frozen=True, slots=True)
class Butir:
    """One link of the navigation."""

    teks: str
    url: str
    kini: bool = False


@dataclass(frozen=True, slots=True)
class Navigasi:
    """All of the head of a page."""

    butir: tuple[Butir, ...] = ()
    satker: str = ""
    """Short name of the satker that the page is about, for people who see many."""
    butir_satker: tuple[Butir, ...] = ()
    """Its pages, in a row of their own; whoever has one satker finds them among ``butir``."""
    peran: str = ""
    contoh: bool = False
    bantuan: str = ""
    kabar: int = 0
    """Notices that were not read."""


@register.simple_tag(takes_context=True)
def navigasi(context: template.Context) -> Navigasi:
    """Return the navigation of the signed-in user, empty for anybody else."""
    contoh = settings.CONTOH
    request = context.get("request")
    pengguna = getattr(request, "user", None)
    if request is None or pengguna is None or not pengguna.is_authenticated:
        return Navigasi(contoh=contoh)
    cocok = request.resolver_match
    nama, kwargs = (cocok.url_name or "", cocok.kwargs) if cocok else ("", {})
    peran = peran_utama(pengguna)
    butir = [Butir("Beranda", reverse("beranda"), nama == "beranda")]
    sendiri = satker_sendiri(pengguna)
    if sendiri is None and boleh(pengguna, Izin.LIHAT_RINGKAS):
        butir.append(Butir("Satker", reverse("daftar_satker"), nama == "daftar_satker"))
    katalog = Butir("Katalog", reverse("daftar_katalog"), nama in ("daftar_katalog", "satu_katalog"))
    if sendiri is None:
        butir.append(katalog)
    if boleh(pengguna, Izin.REVIU) or boleh(pengguna, Izin.ATUR_REVIU):
        butir.append(Butir("Reviu", reverse("daftar_reviu"), nama == "daftar_reviu"))
    if boleh(pengguna, Izin.TELAAH):
        butir.append(Butir("Papan", reverse("papan"), nama == "papan"))
        butir.append(Butir("Indikator BSKJI", reverse("gulung_terbaru"), nama in GULUNGAN))
        butir.append(Butir("Keterkaitan", reverse("keterkaitan"), nama in KETERKAITAN))
    if boleh(pengguna, Izin.BANDINGKAN):
        butir.append(Butir("Banding", reverse("banding"), nama.endswith("banding")))
    if boleh(pengguna, Izin.KELOLA_PERIODE):
        butir.append(Butir("Periode", reverse("daftar_periode"), nama in ("daftar_periode", "satu_periode")))
    dipakai = context.get("satker")
    satker = dipakai if isinstance(dipakai, Satker) else sendiri
    halaman: list[Butir] = []
    if satker is not None and boleh(pengguna, Izin.LIHAT_SATKER, satker):
        halaman = _butir_satker(satker, nama, kwargs)
        if mengisi(satker) and boleh(pengguna, Izin.ISI_REALISASI, satker):
            halaman.append(_butir_isian(satker, nama, kwargs))
    if sendiri is not None:
        butir += [*halaman, katalog]
        halaman = []
    singkatan = satker.singkatan if satker is not None and halaman else ""
    kabar = belum_dibaca(pengguna)
    return Navigasi(
        tuple(butir), singkatan, tuple(halaman), _sebutan(peran, sendiri), contoh, bantuan(nama, peran), kabar
    )


def _butir_isian(satker: Satker, nama: str, kwargs: dict[str, Any]) -> Butir:
    k = kerja(satker.induk or satker, timezone.localdate(), kwargs.get("tahun"))
    arg = {"satker": satker.kunci, "tahun": k.tahun, "triwulan": kwargs.get("triwulan", k.triwulan)}
    return Butir("Isian BSKJI", reverse("isian_bskji", kwargs=arg), nama == "isian_bskji")


def _butir_satker(satker: Satker, nama: str, kwargs: dict[str, Any]) -> list[Butir]:
    k = kerja(satker, timezone.localdate(), kwargs.get("tahun"))
    hasil: list[Butir] = []
    for teks, tujuan in HALAMAN_SATKER:
        arg: dict[str, Any] = {"satker": satker.kunci, "tahun": k.tahun}
        if tujuan in PER_TRIWULAN:
            arg["triwulan"] = kwargs.get("triwulan", k.triwulan)
        hasil.append(Butir(teks, reverse(tujuan, kwargs=arg), nama == tujuan))
    return hasil


def _sebutan(peran: Peran | None, sendiri: Satker | None) -> str:
    if peran is None:
        return "Belum ada penugasan"
    return f"{peran.label} · {sendiri.singkatan}" if sendiri else str(peran.label)
