"""The activities of a draft and what each is to cost per year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from lakin.angka import Nilai, Tiada, tulis_juta, tulis_mesin
from lakin.jejak.rekam import hapus
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan
from lakin.web.nilai import kolom
from renstra.models import Indikator, KegiatanRenstra, PendanaanKegiatan, RevisiRenstra
from renstra.services.isi_pk import versi_cocok
from renstra.services.revisi_renstra import alamat_renstra, draf_renstra


def alamat_kegiatan(revisi: RevisiRenstra, kode: str, urut: int) -> str:
    """Return the key of an activity's trail."""
    return f"{alamat_renstra(revisi)}/{kode}/kegiatan/{urut}"


def simpan_kegiatan(
    *, satker: Satker, awal: int, nomor: int, kode: str, urut: int, huruf: str, nama: str, di_tempat_lain: bool,
    dana: Mapping[int, Nilai], versi: int, oleh: Any,
) -> KegiatanRenstra:  # fmt: skip
    """Write an activity under an indicator with its funding in rupiah; ``urut`` 0 is a new one."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        i = _indikator(revisi, kode)
        _dana_masuk_akal(revisi, dana)
        lama = _satu(i, urut) if urut else None
        k = lama or KegiatanRenstra(indikator=i, urut=(i.kegiatan.aggregate(m=Max("urut"))["m"] or 0) + 1)
        alamat = alamat_kegiatan(revisi, kode, k.urut)
        lama_dana = {p.tahun: p.isi for p in k.pendanaan.all()} if lama else {}
        sebelum = _jejak(k, lama_dana) if lama else None
        k.huruf, k.nama, k.di_tempat_lain = huruf.strip(), nama.strip(), di_tempat_lain
        try:
            k.full_clean()
        except ValidationError as galat:
            raise GalatMedan({m: " ".join(p) for m, p in galat.message_dict.items()}) from None
        berisi = {t: n for t, n in dana.items() if n is not Tiada.KOSONG}
        # An address that was used and emptied again has a trail of its own.
        if lama:
            versi_cocok(alamat, versi, kini=_ringkas(sebelum), milik=_ringkas(_jejak(k, berisi)))
        sesudah = _jejak(k, berisi)
        if sebelum == sesudah:
            return k
        k.save()
        k.pendanaan.all().delete()
        PendanaanKegiatan.objects.bulk_create(
            PendanaanKegiatan(kegiatan=k, tahun=t, **kolom(n)) for t, n in berisi.items()
        )
        catat(oleh=oleh, tindakan="ubah" if lama else "tambah", alamat=alamat, sebelum=sebelum, sesudah=sesudah)
    return k


def hapus_kegiatan(*, satker: Satker, awal: int, nomor: int, kode: str, urut: int, oleh: Any) -> None:
    """Take an activity with its funding out of a draft."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        hapus(_satu(_indikator(revisi, kode), urut), oleh=oleh, alamat=alamat_kegiatan(revisi, kode, urut))


def _indikator(revisi: RevisiRenstra, kode: str) -> Indikator:
    i = revisi.indikator.filter(kode=kode).first()
    if i is None:
        raise GalatDomain(f"Indikator {kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
    return i


def _satu(i: Indikator, urut: int) -> KegiatanRenstra:
    k = i.kegiatan.select_for_update().filter(urut=urut).first()
    if k is None:
        raise GalatDomain("Kegiatan ini sudah tidak ada dalam draf. Muat ulang halaman.")
    return k


def _dana_masuk_akal(revisi: RevisiRenstra, dana: Mapping[int, Nilai]) -> None:
    tahun = range(revisi.renstra.awal, revisi.renstra.akhir + 1)
    if asing := [str(t) for t in dana if t not in tahun]:
        raise GalatDomain(f"Tahun {', '.join(asing)} di luar masa Renstra {tahun[0]}-{tahun[-1]}.")
    if minus := [str(t) for t, n in dana.items() if isinstance(n, Decimal) and n < 0]:
        raise GalatDomain(f"Pendanaan tahun {', '.join(minus)} negatif. Isi nol atau lebih, atau kosongkan.")


def _jejak(k: KegiatanRenstra, dana: Mapping[int, Nilai]) -> dict[str, Any]:
    uang = {str(t): "N/A" if n is Tiada.NA else tulis_mesin(n) for t, n in sorted(dana.items())}
    return {"huruf": k.huruf, "nama": k.nama, "di_tempat_lain": k.di_tempat_lain, "pendanaan": uang}


def _ringkas(isi: dict[str, Any] | None) -> str:
    if isi is None:
        return ""
    uang = ", ".join(f"{t}: {n if n == 'N/A' else tulis_juta(Decimal(n), 2)}" for t, n in isi["pendanaan"].items())
    return f"{isi['nama']} ({uang})" if uang else str(isi["nama"])
