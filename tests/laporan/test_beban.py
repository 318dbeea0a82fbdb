"""Many reports asked for at once: each is made once, memory stays bounded, a killed worker loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.db import connection

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.laporan.services import minta_cetak
from lakin.organisasi.models import Pengguna, Satker
from tests.kecil import buat_kecil
from tests.laporan.ringkas import pasang_ringkas

AKAR = Path(__file__).resolve().parents[2]
BATAS_MEMORI = 350
"""MiB of the largest process: a worker with Django and the whole report in it."""


class Pekerja:
    """Worker processes of our own, each in a session by which its children are found."""

    def __init__(self, folder: Path, lingkungan: dict[str, str]) -> None:
        self.folder = folder
        self.lingkungan = lingkungan
        self.proses: list[subprocess.Popen[bytes]] = []
        self.puncak: dict[str, int] = {}

    def mulai(self, nama: str) -> subprocess.Popen[bytes]:
        perintah = [sys.executable, "-m", "celery", "-A", "lakin.celery", "worker", "--beat", "--concurrency", "1"]
        perintah += ["--hostname", f"{nama}@uji", "--schedule", str(self.folder / f"jadwal-{nama}")]
        with (self.folder / "catatan.txt").open("ab") as keluaran:
            self.proses.append(
                subprocess.Popen(
                    perintah, cwd=AKAR, env=self.lingkungan, stdout=keluaran, stderr=keluaran, start_new_session=True
                )
            )
        return self.proses[-1]

    def bunuh(self, proses: subprocess.Popen[bytes]) -> None:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()

    def ukur(self) -> None:
        """Note the largest size that any process of theirs has had."""
        for jenis, puncak in _memori({p.pid for p in self.proses}):
            self.puncak[jenis] = max(self.puncak.get(jenis, 0), puncak)

    def tunggu(self, syarat: Callable[[], bool], batas: float) -> None:
        akhir = time.monotonic() + batas
        while not syarat():
            assert time.monotonic() < akhir, (self.folder / "catatan.txt").read_text()[-3000:]
            self.ukur()
            time.sleep(0.1)


def _memori(sesi: set[int]) -> Iterator[tuple[str, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) in sesi:
                perintah = (folder / "cmdline").read_bytes()
                jenis = next((n for n in ("pdf_kerja", "svg_kerja") if n.encode() in perintah), "pekerja")
                yield jenis, int((folder / "status").read_text().split("VmHWM:")[1].split()[0]) // 1024
        except (OSError, IndexError):
            continue


@pytest.fixture
def pekerja(tmp_path: Path) -> Iterator[Pekerja]:
    db = connection.settings_dict
    tim = Pekerja(
        tmp_path,
        os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "lakin.settings",
            "DATABASE_URL": f"postgres://{db['USER']}@{db['HOST']}:{db['PORT']}/{db['NAME']}",
            "REDIS_URL": settings.REDIS_URL,
            "LAKIN_DATA_DIR": str(tmp_path),
            "LAKIN_SEWA_DETIK": "5",
            "LAKIN_SAPU_DETIK": "1",
        },
    )
    yield tim
    for proses in tim.proses:
        if proses.poll() is None:
            tim.bunuh(proses)


def minta(jumlah: int, *, ringkas: bool = False) -> list[Pekerjaan]:
    """Ask for the report of as many small satkers."""
    kecil = [buat_kecil(f"{200_000 + n}") for n in range(jumlah)]
    if ringkas:
        pasang_ringkas(*(k.satker for k in kecil))
    return [minta_cetak(satker=k.satker, tahun=2023, oleh=k.oleh) for k in kecil]


def jalan() -> int:
    return Pekerjaan.objects.filter(keadaan=KeadaanPekerjaan.JALAN).count()


def selesaikan(pekerja: Pekerja, semua: list[Pekerjaan], batas: float, halaman: int) -> None:
    """Two workers; one of them is killed in the middle of a job, the other ends all."""
    mulai = time.monotonic()
    korban = pekerja.mulai("a")
    pekerja.mulai("b")
    pekerja.tunggu(lambda: jalan() == 2, batas)
    pekerja.bunuh(korban)
    pekerja.tunggu(lambda: not Pekerjaan.objects.filter(keadaan__in=["antre", "jalan"]).exists(), batas)
    baris = list(Pekerjaan.objects.filter(pk__in=[p.pk for p in semua]))
    assert {(b.keadaan, b.galat) for b in baris} == {(KeadaanPekerjaan.SELESAI, "")}
    # The killed job was taken up again, every other one ran once; each has a file of its own, and no file is over.
    percobaan = sorted(b.percobaan for b in baris)
    assert percobaan == [1] * (len(baris) - 1) + [2]
    berkas = sorted((pekerja.folder / "berkas" / "laporan").glob("*.pdf"))
    assert [f"laporan/{b.name}" for b in berkas] == sorted(b.hasil for b in baris)
    for b in berkas:
        with pikepdf.open(b) as pdf:
            assert len(pdf.pages) >= halaman
    print(f"\n{len(baris)} reports in {time.monotonic() - mulai:.0f} s; MiB at most: {pekerja.puncak}")
    assert max(pekerja.puncak.values()) < BATAS_MEMORI


@pytest.mark.pg
@pytest.mark.layanan
@pytest.mark.django_db(transaction=True)
def test_pekerja_yang_dibunuh_saat_mencetak_tidak_menghilangkan_laporan(pekerja: Pekerja) -> None:
    selesaikan(pekerja, minta(3, ringkas=True), 120, 1)


@pytest.mark.lama
@pytest.mark.pg
@pytest.mark.layanan
@pytest.mark.django_db(transaction=True)
def test_dua_puluh_laporan_sekaligus(kmn: Satker, perencana: Pengguna, pekerja: Pekerja) -> None:
    besar = minta_cetak(satker=kmn, tahun=2023, oleh=perencana)
    selesaikan(pekerja, [besar, *minta(19)], 900, 11)
