"""The evidence that a report leans on, as a frozen list: what an approval keeps of it, and what the bundle carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors_bukti import bukti_terlihat


@dataclass(frozen=True, slots=True)
class BuktiLaporan:
    """One piece of evidence; ``berkas`` is the name of its file in the storage, ``sidik`` that file's SHA-256."""

    alamat: str
    nomor: str
    tanggal: str
    perihal: str
    sumber: str
    berkas: str = ""
    nama_asli: str = ""
    sidik: str = ""


def bukti_laporan(satker: Satker, tahun: int, pengguna: Any = None) -> tuple[BuktiLaporan, ...]:
    """The evidence of a satker's year as it stands now; with ``pengguna`` what that person may see."""
    semua = bukti_terlihat(pengguna, satker, tahun).order_by("alamat", "pk")
    return tuple(_bukti(b) for b in semua)


def _bukti(b: Bukti) -> BuktiLaporan:
    tanggal = b.tanggal.isoformat() if b.tanggal else ""
    berkas = (str(b.berkas.isi.name), b.berkas.nama, b.berkas.sidik) if b.berkas else ("", "", "")
    return BuktiLaporan(b.alamat, b.nomor, tanggal, b.perihal, b.sumber, *berkas)


def ke_json(bukti: Iterable[BuktiLaporan]) -> list[dict[str, Any]]:
    """The list as JSON values."""
    return [asdict(b) for b in bukti]


def dari_json(isi: Iterable[dict[str, Any]]) -> tuple[BuktiLaporan, ...]:
    """The list out of JSON values."""
    return tuple(BuktiLaporan(**b) for b in isi)
