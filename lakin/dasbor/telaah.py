"""What a review shows of each indicator, side by side: handed in now, handed in before, target, last year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lakin.alur.jalan import Jalan, jalan
from lakin.alur.models import Periode
from lakin.alur.transisi import TERBUKA
from lakin.capaian.angka_jelas import DIGANTI, DIHITUNG, Angka, Bahan
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.predikat import status as status_dari
from lakin.dasbor.ringkasan import AKHIR, Status, status_indikator
from lakin.dokumen.pohon import Format
from lakin.organisasi.models import Satker
from lakin.pengukuran.ajuan import Hal, JenisHal, ajuan
from lakin.pengukuran.daftar_bukti import BarisBukti, baris_bukti
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.masa_lalu import hasil_pada
from lakin.pengukuran.selectors import hasil_terkini
from lakin.pengukuran.services import alamat_sel
from lakin.web.templatetags.angka import tautan_figur, teks_figur

CARA = {DIHITUNG: "dihitung", DIGANTI: "diganti"}


@dataclass(frozen=True, slots=True)
class Nilai:
    """A figure that was handed in, and what it was in the handing in before; '' where it is the same."""

    kini: str
    lalu: str
    cara: str = ""


@dataclass(frozen=True, slots=True)
class BarisTelaah:
    """One indicator under review."""

    kode: str
    nama: str
    satuan: str
    iku: bool
    target: str
    tahun_lalu: str
    rencana: str
    fisik_lalu: str
    fisik: Nilai
    tw_lalu: str
    realisasi: Nilai
    capaian: Nilai
    status: Status
    alasan: str
    """Why a recorded value stands in for the computed one."""
    baris: int
    hal: tuple[Hal, ...]
    bukti: tuple[BarisBukti, ...]
    medan: tuple[tuple[str, str], ...]
    """Fields that a comment can be tied to: address and name."""

    @property
    def janggal(self) -> int:
        """Findings that need a note."""
        return sum(h.jenis is not JenisHal.CATATAN for h in self.hal)

    @property
    def berubah(self) -> bool:
        """Whether anything differs from the handing in before."""
        return any(n.lalu for n in (self.fisik, self.realisasi, self.capaian))


@dataclass(frozen=True, slots=True)
class Telaah:
    """A triwulan under review: its way, its rows, and what belongs to no indicator."""

    jalan: Jalan
    hasil: Hasil
    baris: tuple[BarisTelaah, ...]
    hal_lain: tuple[Hal, ...]
    lama: bool
    """The figures are those of the last handing in, since the planner is at work on them."""
    banding: bool
    """There is an earlier handing in to compare with."""

    @property
    def janggal(self) -> int:
        """Findings that need a note, over all."""
        return sum(b.janggal for b in self.baris) + sum(h.jenis is not JenisHal.CATATAN for h in self.hal_lain)


def telaah(pengguna: Any, periode: Periode) -> Telaah | None:
    """Return what was handed in, for review; None where nothing ever was. GalatDomain where the year has no PK."""
    j = jalan(periode)
    satker, tahun = periode.satker, periode.tahun
    if periode.keadaan in TERBUKA and j.ajuan is None:
        return None
    kini = hasil_terkini(satker, tahun, pengguna)
    lama = periode.keadaan in TERBUKA and j.ajuan is not None
    hasil = hasil_pada(satker, kini, j.ajuan.urut) if lama and j.ajuan else kini
    dulu = j.ajuan_dikembalikan
    if dulu and j.ajuan and dulu.urut == j.ajuan.urut:
        dulu = None  # it is the one that is shown
    lalu = hasil_pada(satker, kini, dulu.urut) if dulu else None
    hal = _menurut_indikator(ajuan(periode, hasil).hal, hasil)
    bukti = _bukti(pengguna, satker, tahun)
    baris = tuple(
        _baris(satker, periode.triwulan, hasil, h, lalu, hal.get(kode, ()), bukti.get(kode, ()), tertaut=not lama)
        for kode, h in hasil.indikator.items()
    )
    return Telaah(j, hasil, baris, tuple(hal.get("", ())), lama, lalu is not None)


def _menurut_indikator(semua: Iterable[Hal], hasil: Hasil) -> dict[str, list[Hal]]:
    milik: dict[str, list[Hal]] = defaultdict(list)
    for h in semua:
        kode = h.alamat.split("/")[2] if h.alamat.count("/") > 1 else ""
        milik[kode if kode in hasil.indikator else ""].append(h)
    return milik


def _bukti(pengguna: Any, satker: Satker, tahun: int) -> dict[str, list[BarisBukti]]:
    milik: dict[str, list[BarisBukti]] = defaultdict(list)
    for b in baris_bukti(pengguna, satker, tahun):
        milik[b.kode].append(b)
    return milik


def _baris(
    satker: Satker,
    tw: int,
    hasil: Hasil,
    h: HasilIndikator,
    lalu: Hasil | None,
    hal: Iterable[Hal],
    bukti: Iterable[BarisBukti],
    *,
    tertaut: bool,
) -> BarisTelaah:
    f, kini = h.fakta, h.triwulan[tw - 1]
    tulis = tautan_figur if tertaut else teks_figur
    dulu = lalu.indikator.get(f.kode) if lalu else None
    realisasi, capaian = _realisasi(h, tw), _capaian(h, tw)
    sebelum = h.triwulan[tw - 2] if tw > 1 else None
    tahun_lalu = next((s.realisasi for s in h.seri if s.tahun == hasil.fakta.tahun - 1), None)
    return BarisTelaah(
        kode=f.kode,
        nama=f.nama,
        satuan=f.satuan,
        iku=f.iku,
        target=tulis(h.target),
        tahun_lalu=tulis(tahun_lalu) if tahun_lalu else "",
        rencana=tulis(kini.fisik_rencana),
        fisik_lalu=tulis(sebelum.fisik) if sebelum else "",
        fisik=_nilai(tulis, kini.fisik, dulu.triwulan[tw - 1].fisik if dulu else None),
        tw_lalu=tulis(sebelum.realisasi) if sebelum else "",
        realisasi=_nilai(tulis, realisasi, _realisasi(dulu, tw) if dulu else None),
        capaian=_nilai(tulis, capaian, _capaian(dulu, tw) if dulu else None, Format.PERSEN),
        status=status_indikator(h.status if tw == AKHIR else status_dari(hasil.fakta.setelan.skala, capaian), capaian),
        alasan=realisasi.alasan if isinstance(realisasi, Angka) and realisasi.asal == DIGANTI else "",
        baris=len(h.baris),
        hal=tuple(hal),
        bukti=tuple(bukti),
        medan=medan_komentar(satker, hasil.fakta.tahun, tw, f.kode),
    )


def medan_komentar(satker: Satker, tahun: int, tw: int, kode: str) -> tuple[tuple[str, str], ...]:
    """The fields of an indicator that a comment can be tied to."""
    return (
        (alamat_sel(satker, tahun, kode, tw, JenisRealisasi.NILAI), "Realisasi"),
        (alamat_sel(satker, tahun, kode, tw, JenisRealisasi.FISIK), "Fisik"),
        (f"{satker.kunci}/{tahun}/{kode}", "Indikator seluruhnya, data dasar, atau bukti"),
    )


def _realisasi(h: HasilIndikator, tw: int) -> Bahan:
    return h.realisasi if tw == AKHIR else h.triwulan[tw - 1].realisasi


def _capaian(h: HasilIndikator, tw: int) -> Bahan:
    return h.capaian if tw == AKHIR else h.triwulan[tw - 1].capaian


def _nilai(tulis: Any, kini: Bahan, lalu: Bahan | None, format: Format = Format.NILAI) -> Nilai:
    teks = teks_figur(lalu, format) if lalu is not None else ""
    cara = CARA.get(kini.asal, "") if isinstance(kini, Angka) else ""
    return Nilai(tulis(kini, format), "" if teks == teks_figur(kini, format) else teks, cara)
