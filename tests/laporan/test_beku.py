"""What an approval freezes: every input of a report, as JSON and back without a difference."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lakin.angka import Tiada
from lakin.capaian.banding import FPembanding, Pembanding
from lakin.laporan.beku import BekuSalah, beku, cair, sidik, sidik_bagian
from lakin.laporan.beku import _sandi as sandi
from lakin.laporan.kerangka import Kerangka
from lakin.laporan.konteks import Konteks, KoreksiLaporan, Teks, UbahanKoreksi
from lakin.laporan.pernyataan_reviu import PernyataanReviu
from lakin.laporan.susun import susun

pytestmark = pytest.mark.django_db

LAIN: dict[str, Any] = {
    "hasil": lambda k: replace(k.hasil, fakta=replace(k.fakta, tahun=k.tahun + 1)),
    "narasi": lambda k: replace(k.narasi, bagian={**k.narasi.bagian, "lain": {"type": "doc", "content": []}}),
    "pembanding": lambda k: Pembanding((FPembanding("1", "Balai", "x", 2023, "nilai", Tiada.KOSONG),)),
    "kerangka": lambda k: replace(k.kerangka, judul="LKj"),
    "koreksi": lambda k: (
        KoreksiLaporan(4, "Salah ketik", date(2024, 1, 9), (UbahanKoreksi("a", "b", Tiada.NA, Decimal("3.50")),)),
    ),
    "reviu": lambda k: PernyataanReviu("A", "Inspektur", "Jakarta", date(2024, 2, 20)),
}
"""Another value for each input; one that is added later gets another value by its type."""


def lain(k: Konteks, nama: str) -> Any:
    kini = getattr(k, nama)
    if nama in LAIN:
        return LAIN[nama](k)
    if isinstance(kini, int):
        return kini + 1
    assert isinstance(kini, str), f"tulis nilai lain untuk {nama} di LAIN"
    return f"{kini}x"


def test_bolak_balik_tanpa_beda_dan_setiap_masukan_ikut_sidik(konteks_kmn: Konteks) -> None:
    teks = json.dumps(beku(konteks_kmn))
    kembali = cair(json.loads(teks))
    assert json.dumps(beku(kembali)) == teks
    for f in fields(Konteks):
        if f.name == "hasil":
            assert kembali.fakta == konteks_kmn.fakta
            assert kembali.hasil.alamat.keys() == konteks_kmn.hasil.alamat.keys()
        else:
            assert getattr(kembali, f.name) == getattr(konteks_kmn, f.name), f.name
    assert susun(kembali) == susun(konteks_kmn)
    assert sidik(kembali) == sidik(konteks_kmn)
    assert set(sidik_bagian(beku(konteks_kmn))) == {f.name for f in fields(Konteks)}
    for f in fields(Konteks):
        ubah = replace(konteks_kmn, **{f.name: lain(konteks_kmn, f.name)})
        assert sidik(ubah) != sidik(konteks_kmn), f"{f.name} tidak ikut sidik"
        assert beku(cair(json.loads(json.dumps(beku(ubah))))) == beku(ubah), f.name


def test_setiap_bagian_naskah_ikut_beku(konteks_kmn: Konteks) -> None:
    isi = beku(konteks_kmn)["isi"]["narasi"]
    assert set(isi) == {f.name for f in fields(Teks)}
    assert konteks_kmn.narasi.uraian
    assert len(isi["uraian"]) == len(konteks_kmn.narasi.uraian)


def test_tiada_dan_desimal_tetap_sama(konteks_kmn: Konteks) -> None:
    nilai = (Tiada.NA, Tiada.KOSONG, Decimal("0"), Decimal("0.00"), Decimal("3.610"))
    semua = tuple(FPembanding("1", "B", "k", 2023, str(n), v) for n, v in enumerate(nilai))
    kembali = cair(json.loads(json.dumps(beku(replace(konteks_kmn, pembanding=Pembanding(semua))))))
    assert [(type(n.nilai), str(n.nilai)) for n in kembali.pembanding.nilai] == [(type(n), str(n)) for n in nilai]


def test_rekaman_dalam_pemetaan_dikenal_dan_jenis_asing_ditolak() -> None:
    @dataclass(frozen=True)
    class Foto:
        sidik: str
        lebar: int = 0

    tulis, baca = sandi(Mapping[str, Foto])
    asli = {"b": Foto("x", 3), "a": Foto("y")}
    assert baca(json.loads(json.dumps(tulis(asli)))) == asli
    assert [k for k, _ in tulis(asli)] == ["a", "b"]
    with pytest.raises(TypeError):
        sandi(float)


def test_bentuk_yang_tidak_dikenal_ditolak(konteks_kmn: Konteks) -> None:
    isi = beku(konteks_kmn)
    with pytest.raises(BekuSalah):
        cair({**isi, "versi": 99})
    with pytest.raises(BekuSalah):
        cair({**isi, "isi": {**isi["isi"], "asing": 1}})
    with pytest.raises(BekuSalah):
        cair({**isi, "isi": {k: v for k, v in isi["isi"].items() if k != "hasil"}})
    assert isinstance(cair(isi).kerangka, Kerangka)
