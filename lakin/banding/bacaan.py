"""What comparisons read of the database: once for all indicators of a level and year, or for one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lakin.alur.models import Periode
from lakin.banding.models import NilaiPembanding
from lakin.banding.pokok import indikator_berlaku
from lakin.banding.tanya import TINGKAT
from lakin.capaian.banding import FPembanding
from lakin.capaian.hasil import Hasil
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import satker_dengan_izin
from lakin.pengukuran.selectors import Terkini
from renstra.models import ButirPK, PerjanjianKinerja, TargetIndikator

Kunci = tuple[int, str]
"""Satker and key of the catalogue."""


@dataclass
class Bacaan:
    """The rows behind comparisons of one level and year, as a person may see them; ``kunci`` '' is every indicator.

    ``rekaman`` are released figures of the year and the one before, ``target``
    the Renstra's, ``pk`` the code of the indicator in the PK in force.
    """

    pengguna: Any
    tingkat: str
    tahun: int
    kunci: str = ""
    satker: list[Satker] = field(init=False)
    rekaman: dict[Kunci, list[FPembanding]] = field(init=False)
    target: dict[Kunci, TargetIndikator] = field(init=False)
    pk: dict[Kunci, str] = field(init=False)
    ber_pk: frozenset[int] = field(init=False)
    terlihat: frozenset[int] | None = field(init=False)
    _ringkas: frozenset[int] | None = field(init=False)
    _lapor: dict[int, dict[int, str]] = field(init=False)
    _hasil: dict[int, Hasil] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        semua = Satker.objects.filter(jenis__in=TINGKAT[self.tingkat][1]).prefetch_related("nama")
        self.satker = list(semua)
        self.rekaman = self._baca_rekaman()
        self.target = self._baca_target()
        self.pk, self.ber_pk = self._baca_pk()
        self.terlihat, self._ringkas = self._tempat(Izin.LIHAT_SATKER), self._tempat(Izin.LIHAT_RINGKAS)
        self._lapor = self._baca_lapor()

    @property
    def akhir(self) -> date:
        """The day whose names and plans count."""
        return date(self.tahun, 12, 31)

    def hasil(self, s: Satker) -> Hasil:
        """Return the engine's figures of a satker, as the person may see them."""
        if s.pk not in self._hasil:
            self._hasil[s.pk] = Terkini(s, self.pengguna).hasil(self.tahun)
        return self._hasil[s.pk]

    def lapor(self, s: Satker) -> tuple[str, ...]:
        """Return the states of the four triwulan; () where they may not be told or nothing was opened."""
        if s.pk not in self._lapor or (self._ringkas is not None and s.pk not in self._ringkas):
            return ()
        return tuple(self._lapor[s.pk].get(tw, "") for tw in (1, 2, 3, 4))

    def _baca_rekaman(self) -> dict[Kunci, list[FPembanding]]:
        semua = NilaiPembanding.objects.filter(tahun__in=(self.tahun - 1, self.tahun))
        if self.kunci:
            semua = semua.filter(kunci=self.kunci)
        hasil: dict[Kunci, list[FPembanding]] = defaultdict(list)
        for r in semua.select_related("satker").order_by("tahun", "ukuran"):
            s = r.satker
            hasil[s.pk, r.kunci].append(
                FPembanding(s.kunci, s.singkatan, r.kunci, r.tahun, r.ukuran, r.isi, r.satuan, r.sumber, r.catatan)
            )
        return dict(hasil)

    def _baca_target(self) -> dict[Kunci, TargetIndikator]:
        """Targets of the Renstra in force at the end of the year."""
        indikator = indikator_berlaku(self.tingkat, self.tahun).filter(revisi__berlaku_sejak__lte=self.akhir)
        if self.kunci:
            indikator = indikator.filter(katalog__kunci=self.kunci)
        semua = TargetIndikator.objects.filter(indikator__in=indikator, tahun=self.tahun)
        semua = semua.select_related("indikator__katalog", "indikator__revisi__renstra")
        return {
            (t.indikator.revisi.renstra.satker_id, t.indikator.katalog.kunci): t
            for t in semua.order_by("indikator__revisi__berlaku_sejak")
            if t.indikator.katalog
        }

    def _baca_pk(self) -> tuple[dict[Kunci, str], frozenset[int]]:
        """Codes in the PKs in force; a synthetic plan is never compared with real ones."""
        semua = PerjanjianKinerja.objects.filter(
            tahun=self.tahun, berlaku_sejak__lte=self.akhir, satker__jenis__in=TINGKAT[self.tingkat][1]
        )
        terakhir = {p.satker_id: p for p in semua.select_related("revisi_renstra").order_by("berlaku_sejak")}
        nyata = {p.pk: p.satker_id for p in terakhir.values() if not (p.sintetis or p.revisi_renstra.sintetis)}
        butir = ButirPK.objects.filter(perjanjian__in=nyata, indikator__katalog__isnull=False)
        if self.kunci:
            butir = butir.filter(indikator__katalog__kunci=self.kunci)
        isi = butir.values_list("perjanjian", "indikator__katalog__kunci", "indikator__kode")
        return {(nyata[pk], kunci): kode for pk, kunci, kode in isi}, frozenset(nyata.values())

    def _baca_lapor(self) -> dict[int, dict[int, str]]:
        hasil: dict[int, dict[int, str]] = defaultdict(dict)
        semua = Periode.objects.filter(tahun=self.tahun).values_list("satker", "triwulan", "keadaan")
        for satker, tw, keadaan in semua:
            hasil[satker][tw] = keadaan
        return dict(hasil)

    def _tempat(self, izin: Izin) -> frozenset[int] | None:
        """Where the person has a permission; None is everywhere."""
        if self.pengguna is None:
            return None
        return frozenset(satker_dengan_izin(self.pengguna, izin).values_list("pk", flat=True))
