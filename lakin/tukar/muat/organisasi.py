"""Satkers with their dated names, staff and awards."""

from __future__ import annotations

from datetime import date, timedelta

from lakin.organisasi.models import NamaSatker, Pegawai, Penghargaan, Satker
from lakin.tukar.muat.baca import Catatan, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat

AWAL_NAMA_LAMA = date(2010, 1, 1)
"""A former name has no printed first day: any day before the years that Lakin holds."""


def muat_satker(p: Pemuat) -> None:
    """Load the satkers and the names that they have had."""
    berkas = baca_yaml(p.folder, "organisasi.yaml")
    berkas.abaikan("catatan")
    for di in berkas.butir("satker"):
        _satker(p, di)
    berkas.habis()


def satker(di: Catatan, kunci: str = "satker") -> Satker:
    """Return the satker that a file names by its code or singkatan."""
    nama = di.teks(kunci)
    ada = Satker.objects.filter(kode=nama).first() or Satker.objects.filter(singkatan=nama).first()
    return ada or di.galat(kunci, f"satker {nama} tidak ada dalam organisasi.yaml.")


def _satker(p: Pemuat, di: Catatan) -> None:
    kode = di.teks("kode", wajib=False) or None
    singkatan = di.teks("singkatan")
    alamat = f"umum/satker/{kode or singkatan}"
    sumber = di.teks("sumber")
    unit = p.fakta(
        di,
        Satker,
        alamat,
        {"singkatan": singkatan},
        kode=kode,
        jenis=di.teks("jenis"),
        induk=satker(di, "induk") if di.teks("induk", wajib=False) else None,
        kota=di.teks("kota", wajib=False),
        alamat=di.teks("alamat", wajib=False),
        sumber=sumber,
    )
    mulai = di.tanggal("berlaku_sejak", wajib=True)
    p.fakta(
        di,
        NamaSatker,
        f"{alamat}/nama/{mulai}",
        {"satker": unit, "berlaku_sejak": mulai},
        nama=di.teks("nama"),
        singkatan=singkatan,
        dasar_hukum=di.teks("dasar_hukum", wajib=False),
    )
    for dulu in di.butir("nama_dulu", wajib=False):
        _nama_dulu(p, unit, alamat, dulu, mulai)
    # What the report says of duties and posts is narrative; the head signs as the PK names him.
    di.abaikan("catatan", "kepala", "struktur", "tugas", "fungsi", "perspektif")
    di.habis()


def _nama_dulu(p: Pemuat, unit: Satker, alamat: str, di: Catatan, mulai_kini: date | None) -> None:
    sampai = di.tanggal("berlaku_sampai", wajib=True)
    if mulai_kini is None or sampai is None or sampai + timedelta(days=1) != mulai_kini:
        di.galat("berlaku_sampai", "harus sehari sebelum nama berikutnya berlaku.")
    p.fakta(
        di,
        NamaSatker,
        f"{alamat}/nama/{AWAL_NAMA_LAMA}",
        {"satker": unit, "berlaku_sejak": AWAL_NAMA_LAMA},
        nama=di.teks("nama"),
        singkatan=di.teks("singkatan"),
    )
    di.abaikan("sumber")
    di.habis()


def muat_pegawai(p: Pemuat) -> None:
    """Load the number of staff by education and by function."""
    di = baca_yaml(p.folder, "sdm.yaml")
    unit, tahun, sumber = satker(di), di.bulat("tahun"), di.teks("sumber")
    for jenis, kunci in (("pendidikan", "pendidikan"), ("fungsi", "jabatan")):
        for urut, baris in enumerate(di.butir(kunci), 1):
            nama = baris.teks("nama")
            p.fakta(
                baris,
                Pegawai,
                f"{unit.kunci}/{tahun}/pegawai/{jenis}/{baris.teks('kode')}",
                {"satker": unit, "tahun": tahun, "jenis": jenis, "kelompok": nama},
                isi=baris.nilai("jumlah"),
                urut=urut,
                sumber=sumber,
            )
            baris.abaikan("catatan")
            baris.habis()
    di.abaikan("jumlah", "per_tanggal", "catatan")
    di.habis()


def muat_penghargaan(p: Pemuat, unit: Satker) -> None:
    """Load the awards of the year."""
    berkas = baca_yaml(p.folder, "penghargaan.yaml")
    for urut, di in enumerate(berkas.butir("penghargaan"), 1):
        tahun = di.bulat("tahun")
        p.fakta(
            di,
            Penghargaan,
            f"{unit.kunci}/{tahun}/penghargaan/{urut}",
            {"satker": unit, "tahun": tahun, "nama": di.teks("nama")},
            pemberi=di.teks("pemberi"),
            tingkat=di.teks("tingkat", wajib=False),
            tanggal=di.tanggal("tanggal"),
            sumber=di.teks("sumber"),
        )
        di.abaikan("catatan")
        di.habis()
    # The flag and the audit's counts stand elsewhere: renstra.yaml and the raw rows of SK4.1.
    berkas.abaikan("prioritas_nasional", "audit")
    berkas.habis()
