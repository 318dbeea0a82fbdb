"""The roll-ups of a year: what each satker brings, from the database to the declared formulas.

What a satker has not handed in counts nowhere, whoever asks: the number above must be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lakin.alur.selectors import triwulan_belum_diserahkan
from lakin.angka import Tiada
from lakin.banding.models import NilaiPembanding
from lakin.banding.rencana import indikator_tahun, satker_ber_pk
from lakin.capaian import gulung as murni
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai, seperti_tertulis
from lakin.capaian.banding import FPembanding, tercatat
from lakin.capaian.gulung import Aturan, CaraGulung, Gulungan, Setoran
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.mesin import hitung
from lakin.capaian.sampai import SETAHUN, sampai_triwulan
from lakin.organisasi.enums import DI_ATAS
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import Terkini
from lakin.web.nilai import rapikan
from renstra.models import AturanGulung, Indikator, PerjanjianKinerja
from renstra.selectors import target_renstra

ATAS = "BSKJI"
BELUM = "Belum melapor."


def gulungan_tahun(tahun: int, pengguna: Any, kunci: str = "") -> tuple[Gulungan, ...]:
    """Return BSKJI's indicators of a year; ``kunci`` narrows to one.

    Of what the responsible units enter, only what this person may see.
    """
    aturan = aturan_gulung([kunci] if kunci else None)
    if not aturan:
        return ()
    setahun = Setahun(tahun, aturan)
    setahun.baca_isian(pengguna)
    return tuple(
        murni.gulung(a, f"{ATAS}/{tahun}/gulung/{a.kunci}", setahun.target(a), setahun.setoran(a)) for a in aturan
    )


def tahun_gulungan() -> list[int]:
    """Return the years that have a PK of any satker, newest first."""
    return sorted(set(PerjanjianKinerja.objects.values_list("tahun", flat=True)), reverse=True)


def aturan_gulung(kunci: Collection[str] | None = None) -> list[Aturan]:
    """Return the declared rules, in the order of the manual; ``kunci`` narrows to these indicators."""
    semua = AturanGulung.objects.select_related("katalog", "dari")
    return [_aturan(b) for b in (semua if kunci is None else semua.filter(katalog__kunci__in=kunci))]


def _aturan(b: AturanGulung) -> Aturan:
    k = b.katalog
    return Aturan(
        kunci=k.kunci,
        nama=k.nama,
        satuan=k.satuan,
        cara=CaraGulung(b.cara),
        dari=b.dari.kunci if b.dari else k.kunci,
        sumber=b.sumber,
        ambang=rapikan(b.ambang) if b.ambang is not None else Decimal(0),
        jumlah_satker=b.jumlah_satker,
        pembilang=tuple(b.pembilang.split(";")) if b.pembilang else (),
        penyebut=b.penyebut,
        kode=k.kode_bskji,
        pengisi=b.pengisi,
        catatan=b.catatan,
    )


class Setahun:
    """Plans, computed results and recorded figures of all satkers until a triwulan, read once for all indicators."""

    def __init__(self, tahun: int, aturan: Collection[Aturan], triwulan: int = SETAHUN) -> None:
        self.tahun = tahun
        self.triwulan = triwulan
        kunci = {a.dari for a in aturan} | {a.kunci for a in aturan}
        self.rencana: dict[str, dict[int, Indikator]] = defaultdict(dict)
        self.atas: dict[str, Indikator] = {}
        self.satker: dict[int, Satker] = {}
        for i in indikator_tahun(tahun, kunci):
            satker = i.revisi.renstra.satker
            if satker.jenis in DI_ATAS:
                self.atas[_kunci(i)] = i
                continue
            self.rencana[_kunci(i)][satker.pk] = i
            self.satker[satker.pk] = satker
        self.hasil: dict[str, dict[int, HasilIndikator]] = defaultdict(dict)
        self.isian: dict[str, HasilIndikator] = {}
        self._hitung(kunci)
        self.rekaman: dict[tuple[str, int], list[FPembanding]] = defaultdict(list)
        if triwulan == SETAHUN:  # what others printed is of the whole year
            self._baca_rekaman(kunci)

    def _hitung(self, kunci: Collection[str]) -> None:
        """What the engine gives for those with a PK; what was not handed in is blank."""
        for satker in Satker.objects.filter(pk__in=satker_ber_pk(self.tahun)).exclude(jenis__in=DI_ATAS):
            for h in self._kinerja(satker).indikator.values():
                if h.fakta.katalog in kunci:
                    self.hasil[h.fakta.katalog][satker.pk] = h
                    self.satker[satker.pk] = satker

    def _kinerja(self, satker: Satker) -> Hasil:
        utuh = Terkini(satker, tertutup=triwulan_belum_diserahkan(satker)).kinerja(self.tahun)
        return utuh if self.triwulan == SETAHUN else hitung(sampai_triwulan(utuh.fakta, self.triwulan))

    def baca_isian(self, pengguna: Any) -> None:
        """Take what the responsible units entered at the unit above, as this person may see it."""
        for satker in {i.revisi.renstra.satker for i in self.atas.values()}:
            if satker.perjanjian.filter(tahun=self.tahun, berlaku_sejak__isnull=False).exists():
                for h in Terkini(satker, pengguna).kinerja(self.tahun).indikator.values():
                    self.isian[h.fakta.katalog] = h

    def _baca_rekaman(self, kunci: Collection[str]) -> None:
        rows = NilaiPembanding.objects.filter(
            kunci__in=kunci, tahun__in=(self.tahun - 1, self.tahun), satker__sintetis=False
        )
        for r in rows.select_related("satker").order_by("satker__kode", "satker__singkatan", "ukuran"):
            self.satker.setdefault(r.satker.pk, r.satker)
            s = r.satker
            self.rekaman[r.kunci, s.pk].append(
                FPembanding(s.kunci, s.singkatan, r.kunci, r.tahun, r.ukuran, r.isi, r.satuan, r.sumber, r.catatan)
            )

    def target(self, a: Aturan) -> Bahan:
        """The target above: BSKJI's own, or that of the one unit whose plan names this very indicator."""
        i = self.atas.get(a.kunci)
        if i is None and a.dari != a.kunci:
            i = next(iter(self.rencana[a.kunci].values()), None)
        alamat = f"{ATAS}/{self.tahun}/gulung/{a.kunci}/target"
        if i is None:
            alasan = "Tidak ada target BSKJI untuk indikator ini."
            return TanpaNilai(alasan, Tiada.NA, alamat, "Target", a.satuan)
        return self._target(i, alamat)

    def setoran(self, a: Aturan) -> tuple[Setoran, ...]:
        """What every satker brings that has the indicator in its plan, its PK or a recorded table."""
        ada = {*self.rencana[a.dari], *self.hasil[a.dari], *(pk for kunci, pk in self.rekaman if kunci == a.dari)}
        semua = sorted((self.satker[pk] for pk in ada), key=lambda s: (s.kode or "", s.singkatan))
        if a.cara is CaraGulung.DIISI:
            return tuple(self._diisi(a, s) for s in semua if s.singkatan == a.pengisi)
        return tuple(self._satu(a, s) for s in semua)

    def _diisi(self, a: Aturan, satker: Satker) -> Setoran:
        """The value that the responsible unit entered at the unit above, beside the target of its own plan."""
        h = self.isian.get(a.kunci)
        sendiri = self._satu(a, satker)
        if h is None or isinstance(sendiri.nilai, Angka):
            return sendiri
        return replace(sendiri, nilai=h.realisasi, kode=h.fakta.kode)

    def _satu(self, a: Aturan, satker: Satker) -> Setoran:
        h = self.hasil[a.dari].get(satker.pk)
        if h is not None:
            return self._dari_mesin(satker, h)
        i = self.rencana[a.dari].get(satker.pk)
        dasar = f"{ATAS}/{self.tahun}/gulung/{a.kunci}/{satker.kunci}"
        kosong = TanpaNilai("Tidak ada dalam Renstranya.", Tiada.NA, f"{dasar}/target", "Target")
        target = self._target(i, f"{dasar}/target") if i else kosong
        nilai, bagian, lalu = self._tercatat(a, satker, dasar)
        if nilai is None and isinstance(target, TanpaNilai) and target.keadaan is Tiada.NA and i is not None:
            nilai = TanpaNilai("Tidak ada target pada tahun ini (N/A).", Tiada.NA, f"{dasar}/realisasi")
        nilai = nilai or TanpaNilai(BELUM, Tiada.KOSONG, f"{dasar}/realisasi", satker.singkatan)
        return Setoran(
            satker.kunci, satker.singkatan, nilai, target, bagian=bagian, tahun=(*lalu, nilai),
            target_tahun=self._target_tahun(i, dasar),
        )  # fmt: skip

    def _tercatat(
        self, a: Aturan, satker: Satker, dasar: str
    ) -> tuple[Bahan | None, dict[str, Bahan], tuple[Bahan, ...]]:
        """What was recorded of a satker without a PK here: this year's measure, its columns, last year's measure."""
        rekaman = self.rekaman.get((a.dari, satker.pk))
        if not rekaman:
            return None, {}, ()
        nilai, isi = tercatat(a.dari, a.satuan, rekaman, self.tahun, dasar)
        lalu, _ = tercatat(a.dari, a.satuan, rekaman, self.tahun - 1, f"{dasar}/lalu")
        return nilai, dict(isi), (lalu,) if lalu is not None else ()

    def _dari_mesin(self, satker: Satker, h: HasilIndikator) -> Setoran:
        i = self.rencana[h.fakta.katalog].get(satker.pk)
        awal = i.revisi.renstra.awal if i else self.tahun
        bagian = {b.alamat.rpartition("/")[2]: b for b in h.nilai_hitung.bahan if b.alamat}
        return Setoran(
            satker.kunci,
            satker.singkatan,
            self._realisasi(h),
            h.target,
            bagian=bagian,
            baris=tuple(b.hasil for b in h.baris if b.hasil is not None),
            tahun=(*(t.realisasi for t in h.seri if awal <= t.tahun < self.tahun), self._realisasi(h)),
            target_tahun=(*(t.target for t in h.seri if awal <= t.tahun < self.tahun), h.target),
            kode=h.fakta.kode,
        )

    def _realisasi(self, h: HasilIndikator) -> Bahan:
        return h.realisasi if self.triwulan == SETAHUN else h.triwulan[self.triwulan - 1].realisasi

    def _target(self, i: Indikator, alamat: str, tahun: int = 0) -> Bahan:
        nilai = target_renstra(i, tahun or self.tahun)
        return seperti_tertulis(alamat, nilai, i.desimal_target, i.satuan, "Target Renstra", _sumber(i))

    def _target_tahun(self, i: Indikator | None, dasar: str) -> tuple[Bahan, ...]:
        if i is None:
            return ()
        awal = i.revisi.renstra.awal
        return tuple(self._target(i, f"{dasar}/target/{t}", t) for t in range(awal, self.tahun + 1))


def _kunci(i: Indikator) -> str:
    return i.katalog.kunci if i.katalog else ""


def _sumber(i: Indikator) -> str:
    return next((t.sumber for t in i.target.all() if t.sumber), "")
