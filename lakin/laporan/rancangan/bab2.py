"""Chapter II: the Renstra in force and what the year's agreement took from it."""

from __future__ import annotations

from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan.deklarasi import SEBAB, SISTEMATIKA, Lihat, Pola, Teks


class RenstraBerlaku(Pola[None]):
    """Name, period and whether it has been revised."""

    kode = "bab2.renstra-berlaku"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        r = k.fakta.renstra
        periode = "" if f"{r.awal}-{r.akhir}" in r.nama else f" periode {r.awal}-{r.akhir}"
        ubah = ", yang pada tahun ini berlaku menurut perubahannya yang terakhir" if r.revisi else ""
        return (f"kinerja tahun {k.tahun} direncanakan dalam {r.nama}{periode}{ubah}.",)


class ArahVisi(Pola[None]):
    """Where the vision is printed, and how the satker's tujuan follow from it."""

    kode = "bab2.arah-visi"
    menjawab = SISTEMATIKA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(k.fakta.tujuan)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        induk = f" {k.satker.induk_nama}" if k.satker.induk_nama else ""
        visi = any(p.jenis == "visi" for p in k.fakta.pernyataan)
        awal = f"mengikuti visi dan misi{induk}, arah satker dituangkan" if visi else "arah satker dituangkan"
        return (f"{awal} dalam tujuan ", *kal.rangkai((t.kode,) for t in k.fakta.tujuan), Lihat("bab2.tujuan"), ".")


class SasaranPerspektif(Pola[None]):
    """The sasaran by perspective."""

    kode = "bab2.sasaran-perspektif"
    menjawab = SISTEMATIKA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(k.hasil.sasaran)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kelompok: dict[str, list[str]] = {}
        for x in k.hasil.sasaran.values():
            kelompok.setdefault(x.fakta.perspektif, []).append(x.fakta.kode)
        bagian = [(*kal.rangkai((kode,) for kode in milik), f" pada {nama}") for nama, milik in kelompok.items()]
        if len(bagian) == 1:
            return ("sasaran yang diukur adalah ", *bagian[0], ".")
        return (
            "sasarannya tersebar menurut perspektif: ",
            *[p for n, b in enumerate(bagian) for p in (("; ", *b) if n else b)],
            ".",
        )


class UkuranKunci(Pola[None]):
    """The indicators of the PK and those among them that are IKU."""

    kode = "bab2.ukuran-kunci"
    menjawab = SISTEMATIKA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(k.indikator)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        iku = [h.fakta.kode for h in k.indikator if h.fakta.iku]
        isi: Teks = ("Perjanjian Kinerja memuat ", kal.bilangan(k.hasil.organisasi.jumlah), " indikator bertarget")
        if not iku:
            return (*isi, ".")
        if len(iku) == len(k.indikator):
            return (*isi, ", seluruhnya indikator kinerja utama.")
        return (*isi, "; yang menjadi indikator kinerja utama ialah ", *kal.rangkai((x,) for x in iku), ".")


class Penggantian(Pola[None]):
    """Indicators that replaced others, which breaks their series."""

    kode = "bab2.penggantian"
    menjawab = SISTEMATIKA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return any(h.fakta.garis in ("baru", "pengganti") for h in k.indikator)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        ganti = [h.fakta.kode for h in k.indikator if h.fakta.garis == "pengganti"]
        baru = [h.fakta.kode for h in k.indikator if h.fakta.garis == "baru"]
        bagian: list[Teks] = []
        if ganti:
            bagian.append((*kal.rangkai((x,) for x in ganti), " menggantikan indikator terdahulu"))
        if baru:
            bagian.append((*kal.rangkai((x,) for x in baru), " merupakan indikator baru"))
        isi: Teks = bagian[0] if len(bagian) == 1 else (*bagian[0], ", sedangkan ", *bagian[1])
        return (*isi, "; alasan perubahannya ", Celah("alasan perubahan indikator"), ".")


class ArahKebijakan(Pola[None]):
    """Why the plan is as it is."""

    kode = "bab2.arah-kebijakan"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (f"prioritas pada tahun {k.tahun} ialah ", Celah("arah kebijakan dan prioritas tahun ini"), ".")
