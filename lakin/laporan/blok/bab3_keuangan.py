"""Chapter III, money: by Renstra, by Perjanjian Kinerja, by triwulan, by the tree, over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Blok, Format, Inline, Kertas, Kolom, Paragraf, Rata
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokGambar, BlokTabel, BlokTeks, Jumlah, Kelompok
from lakin.laporan.konteks import Konteks

RIBUAN = "(dalam ribuan rupiah)"


class _Renstra(BlokTabel[Any]):
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.66 dan 3.67")
    kertas = Kertas.LEBAR
    satuan = RIBUAN

    def tahun_lalu(self, k: Konteks) -> tuple[int, ...]:
        return tuple(t for t in uang.tahun_renstra(k) if t < k.tahun)

    @staticmethod
    def kolom_tahun(t: int) -> tuple[Kolom, ...]:
        return (
            Kolom("Target Renstra", f"renstra{t}", Format.RIBUAN, kelompok=(str(t),)),
            Kolom("Target Perkin", f"pagu{t}", Format.RIBUAN, kelompok=(str(t),)),
            Kolom("Realisasi", f"realisasi{t}", Format.RIBUAN, kelompok=(str(t),)),
            Kolom("Realisasi/ Perkin (%)", f"persen{t}", Format.NILAI, kelompok=(str(t),)),
        )


class KeuanganRenstraLalu(_Renstra):
    """Funding, PK budget and realisasi of the years before this one, per indicator."""

    kode = "bab3.keuangan-renstra-lalu"
    judul = "Realisasi Keuangan {satker} Berdasarkan Renstra sampai Tahun {tahun_lalu}"

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(self.tahun_lalu(k))

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("Sasaran Kegiatan (output)/Indikator", "indikator", menjorok=True),
            *(kolom for t in self.tahun_lalu(k) for kolom in self.kolom_tahun(t)),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        total: dict[str, Any] = {}
        for t in self.tahun_lalu(k):
            total |= _sel_tahun(t, uang.jumlah_renstra(k, t), uang.jumlah_indikator(k, t))
        yield Jumlah("Seluruh indikator", **total)
        for x in k.hasil.sasaran.values():
            yield Kelompok(f"{x.fakta.kode} {x.fakta.nama}")
            for h in x.indikator:
                isi: dict[str, Any] = {}
                for t in self.tahun_lalu(k):
                    isi |= _sel_tahun(t, pilih.anggaran_renstra(h, t), pilih.anggaran_tahun(h, t))
                yield Baris(1, indikator=h.fakta.nama, **isi)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        # Before the first wide table, not before the chart: the heading keeps its words on the upright page.
        return (
            "Pendanaan yang direncanakan Renstra disandingkan dengan anggaran PK dan realisasinya: tahun-tahun "
            "sebelumnya dalam ",
            kal.lihat(self.kode),
            f", tahun {k.tahun} dan keseluruhan periode dalam ",
            kal.lihat("bab3.keuangan-renstra-total"),
            ".",
        )


def _sel_tahun(t: int, renstra: Any, s: Any) -> dict[str, Any]:
    return {f"renstra{t}": renstra, f"pagu{t}": s.pagu, f"realisasi{t}": s.realisasi, f"persen{t}": s.persen}


class KeuanganRenstraTotal(_Renstra):
    """This year, the years to come, and the whole period, per indicator."""

    kode = "bab3.keuangan-renstra-total"
    judul = "Realisasi Keuangan {satker} Berdasarkan Renstra Tahun {tahun} dan Periode {awal}-{akhir}"

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        if self.tahun_lalu(k):
            return ()
        return ("Pendanaan yang direncanakan Renstra disandingkan dengan anggaran PK dalam ", kal.lihat(self.kode), ".")

    def tahun_depan(self, k: Konteks) -> tuple[int, ...]:
        return tuple(t for t in uang.tahun_renstra(k) if t > k.tahun)

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        periode = (f"{k.fakta.renstra.awal}-{k.fakta.renstra.akhir}",)
        return (
            Kolom("Sasaran Kegiatan (output)/Indikator", "indikator", menjorok=True),
            *self.kolom_tahun(k.tahun),
            *(Kolom("Target Renstra", f"renstra{t}", Format.RIBUAN, kelompok=(str(t),)) for t in self.tahun_depan(k)),
            Kolom("Target Renstra", "renstra", Format.RIBUAN, kelompok=periode),
            Kolom("Target Perkin", "pagu", Format.RIBUAN, kelompok=periode),
            Kolom("Realisasi", "realisasi", Format.RIBUAN, kelompok=periode),
            Kolom("Realisasi/ Perkin (%)", "persen", Format.NILAI, kelompok=periode),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        depan = {f"renstra{t}": uang.jumlah_renstra(k, t) for t in self.tahun_depan(k)}
        periode = _sel_periode(uang.renstra_periode_semua(k), uang.serapan_periode_semua(k))
        tahun = _sel_tahun(k.tahun, uang.jumlah_renstra(k, k.tahun), uang.jumlah_indikator(k, k.tahun))
        yield Jumlah("Seluruh indikator", **tahun, **depan, **periode)
        for x in k.hasil.sasaran.values():
            yield Kelompok(f"{x.fakta.kode} {x.fakta.nama}")
            for h in x.indikator:
                yield Baris(
                    1,
                    indikator=h.fakta.nama,
                    **_sel_tahun(k.tahun, pilih.anggaran_renstra(h, k.tahun), h.anggaran),
                    **{f"renstra{t}": pilih.anggaran_renstra(h, t) for t in self.tahun_depan(k)},
                    **_sel_periode(uang.renstra_periode(k, h), uang.serapan_periode(k, h)),
                )

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (f"Target Perkin dan realisasi periode menjumlahkan tahun-tahun sampai dengan {k.tahun}.",)


def _sel_periode(renstra: Any, s: Any) -> dict[str, Any]:
    return {"renstra": renstra, "pagu": s.pagu, "realisasi": s.realisasi, "persen": s.persen}


class GambarKeuanganRenstra(BlokGambar):
    """The Renstra's funding, PK budget and realisasi per year."""

    kode = "bab3.gambar-keuangan-renstra"
    judul = "Pendanaan Renstra, Anggaran PK, dan Realisasi {satker} per Tahun"

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        tahun = uang.tahun_berjalan(k)
        return Bagan(
            JenisBagan.KOLOM_KELOMPOK,
            self.judul_pada(k, s),
            tuple(str(t) for t in tahun),
            (
                Seri("Target Renstra", tuple(uang.jumlah_renstra(k, t) for t in tahun)),
                Seri("Target Perkin", tuple(uang.jumlah_indikator(k, t).pagu for t in tahun)),
                Seri("Realisasi", tuple(uang.jumlah_indikator(k, t).realisasi for t in tahun)),
            ),
            satuan="Rp miliar",
            sumbu_kategori="Tahun",
            sumbu_nilai="Rp miliar",
            format="miliar",
        )


