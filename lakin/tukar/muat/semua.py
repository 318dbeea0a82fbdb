"""Load a whole fixture folder in one transaction, or nothing of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from lakin.jejak.models import Jejak
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.tukar.muat import (
    anggaran,
    narasi,
    organisasi,
    pembanding,
    pendukung,
    pengguna,
    pengukuran,
    pk,
    pnbp,
    renstra,
    uraian,
)
from lakin.tukar.muat.baca import GalatBerkas, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.satker_lain import muat_satker_lain
from lakin.tukar.muat.tercetak import muat_tercetak

VERSI = 3
"""Raised when the loader reads the same files differently."""


def sidik_folder(folder: Path) -> str:
    """Return the SHA-256 of every file of a folder with its name, and of the loader's version."""
    sidik = hashlib.sha256(str(VERSI).encode())
    for berkas in sorted(b for b in folder.rglob("*") if b.is_file()):
        sidik.update(f"\n{berkas.relative_to(folder).as_posix()}\n".encode())
        sidik.update(berkas.read_bytes())
    return sidik.hexdigest()


def termuat(folder: Path) -> bool:
    """Tell whether these very files have been loaded, and nobody is missing."""
    jejak = Jejak.objects.filter(alamat=_alamat(folder)).order_by("-urut").first()
    return jejak is not None and jejak.sesudah == {"sidik": sidik_folder(folder)} and not pengguna.akun_kurang()


def muat_semua(folder: Path, *, lapor: Callable[[str], None]) -> tuple[Satker, int]:
    """Load everything; return the satker and the year that the folder is about."""
    try:
        with transaction.atomic():
            return _muat(Pemuat(folder, lapor=lapor))
    except FileNotFoundError as galat:
        raise GalatBerkas(f"Berkas {galat.filename} tidak ada.") from galat


def _muat(p: Pemuat) -> tuple[Satker, int]:
    with p.kelompok("Satker"):
        organisasi.muat_satker(p)
    with p.kelompok("Katalog indikator"):
        renstra.muat_katalog(p)
    with p.kelompok("Renstra"):
        renstra.muat_renstra(p)
    with p.kelompok("Perjanjian Kinerja"):
        pk.muat_pk(p)
    di = baca_yaml(p.folder, "pk.yaml")
    unit, tahun = organisasi.satker(di), di.bulat("tahun")
    garis = pengukuran.garis_pk(unit, tahun)
    with p.kelompok("Rencana Aksi"):
        pk.muat_rencana_aksi(p, unit, tahun)
    with p.kelompok("Setelan dan periode"):
        pengukuran.muat_setelan(p, baca_yaml(p.folder, "renstra.yaml"), unit, tahun)
        pengukuran.buka_periode(p, di, unit, tahun)
    with p.kelompok("Realisasi"):
        pengukuran.muat_realisasi(p, unit, tahun, garis)
    with p.kelompok("Data dasar"):
        pengukuran.muat_data_dasar(p, unit, tahun)
    with p.kelompok("Penggantian"):
        pengukuran.muat_penggantian(p, unit, garis)
    with p.kelompok("Tahun-tahun lalu"):
        pengukuran.muat_realisasi_lalu(p, unit, tahun)
    with p.kelompok("Acuan, bukti, tabel pendukung"):
        pengukuran.muat_acuan(p, unit, garis)
        pengukuran.muat_bukti(p, unit, tahun)
        pendukung.muat_pendukung(p, unit, tahun, garis)
    with p.kelompok("DIPA dan pohon anggaran"):
        anggaran.muat_anggaran(p, unit, tahun)
    with p.kelompok("Realisasi anggaran dan angka tercatat"):
        anggaran.muat_uang(p, unit, tahun, garis)
    with p.kelompok("PNBP dan hasil layanan"):
        pnbp.muat_pnbp(p, unit)
    with p.kelompok("Pegawai dan penghargaan"):
        organisasi.muat_pegawai(p)
        organisasi.muat_penghargaan(p, unit)
    with p.kelompok("Keterkaitan, kegiatan penunjang, jabatan, pengawasan"):
        uraian.muat_uraian(p, unit, tahun)
    with p.kelompok("Nilai pembanding"):
        pembanding.muat_pembanding(p, unit, tahun, garis)
    with p.kelompok("Narasi"):
        narasi.muat_narasi(p, unit, tahun, garis)
    with p.kelompok("Satker kedua (sintetis)"):
        muat_satker_lain(p)
    with p.kelompok("Periode ditutup"):
        pengukuran.tutup_periode(p, di, unit, tahun)
    with p.kelompok("Angka tercetak"):
        muat_tercetak(p, unit, tahun)
    with p.kelompok("Akun contoh"):
        pengguna.muat_pengguna(p)
    catat(
        oleh=p.oleh, tindakan="muat", alamat=_alamat(p.folder), sebelum=None, sesudah={"sidik": sidik_folder(p.folder)}
    )
    return unit, tahun


def _alamat(folder: Path) -> str:
    return f"umum/muatan/{folder.name}"
