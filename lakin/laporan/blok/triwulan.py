"""The short report of a triwulan: how far the year's plan has come, what it cost, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan, terbilang
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator, HasilSerapanTriwulan, HasilTriwulan
from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.pohon import Blok, Daftar, Figur, Format, Inline, Kolom, Paragraf
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_triwulan as tw
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks, Jumlah, Kelompok
from lakin.laporan.konteks import Konteks


class RingkasanTriwulan(BlokTeks):
    """The verdict on the satker until the triwulan, before the table."""

    kode = "triwulan.ringkasan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        o, n = tw.organisasi(k), len(k.indikator)
        fisik = (
            f"Sampai akhir {nama_triwulan(k.triwulan)} tahun {k.tahun}, kemajuan fisik {terbilang(n)} indikator "
            "rata-rata ",
            kal.persen(angka.fisik_rata(k, k.triwulan, rencana=False)),
            " terhadap rencana ",
            kal.persen(angka.fisik_rata(k, k.triwulan, rencana=True)),
            ". ",
        )
        nilai: tuple[Inline, ...] = ("Belum ada indikator yang nilainya sudah terukur. ",)
        if isinstance(o.capaian, Angka):
            nilai = (
                "Indikator yang nilainya sudah terukur mencatat rata-rata capaian ",
                kal.persen(o.capaian),
                " terhadap target setahun; ",
                kal.bilangan(o.tercapai),
                " dari ",
                kal.bilangan(o.jumlah),
                " indikator telah mencapai atau melampaui target itu. ",
            )
        rincian = ("Rinciannya ada dalam ", kal.lihat("bab3.capaian-rencana-aksi"), ".")
        return (Paragraf((*fisik, *nilai, *rincian)),)


class CapaianIndikatorTriwulan(BlokTeks):
    """One indicator until the triwulan in one sentence: value against the year's target, and physical progress."""

    kode = "triwulan.capaian-indikator"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        t = tw.sampai(k, s)
        return (Paragraf((*_nilai(s, t), *_fisik(t))),)


def _nilai(h: HasilIndikator, t: HasilTriwulan) -> kal.Teks:
    target: kal.Teks = ("Target setahun ", kal.dengan_satuan(h.target))
    if not isinstance(t.realisasi, Angka):
        return (*target, "; nilai sampai triwulan ini belum terukur. ")
    realisasi: kal.Teks = (*target, "; realisasinya ", kal.dengan_satuan(t.realisasi))
    return (*realisasi, ", capaian ", kal.persen(t.capaian), ". ")


def _fisik(t: HasilTriwulan) -> kal.Teks:
    if not isinstance(t.fisik, Angka) or not isinstance(t.fisik_rencana, Angka):
        return ("Kemajuan fisik ", kal.persen(t.fisik), ", rencananya ", kal.persen(t.fisik_rencana), ".")
    kata = (
        "sesuai dengan"
        if t.fisik.nilai == t.fisik_rencana.nilai
        else "di atas"
        if t.fisik.nilai > t.fisik_rencana.nilai
        else "di bawah"
    )
    return ("Kemajuan fisiknya ", kal.persen(t.fisik), f", {kata} rencana ", kal.persen(t.fisik_rencana), ".")


