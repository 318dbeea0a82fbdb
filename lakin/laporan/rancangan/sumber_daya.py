"""The end of the analysis: what supported the result, what it cost, and why it came about (the author's to say)."""

from __future__ import annotations

from decimal import Decimal

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import KEGIATAN, SEBAB, SUMBER_DAYA, Lihat, Pola, Teks

Indikator = HasilIndikator


class KegiatanPendukung(Pola[Indikator]):
    """What part of the supporting pagu the result took, and on what it was meant to be spent."""

    kode = "analisis.kegiatan-pendukung"
    menjawab = KEGIATAN

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return bool(pilih.dukungan(k, s)) and isinstance(s.anggaran.persen, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        milik = [d.simpul for d in pilih.dukungan(k, s)]
        nama = [ragam.sebut(x.fakta.uraian, "kegiatan lain") for x in milik]
        pagu, serap = kal.rupiah(s.anggaran.pagu), kal.persen(s.anggaran.persen)
        akhir: Teks = (Lihat(f"bab3.dukungan-indikator.{s.fakta.kode}"), ".")
        if ragam.capai(s) in ragam.BELUM:
            akhir = (", sedangkan target indikator belum tercapai", *akhir)
        if len(milik) == 1:
            return (
                "anggaran pendukungnya, ",
                pagu,
                f", seluruhnya tersedia bagi {nama[0]} dan terserap ",
                serap,
                *akhir,
            )
        nilai = [x.pagu.nilai if isinstance(x.pagu, Angka) else Decimal(0) for x in milik]
        besar = nilai.index(max(nilai))
        if 2 * nilai[besar] > sum(nilai):
            return (
                "sebagian besar anggaran pendukung, yaitu ",
                kal.rupiah(milik[besar].pagu),
                " dari ",
                pagu,
                f", tersedia bagi {nama[besar]}; serapan keseluruhannya ",
                serap,
                *akhir,
            )
        if len(milik) <= TERSEBAR:
            bagi = kal.rangkai([(n,) for n in nama], "serta")
            return ("anggaran pendukung sebesar ", pagu, " dibagi untuk ", *bagi, ", dan terserap ", serap, *akhir)
        return (
            "anggaran pendukung sebesar ",
            pagu,
            f" terbagi pada beberapa kegiatan, terbesar pada {nama[besar]} (",
            kal.rupiah(milik[besar].pagu),
            "), dan terserap ",
            serap,
            *akhir,
        )


TERSEBAR = 3
"""Activities that one sentence can name."""


class BiayaSatuan(Pola[Indikator]):
    """The indicator's efficiency, beside the others'."""

    kode = "analisis.biaya-satuan"
    menjawab = SUMBER_DAYA
    bersambung = True

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.efisiensi.efisiensi, Angka)

    def nada(self, k: Konteks, s: Indikator) -> int:
        return -1 if isinstance(s.efisiensi.efisiensi, Angka) and s.efisiensi.efisiensi.nilai < 0 else 0

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        e, rata = s.efisiensi.efisiensi, k.hasil.efisiensi_rata
        assert isinstance(e, Angka)
        if e.nilai < 0:
            return (
                "biaya tiap satuan realisasi lebih tinggi daripada yang direncanakan (efisiensi ",
                kal.persen(e),
                ").",
            )
        ujung = ragam.ekstrem([(h.fakta.kode, h.efisiensi.efisiensi) for h in k.indikator])
        if ujung and s.fakta.kode in (ujung[0][0], ujung[1][0]):
            apa = "tertinggi" if s.fakta.kode == ujung[0][0] else "terendah"
            return ("efisiensi biaya per satuan hasil ", kal.persen(e), f", {apa} di antara semua indikator.")
        if not isinstance(rata, Angka) or not ragam.naik(e, rata):
            return ("efisiensi biaya per satuan hasil tercatat ", kal.persen(e), ".")
        if e.nilai < SEDIKIT:
            return (
                "biaya per satuan hasil hanya sedikit lebih rendah daripada rencana, dengan efisiensi ",
                kal.persen(e),
                ".",
            )
        if rata.nilai > 0 and e.nilai >= 2 * rata.nilai:
            return (
                "di antara semua indikator efisiensinya tergolong tinggi, yaitu ",
                kal.persen(e),
                " terhadap rata-rata ",
                kal.persen(rata),
                ".",
            )
        kata = "melampaui" if ragam.naik(e, rata) > 0 else "masih di bawah"
        return ("efisiensinya, ", kal.persen(e), f", {kata} rata-rata seluruh indikator (", kal.persen(rata), ").")


