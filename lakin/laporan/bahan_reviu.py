"""What a reviu is read against: the report as it stands now, or as it was approved."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.laporan.butir_reviu import MenurutData, menurut_data
from lakin.laporan.kelengkapan.deklarasi import Berkas
from lakin.laporan.kelengkapan.katalog import periksa
from lakin.laporan.letak_reviu import LetakLaporan, letak_konteks, letak_laporan
from lakin.laporan.models import Laporan, Reviu, Terbitan
from lakin.laporan.periksa_laporan import kelengkapan_terkini, tanggapan
from lakin.laporan.selectors_reviu import reviu_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.laporan.terbitan import konteks_terbitan
from lakin.pengukuran.selectors import Terkini


@dataclass(frozen=True, slots=True)
class BahanReviu:
    """The places of a report and what its data answer to the checklist."""

    letak: LetakLaporan
    data: dict[str, MenurutData]


def bahan_reviu(reviu: Reviu) -> BahanReviu:
    """Return what a reviu is read against; of an approved version its frozen inputs, which never change."""
    laporan = reviu.laporan
    satker, tahun = laporan.satker, laporan.tahun
    terbitan = Terbitan.objects.filter(laporan=laporan, nomor=reviu.nomor).first()
    if terbitan is None:
        return BahanReviu(letak_laporan(satker, tahun), menurut_data(kelengkapan_terkini(satker, tahun)))
    sah = terbitan

    def buat() -> BahanReviu:
        konteks = konteks_terbitan(sah)
        berkas = Berkas(konteks, susun_bernomor(konteks), tanggapan(satker, tahun))
        return BahanReviu(letak_konteks(konteks), menurut_data(periksa(berkas)))

    return Terkini(satker).ambil(("bahan-reviu", tahun, sah.kode), buat)


def reviu_versi(laporan: Laporan, versi: str) -> Reviu | None:
    """The reviu of a version by its number, as an address names it; of the one that is being made where it is ''."""
    if not versi:
        return reviu_laporan(laporan)
    if not laporan.pk or not versi.isdecimal() or len(versi) > 4:
        return None
    return Reviu.objects.filter(laporan=laporan, nomor=int(versi)).select_related("laporan").first()
