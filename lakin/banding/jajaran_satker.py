"""Satkers side by side, as far as a person may see: what they handed in, else what they released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lakin.angka import Tiada
from lakin.banding.bacaan import Bacaan
from lakin.banding.baris import baris_tampil
from lakin.banding.pokok import Pokok, pokok_bernama
from lakin.banding.simpanan import ambil, kepala
from lakin.banding.tanya import SEHALAMAN, Tanya
from lakin.capaian.angka_jelas import DICATAT, Angka, Bahan, TanpaNilai, seperti_tertulis
from lakin.capaian.arah import Pengukur
from lakin.capaian.banding import ANGGARAN, SERAPAN, SUSUNAN, lajur_tercatat, lengkapi, susunan_pokok
from lakin.capaian.fakta import Klasifikasi, Setelan
from lakin.capaian.jajaran import BarisJajaran, Jajaran, Peserta, jajarkan
from lakin.organisasi.models import Satker
from lakin.pengukuran.ringkas import baca_figur
from lakin.pengukuran.selectors_simpanan import BELUM_DIRILIS

SINTETIS = ".sintetis"
"""Behind the level in addresses of figures of made-up satkers."""
SUMBER_LAKIN = "Lakin, data yang diajukan satker"


@dataclass(frozen=True)
class HasilBanding:
    """The answer to a question: everybody's figures, and the rows that are asked for."""

    tanya: Tanya
    pokok: Pokok
    jajaran: Jajaran
    sumber: str
    tertunda: int = 0
    """Satkers whose latest changes have not been computed yet."""

    @cached_property
    def baris(self) -> tuple[BarisJajaran, ...]:
        """The rows that are asked for: all of them in files, page by page on the screen."""
        return baris_tampil(self.jajaran, self.tanya)

    @property
    def banyak_halaman(self) -> int:
        """Over how many pages of the screen the rows go."""
        return max(1, -(-len(self.baris) // SEHALAMAN))

    @property
    def sehalaman(self) -> tuple[BarisJajaran, ...]:
        """The rows on the page that is asked for."""
        awal = (min(self.tanya.halaman, self.banyak_halaman) - 1) * SEHALAMAN
        return self.baris[awal : awal + SEHALAMAN]

    @property
    def belum(self) -> int:
        """How many have not reported; one without a target that year owes nothing."""
        return sum(1 for b in self.jajaran.baris if b.belum)


def perbandingan(pengguna: Any, tanya: Tanya, kini: tuple[object, ...] = ()) -> HasilBanding:
    """Return the comparison that is asked for, as a person may see it; None is the application itself.

    ``kini`` is where the data stand, where that was asked already.

    Raises GalatDomain where the indicator is not known or its code ambiguous.
    """
    pokok = pokok_bernama(tanya.indikator, tanya.tingkat, tanya.tahun, sintetis=tanya.sintetis)
    tanya = tanya.dengan(indikator=pokok.kunci)

    def buat() -> tuple[HasilBanding, int]:
        bacaan = Bacaan(pengguna, tanya.tingkat, tanya.tahun, kunci=pokok.kunci, sintetis=tanya.sintetis)
        h = banding_dari(bacaan, Tanya(pokok.kunci, tanya.tahun, tanya.tingkat, menurut=tanya.menurut), pokok)
        return h, len(h.jajaran.baris)

    nama = ("satu", pokok, tanya.tahun, tanya.tingkat, tanya.menurut, tanya.sintetis)
    h = ambil(kini or kepala(), pengguna, nama, buat)
    return HasilBanding(tanya, pokok, h.jajaran, h.sumber, h.tertunda)


def banding_dari(bacaan: Bacaan, tanya: Tanya, pokok: Pokok) -> HasilBanding:
    """Return a comparison from rows that have been read."""
    pembanding = _Pembanding(bacaan, pokok)
    peserta = pembanding.peserta()
    naik = pokok.klasifikasi is not Klasifikasi.MINIMASI
    jajaran = jajarkan(pembanding.susunan, peserta, pembanding.dasar, menurut=tanya.menurut, naik=naik)
    sumber = ", ".join(dict.fromkeys(p.sumber for p in peserta if p.sumber))
    return HasilBanding(tanya, pokok, jajaran, sumber, bacaan.tertunda)


JASA = "Standardisasi dan Pelayanan Jasa "


def nama_ringkas(nama: str, jenis: str) -> str:
    """Return a name with its kind in place of the words that all of a kind share."""
    awal, ada, akhir = nama.partition(JASA)
    return f"{jenis} {akhir.removeprefix('Industri ')}" if ada and awal in ("Balai Besar ", "Balai ") else nama


class _Pembanding:
    """Makes the satkers of one comparison of what was read."""

    def __init__(self, bacaan: Bacaan, pokok: Pokok) -> None:
        self.bacaan, self.pokok = bacaan, pokok
        self.susunan = SUSUNAN.get(pokok.kunci) or susunan_pokok(pokok.satuan)
        buatan = SINTETIS if bacaan.sintetis else ""
        self.dasar = f"banding/{bacaan.tahun}/{pokok.kunci}/{bacaan.tingkat}{buatan}"

    def peserta(self) -> list[Peserta]:
        """Every satker of the level that has the indicator, or has released a figure of it."""
        return [self._satu(s) for s in self.bacaan.satker if self._ikut(s)]

    def _ikut(self, s: Satker) -> bool:
        b, kunci = self.bacaan, (s.pk, self.pokok.kunci)
        if self.pokok.kunci in ANGGARAN and s.kode:  # every satker with a budget of its own has one
            return True
        return kunci in b.rekaman or kunci in b.target or b.indikator(s, self.pokok.kunci) is not None

    def _satu(self, s: Satker) -> Peserta:
        b, kunci = self.bacaan, (s.pk, self.pokok.kunci)
        nama = b.nama.get(s.pk)
        kosong = Peserta(s.kunci, nama or s.singkatan, s.jenis, {}, _TANPA, _TANPA, _TANPA, b.lapor(s))
        kosong = replace(kosong, ringkas=nama_ringkas(kosong.nama, s.jenis))
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
            isi = lengkapi(self.susunan, lajur_tercatat(self.susunan, milik, tahun, dasar), dasar)
            lalu = lajur_tercatat(self.susunan, milik, tahun - 1, f"{dasar}/lalu")
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
        b, dasar = self.bacaan, f"{self.dasar}/{s.kunci}"
        ada = self._milik(s)
        if ada is None:
            return None
        isi, lalu, target, capaian = ada
        geser = {x.kode: x.geser for x in self.susunan.lajur}
        isi = {k: self._boleh(s, f, geser[k]) for k, f in isi.items()}
        lalu, capaian = self._boleh(s, lalu, -1), self._boleh(s, capaian, 0)
        if b.terlihat is not None and s.pk not in b.terlihat:
            isi = {k: _kutip(f, f"{dasar}/{k}", p.nama) for k, f in isi.items()}
            lalu, target, capaian = (
                _kutip(f, f"{dasar}/{apa}", p.nama)
                for apa, f in (("lalu", lalu), ("target", target), ("capaian", capaian))
            )
        isi = lengkapi(self.susunan, isi, dasar)
        sumber = SUMBER_LAKIN if isinstance(isi[self.susunan.utama.kode], Angka) else ""
        return replace(p, isi=isi, lalu=lalu, target=target, capaian=capaian, sumber=sumber)

    def _boleh(self, s: Satker, f: Bahan, geser: int) -> Bahan:
        """A figure of a year that the person may not see yet is not there."""
        if (s.pk, self.bacaan.tahun + geser) not in self.bacaan.tertutup:
            return f
        return TanpaNilai(BELUM_DIRILIS, Tiada.KOSONG, f.alamat, f.label, f.satuan)

    def _milik(self, s: Satker) -> tuple[dict[str, Bahan], Bahan, Bahan, Bahan] | None:
        """The satker's own columns, the main one a year before, target and capaian."""
        if self.pokok.kunci in ANGGARAN:
            return self._anggaran(s)
        u = self.bacaan.indikator(s, self.pokok.kunci)
        if u is None:
            return None
        isi = {k: baca_figur(f) for k, f in u["lajur"].items()} if "lajur" in u else _realisasi(u)
        lalu = baca_figur(u["lajur_lalu"] if "lajur" in u else u["lalu"])
        if not self.susunan.utama.pokok:
            return isi, lalu, _BUKAN_UKURAN, _BUKAN_UKURAN
        return isi, lalu, baca_figur(u["target"]), baca_figur(u["capaian"])

    def _anggaran(self, s: Satker) -> tuple[dict[str, Bahan], Bahan, Bahan, Bahan] | None:
        isi, lajur = self.bacaan.anggaran(s, self.pokok.kunci), [x.kode for x in self.susunan.lajur]
        if not isi:
            return None
        figur = {k: baca_figur(isi[k]) for k in lajur}
        if self.pokok.kunci != SERAPAN:
            return figur, _TANPA, _TANPA, _TANPA
        target = baca_figur(isi["target"])
        capaian = self._capaian(f"{self.dasar}/{s.kunci}/capaian", figur[self.susunan.utama.kode], target)
        return figur, baca_figur(isi["lalu"]), target, capaian


def _realisasi(u: Mapping[str, Any]) -> dict[str, Bahan]:
    return {"realisasi": baca_figur(u["realisasi"])}


_TANPA = TanpaNilai("Tidak tercatat di Lakin.", Tiada.KOSONG)
_BUKAN_UKURAN = TanpaNilai("Yang dibandingkan lain dari ukuran targetnya.", Tiada.NA)


def _kutip(b: Bahan, alamat: str, nama: str) -> Bahan:
    """A figure of a satker whose pages the person may not open: the released value alone."""
    if isinstance(b, TanpaNilai):
        return TanpaNilai(b.alasan, b.keadaan, alamat, b.label, b.satuan)
    return Angka(
        alamat, b.nilai, b.desimal, b.satuan, DICATAT, b.label, None, (), None, f"Data {nama} yang diverifikasi"
    )
