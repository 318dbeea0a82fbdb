"""'Analisis hasil', third part: where the result stands against the medium term, similar satkers and benchmarks."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.banding import Perbandingan, banding_indikator
from lakin.capaian.fakta import CaraRenstra
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Celah, Figur, Format
from lakin.laporan import angka_laporan
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import ACUAN, JANGKA_MENENGAH, SEJENIS, Lihat, Pola, Teks

Indikator = HasilIndikator


class JangkaMenengah(Pola[Indikator]):
    """The medium-term target: still ahead, met by the sum, or met by the value since some year."""

    kode = "analisis.jangka-menengah"
    menjawab = JANGKA_MENENGAH
    bersambung = True

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.renstra.capaian, Angka)

    def nada(self, k: Konteks, s: Indikator) -> int:
        return 1 if ragam.lebih_baik(s, s.renstra.realisasi, s.renstra.target) >= 0 else -1

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        r = s.renstra
        t, c = kal.dengan_satuan(r.target), kal.persen(r.capaian)
        akhir: Teks = (" (", c, ")", Lihat(f"bab3.jangka-menengah-indikator.{s.fakta.kode}"), ".")
        if self.nada(k, s) < 0:
            return (
                f"target jangka menengah sampai tahun {k.fakta.renstra.akhir} sebesar ",
                t,
                " belum terpenuhi",
                *akhir,
            )
        kata = "melampaui" if ragam.naik(r.realisasi, r.target) else "memenuhi"
        if s.fakta.cara_renstra is CaraRenstra.JUMLAH:
            return (
                "hasil kumulatif ",
                kal.dengan_satuan(r.realisasi),
                f" telah {kata} target jangka menengah ",
                t,
                *akhir,
            )
        if s.fakta.cara_renstra is CaraRenstra.RATA_RATA:
            if sum(isinstance(b, Angka) for b in r.realisasi.bahan) < 2:
                apa = (
                    f"tahun {k.tahun} merupakan satu-satunya tahun yang terukur dalam periode Renstra, "
                    f"dan hasilnya {kata} target jangka menengah "
                )
                return (apa, t, *akhir)
            apa = "rata-rata realisasi selama periode Renstra, yaitu "
            return (apa, kal.dengan_satuan(r.realisasi), f", {kata} target jangka menengah ", t, *akhir)
        sejak = self._sejak(k, s)
        if sejak < k.tahun:
            return ("target jangka menengah ", t, f" sudah {_pasif(kata)} sejak tahun {sejak}", *akhir)
        return ("baru pada tahun ini target jangka menengah ", t, f" {_pasif(kata)}", *akhir)

    @staticmethod
    def _sejak(k: Konteks, s: Indikator) -> int:
        """Since which year without a break the value has been as good as the target."""
        sejak = k.tahun
        for t in reversed(ragam.sebanding(k, s)):
            if (
                t.tahun < k.fakta.renstra.awal
                or ragam.lebih_baik(s, t.realisasi, s.renstra.target) < 0
                or t.tahun < sejak - 1
            ):
                break
            sejak = t.tahun
        return sejak


def _pasif(kata: str) -> str:
    return {"melampaui": "terlampaui", "memenuhi": "terpenuhi"}[kata]


class Peringkat(Pola[Indikator]):
    """Rank among similar satkers, and the side of the mean."""

    kode = "analisis.peringkat"
    menjawab = SEJENIS
    bersambung = True

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        b = banding_indikator(k.hasil, k.pembanding, s)
        return b is not None and isinstance(b.milik.peringkat, Angka) and isinstance(b.rata.get(b.susunan.urut), Angka)

    def nada(self, k: Konteks, s: Indikator) -> int:
        b = self._banding(k, s)
        return ragam.lebih_baik(s, b.milik.isi[b.susunan.urut], b.rata[b.susunan.urut])

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        b = self._banding(k, s)
        urut, rata = b.susunan.urut, b.rata[b.susunan.urut]
        lihat = Lihat(f"bab3.perbandingan-indikator.{s.fakta.kode}")
        milik = b.milik.isi[urut]
        posisi = {1: "di atas", -1: "di bawah", 0: "sama dengan"}[ragam.naik(milik, rata)]
        puncak = [a for a in b.anggota if isinstance(a.peringkat, Angka) and a.peringkat.nilai == 1]
        lajur = next(x for x in b.susunan.lajur if x.kode == urut)
        menurut = "" if lajur.pokok else f"menurut {ragam.kecil(lajur.judul.format(tahun=k.tahun, lalu=k.tahun - 1))}, "
        dari: Teks = (" di antara ", kal.bilangan(b.peserta), " satker yang melapor")
        if any(a.milik for a in puncak):
            kata = "merupakan yang terbaik" if len(puncak) == 1 else "menempati peringkat teratas bersama satker lain"
            return (
                f"{menurut}{k.satker.singkatan} {kata}",
                *dari,
                "; rata-ratanya ",
                Figur(rata, _bentuk(rata)),
                lihat,
                ".",
            )
        return (
            f"{menurut}{k.satker.singkatan} menempati peringkat ",
            kal.bilangan(b.milik.peringkat),
            *dari,
            f", {posisi} rata-rata ",
            Figur(rata, _bentuk(rata)),
            f", sedangkan nilai terbaik diraih {puncak[0].nama} (",
            Figur(puncak[0].isi[urut], _bentuk(puncak[0].isi[urut])),
            ")",
            lihat,
            ".",
        )

    @staticmethod
    def _banding(k: Konteks, s: Indikator) -> Perbandingan:
        b = banding_indikator(k.hasil, k.pembanding, s)
        assert b is not None
        return b


def _bentuk(angka: Bahan) -> Format:
    return Format.SATUAN if angka.satuan else Format.NILAI


class AcuanTercatat(Pola[Indikator]):
    """A benchmark that is on record; what it means for the indicator is the author's to say."""

    kode = "analisis.acuan"
    menjawab = ACUAN

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return any(isinstance(n, Angka) for _, n in angka_laporan.acuan(k, s))

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        milik = [(a, n) for a, n in angka_laporan.acuan(k, s) if isinstance(n, Angka)]
        a, nilai = milik[0]
        nama = ragam.sebut(a.nama, "")
        angka: Teks = (kal.dengan_satuan(nilai), f" untuk tahun {a.tahun}")
        isi: Teks = (f"“{nama}”, yaitu ", *angka) if nama else ("acuan sebesar ", *angka)
        awal = (
            ("acuan yang tercatat ialah ",)
            if nama and len(milik) == 1
            else ("acuan yang tercatat antara lain ",)
            if nama
            else ()
        )
        satuan = a.satuan.casefold().replace("%", "persen") == s.fakta.satuan.casefold().replace("%", "persen")
        petunjuk = (
            "apakah acuan ini sebanding, dan apa artinya bagi hasil tahun ini"
            if satuan
            else "hubungan acuan ini dengan indikator, karena satuannya berbeda"
        )
        kata = "; terhadap acuan itu, " if nama else " tercatat sebagai pembanding; "
        return (*awal, *isi, Lihat(f"bab3.acuan-indikator.{s.fakta.kode}"), kata, Celah(petunjuk), ".")
