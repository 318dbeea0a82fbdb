"""Load the Renstra of BSKJI and of all its units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from lakin.jejak.models import Jejak
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.tukar.muat import organisasi
from lakin.tukar.muat.baca import Catatan, GalatBerkas, baca_csv, baca_yaml
from lakin.tukar.muat.kaskade import muat_aturan_gulung, muat_kaskade
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.pk_bskji import muat_pk_bskji
from lakin.tukar.muat.renstra import muat_katalog
from lakin.tukar.muat.renstra_baca import SATUAN, TAHUN, Butir, SasaranUnit, Unit, baca_unit, tahunan
from lakin.tukar.muat.renstra_dokumen import muat_dokumen
from lakin.tukar.muat.renstra_isi import Isi, Sifat, tulis_isi
from lakin.tukar.muat.semua import sidik_folder
from renstra.enums import JenisPernyataan, TingkatAtas
from renstra.models import EjaanKatalog, Katalog, Renstra, RevisiRenstra, Tujuan

Atas = dict[str, list[tuple[str, str, str, str]]]
SUMBER = "Renstra BSKJI 2021-2024 Lampiran II"


def termuat_renstra(folder: Path) -> bool:
    """Tell whether these very files have been loaded."""
    jejak = Jejak.objects.filter(alamat=_alamat(folder)).order_by("-urut").first()
    return jejak is not None and jejak.sesudah == {"sidik": sidik_folder(folder)}


def muat_renstra_bskji(folder: Path, dasar: Path, *, lapor: Callable[[str], None]) -> None:
    """Load everything or nothing; ``dasar`` is the folder with the satkers and the balai's catalogue."""
    try:
        with transaction.atomic():
            _muat(Pemuat(folder, lapor=lapor), Pemuat(dasar, lapor=lapor))
    except FileNotFoundError as galat:
        raise GalatBerkas(f"Berkas {galat.filename} tidak ada.") from galat


def _muat(p: Pemuat, dasar: Pemuat) -> None:
    organisasi.muat_satker(dasar)
    muat_katalog(dasar)
    with p.kelompok("Katalog BSKJI"):
        muat_katalog(p)
        _ejaan(p)
    with p.kelompok("Kaskade dan aturan gulung"):
        muat_kaskade(p)
        muat_aturan_gulung(p)
    sifat = _sifat(p, dasar)
    bskji = baca_yaml(p.folder, "bskji.yaml")
    unit = baca_unit(p.folder)
    with p.kelompok("Renstra BSKJI"):
        isi = _isi_bskji(p, bskji, sifat)
        revisi = _revisi(p, bskji, organisasi.satker(bskji))
        tulis_isi(p, revisi, isi)
    with p.kelompok("PK BSKJI menurut Renstra"):
        muat_pk_bskji(p, revisi)
    tujuan = {t.kode: t for t in revisi.tujuan.all()}
    with p.kelompok("Renstra satker"):
        atas = _atas(p, isi)
        for u in unit:
            tulis_isi(p, _revisi(p, bskji, _satker(u)), _isi_unit(u, sifat, tujuan, isi.perspektif, atas))
    with p.kelompok("Dokumen BSKJI"):
        muat_dokumen(p, revisi, [(u, _satker(u)) for u in unit])
    catat(
        oleh=p.oleh, tindakan="muat", alamat=_alamat(p.folder), sebelum=None, sesudah={"sidik": sidik_folder(p.folder)}
    )
    p.lapor(_ringkasan(unit))


def _alamat(folder: Path) -> str:
    return f"umum/muatan/{folder.name}"


def _ringkasan(unit: list[Unit]) -> str:
    butir = [i for u in unit for i in u.indikator]
    kegiatan = [k for i in butir for k in i.kegiatan]
    return (
        f"Renstra: {len(unit)} satker, {sum(len(u.sasaran) for u in unit)} sasaran, {len(butir)} indikator, "
        f"{sum(len(i.target) for i in butir)} target, {len(kegiatan)} kegiatan. "
        "Yang tidak cocok dengan jumlah tercetak: fixtures/SELISIH_RENSTRA.md."
    )


def _ejaan(p: Pemuat) -> None:
    """How the document spells each entry, and where."""
    entri = {k.kunci: k for k in Katalog.objects.all()}
    for di in baca_csv(p.folder, "ejaan.csv"):
        kunci, ejaan, tempat = di.teks("katalog"), di.teks("ejaan"), di.teks("tempat")
        milik = entri.get(kunci) or di.galat("katalog", f"{kunci} tidak ada dalam katalog.yaml.")
        p.fakta(
            di,
            EjaanKatalog,
            f"umum/katalog/{kunci}/ejaan",
            {"katalog": milik, "ejaan": ejaan, "tempat": tempat},
        )


def _satker(unit: Unit) -> Satker:
    ada = Satker.objects.filter(kode=unit.kunci).first() or Satker.objects.filter(singkatan=unit.kunci).first()
    if ada is None or ada.jenis != unit.jenis:
        raise GalatBerkas(f"satker.csv: {unit.kunci} tidak ada dalam organisasi.yaml sebagai {unit.jenis}.")
    return ada


