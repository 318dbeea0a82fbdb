"""The stored texts of a report, whichever table they live in: sections in Narasi, an indicator's four in Uraian."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak
from lakin.laporan.bagian import BagianNaskah, bagian_naskah
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, Narasi
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.simpul_naskah import celah_naskah, hitung_kata
from lakin.laporan.susun import tanpa_kata
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Uraian
from lakin.web.galat import GalatDomain
from renstra.selectors import pk_berlaku

AMBIL = "ambil alih"
"""What the trail says of a text that was taken over; the next trace at its address is a person's own."""


@dataclass(frozen=True, slots=True)
class Naskah:
    """One text as it stands: version 0 has never been written."""

    bagian: BagianNaskah
    isi: Mapping[str, Any]
    versi: int
    alamat: str
    """Key of its trail."""
    diubah: Perubahan | None = None

    @property
    def ambilan(self) -> bool:
        """Whether it was taken over from another year and nobody has written on it since."""
        return self.diubah is not None and self.diubah.tindakan == AMBIL

    @property
    def kata(self) -> int:
        """Words; a bound figure or a citation counts as one."""
        return hitung_kata(self.isi)

    @property
    def celah(self) -> int:
        """Gaps that are left to fill."""
        return len(celah_naskah(self.isi))

    @property
    def kosong(self) -> bool:
        """Whether nothing stands there, not even a gap."""
        return not self.kata and not self.celah


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Who changed something last, and when."""

    pada: datetime
    oleh: str
    tindakan: str = ""


def konteks_naskah(satker: Satker, tahun: int, triwulan: int = TAHUNAN, pengguna: Any = None) -> Konteks:
    """The report's figures, pictures and outline without its words: what texts are bound to."""
    k = konteks_laporan(satker, tahun, triwulan, pengguna)
    return replace(k, narasi=tanpa_kata(k.narasi))


def semua_naskah(satker: Satker, konteks: Konteks) -> tuple[Naskah, ...]:
    """Every slot of a report with what is written there."""
    tahun, triwulan = konteks.tahun, konteks.triwulan
    milik = Narasi.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan)
    narasi = {n.kode: (n.isi, n.versi) for n in milik}
    uraian = {kode: (u.isi, u.versi) for kode, u in _uraian(satker, tahun, triwulan).items()}
    tulisan = narasi | uraian
    bagian = bagian_naskah(konteks)
    alamat = {b.kode: alamat_naskah(satker, tahun, b, triwulan) for b in bagian}
    terakhir = _terakhir(list(alamat.values()))
    return tuple(Naskah(b, *tulisan.get(b.kode, ({}, 0)), alamat[b.kode], terakhir.get(alamat[b.kode])) for b in bagian)


def satu_naskah(
    satker: Satker, tahun: int, kode: str, konteks: Konteks | None = None, triwulan: int = TAHUNAN
) -> Naskah:
    """The text of one slot; GalatDomain where the outline has no such slot."""
    k = konteks or konteks_naskah(satker, tahun, triwulan)
    bagian = next((b for b in bagian_naskah(k) if b.kode == kode), None)
    if bagian is None:
        raise GalatDomain("Bagian ini tidak ada pada kerangka laporan. Pilih bagian dari daftar narasi.")
    return baca_satu(satker, tahun, bagian, k.triwulan)


def baca_satu(satker: Satker, tahun: int, bagian: BagianNaskah, triwulan: int = TAHUNAN) -> Naskah:
    """The text of a known slot."""
    baris: Narasi | Uraian | None
    if bagian.uraian:
        baris = _uraian(satker, tahun, triwulan).get(bagian.kode)
    else:
        baris = Narasi.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan, kode=bagian.kode).first()
    alamat = alamat_naskah(satker, tahun, bagian, triwulan)
    isi, versi = (baris.isi, baris.versi) if baris else ({}, 0)
    return Naskah(bagian, isi, versi, alamat, _terakhir([alamat]).get(alamat))


def alamat_naskah(satker: Satker, tahun: int, bagian: BagianNaskah, triwulan: int = TAHUNAN) -> str:
    """The address of a text, the key of its trail."""
    if bagian.uraian:
        indikator, judul = bagian.uraian
        return f"{satker.kunci}/{tahun}/{indikator}/uraian/tw{triwulan}/{judul}"
    return alamat_narasi(satker, tahun, bagian.kode, triwulan)


def alamat_narasi(satker: Satker, tahun: int, kode: str, triwulan: int = TAHUNAN) -> str:
    """The address of a section's text; the yearly report's names no triwulan."""
    letak = "narasi" if triwulan == TAHUNAN else f"narasi/tw{triwulan}"
    return f"{satker.kunci}/{tahun}/{letak}/{kode}"


def _uraian(satker: Satker, tahun: int, triwulan: int) -> dict[str, Uraian]:
    pk = pk_berlaku(satker, tahun)
    kode = dict(pk.butir.values_list("indikator__garis_indikator", "indikator__kode")) if pk else {}
    milik = Uraian.objects.filter(garis_indikator__in=kode, tahun=tahun, triwulan=triwulan)
    return {f"{kode[u.garis_indikator_id]}:{u.judul}": u for u in milik}


def _terakhir(alamat: list[str]) -> dict[str, Perubahan]:
    semua = Jejak.objects.filter(alamat__in=alamat).select_related("oleh").defer("sebelum", "sesudah").order_by("urut")
    return {j.alamat: Perubahan(j.pada, nama_pelaku(j), j.tindakan) for j in semua}
