"""What the entry page shows: cells with their text, version and state, written before the template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lakin.angka import Nilai, Tiada, tulis, tulis_isian, tulis_persen
from lakin.capaian.angka_jelas import DIGANTI, DIHITUNG, Angka, Bahan
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Realisasi
from lakin.pengukuran.services import alamat_sel

TANDA = {"melebihi": "▲", "mencapai": "=", "tidak_mencapai": "▼"}
"""A sign beside the word of a status, so that colour is never the only sign."""

SEBUT = 3
"""Soft marks that a row says in full."""


@dataclass(frozen=True, slots=True)
class SelIsian:
    """One field: its id on the page, what stands in it, and the version that it shows."""

    id: str
    teks: str
    versi: int
    alamat: str


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """What a row shows beside its fields; sent again after each save."""

    kode: str
    realisasi: str
    cara: str
    """'isi' typed by hand, 'hitung' computed from rows, 'ganti' an override."""
    capaian: str
    alasan: str
    status: str
    status_kode: str
    tanda: str
    baris: int


@dataclass(frozen=True, slots=True)
class BarisEntri:
    """One indicator on the entry page."""

    kode: str
    nama: str
    satuan: str
    persen: bool
    desimal: int | None
    iku: bool
    target: str
    rencana: str
    fisik_lalu: str
    nilai_lalu: str
    fisik: SelIsian
    nilai: SelIsian
    ringkas: Ringkasan
    punya_baris: bool
    kegiatan: str
    alamat: str
    hal: tuple[Mapping[str, str], ...]
    """What the checks find odd in it."""

    @property
    def hal_sebut(self) -> tuple[str, ...]:
        """The first of them as sentences; the panel has them all."""
        kalimat = tuple(f"{h['jenis'].capitalize()}: {h['pesan']}" for h in self.hal[:SEBUT])
        lain = len(self.hal) - SEBUT
        return (*kalimat, f"Dan {lain} hal lain; lihat Rincian.") if lain > 0 else kalimat


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A sasaran and its indicators."""

    kode: str
    nama: str
    baris: tuple[BarisEntri, ...]


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """How much of a triwulan is filled: indicators complete of all, and what is missing."""

    terisi: int
    jumlah: int
    kurang: tuple[tuple[str, str], ...]


def lembar(
    satker: Satker,
    tahun: int,
    triwulan: int,
    hasil: Hasil,
    garis: Mapping[int, str],
    hal: Iterable[Mapping[str, str]] = (),
    *,
    tampak: bool = True,
) -> tuple[Kelompok, ...]:
    """Return the rows of the entry page, grouped by sasaran in the PK's order.

    ``garis`` is lineage -> code, ``hal`` the soft marks by the id of their field. Without ``tampak`` the
    cells stay blank, whatever stands in them.
    """
    tanda: dict[str, list[Mapping[str, str]]] = {}
    for t in hal:
        tanda.setdefault(t["id"].removeprefix("sel-").removesuffix("-fisik"), []).append(t)
    rows = Realisasi.objects.filter(garis_indikator__in=garis if tampak else (), tahun=tahun, triwulan=triwulan)
    sel = {(garis[r.garis_indikator_id], r.jenis): r for r in rows}
    kelompok: dict[str, list[BarisEntri]] = {}
    for h in hasil.indikator.values():
        kelompok.setdefault(h.fakta.sasaran, []).append(
            _baris(satker, tahun, triwulan, h, sel, tuple(tanda.get(h.fakta.kode, ())))
        )
    return tuple(Kelompok(kode, hasil.sasaran[kode].fakta.nama, tuple(baris)) for kode, baris in kelompok.items())


