"""Run inside the application: make the satker that the race is about, and close one of its triwulan."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import Any

import django
from django.conf import settings
from django.test import Client

HANGAT = 10
"""Hot cells in each of the two triwulan."""
TRIWULAN = (3, 4)
DITUTUP = 3
TAHUN = 2023


def siapkan(editor: int) -> dict[str, Any]:
    """Make a satker with ten recorded indicators and its planners; give a session of each."""
    from lakin.organisasi.models import Pengguna, Penugasan
    from renstra.models import ButirPK, GarisIndikator, Indikator
    from tests.kecil import buat_kecil

    k = buat_kecil("999999")
    for n in range(1, HANGAT + 1):
        garis = GarisIndikator.objects.create(satker=k.satker, kunci=f"adu-{n}")
        indikator = Indikator.objects.create(
            revisi=k.revisi, garis_indikator=garis, kode=f"SK1.{n + 1}", nama=f"Indikator {n}",
            sasaran=k.indikator.sasaran, tujuan=k.indikator.tujuan, satuan="Nilai", desimal=0, cara_renstra="akhir",
        )  # fmt: skip
        ButirPK.objects.create(perjanjian=k.pk, indikator=indikator, nilai=Decimal(100), keadaan="ada", urut=n + 1)
    sesi = []
    for n in range(editor):
        orang = Pengguna.objects.create(username=f"editor-{n}")
        Penugasan.objects.create(pengguna=orang, peran="perencana", satker=k.satker)
        klien = Client()
        klien.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
        sesi.append(klien.cookies[settings.SESSION_COOKIE_NAME].value)
    return {"satker": k.satker.kunci, "sesi": sesi, "kode": [f"SK1.{n + 1}" for n in range(1, HANGAT + 1)]}


def tutup() -> dict[str, Any]:
    """Close one triwulan while everybody writes, through the service that closes it for people."""
    from django.db import transaction

    from lakin.alur.models import Periode
    from lakin.alur.services.periode import periode_terkunci, pindahkan
    from lakin.alur.transisi import AJUKAN
    from lakin.organisasi.models import Satker

    with transaction.atomic():
        satker = Satker.objects.get(kode="999999")
        versi = Periode.objects.get(satker=satker, tahun=TAHUN, triwulan=DITUTUP).versi
        pindahkan(periode_terkunci(satker, TAHUN, DITUTUP, versi), AJUKAN, oleh=None)
    return {}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(siapkan(int(sys.argv[2])) if sys.argv[1] == "siapkan" else tutup()))
