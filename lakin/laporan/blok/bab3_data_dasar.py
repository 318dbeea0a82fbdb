"""Chapter III, one indicator: the raw rows, how they are computed, and tables that no formula uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import Galat, baca_tanggal, tulis_tanggal
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.deklarasi import Jenis, Kunci, Medan, Rumus, medan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Blok, Format, Inline, IsiSel, Kolom, Paragraf, Rata, Rincian, Tabel
from lakin.dokumen.pohon import baris as baris_tabel
from lakin.laporan import angka_indikator as indikator
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import perhitungan, pilih
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks

KUNCI_MESIN = frozenset({"kode_layanan"})
"""Fields that join rows to other tables; their name stands beside them."""


class DataDasar(BlokTabel[Any]):
    """The raw rows of the indicator's formula; its columns are the formula's own fields."""

    kode = "bab3.data-dasar"
    untuk = "indikator"
    judul = "Data Dasar Indikator {kode} Tahun {tahun}"

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(s.baris) and pilih.rumus_indikator(k, s) is not None

    def kolom_pada(self, k: Konteks, s: HasilIndikator) -> tuple[Kolom, ...]:
        r = pilih.rumus_indikator(k, s)
        assert r is not None
        hasil = (Kolom(r.label_hasil_baris, "hasil", Format.NILAI),) if r.label_hasil_baris else ()
        return (Kolom("No.", "no", rata=Rata.TENGAH), *_kolom_medan(r, s), *hasil)

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        r = pilih.rumus_indikator(k, s)
        assert r is not None
        for no, b in enumerate(s.baris, 1):
            kunci = r.kunci(str(b.isi.get(r.kunci_tetap, ""))) if r.kunci_tetap else None
            isi: dict[str, IsiSel] = {m.kode: _sel(m, b.isi.get(m.kode, ""), kunci) for m in medan(r)}
            yield Baris(no=no, hasil=b.hasil or "", **b.batas, **isi)
        yield from self._jumlah(k, s, r)

    def _jumlah(self, k: Konteks, s: HasilIndikator, r: Rumus[Any]) -> Iterable[Jumlah]:
        if not r.dari_baris:
            return
        letak = (
            "hasil" if r.label_hasil_baris else next((m.kode for m in reversed(medan(r)) if m.jenis is Jenis.ANGKA), "")
        )
        if letak:
            yield Jumlah(f"{r.nama} ({s.fakta.satuan.lower()})", **{letak: s.nilai_hitung})

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        if (lapor := indikator.pelapor(k, s)) is not None:
            return (
                "Realisasi indikator ini digulung dari hasil satker: ", kal.bilangan(lapor.melapor), " dari ",
                kal.bilangan(lapor.semua), " baris sudah bernilai dan ", kal.bilangan(lapor.belum),
                " belum dilaporkan. Setiap baris dengan asal angkanya ada dalam ", kal.lihat(self.kode_pada(s)), ".",
            )  # fmt: skip
        return ("Data dasar indikator ini, satu baris per sumber, tersaji dalam ", kal.lihat(self.kode_pada(s)), ".")


def _kolom_medan(r: Rumus[Any], h: HasilIndikator) -> Iterable[Kolom]:
    batas = False
    for m in medan(r):
        if m.kode in KUNCI_MESIN or not m.wajib and not any(_terisi(b.isi.get(m.kode, "")) for b in h.baris):
            continue
        if m.jenis is Jenis.ANGKA and r.baris_tetap and not batas:
            batas = True
            yield from _kolom_batas(r)
        yield Kolom(m.label, m.kode, Format.NILAI if m.jenis is Jenis.ANGKA else Format.TEKS)


def _terisi(isi: Bahan | str) -> bool:
    return bool(isi) if isinstance(isi, str) else isinstance(isi, Angka)


def _kolom_batas(r: Rumus[Any]) -> Iterable[Kolom]:
    if any(x.maksimum is not None for x in r.baris_tetap):
        yield Kolom("Nilai maksimum", "maksimum", Format.NILAI)
    if any(x.bobot is not None for x in r.baris_tetap):
        yield Kolom("Bobot (%)", "bobot", Format.NILAI)


def _sel(m: Medan, isi: Bahan | str, kunci: Kunci | None) -> IsiSel:
    if not isinstance(isi, str):
        return isi
    if m.jenis is Jenis.TANGGAL:
        tanggal = baca_tanggal(isi)
        return isi if isinstance(tanggal, Galat) else tulis_tanggal(tanggal)
    if m.pilihan:
        return dict(m.pilihan).get(isi, isi)
    if kunci is not None and m.kode and isi in (kunci.kode, kunci.label):
        return kunci.label
    return isi


class Perhitungan(BlokTeks):
    """The auditor's lines: from the raw rows to realisasi, and from realisasi to capaian."""

    kode = "bab3.perhitungan"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        butir = [
            ("Perhitungan realisasi", perhitungan.baris_hitung(s.nilai_hitung)),
            ("Perhitungan capaian", perhitungan.baris_hitung(s.capaian)),
        ]
        ada = tuple((label, isi) for label, isi in butir if isi)
        return (Rincian(ada),) if ada else ()


class TabelPendukung(BlokTeks):
    """Supporting tables that no formula uses, as recorded."""

    kode = "bab3.tabel-pendukung"
    untuk = "indikator"

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(angka.pendukung(k, s))

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        for p in angka.pendukung(k, s):
            kode = f"{self.kode_pada(s)}.{p.kode}"
            isi = angka.sel_pendukung(k, p)
            bernilai = [any(not isinstance(b[i], str) for b in isi) for i in range(len(p.kolom))]
            apa = f" memuat {p.judul[:1].lower()}{p.judul[1:]}."
            hasil.append(Paragraf(("Sebagai data pendukung, ", kal.lihat(kode), apa)))
            hasil.append(
                Tabel(
                    kode=kode,
                    judul=p.judul,
                    kolom=tuple(
                        Kolom(judul, format=Format.NILAI if n else Format.TEKS)
                        for judul, n in zip(p.kolom, bernilai, strict=True)
                    ),
                    baris=tuple(baris_tabel(*b) for b in isi),
                )
            )
        return tuple(hasil)
