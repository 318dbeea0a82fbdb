"""The pictures of a report: which there are, where they stand, and their bytes for whoever may see them."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.angka import nama_triwulan
from lakin.berkas.models import Berkas
from lakin.laporan.bagian import PISAH, BagianNaskah, bagian_naskah
from lakin.laporan.models import TAHUNAN, Foto, IsiFoto
from lakin.laporan.naskah import konteks_naskah
from lakin.laporan.selectors import teks_laporan
from lakin.laporan.simpul_naskah import kode_foto
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@dataclass(frozen=True, slots=True)
class Pemakaian:
    """A text in which a picture stands: the code of its slot, its heading, and the triwulan of its report."""

    bagian: str
    judul: str
    triwulan: int


@dataclass(frozen=True, slots=True)
class FotoTerpakai:
    """A picture with the texts in which it stands."""

    foto: Foto
    pemakaian: tuple[Pemakaian, ...]


def semua_foto(satker: Satker, tahun: int) -> tuple[FotoTerpakai, ...]:
    """Every picture of a satker's year, those without their words first, the newest next."""
    pemakaian = pemakaian_foto(satker, tahun)
    semua = Foto.objects.filter(satker=satker, tahun=tahun).select_related("berkas", "satker").order_by("-pk")
    return tuple(FotoTerpakai(f, pemakaian.get(f.kode, ())) for f in sorted(semua, key=lambda f: f.lengkap))


def pemakaian_foto(satker: Satker, tahun: int) -> dict[str, tuple[Pemakaian, ...]]:
    """Code of a picture -> the texts in which it stands, of all reports of the year."""
    hasil: dict[str, tuple[Pemakaian, ...]] = {}
    for triwulan in range(1, TAHUNAN + 1):
        teks = teks_laporan(satker, tahun, triwulan)
        milik = {**teks.bagian, **{PISAH.join(kunci): isi for kunci, isi in teks.uraian.items()}}
        terpakai = [(bagian, kode) for bagian, isi in milik.items() for kode in dict.fromkeys(kode_foto(isi))]
        nama = _nama_bagian(satker, tahun, triwulan) if terpakai else {}
        for bagian, kode in terpakai:
            hasil[kode] = (*hasil.get(kode, ()), Pemakaian(bagian, nama.get(bagian, bagian), triwulan))
    return hasil


def isi_foto(satker: Satker, tahun: int, sidik: str) -> Berkas | None:
    """The file of a picture that this satker's year shows, or has shown in a released report."""
    cocok = IsiFoto.objects.filter(satker=satker, tahun=tahun, berkas__sidik=sidik).select_related("berkas").first()
    return cocok.berkas if cocok else None


def _nama_bagian(satker: Satker, tahun: int, triwulan: int) -> dict[str, str]:
    akhiran = "" if triwulan == TAHUNAN else f" (laporan {nama_triwulan(triwulan)})"
    try:
        return {b.kode: _sebutan(b) + akhiran for b in bagian_naskah(konteks_naskah(satker, tahun, triwulan))}
    except GalatDomain:
        return {}  # without a PK there is no outline to name the slots by


def _sebutan(b: BagianNaskah) -> str:
    return f"{b.kelompok} · {b.judul}" if b.kelompok != b.judul else b.judul
