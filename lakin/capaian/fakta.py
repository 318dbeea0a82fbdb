"""The frozen facts of one satker and year: all that the engine and the report may read.

Values are ``Nilai`` (a Decimal, ``Tiada.NA`` or ``Tiada.KOSONG``). Money is in
whole rupiah. Nothing here is computed: totals, percentages and achievement
are the engine's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lakin.angka import Nilai, Tiada


class Klasifikasi(StrEnum):
    """Which direction is better for an indicator (Renstra BSKJI 2021-2024, Lampiran III)."""

    MAKSIMASI = "maksimasi"
    MINIMASI = "minimasi"
    STABILISASI = "stabilisasi"


class CaraRenstra(StrEnum):
    """How the years of a Renstra add up for one indicator."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    AKHIR = "akhir"


class RumusTujuan(StrEnum):
    """How the achievement of a tujuan is computed."""

    RATA_CAPAIAN = "rata_capaian"
    RATA_REALISASI = "rata_realisasi"


@dataclass(frozen=True, slots=True)
class Pita:
    """One band of a predicate scale, both ends inclusive; None is open."""

    kode: str
    nama: str
    bawah: Decimal | None
    atas: Decimal | None


@dataclass(frozen=True, slots=True)
class Setelan:
    """What differs between agencies: choices of computation, not code."""

    rumus_tujuan: RumusTujuan = RumusTujuan.RATA_CAPAIAN
    skala: tuple[Pita, ...] = (
        Pita("tidak_mencapai", "Tidak mencapai", None, Decimal("99.99")),
        Pita("mencapai", "Mencapai", Decimal("100"), Decimal("100")),
        Pita("melebihi", "Melebihi", Decimal("100.01"), None),
    )
    batas_capaian: Decimal | None = None
    na_dihitung_nol: bool = False
    cetak_dari_cetak: bool = True
    minimasi_terbalik: bool = False
    target_serapan: Nilai = Tiada.KOSONG


@dataclass(frozen=True, slots=True)
class FSatker:
    """The satker under the name that was in force in the year."""

    kode: str
    nama: str
    singkatan: str
    jenis: str
    induk_nama: str = ""
    dasar_hukum: str = ""
    kota: str = ""
    alamat: str = ""


@dataclass(frozen=True, slots=True)
class FRenstra:
    """The Renstra revision in force on 31 December of the year."""

    awal: int
    akhir: int
    nama: str
    revisi: int
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FTujuan:
    """A goal and its own target of the year, in percent."""

    kode: str
    nama: str
    target: Nilai = Tiada.NA
    sumber: str = ""
    induk_nama: str = ""


@dataclass(frozen=True, slots=True)
class FSasaran:
    """An objective in one of the four BSC perspectives."""

    kode: str
    nama: str
    perspektif: str
    induk_kode: str = ""


@dataclass(frozen=True, slots=True)
class FTriwulan:
    """One indicator in one triwulan: cumulative physical % (plan, reached) and the value so far."""

    triwulan: int
    fisik_rencana: Nilai = Tiada.KOSONG
    fisik: Nilai = Tiada.KOSONG
    nilai: Nilai = Tiada.KOSONG
    kegiatan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FBaris:
    """One raw row of a formula: field name -> value, with the day from which it counts.

    Numbers are Nilai, everything else is text. ``tanggal`` None means the row
    belongs to the whole year.
    """

    urut: int
    isi: tuple[tuple[str, Nilai | str], ...]
    tanggal: date | None = None
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FGanti:
    """A recorded value that stands in for the computed one, with its reason."""

    nilai: Decimal
    alasan: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FTahunLain:
    """What is recorded of an indicator in another year (target of the Renstra, realisasi)."""

    tahun: int
    target: Nilai = Tiada.NA
    realisasi: Nilai = Tiada.KOSONG
    satuan: str = ""
    sumber: str = ""
    catatan: str = ""
    label: str = ""
    """What was measured then, where it bore another name."""


@dataclass(frozen=True, slots=True)
class FPedoman:
    """The manual of an indicator: definition, data source, how to compute, unit responsible."""

    definisi: str = ""
    sumber_data: str = ""
    cara_hitung: str = ""
    penanggung_jawab: str = ""


