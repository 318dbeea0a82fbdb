"""Chapter IV, the conclusion: what the year comes to."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import (
    SEBAB,
    SUMBER_DAYA,
    TARGET,
    Lihat,
    Pola,
    Teks,
)
from lakin.laporan.rancangan.ikhtisar import belum_tercapai


class PutusanAkhir(Pola[None]):
    """The year in one sentence, its verb by the data."""

    kode = "bab4.putusan-akhir"
    menjawab = TARGET

    def kalimat(self, k: Konteks, s: None) -> Teks:
        o = k.hasil.organisasi
        if not isinstance(o.persen_tercapai, Angka):
            return (f"kinerja tahun {k.tahun} belum dapat disimpulkan karena realisasinya belum lengkap.",)
        if o.persen_tercapai.nilai == 100:
            lewat = [
                h for h in k.indikator if ragam.capai(h) in (ragam.Capai.BERLIPAT, ragam.Capai.LEBIH, ragam.Capai.TIPIS)
            ]
            tepat = [h.fakta.kode for h in k.indikator if ragam.capai(h) is ragam.Capai.TEPAT]
            isi = f"Perjanjian Kinerja {k.satker.singkatan} tahun {k.tahun} terpenuhi seluruhnya"
            if tepat and lewat:
                return (
                    isi,
                    "; ",
                    *kal.rangkai((x,) for x in tepat),
                    " tepat pada targetnya, sedangkan indikator lainnya melampaui target.",
                )
            return (
                isi,
                ", dan setiap indikator melampaui targetnya." if lewat else ", masing-masing tepat pada targetnya.",
            )
        return (
            f"Perjanjian Kinerja {k.satker.singkatan} tahun {k.tahun} terpenuhi ",
            kal.persen(o.persen_tercapai),
            "; yang belum tercapai adalah ",
            *kal.nama_dan_persen(belum_tercapai(k)),
            ".",
        )


class TujuanAkhir(Pola[None]):
    """The tujuan, from the highest mean to the lowest."""

    kode = "bab4.tujuan-akhir"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return ragam.ekstrem([(t.fakta.kode, t.capaian) for t in k.hasil.tujuan.values()]) is not None

    def kalimat(self, k: Konteks, s: None) -> Teks:
        ujung = ragam.ekstrem([(t.fakta.kode, t.capaian) for t in k.hasil.tujuan.values()])
        assert ujung is not None
        (atas, tinggi), (bawah, rendah) = ujung
        return (
            f"menurut tujuan, rata-rata capaian tertinggi ada pada {atas} (",
            kal.persen(tinggi),
            f") dan terendah pada {bawah} (",
            kal.persen(rendah),
            ").",
        )


class SumberDayaAkhir(Pola[None]):
    """Money and results side by side."""

    kode = "bab4.sumber-daya"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return isinstance(k.hasil.anggaran.total.persen, Angka) and isinstance(k.hasil.organisasi.capaian, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        a, o = k.hasil.anggaran, k.hasil.organisasi
        isi: Teks = (
            "hasil dengan rata-rata capaian ",
            kal.persen(o.capaian),
            " itu menggunakan ",
            kal.persen(a.total.persen),
            " dari pagu",
        )
        boros = [
            h.fakta.kode
            for h in k.indikator
            if isinstance(h.efisiensi.efisiensi, Angka) and h.efisiensi.efisiensi.nilai < 0
        ]
        if boros:
            return (
                *isi,
                "; efisiensi negatif terdapat pada ",
                *kal.rangkai((x,) for x in boros),
                Lihat("bab3.efisiensi"),
                ".",
            )
        return (*isi, Lihat("bab3.efisiensi"), ".")


class ArtiAkhir(Pola[None]):
    """What the year means: the head's judgement."""

    kode = "bab4.arti-akhir"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            "secara keseluruhan, ",
            Celah("penilaian pimpinan atas kinerja tahun ini dan manfaatnya bagi industri"),
            ".",
        )
