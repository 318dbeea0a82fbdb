"""Chapter IV, problems and recommendations: what the figures mark as weak, and gaps for what follows."""

from __future__ import annotations

from collections.abc import Iterable

from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Celah
from lakin.laporan import angka_laporan as angka
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import (
    JANGKA_MENENGAH,
    SEBAB,
    SUMBER_DAYA,
    TAHUN_LALU,
    TARGET,
    Pola,
    PolaButir,
    Teks,
)
from lakin.laporan.rancangan.ikhtisar import belum_tercapai, gerak, sisa_renstra
from lakin.laporan.rancangan.unsur import Bernama, menurun


class TargetTertinggal(Pola[None]):
    """Targets that were missed, or that none was."""

    kode = "bab4.target-tertinggal"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return isinstance(k.hasil.organisasi.capaian, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kurang = belum_tercapai(k)
        if kurang:
            return (
                "target tahunan belum tercapai pada ",
                *kal.nama_dan_persen(kurang),
                "; penyebab pokoknya ",
                Celah("sebab yang sama atau saling terkait pada indikator itu"),
                ".",
            )
        if ada_kelemahan(k):
            return (
                f"walaupun tidak ada target tahun {k.tahun} yang luput, "
                "data masih menunjukkan hal yang perlu ditangani.",
            )
        return (f"data tahun {k.tahun} tidak menunjukkan target yang luput ataupun hasil yang menurun.",)


def ada_kelemahan(k: Konteks) -> bool:
    """Whether any of the patterns below has something to say."""
    return any(
        p.berlaku(k, None) for p in (HasilMenurun(), LayananMelemah(), SisaRenstra(), SerapanRendah(), KegiatanLambat())
    )


class HasilMenurun(Pola[None]):
    """Indicators that fell since last year."""

    kode = "bab4.hasil-menurun"
    menjawab = TAHUN_LALU

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(gerak(k)[1])

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            "realisasi ",
            *kal.rangkai((x,) for x in gerak(k)[1]),
            f" tidak sebaik tahun {k.tahun - 1} karena ",
            Celah("sebab pokok kemunduran"),
            ".",
        )


class LayananMelemah(Pola[None]):
    """Services that shrank in any of the growth indicators, each once."""

    kode = "bab4.layanan-melemah"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(self._layanan(k))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        isi: Teks = ("layanan yang menyusut",)
        for n, (h, turun) in enumerate(self._layanan(k)):
            nama = kal.nama_dan_persen((ragam.kecil(ragam.sebut(n, "lain")), a) for n, a in turun)
            isi = (*isi, "; dan menurut " if n else " menurut ", h.fakta.kode, " ialah ", *nama)
        return (*isi, ".")

    @staticmethod
    def _layanan(k: Konteks) -> list[tuple[HasilIndikator, tuple[Bernama, ...]]]:
        return [(h, turun) for h in k.indikator if (turun := menurun(h))]


class SisaRenstra(Pola[None]):
    """Medium-term targets that are still open."""

    kode = "bab4.sisa-renstra"
    menjawab = JANGKA_MENENGAH

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(sisa_renstra(k))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        kurang = kal.nama_dan_persen(sisa_renstra(k))
        return (
            "kemajuan terhadap target jangka menengah masih tertahan pada ",
            *kurang,
            " karena ",
            Celah("sebab kemajuan tertahan"),
            ".",
        )


class SerapanRendah(Pola[None]):
    """The KRO that absorbed least, where it is below the satker's target or there is none."""

    kode = "bab4.serapan-rendah"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        rendah = kal.terendah([(pilih.nama_kro(x), x.persen) for x in angka.kro(k)])
        return rendah is not None and ragam.naik(rendah[1], k.hasil.anggaran.target_serapan) < 0

    def kalimat(self, k: Konteks, s: None) -> Teks:
        rendah = kal.terendah([(pilih.nama_kro(x), x.persen) for x in angka.kro(k)])
        assert rendah is not None
        return (
            f"serapan terendah terdapat pada KRO {rendah[0]} (",
            kal.persen(rendah[1]),
            "), di bawah target satker ",
            kal.persen(k.hasil.anggaran.target_serapan),
            ", karena ",
            Celah("sebab serapan rendah"),
            ".",
        )


class KegiatanLambat(Pola[None]):
    """Indicators whose physical progress was behind plan in some triwulan."""

    kode = "bab4.kegiatan-lambat"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: None) -> bool:
        return any(ragam.fisik(h, -1) for h in k.indikator)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        bagian = [(f"{h.fakta.kode} ({kal.triwulan(lambat)})",) for h in k.indikator if (lambat := ragam.fisik(h, -1))]
        return ("kemajuan fisik pernah tertinggal dari rencana pada ", *kal.rangkai(bagian), ".")


class KendalaUmum(Pola[None]):
    """Obstacles that no data hold."""

    kode = "bab4.kendala-umum"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            "kendala umum di luar yang terbaca dari data ialah ",
            Celah("kendala organisasi, sarana, atau kebijakan"),
            ".",
        )


class Saran(PolaButir[None]):
    """One recommendation for each kind of weakness that the data show; its content is the author's."""

    kode = "bab4.saran"
    menjawab = SEBAB

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(list(self.butir(k, s)))

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (f"berdasarkan hasil tahun {k.tahun}, disarankan hal-hal berikut.",)

    def butir(self, k: Konteks, s: None) -> Iterable[Teks]:
        langkah = "langkah, penanggung jawab, dan waktunya"
        if kurang := belum_tercapai(k):
            yield ("mengejar target ", *kal.rangkai((x,) for x, _ in kurang), ": ", Celah(langkah), ".")
        if turun := gerak(k)[1]:
            yield ("memulihkan hasil ", *kal.rangkai((x,) for x in turun), ": ", Celah(langkah), ".")
        if layanan := sorted({ragam.kecil(n) for h in k.indikator for n, _ in menurun(h)}):
            yield (
                "menghidupkan kembali atau menata ulang layanan ",
                *kal.rangkai((x,) for x in layanan),
                ": ",
                Celah("pilihan bagi tiap layanan"),
                ".",
            )
        if sisa := sisa_renstra(k):
            yield (
                f"memenuhi target jangka menengah sebelum Renstra berakhir pada {k.fakta.renstra.akhir}, yaitu ",
                *kal.rangkai((x,) for x, _ in sisa),
                ": ",
                Celah(langkah),
                ".",
            )
        if SerapanRendah().berlaku(k, None):
            yield (
                "menyusun rencana penarikan dana yang lebih cermat: ",
                Celah("KRO yang diprioritaskan dan caranya"),
                ".",
            )
        if resmi := [h.fakta.kode for h in k.indikator if ragam.diganti(h)]:
            yield (
                "melengkapi data dasar ",
                *kal.rangkai((x,) for x in resmi),
                " agar nilai resminya dapat dihitung ulang: ",
                Celah(langkah),
                ".",
            )


class SaranLain(Pola[None]):
    """Recommendations to others, or to keep what went well."""

    kode = "bab4.saran-lain"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        if Saran().berlaku(k, None):
            induk = k.satker.induk_nama or "unit kerja di atasnya"
            return (
                f"dukungan yang diperlukan dari {induk} ialah ",
                Celah("dukungan kebijakan, anggaran, atau pegawai"),
                ".",
            )
        return ("untuk mempertahankan hasil, disarankan ", Celah("saran bagi tahun berikutnya"), ".")
