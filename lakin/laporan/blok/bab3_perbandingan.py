"""Chapter III, one indicator beside its past, the medium term and benchmarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang
from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format, Inline, Kolom, Rata
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, Jumlah
from lakin.laporan.konteks import Konteks


class SeriIndikator(BlokTabel[Any]):
    """The indicator over the years: target, realisasi, capaian."""

    kode = "bab3.seri-indikator"
    untuk = "indikator"
    judul = "Perkembangan Realisasi Indikator {kode} sampai Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 2")
    kolom = (
        Kolom("Tahun", "tahun", rata=Rata.TENGAH),
        Kolom("Satuan", "satuan"),
        Kolom("Target Renstra", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return len(pilih.pernah(k, s)) > 1

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        for t in pilih.pernah(k, s):
            yield Baris(
                tahun=t.tahun,
                satuan=pilih.satuan_lalu(s, t.tahun),
                target=t.target,
                realisasi=t.realisasi,
                capaian=t.capaian,
            )

    def catatan(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        nama = [f"{', '.join(map(str, tahun))}: {nama}" for nama, tahun in pilih.nama_lalu(s).items()]
        return (f"Indikator pendahulu pada tahun {'; '.join(nama)}.",) if nama else ()

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        lalu = pilih.sebelumnya(k, s)
        lihat = (kal.lihat(self.kode_pada(s)), " memuat deretnya.")
        if lalu is None or not isinstance(lalu.realisasi, Angka):
            return (f"Realisasi tahun {k.tahun - 1} tidak tersedia untuk disandingkan. ", *lihat)
        if pilih.satuan_lalu(s, k.tahun - 1).casefold() != s.fakta.satuan.casefold():
            return (
                "Ukuran indikator berubah, sehingga tahun-tahun sebelumnya ditampilkan dengan satuannya sendiri "
                "dan tidak diperbandingkan. ",
                *lihat,
            )
        gerak = kal.gerak(s.realisasi, lalu.realisasi, Format.SATUAN)
        return (f"Dibandingkan dengan tahun {k.tahun - 1}, realisasi ", *gerak, ". ", *lihat)


class GambarSeriIndikator(BlokGambar):
    """The same series drawn, where at least three years share the unit."""

    kode = "bab3.gambar-seri-indikator"
    untuk = "indikator"
    judul = "Perkembangan Indikator {kode}"
    dengan_tabel = False

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        seri = pilih.pernah(k, s)
        satuan = {pilih.satuan_lalu(s, t.tahun).casefold() for t in seri}
        return len(satuan) == 1 and sum(isinstance(t.realisasi, Angka) for t in seri) > 2

    def bagan(self, k: Konteks, s: HasilIndikator) -> Bagan:
        seri = pilih.pernah(k, s)
        return Bagan(
            JenisBagan.GARIS,
            self.judul_pada(k, s),
            tuple(str(t.tahun) for t in seri),
            (
                Seri("Realisasi", tuple(t.realisasi for t in seri)),
                Seri("Target Renstra", tuple(t.target for t in seri)),
            ),
            satuan=s.fakta.satuan,
            sumbu_kategori="Tahun",
            sumbu_nilai=s.fakta.satuan,
        )


class JangkaMenengahIndikator(BlokTabel[Any]):
    """The Renstra's years of the indicator, and how far the period has come."""

    kode = "bab3.jangka-menengah-indikator"
    untuk = "indikator"
    judul = "Indikator {kode} terhadap Target Jangka Menengah {awal}-{akhir}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 3")

    def kolom_pada(self, k: Konteks, s: HasilIndikator) -> tuple[Kolom, ...]:
        tahun = uang.tahun_renstra(k)
        return (
            Kolom("Uraian", "uraian"),
            *(Kolom(str(t), f"t{t}", Format.NILAI) for t in tahun),
            Kolom(f"{tahun[0]}-{tahun[-1]}", "periode", Format.NILAI),
        )

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        for uraian, nama, periode in (
            ("Target", "target", s.renstra.target),
            ("Realisasi", "realisasi", s.renstra.realisasi),
            ("Capaian (%)", "capaian", s.renstra.capaian),
        ):
            isi = {f"t{t}": pilih.sel_seri(s, t, nama) for t in uang.tahun_renstra(k)}
            yield Baris(uraian=uraian, periode=periode, **isi)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return (
            f"Untuk indikator ini nilai tahunan {kal.cara_renstra(s.fakta.cara_renstra)}. ",
            f"Sampai {k.tahun} realisasinya ",
            kal.dengan_satuan(s.renstra.realisasi),
            " terhadap target jangka menengah ",
            kal.dengan_satuan(s.renstra.target),
            ", atau ",
            kal.persen(s.renstra.capaian),
            " (",
            kal.lihat(self.kode_pada(s)),
            ").",
        )


class AcuanIndikator(BlokTabel[Any]):
    """The indicator beside benchmarks of others."""

    kode = "bab3.acuan-indikator"
    untuk = "indikator"
    judul = "Realisasi Indikator {kode} dan Nilai Acuan"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 4")
    kolom = (
        Kolom("Acuan", "nama"),
        Kolom("Tahun", "tahun", rata=Rata.TENGAH),
        Kolom("Satuan", "satuan"),
        Kolom("Nilai", "nilai", Format.NILAI),
        Kolom("Sumber (dokumen asal)", "sumber"),
    )

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(angka.acuan(k, s))

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Any]:
        for a, nilai in angka.acuan(k, s):
            yield Baris(nama=a.nama, tahun=a.tahun, satuan=a.satuan, nilai=nilai, sumber=a.sumber)
        yield Jumlah(f"Realisasi {s.fakta.kode} tahun {k.tahun} ({s.fakta.satuan})", nilai=s.realisasi)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        n = len(angka.acuan(k, s))
        return (
            "Di samping realisasi ",
            kal.dengan_satuan(s.realisasi),
            f" tersedia {terbilang(n)} nilai acuan dari rencana nasional atau unit lain. Ukurannya mengikuti "
            "nama masing-masing dan tidak selalu sama dengan indikator ini, lihat ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )
