"""A short race over HTTP on PostgreSQL: nothing that was acknowledged is lost, and the checker can tell."""

from __future__ import annotations

import pytest

from tests.benchmarks.race import adu

BENIH = 7


def test_tidak_ada_isian_yang_hilang_atau_ganda_saat_banyak_orang_menulis_sel_yang_sama() -> None:
    hasil = adu(8, 80, BENIH)
    assert hasil["acknowledged"] > 25, hasil
    assert {k: hasil[k] for k in ("lost", "doubled", "after_close", "broken_chain", "errors_500")} == {
        "lost": 0, "doubled": 0, "after_close": 0, "broken_chain": 0, "errors_500": 0,
    }  # fmt: skip


@pytest.mark.lama
def test_tanpa_uji_versi_pemeriksa_menemukan_isian_yang_hilang() -> None:
    assert adu(8, 40, BENIH, dengan_versi=False)["lost"] > 0
