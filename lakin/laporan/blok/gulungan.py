"""A unit above satkers: its strategy by perspective, who carries each indicator, what was rolled up of whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.pohon import Format, Inline, Kertas, Kolom
from lakin.laporan import angka_indikator as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel
from lakin.laporan.konteks import Konteks

BELUM = "belum ada satker yang melaporkan"


class _Gulungan(BlokTabel[Any]):
    """Of a unit whose indicators are made of its satkers' results; a satker's report has no such table."""

    rujukan = Rujukan("Renstra BSKJI 2021-2024", "Lampiran IV")

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return any(pilih.digulung(k, h) for h in k.indikator)


class PetaStrategi(_Gulungan):
    """The objectives from the stakeholders' perspective down to learning and growth, with what each serves."""

    kode = "bab2.peta-strategi"
    judul = "Peta Strategi {satker} Menurut Empat Perspektif Tahun {tahun}"
    kolom = (
        Kolom("Perspektif", "perspektif"),
        Kolom("Sasaran kementerian yang ditopang", "atas"),
        Kolom("Sasaran", "sasaran"),
        Kolom("Indikator", "indikator"),
    )
    gabung = ("perspektif",)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for x in k.hasil.sasaran.values():
            yield Baris(
                perspektif=x.fakta.perspektif,
                atas=pilih.sasaran_atas(k, x.fakta.kode, "kementerian") or "tidak ada",
                sasaran=f"{x.fakta.kode} {x.fakta.nama}",
                indikator=pilih.daftar_nama(f"{h.fakta.kode} {h.fakta.nama}" for h in x.indikator),
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        awal = f"Sasaran {k.satker.singkatan} tersusun dari perspektif pemangku kepentingan sampai pembelajaran dalam "
        return (awal, kal.lihat(self.kode), ".")


class PohonPengemban(_Gulungan):
    """From the ministry's objective over the unit's indicator to the satkers that carry it."""

    kode = "bab2.pohon-pengemban"
    judul = "Keterkaitan Sasaran Kementerian, Indikator {satker}, dan Pengembannya Tahun {tahun}"
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("Sasaran kementerian", "atas"),
        Kolom("Sasaran", "sasaran"),
        Kolom("Indikator", "indikator"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Pengemban", "pengemban"),
    )
    gabung = ("atas", "sasaran")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for x in k.hasil.sasaran.values():
            for h in x.indikator:
                yield Baris(
                    atas=pilih.sasaran_atas(k, x.fakta.kode, "kementerian") or "tidak ada",
                    sasaran=f"{x.fakta.kode} {x.fakta.nama}",
                    indikator=f"{h.fakta.kode} {h.fakta.nama}",
                    target=h.target,
                    pengemban=_pengemban(k, h),
                )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (kal.lihat(self.kode), " menelusuri setiap indikator ke sasaran di atasnya dan ke satker pengembannya.")


class HasilGulungan(_Gulungan):
    """Each rolled-up indicator: how many satkers make its figure, how many have not reported, who lags."""

    kode = "bab3.hasil-gulungan"
    judul = "Indikator {satker} yang Digulung dari Satker {masa}"
    kolom = (
        Kolom("Indikator", "indikator"),
        Kolom("Cara menggulung", "cara"),
        Kolom("Sudah bernilai", "melapor", Format.BILANGAN),
        Kolom("Belum", "belum", Format.BILANGAN),
        Kolom("Realisasi", "realisasi", Format.NILAI),
        Kolom("Di bawah target satkernya", "tertinggal"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for h in k.indikator:
            aturan, lapor = pilih.rumus_indikator(k, h), angka.pelapor(k, h)
            if aturan is None or lapor is None:
                continue
            yield Baris(
                indikator=f"{h.fakta.kode} {h.fakta.nama}",
                cara=aturan.nama,
                melapor=lapor.melapor,
                belum=lapor.belum,
                realisasi=h.realisasi if k.triwulan == SETAHUN else h.triwulan[k.triwulan - 1].realisasi,
                tertinggal=_tertinggal(h),
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "Sebagian indikator dihitung dari hasil satker, yang belum dilaporkan tidak dihitung nol; ",
            kal.lihat(self.kode),
            " merangkumnya.",
        )


def _pengemban(k: Konteks, h: HasilIndikator) -> str:
    """The satkers of the rows, or the unit that the manual names."""
    if not pilih.digulung(k, h):
        return h.fakta.pedoman.penanggung_jawab or "unit penanggung jawab"
    return ", ".join(dict.fromkeys(str(b.isi["satker"]).split(": ")[0] for b in h.baris)) or BELUM


def _tertinggal(h: HasilIndikator) -> str:
    """Satkers whose realisasi is below their own target, where the rows hold both."""
    pasangan = [(str(b.isi["satker"]), b.isi.get("nilai", ""), b.isi.get("target", "")) for b in h.baris]
    ada = [(s, n, t) for s, n, t in pasangan if isinstance(n, Angka) and isinstance(t, Angka)]
    if not ada:
        return "tidak dibandingkan"
    return ", ".join(s for s, n, t in ada if not kal.mencapai(n, t)) or "tidak ada"
