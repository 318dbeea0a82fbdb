"""A revision of the Perjanjian Kinerja as a document: statement, list of targets with the budget, Rencana Aksi.

The form is that of a satuan kerja (Permenpan RB 53/2014, Anak Lampiran I/2-6 and I/6-6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.conf import settings

from lakin.angka import nama_triwulan
from lakin.capaian.angka_jelas import Bahan, banyak_desimal, dicatat
from lakin.capaian.himpun import jumlah
from lakin.cetak.pdf import HasilPdf, cetak_pdf
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.naskah_pk import pernyataan, tanda_tangan
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import (
    Bab,
    BarisTabel,
    Blok,
    Dokumen,
    Figur,
    Format,
    JenisBab,
    JenisBaris,
    Kertas,
    Kolom,
    Paragraf,
    Rata,
    Sel,
    Tabel,
    Tebal,
)
from lakin.web.nilai import rapikan
from renstra.models import ButirPK, PenandaTangan, PerjanjianKinerja
from renstra.services.isi_pk import alamat_target

RUPIAH = "Rupiah"
BELUM = "DRAF"


def dokumen_pk(pk: PerjanjianKinerja) -> Dokumen:
    """Return a revision of a PK in its legal form; a draft says on every page that it is one."""
    pihak = list(pk.penanda_tangan.all())
    butir = list(pk.butir.select_related("indikator__sasaran").prefetch_related("rencana_aksi").order_by("urut", "pk"))
    judul = f"Perjanjian Kinerja Tahun {pk.tahun}"
    return Dokumen(
        judul=f"{judul} {pk.satker.singkatan}",
        bab=(
            Bab("pernyataan", judul, (*_kepala(pk), *pernyataan(pihak), *_tanda(pk, pihak)), JenisBab.DEPAN),
            Bab("lampiran", f"Lampiran {judul}", (*_lampiran(pk, butir), *_tanda(pk, pihak)), JenisBab.DEPAN),
            Bab("rencana-aksi", f"Rencana Aksi Tahun {pk.tahun}", (_rencana(pk, butir),), JenisBab.DEPAN, Kertas.LEBAR),
        ),
        kepala=f"{BELUM + ' · ' if pk.draf else ''}{judul} · {pk.satker.singkatan}"
        + (f" · {pk.nomor}" if pk.nomor else ""),
        penulis=_nama_satker(pk),
        pengenal=pk.alamat,
    )


def cetak_pk(pk: PerjanjianKinerja) -> HasilPdf:
    """Print a revision of a PK as PDF; the same revision gives the same bytes."""
    return cetak_pdf(beri_nomor(dokumen_pk(pk)), simpanan=Simpanan(settings.DATA_DIR / "simpanan-cetak"), proses=1)


def _nama_satker(pk: PerjanjianKinerja) -> str:
    nama = pk.satker.nama_pada(pk.tanggal or date(pk.tahun, 12, 31))
    return nama.nama if nama else pk.satker.singkatan


def _kepala(pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    nomor = (f"\nNomor: {pk.nomor}",) if pk.nomor else ()
    return (Paragraf((Tebal((_nama_satker(pk),)), *nomor)),)


def _tanda(pk: PerjanjianKinerja, pihak: Sequence[PenandaTangan]) -> tuple[Blok, ...]:
    return tanda_tangan(pk.satker.kota, pk.tanggal, pihak)


def _lampiran(pk: PerjanjianKinerja, butir: Sequence[ButirPK]) -> Iterator[Blok]:
    yield Tabel(
        kode="target",
        judul=f"Sasaran, Indikator Kinerja, dan Target\n{_nama_satker(pk)}",
        kolom=(
            Kolom("No.", rata=Rata.TENGAH),
            Kolom("Sasaran"),
            Kolom("Indikator Kinerja"),
            Kolom("Target", rata=Rata.KANAN),
        ),
        baris=tuple(_baris_target(pk, butir)),
        bernomor=False,
    )
    anggaran = [
        (a.nama, dicatat(f"{pk.alamat}/anggaran/{a.kode}", a.isi, 0, RUPIAH, a.nama, pk.sumber))
        for a in pk.anggaran.all()
    ]
    total = jumlah(f"{pk.alamat}/anggaran/jumlah", [n for _, n in anggaran], 0, satuan=RUPIAH, label="Anggaran PK")
    yield Tabel(
        kode="anggaran",
        judul="Anggaran",
        kolom=(Kolom("Program/Kegiatan"), Kolom("Anggaran (Rp)", format=Format.NILAI)),
        baris=(
            *(BarisTabel((Sel(nama), Sel(nilai))) for nama, nilai in anggaran),
            BarisTabel((Sel("Jumlah"), Sel(total)), JenisBaris.JUMLAH),
        )
        if anggaran
        else (),
        bernomor=False,
        kalimat_kosong="Anggaran belum diisi.",
    )


def _baris_target(pk: PerjanjianKinerja, butir: Sequence[ButirPK]) -> Iterator[BarisTabel]:
    for nomor, (_, segolongan) in enumerate(groupby(butir, lambda b: b.indikator.sasaran_id), 1):
        milik = list(segolongan)
        for urut, b in enumerate(milik):
            awal = () if urut else (Sel(nomor, baris=len(milik)), Sel(b.indikator.sasaran.nama, baris=len(milik)))
            yield BarisTabel((*awal, Sel(b.indikator.nama), Sel(Figur(_target(pk, b), Format.SATUAN))))


def _target(pk: PerjanjianKinerja, b: ButirPK) -> Bahan:
    i = b.indikator
    desimal = max(i.desimal_target, banyak_desimal(b.isi) if isinstance(b.isi, Decimal) else 0)
    return dicatat(alamat_target(pk, i.kode), b.isi, desimal, i.satuan, i.nama, pk.sumber)


def _rencana(pk: PerjanjianKinerja, butir: Sequence[ButirPK]) -> Tabel:
    kolom = [Kolom("Indikator Kinerja"), Kolom("Target", rata=Rata.KANAN)]
    for tw in (1, 2, 3, 4):
        kelompok = (nama_triwulan(tw),)
        kolom += [Kolom("Fisik (%)", format=Format.NILAI, kelompok=kelompok), Kolom("Kegiatan", kelompok=kelompok)]
    return Tabel(
        kode="rencana",
        judul="Target antara kumulatif dan rencana kegiatan setiap triwulan",
        kolom=tuple(kolom),
        baris=tuple(_baris_rencana(pk, b) for b in butir),
        kertas=Kertas.LEBAR,
        bernomor=False,
    )


def _baris_rencana(pk: PerjanjianKinerja, b: ButirPK) -> BarisTabel:
    rencana = {r.triwulan: r for r in b.rencana_aksi.all()}
    sel = [Sel(f"{b.indikator.kode} {b.indikator.nama}"), Sel(Figur(_target(pk, b), Format.SATUAN))]
    for tw in (1, 2, 3, 4):
        r = rencana.get(tw)
        if r is None:
            sel += [Sel("–", rata=Rata.KANAN), Sel("")]
            continue
        fisik = rapikan(r.fisik)
        alamat = f"{pk.alamat}/{b.indikator.kode}/rencana/tw{tw}"
        sel += [Sel(dicatat(alamat, fisik, banyak_desimal(fisik), "Persen", "Target antara")), Sel(r.kegiatan)]
    return BarisTabel(tuple(sel))
