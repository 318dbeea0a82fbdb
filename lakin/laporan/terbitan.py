"""Approved versions of a report, read back: their inputs, their numbered tree, their file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from lakin.angka import tulis_tanggal
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Pengesahan
from lakin.laporan.beku import cair
from lakin.laporan.kode_terbitan import tulis_kode
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, Terbitan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain

BERAT = ("isi", "bukti")
"""Columns that only the making of a report needs."""


def semua_terbitan(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> QuerySet[Terbitan]:
    """The versions of a report, newest first, also those whose file is still being made."""
    milik = Terbitan.objects.filter(laporan__satker=satker, laporan__tahun=tahun, laporan__triwulan=triwulan)
    return milik.select_related("laporan__satker", "berkas").defer(*BERAT)


def terbitan_lengkap(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> QuerySet[Terbitan]:
    """The versions whose file is stored, newest first: what others than the satker may see."""
    return semua_terbitan(satker, tahun, triwulan).filter(berkas__isnull=False)


def satu_terbitan(satker: Satker, tahun: int, nomor: int, triwulan: int = TAHUNAN) -> Terbitan:
    """One complete version; GalatDomain where there is none."""
    ada = terbitan_lengkap(satker, tahun, triwulan).filter(nomor=nomor).first()
    if ada is None:
        raise GalatDomain(f"Versi {nomor} laporan ini tidak ada atau pengesahannya belum selesai.")
    return ada


def terbitan_berkode(satker: Satker, kode: str) -> Terbitan | None:
    """A complete version of a satker's by its code."""
    return Terbitan.objects.filter(kode=kode, laporan__satker=satker, berkas__isnull=False).first()


def konteks_terbitan(terbitan: Terbitan) -> Konteks:
    """The inputs as they were approved."""
    return cair(terbitan.isi)


def bernomor_terbitan(terbitan: Terbitan, konteks: Konteks | None = None) -> Bernomor:
    """The approved report, numbered, with its approval on the cover."""
    return susun_bernomor(konteks or konteks_terbitan(terbitan), pengesahan(terbitan))


def pengesahan(t: Terbitan) -> Pengesahan:
    """What the cover says of the approval."""
    situs = settings.ALAMAT_SITUS.rstrip("/")
    nip = f", NIP {t.nip}" if t.nip else ""
    return Pengesahan(
        kode=tulis_kode(t.kode),
        alamat=f"{situs}/periksa/{t.kode}/",
        periksa=f"{situs}/periksa/",
        baris=(
            f"Versi {t.nomor}, disahkan pada {saat(t)}",
            f"{t.nama}{nip}",
            t.pejabat,
            f"Titik periksa jejak nomor {t.jejak_urut}: {_berkelompok(t.jejak_sidik)}",
        ),
    )


def catatan_pengesahan(t: Terbitan) -> dict[str, Any]:
    """The approval of a complete version as JSON values: who, when, its code, and what it was computed from."""
    laporan, berkas = t.laporan, t.berkas
    return {
        "laporan": {"satker": laporan.satker.kode, "tahun": laporan.tahun, "triwulan": laporan.triwulan},
        "versi": t.nomor,
        "kode": tulis_kode(t.kode),
        "periksa": pengesahan(t).alamat,
        "disahkan_pada": timezone.localtime(t.disahkan_pada).isoformat(),
        "oleh": {"nama": t.nama, "nip": t.nip, "jabatan": t.pejabat},
        "sidik_masukan": t.sidik,
        "sidik_bagian": t.sidik_bagian,
        "jejak": {"urut": t.jejak_urut, "sidik": t.jejak_sidik},
        "pdf": {"sidik": berkas.sidik, "ukuran": berkas.ukuran, "halaman": berkas.halaman},
        "mesin": berkas.mesin,
    }


def saat(t: Terbitan) -> str:
    """When it was approved, by the clock of the office."""
    setempat = timezone.localtime(t.disahkan_pada)
    return f"{tulis_tanggal(setempat.date())} pukul {setempat:%H.%M}"


def pdf_terbitan(t: Terbitan) -> Path:
    """Where the approved PDF lies."""
    return Path(settings.MEDIA_ROOT) / t.berkas.nama


def _berkelompok(sidik: str) -> str:
    return " ".join(sidik[n : n + 16] for n in range(0, len(sidik), 16)) or "kosong"
