"""Chapter III, the satker beside others: rank and mean of what each has released."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.banding import Lajur, Perbandingan, banding_indikator, banding_nka
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Format, Inline, IsiSel, Kolom, Rata, Sel
from lakin.laporan import kalimat as kal
from lakin.laporan.deklarasi import Baris, BlokTabel, Jumlah
from lakin.laporan.konteks import Konteks

BUTIR = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, perbandingan dengan unit sejenis")


def _kolom(k: Konteks, b: Perbandingan) -> tuple[Kolom, ...]:
    return (
        Kolom("Peringkat", "peringkat", Format.BILANGAN, rata=Rata.TENGAH),
        Kolom("Satuan Kerja", "nama"),
        *(Kolom(_judul(k, x), x.kode, Format.NILAI) for x in b.susunan.lajur),
    )


def _judul(k: Konteks, x: Lajur) -> str:
    return x.judul.format(tahun=k.tahun, lalu=k.tahun - 1)


def _baris(b: Perbandingan) -> Iterable[Baris]:
    for a in b.anggota:
        isi: dict[str, IsiSel | Sel] = dict(a.isi)
        yield Baris(peringkat=a.peringkat, kode=a.kode, nama=Sel(a.nama, tebal=a.milik), **isi)
    yield Jumlah("Rata-rata satker yang melapor", **b.rata)


def _bacaan(b: Perbandingan) -> tuple[Inline, ...]:
    """Rank and distance from the mean, as the table shows them."""
    milik, urut = b.milik, b.susunan.urut
    if not isinstance(milik.peringkat, Angka):
        return (f"{milik.nama} belum memiliki nilai untuk diperbandingkan.",)
    rata = b.rata.get(urut)
    dekat: tuple[Inline, ...] = (
        (", ", *kal.banding(milik.isi[urut], rata, itu_siapa="rata-rata", format=Format.NILAI)) if rata else ()
    )
    return (
        f"{milik.nama} berada pada peringkat ",
        kal.bilangan(milik.peringkat),
        " dari ",
        kal.bilangan(b.peserta),
        " satker yang melapor",
        *dekat,
        ".",
    )


class PerbandinganIndikator(BlokTabel[Any]):
    """The indicator beside similar satkers; one that has not reported is listed without a rank."""

    kode = "bab3.perbandingan-indikator"
    untuk = "indikator"
    judul = "Perbandingan Indikator {kode} Antarsatker Tahun {tahun}"
    rujukan = BUTIR

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return banding_indikator(k.hasil, k.pembanding, s) is not None

    def _banding(self, k: Konteks, s: HasilIndikator) -> Perbandingan:
        b = banding_indikator(k.hasil, k.pembanding, s)
        assert b is not None, "berlaku says so"
        return b

    def kolom_pada(self, k: Konteks, s: HasilIndikator) -> tuple[Kolom, ...]:
        return _kolom(k, self._banding(k, s))

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        return _baris(self._banding(k, s))

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return (*_bacaan(self._banding(k, s)), " Rinciannya dimuat dalam ", kal.lihat(self.kode_pada(s)), ".")

    def catatan(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        b = self._banding(k, s)
        if all(isinstance(a.peringkat, Angka) for a in b.anggota):
            return ()
        return ("Satker yang belum melapor tidak diperingkat dan tidak ikut dirata-ratakan.",)


class PerbandinganNka(BlokTabel[Any]):
    """The nilai kinerja anggaran beside that of every other satker."""

    kode = "bab3.perbandingan-nka"
    judul = "Perbandingan Nilai Kinerja Anggaran Antarsatker Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.78")

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return banding_nka(k.hasil, k.pembanding) is not None

    def _banding(self, k: Konteks) -> Perbandingan:
        b = banding_nka(k.hasil, k.pembanding)
        assert b is not None, "berlaku says so"
        return b

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        peringkat, *lain = _kolom(k, self._banding(k))
        return (peringkat, Kolom("Kode", "kode"), *lain)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        return _baris(self._banding(k))

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (*_bacaan(self._banding(k)), " Seluruh satker dibandingkan dalam ", kal.lihat(self.kode), ".")
