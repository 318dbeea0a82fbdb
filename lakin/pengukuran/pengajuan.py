"""Acts on a triwulan's state: handing it in, taking it back, returning it, verifying it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from lakin.alur.enums import JenisKabar, Keadaan
from lakin.alur.models import Periode
from lakin.alur.services.kabar import beri_tahu, pengguna_berperan, pengguna_satker
from lakin.alur.services.periode import periode_terkunci, pindahkan
from lakin.alur.transisi import AJUKAN, KEMBALIKAN, TARIK, VERIFIKASI, halangan_langkah
from lakin.angka import nama_triwulan
from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Satker
from lakin.pengukuran.ajuan import Ajuan, JenisHal, ajuan
from lakin.pengukuran.models import CatatanIsian
from lakin.pengukuran.selectors import hasil_segar
from lakin.web.galat import GalatDomain

DISEBUT = 3
"""Findings that a refusal names; the others are counted."""


@transaction.atomic
def ajukan_triwulan(*, satker: Satker, tahun: int, triwulan: int, versi: int, oleh: Any) -> Periode:
    """Hand a triwulan in; refused with what blocks it.

    The period's row is locked before the facts are read, so nothing can be written between the check and the move.
    """
    periode = periode_terkunci(satker, tahun, triwulan, versi)
    _tanpa_halangan(periode, AJUKAN)
    pindahkan(periode, AJUKAN, oleh=oleh)
    beri_tahu(
        pengguna_berperan("sekretariat"),
        jenis=JenisKabar.DIAJUKAN,
        judul=f"{satker.singkatan} mengajukan {nama_triwulan(triwulan)} {tahun}",
        tautan=_tautan(periode),
        kunci=f"{periode.alamat}/diajukan/{periode.versi}",
    )
    return periode


@transaction.atomic
def tarik_triwulan(*, satker: Satker, tahun: int, triwulan: int, versi: int, oleh: Any) -> Periode:
    """Take back what was handed in and not yet verified."""
    return pindahkan(periode_terkunci(satker, tahun, triwulan, versi), TARIK, oleh=oleh)


@transaction.atomic
def kembalikan_triwulan(*, satker: Satker, tahun: int, triwulan: int, versi: int, alasan: str, oleh: Any) -> Periode:
    """Return a triwulan to its planner with what is to be mended."""
    periode = pindahkan(periode_terkunci(satker, tahun, triwulan, versi), KEMBALIKAN, oleh=oleh, alasan=alasan)
    _kabari_perencana(periode, JenisKabar.DIKEMBALIKAN, "dikembalikan untuk diperbaiki", alasan.strip())
    return periode


@transaction.atomic
def verifikasi_triwulan(*, satker: Satker, tahun: int, triwulan: int, versi: int, oleh: Any) -> Periode:
    """Accept what was handed in."""
    periode = periode_terkunci(satker, tahun, triwulan, versi)
    _tanpa_halangan(periode, VERIFIKASI)
    pindahkan(periode, VERIFIKASI, oleh=oleh)
    _kabari_perencana(periode, JenisKabar.DIVERIFIKASI, "sudah diverifikasi", "")
    return periode


def verifikasi_banyak(*, periode: Iterable[Periode], oleh: Any) -> tuple[list[Periode], list[tuple[Periode, str]]]:
    """Verify those of several periods that have no warning; each is its own act. Returns done and left with why."""
    selesai: list[Periode] = []
    tersisa: list[tuple[Periode, str]] = []
    for p in periode:
        try:
            with transaction.atomic():
                terkunci = periode_terkunci(p.satker, p.tahun, p.triwulan, p.versi)
                if janggal := _janggal(ajuan(terkunci, hasil_segar(p.satker, p.tahun))):
                    tersisa.append((p, f"{janggal} hal janggal perlu ditelaah satu per satu."))
                    continue
                selesai.append(
                    verifikasi_triwulan(satker=p.satker, tahun=p.tahun, triwulan=p.triwulan, versi=p.versi, oleh=oleh)
                )
        except GalatDomain as galat:
            tersisa.append((p, galat.pesan))
    return selesai, tersisa


@transaction.atomic
def catat_isian(
    *, satker: Satker, tahun: int, triwulan: int, alamat: str, kaidah: str, isi: str, versi: int, oleh: Any
) -> CatatanIsian:
    """Answer a finding with a note; refused where the check no longer finds it."""
    periode = Periode.objects.select_for_update().filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    if periode is None or periode.keadaan not in (Keadaan.DRAF, Keadaan.DIKEMBALIKAN):
        raise GalatDomain("Triwulan ini tidak sedang diisi, sehingga catatannya hanya dapat dibaca.")
    semua = ajuan(periode, hasil_segar(satker, tahun)).hal
    hal = next((h for h in semua if (h.alamat, h.kaidah) == (alamat, kaidah)), None)
    if hal is None:
        raise GalatDomain("Hal yang hendak dicatat sudah tidak ditemukan lagi. Muat ulang halaman periksa.")
    if not isi.strip():
        raise GalatDomain("Catatan masih kosong. Tuliskan penjelasannya.", medan="isi")
    kunci = {"satker": satker, "tahun": tahun, "triwulan": triwulan, "alamat": alamat, "kaidah": kaidah}
    lama = CatatanIsian.objects.select_for_update().filter(**kunci).first()
    if (lama.versi if lama else 0) != versi:
        raise GalatDomain("Catatan ini baru saja diubah orang lain. Muat ulang halaman periksa.")
    baru = CatatanIsian.objects.get(pk=lama.pk) if lama else CatatanIsian(**kunci, versi=0)
    baru.isi, baru.sidik, baru.oleh = isi.strip(), hal.sidik, oleh
    baru.versi += 1
    rekam(baru, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/catatan/tw{triwulan}", lama=lama)
    return baru


def _tanpa_halangan(periode: Periode, tindakan: str) -> None:
    """Refuse a step that the state does not allow, or that what was entered does not allow yet."""
    if halangan := halangan_langkah(tindakan, periode.keadaan):
        raise GalatDomain(halangan)
    a = ajuan(periode, hasil_segar(periode.satker, periode.tahun))
    if not a.halangan:
        return
    sebut = "; ".join(f"{h.judul}: {h.pesan}" for h in a.halangan[:DISEBUT])
    lain = len(a.halangan) - DISEBUT
    raise GalatDomain(
        f"Triwulan ini belum dapat di{tindakan}. {sebut}"
        + (f" Masih ada {lain} hal lain." if lain > 0 else "")
        + " Buka halaman periksa untuk melengkapinya."
    )


def _janggal(a: Ajuan) -> int:
    return sum(h.jenis in (JenisHal.JANGGAL, JenisHal.TIDAK_MUNGKIN) for h in a.hal)


def _kabari_perencana(periode: Periode, jenis: JenisKabar, apa: str, isi: str) -> None:
    beri_tahu(
        pengguna_satker(periode.satker, "perencana"),
        jenis=jenis,
        judul=f"{nama_triwulan(periode.triwulan)} {periode.tahun} {apa}",
        isi=isi,
        tautan=_tautan(periode),
        kunci=f"{periode.alamat}/{jenis}/{periode.versi}",
    )


def _tautan(periode: Periode) -> str:
    return f"/{periode.satker.kunci}/{periode.tahun}/telaah/{periode.triwulan}/"
