"""Chapter III, one indicator: how it is computed, what was reached, and what it is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import Galat, baca_tanggal, nama_triwulan, terbilang, tulis, tulis_tanggal
from lakin.capaian.angka_jelas import Angka, Bahan, Rujukan
from lakin.capaian.deklarasi import Jenis, Kunci, Medan, Rumus, medan
from lakin.capaian.hasil import HasilIndikator
from lakin.capaian.katalog import rumus
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Format, Inline, IsiSel, Kolom, Paragraf, Rata, Rincian, Tabel
from lakin.dokumen.pohon import baris as baris_tabel
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import perhitungan, pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, BlokTeks, Jumlah
from lakin.laporan.konteks import Konteks

TRIWULAN = (1, 2, 3, 4)
KUNCI_MESIN = frozenset({"kode_layanan"})
"""Fields that join rows to other tables; their name stands beside them."""


def _rumus(k: Konteks, h: HasilIndikator) -> Rumus[Any] | None:
    return rumus(h.fakta.rumus, k.tahun) if h.fakta.rumus else None


class PedomanIndikator(BlokTeks):
    """The manual of the indicator: definition, source, way of computing."""

    kode = "bab3.pedoman-indikator"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        f, p = s.fakta, s.fakta.pedoman
        r = _rumus(k, s)
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


class DataDasar(BlokTabel[Any]):
    """The raw rows of the indicator's formula; its columns are the formula's own fields."""

    kode = "bab3.data-dasar"
    untuk = "indikator"
    judul = "Data Dasar Indikator {kode} Tahun {tahun}"

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(s.baris) and _rumus(k, s) is not None

    def kolom_pada(self, k: Konteks, s: HasilIndikator) -> tuple[Kolom, ...]:
        r = _rumus(k, s)
        assert r is not None
        hasil = (Kolom(r.label_hasil_baris, "hasil", Format.NILAI),) if r.label_hasil_baris else ()
        return (Kolom("No.", "no", rata=Rata.TENGAH), *_kolom_medan(r, s), *hasil)

    def baris(self, k: Konteks, s: HasilIndikator) -> Iterable[Baris]:
        r = _rumus(k, s)
        assert r is not None
        for no, b in enumerate(s.baris, 1):
            kunci = r.kunci(str(b.isi.get(r.kunci_tetap, ""))) if r.kunci_tetap else None
            isi: dict[str, IsiSel] = {m.kode: _sel(m, b.isi.get(m.kode, ""), kunci) for m in medan(r)}
            yield Baris(no=no, hasil=b.hasil or "", **_batas(kunci), **isi)
        yield from self._jumlah(k, s, r)

    def _jumlah(self, k: Konteks, s: HasilIndikator, r: Rumus[Any]) -> Iterable[Jumlah]:
        if not r.dari_baris:
            return
        letak = (
            "hasil" if r.label_hasil_baris else next((m.kode for m in reversed(medan(r)) if m.jenis is Jenis.ANGKA), "")
        )
        if letak:
            yield Jumlah(f"{r.nama} ({s.fakta.satuan.lower()})", **{letak: s.nilai_hitung})

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        return ("Data dasar indikator ini, satu baris per sumber, tersaji dalam ", kal.lihat(self.kode_pada(s)), ".")


def _kolom_medan(r: Rumus[Any], h: HasilIndikator) -> Iterable[Kolom]:
    batas = False
    for m in medan(r):
        if m.kode in KUNCI_MESIN or not m.wajib and not any(_terisi(b.isi.get(m.kode, "")) for b in h.baris):
            continue
        if m.jenis is Jenis.ANGKA and r.baris_tetap and not batas:
            batas = True
            yield from _kolom_batas(r)
        yield Kolom(m.label, m.kode, Format.NILAI if m.jenis is Jenis.ANGKA else Format.TEKS)


def _terisi(isi: Bahan | str) -> bool:
    return bool(isi) if isinstance(isi, str) else isinstance(isi, Angka)


def _kolom_batas(r: Rumus[Any]) -> Iterable[Kolom]:
    if any(x.maksimum is not None for x in r.baris_tetap):
        yield Kolom("Nilai maksimum", "maksimum", rata=Rata.KANAN)
    if any(x.bobot is not None for x in r.baris_tetap):
        yield Kolom("Bobot (%)", "bobot", rata=Rata.KANAN)


def _batas(kunci: Kunci | None) -> dict[str, IsiSel]:
    """What the rule itself says of a fixed row."""
    if kunci is None:
        return {}
    return {
        "maksimum": tulis(kunci.maksimum) if kunci.maksimum is not None else "",
        "bobot": tulis(kunci.bobot) if kunci.bobot is not None else "",
    }


def _sel(m: Medan, isi: Bahan | str, kunci: Kunci | None) -> IsiSel:
    if not isinstance(isi, str):
        return isi
    if m.jenis is Jenis.TANGGAL:
        tanggal = baca_tanggal(isi)
        return isi if isinstance(tanggal, Galat) else tulis_tanggal(tanggal)
    if m.pilihan:
        return dict(m.pilihan).get(isi, isi)
    if kunci is not None and m.kode and isi in (kunci.kode, kunci.label):
        return kunci.label
    return isi


class Perhitungan(BlokTeks):
    """The auditor's lines: from the raw rows to realisasi, and from realisasi to capaian."""

    kode = "bab3.perhitungan"
    untuk = "indikator"

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        butir = [
            ("Perhitungan realisasi", perhitungan.baris_hitung(s.nilai_hitung)),
            ("Perhitungan capaian", perhitungan.baris_hitung(s.capaian)),
        ]
        ada = tuple((label, isi) for label, isi in butir if isi)
        return (Rincian(ada),) if ada else ()


