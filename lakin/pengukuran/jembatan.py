"""The one seam between the database and the pure rooms: rows of one satker and year become a frozen Fakta."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from anggaran.models import TargetSerapan
from lakin.angka import Nilai, Tiada
from lakin.capaian.fakta import (
    FPK,
    CaraRenstra,
    FAcuan,
    Fakta,
    FIndikator,
    FPedoman,
    FPegawai,
    FPendukung,
    FPenghargaan,
    FRenstra,
    FSasaran,
    FSatker,
    FTahunLain,
    FTriwulan,
    FTujuan,
    Klasifikasi,
    Pita,
    RumusTujuan,
    Setelan,
)
from lakin.organisasi.models import Pegawai, Penghargaan, Satker
from lakin.pengukuran import models
from lakin.pengukuran.jembatan_anggaran import fakta_anggaran
from lakin.pengukuran.jembatan_isian import Kerangka, isi, nilai_teks
from lakin.pengukuran.jembatan_pk import fakta_pk
from lakin.pengukuran.jembatan_uraian import fakta_uraian
from lakin.pengukuran.pembaca import LANGSUNG, Pembaca
from lakin.web.galat import GalatDomain
from lakin.web.nilai import rapikan
from renstra.models import (
    Acuan,
    ButirPK,
    Indikator,
    PerjanjianKinerja,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    Tujuan,
)


def fakta(satker: Satker, tahun: int, *, pada: date | None = None) -> Fakta:
    """Return the frozen facts of a satker's year, under the PK in force on a day (31 December).

    Raises GalatDomain where the satker has no PK that year.
    """
    return isi(kerangka(satker, tahun, pada=pada))


def kerangka(
    satker: Satker, tahun: int, *, pada: date | None = None, anggaran: bool = True, baca: Pembaca = LANGSUNG
) -> Kerangka:
    """Return what was planned and recorded, before what is entered each triwulan.

    Without ``anggaran`` only what the figures of the indicators need.
    """
    pk = baca.pk(satker, tahun, pada)
    if pk is None:
        raise GalatDomain(f"{satker.singkatan} belum memiliki Perjanjian Kinerja {tahun} yang berlaku.")
    butir = baca.butir(pk)
    garis = {b.indikator.garis_indikator_id: b.indikator.kode for b in butir}
    milik = _Milik(tahun, butir, range(pk.revisi_renstra.renstra.awal, pk.revisi_renstra.renstra.akhir + 1), baca)
    fakta = _kinerja(satker, tahun, pk, milik, butir, baca)
    return Kerangka(_lengkap(fakta, satker, tahun, pk, milik, garis) if anggaran else fakta, satker.pk, garis)


def _kinerja(
    satker: Satker, tahun: int, pk: PerjanjianKinerja, milik: _Milik, butir: list[ButirPK], baca: Pembaca
) -> Fakta:
    """The plan and its indicators."""
    revisi = pk.revisi_renstra
    indikator = tuple(milik.indikator(b) for b in butir)
    return Fakta(
        satker=_satker(satker, tahun),
        tahun=tahun,
        setelan=_setelan(satker, tahun, baca),
        renstra=_renstra(revisi),
        pk=FPK(pk.nomor, pk.tanggal, pk.revisi),
        tujuan=_tujuan(revisi, tahun, {i.tujuan for i in indikator}, baca),
        sasaran=_sasaran(revisi, {i.sasaran for i in indikator}, baca),
        indikator=indikator,
    )


def _lengkap(
    fakta: Fakta, satker: Satker, tahun: int, pk: PerjanjianKinerja, milik: _Milik, garis: dict[int, str]
) -> Fakta:
    """With everything else that the report cites: signatories, budget, PNBP, staff, benchmarks."""
    return replace(
        fakta,
        setelan=replace(fakta.setelan, target_serapan=target_serapan(satker, tahun)),
        pk=fakta_pk(pk),
        indikator=milik.dengan_atasan(fakta.indikator, pk.revisi_renstra),
        acuan=milik.acuan(),
        pendukung=fakta_pendukung(milik.kode, tahun),
        pegawai=tuple(
            FPegawai(p.jenis, p.kelompok, p.isi, p.sumber) for p in Pegawai.objects.filter(satker=satker, tahun=tahun)
        ),
        penghargaan=tuple(
            FPenghargaan(p.nama, p.pemberi, p.tanggal, p.tingkat, p.sumber)
            for p in Penghargaan.objects.filter(satker=satker, tahun=tahun).order_by("pk")
        ),
        **fakta_anggaran(satker, tahun, garis),
        **fakta_uraian(satker, tahun, pk.revisi_renstra, set(milik.kode.values())),
    )


def target_serapan(satker: Satker, tahun: int, baca: Pembaca = LANGSUNG) -> Nilai:
    """Return the share of the budget that a satker means to spend in a year, in percent."""
    target = baca.milik(TargetSerapan, satker.pk, tahun=tahun)
    return target[0].isi if target else Tiada.KOSONG


def fakta_pendukung(kode: Mapping[int, str], tahun: int, baca: Pembaca = LANGSUNG) -> tuple[FPendukung, ...]:
    """Return the supporting tables, which no formula uses; ``kode`` gives the indicator's code by lineage."""
    return tuple(
        FPendukung(
            kode[p.garis_indikator_id],
            p.kode,
            p.judul,
            tuple(p.kolom),
            tuple(tuple(_nilai_atau_teks(sel) for sel in baris) for baris in p.baris),
            p.sumber,
        )
        for p in baca.garis(models.Pendukung, kode, tahun=tahun)
    )


