"""The printed report: laid out with what is kept from earlier runs, its data attached."""

from __future__ import annotations

from django.conf import settings

from lakin.berkas.selectors import baca_isi
from lakin.capaian.fakta_json import ke_json
from lakin.cetak.pdf import HasilPdf, Lampiran, Lapor, cetak_pdf
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import Bernomor
from lakin.laporan.konteks import Konteks


def cetak_laporan(konteks: Konteks, bernomor: Bernomor, lapor: Lapor | None = None) -> HasilPdf:
    """Print a report; the kept chapters lie in ``simpanan-cetak`` of the data folder and may be deleted."""
    return cetak_pdf(
        bernomor,
        lapor=lapor,
        simpanan=Simpanan(settings.DATA_DIR / "simpanan-cetak"),
        lampiran=(data_laporan(konteks),),
        foto=baca_isi,
    )


def data_laporan(konteks: Konteks) -> Lampiran:
    """The facts that every figure of the report is computed from."""
    return Lampiran("fakta.json", ke_json(konteks.fakta).encode(), "application/json", "Data laporan")
