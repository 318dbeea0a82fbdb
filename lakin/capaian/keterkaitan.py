"""How plans hang together: from the ministry's sasaran to a satker's activity, and where the thread is cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lakin.capaian.angka_jelas import Bahan


@dataclass(frozen=True, slots=True)
class SasaranAtas:
    """An objective of BSKJI with the ministry's that it serves (code, name)."""

    kode: str
    nama: str
    atas: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BarisKaskade:
    """An indicator under a sasaran of BSKJI and who is to carry it: units by singkatan, satkers by kind."""

    kunci: str
    nama: str
    kode: str
    sasaran: str
    kunci_satker: str
    pelaku: tuple[str, ...] = ()
    target: Bahan | None = None
    """BSKJI's own target; None where the indicator is the satkers' alone."""


@dataclass(frozen=True, slots=True)
class IndikatorSatker:
    """An indicator in the Renstra of a satker, with its target of the year and its activities."""

    satker: str
    singkatan: str
    jenis: str
    kode: str
    nama: str
    katalog: str
    target: Bahan
    kegiatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cabang:
    """An indicator of the matrix with those who carry it."""

    baris: BarisKaskade
    milik: tuple[IndikatorSatker, ...]


@dataclass(frozen=True, slots=True)
class SimpulSasaran:
    """A sasaran of BSKJI with its indicators."""

    sasaran: SasaranAtas
    cabang: tuple[Cabang, ...]


@dataclass(frozen=True, slots=True)
class SimpulAtas:
    """A sasaran of the ministry; '' gathers those of BSKJI that serve none."""

    kode: str
    nama: str
    sasaran: tuple[SimpulSasaran, ...]


class JenisCelah(StrEnum):
    """Where the thread is cut."""

    SASARAN_TANPA_ATAS = "Sasaran BSKJI tanpa sasaran Kemenperin"
    SASARAN_TANPA_PELAKU = "Sasaran BSKJI yang tidak diemban satker mana pun"
    INDIKATOR_TANPA_PELAKU = "Indikator yang tidak ada dalam Renstra satker mana pun"
    PELAKU_TANPA_INDIKATOR = "Ditandai dalam matriks, tetapi tidak ada dalam Renstra satkernya"
    DI_LUAR_MATRIKS = "Ada dalam Renstra satker, tetapi tidak ditandai dalam matriks"
    INDIKATOR_TANPA_ATAS = "Indikator satker yang tidak terkait ke atas"


@dataclass(frozen=True, slots=True)
class Celah:
    """One cut: which sasaran or indicator, and which satkers it concerns."""

    jenis: JenisCelah
    kode: str
    nama: str
    satker: tuple[str, ...] = ()


def pohon(
    sasaran: Sequence[SasaranAtas], baris: Sequence[BarisKaskade], milik: Sequence[IndikatorSatker]
) -> tuple[SimpulAtas, ...]:
    """Return the tree; a sasaran that serves two above stands under both."""
    simpul = [
        SimpulSasaran(s, tuple(Cabang(b, _pembawa(b, milik)) for b in baris if b.sasaran == s.kode)) for s in sasaran
    ]
    atas = dict.fromkeys(a for s in sasaran for a in s.atas)
    hasil = [SimpulAtas(kode, nama, tuple(x for x in simpul if (kode, nama) in x.sasaran.atas)) for kode, nama in atas]
    tanpa = tuple(x for x in simpul if not x.sasaran.atas)
    return (*hasil, SimpulAtas("", "Tanpa sasaran Kemenperin", tanpa)) if tanpa else tuple(hasil)


def celah(
    sasaran: Sequence[SasaranAtas],
    baris: Sequence[BarisKaskade],
    milik: Sequence[IndikatorSatker],
    satker: Sequence[tuple[str, str]],
) -> tuple[Celah, ...]:
    """Return every cut; ``satker`` are (singkatan, jenis) of all whose Renstra is known."""
    ada = {b.kunci: _pembawa(b, milik) for b in baris}
    hasil = [Celah(JenisCelah.SASARAN_TANPA_ATAS, s.kode, s.nama) for s in sasaran if not s.atas]
    for s in sasaran:
        if not any(ada[b.kunci] for b in baris if b.sasaran == s.kode):
            hasil.append(Celah(JenisCelah.SASARAN_TANPA_PELAKU, s.kode, s.nama))
    for b in baris:
        hasil += _celah_baris(b, ada[b.kunci], satker)
    terkait = {k for b in baris for k in (b.kunci, b.kunci_satker)}
    lepas: dict[tuple[str, str], list[str]] = {}
    for i in milik:
        if i.katalog not in terkait:
            lepas.setdefault((i.katalog or i.kode, i.nama), []).append(f"{i.singkatan} {i.kode}")
    hasil += [Celah(JenisCelah.INDIKATOR_TANPA_ATAS, k, nama, tuple(x)) for (k, nama), x in lepas.items()]
    urutan = list(JenisCelah)
    return tuple(sorted(hasil, key=lambda c: urutan.index(c.jenis)))


def _celah_baris(b: BarisKaskade, ada: Sequence[IndikatorSatker], satker: Iterable[tuple[str, str]]) -> Iterable[Celah]:
    punya = {i.singkatan for i in ada}
    ditandai = {nama for nama, jenis in satker if nama in b.pelaku or jenis in b.pelaku}
    if not ada:
        yield Celah(JenisCelah.INDIKATOR_TANPA_PELAKU, b.kode, b.nama, tuple(sorted(ditandai)))
    elif kurang := sorted(ditandai - punya):
        yield Celah(JenisCelah.PELAKU_TANPA_INDIKATOR, b.kode, b.nama, tuple(kurang))
    if lebih := sorted(punya - ditandai):
        yield Celah(JenisCelah.DI_LUAR_MATRIKS, b.kode, b.nama, tuple(lebih))


def _pembawa(b: BarisKaskade, milik: Iterable[IndikatorSatker]) -> tuple[IndikatorSatker, ...]:
    return tuple(i for i in milik if i.katalog in (b.kunci, b.kunci_satker))
