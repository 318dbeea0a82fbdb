"""The cascade: the tree, and each kind of cut."""

from __future__ import annotations

from lakin.capaian.angka_jelas import TanpaNilai
from lakin.capaian.keterkaitan import BarisKaskade, IndikatorSatker, JenisCelah, SasaranAtas, celah, pohon

SASARAN = (
    SasaranAtas("SP1", "Satu", (("SS1", "Atas satu"),)),
    SasaranAtas("SP2", "Dua"),
    SasaranAtas("SP9", "Sembilan", (("SS12", "Dua belas"), ("SS13", "Tiga belas"))),
)
BARIS = (
    BarisKaskade("a-bskji", "A", "T1/SP1/a", "SP1", "a", ("BSPJI", "PIH")),
    BarisKaskade("b", "B", "T1/SP2/a", "SP2", "b"),
    BarisKaskade("c", "C", "T4/SP9/a", "SP9", "c", ("BSPJI",)),
)


def milik(satker: str, katalog: str, jenis: str = "BSPJI") -> IndikatorSatker:
    return IndikatorSatker(satker, satker, jenis, f"SK.{katalog}", katalog.upper(), katalog, TanpaNilai("-"), ())


MILIK = (milik("x", "a"), milik("y", "a"), milik("PIH", "a-bskji", "Pusat"), milik("x", "c"), milik("y", "lepas"),
         milik("P2SI", "c", "Pusat"))  # fmt: skip
SATKER = (("x", "BSPJI"), ("y", "BSPJI"), ("PIH", "Pusat"), ("P2SI", "Pusat"))


def test_pohon_memuat_sasaran_di_bawah_setiap_atasannya() -> None:
    atas = pohon(SASARAN, BARIS, MILIK)
    assert [(a.kode, [s.sasaran.kode for s in a.sasaran]) for a in atas] == [
        ("SS1", ["SP1"]), ("SS12", ["SP9"]), ("SS13", ["SP9"]), ("", ["SP2"]),
    ]  # fmt: skip
    assert [i.satker for i in atas[0].sasaran[0].cabang[0].milik] == ["x", "y", "PIH"]
    assert not atas[-1].sasaran[0].cabang[0].milik


def test_celah_setiap_jenis() -> None:
    ada = {(c.jenis, c.kode): c.satker for c in celah(SASARAN, BARIS, MILIK, SATKER)}
    assert ada == {
        (JenisCelah.SASARAN_TANPA_ATAS, "SP2"): (),
        (JenisCelah.SASARAN_TANPA_PELAKU, "SP2"): (),
        (JenisCelah.INDIKATOR_TANPA_PELAKU, "T1/SP2/a"): (),
        (JenisCelah.PELAKU_TANPA_INDIKATOR, "T4/SP9/a"): ("y",),
        (JenisCelah.DI_LUAR_MATRIKS, "T4/SP9/a"): ("P2SI",),
        (JenisCelah.INDIKATOR_TANPA_ATAS, "lepas"): ("y SK.lepas",),
    }
    lengkap = (SASARAN[0],), BARIS[:1], MILIK[:3], SATKER[:3]
    assert celah(*lengkap) == ()
