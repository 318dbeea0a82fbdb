"""The rest of BSKJI's Renstra: texts, policy directions, regulations to come, names of units, printed sums."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from lakin.angka import Nilai
from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_csv, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.renstra_baca import TAHUN, Unit, angka_tabel, tahunan
from lakin.tukar.muat.renstra_isi import JUTA
from renstra.enums import BagianRenstra, KelompokPagu, TempatPagu
from renstra.models import (
    AktivitasArah,
    ArahKebijakan,
    Katalog,
    KerangkaRegulasi,
    Nomenklatur,
    PaguUnit,
    RevisiRenstra,
    UraianRenstra,
)
from renstra.naskah import dari_ketikan
from renstra.services.revisi_renstra import alamat_renstra

SUMBER = "Renstra BSKJI 2021-2024"
KELOMPOK = {"UPT": KelompokPagu.UPT, "jumlah": KelompokPagu.JUMLAH}


def muat_dokumen(p: Pemuat, revisi: RevisiRenstra, unit: list[tuple[Unit, Satker]]) -> None:
    """Load it all for BSKJI's revision."""
    _uraian(p, revisi)
    _arah(p, revisi)
    _daftar(p, revisi)
    _pagu(p, revisi, unit)


def _uraian(p: Pemuat, revisi: RevisiRenstra) -> None:
    berkas = baca_yaml(p.folder, "uraian.yaml")
    sumber, bagian = berkas.teks("sumber"), berkas.anak("bagian")
    for kode in bagian.kunci():
        if kode not in BagianRenstra.values:
            bagian.galat(kode, "bukan bagian Renstra yang dikenal.")
        baris: list[str] = []
        for di in bagian.butir(kode):
            baris += [f"## {di.teks('judul')}", *(f"- {b}" for b in di.daftar("butir"))]
            di.habis()
        p.fakta(
            berkas,
            UraianRenstra,
            f"{alamat_renstra(revisi)}/uraian/{kode}",
            {"revisi": revisi, "bagian": kode},
            isi=dari_ketikan("\n".join(baris)),
            sumber=sumber,
        )
    berkas.habis()


def _arah(p: Pemuat, revisi: RevisiRenstra) -> None:
    entri = {k.kunci: k for k in Katalog.objects.all()}
    arah: dict[str, ArahKebijakan] = {}
    for urut, di in enumerate(baca_csv(p.folder, "arah.csv"), 1):
        nama, kunci = di.teks("arah"), di.teks("ukuran").split(";")
        if asing := [k for k in kunci if k not in entri]:
            di.galat("ukuran", f"{', '.join(asing)} tidak ada dalam katalog.")
        satu = p.fakta(
            di,
            ArahKebijakan,
            f"{alamat_renstra(revisi)}/arah/{urut}",
            {"revisi": revisi, "urut": urut},
            nama=nama,
            unit=di.teks("unit"),
            sumber=f"{SUMBER} Bab III butir II.{urut}; ukurannya menurut unit penanggung jawab pada Lampiran III",
        )
        satu.ukuran.set([entri[k] for k in kunci])
        arah[nama] = satu
    urutan: dict[str, int] = defaultdict(int)
    for di in baca_csv(p.folder, "arah_kebijakan.csv"):
        nama = di.teks("arah")
        milik = arah.get(nama) or di.galat("arah", "tidak ada dalam arah.csv.")
        urutan[nama] += 1
        p.fakta(
            di,
            AktivitasArah,
            f"{alamat_renstra(revisi)}/arah/{milik.urut}/{urutan[nama]}",
            {"arah": milik, "urut": urutan[nama]},
            nomor=di.teks("no"),
            nama=di.teks("aktivitas"),
            sasaran=di.teks("sasaran"),
            sumber=di.teks("tabel"),
        )


