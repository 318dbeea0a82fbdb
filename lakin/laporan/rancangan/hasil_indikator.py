"""'Hasil yang telah dicapai': what was reached, told in the terms of the indicator's own formula."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator, HasilTriwulan
from lakin.capaian.rumus.p3dn import P3DN
from lakin.capaian.rumus.perusahaan import EfisiensiPerusahaan
from lakin.dokumen.pohon import Figur, Format
from lakin.laporan import angka_indikator, pilih
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam, unsur
from lakin.laporan.rancangan.deklarasi import TARGET, Pola, Teks

Indikator = HasilIndikator
SEDIKIT = 4
"""Rows that a sentence can name one by one."""


class PerusahaanMitra(Pola[Indikator]):
    """A mean of companies' productivity or efficiency, computed from their rows."""

    kode = "hasil.perusahaan-mitra"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and s.fakta.rumus == EfisiensiPerusahaan.kode

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        apa = "peningkatan" if isinstance(s.realisasi, Angka) and s.realisasi.nilai > 0 else "perubahan"
        if ragam.diganti(s):
            return (
                f"nilai resmi {apa} produktivitas atau efisiensi perusahaan mitra adalah ",
                kal.dengan_satuan(s.realisasi),
                ".",
            )
        return (
            f"produktivitas atau efisiensi perusahaan mitra mencatat {apa} rata-rata ",
            kal.dengan_satuan(s.realisasi),
            ".",
        )


class RincianMitra(Pola[Indikator]):
    """Which companies make that mean."""

    kode = "hasil.rincian-mitra"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return bool(unsur.mitra(s)) and isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        mitra = sorted(unsur.mitra(s), key=lambda p: -p[1].nilai)
        if len(mitra) == 1:
            return (
                "data dasarnya berasal dari satu perusahaan, yaitu ",
                mitra[0][0],
                " (",
                kal.persen(mitra[0][1]),
                ").",
            )
        apa = "peningkatan" if mitra[-1][1].nilai > 0 else "perubahan"
        if len(mitra) <= SEDIKIT:
            return (f"data dasar mencatat {apa} pada ", *kal.nama_dan_persen(mitra), ".")
        return (
            "hasil antarperusahaan terentang dari ",
            kal.persen(mitra[-1][1]),
            f" pada {mitra[-1][0]} sampai ",
            kal.persen(mitra[0][1]),
            f" pada {mitra[0][0]}.",
        )


class PerusahaanTerfasilitasi(Pola[Indikator]):
    """A count of facilitated companies, with their names where they are few."""

    kode = "hasil.perusahaan-terfasilitasi"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and bool(unsur.perusahaan(s))

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        nama = unsur.perusahaan(s)
        jumlah = kal.dengan_satuan(s.realisasi)
        if ragam.diganti(s):
            return (f"menurut nilai resmi, fasilitasi pada tahun {k.tahun} mencakup ", jumlah, ".")
        if len(nama) > SEDIKIT:
            return (f"sampai akhir tahun {k.tahun} terfasilitasi ", jumlah, ".")
        return (
            f"fasilitasi pada tahun {k.tahun} mencakup ",
            jumlah,
            ", yaitu ",
            *kal.rangkai((ragam.sebut(n, "perusahaan mitra"),) for n in nama),
            ".",
        )


class PertumbuhanLayanan(Pola[Indikator]):
    """A growth: the sums over all services, last year and this year."""

    kode = "hasil.pertumbuhan-layanan"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        jumlah = angka_indikator.dua_tahun(k, s)
        return isinstance(s.realisasi, Angka) and jumlah is not None and all(isinstance(j, Angka) for j in jumlah)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        jumlah = angka_indikator.dua_tahun(k, s)
        assert jumlah is not None
        uang = unsur.bentuk_layanan(s) is Format.RUPIAH
        apa = "penerimaan seluruh layanan" if uang else "jumlah hasil seluruh layanan"
        gerak = kal.gerak(jumlah[1], jumlah[0], unsur.bentuk_layanan(s))
        return (
            f"{apa} ",
            *gerak,
            f" pada tahun {k.tahun}, sehingga pertumbuhannya ",
            kal.dengan_satuan(s.realisasi),
            ".",
        )


class ProdukDalamNegeri(Pola[Indikator]):
    """Domestic spending over its ceiling, where one row holds it."""

    kode = "hasil.produk-dalam-negeri"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and s.fakta.rumus == P3DN.kode and len(s.baris) == 1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        isi = {n: v for n, v in s.baris[0].isi.items() if isinstance(v, Angka)}
        return (
            "dari pagu pengadaan ",
            kal.rupiah(isi["pagu"]),
            ", belanja produk dalam negeri terealisasi ",
            kal.rupiah(isi["pdn"]),
            " dan belanja produk bersertifikat TKDN ",
            kal.rupiah(isi["tkdn"]),
            ", sehingga bagian keduanya menjadi ",
            kal.dengan_satuan(s.realisasi),
            " dari pagu.",
        )


