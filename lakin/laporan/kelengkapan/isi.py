"""What the outline of a report asks for (Lampiran II): its parts, and the annexes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from decimal import Decimal

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Bab, Gambar, JenisBab, Tabel
from lakin.laporan.kelengkapan.deklarasi import (
    PERATURAN,
    Berkas,
    ButirHitung,
    Hitungan,
    Jenis,
    Kurang,
    Letak,
    PerIndikator,
    Slot,
    Tempat,
)

BOLEH_KOSONG = ("bab2_visi", "bab4_kendala", "tujuan_")
"""Beginnings of the codes of sections that a report can do without: what the data print there says it already."""
WAJIB_INDIKATOR = ("analisis",)
"""Headings of each indicator that must be written (analysis 5 of the regulation)."""
WAJIB_BILA_GAGAL = ("kendala", "tindak_lanjut")
"""Headings that must be written where the target was not reached."""


def slot_wajib(b: Berkas) -> Iterator[Slot]:
    """The slots without which a report is not handed in; those of the indicators left out."""
    return (s for s in b.slot if not s.bagian.uraian and not s.bagian.kode.startswith(BOLEH_KOSONG))


class _Bagian(ButirHitung):
    """Required sections of one chapter."""

    kelompok = "isi"
    jenis = Jenis.WAJIB
    satuan = "bagian ditulis"
    hampa = "Kerangka laporan ini tidak menyediakan bagian untuk ditulis di sini."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        """One for each required section."""
        return (s.hitung() for s in slot_wajib(b) if self.milik(s))

    @abstractmethod
    def milik(self, s: Slot) -> bool:
        """Whether a section belongs here."""


class Pembuka(_Bagian):
    """Front matter; the regulation leaves it to the agency."""

    kode = "L2.1"
    pertanyaan = "Kata pengantar dan ikhtisar eksekutif ditulis"
    rujukan = Rujukan("Kerangka laporan satker", "bagian depan")

    def milik(self, s: Slot) -> bool:
        return s.bab.startswith("depan")


class GambaranOrganisasi(_Bagian):
    """Chapter I."""

    kode = "L2.2"
    pertanyaan = "Uraian singkat organisasi, aspek strategis, dan permasalahan utamanya ditulis"
    rujukan = Rujukan(PERATURAN, "Lampiran II huruf C angka 1; Anak Lampiran II/1 Bab I")

    def milik(self, s: Slot) -> bool:
        return s.bab == "bab1"


class RencanaDanTarget(PerIndikator):
    """Chapter II: the summary of the PK needs a target for each indicator."""

    kode = "L2.3"
    kelompok = "isi"
    pertanyaan = "Ikhtisar perjanjian kinerja memuat target setiap indikator"
    rujukan = Rujukan(PERATURAN, "Lampiran II huruf C angka 2; Anak Lampiran II/1 Bab II")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        return berisi(h.target)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.PK)


class RencanaAksi(PerIndikator):
    """The PK's plan over the triwulans, against which progress is measured."""

    kode = "L2.4"
    kelompok = "isi"
    pertanyaan = "Rencana aksi setiap indikator memuat kegiatan dan target keempat triwulan"
    rujukan = Rujukan(PERATURAN, "Lampiran II huruf E (pengukuran triwulan dan tahunan)")

    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        rencana = h.fakta.triwulan
        return len(rencana) == 4 and all(t.kegiatan and isinstance(t.fisik_rencana, Decimal) for t in rencana)

    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        return Letak(Tempat.PK)


class Penutup(_Bagian):
    """Chapter IV: conclusion, and what will be done."""

    kode = "L2.5"
    pertanyaan = "Simpulan umum dan langkah perbaikan ke depan ditulis"
    rujukan = Rujukan(PERATURAN, "Anak Lampiran II/1 Bab IV")

    def milik(self, s: Slot) -> bool:
        return s.bab == "bab4"


