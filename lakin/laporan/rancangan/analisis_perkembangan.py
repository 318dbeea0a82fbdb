"""'Analisis hasil', first part: how the result moved since last year and over the series."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import HasilIndikator, HasilTahun
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import TAHUN_LALU, TARGET, Lihat, Pola, Teks

Indikator = HasilIndikator


class Menunggu(Pola[Indikator]):
    """Nothing can be analysed without a realisasi."""

    kode = "analisis.menunggu"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return not isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        return (
            f"hasil {s.fakta.kode} tahun {k.tahun} belum dapat dianalisis karena realisasinya tidak tersedia; ",
            Celah("keadaan yang sudah diketahui"),
            ".",
        )


class UkuranBaru(Pola[Indikator]):
    """No earlier year can be set beside this one."""

    kode = "analisis.ukuran-baru"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and ragam.lalu(k, s) is None

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        lain = pilih.satuan_lalu(s, k.tahun - 1)
        if lain.casefold() != s.fakta.satuan.casefold():
            return (
                f"karena sampai tahun {k.tahun - 1} indikator ini dihitung dalam satuan {lain.lower()}, realisasi "
                f"tahun {k.tahun} tidak disandingkan dengan tahun-tahun sebelumnya.",
            )
        sebelum = pilih.sebelumnya(k, s)
        if sebelum is None or not sebelum.realisasi.alamat:
            return (f"realisasi tahun {k.tahun - 1} tidak dicatat, sehingga perkembangannya belum dapat dinilai.",)
        if s.fakta.garis in ("baru", "pengganti"):
            asal = f" menggantikan “{s.fakta.garis_dari}”" if s.fakta.garis_dari else " baru dalam rencana strategis"
            return (f"indikator ini{asal}, sehingga belum ada realisasi terdahulu yang dapat menjadi pembanding.",)
        keadaan = "tidak diukur (N/A)" if _keadaan(sebelum.realisasi) is Tiada.NA else "belum diisi"
        return (f"realisasi tahun {k.tahun - 1} {keadaan}, sehingga perkembangannya belum dapat dinilai.",)


def _keadaan(bahan: Bahan) -> Tiada | None:
    return None if isinstance(bahan, Angka) else bahan.keadaan


class Perkembangan(Pola[Indikator]):
    """Up, down or level since last year, and how that stands in the whole series."""

    kode = "analisis.perkembangan"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.lalu(k, s) is not None and not ragam.bertumbuh(s)

    def nada(self, k: Konteks, s: Indikator) -> int:
        lalu = ragam.lalu(k, s)
        return ragam.lebih_baik(s, s.realisasi, lalu.realisasi) if lalu else 0

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        deret = ragam.sebanding(k, s)
        lalu, awal = deret[-2], deret[0]
        gerak = ragam.naik(s.realisasi, lalu.realisasi)
        lihat = Lihat(f"bab3.seri-indikator.{s.fakta.kode}")
        dua = (kal.dengan_satuan(lalu.realisasi), f" pada tahun {lalu.tahun} menjadi ", kal.dengan_satuan(s.realisasi))
        if gerak == 0:
            tetap = all(ragam.naik(t.realisasi, s.realisasi) == 0 for t in deret)
            sejak = awal.tahun if tetap else lalu.tahun
            return ("realisasi bertahan pada ", kal.dengan_satuan(s.realisasi), f" sejak tahun {sejak}", lihat, ".")
        arah = [ragam.naik(b.realisasi, a.realisasi) for a, b in zip(deret, deret[1:], strict=False)]
        kata = "naik" if gerak > 0 else "turun"
        if len(deret) > 2 and all(a == gerak for a in arah):
            return (
                f"realisasi {kata} setiap tahun, dari ",
                kal.dengan_satuan(awal.realisasi),
                f" pada tahun {awal.tahun} menjadi ",
                kal.dengan_satuan(s.realisasi),
                f" pada tahun {k.tahun}",
                lihat,
                ".",
            )
        if len(deret) > 2 and all(ragam.naik(s.realisasi, t.realisasi) == gerak for t in deret[:-1]):
            ujung = "tertinggi" if gerak > 0 else "terendah"
            return (f"realisasi {kata} dari ", *dua, f", {ujung} sejak tahun {awal.tahun}", lihat, ".")
        if len(deret) > 2:
            puncak = _puncak(deret[:-1], gerak)
            banding = "belum menyamai" if gerak > 0 else "masih di atas"
            if ragam.naik(puncak.realisasi, s.realisasi) == gerak:
                return (
                    f"realisasi {kata} dari ",
                    *dua,
                    f", tetapi {banding} tahun {puncak.tahun} (",
                    kal.dengan_satuan(puncak.realisasi),
                    ")",
                    lihat,
                    ".",
                )
        return (f"realisasi {kata} dari ", *dua, lihat, ".")


def _puncak(deret: Sequence[HasilTahun], gerak: int) -> HasilTahun:
    """The highest earlier year after a rise, the lowest after a fall."""
    return (max if gerak > 0 else min)(deret, key=lambda t: _nilai(t.realisasi))


def _nilai(bahan: Bahan) -> Decimal:
    assert isinstance(bahan, Angka)
    return bahan.nilai


class LajuPertumbuhan(Pola[Indikator]):
    """A growth beside last year's: faster, slower, turned."""

    kode = "analisis.laju-pertumbuhan"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return ragam.lalu(k, s) is not None and ragam.bertumbuh(s)

    def nada(self, k: Konteks, s: Indikator) -> int:
        lalu = ragam.lalu(k, s)
        return ragam.naik(s.realisasi, lalu.realisasi) if lalu else 0

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        lalu = ragam.lalu(k, s)
        assert lalu is not None
        assert isinstance(lalu.realisasi, Angka)
        assert isinstance(s.realisasi, Angka)
        a, b = lalu.realisasi, s.realisasi
        angka = (kal.dengan_satuan(a), f" pada tahun {lalu.tahun} menjadi ", kal.dengan_satuan(b))
        lihat = Lihat(f"bab3.seri-indikator.{s.fakta.kode}")
        if a.nilai == b.nilai:
            return ("laju pertumbuhan sama dengan tahun sebelumnya, yaitu ", kal.dengan_satuan(b), lihat, ".")
        if b.nilai > 0:
            if a.nilai <= 0:
                return ("arahnya berbalik menjadi tumbuh: dari ", *angka, lihat, ".")
            if b.nilai < a.nilai:
                return ("laju pertumbuhan melambat dari ", *angka, ", meskipun tetap positif", lihat, ".")
            return ("laju pertumbuhan meningkat dari ", *angka, lihat, ".")
        if a.nilai > 0:
            return ("pertumbuhan berbalik menjadi penurunan, dari ", *angka, lihat, ".")
        kata = "mengecil" if b.nilai > a.nilai else "makin dalam"
        return (f"penurunan {kata}, dari ", *angka, lihat, ".")


