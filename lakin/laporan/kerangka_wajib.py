"""What a performance report has to hold, and which of it an outline leaves out: a note, never a bar."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.laporan.kerangka import Kerangka, nama_butir
from lakin.laporan.kerangka_ubah import telusur

_ACUAN = "Permenpan RB 53/2014, anak lampiran II/1"


@dataclass(frozen=True, slots=True)
class Wajib:
    """A part of the form; any one of ``oleh`` answers to it."""

    nama: str
    oleh: tuple[str, ...]
    rujukan: str


def _bab(bab: str, nama: str, *oleh: str) -> Wajib:
    return Wajib(nama, oleh, f"{_ACUAN}, {bab}")


WAJIB = (
    _bab("Bab I", "penjelasan umum organisasi", "narasi:bab1_tugas", "bab1.kedudukan", "bab1.struktur"),
    _bab("Bab I", "aspek strategis dan permasalahan utama", "narasi:bab1_isu"),
    _bab("Bab II", "ikhtisar Perjanjian Kinerja", "bab2.perjanjian-kinerja"),
    _bab("Bab III.A", "capaian setiap sasaran", "bab3.capaian-sasaran", "bab3.ringkasan-sasaran"),
    _bab("Bab III.A.1", "target dan realisasi tahun ini", "bab3.capaian-indikator", "bab3.capaian-rencana-aksi"),
    _bab("Bab III.A.2", "perbandingan dengan tahun-tahun lalu", "bab3.seri-indikator"),
    _bab(
        "Bab III.A.3",
        "perbandingan dengan target jangka menengah",
        "bab3.jangka-menengah-indikator",
        "bab3.capaian-renstra",
    ),
    _bab("Bab III.A.4", "perbandingan dengan standar nasional", "bab3.acuan-indikator"),
    _bab("Bab III.A.5", "penyebab keberhasilan atau kegagalan dan solusinya", "uraian:analisis", "uraian:kendala"),
    _bab("Bab III.A.6", "efisiensi penggunaan sumber daya", "bab3.efisiensi-indikator", "bab3.efisiensi"),
    _bab("Bab III.A.7", "program dan kegiatan penunjang", "bab3.dukungan-indikator", "bab3.kegiatan-penunjang"),
    _bab(
        "Bab III.B",
        "realisasi anggaran menurut Perjanjian Kinerja",
        "bab3.keuangan-pk",
        "bab3.ringkasan-sasaran",
        "bab3.keuangan-pohon",
    ),
    _bab("Bab IV", "simpulan umum", "narasi:bab4_kesimpulan", "bab4.kesimpulan"),
    _bab("Bab IV", "langkah perbaikan", "narasi:bab4_rekomendasi", "bab4.rekomendasi"),
    _bab("Lampiran 1", "Perjanjian Kinerja sebagai lampiran", "lampiran.perjanjian-kinerja"),
)


def belum_ada(k: Kerangka) -> tuple[Wajib, ...]:
    """What the form asks for and the outline does not hold."""
    ada = {nama_butir(s) for letak, s in telusur(k) if len(letak) > 1}  # type: ignore[arg-type]
    return tuple(w for w in WAJIB if not ada & set(w.oleh))
