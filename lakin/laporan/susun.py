"""Inputs in, document tree out: the outline is walked and each block asked for its part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.banding import Pembanding
from lakin.capaian.hasil import Hasil
from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.nomor import Bernomor, beri_nomor, semua_figur
from lakin.dokumen.pohon import Bab, Blok, Dokumen, Gambar, Miring, Paragraf, Pengesahan, Sampul, SubBab, Tabel
from lakin.laporan.beku import sidik
from lakin.laporan.katalog_blok import blok
from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, BagianUtama, Berjudul, Butir, kode_slot
from lakin.laporan.kerangka_triwulan import kerangka_baku
from lakin.laporan.konteks import FotoLaporan, Konteks, KoreksiLaporan, Subjek, Teks, sebutan_subjek
from lakin.laporan.narasi import baca_naskah
from lakin.laporan.penanda import isi_penanda
from lakin.laporan.pernyataan_reviu import SESUDAH, bab_pernyataan
from lakin.laporan.rujukan_hilang import tanpa_rujukan_hilang
from lakin.laporan.simpul_naskah import hanya_gambar

_TAHUN_LAIN = re.compile(r"@([+-]\d{1,2})/", re.ASCII)
BELUM_DITULIS = Paragraf((Miring(("Bagian ini belum ditulis.",)),))


DRAF = "DRAF"
ARTI_DRAF = "Belum disahkan. Isi dan angkanya masih dapat berubah."


def susun(k: Konteks, pengesahan: Pengesahan | None = None) -> Dokumen:
    """The whole report as a tree; numbers are given by ``lakin.dokumen.nomor``. Without an approval it is a draft."""
    i = IkatanLaporan(k)
    judul = isi_penanda(k.kerangka.judul, k.sebutan)
    return Dokumen(
        judul=f"{judul} {k.satker.singkatan} Tahun {k.tahun}",
        bab=tanpa_rujukan_hilang(_dengan_pernyataan(k, tuple(_bab(k, b, i) for b in k.kerangka.bab))),
        sampul=Sampul(
            judul=judul,
            tahun=k.tahun,
            satker=k.satker.nama,
            induk=tuple(filter(None, (k.satker.induk_nama,))),
            kaki=tuple(filter(None, (k.kerangka.subjudul, k.satker.kota))),
            pengesahan=pengesahan,
            cap="" if pengesahan else DRAF,
            arti_cap="" if pengesahan else ARTI_DRAF,
        ),
        subjudul=k.kerangka.subjudul,
        kepala=("" if pengesahan else f"{DRAF} · ") + f"{judul} {k.tahun} · {k.satker.singkatan}",
        penulis=k.satker.nama,
        pengenal=f"sidik {sidik(k)}",
    )


def susun_bernomor(k: Konteks, pengesahan: Pengesahan | None = None) -> Bernomor:
    """The report with everything numbered: what the writers take."""
    return beri_nomor(susun(k, pengesahan))


def figur_laporan(
    hasil: Hasil,
    pembanding: Pembanding | None = None,
    triwulan: int = SETAHUN,
    koreksi: tuple[KoreksiLaporan, ...] = (),
) -> dict[str, Bahan]:
    """Address -> figure, of all that the report prints and of what it was made from.

    Some are the report's own: recorded facts outside the engine, totals of its tables.
    """
    k = Konteks(hasil, Teks(), pembanding or Pembanding(), kerangka_baku(triwulan), triwulan, koreksi=koreksi)
    return {b.alamat: b for a in semua_figur(susun(k)) for b in a.telusur() if b.alamat}


class IkatanLaporan:
    """What the narratives of a report are bound to: its figures by address, its parts by code.

    An address is relative to satker and year ('SK3.2/capaian'; '@-1/…' is the
    year before), so that a text follows its data. What the engine does not
    know may be a figure of the report itself, which is set up without its
    narratives only when it is asked for.
    """

    def __init__(self, k: Konteks) -> None:
        self.k = k

    @cached_property
    def polos(self) -> Bernomor:
        """The report without its narratives, but for their pictures, which are numbered among the figures."""
        return susun_bernomor(replace(self.k, narasi=tanpa_kata(self.k.narasi)))

    @cached_property
    def semua(self) -> dict[str, Bahan]:
        """Every figure by its address, the engine's first."""
        sendiri = (b for a in semua_figur(self.polos.dokumen) for b in a.telusur())
        return {**{b.alamat: b for b in sendiri if b.alamat}, **self.k.hasil.alamat}

    def angka(self, alamat: str) -> Bahan | None:
        """The figure at a relative address."""
        penuh = alamat_penuh(alamat, self.k.satker.kode, self.k.tahun)
        return self.k.hasil.alamat.get(penuh) or self.semua.get(penuh)

    def dikenal(self, kode: str) -> bool:
        """Whether a part with this code can be cited."""
        return kode in self.polos.butir

    def foto(self, kode: str) -> FotoLaporan | None:
        """The picture of a code."""
        return self.k.narasi.foto.get(kode)