def _baris(
    satker: Satker,
    tahun: int,
    triwulan: int,
    h: HasilIndikator,
    sel: dict[tuple[str, str], Realisasi],
    hal: tuple[Mapping[str, str], ...],
) -> BarisEntri:
    f = h.fakta
    kini = h.triwulan[triwulan - 1]
    lalu = h.triwulan[triwulan - 2] if triwulan > 1 else None
    rumus = cari_rumus(f.rumus, tahun) if f.rumus else None
    return BarisEntri(
        kode=f.kode,
        nama=f.nama,
        satuan=f.satuan,
        persen=f.satuan.casefold() in {"persen", "%"},
        desimal=f.desimal,
        iku=f.iku,
        target=teks_bahan(h.target),
        rencana=teks_bahan(kini.fisik_rencana),
        fisik_lalu=teks_bahan(lalu.fisik) if lalu else "",
        nilai_lalu=teks_bahan(lalu.realisasi) if lalu else "",
        fisik=_isian(satker, tahun, triwulan, f.kode, JenisRealisasi.FISIK, sel, None),
        nilai=_isian(satker, tahun, triwulan, f.kode, JenisRealisasi.NILAI, sel, f.desimal),
        ringkas=ringkas(h, triwulan),
        punya_baris=rumus is not None and not rumus.digulung,
        kegiatan=f.triwulan[triwulan - 1].kegiatan if f.triwulan else "",
        alamat=f"{satker.kunci}/{tahun}/{f.kode}",
        hal=hal,
    )


def _isian(
    satker: Satker,
    tahun: int,
    triwulan: int,
    kode: str,
    jenis: JenisRealisasi,
    sel: dict[tuple[str, str], Realisasi],
    desimal: int | None,
) -> SelIsian:
    r = sel.get((kode, jenis))
    return SelIsian(
        id=f"sel-{kode}-{jenis}" if jenis == JenisRealisasi.FISIK else f"sel-{kode}",
        teks=teks_isi(r.isi if r else Tiada.KOSONG, desimal),
        versi=r.versi if r else 0,
        alamat=alamat_sel(satker, tahun, kode, triwulan, jenis),
    )


def teks_isi(nilai: Nilai, desimal: int | None = None) -> str:
    """Write a stored value as its field shows it: 'N/A' and blank stay apart."""
    if isinstance(nilai, Tiada):
        return nilai.teks if nilai is Tiada.NA else ""
    return tulis_isian(nilai, desimal)


def ringkas(h: HasilIndikator, triwulan: int) -> Ringkasan:
    """Return what a row shows beside its fields at the end of a triwulan."""
    kini = h.triwulan[triwulan - 1]
    realisasi, capaian = (h.realisasi, h.capaian) if triwulan == 4 else (kini.realisasi, kini.capaian)
    status = h.status if triwulan == 4 and isinstance(capaian, Angka) else None
    asal = realisasi.asal if isinstance(realisasi, Angka) else ""
    return Ringkasan(
        kode=h.fakta.kode,
        realisasi=teks_bahan(realisasi),
        cara={DIHITUNG: "hitung", DIGANTI: "ganti"}.get(asal, "isi"),
        capaian=tulis_persen(capaian.nilai) if isinstance(capaian, Angka) else "",
        alasan=(realisasi.alasan if isinstance(realisasi, Angka) else "")
        or ("" if isinstance(capaian, Angka) else capaian.alasan),
        status=status.nama if status else "",
        status_kode=status.kode if status else "",
        tanda=TANDA.get(status.kode, "•") if status else "",
        baris=len(h.baris),
    )


def kelengkapan(hasil: Hasil, triwulan: int) -> Kelengkapan:
    """Return how many indicators are filled: physical progress, and in triwulan IV the realisasi too."""
    kurang: list[tuple[str, str]] = []
    for h in hasil.indikator.values():
        kini = h.triwulan[triwulan - 1]
        apa = [
            nama
            for nama, bahan in (("fisik", kini.fisik), ("realisasi", h.realisasi if triwulan == 4 else None))
            if bahan is not None and not isinstance(bahan, Angka) and bahan.keadaan is Tiada.KOSONG
        ]
        if apa:
            kurang.append((h.fakta.kode, " dan ".join(apa)))
    jumlah = len(hasil.indikator)
    return Kelengkapan(jumlah - len(kurang), jumlah, tuple(kurang))


def teks_bahan(b: Bahan, kosong: str = "") -> str:
    """Write a figure as the page shows it."""
    if isinstance(b, Angka):
        return tulis(b.nilai, b.desimal)
    return b.keadaan.teks if b.keadaan is Tiada.NA else kosong
