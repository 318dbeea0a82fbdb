"""What was planned and promised: Renstra, goals, objectives, and the Perjanjian Kinerja."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakin.angka import Nilai, Tiada


@dataclass(frozen=True, slots=True)
class FRenstra:
    """The Renstra revision in force on 31 December of the year."""

    awal: int
    akhir: int
    nama: str
    revisi: int
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPernyataan:
    """The vision or a mission: ``jenis`` is 'visi' or 'misi'."""

    jenis: str
    isi: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FTujuan:
    """A goal and its own target of the year, in percent."""

    kode: str
    nama: str
    target: Nilai = Tiada.NA
    sumber: str = ""
    induk_nama: str = ""


@dataclass(frozen=True, slots=True)
class FSasaran:
    """An objective in one of the four BSC perspectives."""

    kode: str
    nama: str
    perspektif: str
    induk_kode: str = ""


@dataclass(frozen=True, slots=True)
class FKeterkaitan:
    """An objective above that one of the satker's serves: ``tingkat`` is 'kementerian' or 'eselon1'."""

    sasaran: str
    tingkat: str
    kode: str
    nama: str
    indikator: tuple[str, ...] = ()
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPenunjang:
    """An activity that supports an indicator of the Renstra."""

    indikator: str
    nama: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPenandaTangan:
    """A signatory as of the signature: name, NIP, post, capacity (definitif, Plt., Plh.)."""

    pihak: str
    nama: str
    jabatan: str
    nip: str = ""
    kapasitas: str = ""


@dataclass(frozen=True, slots=True)
class FPK:
    """The Perjanjian Kinerja in force on 31 December, and those that it replaced."""

    nomor: str
    tanggal: date | None
    revisi: int
    penanda_tangan: tuple[FPenandaTangan, ...] = ()
    anggaran_program: tuple[tuple[str, str, Nilai], ...] = ()
    menggantikan: tuple[tuple[int, date | None, str], ...] = ()
    sumber: str = ""
    pengganti: str = ""
    """What stands in for an agreement that is not there, said wherever it is shown; '' for a real one."""
