"""Write made-up satkers in bulk, each fact with the trace that the loader would leave of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import models, transaction

from anggaran.enums import UkuranTahun
from anggaran.models import AnggaranTahun
from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.jejak.rekam import potret
from lakin.jejak.services import catat_banyak
from lakin.organisasi.models import NamaSatker, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Realisasi
from lakin.pengukuran.services import alamat_sel
from lakin.tukar.muat.pengukuran import TENGGAT
from lakin.tukar.sintetis.rencana import INDIKATOR, TRIWULAN, Entri, RIndikator, RSatker, RTahun
from lakin.web.nilai import kolom
from renstra.enums import AlasanRevisi, CaraRenstra, Klasifikasi, Perspektif
from renstra.models import (
    ButirPK,
    GarisIndikator,
    Indikator,
    Katalog,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    Tujuan,
)

SEKALI = 1000
"""Rows in one statement."""
KELOMPOK = 20
"""Satkers in one transaction."""
SUMBER = "Data sintetis"
KUNCI_KATALOG = "sintetis-"
Baris = Iterator[tuple[str, models.Model]]


def katalog_sintetis(oleh: Any) -> list[Entri]:
    """Return the entries that made-up satkers carry: what real balai carry, filled up with made-up ones."""
    balai = {"indikator__revisi__renstra__satker__jenis__in": ["BBSPJI", "BSPJI"]}
    nyata = Katalog.objects.filter(**balai, indikator__revisi__renstra__satker__sintetis=False)
    dipakai = list(nyata.exclude(klasifikasi=Klasifikasi.STABILISASI).order_by("kunci").distinct()[: INDIKATOR + 2])
    with transaction.atomic():
        for n in range(len(dipakai) + 1, INDIKATOR + 1):
            dipakai.append(_katalog(n, oleh))
    return [Entri(k.kunci, k.nama, k.satuan, k.klasifikasi) for k in dipakai]


def _katalog(n: int, oleh: Any) -> Katalog:
    kunci = f"{KUNCI_KATALOG}{n:02d}"
    ada = Katalog.objects.filter(kunci=kunci).first()
    if ada is not None:
        return ada
    baru = Katalog(kunci=kunci, nama=f"Indikator contoh {n} (sintetis)", satuan="Persen", sumber=SUMBER)
    catat_banyak(oleh=oleh, tambahan=_simpan([(f"umum/katalog/{kunci}", baru)]))
    return baru


def tulis(rencana: Iterable[RSatker], *, oleh: Any) -> Iterator[int]:
    """Write the satkers, some in each transaction; yield how many are there after each."""
    katalog = {k.kunci: k for k in Katalog.objects.all()}
    sisa, sudah = iter(rencana), 0
    while kelompok := list(islice(sisa, KELOMPOK)):
        with transaction.atomic():
            catat_banyak(oleh=oleh, tambahan=_Kelompok(kelompok, katalog).tulis())
        sudah += len(kelompok)
        yield sudah


def _simpan(baris: Iterable[tuple[str, models.Model]]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Insert rows, kind by kind; yield what the trail says of each."""
    semua = list(baris)
    per_model: dict[type[models.Model], list[models.Model]] = {}
    for _, objek in semua:
        per_model.setdefault(type(objek), []).append(objek)
    for model, milik in per_model.items():
        model._default_manager.bulk_create(milik, batch_size=SEKALI)
    for alamat, objek in semua:
        yield alamat, potret(objek)


