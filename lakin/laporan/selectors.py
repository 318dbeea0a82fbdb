"""The inputs of a report, read from the database once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lakin.alur.transisi_laporan import alasan_tak_tertulis
from lakin.banding.selectors import pembanding
from lakin.capaian.banding import Pembanding
from lakin.laporan.kerangka import Kerangka, dari_json
from lakin.laporan.kerangka_triwulan import kerangka_baku
from lakin.laporan.konteks import FotoLaporan, Konteks, Teks
from lakin.laporan.koreksi import koreksi_laporan
from lakin.laporan.models import TAHUNAN, Foto, KerangkaLaporan, Laporan, Narasi
from lakin.laporan.selectors_reviu import pernyataan_berlaku
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Uraian
from lakin.pengukuran.selectors import hasil_segar
from renstra.selectors import pk_berlaku


def konteks_laporan(satker: Satker, tahun: int, triwulan: int = TAHUNAN, pengguna: Any = None) -> Konteks:
    """Return the frozen inputs of a satker's report until a triwulan; GalatDomain where it has no PK.

    With ``pengguna`` of the figures only what that person may see: a draft of others has blanks.
    """
    konteks = konteks_tanpa_reviu(satker, tahun, triwulan, pengguna)
    return replace(konteks, reviu=pernyataan_berlaku(satker, konteks)) if triwulan == TAHUNAN else konteks


def konteks_tanpa_reviu(satker: Satker, tahun: int, triwulan: int = TAHUNAN, pengguna: Any = None) -> Konteks:
    """Return the inputs that a reviu is of: the report without the statement."""
    return Konteks(
        hasil=hasil_segar(satker, tahun, triwulan, pengguna),
        narasi=teks_laporan(satker, tahun, triwulan),
        pembanding=pembanding(satker, tahun) if triwulan == TAHUNAN else Pembanding(),
        kerangka=kerangka_laporan(satker, tahun, triwulan),
        triwulan=triwulan,
        koreksi=koreksi_laporan(satker, tahun, triwulan, pengguna),
    )


def kerangka_laporan(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> Kerangka:
    """Return the outline of a satker's report: its own, or the default where it has none."""
    milik = KerangkaLaporan.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    return dari_json(milik.isi) if milik and milik.isi else kerangka_baku(triwulan)


def laporan_satker(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> Laporan:
    """Return a satker's report of a period; an unsaved draft (versi 0) where nothing was done with it yet."""
    ada = Laporan.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    return ada or Laporan(satker=satker, tahun=tahun, triwulan=triwulan, versi=0)


def halangan_tulis_laporan(satker: Satker, tahun: int, triwulan: int = TAHUNAN, *, kunci: bool = False) -> str:
    """Return why the texts of a report may not be written, or an empty text where they may.

    With ``kunci`` the report's row is locked (and made where it is not there yet),
    so that nobody hands the report in before the write ends.
    """
    if kunci:
        Laporan.objects.get_or_create(satker=satker, tahun=tahun, triwulan=triwulan, defaults={"versi": 0})
    semua = Laporan.objects.select_for_update() if kunci else Laporan.objects
    keadaan = semua.filter(satker=satker, tahun=tahun, triwulan=triwulan).values_list("keadaan", flat=True).first()
    return alasan_tak_tertulis(keadaan) if keadaan else ""


def teks_laporan(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> Teks:
    """Return what people wrote for a satker's report until a triwulan."""
    return Teks(
        bagian={n.kode: n.isi for n in Narasi.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan)},
        uraian=_uraian(satker, tahun, triwulan),
        foto=_foto(satker, tahun),
    )


def _uraian(satker: Satker, tahun: int, triwulan: int) -> dict[tuple[str, str], Any]:
    pk = pk_berlaku(satker, tahun)
    kode = dict(pk.butir.values_list("indikator__garis_indikator", "indikator__kode")) if pk else {}
    milik = Uraian.objects.filter(garis_indikator__in=kode, tahun=tahun, triwulan=triwulan)
    return {(kode[u.garis_indikator_id], u.judul): u.isi for u in milik}


def _foto(satker: Satker, tahun: int) -> dict[str, FotoLaporan]:
    semua = Foto.objects.filter(satker=satker, tahun=tahun).select_related("berkas")
    return {
        f.kode: FotoLaporan(
            f.kode, f.judul, f.teks_alternatif, f.berkas.sidik, f.berkas.jenis, f.lebar, f.tinggi,
            f.sumber, f.tanggal, f.tempat,
        )
        for f in semua
        if f.lengkap
    }  # fmt: skip
