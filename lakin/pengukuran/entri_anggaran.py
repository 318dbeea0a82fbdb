"""What the entry page of the budget shows: the tree with its sums, leaves with their fields."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from anggaran.models import RealisasiAnggaran
from lakin.angka import Tiada, tulis_persen
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import Hasil, HasilSimpul
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri import SelIsian, teks_bahan, teks_isi
from lakin.web.galat import GalatDomain

AKHIR = 4
SETAHUN = 0
"""The 'triwulan' of an amount that is known for the year only."""


@dataclass(frozen=True, slots=True)
class SimpulEntri:
    """One node of the tree on the page; a leaf has a field."""

    kode: str
    kode_cetak: str
    uraian: str
    tingkat: str
    dalam: int
    pagu: str
    realisasi: str
    persen: str
    triwulan: tuple[str, ...]
    isian: SelIsian | None
    setahun: SelIsian | None


def pohon_entri(
    satker: Satker, tahun: int, triwulan: int, hasil: Hasil, tertutup: Collection[int] = ()
) -> tuple[SimpulEntri, ...]:
    """Return the tree in its order; leaves carry the field of the triwulan, or of the year where that is known.

    Amounts of the triwulan in ``tertutup`` stay blank; one of the year is seen with the fourth.
    """
    ada = {
        (r.kode, r.triwulan): r for r in RealisasiAnggaran.objects.filter(satker=satker, tahun=tahun, sumber_dana="")
    }
    ada = {(kode, tw): r for (kode, tw), r in ada.items() if (tw or AKHIR) not in tertutup}
    per_tahun = {
        r.kode for r in RealisasiAnggaran.objects.filter(satker=satker, tahun=tahun, triwulan=SETAHUN, keadaan="ada")
    }
    return tuple(_simpul(satker, tahun, triwulan, s, ada, per_tahun) for s in hasil.anggaran.simpul.values())


def _simpul(
    satker: Satker,
    tahun: int,
    triwulan: int,
    s: HasilSimpul,
    ada: dict[tuple[str, int], RealisasiAnggaran],
    per_tahun: set[str],
) -> SimpulEntri:
    f = s.fakta
    setahun = s.daun and f.kode in per_tahun
    return SimpulEntri(
        kode=f.kode,
        kode_cetak=f.kode_cetak,
        uraian=f.uraian,
        tingkat=f.tingkat,
        dalam=f.kode.count(".") - 2,
        triwulan=tuple(teks_bahan(b) for b in s.triwulan),
        isian=_isian(satker, tahun, f.kode, triwulan, ada) if s.daun and not setahun else None,
        setahun=_isian(satker, tahun, f.kode, SETAHUN, ada) if setahun else None,
        **jumlah(s),
    )


def jumlah(s: HasilSimpul) -> dict[str, str]:
    """Return the sums of a node as the page shows them; sent again after each save."""
    return {
        "pagu": teks_bahan(s.pagu),
        "realisasi": teks_bahan(s.realisasi),
        "persen": tulis_persen(s.persen.nilai) if isinstance(s.persen, Angka) else "",
    }


def jumlah_leluhur(hasil: Hasil, kode: set[str]) -> dict[str, dict[str, str]]:
    """Return the sums of the given leaves, of everything above them, and of the whole."""
    kena: set[str] = set()
    for k in kode:
        while k and k not in kena:
            kena.add(k)
            s = hasil.anggaran.simpul.get(k)
            k = s.fakta.induk if s else ""
    sums = {k: jumlah(hasil.anggaran.simpul[k]) for k in kena if k in hasil.anggaran.simpul}
    total = hasil.anggaran.total
    return {
        **sums,
        "total": {
            "pagu": teks_bahan(total.pagu),
            "realisasi": teks_bahan(total.realisasi),
            "persen": tulis_persen(total.persen.nilai) if isinstance(total.persen, Angka) else "",
        },
    }


def _isian(
    satker: Satker, tahun: int, kode: str, triwulan: int, ada: dict[tuple[str, int], RealisasiAnggaran]
) -> SelIsian:
    r = ada.get((kode, triwulan))
    periode = f"tw{triwulan}" if triwulan else "tahun"
    return SelIsian(
        id=f"uang-{kode}-{triwulan}",
        teks=teks_isi(r.isi if r else Tiada.KOSONG, 0),
        versi=r.versi if r else 0,
        alamat=f"{satker.kunci}/{tahun}/anggaran/{kode}/realisasi/{periode}",
    )


def tempat_uang(id_sel: str, triwulan: int) -> tuple[str, int]:
    """Return the leaf and period that a field's id names: 'uang-<kode>-<triwulan>'; 0 is the whole year."""
    kode, _, tw = id_sel.removeprefix("uang-").rpartition("-")
    if tw not in {str(SETAHUN), str(triwulan)}:
        raise GalatDomain("Isian ini bukan milik triwulan ini. Muat ulang halaman.")
    return kode, int(tw)
