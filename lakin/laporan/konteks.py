"""What a report is made of: frozen inputs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lakin.angka import Nilai, nama_triwulan, tulis_tanggal
from lakin.capaian.banding import Pembanding
from lakin.capaian.fakta import Fakta, FSatker
from lakin.capaian.hasil import Hasil, HasilIndikator, HasilSasaran, HasilTujuan
from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.pohon import Foto
from lakin.laporan.kerangka import Kerangka
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.pernyataan_reviu import PernyataanReviu


@dataclass(frozen=True, slots=True)
class FotoLaporan:
    """All of a picture but its bytes, which ``sidik`` (their SHA-256) names; sizes are pixels."""

    kode: str
    judul: str
    alt: str
    sidik: str
    jenis: str
    lebar: int
    tinggi: int
    sumber: str = ""
    tanggal: date | None = None
    tempat: str = ""

    def blok(self, *, setengah: bool = False) -> Foto:
        """The picture as a part of the document."""
        catatan = (tulis_tanggal(self.tanggal),) if self.tanggal else ()
        return Foto(
            self.kode, self.judul, self.alt, self.sidik, self.jenis, self.lebar, self.tinggi,
            self.sumber, catatan, setengah,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Teks:
    """What people wrote: documents by the code of their section, and the four headings of each indicator."""

    bagian: Mapping[str, Any] = field(default_factory=dict)
    uraian: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    """(code of the indicator, heading) -> document."""
    foto: Mapping[str, FotoLaporan] = field(default_factory=dict)
    """The pictures that may be inserted, by code."""


@dataclass(frozen=True, slots=True)
class UbahanKoreksi:
    """A figure that a correction changed, by the address of its cell or raw row."""

    alamat: str
    tentang: str
    lama: Nilai | str
    baru: Nilai | str


@dataclass(frozen=True, slots=True)
class KoreksiLaporan:
    """An approved correction of data that had been verified, with what was changed under it."""

    triwulan: int
    alasan: str
    disetujui: date
    ubahan: tuple[UbahanKoreksi, ...] = ()


@dataclass(frozen=True, slots=True)
class Konteks:
    """The inputs of one report."""

    hasil: Hasil
    narasi: Teks = field(default_factory=Teks)
    pembanding: Pembanding = field(default_factory=Pembanding)
    """Other satkers' released figures, frozen with the report."""
    kerangka: Kerangka = KERANGKA_BAKU
    triwulan: int = SETAHUN
    """Until which triwulan the report goes; the fourth is the yearly one."""
    reviu: PernyataanReviu | None = None
    """The signed statement of the APIP, where there is one that covers just this content."""
    koreksi: tuple[KoreksiLaporan, ...] = ()
    """Corrections of the year's verified data, oldest first."""

    @property
    def fakta(self) -> Fakta:
        """The frozen facts."""
        return self.hasil.fakta

    @property
    def satker(self) -> FSatker:
        """The satker under the name of the year."""
        return self.hasil.fakta.satker

    @property
    def tahun(self) -> int:
        """The year of the report."""
        return self.hasil.fakta.tahun

    @property
    def berjalan(self) -> tuple[int, ...]:
        """The triwulan that the report goes over."""
        return tuple(range(1, self.triwulan + 1))

    @property
    def indikator(self) -> tuple[HasilIndikator, ...]:
        """The indicators in the PK's order."""
        return tuple(self.hasil.indikator.values())

    @property
    def sebutan(self) -> dict[str, Any]:
        """What captions and headings may name."""
        f, setahun = self.hasil.fakta, self.triwulan == SETAHUN
        return {
            "satker": f.satker.singkatan,
            "nama_satker": f.satker.nama,
            "tahun": f.tahun,
            "triwulan": nama_triwulan(self.triwulan).replace(" ", "\u00a0"),
            "masa": f"Tahun {f.tahun}" if setahun else f"sampai {nama_triwulan(self.triwulan)} Tahun {f.tahun}",
            "tahun_lalu": f.tahun - 1,
            "awal": f.renstra.awal,
            "akhir": f.renstra.akhir,
        }


Subjek = HasilTujuan | HasilSasaran | HasilIndikator
"""What a repeated part is about."""


def sebutan_subjek(subjek: Subjek | None) -> dict[str, Any]:
    """What a heading or caption may name of its subject."""
    return {} if subjek is None else {"kode": subjek.fakta.kode, "nama": subjek.fakta.nama}
