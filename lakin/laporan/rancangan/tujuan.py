"""The text of one tujuan: its indicators together, beside its own target."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilTujuan
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import JANGKA_MENENGAH, SEBAB, TAHUN_LALU, TARGET, Lihat, Pola, Teks


class RataTujuan(Pola[HasilTujuan]):
    """The mean of the indicators' capaian, beside the tujuan's own target."""

    kode = "tujuan.rata"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return isinstance(s.capaian, Angka)

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        t = s.fakta.kode
        if s.realisasi is not None:
            return (
                f"capaian tujuan {t} tahun {k.tahun} adalah ",
                kal.persen(s.capaian),
                ", dihitung dari rata-rata realisasi ",
                kal.persen(s.realisasi),
                ".",
            )
        if len(s.indikator) == 1:
            h = s.indikator[0]
            apa: Teks = (
                f"tujuan {t} diukur dengan satu indikator, yaitu {h.fakta.kode}, yang capaiannya ",
                kal.persen(s.capaian),
            )
        else:
            apa = (f"rata-rata capaian indikator pada tujuan {t} adalah ", kal.persen(s.capaian))
        if not isinstance(s.target, Angka):
            return (*apa, "; tujuan ini tidak memiliki target tersendiri pada tahun ini.")
        kata = {1: "lebih tinggi daripada", 0: "sama dengan", -1: "lebih rendah daripada"}[
            ragam.naik(s.capaian, s.target)
        ]
        return (*apa, f", {kata} target tujuan ", kal.persen(s.target), Lihat(f"bab3.capaian-tujuan.{t}"), ".")


class TujuanTanpaCapaian(Pola[HasilTujuan]):
    """No indicator of the tujuan can be judged yet."""

    kode = "tujuan.tanpa-capaian"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return not isinstance(s.capaian, Angka)

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        return (
            f"capaian tujuan {s.fakta.kode} tahun {k.tahun} belum dapat dihitung karena belum ada "
            "indikatornya yang memiliki capaian.",
        )


class RentangTujuan(Pola[HasilTujuan]):
    """Highest and lowest indicator; where one lifts the mean, that is said."""

    kode = "tujuan.rentang"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return _rentang(s) is not None

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        ujung = _rentang(s)
        assert ujung is not None
        (atas, tinggi), (bawah, rendah) = ujung
        isi: Teks = (
            f"capaian tertinggi terdapat pada {atas} (",
            kal.persen(tinggi),
            f") dan terendah pada {bawah} (",
            kal.persen(rendah),
            ")",
        )
        if isinstance(s.capaian, Angka) and s.realisasi is None and tinggi.nilai >= 2 * s.capaian.nilai > 0:
            return (
                *isi,
                f"; karena {atas} jauh di atas yang lain, rata-rata tujuan perlu dibaca bersama "
                "capaian tiap indikator.",
            )
        return (*isi, ".")


def _rentang(s: HasilTujuan) -> tuple[tuple[str, Angka], tuple[str, Angka]] | None:
    return ragam.ekstrem([(h.fakta.kode, h.capaian) for h in s.indikator])


class TujuanBelumTercapai(Pola[HasilTujuan]):
    """Which indicators missed their target, or that none did."""

    kode = "tujuan.belum-tercapai"
    menjawab = TARGET
    bersambung = True

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return len(s.indikator) > 1 and any(isinstance(h.capaian, Angka) for h in s.indikator)

    def nada(self, k: Konteks, s: HasilTujuan) -> int:
        return -1 if self._kurang(s) else 1

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        kurang = self._kurang(s)
        belum = [h.fakta.kode for h in s.indikator if not isinstance(h.capaian, Angka)]
        sisa: Teks = ("; capaian ", *kal.rangkai((x,) for x in belum), " belum dapat dihitung") if belum else ()
        if not kurang:
            apa = (
                "tidak ada indikator yang belum mencapai target"
                if belum
                else "seluruh indikatornya mencapai atau melampaui target"
            )
            return (apa, *sisa, ".")
        return ("target belum tercapai pada ", *kal.nama_dan_persen(kurang), *sisa, ".")

    @staticmethod
    def _kurang(s: HasilTujuan) -> list[tuple[str, Angka]]:
        return [
            (h.fakta.kode, h.capaian)
            for h in s.indikator
            if isinstance(h.capaian, Angka) and ragam.capai(h) in ragam.BELUM
        ]


class GerakTujuan(Pola[HasilTujuan]):
    """Which indicators are better and which worse than last year."""

    kode = "tujuan.gerak"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return any(self._gerak(k, s))

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        baik, tetap, buruk = self._gerak(k, s)
        bagian: list[Teks] = []
        if baik:
            bagian.append((*kal.rangkai((x,) for x in baik), " membaik"))
        if tetap:
            bagian.append((*kal.rangkai((x,) for x in tetap), " tetap"))
        if buruk:
            bagian.append((*kal.rangkai((x,) for x in buruk), " menurun"))
        isi: Teks = (f"dibandingkan dengan tahun {k.tahun - 1}, realisasi ", *bagian[0])
        for n, b in enumerate(bagian[1:], 2):
            isi = (*isi, ", sedangkan " if n == len(bagian) else ", ", *b)
        return (*isi, ".")

    @staticmethod
    def _gerak(k: Konteks, s: HasilTujuan) -> tuple[list[str], list[str], list[str]]:
        arah = {
            h.fakta.kode: ragam.lebih_baik(h, h.realisasi, x.realisasi) for h in s.indikator if (x := ragam.lalu(k, h))
        }
        baik, tetap, buruk = ([kode for kode, a in arah.items() if a == n] for n in (1, 0, -1))
        return baik, tetap, buruk


class TujuanJangkaMenengah(Pola[HasilTujuan]):
    """Indicators that are still short of the medium-term target."""

    kode = "tujuan.jangka-menengah"
    menjawab = JANGKA_MENENGAH
    bersambung = True

    def berlaku(self, k: Konteks, s: HasilTujuan) -> bool:
        return bool(self._kurang(s))

    def nada(self, k: Konteks, s: HasilTujuan) -> int:
        return -1

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        kurang = kal.nama_dan_persen(self._kurang(s))
        return ("target jangka menengah belum terpenuhi pada ", *kurang, Lihat("bab3.capaian-renstra"), ".")

    @staticmethod
    def _kurang(s: HasilTujuan) -> list[tuple[str, Angka]]:
        return [
            (h.fakta.kode, h.renstra.capaian)
            for h in s.indikator
            if isinstance(h.renstra.capaian, Angka) and ragam.lebih_baik(h, h.renstra.realisasi, h.renstra.target) < 0
        ]


class ArtiTujuan(Pola[HasilTujuan]):
    """What the results mean for the tujuan itself: the author's to say."""

    kode = "tujuan.arti"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: HasilTujuan) -> Teks:
        nama = ragam.sebut(s.fakta.nama, "")
        bagi = f"upaya {nama[0].lower()}{nama[1:]}" if nama.startswith("Me") else "tujuan ini"
        if any(ragam.capai(h) in ragam.BELUM for h in s.indikator):
            return (
                f"akibat target yang belum tercapai bagi {bagi} ialah ",
                Celah("akibat dan langkah perbaikannya"),
                ".",
            )
        return (
            f"sumbangan hasil ini bagi {bagi} ialah ",
            Celah("perubahan nyata bagi industri atau pengguna layanan, dengan buktinya"),
            ".",
        )
