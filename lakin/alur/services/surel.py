"""Notices by mail: sent by a job, once each, tried again where the mail server was away."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from lakin.alur.models import Kabar, PilihanKabar
from lakin.alur.services.kabar import SUREL
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan

DICOBA = timedelta(days=2)
"""How long a mail is tried: older news is read in the application."""
DITUNGGU = timedelta(minutes=10)
"""A mail that was not sent for so long is asked for again."""
DISIMPAN = timedelta(days=8)


def kirim_surel(kabar: list[int]) -> int:
    """Send these notices to those who still want them by mail; tell how many.

    Each is claimed before it is sent, so that two workers never send it twice,
    and given back where the mail server refuses.
    """
    banyak = 0
    for k in tertunda().filter(pk__in=kabar).select_related("pengguna"):
        belum = Kabar.objects.filter(pk=k.pk, disurelkan_pada=None)
        if not belum.update(disurelkan_pada=timezone.now()):
            continue
        try:
            send_mail(f"Lakin: {k.judul}", _isi(k), None, [k.pengguna.email])
        except Exception:
            Kabar.objects.filter(pk=k.pk).update(disurelkan_pada=None)
            raise
        banyak += 1
    return banyak


def tertunda() -> QuerySet[Kabar]:
    """Return the notices that somebody wants by mail and that were not sent."""
    tanpa_surel = PilihanKabar.objects.filter(pengguna=OuterRef("pengguna"), jenis=OuterRef("jenis"), surel=False)
    semua = Kabar.objects.filter(disurelkan_pada=None, pada__gte=timezone.now() - DICOBA, pengguna__is_active=True)
    return semua.exclude(pengguna__email="").exclude(Exists(tanpa_surel)).order_by("pk")


def ulangi_surel(kini: datetime | None = None) -> int:
    """Ask again for the mails that wait too long; tell how many."""
    kini = kini or timezone.now()
    lama = list(tertunda().filter(pada__lt=kini - DITUNGGU).values_list("pk", flat=True))
    if lama:
        antrekan(jenis=SUREL, kunci=f"{SUREL}/ulang/{kini:%Y%m%d%H%M}", argumen={"kabar": lama}, oleh=None)
    return len(lama)


def buang_pekerjaan_surel() -> int:
    """Forget the jobs whose mails are long gone."""
    selesai = Pekerjaan.objects.filter(
        jenis=SUREL, keadaan__in=[KeadaanPekerjaan.SELESAI, KeadaanPekerjaan.GAGAL],
        berakhir_pada__lt=timezone.now() - DISIMPAN,
    )  # fmt: skip
    return selesai.delete()[0]


def _isi(k: Kabar) -> str:
    situs = settings.ALAMAT_SITUS.rstrip("/")
    alamat = f"{situs}{k.tautan}" if k.tautan else ""
    kaki = f"Jenis kabar yang disurelkan dapat dipilih di {situs}/kabar/pilihan/"
    return "\n\n".join(filter(None, (k.judul, k.isi, alamat, kaki)))
