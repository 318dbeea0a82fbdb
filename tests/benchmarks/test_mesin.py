"""The engine with explanations against a bare loop over the same Decimals, in the same run.

The ratio is printed, never asserted: run it with ``make bench`` on a quiet machine.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from time import perf_counter

import pytest

from lakin.capaian import fakta as f
from lakin.capaian.mesin import hitung

SEN = Decimal("0.01")


def fakta_besar(kali: int = 1) -> f.Fakta:
    """13 indicators with four triwulan and a Renstra, and a tree of 600 nodes (times ``kali``)."""
    simpul, pagu, realisasi, dukungan = [], [], [], []
    for program in range(2 * kali):
        akar = f"019.{program:03d}"
        simpul.append(f.FSimpul(akar, "", "program", f"Program {program}", akar))
        for kro in range(13):
            induk = f"{akar}.{kro:03d}"
            simpul.append(f.FSimpul(induk, akar, "kro", f"KRO {kro}", induk))
            for komponen in range(22):
                kode = f"{induk}.{komponen:03d}"
                simpul.append(f.FSimpul(kode, induk, "komponen", f"Komponen {komponen}", kode))
                rupiah = Decimal(7_000_000 + 13_577 * (komponen + 1) + 977_000 * kro)
                pagu.append(f.FPagu(kode, "RM", "52", rupiah))
                realisasi.append(f.FRealisasiAnggaran(kode, 0, rupiah - 113_111 * komponen))
                dukungan.append(f.FDukungan(kode, f"SK{kro + 1}.1"))
    indikator = tuple(
        f.FIndikator(
            kode=f"SK{n}.1",
            nama=f"Indikator {n}",
            sasaran=f"SK{n}",
            tujuan=f"T{n % 4 + 1}",
            satuan="Persen",
            desimal=2,
            iku=n < 8,
            klasifikasi=f.Klasifikasi.MAKSIMASI,
            rumus="",
            cara_renstra=f.CaraRenstra.RATA_RATA,
            target=Decimal(60 + n),
            triwulan=tuple(
                f.FTriwulan(tw, Decimal(25 * tw), Decimal(24 * tw), Decimal(f"{20 * tw}.{10 + n}"))
                for tw in (1, 2, 3, 4)
            ),
            target_renstra=tuple((tahun, Decimal(60 + n)) for tahun in (2021, 2022, 2023, 2024)),
            tahun_lain=tuple(f.FTahunLain(tahun, Decimal(60 + n), Decimal("71.25")) for tahun in (2021, 2022)),
        )
        for n in range(1, 14)
    )
    return f.Fakta(
        satker=f.FSatker("247157", "Balai", "B", "BBSPJI"),
        tahun=2023,
        setelan=f.Setelan(),
        renstra=f.FRenstra(2021, 2024, "Renstra", 0),
        pk=f.FPK("", None, 0),
        tujuan=tuple(f.FTujuan(f"T{n}", f"Tujuan {n}", Decimal(50)) for n in range(1, 5)),
        sasaran=tuple(f.FSasaran(f"SK{n}", f"Sasaran {n}", "customer") for n in range(1, 14)),
        indikator=indikator,
        simpul=tuple(simpul),
        pagu=tuple(pagu),
        realisasi_anggaran=tuple(realisasi),
        dukungan=tuple(dukungan),
    )


def pasangan(fakta: f.Fakta) -> list[tuple[Decimal, Decimal]]:
    """Every Decimal that the engine reads, each with what it is divided by, ready for a bare loop.

    The three Decimals of each of the 52 triwulan, the years of the Renstra and
    before, and pagu and realisasi of each node.
    """
    seratus = Decimal(100)
    pasang = []
    for i in fakta.indikator:
        for t in i.triwulan:
            pasang += [(t.nilai, i.target), (t.fisik, seratus), (t.fisik_rencana, seratus)]
        pasang += [(nilai, i.target) for _, nilai in i.target_renstra]
        pasang += [(t.realisasi, t.target) for t in i.tahun_lain]
    for s in hitung(fakta).anggaran.simpul.values():
        pasang += [(s.realisasi.nilai, s.pagu.nilai), (s.pagu.nilai, s.realisasi.nilai)]  # type: ignore[union-attr]
    return pasang  # type: ignore[return-value]


def telanjang(pasang: list[tuple[Decimal, Decimal]]) -> list[Decimal]:
    """What the figures cost without any explanation: one division and one quantize for each Decimal."""
    return [(a / b).quantize(SEN, ROUND_HALF_UP) for a, b in pasang]


def _tercepat(kerja, kali: int) -> float:  # type: ignore[no-untyped-def]
    terbaik = float("inf")
    for _ in range(kali):
        mulai = perf_counter()
        kerja()
        terbaik = min(terbaik, perf_counter() - mulai)
    return terbaik


@pytest.mark.parametrize("kali", [1, 4])
def test_mesin_terhadap_gelung_telanjang(benchmark, kali: int) -> None:  # type: ignore[no-untyped-def]
    fakta = fakta_besar(kali)
    pasang = pasangan(fakta)
    dasar = _tercepat(lambda: telanjang(pasang), 50)
    mesin = _tercepat(lambda: hitung(fakta), 50)
    print(
        f"\n{len(pasang)} Decimals: bare {dasar * 1000:.2f} ms, engine {mesin * 1000:.2f} ms, "
        f"ratio {mesin / dasar:.1f}, {mesin / len(pasang) * 1e6:.1f} µs each"
    )
    benchmark(hitung, fakta)
