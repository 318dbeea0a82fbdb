"""What was reached: cells, raw rows, overrides, past years, benchmarks, letters, supporting tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.alur.selectors import halangan_ubah
from lakin.angka import Tiada
from lakin.capaian.deklarasi import Jenis, medan
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.isi import tulis_isi
from lakin.pengukuran.models import BarisData, Bukti, Penggantian, Realisasi, RealisasiLalu, Setelan
from lakin.pengukuran.services import alamat_sel, ganti_nilai, simpan_baris, simpan_realisasi, triwulan_dari
from lakin.tukar.muat.baca import Catatan, baca_csv, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat, tempat
from lakin.web.galat import GalatDomain
from renstra.models import (
    Acuan,
    GarisIndikator,
    Indikator,
    PerjanjianKinerja,
    RevisiRenstra,
    TargetIndikator,
)
from renstra.selectors import pk_berlaku

TENGGAT = {1: (4, 10), 2: (7, 10), 3: (10, 10), 4: (1, 10)}
"""Last day of entry of each triwulan, of the next year for the fourth."""
HANYA_KETERANGAN = {"no", "catatan", "kode_layanan", "nama", "maksimum", "bobot", "ukuran", "tanggal", "bukti"}
"""Columns of raw rows that help the reader of the file where the formula has no such field."""


def garis_pk(unit: Satker, tahun: int) -> dict[str, GarisIndikator]:
    """Return the lineages of the indicators of the PK in force, by code."""
    pk = pk_berlaku(unit, tahun)
    butir = pk.butir.select_related("indikator__garis_indikator") if pk else ()
    return {b.indikator.kode: b.indikator.garis_indikator for b in butir}


def buka_periode(p: Pemuat, di: Catatan, unit: Satker, tahun: int) -> None:
    """Open the four triwulan that no person has moved, so that the services take what the files hold."""
    for tw in (1, 2, 3, 4):
        _periode(p, di, unit, tahun, tw, Keadaan.DRAF)


def tutup_periode(p: Pemuat, di: Catatan, unit: Satker, tahun: int) -> None:
    """Verify the first three triwulan; the fourth stays with the planner."""
    for tw in (1, 2, 3):
        _periode(p, di, unit, tahun, tw, Keadaan.DIVERIFIKASI)


def _periode(p: Pemuat, di: Catatan, unit: Satker, tahun: int, tw: int, keadaan: Keadaan) -> None:
    bulan, hari = TENGGAT[tw]
    p.fakta(
        di,
        Periode,
        f"{unit.kunci}/{tahun}/periode/tw{tw}",
        {"satker": unit, "tahun": tahun, "triwulan": tw},
        keadaan=keadaan,
        tenggat=date(tahun + (tw == 4), bulan, hari),
    )


def muat_realisasi(p: Pemuat, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load physical progress and values through the service that a planner's entry uses."""
    for di in baca_csv(p.folder, "realisasi.csv", catatan=["catatan"]):
        muat_sel(p, di, unit, tahun, garis)


