"""Chapter II, budget: outputs, money, and the tree that the DIPA in force holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import terbilang, tulis_tanggal
from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format, Inline, Kolom, Rata
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, Jumlah, Kelompok
from lakin.laporan.konteks import Konteks


class KroKeluaran(BlokTabel[Any]):
    """Output volume of each KRO."""

    kode = "bab2.kro-keluaran"
    judul = "KRO dan Indikator Keluaran {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.12")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Kode", "kode"),
        Kolom("KRO", "kro"),
        Kolom("Volume", "volume", Format.NILAI, kelompok=("Indikator Keluaran",)),
        Kolom("Satuan", "satuan", kelompok=("Indikator Keluaran",)),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for no, o in enumerate(angka.keluaran_kro(k), 1):
            f = o.simpul.fakta
            yield Baris(no=no, kode=f.kode_cetak or f.kode, kro=f.uraian, volume=o.target, satuan=o.satuan)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        banyak = {t: len(angka.simpul_tingkat(k, t)) for t in ("program", "kegiatan", "kro")}
        sebut = {t: terbilang(n) for t, n in banyak.items()}
        return (
            f"DIPA tahun {k.tahun} terbagi atas {sebut['program']} program, {sebut['kegiatan']} kegiatan, dan "
            f"{sebut['kro']} klasifikasi rincian output (KRO). Volume keluaran tiap KRO tercantum dalam ",
            kal.lihat(self.kode),
            ", sedangkan anggarannya dalam ",
            kal.lihat("bab2.kro-anggaran"),
            ".",
        )


class KroAnggaran(BlokTabel[Any]):
    """Pagu of each KRO."""

    kode = "bab2.kro-anggaran"
    judul = "KRO dan Anggaran {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.13")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Kode", "kode"),
        Kolom("KRO", "kro"),
        Kolom("Anggaran (Rp)", "pagu", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        kro = angka.kro(k)
        for no, n in enumerate(kro, 1):
            yield Baris(no=no, kode=n.fakta.kode_cetak or n.fakta.kode, kro=n.fakta.uraian, pagu=n.pagu)
        if kro:
            yield Jumlah("Jumlah", pagu=k.hasil.anggaran.total.pagu)

    def bahasan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        besar = kal.tertinggi([(pilih.nama_kro(n), n.pagu) for n in angka.kro(k)])
        if besar is None:
            return ()
        return (f"Pagu terbesar berada pada {besar[0]}, yaitu ", kal.rupiah(besar[1]), ".")


class RencanaAnggaran(BlokTabel[Any]):
    """The budget tree down to components, with the source of each component's funds."""

    kode = "bab2.rencana-anggaran"
    judul = "Rencana Anggaran {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 2.14")
    kolom = (
        Kolom("Kode", "kode"),
        Kolom("Komponen/Subkomponen", "uraian", menjorok=True),
        Kolom("Anggaran (Rp)", "pagu", Format.NILAI),
        Kolom("Sumber Dana", "sumber", rata=Rata.TENGAH),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        pos = pilih.pohon_anggaran(k)
        for p in pos:
            yield Baris(p.tingkat, p.jenis, kode=p.kode, uraian=p.uraian, pagu=p.simpul.pagu, sumber=p.sumber_dana)
        if pos:
            yield Jumlah("Jumlah", pagu=k.hasil.anggaran.total.pagu)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            kal.lihat(self.kode),
            " merinci pagu menurut DIPA yang berlaku pada 31 Desember sampai dengan komponen, beserta sumber dananya.",
        )


class KomposisiPagu(BlokTabel[Any]):
    """The pagu by source of funds and by kind of expenditure; the two cuts give the same total."""

    kode = "bab2.komposisi-pagu"
    judul = "Komposisi Pagu {satker} Tahun {tahun} Menurut Sumber Dana dan Jenis Belanja"
    bernomor = False
    kolom = (
        Kolom("Uraian", "nama"),
        Kolom("Pagu (Rp)", "nilai", Format.NILAI),
        Kolom("Bagian (%)", "persen", Format.NILAI),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        for judul, h in (("Sumber dana", angka.sumber_dana(k)), ("Jenis belanja", angka.jenis_belanja(k))):
            if h.rinci:
                yield Kelompok(judul)
                yield from h.rinci
        yield Jumlah("Pagu seluruhnya", nilai=k.hasil.anggaran.total.pagu)


class GambarKomposisiPagu(BlokGambar):
    """The pagu by kind of expenditure, drawn."""

    kode = "bab2.gambar-komposisi-pagu"
    judul = "Komposisi Pagu {satker} Tahun {tahun} Menurut Jenis Belanja"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        rinci = angka.jenis_belanja(k).rinci
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(r.nama for r in rinci),
            (Seri("Pagu", tuple(r.nilai for r in rinci)),),
            satuan="Rp miliar",
            sumbu_nilai="Pagu (Rp miliar)",
            format="miliar",
        )


class RevisiDipa(BlokTabel[Any]):
    """The DIPA documents of the year; a document whose total is not known stays without one."""

    kode = "bab2.revisi-dipa"
    judul = "Riwayat Revisi DIPA {satker} Tahun {tahun}"
    kolom = (
        Kolom("Revisi", "revisi", rata=Rata.TENGAH),
        Kolom("Nomor", "nomor"),
        Kolom("Tanggal", "tanggal"),
        Kolom("Jumlah pagu (Rp)", "total", Format.NILAI),
        Kolom("Perubahan pagu (Rp)", "ubah", Format.NILAI),
        Kolom("Uraian perubahan", "perubahan"),
    )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for r in angka.revisi_dipa(k):
            yield Baris(
                revisi=r.fakta.revisi,
                nomor=r.fakta.nomor,
                tanggal=tulis_tanggal(r.fakta.tanggal) if r.fakta.tanggal else "tidak tercantum",
                total=r.total,
                ubah=r.ubah,
                perubahan=r.fakta.perubahan or "tidak dirinci",
            )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        revisi = angka.revisi_dipa(k)
        bernilai = [r.total for r in revisi if isinstance(r.total, Angka)]
        if len(bernilai) < 2:
            return (kal.lihat(self.kode), " mencatat dokumen DIPA tahun ini.")
        banyak = len(revisi) - 1
        return (
            f"Sesudah DIPA awal terbit, dilakukan {terbilang(banyak)} kali revisi. Pagu awal ",
            kal.rupiah(bernilai[0]),
            " menjadi ",
            kal.rupiah(bernilai[-1]),
            " pada akhir tahun. ",
            kal.lihat(self.kode),
            " mencatat setiap dokumen; jumlah pagu yang tidak dimuat dokumennya dibiarkan kosong.",
        )
