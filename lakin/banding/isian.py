"""What is not rolled up: indicators of the unit above that a Pusat or the Sekretariat enters."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakin.alur.selectors import halangan_ubah
from lakin.angka import Nilai, tulis_isian
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Realisasi
from lakin.pengukuran.services import simpan_realisasi
from lakin.web.galat import GalatDomain
from renstra.models import AturanGulung, ButirPK
from renstra.selectors import pk_berlaku


@dataclass(frozen=True, slots=True)
class IsianAtas:
    """One indicator that a unit enters for the unit above, with what stands there."""

    kunci: str
    kode: str
    nama: str
    satuan: str
    desimal: int
    target: Nilai
    teks: str
    versi: int
    sumber: str
    alamat: str
    manual: str
    """Where the manual says how it is measured."""


def mengisi(satker: Satker) -> bool:
    """Tell whether a unit enters any indicator of the unit above."""
    return satker.kode is None and AturanGulung.objects.filter(pengisi=satker.singkatan).exists()


def isian_atas(satker: Satker, tahun: int, triwulan: int) -> tuple[IsianAtas, ...]:
    """Return what a unit enters for the unit above, in the order of its PK; none where that has no PK."""
    aturan, butir = _aturan(satker), _butir(satker, tahun)
    milik = [b for b in butir if b.indikator.katalog and b.indikator.katalog.kunci in aturan]
    ada = {
        r.garis_indikator_id: r
        for r in Realisasi.objects.filter(
            garis_indikator__in=[b.indikator.garis_indikator_id for b in milik],
            tahun=tahun,
            triwulan=triwulan,
            jenis=JenisRealisasi.NILAI,
        )
    }
    return tuple(_satu(b, aturan, ada.get(b.indikator.garis_indikator_id)) for b in milik)


def halangan_isian(satker: Satker, tahun: int, triwulan: int) -> str:
    """Return why nothing may be entered, or an empty text."""
    return halangan_ubah(satker.induk, tahun, triwulan) if satker.induk else "Unit ini tidak mempunyai unit induk."


def simpan_isian(
    *, satker: Satker, tahun: int, kunci: str, triwulan: int, nilai: Nilai, sumber: str, versi: int, oleh: Any
) -> Realisasi:
    """Write the value of one indicator of the unit above, by the unit that the manual names for it."""
    milik = next((i for i in isian_atas(satker, tahun, triwulan) if i.kunci == kunci), None)
    if milik is None or satker.induk is None:
        raise GalatDomain(
            f"Indikator ini bukan tanggung jawab {satker.singkatan}. Pilih indikator yang tercantum di halaman ini."
        )
    if isinstance(nilai, Decimal) and not sumber.strip():
        raise GalatDomain(
            "Sumber angka belum diisi. Tulis dokumen yang memuatnya, misalnya laporan dan tanggalnya.", medan="sumber"
        )
    return simpan_realisasi(
        satker=satker.induk,
        tahun=tahun,
        kode=milik.kode,
        triwulan=triwulan,
        jenis=JenisRealisasi.NILAI,
        nilai=nilai,
        versi=versi,
        oleh=oleh,
        alasan=f"Diisi oleh {satker.singkatan}.",
        sumber=sumber.strip(),
    )


def _aturan(satker: Satker) -> dict[str, str]:
    return dict(AturanGulung.objects.filter(pengisi=satker.singkatan).values_list("katalog__kunci", "sumber"))


def _butir(satker: Satker, tahun: int) -> list[ButirPK]:
    pk = pk_berlaku(satker.induk, tahun) if satker.induk else None
    return list(pk.butir.select_related("indikator__katalog", "perjanjian__satker")) if pk else []


def _satu(b: ButirPK, aturan: dict[str, str], r: Realisasi | None) -> IsianAtas:
    i = b.indikator
    assert i.katalog is not None
    return IsianAtas(
        kunci=i.katalog.kunci,
        kode=i.kode,
        nama=i.nama,
        satuan=i.satuan,
        desimal=i.desimal,
        target=b.isi,
        teks=tulis_isian(r.nilai, i.desimal) if r is not None and r.nilai is not None else "",
        versi=r.versi if r else 0,
        sumber=r.sumber if r else "",
        alamat=f"{b.perjanjian.satker.kunci}/{b.perjanjian.tahun}/{i.kode}/realisasi",
        manual=aturan[i.katalog.kunci],
    )
