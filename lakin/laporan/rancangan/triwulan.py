"""The drafts of a triwulan's report: progress against the Rencana Aksi, what is behind, what comes next."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Celah
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import SEBAB, SISTEMATIKA, TARGET, Lihat, Pola, Teks

Indikator = HasilIndikator
POSISI = {1: "mendahului rencana", 0: "sesuai dengan rencana", -1: "tertinggal dari rencana"}


def saat(k: Konteks) -> str:
    """'akhir triwulan II tahun 2023'."""
    return f"akhir {kal.triwulan([k.triwulan])} tahun {k.tahun}"


def tertinggal(k: Konteks) -> list[str]:
    """The indicators whose physical progress is behind the plan at the end of the triwulan."""
    return [h.fakta.kode for h in k.indikator if k.triwulan in ragam.fisik(h, -1)]


class KemajuanFisik(Pola[Indikator]):
    """Physical progress of the triwulan against its plan."""

    kode = "triwulan.kemajuan-fisik"
    menjawab = TARGET

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        t = s.triwulan[k.triwulan - 1]
        if not isinstance(t.fisik, Angka):
            return (f"kemajuan fisik sampai {saat(k)} belum diisi.",)
        awal: Teks = (f"sampai {saat(k)} kemajuan fisik mencapai ", kal.persen(t.fisik))
        if not isinstance(t.fisik_rencana, Angka):
            return (*awal, "; rencananya belum diisi.")
        posisi = POSISI[ragam.naik(t.fisik, t.fisik_rencana)]
        return (
            *awal,
            f", {posisi} ",
            kal.persen(t.fisik_rencana),
            Lihat(f"bab3.kemajuan-indikator.{s.fakta.kode}"),
            ".",
        )


class NilaiSementara(Pola[Indikator]):
    """The indicator's own value so far, beside the target of the year; no verdict before the year ends."""

    kode = "triwulan.nilai-sementara"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.triwulan[k.triwulan - 1].realisasi, Angka) and isinstance(s.target, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        nilai = kal.dengan_satuan(s.triwulan[k.triwulan - 1].realisasi)
        return (
            "nilai indikator pada saat itu ",
            nilai,
            ", sedangkan target setahun ",
            kal.dengan_satuan(s.target),
            ".",
        )


class KegiatanTriwulan(Pola[Indikator]):
    """What was planned, and a gap for what was done."""

    kode = "triwulan.kegiatan"
    menjawab = TARGET

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        awal = "kegiatan yang sudah dilaksanakan dari rencana triwulan ini ialah "
        if not pilih.kegiatan(s, k.triwulan):
            awal = "kegiatan yang dilaksanakan dalam triwulan ini ialah "
        return (awal, Celah("kegiatan dan hasilnya"), ".")


class KendalaTriwulan(Pola[Indikator]):
    """Behind the plan or not; the obstacle is the author's to name."""

    kode = "triwulan.kendala"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        if k.triwulan in ragam.fisik(s, -1):
            return ("kegiatan tertinggal dari rencana karena ", Celah("sebab keterlambatan"), ".")
        return ("hambatan yang dijumpai dalam triwulan ini ialah ", Celah("hambatan dan pengaruhnya, bila ada"), ".")


class LangkahTriwulan(Pola[Indikator]):
    """What the next triwulan asks for."""

    kode = "triwulan.langkah"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        rencana = s.triwulan[k.triwulan].fisik_rencana
        nama = kal.triwulan([k.triwulan + 1])
        if not isinstance(rencana, Angka):
            return (f"pada {nama} akan dilakukan ", Celah("langkah, penanggung jawab, dan waktunya"), ".")
        kejar = "mengejar" if k.triwulan in ragam.fisik(s, -1) else "mencapai"
        return (
            f"untuk {kejar} rencana fisik ",
            kal.persen(rencana),
            f" pada {nama}, dilakukan ",
            Celah("langkah dan penanggung jawabnya"),
            ".",
        )


class PengantarTriwulan(Pola[None]):
    """Whose report of which triwulan."""

    kode = "triwulan.pengantar"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kepada = f" kepada {k.satker.induk_nama}" if k.satker.induk_nama else ""
        return (
            f"laporan ini menyampaikan kemajuan {k.satker.nama} dalam memenuhi Perjanjian Kinerja "
            f"sampai {saat(k)}{kepada}. ",
            "Hal yang perlu mendapat perhatian ialah ",
            Celah("pesan pimpinan"),
            ".",
        )


class LatarTriwulan(Pola[None]):
    """Why a report is made within the year."""

    kode = "triwulan.latar"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            f"kemajuan {k.satker.singkatan} diukur setiap triwulan terhadap Rencana Aksi agar keterlambatan diketahui "
            "sebelum tahun berakhir. Keadaan yang memengaruhi triwulan ini ialah ",
            Celah("keadaan umum"),
            ".",
        )


class RataFisik(Pola[None]):
    """Mean physical progress against its plan."""

    kode = "triwulan.rata-fisik"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return all(isinstance(angka.fisik_rata(k, k.triwulan, rencana=r), Angka) for r in (True, False))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        ini, rencana = (angka.fisik_rata(k, k.triwulan, rencana=r) for r in (False, True))
        posisi = POSISI[ragam.naik(ini, rencana)]
        return (
            f"rata-rata kemajuan fisik sampai {saat(k)} ",
            kal.persen(ini),
            f", {posisi} ",
            kal.persen(rencana),
            ".",
        )


class IndikatorTertinggal(Pola[None]):
    """Which indicators are behind."""

    kode = "triwulan.tertinggal"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kode = tertinggal(k)
        if not kode:
            return (
                "tidak ada indikator yang kemajuan fisiknya tertinggal dari rencana. Hambatan lain ialah ",
                Celah("hambatan, bila ada"),
                ".",
            )
        return (
            "kemajuan fisik tertinggal dari rencana pada ",
            *kal.rangkai((x,) for x in kode),
            " karena ",
            Celah("sebab keterlambatan"),
            ".",
        )


class LangkahUmum(Pola[None]):
    """The remedy for what is behind."""

    kode = "triwulan.langkah-umum"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        apa = (
            "agar keterlambatan tersusul, dilakukan "
            if tertinggal(k)
            else "agar kemajuan tetap sesuai dengan rencana, dilakukan "
        )
        return (apa, Celah("langkah, penanggung jawab, dan waktunya"), ".")


class RencanaBerikut(Pola[None]):
    """What is done first in the next triwulan."""

    kode = "triwulan.rencana-berikut"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            f"kegiatan yang didahulukan pada {kal.triwulan([k.triwulan + 1])} ialah ",
            Celah("kegiatan dan alasannya"),
            ".",
        )


class SimpulanTriwulan(Pola[None]):
    """The head's judgement on the triwulan."""

    kode = "triwulan.simpulan"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return ("penilaian atas triwulan ini: ", Celah("penilaian pimpinan dan hal yang harus dijaga"), ".")
