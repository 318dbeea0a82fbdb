"""Absorption of the budget: total, cuts by source and kind, years, and each triwulan against the plan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lakin.angka import Nilai, ada
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, banyak_desimal, dicatat
from lakin.capaian.hasil import HasilAnggaran, HasilSerapan, HasilSerapanTriwulan
from lakin.capaian.himpun import persen
from lakin.capaian.pohon import (
    JUMLAH_ANAK,
    PAGU_NOL,
    RP,
    SERAPAN,
    TANPA_PAGU,
    TANPA_REALISASI,
    Pohon,
    jumlah_rupiah,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lakin.capaian.fakta import Fakta

JUMLAH_POTONGAN = Cara("jumlah_potongan", "jumlah(x)", (("x", "Pagu pos"),), berulang=True)
JUMLAH_SAMPAI = Cara("jumlah_sampai", "jumlah(x)", (("x", "Triwulan sampai dengan ini"),), berulang=True)
TERHADAP_RENCANA = Cara(
    "terhadap_rencana",
    "R / P × 100",
    (("R", "Realisasi sampai dengan triwulan ini"), ("P", "Rencana penarikan sampai dengan triwulan ini")),
)
BELUM_RENCANA = "Rencana penarikan dana triwulan ini belum diisi."
BELUM_REALISASI = "Realisasi anggaran sampai dengan triwulan ini belum diisi."


def serapan(awalan: str, label: str, pagu: Bahan, realisasi: Bahan) -> HasilSerapan:
    """Pagu and realisasi with their percentage."""
    p = persen(f"{awalan}/persen", realisasi, pagu, label=label, cara=SERAPAN, nol=PAGU_NOL)
    return HasilSerapan(pagu, realisasi, p)


def tercatat(awalan: str, label: str, pagu: Nilai, realisasi: Nilai, sumber: str) -> HasilSerapan:
    """Recorded pagu and realisasi of another year."""
    return serapan(
        awalan,
        label,
        dicatat(f"{awalan}/pagu", pagu, 0, RP, label, sumber, TANPA_PAGU),
        dicatat(f"{awalan}/realisasi", realisasi, 0, RP, label, sumber, TANPA_REALISASI),
    )


def anggaran(fakta: Fakta, awalan: str) -> HasilAnggaran:
    """The satker's budget of the year."""
    pohon = Pohon(fakta, awalan)
    dasar, nama = f"{awalan}anggaran", fakta.satker.nama
    akar = [pohon.simpul[k] for k in pohon.akar]
    total = serapan(
        f"{dasar}/total",
        nama,
        jumlah_rupiah(f"{dasar}/total/pagu", (h.pagu for h in akar), nama, JUMLAH_ANAK, TANPA_PAGU),
        jumlah_rupiah(f"{dasar}/total/realisasi", (h.realisasi for h in akar), nama, JUMLAH_ANAK, TANPA_REALISASI),
    )
    jenis = _potong(f"{dasar}/jenis", [(p.jenis_belanja, a) for p, a in pohon.bagian_pagu if p.jenis_belanja])
    for c in fakta.pagu_tercatat:
        if c.jenis_belanja not in jenis:
            alamat = f"{dasar}/jenis/{c.jenis_belanja}/pagu"
            jenis[c.jenis_belanja] = dicatat(alamat, c.nilai, 0, RP, f"Belanja {c.jenis_belanja}", c.sumber, TANPA_PAGU)
    tahun = {
        t.tahun: tercatat(f"{fakta.satker.kode}/{t.tahun}/anggaran/total", nama, t.pagu, t.realisasi, t.sumber)
        for t in fakta.anggaran_tahun
        if t.tahun != fakta.tahun
    }
    if pohon.simpul:
        tahun[fakta.tahun] = total
    else:
        for t in fakta.anggaran_tahun:
            if t.tahun == fakta.tahun:
                total = tahun[t.tahun] = tercatat(f"{dasar}/total", nama, t.pagu, t.realisasi, t.sumber)
    target = fakta.setelan.target_serapan
    return HasilAnggaran(
        total,
        pohon.simpul,
        tuple(pohon.akar),
        _potong(f"{dasar}/sumber", [(p.sumber_dana, a) for p, a in pohon.bagian_pagu if p.sumber_dana]),
        jenis,
        dict(sorted(tahun.items())),
        _serapan_tercatat(fakta, dasar),
        dicatat(f"{dasar}/target_serapan", target, 2, "%", "Target serapan", belum="Target serapan belum diisi."),
    )


