"""The seam for the Perjanjian Kinerja."""

from __future__ import annotations

from lakin.capaian.fakta import FPK, FPenandaTangan
from renstra.models import PerjanjianKinerja


def fakta_pk(pk: PerjanjianKinerja) -> FPK:
    """Return the PK with its signatories and the revisions that it replaced."""
    lama = PerjanjianKinerja.objects.filter(
        satker=pk.satker_id, tahun=pk.tahun, berlaku_sejak__lt=pk.berlaku_sejak
    ).order_by("berlaku_sejak")
    return FPK(
        nomor=pk.nomor,
        tanggal=pk.tanggal,
        revisi=pk.revisi,
        penanda_tangan=tuple(
            FPenandaTangan(t.pihak, t.nama, t.jabatan, t.nip, t.kapasitas) for t in pk.penanda_tangan.all()
        ),
        anggaran_program=tuple((a.kode, a.nama, a.isi) for a in pk.anggaran.all()),
        menggantikan=tuple((p.revisi, p.berlaku_sejak, p.catatan) for p in lama),
        sumber=pk.sumber,
        pengganti=pk.sumber if pk.sintetis else "",
    )
