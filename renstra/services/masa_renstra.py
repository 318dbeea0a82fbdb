"""The Renstra of a new period: begun empty or as a copy of the last one, without its figures."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.models import Renstra, RevisiRenstra
from renstra.services.revisi_renstra import alamat_renstra, salin_isi

TERPANJANG = 10
"""Years that a period may have."""


def mulai_renstra(*, satker: Satker, awal: int, akhir: int, salin: bool, oleh: Any) -> RevisiRenstra:
    """Begin a period as a draft; ``salin`` takes over what the newest Renstra in force says, without targets.

    Its indicators keep their lineage, so the years before stay beside the new ones.
    """
    if akhir < awal:
        raise GalatDomain("Tahun terakhir mendahului tahun pertama. Periksa kedua tahun itu.", medan="akhir")
    if akhir - awal >= TERPANJANG:
        raise GalatDomain(
            f"Satu masa Renstra paling lama {TERPANJANG} tahun. Periksa tahun terakhirnya.", medan="akhir"
        )
    with transaction.atomic():
        Satker.objects.select_for_update().get(pk=satker.pk)
        if ada := satker.renstra.filter(awal__lte=akhir, akhir__gte=awal).first():
            raise GalatDomain(
                f"{ada} sudah mencakup tahun {max(awal, ada.awal)}. Pilih tahun sesudah {ada.akhir}, "
                "atau susun revisinya.",
                medan="awal",
            )
        lama = _terakhir(satker) if salin else None
        if salin and lama is None:
            raise GalatDomain("Belum ada Renstra yang berlaku untuk disalin. Pilih mulai dari kosong.", medan="dari")
        renstra = Renstra(satker=satker, awal=awal, akhir=akhir, nama=_nama(satker, awal, akhir))
        rekam(renstra, oleh=oleh, alamat=f"{satker.kunci}/renstra/{awal}", tindakan="susun")
        catatan = f"Draf, disalin dari {lama} tanpa target dan pendanaannya." if lama else "Draf, dimulai kosong."
        revisi = RevisiRenstra(renstra=renstra, nomor=0, catatan=catatan)
        rekam(revisi, oleh=oleh, alamat=alamat_renstra(revisi), tindakan="susun")
        if lama:
            salin_isi(lama, revisi, angka=False)
    return revisi


def _terakhir(satker: Satker) -> RevisiRenstra | None:
    """The newest revision in force that says something."""
    ada = RevisiRenstra.objects.filter(renstra__satker=satker, berlaku_sejak__isnull=False, indikator__isnull=False)
    return ada.select_related("renstra").order_by("-renstra__awal", "-berlaku_sejak").first()


def _nama(satker: Satker, awal: int, akhir: int) -> str:
    return f"Rencana Strategis {satker.singkatan} {awal}-{akhir}"