class SerapanTriwulan(BlokTabel[Any]):
    """Pagu, planned withdrawal and realisasi until the triwulan, per KRO."""

    kode = "triwulan.serapan"
    judul = "Realisasi Anggaran {satker} {masa}"
    kolom = (
        Kolom("Program/KRO", "uraian"),
        Kolom("Pagu (Rp)", "pagu", Format.NILAI),
        Kolom("Rencana (Rp)", "rencana", Format.NILAI, kelompok=("Penarikan dana kumulatif",)),
        Kolom("Realisasi (Rp)", "realisasi", Format.NILAI, kelompok=("Penarikan dana kumulatif",)),
        Kolom("Rencana (%)", "persen_rencana", Format.NILAI, kelompok=("Bagian dari pagu",)),
        Kolom("Realisasi (%)", "persen", Format.NILAI, kelompok=("Bagian dari pagu",)),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for x in k.hasil.anggaran.simpul.values():
            if x.fakta.tingkat == "program":
                yield Kelompok(f"{x.fakta.kode_cetak or x.fakta.kode} {x.fakta.uraian}")
            elif x.fakta.tingkat == "kro":
                yield Baris(uraian=pilih.nama_kro(x), pagu=x.pagu, **_uang(tw.uang_simpul(k, x)))
        yield Jumlah("Seluruh satker", pagu=k.hasil.anggaran.total.pagu, **_uang(tw.uang_total(k)))

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        u = tw.uang_total(k)
        return (
            "Sampai akhir ",
            nama_triwulan(k.triwulan),
            " realisasi anggaran ",
            kal.persen(u.persen),
            " dari pagu, di samping rencana ",
            kal.persen(u.persen_rencana),
            "; rinciannya menurut KRO ada dalam ",
            kal.lihat(self.kode),
            ".",
        )

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        u = tw.uang_total(k)
        if not isinstance(u.realisasi_kumulatif, Angka):
            bagian = " Bagian dari pagu adalah jumlah bagian tercatat setiap triwulan." * isinstance(u.persen, Angka)
            return (f"Realisasi rupiah per triwulan tidak tercatat, sehingga kolomnya kosong.{bagian}",)
        kosong = tw.pos_tanpa_uang(k)
        if not kosong:
            return ()
        return (f"Jumlah belum memuat {terbilang(kosong)} pos yang realisasinya belum diisi.",)


def _uang(u: HasilSerapanTriwulan) -> dict[str, Any]:
    return {
        "rencana": u.rencana_kumulatif,
        "realisasi": u.realisasi_kumulatif,
        "persen_rencana": u.persen_rencana,
        "persen": u.persen,
    }


class Tertinggal(BlokTeks):
    """The indicators whose physical progress is below the plan, read from the figures."""

    kode = "triwulan.tertinggal"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        semua = [(h, tw.sampai(k, h)) for h in k.indikator]
        kurang = [(h, t) for h, t in semua if _di_bawah(t)]
        if not kurang:
            return (Paragraf(("Tidak ada indikator yang kemajuan fisiknya tercatat di bawah rencana.",)),)
        butir = tuple(
            Paragraf(
                (f"{h.fakta.nama}: ", kal.persen(t.fisik), ", rencananya ", kal.persen(t.fisik_rencana), "."),
            )
            for h, t in kurang
        )
        return (Paragraf(("Indikator yang kemajuan fisiknya di bawah rencana:",)), Daftar(butir))


def _di_bawah(t: HasilTriwulan) -> bool:
    ada = isinstance(t.fisik, Angka) and isinstance(t.fisik_rencana, Angka)
    return ada and not kal.mencapai(t.fisik, t.fisik_rencana)


class RencanaBerikut(BlokTabel[Any]):
    """What the Rencana Aksi plans for the next triwulan."""

    kode = "triwulan.rencana-berikut"
    judul = "Rencana Aksi {satker} Triwulan Berikutnya Tahun {tahun}"
    kolom = (
        Kolom("Kode", "kode"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Rencana Kegiatan", "kegiatan"),
        Kolom("Fisik saat ini (%)", "kini", Format.NILAI),
        Kolom("Target antara (%)", "target", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return k.triwulan < SETAHUN

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for h in k.indikator:
            kini, nanti = h.triwulan[k.triwulan - 1], h.triwulan[k.triwulan]
            yield Baris(
                kode=h.fakta.kode,
                indikator=h.fakta.nama,
                kegiatan=pilih.kegiatan(h, nanti.triwulan),
                kini=kini.fisik,
                target=nanti.fisik_rencana,
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        nama = nama_triwulan(k.triwulan + 1)
        return (f"Kegiatan dan target antara {nama} menurut Rencana Aksi tersaji dalam ", kal.lihat(self.kode), ".")


class KesimpulanTriwulan(BlokTeks):
    """The headline figures once more."""

    kode = "triwulan.kesimpulan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        o, u = tw.organisasi(k), tw.uang_total(k)
        butir: list[kal.Teks] = [
            (
                "Kemajuan fisik rata-rata ",
                kal.persen(angka.fisik_rata(k, k.triwulan, rencana=False)),
                ", rencananya ",
                kal.persen(angka.fisik_rata(k, k.triwulan, rencana=True)),
                ".",
            ),
            ("Rata-rata capaian terhadap target setahun ", Figur(o.capaian, Format.PERSEN), "."),
            ("Realisasi anggaran ", kal.persen(u.persen), " dari pagu ", kal.rupiah(k.hasil.anggaran.total.pagu), "."),
        ]
        return (
            Paragraf((f"Angka pokok sampai akhir {nama_triwulan(k.triwulan)} tahun {k.tahun}:",)),
            Daftar(tuple(Paragraf(b) for b in butir), bernomor=True),
        )