@dataclass(frozen=True, slots=True)
class FIndikator:
    """An indicator of the PK with everything that is known of it this year.

    ``target_atas`` is set for stabilisasi only: the band is [target, target_atas].
    ``target_renstra`` holds every year of the period; years before this one
    with their realisasi stand in ``tahun_lain``.
    """

    kode: str
    nama: str
    sasaran: str
    tujuan: str
    satuan: str
    desimal: int
    iku: bool
    klasifikasi: Klasifikasi
    rumus: str
    cara_renstra: CaraRenstra
    target: Nilai
    target_atas: Nilai = Tiada.NA
    desimal_target: int = 0
    triwulan: tuple[FTriwulan, ...] = ()
    baris: tuple[FBaris, ...] = ()
    ganti: FGanti | None = None
    target_renstra: tuple[tuple[int, Nilai], ...] = ()
    tahun_lain: tuple[FTahunLain, ...] = ()
    pedoman: FPedoman = field(default_factory=FPedoman)
    katalog: str = ""
    garis: str = "tetap"
    garis_dari: str = ""
    prioritas_nasional: bool = False
    sumber: str = ""
    mendukung: tuple[tuple[str, str], ...] = ()
    minimasi_terbalik: bool | None = None


@dataclass(frozen=True, slots=True)
class FPenandaTangan:
    """A signatory as of the signature: name, NIP, post, capacity (definitif, Plt., Plh.)."""

    pihak: str
    nama: str
    jabatan: str
    nip: str = ""
    kapasitas: str = ""


@dataclass(frozen=True, slots=True)
class FPK:
    """The Perjanjian Kinerja in force on 31 December, and those that it replaced."""

    nomor: str
    tanggal: date | None
    revisi: int
    penanda_tangan: tuple[FPenandaTangan, ...] = ()
    anggaran_program: tuple[tuple[str, str, Nilai], ...] = ()
    menggantikan: tuple[tuple[int, date | None, str], ...] = ()
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FSimpul:
    """A node of the budget tree, named by its full path code; it stores no amount."""

    kode: str
    induk: str
    tingkat: str
    uraian: str
    kode_cetak: str
    dikodekan_sendiri: bool = False


@dataclass(frozen=True, slots=True)
class FPagu:
    """The ceiling of a leaf: one row per source of funds and kind of expenditure."""

    kode: str
    sumber_dana: str
    jenis_belanja: str
    nilai: Decimal
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FRealisasiAnggaran:
    """Money spent at a leaf in one period: triwulan 1-4, or 0 where only the year is known."""

    kode: str
    triwulan: int
    nilai: Decimal
    sumber_dana: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FRencanaPenarikan:
    """Planned withdrawal at a leaf in one triwulan, in rupiah."""

    kode: str
    triwulan: int
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class FSerapanTercatat:
    """A recorded share of the pagu (%) of a node in one triwulan; kode 'total' is the satker."""

    kode: str
    triwulan: int
    rencana: Nilai
    realisasi: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FDukungan:
    """The tie of a leaf to an indicator; the shares of a leaf sum to 100."""

    kode: str
    indikator: str
    bagian: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class FPaguTercatat:
    """Pagu of a kind of expenditure that is known for the satker only."""

    jenis_belanja: str
    nilai: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FKeluaran:
    """Output volume of a KRO or RO."""

    kode: str
    satuan: str
    target: Nilai
    realisasi: Nilai = Tiada.KOSONG
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FDipa:
    """One DIPA document: revision 0 is the first; its total may be unknown."""

    revisi: int
    nomor: str
    tanggal: date | None
    total: Nilai
    perubahan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FAnggaranTahun:
    """Budget of the satker in one year, as recorded."""

    tahun: int
    pagu: Nilai
    realisasi: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FAnggaranIndikator:
    """Budget of an indicator in one year: Renstra funding, PK pagu, realisasi (rupiah)."""

    indikator: str
    tahun: int
    renstra: Nilai
    pagu: Nilai = Tiada.KOSONG
    realisasi: Nilai = Tiada.KOSONG
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPnbp:
    """PNBP of one year in rupiah; ``bagian`` is the share that may be used, in percent."""

    tahun: int
    target: Nilai
    penerimaan: Nilai
    bagian: Nilai
    pagu_penggunaan: Nilai
    penggunaan: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPnbpLayanan:
    """PNBP of one service in one year, in rupiah."""

    layanan: str
    nama: str
    tahun: int
    target: Nilai
    penerimaan: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FHasilLayanan:
    """What a service delivered in a year: certificates, reports, people, customers."""

    layanan: str
    nama: str
    ukuran: str
    tahun: int
    nilai: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FNka:
    """Components of the nilai kinerja anggaran as the official application gives them."""

    penyerapan: Nilai
    konsistensi: Nilai
    capaian_ro: Nilai
    efisiensi: Nilai
    tercatat: Nilai = Tiada.KOSONG
    sumber: str = ""
    perencanaan: Nilai = Tiada.NA
    ikpa: Nilai = Tiada.NA


