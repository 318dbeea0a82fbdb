"""All points of the checklist in their order, and how a report stands against them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lakin.laporan.kelengkapan import analisis, isi, naskah, reviu
from lakin.laporan.kelengkapan.deklarasi import Berkas, Butir, HasilButir, Jenis, Keadaan, Kurang

KELOMPOK: dict[str, tuple[str, str]] = {
    "isi": ("Sistematika laporan", "Lampiran II dan Anak Lampiran II/1"),
    "analisis": ("Analisis capaian kinerja dan realisasi anggaran", "Anak Lampiran II/1 Bab III"),
    "keutuhan": ("Keutuhan naskah, angka, dan tabel", "Lampiran III huruf A dan B"),
    "format": ("Reviu I: format", "Anak Lampiran III/2-2"),
    "mekanisme": ("Reviu II: mekanisme penyusunan", "Anak Lampiran III/2-2"),
    "substansi": ("Reviu III: substansi", "Anak Lampiran III/2-2"),
}
"""Parts of the checklist: title, and where in the regulation they stand."""

KATALOG: tuple[Butir, ...] = (
    isi.Pembuka(),
    isi.GambaranOrganisasi(),
    isi.RencanaDanTarget(),
    isi.RencanaAksi(),
    isi.Penutup(),
    isi.BagianLain(),
    isi.BagianAnjuran(),
    isi.PkDilampirkan(),
    isi.LampiranBerisi(),
    analisis.TargetDanRealisasi(),
    analisis.TahunLalu(),
    analisis.BeberapaTahun(),
    analisis.JangkaMenengah(),
    analisis.StandarNasional(),
    analisis.SebabDanUpaya(),
    analisis.Efisiensi(),
    analisis.ProgramPendukung(),
    analisis.RealisasiAnggaran(),
    analisis.SatkerSejenis(),
    naskah.TanpaCelah(),
    naskah.TanpaIkatanPutus(),
    naskah.TabelWajibBerisi(),
    naskah.AngkaTerikat(),
    reviu.DataPenting(),
    reviu.TargetKinerja(),
    reviu.CapaianMemadai(),
    reviu.LampiranPendukung(),
    reviu.UpayaPerbaikan(),
    reviu.AkuntabilitasKeuangan(),
    reviu.DisusunUnitPelaksana(),
    reviu.DidukungData(),
    reviu.MekanismePenyampaian(),
    reviu.PenanggungJawab(),
    reviu.DataAndal(),
    reviu.DiketahuiUnitTerkait(),
    reviu.BukanGabungan(),
    reviu.SasaranSesuaiPk(),
    reviu.SelarasRenstra(),
    reviu.PenjelasanSasaran(),
    reviu.TargetSesuaiPk(),
    reviu.IkuSesuaiDokumen(),
    reviu.PenjelasanTarget(),
    reviu.PerbandinganBermanfaat(),
    reviu.CukupMengukur(),
    reviu.PenjelasanUkuran(),
    reviu.Smart(),
)

BUTIR: dict[str, Butir] = {b.kode: b for b in KATALOG}


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """The whole checklist of one report."""

    hasil: tuple[HasilButir, ...]

    @property
    def penghalang(self) -> tuple[tuple[Butir, Kurang], ...]:
        """Everything that blocks handing in, in the order of the checklist."""
        return tuple((h.butir, k) for h in self.hasil if h.butir.jenis is Jenis.WAJIB for k in h.kurang)

    @property
    def selesai(self) -> int:
        """Points about which nothing has to be done."""
        return sum(h.selesai for h in self.hasil)

    def hitung(self, jenis: Jenis) -> tuple[int, int]:
        """Points of a kind: done, all."""
        milik = [h for h in self.hasil if h.butir.jenis is jenis]
        return sum(h.selesai for h in milik), len(milik)

    @property
    def keadaan(self) -> Counter[Keadaan]:
        """How many points stand how."""
        return Counter(h.keadaan for h in self.hasil)


def periksa(b: Berkas) -> Kelengkapan:
    """Put every point to a report."""
    hasil: dict[str, HasilButir] = {}
    for butir in KATALOG:
        hasil[butir.kode] = butir.periksa(b, hasil)
    return Kelengkapan(tuple(hasil.values()))
