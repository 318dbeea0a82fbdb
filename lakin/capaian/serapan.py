"""Absorption of the budget: total, cuts by source and kind, years, and each triwulan against the plan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lakin.angka import Nilai, ada
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, TanpaNilai, banyak_desimal, dicatat
from lakin.capaian.hasil import HasilAnggaran, HasilSerapan, HasilSerapanTriwulan
from lakin.capaian.himpun import jumlah, persen
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
    from collections.abc import Iterable, Sequence

    from lakin.capaian.fakta import Fakta

TRIWULAN = (1, 2, 3, 4)
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

    Where no money per triwulan is known, the recorded shares of the pagu stand for the percentages.
    Made on demand: a page shows a few nodes, never all of them.
    """
    simpul = hasil.simpul[kode]
    dasar = _dasar(fakta, kode)
    bawah = _daun(hasil, kode)
    rencana = []
    for tw in TRIWULAN:
        milik = [
            dicatat(f"{dasar}/rencana/tw{tw}/{r.kode}", r.nilai, 0, RP, hasil.simpul[r.kode].fakta.uraian)
            for r in fakta.rencana_penarikan
            if r.triwulan == tw and r.kode in bawah
        ]
        rencana.append(jumlah_rupiah(f"{dasar}/rencana/tw{tw}", milik, simpul.fakta.uraian, JUMLAH_ANAK, BELUM_RENCANA))
    tercatat = [hasil.tercatat.get((kode, tw)) for tw in TRIWULAN]
    return _per_triwulan(dasar, simpul.fakta.uraian, simpul.pagu, rencana, simpul.triwulan, tercatat)


def total_triwulan(hasil: HasilAnggaran, fakta: Fakta) -> tuple[HasilSerapanTriwulan, ...]:
    """Absorption of the whole satker at the end of each triwulan."""
    dasar, nama = _dasar(fakta, "total"), fakta.satker.nama
    akar = [per_triwulan(hasil, fakta, kode) for kode in hasil.akar]
    rencana = [
        jumlah_rupiah(f"{dasar}/rencana/tw{tw}", (a[tw - 1].rencana for a in akar), nama, JUMLAH_ANAK, BELUM_RENCANA)
        for tw in TRIWULAN
    ]
    uang = [
        jumlah_rupiah(
            f"{dasar}/realisasi/tw{tw}", (a[tw - 1].realisasi for a in akar), nama, JUMLAH_ANAK, BELUM_REALISASI
        )
        for tw in TRIWULAN
    ]
    tercatat = [hasil.tercatat.get(("total", tw)) for tw in TRIWULAN]
    return _per_triwulan(dasar, nama, hasil.total.pagu, rencana, uang, tercatat)


def _dasar(fakta: Fakta, kode: str) -> str:
    return f"{fakta.satker.kode}/{fakta.tahun}/anggaran/{kode}"


def _per_triwulan(
    dasar: str,
    label: str,
    pagu: Bahan,
    rencana: Sequence[Bahan],
    uang: Sequence[Bahan],
    tercatat: Sequence[tuple[Bahan, Bahan] | None],
) -> tuple[HasilSerapanTriwulan, ...]:
    jawab = []
    for tw in TRIWULAN:
        sampai = f"{dasar}/sampai/tw{tw}"
        p = jumlah_rupiah(f"{sampai}/rencana", rencana[:tw], label, JUMLAH_SAMPAI, BELUM_RENCANA)
        r = jumlah_rupiah(f"{sampai}/realisasi", uang[:tw], label, JUMLAH_SAMPAI, BELUM_REALISASI)
        bagian = [t for t in tercatat[:tw] if t]
        jawab.append(
            HasilSerapanTriwulan(
                tw,
                rencana[tw - 1],
                uang[tw - 1],
                p,
                r,
                _persen_sampai(f"{sampai}/persen_rencana", p, pagu, label, [t for t, _ in bagian]),
                _persen_sampai(f"{sampai}/persen", r, pagu, label, [r for _, r in bagian]),
                persen(f"{sampai}/terhadap_rencana", r, p, label=label, cara=TERHADAP_RENCANA),
            )
        )
    return tuple(jawab)


def _persen_sampai(alamat: str, uang: Bahan, pagu: Bahan, label: str, tercatat: Sequence[Bahan]) -> Bahan:
    """Money over pagu; the sum of the recorded shares where no money is known but shares are."""
    if isinstance(uang, TanpaNilai) and any(isinstance(t, Angka) for t in tercatat):
        return jumlah(alamat, tercatat, 2, satuan="%", label=label, cara=JUMLAH_SAMPAI)
    return persen(alamat, uang, pagu, label=label, cara=SERAPAN, nol=PAGU_NOL)


def _daun(hasil: HasilAnggaran, kode: str) -> set[str]:
    """The codes below a node, itself included."""
    ditemukan, tumpukan = {kode}, [kode]
    while tumpukan:
        anak = hasil.simpul[tumpukan.pop()].anak
        ditemukan.update(anak)
        tumpukan.extend(anak)
    return ditemukan
