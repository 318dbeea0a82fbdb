"""What waits for somebody at a satker: what came back and why, corrections, comments, action points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from lakin.alur.enums import Keadaan, KeadaanKoreksi
from lakin.alur.models import ButirTindak, Komentar, Koreksi, Periode
from lakin.alur.transisi import KEMBALIKAN, boleh_tulis
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.jejak.models import Jejak
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from renstra.models import PerjanjianKinerja

TERBANYAK = 10
"""Comments and action points that the list names."""
PANJANG = 160


@dataclass(frozen=True, slots=True)
class Hal:
    """One thing that waits: what, where it is done, why or by when, and a sign with its word."""

    judul: str
    tautan: str
    keterangan: str
    tanda: str
    kelas: str


def perhatian(pengguna: Any, satker: Satker, periode: tuple[Periode, ...], hari_ini: date) -> tuple[Hal, ...]:
    """Return what waits for a person of a satker, the most pressing first."""
    hal: list[Hal] = []
    if boleh(pengguna, Izin.SAHKAN_LAPORAN, satker):
        hal += _pk(satker)
    if boleh(pengguna, Izin.AJUKAN_TRIWULAN, satker):
        hal += _dikembalikan(satker, periode)
        hal += _terlambat(satker, periode, hari_ini)
        hal += _koreksi(satker)
        hal += _komentar(satker)
    return (*hal, *_tindak(pengguna, satker, hari_ini))


def _pk(satker: Satker) -> Iterator[Hal]:
    for pk in PerjanjianKinerja.objects.filter(satker=satker, berlaku_sejak=None):
        yield Hal(
            f"Draf Perjanjian Kinerja {pk.tahun}, revisi {pk.revisi}",
            f"{reverse('pk', args=[satker.kunci, pk.tahun])}?revisi={pk.revisi}",
            "Sedang disusun; berlaku setelah ditandatangani.",
            "◐ draf",
            "sebagian",
        )


def _dikembalikan(satker: Satker, periode: tuple[Periode, ...]) -> Iterator[Hal]:
    kembali = [p for p in periode if p.keadaan == Keadaan.DIKEMBALIKAN]
    if not kembali:
        return
    alamat = {f"{satker.kunci}/{p.tahun}/periode/tw{p.triwulan}": p for p in kembali}
    alasan = dict(
        Jejak.objects.filter(alamat__in=alamat, tindakan=KEMBALIKAN).order_by("urut").values_list("alamat", "alasan")
    )
    for a, p in alamat.items():
        yield Hal(
            f"{nama_triwulan(p.triwulan)} {p.tahun} dikembalikan",
            reverse("telaah", args=[satker.kunci, p.tahun, p.triwulan]),
            f"“{alasan[a]}”" if alasan.get(a) else "Perbaiki, lalu ajukan kembali.",
            "! perlu diperbaiki",
            "kurang",
        )


def _terlambat(satker: Satker, periode: tuple[Periode, ...], hari_ini: date) -> Iterator[Hal]:
    for p in periode:
        batas = max(filter(None, (p.tenggat, p.pengecualian_sampai)), default=None)
        if p.keadaan == Keadaan.DRAF and boleh_tulis(p.keadaan) and batas is not None and batas < hari_ini:
            yield Hal(
                f"{nama_triwulan(p.triwulan)} {p.tahun} belum diajukan",
                reverse("periksa_ajuan", args=[satker.kunci, p.tahun, p.triwulan]),
                f"Tenggatnya {tulis_tanggal(batas)}. Periksa isiannya, lalu ajukan.",
                "! terlambat",
                "kurang",
            )


def _koreksi(satker: Satker) -> Iterator[Hal]:
    berjalan = Koreksi.objects.filter(
        periode__satker=satker, keadaan__in=[KeadaanKoreksi.DIMINTA, KeadaanKoreksi.DISETUJUI]
    ).select_related("periode")
    for k in berjalan.order_by("diminta_pada"):
        p = k.periode
        setuju = k.keadaan == KeadaanKoreksi.DISETUJUI
        yield Hal(
            f"Koreksi {nama_triwulan(p.triwulan)} {p.tahun}",
            f"{reverse('koreksi', args=[satker.kunci, p.tahun])}#koreksi-{k.pk}",
            f"Kerjakan sampai {tulis_tanggal(k.sampai)}, lalu selesaikan."
            if setuju and k.sampai
            else "Menunggu putusan Sekretariat.",
            "◐ dikerjakan" if setuju else "○ menunggu",
            "sebagian" if setuju else "kosong",
        )


def _komentar(satker: Satker) -> Iterator[Hal]:
    semua = Komentar.objects.filter(satker=satker, tandai=True, selesai_pada=None).select_related("oleh")
    for k in semua.order_by("-pada")[:TERBANYAK]:
        yield Hal(
            f"Komentar {k.oleh} pada {nama_triwulan(k.triwulan)} {k.tahun}",
            f"/{satker.kunci}/{k.tahun}/telaah/{k.triwulan}/#komentar-{k.pk}",
            f"“{k.isi[:PANJANG]}{'…' if len(k.isi) > PANJANG else ''}”",
            "→ perlu ditanggapi",
            "sebagian",
        )


def _tindak(pengguna: Any, satker: Satker, hari_ini: date) -> Iterator[Hal]:
    semua = ButirTindak.objects.filter(satker=satker, ditutup_pada=None).select_related("penanggung_jawab")
    for b in semua.order_by("tenggat", "pk")[:TERBANYAK]:
        milik = b.penanggung_jawab_id == pengguna.pk
        lewat = b.dikerjakan_pada is None and b.tenggat < hari_ini
        if b.dikerjakan_pada is not None:
            tanda, kelas = "◐ menunggu ditutup", "sebagian"
        else:
            tanda, kelas = ("! lewat tenggat", "kurang") if lewat else ("○ belum dikerjakan", "kosong")
        yield Hal(
            f"Tindak lanjut: {b.uraian[:PANJANG]}{'…' if len(b.uraian) > PANJANG else ''}",
            f"/{satker.kunci}/{b.tahun}/telaah/{b.triwulan}/#tindak-{b.pk}",
            f"{'Anda' if milik else b.penanggung_jawab}, tenggat {tulis_tanggal(b.tenggat)}.",
            tanda,
            kelas,
        )
