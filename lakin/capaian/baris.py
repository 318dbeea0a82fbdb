"""Raw rows as a formula reads them: the values, and the figure of each cell."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lakin.angka import Nilai, Tiada
from lakin.capaian.angka_jelas import Bahan, seperti_tertulis
from lakin.capaian.deklarasi import Jenis, Medan, Rumus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lakin.capaian.fakta import FBaris

D = TypeVar("D")


class BarisJelas(Generic[D]):
    """A raw row: the values as the formula's dataclass, and the figure of each of its cells."""

    __slots__ = ("urut", "tanggal", "data", "isi", "hasil", "alamat", "nama", "sumber", "berisi")

    def __init__(self, urut: int, tanggal: date | None, data: D, alamat: str, nama: str, sumber: str) -> None:
        self.urut = urut
        self.tanggal = tanggal
        self.data = data
        self.alamat = alamat
        self.nama = nama
        self.sumber = sumber
        self.isi: dict[str, Bahan | str] = {}
        self.hasil: Bahan | None = None
        self.berisi = False
        """Whether anything but names was filled in: a grid lays fixed rows out before they have values."""

    def angka(self, kode: str) -> Bahan:
        """The figure of a numeric cell."""
        sel = self.isi[kode]
        if isinstance(sel, str):
            raise TypeError(f"{kode} holds text")
        return sel


def baris_jelas(rumus: Rumus[D], baris: Sequence[FBaris], alamat: str) -> list[BarisJelas[D]]:
    """The facts of raw rows as rows that the formula reads, each cell with its address, by number."""
    semua = [_satu_baris(rumus, f, f"{alamat}/baris/{f.urut}") for f in sorted(baris, key=lambda f: f.urut)]
    rumus.siapkan(semua)
    wajib = [m.kode for m in rumus.daftar_medan if m.jenis is Jenis.ANGKA and m.wajib]
    for b in semua:
        b.berisi = _berisi(rumus, b, wajib)
    return semua


def _berisi(rumus: Rumus[D], baris: BarisJelas[D], wajib: list[str]) -> bool:
    if not wajib:
        return any(getattr(baris.data, m.kode) for m in rumus.daftar_medan)
    return any(getattr(baris.data, kode) is not Tiada.KOSONG for kode in wajib)


def _satu_baris(rumus: Rumus[D], fakta: FBaris, alamat: str) -> BarisJelas[D]:
    isi = dict(fakta.isi)
    medan_ = rumus.daftar_medan
    dikenal = {m.kode: nilai_isi(m, isi.get(m.kode)) for m in medan_}
    nama = _nama_baris(rumus, medan_, dikenal, fakta.urut)
    jelas = BarisJelas(fakta.urut, fakta.tanggal, rumus.baris(**dikenal), alamat, nama, fakta.sumber)
    for m in medan_:
        sel = dikenal[m.kode]
        jelas.isi[m.kode] = sel if isinstance(sel, str) else sel_angka(jelas, m, sel)
    for kode, sel in isi.items():
        if kode not in jelas.isi:
            jelas.isi[kode] = sel if isinstance(sel, str) else sel_angka(jelas, Medan(kode, kode), sel)
    return jelas


def batas_baris(rumus: Rumus[D] | None, baris: BarisJelas[D]) -> dict[str, Bahan]:
    """What the formula says of a fixed row, as figures whose source is its rule."""
    if rumus is None or not rumus.baris_tetap:
        return {}
    kunci = rumus.kunci(str(getattr(baris.data, rumus.kunci_tetap)))
    if kunci is None:
        return {}
    # The row's result may have been made of this very figure.
    bahan = {b.alamat: b for b in baris.hasil.bahan} if baris.hasil else {}
    hasil: dict[str, Bahan] = {}
    for nama, nilai, satuan in (("maksimum", kunci.maksimum, rumus.satuan), ("bobot", kunci.bobot, "%")):
        if nilai is not None:
            alamat, label = f"{baris.alamat}/{nama}", f"{baris.nama}: {nama}"
            sumber = str(rumus.rujukan[0])
            hasil[nama] = bahan.get(alamat) or seperti_tertulis(alamat, nilai, 0, satuan, label, sumber)
    return hasil


def sel_angka(baris: BarisJelas[Any], m: Medan, nilai: Nilai) -> Bahan:
    """The figure of one cell, printed as it was written."""
    return seperti_tertulis(
        f"{baris.alamat}/{m.kode}",
        nilai,
        m.desimal or 0,
        m.satuan,
        f"{baris.nama}: {m.label}",
        baris.sumber,
        f"{m.label} pada {baris.nama} belum diisi.",
        f"{m.label} pada {baris.nama} tidak berlaku (N/A).",
    )


def nilai_isi(m: Medan, nilai: Nilai | str | None) -> Nilai | str:
    """The value of a cell as its field wants it: text or Nilai."""
    if m.jenis is Jenis.ANGKA:
        return nilai if isinstance(nilai, Decimal | Tiada) else Tiada.KOSONG
    return nilai if isinstance(nilai, str) else ""


def _nama_baris(rumus: Rumus[Any], medan_: tuple[Medan, ...], isi: Mapping[str, Nilai | str], urut: int) -> str:
    """What a row is called in explanations: its fixed name, else its first text."""
    for m in medan_:
        teks = isi[m.kode]
        if m.jenis is not Jenis.ANGKA and isinstance(teks, str) and teks:
            kunci = rumus.kunci(teks) if m.kode == rumus.kunci_tetap else None
            return kunci.label if kunci else teks
    return f"baris {urut}"


def contoh_baris(rumus: Rumus[D], data: Sequence[D], alamat: str = "contoh") -> list[BarisJelas[D]]:
    """Rows of a worked example, as the formula reads them."""
    semua: list[BarisJelas[D]] = []
    for urut, d in enumerate(data, 1):
        isi = {m.kode: getattr(d, m.kode) for m in rumus.daftar_medan}
        jelas = BarisJelas(urut, None, d, f"{alamat}/baris/{urut}", "", "")
        jelas.nama = _nama_baris(rumus, rumus.daftar_medan, isi, urut)
        for m in rumus.daftar_medan:
            jelas.isi[m.kode] = isi[m.kode] if isinstance(isi[m.kode], str) else sel_angka(jelas, m, isi[m.kode])
        semua.append(jelas)
    rumus.siapkan(semua)
    return semua
