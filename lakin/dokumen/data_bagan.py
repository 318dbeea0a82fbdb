"""The table of the data behind a chart, for those who read figures and those who cannot see the chart."""

from __future__ import annotations

from lakin.dokumen.pohon import Format, Gambar, Kolom, Sel, Tabel, baris


def tabel_data(gambar: Gambar) -> Tabel:
    """One row per category, one column per series, the reference line as a last column."""
    bagan = gambar.bagan
    format = Format(bagan.format)
    acuan = (bagan.acuan,) if bagan.acuan else ()
    kolom = (
        Kolom(bagan.sumbu_kategori or "Uraian"),
        *(Kolom(s.nama, format=format) for s in bagan.seri),
        *(Kolom(a.nama, format=format) for a in acuan),
    )
    return Tabel(
        kode=f"{gambar.kode}/data",
        judul=f"Data {gambar.judul}",
        satuan=f"({bagan.satuan})" if bagan.satuan else "",
        kolom=kolom,
        baris=tuple(
            baris(nama, *(Sel(s.nilai[i]) for s in bagan.seri), *(Sel(a.nilai) for a in acuan))
            for i, nama in enumerate(bagan.kategori)
        ),
        bernomor=False,
    )
