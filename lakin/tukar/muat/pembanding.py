"""What other satkers released, as the document cites it."""

from __future__ import annotations

from lakin.angka import Nilai
from lakin.banding.models import NilaiPembanding
from lakin.capaian.banding import NKA
from lakin.organisasi.models import Satker
from lakin.tukar.muat.baca import Catatan, baca_csv
from lakin.tukar.muat.pemuat import Pemuat
from renstra.models import GarisIndikator, Indikator

UKURAN_NKA = ("nilai", "penyerapan", "konsistensi", "cro", "efisiensi")


def muat_pembanding(p: Pemuat, unit: Satker, tahun: int, garis: dict[str, GarisIndikator]) -> None:
    """Load the comparisons of indicators and of the nilai kinerja anggaran; the own row is no second record."""
    kunci = {kode: _katalog(g) for kode, g in garis.items()}
    semua = {s.kunci: s for s in Satker.objects.all()}
    for di in baca_csv(p.folder, "pembanding.csv"):
        kode = di.teks("indikator")
        if not kunci.get(kode):
            di.galat("indikator", f"{kode} tidak ada dalam PK atau tidak menunjuk katalog.")
        _nilai(
            p,
            di,
            _satker(di, semua, "satker"),
            kunci[kode],
            di.bulat("tahun"),
            di.teks("ukuran"),
            di.nilai("nilai"),
            di.teks("satuan"),
            di.teks("catatan", wajib=False),
        )
    for di in baca_csv(p.folder, "nka_banding.csv", catatan=["singkatan", "sumber"]):
        lain = _satker(di, semua, "kode")
        for ukuran in UKURAN_NKA:
            nilai = di.nilai(ukuran)
            if lain != unit:
                _nilai(p, di, lain, NKA, tahun, ukuran, nilai, "Nilai", "")


def _katalog(garis: GarisIndikator) -> str:
    terakhir = Indikator.objects.filter(garis_indikator=garis).order_by("-revisi__nomor").first()
    return terakhir.katalog.kunci if terakhir and terakhir.katalog else ""


def _satker(di: Catatan, semua: dict[str, Satker], kunci: str) -> Satker:
    kode = di.teks(kunci)
    return semua[kode] if kode in semua else di.galat(kunci, f"satker {kode} tidak ada dalam organisasi.yaml.")


def _nilai(
    p: Pemuat,
    di: Catatan,
    satker: Satker,
    kunci: str,
    tahun: int,
    ukuran: str,
    nilai: Nilai,
    satuan: str,
    catatan: str,
) -> None:
    p.fakta(
        di,
        NilaiPembanding,
        f"umum/pembanding/{satker.kunci}/{tahun}/{kunci}/{ukuran}",
        {"satker": satker, "kunci": kunci, "tahun": tahun, "ukuran": ukuran},
        isi=nilai,
        satuan=satuan,
        catatan=catatan,
        sumber=di.teks("sumber"),
    )
