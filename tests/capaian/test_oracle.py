"""Ten thousand random years against an oracle in exact fractions that shares no code with the engine."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest

from lakin.angka import Tiada
from lakin.capaian import fakta as f
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.mesin import hitung
from tests.capaian.buatan import D, indikator, setahun

BANYAK = 10_000
KELOMPOK = 10
Pecahan = Fraction | None


def bulat(x: Fraction, desimal: int) -> Fraction:
    """Half up, away from zero."""
    skala = 10**desimal
    besar = Fraction(floor(abs(x) * skala + Fraction(1, 2)), skala)
    return -besar if x < 0 else besar


def rata(semua: list[Pecahan], desimal: int = 2) -> Pecahan:
    ada = [x for x in semua if x is not None]
    return bulat(sum(ada, Fraction(0)) / len(ada), desimal) if ada else None


def capaian(i: f.FIndikator, r: Pecahan, t: Pecahan, atas: Pecahan, batas: Decimal | None, terbalik: bool) -> Pecahan:
    nilai = _capaian(i, r, t, atas, terbalik)
    if nilai is None:
        return None
    nilai = bulat(nilai, 2)
    return nilai if batas is None else min(nilai, Fraction(batas))


def _capaian(i: f.FIndikator, r: Pecahan, t: Pecahan, atas: Pecahan, terbalik: bool) -> Pecahan:
    if r is None or t is None:
        return None
    if i.klasifikasi is f.Klasifikasi.MAKSIMASI:
        return r / t * 100 if t else None
    if i.klasifikasi is f.Klasifikasi.MINIMASI:
        if terbalik:
            return t / r * 100 if t and r else None
        return (2 * t - r) / t * 100 if t else None
    a, b = t, t if atas is None else atas
    if a <= r <= b:
        return Fraction(100)
    tepi = a if r < a else b
    if not tepi:
        return None
    return (r if r < a else 2 * b - r) / tepi * 100


def pecahan(x: Any) -> Pecahan:
    return Fraction(x) if isinstance(x, Decimal) else None


def nilai_acak(acak: random.Random, tiada: float = 0.2) -> Any:
    if acak.random() < tiada:
        return acak.choice((Tiada.NA, Tiada.KOSONG, D(0)))
    return D(acak.randint(-3000, 30000)).scaleb(-acak.randint(0, 4))


@dataclass
class Kasus:
    fakta: f.Fakta
    indikator: dict[str, f.FIndikator]


def kasus_acak(acak: random.Random) -> Kasus:
    semua = []
    for n in range(1, acak.randint(2, 4)):
        semua.append(
            indikator(
                f"SK{acak.randint(1, 2)}.{n}",
                tujuan=f"T{acak.randint(1, 2)}",
                klasifikasi=acak.choice(list(f.Klasifikasi)),
                cara_renstra=acak.choice(list(f.CaraRenstra)),
                desimal=acak.randint(0, 3),
                iku=acak.random() < 0.5,
                target=nilai_acak(acak),
                target_atas=D(acak.randint(0, 5000)) if acak.random() < 0.3 else Tiada.NA,
                minimasi_terbalik=acak.choice((None, True, False)),
                triwulan=(f.FTriwulan(4, nilai=nilai_acak(acak)),),
                target_renstra=tuple((t, nilai_acak(acak)) for t in (2021, 2022, 2023, 2024)),
                tahun_lain=tuple(f.FTahunLain(t, Tiada.NA, nilai_acak(acak)) for t in (2021, 2022)),
            )
        )
    daun = [f"A.{n}" for n in range(acak.randint(1, 4))]
    simpul = (f.FSimpul("A", "", "kro", "A", "A"), *(f.FSimpul(k, "A", "komponen", k, k) for k in daun))
    setelan = f.Setelan(
        batas_capaian=D(120) if acak.random() < 0.2 else None,
        rumus_tujuan=acak.choice(list(f.RumusTujuan)),
        minimasi_terbalik=acak.random() < 0.5,
    )
    fakta = setahun(
        *semua,
        simpul=simpul,
        pagu=tuple(f.FPagu(k, "RM", "52", D(acak.choice((0, acak.randint(1, 10**10))))) for k in daun),
        realisasi_anggaran=tuple(f.FRealisasiAnggaran(k, 0, D(acak.randint(0, 10**10))) for k in daun),
        dukungan=tuple(f.FDukungan(k, acak.choice(semua).kode) for k in daun),
        setelan=setelan,
    )
    return Kasus(fakta, {i.kode: i for i in semua})


def sama(angka: Bahan, harapan: Pecahan, apa: str) -> None:
    if harapan is None:
        assert not isinstance(angka, Angka), (apa, angka)
    else:
        assert isinstance(angka, Angka), (apa, angka, harapan)
        assert Fraction(angka.nilai) == harapan, (apa, angka, harapan)


def periksa(k: Kasus) -> None:
    fakta, s = k.fakta, k.fakta.setelan
    hasil = hitung(fakta)
    pagu, uang = {p.kode: p.nilai for p in fakta.pagu}, {r.kode: r.nilai for r in fakta.realisasi_anggaran}
    total, habis = sum(map(Fraction, pagu.values())), sum(map(Fraction, uang.values()))
    sama(hasil.anggaran.total.persen, bulat(habis / total * 100, 2) if total else None, "serapan")
    semua: dict[str, Pecahan] = {}
    realisasi: dict[str, Pecahan] = {}
    hemat: dict[str, Pecahan] = {}
    for kode, i in k.indikator.items():
        h = hasil.indikator[kode]
        terbalik = s.minimasi_terbalik if i.minimasi_terbalik is None else i.minimasi_terbalik
        mentah = pecahan(i.triwulan[0].nilai)
        r = realisasi[kode] = None if mentah is None else bulat(mentah, i.desimal)
        sama(h.realisasi, r, "realisasi")
        t = pecahan(i.target)
        semua[kode] = capaian(i, r, t, pecahan(i.target_atas), s.batas_capaian, terbalik)
        sama(h.capaian, semua[kode], "capaian")
        periksa_renstra(h.renstra, i, r, s, terbalik)
        milik = [d.kode for d in fakta.dukungan if d.indikator == kode]
        hemat[kode] = efisiensi(h.efisiensi, milik, pagu, uang, t, r)
    for kode, h_sasaran in hasil.sasaran.items():
        sama(h_sasaran.capaian, rata([c for i, c in semua.items() if k.indikator[i].sasaran == kode]), "sasaran")
    for kode, h_tujuan in hasil.tujuan.items():
        milik_t = [i for i in semua if k.indikator[i].tujuan == kode]
        if s.rumus_tujuan is f.RumusTujuan.RATA_CAPAIAN:
            sama(h_tujuan.capaian, rata([semua[i] for i in milik_t]), "tujuan")
        else:
            rr = rata([realisasi[i] for i in milik_t])
            sama(h_tujuan.capaian, None if rr is None else bulat(rr / 60 * 100, 2), "tujuan")
    sama(hasil.organisasi.capaian, rata(list(semua.values())), "organisasi")
    capai = Fraction(sum(1 for c in semua.values() if c is not None and c >= 100))
    sama(hasil.organisasi.tercapai, capai, "tercapai")
    sama(hasil.efisiensi_rata, rata(list(hemat.values())), "rata efisiensi")
    sama(hasil.efisiensi_rata_iku, rata([e for i, e in hemat.items() if k.indikator[i].iku]), "rata efisiensi IKU")


def periksa_renstra(h: Any, i: f.FIndikator, ini: Pecahan, s: f.Setelan, terbalik: bool) -> None:
    target = {t: pecahan(v) for t, v in i.target_renstra if isinstance(v, Decimal)}
    nyata: dict[int, Pecahan] = {}
    for t in i.tahun_lain:
        mentah = pecahan(t.realisasi)
        nyata[t.tahun] = None if mentah is None else bulat(mentah, i.desimal)
    nyata[2023] = ini
    t_himpun = himpun(i, [target[t] for t in sorted(target)])
    r_himpun = himpun(i, [nyata.get(t) for t in sorted(target) if t <= 2023])
    sama(h.target, t_himpun, "target Renstra")
    sama(h.realisasi, r_himpun, "realisasi Renstra")
    sama(h.capaian, capaian(i, r_himpun, t_himpun, None, s.batas_capaian, terbalik), "capaian Renstra")


def himpun(i: f.FIndikator, tahunan: list[Pecahan]) -> Pecahan:
    ada = [x for x in tahunan if x is not None]
    if not ada:
        return None
    if i.cara_renstra is f.CaraRenstra.RATA_RATA:
        return rata(list(ada), i.desimal)
    return sum(ada, Fraction(0)) if i.cara_renstra is f.CaraRenstra.JUMLAH else ada[-1]


def efisiensi(h: Any, milik: list[str], pagu: Any, uang: Any, t: Pecahan, r: Pecahan) -> Pecahan:
    if not milik or t is None or r is None or t <= 0 or r <= 0:
        sama(h.efisiensi, None, "efisiensi")
        return None
    ibt = bulat(Fraction(sum(pagu[k] for k in milik)) / t, 0)
    ibr = bulat(Fraction(sum(uang[k] for k in milik)) / r, 0)
    sama(h.ibt, ibt, "ibt")
    sama(h.ibr, ibr, "ibr")
    hasil = bulat((ibt - ibr) / ibt * 100, 2) if ibt else None
    sama(h.efisiensi, hasil, "efisiensi")
    return hasil


@pytest.mark.parametrize("kelompok", range(KELOMPOK))
def test_sepuluh_ribu_tahun_acak_sama_dengan_pecahan_eksak(kelompok: int) -> None:
    acak = random.Random(20230000 + kelompok)
    for _ in range(BANYAK // KELOMPOK):
        periksa(kasus_acak(acak))