class TargetBergeser(Pola[Indikator]):
    """Capaian and realisasi moved apart, because the target moved."""

    kode = "analisis.target-bergeser"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        lalu, ini = ragam.lalu(k, s), ragam.tahun_ini(k, s)
        if lalu is None or ini is None or s.fakta.klasifikasi.value != "maksimasi":
            return False
        capaian = ragam.naik(ini.capaian, lalu.capaian)
        # Positive realisasi only: below zero a higher target does not lower the ratio.
        positif = all(isinstance(t.realisasi, Angka) and t.realisasi.nilai > 0 for t in (lalu, ini))
        return positif and capaian * ragam.naik(ini.realisasi, lalu.realisasi) == -1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        lalu, ini = ragam.lalu(k, s), ragam.tahun_ini(k, s)
        assert lalu is not None
        assert ini is not None
        naik = ragam.naik(ini.capaian, lalu.capaian) > 0
        kata = ("naik", "diturunkan") if naik else ("turun", "dinaikkan")
        return (
            f"capaiannya justru {kata[0]} dari ",
            kal.persen(lalu.capaian),
            " menjadi ",
            kal.persen(ini.capaian),
            f" karena target {kata[1]} dari ",
            kal.dengan_satuan(lalu.target),
            " menjadi ",
            kal.dengan_satuan(ini.target),
            ".",
        )


class TargetKiniTercapai(Pola[Indikator]):
    """A target that was missed last year was reached, or the other way round."""

    kode = "analisis.target-kini-tercapai"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        lalu = ragam.lalu(k, s)
        if lalu is None or not isinstance(lalu.capaian, Angka) or not isinstance(s.capaian, Angka):
            return False
        return (lalu.capaian.nilai >= 100) != (s.capaian.nilai >= 100) and not TargetBergeser().berlaku(k, s)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        lalu = ragam.lalu(k, s)
        assert lalu is not None
        if ragam.capai(s) in ragam.TERCAPAI:
            return (
                f"pada tahun {lalu.tahun} target belum tercapai (capaian ",
                kal.persen(lalu.capaian),
                "), sedangkan tahun ini target terpenuhi.",
            )
        return (
            f"pada tahun {lalu.tahun} target masih tercapai (capaian ",
            kal.persen(lalu.capaian),
            "), sedangkan tahun ini tidak.",
        )
