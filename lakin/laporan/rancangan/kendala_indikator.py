"""'Kendala' and 'Tindak lanjut': what the data mark as short, what the year ahead asks, and gaps for the rest."""

from __future__ import annotations

from collections.abc import Iterable

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.fakta import Klasifikasi
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import JANGKA_MENENGAH, SEBAB, Pola, PolaButir, Teks
from lakin.laporan.rancangan.temuan import temuan

Indikator = HasilIndikator


class TanpaKendala(Pola[Indikator]):
    """The data mark nothing: what was looked at, and a gap for what they cannot know."""

    kode = "kendala.tanpa"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return not temuan(k, s)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        lulus = ["target tahunan terpenuhi"] if ragam.capai(s) in ragam.TERCAPAI else []
        lalu = ragam.lalu(k, s)
        if lalu is not None:
            lulus.append(
                f"realisasi {'tidak turun' if ragam.naik(s.realisasi, lalu.realisasi) >= 0 else 'membaik'} "
                f"dari tahun {k.tahun - 1}"
            )
        if isinstance(s.renstra.capaian, Angka):
            lulus.append("target jangka menengah telah terpenuhi")
        kepala = (*kal.rangkai((x,) for x in lulus), "; ") if lulus else ()
        return (
            *kepala,
            "data tidak menunjukkan kekurangan pada indikator ini. Hambatan yang tidak terbaca dari data: ",
            Celah("hambatan pelaksanaan dan pengaruhnya, atau hapus kalimat ini bila tidak ada"),
            ".",
        )


class SedikitKendala(Pola[Indikator]):
    """One or two shortcomings in running text, each with the gap for its cause."""

    kode = "kendala.sedikit"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return 0 < len(temuan(k, s)) <= SEDIKIT

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        satu, *lain = temuan(k, s)
        isi: Teks = (*satu.kalimat, "; penyebabnya ", Celah(satu.sebab), ".")
        if not lain:
            return isi
        sambung = " Di samping itu, " if satu.kode == "target" or ragam.capai(s) in ragam.TERCAPAI else " Selain itu, "
        return (*isi, sambung, *lain[0].kalimat, ", yang disebabkan oleh ", Celah(lain[0].sebab), ".")


SEDIKIT = 2
"""Shortcomings that running text can hold; more become a list."""


class BanyakKendala(PolaButir[Indikator]):
    """Several shortcomings, the gravest first."""

    kode = "kendala.banyak"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(temuan(k, s)) > SEDIKIT

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        if ragam.capai(s) in ragam.TERCAPAI:
            return (f"meskipun target {s.fakta.kode} tercapai, data menunjukkan kelemahan berikut.",)
        return (f"data menunjukkan kelemahan {s.fakta.kode} berikut, mulai dari yang terberat.",)

    def butir(self, k: Konteks, s: Indikator) -> Iterable[Teks]:
        for t in temuan(k, s):
            yield (*t.kalimat, "; penyebabnya ", Celah(t.sebab), ".")


class SedikitTindakLanjut(Pola[Indikator]):
    """The remedies of one or two shortcomings."""

    kode = "tindak-lanjut.sedikit"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return 0 < len(temuan(k, s)) <= SEDIKIT

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        satu, *lain = temuan(k, s)
        isi: Teks = (satu.pembuka, Celah(satu.upaya), ".")
        for t in lain:
            isi = (*isi, f" {t.pembuka[0].upper()}{t.pembuka[1:]}", Celah(t.upaya), ".")
        return isi


class BanyakTindakLanjut(PolaButir[Indikator]):
    """A remedy for each shortcoming."""

    kode = "tindak-lanjut.banyak"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(temuan(k, s)) > SEDIKIT

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return ("tindak lanjut disusun menurut kelemahan di atas.",)

    def butir(self, k: Konteks, s: Indikator) -> Iterable[Teks]:
        for t in temuan(k, s):
            yield (t.pembuka, Celah(t.upaya), ".")


class Dipertahankan(Pola[Indikator]):
    """Nothing is short: how the result is kept."""

    kode = "tindak-lanjut.dipertahankan"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return not temuan(k, s)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return ("agar hasil ini terjaga, ", Celah("langkah mempertahankan hasil, penanggung jawab, dan waktunya"), ".")


class TargetTahunDepan(Pola[Indikator]):
    """Next year's target of the Renstra against what was reached this year."""

    kode = "tindak-lanjut.target-tahun-depan"
    menjawab = JANGKA_MENENGAH

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(pilih.target_tahun(s, k.tahun + 1), Angka) and isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        depan = pilih.target_tahun(s, k.tahun + 1)
        arah = {1: "naik menjadi", -1: "turun menjadi", 0: "tetap"}[ragam.naik(depan, s.target)]
        return (f"target Renstra tahun {k.tahun + 1} {arah} ", kal.dengan_satuan(depan), *self._banding(k, s, depan))

    @staticmethod
    def _banding(k: Konteks, s: Indikator, depan: Bahan) -> Teks:
        assert isinstance(s.realisasi, Angka)
        assert isinstance(depan, Angka)
        beda = ragam.lebih_baik(s, s.realisasi, depan)
        if beda < 0:
            if ragam.naik(s.realisasi, depan) < 0:
                return (", lebih tinggi daripada realisasi tahun ini, sehingga hasil perlu ditingkatkan.",)
            return (" dan belum dipenuhi oleh realisasi tahun ini.",)
        if beda == 0:
            return (", sama dengan realisasi tahun ini.",)
        if ragam.bertumbuh(s):
            dasar = f", dihitung dari hasil tahun {k.tahun} yang sudah lebih tinggi" if s.realisasi.nilai > 0 else ""
            return (f"{dasar}.",)
        if s.fakta.klasifikasi is Klasifikasi.MAKSIMASI and s.realisasi.nilai >= 2 * depan.nilai > 0:
            return (
                ", jauh di bawah realisasi tahun ini; ",
                Celah("apakah target itu perlu ditinjau kembali, dengan alasannya"),
                ".",
            )
        return (" dan sudah dipenuhi oleh realisasi tahun ini.",)
