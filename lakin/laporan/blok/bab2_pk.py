"""Chapter II, the Perjanjian Kinerja in force, its budget, its key indicators, and the Rencana Aksi."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan, terbilang, tulis_tanggal
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks
from lakin.laporan.tabel_pk import TabelTarget


class PerjanjianKinerja(TabelTarget):
    """The PK in force on 31 December."""

    kode = "bab2.perjanjian-kinerja"
    judul = "Perjanjian Kinerja {satker} Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran I")

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        pihak = [p.jabatan for p in k.fakta.pk.penanda_tangan]
        if k.fakta.pk.pengganti:
            return (f"{k.fakta.pk.pengganti}. Target itu dimuat dalam ", kal.lihat(self.kode), ".")
        siapa = f" antara {' dan '.join(pihak)}" if len(pihak) == 2 else ""
        return (
            f"Perjanjian Kinerja (PK) ialah kesepakatan{siapa}. Revisi terakhirnya dimuat dalam ",
            kal.lihat(self.kode),
            "; perubahannya selama tahun berjalan dicatat dalam ",
            kal.lihat("bab2.revisi-pk"),
            ".",
        )


class AnggaranProgram(BlokTabel[Any]):
    """The budget per program as the PK states it."""

    kode = "bab2.anggaran-program"
    judul = "Anggaran per Program dalam Perjanjian Kinerja {satker} Tahun {tahun}"
    bernomor = False
    kolom = (
        Kolom("Program", "nama"),
        Kolom("Anggaran (Rp)", "nilai", Format.NILAI),
        Kolom("Bagian (%)", "persen", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(k.fakta.pk.anggaran_program)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        h = angka.anggaran_program(k)
        yield from h.rinci
        yield Jumlah("Jumlah", nilai=h.jumlah)


class Iku(BlokTeks):
    """The key performance indicators among those of the PK."""

    kode = "bab2.iku"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        iku = [h for h in k.indikator if h.fakta.iku]
        if not iku:
            return ()
        sasaran = len({h.fakta.sasaran for h in k.indikator})
        kepala = (
            f"PK tersebut terdiri atas {terbilang(sasaran)} sasaran dan {terbilang(len(k.indikator))} "
            f"indikator. Di antaranya {terbilang(len(iku))} "
            "merupakan indikator kinerja utama (IKU):"
        )
        return (Paragraf((kepala,)), Daftar(tuple(Paragraf((h.fakta.nama,)) for h in iku), bernomor=True))


class RencanaAksi(BlokTabel[Any]):
    """Cumulative intermediate targets and planned activities per triwulan."""

    kode = "bab2.rencana-aksi"
    judul = "Rencana Aksi {satker} Tahun Anggaran {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.16")
    kertas = Kertas.LEBAR
    gabung = ("no", "sasaran")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("No.", "no", rata=Rata.TENGAH),
            Kolom("Sasaran Kegiatan", "sasaran"),
            Kolom("Indikator Kinerja", "indikator"),
            Kolom("Target", "target", rata=Rata.KANAN),
            *(kolom for tw in k.berjalan for kolom in _kolom_aksi(tw)),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            fisik = {f"fisik{t.triwulan}": t.fisik_rencana for t in b.h.triwulan}
            kegiatan = {f"kegiatan{tw}": pilih.kegiatan(b.h, tw) for tw in k.berjalan}
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                target=kal.dengan_satuan(b.h.target),
                **fisik,
                **kegiatan,
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "Rencana aksi menjabarkan PK ke dalam target antara kumulatif dan kegiatan setiap triwulan, seperti dalam ",
            kal.lihat(self.kode),
            ".",
        )


def _kolom_aksi(tw: int) -> tuple[Kolom, Kolom]:
    kelompok = ("Rencana Aksi", nama_triwulan(tw))
    return (
        Kolom("Target Antara (%)", f"fisik{tw}", Format.NILAI, kelompok=kelompok),
        Kolom("Rencana Kegiatan", f"kegiatan{tw}", kelompok=kelompok),
    )


class RevisiPk(BlokTabel[Any]):
    """The revisions of the year's PK; the last one is in force."""

    kode = "bab2.revisi-pk"
    judul = "Riwayat Perjanjian Kinerja {satker} Tahun {tahun}"
    kolom = (
        Kolom("Revisi", "revisi", rata=Rata.TENGAH),
        Kolom("Tanggal", "tanggal"),
        Kolom("Keterangan", "keterangan"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        pk = k.fakta.pk
        for revisi, sejak, catatan in pk.menggantikan:
            yield Baris(
                revisi=revisi,
                tanggal=f"berlaku sejak {tulis_tanggal(sejak)}" if sejak else "tidak tercantum",
                keterangan=catatan or "Digantikan oleh revisi berikutnya.",
            )
        yield Baris(
            revisi=pk.revisi,
            tanggal=tulis_tanggal(pk.tanggal) if pk.tanggal else "tidak tercantum",
            keterangan="Revisi terakhir; menjadi dasar laporan ini.",
        )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "PK yang diubah tidak menghapus yang lama. ",
            kal.lihat(self.kode),
            " mencatat urutannya.",
        )
