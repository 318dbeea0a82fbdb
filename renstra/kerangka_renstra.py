"""The outline of a Renstra's document, as data: chapters, sections, and the parts that stand in each.

The order follows the Renstra of BSKJI (and the guide for the ministries' plans that it follows): general
part, vision to objectives, policy, targets with funding, closing, matrix.
"""

from __future__ import annotations

from dataclasses import dataclass

from lakin.dokumen.pohon import JenisBab, Kertas


@dataclass(frozen=True, slots=True)
class BagianDokumen:
    """A section: its heading and the codes of its parts (``dokumen_renstra``); without content it may be left out."""

    judul: str
    isi: tuple[str, ...]
    wajib: bool = True


@dataclass(frozen=True, slots=True)
class BabDokumen:
    """A chapter."""

    kode: str
    judul: str
    bagian: tuple[BagianDokumen, ...]
    jenis: JenisBab = JenisBab.ISI
    kertas: Kertas = Kertas.TEGAK


KERANGKA_RENSTRA: tuple[BabDokumen, ...] = (
    BabDokumen(
        "pendahuluan",
        "Pendahuluan",
        (
            BagianDokumen("Kondisi Umum", ("uraian:pendahuluan",), wajib=False),
            BagianDokumen("Potensi", ("uraian:potensi",)),
            BagianDokumen("Permasalahan", ("uraian:permasalahan",)),
        ),
    ),
    BabDokumen(
        "visi",
        "Visi, Misi, Tujuan, dan Sasaran",
        (
            BagianDokumen("Visi dan Misi", ("pernyataan",)),
            BagianDokumen("Tujuan", ("tujuan",)),
            BagianDokumen("Sasaran dan Indikator Kinerja", ("sasaran",)),
        ),
    ),
    BabDokumen(
        "arah",
        "Arah Kebijakan, Strategi, dan Kerangka Regulasi",
        (
            BagianDokumen("Arah Kebijakan dan Strategi", ("uraian:strategi",)),
            BagianDokumen("Ukuran dan Target Arah Kebijakan", ("arah-target", "arah"), wajib=False),
            BagianDokumen("Kerangka Regulasi", ("regulasi",), wajib=False),
            BagianDokumen("Kerangka Kelembagaan", ("nomenklatur",), wajib=False),
        ),
    ),
    BabDokumen(
        "pendanaan",
        "Target Kinerja dan Kerangka Pendanaan",
        (
            BagianDokumen("Pendanaan menurut Sasaran dan Indikator", ("pendanaan",), wajib=False),
            BagianDokumen("Pendanaan menurut Unit", ("pagu-unit",), wajib=False),
        ),
    ),
    BabDokumen("penutup", "Penutup", (BagianDokumen("", ("uraian:penutup",)),)),
    BabDokumen(
        "matriks",
        "Matriks Kinerja dan Pendanaan",
        (BagianDokumen("", ("matriks",)),),
        JenisBab.LAMPIRAN,
        Kertas.LEBAR,
    ),
)
