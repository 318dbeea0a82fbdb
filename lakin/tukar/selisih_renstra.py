"""Where the Renstra of BSKJI does not tie with itself, as a list that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from lakin.angka import Nilai, Tiada, tulis
from lakin.tukar.muat.baca import baca_csv, baca_yaml
from lakin.tukar.muat.renstra_baca import TAHUN, Unit, angka_lampiran, angka_tabel, baca_unit, tahunan

PEMBULATAN = Decimal("0.05")
"""Up to this much (Rp juta) a sum differs from its print by rounding of its parts."""

KEPALA = """# Selisih dalam Renstra BSKJI 2021-2024

Berkas ini dibuat oleh `manage.py tulis_selisih --renstra`; jangan disunting dengan tangan.

Dokumen mencetak hal yang sama di beberapa tempat. Di bawah ini setiap pasangan yang tidak sama; uang dalam Rp juta.
Yang dimuat selalu rincian Lampiran II; jumlah yang tercetak hanya nilai pemeriksa.

- Satker: {unit}; jumlah satker yang dibandingkan: {jumlah}; sama: {sama}; pembulatan: {bulat}; lain: {lain}
- Tabel 10 dibandingkan dengan jumlah satker: {tabel} angka; berbeda lebih dari pembulatan: {tabel_beda}
- Target yang tercetak di dua tempat: {target}; berbeda: {target_beda}
"""


@dataclass(frozen=True)
class Pasangan:
    """One thing that is printed in two places."""

    hal: str
    nama: str
    tahun: int
    tercetak: Nilai
    lain: Nilai
    tempat: str

    @property
    def beda(self) -> Decimal:
        """Return by how much the other figure is larger; zero where they cannot be subtracted."""
        if isinstance(self.tercetak, Decimal) and isinstance(self.lain, Decimal):
            return self.lain - self.tercetak
        return Decimal(0)

    @property
    def sama(self) -> bool:
        """Tell whether both places print the same value, whatever its decimals."""
        return self.tercetak == self.lain


def per_satker(unit: Iterable[Unit]) -> list[Pasangan]:
    """Return each unit's printed total beside the sum of its activities."""
    return [
        Pasangan(u.kunci, u.nama, t, u.total[t], u.jumlah(t), "Lampiran II, baris satker") for u in unit for t in TAHUN
    ]


def per_tabel_10(folder: Path, unit: list[Unit]) -> list[Pasangan]:
    """Return the rows of Tabel 10 and of BSKJI's heading beside the printed totals of the units."""
    upt = [u for u in unit if u.jenis in ("BBSPJI", "BSPJI")]
    kelompok = {u.kunci: [u] for u in unit} | {"UPT": upt, "jumlah": unit}
    hasil = []
    for di in baca_csv(folder, "tabel10.csv", catatan=["no"]):
        nama, milik = di.teks("unit"), kelompok[di.teks("satker")]
        hal = milik[0].kunci if len(milik) == 1 else "bskji"
        for t in TAHUN:
            cetak = angka_tabel(di.teks(str(t)))
            hasil.append(Pasangan(hal, nama, t, cetak, _jumlah(milik, t), "Tabel 10"))
    for di in baca_csv(folder, "bskji_pendanaan.csv"):
        tempat, satuan, nilai = di.teks("tempat"), di.teks("satuan"), tahunan(di)
        if satuan == "Rp juta":
            hasil += [Pasangan("bskji", "BSKJI", t, nilai[t], _jumlah(unit, t), tempat) for t in TAHUN]
    return hasil


def _jumlah(unit: Iterable[Unit], tahun: int) -> Decimal:
    return sum((x for u in unit if isinstance(x := u.total[tahun], Decimal)), Decimal(0))


