"""Seed errors of entry into the real figures of the sample and count what the checks find.

    python -m tests.benchmarks.seed_errors --errors 300 --seed 101 --json

Without ``--json`` the shares per kind and what was missed are printed for
people. The kinds and the seeder were written before the checks; seeds 1 to 5
are for tuning, figures that are told come from 101 to 110.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lakin.capaian.fakta import Fakta
    from lakin.capaian.hasil import Hasil
    from tests.benchmarks.galat_semai.ukur import Sebutan

CONTOH, TAHUN = "247157", 2023


def temuan(fakta: Fakta, hasil: Hasil) -> Iterator[Sebutan]:
    """What the checks say of a year; what they only tell is no finding."""
    from lakin.kaidah.isian.deklarasi import Jenis, Konteks
    from lakin.kaidah.isian.katalog import periksa
    from tests.benchmarks.galat_semai.ukur import Sebutan

    for t in periksa(Konteks(hasil)):
        if t.jenis is not Jenis.CATATAN:
            yield Sebutan(t.kaidah, t.alamat, t.terkait)


def fakta_contoh() -> Fakta:
    """The facts of the sample, loaded by the real command into a database in memory."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = ":memory:"
    django.setup()
    from django.core.management import call_command

    from lakin.organisasi.models import Satker
    from lakin.pengukuran.jembatan import fakta

    with redirect_stdout(StringIO()):
        call_command("migrate", verbosity=0)
        call_command("load_demo", tanpa_renstra=True)
    return fakta(Satker.objects.get(kode=CONTOH), TAHUN)


def tulis(h: dict[str, Any]) -> None:
    """The counts as people read them."""
    for nama, n in [*h["per_kind"].items(), ("semua", h)]:
        bagian = f"{100 * n['flagged_moving'] / n['moving']:.1f}%" if n["moving"] else "-"
        print(f"{nama:18} {n['seeded']:4} disemai, {n['moving']:4} menggerakkan laporan, ditemukan {bagian}")
    print(f"sel bersih {h['clean_cells']}, disebut {h['flagged_clean']}")
    for baris in h["missed"]:
        print("  lolos:", baris)


def main() -> None:
    """Read the arguments, load the sample, seed, count, print."""
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--errors", type=int, default=300)
    pilihan.add_argument("--seed", type=int, default=1)
    pilihan.add_argument("--json", action="store_true")
    p = pilihan.parse_args()
    contoh = fakta_contoh()
    from tests.benchmarks.galat_semai.ukur import ukur

    hasil = ukur(contoh, temuan, p.errors, p.seed)
    if p.json:
        json.dump(hasil, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        tulis(hasil)


if __name__ == "__main__":
    main()
