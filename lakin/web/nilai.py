"""A database value that keeps N/A, kosong and a number (zero included) apart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q

from lakin.angka import Nilai, Tiada


class Keadaan(models.TextChoices):
    """What stands in the place of a value."""

    ADA = "ada", "Ada nilai"
    NA = "na", "N/A (tidak berlaku)"
    KOSONG = "kosong", "Belum diisi"


class Bernilai(models.Model):
    """A row with one value: a Decimal with ``keadaan`` 'ada', or none with the reason why.

    The pair is held together by a CHECK in the database.
    """

    nilai = models.DecimalField(max_digits=28, decimal_places=10, null=True, blank=True)
    keadaan = models.CharField(max_length=6, choices=Keadaan.choices, default=Keadaan.KOSONG)

    class Meta:
        abstract = True
        constraints = [
            CheckConstraint(
                condition=Q(keadaan="ada", nilai__isnull=False) | (~Q(keadaan="ada") & Q(nilai__isnull=True)),
                name="%(app_label)s_%(class)s_nilai_keadaan",
            ),
        ]

    @property
    def isi(self) -> Nilai:
        """The value as the pure rooms know it."""
        if self.keadaan == Keadaan.ADA and self.nilai is not None:
            return rapikan(self.nilai)
        return Tiada(self.keadaan)

    @isi.setter
    def isi(self, baru: Nilai) -> None:
        self.nilai, self.keadaan = pasangan(baru)


def pasangan(nilai: Nilai) -> tuple[Decimal | None, str]:
    """Return what the columns ``nilai`` and ``keadaan`` hold for a value."""
    if isinstance(nilai, Tiada):
        return None, nilai.value
    return nilai, Keadaan.ADA


def kolom(nilai: Nilai) -> dict[str, Any]:
    """Return the two columns of a value as keyword arguments."""
    angka, keadaan = pasangan(nilai)
    return {"nilai": angka, "keadaan": keadaan}


def rapikan(nilai: Decimal) -> Decimal:
    """Drop the zeros that the column's scale added: the two databases answer alike."""
    if nilai == nilai.to_integral_value():
        return Decimal(int(nilai))
    return nilai.normalize()


def tidak_negatif(nama: str, medan: str = "nilai") -> CheckConstraint:
    """Return the CHECK that a money or count column is not below zero."""
    return CheckConstraint(condition=Q(**{f"{medan}__gte": 0}) | Q(**{f"{medan}__isnull": True}), name=nama)
