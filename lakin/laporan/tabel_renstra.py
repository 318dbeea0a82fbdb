"""The wide table of the Renstra's years: chapter III analyses it, an annex repeats it."""

from __future__ import annotations

from collections.abc import Iterator

from lakin.dokumen.pohon import Format, Kolom
from lakin.laporan import pilih
from lakin.laporan.angka_uang import tahun_renstra
from lakin.laporan.deklarasi import Baris, Kelompok
from lakin.laporan.konteks import Konteks

_BAGIAN = (("target", "Target Renstra"), ("realisasi", "Realisasi"), ("capaian", "%"))


def kolom(k: Konteks) -> tuple[Kolom, ...]:
    """Three columns for a year that has run, one for a year to come, three for the period."""
    tahun = tahun_renstra(k)
    return (
        Kolom("Sasaran Kegiatan (output)/Indikator", "indikator", menjorok=True),
        *(
            Kolom(judul, f"{nama}{t}", Format.NILAI, kelompok=(str(t),))
            for t in tahun
            for nama, judul in (_BAGIAN if t <= k.tahun else _BAGIAN[:1])
        ),
        Kolom("Total Target Renstra", "target", Format.NILAI, kelompok=(f"Total {tahun[0]}-{tahun[-1]}",)),
        Kolom(f"Realisasi sd {k.tahun}", "realisasi", Format.NILAI, kelompok=(f"Total {tahun[0]}-{tahun[-1]}",)),
        Kolom("%", "capaian", Format.NILAI, kelompok=(f"Total {tahun[0]}-{tahun[-1]}",)),
    )


def baris(k: Konteks) -> Iterator[Baris]:
    """Indicators under their objectives."""
    for s in k.hasil.sasaran.values():
        yield Kelompok(f"{s.fakta.kode} {s.fakta.nama}")
        for h in s.indikator:
            isi = {f"{nama}{t}": pilih.sel_seri(h, t, nama) for t in tahun_renstra(k) for nama, _ in _BAGIAN}
            yield Baris(
                1,
                indikator=f"{h.fakta.nama} ({h.fakta.satuan})",
                target=h.renstra.target,
                realisasi=h.renstra.realisasi,
                capaian=h.renstra.capaian,
                **isi,
            )