class _Kelompok:
    """A few satkers, written level by level: what points to a row follows it."""

    def __init__(self, rencana: Sequence[RSatker], katalog: dict[str, Katalog]) -> None:
        self.rencana = rencana
        self.katalog = katalog
        self.satker: dict[str, Satker] = {}
        self.renstra: dict[str, Renstra] = {}
        self.revisi: dict[str, RevisiRenstra] = {}
        self.tujuan: dict[str, Tujuan] = {}
        self.sasaran: dict[tuple[str, int], Sasaran] = {}
        self.garis: dict[tuple[str, str], GarisIndikator] = {}
        self.indikator: dict[tuple[str, str], Indikator] = {}
        self.pk: dict[tuple[str, int, int], PerjanjianKinerja] = {}
        self.butir: dict[tuple[str, int, int, str], ButirPK] = {}

    def tulis(self) -> Iterator[tuple[str, dict[str, Any] | None]]:
        """Write them all; yield what the trail says."""
        for tingkat in (
            self._satker,
            self._nama_dan_renstra,
            self._revisi_dan_garis,
            self._tujuan_dan_sasaran,
            self._indikator,
            self._target_dan_pk,
            self._butir,
            self._rencana_aksi,
            self._capaian,
        ):
            yield from _simpan(tingkat())

    def _satker(self) -> Baris:
        for r in self.rencana:
            satu = Satker(kode=r.kode, singkatan=r.singkatan, jenis=r.jenis, sumber=SUMBER, sintetis=True)
            self.satker[r.kode] = satu
            yield f"umum/satker/{r.kode}", satu

    def _nama_dan_renstra(self) -> Baris:
        for r in self.rencana:
            satker, awal = self.satker[r.kode], r.tahun[0].tahun
            sejak = date(awal, 1, 1)
            nama = NamaSatker(satker=satker, nama=r.nama, singkatan=r.singkatan, berlaku_sejak=sejak)
            yield f"umum/satker/{r.kode}/nama/{sejak}", nama
            self.renstra[r.kode] = Renstra(
                satker=satker, awal=awal, akhir=r.tahun[-1].tahun, nama=f"Renstra {r.singkatan}", sumber=SUMBER
            )
            yield f"{r.kode}/renstra/{awal}", self.renstra[r.kode]

    def _revisi_dan_garis(self) -> Baris:
        for r in self.rencana:
            renstra = self.renstra[r.kode]
            revisi = RevisiRenstra(renstra=renstra, nomor=0, berlaku_sejak=date(renstra.awal, 1, 1), sintetis=True)
            self.revisi[r.kode] = revisi
            yield self._alamat_renstra(r), revisi
            for i in r.indikator:
                garis = GarisIndikator(satker=self.satker[r.kode], kunci=i.kunci)
                self.garis[r.kode, i.kunci] = garis
                yield f"{r.kode}/garis/{i.kunci}", garis

    def _tujuan_dan_sasaran(self) -> Baris:
        for r in self.rencana:
            alamat, revisi = self._alamat_renstra(r), self.revisi[r.kode]
            self.tujuan[r.kode] = Tujuan(revisi=revisi, kode="T1", nama="Tujuan contoh (sintetis)", urut=1)
            yield f"{alamat}/T1", self.tujuan[r.kode]
            for n, perspektif in enumerate(Perspektif):
                kode = f"SK{n + 1}"
                sasaran = Sasaran(
                    revisi=revisi, kode=kode, nama=f"Sasaran contoh {n + 1} (sintetis)", perspektif=perspektif, urut=n
                )
                self.sasaran[r.kode, n] = sasaran
                yield f"{alamat}/{kode}", sasaran

    def _indikator(self) -> Baris:
        for r in self.rencana:
            for urut, i in enumerate(r.indikator, 1):
                satu = Indikator(
                    revisi=self.revisi[r.kode],
                    garis_indikator=self.garis[r.kode, i.kunci],
                    kode=i.kode,
                    nama=i.nama,
                    sasaran=self.sasaran[r.kode, i.sasaran],
                    tujuan=self.tujuan[r.kode],
                    katalog=self.katalog[i.katalog] if i.katalog else None,
                    satuan=i.satuan,
                    desimal=2,
                    desimal_target=2,
                    klasifikasi=i.klasifikasi,
                    cara_renstra=CaraRenstra.RATA_RATA,
                    urut=urut,
                )
                self.indikator[r.kode, i.kode] = satu
                yield f"{self._alamat_renstra(r)}/{i.kode}", satu

    def _target_dan_pk(self) -> Baris:
        for r in self.rencana:
            for i in r.indikator:
                for tahun, nilai in i.target:
                    target = TargetIndikator(
                        indikator=self.indikator[r.kode, i.kode], tahun=tahun, sumber=SUMBER, **kolom(nilai)
                    )
                    yield f"{r.kode}/{tahun}/{i.kode}/target_renstra", target
            for t in r.tahun:
                for revisi in _revisi(t):
                    pk = self._pk(r, t, revisi)
                    self.pk[r.kode, t.tahun, revisi] = pk
                    yield f"{r.kode}/{t.tahun}/pk/{revisi}", pk

    def _pk(self, r: RSatker, t: RTahun, revisi: int) -> PerjanjianKinerja:
        sejak = date(t.tahun, 7, 1) if revisi else date(t.tahun, 1, 10)
        return PerjanjianKinerja(
            satker=self.satker[r.kode],
            tahun=t.tahun,
            revisi=revisi,
            revisi_renstra=self.revisi[r.kode],
            tanggal=sejak,
            berlaku_sejak=sejak,
            alasan_revisi=AlasanRevisi.STRATEGI if revisi else "",
            sintetis=True,
            sumber=SUMBER,
        )

    def _butir(self) -> Baris:
        for r, t, revisi, i, alamat in self._per_indikator():
            butir = ButirPK(
                perjanjian=self.pk[r.kode, t.tahun, revisi],
                indikator=self.indikator[r.kode, i.kode],
                urut=int(i.kode[2]) * 10 + int(i.kode[-1]),
                # A revision in the year asks for one unit more.
                **kolom(dict(i.target)[t.tahun] + revisi),
            )
            self.butir[r.kode, t.tahun, revisi, i.kode] = butir
            yield f"{alamat}/target", butir

    def _rencana_aksi(self) -> Baris:
        for r, t, revisi, i, alamat in self._per_indikator():
            for tw in TRIWULAN:
                aksi = RencanaAksi(
                    butir=self.butir[r.kode, t.tahun, revisi, i.kode],
                    triwulan=tw,
                    fisik=Decimal(25 * tw),
                    sumber=SUMBER,
                )
                yield f"{alamat}/fisik/tw{tw}/rencana", aksi

    def _per_indikator(self) -> Iterator[tuple[RSatker, RTahun, int, RIndikator, str]]:
        """With the address; the revision in force has the addresses that the engine prints."""
        for r in self.rencana:
            for t in r.tahun:
                terakhir = _revisi(t)[-1]
                for revisi in _revisi(t):
                    dasar = f"{r.kode}/{t.tahun}" if revisi == terakhir else f"{r.kode}/{t.tahun}/pk/{revisi}"
                    for i in r.indikator:
                        yield r, t, revisi, i, f"{dasar}/{i.kode}"

    def _capaian(self) -> Baris:
        for r in self.rencana:
            satker = self.satker[r.kode]
            for t in r.tahun:
                yield from _periode(satker, t)
                yield from _uang(satker, t)
                for i, c in zip(r.indikator, t.capaian, strict=bool(t.capaian)):
                    garis = self.garis[r.kode, i.kunci]
                    for jenis, isi in ((JenisRealisasi.FISIK, c.fisik), (JenisRealisasi.NILAI, c.nilai)):
                        for tw, nilai in enumerate(isi, 1):
                            sel = Realisasi(
                                garis_indikator=garis,
                                tahun=t.tahun,
                                triwulan=tw,
                                jenis=jenis,
                                sumber=SUMBER,
                                **kolom(nilai),
                            )
                            yield alamat_sel(satker, t.tahun, i.kode, tw, jenis), sel

    def _alamat_renstra(self, r: RSatker) -> str:
        return f"{r.kode}/renstra/{r.tahun[0].tahun}/revisi/0"


def _revisi(t: RTahun) -> tuple[int, ...]:
    return (0, 1) if t.direvisi else (0,)


def _periode(satker: Satker, t: RTahun) -> Baris:
    for tw in TRIWULAN:
        bulan, hari = TENGGAT[tw]
        periode = Periode(
            satker=satker,
            tahun=t.tahun,
            triwulan=tw,
            keadaan=Keadaan.DIVERIFIKASI if t.melapor else Keadaan.DRAF,
            tenggat=date(t.tahun + (tw == 4), bulan, hari),
        )
        yield f"{satker.kunci}/{t.tahun}/periode/tw{tw}", periode


def _uang(satker: Satker, t: RTahun) -> Baris:
    for ukuran, nilai in ((UkuranTahun.PAGU, t.pagu), (UkuranTahun.REALISASI, t.terpakai)):
        if nilai is not None:
            uang = AnggaranTahun(satker=satker, tahun=t.tahun, ukuran=ukuran, sumber=SUMBER, **kolom(nilai))
            yield f"{satker.kunci}/{t.tahun}/anggaran/total/{ukuran}", uang
