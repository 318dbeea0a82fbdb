"""The seam for the budget: the tree in force, its money, PNBP and what the services delivered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from anggaran import models
from lakin.angka import Nilai, Tiada
from lakin.capaian.fakta import (
    FAnggaranIndikator,
    FAnggaranTahun,
    FDipa,
    FDukungan,
    FHasilLayanan,
    FKeluaran,
    FNka,
    FPagu,
    FPaguTercatat,
    FPnbp,
    FPnbpLayanan,
    FRencanaPenarikan,
    FSerapanTercatat,
    FSimpul,
)
from lakin.organisasi.models import Satker
from lakin.pengukuran.pembaca import LANGSUNG, Pembaca
from lakin.web.nilai import rapikan
from renstra.models import AnggaranIndikator, Dukungan


def fakta_anggaran(satker: Satker, tahun: int, kode: dict[int, str], baca: Pembaca = LANGSUNG) -> dict[str, Any]:
    """Return the budget fields of a Fakta; ``kode`` gives the indicator's code by lineage."""
    return {
        **_pohon(satker, tahun, baca),
        **_uang(satker.pk, tahun, baca),
        **_pnbp(satker.pk, tahun, baca),
        "dukungan": tuple(
            FDukungan(d.kode, kode[d.garis_indikator_id], rapikan(d.bagian))
            for d in baca.milik(Dukungan, satker.pk, tahun=tahun)
            if d.garis_indikator_id in kode
        ),
        "anggaran_indikator": _anggaran_indikator(kode, baca),
    }


def _pohon(satker: Satker, tahun: int, baca: Pembaca) -> dict[str, Any]:
    dipa = baca.dipa(satker, tahun)
    hasil: dict[str, Any] = {
        "dipa": tuple(
            FDipa(d.revisi, d.nomor, d.tanggal, d.isi, d.perubahan, d.sumber)
            for d in baca.milik(models.Dipa, satker.pk, tahun=tahun)
        )
    }
    if dipa is None:
        return hasil
    simpul = baca.dari(models.Simpul, "dipa", [dipa.pk], muat=("induk",))
    hasil["simpul"] = tuple(
        FSimpul(s.kode, s.induk.kode if s.induk else "", s.tingkat, s.uraian, s.kode_cetak, s.dikodekan_sendiri)
        for s in simpul
    )
    nama = {s.pk: s.kode for s in simpul}
    hasil["pagu"] = tuple(
        FPagu(nama[p.simpul_id], p.sumber_dana, p.jenis_belanja, rapikan(p.nilai), p.sumber)
        for p in baca.dari(models.Pagu, "simpul__dipa", [dipa.pk], muat=("simpul",), urut=("simpul__urut", "pk"))
    )
    hasil["keluaran"] = tuple(
        FKeluaran(k.kode, k.satuan, k.isi, rapikan(k.realisasi) if k.realisasi is not None else Tiada.KOSONG, k.sumber)
        for k in baca.dari(models.Keluaran, "dipa", [dipa.pk])
    )
    return hasil


def _uang(satker: int, tahun: int, baca: Pembaca) -> dict[str, Any]:
    serapan = _menurut(baca.milik(models.SerapanTercatat, satker, tahun=tahun), "kode", "triwulan")
    per_tahun = _menurut(baca.milik(models.AnggaranTahun, satker, tahun__lte=tahun), "tahun")
    nka = {n.ukuran: n for n in baca.milik(models.NilaiKinerjaAnggaran, satker, tahun=tahun)}
    return {
        "rencana_penarikan": tuple(
            FRencanaPenarikan(r.kode, r.triwulan, rapikan(r.nilai))
            for r in baca.milik(models.RencanaPenarikan, satker, tahun=tahun)
            if r.nilai is not None
        ),
        "serapan_tercatat": tuple(
            FSerapanTercatat(k, tw, _isi(u, "rencana"), _isi(u, "realisasi"), _sumber(u))
            for (k, tw), u in serapan.items()
        ),
        "anggaran_tahun": tuple(
            FAnggaranTahun(t, _isi(u, "pagu"), _isi(u, "realisasi"), _sumber(u)) for (t,), u in per_tahun.items()
        ),
        "pagu_tercatat": tuple(
            FPaguTercatat(p.jenis_belanja, p.isi, p.sumber)
            for p in baca.milik(models.PaguTercatat, satker, tahun=tahun)
        ),
        "nka": FNka(
            penyerapan=_isi(nka, "penyerapan"),
            konsistensi=_isi(nka, "konsistensi"),
            capaian_ro=_isi(nka, "capaian_ro"),
            efisiensi=_isi(nka, "efisiensi"),
            tercatat=_isi(nka, "nilai"),
            sumber=_sumber(nka),
        )
        if nka
        else None,
    }


def _pnbp(satker: int, tahun: int, baca: Pembaca) -> dict[str, Any]:
    per_tahun = _menurut(baca.milik(models.PnbpTahun, satker, tahun__lte=tahun), "tahun")
    layanan = _menurut(baca.milik(models.PnbpLayanan, satker, tahun__lte=tahun), "layanan", "nama", "tahun")
    return {
        "pnbp": tuple(
            FPnbp(
                t,
                _isi(u, "target"),
                _isi(u, "penerimaan"),
                _isi(u, "bagian"),
                _isi(u, "pagu_penggunaan"),
                _isi(u, "penggunaan"),
                _sumber(u),
            )
            for (t,), u in per_tahun.items()
        ),
        "pnbp_layanan": tuple(
            FPnbpLayanan(kode, nama, t, _isi(u, "target"), _isi(u, "penerimaan"), _sumber(u))
            for (kode, nama, t), u in layanan.items()
        ),
        "hasil_layanan": tuple(
            FHasilLayanan(h.layanan, h.nama, h.ukuran, h.tahun, h.isi, h.sumber)
            for h in baca.milik(models.HasilLayanan, satker, tahun__lte=tahun)
        ),
    }


def _anggaran_indikator(kode: dict[int, str], baca: Pembaca) -> tuple[FAnggaranIndikator, ...]:
    rows = _menurut(baca.garis(AnggaranIndikator, kode), "garis_indikator_id", "tahun")
    return tuple(
        FAnggaranIndikator(kode[g], t, _isi(u, "renstra"), _isi(u, "pagu"), _isi(u, "realisasi"), _sumber(u))
        for (g, t), u in rows.items()
    )


def _menurut(rows: Iterable[Any], *kunci: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Group rows that record one amount each: key -> measure -> row."""
    hasil: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(dict)
    for r in rows:
        hasil[tuple(getattr(r, k) for k in kunci)][r.ukuran] = r
    return hasil


def _isi(ukuran: dict[str, Any], nama: str) -> Nilai:
    return ukuran[nama].isi if nama in ukuran else Tiada.KOSONG


def _sumber(ukuran: dict[str, Any]) -> str:
    return next((u.sumber for u in ukuran.values() if u.sumber), "")