def tanpa_kata(teks: Teks) -> Teks:
    """What people wrote without its words: the pictures where they stand."""
    return Teks(
        bagian={kode: isi for kode, naskah in teks.bagian.items() if (isi := hanya_gambar(naskah))},
        uraian={kunci: isi for kunci, naskah in teks.uraian.items() if (isi := hanya_gambar(naskah))},
        foto=teks.foto,
    )


def alamat_penuh(alamat: str, satker: str, tahun: int) -> str:
    """'SK3.2/capaian' -> '247157/2023/SK3.2/capaian'; '@-1/…' counts from the report's year."""
    cocok = _TAHUN_LAIN.match(alamat)
    if cocok:
        return f"{satker}/{tahun + int(cocok[1])}/{alamat[cocok.end() :]}"
    return f"{satker}/{tahun}/{alamat}"


def alamat_relatif(alamat: str, satker: str, tahun: int) -> str:
    """The inverse; '' for a figure of another satker."""
    milik, _, lain = alamat.partition("/")
    pada, _, sisa = lain.partition("/")
    if milik != satker or not pada.isdigit() or not sisa:
        return ""
    return sisa if int(pada) == tahun else f"@{int(pada) - tahun:+d}/{sisa}"


def _dengan_pernyataan(k: Konteks, bab: tuple[Bab, ...]) -> tuple[Bab, ...]:
    """The chapters with the statement of the reviu after the foreword, or first: no outline can leave it out."""
    if k.reviu is None:
        return bab
    letak = next((n for n, b in enumerate(bab, 1) if b.kode == SESUDAH), 0)
    return (*bab[:letak], bab_pernyataan(k.reviu, k.satker.nama, k.tahun), *bab[letak:])


def _bab(k: Konteks, b: BagianUtama, i: IkatanLaporan) -> Bab:
    return Bab(b.kode, isi_penanda(b.judul, k.sebutan), tuple(_isi(k, b.isi, None, i)), b.jenis, b.kertas)


def _isi(k: Konteks, isi: Iterable[Butir], s: Subjek | None, i: IkatanLaporan) -> Iterable[Blok]:
    for butir in isi:
        if isinstance(butir, Bagian):
            yield from _bagian(k, butir, s, i)
        elif isinstance(butir, Berjudul):
            yield from _berjudul(k, butir, s)
        elif butir.startswith(NARASI):
            kode = kode_slot(butir.removeprefix(NARASI), s.fakta.kode if s else "")
            yield from baca_naskah(k.narasi.bagian.get(kode), i, kode) or (BELUM_DITULIS,)
        elif butir.startswith(URAIAN):
            assert s is not None
            kunci = (s.fakta.kode, butir.removeprefix(URAIAN))
            yield from baca_naskah(k.narasi.uraian.get(kunci), i, ".".join(kunci)) or (BELUM_DITULIS,)
        else:
            yield from _blok(k, butir, s)


def _blok(k: Konteks, kode: str, s: Subjek | None) -> tuple[Blok, ...]:
    deklarasi = blok(kode)
    if deklarasi.untuk and (s is None or deklarasi.untuk != _jenis(s)):
        raise ValueError(f"Blok {kode!r} hanya berlaku di dalam bagian yang diulang untuk {deklarasi.untuk}.")
    return deklarasi.buat(k, s) if deklarasi.berlaku(k, s) else ()


def _berjudul(k: Konteks, b: Berjudul, s: Subjek | None) -> Iterable[Blok]:
    """A block whose own table or figure takes the caption of the outline."""
    judul, kode = isi_penanda(b.judul, k.sebutan | sebutan_subjek(s)), blok(b.blok).kode_pada(s)
    for x in _blok(k, b.blok, s):
        yield replace(x, judul=judul) if isinstance(x, Tabel | Gambar) and x.kode == kode else x


def _bagian(k: Konteks, b: Bagian, s: Subjek | None, i: IkatanLaporan) -> Iterable[SubBab]:
    for subjek in subjek_bagian(k, b, s):
        isi = tuple(_isi(k, b.isi, subjek, i))
        if not isi:
            continue
        nama = k.sebutan | sebutan_subjek(subjek)
        yield SubBab(
            isi_penanda(b.judul, nama),
            isi,
            isi_penanda(b.kode, nama),
            b.bernomor,
            b.di_daftar_isi,
            b.halaman_baru,
        )


def subjek_bagian(k: Konteks, b: Bagian, s: Subjek | None) -> Iterable[Subjek | None]:
    """What a part is repeated for, inside of what it stands in."""
    match b.ulang:
        case "tujuan":
            return k.hasil.tujuan.values()
        case "sasaran":
            return k.hasil.sasaran.values()
        case "indikator":
            return k.indikator if s is None else _indikator(s)
        case _:
            return (s,)


def _indikator(s: Any) -> Iterable[Subjek]:
    return tuple(s.indikator)


def _jenis(s: Subjek) -> str:
    return type(s).__name__.removeprefix("Hasil").lower()
