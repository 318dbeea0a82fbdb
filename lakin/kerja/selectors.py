"""Jobs as the person who asked for them sees them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from lakin.kerja.models import Pekerjaan


def pekerjaan_terlihat(pengguna: Any) -> QuerySet[Pekerjaan]:
    """The jobs that this person asked for; nobody sees another's."""
    return Pekerjaan.objects.filter(oleh=pengguna)


def keadaan_pekerjaan(*, pengguna: Any, pk: int) -> Pekerjaan:
    """One job as it stands now, for a page that asks once a second; DoesNotExist for a stranger."""
    return pekerjaan_terlihat(pengguna).get(pk=pk)