@dataclass(frozen=True, slots=True)
class FPegawai:
    """Number of staff in one group: ``jenis`` is 'pendidikan' or 'fungsi'."""

    jenis: str
    kelompok: str
    jumlah: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FAcuan:
    """A benchmark value of an indicator (RPJMN, national standard, ministry) with its source."""

    indikator: str
    nama: str
    tahun: int
    nilai: Nilai
    satuan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPenghargaan:
    """An award with its giver and date."""

    nama: str
    pemberi: str
    tanggal: date | None = None
    tingkat: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPendukung:
    """A supporting table of an indicator that no formula uses: heads and rows as recorded."""

    indikator: str
    kode: str
    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Nilai | str, ...], ...]
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPernyataan:
    """The vision or a mission: ``jenis`` is 'visi' or 'misi'."""

    jenis: str
    isi: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FKeterkaitan:
    """An objective above that one of the satker's serves: ``tingkat`` is 'kementerian' or 'eselon1'."""

    sasaran: str
    tingkat: str
    kode: str
    nama: str
    indikator: tuple[str, ...] = ()
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPenunjang:
    """An activity that supports an indicator of the Renstra."""

    indikator: str
    nama: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FJabatan:
    """A post, or a function that staff hold; ``atasan`` is the code of the post above."""

    kode: str
    nama: str
    jenis: str
    atasan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FBukti:
    """A letter or document that proves what was reached."""

    indikator: str
    nomor: str
    tanggal: date | None
    perihal: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPengawasan:
    """Findings and recommendations of the internal audit in one field."""

    bidang: str
    temuan: Nilai
    rekomendasi: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class Fakta:
    """All facts of one satker and year, frozen."""

    satker: FSatker
    tahun: int
    setelan: Setelan
    renstra: FRenstra
    pk: FPK
    tujuan: tuple[FTujuan, ...] = ()
    sasaran: tuple[FSasaran, ...] = ()
    indikator: tuple[FIndikator, ...] = ()
    simpul: tuple[FSimpul, ...] = ()
    pagu: tuple[FPagu, ...] = ()
    realisasi_anggaran: tuple[FRealisasiAnggaran, ...] = ()
    rencana_penarikan: tuple[FRencanaPenarikan, ...] = ()
    serapan_tercatat: tuple[FSerapanTercatat, ...] = ()
    dukungan: tuple[FDukungan, ...] = ()
    keluaran: tuple[FKeluaran, ...] = ()
    pagu_tercatat: tuple[FPaguTercatat, ...] = ()
    dipa: tuple[FDipa, ...] = ()
    anggaran_tahun: tuple[FAnggaranTahun, ...] = ()
    anggaran_indikator: tuple[FAnggaranIndikator, ...] = ()
    pnbp: tuple[FPnbp, ...] = ()
    pnbp_layanan: tuple[FPnbpLayanan, ...] = ()
    hasil_layanan: tuple[FHasilLayanan, ...] = ()
    nka: FNka | None = None
    pegawai: tuple[FPegawai, ...] = ()
    acuan: tuple[FAcuan, ...] = ()
    penghargaan: tuple[FPenghargaan, ...] = ()
    pendukung: tuple[FPendukung, ...] = ()
    pernyataan: tuple[FPernyataan, ...] = ()
    keterkaitan: tuple[FKeterkaitan, ...] = ()
    penunjang: tuple[FPenunjang, ...] = ()
    jabatan: tuple[FJabatan, ...] = ()
    bukti: tuple[FBukti, ...] = ()
    pengawasan: tuple[FPengawasan, ...] = ()
