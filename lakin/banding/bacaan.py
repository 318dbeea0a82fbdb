"""What comparisons read of the database: once for all indicators of a level and year, or for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform

from lakin.alur.models import Periode
from lakin.alur.selectors import tahun_tertutup
from lakin.banding.models import NilaiPembanding
from lakin.banding.pokok import indikator_berlaku
from lakin.banding.tanya import TINGKAT
from lakin.capaian.banding import ANGGARAN, EFISIENSI, NKA, SERAPAN, FPembanding
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import NamaSatker, Satker
from lakin.organisasi.selectors import satker_dengan_izin
from lakin.pengukuran.models import HasilTersimpan
from lakin.pengukuran.ringkas import VERSI, ringkas
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.simpanan import satker_tahun_basi
from renstra.models import PerjanjianKinerja, TargetIndikator

Kunci = tuple[int, str]
"""Satker and key of the catalogue."""
LANGSUNG = 8
"""Satkers whose changed facts are computed while the page waits; of the others what is kept is shown, and said so."""
BANYAK = 100
BAGIAN = {NKA: "nka_lajur", EFISIENSI: "nka_lajur", SERAPAN: "serapan"}
"""Where the short form keeps what is no indicator."""


class Bacaan:
    """The rows behind comparisons of one level and year, as a person may see them; ``kunci`` '' is every indicator.

    ``rekaman`` are released figures of the year and the one before, ``target`` the Renstra's,
    ``milik`` the engine's figures of satkers with a PK, in short. ``sintetis``: made-up satkers, and only those.
    """

    def __init__(self, pengguna: Any, tingkat: str, tahun: int, *, kunci: str = "", sintetis: bool = False) -> None:
        self.pengguna, self.tingkat, self.tahun, self.kunci, self.sintetis = pengguna, tingkat, tahun, kunci, sintetis
        semua = Satker.objects.filter(jenis__in=TINGKAT[tingkat][1], sintetis=sintetis)
        self.satker = list(semua)
        self.nama = self._baca_nama(semua)
        self.rekaman = self._baca_rekaman()
        self.ber_pk = self._baca_pk()
        self.tertunda = 0
        self.milik = self._baca_milik()
        self.target = self._baca_target()
        self.tertutup = tahun_tertutup(pengguna, (tahun - 1, tahun))
        self.terlihat, self._ringkas = self._tempat(Izin.LIHAT_SATKER), self._tempat(Izin.LIHAT_RINGKAS)
        self._lapor = self._baca_lapor()

    @property
    def akhir(self) -> date:
        """The day whose names and plans count."""
        return date(self.tahun, 12, 31)

    def lapor(self, s: Satker) -> tuple[str, ...]:
        """Return the states of the four triwulan; () where they may not be told or nothing was opened."""
        if s.pk not in self._lapor or (self._ringkas is not None and s.pk not in self._ringkas):
            return ()
        return tuple(self._lapor[s.pk].get(tw, "") for tw in (1, 2, 3, 4))

    def indikator(self, s: Satker, kunci: str) -> Mapping[str, Any] | None:
        """Return the short form of a satker's own indicator; None where its PK has none."""
        semua = self.milik.get(s.pk, {}).get("indikator", {}).get(kunci) or ()
        return semua[0] if semua else None

    def anggaran(self, s: Satker, kunci: str) -> Mapping[str, Any]:
        """Return the short form of its budget's performance."""
        return self.milik.get(s.pk, {}).get(BAGIAN[kunci]) or {}

    def _baca_nama(self, satker: QuerySet[Satker]) -> dict[int, str]:
        """The name of each satker at the end of the year; its first where it has none yet, as ``Satker.nama_pada``."""
        semua = NamaSatker.objects.filter(satker__in=satker).order_by("-berlaku_sejak", "pk")
        hasil: dict[int, str] = {}
        pertama: dict[int, str] = {}
        for milik, nama, sejak in semua.values_list("satker", "nama", "berlaku_sejak"):
            if sejak <= self.akhir:
                hasil.setdefault(milik, nama)
            pertama[milik] = nama
        return pertama | hasil

    def _baca_rekaman(self) -> dict[Kunci, list[FPembanding]]:
        semua = NilaiPembanding.objects.filter(
            tahun__in=(self.tahun - 1, self.tahun), satker__sintetis=self.sintetis, satker__jenis__in=self._jenis
        )
        if self.kunci:
            semua = semua.filter(kunci=NKA if self.kunci in ANGGARAN else self.kunci)
        hasil: dict[Kunci, list[FPembanding]] = defaultdict(list)
        for r in semua.select_related("satker").order_by("tahun", "ukuran"):
            s = r.satker
            satu = FPembanding(s.kunci, s.singkatan, r.kunci, r.tahun, r.ukuran, r.isi, r.satuan, r.sumber, r.catatan)
            for kunci in ANGGARAN if r.kunci == NKA else (r.kunci,):
                hasil[s.pk, kunci].append(satu)
        return dict(hasil)

    @property
    def _jenis(self) -> tuple[str, ...]:
        return TINGKAT[self.tingkat][1]

    def _baca_pk(self) -> frozenset[int]:
        """Satkers with a PK in force; a made-up plan is never compared with real ones."""
        semua = PerjanjianKinerja.objects.filter(
            tahun=self.tahun,
            berlaku_sejak__lte=self.akhir,
            satker__jenis__in=self._jenis,
            satker__sintetis=self.sintetis,
        ).order_by("berlaku_sejak")
        terakhir = {s: (pk or rencana) for s, pk, rencana in semua.values_list("satker", *_BUATAN)}
        return frozenset(s for s, buatan in terakhir.items() if self.sintetis or not buatan)

    def _baca_milik(self) -> dict[int, dict[str, Any]]:
        """As kept; what has changed since is computed now for a few, and counted for the others."""
        milik = self._tersimpan()
        basi = [s for s, _ in satker_tahun_basi(tahun=self.tahun) if s in self.ber_pk]
        self.tertunda = len(basi[LANGSUNG:])
        objek = {s.pk: s for s in self.satker}
        for pk in basi[:LANGSUNG]:
            milik[pk] = ringkas(Terkini(objek[pk]).hasil(self.tahun), {})
        return milik

    def _tersimpan(self) -> dict[int, dict[str, Any]]:
        semua = HasilTersimpan.objects.filter(
            tahun=self.tahun, versi=VERSI, satker__jenis__in=self._jenis, satker__sintetis=self.sintetis
        )
        if not self.kunci:
            return {s: isi for s, isi in semua.values_list("satker_id", "isi") if s in self.ber_pk}
        if self.kunci in ANGGARAN:
            apa = BAGIAN[self.kunci]
            baris = semua.annotate(bagian=KeyTransform(apa, "isi")).values_list("satker_id", "bagian")
            return {s: {apa: isi} for s, isi in baris if s in self.ber_pk}
        bagian = KeyTransform(self.kunci, KeyTransform("indikator", "isi"))
        baris = semua.annotate(bagian=bagian).values_list("satker_id", "bagian")
        return {s: {"indikator": {self.kunci: isi}} for s, isi in baris if s in self.ber_pk}

    def _baca_target(self) -> dict[Kunci, TargetIndikator]:
        """Targets of the Renstra in force at the end of the year, of satkers without figures of their own."""
        indikator = indikator_berlaku(self.tingkat, self.tahun, sintetis=self.sintetis)
        indikator = indikator.filter(revisi__berlaku_sejak__lte=self.akhir)
        if self.kunci:
            indikator = indikator.filter(katalog__kunci=self.kunci)
            if len(self.milik) > BANYAK:  # their own figures hold the target; reading thousands twice costs
                ada = HasilTersimpan.objects.filter(tahun=self.tahun, versi=VERSI, isi__indikator__has_key=self.kunci)
                indikator = indikator.exclude(revisi__renstra__satker__in=ada.values("satker"))
        semua = TargetIndikator.objects.filter(indikator__in=indikator, tahun=self.tahun)
        semua = semua.select_related("indikator__katalog", "indikator__revisi__renstra")
        return {
            (t.indikator.revisi.renstra.satker_id, t.indikator.katalog.kunci): t
            for t in semua.order_by("indikator__revisi__berlaku_sejak")
            if t.indikator.katalog
        }

    def _baca_lapor(self) -> dict[int, dict[int, str]]:
        hasil: dict[int, dict[int, str]] = defaultdict(dict)
        semua = Periode.objects.filter(tahun=self.tahun, satker__sintetis=self.sintetis)
        for satker, tw, keadaan in semua.order_by().values_list("satker", "triwulan", "keadaan"):
            hasil[satker][tw] = keadaan
        return dict(hasil)

    def _tempat(self, izin: Izin) -> frozenset[int] | None:
        """Where the person has a permission; None is everywhere."""
        if self.pengguna is None:
            return None
        return frozenset(satker_dengan_izin(self.pengguna, izin).values_list("pk", flat=True))


_BUATAN = ("sintetis", "revisi_renstra__sintetis")
