"""What people say about a period: comments tied to a figure, one discussion, action points."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.models import ButirTindak, Komentar
from lakin.alur.services.kabar import beri_tahu, pengguna_berperan, pengguna_satker
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Pengguna, Satker
from lakin.web.galat import GalatDomain


@transaction.atomic
def komentari(
    *,
    satker: Satker,
    tahun: int,
    triwulan: int,
    isi: str,
    oleh: Any,
    alamat: str = "",
    balasan_dari: Komentar | None = None,
    tandai: bool = False,
) -> Komentar:
    """Say something about a figure (``alamat``) or about the period as a whole."""
    if not isi.strip():
        raise GalatDomain("Komentar masih kosong. Tulis isinya lebih dahulu.", medan="isi")
    if alamat and not alamat.startswith(f"{satker.kunci}/{tahun}/"):
        raise GalatDomain("Komentar ini menunjuk angka di luar satker dan tahun ini.")
    if balasan_dari is not None and (balasan_dari.satker_id, balasan_dari.tahun) != (satker.pk, tahun):
        raise GalatDomain("Komentar yang dibalas tidak ada pada pembahasan ini.")
    baru = Komentar(
        satker=satker, tahun=tahun, triwulan=triwulan, alamat=alamat, isi=isi.strip(), oleh=oleh,
        balasan_dari=balasan_dari, tandai=tandai,
    )  # fmt: skip
    rekam(baru, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/komentar/tw{triwulan}")
    beri_tahu(
        _lawan_bicara(satker, oleh),
        jenis=JenisKabar.KOMENTAR,
        judul=f"Komentar baru pada {satker.singkatan} {nama_triwulan(triwulan)} {tahun}",
        isi=isi.strip()[:500],
        tautan=f"/{satker.kunci}/{tahun}/telaah/{triwulan}/#komentar-{baru.pk}",
        kunci=f"komentar/{baru.pk}",
    )
    return baru


@transaction.atomic
def selesaikan_komentar(*, komentar: Komentar, oleh: Any, selesai: bool = True) -> Komentar:
    """Mark a comment as resolved, or open it again."""
    lama = Komentar.objects.select_for_update().get(pk=komentar.pk)
    baru = Komentar.objects.get(pk=komentar.pk)
    baru.selesai_oleh, baru.selesai_pada = (oleh, timezone.now()) if selesai else (None, None)
    rekam(
        baru,
        oleh=oleh,
        alamat=f"{lama.satker.kunci}/{lama.tahun}/komentar/tw{lama.triwulan}",
        tindakan="selesai" if selesai else "buka",
        lama=lama,
    )
    return baru


@transaction.atomic
def buat_butir_tindak(
    *,
    satker: Satker,
    tahun: int,
    triwulan: int,
    uraian: str,
    penanggung_jawab: Pengguna,
    tenggat: date,
    oleh: Any,
) -> ButirTindak:
    """Agree on an action: what, who, by when."""
    if not uraian.strip():
        raise GalatDomain("Tuliskan apa yang harus dikerjakan.", medan="uraian")
    if tenggat < timezone.localdate():
        raise GalatDomain("Tenggat butir ini sudah lewat. Pilih hari ini atau sesudahnya.", medan="tenggat")
    baru = ButirTindak(
        satker=satker, tahun=tahun, triwulan=triwulan, uraian=uraian.strip(), penanggung_jawab=penanggung_jawab,
        tenggat=tenggat, dibuat_oleh=oleh,
    )  # fmt: skip
    rekam(baru, oleh=oleh, alamat=f"{satker.kunci}/{tahun}/tindak")
    beri_tahu(
        [penanggung_jawab],
        jenis=JenisKabar.KOMENTAR,
        judul=f"Butir tindak lanjut bagi Anda, tenggat {tulis_tanggal(tenggat)}",
        isi=uraian.strip(),
        tautan=f"/{satker.kunci}/{tahun}/telaah/{triwulan}/#tindak-{baru.pk}",
        kunci=f"tindak/{baru.pk}",
    )
    return baru


@transaction.atomic
def laporkan_butir_tindak(*, butir: ButirTindak, laporan: str, versi: int, oleh: Any) -> ButirTindak:
    """Say that an action was done; only who is responsible can."""
    lama, baru = _butir(butir, versi)
    if lama.penanggung_jawab_id != oleh.pk:
        raise GalatDomain("Hanya penanggung jawab yang dapat melaporkan butir ini selesai dikerjakan.")
    if not laporan.strip():
        raise GalatDomain("Tuliskan apa yang sudah dikerjakan.", medan="laporan")
    baru.laporan, baru.dikerjakan_pada = laporan.strip(), timezone.now()
    return _rekam_butir(lama, baru, oleh, "kerjakan")


@transaction.atomic
def tutup_butir_tindak(*, butir: ButirTindak, versi: int, oleh: Any) -> ButirTindak:
    """Close an action that was done; somebody else than who did it."""
    lama, baru = _butir(butir, versi)
    if lama.penanggung_jawab_id == oleh.pk:
        raise GalatDomain("Butir ini ditutup oleh orang lain daripada penanggung jawabnya.")
    if lama.dikerjakan_pada is None:
        raise GalatDomain("Butir ini belum dilaporkan dikerjakan oleh penanggung jawabnya.")
    baru.ditutup_oleh, baru.ditutup_pada = oleh, timezone.now()
    return _rekam_butir(lama, baru, oleh, "tutup")


def _butir(butir: ButirTindak, versi: int) -> tuple[ButirTindak, ButirTindak]:
    lama = ButirTindak.objects.select_for_update(of=("self",)).select_related("satker").get(pk=butir.pk)
    if lama.versi != versi:
        raise GalatDomain("Butir ini baru saja diubah orang lain. Muat ulang halaman.")
    if lama.ditutup_pada is not None:
        raise GalatDomain("Butir ini sudah ditutup.")
    return lama, ButirTindak.objects.get(pk=lama.pk)


def _rekam_butir(lama: ButirTindak, baru: ButirTindak, oleh: Any, tindakan: str) -> ButirTindak:
    baru.versi += 1
    rekam(baru, oleh=oleh, alamat=lama.alamat, tindakan=tindakan, lama=lama)
    return baru


def _lawan_bicara(satker: Satker, oleh: Any) -> list[Pengguna]:
    """Who is told: the planners of the satker and the secretariat, but not who spoke."""
    semua = {p.pk: p for p in (*pengguna_satker(satker, "perencana"), *pengguna_berperan("sekretariat"))}
    return [p for pk, p in semua.items() if pk != oleh.pk]
