"""What was loaded of all Renstra, counted, and every unit's sums beside the printed ones, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from lakin.angka import tulis, tulis_juta
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.organisasi.models import Satker
from renstra.models import Indikator, KegiatanRenstra, Sasaran, TargetIndikator
from renstra.selectors_pendanaan import BarisDana, SelDana, masa_tercetak, pendanaan_unit


def baris_rekonsiliasi() -> Iterator[str]:
    """Yield the count, then the units, then Tabel 10; each line that differs says by how much and why."""
    p = pendanaan_unit(Satker.objects.filter(sintetis=False), awal=masa_tercetak())
    revisi = [b.revisi.pk for b in p.unit if b.revisi]
    banyak = (
        (len(revisi), "satker"),
        (Sasaran.objects.filter(revisi__in=revisi).count(), "sasaran"),
        (Indikator.objects.filter(revisi__in=revisi).count(), "indikator"),
        (_target(revisi, p.tahun), "target"),
        (KegiatanRenstra.objects.filter(indikator__revisi__in=revisi).count(), "kegiatan"),
    )
    yield "Termuat: " + ", ".join(f"{n} {nama}" for n, nama in banyak)
    yield from _bagian("Jumlah kegiatan setiap unit terhadap Lampiran II (Rp juta)", "kegiatan", p.unit)
    if p.total:
        yield from _bagian("Seluruh unit terhadap baris BSKJI Lampiran II (Rp juta)", "kegiatan", [p.total])
    yield from _bagian("Tabel 10 terhadap jumlah unit yang tercetak (Rp juta)", "unit", p.tabel)
    sel = [s for b in (*p.unit, *p.tabel) for s in b.sel]
    bulat = sum(bool(s.beda) and not s.nyata for s in sel)
    yield (
        f"{len(sel)} pasangan: {sum(not s.beda for s in sel)} sama, {bulat} berbeda karena pembulatan, "
        f"{sum(s.nyata for s in sel)} berbeda lebih dari itu."
    )


def _target(revisi: list[int], tahun: list[int]) -> int:
    return TargetIndikator.objects.filter(indikator__revisi__in=revisi, tahun__in=tahun).count()


def _bagian(judul: str, isi: str, semua: list[BarisDana]) -> Iterator[str]:
    yield ""
    yield judul
    for b in semua:
        for s in b.sel:
            yield f"  {s.tahun}  {_baris(s, isi)}  {b.nama}{_beda(s)}"


def _baris(s: SelDana, isi: str) -> str:
    return f"tercetak {_juta(s.tercetak):>12}  {isi} {_juta(s.rincian):>12}"


def _beda(s: SelDana) -> str:
    return f"  | selisih {tulis(s.beda / 1_000_000)}: {s.sebab}" if s.beda else ""


def _juta(b: Bahan) -> str:
    return tulis_juta(b.nilai, 2) if isinstance(b, Angka) else "kosong"
