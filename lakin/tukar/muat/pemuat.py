"""Write what the files say, fact by fact, through the validation and the trail that a person's entry meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from lakin.jejak.models import Jejak
from lakin.jejak.rekam import potret, rekam
from lakin.organisasi.models import Pengguna
from lakin.tukar.muat.baca import Catatan, GalatBerkas
from lakin.web.galat import GalatDomain, GalatMedan

M = TypeVar("M", bound=models.Model)

NAMA_PEMUAT = "pemuat"


class Pemuat:
    """One load of one folder, by the system user; counts what it wrote, found and left alone."""

    def __init__(self, folder: Path, *, lapor: Callable[[str], None] = lambda _: None) -> None:
        self.folder = folder
        self.lapor = lapor
        self.oleh = pengguna_pemuat()
        self.hitungan: Counter[str] = Counter()
        self._milik_orang: dict[str, set[str]] = {}

    @contextmanager
    def kelompok(self, nama: str) -> Iterator[None]:
        """Report what one group of facts came to."""
        self.hitungan.clear()
        yield
        rincian = [f"{self.hitungan[k]} {k}" for k in ("baru", "diubah", "tetap", "dijaga") if self.hitungan[k]]
        self.lapor(f"{nama}: {', '.join(rincian) or 'tidak ada'}")

    def fakta(self, di: Catatan, model: type[M], alamat: str, kunci: dict[str, Any], /, **isi: Any) -> M:
        """Write one fact that is found by its natural key, unless a person wrote it last."""
        ada = model._default_manager.filter(**kunci).first()
        objek = ada or model(**kunci)
        sebelum = potret(ada)
        for medan, nilai in isi.items():
            setattr(objek, medan, nilai)
        if sebelum == potret(objek):
            self.hitungan["tetap"] += 1
            return objek
        if self.milik_orang(alamat):
            self.hitungan["dijaga"] += 1
            return ada or objek
        with tempat(di):
            self._rekam(objek, alamat)
        self.hitungan["diubah" if ada else "baru"] += 1
        return objek

    def _rekam(self, objek: models.Model, alamat: str) -> None:
        """Save with its trace. Constraints are the database's: they are put into words only where it refuses."""
        kunci_asing = {f.name for f in objek._meta.concrete_fields if f.is_relation}
        try:
            objek.full_clean(exclude=kunci_asing, validate_unique=False, validate_constraints=False)
            rekam(objek, oleh=self.oleh, alamat=alamat, periksa=False)
        except (ValidationError, IntegrityError):
            rekam(objek, oleh=self.oleh, alamat=alamat)

    def milik_orang(self, alamat: str) -> bool:
        """Tell whether the last to write at this address was somebody else than the loader."""
        rantai = alamat.split("/", 1)[0]
        if rantai not in self._milik_orang:
            terakhir: dict[str, int | None] = {}
            jejak = Jejak.objects.filter(rantai__nama=rantai).order_by("urut")
            terakhir.update(jejak.values_list("alamat", "oleh"))
            self._milik_orang[rantai] = {a for a, oleh in terakhir.items() if oleh != self.oleh.pk}
        return alamat in self._milik_orang[rantai]


@contextmanager
def tempat(di: Catatan) -> Iterator[None]:
    """Tell of every refusal in which file and line the refused fact stands."""
    try:
        yield
    except GalatMedan as galat:
        rincian = " ".join(f"{medan}: {pesan}" for medan, pesan in galat.masalah.items())
        raise GalatBerkas(f"{di!r}: {rincian}") from galat
    except GalatDomain as galat:
        raise GalatBerkas(f"{di!r}: {galat.pesan}") from galat


def pengguna_pemuat() -> Pengguna:
    """The system user in whose name files are loaded; nobody can sign in as it."""
    pemuat, baru = Pengguna.objects.get_or_create(
        username=NAMA_PEMUAT, defaults={"nama": "Pemuat data", "is_active": False}
    )
    if baru:
        pemuat.set_unusable_password()
        pemuat.save(update_fields=["password"])
    return pemuat
