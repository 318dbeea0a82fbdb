"""Chapter III, one indicator: its manual, what was reached, its progress and what supported it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan
from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Blok, Format, Inline, Kolom, Paragraf, Rincian
from lakin.laporan import kalimat as kal
from lakin.laporan import perhitungan, pilih
from lakin.laporan.deklarasi import Baris, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks


class PedomanIndikator(BlokTeks):
    """The manual of the indicator: definition, source, way of computing."""

    kode = "bab3.pedoman-indikator"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        f, p = s.fakta, s.fakta.pedoman
        r = pilih.rumus_indikator(k, s)
        butir = [
            ("Definisi", p.definisi),
            ("Sumber data", p.sumber_data),
            ("Cara menghitung", p.cara_hitung),
            ("Rumus", perhitungan.tulisan(r.cara) if r else "dicatat, tidak dihitung dari data dasar"),
            ("Satuan dan sifat", f"{f.satuan}; {f.klasifikasi.value}{'; IKU' if f.iku else ''}"),
            ("Penanggung jawab", p.penanggung_jawab),
            ("Mendukung", "; ".join(f"{kode} {nama}" for kode, nama in f.mendukung)),
            ("Riwayat indikator", _garis(s)),
            ("Prioritas nasional", "ya" if f.prioritas_nasional else ""),
        ]
        return (Rincian(tuple((label, (isi,)) for label, isi in butir if isi)),)


def _garis(h: HasilIndikator) -> str:
    dari = f" dari {h.fakta.garis_dari}" if h.fakta.garis_dari else ""
    return {"baru": "indikator baru", "pengganti": f"pengganti{dari}", "revisi": f"revisi{dari}"}.get(h.fakta.garis, "")


class CapaianIndikator(BlokTabel[HasilIndikator]):
    """Target against realisasi this year."""

    kode = "bab3.capaian-indikator"
    untuk = "indikator"
    judul = "Capaian Indikator Kinerja {kode} Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 1")
    kolom = (
        Kolom("Indikator Kinerja", "fakta.nama"),
        Kolom("Satuan", "fakta.satuan"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Capaian (%)", "capaian", Format.NILAI),
    )

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[HasilIndikator]:
        return (s,)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return (*kal.capaian_indikator(s), " Ringkasannya dalam ", kal.lihat(self.kode_pada(s)), ".")

    def bahasan(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return kal.penggantian(s)


class KemajuanIndikator(BlokTabel[Any]):
    """The year's progress: planned activity, physical progress and value per triwulan."""

    kode = "bab3.kemajuan-indikator"
    untuk = "indikator"
    judul = "Kemajuan Indikator {kode} per Triwulan Tahun {tahun}"
    kolom = (
        Kolom("Triwulan", "triwulan"),
        Kolom("Kegiatan yang direncanakan", "kegiatan"),
        Kolom("Sasaran (%)", "rencana", Format.NILAI, kelompok=("Fisik kumulatif",)),
        Kolom("Realisasi (%)", "fisik", Format.NILAI, kelompok=("Fisik kumulatif",)),
        Kolom("Nilai indikator", "nilai", Format.NILAI),
    )

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        for t in s.triwulan[: k.triwulan]:
            yield Baris(
                triwulan=nama_triwulan(t.triwulan),
                kegiatan=pilih.kegiatan(s, t.triwulan),
                rencana=t.fisik_rencana,
                fisik=t.fisik,
                nilai=t.realisasi,
            )

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        terisi = [
            (nama_triwulan(t.triwulan), t.fisik, t.fisik_rencana)
            for t in s.triwulan[: k.triwulan]
            if isinstance(t.fisik, Angka) and isinstance(t.fisik_rencana, Angka)
        ]
        if not terisi:
            return ("Kemajuan fisik indikator ini belum dilaporkan, sebagaimana ", kal.lihat(self.kode_pada(s)), ".")
        kurang = [nama for nama, fisik, rencana in terisi if not kal.mencapai(fisik, rencana)]
        hasil: tuple[Inline, ...] = (
            ("Kemajuan fisik berada di bawah rencana pada ", *kal.rangkai((n,) for n in kurang), ".")
            if kurang
            else ("Kemajuan fisik tidak pernah berada di bawah rencananya.",)
        )
        return (*hasil, " ", kal.lihat(self.kode_pada(s)), " mencatat perkembangannya.")


class DukunganIndikator(BlokTabel[Any]):
    """The budget leaves that supported the indicator."""

    kode = "bab3.dukungan-indikator"
    untuk = "indikator"
    judul = "Anggaran Pendukung Indikator {kode} Tahun {tahun}"
    rujukan = Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja, butir 7")
    kolom = (
        Kolom("Kode", "kode"),
        Kolom("Komponen/Subkomponen", "uraian"),
        Kolom("Pagu (Rp)", "pagu", Format.NILAI),
        Kolom("Realisasi (Rp)", "realisasi", Format.NILAI),
        Kolom("%", "persen", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(pilih.dukungan(k, s))

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Any]:
        for d in pilih.dukungan(k, s):
            x = d.simpul
            yield Baris(
                kode=x.fakta.kode,
                uraian=f"{x.fakta.uraian}{d.bagian}",
                pagu=x.pagu,
                realisasi=x.realisasi,
                persen=x.persen,
            )
        yield Jumlah("Jumlah", pagu=s.anggaran.pagu, realisasi=s.anggaran.realisasi, persen=s.anggaran.persen)

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return (
            "Kegiatan pendukung indikator ini membukukan ",
            *kal.serapan(s.anggaran),
            ", dirinci dalam ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )


class EfisiensiIndikator(BlokTeks):
    """Cost per unit of target and of realisasi, in one sentence."""

    kode = "bab3.efisiensi-indikator"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        e = s.efisiensi
        if not isinstance(e.efisiensi, Angka):
            return (Paragraf(("Efisiensi tidak dapat dihitung: ", e.efisiensi.alasan)),)
        return (
            Paragraf(
                (
                    "Biaya per satuan target (IBT) ",
                    kal.rupiah(e.ibt),
                    " dan per satuan realisasi (IBR) ",
                    kal.rupiah(e.ibr),
                    "; efisiensinya ",
                    kal.persen(e.efisiensi),
                    ". Seluruh indikator dibandingkan dalam ",
                    kal.lihat("bab3.efisiensi"),
                    ".",
                )
            ),
        )
