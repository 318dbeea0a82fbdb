"""The catalogue and the Renstra with its revisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_yaml
from lakin.tukar.muat.organisasi import satker
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.uraian import muat_pernyataan
from renstra.enums import Garis
from renstra.models import (
    GarisIndikator,
    Indikator,
    Katalog,
    Renstra,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    TargetTujuan,
    Tujuan,
)

M = TypeVar("M", Sasaran, Tujuan)


def muat_katalog(p: Pemuat) -> None:
    """Load BSKJI's catalogue of indicators."""
    berkas = baca_yaml(p.folder, "katalog.yaml")
    for di in berkas.butir("katalog"):
        kunci, pedoman = di.teks("kunci"), di.anak("pedoman")
        ketentuan = pedoman.teks("ketentuan", wajib=False)
        p.fakta(
            di,
            Katalog,
            f"umum/katalog/{kunci}",
            {"kunci": kunci},
            kode_bskji=di.teks("kode_bskji"),
            nama=di.teks("nama"),
            satuan=di.teks("satuan"),
            klasifikasi=di.teks("klasifikasi"),
            definisi=pedoman.teks("definisi"),
            sumber_data=pedoman.teks("sumber_data"),
            cara_hitung=" ".join(filter(None, [pedoman.teks("cara_hitung"), ketentuan])),
            penanggung_jawab=di.teks("penanggung_jawab"),
            sumber=di.teks("sumber"),
        )
        pedoman.habis()
        # The formula and its decimals are named by each satker's indicator.
        di.abaikan("desimal", "rumus", "cara_renstra", "menggulung", "berlaku_sejak", "catatan")
        di.habis()
    berkas.habis()


@dataclass(frozen=True)
class IsiRevisi:
    """Where a revision's content comes from: the file's lists, and as which revision."""

    revisi: RevisiRenstra
    unit: Satker
    alamat: str
    terakhir: bool
    turunan: bool

    def tempat(self, bagian: str, tahun: int | None = None) -> str:
        """Return a trail address; the revision in force has the addresses that the engine prints."""
        if self.terakhir and tahun is not None:
            return f"{self.unit.kunci}/{tahun}/{bagian}"
        return f"{self.alamat}/{tahun}/{bagian}" if tahun is not None else f"{self.alamat}/{bagian}"


def muat_renstra(p: Pemuat) -> None:
    """Load KMN's Renstra: revisions with their dates, the content of those that are known."""
    di = baca_yaml(p.folder, "renstra.yaml")
    unit = satker(di)
    renstra = _renstra(p, di, unit)
    isi: list[IsiRevisi] = []
    for r in di.butir("revisi"):
        jenis = r.teks("isi", wajib=False)
        revisi = _revisi(p, r, renstra, sintetis=r.ya("sintetis", wajib=False))
        if jenis:
            isi.append(IsiRevisi(revisi, unit, _alamat(renstra, revisi), jenis == "berikut", jenis == "turunan"))
    for satu in isi:
        muat_isi(p, di, satu)
        if satu.terakhir:
            muat_pernyataan(p, di, satu.revisi, satu.alamat)
    # What ended before 2023 has no figures here.
    di.abaikan("nomor", "dasar", "rumus_tujuan", "dihentikan")
    di.habis()


def muat_renstra_sederhana(p: Pemuat, di: Catatan, unit: Satker) -> RevisiRenstra:
    """Load a Renstra that has one revision only (the synthetic second satker)."""
    renstra = _renstra(p, di, unit)
    revisi = p.fakta(
        di,
        RevisiRenstra,
        f"{unit.kunci}/renstra/{renstra.awal}/revisi/0",
        {"renstra": renstra, "nomor": 0},
        berlaku_sejak=date(renstra.awal, 1, 1),
        sintetis=True,
    )
    muat_isi(p, di, IsiRevisi(revisi, unit, _alamat(renstra, revisi), True, False))
    di.abaikan("rumus_tujuan")
    di.habis()
    return revisi


