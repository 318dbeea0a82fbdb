"""Chapter III, efficiency of resources, nilai kinerja anggaran, awards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang, tulis_tanggal
from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilSasaran
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import kalimat as kal
from lakin.laporan import perhitungan, pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, BlokTeks, Jumlah, Kelompok
from lakin.laporan.konteks import Konteks

KINERJA, ANGGARAN = ("Kinerja",), ("Anggaran",)


def _kata(ya: bool | None, kata: str) -> str:
    return "" if ya is None else kata if ya else f"Tidak {kata.lower()}"


class Efisiensi(BlokTabel[Any]):
    """What a unit of target and a unit of realisasi cost, per indicator."""

    kode = "bab3.efisiensi"
    judul = "Efisiensi {satker} Berdasarkan Penggunaan Sumber Daya Anggaran Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 6")
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("Sasaran Kegiatan (output)/Indikator", "indikator", menjorok=True),
        Kolom("Target", "target", Format.NILAI, kelompok=KINERJA),
        Kolom("Realisasi", "hasil", Format.NILAI, kelompok=KINERJA),
        Kolom("%", "capaian", Format.NILAI, kelompok=KINERJA),
        Kolom("% Rata-rata Capaian Sasaran", "rata", Format.NILAI, kelompok=KINERJA),
        Kolom("Efektivitas", "efektif", kelompok=KINERJA),
        Kolom("Target (Rp)", "pagu", Format.NILAI, kelompok=ANGGARAN),
        Kolom("Realisasi (Rp)", "realisasi", Format.NILAI, kelompok=ANGGARAN),
        Kolom("%", "persen", Format.NILAI, kelompok=ANGGARAN),
        Kolom("Efisiensi", "efisien", kelompok=ANGGARAN),
        Kolom("Indeks Biaya Target (IBT)", "ibt", Format.NILAI),
        Kolom("Indeks Biaya Realisasi (IBR)", "ibr", Format.NILAI),
        Kolom("Efisiensi Perjakin/ Renstra (%)", "efisiensi", Format.NILAI),
        Kolom("Efisiensi IKU (%)", "iku", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        yield Jumlah("Rata-rata efisiensi", efisiensi=k.hasil.efisiensi_rata, iku=k.hasil.efisiensi_rata_iku)
        for x in k.hasil.sasaran.values():
            yield self._sasaran(x)
            for h in x.indikator:
                e = h.efisiensi
                yield Baris(
                    1,
                    indikator=f"{h.fakta.nama} ({h.fakta.satuan})",
                    target=h.target,
                    hasil=h.realisasi,
                    capaian=h.capaian,
                    pagu=h.anggaran.pagu,
                    realisasi=h.anggaran.realisasi,
                    persen=h.anggaran.persen,
                    ibt=e.ibt,
                    ibr=e.ibr,
                    efisiensi=e.efisiensi,
                    iku=e.efisiensi if h.fakta.iku else "",
                )
        t = k.hasil.anggaran.total
        yield Jumlah(
            "Rata-rata capaian dan jumlah anggaran",
            capaian=k.hasil.organisasi.capaian,
            pagu=t.pagu,
            realisasi=t.realisasi,
            persen=t.persen,
        )

    @staticmethod
    def _sasaran(x: HasilSasaran) -> Kelompok:
        return Kelompok(
            f"{x.fakta.kode} {x.fakta.nama}",
            rata=x.capaian,
            efektif=_kata(x.efektif, "Efektif"),
            efisien=_kata(x.efisien, "Efisien"),
        )


class GambarEfisiensi(BlokGambar):
    """Efficiency of every indicator."""

    kode = "bab3.gambar-efisiensi"
    judul = "Efisiensi Anggaran per Indikator {satker} Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(h.fakta.kode for h in k.indikator),
            (Seri("Efisiensi", tuple(h.efisiensi.efisiensi for h in k.indikator)),),
            satuan="%",
            sumbu_nilai="Efisiensi (%)",
        )


class AnalisisEfisiensi(BlokTeks):
    """Means, and the indicators at both ends."""

    kode = "bab3.analisis-efisiensi"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        pasangan = [(h.fakta.nama, h.efisiensi.efisiensi) for h in k.indikator]
        atas, bawah = kal.tertinggi(pasangan), kal.terendah(pasangan)
        if atas is None or bawah is None:
            return ()
        return (
            Paragraf(
                (
                    "Indeks biaya target (IBT) membagi pagu dengan target, indeks biaya realisasi (IBR) membagi "
                    "belanja dengan hasilnya. Selisih relatif keduanya menjadi ukuran efisiensi dalam ",
                    kal.lihat("bab3.efisiensi"),
                    " dan ",
                    kal.lihat("bab3.gambar-efisiensi"),
                    ".",
                )
            ),
            Paragraf(
                (
                    "Efisiensi rata-rata seluruh indikator ",
                    kal.persen(k.hasil.efisiensi_rata),
                    " dan khusus IKU ",
                    kal.persen(k.hasil.efisiensi_rata_iku),
                    f". Yang paling efisien adalah {atas[0]} (",
                    kal.persen(atas[1]),
                    f"), sedangkan efisiensi terkecil ada pada {bawah[0]} (",
                    kal.persen(bawah[1]),
                    ").",
                )
            ),
        )


class NilaiKinerjaAnggaran(BlokTabel[Any]):
    """The official value, the computed one, and the components."""

    kode = "bab3.nka"
    judul = "Nilai Kinerja Anggaran {satker} Tahun {tahun}"
    rujukan = Rujukan("PMK 22/PMK.02/2021")
    kolom = (Kolom("Uraian", "uraian"), Kolom("Nilai", "nilai", Format.NILAI))

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return k.hasil.nka is not None

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        n = k.hasil.nka
        assert n is not None
        for uraian, nilai in (
            ("Penyerapan anggaran", n.penyerapan),
            ("Konsistensi penyerapan terhadap perencanaan", n.konsistensi),
            ("Capaian rincian output", n.capaian_ro),
            ("Efisiensi", n.efisiensi),
            ("Nilai menurut perhitungan", n.nilai_hitung),
        ):
            yield Baris(uraian=uraian, nilai=nilai)
        yield Jumlah("Nilai kinerja anggaran resmi", nilai=n.nilai)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        n = k.hasil.nka
        assert n is not None
        return (
            "Nilai kinerja anggaran resmi tercatat ",
            kal.dengan_satuan(n.nilai),
            "; dari komponen yang sama perhitungan memberi ",
            kal.dengan_satuan(n.nilai_hitung),
            ". Komponennya dimuat dalam ",
            kal.lihat(self.kode),
            ".",
        )

    def bahasan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        n = k.hasil.nka
        assert n is not None
        baris = perhitungan.baris_hitung(n.nilai_hitung)
        return ("Perhitungannya: ", *baris, ".") if baris and isinstance(n.nilai_hitung, Angka) else ()


class Penghargaan(BlokTabel[Any]):
    """Awards of the year."""

    kode = "bab3.penghargaan"
    judul = "Penghargaan yang Diterima {satker} Tahun {tahun}"
    wajib = False
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Penghargaan", "nama"),
        Kolom("Pemberi", "pemberi"),
        Kolom("Asal", "tingkat"),
        Kolom("Tanggal", "tanggal"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for no, p in enumerate(k.fakta.penghargaan, 1):
            yield Baris(
                no=no,
                nama=p.nama,
                pemberi=p.pemberi,
                tingkat=p.tingkat,
                tanggal=tulis_tanggal(p.tanggal) if p.tanggal else "tidak tercantum",
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        if not k.fakta.penghargaan:
            return ()
        n = len(k.fakta.penghargaan)
        return (f"Sepanjang tahun laporan diterima {terbilang(n)} penghargaan (", kal.lihat(self.kode), ").")

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        return (*super().buat(k, s), *pilih.foto_tempat(k, "penghargaan"))
