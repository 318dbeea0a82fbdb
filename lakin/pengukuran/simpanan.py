"""Kept results made again where their inputs changed, and nowhere else.

Every change of a fact leaves a trace, so the heads of the chains tell cheaply which satker-years
may be stale; those are read again, and only where the hash of the facts differs are they computed.
A service therefore marks nothing: its trace is the mark.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from lakin.alur.models import Periode
from lakin.capaian.fakta import Fakta
from lakin.capaian.fakta_json import sidik
from lakin.capaian.mesin import hitung
from lakin.jejak.models import Jejak, Rantai
from lakin.organisasi.enums import DI_ATAS
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta_pendukung, kerangka, target_serapan
from lakin.pengukuran.jembatan_anggaran import fakta_anggaran
from lakin.pengukuran.jembatan_isian import isi
from lakin.pengukuran.models import HasilTersimpan
from lakin.pengukuran.pembaca import LANGSUNG, Pembaca, PembacaBanyak
from lakin.pengukuran.ringkas import VERSI, ringkas
from lakin.pengukuran.selectors import UMUM
from lakin.web.galat import GalatDomain
from renstra.models import PerjanjianKinerja

SatkerTahun = tuple[int, int]
"""Number of the satker, year."""
SEKALI_BACA = 50
"""Satkers of a year whose facts are read together."""
MEDAN = ("versi", "sidik", "urut", "urut_umum", "isi", "dihitung_pada")
_NILAI = re.compile(r"[^/]+/(?:realisasi/tw[1-4]|fisik/tw[1-4]/realisasi|baris/[0-9]+|penggantian)")
"""Addresses, below satker and year, that count in that year and those after it."""
_SETAHUN = re.compile(r"periode/.+")
"""Those that count in that year only."""
_TANPA_ANGKA = re.compile(
    r"(?:[^/]+/uraian/.+|komentar/.+|tindak(?:/.+)?|catatan/.+|narasi/.+|laporan(?:/.+)?|kelengkapan/.+)"
)
"""Those that change no figure."""
_UMUM_TANPA_ANGKA = ("umum/muatan/", "umum/pengguna/", "umum/pembanding/", "umum/rilis_banding/", "umum/sintetis")


def fakta_ukuran(satker: Satker, tahun: int, baca: Pembaca = LANGSUNG) -> Fakta:
    """Return the facts that figures need, without what only the report tells; GalatDomain where there is no PK."""
    k = kerangka(satker, tahun, anggaran=False, baca=baca)
    f = replace(
        k.fakta,
        setelan=replace(k.fakta.setelan, target_serapan=target_serapan(satker, tahun, baca)),
        pendukung=fakta_pendukung(k.garis, tahun, baca),
        **fakta_anggaran(satker, tahun, dict(k.garis), baca),
    )
    return isi(replace(k, fakta=f), baca)


def satker_tahun_basi(*, tahun: int | None = None) -> list[SatkerTahun]:
    """Return the satker-years with a PK that have no kept result, or whose facts may have changed since.

    A handful of queries for any number of satkers; facts are not read. Units above satkers are no peers of
    theirs and have none.
    """
    pk = PerjanjianKinerja.objects.filter(berlaku_sejak__isnull=False).exclude(satker__jenis__in=DI_ATAS)
    simpanan = HasilTersimpan.objects.filter(versi=VERSI)
    if tahun is not None:
        pk, simpanan = pk.filter(tahun=tahun), simpanan.filter(tahun=tahun)
    ada = {(s, t): (u, umum) for s, t, u, umum in simpanan.values_list("satker_id", "tahun", "urut", "urut_umum")}
    berubah = _Berubah(ada)
    semua = sorted(set(pk.order_by().values_list("satker_id", "tahun").distinct()))
    return [(s, t) for s, t in semua if (s, t) not in ada or berubah(s, t)]


class _Berubah:
    """Tells of kept results whether a trace since then may have changed a figure of theirs."""

    def __init__(self, ada: Mapping[SatkerTahun, tuple[int, int]]) -> None:
        self.ada = ada
        self.ujung = dict(Rantai.objects.values_list("nama", "urut"))
        self.kunci: dict[int, tuple[str, str]] = {}
        nama = Satker.objects.values_list("pk", "kode", "singkatan", "induk__kode", "induk__singkatan")
        for pk, kode, singkatan, kode_induk, singkatan_induk in nama.order_by():
            self.kunci[pk] = (kode or singkatan, kode_induk or singkatan_induk or "")
        self.umum = self._umum(min((u for _, u in ada.values()), default=0))
        tertua: dict[int, int] = {}
        for (s, _), (urut, _) in ada.items():
            tertua[s] = min(urut, tertua.get(s, urut))
        self.milik = {s: self._milik(s, u) for s, u in tertua.items() if self.ujung.get(self.kunci[s][0], 0) > u}

    def __call__(self, satker: int, tahun: int) -> bool:
        urut, umum = self.ada[satker, tahun]
        kunci, induk = self.kunci[satker]
        if any(self.umum.get(k, 0) > umum for k in {"", kunci, induk}):
            return True
        return any(u > urut and awal <= tahun <= akhir for u, awal, akhir in self.milik.get(satker, ()))

    def _umum(self, sejak: int) -> dict[str, int]:
        """The last trace of the common chain that counts, by the satker that it is about; '' for all of them."""
        terakhir: dict[str, int] = {}
        if self.ujung.get(UMUM, 0) <= sejak:
            return terakhir
        baru = Jejak.objects.filter(rantai__nama=UMUM, urut__gt=sejak).order_by("urut")
        for urut, alamat in baru.values_list("urut", "alamat"):
            if not alamat.startswith(_UMUM_TANPA_ANGKA):
                bagian = alamat.split("/")
                terakhir[bagian[2] if bagian[1] == "satker" and len(bagian) > 2 else ""] = urut
        return terakhir

    def _milik(self, satker: int, sejak: int) -> list[tuple[int, int, int]]:
        """Since then: (number of the trace, first year, last year in which it may count), one for each span."""
        kunci = self.kunci[satker][0]
        baru = Jejak.objects.filter(rantai__nama=kunci, urut__gt=sejak).order_by("urut")
        terakhir: dict[tuple[int, int], int] = {}
        for urut, alamat in baru.values_list("urut", "alamat"):
            rentang = _rentang(alamat.removeprefix(f"{kunci}/"))
            if rentang is not None:
                terakhir[rentang] = urut
        return [(urut, *rentang) for rentang, urut in terakhir.items()]


def _rentang(alamat: str) -> tuple[int, int] | None:
    """The years in which what was written below a satker's address may count; None where it changes no figure."""
    tahun, _, apa = alamat.partition("/")
    if not (len(tahun) == 4 and tahun.isdigit()):
        return 0, 9999
    if _TANPA_ANGKA.fullmatch(apa):
        return None
    if _SETAHUN.fullmatch(apa):
        return int(tahun), int(tahun)
    # A target of the Renstra or a plan may count in other years of the period: the hash will tell.
    return (int(tahun), 9999) if _NILAI.fullmatch(apa) else (0, 9999)


