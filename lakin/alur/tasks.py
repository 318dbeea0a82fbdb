"""What the passing of days does to periods, and the job that sends notices by mail."""

from typing import Any

from celery import shared_task

from lakin.alur.services.kabar import SUREL
from lakin.alur.services.koreksi import selesaikan_lewat_hari
from lakin.alur.services.pengingat import ingatkan_tenggat
from lakin.alur.services.periode import kunci_jatuh_tempo
from lakin.alur.services.surel import buang_pekerjaan_surel, kirim_surel, ulangi_surel
from lakin.jejak.sekali import buang_kiriman_lama
from lakin.kerja.daftar import Lapor, pekerjaan


@shared_task(name="lakin.alur.jaga")
def jaga() -> None:
    """End corrections whose day is over, lock what is due, remind, send what waits; run over and over."""
    selesaikan_lewat_hari()
    kunci_jatuh_tempo()
    ingatkan_tenggat()
    ulangi_surel()
    buang_pekerjaan_surel()
    buang_kiriman_lama()


@pekerjaan(SUREL)
def surelkan(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Send a batch of notices by mail."""
    kabar = [int(pk) for pk in argumen["kabar"]]
    lapor(0, len(kabar), "Mengirim surel")
    return f"{kirim_surel(kabar)} surel"
