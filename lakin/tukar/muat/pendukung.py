"""Supporting tables of an indicator that no formula uses."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.organisasi.models import Satker
from lakin.pengukuran.isi import tulis_isi
from lakin.pengukuran.models import Pendukung
from lakin.tukar.muat.baca import Catatan, baca_csv
from lakin.tukar.muat.pemuat import Pemuat
from renstra.models import GarisIndikator


@dataclass(frozen=True)
class Tabel:
    """One file: whose it is, what it is called, and which of its columns are shown, numbers marked with '#'."""

    indikator: str
    kode: str
    judul: str
    kolom: tuple[tuple[str, str], ...]
    sumber: str


TABEL = (
    Tabel(
        "SK1.1",
        "kolaborasi_jumlah",
        "Jumlah kerja sama kolaborasi menurut tahun",
        (("tahun", "Tahun"), ("#jumlah", "Jumlah"), ("satuan", "Satuan")),
        "Tabel 3.10",
    ),
    Tabel(
        "SK2.1",
        "indi",
        "Indeks INDI 4.0 perusahaan yang didampingi",
        (("pilar", "Pilar"), ("#nilai", "Nilai"), ("perusahaan", "Perusahaan")),
        "Tabel 3.14",
    ),
    Tabel(
        "SK2.2",
        "konsultansi_terdahulu",
        "Perusahaan yang difasilitasi pada tahun-tahun sebelumnya",
        (("perusahaan", "Perusahaan"), ("kegiatan", "Kegiatan"), ("tahun", "Tahun"), ("catatan", "Catatan")),
        "Teks Indikator II.2",
    ),
    Tabel(
        "SK3.4",
        "p3dn_sumber",
        "Penggunaan produk dalam negeri menurut sumber dana",
        (
            ("sumber_dana", "Sumber dana"),
            ("#pagu", "Pagu"),
            ("#realisasi", "Realisasi"),
            ("#lokal", "Lokal"),
            ("#impor", "Impor"),
            ("catatan", "Catatan"),
        ),
        "Tabel 3.32",
    ),
    Tabel(
        "SK3.4",
        "p3dn_akun",
        "Penggunaan produk dalam negeri menurut akun",
        (
            ("akun", "Akun"),
            ("uraian", "Uraian"),
            ("sumber_dana", "Sumber dana"),
            ("#pagu", "Pagu"),
            ("#realisasi", "Realisasi"),
            ("#lokal", "Lokal"),
            ("#impor", "Impor"),
            ("catatan", "Catatan"),
        ),
        "Tabel 3.33",
    ),
    Tabel(
        "SK5.1",
        "ikm_responden",
        "Responden survei kepuasan masyarakat",
        (("ukuran", "Ukuran"), ("#nilai", "Jumlah"), ("satuan", "Satuan")),
        "Teks di bawah Tabel 3.40",
    ),
)


def muat_pendukung(p: Pemuat, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load every supporting table; a file that no table names is refused."""
    for t in TABEL:
        baris = []
        for di in baca_csv(p.folder, f"pendukung/{t.kode}.csv", catatan=["no", "indikator", "sumber", "catatan"]):
            baris.append([_sel(di, nama) for nama, _ in t.kolom])
        p.fakta(
            di,
            Pendukung,
            f"{unit.kunci}/{tahun}/{t.indikator}/pendukung/{t.kode}",
            {"garis_indikator": garis[t.indikator], "tahun": tahun, "kode": t.kode},
            judul=t.judul,
            kolom=[label for _, label in t.kolom],
            baris=baris,
            sumber=t.sumber,
        )
    lain = {b.stem for b in (p.folder / "pendukung").glob("*.csv")} - {t.kode for t in TABEL}
    if lain:
        di.galat("pendukung", f"berkas {', '.join(sorted(lain))} belum punya judul dan kolom.")


def _sel(di: Catatan, nama: str) -> dict[str, str] | str:
    if nama.startswith("#"):
        return {"angka": tulis_isi({"x": di.nilai(nama[1:])})["x"]}
    return di.teks(nama, wajib=False)
