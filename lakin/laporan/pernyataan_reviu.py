"""The statement that a report was reviewed (Permenpan RB 53/2014, Anak Lampiran III/1-2), as a part of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakin.angka import tulis_tanggal
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.pohon import Bab, Blok, JenisBab, Paragraf, PenandaTangan, TandaTangan

KODE = "depan.pernyataan-reviu"
JUDUL = "Pernyataan Telah Direviu"
SESUDAH = "depan.kata-pengantar"
"""The chapter that it follows."""
RUJUKAN = Rujukan("Permenpan RB 53/2014", "Lampiran III huruf C angka 4 dan Anak Lampiran III/1-2")


@dataclass(frozen=True, slots=True)
class PernyataanReviu:
    """A signed statement: who, where and when as a snapshot; ``penjelas`` names what stays unsettled, else ''."""

    nama: str
    jabatan: str
    tempat: str
    tanggal: date
    nip: str = ""
    kapasitas: str = ""
    penjelas: str = ""


def bab_pernyataan(p: PernyataanReviu, satker: str, tahun: int) -> Bab:
    """The chapter of the front matter that holds the statement."""
    return Bab(KODE, JUDUL, isi_pernyataan(p, satker, tahun), JenisBab.DEPAN)


def isi_pernyataan(p: PernyataanReviu, satker: str, tahun: int) -> tuple[Blok, ...]:
    """The statement in the order of the form: what was reviewed, whose it is, what for, what was found."""
    return (
        Paragraf(
            (
                f"Laporan Kinerja {satker} untuk tahun anggaran {tahun} telah kami reviu menurut pedoman reviu atas "
                "laporan kinerja. Seluruh informasi di dalamnya adalah penyajian manajemen, sehingga substansinya "
                f"menjadi tanggung jawab manajemen {satker}.",
            )
        ),
        Paragraf(
            (
                "Tujuan reviu ini ialah memberi pimpinan keyakinan terbatas bahwa informasi kinerja dalam laporan "
                "disajikan secara akurat, andal, dan absah.",
            )
        ),
        Paragraf((_simpulan(p),)),
        *(Paragraf((baris.strip(),)) for baris in p.penjelas.splitlines() if baris.strip()),
        TandaTangan(f"{p.tempat}, {tulis_tanggal(p.tanggal)}", (PenandaTangan(p.nama, p.jabatan, p.nip, p.kapasitas),)),
    )


def _simpulan(p: PernyataanReviu) -> str:
    kecuali = "Selain hal yang dijelaskan di bawah ini, reviu kami" if p.penjelas.strip() else "Reviu kami"
    return f"{kecuali} tidak menemukan keadaan yang membuat keandalan informasi dalam laporan ini diragukan."
