"""The report of KMN: its inputs and its numbered tree, made once for the tests that only read."""

from __future__ import annotations

import fcntl
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from lakin.capaian.mesin import hitung
from lakin.capaian.sampai import sampai_triwulan
from lakin.cetak.pdf import HasilPdf, cetak_pdf
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import Bernomor, telusur
from lakin.dokumen.pohon import Gambar, Tabel
from lakin.laporan.kerangka_triwulan import kerangka_baku
from lakin.laporan.konteks import Konteks
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from tests.data import Salinan, kembalikan


@pytest.fixture(scope="session")
def konteks_kmn(salinan_kmn: Salinan, django_db_blocker: Any) -> Konteks:
    """The frozen inputs; nothing of the database is needed afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        kembalikan(salinan_kmn)
        konteks = konteks_laporan(Satker.objects.get(kode="247157"), 2023)
        transaction.set_rollback(True)
    return konteks


@pytest.fixture(scope="session")
def konteks_tw2(konteks_kmn: Konteks) -> Konteks:
    """The inputs of the report until the second triwulan, without narratives."""
    hasil = hitung(sampai_triwulan(konteks_kmn.fakta, 2))
    return Konteks(hasil, kerangka=kerangka_baku(2), triwulan=2)


@pytest.fixture(scope="session")
def naskah_kmn(konteks_kmn: Konteks) -> Bernomor:
    """The report, numbered."""
    return susun_bernomor(konteks_kmn)


@pytest.fixture(scope="session")
def tabel_kmn(naskah_kmn: Bernomor) -> dict[str, Tabel]:
    """Its tables by code."""
    return {t.kode: t for t in telusur(naskah_kmn.dokumen) if isinstance(t, Tabel)}


@pytest.fixture(scope="session")
def gambar_kmn(naskah_kmn: Bernomor) -> dict[str, Gambar]:
    """Its figures by code."""
    return {g.kode: g for g in telusur(naskah_kmn.dokumen) if isinstance(g, Gambar)}


@pytest.fixture(scope="session")
def cetakan(naskah_kmn: Bernomor, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, HasilPdf]:
    """The PDF, laid out once: the first process that wants it makes it, the others wait for it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    tujuan, catatan = folder / "lakin.pdf", folder / "lakin.halaman"
    with (folder / "lakin.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not catatan.exists():
            simpanan = Simpanan(settings.DATA_DIR / "simpanan-cetak")
            catatan.write_bytes(pickle.dumps(cetak_pdf(naskah_kmn, tujuan, simpanan=simpanan)))
    return tujuan, pickle.loads(catatan.read_bytes())
