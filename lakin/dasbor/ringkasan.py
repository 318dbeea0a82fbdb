"""The overview of a satker's year, written before the template: figures as links to their explanations."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from lakin.angka import Tiada, romawi
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.fakta import Pita
from lakin.capaian.hasil import Hasil, HasilIndikator, HasilSasaran, HasilSerapan, HasilSimpul, HasilTujuan
from lakin.capaian.predikat import status as status_dari
from lakin.capaian.sasaran import SERATUS
from lakin.dasbor.bagan import rata_capaian, rata_fisik, serapan_sampai
from lakin.dokumen.pohon import Format
from lakin.pengukuran.entri import TANDA
from lakin.web.templatetags.angka import tautan_figur

AKHIR = 4


@dataclass(frozen=True, slots=True)
class Status:
    """A status as sign, word and class."""

    tanda: str
    nama: str
    kelas: str


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator of the overview."""

    kode: str
    nama: str
    satuan: str
    iku: bool
    target: str
    realisasi: str
    asal: str
    capaian: str
    status: Status
    fisik_rencana: str
    fisik: str
    serapan: str


@dataclass(frozen=True, slots=True)
class KelompokSasaran:
    """A sasaran with its indicators."""

    kode: str
    nama: str
    perspektif: str
    capaian: str
    status: Status
    serapan: str
    baris: tuple[BarisIndikator, ...]


@dataclass(frozen=True, slots=True)
class BarisTujuan:
    """A tujuan beside its own target."""

    kode: str
    nama: str
    target: str
    capaian: str
    indikator: str


@dataclass(frozen=True, slots=True)
class BarisSimpul:
    """A node of the budget tree."""

    kode: str
    uraian: str
    dalam: int
    pagu: str
    realisasi: str
    persen: str
    bilah: int
    lipat: str
    """Id of the rows below this one that fold away; '' where none do."""


@dataclass(frozen=True, slots=True)
class Gugus:
    """Consecutive rows of the tree that fold together; '' for those that always show."""

    id: str
    baris: tuple[BarisSimpul, ...]


@dataclass(frozen=True, slots=True)
class Sorotan:
    """One headline figure."""

    label: str
    figur: str
    keterangan: str


def sorotan(hasil: Hasil, triwulan: int) -> tuple[Sorotan, ...]:
    """Return the headline figures at the end of a triwulan."""
    o = hasil.organisasi
    tw = f"s.d. triwulan {romawi(triwulan)}"
    if triwulan == AKHIR:
        capaian, fisik = o.capaian, o.fisik
        tercapai, jumlah = tautan_figur(o.tercapai), tautan_figur(o.jumlah)
    else:
        capaian, fisik = rata_capaian(hasil, triwulan), rata_fisik(hasil, triwulan)
        capai = [h.triwulan[triwulan - 1].capaian for h in hasil.indikator.values()]
        tercapai = SafeString(str(sum(1 for c in capai if isinstance(c, Angka) and c.nilai >= SERATUS)))
        jumlah = SafeString(str(len(capai)))
    return (
        Sorotan("Capaian organisasi", tautan_figur(capaian, Format.PERSEN), f"rata-rata capaian indikator, {tw}"),
        Sorotan("Mencapai target", tercapai, format_html("dari {} indikator PK", jumlah)),
        Sorotan("Realisasi fisik", tautan_figur(fisik, Format.PERSEN), f"rata-rata indikator, {tw}"),
        _serapan(hasil, triwulan),
    )


def _serapan(hasil: Hasil, triwulan: int) -> Sorotan:
    """Absorption: of the year from the tree, in the middle of the year from the recorded shares."""
    total = hasil.anggaran.total
    if triwulan == AKHIR:
        return Sorotan("Serapan anggaran", tautan_figur(total.persen, Format.PERSEN), _uang(total))
    sampai = serapan_sampai(hasil, triwulan)
    pagu = tautan_figur(total.pagu, Format.MILIAR)
    keterangan = format_html("dari pagu {}, s.d. triwulan {}", pagu, romawi(triwulan))
    return Sorotan("Serapan anggaran", tautan_figur(sampai, Format.PERSEN), keterangan)


def _uang(serapan: HasilSerapan) -> str:
    realisasi, pagu = tautan_figur(serapan.realisasi, Format.MILIAR), tautan_figur(serapan.pagu, Format.MILIAR)
    return format_html("{} dari {}", realisasi, pagu)


