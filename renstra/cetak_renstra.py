"""A revision of the Renstra on paper and as one file, by the same writers as the reports."""

from __future__ import annotations

from django.conf import settings

from lakin.cetak.html import tulis_berkas, tulis_fragmen
from lakin.cetak.pdf import HasilPdf, cetak_pdf, gaya_layar
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import beri_nomor
from renstra.dokumen_renstra import dokumen_renstra, potongan
from renstra.models import RevisiRenstra


def cetak_renstra(revisi: RevisiRenstra) -> HasilPdf:
    """Print a revision as PDF; the same revision gives the same bytes."""
    simpanan = Simpanan(settings.DATA_DIR / "simpanan-cetak")
    return cetak_pdf(beri_nomor(dokumen_renstra(revisi)), simpanan=simpanan, proses=1)


def berkas_renstra(revisi: RevisiRenstra) -> str:
    """Return a revision as one HTML file that needs nothing else."""
    return tulis_berkas(beri_nomor(dokumen_renstra(revisi)), gaya_layar())


def halaman_renstra(revisi: RevisiRenstra) -> str:
    """Return a revision as part of a page."""
    return tulis_fragmen(beri_nomor(dokumen_renstra(revisi)))


def potongan_renstra(revisi: RevisiRenstra, *bab: str) -> str:
    """Return some chapters of a revision as part of a page."""
    return tulis_fragmen(beri_nomor(potongan(revisi, *bab)))
