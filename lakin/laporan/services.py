"""Acts on a report: writing a section, and asking for the printed file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction

from lakin.dokumen.format import tulis_teks
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.laporan.bagian import BagianNaskah
from lakin.laporan.ketikan import Letak, pasang_angka, rapikan
from lakin.laporan.models import TAHUNAN, Narasi
from lakin.laporan.narasi import BENTUK, baca_naskah
from lakin.laporan.naskah import alamat_narasi, alamat_naskah, konteks_naskah, satu_naskah, semua_naskah
from lakin.laporan.rancangan.tulis import rancang
from lakin.laporan.selectors import halangan_tulis_laporan
from lakin.laporan.simpul_naskah import celah_naskah
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.susun import IkatanLaporan
from lakin.laporan.versi import versi_naskah
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Uraian
from lakin.pengukuran.services import indikator_pk
from lakin.web.galat import Bentrok, GalatDomain

CETAK = "cetak_lakin"
N = TypeVar("N", Narasi, Uraian)


def simpan_naskah(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    isi: dict[str, Any],
    versi: int,
    oleh: Any,
    alasan: str = "",
    triwulan: int = TAHUNAN,
) -> Narasi | Uraian:
    """Write the text of one slot of the outline: a section ('ikhtisar') or an indicator's ('SK3.2:kendala')."""
    bagian = satu_naskah(satker, tahun, kode, triwulan=triwulan).bagian
    return _simpan_bagian(satker, tahun, triwulan, bagian, isi, versi, oleh, alasan)


def _simpan_bagian(
    satker: Satker,
    tahun: int,
    triwulan: int,
    bagian: BagianNaskah,
    isi: dict[str, Any],
    versi: int,
    oleh: Any,
    alasan: str,
) -> Narasi | Uraian:
    kode = bagian.kode
    if not bagian.uraian:
        return simpan_narasi(
            satker=satker, tahun=tahun, kode=kode, isi=isi, versi=versi, oleh=oleh, alasan=alasan, triwulan=triwulan
        )
    indikator, judul = bagian.uraian
    kunci = {
        "garis_indikator": indikator_pk(satker, tahun, indikator).garis_indikator,
        "tahun": tahun,
        "triwulan": triwulan,
        "judul": judul,
    }
    return _simpan(Uraian, satker, kunci, alamat_naskah(satker, tahun, bagian, triwulan), isi, versi, oleh, alasan)


def simpan_narasi(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    isi: dict[str, Any],
    versi: int,
    oleh: Any,
    alasan: str = "",
    triwulan: int = TAHUNAN,
) -> Narasi:
    """Write the text of one section; ``versi`` is the version that the writer saw, 0 for a new one."""
    kunci = {"satker": satker, "tahun": tahun, "triwulan": triwulan, "kode": kode}
    return _simpan(Narasi, satker, kunci, alamat_narasi(satker, tahun, kode, triwulan), isi, versi, oleh, alasan)


def pulihkan_naskah(
    *, satker: Satker, tahun: int, kode: str, nomor: int, versi: int, oleh: Any, triwulan: int = TAHUNAN
) -> Narasi | Uraian:
    """Make an older version the newest one; nothing in between is lost."""
    alamat = satu_naskah(satker, tahun, kode, triwulan=triwulan).alamat
    lama = next((v for v in versi_naskah(alamat) if v.nomor == nomor), None)
    if lama is None:
        raise GalatDomain("Versi yang hendak dipulihkan tidak ada. Pilih versi dari daftar.")
    return simpan_naskah(
        satker=satker,
        tahun=tahun,
        kode=kode,
        isi=lama.isi,
        versi=versi,
        oleh=oleh,
        alasan=f"Dipulihkan dari versi {nomor}",
        triwulan=triwulan,
    )


ALASAN_RANCANGAN = {
    "sisip": "Rancangan disusun dari data",
    "tambah": "Rancangan dari data ditambahkan di bawah tulisan",
    "ganti": "Tulisan diganti dengan rancangan dari data",
}
"""What the trail says of a draft, by how it came into the text."""


@dataclass(frozen=True, slots=True)
class Tersusun:
    """What a request for drafts has done: codes of the slots that were written, and of those that were left."""

    ditulis: tuple[str, ...]
    dilewati: tuple[str, ...]
    celah: int
    """Gaps that the author still has to fill in what was written."""