def _potong(awalan: str, bagian: Iterable[tuple[str, Angka]]) -> dict[str, Bahan]:
    """Sums by source or kind; rows that do not say theirs are in none."""
    kelompok: dict[str, list[Angka]] = defaultdict(list)
    for kunci, a in bagian:
        kelompok[kunci].append(a)
    return {
        kunci: jumlah_rupiah(f"{awalan}/{kunci}/pagu", kelompok[kunci], kunci, JUMLAH_POTONGAN, TANPA_PAGU)
        for kunci in sorted(kelompok)
    }


def _serapan_tercatat(fakta: Fakta, dasar: str) -> dict[tuple[str, int], tuple[Bahan, Bahan]]:
    """Recorded shares of the pagu per triwulan, plan and realisasi."""
    return {
        (t.kode, t.triwulan): (
            _bagian(f"{dasar}/{t.kode}/tercatat/tw{t.triwulan}/rencana", t.rencana, t.kode, t.sumber),
            _bagian(f"{dasar}/{t.kode}/tercatat/tw{t.triwulan}/realisasi", t.realisasi, t.kode, t.sumber),
        )
        for t in fakta.serapan_tercatat
    }


def _bagian(alamat: str, nilai: Nilai, label: str, sumber: str) -> Bahan:
    desimal = max(2, banyak_desimal(nilai)) if ada(nilai) else 2
    return dicatat(alamat, nilai, desimal, "%", label, sumber)


def per_triwulan(hasil: HasilAnggaran, fakta: Fakta, kode: str) -> tuple[HasilSerapanTriwulan, ...]:
    """Absorption of one node at the end of each triwulan, against its pagu and against the withdrawal plan.

    Made on demand: a page shows a few nodes, never all of them.
    """
    simpul = hasil.simpul[kode]
    dasar = f"{fakta.satker.kode}/{fakta.tahun}/anggaran/{kode}"
    label = simpul.fakta.uraian
    bawah = _daun(hasil, kode)
    rencana: list[Bahan] = []
    jawab = []
    for tw in (1, 2, 3, 4):
        milik = [
            dicatat(f"{dasar}/rencana/tw{tw}/{r.kode}", r.nilai, 0, RP, hasil.simpul[r.kode].fakta.uraian)
            for r in fakta.rencana_penarikan
            if r.triwulan == tw and r.kode in bawah
        ]
        rencana.append(jumlah_rupiah(f"{dasar}/rencana/tw{tw}", milik, label, JUMLAH_ANAK, BELUM_RENCANA))
        sampai = f"{dasar}/sampai/tw{tw}"
        r = jumlah_rupiah(f"{sampai}/rencana", rencana, label, JUMLAH_SAMPAI, BELUM_RENCANA)
        uang = jumlah_rupiah(f"{sampai}/realisasi", simpul.triwulan[:tw], label, JUMLAH_SAMPAI, BELUM_REALISASI)
        jawab.append(
            HasilSerapanTriwulan(
                tw,
                rencana[-1],
                simpul.triwulan[tw - 1],
                r,
                uang,
                persen(f"{sampai}/persen_rencana", r, simpul.pagu, label=label, cara=SERAPAN, nol=PAGU_NOL),
                persen(f"{sampai}/persen", uang, simpul.pagu, label=label, cara=SERAPAN, nol=PAGU_NOL),
                persen(f"{sampai}/terhadap_rencana", uang, r, label=label, cara=TERHADAP_RENCANA),
            )
        )
    return tuple(jawab)


def _daun(hasil: HasilAnggaran, kode: str) -> set[str]:
    """The codes below a node, itself included."""
    ditemukan, tumpukan = {kode}, [kode]
    while tumpukan:
        anak = hasil.simpul[tumpukan.pop()].anak
        ditemukan.update(anak)
        tumpukan.extend(anak)
    return ditemukan
