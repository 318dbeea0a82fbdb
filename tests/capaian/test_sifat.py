"""Properties that hold for any facts."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from lakin.angka import Nilai, Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.fakta import FDukungan, FPagu, FRealisasiAnggaran, FSimpul, Klasifikasi, Setelan
from lakin.capaian.fakta_json import dari_json, ke_json
from lakin.capaian.mesin import hitung
from lakin.capaian.ringkas import ringkas
from tests.capaian.buatan import D, bernilai, setahun, tahun_acak

desimal = st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False, allow_infinity=False)
nilai: st.SearchStrategy[Nilai] = st.one_of(desimal, st.sampled_from([Tiada.NA, Tiada.KOSONG]))
rupiah = st.integers(min_value=0, max_value=10**13).map(Decimal)


@st.composite
def pohon_acak(draw):
    """A tree in which any node may hang below any earlier one, amounts at the leaves, in any order."""
    induk = draw(st.lists(st.integers(min_value=0, max_value=50), min_size=1, max_size=25))
    kode: list[str] = []
    simpul = []
    for n, pilih in enumerate(induk):
        atas = kode[pilih % len(kode)] if kode and pilih % (len(kode) + 1) else ""
        kode.append(f"{atas}.{n}".lstrip("."))
        simpul.append(FSimpul(kode[-1], atas, "x", f"Pos {n}", kode[-1]))
    daun = sorted(set(kode) - {s.induk for s in simpul})
    triwulan = draw(st.booleans())
    pagu = [FPagu(k, s, "", draw(rupiah)) for k in daun for s in draw(st.sampled_from([("RM",), ("RM", "PNBP")]))]
    uang = [FRealisasiAnggaran(k, tw, draw(rupiah)) for k in daun for tw in ((1, 2, 3, 4) if triwulan else (0,))]
    acak = random.Random(draw(st.integers(0, 999)))
    for deret in (simpul, pagu, uang):
        acak.shuffle(deret)
    return tuple(simpul), tuple(pagu), tuple(uang), triwulan


@given(pohon_acak())
def test_jumlah_sama_dengan_bagiannya_di_setiap_tingkat(pohon) -> None:
    simpul, pagu, uang, triwulan = pohon
    h = hitung(setahun(bernilai(D(1)), simpul=simpul, pagu=pagu, realisasi_anggaran=uang)).anggaran
    for s in h.simpul.values():
        if s.anak:
            anak = [h.simpul[k] for k in s.anak]
            assert s.pagu.nilai == sum(a.pagu.nilai for a in anak)
            assert s.realisasi.nilai == sum(a.realisasi.nilai for a in anak)
        if triwulan:
            assert s.realisasi.nilai == sum(t.nilai for t in s.triwulan)
    assert h.total.pagu.nilai == sum(p.nilai for p in pagu) == sum(a.nilai for a in h.sumber_dana.values())
    assert h.total.realisasi.nilai == sum(u.nilai for u in uang)


@given(pohon_acak(), st.data())
def test_dukungan_habis_terbagi_di_antara_indikator(pohon, data) -> None:
    simpul, pagu, uang, _ = pohon
    dukungan = []
    for kode in sorted({p.kode for p in pagu}):
        batas = sorted(data.draw(st.lists(st.integers(0, 100), min_size=2, max_size=2)))
        bagian = (batas[0], batas[1] - batas[0], 100 - batas[1])
        dukungan += [FDukungan(kode, f"SK1.{n}", D(b)) for n, b in enumerate(bagian, 1)]
    indikator = [bernilai(D(1), kode=f"SK1.{n}") for n in (1, 2, 3)]
    h = hitung(setahun(*indikator, simpul=simpul, pagu=pagu, realisasi_anggaran=uang, dukungan=tuple(dukungan)))
    for apa, utuh in (("pagu", h.anggaran.total.pagu), ("realisasi", h.anggaran.total.realisasi)):
        bagian_ = [getattr(i.anggaran, apa) for i in h.indikator.values()]
        assert sum(b.nilai for b in bagian_ if isinstance(b, Angka)) == utuh.nilai
        assert getattr(h.sasaran["SK1"].anggaran, apa).nilai == utuh.nilai


@given(st.lists(st.tuples(nilai, nilai), min_size=1, max_size=8))
def test_na_dan_kosong_tidak_pernah_dihitung_nol(pasang) -> None:
    """Leaving the indicators without capaian out changes no mean."""
    semua = [bernilai(r, target=t, kode=f"SK1.{n}") for n, (r, t) in enumerate(pasang, 1)]
    h = hitung(setahun(*semua))
    ada = [i for i in semua if isinstance(h.indikator[i.kode].capaian, Angka)]
    if not ada:
        assert isinstance(h.organisasi.capaian, TanpaNilai)
        return
    saja = hitung(setahun(*ada))
    assert saja.organisasi.capaian.nilai == h.organisasi.capaian.nilai
    assert saja.sasaran["SK1"].capaian.nilai == h.sasaran["SK1"].capaian.nilai
    assert saja.tujuan["T1"].capaian.nilai == h.tujuan["T1"].capaian.nilai


@given(st.lists(st.tuples(desimal, desimal), min_size=1, max_size=8), st.sampled_from(list(Klasifikasi)))
def test_rata_rata_tercetak_dapat_dihitung_ulang_dari_bagian_tercetak(pasang, klasifikasi) -> None:
    semua = [bernilai(r, target=t, klasifikasi=klasifikasi, kode=f"SK1.{n}") for n, (r, t) in enumerate(pasang, 1)]
    h = hitung(setahun(*semua))
    bagian = [Fraction(i.capaian.nilai) for i in h.indikator.values() if isinstance(i.capaian, Angka)]
    if not bagian:
        assert isinstance(h.organisasi.capaian, TanpaNilai)
        return
    rata = sum(bagian) / len(bagian)
    assert abs(Fraction(h.organisasi.capaian.nilai) - rata) <= Fraction(1, 200)
    assert h.organisasi.capaian.nilai.as_tuple().exponent == -2


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_urutan_baris_tidak_berpengaruh(benih: int, kocok: int) -> None:
    fakta = tahun_acak(benih)
    acak = random.Random(kocok)

    def acakkan(deret):
        return tuple(acak.sample(deret, len(deret)))

    lain = replace(
        fakta,
        indikator=tuple(
            replace(
                i,
                baris=acakkan(i.baris),
                triwulan=acakkan(i.triwulan),
                tahun_lain=acakkan(i.tahun_lain),
                target_renstra=acakkan(i.target_renstra),
            )
            for i in fakta.indikator
        ),
        pagu=acakkan(fakta.pagu),
        realisasi_anggaran=acakkan(fakta.realisasi_anggaran),
        pnbp=acakkan(fakta.pnbp),
    )
    assert ringkas(hitung(lain)) == ringkas(hitung(fakta))


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_hitungan_tidak_mengubah_faktanya_dan_selalu_sama(benih: int) -> None:
    fakta = tahun_acak(benih)
    teks = ke_json(fakta)
    pertama = hitung(fakta)
    assert ke_json(fakta) == teks
    kedua = hitung(dari_json(teks))
    assert pertama.alamat == kedua.alamat


@given(desimal, desimal, st.sampled_from(list(Klasifikasi)), st.integers(100, 200).map(Decimal))
def test_batas_tidak_pernah_terlampaui(realisasi, target, klasifikasi, batas) -> None:
    i = bernilai(realisasi, target=target, klasifikasi=klasifikasi)
    dibatasi = hitung(setahun(i, setelan=Setelan(batas_capaian=batas))).indikator["SK1.1"]
    bebas = hitung(setahun(i)).indikator["SK1.1"]
    if isinstance(bebas.capaian, TanpaNilai):
        assert isinstance(dibatasi.capaian, TanpaNilai)
    else:
        assert dibatasi.capaian.nilai == min(bebas.capaian.nilai, batas)
        assert dibatasi.capaian_penuh.nilai == bebas.capaian.nilai
