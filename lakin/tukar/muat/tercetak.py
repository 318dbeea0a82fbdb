"""The figures that the document prints: check values, replaced as a whole and never computed with."""

from __future__ import annotations

from pathlib import Path

from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import AngkaTercetak
from lakin.tukar.muat.baca import baca_csv
from lakin.tukar.muat.pemuat import Pemuat

FOLDER = "tercetak"


def berkas_tercetak(folder: Path) -> list[str]:
    """The files of printed cells, one per table; names with an underscore say something about the tables."""
    return sorted(f"{FOLDER}/{b.name}" for b in (folder / FOLDER).glob("[!_]*.csv"))


def muat_tercetak(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load the printed figures; an address without a satker belongs to this one and this year.

    A cell without an address is text: the tests of the report read it, no figure is compared.
    """
    baru = [baris for berkas in berkas_tercetak(p.folder) for baris in _baca(p, berkas, unit, tahun)]
    for urut, satu in enumerate(baru, 1):
        satu.urut = urut
    lama = AngkaTercetak.objects.filter(satker=unit, tahun=tahun)
    if [_isi(x) for x in lama] == [_isi(x) for x in baru]:
        p.hitungan["tetap"] += len(baru)
        return
    sebelum = lama.count()
    lama.delete()
    AngkaTercetak.objects.bulk_create(baru)
    catat(
        oleh=p.oleh,
        tindakan="muat",
        alamat=f"{unit.kunci}/{tahun}/tercetak",
        sebelum={"banyak": sebelum},
        sesudah={"banyak": len(baru)},
    )
    p.hitungan["baru"] += len(baru)


def _baca(p: Pemuat, berkas: str, unit: Satker, tahun: int) -> list[AngkaTercetak]:
    hasil = []
    for di in baca_csv(p.folder, berkas):
        alamat = di.teks("alamat", wajib=False)
        if not alamat:
            di.abaikan(*di.kunci())
            continue
        di.nilai("nilai")
        hasil.append(
            AngkaTercetak(
                satker=unit,
                tahun=tahun,
                tabel=di.teks("tabel"),
                baris=di.teks("baris"),
                kolom=di.teks("kolom"),
                nilai=di.teks("nilai", wajib=False),
                alamat=alamat if alamat.startswith(f"{unit.kunci}/") else f"{unit.kunci}/{tahun}/{alamat}",
                alasan=di.teks("alasan", wajib=False),
            )
        )
    return hasil


def _isi(x: AngkaTercetak) -> tuple[str, ...]:
    return x.tabel, x.baris, x.kolom, x.nilai, x.alamat, x.alasan
