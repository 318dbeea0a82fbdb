"""Satkers side by side, as far as a person may see: what they handed in, else what they released."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lakin.angka import Tiada
from lakin.banding.bacaan import Bacaan
from lakin.banding.baris import baris_tampil
from lakin.banding.pokok import Pokok, pokok_bernama
from lakin.banding.tanya import Tanya
from lakin.capaian.angka_jelas import DICATAT, Angka, Bahan, TanpaNilai, seperti_tertulis
from lakin.capaian.arah import Pengukur
from lakin.capaian.banding import (
    NKA,
    SUSUNAN,
    figur_nka,
    figur_sendiri,
    lengkapi,
    susunan_pokok,
    tercatat,
)
from lakin.capaian.fakta import Klasifikasi, Setelan
from lakin.capaian.hasil import Hasil
from lakin.capaian.jajaran import BarisJajaran, Jajaran, Peserta, jajarkan
from lakin.organisasi.models import Satker

SUMBER_LAKIN = "Lakin, data yang diajukan satker"


@dataclass(frozen=True)
class HasilBanding:
    """The answer to a question: everybody's figures, and the rows that are asked for."""

    tanya: Tanya
    pokok: Pokok
    jajaran: Jajaran
    sumber: str

    @cached_property
    def baris(self) -> tuple[BarisJajaran, ...]:
        """The rows that page, chart and files show."""
        return baris_tampil(self.jajaran, self.tanya)

    @property
    def belum(self) -> int:
        """How many have not reported; one without a target that year owes nothing."""
        return sum(1 for b in self.jajaran.baris if b.belum)


def perbandingan(pengguna: Any, tanya: Tanya) -> HasilBanding:
    """Return the comparison that is asked for, as a person may see it; None is the application itself.

    Raises GalatDomain where the indicator is not known or its code ambiguous.
    """
    pokok = pokok_bernama(tanya.indikator, tanya.tingkat, tanya.tahun)
    tanya = tanya.dengan(indikator=pokok.kunci)
    return banding_dari(Bacaan(pengguna, tanya.tingkat, tanya.tahun, pokok.kunci), tanya, pokok)


def banding_dari(bacaan: Bacaan, tanya: Tanya, pokok: Pokok) -> HasilBanding:
    """Return a comparison from rows that have been read."""
    pembanding = _Pembanding(bacaan, pokok)
    peserta = pembanding.peserta()
    naik = pokok.klasifikasi is not Klasifikasi.MINIMASI
    jajaran = jajarkan(pembanding.susunan, peserta, pembanding.dasar, menurut=tanya.menurut, naik=naik)
    sumber = ", ".join(dict.fromkeys(p.sumber for p in peserta if p.sumber))
    return HasilBanding(tanya, pokok, jajaran, sumber)