def _sifat(p: Pemuat, dasar: Pemuat) -> dict[str, Sifat]:
    """What each catalogue entry lends to an indicator; the balai's formulas are those of the first report."""
    entri = {k.kunci: k for k in Katalog.objects.all()}
    gulung: dict[str, Katalog] = {}
    milik: dict[str, tuple[int, str, str, bool]] = {}
    for di in baca_yaml(p.folder, "katalog.yaml").butir("katalog"):
        kunci = di.teks("kunci")
        milik[kunci] = (di.bulat("desimal"), di.teks("cara_renstra"), "", False)
        if bawah := di.teks("menggulung", wajib=False):
            gulung[bawah] = entri[kunci]
    for di in baca_yaml(dasar.folder, "renstra.yaml").butir("indikator"):
        bukti = di.anak("pedoman", wajib=False).ya("wajib_bukti", wajib=False)
        milik[di.teks("katalog")] = (di.bulat("desimal"), di.teks("cara_renstra"), di.teks("rumus"), bukti)
    return {
        kunci: Sifat(k, k.kode_bskji.split("/")[0], *milik[kunci], mendukung=(gulung.get(kunci, k),))
        for kunci, k in entri.items()
        if kunci in milik
    }


def _revisi(p: Pemuat, di: Catatan, unit: Satker) -> RevisiRenstra:
    """Return the revision that the document is, made after those that are there."""
    periode, sejak = di.anak("periode"), di.tanggal("berlaku_sejak", wajib=True)
    awal, akhir = periode.bulat("awal"), periode.bulat("akhir")
    renstra = Renstra.objects.filter(satker=unit, awal=awal).first() or p.fakta(
        di,
        Renstra,
        f"{unit.kunci}/renstra/{awal}",
        {"satker": unit, "awal": awal},
        akhir=akhir,
        nama=f"Rencana Strategis {unit.singkatan} {awal}-{akhir}",
        sumber=SUMBER,
    )
    ada = renstra.revisi.filter(berlaku_sejak=sejak).first()
    nomor = ada.nomor if ada else 1 + max((r.nomor for r in renstra.revisi.all()), default=0)
    return ada or p.fakta(
        di,
        RevisiRenstra,
        f"{unit.kunci}/renstra/{awal}/revisi/{nomor}",
        {"renstra": renstra, "nomor": nomor},
        berlaku_sejak=sejak,
        dokumen=di.teks("dokumen"),
        catatan=di.teks("catatan_berlaku"),
    )


def _isi_bskji(p: Pemuat, di: Catatan, sifat: dict[str, Sifat]) -> Isi:
    sasaran = [SasaranUnit(s.teks("kode"), s.teks("nama"), s.teks("kode")) for s in di.butir("sasaran")]
    target = {t.teks("kode"): t.anak("target") for t in di.butir("tujuan")}
    misi = [(JenisPernyataan.MISI.value, m.teks("isi")) for m in di.butir("misi")]
    return Isi(
        sumber="Renstra BSKJI 2021-2024 Tabel 2 dan Lampiran II",
        tujuan={
            t.teks("kode"): (t.teks("nama"), None, {th: target[t.teks("kode")].nilai(str(th)) for th in TAHUN})
            for t in di.butir("tujuan")
        },
        sasaran=sasaran,
        butir=[_butir_program(b) for b in baca_csv(p.folder, "bskji_indikator.csv", catatan=_CATATAN_PROGRAM)],
        # BSKJI's indicators are the ones that others support: they support none.
        sifat={kunci: replace(s, mendukung=()) for kunci, s in sifat.items()},
        perspektif={s.teks("kode"): s.teks("perspektif") for s in di.butir("sasaran")},
        atas=_kementerian(p),
        pernyataan=[(JenisPernyataan.VISI.value, di.teks("visi")), *misi],
        sumber_pernyataan=di.teks("sumber_misi"),
    )


_CATATAN_PROGRAM = ("tujuan", "unit_terkait", "tabel_2", "alasan")


def _butir_program(di: Catatan) -> Butir:
    sasaran, satuan = di.teks("sasaran"), di.teks("satuan")
    kode = f"{sasaran}.{di.teks('huruf')}"
    return Butir(kode, di.teks("nama"), SATUAN.get(satuan, satuan), di.teks("katalog"), sasaran, tahunan(di))


def _kementerian(p: Pemuat) -> Atas:
    """The ministry's sasaran above each of BSKJI's, as far as a document prints them."""
    atas: Atas = {}
    for di in baca_csv(p.folder, "kaskade_kemenperin.csv", catatan=["sumber"]):
        baris = (TingkatAtas.KEMENTERIAN.value, di.teks("ss"), di.teks("nama"), "")
        atas.setdefault(di.teks("sp"), []).append(baris)
    return atas


def _atas(p: Pemuat, isi: Isi) -> Atas:
    """What stands above a unit's sasaran: BSKJI's with its indicators, and the ministry's."""
    milik = {s.kode: "\n".join(b.nama for b in isi.butir if b.sasaran == s.kode) for s in isi.sasaran}
    kementerian = _kementerian(p)
    return {
        s.kode: [*kementerian.get(s.kode, []), (TingkatAtas.ESELON_I.value, s.kode, s.nama, milik[s.kode])]
        for s in isi.sasaran
    }


def _isi_unit(
    unit: Unit, sifat: dict[str, Sifat], tujuan: dict[str, Tujuan], perspektif: dict[str, str], atas: Atas
) -> Isi:
    """A unit's content; it files its indicators under BSKJI's tujuan, whose yearly targets are BSKJI's alone."""
    banyak = Counter(sifat[b.katalog].tujuan for b in unit.indikator)
    return Isi(
        sumber=SUMBER,
        tujuan={kode: (t.nama, t, {}) for kode, t in sorted(tujuan.items()) if banyak[kode]},
        sasaran=unit.sasaran,
        butir=unit.indikator,
        sifat=sifat,
        perspektif=perspektif,
        atas=atas,
    )