def _satker(satker: Satker, tahun: int) -> FSatker:
    nama = satker.nama_pada(date(tahun, 12, 31))
    induk = satker.induk.nama_pada(date(tahun, 12, 31)) if satker.induk else None
    return FSatker(
        kode=satker.kunci,
        nama=nama.nama if nama else satker.singkatan,
        singkatan=nama.singkatan if nama else satker.singkatan,
        jenis=satker.jenis,
        induk_nama=induk.nama if induk else "",
        dasar_hukum=nama.dasar_hukum if nama else "",
        kota=satker.kota,
        alamat=satker.alamat,
    )


def _setelan(satker: Satker, tahun: int, baca: Pembaca) -> Setelan:
    baku = Setelan()
    s = next(iter(baca.milik(models.Setelan, satker.pk, tahun=tahun)), None)
    if s is None:
        return baku
    skala = tuple(Pita(p["kode"], p["nama"], _desimal(p.get("bawah")), _desimal(p.get("atas"))) for p in s.skala)
    return Setelan(
        rumus_tujuan=RumusTujuan(s.rumus_tujuan),
        skala=skala or baku.skala,
        batas_capaian=rapikan(s.batas_capaian) if s.batas_capaian is not None else None,
        na_dihitung_nol=s.na_dihitung_nol,
        cetak_dari_cetak=s.cetak_dari_cetak,
    )


def _renstra(revisi: RevisiRenstra) -> FRenstra:
    r = revisi.renstra
    return FRenstra(r.awal, r.akhir, r.nama, revisi.nomor, r.sumber)


def _tujuan(revisi: RevisiRenstra, tahun: int, dipakai: set[str], baca: Pembaca) -> tuple[FTujuan, ...]:
    hasil = []
    for t in baca.dari(Tujuan, "revisi", [revisi.pk], bahan=("target",)):
        if t.kode not in dipakai:
            continue
        target = next((x for x in t.target.all() if x.tahun == tahun), None)
        hasil.append(
            FTujuan(t.kode, t.nama, target.isi if target else Tiada.NA, target.sumber if target else "", t.induk_nama)
        )
    return tuple(hasil)


def _sasaran(revisi: RevisiRenstra, dipakai: set[str], baca: Pembaca) -> tuple[FSasaran, ...]:
    return tuple(
        FSasaran(s.kode, s.nama, s.get_perspektif_display(), s.induk_kode)
        for s in baca.dari(Sasaran, "revisi", [revisi.pk])
        if s.kode in dipakai
    )