def _alamat(renstra: Renstra, revisi: RevisiRenstra) -> str:
    return f"{renstra.satker.kunci}/renstra/{renstra.awal}/revisi/{revisi.nomor}"


def _renstra(p: Pemuat, di: Catatan, unit: Satker) -> Renstra:
    periode = di.anak("periode")
    awal, akhir = periode.bulat("awal"), periode.bulat("akhir")
    periode.habis()
    return p.fakta(
        di,
        Renstra,
        f"{unit.kunci}/renstra/{awal}",
        {"satker": unit, "awal": awal},
        akhir=akhir,
        nama=di.teks("nama"),
        sumber=di.teks("sumber", wajib=False),
    )


def _revisi(p: Pemuat, di: Catatan, renstra: Renstra, *, sintetis: bool) -> RevisiRenstra:
    nomor = di.bulat("revisi")
    revisi = p.fakta(
        di,
        RevisiRenstra,
        f"{renstra.satker.kunci}/renstra/{renstra.awal}/revisi/{nomor}",
        {"renstra": renstra, "nomor": nomor},
        berlaku_sejak=di.tanggal("berlaku_sejak"),
        dokumen=di.teks("nama"),
        catatan=" ".join(filter(None, [di.teks("alasan"), di.teks("catatan", wajib=False)])),
        sintetis=sintetis,
    )
    di.abaikan("tahun", "sumber")
    di.habis()
    return revisi


def muat_isi(p: Pemuat, di: Catatan, isi: IsiRevisi) -> None:
    """Load tujuan, sasaran and indicators of one revision: a full copy each time."""
    for urut, t in enumerate(di.butir("tujuan"), 1):
        _tujuan(p, t, isi, urut)
    for urut, s in enumerate(di.butir("sasaran"), 1):
        p.fakta(
            s,
            Sasaran,
            isi.tempat(s.teks("kode")),
            {"revisi": isi.revisi, "kode": s.teks("kode")},
            nama=s.teks("nama"),
            perspektif=s.teks("perspektif"),
            urut=urut,
            induk_kode=s.teks("induk", wajib=False),
        )
        s.abaikan("sumber")
        s.habis()
    for urut, i in enumerate(di.butir("indikator"), 1):
        if not (isi.turunan and i.teks("garis", wajib=False) == Garis.BARU):
            _indikator(p, i, isi, urut)


def _tujuan(p: Pemuat, di: Catatan, isi: IsiRevisi, urut: int) -> None:
    induk = di.anak("tujuan_bskji", wajib=False)
    kode = di.teks("kode")
    tujuan = p.fakta(
        di,
        Tujuan,
        isi.tempat(kode),
        {"revisi": isi.revisi, "kode": kode},
        nama=di.teks("nama"),
        urut=urut,
        induk_nama=induk.teks("nama", wajib=False),
    )
    target = di.anak("target")
    for tahun in target.kunci():
        nilai = target.nilai(tahun)
        p.fakta(
            target,
            TargetTujuan,
            isi.tempat(f"{kode}/target", int(tahun)),
            {"tujuan": tujuan, "tahun": int(tahun)},
            isi=nilai,
            sumber=di.teks("sumber", wajib=False),
        )
    induk.abaikan("kode")
    di.abaikan("satuan", "catatan")
    di.habis()


