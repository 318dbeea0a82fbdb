"""The cascading matrix and the declared roll-ups."""

from __future__ import annotations

from lakin.tukar.muat.baca import Catatan, baca_csv
from lakin.tukar.muat.pemuat import Pemuat
from renstra.models import AturanGulung, Kaskade, Katalog, PelakuKaskade

PELAKU = ("SET", "P4SI", "P2SI", "POPTIKJI", "PIH", "BBSPJI", "BSPJI")
"""Columns of the matrix: units by their singkatan, satkers by their kind."""
SUMBER = "Renstra BSKJI 2021-2024 Lampiran IV"


def muat_kaskade(p: Pemuat) -> None:
    """Load the matrix; the ministry's sasaran above BSKJI's come with BSKJI's own Renstra."""
    entri = {k.kunci: k for k in Katalog.objects.all()}
    for urut, di in enumerate(baca_csv(p.folder, "kaskade.csv", catatan=["nama", "satuan"]), 1):
        kunci = di.teks("katalog")
        alamat = f"umum/kaskade/{kunci}"
        baris = p.fakta(
            di,
            Kaskade,
            alamat,
            {"katalog": _entri(di, entri, "katalog")},
            katalog_satker=_entri(di, entri, "katalog_balai" if di.teks("katalog_balai", wajib=False) else "katalog"),
            tujuan=di.teks("tujuan"),
            sasaran=di.teks("sp"),
            huruf=di.teks("huruf"),
            tingkat=di.teks("tingkat"),
            catatan=di.teks("alasan", wajib=False),
            urut=urut,
            sumber=SUMBER,
        )
        for pelaku in PELAKU:
            if di.teks(pelaku, wajib=False) == "o":
                p.fakta(di, PelakuKaskade, f"{alamat}/{pelaku}", {"kaskade": baris, "pelaku": pelaku})


def muat_aturan_gulung(p: Pemuat) -> None:
    """Load how each indicator above is rolled up, or who enters it."""
    entri = {k.kunci: k for k in Katalog.objects.all()}
    for urut, di in enumerate(baca_csv(p.folder, "gulung.csv"), 1):
        p.fakta(
            di,
            AturanGulung,
            f"umum/gulung/{di.teks('katalog')}",
            {"katalog": _entri(di, entri, "katalog")},
            cara=di.teks("cara"),
            dari=_entri(di, entri, "dari") if di.teks("dari", wajib=False) else None,
            ambang=di.angka("ambang") if di.teks("ambang", wajib=False) else None,
            jumlah_satker=di.bulat("jumlah_satker") if di.teks("jumlah_satker", wajib=False) else None,
            pembilang=di.teks("pembilang", wajib=False),
            penyebut=di.teks("penyebut", wajib=False),
            pengisi=di.teks("pengisi", wajib=False),
            catatan=di.teks("catatan", wajib=False),
            urut=urut,
            sumber=di.teks("sumber"),
        )


def _entri(di: Catatan, entri: dict[str, Katalog], kolom: str) -> Katalog:
    kunci = di.teks(kolom)
    return entri[kunci] if kunci in entri else di.galat(kolom, f"{kunci} tidak ada dalam katalog.yaml.")
