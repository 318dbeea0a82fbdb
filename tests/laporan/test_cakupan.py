"""At least 95% of the printed cells of each of the document's 94 tables are compared, texts as well as figures."""

from __future__ import annotations

from collections import Counter

import pytest
from django.conf import settings

from lakin.dokumen.nomor import Bernomor
from tests.kmn_2023.tabel import SEMUA
from tests.kmn_2023.tercetak import banyak, cakupan, ejaan, hitung, polos, sel_tercetak, tulisan_tabel

pytestmark = pytest.mark.django_db

TERKECIL = 95


def test_banyak_sel_setiap_tabel_tercatat_dengan_kisinya() -> None:
    assert list(cakupan()) == list(SEMUA)
    for nomor, c in cakupan().items():
        assert hitung(c["hitungan"]) == int(c["sel_tercetak"]), nomor
        assert c["catatan"], nomor
        assert ("kalimat" in c["catatan"]) == (int(c["sel_prosa"]) > 0), nomor


@pytest.mark.parametrize("nomor", SEMUA)
def test_sel_tercetak_dibandingkan_hampir_seluruhnya(nomor: str) -> None:
    milik = sel_tercetak()[nomor]
    beda = {(s["baris"], s["kolom"], s["nilai"]) for s in milik}
    assert len(beda) == len(milik), "sel yang sama tercatat dua kali"
    tercetak = int(cakupan()[nomor]["sel_tercetak"])
    assert TERKECIL * tercetak <= 100 * len(milik) <= 100 * tercetak


@pytest.mark.parametrize("nomor", SEMUA)
def test_sel_tulisan_dokumen_ada_dalam_tabelnya(naskah_kmn: Bernomor, nomor: str) -> None:
    """Our table says it as often as the document prints it; what it does not say stands with a reason."""
    ada = tulisan_tabel(naskah_kmn, SEMUA[nomor])
    tulisan = [s for s in sel_tercetak()[nomor] if not s["alamat"]]
    assert all(polos(s["nilai"]) for s in tulisan)
    laporan = {s["nilai"]: _dalam_laporan(s["nilai"], ada) for s in tulisan}
    tercetak, beralasan = (
        Counter(polos(laporan[s["nilai"]]) for s in tulisan if bool(s["alasan"]) is a) for a in (False, True)
    )
    for teks in sorted(set(laporan.values())):
        n, kunci = banyak(teks, ada), polos(teks)
        assert tercetak[kunci] <= n, f"{teks}: tercetak {tercetak[kunci]}, di laporan {n}"
        assert not beralasan[kunci] or n < tercetak[kunci] + beralasan[kunci], f"{teks}: alasan tidak perlu"


def _dalam_laporan(teks: str, ada: list[str]) -> str:
    """As it is printed, or else as the report writes it."""
    return ejaan()[teks]["laporan"] if teks in ejaan() and not banyak(teks, ada) else teks


def test_setiap_ejaan_beralasan_terpakai_dan_tertulis_di_selisih() -> None:
    semua = {s["nilai"] for milik in sel_tercetak().values() for s in milik if not s["alamat"]}
    selisih = (settings.FIXTURES_DIR / "SELISIH.md").read_text(encoding="utf-8")
    for tercetak, e in ejaan().items():
        assert tercetak in semua, "tidak tercetak di tabel mana pun"
        assert tercetak.casefold() != e["laporan"].casefold(), "sama"
        assert e["alasan"]
        assert f"| {tercetak} | {e['laporan']} | {e['alasan']} |" in selisih
    for milik in sel_tercetak().values():
        for s in milik:
            assert not s["alasan"] or f"{s['nilai'] or 'kosong'} |" in selisih
