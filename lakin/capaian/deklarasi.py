"""What a formula is: its declaration, the fields of its raw rows, and its worked examples.

Everything that shows, reads or checks a raw row is derived from the fields:
the entry grid, the Excel template, validation, the API and the report's table.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from lakin.angka import Nilai, Tiada, tulis
from lakin.capaian.angka_jelas import Bahan, Cara, Rujukan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakin.capaian.baris import BarisJelas

D = TypeVar("D")


class Satuan(StrEnum):
    """Units that formulas and their rows declare."""

    PERSEN = "Persen"
    RUPIAH = "Rupiah"
    PERUSAHAAN = "Perusahaan"
    INDEKS = "Indeks"
    NILAI = "Nilai"
    ORANG = "Orang"
    REKOMENDASI = "Rekomendasi"


class Jenis(StrEnum):
    """What a field of a raw row holds."""

    ANGKA = "angka"
    TEKS = "teks"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    ALAMAT = "alamat"
    """The address of another figure, or the document that has it."""


@dataclass(frozen=True, slots=True)
class Medan:
    """One field of a raw row as the grid, the template and the report see it."""

    kode: str
    label: str
    satuan: str = ""
    jenis: Jenis = Jenis.ANGKA
    desimal: int | None = None
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    bawah_eksklusif: bool = False
    pilihan: tuple[tuple[str, str], ...] = ()
    wajib: bool = True
    pesan_kosong: str = ""
    pesan_batas: str = ""


@dataclass(frozen=True, slots=True)
class Kunci:
    """A fixed row of a formula: its key, its name, and what the rule says of it."""

    kode: str
    label: str
    maksimum: Decimal | None = None
    bobot: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Contoh:
    """A worked example: rows and the result that the source prints."""

    baris: tuple[Any, ...]
    hasil: Decimal
    sumber: str
    desimal: int = 2


@dataclass(frozen=True, slots=True)
class Masalah:
    """What is wrong with one field of a row, as a whole sentence that says how to mend it."""

    medan: str
    pesan: str


def isian(
    label: str,
    satuan: str = "",
    desimal: int | None = None,
    *,
    minimum: Decimal | int | None = None,
    maksimum: Decimal | int | None = None,
    bawah_eksklusif: bool = False,
    pilihan: tuple[tuple[str, str], ...] = (),
    jenis: Jenis = Jenis.ANGKA,
    wajib: bool = True,
    pesan_kosong: str = "",
    pesan_batas: str = "",
) -> Any:
    """Declare a field of a raw row; a blank one is kosong, or '' where it holds text."""
    if pilihan:
        jenis = Jenis.PILIHAN
    keterangan = {
        "label": label,
        "satuan": satuan,
        "jenis": jenis,
        "desimal": desimal,
        "minimum": None if minimum is None else Decimal(minimum),
        "maksimum": None if maksimum is None else Decimal(maksimum),
        "bawah_eksklusif": bawah_eksklusif,
        "pilihan": pilihan,
        "wajib": wajib,
        "pesan_kosong": pesan_kosong,
        "pesan_batas": pesan_batas,
    }
    return field(default=Tiada.KOSONG if jenis is Jenis.ANGKA else "", metadata={"medan": keterangan})


def medan_baris(jenis_baris: type[Any]) -> tuple[Medan, ...]:
    """The fields of a row dataclass, in the order in which they are declared."""
    return tuple(Medan(kode=f.name, **f.metadata["medan"]) for f in fields(jenis_baris) if "medan" in f.metadata)


class Rumus(ABC, Generic[D]):
    """A rule that makes an indicator's realisasi out of raw rows."""

    kode: ClassVar[str]
    nama: ClassVar[str]
    satuan: ClassVar[str]
    tulisan: ClassVar[str]
    huruf: ClassVar[tuple[tuple[str, str], ...]]
    berulang: ClassVar[bool] = False
    rujukan: ClassVar[tuple[Rujukan, ...]]
    berlaku_sejak: ClassVar[int]
    berlaku_sampai: ClassVar[int | None] = None
    baris: ClassVar[type[Any]]
    kunci_tetap: ClassVar[str] = ""
    """Field that holds the key of a fixed row; '' where rows are free."""
    baris_tetap: ClassVar[tuple[Kunci, ...]] = ()
    desimal_baris: ClassVar[int] = 2
    satuan_baris: ClassVar[str] = ""
    label_hasil_baris: ClassVar[str] = ""
    """Head of the column of row results; '' where a row has none."""
    maks_baris: ClassVar[int | None] = None
    dari_baris: ClassVar[bool] = True
    """False where rows stand beside a recorded value and do not make it."""
    digulung: ClassVar[bool] = False
    """True where the rows are other satkers' figures, supplied with the facts: nobody types them."""
    contoh: ClassVar[tuple[Contoh, ...]]
    cara: ClassVar[Cara]
    daftar_medan: ClassVar[tuple[Medan, ...]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "tulisan"):
            cls.cara = Cara(cls.kode, cls.tulisan, cls.huruf, cls.rujukan, cls.berulang)
            cls.daftar_medan = medan_baris(cls.baris)

    @abstractmethod
    def hitung(self, baris: Sequence[BarisJelas[D]], *, desimal: int, alamat: str, cetak: bool = True) -> Bahan:
        """The realisasi that these rows give, or the reason why they give none."""

    def siapkan(self, baris: Sequence[BarisJelas[D]]) -> None:
        """Give each row its own result, where the formula has one."""
        for b in baris:
            b.hasil = self.hasil_baris(b)

    def hasil_baris(self, baris: BarisJelas[D]) -> Bahan | None:
        """The result of one row, rounded to ``desimal_baris``; None where rows have none."""
        return None

    def periksa(self, isi: Mapping[str, Nilai | str]) -> list[Masalah]:
        """What only this formula knows to be wrong with a row, beyond what its fields say."""
        return []

    def berlaku(self, tahun: int) -> bool:
        """Whether the rule is in force in the year."""
        return self.berlaku_sejak <= tahun and (self.berlaku_sampai is None or tahun <= self.berlaku_sampai)

    def kunci(self, teks: str) -> Kunci | None:
        """The fixed row that a key or a name means."""
        bersih = " ".join(teks.casefold().replace("_", " ").split())
        return next(
            (k for k in self.baris_tetap if bersih in (k.kode.replace("_", " "), k.label.casefold())),
            None,
        )


