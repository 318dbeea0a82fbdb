"""Non-tax revenue and what the services delivered."""

from __future__ import annotations

from anggaran.models import HasilLayanan, PnbpLayanan, PnbpTahun
from lakin.angka import Nilai, Tiada
from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_csv
from lakin.tukar.muat.pemuat import Pemuat

UKURAN_TAHUN = {
    "target": "target",
    "penerimaan": "penerimaan",
    "bagian": "bagian_boleh_dipakai",
    "pagu_penggunaan": "pagu_penggunaan",
    "penggunaan": "penggunaan",
}
PELANGGAN = {"industri": "Pelanggan industri", "non_industri": "Pelanggan non-industri"}


def muat_pnbp(p: Pemuat, unit: Satker) -> None:
    """Load the PNBP of each year, by service, and the results of Tabel 3.75 and 3.76.

    Tabel 3.30 is not loaded here: its figures are the raw rows of SK3.3.
    """
    for di in baca_csv(p.folder, "pnbp/tahun.csv"):
        tahun, sumber = di.bulat("tahun"), di.teks("sumber")
        for ukuran, kolom in UKURAN_TAHUN.items():
            nilai = di.nilai(kolom)
            if nilai is not Tiada.KOSONG:
                p.fakta(
                    di,
                    PnbpTahun,
                    f"{unit.kunci}/{tahun}/pnbp/{tahun}/{ukuran}",
                    {"satker": unit, "tahun": tahun, "ukuran": ukuran},
                    isi=nilai,
                    sumber=sumber,
                )
    nama = _nama_layanan(p)
    for di in baca_csv(p.folder, "pnbp/layanan.csv"):
        _layanan(p, di, unit, nama)
    for di in baca_csv(p.folder, "pnbp/hasil.csv"):
        _hasil(p, di, unit, nama, di.teks("ukuran"), di.nilai("nilai"))
    for di in baca_csv(p.folder, "pnbp/pelanggan.csv"):
        for kolom, ukuran in PELANGGAN.items():
            _hasil(p, di, unit, nama, ukuran, di.nilai(kolom))


def _nama_layanan(p: Pemuat) -> dict[str, str]:
    """The services in the order and under the names of the table that computes PNBP."""
    semua = ["lalu", "ini", "sumber", "catatan", "no"]
    return {
        di.teks("kode_layanan"): di.teks("layanan") for di in baca_csv(p.folder, "data_dasar/SK3.2.csv", catatan=semua)
    }


def _kode(di: Catatan, nama: dict[str, str]) -> str:
    kode = di.teks("layanan")
    return kode if kode in nama else di.galat("layanan", f"{kode} tidak dikenal.")


def _layanan(p: Pemuat, di: Catatan, unit: Satker, nama: dict[str, str]) -> None:
    kode, tahun, sumber = _kode(di, nama), di.bulat("tahun"), di.teks("sumber")
    for ukuran in ("target", "penerimaan"):
        nilai = di.nilai(ukuran)
        if nilai is Tiada.KOSONG:
            continue
        p.fakta(
            di,
            PnbpLayanan,
            f"{unit.kunci}/{tahun}/pnbp/{tahun}/layanan/{kode}/{ukuran}",
            {"satker": unit, "tahun": tahun, "layanan": kode, "ukuran": ukuran},
            isi=nilai,
            nama=nama[kode],
            urut=list(nama).index(kode) + 1,
            sumber=sumber,
        )


def _hasil(p: Pemuat, di: Catatan, unit: Satker, nama: dict[str, str], ukuran: str, nilai: Nilai) -> None:
    kode, tahun = _kode(di, nama), di.bulat("tahun")
    p.fakta(
        di,
        HasilLayanan,
        f"{unit.kunci}/{tahun}/hasil/{kode}/{ukuran}",
        {"satker": unit, "tahun": tahun, "layanan": kode, "ukuran": ukuran},
        isi=nilai,
        nama=nama[kode],
        urut=list(nama).index(kode) + 1,
        sumber=di.teks("sumber"),
    )
