"""A comparison as a file: the same rows, order and figures as the page, with their source."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from io import StringIO
from typing import Any

from lakin.angka import Tiada, tulis_mesin
from lakin.banding.jajaran_satker import HasilBanding
from lakin.banding.tanya import TINGKAT
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.jajaran import BarisJajaran
from lakin.cetak.xlsx import tulis_xlsx
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Dokumen, Format, Kolom, Sel, Tabel, baris

_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_TEKS = ("kode", "nama", "jenis", "keterangan", "sumber")


@dataclass(frozen=True, slots=True)
class KolomBanding:
    """A column: its code in the address and in files, its head."""

    kode: str
    judul: str

    @property
    def angka(self) -> bool:
        """Whether it holds figures."""
        return self.kode not in _TEKS


def kolom_banding(h: HasilBanding) -> tuple[KolomBanding, ...]:
    """Return the columns of a comparison: the same for all indicators, then its own."""
    tahun, susunan = h.tanya.tahun, h.jajaran.susunan
    lain = [x for x in susunan.lajur if x is not susunan.utama and x.cara != "pertumbuhan"]
    return (
        KolomBanding("peringkat", "Peringkat"),
        KolomBanding("kode", "Kode"),
        KolomBanding("nama", "Satker"),
        KolomBanding("jenis", "Jenis"),
        KolomBanding("realisasi", susunan.utama.judul.format(tahun=tahun, lalu=tahun - 1)),
        KolomBanding("target", "Target"),
        KolomBanding("capaian", "Capaian (%)"),
        KolomBanding("tumbuh", "Pertumbuhan (%)"),
        *(KolomBanding(f"lajur.{x.kode}", x.judul.format(tahun=tahun, lalu=tahun - 1)) for x in lain),
        KolomBanding("keterangan", "Keterangan"),
        KolomBanding("sumber", "Sumber"),
    )


def isi_sel(b: BarisJajaran, kolom: KolomBanding) -> Bahan | str:
    """Return what a row has under a column: a figure or a text."""
    if kolom.angka:
        figur = b.figur(kolom.kode)
        assert figur is not None, "a column of the comparison's own"
        return figur
    p = b.peserta
    teks = {"kode": p.kode, "nama": p.nama, "jenis": p.jenis, "sumber": p.sumber}
    return teks.get(kolom.kode, p.catatan or ("Belum melapor" if b.belum else ""))


def judul_banding(h: HasilBanding) -> str:
    """Return the title: what is compared, among whom, when."""
    return f"{h.pokok.nama}, {TINGKAT[h.tanya.tingkat][0].lower()}, {h.tanya.tahun}"


def ringkasan_banding(h: HasilBanding) -> tuple[tuple[str, str, Bahan], ...]:
    """Return code, name and figure of what the reported values are together."""
    r = h.jajaran.ringkasan
    return (
        ("jumlah_melapor", "Satker yang melapor", r.melapor),
        ("rata_rata", "Rata-rata", r.rata),
        ("median", "Median", r.median),
        ("kuartil_bawah", "Kuartil bawah", r.kuartil_bawah),
        ("kuartil_atas", "Kuartil atas", r.kuartil_atas),
        ("rata_rata_bila_nol", "Rata-rata bila yang belum melapor dihitung nol", r.rata_nol),
    )


def sebagai_json(h: HasilBanding) -> dict[str, Any]:
    """Return the comparison for other programs: numbers as text, what is missing null with its state."""
    kolom = kolom_banding(h)
    return {
        "judul": judul_banding(h),
        "indikator": h.pokok.kunci,
        "kode": h.pokok.kode,
        "tingkat": h.tanya.tingkat,
        "tahun": h.tanya.tahun,
        "menurut": h.tanya.menurut,
        "tanya": h.tanya.alamat,
        "satker": [_baris_json(b, kolom) for b in h.baris],
        **{kode: _mesin(f) for kode, _, f in ringkasan_banding(h)[1:]},
        "jumlah_melapor": int(f.nilai) if isinstance(f := h.jajaran.ringkasan.melapor, Angka) else 0,
        "jumlah_satker": len(h.jajaran.baris),
        "sumber": h.sumber,
    }


def _baris_json(b: BarisJajaran, kolom: tuple[KolomBanding, ...]) -> dict[str, Any]:
    isi: dict[str, Any] = {}
    for k in kolom:
        sel = isi_sel(b, k)
        isi[k.kode.removeprefix("lajur.")] = sel if isinstance(sel, str) else _mesin(sel)
    keadaan = {k.kode: sel.keadaan.value for k in kolom if not isinstance(sel := isi_sel(b, k), str | Angka)}
    return {**isi, "tanpa_nilai": keadaan}


def tulis_json(h: HasilBanding) -> bytes:
    """The comparison as JSON."""
    return json.dumps(sebagai_json(h), ensure_ascii=False, indent=2).encode()


def tulis_csv(h: HasilBanding) -> bytes:
    """The rows as CSV with decimal points; N/A is said, what was not reported is blank."""
    wadah = StringIO()
    tulis = csv.writer(wadah, lineterminator="\r\n")
    kolom = kolom_banding(h)
    tulis.writerow([k.judul for k in kolom])
    for b in h.baris:
        tulis.writerow([_sel_csv(isi_sel(b, k)) for k in kolom])
    return wadah.getvalue().encode("utf-8-sig")


def _sel_csv(sel: Bahan | str) -> str:
    if isinstance(sel, str):  # a text that begins like a formula is made plain; a negative number is none
        return f"'{sel}" if sel.startswith(_RUMUS) else sel
    return _mesin(sel) or ("N/A" if not isinstance(sel, Angka) and sel.keadaan is Tiada.NA else "")


def _mesin(f: Bahan) -> str | None:
    return tulis_mesin(f.nilai) if isinstance(f, Angka) else None


def tulis_buku(h: HasilBanding) -> bytes:
    """The comparison as .xlsx, through the same document tree as the reports."""
    return tulis_xlsx(beri_nomor(dokumen_banding(h)))


def dokumen_banding(h: HasilBanding) -> Dokumen:
    """Return the comparison as a document: the table, and what its values are together."""
    judul = judul_banding(h)
    kolom = kolom_banding(h)
    tabel = Tabel(
        "banding/satker",
        judul,
        tuple(Kolom(k.judul, format=Format.NILAI if k.angka else Format.TEKS) for k in kolom),
        tuple(baris(*(Sel(isi_sel(b, k)) for k in kolom)) for b in h.baris),
        catatan=(_catatan(h),),
        sumber=h.sumber,
    )
    ringkasan = Tabel(
        "banding/ringkasan",
        f"Ringkasan: {judul}",
        (Kolom("Ukuran"), Kolom("Nilai", format=Format.NILAI)),
        tuple(baris(nama, Sel(f)) for _, nama, f in ringkasan_banding(h)),
        sumber=h.sumber,
    )
    return Dokumen(judul, (Bab("banding", "Perbandingan antarsatker", (tabel, ringkasan)),), pengenal=h.tanya.alamat)


def _catatan(h: HasilBanding) -> str:
    tampil, semua = len(h.baris), len(h.jajaran.baris)
    sebagian = f"Memuat {tampil} dari {semua} satker; peringkat dihitung atas semuanya. " if tampil < semua else ""
    return f"{sebagian}Satker yang belum melapor tidak diperingkat dan tidak ikut dirata-ratakan."