def kelompok(hasil: Hasil, triwulan: int) -> tuple[KelompokSasaran, ...]:
    """Return the indicators under their sasaran, in the PK's order."""
    return tuple(_kelompok(s, hasil, triwulan) for s in hasil.sasaran.values())


def _kelompok(s: HasilSasaran, hasil: Hasil, triwulan: int) -> KelompokSasaran:
    akhir = triwulan == AKHIR
    return KelompokSasaran(
        s.fakta.kode,
        s.fakta.nama,
        s.fakta.perspektif,
        tautan_figur(s.capaian, Format.PERSEN) if akhir else "",
        status_indikator(s.status, s.capaian) if akhir else Status("", "", ""),
        tautan_figur(s.anggaran.persen, Format.PERSEN) if akhir else "",
        tuple(_baris(h, hasil, triwulan) for h in s.indikator),
    )


def _baris(h: HasilIndikator, hasil: Hasil, triwulan: int) -> BarisIndikator:
    tw = h.triwulan[triwulan - 1]
    akhir = triwulan == AKHIR
    realisasi, capaian = (h.realisasi, h.capaian) if akhir else (tw.realisasi, tw.capaian)
    pita = h.status if akhir else status_dari(hasil.fakta.setelan.skala, capaian)
    return BarisIndikator(
        kode=h.fakta.kode,
        nama=h.fakta.nama,
        satuan=h.fakta.satuan,
        iku=h.fakta.iku,
        target=tautan_figur(h.target),
        realisasi=tautan_figur(realisasi),
        asal=realisasi.asal if isinstance(realisasi, Angka) and realisasi.asal != "dicatat" else "",
        capaian=tautan_figur(capaian, Format.PERSEN),
        status=status_indikator(pita, capaian),
        fisik_rencana=tautan_figur(tw.fisik_rencana),
        fisik=tautan_figur(tw.fisik),
        serapan=tautan_figur(h.anggaran.persen, Format.PERSEN),
    )


def status_indikator(pita: Pita | None, capaian: Bahan) -> Status:
    """A status as the page writes it; N/A and what is not there yet are told apart."""
    if pita:
        return Status(TANDA.get(pita.kode, "•"), pita.nama, pita.kode)
    if isinstance(capaian, TanpaNilai) and capaian.keadaan is Tiada.NA:
        return Status("–", "N/A", "kosong")
    return Status("○", "belum ada", "kosong")


def tujuan(hasil: Hasil) -> tuple[BarisTujuan, ...]:
    """Return the tujuan with their achievement beside their own target."""
    return tuple(_tujuan(t) for t in hasil.tujuan.values())


def _tujuan(t: HasilTujuan) -> BarisTujuan:
    return BarisTujuan(
        t.fakta.kode,
        t.fakta.nama,
        tautan_figur(t.target, Format.PERSEN),
        tautan_figur(t.capaian, Format.PERSEN),
        ", ".join(h.fakta.kode for h in t.indikator),
    )


def pohon(hasil: Hasil) -> tuple[Gugus, ...]:
    """Return the budget tree in groups: down to the KRO always shown, what lies below a KRO folds."""
    gugus: list[tuple[str, list[BarisSimpul]]] = [("", [])]
    for urut, (kode, s) in enumerate(hasil.anggaran.simpul.items()):
        lipat = f"pohon-{urut}" if s.fakta.tingkat == "kro" and s.anak else ""
        if _terlihat(s):
            if gugus[-1][0]:
                gugus.append(("", []))
            gugus[-1][1].append(_simpul(kode, s, lipat))
            if lipat:
                gugus.append((lipat, []))
        else:
            gugus[-1][1].append(_simpul(kode, s, ""))
    return tuple(Gugus(id, tuple(baris)) for id, baris in gugus if baris)


def _terlihat(s: HasilSimpul) -> bool:
    return s.fakta.tingkat in ("program", "kegiatan", "kro")


def _simpul(kode: str, s: HasilSimpul, lipat: str) -> BarisSimpul:
    return BarisSimpul(
        s.fakta.kode_cetak,
        s.fakta.uraian,
        kode.count(".") - 2,
        tautan_figur(s.pagu),
        tautan_figur(s.realisasi),
        tautan_figur(s.persen, Format.PERSEN),
        min(int(s.persen.nilai), 100) if isinstance(s.persen, Angka) else 0,
        lipat,
    )
