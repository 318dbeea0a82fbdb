"""PNBP of a year: receipts against target, use against its ceiling, services where the year is not recorded."""

from __future__ import annotations

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import TanpaNilai
from lakin.capaian.fakta import FPnbp, FPnbpLayanan
from lakin.capaian.mesin import hitung
from tests.capaian.buatan import D, bernilai, setahun
from tests.capaian.kmn import fakta_kmn

KOSONG = Tiada.KOSONG


def test_penerimaan_kmn_2023() -> None:
    p = hitung(fakta_kmn()).pnbp[2023]
    assert (p.target.nilai, p.penerimaan.nilai) == (D(7200000000), D(8739521210))
    assert p.persen.nilai == D("121.38")
    assert sum(penerimaan.nilai for _, _, penerimaan in p.layanan.values()) == p.penerimaan.nilai


def test_tahun_yang_tidak_dicatat_dijumlah_dari_layanan() -> None:
    layanan = tuple(FPnbpLayanan(k, k, 2023, D(10), D(n)) for k, n in (("uji", 7), ("latih", 8)))
    fakta = setahun(bernilai(D(1)), pnbp=(FPnbp(2023, KOSONG, KOSONG, KOSONG, KOSONG, KOSONG),), pnbp_layanan=layanan)
    p = hitung(fakta).pnbp[2023]
    assert (p.target.nilai, p.penerimaan.nilai, p.persen.nilai) == (20, 15, 75)
    assert isinstance(p.persen_penggunaan, TanpaNilai)
