"""Chapter III, PNBP: receipts and use, per year and per service."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilPnbp
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format, Inline, Kolom, Rata
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, Jumlah
from lakin.laporan.konteks import Konteks

URAIAN = (
    ("Target penerimaan (Rp)", "target"),
    ("Realisasi penerimaan (Rp)", "penerimaan"),
    ("Realisasi penerimaan (%)", "persen"),
    ("Bagian yang boleh digunakan (%)", "bagian"),
    ("Pagu penggunaan (Rp)", "pagu_penggunaan"),
    ("Realisasi penggunaan (Rp)", "penggunaan"),
    ("Realisasi penggunaan (%)", "persen_penggunaan"),
)


def _pnbp(k: Konteks) -> HasilPnbp | None:
    return k.hasil.pnbp.get(k.tahun)


class PnbpTahunIni(BlokTabel[Any]):
    """Receipts and use of the year."""

    kode = "bab3.pnbp-tahun-ini"
    judul = "Pagu dan Realisasi PNBP {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.72")
    kolom = (Kolom("Uraian", "uraian"), Kolom("Nilai", "nilai", Format.NILAI))

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        pnbp = _pnbp(k)
        return [Baris(uraian=u, nilai=getattr(pnbp, nama)) for u, nama in URAIAN] if pnbp else []

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        pnbp = _pnbp(k)
        if pnbp is None:
            return ()
        return (
            f"Penerimaan PNBP tahun {k.tahun} sebesar ",
            kal.rupiah(pnbp.penerimaan),
            " atau ",
            kal.persen(pnbp.persen),
            " dari target; dari pagu penggunaannya terpakai ",
            kal.persen(pnbp.persen_penggunaan),
            " (",
            kal.lihat(self.kode),
            ").",
        )


class PnbpLayananTahunIni(BlokTabel[Any]):
    """Target and receipts of each service this year."""

    kode = "bab3.pnbp-layanan-tahun-ini"
    judul = "Penerimaan PNBP {satker} per Layanan Jasa Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.24")
    kolom = (
        Kolom("Jenis Layanan", "nama"),
        Kolom("Target (Rp)", "target", Format.NILAI),
        Kolom("Realisasi (Rp)", "penerimaan", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        layanan = uang.pnbp_layanan(k, k.tahun)
        for nama, target, penerimaan in layanan.values():
            yield Baris(nama=nama, target=target, penerimaan=penerimaan)
        if layanan:
            yield Jumlah(
                "Jumlah",
                target=uang.jumlah_layanan(k, k.tahun, lambda isi: isi[1], "target"),
                penerimaan=uang.jumlah_layanan(k, k.tahun, lambda isi: isi[2], "penerimaan"),
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        besar = kal.tertinggi([(nama, n) for nama, _, n in uang.pnbp_layanan(k, k.tahun).values()])
        if besar is None:
            return ()
        return (
            f"Penyumbang terbesar ialah layanan {besar[0].lower()}, yaitu ",
            kal.rupiah(besar[1]),
            ". Target dan penerimaan setiap layanan dimuat dalam ",
            kal.lihat(self.kode),
            ".",
        )


class PnbpLimaTahun(BlokTabel[Any]):
    """Receipts and use over the years."""

    kode = "bab3.pnbp-lima-tahun"
    judul = "Realisasi PNBP {satker} sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.73")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (Kolom("Uraian", "uraian"), *(Kolom(str(t), f"t{t}", Format.NILAI) for t in k.hasil.pnbp))

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        if not k.hasil.pnbp:
            return
        for uraian, nama in URAIAN:
            yield Baris(uraian=uraian, **{f"t{t}": getattr(x, nama) for t, x in k.hasil.pnbp.items()})

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        ini, lalu = _pnbp(k), k.hasil.pnbp.get(k.tahun - 1)
        if ini is None or lalu is None:
            return (kal.lihat(self.kode), " memuat perkembangan PNBP.")
        return (
            "Penerimaan ",
            kal.arah(ini.penerimaan, lalu.penerimaan),
            " dari ",
            kal.rupiah(lalu.penerimaan),
            f" pada {k.tahun - 1}; perkembangan selengkapnya dalam ",
            kal.lihat(self.kode),
            " dan ",
            kal.lihat("bab3.gambar-pnbp"),
            ".",
        )


class GambarPnbp(BlokGambar):
    """Target, receipts and use over the years."""

    kode = "bab3.gambar-pnbp"
    judul = "Target, Penerimaan, dan Penggunaan PNBP {satker} sampai Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        pnbp = k.hasil.pnbp
        return Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            self.judul_pada(k, s),
            tuple(str(t) for t in pnbp),
            (
                Seri("Target penerimaan", tuple(x.target for x in pnbp.values())),
                Seri("Realisasi penerimaan", tuple(x.penerimaan for x in pnbp.values())),
                Seri("Realisasi penggunaan", tuple(x.penggunaan for x in pnbp.values())),
            ),
            satuan="Rp miliar",
            sumbu_kategori="Tahun",
            sumbu_nilai="Rp miliar",
            format="miliar",
        )


class GambarPnbpTahunIni(BlokGambar):
    """Target, receipts, ceiling of use and use of the year."""

    kode = "bab3.gambar-pnbp-tahun-ini"
    judul = "Penerimaan dan Penggunaan PNBP {satker} Tahun {tahun}"
    dengan_tabel = False

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return _pnbp(k) is not None

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        p = _pnbp(k)
        assert p is not None
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            ("Target penerimaan", "Realisasi penerimaan", "Pagu penggunaan", "Realisasi penggunaan"),
            (Seri(f"Tahun {k.tahun}", (p.target, p.penerimaan, p.pagu_penggunaan, p.penggunaan)),),
            satuan="Rp miliar",
            sumbu_nilai="Rp miliar",
            format="miliar",
        )


class GambarPenerimaan(BlokGambar):
    """Receipts over the years."""

    kode = "bab3.gambar-penerimaan"
    judul = "Perkembangan Penerimaan PNBP {satker} sampai Tahun {tahun}"
    dengan_tabel = False

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return len(k.hasil.pnbp) > 2

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        pnbp = k.hasil.pnbp
        return Bagan(
            JenisBagan.GARIS,
            self.judul_pada(k, s),
            tuple(str(t) for t in pnbp),
            (Seri("Realisasi penerimaan", tuple(x.penerimaan for x in pnbp.values())),),
            satuan="Rp miliar",
            sumbu_kategori="Tahun",
            sumbu_nilai="Rp miliar",
            format="miliar",
        )


class PnbpLayanan(BlokTabel[Any]):
    """Receipts of each service over the years."""

    kode = "bab3.pnbp-layanan"
    judul = "Penerimaan PNBP {satker} per Layanan Jasa sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.25")

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (Kolom("Jenis Layanan", "nama"), *(Kolom(str(t), f"t{t}", Format.NILAI) for t in k.hasil.pnbp))

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        layanan = uang.layanan_pnbp(k)
        for kode, nama in layanan.items():
            yield Baris(nama=nama, **{f"t{t}": uang.penerimaan_layanan(k, t, kode) for t in k.hasil.pnbp})
        if layanan:
            yield Jumlah(
                "Jumlah",
                **{f"t{t}": uang.jumlah_layanan(k, t, lambda isi: isi[2], "penerimaan") for t in k.hasil.pnbp},
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (kal.lihat(self.kode), " memecah penerimaan tiap tahun menurut layanan.")


class HasilLayanan(BlokTabel[Any]):
    """What each service delivered over the years."""

    kode = "bab3.hasil-layanan"
    judul = "Hasil Layanan Jasa {satker} sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.76")

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(uang.hasil_layanan(k)[1])

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("No.", "no", rata=Rata.TENGAH),
            Kolom("Layanan", "nama"),
            Kolom("Ukuran", "ukuran"),
            *(Kolom(str(t), f"t{t}", Format.NILAI) for t in uang.hasil_layanan(k)[0]),
        )

    gabung = ("no", "nama")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        nomor: dict[str, int] = {}
        for x in uang.hasil_layanan(k)[1]:
            no = nomor.setdefault(x.nama, len(nomor) + 1)
            yield Baris(no=no, nama=x.nama, ukuran=x.ukuran, **{f"t{t}": n for t, n in x.tahun.items()})

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Keluaran setiap layanan, yang menjadi asal penerimaan itu, tersaji dalam ", kal.lihat(self.kode), ".")


class Pelanggan(BlokTabel[Any]):
    """Customers of each service over the years, from industry and others."""

    kode = "bab3.pelanggan"
    judul = "Jumlah Pelanggan {satker} sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.75")

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(uang.hasil_layanan(k, pelanggan=True)[1])

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("No.", "no", rata=Rata.TENGAH),
            Kolom("Jenis Layanan", "nama"),
            Kolom("Pelanggan", "ukuran"),
            *(Kolom(str(t), f"t{t}", Format.NILAI) for t in uang.hasil_layanan(k, pelanggan=True)[0]),
        )

    gabung = ("no", "nama")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        nomor: dict[str, int] = {}
        for x in uang.hasil_layanan(k, pelanggan=True)[1]:
            no = nomor.setdefault(x.nama, len(nomor) + 1)
            ukuran = uang.PELANGGAN[x.ukuran]
            yield Baris(no=no, nama=x.nama, ukuran=ukuran, **{f"t{t}": n for t, n in x.tahun.items()})

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (kal.lihat(self.kode), " menghitung pelanggan setiap layanan, dari industri dan di luarnya.")