def _indikator(p: Pemuat, di: Catatan, isi: IsiRevisi, urut: int) -> None:
    kode, kunci = di.teks("kode"), di.teks("katalog")
    katalog = Katalog.objects.filter(kunci=kunci).first()
    if katalog is None:
        di.galat("katalog", f"{kunci} tidak ada dalam katalog.yaml.")
    garis = p.fakta(di, GarisIndikator, f"{isi.unit.kunci}/garis/{kunci}", {"satker": isi.unit, "kunci": kunci})
    nama, lama = di.teks("nama"), di.teks("garis_dari", wajib=False)
    asal = di.teks("garis", wajib=False) or Garis.TETAP
    indikator = p.fakta(
        di,
        Indikator,
        isi.tempat(kode),
        {"revisi": isi.revisi, "kode": kode},
        garis_indikator=garis,
        nama=lama if isi.turunan and lama else nama,
        sasaran=_cari(di, "sasaran", Sasaran, isi),
        tujuan=_cari(di, "tujuan", Tujuan, isi),
        katalog=katalog,
        satuan=di.teks("satuan"),
        desimal=di.bulat("desimal"),
        desimal_target=di.bulat("desimal_target"),
        klasifikasi=di.teks("klasifikasi"),
        iku=di.ya("iku"),
        rumus=di.teks("rumus"),
        cara_renstra=di.teks("cara_renstra"),
        prioritas_nasional=di.ya("prioritas_nasional", wajib=False),
        urut=urut,
        garis=Garis.TETAP if isi.turunan else asal,
        pendahulu=_pendahulu(isi, garis),
        **_pedoman(di, katalog),
    )
    _target(p, di, isi, indikator)
    _mendukung(p, di, isi, indikator)
    di.abaikan("catatan", "sumber")
    di.habis()


def _cari(di: Catatan, kunci: str, model: type[M], isi: IsiRevisi) -> M:
    kode = di.teks(kunci)
    ada = model._default_manager.filter(revisi=isi.revisi, kode=kode).first()
    return ada or di.galat(kunci, f"{kode} tidak ada dalam daftar {kunci}.")


def _pendahulu(isi: IsiRevisi, garis: GarisIndikator) -> Indikator | None:
    """The same lineage in the revision before, where that one is known."""
    return (
        Indikator.objects.filter(
            garis_indikator=garis, revisi__renstra=isi.revisi.renstra, revisi__nomor__lt=isi.revisi.nomor
        )
        .order_by("-revisi__nomor")
        .first()
    )


def _pedoman(di: Catatan, katalog: Katalog) -> dict[str, Any]:
    """The indicator's own manual, only where it says something else than the catalogue's."""
    pedoman = di.anak("pedoman", wajib=False)
    milik: dict[str, Any] = {"wajib_bukti": pedoman.ya("wajib_bukti", wajib=False)}
    for bagian in ("definisi", "sumber_data", "cara_hitung"):
        teks = pedoman.teks(bagian, wajib=False)
        milik[bagian] = "" if getattr(katalog, bagian).startswith(teks) else teks
    pedoman.habis()
    return milik


def _target(p: Pemuat, di: Catatan, isi: IsiRevisi, indikator: Indikator) -> None:
    target = di.anak("target")
    for tahun in target.kunci():
        p.fakta(
            target,
            TargetIndikator,
            isi.tempat(f"{indikator.kode}/target_renstra", int(tahun)),
            {"indikator": indikator, "tahun": int(tahun)},
            isi=target.nilai(tahun),
            sumber=di.teks("sumber", wajib=False),
        )


def _mendukung(p: Pemuat, di: Catatan, isi: IsiRevisi, indikator: Indikator) -> None:
    """The catalogue entries one level up that the indicator serves."""
    dituju = []
    for k in di.butir("mendukung", wajib=False):
        entri = Katalog.objects.filter(kode_bskji=k.teks("kode"), nama=k.teks("nama")).first()
        dituju.append(entri or k.galat("kode", "tidak ada dalam katalog.yaml."))
        k.habis()
    sebelum = sorted(indikator.mendukung.values_list("kunci", flat=True))
    sesudah = sorted(k.kunci for k in dituju)
    alamat = isi.tempat(f"{indikator.kode}/mendukung")
    if sebelum == sesudah or p.milik_orang(alamat):
        return
    indikator.mendukung.set(dituju)
    catat(
        oleh=p.oleh,
        tindakan="ubah" if sebelum else "tambah",
        alamat=alamat,
        sebelum={"mendukung": sebelum},
        sesudah={"mendukung": sesudah},
    )