class Rekomendasi(Pola[Indikator]):
    """The audit's recommendations and how many of them were followed up."""

    kode = "hasil.rekomendasi"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and bool(angka_indikator.pengawasan(k, s))

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        jumlah = angka_indikator.pengawasan(k, s)[-1]
        asal = (
            "pengawasan internal menghasilkan ",
            kal.bilangan(jumlah.temuan),
            " temuan dengan ",
            kal.bilangan(jumlah.rekomendasi),
            " rekomendasi",
        )
        if ragam.naik(jumlah.selesai, jumlah.rekomendasi) == 0:
            return (*asal, ", dan seluruhnya telah ditindaklanjuti.")
        return (*asal, "; yang telah ditindaklanjuti ", kal.bilangan(jumlah.selesai), ".")


class IndeksSurvei(Pola[Indikator]):
    """A survey's index and how far the services lie apart."""

    kode = "hasil.indeks-survei"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and ragam.ekstrem(unsur.survei(k, s)) is not None

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        ujung = ragam.ekstrem(unsur.survei(k, s))
        assert ujung is not None
        (atas, tinggi), (bawah, rendah) = ujung
        return (
            "hasil survei memberi indeks ",
            kal.dengan_satuan(s.realisasi),
            f", dengan nilai tertinggi pada layanan {ragam.kecil(atas)} (",
            Figur(tinggi),
            f") dan terendah pada layanan {ragam.kecil(bawah)} (",
            Figur(rendah),
            ").",
        )


class Komponen(Pola[Indikator]):
    """A value that is made of fixed components, added or weighed."""

    kode = "hasil.komponen"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and len(unsur.komponen(k, s)) > 1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        r = pilih.rumus_indikator(k, s)
        assert r is not None
        bagian = kal.rangkai((ragam.rendah(n), " (", Figur(a), ")") for n, a in unsur.komponen(k, s))
        if any(x.bobot for x in r.baris_tetap):
            return (
                f"{_apa(s)} tahun {k.tahun} sebesar ",
                kal.dengan_satuan(s.realisasi),
                " diperoleh dari indeks berbobot ",
                *bagian,
                ".",
            )
        return (
            f"{_apa(s)} tahun {k.tahun} sebesar ",
            kal.dengan_satuan(s.realisasi),
            " merupakan jumlah dari ",
            *bagian,
            ".",
        )


def _apa(h: HasilIndikator) -> str:
    return "indeks" if h.fakta.satuan.lower() == "indeks" else "nilai"


class Dicatat(Pola[Indikator]):
    """A realisasi that is known without its raw rows."""

    kode = "hasil.dicatat"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        lain = (
            PerusahaanMitra,
            PerusahaanTerfasilitasi,
            PertumbuhanLayanan,
            ProdukDalamNegeri,
            Rekomendasi,
            IndeksSurvei,
            Komponen,
        )
        return isinstance(s.realisasi, Angka) and not any(p().berlaku(k, s) for p in lain)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        satuan = s.fakta.satuan.lower()
        kata = {"persen": "persentase", "indeks": "indeks", "nilai": "nilai"}.get(satuan, "hasil")
        if ragam.bertumbuh(s):
            kata = "pertumbuhan"
        return (f"{kata} yang dicatat sampai akhir tahun {k.tahun} ialah ", kal.dengan_satuan(s.realisasi), ".")


class TercapaiLebihAwal(Pola[Indikator]):
    """The target was reached before the last triwulan."""

    kode = "hasil.tercapai-lebih-awal"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.capai(s) in ragam.TERCAPAI and self._sejak(s) is not None

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        t = self._sejak(s)
        assert t is not None
        return (
            f"target tahunan itu sudah terpenuhi sejak {kal.triwulan([t.triwulan])}, ketika realisasinya ",
            kal.dengan_satuan(t.realisasi),
            ".",
        )

    @staticmethod
    def _sejak(s: Indikator) -> HasilTriwulan | None:
        return next((t for t in s.triwulan[:3] if isinstance(t.capaian, Angka) and t.capaian.nilai >= 100), None)


class FisikMendahului(Pola[Indikator]):
    """Triwulan in which more was done than planned, none in which less."""

    kode = "hasil.fisik-mendahului"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return bool(ragam.fisik(s, 1)) and not ragam.fisik(s, -1)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return (f"pelaksanaan kegiatan mendahului rencana fisik pada {kal.triwulan(ragam.fisik(s, 1))}.",)


class FisikTersusul(Pola[Indikator]):
    """Less was done than planned at first, and as much as planned in the end."""

    kode = "hasil.fisik-tersusul"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        beda = [ragam.naik(t.fisik, t.fisik_rencana) for t in s.triwulan]
        akhir = s.triwulan[-1] if s.triwulan else None
        return -1 in beda[:-1] and beda[-1] >= 0 and akhir is not None and isinstance(akhir.fisik, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return (
            f"kegiatan sempat tertinggal dari rencana fisik pada {kal.triwulan(ragam.fisik(s, -1))}, "
            "lalu menutup tahun dengan kemajuan ",
            kal.persen(s.triwulan[-1].fisik),
            ".",
        )
