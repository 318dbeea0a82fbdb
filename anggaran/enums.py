"""Words of the budget."""

from django.db.models import TextChoices


class Tingkat(TextChoices):
    """Levels of the budget tree."""

    PROGRAM = "program", "Program"
    KEGIATAN = "kegiatan", "Kegiatan"
    KRO = "kro", "KRO"
    RO = "ro", "RO"
    KOMPONEN = "komponen", "Komponen"
    SUBKOMPONEN = "subkomponen", "Subkomponen"
    AKUN = "akun", "Akun"


class SumberDana(TextChoices):
    """Where the money comes from; empty where the document does not say."""

    RM = "RM", "Rupiah Murni"
    PNBP = "PNBP", "PNBP"
    TIDAK_DIRINCI = "", "Tidak dirinci"


class JenisBelanja(TextChoices):
    """Kinds of expenditure; empty where the document does not say."""

    PEGAWAI = "51", "Belanja pegawai"
    BARANG = "52", "Belanja barang"
    MODAL = "53", "Belanja modal"
    TIDAK_DIRINCI = "", "Tidak dirinci"


class UkuranPnbp(TextChoices):
    """What a row of a year's PNBP records."""

    TARGET = "target", "Target penerimaan"
    PENERIMAAN = "penerimaan", "Realisasi penerimaan"
    BAGIAN = "bagian", "Bagian yang boleh digunakan (%)"
    PAGU_PENGGUNAAN = "pagu_penggunaan", "Pagu penggunaan"
    PENGGUNAAN = "penggunaan", "Realisasi penggunaan"


class UkuranTahun(TextChoices):
    """Pagu or realisasi."""

    PAGU = "pagu", "Pagu"
    REALISASI = "realisasi", "Realisasi"
    RENCANA = "rencana", "Rencana"


class UkuranNka(TextChoices):
    """Components of the nilai kinerja anggaran."""

    NILAI = "nilai", "Nilai resmi"
    PENYERAPAN = "penyerapan", "Penyerapan"
    KONSISTENSI = "konsistensi", "Konsistensi"
    CAPAIAN_RO = "capaian_ro", "Capaian rincian output"
    EFISIENSI = "efisiensi", "Efisiensi"
