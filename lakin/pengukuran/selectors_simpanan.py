"""Kept results as a reader may see them: one indicator of the catalogue over all satkers, in a few queries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models.fields.json import KeyTransform

from lakin.alur.selectors import tahun_tertutup
from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.pengukuran.models import HasilTersimpan
from lakin.pengukuran.ringkas import VERSI, Ukuran, baca_ukuran

BELUM_DIRILIS = "Belum diverifikasi, jadi belum dapat dilihat."


@dataclass(frozen=True, slots=True)
class UkuranSatker:
    """One satker's measure of an indicator in a year."""

    satker: int
    kode: str
    nama: str
    jenis: str
    sintetis: bool
    ukuran: Ukuran

    @property
    def melapor(self) -> bool:
        """Whether there is a realisasi to be compared."""
        return isinstance(self.ukuran.realisasi, Angka)


def ukuran_katalog(kunci: str, tahun: int, *, pengguna: Any, sintetis: bool = False) -> list[UkuranSatker]:
    """Return every satker that carries an indicator of the catalogue that year, by code, as kept.

    What the person may not see of a year is kosong; ``pengguna`` None is the application itself.
    Made-up satkers are left out unless asked for.
    """
    milik = HasilTersimpan.objects.filter(tahun=tahun, versi=VERSI, isi__indikator__has_key=kunci)
    if not sintetis:
        milik = milik.filter(satker__sintetis=False)
    baris = milik.annotate(ukuran=KeyTransform(kunci, KeyTransform("indikator", "isi"))).order_by(
        "satker__kode", "satker__singkatan"
    )
    tertutup = tahun_tertutup(pengguna, (tahun - 1, tahun))
    hasil = []
    for pk, kode, nama, jenis, buatan, semua in baris.values_list(
        "satker_id", "satker__kode", "satker__singkatan", "satker__jenis", "satker__sintetis", "ukuran"
    ):
        ini, lalu = (pk, tahun) in tertutup, (pk, tahun - 1) in tertutup
        for isi in semua:
            u = _terlihat(baca_ukuran(isi), ini=ini, lalu=lalu)
            hasil.append(UkuranSatker(pk, kode or nama, nama, jenis, buatan, u))
    return hasil


def _terlihat(u: Ukuran, *, ini: bool, lalu: bool) -> Ukuran:
    if ini:
        u = replace(u, realisasi=_tutup(u.realisasi), capaian=_tutup(u.capaian), status="", tumbuh=_tutup(u.tumbuh))
    if lalu:
        u = replace(u, lalu=_tutup(u.lalu), tumbuh=_tutup(u.tumbuh))
    return u


def _tutup(b: Bahan) -> Bahan:
    return TanpaNilai(BELUM_DIRILIS, Tiada.KOSONG, b.alamat, satuan=b.satuan)
