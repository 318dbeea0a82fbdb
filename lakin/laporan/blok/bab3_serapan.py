"""Chapter III, absorption: by triwulan, by the tree and its KRO, over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import nama_triwulan
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Daftar, Format, Inline, Kertas, Kolom, Paragraf
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, BlokTeks, Jumlah, Kelompok
from lakin.laporan.konteks import Konteks

TRIWULAN = (1, 2, 3, 4)


class KeuanganTriwulan(BlokTabel[Any]):
    """Recorded plan and realisasi of each KRO per triwulan, as shares of its pagu."""

    kode = "bab3.keuangan-triwulan"
    judul = "Realisasi Anggaran Kegiatan {satker} per Triwulan Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.69")
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("Kegiatan/KRO", "uraian"),
        Kolom("Anggaran (Rp)", "pagu", Format.NILAI),
        *(
            kolom
            for tw in TRIWULAN
            for kolom in (
                Kolom("T", f"t{tw}", Format.NILAI, kelompok=(f"{nama_triwulan(tw)} (%)", "Keuangan")),
                Kolom("R", f"r{tw}", Format.NILAI, kelompok=(f"{nama_triwulan(tw)} (%)", "Keuangan")),
            )
        ),
        Kolom("Realisasi (%)", "persen", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        total = k.hasil.anggaran.total
        yield Jumlah(k.satker.nama, pagu=total.pagu, persen=total.persen, **_tercatat(k, "total"))
        for x in k.hasil.anggaran.simpul.values():
            if x.fakta.tingkat == "program":
                yield Kelompok(f"{x.fakta.kode_cetak or x.fakta.kode} {x.fakta.uraian}")
            elif x.fakta.tingkat == "kro":
                yield Baris(uraian=pilih.nama_kro(x), pagu=x.pagu, persen=x.persen, **_tercatat(k, x.fakta.kode))

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "Keterangan: T = target, R = realisasi, sebagai bagian dari pagu dalam triwulan itu saja. "
            "Bagian per triwulan adalah angka tercatat; kolom terakhir dihitung dari realisasi setahun.",
        )


def _tercatat(k: Konteks, kode: str) -> dict[str, Any]:
    hasil = {}
    for tw in TRIWULAN:
        hasil[f"t{tw}"], hasil[f"r{tw}"] = pilih.serapan_tercatat(k, kode, tw)
    return hasil


class GambarSerapanTriwulan(BlokGambar):
    """Recorded plan and realisasi of the satker per triwulan."""

    kode = "bab3.gambar-serapan-triwulan"
    judul = "Target dan Realisasi Keuangan {satker} per Triwulan Tahun {tahun}"

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        pasangan = [pilih.serapan_tercatat(k, "total", tw) for tw in TRIWULAN]
        return Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            self.judul_pada(k, s),
            tuple(nama_triwulan(tw) for tw in TRIWULAN),
            (Seri("Target", tuple(t for t, _ in pasangan)), Seri("Realisasi", tuple(r for _, r in pasangan))),
            satuan="% pagu",
            sumbu_kategori="Triwulan",
            sumbu_nilai="Bagian dari pagu (%)",
        )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        kurang = [tw for tw in TRIWULAN if not kal.mencapai(*reversed(pilih.serapan_tercatat(k, "total", tw)))]
        if not kurang:
            return ("Pada setiap triwulan realisasi tidak lebih rendah daripada rencananya.",)
        return (
            f"Realisasi tertinggal dari rencana pada {kal.triwulan(kurang)}",
            "; rinciannya menurut KRO ada dalam ",
            kal.lihat("bab3.keuangan-triwulan"),
            ".",
        )


class KeuanganPohon(BlokTabel[Any]):
    """The budget tree with realisasi at every node."""

    kode = "bab3.keuangan-pohon"
    judul = "Realisasi Anggaran Program dan Kegiatan {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.70")
    kolom = (
        Kolom("Kode", "kode"),
        Kolom("Komponen/Subkomponen", "uraian", menjorok=True),
        Kolom("Pagu (Rp)", "pagu", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("Realisasi (Rp)", "realisasi", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("%", "persen", Format.NILAI, kelompok=("Anggaran",)),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for p in pilih.pohon_anggaran(k):
            x = p.simpul
            yield Baris(
                p.tingkat, p.jenis, kode=p.kode, uraian=p.uraian, pagu=x.pagu, realisasi=x.realisasi, persen=x.persen
            )
        t = k.hasil.anggaran.total
        yield Jumlah("Jumlah", pagu=t.pagu, realisasi=t.realisasi, persen=t.persen)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            kal.lihat(self.kode),
            " memperlihatkan pagu dan realisasi dari program sampai komponen; tiap pos sama dengan jumlah pos di "
            "bawahnya.",
        )


class GambarKeuanganKro(BlokGambar):
    """Absorption per KRO against the target of the year."""

    kode = "bab3.gambar-keuangan-kro"
    judul = "Realisasi Anggaran {satker} per KRO terhadap Target Serapan Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        kro = angka.kro(k)
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(pilih.nama_kro(x) for x in kro),
            (Seri("Realisasi", tuple(x.persen for x in kro)),),
            satuan="%",
            sumbu_nilai="Realisasi terhadap pagu (%)",
            acuan=pilih.acuan_serapan(k),
        )


class AnalisisKro(BlokTeks):
    """Which KRO reached the target of absorption."""

    kode = "bab3.analisis-kro"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        target = k.hasil.anggaran.target_serapan
        capai = [x for x in angka.kro(k) if kal.mencapai(x.persen, target)]
        belum = [x for x in angka.kro(k) if x not in capai]
        butir = [
            Paragraf((judul, *kal.nama_dan_persen((pilih.nama_kro(x), x.persen) for x in kro), "."))
            for judul, kro in (("Mencapai target: ", capai), ("Belum mencapai target: ", belum))
            if kro
        ]
        kepala = ("Terhadap target serapan ", kal.persen(target), ", keadaan setiap KRO adalah sebagai berikut.")
        return (Paragraf(kepala), Daftar(tuple(butir)))


class KeuanganLimaTahun(BlokTabel[Any]):
    """Pagu, realisasi and absorption over the years."""

    kode = "bab3.keuangan-lima-tahun"
    judul = "Perkembangan Pagu dan Realisasi Anggaran {satker} sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.71")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("Uraian", "uraian"),
            *(Kolom(f"TA {t}", f"t{t}", Format.NILAI) for t in uang.seri_anggaran(k)),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        seri = uang.seri_anggaran(k)
        for uraian, nama in (("Pagu (Rp)", "pagu"), ("Realisasi (Rp)", "realisasi"), ("Realisasi (%)", "persen")):
            yield Baris(uraian=uraian, **{f"t{t}": getattr(x, nama) for t, x in seri.items()})

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        seri = uang.seri_anggaran(k)
        lalu, ini = seri.get(k.tahun - 1), seri[k.tahun]
        if lalu is None:
            return (kal.lihat(self.kode), " memuat perkembangan anggaran.")
        return (
            f"Dibandingkan dengan tahun {k.tahun - 1}, serapan ",
            *kal.gerak(ini.persen, lalu.persen, Format.PERSEN),
            ", sedangkan pagunya ",
            *kal.gerak(ini.pagu, lalu.pagu, Format.RUPIAH),
            " (",
            kal.lihat(self.kode),
            ").",
        )


class GambarLimaTahun(BlokGambar):
    """Pagu and realisasi over the years."""

    kode = "bab3.gambar-lima-tahun"
    judul = "Perkembangan Anggaran {satker} sampai Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        seri = uang.seri_anggaran(k)
        return Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            self.judul_pada(k, s),
            tuple(str(t) for t in seri),
            (
                Seri("Pagu", tuple(x.pagu for x in seri.values())),
                Seri("Realisasi", tuple(x.realisasi for x in seri.values())),
            ),
            satuan="Rp miliar",
            sumbu_kategori="Tahun anggaran",
            sumbu_nilai="Rp miliar",
            format="miliar",
        )
