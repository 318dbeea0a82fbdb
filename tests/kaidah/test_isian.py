"""Checks of entries on the sample: what each finds when one value is entered otherwise, and what it leaves alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lakin.angka import Nilai, Tiada
from lakin.capaian.fakta import Fakta
from lakin.capaian.mesin import hitung
from lakin.kaidah.isian.deklarasi import Jenis, Konteks, Temuan
from lakin.kaidah.isian.katalog import KAIDAH, periksa
from lakin.kaidah.isian.nilai import menyimpang
from lakin.organisasi.models import Satker
from lakin.pengukuran.ajuan import tanda_lunak
from lakin.pengukuran.jembatan import fakta
from tests.benchmarks.galat_semai.sel import semua_sel, ubah
from tests.benchmarks.galat_semai.ukur import ukur
from tests.benchmarks.seed_errors import temuan

KRO = "anggaran/019.07.EC.6077.AEC"
DAUN = "anggaran/019.07.WA.6042.EBA.958.051/realisasi"
CONTOH: tuple[tuple[str, Nilai, str, str], ...] = (
    ("SK5.1/fisik/tw2/realisasi", Decimal(500), "fisik-batas", ""),
    ("SK5.1/fisik/tw3/realisasi", Decimal(45), "fisik-turun", ""),
    ("SK5.1/fisik/tw3/realisasi", Decimal(50), "fisik-sama", ""),
    ("SK3.4/fisik/tw2/realisasi", Decimal(54), "fisik-jauh-rencana", ""),
    ("SK3.1/fisik/tw2/realisasi", Decimal(50), "fisik-baris-tetangga", ""),
    ("SK5.1/fisik/tw2/realisasi", Tiada.NA, "fisik-na", ""),
    ("SK5.1/fisik/tw4/realisasi", Decimal(10), "fisik-serapan", ""),
    ("SK5.1/realisasi", Decimal(361), "nilai-skala", ""),
    ("SK5.1/realisasi", Decimal("3.5"), "tidak-mencapai", "SK5.1/capaian"),
    ("SK3.3/baris/2/ini", Decimal(16840), "capaian-lebar", "SK3.3/capaian"),
    ("SK8.2/baris/2/nilai", Decimal(16), "jauh-dari-riwayat", "SK8.2/realisasi"),
    ("SK1.1/realisasi", Decimal("9.09"), "ganti-jauh", ""),
    ("SK5.1/realisasi", Decimal(76), "target-tetangga", ""),
    ("SK8.1/baris/1/nilai", Decimal(243), "baris-batas", ""),
    ("SK3.3/baris/1/ini", Tiada.NA, "baris-na", ""),
    ("SK3.1/baris/1/sesudah", Decimal(270), "sebelum-sesudah", "SK3.1/baris/1"),
    ("SK3.3/baris/1/ini", Decimal(99), "ini-sama-lalu", "SK3.3/baris/1"),
    ("SK3.3/baris/2/ini", Decimal(16840), "lalu-ini", "SK3.3/baris/2"),
    ("SK3.2/baris/1/ini", Decimal(3190101250), "pnbp-tercatat", ""),
    ("SK3.3/baris/5/ini", Decimal(1), "hasil-tercatat", ""),
    ("SK3.4/baris/1/pdn", Decimal(48214538920), "belanja-akun", "SK3.4/baris/1"),
    ("SK8.1/baris/1/nilai", Decimal("2.43"), "unsur-bersaudara", ""),
    ("SK5.1/baris/2/indeks", Decimal("3.33"), "baris-kembar", "SK5.1/baris/3/indeks"),
    ("SK8.2/baris/3/nilai", Decimal("0.3"), "pecahan-sendiri", ""),
    ("SK5.1/baris/1/indeks", Decimal("2.82"), "indeks-layanan", ""),
    (DAUN, Decimal(-1), "realisasi-negatif", ""),
    (DAUN, Decimal(1767153990), "lewat-pagu", ""),
    (DAUN, Decimal(176715), "serapan-rendah", ""),
    (f"{KRO}.004.051/realisasi", Decimal(43900400), "serapan-tercatat", f"{KRO}/persen"),
    (DAUN, Decimal(63920000), "realisasi-kembar", "anggaran/019.07.WA.6042.EBA.958.052/realisasi"),
)
"""(cell, what is entered, the check that finds it, the address that it names where that is not the cell's)."""
TANPA_CONTOH = {"jauh-dari-serupa", "nilai-turun", "diklaim-dua-kali"}
"""They need more than one cell; the last is what the seeder's twelfth kind makes."""


@pytest.fixture
def contoh(kmn: Satker) -> Fakta:
    """The facts of the sample."""
    return fakta(kmn, 2023)


def _temuan(f: Fakta, triwulan: int = 4) -> tuple[Temuan, ...]:
    return periksa(Konteks(hitung(f), triwulan))


def test_setiap_kaidah_menemukan_contohnya_dan_data_asli_hampir_bersih(contoh: Fakta) -> None:
    sel = {s.alamat: s for s in semua_sel(contoh)}
    akar = f"{contoh.satker.kode}/{contoh.tahun}"
    asli = {(t.kaidah, t.alamat) for t in _temuan(contoh) if t.jenis is not Jenis.CATATAN}
    assert asli == {("capaian-lebar", f"{akar}/SK1.1/capaian"), ("capaian-lebar", f"{akar}/SK2.2/capaian")}
    for alamat, nilai, kaidah, disebut in CONTOH:
        baru = {(t.kaidah, t.alamat): t for t in _temuan(ubah(contoh, sel[f"{akar}/{alamat}"], nilai))}
        t = baru.get((kaidah, f"{akar}/{disebut or alamat}"))
        assert t is not None, (alamat, nilai, kaidah, sorted(baru))
        assert t.pesan.endswith(".")
        assert (t.kaidah, t.alamat) not in asli
        assert len(t.sidik) <= 64
    assert {k.kode for k in KAIDAH} == {c[2] for c in CONTOH} | TANPA_CONTOH
    assert len({k.kode for k in KAIDAH}) == len(KAIDAH)


def test_triwulan_awal_tidak_menyalahkan_yang_setahun(contoh: Fakta) -> None:
    assert {t.kaidah for t in _temuan(contoh, 1) if t.jenis is not Jenis.CATATAN} <= {"capaian-lebar"}
    sel = {s.alamat: s for s in semua_sel(contoh)}
    ubahan = ubah(contoh, sel[f"{contoh.satker.kode}/2023/SK5.1/fisik/tw3/realisasi"], Decimal(5))
    assert "fisik-turun" not in {t.kaidah for t in _temuan(ubahan, 2)}
    assert "fisik-turun" in {t.kaidah for t in _temuan(ubahan, 3)}
    tanda = tanda_lunak(hitung(ubahan), 3, {"SK5.1"})
    assert {(t["id"], t["jenis"]) for t in tanda} >= {("sel-SK5.1-fisik", "tidak mungkin")}
    assert tanda_lunak(hitung(ubahan), 3, {"SK6.1"}) == []


def test_penyimpangan_diukur_dengan_median_dan_lantai() -> None:
    assert not menyimpang(Decimal(9), [Decimal(1), Decimal(1)])
    seri = [Decimal(x) for x in ("3.52", "3.57", "3.62", "3.73")]
    assert not menyimpang(Decimal("3.76"), seri)
    assert menyimpang(Decimal("36.1"), seri)
    assert not menyimpang(Decimal(103), [Decimal(100)] * 8)
    assert menyimpang(Decimal(130), [Decimal(100)] * 8)


def test_penyemai_menghitung_dan_kaidah_menemukan(contoh: Fakta) -> None:
    hasil = ukur(contoh, temuan, 30, 7)
    assert {"seeded", "moving", "flagged_moving", "clean_cells", "flagged_clean", "per_kind"} <= hasil.keys()
    assert hasil["seeded"] == 30
    assert hasil["flagged_moving"] > 0
    assert len(hasil["per_kind"]) == 12
    assert hasil["per_kind"]["dua_kali"]["flagged"] > 0
    assert hasil["flagged_clean"] <= hasil["clean_cells"] * 2 // 100
