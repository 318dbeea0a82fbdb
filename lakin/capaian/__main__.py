"""Compute a frozen year with nothing but Python: ``python -m lakin.capaian fakta.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lakin.capaian.fakta_json import FaktaSalah, dari_json
from lakin.capaian.mesin import hitung
from lakin.capaian.ringkas import ringkas


def utama(argumen: list[str]) -> int:
    """Print the result of the file that was named as JSON."""
    if len(argumen) != 1:
        print("Pemakaian: python -m lakin.capaian fakta.json", file=sys.stderr)
        return 2
    try:
        fakta = dari_json(Path(argumen[0]).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, FaktaSalah) as galat:
        print(f"Berkas {argumen[0]} tidak dapat dibaca sebagai fakta: {galat}", file=sys.stderr)
        return 1
    json.dump(ringkas(hitung(fakta)), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(utama(sys.argv[1:]))