class _Milik:
    """What hangs on the lineages of a PK's indicators, read once for all of them."""

    def __init__(self, tahun: int, butir: Iterable[ButirPK], periode: range, baca: Pembaca) -> None:
        self.tahun = tahun
        self.periode = periode
        self.kode = {b.indikator.garis_indikator_id: b.indikator.kode for b in butir}
        garis = list(self.kode)
        self.sel_lalu: dict[int, dict[int, models.Realisasi]] = defaultdict(dict)
        for r in baca.garis(models.Realisasi, garis, tahun__lt=tahun, triwulan=4, jenis="nilai"):
            self.sel_lalu[r.garis_indikator_id][r.tahun] = r
        self.lalu: dict[int, dict[int, models.RealisasiLalu]] = defaultdict(dict)
        for r_lalu in baca.garis(models.RealisasiLalu, garis, tahun__lt=tahun):
            self.lalu[r_lalu.garis_indikator_id][r_lalu.tahun] = r_lalu

    def indikator(self, butir: ButirPK) -> FIndikator:
        i = butir.indikator
        target = {t.tahun: t for t in i.target.all()}
        return FIndikator(
            kode=i.kode,
            nama=i.nama,
            sasaran=i.sasaran.kode,
            tujuan=i.tujuan.kode,
            satuan=i.satuan,
            desimal=i.desimal,
            iku=i.iku,
            klasifikasi=Klasifikasi(i.klasifikasi),
            rumus=i.rumus,
            cara_renstra=CaraRenstra(i.cara_renstra),
            target=butir.isi,
            target_atas=rapikan(butir.target_atas) if butir.target_atas is not None else Tiada.NA,
            desimal_target=i.desimal_target,
            triwulan=tuple(_rencana(butir, tw) for tw in (1, 2, 3, 4)),
            target_renstra=tuple((t.tahun, t.isi) for t in target.values() if t.tahun in self.periode),
            tahun_lain=tuple(self._tahun_lain(i, target)),
            pedoman=_pedoman(i),
            katalog=i.katalog.kunci if i.katalog else "",
            garis=i.garis,
            garis_dari=i.pendahulu.nama if i.pendahulu else "",
            prioritas_nasional=i.prioritas_nasional,
            sumber=butir.perjanjian.sumber if butir.perjanjian_id else "",
            minimasi_terbalik=i.minimasi_terbalik,
        )

    def _tahun_lain(self, indikator: Indikator, target: dict[int, TargetIndikator]) -> Iterable[FTahunLain]:
        lalu, sel_lalu = self.lalu[indikator.garis_indikator_id], self.sel_lalu[indikator.garis_indikator_id]
        for tahun in sorted({*lalu, *sel_lalu, *(t for t in target if t < self.tahun)}):
            rencana, r, sel = target.get(tahun), lalu.get(tahun), sel_lalu.get(tahun)
            yield FTahunLain(
                tahun=tahun,
                target=rencana.isi if rencana else Tiada.NA,
                realisasi=sel.isi if sel else r.isi if r else Tiada.KOSONG,
                satuan=(r.satuan if r else "") or indikator.satuan,
                sumber=sel.sumber if sel else r.sumber if r else "",
                catatan=r.catatan if r else "",
                label=r.label if r else "",
            )

    def dengan_atasan(self, indikator: Iterable[FIndikator], revisi: RevisiRenstra) -> tuple[FIndikator, ...]:
        """The indicators with those above that they support."""
        tautan = Indikator.mendukung.through.objects.filter(indikator__revisi=revisi).order_by("katalog__kunci")
        atas: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for kode, kode_atas, nama in tautan.values_list("indikator__kode", "katalog__kode_bskji", "katalog__nama"):
            atas[kode].append((kode_atas, nama))
        return tuple(replace(i, mendukung=tuple(atas[i.kode])) for i in indikator)

    def acuan(self) -> tuple[FAcuan, ...]:
        """Benchmarks of the indicators."""
        return tuple(
            FAcuan(self.kode[a.garis_indikator_id], a.nama, a.tahun, a.isi, a.satuan, a.sumber)
            for a in Acuan.objects.filter(garis_indikator__in=self.kode)
        )


def _rencana(butir: ButirPK, tw: int) -> FTriwulan:
    rencana = next((r for r in butir.rencana_aksi.all() if r.triwulan == tw), None)
    return FTriwulan(tw, rapikan(rencana.fisik), kegiatan=rencana.kegiatan) if rencana else FTriwulan(tw)


def _pedoman(i: Indikator) -> FPedoman:
    k = i.katalog
    return FPedoman(
        definisi=i.definisi or (k.definisi if k else ""),
        sumber_data=i.sumber_data or (k.sumber_data if k else ""),
        cara_hitung=i.cara_hitung or (k.cara_hitung if k else ""),
        penanggung_jawab=k.penanggung_jawab if k else "",
    )


def _nilai_atau_teks(sel: dict[str, str] | str) -> Nilai | str:
    """A cell of a supporting table: {'angka': '26.35'} is a number, anything else text."""
    return nilai_teks(sel["angka"]) if isinstance(sel, dict) else sel


def _desimal(teks: str | None) -> Decimal | None:
    return Decimal(teks) if teks not in (None, "") else None
