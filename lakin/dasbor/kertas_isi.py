"""What a working paper is made of, read for whoever takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from lakin.alur.jalan import LangkahPeriode
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.dasbor.kertas import Pilihan
from lakin.dasbor.sumber import Sumber, cari_sumber
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.tempat import Tempat, tempat_cetak
from lakin.jejak.models import Rantai
from lakin.jejak.tulisan import tulisan
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.kertas_kerja import ButirKertas, Kepala, kertas_kerja
from lakin.laporan.kode_terbitan import tulis_kode
from lakin.laporan.konteks import Konteks
from lakin.laporan.tempat_laporan import tempat_laporan
from lakin.laporan.terbitan import bernomor_terbitan
from lakin.organisasi.models import Satker
from lakin.pengukuran.asal import asal
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors import UMUM
from lakin.pengukuran.selectors_bukti import bukti_angka
from lakin.web.galat import GalatDomain


def susun_kertas_kerja(pengguna: Any, satker: Satker, tahun: int, semua: Sequence[Pilihan]) -> Bernomor:
    """Return the working paper of the chosen figures; GalatDomain where none of them is there any more."""
    kepala = _kepala(pengguna, satker, tahun)  # before the facts: what comes in between is not vouched for
    isi = [b for p in semua if (b := _butir(pengguna, satker, tahun, p)) is not None]
    if not isi:
        raise GalatDomain("Tidak satu pun angka yang dipilih masih ada. Pilih kembali dari laporan atau ringkasan.")
    return kertas_kerja(kepala, isi)


def _kepala(pengguna: Any, satker: Satker, tahun: int) -> Kepala:
    kini = timezone.localtime()
    rantai = {r.nama: r for r in Rantai.objects.filter(nama__in=(satker.kunci, UMUM))}
    nama = ((satker.kunci, "satker"), (UMUM, "umum"))
    return Kepala(
        satker=satker.singkatan,
        kode=satker.kode or "",
        tahun=tahun,
        oleh=str(pengguna),
        pada=f"{tulis_tanggal(kini.date())} pukul {kini:%H.%M}",
        rantai=tuple((apa, rantai[k].urut, rantai[k].sidik) for k, apa in nama if k in rantai),
    )


def _butir(pengguna: Any, satker: Satker, tahun: int, p: Pilihan) -> ButirKertas | None:
    s = cari_sumber(pengguna, satker, tahun, p.alamat, p.triwulan, p.versi)
    if s is None:
        return None
    a = asal(pengguna, satker, tahun, s.angka, s.triwulan, sampai=s.sampai)
    return ButirKertas(
        angka=s.angka,
        dari=_dari(s),
        konteks=Konteks(s.hasil, triwulan=s.triwulan),
        penulis=f"{a.penulis}, {_saat(a.pada)}" if a.pada else "belum pernah diisi di Lakin",
        penelaah=_penelaah(a.penelaah, a.triwulan),
        bukti=tuple(_bukti(b) for b in bukti_angka(pengguna, satker, tahun, p.alamat)),
        jejak=tuple(tulisan(j) for j in a.jejak),
        tempat=_tempat(satker, s, p.alamat),
        sebutan_laporan=sebutan_laporan(s.tahun, s.triwulan),
    )


def _dari(s: Sumber) -> str:
    if s.terbitan is None:
        return "data terkini"
    return f"versi {s.terbitan.nomor} yang disahkan, kode {tulis_kode(s.terbitan.kode)}"


def _penelaah(langkah: LangkahPeriode | None, triwulan: int) -> str:
    apa = nama_triwulan(triwulan)
    return f"{langkah.oleh}, memverifikasi {apa} pada {_saat(langkah.pada)}" if langkah else f"{apa} belum diverifikasi"


def _bukti(b: Bukti) -> tuple[str, str, str, str]:
    berkas = f"{b.berkas.nama}, SHA-256 {b.berkas.sidik}" if b.berkas else "tanpa berkas"
    return b.perihal, b.nomor, tulis_tanggal(b.tanggal) if b.tanggal else "", berkas


def _tempat(satker: Satker, s: Sumber, alamat: str) -> tuple[Tempat, ...]:
    if s.terbitan is not None:
        return tempat_cetak(bernomor_terbitan(s.terbitan)).get(alamat, ())
    return tempat_laporan(satker, s.tahun, s.triwulan).get(alamat, ())


def _saat(pada: Any) -> str:
    setempat = timezone.localtime(pada)
    return f"{tulis_tanggal(setempat.date())} {setempat:%H.%M}"
