"""The executive summary: the verdict on the year, what moved, the money, and what is left to do."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.banding import banding_nka
from lakin.dokumen.pohon import Celah, Figur, Format
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import JANGKA_MENENGAH, SEBAB, SUMBER_DAYA, TAHUN_LALU, TARGET, Lihat, Pola, Teks


class HasilTahun(Pola[None]):
    """All targets reached, some, or none that could be judged."""

    kode = "ikhtisar.hasil-tahun"
    menjawab = TARGET

    def kalimat(self, k: Konteks, s: None) -> Teks:
        o = k.hasil.organisasi
        if not isinstance(o.capaian, Angka) or not isinstance(o.tercapai, Angka):
            return (
                f"capaian kinerja {k.satker.singkatan} tahun {k.tahun} belum dapat dihitung karena "
                "realisasi indikator belum tersedia.",
            )
        if ragam.naik(o.tercapai, o.jumlah) == 0:
            return (
                f"seluruh target Perjanjian Kinerja {k.satker.singkatan} tahun {k.tahun}, yaitu ",
                kal.bilangan(o.jumlah),
                " indikator, tercapai atau terlampaui dengan rata-rata capaian ",
                kal.persen(o.capaian),
                ".",
            )
        return (
            "dari ",
            kal.bilangan(o.jumlah),
            f" indikator yang ditargetkan {k.satker.singkatan} pada tahun {k.tahun}, ",
            kal.bilangan(o.tercapai),
            " mencapai atau melampaui target, dengan rata-rata capaian ",
            kal.persen(o.capaian),
            ".",
        )


class Terlambat(Pola[None]):
    """Indicators that missed their target, by name."""

    kode = "ikhtisar.belum-tercapai"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(belum_tercapai(k))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return ("target belum tercapai pada ", *kal.nama_dan_persen(belum_tercapai(k)), ".")


def belum_tercapai(k: Konteks) -> list[tuple[str, Angka]]:
    """The indicators whose target was missed, each with its capaian."""
    return [
        (h.fakta.kode, h.capaian) for h in k.indikator if isinstance(h.capaian, Angka) and ragam.capai(h) in ragam.BELUM
    ]


class RentangCapaian(Pola[None]):
    """The highest and the lowest capaian, named."""

    kode = "ikhtisar.rentang"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return ragam.ekstrem([(h.fakta.nama, h.capaian) for h in k.indikator]) is not None

    def kalimat(self, k: Konteks, s: None) -> Teks:
        ujung = ragam.ekstrem([(h.fakta.kode, h.capaian) for h in k.indikator])
        assert ujung is not None
        (atas, tinggi), (_, rendah) = ujung
        bawah = [h.fakta.kode for h in k.indikator if isinstance(h.capaian, Angka) and h.capaian.nilai == rendah.nilai]
        return (
            f"capaian tertinggi terdapat pada {_bernama(k, atas)} (",
            kal.persen(tinggi),
            "), sedangkan yang terendah pada ",
            *kal.rangkai((x,) for x in ([_bernama(k, bawah[0])] if len(bawah) == 1 else bawah)),
            " (",
            kal.persen(rendah),
            ")",
            Lihat("bab3.gambar-capaian-indikator"),
            ".",
        )


def _bernama(k: Konteks, kode: str) -> str:
    """An indicator as somebody reads it who does not know the codes."""
    nama = ragam.sebut(k.hasil.indikator[kode].fakta.nama, "")
    return f"{kode} “{nama}”" if nama else kode


class GerakTahunan(Pola[None]):
    """Which indicators are better than last year and which worse."""

    kode = "ikhtisar.gerak"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: None) -> bool:
        return any(gerak(k))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        baik, buruk = gerak(k)
        awal = f"di antara indikator yang dapat disandingkan dengan tahun {k.tahun - 1}, realisasi "
        if not buruk:
            return (awal, *kal.rangkai((x,) for x in baik), " membaik dan tidak ada yang menurun.")
        if not baik:
            return (awal, *kal.rangkai((x,) for x in buruk), " menurun dan tidak ada yang membaik.")
        return (
            awal,
            *kal.rangkai((x,) for x in baik),
            " membaik, sedangkan ",
            *kal.rangkai((x,) for x in buruk),
            " menurun.",
        )


def gerak(k: Konteks) -> tuple[list[str], list[str]]:
    """Codes of the indicators that are better than last year, and of those that are worse."""
    arah = {h.fakta.kode: ragam.lebih_baik(h, h.realisasi, x.realisasi) for h in k.indikator if (x := ragam.lalu(k, h))}
    return [kode for kode, a in arah.items() if a > 0], [kode for kode, a in arah.items() if a < 0]


class BelanjaTahun(Pola[None]):
    """Absorption against its target and against last year."""

    kode = "ikhtisar.belanja"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return isinstance(k.hasil.anggaran.total.persen, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        a = k.hasil.anggaran
        isi: Teks = (
            "anggaran terserap ",
            kal.persen(a.total.persen),
            ", yaitu ",
            Figur(a.total.realisasi, Format.MILIAR),
            " dari pagu ",
            Figur(a.total.pagu, Format.MILIAR),
        )
        if isinstance(a.target_serapan, Angka):
            kata = "memenuhi" if kal.mencapai(a.total.persen, a.target_serapan) else "belum memenuhi"
            isi = (*isi, f", sehingga {kata} target serapan ", kal.persen(a.target_serapan))
        lalu = a.tahun.get(k.tahun - 1)
        if lalu is not None and isinstance(lalu.persen, Angka):
            kata = {1: "lebih tinggi daripada", 0: "sama dengan", -1: "lebih rendah daripada"}[
                ragam.naik(a.total.persen, lalu.persen)
            ]
            isi = (*isi, f"; serapan ini {kata} tahun {k.tahun - 1} (", kal.persen(lalu.persen), ")")
        return (*isi, ".")


class PenerimaanTahun(Pola[None]):
    """PNBP against its target and last year."""

    kode = "ikhtisar.pnbp"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        p = k.hasil.pnbp.get(k.tahun)
        return p is not None and isinstance(p.persen, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        p = k.hasil.pnbp[k.tahun]
        kata = (
            "melampaui"
            if ragam.naik(p.penerimaan, p.target) > 0
            else "memenuhi"
            if kal.mencapai(p.penerimaan, p.target)
            else "belum mencapai"
        )
        isi: Teks = (
            "penerimaan PNBP ",
            Figur(p.penerimaan, Format.MILIAR),
            f" {kata} target ",
            Figur(p.target, Format.MILIAR),
            " (",
            kal.persen(p.persen),
            ")",
        )
        lalu = k.hasil.pnbp.get(k.tahun - 1)
        if lalu is not None and ragam.naik(p.penerimaan, lalu.penerimaan):
            kata = "naik" if ragam.naik(p.penerimaan, lalu.penerimaan) > 0 else "turun"
            isi = (*isi, f" dan {kata} dari ", Figur(lalu.penerimaan, Format.MILIAR), f" pada tahun {k.tahun - 1}")
        return (*isi, ".")


class EfisiensiTahun(Pola[None]):
    """Mean efficiency and the official value of the budget's performance."""

    kode = "ikhtisar.efisiensi"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return isinstance(k.hasil.efisiensi_rata, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        isi: Teks = ("rata-rata efisiensi seluruh indikator adalah ", kal.persen(k.hasil.efisiensi_rata))
        nka = k.hasil.nka
        if nka is None or not isinstance(nka.nilai, Angka):
            return (*isi, Lihat("bab3.efisiensi"), ".")
        isi = (*isi, ", dan nilai kinerja anggaran ", Figur(nka.nilai))
        b = banding_nka(k.hasil, k.pembanding)
        if b is not None and isinstance(b.milik.peringkat, Angka):
            isi = (
                *isi,
                ", peringkat ",
                kal.bilangan(b.milik.peringkat),
                " dari ",
                kal.bilangan(b.peserta),
                " satker yang melapor",
            )
        return (*isi, ".")


class SisaJangkaMenengah(Pola[None]):
    """Which medium-term targets are still open, or that none is."""

    kode = "ikhtisar.jangka-menengah"
    menjawab = JANGKA_MENENGAH

    def berlaku(self, k: Konteks, s: None) -> bool:
        return any(isinstance(h.renstra.capaian, Angka) for h in k.indikator)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kurang, akhir = sisa_renstra(k), k.fakta.renstra.akhir
        lihat = Lihat("bab3.capaian-renstra")
        if not kurang:
            return (
                f"target jangka menengah sampai tahun {akhir} sudah terpenuhi pada semua indikator yang dapat dinilai",
                lihat,
                ".",
            )
        return (
            f"menjelang akhir Renstra pada {akhir}, target jangka menengah belum terpenuhi pada ",
            *kal.nama_dan_persen(kurang),
            lihat,
            ".",
        )


def sisa_renstra(k: Konteks) -> list[tuple[str, Angka]]:
    """The indicators that are short of the medium-term target, each with its achievement."""
    return [
        (h.fakta.kode, h.renstra.capaian)
        for h in k.indikator
        if isinstance(h.renstra.capaian, Angka) and ragam.lebih_baik(h, h.renstra.realisasi, h.renstra.target) < 0
    ]


class NilaiResmiTahun(Pola[None]):
    """Indicators that print a recorded value in the place of a computed one."""

    kode = "ikhtisar.nilai-resmi"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return any(ragam.diganti(h) for h in k.indikator)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kode = [h.fakta.kode for h in k.indikator if ragam.diganti(h)]
        return (
            "realisasi ",
            *kal.rangkai((x,) for x in kode),
            " memakai nilai resmi yang direkam; alasannya diuraikan pada indikator yang bersangkutan.",
        )


class Pelajaran(Pola[None]):
    """What decided the year and what changes: the head's to say."""

    kode = "ikhtisar.pelajaran"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        apa = (
            "hal yang menahan kinerja tahun ini"
            if belum_tercapai(k)
            else "hal yang paling menentukan kinerja tahun ini"
        )
        return (
            f"{apa} ialah ",
            Celah("faktor utama menurut pimpinan, dengan buktinya"),
            "; untuk tahun berikutnya ",
            Celah("perubahan yang akan dilakukan"),
            ".",
        )
