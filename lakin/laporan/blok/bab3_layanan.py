"""Chapter III, indicators made of services: both years summed, each service of a survey against the target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Format, Inline, Kolom, Rata
from lakin.laporan import angka_indikator as angka
from lakin.laporan import kalimat as kal
from lakin.laporan.deklarasi import Baris, BlokTabel, Jumlah
from lakin.laporan.konteks import Konteks


class JumlahDuaTahun(BlokTabel[Any]):
    """What all services came to last year and this year, and the growth between them."""

    kode = "bab3.jumlah-dua-tahun"
    untuk = "indikator"
    judul = "Jumlah Seluruh Layanan Indikator {kode} Tahun {tahun_lalu} dan {tahun}"

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return angka.dua_tahun(k, s) is not None

    def kolom_pada(self, k: Konteks, s: HasilIndikator) -> tuple[Kolom, ...]:
        return (
            Kolom("Indikator Kinerja", "nama"),
            Kolom(f"Realisasi {k.tahun - 1}", "lalu", Format.NILAI),
            Kolom(f"Realisasi {k.tahun}", "ini", Format.NILAI),
            Kolom("Pertumbuhan (%)", "tumbuh", Format.NILAI),
        )

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        jumlah = angka.dua_tahun(k, s)
        assert jumlah is not None
        yield Baris(nama=s.fakta.nama, lalu=jumlah[0], ini=jumlah[1], tumbuh=s.nilai_hitung)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        jumlah = angka.dua_tahun(k, s)
        assert jumlah is not None
        gerak = kal.gerak(jumlah[1], jumlah[0], Format.NILAI)
        lihat = kal.lihat(self.kode_pada(s))
        return ("Jumlah seluruh layanan ", *gerak, f" dibandingkan dengan {k.tahun - 1} (", lihat, ").")


class LayananSurvei(BlokTabel[Any]):
    """The index of each service against the indicator's target."""

    kode = "bab3.layanan-survei"
    untuk = "indikator"
    judul = "Indeks Setiap Layanan terhadap Target Indikator {kode} Tahun {tahun}"
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Jenis Layanan", "nama"),
        Kolom("Indeks", "indeks", Format.NILAI),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(angka.layanan_survei(k, s))

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        for no, (nama, indeks, capaian) in enumerate(angka.layanan_survei(k, s), 1):
            yield Baris(no=no, nama=nama, indeks=indeks, target=s.target, capaian=capaian)
        yield Jumlah("Indeks hasil survei", indeks=s.realisasi, target=s.target, capaian=s.capaian)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        layanan = angka.layanan_survei(k, s)
        kurang = [nama.lower() for nama, indeks, _ in layanan if not kal.mencapai(indeks, s.target)]
        bacaan: tuple[Inline, ...] = (
            ("Indeks di bawah target terdapat pada ", *kal.rangkai((n,) for n in kurang), ". ")
            if kurang
            else ("Indeks setiap layanan mencapai target. ",)
        )
        return (*bacaan, kal.lihat(self.kode_pada(s)), " menyandingkannya satu per satu.")


class Pengawasan(BlokTabel[Any]):
    """Findings and recommendations of the audit by field, and how many were followed up."""

    kode = "bab3.pengawasan"
    untuk = "indikator"
    judul = "Temuan dan Rekomendasi Hasil Pengawasan Tahun {tahun} Menurut Bidang"
    kolom = (
        Kolom("Bidang", "nama"),
        Kolom("Temuan", "temuan", Format.BILANGAN),
        Kolom("Rekomendasi", "rekomendasi", Format.BILANGAN),
        Kolom("Ditindaklanjuti", "selesai", Format.BILANGAN),
    )

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(angka.pengawasan(k, s))

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Any]:
        *bidang, jumlah = angka.pengawasan(k, s)
        for b in bidang:
            yield Baris(nama=b.nama, temuan=b.temuan, rekomendasi=b.rekomendasi, selesai=b.selesai)
        yield Jumlah("Jumlah", temuan=jumlah.temuan, rekomendasi=jumlah.rekomendasi, selesai=jumlah.selesai)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        jumlah = angka.pengawasan(k, s)[-1]
        if not isinstance(jumlah.temuan, Angka):
            return ()
        return (
            "Pengawasan internal menghasilkan ",
            kal.bilangan(jumlah.temuan),
            " temuan dengan ",
            kal.bilangan(jumlah.rekomendasi),
            " rekomendasi; yang telah ditindaklanjuti ",
            kal.bilangan(jumlah.selesai),
            " (",
            kal.lihat(self.kode_pada(s)),
            ").",
        )
