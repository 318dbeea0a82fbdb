"""Run inside the application for the scale run: readers, what they ask, one change, and how long results take."""

from __future__ import annotations

import json
import sys
import time
from decimal import Decimal
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

TAHUN = 2024
SQL = """
    SELECT s.kode, r.nilai, b.nilai
    FROM renstra_katalog k
    JOIN renstra_indikator i ON i.katalog_id = k.id
    JOIN renstra_butirpk b ON b.indikator_id = i.id
    JOIN renstra_perjanjiankinerja p ON p.id = b.perjanjian_id AND p.tahun = %s
    JOIN organisasi_satker s ON s.id = p.satker_id
    LEFT JOIN pengukuran_realisasi r ON r.garis_indikator_id = i.garis_indikator_id
        AND r.tahun = p.tahun AND r.triwulan = 4 AND r.jenis = 'nilai'
    WHERE k.kunci = %s ORDER BY s.kode
"""
"""The rows of one comparison and nothing else."""


def pembaca(jumlah: int) -> dict[str, Any]:
    """Make readers of the secretariat; give their sessions and the indicators that most satkers have."""
    from lakin.organisasi.models import Pengguna, Penugasan
    from lakin.pengukuran.models import HasilTersimpan

    sesi = []
    for n in range(jumlah):
        orang = Pengguna.objects.create(username=f"pembaca-{n}")
        Penugasan.objects.create(pengguna=orang, peran="sekretariat")
        sesi.append(_sesi(orang))
    banyak: dict[str, int] = {}
    for isi in HasilTersimpan.objects.filter(tahun=TAHUN).values_list("isi", flat=True)[:200]:
        for kunci in isi["indikator"]:
            banyak[kunci] = banyak.get(kunci, 0) + 1
    return {"sesi": sesi, "indikator": sorted(banyak, key=lambda k: (-banyak[k], k))[:10]}


def _sesi(orang: Any) -> str:
    klien = Client()
    klien.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
    return klien.cookies[settings.SESSION_COOKIE_NAME].value


def permintaan(jalur: str) -> dict[str, Any]:
    """How many queries a page asks, the first time and when it was asked before."""
    from lakin.organisasi.models import Pengguna

    klien = Client(HTTP_HOST="127.0.0.1")
    klien.force_login(Pengguna.objects.get(username="pembaca-0"), backend="django.contrib.auth.backends.ModelBackend")
    hasil = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as q:
            assert klien.get(jalur).status_code == 200
        hasil.append(len(q))
    return {"dingin": hasil[0], "hangat": hasil[1]}


def telanjang(kunci: str) -> dict[str, Any]:
    """Seconds of the bare SQL over the same rows, the middle of many."""
    lama = []
    with connection.cursor() as kursor:
        for _ in range(30):
            mulai = time.perf_counter()
            kursor.execute(SQL, [TAHUN, kunci])
            baris = len(kursor.fetchall())
            lama.append(time.perf_counter() - mulai)
    return {"detik": sorted(lama)[15], "baris": baris}


def ubah_satu() -> dict[str, Any]:
    """Change one value of one satker; seconds until its kept results are right again."""
    from lakin.alur.models import Periode
    from lakin.organisasi.models import Satker
    from lakin.pengukuran.enums import JenisRealisasi
    from lakin.pengukuran.models import Realisasi
    from lakin.pengukuran.services import simpan_realisasi
    from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan

    s = Satker.objects.get(kode="900001")
    Periode.objects.filter(satker=s, tahun=TAHUN).update(keadaan="draf")
    ada = Realisasi.objects.filter(
        garis_indikator__satker=s, garis_indikator__indikator__kode="SK1.1", tahun=TAHUN, triwulan=4, jenis="nilai"
    ).first()
    simpan_realisasi(
        satker=s, tahun=TAHUN, kode="SK1.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("51.5"),
        versi=ada.versi if ada else 0, oleh=None,
    )  # fmt: skip
    mulai = time.perf_counter()
    dihitung = segarkan(satker_tahun_basi())
    return {"detik": time.perf_counter() - mulai, "dihitung": dihitung}


def setahun() -> dict[str, Any]:
    """Throw the kept results of a year away and ask for them as the clock does; seconds until a worker has them all."""
    from lakin.kerja.models import Pekerjaan
    from lakin.pengukuran.models import HasilTersimpan
    from lakin.pengukuran.simpanan import satker_tahun_basi
    from lakin.pengukuran.tasks import minta_segar

    HasilTersimpan.objects.filter(tahun=TAHUN).delete()
    mulai = time.perf_counter()
    minta_segar()
    pekerjaan = Pekerjaan.objects.latest("pk")
    while not pekerjaan.berakhir:
        time.sleep(0.2)
        pekerjaan.refresh_from_db()
    lama = time.perf_counter() - mulai
    return {"detik": lama, "keadaan": pekerjaan.keadaan, "basi": len(satker_tahun_basi(tahun=TAHUN))}


if __name__ == "__main__":
    django.setup()
    nama, *isian = sys.argv[1:]
    kerja = {"pembaca": lambda: pembaca(int(isian[0])), "permintaan": lambda: permintaan(isian[0]),
             "telanjang": lambda: telanjang(isian[0]), "ubah_satu": ubah_satu, "setahun": setahun}  # fmt: skip
    print(json.dumps(kerja[nama]()))
