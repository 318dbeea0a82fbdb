"""Capaian: realisasi against target, by which direction is better."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi, bulatkan
from lakin.capaian.angka_jelas import (
    DIHITUNG,
    Angka,
    Bahan,
    Cara,
    Rujukan,
    TanpaNilai,
    dicatat,
    dihitung,
    nilai_pakai,
    versi,
)
from lakin.capaian.fakta import Klasifikasi
from lakin.capaian.himpun import SERATUS, tanpa

if TYPE_CHECKING:
    from lakin.capaian.fakta import Setelan

PEDOMAN = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III"), Rujukan("Permenpan RB 53/2014", "Lampiran II"))
_RT = (("R", "Realisasi"), ("T", "Target"))
_RAB = (("R", "Realisasi"), ("a", "Batas bawah target"), ("b", "Batas atas target"))

MAKSIMASI = Cara("capaian_maksimasi", "R / T × 100", _RT, PEDOMAN)
MINIMASI = Cara("capaian_minimasi", "(2 × T - R) / T × 100", _RT, PEDOMAN)
MINIMASI_TERBALIK = Cara("capaian_minimasi_terbalik", "T / R × 100", _RT, PEDOMAN)
DI_DALAM = Cara("capaian_stabilisasi", "100", _RAB, PEDOMAN)
DI_BAWAH = Cara("capaian_stabilisasi_bawah", "R / a × 100", _RAB, PEDOMAN)
DI_ATAS = Cara("capaian_stabilisasi_atas", "(2 × b - R) / b × 100", _RAB, PEDOMAN)
BATAS = Cara("batas_capaian", "B", (("B", "Batas capaian"), ("C", "Capaian sebelum dibatasi")))

TARGET_NOL = "Target nol: capaian tidak terdefinisi."
REALISASI_NOL = "Realisasi nol: capaian dengan rumus T / R tidak terdefinisi."
BATAS_NOL = "Batas target nol: capaian tidak terdefinisi."
DESIMAL = 2


class Pengukur:
    """Capaian by the settings of one satker."""

    __slots__ = ("_batas", "_cetak", "_terbalik")

    def __init__(self, setelan: Setelan, awalan: str) -> None:
        self._batas = dicatat(
            f"{awalan}setelan/batas_capaian",
            Tiada.NA if setelan.batas_capaian is None else setelan.batas_capaian,
            DESIMAL,
            "%",
            "Batas capaian",
            "Setelan instansi",
        )
        self._cetak = setelan.cetak_dari_cetak
        self._terbalik = setelan.minimasi_terbalik

    def ukur(
        self,
        alamat: str,
        realisasi: Bahan,
        target: Bahan,
        klasifikasi: Klasifikasi,
        *,
        label: str = "",
        target_atas: Bahan | None = None,
        terbalik: bool | None = None,
    ) -> tuple[Bahan, Bahan]:
        """Capaian and capaian before the cap: the same object where no cap applies."""
        penuh = self._penuh(alamat, realisasi, target, klasifikasi, label, target_atas, terbalik)
        batas = self._batas
        if isinstance(batas, TanpaNilai) or isinstance(penuh, TanpaNilai) or penuh.nilai <= batas.nilai:
            return penuh, penuh
        penuh.alamat = f"{alamat}_penuh"
        alasan, bahan = "Dibatasi menurut setelan instansi.", (batas, penuh)
        return Angka(alamat, batas.nilai, DESIMAL, "%", DIHITUNG, label, BATAS, bahan, batas.nilai, "", alasan), penuh

    def _penuh(
        self,
        alamat: str,
        realisasi: Bahan,
        target: Bahan,
        klasifikasi: Klasifikasi,
        label: str,
        target_atas: Bahan | None,
        terbalik: bool | None,
    ) -> Bahan:
        if isinstance(realisasi, TanpaNilai) or isinstance(target, TanpaNilai):
            return tanpa(alamat, (realisasi, target), label, "%")
        if klasifikasi is Klasifikasi.MAKSIMASI:
            cetak, bahan = self._cetak, (realisasi, target)
            t = target.nilai if cetak else nilai_pakai(target, cetak)
            if not t:
                return TanpaNilai(TARGET_NOL, Tiada.NA, alamat, label, "%", bahan, MAKSIMASI)
            r = realisasi.nilai if cetak else nilai_pakai(realisasi, cetak)
            cara, mentah = MAKSIMASI if cetak else versi(MAKSIMASI, cetak), bagi(r * SERATUS, t)
            return Angka(alamat, bulatkan(mentah, DESIMAL), DESIMAL, "%", DIHITUNG, label, cara, bahan, mentah)
        if klasifikasi is Klasifikasi.MINIMASI:
            balik = self._terbalik if terbalik is None else terbalik
            return self._minimasi(alamat, realisasi, target, label, balik)
        return self._stabilisasi(alamat, realisasi, target, label, target_atas)

    def _minimasi(self, alamat: str, realisasi: Angka, target: Angka, label: str, terbalik: bool) -> Bahan:
        r, t = nilai_pakai(realisasi, self._cetak), nilai_pakai(target, self._cetak)
        cara, bahan = (MINIMASI_TERBALIK if terbalik else MINIMASI), (realisasi, target)
        if not t or (terbalik and not r):
            alasan = TARGET_NOL if not t else REALISASI_NOL
            return TanpaNilai(alasan, Tiada.NA, alamat, label, "%", bahan, cara)
        mentah = bagi(t * SERATUS, r) if terbalik else bagi((2 * t - r) * SERATUS, t)
        return dihitung(alamat, versi(cara, self._cetak), bahan, mentah, DESIMAL, "%", label)

    def _stabilisasi(self, alamat: str, realisasi: Angka, bawah: Angka, label: str, target_atas: Bahan | None) -> Bahan:
        """The band is [target, target_atas]; without an upper end it is the target alone."""
        atas = target_atas if isinstance(target_atas, Angka) else bawah
        r, a, b = (nilai_pakai(x, self._cetak) for x in (realisasi, bawah, atas))
        bahan = (realisasi, bawah, atas)
        if a <= r <= b:
            return dihitung(alamat, versi(DI_DALAM, self._cetak), bahan, SERATUS, DESIMAL, "%", label)
        cara, tepi = (DI_BAWAH, a) if r < a else (DI_ATAS, b)
        if not tepi:
            return TanpaNilai(BATAS_NOL, Tiada.NA, alamat, label, "%", bahan, cara)
        mentah = bagi((r if cara is DI_BAWAH else 2 * b - r) * SERATUS, tepi)
        return dihitung(alamat, versi(cara, self._cetak), bahan, mentah, DESIMAL, "%", label)


def capaian_nilai(realisasi: Decimal, target: Decimal, klasifikasi: Klasifikasi, setelan: Setelan) -> Bahan:
    """Capaian of two bare numbers, for a form that shows it while somebody types."""
    r = Angka("realisasi", realisasi, 0)
    return Pengukur(setelan, "").ukur("capaian", r, Angka("target", target, 0), klasifikasi)[0]