def per_target(folder: Path, unit: list[Unit]) -> list[Pasangan]:
    """Return the targets that two places print: Tabel 2, the program's matrix, the manual, the text."""
    hasil = []
    program: dict[str, dict[int, Nilai]] = {}
    for di in baca_csv(folder, "bskji_indikator.csv", catatan=["huruf", "tujuan", "satuan", "unit_terkait", "alasan"]):
        kunci, nama, nilai = di.teks("katalog"), di.teks("nama"), tahunan(di)
        program[kunci] = nilai
        di.abaikan("sasaran")
        tabel = [angka_lampiran(x) for x in di.teks("tabel_2").split(";")]
        hasil += [Pasangan(kunci, nama, t, x, nilai[t], "Tabel 2") for t, x in zip(TAHUN, tabel, strict=True)]
    milik = {(u.kunci, i.katalog): i for u in unit for i in u.indikator}
    for (_, kunci), i in milik.items():
        if kunci in program:
            hasil += [
                Pasangan(kunci, i.nama, t, program[kunci][t], i.target[t], "Lampiran II, sasaran program")
                for t in TAHUN
            ]
    for di in baca_csv(folder, "pedoman_target.csv", catatan=["kode", "catatan"]):
        kunci, nilai = di.teks("katalog"), tahunan(di)
        i = milik[di.teks("unit"), kunci]
        hasil += [Pasangan(kunci, i.nama, t, nilai[t], i.target[t], "Lampiran III") for t in TAHUN]
    return hasil + list(_teks_tujuan(folder))


def _teks_tujuan(folder: Path) -> Iterator[Pasangan]:
    for di in baca_yaml(folder, "bskji.yaml").butir("tujuan"):
        kode, teks, target = di.teks("kode"), di.anak("teks"), di.anak("target")
        for tahun in teks.kunci():
            yield Pasangan(kode, di.teks("nama"), int(tahun), teks.angka(tahun), target.angka(tahun), "Bab II butir IV")


def naskah_selisih_renstra(folder: Path) -> str:
    """Return the whole list as Markdown; raises KeyError where a difference has no reason."""
    unit = baca_unit(folder)
    satker, tabel, target = per_satker(unit), per_tabel_10(folder, unit), per_target(folder, unit)
    alasan = alasan_selisih(folder)
    bulat = [p for p in satker if not p.sama and abs(p.beda) <= PEMBULATAN]
    lain = [p for p in satker if abs(p.beda) > PEMBULATAN]
    kepala = KEPALA.format(
        unit=len(unit),
        jumlah=len(satker),
        sama=sum(p.sama for p in satker),
        bulat=len(bulat),
        lain=len(lain),
        tabel=len(tabel),
        tabel_beda=sum(abs(p.beda) > PEMBULATAN for p in tabel),
        target=len(target),
        target_beda=sum(not p.sama for p in target),
    )
    bagian = [
        kepala,
        *_tabel("Jumlah satker dan rincian kegiatannya (Lampiran II)", "Jumlah kegiatan", satker, alasan),
        *_tabel("Tabel 10 dan jumlah BSKJI terhadap jumlah satker", "Jumlah satker", tabel, alasan),
        *_tabel("Target yang tercetak di dua tempat", "Rincian satker", target, alasan),
    ]
    return "\n".join(bagian)


def _tabel(judul: str, lain: str, semua: list[Pasangan], alasan: dict[tuple[str, int], str]) -> list[str]:
    baris = [f"## {judul}", "", f"| Hal | Tahun | Tempat | Tercetak | {lain} | Selisih | Alasan |", "|" + " --- |" * 7]
    for p in semua:
        if not p.sama:
            sebab = "Pembulatan" if 0 < abs(p.beda) <= PEMBULATAN else alasan[p.hal, p.tahun]
            kolom = (
                f"{p.nama} ({p.hal})",
                str(p.tahun),
                p.tempat,
                _tulis(p.tercetak),
                _tulis(p.lain),
                tulis(p.beda),
                sebab,
            )
            baris.append("| " + " | ".join(kolom) + " |")
    return [*baris, ""]


def _tulis(nilai: Nilai) -> str:
    return "kosong" if nilai is Tiada.KOSONG else tulis(nilai)


def alasan_selisih(folder: Path) -> dict[tuple[str, int], str]:
    """Return the written reasons by thing and year."""
    return {(di.teks("hal"), di.bulat("tahun")): di.teks("alasan") for di in baca_csv(folder, "selisih.csv")}


def perlu_alasan(folder: Path) -> list[Pasangan]:
    """Return the differences that rounding does not explain."""
    unit = baca_unit(folder)
    semua = [*per_satker(unit), *per_tabel_10(folder, unit), *per_target(folder, unit)]
    return [p for p in semua if not p.sama and not 0 < abs(p.beda) <= PEMBULATAN]
