"""The satker itself: its name in the year, people, posts, awards, and what the internal audit found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakin.angka import Nilai


@dataclass(frozen=True, slots=True)
class FSatker:
    """The satker under the name that was in force in the year."""

    kode: str
    nama: str
    singkatan: str
    jenis: str
    induk_nama: str = ""
    dasar_hukum: str = ""
    kota: str = ""
    alamat: str = ""


@dataclass(frozen=True, slots=True)
class FPegawai:
    """Number of staff in one group: ``jenis`` is 'pendidikan' or 'fungsi'."""

    jenis: str
    kelompok: str
    jumlah: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FJabatan:
    """A post, or a function that staff hold; ``atasan`` is the code of the post above."""

    kode: str
    nama: str
    jenis: str
    atasan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPenghargaan:
    """An award with its giver and date."""

    nama: str
    pemberi: str
    tanggal: date | None = None
    tingkat: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPengawasan:
    """Findings and recommendations of the internal audit in one field."""

    bidang: str
    temuan: Nilai
    rekomendasi: Nilai
    sumber: str = ""