class BagianLain(_Bagian):
    """Sections that an agency's own outline adds elsewhere."""

    kode = "L2.6"
    pertanyaan = "Bagian lain dari kerangka laporan ditulis"
    rujukan = Rujukan("Kerangka laporan satker", "bagian di luar susunan baku")
    hampa = "Kerangka laporan ini tidak menambah bagian lain."

    def milik(self, s: Slot) -> bool:
        return not s.bab.startswith("depan") and s.bab not in ("bab1", "bab4")


class BagianAnjuran(ButirHitung):
    """Sections that a report can do without."""

    kode = "L2.7"
    kelompok = "isi"
    pertanyaan = "Bagian yang dianjurkan ditulis: tujuan, visi, hasil, kendala, dan tindak lanjut"
    rujukan = Rujukan(PERATURAN, "Lampiran II huruf C angka 4; Anak Lampiran II/1 Bab III")
    satuan = "bagian ditulis"

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        wajib = {s.bagian.kode for s in (*slot_wajib(b), *slot_indikator(b))}
        return (s.hitung() for s in b.slot if s.bagian.kode not in wajib)


class PkDilampirkan(ButirHitung):
    """The signed PK."""

    kode = "L2.8"
    kelompok = "isi"
    pertanyaan = "Perjanjian kinerja dilampirkan, bertanggal, dan ditandatangani kedua pihak"
    rujukan = Rujukan(PERATURAN, "Lampiran I huruf D angka 1; Anak Lampiran II/1 Lampiran angka 1")
    satuan = "unsur"

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        pk = b.konteks.fakta.pk
        nama = {p.pihak: p.nama for p in pk.penanda_tangan}
        letak = Letak(Tempat.PK)
        lampiran = any(x.kode == "lampiran.pk" for x in b.bernomor.dokumen.bab)
        yield Hitungan(lampiran, Kurang("Lampiran perjanjian kinerja tidak ada pada kerangka laporan", letak))
        yield Hitungan(pk.tanggal is not None, Kurang("Tanggal penandatanganan", letak))
        yield Hitungan(bool(nama.get("pertama")), Kurang("Nama pihak pertama", letak))
        yield Hitungan(bool(nama.get("kedua")), Kurang("Nama pihak kedua", letak))


class LampiranBerisi(ButirHitung):
    """Annexes that hold something."""

    kode = "L2.9"
    kelompok = "isi"
    pertanyaan = "Lampiran lain berisi"
    rujukan = Rujukan(PERATURAN, "Anak Lampiran II/1 Lampiran angka 2")
    satuan = "lampiran"
    hampa = "Kerangka laporan ini tidak memuat lampiran lain."

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        for bab in b.bernomor.dokumen.bab:
            if bab.jenis is JenisBab.LAMPIRAN and bab.kode != "lampiran.pk":
                yield Hitungan(_berisi(bab), Kurang(bab.judul, b.di_laporan(bab.kode)))


def _berisi(bab: Bab) -> bool:
    tabel = [s for s in telusur(bab) if isinstance(s, Tabel | Gambar)]
    return any(not t.kosong for t in tabel) if tabel else bool(bab.isi)


def berisi(bahan: Bahan) -> bool:
    """Whether a figure has a value, or is declared not applicable; False where somebody still has to fill it in."""
    return isinstance(bahan, Angka) or bahan.keadaan is Tiada.NA


def bernilai(bahan: Bahan) -> bool | None:
    """Whether a figure has a value; None where it does not apply."""
    return True if isinstance(bahan, Angka) else None if bahan.keadaan is Tiada.NA else False


def slot_indikator(b: Berkas) -> Iterator[Slot]:
    """The indicators' headings that must be written; two of them only where the target was not reached."""
    gagal = {h.fakta.kode for h in b.konteks.indikator if not _tercapai(h)}
    for s in b.slot:
        if s.bagian.uraian:
            indikator, judul = s.bagian.uraian
            if judul in WAJIB_INDIKATOR or (judul in WAJIB_BILA_GAGAL and indikator in gagal):
                yield s


def _tercapai(h: HasilIndikator) -> bool:
    """At or above target; what has no capaian failed nothing."""
    return not isinstance(h.capaian, Angka) or h.capaian.nilai >= 100
