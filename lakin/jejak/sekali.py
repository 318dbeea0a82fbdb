"""Do an act once, however often its request arrives: a lost answer, a second tap, a line that came back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.jejak.models import Kiriman
from lakin.web.galat import GalatDomain

SIMPAN = timedelta(days=8)
"""How long an answer is kept: a day longer than a browser keeps what it could not send."""
PANJANG = 64


def sekali(*, pengguna: Any, kunci: object, isi: object, tindakan: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Run an act and keep its answer under a key; the same key again gives that answer and does nothing.

    The key is taken before the act, in its transaction: of two requests that arrive
    together the second waits for the first. An act that is refused keeps no key.
    Without a key the act is simply run.
    """
    if not isinstance(kunci, str) or not kunci:
        return tindakan()
    if len(kunci) > PANJANG:
        raise GalatDomain("Tanda pengenal kiriman terlalu panjang. Muat ulang halaman lalu simpan kembali.")
    sidik = hashlib.sha256(json.dumps(isi, sort_keys=True, default=str).encode()).hexdigest()
    with transaction.atomic():
        Kiriman.objects.bulk_create([Kiriman(pengguna=pengguna, kunci=kunci, sidik=sidik)], ignore_conflicts=True)
        baris = Kiriman.objects.select_for_update().get(pengguna=pengguna, kunci=kunci)
        if baris.sidik != sidik:
            raise GalatDomain("Tanda pengenal kiriman ini milik isian lain. Muat ulang halaman lalu simpan kembali.")
        if baris.jawaban is not None:
            return dict(baris.jawaban)
        jawaban = tindakan()
        Kiriman.objects.filter(pk=baris.pk).update(jawaban=jawaban)
    return jawaban


def buang_kiriman_lama() -> int:
    """Forget answers that nobody can ask for any more."""
    return Kiriman.objects.filter(pada__lt=timezone.now() - SIMPAN).delete()[0]
