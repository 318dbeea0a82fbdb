"""What the passing of days does to periods; run over and over, so each part bears it."""

from celery import shared_task

from lakin.alur.services.koreksi import selesaikan_lewat_hari
from lakin.alur.services.periode import kunci_jatuh_tempo
from lakin.jejak.sekali import buang_kiriman_lama


@shared_task(name="lakin.alur.jaga")
def jaga() -> None:
    """End corrections whose day is over, lock what is due, forget old answers to writes."""
    selesaikan_lewat_hari()
    kunci_jatuh_tempo()
    buang_kiriman_lama()
