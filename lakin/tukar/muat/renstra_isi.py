"""Write the whole content of one revision at once, in the order of its document, under one trace."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from lakin.angka import Nilai, Tiada
from lakin.jejak.models import Jejak
from lakin.jejak.services import catat
from lakin.tukar.muat.baca import GalatBerkas
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.renstra_baca import TAHUN, Butir, SasaranUnit
from lakin.web.nilai import kolom
from renstra.enums import Perspektif
from renstra.models import (
    GarisIndikator,
    Indikator,
    Katalog,
    KegiatanRenstra,
    Keterkaitan,
    PendanaanKegiatan,
    Pernyataan,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    TargetTujuan,
    Tujuan,
)

JUTA = Decimal(1_000_000)
IKU = (Perspektif.STAKEHOLDERS, Perspektif.CUSTOMER)


@dataclass(frozen=True)
class Sifat:
    """What an indicator has from its catalogue entry: its tujuan, decimals, formula, how its years add up."""

    entri: Katalog
    tujuan: str
    desimal: int
    cara_renstra: str
    rumus: str = ""
    wajib_bukti: bool = False
    mendukung: tuple[Katalog, ...] = ()


@dataclass(frozen=True)
class Isi:
    """The content of a revision as the files state it."""

    sumber: str
    tujuan: dict[str, tuple[str, Tujuan | None, dict[int, Nilai]]]
    sasaran: list[SasaranUnit]
    butir: list[Butir]
    sifat: dict[str, Sifat]
    perspektif: dict[str, str]
    atas: dict[str, list[tuple[str, str, str, str]]] = field(default_factory=dict)
    pernyataan: list[tuple[str, str]] = field(default_factory=list)
    sumber_pernyataan: str = ""

    @property
    def sidik(self) -> str:
        """The SHA-256 of what the document prints of this unit."""
        return hashlib.sha256(repr((self.sasaran, self.butir)).encode()).hexdigest()


def tulis_isi(p: Pemuat, revisi: RevisiRenstra, isi: Isi) -> None:
    """Fill an empty revision; one that holds the same is left alone, another one is never rewritten."""
    alamat = f"{revisi.renstra.satker.kunci}/renstra/{revisi.renstra.awal}/revisi/{revisi.nomor}/isi"
    termuat = Jejak.objects.filter(alamat=alamat).order_by("-urut").values_list("sesudah", flat=True).first()
    if termuat:
        if termuat["sidik"] != isi.sidik:
            raise GalatBerkas(
                f"{revisi} sudah termuat dengan isi lain. Renstra yang berlaku tidak ditimpa: susun revisinya, "
                "atau muat ke basis data yang baru."
            )
        p.hitungan["tetap"] += len(isi.butir)
        return
    if revisi.indikator.exists():
        _periksa_sama(revisi, isi)
    else:
        _tulis_rencana(revisi, isi)
    _kegiatan(revisi, isi)
    catat(oleh=p.oleh, tindakan="muat", alamat=alamat, sebelum=None, sesudah={"sidik": isi.sidik})
    p.hitungan["baru"] += len(isi.butir)


def _periksa_sama(revisi: RevisiRenstra, isi: Isi) -> None:
    """A revision that was loaded from another document must have the same indicators and targets."""
    butir = revisi.indikator.prefetch_related("target")
    ada = {i.kode: {t.tahun: t.isi for t in i.target.all() if t.tahun in TAHUN} for i in butir}
    baru = {b.kode: b.target for b in isi.butir}
    if ada != baru:
        beda = sorted(k for k in ada.keys() | baru.keys() if ada.get(k) != baru.get(k))
        raise GalatBerkas(f"{revisi}: indikator atau target berbeda pada {', '.join(beda)}.")


def _tulis_rencana(revisi: RevisiRenstra, isi: Isi) -> None:
    Pernyataan.objects.bulk_create(
        Pernyataan(revisi=revisi, jenis=jenis, urut=urut, isi=teks, sumber=isi.sumber_pernyataan)
        for urut, (jenis, teks) in enumerate(isi.pernyataan, 1)
    )
    tujuan = _tujuan(revisi, isi)
    sasaran = _sasaran(revisi, isi)
    garis = _garis(revisi, [b.katalog for b in isi.butir])
    indikator = Indikator.objects.bulk_create(
        _indikator(revisi, b, urut, isi.sifat[b.katalog], sasaran[b.sasaran], tujuan, garis[b.katalog])
        for urut, b in enumerate(isi.butir, 1)
    )
    TargetIndikator.objects.bulk_create(
        TargetIndikator(indikator=i, tahun=t, sumber=isi.sumber, **kolom(nilai))
        for i, b in zip(indikator, isi.butir, strict=True)
        for t, nilai in b.target.items()
    )
    tautan = Indikator.mendukung.through
    tautan.objects.bulk_create(
        tautan(indikator_id=i.pk, katalog_id=k.pk)
        for i, b in zip(indikator, isi.butir, strict=True)
        for k in isi.sifat[b.katalog].mendukung
    )


def _tujuan(revisi: RevisiRenstra, isi: Isi) -> dict[str, Tujuan]:
    baris = Tujuan.objects.bulk_create(
        Tujuan(revisi=revisi, kode=kode, nama=nama, urut=urut, induk=induk, induk_nama=induk.nama if induk else "")
        for urut, (kode, (nama, induk, _)) in enumerate(isi.tujuan.items(), 1)
    )
    TargetTujuan.objects.bulk_create(
        TargetTujuan(tujuan=t, tahun=tahun, sumber=isi.sumber, **kolom(nilai))
        for t in baris
        for tahun, nilai in isi.tujuan[t.kode][2].items()
    )
    return {t.kode: t for t in baris}


def _sasaran(revisi: RevisiRenstra, isi: Isi) -> dict[str, Sasaran]:
    baris = Sasaran.objects.bulk_create(
        Sasaran(
            revisi=revisi,
            kode=s.kode,
            nama=s.nama,
            perspektif=isi.perspektif[s.induk],
            urut=urut,
            induk_kode=s.induk if s.induk != s.kode else "",
        )
        for urut, s in enumerate(isi.sasaran, 1)
    )
    Keterkaitan.objects.bulk_create(
        Keterkaitan(sasaran=s, tingkat=tingkat, kode=kode, nama=nama, indikator=indikator, urut=urut, sumber=isi.sumber)
        for s, asal in zip(baris, isi.sasaran, strict=True)
        for urut, (tingkat, kode, nama, indikator) in enumerate(isi.atas.get(asal.induk, []), 1)
    )
    return {s.kode: s for s in baris}


def _garis(revisi: RevisiRenstra, kunci: Iterable[str]) -> dict[str, GarisIndikator]:
    satker = revisi.renstra.satker
    ada = {g.kunci: g for g in GarisIndikator.objects.filter(satker=satker)}
    baru = GarisIndikator.objects.bulk_create(GarisIndikator(satker=satker, kunci=k) for k in kunci if k not in ada)
    return ada | {g.kunci: g for g in baru}


def _indikator(
    revisi: RevisiRenstra,
    butir: Butir,
    urut: int,
    sifat: Sifat,
    sasaran: Sasaran,
    tujuan: dict[str, Tujuan],
    garis: GarisIndikator,
) -> Indikator:
    return Indikator(
        revisi=revisi,
        garis_indikator=garis,
        kode=butir.kode,
        nama=butir.nama,
        sasaran=sasaran,
        tujuan=tujuan[sifat.tujuan],
        katalog=sifat.entri,
        satuan=butir.satuan,
        desimal=sifat.desimal,
        desimal_target=max(_desimal(x) for x in butir.target.values()),
        klasifikasi=sifat.entri.klasifikasi,
        iku=sasaran.perspektif in IKU,
        rumus=sifat.rumus,
        cara_renstra=sifat.cara_renstra,
        wajib_bukti=sifat.wajib_bukti,
        urut=urut,
    )


def _desimal(nilai: Nilai) -> int:
    """Return how many decimals a target is printed with."""
    return 0 if isinstance(nilai, Tiada) else max(0, -int(nilai.as_tuple().exponent))


def _kegiatan(revisi: RevisiRenstra, isi: Isi) -> None:
    indikator = {i.kode: i for i in revisi.indikator.all()}
    pasangan = [(b, k, urut) for b in isi.butir for urut, k in enumerate(b.kegiatan, 1)]
    baris = KegiatanRenstra.objects.bulk_create(
        KegiatanRenstra(
            indikator=indikator[b.kode],
            urut=urut,
            huruf=k.huruf,
            nama=k.nama.rstrip("*").strip(),
            di_tempat_lain=k.berbintang,
            sumber=isi.sumber,
        )
        for b, k, urut in pasangan
    )
    PendanaanKegiatan.objects.bulk_create(
        PendanaanKegiatan(kegiatan=satu, tahun=tahun, **kolom(nilai * JUTA if isinstance(nilai, Decimal) else nilai))
        for satu, (_, k, _) in zip(baris, pasangan, strict=True)
        for tahun, nilai in k.pendanaan.items()
        if nilai is not Tiada.KOSONG
    )
