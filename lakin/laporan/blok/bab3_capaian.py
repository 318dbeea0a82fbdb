"""Chapter III, the satker as a whole: what was agreed against what was reached, per triwulan, goal and objective."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan, terbilang
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilSasaran, HasilTujuan
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_triwulan as triwulan
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks


class AlurIndikator(BlokTabel[Any]):
    """From the superior's indicator to the satker's Renstra and its PK."""

    kode = "bab3.alur-indikator"
    judul = "Alur Indikator Unit Induk sampai Perjanjian Kinerja {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.1")
    kertas = Kertas.LEBAR
    gabung = ("ss", "iss", "sp", "sasaran")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        atas = "Renstra Kementerian"
        kementerian = (
            Kolom("Sasaran Strategis", "ss", kelompok=(atas,)),
            Kolom("Indikator Kinerja", "iss", kelompok=(atas,)),
        )
        induk = (
            Kolom("Sasaran Strategis", "sp", kelompok=("Renstra Unit Induk",)),
            Kolom("Indikator Kinerja", "dukung", kelompok=("Renstra Unit Induk",)),
        )
        ada = any(x.tingkat == "kementerian" for x in k.fakta.keterkaitan)
        return (
            *(kementerian if ada else ()),
            *(induk if pilih.berinduk(k) else ()),
            Kolom("Sasaran Strategis", "sasaran", kelompok=("Renstra Satker",)),
            Kolom("Kode", "kode", kelompok=("Renstra Satker",)),
            Kolom("Indikator Kinerja", "indikator", kelompok=("Perjanjian Kinerja",)),
            Kolom("Target", "target", rata=Rata.KANAN, kelompok=("Perjanjian Kinerja",)),
            Kolom("IKU", "iku", rata=Rata.TENGAH, kelompok=("Perjanjian Kinerja",)),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            kode = b.sasaran.fakta.kode
            yield Baris(
                ss=pilih.sasaran_atas(k, kode, "kementerian"),
                iss=pilih.indikator_atas(k, kode, "kementerian"),
                sp=pilih.sasaran_atas(k, kode, "eselon1"),
                dukung=pilih.daftar_nama(nama for _, nama in b.h.fakta.mendukung) or "N/A",
                sasaran=f"{kode} {b.sasaran.fakta.nama}",
                kode=b.h.fakta.kode,
                indikator=b.h.fakta.nama,
                target=kal.dengan_satuan(b.h.target),
                iku="ya" if b.h.fakta.iku else "tidak",
            )


class CapaianRencanaAksi(BlokTabel[Any]):
    """Target, realisasi, capaian, and physical progress (planned, reached) per triwulan."""

    kode = "bab3.capaian-rencana-aksi"
    judul = "Capaian Rencana Aksi {satker} per Triwulan {masa}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.2")
    kertas = Kertas.LEBAR
    gabung = ("no", "sasaran")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("No.", "no", rata=Rata.TENGAH),
            Kolom("Sasaran Strategis", "sasaran"),
            Kolom("Indikator Kinerja", "indikator"),
            Kolom("Target", "target", Format.NILAI),
            Kolom("Realisasi", "realisasi", Format.NILAI),
            Kolom("Capaian (%)", "capaian", Format.NILAI),
            *(
                Kolom(huruf, f"{apa}{tw}", Format.NILAI, kelompok=(nama_triwulan(tw), "Fisik (%)"))
                for tw in k.berjalan
                for huruf, apa in (("S", "rencana"), ("R", "fisik"))
            ),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            ini = triwulan.sampai(k, b.h)
            rencana = {f"rencana{t.triwulan}": t.fisik_rencana for t in b.h.triwulan}
            fisik = {f"fisik{t.triwulan}": t.fisik for t in b.h.triwulan}
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                target=b.h.target,
                realisasi=ini.realisasi,
                capaian=ini.capaian,
                **rencana,
                **fisik,
            )

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Keterangan: S = sasaran kumulatif, R = realisasi kumulatif.",)


class HasilOrganisasi(BlokTeks):
    """The verdict on the satker, before the wide tables."""

    kode = "bab3.hasil-organisasi"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        n, i = len(k.hasil.sasaran), len(k.indikator)
        ukuran = (
            f"Kinerja {k.satker.singkatan} diukur pada {terbilang(n)} sasaran dan {terbilang(i)} "
            "indikator, dan kemajuannya dipantau tiap triwulan. ",
            kal.lihat("bab3.alur-indikator"),
            " memperlihatkan asal setiap indikator PK, ",
            kal.lihat("bab3.capaian-rencana-aksi"),
            " menyandingkan target, realisasi, dan kemajuan fisiknya, sedangkan ",
            kal.lihat("bab3.gambar-fisik"),
            " dan ",
            kal.lihat("bab3.gambar-capaian-indikator"),
            " menggambarkannya.",
        )
        return (Paragraf(ukuran), Paragraf(self._hasil(k)))

    @staticmethod
    def _hasil(k: Konteks) -> tuple[Inline, ...]:
        o = k.hasil.organisasi
        return (
            "Rata-rata capaian seluruh indikator adalah ",
            kal.persen(o.capaian),
            ". Sebanyak ",
            kal.bilangan(o.tercapai),
            " dari ",
            kal.bilangan(o.jumlah),
            " indikator (",
            kal.persen(o.persen_tercapai),
            ") mencapai atau melampaui target, dengan kemajuan fisik rata-rata ",
            kal.persen(o.fisik),
            " pada akhir triwulan IV.",
        )


class GambarFisik(BlokGambar):
    """Mean physical progress per triwulan, planned and reached."""

    kode = "bab3.gambar-fisik"
    judul = "Rata-rata Target dan Realisasi Fisik {satker} per Triwulan {masa}"

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        return Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            self.judul_pada(k, s),
            tuple(nama_triwulan(tw) for tw in k.berjalan),
            (
                Seri("Target", tuple(angka.fisik_rata(k, tw, rencana=True) for tw in k.berjalan)),
                Seri("Realisasi", tuple(angka.fisik_rata(k, tw, rencana=False) for tw in k.berjalan)),
            ),
            satuan="%",
            sumbu_kategori="Triwulan",
            sumbu_nilai="Fisik kumulatif (%)",
        )


class GambarCapaianIndikator(BlokGambar):
    """Capaian of every indicator."""

    kode = "bab3.gambar-capaian-indikator"
    judul = "Capaian Indikator Kinerja {satker} Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(h.fakta.kode for h in k.indikator),
            (Seri("Capaian", tuple(h.capaian for h in k.indikator)),),
            satuan="%",
            sumbu_nilai="Capaian (%)",
        )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        atas = kal.tertinggi([(h.fakta.kode, h.capaian) for h in k.indikator])
        bawah = kal.terendah([(h.fakta.kode, h.capaian) for h in k.indikator])
        if atas is None or bawah is None:
            return (kal.lihat(self.kode), " menggambarkan capaian setiap indikator.")
        return (
            f"Capaian tertinggi diraih {atas[0]} (",
            kal.persen(atas[1]),
            f") dan yang terendah {bawah[0]} (",
            kal.persen(bawah[1]),
            "), seperti tergambar dalam ",
            kal.lihat(self.kode),
            ".",
        )


class RingkasanSasaran(BlokTabel[HasilSasaran]):
    """Every objective with its mean capaian and its budget."""

    kode = "bab3.ringkasan-sasaran"
    judul = "Ringkasan Capaian dan Anggaran Sasaran {satker} Tahun {tahun}"
    kolom = (
        Kolom("Kode", "fakta.kode"),
        Kolom("Sasaran Strategis", "fakta.nama"),
        Kolom("Rata-rata Capaian (%)", "capaian", Format.NILAI),
        Kolom("Pagu (Rp)", "anggaran.pagu", Format.NILAI),
        Kolom("Realisasi (Rp)", "anggaran.realisasi", Format.NILAI),
        Kolom("Serapan (%)", "anggaran.persen", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        yield from k.hasil.sasaran.values()
        total = k.hasil.anggaran.total
        yield Jumlah(
            "Seluruh indikator",
            **{
                "capaian": k.hasil.organisasi.capaian,
                "anggaran.pagu": total.pagu,
                "anggaran.realisasi": total.realisasi,
                "anggaran.persen": total.persen,
            },
        )


class CapaianTujuan(BlokTabel[Any]):
    """The indicators of one goal under their objectives, and the goal's mean beside its own target."""

    kode = "bab3.capaian-tujuan"
    untuk = "tujuan"
    judul = "Capaian Tujuan {kode} {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.3 sampai 3.6")
    kolom = (
        Kolom("Tujuan", "tujuan"),
        Kolom("Sasaran Strategis", "sasaran"),
        Kolom("Indikator", "indikator"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )
    gabung = ("tujuan", "sasaran")

    def baris(self, k: Konteks, s: HasilTujuan) -> Iterable[Baris]:
        for h in s.indikator:
            yield Baris(
                tujuan=s.fakta.nama,
                sasaran=pilih.nama_sasaran(k, h.fakta.sasaran),
                indikator=h.fakta.nama,
                target=h.target,
                realisasi=h.realisasi,
                capaian=h.capaian,
            )
        if s.realisasi is not None:
            yield Jumlah("Rata-rata realisasi", target=s.target, realisasi=s.realisasi, capaian=s.capaian)
            return
        yield Jumlah("Rata-rata capaian tujuan", capaian=s.capaian)
        yield Jumlah("Target tujuan (%)", capaian=s.target)

    def pengantar(self, k: Konteks, s: HasilTujuan) -> tuple[Inline, ...]:
        n = len(s.indikator)
        return (
            f"Tujuan {s.fakta.kode} ditopang {terbilang(n)} indikator dari sasaran ",
            *kal.rangkai((kode,) for kode in pilih.sasaran_tujuan(k, s)),
            "; rinciannya ada dalam ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )


class AnalisisTujuan(BlokTeks):
    """The verdict on a goal, and how each of its indicators did."""

    kode = "bab3.analisis-tujuan"
    untuk = "tujuan"

    def buat(self, k: Konteks, s: HasilTujuan) -> tuple[Blok, ...]:
        kepala = (*self._hasil(s), ". Hasil tiap indikatornya:")
        butir = tuple(Paragraf((f"{h.fakta.nama}: ", *kal.capaian_indikator(h))) for h in s.indikator)
        return (Paragraf(kepala), Daftar(butir))

    def _hasil(self, s: HasilTujuan) -> tuple[Inline, ...]:
        if s.realisasi is not None:
            return (f"Pada tujuan {s.fakta.kode}, ", *kal.rata_realisasi(s))
        return (
            f"Rata-rata capaian tujuan {s.fakta.kode} sebesar ",
            kal.persen(s.capaian),
            " disandingkan dengan target tujuan sebesar ",
            kal.persen(s.target),
        )


class CapaianSasaran(BlokTabel[Any]):
    """The indicators of one objective with target, realisasi and capaian."""

    kode = "bab3.capaian-sasaran"
    untuk = "sasaran"
    judul = "Capaian Sasaran {kode} {satker} Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 1")
    kolom = (
        Kolom("Sasaran Strategis", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Satuan", "satuan"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )
    gabung = ("sasaran",)

    def baris(self, k: Konteks, s: HasilSasaran) -> Iterable[Baris]:
        for h in s.indikator:
            yield Baris(
                sasaran=s.fakta.nama,
                indikator=h.fakta.nama,
                satuan=h.fakta.satuan,
                target=h.target,
                realisasi=h.realisasi,
                capaian=h.capaian,
            )
        yield Jumlah("Rata-rata capaian sasaran", capaian=s.capaian)

    def pengantar(self, k: Konteks, s: HasilSasaran) -> tuple[Inline, ...]:
        return (
            kal.lihat(self.kode_pada(s)),
            f" merangkum hasil sasaran {s.fakta.kode}, yang rata-rata capaiannya ",
            kal.persen(s.capaian),
            " dengan ",
            *kal.serapan(s.anggaran),
            ".",
        )
