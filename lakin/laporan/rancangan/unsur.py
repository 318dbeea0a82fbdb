"""What a realisasi is made of: services, companies, components, fields of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import HasilIndikator
from lakin.capaian.rumus.pertumbuhan import PertumbuhanLayanan
from lakin.capaian.rumus.perusahaan import EfisiensiPerusahaan, JumlahPerusahaan
from lakin.dokumen.pohon import Format
from lakin.laporan import angka_indikator, pilih
from lakin.laporan.konteks import Konteks

Bernama = tuple[str, Angka]


def layanan(h: HasilIndikator, kolom: str) -> tuple[Bernama, ...]:
    """Each service of a growth with its figure of last year ('lalu'), of this year ('ini') or its growth ('hasil')."""
    if h.fakta.rumus != PertumbuhanLayanan.kode:
        return ()
    pasangan = [(str(b.isi["layanan"]), b.hasil if kolom == "hasil" else b.isi[kolom]) for b in h.baris]
    return tuple((nama, a) for nama, a in pasangan if isinstance(a, Angka))


def bentuk_layanan(h: HasilIndikator) -> Format:
    """Receipts are money; what services deliver is counted."""
    return Format.RUPIAH if "pnbp" in h.fakta.katalog else Format.NILAI


def menurun(h: HasilIndikator) -> tuple[Bernama, ...]:
    """The services that shrank, most first; one that stood still at zero is none."""
    turun = [(nama, a) for nama, a in layanan(h, "hasil") if a.nilai < 0]
    return tuple(sorted(turun, key=lambda p: p[1].nilai))


def mitra(h: HasilIndikator) -> tuple[Bernama, ...]:
    """Each company of an efficiency with its change in percent."""
    if h.fakta.rumus != EfisiensiPerusahaan.kode:
        return ()
    return tuple((str(b.isi["perusahaan"]), b.hasil) for b in h.baris if isinstance(b.hasil, Angka))


def perusahaan(h: HasilIndikator) -> tuple[str, ...]:
    """The companies that count, each once."""
    if h.fakta.rumus != JumlahPerusahaan.kode:
        return ()
    return tuple(dict.fromkeys(str(b.isi["perusahaan"]) for b in h.baris))


def berulang(h: HasilIndikator) -> tuple[str, ...]:
    """The companies that stand in more than one row."""
    nama = [str(b.isi.get("perusahaan", "")) for b in h.baris]
    return tuple(n for n in perusahaan(h) if nama.count(n) > 1)


def komponen(k: Konteks, h: HasilIndikator) -> tuple[Bernama, ...]:
    """The fixed rows of a formula that adds or weighs them, each by its name."""
    r = pilih.rumus_indikator(k, h)
    if r is None or not r.kunci_tetap:
        return ()
    hasil = []
    for b in h.baris:
        kunci = r.kunci(str(b.isi.get(r.kunci_tetap, "")))
        angka = next((v for v in b.isi.values() if isinstance(v, Angka)), None)
        if kunci and angka:
            hasil.append((kunci.label, angka))
    return tuple(hasil)


def jarak_maksimum(k: Konteks, h: HasilIndikator) -> tuple[Bernama, Bernama] | None:
    """The component that is farthest from its own maximum and the one that is nearest; None without maxima."""
    r = pilih.rumus_indikator(k, h)
    if r is None:
        return None
    bagian: list[tuple[Decimal, Bernama]] = []
    for nama, a in komponen(k, h):
        kunci = r.kunci(nama)
        if kunci is None or not kunci.maksimum:
            return None
        bagian.append((a.nilai / kunci.maksimum, (nama, a)))
    if len({b for b, _ in bagian}) < 2:
        return None
    return min(bagian, key=lambda b: b[0])[1], max(bagian, key=lambda b: b[0])[1]


def indeks_terendah(k: Konteks, h: HasilIndikator) -> Bernama | None:
    """The weakest aspect of an index that weighs its aspects, all on one scale."""
    r = pilih.rumus_indikator(k, h)
    bagian = komponen(k, h)
    if r is None or not any(x.bobot for x in r.baris_tetap) or len({a.nilai for _, a in bagian}) < 2:
        return None
    return min(bagian, key=lambda p: p[1].nilai)


def survei(k: Konteks, h: HasilIndikator) -> tuple[tuple[str, Bahan], ...]:
    """Each surveyed service with its index."""
    return tuple((nama, indeks) for nama, indeks, _ in angka_indikator.layanan_survei(k, h))


def di_bawah_target(k: Konteks, h: HasilIndikator) -> tuple[Bernama, ...]:
    """The surveyed services whose index lies below the indicator's target."""
    if not isinstance(h.target, Angka):
        return ()
    batas = h.target.nilai
    return tuple((nama, a) for nama, a in survei(k, h) if isinstance(a, Angka) and a.nilai < batas)


def terbesar(pasangan: Sequence[Bernama]) -> Bernama | None:
    """The greatest."""
    return max(pasangan, key=lambda p: p[1].nilai, default=None)
