"""The Perjanjian Kinerja with its revisions, signatories, budget per program and Rencana Aksi."""

from __future__ import annotations

from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_csv, baca_yaml
from lakin.tukar.muat.organisasi import satker
from lakin.tukar.muat.pemuat import Pemuat
from renstra.models import (
    AnggaranPK,
    ButirPK,
    Indikator,
    PenandaTangan,
    PerjanjianKinerja,
    RencanaAksi,
    RevisiRenstra,
)
from renstra.selectors import pk_berlaku, renstra_berlaku


def muat_pk(p: Pemuat) -> None:
    """Load KMN's agreements of the year."""
    di = baca_yaml(p.folder, "pk.yaml")
    muat_pk_satker(p, di, satker(di))
    di.habis()


def muat_pk_satker(p: Pemuat, di: Catatan, unit: Satker) -> None:
    """Load every revision of one satker's agreement; the last one has the addresses that the engine prints."""
    tahun, revisi = di.bulat("tahun"), di.butir("revisi")
    for r in revisi:
        _revisi(p, r, unit, tahun, terakhir=r is revisi[-1])


def _revisi(p: Pemuat, di: Catatan, unit: Satker, tahun: int, *, terakhir: bool) -> None:
    nomor = di.bulat("revisi")
    alamat = f"{unit.kunci}/{tahun}/pk/{nomor}"
    berlaku = di.tanggal("berlaku_sejak", wajib=True)
    renstra = renstra_berlaku(unit, berlaku) if berlaku else None
    if renstra is None:
        di.galat("berlaku_sejak", "belum ada revisi Renstra yang berlaku pada hari itu.")
    alasan = [di.teks(k, wajib=False) for k in ("alasan", "alasan_sintetis", "catatan")]
    pk = p.fakta(
        di,
        PerjanjianKinerja,
        alamat,
        {"satker": unit, "tahun": tahun, "revisi": nomor},
        revisi_renstra=renstra,
        nomor=di.teks("nomor", wajib=False),
        tanggal=di.tanggal("tanggal"),
        berlaku_sejak=berlaku,
        catatan=" ".join(filter(None, alasan)),
        sintetis=di.ya("sintetis"),
        sumber=di.teks("sumber", wajib=False),
    )
    for t in di.butir("pihak", wajib=False):
        muat_pihak(p, t, pk, alamat)
    for a in di.butir("anggaran_program"):
        kode = a.teks("kode")
        p.fakta(
            a,
            AnggaranPK,
            f"{alamat}/anggaran/{kode}",
            {"perjanjian": pk, "kode": kode},
            nama=a.teks("nama"),
            isi=a.nilai("anggaran"),
        )
        a.abaikan("sumber")
        a.habis()
    for b in di.butir("indikator"):
        _butir(p, b, pk, renstra, f"{unit.kunci}/{tahun}" if terakhir else alamat)
    di.habis()


def muat_pihak(p: Pemuat, di: Catatan, pk: PerjanjianKinerja, alamat: str) -> None:
    """Load one signatory of an agreement."""
    pihak, kapasitas = di.teks("pihak"), di.teks("kapasitas")
    p.fakta(
        di,
        PenandaTangan,
        f"{alamat}/pihak/{pihak}",
        {"perjanjian": pk, "pihak": pihak},
        nama=di.teks("nama", wajib=False),
        nip=di.teks("nip", wajib=False),
        jabatan=di.teks("jabatan"),
        kapasitas="" if kapasitas == "definitif" else kapasitas,
    )
    di.abaikan("sumber")
    di.habis()


def _butir(p: Pemuat, di: Catatan, pk: PerjanjianKinerja, renstra: RevisiRenstra, dasar: str) -> None:
    kode = di.teks("indikator")
    indikator = Indikator.objects.filter(revisi=renstra, kode=kode).first()
    if indikator is None:
        di.galat("indikator", f"{kode} tidak ada dalam {renstra}.")
    _cocok(di, "nama", indikator.nama)
    _cocok(di, "satuan", indikator.satuan)
    p.fakta(
        di,
        ButirPK,
        f"{dasar}/{kode}/target",
        {"perjanjian": pk, "indikator": indikator},
        isi=di.nilai("target"),
        urut=di.bulat("urut"),
    )
    di.abaikan("target_teks", "garis_lama")
    di.habis()


def _cocok(di: Catatan, kunci: str, renstra: str) -> None:
    """A PK names its indicators as the Renstra in force does."""
    if di.teks(kunci, wajib=False) not in ("", renstra):
        di.galat(kunci, f"berbeda dengan Renstra yang berlaku: '{renstra}'.")


def muat_rencana_aksi(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load the plan per triwulan of the agreement in force at the end of the year."""
    pk = pk_berlaku(unit, tahun)
    butir = {b.indikator.kode: b for b in pk.butir.select_related("indikator")} if pk else {}
    for di in baca_csv(p.folder, "rencana_aksi.csv"):
        kode, triwulan = di.teks("indikator"), di.bulat("triwulan")
        if kode not in butir:
            di.galat("indikator", f"{kode} tidak ada dalam PK {tahun} yang berlaku.")
        p.fakta(
            di,
            RencanaAksi,
            f"{unit.kunci}/{tahun}/{kode}/fisik/tw{triwulan}/rencana",
            {"butir": butir[kode], "triwulan": triwulan},
            fisik=di.angka("target_fisik"),
            kegiatan=di.teks("kegiatan"),
            sumber=di.teks("sumber"),
        )
