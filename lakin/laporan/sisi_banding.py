"""What two reports may be compared: approved versions, the present draft, last year's report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from lakin.laporan.konteks import Konteks
from lakin.laporan.models import Terbitan
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.terbitan import konteks_terbitan, saat, satu_terbitan, terbitan_lengkap
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain

DRAF, LALU = "draf", "lalu"


@dataclass(frozen=True, slots=True)
class Sisi:
    """A report that can be chosen: its code in the address ('v1', 'draf', 'lalu'), its name, its page."""

    kode: str
    nama: str
    halaman: str
    tahun: int
    nomor: int = 0

    @property
    def singkat(self) -> str:
        """The name without its moment, for the head of a column."""
        return self.nama.partition(", disahkan")[0]


def pilihan_sisi(satker: Satker, tahun: int, triwulan: int, *, draf: bool) -> tuple[Sisi, ...]:
    """The reports that can be compared, oldest first; drafts only for those who may see them."""
    hasil: list[Sisi] = []
    lalu = terbitan_lengkap(satker, tahun - 1, triwulan).first()
    if lalu is not None:
        hasil.append(
            Sisi(LALU, f"Tahun {tahun - 1}, versi {lalu.nomor}", _halaman(lalu, satker), tahun - 1, lalu.nomor)
        )
    elif draf:
        halaman = reverse("laporan", args=[satker.kunci, tahun - 1, triwulan])
        hasil.append(Sisi(LALU, f"Tahun {tahun - 1} (draf)", halaman, tahun - 1))
    for t in reversed(terbitan_lengkap(satker, tahun, triwulan)):
        hasil.append(Sisi(f"v{t.nomor}", f"Versi {t.nomor}, disahkan {saat(t)}", _halaman(t, satker), tahun, t.nomor))
    if draf:
        hasil.append(Sisi(DRAF, "Draf terkini", reverse("laporan", args=[satker.kunci, tahun, triwulan]), tahun))
    return tuple(hasil)


def pilih_dua(pilihan: tuple[Sisi, ...], a: str, b: str) -> tuple[Sisi, Sisi] | None:
    """The two that were asked for, else the newest and the one before it; None where there is but one."""
    if len(pilihan) < 2:
        return None
    menurut = {s.kode: s for s in pilihan}
    kedua = menurut.get(b, pilihan[-1])
    lain = [s for s in pilihan if s.kode != kedua.kode]
    sebelum = [s for s in lain if s.kode != LALU] or lain
    return menurut.get(a, sebelum[-1]), kedua


def konteks_sisi(satker: Satker, triwulan: int, sisi: Sisi, pengguna: Any = None) -> Konteks:
    """The inputs of one side, of a draft what ``pengguna`` may see; GalatDomain where there are none."""
    if sisi.nomor:
        return konteks_terbitan(satu_terbitan(satker, sisi.tahun, sisi.nomor, triwulan))
    try:
        return konteks_laporan(satker, sisi.tahun, triwulan, pengguna)
    except GalatDomain as galat:
        raise GalatDomain(f"{sisi.nama} tidak dapat dibandingkan. {galat.pesan}") from galat


def _halaman(t: Terbitan, satker: Satker) -> str:
    laporan = t.laporan
    return reverse("versi_laporan", args=[satker.kunci, laporan.tahun, laporan.triwulan, t.nomor])
