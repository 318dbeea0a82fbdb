"""Read what the tests of KMN compare."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO
from typing import Any

from django.core.management import call_command

from lakin.angka import Tiada
from lakin.capaian.deklarasi import Jenis, medan
from lakin.capaian.katalog import rumus
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import BarisData
from lakin.pengukuran.services import indikator_pk


def capaian(satker: str = "247157") -> dict[str, Any]:
    """What `show_capaian --json` prints."""
    keluar = StringIO()
    call_command("show_capaian", satker=satker, tahun=2023, json=True, stdout=keluar)
    return json.loads(keluar.getvalue())


def baris(satker: Satker, kode: str, urut: int) -> BarisData:
    """One stored raw row."""
    garis = indikator_pk(satker, 2023, kode).garis_indikator
    return BarisData.objects.get(garis_indikator=garis, tahun=2023, urut=urut)


def isi_baris(b: BarisData) -> dict[str, Any]:
    """Its cells as the service takes them."""
    i = b.garis_indikator.indikator.order_by("-revisi__nomor").first()
    aturan = rumus(i.rumus, 2023)
    angka = {m.kode for m in medan(aturan) if m.jenis is Jenis.ANGKA}
    return {k: _angka(t) if k in angka else t for k, t in b.isi.items()}


def _angka(teks: str) -> Decimal | Tiada:
    if not teks:
        return Tiada.KOSONG
    return Tiada.NA if teks == "N/A" else Decimal(teks)
