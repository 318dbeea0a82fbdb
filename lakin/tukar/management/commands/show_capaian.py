"""Show what the engine computes for a satker's year."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from lakin.angka import tulis
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import Hasil
from lakin.capaian.ringkas import ringkas
from lakin.pengukuran.selectors import hasil_segar
from lakin.tukar.cari import satker_atau_galat


class Command(BaseCommand):
    """As JSON for other programs, or as tables for people."""

    help = "Menampilkan capaian kinerja satu satker pada satu tahun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the satker and the year."""
        parser.add_argument("--satker", required=True, help="kode enam angka atau singkatan")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *args: Any, satker: str, tahun: int, **options: Any) -> None:
        """Compute now, from the facts as they stand."""
        with satker_atau_galat(satker) as unit:
            hasil = hasil_segar(unit, tahun)
        if options["json"]:
            self.stdout.write(json.dumps(sebagai_json(hasil), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(sebagai_tabel(hasil)))


def sebagai_json(hasil: Hasil) -> dict[str, Any]:
    """Return the short answer with the computed nilai kinerja anggaran beside the official one."""
    isi = ringkas(hasil)
    rincian = isi.get("nka_rincian") or {}
    return {**isi, "nka_hitung": rincian.get("nilai_hitung")}


def sebagai_tabel(hasil: Hasil) -> list[str]:
    """Return the same answer as lines that people read."""
    f = hasil.fakta
    baris = [f"{f.satker.nama} ({f.satker.kode}), tahun {f.tahun}", ""]
    kolom = (8, 13, 14, 12, 10, 16)
    baris.append(_kolom(kolom, "Kode", "Target", "Realisasi", "Capaian (%)", "Asal", "Status"))
    for kode, h in hasil.indikator.items():
        asal = h.realisasi.asal if isinstance(h.realisasi, Angka) else "-"
        status = h.status.nama if h.status else "-"
        baris.append(_kolom(kolom, kode, _tulis(h.target), _tulis(h.realisasi), _tulis(h.capaian), asal, status))
    baris += ["", _kolom(kolom, "Tujuan", "Target", "", "Capaian (%)")]
    baris += [_kolom(kolom, k, _tulis(t.target), "", _tulis(t.capaian)) for k, t in hasil.tujuan.items()]
    baris += ["", _kolom(kolom, "Sasaran", "", "", "Capaian (%)")]
    baris += [_kolom(kolom, k, "", "", _tulis(s.capaian)) for k, s in hasil.sasaran.items()]
    o, total = hasil.organisasi, hasil.anggaran.total
    baris += [
        "",
        f"Rata-rata capaian {_tulis(o.capaian)}%; {_tulis(o.tercapai)} dari {_tulis(o.jumlah)} indikator tercapai.",
        f"Anggaran: pagu Rp {_tulis(total.pagu)}, realisasi Rp {_tulis(total.realisasi)} ({_tulis(total.persen)}%).",
    ]
    if hasil.nka:
        n = hasil.nka
        baris.append(f"Nilai kinerja anggaran {_tulis(n.nilai)} (tercatat), {_tulis(n.nilai_hitung)} (dihitung).")
    return baris


def _kolom(lebar: tuple[int, ...], *isi: str) -> str:
    rata = [t.ljust(n) if i in (0, 4, 5) else t.rjust(n) for i, (t, n) in enumerate(zip(isi, lebar, strict=False))]
    return "  ".join(rata).rstrip()


def _tulis(b: Bahan) -> str:
    return tulis(b.nilai, b.desimal) if isinstance(b, Angka) else tulis(b.keadaan) or "-"
