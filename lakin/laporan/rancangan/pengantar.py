"""The foreword: what this report is, its result in one line, and the head's own words."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.pohon import Celah
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import SISTEMATIKA, TARGET, Pola, Teks


class ArtiLaporan(Pola[None]):
    """Whose account of what, to whom."""

    kode = "pengantar.arti-laporan"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kepada = f" kepada {k.satker.induk_nama}" if k.satker.induk_nama else ""
        return (
            f"laporan kinerja ini disampaikan {k.satker.nama}{kepada} sebagai pertanggungjawaban atas Perjanjian "
            f"Kinerja tahun {k.tahun}.",
        )


class DasarLaporan(Pola[None]):
    """The rule that the report follows."""

    kode = "pengantar.dasar"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            "susunannya mengikuti Peraturan Menteri PANRB Nomor 53 Tahun 2014, sedangkan "
            "angka kinerjanya bersumber dari data yang dapat ditelusuri.",
        )


class RingkasPengantar(Pola[None]):
    """The result in one sentence, as good or as bad as it is."""

    kode = "pengantar.ringkas"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return isinstance(k.hasil.organisasi.tercapai, Angka) and isinstance(k.hasil.organisasi.jumlah, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        o, a = k.hasil.organisasi, k.hasil.anggaran.total
        uang: Teks = (", dengan serapan anggaran ", kal.persen(a.persen)) if isinstance(a.persen, Angka) else ()
        if ragam.naik(o.tercapai, o.jumlah) == 0:
            return (f"pada tahun {k.tahun} seluruh indikator yang diperjanjikan mencapai targetnya", *uang, ".")
        return (
            f"pada tahun {k.tahun} target tercapai pada ",
            kal.bilangan(o.tercapai),
            " dari ",
            kal.bilangan(o.jumlah),
            " indikator",
            *uang,
            ".",
        )


class UcapanPengantar(Pola[None]):
    """Thanks and hopes, which no data hold."""

    kode = "pengantar.ucapan"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            "atas dukungan selama tahun ini kami berterima kasih kepada ",
            Celah("pihak yang diberi ucapan terima kasih"),
            "; kami berharap laporan ini ",
            Celah("harapan pimpinan atas pemanfaatan laporan"),
            ".",
        )