class TabelPendukung(BlokTeks):
    """Supporting tables that no formula uses, as recorded."""

    kode = "bab3.tabel-pendukung"
    untuk = "indikator"

    def berlaku(self, k: Konteks, s: HasilIndikator) -> bool:
        return bool(angka.pendukung(k, s))

    def buat(self, k: Konteks, s: HasilIndikator) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        for p in angka.pendukung(k, s):
            kode = f"{self.kode_pada(s)}.{p.kode}"
            isi = angka.sel_pendukung(k, p)
            bernilai = [any(not isinstance(b[i], str) for b in isi) for i in range(len(p.kolom))]
            apa = f" memuat {p.judul[:1].lower()}{p.judul[1:]}."
            hasil.append(Paragraf(("Sebagai data pendukung, ", kal.lihat(kode), apa)))
            hasil.append(
                Tabel(
                    kode=kode,
                    judul=p.judul,
                    kolom=tuple(
                        Kolom(judul, format=Format.NILAI if n else Format.TEKS)
                        for judul, n in zip(p.kolom, bernilai, strict=True)
                    ),
                    baris=tuple(baris_tabel(*b) for b in isi),
                )
            )
        return tuple(hasil)


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
        for t in s.triwulan:
            yield Baris(
                triwulan=nama_triwulan(t.triwulan),
                kegiatan=pilih.kegiatan(s, t.triwulan),
                rencana=t.fisik_rencana,
                fisik=t.fisik,
                nilai=t.realisasi,
            )

    def pengantar(self, k: Konteks, s: HasilIndikator) -> tuple[Inline, ...]:
        kurang = [
            nama_triwulan(t.triwulan)
            for t in s.triwulan
            if isinstance(t.fisik, Angka)
            and isinstance(t.fisik_rencana, Angka)
            and not kal.mencapai(t.fisik, t.fisik_rencana)
        ]
        hasil: tuple[Inline, ...] = (
            ("Kemajuan fisik berada di bawah rencana pada ", *kal.rangkai((n,) for n in kurang), ".")
            if kurang
            else ("Kemajuan fisik tidak pernah berada di bawah rencananya.",)
        )
        return (*hasil, " ", kal.lihat(self.kode_pada(s)), " mencatat perkembangannya.")


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
        tahun = angka.tahun_renstra(k)
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
            isi = {f"t{t}": pilih.sel_seri(s, t, nama) for t in angka.tahun_renstra(k)}
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
            f" tersedia {n} ({terbilang(n)}) nilai acuan dari rencana nasional atau unit lain. Ukurannya mengikuti "
            "nama masing-masing dan tidak selalu sama dengan indikator ini, lihat ",
            kal.lihat(self.kode_pada(s)),
            ".",
        )


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
