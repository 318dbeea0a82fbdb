"""An approved version for tests, made through the services; its file is small, since few tests read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lakin.cetak.pdf import HasilPdf
from lakin.laporan.beku import beku, sidik
from lakin.laporan.enums import KeadaanLaporan
from lakin.laporan.kerangka import Kerangka
from lakin.laporan.kode_terbitan import kode_baru
from lakin.laporan.models import Laporan, Terbitan
from lakin.laporan.pengajuan import ajukan_laporan
from lakin.laporan.pengesahan import Penyah, buka_laporan, sahkan_laporan, simpan_berkas
from lakin.laporan.selectors import laporan_satker
from lakin.laporan.terbitan import konteks_terbitan, satu_terbitan
from lakin.organisasi.models import Satker

PENYAH = Penyah("Azhar Fitri", "Kepala Balai Besar", "197001011990031001", "Plt.")


def sahkan(satker: Satker, oleh: Any, tahun: int = 2023) -> Terbitan:
    """Hand a report in and approve it; its file is still to be made."""
    ajukan_laporan(satker=satker, tahun=tahun, versi=laporan_satker(satker, tahun).versi, oleh=oleh)
    versi = laporan_satker(satker, tahun).versi
    return sahkan_laporan(satker=satker, tahun=tahun, versi=versi, penyah=PENYAH, oleh=oleh)


def terbitkan(satker: Satker, oleh: Any, tahun: int = 2023) -> Terbitan:
    """Approve, with a file of a few bytes, and open the report again."""
    t = sahkan(satker, oleh, tahun)
    simpan_berkas(terbitan=t, hasil=HasilPdf({}, 1, b"%PDF-1.7 " + t.kode.encode()))
    buka(satker, oleh, tahun)
    return satu_terbitan(satker, tahun, t.nomor)


def buka(satker: Satker, oleh: Any, tahun: int = 2023) -> None:
    """Open an approved report for a correction."""
    versi = laporan_satker(satker, tahun).versi
    buka_laporan(satker=satker, tahun=tahun, versi=versi, alasan="Satu baris salah ketik.", oleh=oleh)


def salin_triwulan(t: Terbitan, triwulan: int) -> Terbitan:
    """The same version under the report of a triwulan, which stands approved."""
    milik, sah = t.laporan, KeadaanLaporan.DISAHKAN
    laporan = Laporan.objects.create(satker=milik.satker, tahun=milik.tahun, triwulan=triwulan, keadaan=sah)
    lain = Terbitan.objects.get(pk=t.pk)
    lain.pk, lain.laporan, lain.kode = None, laporan, kode_baru()
    lain.save(force_insert=True)
    simpan_berkas(terbitan=lain, hasil=HasilPdf({}, 1, b"%PDF-1.7 " + lain.kode.encode()))
    return lain


def perkecil(t: Terbitan) -> Terbitan:
    """The same approval with one chapter of the outline, which is laid out quickly."""
    konteks = konteks_terbitan(t)
    kecil = replace(konteks, kerangka=Kerangka("LAKIN", konteks.kerangka.bab[-1:]))
    Terbitan.objects.filter(pk=t.pk).update(isi=beku(kecil), sidik=sidik(kecil))
    return Terbitan.objects.get(pk=t.pk)
