"""What stands between a triwulan and its handing in: blanks, impossible values, odd ones without a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lakin.alur.models import Periode
from lakin.capaian.hasil import Hasil
from lakin.kaidah.isian.deklarasi import Konteks
from lakin.kaidah.isian.katalog import periksa
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri import kelengkapan
from lakin.pengukuran.models import CatatanIsian
from lakin.pengukuran.selectors_bukti import tanpa_bukti_wajib
from lakin.pengukuran.serupa import Serupa, serupa

BUKTI = "bukti"


class JenisHal(StrEnum):
    """How heavy a finding is."""

    TIDAK_MUNGKIN = "tidak mungkin"
    """Blocks handing in, never typing."""
    KOSONG = "belum diisi"
    """Blocks handing in until it is filled, or the blanks are said to be meant."""
    JANGGAL = "janggal"
    """Needs a note before handing in, which reviewers see."""
    CATATAN = "catatan"
    """Only told."""


@dataclass(frozen=True, slots=True)
class Hal:
    """One finding: which rule, at which figure, in which words, where it is mended, and the note that answers it."""

    jenis: JenisHal
    kaidah: str
    alamat: str
    judul: str
    pesan: str
    jangkar: str = ""
    sidik: str = ""
    catatan: str = ""

    @property
    def menghalangi(self) -> bool:
        """Whether it blocks handing in as it stands."""
        return self.jenis is JenisHal.TIDAK_MUNGKIN or (self.jenis is JenisHal.JANGGAL and not self.catatan.strip())


@dataclass(frozen=True, slots=True)
class Ajuan:
    """A triwulan before it is handed in."""

    periode: Periode
    hal: tuple[Hal, ...]
    terisi: int
    jumlah: int

    @property
    def kosong(self) -> tuple[Hal, ...]:
        """What nobody has filled in."""
        return tuple(h for h in self.hal if h.jenis is JenisHal.KOSONG)

    @property
    def halangan(self) -> tuple[Hal, ...]:
        """What blocks handing in: also the blanks, unless they are said to be meant."""
        kosong = () if self.periode.lengkap else self.kosong
        return (*kosong, *(h for h in self.hal if h.menghalangi))


def ajuan(periode: Periode, hasil: Hasil) -> Ajuan:
    """Return what a triwulan looks like to whom it is handed in."""
    lengkap = kelengkapan(hasil, periode.triwulan)
    hal = (
        *_kosong(hasil, lengkap.kurang),
        *_tanpa_bukti(periode, hasil),
        *hal_kaidah(hasil, periode.triwulan, serupa(periode.satker, periode.tahun) if periode.triwulan == 4 else None),
    )
    return Ajuan(periode, _dengan_catatan(periode, hal), lengkap.terisi, lengkap.jumlah)


def _kosong(hasil: Hasil, kurang: tuple[tuple[str, str], ...]) -> tuple[Hal, ...]:
    akar = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}"
    return tuple(
        Hal(
            JenisHal.KOSONG,
            "kosong",
            f"{akar}/{kode}",
            f"{kode} {hasil.indikator[kode].fakta.nama}",
            f"Belum diisi: {apa}.",
            f"sel-{kode}-fisik" if apa.startswith("fisik") else f"sel-{kode}",
        )
        for kode, apa in kurang
    )


def _tanpa_bukti(periode: Periode, hasil: Hasil) -> tuple[Hal, ...]:
    """At the year's end the documents that an indicator's manual asks for."""
    if periode.triwulan != 4:
        return ()
    return tuple(
        Hal(
            JenisHal.KOSONG,
            BUKTI,
            f"{periode.satker.kunci}/{periode.tahun}/{kode}",
            f"{kode} {nama}",
            f"Pedoman {kode} meminta dokumen bukti, dan belum ada berkas yang diunggah.",
            f"sel-{kode}",
        )
        for kode, nama in tanpa_bukti_wajib(periode.satker, periode.tahun, hasil)
    )


def hal_kaidah(hasil: Hasil, triwulan: int, lain: Serupa | None = None) -> tuple[Hal, ...]:
    """What the checks of entries find in a triwulan; ``lain`` are like satkers' values."""
    return tuple(
        Hal(JenisHal(t.jenis), t.kaidah, t.alamat, t.judul, t.pesan, t.jangkar, t.sidik)
        for t in periksa(Konteks(hasil, triwulan, lain or {}))
    )


def tanda_lunak(hasil: Hasil, triwulan: int, kode: set[str]) -> list[dict[str, str]]:
    """What the entry page says beside the indicators' fields after a save; it blocks nothing."""
    medan = {f"sel-{k}{apa}" for k in kode for apa in ("", "-fisik")}
    return [
        {"id": h.jangkar, "jenis": h.jenis.value, "pesan": h.pesan}
        for h in hal_kaidah(hasil, triwulan)
        if h.jangkar in medan and h.jenis is not JenisHal.CATATAN and _milik_triwulan(h, triwulan)
    ]


def hal_sel(satker: Satker, hasil: Hasil, triwulan: int, jangkar: str) -> tuple[Hal, ...]:
    """Everything that the checks say of one field, also what is only told."""
    lain = serupa(satker, hasil.fakta.tahun) if triwulan == 4 else None
    return tuple(h for h in hal_kaidah(hasil, triwulan, lain) if h.jangkar == jangkar and _milik_triwulan(h, triwulan))


def _milik_triwulan(h: Hal, triwulan: int) -> bool:
    """Whether it is mended in this triwulan's field rather than in an earlier one's."""
    tw = re.search(r"/tw([1-4])(?:/|$)", h.alamat)
    return tw is None or int(tw[1]) == triwulan


def _dengan_catatan(periode: Periode, hal: tuple[Hal, ...]) -> tuple[Hal, ...]:
    catatan = {
        (c.alamat, c.kaidah): c
        for c in CatatanIsian.objects.filter(
            satker_id=periode.satker_id, tahun=periode.tahun, triwulan=periode.triwulan
        )
    }

    def pasang(h: Hal) -> Hal:
        milik = catatan.get((h.alamat, h.kaidah))
        if milik is None or (h.sidik and milik.sidik != h.sidik):
            return h
        return Hal(h.jenis, h.kaidah, h.alamat, h.judul, h.pesan, h.jangkar, h.sidik, milik.isi)

    return tuple(pasang(h) for h in hal)
