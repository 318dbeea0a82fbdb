"""The Renstra of all units in the database: loaded beside KMN's, never over what is in force, shown as JSON."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lakin.angka import Tiada
from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.organisasi.models import Satker
from lakin.tukar.muat.renstra_baca import baca_unit
from renstra.models import (
    AktivitasArah,
    EjaanKatalog,
    Indikator,
    Katalog,
    KegiatanRenstra,
    PendanaanKegiatan,
    RevisiRenstra,
    TargetIndikator,
)
from renstra.selectors_katalog import Saring, cari_katalog, pemakai
from renstra.selectors_pendanaan import pendanaan_unit

ASLI = settings.FIXTURES_DIR / "bskji_2021"


def muat(folder: Path = ASLI) -> str:
    keluar = StringIO()
    call_command("load_renstra", folder=folder, stdout=keluar)
    return keluar.getvalue()


def renstra(**pilihan: Any) -> list[dict[str, Any]]:
    keluar = StringIO()
    call_command("show_renstra", json=True, stdout=keluar, **pilihan)
    return list(json.loads(keluar.getvalue()))


def test_semua_satker_dimuat_dan_ditampilkan_seperti_tercetak(kmn: Satker, tmp_path: Path) -> None:
    asli = Indikator.objects.count()
    laporan = muat()
    assert "Renstra: 29 satker, 208 sasaran, 335 indikator, 1340 target, 1593 kegiatan." in laporan
    # KMN's own revision is the document's already: only its activities are new.
    assert Indikator.objects.count() == asli + 335 - 13 + 17
    assert KegiatanRenstra.objects.count() == 1593
    assert not Indikator.objects.filter(katalog=None).exists()
    assert Katalog.objects.filter(kode_bskji="T4/SP9/a").count() == 3
    assert EjaanKatalog.objects.count() == 63
    assert (len(pemakai(Katalog.objects.get(kunci="p3dn-persentase"))), cari_katalog(Saring()).count()) == (28, 41)
    assert [k for rantai in Rantai.objects.all() for k in kerusakan(rantai)] == []

    ada = {u["kode"]: u for u in renstra()}
    assert Counter(u["jenis"] for u in ada.values()) == {"Pusat": 4, "Sekretariat": 1, "BBSPJI": 11, "BSPJI": 13}
    for u in baca_unit(ASLI):
        indikator = {i["kode"]: i for s in ada[u.kunci]["sasaran"] for i in s["indikator"]}
        assert [s["kode"] for s in ada[u.kunci]["sasaran"]] == [s.kode for s in u.sasaran]
        for i in u.indikator:
            satu = indikator.pop(i.kode)
            assert satu["target"] == {str(t): _teks(x) for t, x in i.target.items()}, (u.kunci, i.kode)
            assert [k["nama"] for k in satu["kegiatan"]] == [k.nama.rstrip("*").strip() for k in i.kegiatan]
            assert [k["pendanaan"] for k in satu["kegiatan"]] == [
                {str(t): _teks(x) for t, x in k.pendanaan.items()} for k in i.kegiatan
            ]
        assert not indikator
    bskji = next(u for u in renstra(dengan_bskji=True) if u["jenis"] == "Eselon I")
    assert (len(bskji["sasaran"]), sum(len(s["indikator"]) for s in bskji["sasaran"])) == (9, 17)

    _dokumen_bskji()
    _tidak_dua_kali(tmp_path)


def _dokumen_bskji() -> None:
    """The rest of the document, and the sums of all units beside those that it prints."""
    revisi = RevisiRenstra.objects.get(renstra__satker__jenis="Eselon I")
    banyak = (revisi.uraian, revisi.arah_kebijakan, revisi.kerangka_regulasi, revisi.nomenklatur, revisi.pagu_unit)
    assert [x.count() for x in banyak] == [4, 6, 8, 7, 4 * (29 + 7 + 1)]
    assert AktivitasArah.objects.count() == 73
    p = pendanaan_unit(Satker.objects.all())
    beda = {(b.nama, s.tahun): s.beda / 1_000_000 for b in p.tabel for s in b.sel if s.nyata}
    upt = [Decimal(x) for x in ("-37730.04", "-6449.67", "-43770.356")]
    assert [beda["Unit Pelaksana Teknis", t] for t in (2021, 2023, 2024)] == upt
    assert len(beda) == 7
    assert sum(s.nyata for b in p.unit for s in b.sel) == 9
    assert all(s.sebab and s.sebab != "Belum dijelaskan" for _, _, s in p.selisih)
    assert pendanaan_unit(Satker.objects.filter(kode="247157")).tabel == []
    keluar = StringIO()
    call_command("show_renstra", selisih=True, stdout=keluar)
    baris = keluar.getvalue().splitlines()
    assert baris[0] == "Termuat: 29 satker, 208 sasaran, 335 indikator, 1340 target, 1593 kegiatan"
    assert baris[-1] == "144 pasangan: 84 sama, 44 berbeda karena pembulatan, 16 berbeda lebih dari itu."
    keramik = [x for x in baris if "Keramik" in x and "  2022  " in x]
    assert "tercetak    21.466,70  kegiatan    21.610,53" in keramik[0]
    assert "selisih 143,83: Tercetak dengan koma desimal" in keramik[0]
    upt = [x for x in baris if x.startswith("  2021") and "Unit Pelaksana Teknis" in x]
    assert "selisih -37.730,04: Baris BSKJI" in upt[0]


def _teks(nilai: Any) -> str | None:
    if isinstance(nilai, Decimal):
        return f"{nilai.normalize():f}"
    return "N/A" if nilai is Tiada.NA else None


def _tidak_dua_kali(tmp_path: Path) -> None:
    """The same files again change nothing; other targets for a revision in force are refused."""
    sebelum = Jejak.objects.count(), TargetIndikator.objects.count(), PendanaanKegiatan.objects.count()
    assert muat().strip() == "Renstra satker sudah termuat."
    salinan = Path(shutil.copytree(ASLI, tmp_path / "bskji_2021"))
    berkas = salinan / "indikator.csv"
    asli = berkas.read_text(encoding="utf-8")
    berkas.write_text(asli.replace('Persen,sni-diterapkan,"5,5"', 'Persen,sni-diterapkan,"5,4"'), encoding="utf-8")
    with pytest.raises(CommandError, match="sudah termuat dengan isi lain"):
        muat(salinan)
    berkas.write_text(asli + "\n", encoding="utf-8")
    (salinan / "selisih.csv").write_text((ASLI / "selisih.csv").read_text(encoding="utf-8") + "x,2021,x\n")
    berkas.write_text(asli, encoding="utf-8")
    assert "Renstra satker: 335 tetap" in muat(salinan)
    sesudah = Jejak.objects.count(), TargetIndikator.objects.count(), PendanaanKegiatan.objects.count()
    assert sesudah == (sebelum[0] + 1, *sebelum[1:])


def test_yang_berlaku_pada_suatu_hari(kmn: Satker) -> None:
    assert [u["kode"] for u in renstra(pada=None)] == ["247157"]
    assert renstra(pada=RevisiRenstra.objects.earliest("berlaku_sejak").berlaku_sejak) == []