SEDIKIT = Decimal(15)
"""Efficiency up to which a unit cost little less than planned."""

C = ragam.Capai


class Sebab(Pola[Indikator]):
    """Why it came about: a gap, opened in the words of what is measured."""

    kode = "analisis.sebab"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        cap = ragam.capai(s)
        if cap is C.DEKAT:
            return ("sisa target yang belum tercapai disebabkan oleh ", Celah("sebab utama, beserta buktinya"), ".")
        if cap is C.KURANG:
            return ("target belum tercapai karena ", Celah("sebab utama, akibatnya, dan buktinya"), ".")
        awal = _PENDORONG.get(s.fakta.rumus, "hasil ini dipengaruhi oleh ")
        if ragam.bertumbuh(s) and isinstance(s.realisasi, Angka) and s.realisasi.nilai <= 0:
            awal = "perubahan ini dipengaruhi oleh "
        return (
            awal,
            Celah(
                "faktor keberhasilan, beserta buktinya" if cap in ragam.TERCAPAI else "faktor yang memengaruhi hasil"
            ),
            ".",
        )


_PENDORONG = {
    "efisiensi_perusahaan": "perbaikan pada perusahaan mitra ditempuh melalui ",
    "jumlah_perusahaan": "kerja sama dengan perusahaan diperoleh melalui ",
    "pertumbuhan": "pertumbuhan tersebut didorong oleh ",
    "pertumbuhan_layanan": "pertumbuhan tersebut didorong oleh ",
    "p3dn": "pemakaian produk dalam negeri diupayakan melalui ",
    "tindak_lanjut": "penyelesaian rekomendasi ditempuh melalui ",
    "indeks_survei": "penilaian pengguna layanan dipengaruhi oleh ",
    "kepuasan": "penilaian pengguna layanan dipengaruhi oleh ",
    "ip_asn": "nilai tiap unsur pegawai dipengaruhi oleh ",
    "indeks_layanan_publik": "indeks pelayanan ini ditopang oleh ",
    "sakip": "penilaian atas akuntabilitas dipengaruhi oleh ",
    "laporan_keuangan": "mutu laporan keuangan dijaga melalui ",
}
"""What leads to the cause, by formula; the cause itself is never known from data."""


class SebabBerlipat(Pola[Indikator]):
    """A target that was passed by far asks how it had been set."""

    kode = "analisis.sebab-berlipat"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.capai(s) is C.BERLIPAT

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        if ragam.naik(pilih.target_tahun(s, k.tahun), pilih.target_tahun(s, k.tahun - 1)) > 0:
            return (
                "target tahun ini sudah dinaikkan, tetapi tetap jauh terlampaui: ",
                Celah("dasar penetapan target dan ketepatannya"),
                ".",
            )
        return (
            "jarak yang besar antara target dan realisasi perlu diterangkan: ",
            Celah("dasar penetapan target dan sebab selisihnya"),
            ".",
        )


class SebabBerubah(Pola[Indikator]):
    """A fall since last year asks for a reason of its own, also where the target was reached."""

    kode = "analisis.sebab-berubah"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        lalu = ragam.lalu(k, s)
        return lalu is not None and ragam.lebih_baik(s, s.realisasi, lalu.realisasi) < 0

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        apa = (
            "perlambatan"
            if ragam.bertumbuh(s)
            else "penurunan"
            if s.fakta.klasifikasi.value == "maksimasi"
            else "kenaikan"
        )
        return (f"adapun {apa} dari tahun {k.tahun - 1} terjadi karena ", Celah(f"sebab {apa}, beserta buktinya"), ".")