def muat_sel(p: Pemuat, di: Catatan, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load the two cells of one indicator and triwulan; a blank one is not entered."""
    kode, tw, sumber = di.teks("indikator"), di.bulat("triwulan"), di.teks("sumber", wajib=False)
    milik = garis_pk_satu(di, garis, kode)
    for jenis in JenisRealisasi:
        nilai = di.nilai(jenis.value)
        if nilai is Tiada.KOSONG:
            continue
        alamat = alamat_sel(unit, tahun, kode, tw, jenis)
        ada = Realisasi.objects.filter(garis_indikator=milik, tahun=tahun, triwulan=tw, jenis=jenis).first()
        if ada and ada.isi == nilai:
            p.hitungan["tetap"] += 1
        elif p.milik_orang(alamat) or halangan_ubah(unit, tahun, tw):
            p.hitungan["dijaga"] += 1
        else:
            with tempat(di):
                simpan_realisasi(
                    satker=unit,
                    tahun=tahun,
                    kode=kode,
                    triwulan=tw,
                    jenis=jenis,
                    nilai=nilai,
                    versi=ada.versi if ada else 0,
                    oleh=p.oleh,
                    sumber=sumber,
                )
            p.hitungan["diubah" if ada else "baru"] += 1


def garis_pk_satu(di: Catatan, garis: dict[str, GarisIndikator], kode: str) -> GarisIndikator:
    """Return the lineage of one indicator of the PK in force."""
    return garis[kode] if kode in garis else di.galat("indikator", f"{kode} tidak ada dalam PK yang berlaku.")


def _pk(unit: Satker, tahun: int) -> PerjanjianKinerja:
    pk = pk_berlaku(unit, tahun)
    if pk is None:
        raise GalatDomain(f"Tidak ada Perjanjian Kinerja {tahun} yang berlaku pada 31 Desember. Periksa pk.yaml.")
    return pk


def muat_data_dasar(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load the raw rows, one file an indicator, through the service that a planner's entry uses."""
    butir = _pk(unit, tahun).butir.select_related("indikator__garis_indikator")
    indikator = {b.indikator.kode: b.indikator for b in butir}
    for berkas in sorted((p.folder / "data_dasar").glob("*.csv")):
        _data_dasar(p, berkas, unit, tahun, indikator)


def _data_dasar(p: Pemuat, berkas: Path, unit: Satker, tahun: int, indikator: dict[str, Indikator]) -> None:
    nama = f"data_dasar/{berkas.name}"
    for di in baca_csv(p.folder, nama):
        i = indikator.get(berkas.stem) or di.galat("no", f"{berkas.stem} tidak ada dalam PK {tahun} yang berlaku.")
        rumus = cari_rumus(i.rumus, tahun)
        if rumus is None:
            di.galat("no", f"indikator {i.kode} tidak dihitung dari baris data.")
        isi = {
            m.kode: di.nilai(m.kode, wajib=m.wajib) if m.jenis is Jenis.ANGKA else di.teks(m.kode, wajib=False)
            for m in medan(rumus)
        }
        sejak = di.tanggal("dihitung_sejak") if "dihitung_sejak" in di else None
        di.abaikan(*HANYA_KETERANGAN)
        _baris(p, di, unit, tahun, i, isi, sejak)


def _baris(
    p: Pemuat, di: Catatan, unit: Satker, tahun: int, i: Indikator, isi: dict[str, Any], sejak: date | None
) -> None:
    urut, sumber = di.bulat("no"), di.teks("sumber")
    ada = BarisData.objects.filter(garis_indikator=i.garis_indikator, tahun=tahun, urut=urut).first()
    alamat = f"{unit.kunci}/{tahun}/{i.kode}/baris/{urut}"
    if ada and (ada.isi, ada.tanggal) == (tulis_isi(isi), sejak):
        p.hitungan["tetap"] += 1
        return
    if p.milik_orang(alamat) or halangan_ubah(unit, tahun, triwulan_dari(sejak, tahun)):
        p.hitungan["dijaga"] += 1
        return
    with tempat(di):
        simpan_baris(
            satker=unit,
            tahun=tahun,
            kode=i.kode,
            urut=urut,
            isi=isi,
            versi=ada.versi if ada else 0,
            oleh=p.oleh,
            tanggal=sejak,
            sumber=sumber,
        )
    p.hitungan["diubah" if ada else "baru"] += 1


def muat_penggantian(p: Pemuat, unit: Satker, garis: dict[str, GarisIndikator]) -> None:
    """Load the recorded values that stand in for computed ones."""
    berkas = baca_yaml(p.folder, "penggantian.yaml")
    for di in berkas.butir("penggantian"):
        kode, tahun, nilai = di.teks("indikator"), di.bulat("tahun"), di.angka("nilai")
        alasan, sumber = di.teks("alasan"), di.teks("sumber")
        di.habis()
        ada = Penggantian.objects.filter(garis_indikator=garis_pk_satu(di, garis, kode), tahun=tahun).first()
        if ada and (ada.nilai, ada.alasan) == (nilai, alasan):
            p.hitungan["tetap"] += 1
        elif p.milik_orang(f"{unit.kunci}/{tahun}/{kode}/penggantian") or halangan_ubah(unit, tahun, 4):
            p.hitungan["dijaga"] += 1
        else:
            with tempat(di):
                ganti_nilai(satker=unit, tahun=tahun, kode=kode, nilai=nilai, alasan=alasan, oleh=p.oleh, sumber=sumber)
            p.hitungan["diubah" if ada else "baru"] += 1
    berkas.habis()


def muat_realisasi_lalu(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load the realisasi of earlier years, and the targets of years before the Renstra's period."""
    revisi = _pk(unit, tahun).revisi_renstra
    indikator = {i.kode: i for i in revisi.indikator.select_related("garis_indikator")}
    for di in baca_csv(p.folder, "realisasi_lalu.csv"):
        kode, lalu, sumber = di.teks("indikator"), di.bulat("tahun"), di.teks("sumber", wajib=False)
        i = indikator.get(kode) or di.galat("indikator", f"{kode} tidak ada dalam Renstra yang berlaku.")
        _target_lalu(p, di, unit, revisi, i, lalu)
        p.fakta(
            di,
            RealisasiLalu,
            f"{unit.kunci}/{lalu}/{kode}/realisasi",
            {"garis_indikator": i.garis_indikator, "tahun": lalu},
            isi=di.nilai("nilai"),
            satuan=di.teks("satuan"),
            label=di.teks("label", wajib=False),
            catatan=di.teks("catatan", wajib=False),
            sumber=sumber,
        )


def _target_lalu(p: Pemuat, di: Catatan, unit: Satker, revisi: RevisiRenstra, i: Indikator, tahun: int) -> None:
    """A target of the period stands in renstra.yaml already: here it must be the same."""
    target = di.nilai("target")
    ada = TargetIndikator.objects.filter(indikator=i, tahun=tahun).first()
    if tahun >= revisi.renstra.awal:
        if ada is None or ada.isi != target:
            di.galat("target", f"berbeda dengan target {tahun} dalam renstra.yaml.")
        return
    if isinstance(target, Tiada):
        return
    p.fakta(
        di,
        TargetIndikator,
        f"{unit.kunci}/{tahun}/{i.kode}/target_renstra",
        {"indikator": i, "tahun": tahun},
        isi=target,
        sumber=di.teks("catatan", wajib=False),
    )


def muat_acuan(p: Pemuat, unit: Satker, garis: dict[str, GarisIndikator]) -> None:
    """Load benchmark values with their sources."""
    for urut, di in enumerate(baca_csv(p.folder, "acuan.csv", catatan=["jenis"]), 1):
        kode, tahun, catatan = di.teks("indikator"), di.bulat("tahun"), di.teks("catatan", wajib=False)
        p.fakta(
            di,
            Acuan,
            f"{unit.kunci}/{tahun}/{kode}/acuan/{urut}",
            {
                "garis_indikator": garis_pk_satu(di, garis, kode),
                "nama": di.teks("nama"),
                "tahun": tahun,
            },
            isi=di.nilai("nilai"),
            satuan=di.teks("satuan"),
            sumber=f"{di.teks('sumber')}. {catatan}" if catatan else di.teks("sumber"),
        )


def muat_bukti(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load the letters that prove what was reached."""
    for urut, di in enumerate(baca_csv(p.folder, "bukti.csv", catatan=["jenis", "catatan"]), 1):
        kode = di.teks("indikator")
        p.fakta(
            di,
            Bukti,
            f"{unit.kunci}/{tahun}/{kode}/bukti/{urut}",
            {
                "satker": unit,
                "tahun": tahun,
                "alamat": f"{unit.kunci}/{tahun}/{kode}",
                "nomor": di.teks("nomor"),
            },
            tanggal=di.tanggal("tanggal"),
            perihal=di.teks("perihal"),
            sumber=di.teks("sumber"),
        )


def muat_setelan(p: Pemuat, di: Catatan, unit: Satker, tahun: int) -> None:
    """Say how the satker's year is computed."""
    p.fakta(
        di,
        Setelan,
        f"{unit.kunci}/{tahun}/setelan",
        {"satker": unit, "tahun": tahun},
        rumus_tujuan=di.teks("rumus_tujuan"),
    )
