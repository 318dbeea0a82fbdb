"""Where a note of the reviu may stand: the parts of the report, and its figures."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.capaian.angka_jelas import Bahan
from lakin.dokumen.nomor import Butir
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN
from lakin.laporan.selectors import konteks_tanpa_reviu
from lakin.laporan.susun import IkatanLaporan, alamat_relatif
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import Terkini
from lakin.web.galat import GalatMedan


@dataclass(frozen=True, slots=True)
class LetakLaporan:
    """The parts of a report by code, and its figures."""

    bagian: dict[str, Butir]
    ikatan: IkatanLaporan

    def angka(self, alamat: str) -> Bahan | None:
        """The figure at a full address; None where the report knows none."""
        k: Konteks = self.ikatan.k
        relatif = alamat_relatif(alamat, k.satker.kode, k.tahun)
        return self.ikatan.angka(relatif) if relatif else None

    def nama(self, kode: str) -> str:
        """How a list names a part: its number and its title."""
        b = self.bagian.get(kode)
        return f"{b.nomor} {b.judul}".strip() if b else kode


def letak_laporan(satker: Satker, tahun: int) -> LetakLaporan:
    """Return the places of a report, kept until a fact changes; GalatDomain where it has no PK."""
    return Terkini(satker).ambil(
        ("letak-reviu", tahun, TAHUNAN), lambda: letak_konteks(konteks_tanpa_reviu(satker, tahun))
    )


def letak_konteks(k: Konteks) -> LetakLaporan:
    """The places of a report with these inputs."""
    ikatan = IkatanLaporan(k)
    return LetakLaporan({kode: b for kode, b in ikatan.polos.butir.items() if b.judul}, ikatan)


def letak_dikenal(satker: Satker, tahun: int, alamat: str, bagian: str) -> None:
    """Refuse a place that the report does not have, or two at once."""
    letak = letak_laporan(satker, tahun)
    if alamat and bagian:
        raise GalatMedan({"bagian": "Pilih satu letak saja: bagian laporan atau alamat angka."})
    if bagian and bagian not in letak.bagian:
        raise GalatMedan({"bagian": "Bagian ini tidak ada pada laporan. Pilih dari daftar."})
    if alamat and letak.angka(alamat) is None:
        raise GalatMedan(
            {"alamat": "Alamat angka ini tidak ada pada laporan. Salin alamat dari panel penjelasan angka itu."}
        )