def susun_rancangan(
    *, satker: Satker, tahun: int, oleh: Any, kode: str | None = None, triwulan: int = TAHUNAN
) -> Tersusun:
    """Write the first draft of every empty slot, or of the one that is named; all of them or none.

    What somebody wrote is never touched: a slot with text is left, and a
    GalatDomain says so where it was asked for by name.
    """
    k = konteks_naskah(satker, tahun, triwulan)
    semua = semua_naskah(satker, k) if kode is None else (satu_naskah(satker, tahun, kode, k),)
    kosong = [n for n in semua if n.kosong]
    if kode is not None and not kosong:
        raise GalatDomain(
            f"Bagian “{semua[0].bagian.judul}” sudah berisi tulisan. Buka bagian itu, lalu pilih Susun rancangan "
            "untuk menambah atau menggantinya."
        )
    ikatan = IkatanLaporan(k)
    celah = 0
    with transaction.atomic():
        for n in kosong:
            isi = rancang(k, n.bagian.kode, ikatan)
            celah += len(celah_naskah(isi))
            _simpan_bagian(satker, tahun, triwulan, n.bagian, isi, n.versi, oleh, ALASAN_RANCANGAN["sisip"])
    return Tersusun(tuple(n.bagian.kode for n in kosong), tuple(n.bagian.kode for n in semua if not n.kosong), celah)


def ikat_angka(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    letak: Letak,
    alamat: str,
    bentuk: str,
    versi: int,
    oleh: Any,
    triwulan: int = TAHUNAN,
) -> Narasi | Uraian:
    """Replace a typed numeral by the figure that it repeats; only where the data hold just that value."""
    konteks = konteks_naskah(satker, tahun, triwulan)
    naskah = satu_naskah(satker, tahun, kode, konteks)
    bahan = IkatanLaporan(konteks).angka(alamat)
    if bahan is None or bentuk not in BENTUK or tulis_teks(bahan, BENTUK[bentuk]) != rapikan(letak.teks):
        raise GalatDomain(
            "Nilai pada data tidak lagi sama dengan yang tertulis. Muat ulang halaman lalu pilih kembali."
        )
    if naskah.versi != versi:
        raise GalatDomain("Naskah ini baru saja diubah. Muat ulang halaman lalu pilih kembali.")
    return simpan_naskah(
        satker=satker, tahun=tahun, kode=kode, isi=pasang_angka(naskah.isi, letak, alamat, bentuk),
        versi=versi, oleh=oleh, alasan=f"Angka {letak.teks} diikat ke data", triwulan=triwulan,
    )  # fmt: skip


def _simpan(
    model: type[N],
    satker: Satker,
    kunci: dict[str, Any],
    alamat: str,
    isi: dict[str, Any],
    versi: int,
    oleh: Any,
    alasan: str,
) -> N:
    try:
        baca_naskah(isi)
    except NaskahTidakSah as galat:
        raise GalatDomain(f"Naskah tidak dapat disimpan: {galat}", medan="isi") from galat
    with transaction.atomic():
        if halangan := halangan_tulis_laporan(satker, kunci["tahun"], kunci["triwulan"], kunci=True):
            raise GalatDomain(halangan)
        lama = model._default_manager.select_for_update().filter(**kunci).first()
        if (lama.versi if lama else 0) != versi:
            raise _bentrok(alamat, lama)
        baru = model._default_manager.get(pk=lama.pk) if lama else model(**kunci, versi=0)
        baru.isi = isi
        if lama is None or lama.isi != isi:
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def minta_cetak(*, satker: Satker, tahun: int, oleh: Any, triwulan: int = TAHUNAN) -> Pekerjaan:
    """Ask for the PDF of a satker's report; it is laid out outside the request."""
    return antrekan(
        jenis=CETAK,
        kunci=f"{CETAK}/{satker.kunci}/{tahun}/tw{triwulan}",
        argumen={"satker": satker.pk, "tahun": tahun, "triwulan": triwulan, "oleh": oleh.pk},
        oleh=oleh,
        ulang=True,
    )


def _bentrok(alamat: str, lama: Narasi | Uraian | None) -> Bentrok:
    kini = f"versi {lama.versi}" if lama else ""
    return bentrok(alamat, versi=lama.versi if lama else 0, kini=kini, milik="naskah yang sedang ditulis")
