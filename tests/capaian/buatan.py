"""Made-up facts for tests: an indicator, a small year, and a whole random one."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lakin.angka import Nilai, Tiada
from lakin.capaian import fakta as f

D = Decimal


def indikator(kode: str = "SK1.1", **isi: Any) -> f.FIndikator:
    baku: dict[str, Any] = {
        "nama": f"Indikator {kode}",
        "sasaran": kode.partition(".")[0],
        "tujuan": "T1",
        "satuan": "Persen",
        "desimal": 2,
        "iku": True,
        "klasifikasi": f.Klasifikasi.MAKSIMASI,
        "rumus": "",
        "cara_renstra": f.CaraRenstra.RATA_RATA,
        "target": D(50),
    }
    return f.FIndikator(kode=kode, **(baku | isi))


def bernilai(nilai: Nilai, **isi: Any) -> f.FIndikator:
    """An indicator whose triwulan IV is recorded."""
    return indikator(triwulan=(f.FTriwulan(4, nilai=nilai),), **isi)


def setahun(*semua: f.FIndikator, **isi: Any) -> f.Fakta:
    baku = f.Fakta(
        satker=f.FSatker("999999", "Balai Contoh", "BC", "BSPJI"),
        tahun=2023,
        setelan=f.Setelan(),
        renstra=f.FRenstra(2021, 2024, "Renstra", 0),
        pk=f.FPK("", None, 0),
        tujuan=tuple(f.FTujuan(k, f"Tujuan {k}", D(60)) for k in sorted({i.tujuan for i in semua})),
        sasaran=tuple(f.FSasaran(k, f"Sasaran {k}", "customer") for k in sorted({i.sasaran for i in semua})),
        indikator=semua,
    )
    return replace(baku, **isi)


def pohon(lebar: tuple[int, ...], acak: random.Random, *, triwulan: bool) -> dict[str, Any]:
    """A tree of that many children per level, with one or two sources a leaf and money per triwulan or year."""
    simpul, pagu, uang = [], [], []
    tingkat: list[str] = [""]
    for kedalaman, banyak in enumerate(lebar):
        baru = []
        for induk in tingkat:
            for n in range(banyak):
                kode = f"{induk}.{n:03d}".lstrip(".")
                simpul.append(f.FSimpul(kode, induk, str(kedalaman), f"Pos {kode}", kode))
                baru.append(kode)
        tingkat = baru
    for kode in tingkat:
        for sumber in ("RM", "PNBP")[: acak.randint(1, 2)]:
            pagu.append(f.FPagu(kode, sumber, acak.choice(("51", "52", "53")), D(acak.randint(0, 10**9))))
        for tw in (1, 2, 3, 4) if triwulan else (0,):
            uang.append(f.FRealisasiAnggaran(kode, tw, D(acak.randint(0, 10**8))))
    acak.shuffle(simpul)
    return {"simpul": tuple(simpul), "pagu": tuple(pagu), "realisasi_anggaran": tuple(uang), "daun": tuple(tingkat)}


def angka_acak(acak: random.Random, *, boleh_tiada: bool = True) -> Nilai:
    if boleh_tiada and acak.random() < 0.15:
        return acak.choice((Tiada.NA, Tiada.KOSONG))
    return D(acak.randint(-20000 if acak.random() < 0.1 else 0, 20000)).scaleb(-acak.randint(0, 3))


def tahun_acak(benih: int) -> f.Fakta:
    """A year with every class of indicator, an override, raw rows, ties with shares, and other years."""
    acak = random.Random(benih)
    pos = pohon((2, 2, 3), acak, triwulan=acak.random() < 0.5)
    daun = pos.pop("daun")
    semua = []
    for n in range(1, 9):
        kode = f"SK{n % 4 + 1}.{n}"
        baris: tuple[f.FBaris, ...] = ()
        rumus = ""
        if n % 2:
            rumus = "pertumbuhan_layanan"
            baris = tuple(
                f.FBaris(u, (("layanan", f"L{u}"), ("lalu", D(acak.randint(0, 900))), ("ini", D(acak.randint(0, 900)))))
                for u in range(1, acak.randint(2, 6))
            )
        semua.append(
            indikator(
                kode,
                tujuan=f"T{n % 3 + 1}",
                klasifikasi=acak.choice(list(f.Klasifikasi)),
                cara_renstra=acak.choice(list(f.CaraRenstra)),
                desimal=acak.randint(0, 3),
                iku=acak.random() < 0.5,
                target=angka_acak(acak),
                target_atas=D(200) if acak.random() < 0.3 else Tiada.NA,
                rumus=rumus,
                baris=baris,
                ganti=f.FGanti(D("12.3456"), "Angka resmi berbeda.") if n == 3 else None,
                triwulan=tuple(f.FTriwulan(tw, D(25 * tw), angka_acak(acak), angka_acak(acak)) for tw in (1, 2, 3, 4)),
                target_renstra=tuple((t, angka_acak(acak)) for t in (2021, 2022, 2023, 2024)),
                tahun_lain=tuple(f.FTahunLain(t, angka_acak(acak), angka_acak(acak)) for t in (2020, 2021, 2022)),
            )
        )
    dukungan = []
    for kode in daun:
        siapa = acak.sample(semua, acak.randint(1, 3))
        bagian = [D(100)] if len(siapa) == 1 else [D(33)] * (len(siapa) - 1)
        if len(siapa) > 1:
            bagian.append(D(100) - sum(bagian))
        dukungan += [f.FDukungan(kode, i.kode, b) for i, b in zip(siapa, bagian, strict=True)]
    setelan = f.Setelan(
        rumus_tujuan=acak.choice(list(f.RumusTujuan)),
        batas_capaian=D(120) if acak.random() < 0.3 else None,
        na_dihitung_nol=acak.random() < 0.3,
        minimasi_terbalik=acak.random() < 0.3,
    )
    nka = f.FNka(D("98.08"), D("99.42"), D(100), D(acak.randint(-3000, 3000)).scaleb(-2))
    pnbp = tuple(
        f.FPnbp(t, D(acak.randint(0, 10**9)), D(acak.randint(0, 10**9)), D(90), D(10**8), D(acak.randint(0, 10**8)))
        for t in (2022, 2023)
    )
    return setahun(*semua, **pos, dukungan=tuple(dukungan), setelan=setelan, nka=nka, pnbp=pnbp)
