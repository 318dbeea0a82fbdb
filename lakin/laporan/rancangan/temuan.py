"""What the data themselves show as short of something: each with the gaps that only the author can fill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.banding import banding_indikator
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Figur
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import Lihat, Teks
from lakin.laporan.rancangan.unsur import di_bawah_target, indeks_terendah, jarak_maksimum, menurun


@dataclass(frozen=True, slots=True)
class Temuan:
    """One shortcoming: a sentence, what the author has to say of its cause, and what of its remedy."""

    kode: str
    kalimat: Teks
    """Without a full stop."""
    sebab: str
    pembuka: str
    """How the sentence of its remedy begins."""
    upaya: str


def temuan(k: Konteks, h: HasilIndikator) -> tuple[Temuan, ...]:
    """The shortcomings of an indicator, the gravest first."""
    return tuple(x for cari in _PENCARI for x in cari(k, h))


def _kosong(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if not isinstance(h.realisasi, Angka):
        yield Temuan(
            "kosong",
            (f"realisasi {h.fakta.kode} untuk tahun {k.tahun} belum tersedia",),
            "mengapa data belum tersedia",
            "data yang belum tersedia dilengkapi melalui ",
            "cara dan tenggatnya",
        )


def _target(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if ragam.capai(h) in ragam.BELUM:
        yield Temuan(
            "target",
            ("target ", kal.dengan_satuan(h.target), " belum tercapai (capaian ", kal.persen(h.capaian), ")"),
            "sebab target belum tercapai",
            "agar target tercapai, dilakukan ",
            "langkah, penanggung jawab, dan waktunya",
        )


def _turun(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    lalu = ragam.lalu(k, h)
    if lalu is None or ragam.lebih_baik(h, h.realisasi, lalu.realisasi) >= 0:
        return
    apa = "laju pertumbuhan" if ragam.bertumbuh(h) else "realisasi"
    arah = "naik" if ragam.naik(h.realisasi, lalu.realisasi) > 0 else "turun"
    yield Temuan(
        "turun",
        (
            f"{apa} {arah} dari ",
            kal.dengan_satuan(lalu.realisasi),
            f" pada tahun {k.tahun - 1} menjadi ",
            kal.dengan_satuan(h.realisasi),
            Lihat(f"bab3.seri-indikator.{h.fakta.kode}"),
        ),
        f"sebab {apa} {arah}",
        f"untuk memulihkan {apa}, dilakukan ",
        "langkah pemulihan dan ukuran keberhasilannya",
    )


def _unsur(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if turun := menurun(h):
        yield Temuan(
            "unsur-turun",
            (
                "hasil tahun ini menurun pada ",
                *kal.rangkai((ragam.kecil(n), " (", kal.persen(a), ")") for n, a in turun),
            ),
            "sebab penurunan tiap layanan",
            "bagi layanan yang menurun disiapkan ",
            "rencana bagi tiap layanan yang menurun",
        )
    if kurang := di_bawah_target(k, h):
        nama = kal.rangkai((ragam.kecil(n), " (", kal.dengan_satuan(a), ")") for n, a in kurang)
        yield Temuan(
            "unsur-kurang",
            ("indeks di bawah target indikator masih terdapat pada ", *nama),
            "unsur layanan yang dinilai kurang oleh responden",
            "layanan yang indeksnya di bawah target dibenahi melalui ",
            "perbaikan layanan yang disepakati",
        )


def _jangka_menengah(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    r = h.renstra
    if isinstance(r.realisasi, Angka) and ragam.lebih_baik(h, r.realisasi, r.target) < 0:
        yield Temuan(
            "jangka-menengah",
            (
                f"target jangka menengah sampai tahun {k.fakta.renstra.akhir} sebesar ",
                kal.dengan_satuan(r.target),
                " baru terpenuhi ",
                kal.persen(r.capaian),
                Lihat(f"bab3.jangka-menengah-indikator.{h.fakta.kode}"),
            ),
            "sebab kemajuan terhadap target jangka menengah masih kurang",
            "sisa target jangka menengah dikejar melalui ",
            f"rencana memenuhi sisa target sampai tahun {k.fakta.renstra.akhir}",
        )


def _fisik(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if lambat := ragam.fisik(h, -1):
        yield Temuan(
            "fisik",
            (f"kemajuan fisik tertinggal dari rencana pada {kal.triwulan(lambat)}",),
            "sebab keterlambatan kegiatan",
            "agar kegiatan tepat waktu, dilakukan ",
            "penataan jadwal kegiatan",
        )


RENDAH = Decimal(90)
"""Absorption below which money left over is looked at even though the target was reached."""


def _serapan(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    serap, target = h.anggaran.persen, k.hasil.anggaran.target_serapan
    if not isinstance(serap, Angka) or serap.nilai >= (Decimal(100) if ragam.capai(h) in ragam.BELUM else RENDAH):
        return
    if isinstance(target, Angka) and serap.nilai >= target.nilai:
        return
    milik = [(ragam.sebut(d.simpul.fakta.uraian, "kegiatan lain"), d.simpul.persen) for d in pilih.dukungan(k, h)]
    ujung = ragam.ekstrem(milik)
    banding: Teks = (", di bawah target satker ", kal.persen(target)) if isinstance(target, Angka) else ()
    tempat: Teks = (f", terutama pada {ujung[1][0]} (", kal.persen(ujung[1][1]), ")") if ujung else ()
    yield Temuan(
        "serapan",
        ("anggaran pendukung hanya terserap ", kal.persen(serap), *banding, *tempat),
        "sebab anggaran tidak terserap, termasuk bila karena penghematan",
        "agar anggaran terserap sesuai rencana, dilakukan ",
        "perbaikan rencana penarikan dana",
    )


def _peringkat(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    b = banding_indikator(k.hasil, k.pembanding, h)
    if b is None or not isinstance(b.milik.peringkat, Angka):
        return
    rata = b.rata.get(b.susunan.urut)
    if rata is not None and ragam.lebih_baik(h, b.milik.isi[b.susunan.urut], rata) < 0:
        yield Temuan(
            "peringkat",
            (
                "nilai satker berada di bawah rata-rata satker sejenis (",
                kal.dengan_satuan(rata),
                ")",
                Lihat(f"bab3.perbandingan-indikator.{h.fakta.kode}"),
            ),
            "hal yang membedakan dari satker dengan nilai lebih tinggi",
            "untuk menyusul rata-rata satker sejenis, diterapkan ",
            "praktik satker lain yang dapat dicontoh",
        )


def _nilai_resmi(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if ragam.diganti(h) and isinstance(h.nilai_hitung, Angka):
        yield Temuan(
            "nilai-resmi",
            (
                "nilai resmi berbeda dari hasil hitung data dasar (",
                kal.dengan_satuan(h.nilai_hitung),
                ")",
            ),
            "kekurangan pada pencatatan data dasar",
            "agar nilai resmi dapat dihitung ulang dari data dasar, dilakukan ",
            "perbaikan kertas kerja dan pencatatan data dasar",
        )


def _unsur_lemah(k: Konteks, h: HasilIndikator) -> Iterable[Temuan]:
    if jarak := jarak_maksimum(k, h):
        (nama, a), _ = jarak
        yield Temuan(
            "unsur-lemah",
            (f"unsur {ragam.rendah(nama)} (", Figur(a), ") paling jauh dari nilai maksimumnya"),
            "sebab unsur ini tertinggal",
            f"nilai unsur {ragam.rendah(nama)} dinaikkan melalui ",
            "langkah menaikkan nilai unsur ini",
        )
    elif terendah := indeks_terendah(k, h):
        nama, a = terendah
        yield Temuan(
            "unsur-lemah",
            (f"aspek {ragam.rendah(nama)} masih menjadi yang terendah (", Figur(a), ")"),
            "sebab aspek ini lebih rendah daripada yang lain",
            f"indeks aspek {ragam.rendah(nama)} dinaikkan melalui ",
            "langkah menaikkan indeks aspek ini",
        )


_PENCARI = (
    _kosong,
    _target,
    _turun,
    _unsur,
    _jangka_menengah,
    _fisik,
    _serapan,
    _peringkat,
    _unsur_lemah,
    _nilai_resmi,
)
