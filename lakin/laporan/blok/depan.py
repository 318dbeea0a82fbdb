"""Front matter: signature, headline figures, the summary in sentences, and the lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.hasil import HasilTujuan
from lakin.dokumen.pohon import (
    Blok,
    ButirSorotan,
    Daftar,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Figur,
    Format,
    Inline,
    Kolom,
    Paragraf,
    PenandaTangan,
    Sorotan,
    TandaTangan,
)
from lakin.laporan import kalimat as kal
from lakin.laporan.deklarasi import BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks

TITIK = "………………………"
"""What is written by hand: a name that no document gives, the day of signing."""


class TempatTandaTangan(BlokTeks):
    """Where the head of the satker signs the foreword."""

    kode = "depan.tanda-tangan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        orang = [p for p in k.fakta.pk.penanda_tangan if p.pihak == "pertama"]
        pihak = tuple(PenandaTangan(p.nama or TITIK, p.jabatan, p.nip, p.kapasitas) for p in orang)
        # The day of signing is not a fact of the year: it is written by hand.
        return (TandaTangan(f"{k.satker.kota or TITIK}, {TITIK}", pihak),) if pihak else ()


class SorotanKinerja(BlokTeks):
    """The figures that a reader looks for first."""

    kode = "depan.sorotan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        o, anggaran = k.hasil.organisasi, k.hasil.anggaran
        butir = [
            ButirSorotan("Rata-rata capaian", kal.persen(o.capaian), "seluruh indikator PK"),
            ButirSorotan("Indikator tercapai", Figur(o.tercapai, Format.BILANGAN), "mencapai atau melampaui target"),
            ButirSorotan("Serapan anggaran", kal.persen(anggaran.total.persen), "realisasi terhadap pagu"),
            ButirSorotan("Pagu", Figur(anggaran.total.pagu, Format.MILIAR), "DIPA revisi terakhir"),
        ]
        if pnbp := k.hasil.pnbp.get(k.tahun):
            butir.append(ButirSorotan("Penerimaan PNBP", Figur(pnbp.penerimaan, Format.MILIAR), "seluruh layanan jasa"))
        if k.hasil.nka:
            butir.append(ButirSorotan("Nilai kinerja anggaran", Figur(k.hasil.nka.nilai), "nilai resmi"))
        return (Sorotan(tuple(butir)),)


class IkhtisarKinerja(BlokTeks):
    """The year's performance in one paragraph, and the goals in a list."""

    kode = "depan.ikhtisar-kinerja"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        o = k.hasil.organisasi
        atas = kal.tertinggi([(h.fakta.nama, h.capaian) for h in k.indikator])
        pembuka = (
            "Perjanjian Kinerja ",
            k.satker.singkatan,
            " memuat ",
            kal.bilangan(o.jumlah),
            " indikator bertarget; ",
            kal.bilangan(o.tercapai),
            " di antaranya mencapai atau melampaui target (",
            kal.persen(o.persen_tercapai),
            "). Rata-rata capaian seluruh indikator ",
            kal.persen(o.capaian),
            " dan kemajuan fisik rata-rata ",
            kal.persen(o.fisik),
            " pada akhir tahun.",
        )
        puncak = (
            (" Capaian tertinggi terdapat pada indikator ", atas[0], ", yaitu ", kal.persen(atas[1]), ".")
            if atas
            else ()
        )
        tujuan = Daftar(
            tuple(
                Paragraf((f"{t.fakta.kode} {t.fakta.nama}: ", *_hasil_tujuan(t), ".")) for t in k.hasil.tujuan.values()
            )
        )
        return (Paragraf((*pembuka, *puncak)), Paragraf(("Menurut tujuan, hasilnya adalah sebagai berikut.",)), tujuan)


def _hasil_tujuan(t: HasilTujuan) -> tuple[Inline, ...]:
    if t.realisasi is not None:
        return kal.rata_realisasi(t)
    return ("rata-rata capaian ", kal.persen(t.capaian), ", di samping target tujuan ", kal.persen(t.target))


class IkhtisarCapaian(BlokTabel[Any]):
    """All indicators on one page; a summary's table carries no number."""

    kode = "depan.ikhtisar-capaian"
    judul = "Ringkasan Capaian Indikator {satker} Tahun {tahun}"
    bernomor = False
    kolom = (
        Kolom("Kode", "fakta.kode"),
        Kolom("Indikator Kinerja", "fakta.nama"),
        Kolom("Satuan", "fakta.satuan"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        yield from k.indikator
        yield Jumlah("Rata-rata capaian", capaian=k.hasil.organisasi.capaian)


class IkhtisarAnggaran(BlokTeks):
    """Budget and receipts in one paragraph each."""

    kode = "depan.ikhtisar-anggaran"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        a = k.hasil.anggaran
        anggaran = (
            "Belanja tahun ",
            str(k.tahun),
            " mencapai ",
            *kal.serapan(a.total),
            ", ",
            *kal.banding(a.total.persen, a.target_serapan, itu_siapa="target serapan", format=Format.PERSEN),
            ".",
        )
        hasil = [Paragraf(anggaran)]
        if pnbp := k.hasil.pnbp.get(k.tahun):
            hasil.append(
                Paragraf(
                    (
                        "Penerimaan PNBP tercatat ",
                        kal.rupiah(pnbp.penerimaan),
                        " dari target ",
                        kal.rupiah(pnbp.target),
                        " (",
                        kal.persen(pnbp.persen),
                        "), sedangkan penggunaannya ",
                        kal.rupiah(pnbp.penggunaan),
                        " dari pagu penggunaan ",
                        kal.rupiah(pnbp.pagu_penggunaan),
                        ".",
                    )
                )
            )
        return tuple(hasil)


class IsiLaporan(BlokTeks):
    """The contents."""

    kode = "depan.isi"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return (DaftarIsi(5),)


class TabelLaporan(BlokTeks):
    """The list of tables."""

    kode = "depan.tabel"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return (DaftarTabel(),)


class GambarLaporan(BlokTeks):
    """The list of figures."""

    kode = "depan.gambar"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return (DaftarGambar(),)
