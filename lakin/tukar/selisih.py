"""Where the document's own figures differ from the computed ones, as a list that people read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lakin.angka import tulis, tulis_mesin
from lakin.banding.selectors import pembanding
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.kaidah.tercetak import Perbandingan, Tercetak, bandingkan
from lakin.laporan.susun import figur_laporan
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import AngkaTercetak
from lakin.pengukuran.selectors import hasil_segar
from lakin.tukar.muat.baca import baca_csv
from lakin.tukar.muat.tercetak import FOLDER, berkas_tercetak

KEPALA = """# Selisih dengan dokumen

Berkas ini dibuat oleh `manage.py tulis_selisih`; jangan disunting dengan tangan.

Angka yang tercetak dalam LAKIN {tahun} {nama} dibandingkan dengan angka yang dihitung dari data dasar,
pada ketelitian cetaknya. Yang dimuat selalu data mentahnya; angka tercetak hanya nilai pemeriksa.

- Dibandingkan: {banyak} angka
- Sama: {sama} angka
- Berbeda: {beda} angka, semuanya dengan alasan di bawah ini
"""
TULISAN = """
## Tulisan dalam tabel yang berbeda

| Tabel | Baris | Kolom | Tercetak | Alasan |
| --- | --- | --- | --- | --- |
"""
EJAAN = """
## Tulisan yang dicetak lain untuk hal yang sama

Berlaku untuk setiap tabel tempat tulisan itu tercetak.

| Tercetak | Dalam laporan | Alasan |
| --- | --- | --- |
"""
BUKAN_ANGKA = """
## Pilihan di antara angka dokumen yang saling bertentangan

Bukan hasil hitungan: dokumen mencetak dua keterangan untuk hal yang sama, dan satu yang dimuat.

| Hal | Dimuat | Tempat | Tercetak lain | Tempat | Alasan |
| --- | --- | --- | --- | --- | --- |
"""


def perbandingan(satker: Satker, tahun: int) -> tuple[Perbandingan, ...]:
    """Return every printed figure of a satker's year beside the computed one."""
    cetak = AngkaTercetak.objects.filter(satker=satker, tahun=tahun)
    hasil = hasil_segar(satker, tahun)
    return bandingkan(
        hasil,
        [Tercetak(c.tabel, c.baris, c.kolom, c.nilai, c.alamat, c.alasan) for c in cetak],
        figur_laporan(hasil, pembanding(satker, tahun)),
    )


def ringkasan(semua: Sequence[Perbandingan]) -> str:
    """Return how many were compared, how many differ, and how many of those have a reason."""
    beda = [p for p in semua if not p.sama]
    beralasan = sum(1 for p in beda if p.tercetak.alasan)
    return f"Angka tercetak dibandingkan: {len(semua)}; berbeda: {len(beda)}, di antaranya beralasan: {beralasan}."


def naskah_selisih(satker: Satker, tahun: int, folder: Path) -> str:
    """Return the whole list as Markdown."""
    semua = perbandingan(satker, tahun)
    beda = [p for p in semua if not p.sama]
    nama = satker.singkatan
    kepala = KEPALA.format(tahun=tahun, nama=nama, banyak=len(semua), sama=len(semua) - len(beda), beda=len(beda))
    tabel: dict[str, list[Perbandingan]] = {}
    for p in beda:
        tabel.setdefault(p.tercetak.tabel, []).append(p)
    bagian = [_tabel(nama, tabel[nama]) for nama in sorted(tabel, key=_urutan)]
    tulisan = TULISAN + "".join(_tulisan(folder)) + EJAAN + "".join(_ejaan(folder))
    return kepala + "".join(bagian) + tulisan + BUKAN_ANGKA + "".join(_pilihan(folder))


def _tabel(nama: str, isi: Iterable[Perbandingan]) -> str:
    judul = f"Tabel {nama}" if nama[0].isdigit() else nama[0].upper() + nama[1:]
    baris = [
        _baris(
            p.tercetak.baris,
            p.tercetak.kolom,
            _cetak(p),
            _hitung(p.hitung, p.tercetak.nilai),
            f"`{p.tercetak.alamat}`",
            p.tercetak.alasan,
        )
        for p in isi
    ]
    kepala = _baris("Baris", "Kolom", "Tercetak", "Dihitung", "Alamat", "Alasan") + _baris(*["---"] * 6)
    return f"\n## {judul}\n\n{kepala}{''.join(baris)}"


def _cetak(p: Perbandingan) -> str:
    return p.tercetak.nilai or "kosong"


def _hitung(b: Bahan | None, cetak: str) -> str:
    if b is None:
        return "tidak ada"
    if isinstance(b, Angka):
        return tulis_mesin(b.nilai) or ""
    return tulis(b.keadaan) or "kosong"


def _pilihan(folder: Path) -> Iterable[str]:
    kolom = ("hal", "dimuat", "tempat_dimuat", "lain", "tempat_lain", "alasan")
    for di in baca_csv(folder, "selisih_anggaran.csv"):
        yield _baris(*(di.teks(k, wajib=False) for k in kolom))


def _tulisan(folder: Path) -> Iterable[str]:
    for berkas in berkas_tercetak(folder):
        for di in baca_csv(folder, berkas):
            sel = {k: di.teks(k, wajib=False) for k in ("tabel", "baris", "kolom", "nilai", "alamat", "alasan")}
            if not sel["alamat"] and sel["alasan"]:
                yield _baris(f"Tabel {sel['tabel']}", sel["baris"], sel["kolom"], sel["nilai"], sel["alasan"])


def _ejaan(folder: Path) -> Iterable[str]:
    for di in baca_csv(folder, f"{FOLDER}/_ejaan.csv"):
        yield _baris(*(di.teks(k) for k in ("tercetak", "laporan", "alasan")))


def _baris(*sel: str) -> str:
    return "| " + " | ".join(s.replace("|", "\\|").replace("\n", " ") for s in sel) + " |\n"


def _urutan(nama: str) -> tuple[int, list[int], str]:
    """Tables by their number, then the text of the document."""
    if nama[0].isdigit():
        return 0, [int(x) for x in nama.split()[0].split(".") if x.isdigit()], nama
    return 1, [], nama
