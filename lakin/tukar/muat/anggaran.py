"""The budget: DIPA documents, the tree, what was spent, volumes, recorded shares and scores."""

from __future__ import annotations

from collections import Counter
from typing import Any

from anggaran.models import (
    AnggaranTahun,
    Dipa,
    Keluaran,
    NilaiKinerjaAnggaran,
    Pagu,
    PaguTercatat,
    RealisasiAnggaran,
    SerapanTercatat,
    Simpul,
    TargetSerapan,
)
from anggaran.services import simpan_realisasi_anggaran
from lakin.alur.selectors import halangan_ubah
from lakin.angka import Tiada
from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_csv, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat, tempat
from lakin.tukar.muat.pengukuran import garis_pk_satu
from renstra.models import AnggaranIndikator, Dukungan, GarisIndikator


def muat_anggaran(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load KMN's DIPA documents with the tree of the last one."""
    for di in baca_csv(p.folder, "anggaran/dipa.csv", catatan=["total_pnbp"]):
        dokumen = _dipa(p, di, unit, tahun)
        if di.ya("punya_pohon"):
            simpul = _pohon(p, baca_csv(p.folder, "anggaran/simpul.csv"), dokumen)
            _pagu(p, baca_csv(p.folder, "anggaran/daun.csv"), simpul, dokumen)
            for di_k in baca_csv(p.folder, "anggaran/output.csv", catatan=["tingkat"]):
                _keluaran(p, di_k, dokumen)


def muat_uang(p: Pemuat, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load what was spent and recorded beside the tree."""
    for di in baca_csv(p.folder, "anggaran/realisasi.csv", catatan=["sumber_dana"]):
        muat_realisasi_daun(p, di, unit, tahun)
    _dukungan(p, baca_csv(p.folder, "anggaran/dukungan.csv"), unit, tahun, garis)
    _serapan(p, unit, tahun)
    _tercatat(p, unit, tahun)
    _per_indikator(p, unit, garis)
    _nka(p, unit)


def muat_anggaran_sederhana(p: Pemuat, di: Catatan, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load the budget of the synthetic second satker, which is one mapping."""
    for d in di.butir("dipa"):
        dokumen = _dipa(p, d, unit, tahun)
        d.abaikan("punya_pohon")
        d.habis()
    simpul = _pohon(p, di.butir("simpul"), dokumen)
    _pagu(p, di.butir("daun"), simpul, dokumen)
    for r in di.butir("realisasi"):
        muat_realisasi_daun(p, r, unit, tahun)
    _dukungan(p, di.butir("dukungan"), unit, tahun, garis)
    di.habis()


def _dipa(p: Pemuat, di: Catatan, unit: Satker, tahun: int) -> Dipa:
    revisi = di.bulat("revisi")
    return p.fakta(
        di,
        Dipa,
        f"{unit.kunci}/{tahun}/dipa/{revisi}",
        {"satker": unit, "tahun": tahun, "revisi": revisi},
        nomor=di.teks("nomor"),
        tanggal=di.tanggal("tanggal"),
        isi=di.nilai("total"),
        perubahan=di.teks("perubahan", wajib=False),
        sumber=di.teks("sumber", wajib=False),
    )


def _dasar(dipa: Dipa) -> str:
    return f"{dipa.satker.kunci}/{dipa.tahun}/anggaran"


def _pohon(p: Pemuat, baris: Any, dipa: Dipa) -> dict[str, Simpul]:
    simpul: dict[str, Simpul] = {}
    for urut, di in enumerate(baris, 1):
        kode, induk = di.teks("kode"), di.teks("induk", wajib=False)
        if induk and induk not in simpul:
            di.galat("induk", f"{induk} belum tercantum di atasnya.")
        if not kode.startswith(f"{induk}." if induk else "019."):
            di.galat("kode", f"{kode} bukan turunan {induk or '019'}.")
        tingkat = di.teks("tingkat")
        simpul[kode] = p.fakta(
            di,
            Simpul,
            f"{_dasar(dipa)}/{kode}",
            {"dipa": dipa, "kode": kode},
            induk=simpul.get(induk),
            tingkat=tingkat,
            uraian=di.teks("uraian"),
            kode_cetak=_kode_cetak(kode, tingkat),
            dikodekan_sendiri=di.ya("dikodekan_sendiri", wajib=False),
            urut=urut,
            sumber=di.teks("sumber", wajib=False),
        )
    return simpul


def _kode_cetak(kode: str, tingkat: str) -> str:
    """The code as documents print it: a KRO with its kegiatan, every other level alone."""
    bagian = kode.split(".")
    return ".".join(bagian[-2:]) if tingkat == "kro" else bagian[-1]


def _pagu(p: Pemuat, baris: Any, simpul: dict[str, Simpul], dipa: Dipa) -> None:
    banyak: Counter[str] = Counter()
    for di in baris:
        kode, sumber_dana = di.teks("kode"), di.teks("sumber_dana", wajib=False)
        if kode not in simpul:
            di.galat("kode", f"{kode} tidak ada pada pohon anggaran.")
        if any(lain.startswith(f"{kode}.") for lain in simpul):
            di.galat("kode", f"{kode} masih punya rincian; pagu hanya ada pada daun.")
        banyak[kode] += 1
        p.fakta(
            di,
            Pagu,
            f"{_dasar(dipa)}/{kode}/pagu" + (f"/{banyak[kode]}" if banyak[kode] > 1 else ""),
            {
                "simpul": simpul[kode],
                "sumber_dana": sumber_dana,
                "jenis_belanja": di.teks("jenis_belanja", wajib=False),
            },
            nilai=di.angka("pagu"),
            sumber=di.teks("sumber", wajib=False),
        )


def _keluaran(p: Pemuat, di: Catatan, dipa: Dipa) -> None:
    kode, realisasi = di.teks("kode"), di.nilai("realisasi_volume")
    p.fakta(
        di,
        Keluaran,
        f"{_dasar(dipa)}/{kode}/keluaran",
        {"dipa": dipa, "kode": kode},
        satuan=di.teks("satuan"),
        isi=di.nilai("target_volume"),
        realisasi=None if isinstance(realisasi, Tiada) else realisasi,
        sumber=di.teks("sumber"),
    )


def muat_realisasi_daun(p: Pemuat, di: Catatan, unit: Satker, tahun: int) -> None:
    """Load the money spent at one leaf through the service that a planner's entry uses."""
    kode, nilai = di.teks("kode"), di.angka("nilai")
    triwulan = 0 if di.teks("granularitas") == "tahun" else di.bulat("triwulan")
    di.abaikan("triwulan", "sumber_dana")
    ada = RealisasiAnggaran.objects.filter(
        satker=unit, tahun=tahun, kode=kode, triwulan=triwulan, sumber_dana=""
    ).first()
    if ada and ada.isi == nilai:
        p.hitungan["tetap"] += 1
    elif _milik_orang(p, unit, tahun, kode) or halangan_ubah(unit, tahun, triwulan or 4):
        p.hitungan["dijaga"] += 1
    else:
        with tempat(di):
            simpan_realisasi_anggaran(
                satker=unit,
                tahun=tahun,
                kode=kode,
                triwulan=triwulan,
                nilai=nilai,
                versi=ada.versi if ada else 0,
                oleh=p.oleh,
                sumber=di.teks("sumber", wajib=False),
            )
        p.hitungan["diubah" if ada else "baru"] += 1
    di.abaikan("sumber")


def _milik_orang(p: Pemuat, unit: Satker, tahun: int, kode: str) -> bool:
    """A leaf that a person has entered, by the year or by triwulan, is that person's."""
    dasar = f"{unit.kunci}/{tahun}/anggaran/{kode}/realisasi"
    return any(p.milik_orang(f"{dasar}/{x}") for x in ("tahun", "tw1", "tw2", "tw3", "tw4"))


def _dukungan(p: Pemuat, baris: Any, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    for di in baris:
        kode, indikator = di.teks("kode_daun"), di.teks("indikator")
        p.fakta(
            di,
            Dukungan,
            f"{unit.kunci}/{tahun}/anggaran/{kode}/dukungan/{indikator}",
            {"satker": unit, "tahun": tahun, "kode": kode, "garis_indikator": garis_pk_satu(di, garis, indikator)},
            bagian=di.angka("bagian"),
            sumber=di.teks("sumber", wajib=False),
        )


def _serapan(p: Pemuat, unit: Satker, tahun: int) -> None:
    for di in baca_csv(p.folder, "anggaran/serapan_kro.csv"):
        kode, triwulan = di.teks("kode"), di.bulat("triwulan")
        for ukuran in ("rencana", "realisasi"):
            p.fakta(
                di,
                SerapanTercatat,
                f"{unit.kunci}/{tahun}/anggaran/{kode}/serapan/tw{triwulan}/{ukuran}",
                {"satker": unit, "tahun": tahun, "kode": kode, "triwulan": triwulan, "ukuran": ukuran},
                isi=di.nilai(ukuran),
                sumber=di.teks("sumber"),
            )


def _tercatat(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Amounts that are known for the satker only: past years, kinds of expenditure, the target of absorption."""
    for di in baca_csv(p.folder, "anggaran/per_tahun.csv"):
        lalu = di.bulat("tahun")
        for ukuran in ("pagu", "realisasi"):
            p.fakta(
                di,
                AnggaranTahun,
                f"{unit.kunci}/{lalu}/anggaran/total/{ukuran}",
                {"satker": unit, "tahun": lalu, "ukuran": ukuran},
                isi=di.nilai(ukuran),
                sumber=di.teks("sumber"),
            )
    for di in baca_csv(p.folder, "anggaran/catatan_satker.csv", catatan=["uraian", "persen_realisasi"]):
        jenis = di.teks("jenis_belanja")
        p.fakta(
            di,
            PaguTercatat,
            f"{unit.kunci}/{tahun}/anggaran/jenis/{jenis}/pagu",
            {"satker": unit, "tahun": tahun, "jenis_belanja": jenis},
            isi=di.nilai("pagu"),
            sumber=di.teks("sumber"),
        )
    di = baca_yaml(p.folder, "anggaran/target_serapan.yaml")
    di.abaikan("satker", "satuan")
    p.fakta(
        di,
        TargetSerapan,
        f"{unit.kunci}/{tahun}/anggaran/target_serapan",
        {"satker": unit, "tahun": di.bulat("tahun")},
        isi=di.nilai("target"),
        sumber=di.teks("sumber"),
    )
    di.habis()


def _per_indikator(p: Pemuat, unit: Satker, garis: dict[str, GarisIndikator]) -> None:
    """Renstra funding, past PK budgets and past realisasi of each indicator."""
    kolom = (("renstra", "pagu_renstra"), ("pagu", "pagu_pk"), ("realisasi", "realisasi"))
    for di in baca_csv(p.folder, "anggaran/lalu_indikator.csv"):
        kode, lalu, sumber = di.teks("indikator"), di.bulat("tahun"), di.teks("sumber")
        for ukuran, nama in kolom:
            nilai = di.nilai(nama)
            if nilai is Tiada.KOSONG:
                continue
            p.fakta(
                di,
                AnggaranIndikator,
                f"{unit.kunci}/{lalu}/{kode}/anggaran/{ukuran}",
                {"garis_indikator": garis_pk_satu(di, garis, kode), "tahun": lalu, "ukuran": ukuran},
                isi=nilai,
                sumber=sumber,
            )


def _nka(p: Pemuat, unit: Satker) -> None:
    di = baca_yaml(p.folder, "nka.yaml")
    tahun, sumber = di.bulat("tahun"), di.teks("sumber")
    ukuran = {"nilai": "nilai", "penyerapan": "penyerapan", "konsistensi": "konsistensi", "capaian_ro": "cro"}
    for nama, kunci in {**ukuran, "efisiensi": "efisiensi"}.items():
        p.fakta(
            di,
            NilaiKinerjaAnggaran,
            f"{unit.kunci}/{tahun}/nka/{nama}",
            {"satker": unit, "tahun": tahun, "ukuran": nama},
            isi=di.nilai(kunci),
            sumber=sumber,
        )
    di.abaikan("satker", "aplikasi", "catatan")
    di.habis()
