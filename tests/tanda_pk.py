"""A draft of a PK made ready and signed, for tests that are about what comes after."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from renstra import services
from renstra.models import PerjanjianKinerja
from renstra.services.isi_pk import IsiPihak, RencanaTriwulan
from renstra.services.tanda_pk import Tanda

RENCANA = {tw: RencanaTriwulan(Decimal(25 * tw), f"Kegiatan {tw}") for tw in (1, 2, 3, 4)}
PIHAK = {
    "pertama": IsiPihak("Budi Santoso", "Kepala Balai", "197001011995031001", "Plt."),
    "kedua": IsiPihak("Andi Rizaldi", "Kepala Badan"),
}


def lengkapi(pk: PerjanjianKinerja, oleh: Any) -> None:
    """Fill in what a signature needs, where it is missing."""
    letak: dict[str, Any] = {"satker": pk.satker, "tahun": pk.tahun, "revisi": pk.revisi, "oleh": oleh}
    for b in pk.butir.select_related("indikator"):
        if not b.rencana_aksi.exists():
            services.simpan_rencana(**letak, kode=b.indikator.kode, rencana=RENCANA, versi=0)
    services.simpan_pihak(**letak, pihak=PIHAK, versi=services.versi_alamat(f"{pk.alamat}/pihak"))
    if not pk.anggaran.exists():
        services.simpan_anggaran(**letak, kode="019.07.EC", nama="Program uji", nilai=Decimal(1000), versi=0)


def tandatangani(pk: PerjanjianKinerja, sejak: date, oleh: Any, nomor: str = "1/PK/2023") -> PerjanjianKinerja:
    """Make a draft ready, hand it in and sign it."""
    lengkapi(pk, oleh)
    letak: dict[str, Any] = {"satker": pk.satker, "tahun": pk.tahun, "revisi": pk.revisi, "oleh": oleh}
    diajukan = services.ajukan_pk(**letak, versi=PerjanjianKinerja.objects.get(pk=pk.pk).versi, alasan="strategi")
    return services.tandatangani_pk(**letak, versi=diajukan.versi, tanda=Tanda(sejak, sejak, nomor))
