"""Words of planning."""

from django.db.models import TextChoices


class Perspektif(TextChoices):
    """The four perspectives of the balanced scorecard."""

    STAKEHOLDERS = "stakeholders", "Stakeholders Perspective"
    CUSTOMER = "customer", "Customer Perspective"
    INTERNAL = "internal process", "Internal Process Perspective"
    LEARN = "learn & growth", "Learn & Growth Perspective"


class Klasifikasi(TextChoices):
    """Which direction is better."""

    MAKSIMASI = "maksimasi", "Maksimasi"
    MINIMASI = "minimasi", "Minimasi"
    STABILISASI = "stabilisasi", "Stabilisasi"


class CaraRenstra(TextChoices):
    """How the years of a Renstra add up."""

    JUMLAH = "jumlah", "Jumlah"
    RATA_RATA = "rata_rata", "Rata-rata"
    AKHIR = "akhir", "Tahun terakhir"


class Garis(TextChoices):
    """What became of an indicator from one revision to the next."""

    TETAP = "tetap", "Tetap"
    REVISI = "revisi", "Direvisi"
    PENGGANTI = "pengganti", "Pengganti"
    BARU = "baru", "Baru"
    DIHENTIKAN = "dihentikan", "Dihentikan"


class Kapasitas(TextChoices):
    """In which capacity somebody signs."""

    DEFINITIF = "", "Definitif"
    PLT = "Plt.", "Pelaksana Tugas"
    PLH = "Plh.", "Pelaksana Harian"


class Pihak(TextChoices):
    """The two parties of a Perjanjian Kinerja."""

    PERTAMA = "pertama", "Pihak pertama"
    KEDUA = "kedua", "Pihak kedua"


class AlasanRevisi(TextChoices):
    """When a PK may be revised (Permenpan RB 53/2014, Lampiran I, huruf E)."""

    PEJABAT = "pejabat", "Pergantian atau mutasi pejabat"
    STRATEGI = "strategi", "Perubahan strategi: program, kegiatan, atau alokasi anggaran"
    PRIORITAS = "prioritas", "Perubahan prioritas atau asumsi"


class UkuranAnggaran(TextChoices):
    """Which amount of an indicator's budget a row records."""

    RENSTRA = "renstra", "Pendanaan Renstra"
    PAGU = "pagu", "Pagu PK"
    REALISASI = "realisasi", "Realisasi"


class JenisPernyataan(TextChoices):
    """What the head of a Renstra states."""

    VISI = "visi", "Visi"
    MISI = "misi", "Misi"


class TingkatAtas(TextChoices):
    """The levels above a satker."""

    KEMENTERIAN = "kementerian", "Kementerian"
    ESELON_I = "eselon1", "Unit eselon I"


class CaraGulung(TextChoices):
    """How an indicator above is made of the satkers' (the formulas: lakin.capaian.gulung)."""

    PROPORSI = "proporsi", "Bagian satker yang mencapai ambang"
    PROPORSI_BARIS = "proporsi_baris", "Bagian baris data dasar yang mencapai ambang"
    RATA_RATA = "rata_rata", "Rata-rata satker"
    RASIO = "rasio", "Rasio gabungan"
    KUMULATIF = "kumulatif", "Jumlah kumulatif"
    DIISI = "diisi", "Diisi oleh unit penanggung jawab"


class BagianRenstra(TextChoices):
    """The texts of a Renstra that somebody writes."""

    PENDAHULUAN = "pendahuluan", "Kondisi umum"
    POTENSI = "potensi", "Potensi"
    PERMASALAHAN = "permasalahan", "Permasalahan"
    STRATEGI = "strategi", "Arah kebijakan dan strategi"
    PENUTUP = "penutup", "Penutup"


class TempatPagu(TextChoices):
    """Where a document prints a sum of funding."""

    TABEL = "Tabel 10", "Tabel 10"
    LAMPIRAN = "Lampiran II", "Lampiran II"


class KelompokPagu(TextChoices):
    """What a printed sum stands for: one unit, all balai, or all units."""

    SATKER = "satker", "Satker"
    UPT = "upt", "Seluruh balai"
    JUMLAH = "jumlah", "Seluruh unit"
