"""'Analisis hasil', second part: what carried the result and what held it back, by the indicator's formula."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Figur
from lakin.laporan import angka_indikator, pilih
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam, unsur
from lakin.laporan.rancangan.deklarasi import TARGET, Pola, Teks

Indikator = HasilIndikator


class SumbanganLayanan(Pola[Indikator]):
    """The greatest service, and the one that grew most."""

    kode = "analisis.sumbangan-layanan"
    menjawab = TARGET

    def nada(self, k: Konteks, s: Indikator) -> int:
        return 1 if isinstance(s.realisasi, Angka) and s.realisasi.nilai > 0 else -1

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(unsur.layanan(s, "ini")) > 1 and isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        besar = unsur.terbesar(unsur.layanan(s, "ini"))
        pesat = unsur.terbesar(unsur.layanan(s, "hasil"))
        assert besar is not None
        nama = ragam.kecil(besar[0])
        awal: Teks = (
            f"penyumbang terbesar pada tahun {k.tahun} adalah layanan {nama} (",
            Figur(besar[1], unsur.bentuk_layanan(s)),
            ")",
        )
        if pesat is None or pesat[1].nilai <= 0:
            return (*awal, ".")
        if pesat[0] == besar[0]:
            return (*awal, ", yang juga tumbuh paling pesat (", kal.persen(pesat[1]), ").")
        return (
            *awal,
            f", sedangkan pertumbuhan tertinggi terdapat pada layanan {ragam.kecil(pesat[0])} (",
            kal.persen(pesat[1]),
            ").",
        )


class LayananMenurun(Pola[Indikator]):
    """Services that shrank although or while the whole grew."""

    kode = "analisis.layanan-menurun"
    menjawab = TARGET
    bersambung = True

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return bool(unsur.menurun(s)) and isinstance(s.realisasi, Angka)

    def nada(self, k: Konteks, s: Indikator) -> int:
        return -1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        turun = unsur.menurun(s)
        if len(turun) == 1:
            return (f"layanan {ragam.kecil(turun[0][0])} menurun (", kal.persen(turun[0][1]), ").")
        return ("penurunan terjadi pada layanan ", *kal.nama_dan_persen((ragam.kecil(n), a) for n, a in turun), ".")


class RentangMitra(Pola[Indikator]):
    """Companies that lie far apart: the mean says little of each."""

    kode = "analisis.rentang-mitra"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        ujung = ragam.ekstrem(unsur.mitra(s))
        return ujung is not None and ujung[1][1].nilai > 0 and ujung[0][1].nilai >= 2 * ujung[1][1].nilai

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        ujung = ragam.ekstrem(unsur.mitra(s))
        assert ujung is not None
        (atas, tinggi), (bawah, rendah) = ujung
        return (
            f"hasil {atas} (",
            kal.persen(tinggi),
            f") jauh lebih besar daripada {bawah} (",
            kal.persen(rendah),
            "), sehingga rata-ratanya perlu dibaca bersama hasil tiap perusahaan.",
        )


class MitraBerulang(Pola[Indikator]):
    """Companies that were served more than once."""

    kode = "analisis.mitra-berulang"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return bool(unsur.berulang(s))

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return (
            *kal.rangkai((n,) for n in unsur.berulang(s)),
            " tercatat pada lebih dari satu kegiatan dalam data dasar.",
        )


class NilaiResmi(Pola[Indikator]):
    """The recorded official value beside what the raw rows give."""

    kode = "analisis.nilai-resmi"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.diganti(s) and isinstance(s.nilai_hitung, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        kata = {1: "lebih tinggi daripada", -1: "lebih rendah daripada", 0: "sama dengan"}[
            ragam.naik(s.realisasi, s.nilai_hitung)
        ]
        return (
            f"nilai resmi yang dilaporkan {kata} hasil hitung data dasar, yaitu ",
            kal.dengan_satuan(s.nilai_hitung),
            ".",
        )


class UnsurTerlemah(Pola[Indikator]):
    """Which component is farthest from its maximum, or simply the least on one scale."""

    kode = "analisis.unsur-terlemah"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return unsur.jarak_maksimum(k, s) is not None or self._berbobot(k, s)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        if jarak := unsur.jarak_maksimum(k, s):
            (lemah, a), (kuat, _) = jarak
            return (
                "dibandingkan dengan nilai maksimum masing-masing, unsur yang paling tertinggal ialah ",
                f"{ragam.rendah(lemah)} (",
                Figur(a),
                f") dan yang paling mendekati penuh ialah {ragam.rendah(kuat)}.",
            )
        ujung = ragam.ekstrem(unsur.komponen(k, s))
        assert ujung is not None
        tinggi = ujung[0][1].nilai
        atas = [ragam.rendah(n) for n, a in unsur.komponen(k, s) if a.nilai == tinggi]
        return (
            "aspek dengan indeks tertinggi adalah ",
            *kal.rangkai([(n,) for n in atas], "serta"),
            " (",
            Figur(ujung[0][1]),
            f"), sedangkan yang terendah {ragam.rendah(ujung[1][0])} (",
            Figur(ujung[1][1]),
            ").",
        )

    @staticmethod
    def _berbobot(k: Konteks, s: Indikator) -> bool:
        r = pilih.rumus_indikator(k, s)
        return r is not None and any(x.bobot for x in r.baris_tetap) and ragam.ekstrem(unsur.komponen(k, s)) is not None


class BagianTerbesar(Pola[Indikator]):
    """The greatest component, where no maximum is known to compare it with."""

    kode = "analisis.bagian-terbesar"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(unsur.komponen(k, s)) > 1 and not UnsurTerlemah().berlaku(k, s)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        besar = unsur.terbesar(unsur.komponen(k, s))
        assert besar is not None
        return (f"bagian terbesar nilai itu berasal dari unsur {ragam.rendah(besar[0])} (", Figur(besar[1]), ").")


class LayananDiBawahTarget(Pola[Indikator]):
    """Surveyed services below the indicator's target, or that there are none."""

    kode = "analisis.layanan-di-bawah-target"
    menjawab = TARGET
    bersambung = True

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(unsur.survei(k, s)) > 1 and isinstance(s.target, Angka)

    def nada(self, k: Konteks, s: Indikator) -> int:
        return -1 if unsur.di_bawah_target(k, s) else 1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        kurang = unsur.di_bawah_target(k, s)
        if not kurang:
            return ("indeks setiap layanan yang disurvei berada pada atau di atas target indikator.",)
        return (
            "indeks layanan ",
            *kal.rangkai((ragam.kecil(n), " (", Figur(a), ")") for n, a in kurang),
            " masih di bawah target indikator.",
        )


class BelanjaImpor(Pola[Indikator]):
    """What was still bought from abroad."""

    kode = "analisis.belanja-impor"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return len(s.baris) == 1 and isinstance(s.baris[0].isi.get("impor"), Angka) and isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        impor: Bahan | str = s.baris[0].isi["impor"]
        assert isinstance(impor, Angka)
        return ("belanja yang masih berupa produk impor tercatat ", kal.rupiah(impor), ".")


class BidangRekomendasi(Pola[Indikator]):
    """The field of the audit with the most recommendations."""

    kode = "analisis.bidang-rekomendasi"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.ekstrem(self._bidang(k, s)) is not None

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        ujung = ragam.ekstrem(self._bidang(k, s))
        assert ujung is not None
        return (
            f"rekomendasi terbanyak menyangkut bidang {ragam.kecil(ujung[0][0])}, yaitu ",
            kal.bilangan(ujung[0][1]),
            " butir.",
        )

    @staticmethod
    def _bidang(k: Konteks, s: Indikator) -> list[tuple[str, Bahan]]:
        return [(b.nama, b.rekomendasi) for b in angka_indikator.pengawasan(k, s)[:-1]]
