"""Two revisions of a Perjanjian Kinerja side by side, matched by the lineage of their indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lakin.angka import tulis, tulis_rupiah
from renstra.enums import Garis
from renstra.models import ButirPK, PerjanjianKinerja


class Ubah(StrEnum):
    """What became of a line from one revision to the other."""

    TETAP = "tetap"
    BERUBAH = "berubah"
    BERGANTI = "berganti"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Sisi:
    """One side of a line."""

    kode: str
    nama: str
    nilai: str
    rencana: str = ""


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One line: an indicator or an amount, before and after."""

    ubah: Ubah
    lama: Sisi | None
    baru: Sisi | None
    garis: str = ""
    """The word of the indicator's lineage (Tetap, Direvisi, Pengganti, Baru)."""

    @property
    def sisi(self) -> tuple[Sisi | None, Sisi | None]:
        """Both sides, the older first."""
        return self.lama, self.baru


@dataclass(frozen=True, slots=True)
class BandingPK:
    """Everything that two revisions may differ in."""

    indikator: tuple[BarisBanding, ...]
    anggaran: tuple[BarisBanding, ...]
    pihak: tuple[BarisBanding, ...]

    @property
    def berubah(self) -> int:
        """How many lines differ."""
        return sum(b.ubah is not Ubah.TETAP for b in (*self.indikator, *self.anggaran, *self.pihak))


def banding_pk(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> BandingPK:
    """Compare two revisions: indicators by lineage, amounts by code, parties."""
    return BandingPK(_indikator(lama, baru), _anggaran(lama, baru), _pihak(lama, baru))


def _indikator(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> tuple[BarisBanding, ...]:
    dulu = {b.indikator.garis_indikator_id: b for b in _butir(lama)}
    hasil = []
    for b in _butir(baru):
        i = b.indikator
        garis = i.garis_indikator_id
        if garis not in dulu and i.pendahulu:
            garis = i.pendahulu.garis_indikator_id
        hasil.append(_pasangkan(dulu.pop(garis, None), b))
    return (*hasil, *(BarisBanding(Ubah.DIHAPUS, _sisi(b), None) for b in dulu.values()))


def _pasangkan(lama: ButirPK | None, baru: ButirPK) -> BarisBanding:
    i, garis = baru.indikator, baru.indikator.get_garis_display()
    if lama is None:
        return BarisBanding(Ubah.DITAMBAH, None, _sisi(baru), garis)
    a, b = _sisi(lama), _sisi(baru)
    if lama.indikator_id != baru.indikator_id and (i.garis == Garis.PENGGANTI or a.nama != b.nama):
        return BarisBanding(Ubah.BERGANTI, a, b, garis)
    return BarisBanding(Ubah.TETAP if a == b else Ubah.BERUBAH, a, b, garis)


def _sisi(b: ButirPK) -> Sisi:
    i = b.indikator
    rencana = " · ".join(tulis(r.fisik.normalize() + 0) for r in b.rencana_aksi.all())
    return Sisi(i.kode, i.nama, f"{tulis(b.isi)} {i.satuan}".strip(), rencana)


def _anggaran(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> tuple[BarisBanding, ...]:
    def sisi(pk: PerjanjianKinerja) -> dict[str, Sisi]:
        return {a.kode: Sisi(a.kode, a.nama, tulis_rupiah(a.isi)) for a in pk.anggaran.all()}

    return gabung(sisi(lama), sisi(baru))


def _pihak(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> tuple[BarisBanding, ...]:
    def sisi(pk: PerjanjianKinerja) -> dict[str, Sisi]:
        return {
            t.pihak: Sisi(t.get_pihak_display(), t.nama or "belum diisi", f"{t.kapasitas} {t.jabatan}".strip())
            for t in pk.penanda_tangan.all()
        }

    return gabung(sisi(lama), sisi(baru))


def gabung(lama: dict[str, Sisi], baru: dict[str, Sisi]) -> tuple[BarisBanding, ...]:
    """Pair two sides by their keys."""
    hasil = []
    for kunci in dict.fromkeys((*baru, *lama)):
        a, b = lama.get(kunci), baru.get(kunci)
        ubah = Ubah.DITAMBAH if a is None else Ubah.DIHAPUS if b is None else Ubah.TETAP if a == b else Ubah.BERUBAH
        hasil.append(BarisBanding(ubah, a, b))
    return tuple(hasil)


def _butir(pk: PerjanjianKinerja) -> list[ButirPK]:
    return list(
        pk.butir.select_related("indikator__pendahulu", "indikator__garis_indikator").prefetch_related("rencana_aksi")
    )