class _Pembanding:
    """Makes the satkers of one comparison of what was read."""

    def __init__(self, bacaan: Bacaan, pokok: Pokok) -> None:
        self.bacaan, self.pokok = bacaan, pokok
        self.susunan = SUSUNAN.get(pokok.kunci) or susunan_pokok(pokok.satuan)
        self.dasar = f"banding/{bacaan.tahun}/{pokok.kunci}/{bacaan.tingkat}"

    def peserta(self) -> list[Peserta]:
        """Every satker of the level that has the indicator, or has released a figure of it."""
        return [self._satu(s) for s in self.bacaan.satker if self._ikut(s)]

    def _ikut(self, s: Satker) -> bool:
        b, kunci = self.bacaan, (s.pk, self.pokok.kunci)
        if self.pokok.kunci == NKA and s.kode:  # every satker with a budget of its own has one
            return True
        return kunci in b.rekaman or kunci in b.target or kunci in b.pk

    def _satu(self, s: Satker) -> Peserta:
        b, kunci = self.bacaan, (s.pk, self.pokok.kunci)
        nama = s.nama_pada(b.akhir)
        kosong = Peserta(s.kunci, nama.nama if nama else s.singkatan, s.jenis, {}, _TANPA, _TANPA, _TANPA, b.lapor(s))
        if kunci in b.pk or (self.pokok.kunci == NKA and s.pk in b.ber_pk):
            milik = self._diajukan(s, kosong)
            if milik and (isinstance(milik.isi[self.susunan.utama.kode], Angka) or kunci not in b.rekaman):
                return milik
        return self._dirilis(s, kosong)

    def _target(self, s: Satker) -> Bahan:
        t = self.bacaan.target.get((s.pk, self.pokok.kunci))
        if t is None:
            return TanpaNilai("Targetnya tidak tercatat di Lakin.", Tiada.KOSONG)
        return seperti_tertulis(
            f"{self.dasar}/{s.kunci}/target",
            t.isi,
            t.indikator.desimal_target,
            t.indikator.satuan,
            f"Target Renstra {s.singkatan}",
            t.sumber or t.indikator.revisi.renstra.nama,
            tiada="Tidak ada target untuk tahun ini (N/A).",
        )

    def _dirilis(self, s: Satker, p: Peserta) -> Peserta:
        """From the recorded tables, with the Renstra's target; who has no target that year owes no report."""
        target, tahun = self._target(s), self.bacaan.tahun
        milik, dasar = self.bacaan.rekaman.get((s.pk, self.pokok.kunci), []), f"{self.dasar}/{s.kunci}"
        if milik:
            isi = lengkapi(self.susunan, tercatat(self.susunan, milik, tahun, dasar), dasar)
            lalu = tercatat(self.susunan, milik, tahun - 1, f"{dasar}/lalu")
            lalu = lengkapi(self.susunan, lalu, f"{dasar}/lalu")
        else:
            isi = lalu = self._belum(dasar, target)
        utama = self.susunan.utama
        return replace(
            p,
            isi=isi,
            lalu=lalu[utama.kode],
            target=target if utama.pokok else _BUKAN_UKURAN,
            capaian=self._capaian(f"{dasar}/capaian", isi[utama.kode], target),
            sumber=", ".join(dict.fromkeys(m.sumber for m in milik if m.tahun == tahun)),
            catatan=next((m.catatan for m in milik if m.catatan and m.nilai is Tiada.KOSONG), ""),
        )

    def _capaian(self, alamat: str, realisasi: Bahan, target: Bahan) -> Bahan:
        if not self.susunan.utama.pokok:
            return _BUKAN_UKURAN
        ukur = Pengukur(Setelan(), f"{alamat.rpartition('/')[0]}/")
        return ukur.ukur(alamat, realisasi, target, self.pokok.klasifikasi, label="Capaian")[0]

    def _belum(self, dasar: str, target: Bahan) -> dict[str, Bahan]:
        na = isinstance(target, TanpaNilai) and target.keadaan is Tiada.NA
        alasan, keadaan = (target.alasan, Tiada.NA) if na else ("Belum dilaporkan.", Tiada.KOSONG)
        return {x.kode: TanpaNilai(alasan, keadaan, f"{dasar}/{x.kode}", x.judul, x.satuan) for x in self.susunan.lajur}

    def _diajukan(self, s: Satker, p: Peserta) -> Peserta | None:
        """From what the satker handed in, as the person may see it."""
        b = self.bacaan
        isi, lalu, target, capaian = self._figur(b.hasil(s), b.pk.get((s.pk, self.pokok.kunci), ""))
        if not isi:
            return None
        dasar = f"{self.dasar}/{s.kunci}"
        lihat = b.terlihat is None or s.pk in b.terlihat
        isi = {k: b if lihat else _kutip(b, f"{dasar}/{k}", p.nama) for k, b in isi.items()}
        if not lihat:
            lalu, target, capaian = (
                _kutip(b, f"{dasar}/{apa}", p.nama)
                for apa, b in (("lalu", lalu), ("target", target), ("capaian", capaian))
            )
        isi = lengkapi(self.susunan, isi, dasar)
        sumber = SUMBER_LAKIN if isinstance(isi[self.susunan.utama.kode], Angka) else ""
        return replace(p, isi=isi, lalu=lalu, target=target, capaian=capaian, sumber=sumber)

    def _figur(self, hasil: Hasil, kode: str) -> tuple[dict[str, Bahan], Bahan, Bahan, Bahan]:
        if self.pokok.kunci == NKA:
            return (figur_nka(hasil.nka) if hasil.nka else {}), _TANPA, _TANPA, _TANPA
        h, utama = hasil.indikator[kode], self.susunan.utama
        isi = {x.kode: figur_sendiri(hasil, h, x) for x in self.susunan.lajur if x.ukuran or x.pokok}
        ukuran = "realisasi" if utama.pokok else utama.ukuran
        lalu = figur_sendiri(hasil, h, replace(utama, geser=utama.geser - 1, pokok=False, ukuran=ukuran))
        if not utama.pokok:
            return isi, lalu, _BUKAN_UKURAN, _BUKAN_UKURAN
        return isi, lalu, h.target, h.capaian


_TANPA = TanpaNilai("Tidak tercatat di Lakin.", Tiada.KOSONG)
_BUKAN_UKURAN = TanpaNilai("Yang dibandingkan lain dari ukuran targetnya.", Tiada.NA)


def _kutip(b: Bahan, alamat: str, nama: str) -> Bahan:
    """A figure of a satker whose pages the person may not open: the released value alone."""
    if isinstance(b, TanpaNilai):
        return TanpaNilai(b.alasan, b.keadaan, alamat, b.label, b.satuan)
    return Angka(
        alamat, b.nilai, b.desimal, b.satuan, DICATAT, b.label, None, (), None, f"Data {nama} yang diverifikasi"
    )
