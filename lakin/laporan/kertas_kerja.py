"""The auditor's working paper: chosen figures with all that stands behind each, as a document tree.

The same tree and writers as the report's, so a figure is written by the same hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lakin.capaian.angka_jelas import DICATAT, DIGANTI, DIHITUNG, Angka, Bahan
from lakin.capaian.jelaskan import jelaskan
from lakin.dokumen.nomor import Bernomor, beri_nomor
from lakin.dokumen.pohon import (
    Bab,
    Blok,
    Dokumen,
    Figur,
    Format,
    Inline,
    JenisBab,
    Kolom,
    Paragraf,
    Rata,
    Rincian,
    Tabel,
    baris,
    butir,
    rangkai,
)
from lakin.dokumen.tempat import Tempat
from lakin.jejak.tulisan import Tulisan
from lakin.laporan.katalog_blok import blok
from lakin.laporan.konteks import Konteks
from lakin.laporan.perhitungan import tulisan as tulisan_rumus
from lakin.laporan.sebutan import sebutan

DATA_DASAR = "bab3.data-dasar"
ASAL = {DICATAT: "dicatat", DIHITUNG: "dihitung", DIGANTI: "dicatat, menggantikan hasil hitungan"}


@dataclass(frozen=True, slots=True)
class Kepala:
    """What the paper says of itself: whose figures, who took it, when, and where the trail ended then."""

    satker: str
    kode: str
    tahun: int
    oleh: str
    pada: str
    rantai: tuple[tuple[str, int, str], ...]
    """Name of a chain of traces, number and hash of its last one."""


@dataclass(frozen=True, slots=True)
class ButirKertas:
    """One figure with what stands behind it; ``dari`` says which data, ``konteks`` holds its raw rows."""

    angka: Bahan
    dari: str
    konteks: Konteks
    penulis: str
    penelaah: str
    bukti: tuple[tuple[str, str, str, str], ...]
    """(subject, number, date, file with its SHA-256)."""
    jejak: tuple[Tulisan, ...]
    tempat: tuple[Tempat, ...]
    sebutan_laporan: str


def kertas_kerja(kepala: Kepala, isi: Sequence[ButirKertas]) -> Bernomor:
    """Return the numbered document of a working paper."""
    judul = "Kertas Kerja Penelusuran Angka"
    return beri_nomor(
        Dokumen(
            judul=judul,
            subjudul=f"{kepala.satker} {kepala.tahun}",
            kepala=f"{judul} · {kepala.satker} {kepala.tahun}",
            penulis=kepala.oleh,
            bab=(_depan(kepala, isi), *(_bab(n, b) for n, b in enumerate(isi, 1))),
        )
    )


def _depan(k: Kepala, isi: Sequence[ButirKertas]) -> Bab:
    rantai: list[tuple[str, tuple[Inline, ...]]] = [
        ("Titik periksa", (f"jejak {nama} nomor {urut}, SHA-256 {_berkelompok(sidik)}",))
        for nama, urut, sidik in k.rantai
    ]
    rincian = Rincian(
        (
            ("Satker", (f"{k.satker} ({k.kode})" if k.kode else k.satker,)),
            ("Tahun", (str(k.tahun),)),
            ("Diambil oleh", (k.oleh,)),
            ("Diambil pada", (k.pada,)),
            *rantai,
        )
    )
    daftar = Tabel(
        "kertas.daftar",
        "Angka yang Ditelusuri",
        (
            Kolom("No.", rata=Rata.TENGAH),
            Kolom("Angka"),
            Kolom("Nilai", format=Format.SATUAN),
            Kolom("Data"),
            Kolom("Alamat"),
        ),
        tuple(baris(n, sebutan(b.angka.alamat), b.angka, b.dari, b.angka.alamat) for n, b in enumerate(isi, 1)),
        bernomor=False,
    )
    arti = Paragraf(
        (
            "Titik periksa adalah sidik jejak terakhir sewaktu kertas kerja ini diambil. Jejak sampai nomor itu "
            "tidak dapat diubah tanpa mengubah sidiknya.",
        )
    )
    return Bab("kertas.keterangan", "Kertas Kerja Penelusuran Angka", (rincian, arti, daftar), JenisBab.DEPAN)


def _bab(n: int, b: ButirKertas) -> Bab:
    awal = f"kertas.{n}"
    return Bab(
        awal,
        sebutan(b.angka.alamat),
        rangkai(
            (
                _pokok(b),
                _bahan(awal, b.angka),
                *_data_dasar(awal, b),
                _bukti(awal, b),
                _riwayat(awal, b),
                *_tempat(b),
            )
        ),
    )


def _pokok(b: ButirKertas) -> Rincian:
    p, a = jelaskan(b.angka), b.angka
    isi: list[tuple[str, tuple[Inline, ...]]] = [
        ("Nilai", (Figur(a, Format.SATUAN),)),
        ("Keterangan", (p.label,)),
        ("Alamat", (a.alamat,)),
        ("Data", (b.dari,)),
        ("Asal", (ASAL[a.asal] if isinstance(a, Angka) else "tanpa nilai",)),
        ("Alasan", (p.alasan,)),
        ("Rumus", (tulisan_rumus(a.cara) if a.cara else "",)),
        ("Hitungan", (f"{p.hitungan} = {p.hasil}" if p.hitungan else "",)),
        ("Catatan hitungan", (p.catatan,)),
        ("Sumber", (p.sumber,)),
        ("Dasar rumus", ("; ".join(p.rujukan),)),
        ("Terakhir mengisi", (b.penulis,)),
        ("Penelaah", (b.penelaah,)),
    ]
    return Rincian(tuple((label, teks) for label, teks in isi if teks != ("",)))


def _bahan(awal: str, a: Bahan) -> Tabel | None:
    if not a.bahan:
        return None
    berulang = a.cara is None or a.cara.berulang
    huruf = [h for h, _ in a.cara.huruf] if a.cara and not berulang else []
    arti = [x for _, x in a.cara.huruf] if a.cara and not berulang else []
    isi = []
    for i, x in enumerate(a.bahan):
        nama = arti[i] if i < len(arti) else x.label or sebutan(x.alamat)
        isi.append(baris(huruf[i] if i < len(huruf) else str(i + 1), nama, x, _asal(x), x.alamat))
    return Tabel(
        f"{awal}.bahan",
        "Bahan Hitungan",
        (
            Kolom("Huruf", rata=Rata.TENGAH),
            Kolom("Bahan"),
            Kolom("Nilai", format=Format.SATUAN),
            Kolom("Asal"),
            Kolom("Alamat"),
        ),
        tuple(isi),
    )


def _asal(x: Bahan) -> str:
    if not isinstance(x, Angka):
        return x.alasan
    return f"{ASAL[x.asal]}; {x.sumber}" if x.sumber else ASAL[x.asal]


def _data_dasar(awal: str, b: ButirKertas) -> Iterable[Blok]:
    """The raw rows of the indicator that a realisasi or a capaian is about."""
    bagian = b.angka.alamat.split("/")
    h = b.konteks.hasil.indikator.get(bagian[2]) if len(bagian) > 3 else None
    deklarasi = blok(DATA_DASAR)
    if h is None or bagian[3] not in ("realisasi", "nilai_hitung", "capaian") or not deklarasi.berlaku(b.konteks, h):
        return ()
    semua = deklarasi.buat(b.konteks, h)
    return tuple(replace(x, kode=f"{awal}.data") for x in semua if isinstance(x, Tabel))


def _bukti(awal: str, b: ButirKertas) -> Tabel:
    return Tabel(
        f"{awal}.bukti",
        "Bukti",
        (Kolom("Perihal"), Kolom("Nomor"), Kolom("Tanggal"), Kolom("Berkas dan sidiknya")),
        tuple(baris(*x) for x in b.bukti),
        kalimat_kosong="Tidak ada bukti pada angka ini.",
    )


def _riwayat(awal: str, b: ButirKertas) -> Tabel:
    return Tabel(
        f"{awal}.riwayat",
        "Riwayat Isian",
        (Kolom("Waktu"), Kolom("Oleh"), Kolom("Perubahan"), Kolom("Alasan"), Kolom("Alamat")),
        tuple(baris(j.pada, j.oleh, _ubahan(j), j.alasan, j.alamat) for j in b.jejak),
        kalimat_kosong="Angka ini dan bahannya belum pernah diisi di Lakin.",
    )


def _ubahan(j: Tulisan) -> str:
    beda = "\n".join(f"{medan}: {lama} → {baru}" for medan, lama, baru in j.ubahan)
    return "\n".join(x for x in (j.tindakan, j.isi, beda) if x)


def _tempat(b: ButirKertas) -> Iterable[Blok]:
    if not b.tempat:
        return (Paragraf((f"Angka ini tidak tercetak sendiri dalam {b.sebutan_laporan}.",)),)
    isi = [f"{t.nama}, {t.judul}" + (f" ({t.kali} kali)" if t.kali > 1 else "") for t in b.tempat]
    return (Paragraf((f"Tercetak dalam {b.sebutan_laporan} pada:",)), butir(*isi))


def _berkelompok(sidik: str) -> str:
    return " ".join(sidik[n : n + 16] for n in range(0, len(sidik), 16)) or "kosong"
