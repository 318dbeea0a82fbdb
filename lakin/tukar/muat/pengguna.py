"""The sample accounts, in sample mode only."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q

from lakin.jejak.services import catat
from lakin.organisasi.contoh import AKUN_CONTOH, SANDI_CONTOH, AkunContoh
from lakin.organisasi.models import Pengguna, Penugasan, Satker
from lakin.tukar.muat.pemuat import Pemuat


def akun_kurang() -> list[AkunContoh]:
    """Return the sample accounts that do not exist yet; none outside sample mode."""
    if not settings.CONTOH:
        return []
    ada = set(
        Pengguna.objects.filter(username__in=[a.username for a in AKUN_CONTOH]).values_list("username", flat=True)
    )
    return [a for a in AKUN_CONTOH if a.username not in ada]


def muat_pengguna(p: Pemuat) -> None:
    """Create the sample accounts that are missing; one that somebody changed stays as it is."""
    kurang = akun_kurang()
    if kurang and settings.PRODUKSI:
        raise ImproperlyConfigured("Akun contoh tidak boleh dibuat pada mode produksi.")
    p.hitungan["tetap"] += len(AKUN_CONTOH) - len(kurang) if settings.CONTOH else 0
    sandi = make_password(SANDI_CONTOH) if kurang else ""  # one password for all: hashed once
    for akun in kurang:
        _buat(p, akun, sandi)
        p.hitungan["baru"] += 1


def _buat(p: Pemuat, akun: AkunContoh, sandi: str) -> None:
    orang = Pengguna(username=akun.username, nama=akun.nama, password=sandi)
    orang.full_clean()
    orang.save()
    milik = Q(kode=akun.satker) | Q(kode=None, singkatan=akun.satker)
    unit = Satker.objects.get(milik) if akun.satker else None
    tugas = Penugasan(pengguna=orang, peran=akun.peran, satker=unit)
    tugas.full_clean()
    tugas.save()
    catat(
        oleh=p.oleh,
        tindakan="tambah",
        alamat=f"umum/pengguna/{akun.username}",
        sebelum=None,
        sesudah={"nama": akun.nama, "peran": akun.peran.value, "satker": akun.satker},
        alasan="Akun contoh.",
    )