class KeuanganPk(BlokTabel[Any]):
    """Every indicator with the components that spent for it."""

    kode = "bab3.keuangan-pk"
    judul = "Realisasi Keuangan {satker} Berdasarkan Perjanjian Kinerja Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.68")
    kertas = Kertas.LEBAR
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran Kegiatan", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Realisasi", "hasil", Format.NILAI),
        Kolom("%", "capaian", Format.NILAI),
        Kolom("Komponen/Subkomponen", "komponen"),
        Kolom("Pagu (Rp)", "pagu", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("Realisasi (Rp)", "realisasi", Format.NILAI, kelompok=("Anggaran",)),
        Kolom("%", "persen", Format.NILAI, kelompok=("Anggaran",)),
    )
    gabung = ("no", "sasaran", "indikator", "target", "hasil", "capaian")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            for d in pilih.dukungan(k, b.h):
                x = d.simpul
                yield Baris(
                    no=b.no,
                    sasaran=b.sasaran.fakta.nama,
                    indikator=b.h.fakta.nama,
                    target=b.h.target,
                    hasil=b.h.realisasi,
                    capaian=b.h.capaian,
                    komponen=f"{x.fakta.uraian}{d.bagian}",
                    pagu=x.pagu,
                    realisasi=x.realisasi,
                    persen=x.persen,
                )
        t = k.hasil.anggaran.total
        yield Jumlah("Jumlah", pagu=t.pagu, realisasi=t.realisasi, persen=t.persen)


class GambarKeuanganSasaran(BlokGambar):
    """Absorption per objective against the target of the year."""

    kode = "bab3.gambar-keuangan-sasaran"
    judul = "Serapan Anggaran {satker} per Sasaran Tahun {tahun}"
    dengan_tabel = False

    def bagan(self, k: Konteks, s: Any) -> Bagan:
        sasaran = k.hasil.sasaran.values()
        return Bagan(
            JenisBagan.BATANG,
            self.judul_pada(k, s),
            tuple(x.fakta.kode for x in sasaran),
            (Seri("Serapan", tuple(x.anggaran.persen for x in sasaran)),),
            satuan="%",
            sumbu_nilai="Realisasi terhadap pagu (%)",
            acuan=pilih.acuan_serapan(k),
        )


class AnalisisKeuanganPk(BlokTeks):
    """Where absorption was highest and lowest among the objectives."""

    kode = "bab3.analisis-keuangan-pk"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        a = k.hasil.anggaran
        pasangan = [(x.fakta.nama, x.anggaran.persen) for x in k.hasil.sasaran.values()]
        atas, bawah = kal.tertinggi(pasangan), kal.terendah(pasangan)
        if atas is None or bawah is None:
            return ()
        return (
            Paragraf(
                (
                    "Setiap pos anggaran terdalam dikaitkan dengan indikator yang dilayaninya. ",
                    kal.lihat("bab3.ringkasan-sasaran"),
                    " merangkumnya per sasaran dan ",
                    kal.lihat("bab3.keuangan-pk"),
                    " merincinya; jumlah keduanya sama dengan pagu DIPA.",
                )
            ),
            Paragraf(
                (
                    "Serapan seluruh anggaran ",
                    kal.persen(a.total.persen),
                    ", ",
                    *kal.banding(a.total.persen, a.target_serapan, itu_siapa="target serapan", format=Format.PERSEN),
                    f". Sasaran dengan serapan tertinggi adalah {atas[0]} (",
                    kal.persen(atas[1]),
                    f"), yang terendah {bawah[0]} (",
                    kal.persen(bawah[1]),
                    ").",
                )
            ),
        )