def segarkan(semua: Iterable[SatkerTahun], lapor: Callable[[int, int], None] = lambda *_: None) -> int:
    """Look at satker-years again, many of a year at a time; return how many had changed and were computed."""
    per_tahun: dict[int, list[int]] = defaultdict(list)
    for s, tahun in semua:
        per_tahun[tahun].append(s)
    jumlah = sum(map(len, per_tahun.values()))
    selesai = dihitung = 0
    for tahun, milik in sorted(per_tahun.items()):
        for awal in range(0, len(milik), SEKALI_BACA):
            bagian = milik[awal : awal + SEKALI_BACA]
            dihitung += _segarkan(bagian, tahun)
            selesai += len(bagian)
            lapor(selesai, jumlah)
    return dihitung


def _segarkan(milik: list[int], tahun: int) -> int:
    """Read satkers of one year; compute and keep those whose facts are others than before, and tell how many."""
    rows = Satker.objects.filter(pk__in=milik).select_related("induk").prefetch_related("nama", "induk__nama")
    satker = list(rows)
    # Before the facts: what is written in between is looked at twice, never missed.
    ujung = dict(Rantai.objects.filter(nama__in=[UMUM, *(s.kunci for s in satker)]).values_list("nama", "urut"))
    umum = ujung.get(UMUM, 0)
    ada = {h.satker_id: h for h in HasilTersimpan.objects.filter(satker__in=milik, tahun=tahun).defer("isi")}
    keadaan: dict[int, dict[int, str]] = defaultdict(dict)
    periode = Periode.objects.filter(satker__in=milik, tahun=tahun)
    for pk, tw, nama in periode.values_list("satker", "triwulan", "keadaan"):
        keadaan[pk][tw] = nama
    baca = PembacaBanyak(milik, tahun)
    baru: list[HasilTersimpan] = []
    for s in satker:
        urut = ujung.get(s.kunci, 0)
        try:
            fakta = fakta_ukuran(s, tahun, baca)
        except GalatDomain:  # its PK is gone
            HasilTersimpan.objects.filter(satker=s, tahun=tahun).delete()
            continue
        kini, lama = _sidik(fakta, keadaan[s.pk]), ada.get(s.pk)
        if lama is not None and (lama.versi, lama.sidik) == (VERSI, kini) and _kini(lama.pk, kini, urut, umum):
            continue
        baru.append(
            HasilTersimpan(
                satker=s, tahun=tahun, versi=VERSI, sidik=kini, urut=urut, urut_umum=umum,
                isi=ringkas(hitung(fakta), keadaan[s.pk]), dihitung_pada=timezone.now(),
            )
        )  # fmt: skip
    _taruh(baru, tahun)
    return len(baru)


def _kini(pk: int, sidik: str, urut: int, umum: int) -> bool:
    """Note that a kept result was seen to be right; False where another worker has meanwhile kept what came later."""
    lama = HasilTersimpan.objects.filter(pk=pk, versi=VERSI, sidik=sidik, urut__lte=urut, urut_umum__lte=umum)
    return bool(lama.update(urut=urut, urut_umum=umum))


def _taruh(baru: list[HasilTersimpan], tahun: int) -> None:
    """Keep results, but never over one of another worker that came later."""
    with transaction.atomic():
        rows = HasilTersimpan.objects.filter(satker__in=[h.satker_id for h in baru], tahun=tahun)
        ada = {h.satker_id: h for h in rows.select_for_update().order_by("satker").defer("isi")}
        ubah = []
        for h in baru:
            lama = ada.get(h.satker_id)
            if lama is not None and lama.urut <= h.urut and lama.urut_umum <= h.urut_umum:
                h.pk = lama.pk
                ubah.append(h)
        HasilTersimpan.objects.bulk_update(ubah, MEDAN, batch_size=SEKALI_BACA)
        # Where another worker was first its row stays: it is looked at again if it is older.
        HasilTersimpan.objects.bulk_create([h for h in baru if h.satker_id not in ada], ignore_conflicts=True)


def _sidik(fakta: Fakta, keadaan: Mapping[int, str]) -> str:
    teks = f"{sidik(fakta)}\n{sorted(keadaan.items())}"
    return hashlib.sha256(teks.encode()).hexdigest()