def medan(rumus: Rumus[Any]) -> tuple[Medan, ...]:
    """The fields of a formula's raw rows, in the order of the grid and of the table."""
    return rumus.daftar_medan


def periksa_baris(rumus: Rumus[Any], isi: Mapping[str, Nilai | str]) -> list[Masalah]:
    """What is wrong with one raw row; an empty list lets it be saved."""
    masalah: list[Masalah] = []
    for m in medan(rumus):
        pesan = _periksa_medan(m, isi.get(m.kode), _kunci_baris(rumus, isi))
        if pesan:
            masalah.append(Masalah(m.kode, pesan))
    dikenal = {m.kode for m in medan(rumus)}
    masalah += [
        Masalah(kode, f"Kolom '{kode}' tidak dikenal pada data dasar {rumus.nama}. Hapus kolom itu.")
        for kode in isi
        if kode not in dikenal
    ]
    bermasalah = {m.medan for m in masalah}
    return masalah + [m for m in rumus.periksa(isi) if m.medan not in bermasalah]


def _kunci_baris(rumus: Rumus[Any], isi: Mapping[str, Nilai | str]) -> Kunci | None:
    teks = isi.get(rumus.kunci_tetap)
    return rumus.kunci(teks) if isinstance(teks, str) else None


def _periksa_medan(m: Medan, sel: Nilai | str | None, kunci: Kunci | None) -> str:
    if sel is None or sel is Tiada.KOSONG or sel == "":
        return (m.pesan_kosong or f"{m.label} belum diisi. Isi {m.label}, atau hapus baris ini.") if m.wajib else ""
    if m.jenis is Jenis.ANGKA:
        if isinstance(sel, str):
            return f"{m.label} harus berupa angka, bukan '{sel}'. Tulis angkanya saja, misalnya 1.234,5."
        return _periksa_batas(m, sel, kunci) if isinstance(sel, Decimal) else ""
    if not isinstance(sel, str):
        return f"{m.label} harus berupa tulisan."
    if m.jenis is Jenis.TANGGAL:
        return _periksa_tanggal(m, sel)
    if m.pilihan and sel not in {kode for kode, _ in m.pilihan}:
        nama = ", ".join(label for _, label in m.pilihan)
        return f"{m.label} '{sel}' tidak dikenal. Pilih salah satu: {nama}."
    return ""


def _periksa_batas(m: Medan, nilai: Decimal, kunci: Kunci | None) -> str:
    maksimum = kunci.maksimum if kunci and kunci.maksimum is not None else m.maksimum
    nama = f"{m.label} {kunci.label}" if kunci else m.label
    if m.minimum is not None and (nilai < m.minimum or (m.bawah_eksklusif and nilai == m.minimum)):
        batas = "lebih dari" if m.bawah_eksklusif else "paling sedikit"
        return m.pesan_batas or f"{nama} {tulis(nilai)} terlalu kecil. Isi nilai {batas} {tulis(m.minimum)}."
    if maksimum is not None and nilai > maksimum:
        return f"{nama} {tulis(nilai)} melebihi batasnya. Isi nilai paling besar {tulis(maksimum)}."
    return ""


def _periksa_tanggal(m: Medan, teks: str) -> str:
    try:
        date.fromisoformat(teks)
    except ValueError:
        return f"{m.label} '{teks}' bukan tanggal. Tulis tanggalnya, misalnya 30 November 2022."
    return ""
