"""The sample accounts: shown on the sign-in page and created in sample mode only, never in production."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.organisasi.enums import Peran

SANDI_CONTOH = "lakin-contoh"


@dataclass(frozen=True, slots=True)
class AkunContoh:
    """One sample account; ``satker`` is the key of the satker that the role belongs to, or ''."""

    username: str
    nama: str
    peran: Peran
    satker: str = ""


AKUN_CONTOH = (
    AkunContoh("perencana", "Perencana BBSPJI Keramik dan Mineral Nonlogam", Peran.PERENCANA, "247157"),
    AkunContoh("kepala", "Kepala BBSPJI Keramik dan Mineral Nonlogam", Peran.KEPALA, "247157"),
    AkunContoh("sekretariat", "Sekretariat BSKJI", Peran.SEKRETARIAT),
    AkunContoh("apip", "APIP Inspektorat Jenderal", Peran.APIP),
    AkunContoh("auditor", "Auditor Inspektorat", Peran.AUDITOR),
    AkunContoh("administrator", "Administrator Lakin", Peran.ADMINISTRATOR),
    AkunContoh("bskji", "Perencana BSKJI", Peran.PERENCANA, "248035"),
    AkunContoh("pusat", "Pengelola data Pusat Industri Hijau", Peran.PERENCANA, "PIH"),
    AkunContoh("perencana2", "Perencana BBSPJI Bahan dan Barang Teknik", Peran.PERENCANA, "247140"),
)
