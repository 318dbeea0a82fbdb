"""What the entry page shows of an indicator's raw rows: the fields that its formula declares, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import tulis_isian
from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.deklarasi import medan
from lakin.capaian.hasil import HasilIndikator
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri import teks_bahan
from lakin.pengukuran.models import BarisData, Penggantian
from renstra.models import GarisIndikator


@dataclass(frozen=True, slots=True)
class MedanEntri:
    """A column of the raw-row grid."""

    kode: str
    label: str
    satuan: str
    jenis: str
    pilihan: tuple[tuple[str, str], ...]
    lebar: str
    desimal: int | None


@dataclass(frozen=True, slots=True)
class BarisDasar:
    """One raw row: its number, version, and the text of each field."""

    urut: int | None
    versi: int
    sel: tuple[tuple[MedanEntri, str], ...]
    tanggal: str
    hasil: str


@dataclass(frozen=True, slots=True)
class DataDasar:
    """The raw rows of one indicator with everything that their form needs."""

    kode: str
    nama: str
    rumus: str
    tulisan: str
    huruf: tuple[tuple[str, str], ...]
    medan: tuple[MedanEntri, ...]
    baris: tuple[BarisDasar, ...]
    tetap: bool
    label_hasil: str
    dari_baris: bool
    pengganti: Penggantian | None
    nilai_hitung: str


def data_dasar(satker: Satker, tahun: int, h: HasilIndikator, garis: GarisIndikator) -> DataDasar | None:
    """Return the raw rows of an indicator as its formula declares them; None where it has none."""
    rumus = cari_rumus(h.fakta.rumus, tahun) if h.fakta.rumus else None
    if rumus is None or rumus.digulung:
        return None
    kolom = tuple(
        MedanEntri(
            m.kode,
            m.label,
            str(m.satuan),
            str(m.jenis),
            m.pilihan,
            "sempit" if m.jenis == "angka" else "lapang",
            m.desimal,
        )
        for m in medan(rumus)
    )
    hasil = {b.urut: b.hasil for b in h.baris}
    terlihat = {b.urut for b in h.fakta.baris}  # what the reader of these figures may see
    ada = [b for b in BarisData.objects.filter(garis_indikator=garis, tahun=tahun) if b.urut in terlihat]
    ada.sort(key=lambda b: b.urut)
    baris = [
        BarisDasar(
            b.urut,
            b.versi,
            tuple((m, _teks_medan(m, b.isi.get(m.kode, ""))) for m in kolom),
            b.tanggal.strftime("%d/%m/%Y") if b.tanggal else "",
            _teks_hasil(hasil.get(b.urut)),
        )
        for b in ada
    ]
    if rumus.kunci_tetap:
        punya = {rumus.kunci(b.isi.get(rumus.kunci_tetap, "")) for b in ada}
        baris += [
            BarisDasar(None, 0, tuple((m, k.kode if m.kode == rumus.kunci_tetap else "") for m in kolom), "", "")
            for k in rumus.baris_tetap
            if k not in punya
        ]
    return DataDasar(
        kode=h.fakta.kode,
        nama=h.fakta.nama,
        rumus=rumus.nama,
        tulisan=rumus.tulisan.replace("_", "-"),
        huruf=rumus.huruf,
        medan=kolom,
        baris=tuple(baris),
        tetap=bool(rumus.kunci_tetap),
        label_hasil=rumus.label_hasil_baris,
        dari_baris=rumus.dari_baris,
        pengganti=Penggantian.objects.filter(garis_indikator=garis, tahun=tahun).first() if h.fakta.ganti else None,
        nilai_hitung=teks_bahan(h.nilai_hitung),
    )


def _teks_hasil(b: Bahan | None) -> str:
    return "" if b is None else teks_bahan(b)


def _teks_medan(m: MedanEntri, teks: str) -> str:
    if m.jenis != "angka" or teks in ("", "N/A"):
        return teks
    return tulis_isian(Decimal(teks), m.desimal)