def _daftar(p: Pemuat, revisi: RevisiRenstra) -> None:
    for di in baca_csv(p.folder, "kerangka_regulasi.csv"):
        urut = di.bulat("no")
        p.fakta(
            di,
            KerangkaRegulasi,
            f"{alamat_renstra(revisi)}/regulasi/{urut}",
            {"revisi": revisi, "urut": urut},
            nama=di.teks("rancangan"),
            dasar=di.teks("dasar"),
            penanggung_jawab=di.teks("pic"),
            institusi=di.teks("institusi"),
            target=di.teks("target"),
            sumber=f"{SUMBER} Bab III butir III",
        )
    for di in baca_csv(p.folder, "nomenklatur.csv"):
        urut = di.bulat("no")
        p.fakta(
            di,
            Nomenklatur,
            f"{alamat_renstra(revisi)}/nomenklatur/{urut}",
            {"revisi": revisi, "urut": urut},
            nama=di.teks("nama"),
            singkatan=di.teks("singkatan"),
            bidang_tugas=di.teks("bidang_tugas"),
            sumber=f"{SUMBER} Bab III butir IV",
        )


def _pagu(p: Pemuat, revisi: RevisiRenstra, unit: list[tuple[Unit, Satker]]) -> None:
    """The printed sums, each with the reason why it differs, where there is one."""
    alasan = {(di.teks("hal"), di.bulat("tahun")): di.teks("alasan") for di in baca_csv(p.folder, "selisih.csv")}
    asal = baca_yaml(p.folder, "bskji.yaml")
    for urut, (u, satker) in enumerate(unit, 1):
        for tahun in TAHUN:
            sebab = "" if u.kunci == "SET" else alasan.get((u.kunci, tahun), "")
            _satu_pagu(p, asal, revisi, TempatPagu.LAMPIRAN, urut, u.nama, satker, tahun, u.total[tahun], sebab)
    satkers = {u.kunci: s for u, s in unit}
    for urut, di in enumerate(baca_csv(p.folder, "tabel10.csv", catatan=["no"]), 1):
        kunci, nama = di.teks("satker"), di.teks("unit")
        for tahun in TAHUN:
            sebab = alasan.get((kunci if kunci in satkers else "bskji", tahun), "")
            nilai = angka_tabel(di.teks(str(tahun)))
            pihak = satkers.get(kunci) or KELOMPOK[kunci]
            _satu_pagu(p, di, revisi, TempatPagu.TABEL, urut, nama, pihak, tahun, nilai, sebab)
    for di in baca_csv(p.folder, "bskji_pendanaan.csv", catatan=["tempat"]):
        milik = tahunan(di)
        if di.teks("satuan") == "Rp juta":
            for tahun in TAHUN:
                sebab = alasan.get(("bskji", tahun), "")
                _satu_pagu(
                    p, di, revisi, TempatPagu.LAMPIRAN, len(unit) + 1, "BSKJI", KelompokPagu.JUMLAH, tahun,
                    milik[tahun], sebab,
                )  # fmt: skip


def _satu_pagu(
    p: Pemuat, di: Catatan, revisi: RevisiRenstra, tempat: TempatPagu, urut: int, nama: str,
    pihak: Satker | KelompokPagu, tahun: int, juta: Nilai, alasan: str,
) -> None:  # fmt: skip
    siapa: dict[str, Any] = (
        {"satker": pihak, "kelompok": KelompokPagu.SATKER} if isinstance(pihak, Satker) else {"kelompok": pihak}
    )
    bagian = "tabel-10" if tempat == TempatPagu.TABEL else "lampiran-ii"
    p.fakta(
        di,
        PaguUnit,
        f"{alamat_renstra(revisi)}/pagu/{bagian}/{urut}/{tahun}",
        {"revisi": revisi, "tempat": tempat.value, "urut": urut, "tahun": tahun},
        nama=nama,
        isi=juta * JUTA if isinstance(juta, Decimal) else juta,
        alasan=alasan,
        **siapa,
    )
