"""What a draft of the Renstra says: tujuan, sasaran, indicators with their targets and their manual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from lakin.angka import Nilai, Tiada, tulis, tulis_mesin
from lakin.jejak.rekam import hapus, potret
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan
from lakin.web.nilai import kolom
from renstra.enums import Garis
from renstra.models import (
    GarisIndikator,
    Indikator,
    Katalog,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    TargetTujuan,
    Tujuan,
)
from renstra.services.isi_pk import versi_cocok
from renstra.services.revisi_renstra import alamat_renstra, draf_renstra

Target = Mapping[int, Nilai]
DIBANDINGKAN = (
    "nama", "satuan", "desimal", "desimal_target", "klasifikasi", "iku", "rumus", "cara_renstra",
    "definisi", "sumber_data", "cara_hitung", "wajib_bukti",
)  # fmt: skip
"""Columns of an indicator that make it revised where they differ from its predecessor's."""


@dataclass(frozen=True, slots=True)
class IsiIndikator:
    """What may be written of an indicator; sasaran and tujuan by their codes."""

    kode: str
    nama: str
    sasaran: str
    tujuan: str
    satuan: str
    klasifikasi: str
    cara_renstra: str
    desimal: int = 2
    desimal_target: int = 0
    iku: bool = False
    rumus: str = ""
    definisi: str = ""
    sumber_data: str = ""
    cara_hitung: str = ""
    wajib_bukti: bool = False
    katalog: str = ""
    """The key of BSKJI's entry that it is measured by, where there is one."""


def simpan_tujuan(
    *, satker: Satker, awal: int, nomor: int, kode: str, nama: str, target: Target, versi: int, oleh: Any
) -> Tujuan:
    """Write a tujuan of a draft with its yearly targets (percent); an unknown code is a new one."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        alamat = f"{alamat_renstra(revisi)}/{kode}"
        t = revisi.tujuan.filter(kode=kode).first() or Tujuan(revisi=revisi, kode=kode, urut=revisi.tujuan.count() + 1)
        sebelum = _potret(t)
        t.nama = nama.strip()
        _simpan(t, revisi, alamat, sebelum, target, TargetTujuan, "tujuan", versi, oleh)
    return t


def simpan_sasaran(
    *, satker: Satker, awal: int, nomor: int, kode: str, nama: str, perspektif: str, versi: int, oleh: Any
) -> Sasaran:
    """Write a sasaran of a draft; an unknown code is a new one."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        alamat = f"{alamat_renstra(revisi)}/{kode}"
        ada = revisi.sasaran.filter(kode=kode).first()
        s = ada or Sasaran(revisi=revisi, kode=kode, urut=revisi.sasaran.count() + 1)
        sebelum = _potret(s)
        s.nama, s.perspektif = nama.strip(), perspektif
        _simpan(s, revisi, alamat, sebelum, {}, None, "sasaran", versi, oleh)
    return s


def simpan_indikator(
    *,
    satker: Satker,
    awal: int,
    nomor: int,
    kode: str,
    isi: IsiIndikator,
    target: Target,
    pengganti: bool,
    versi: int,
    oleh: Any,
) -> Indikator:
    """Write an indicator of a draft with its targets; ``kode`` is the one that it has now, '' for a new one.

    Its lineage follows: ``pengganti`` where it takes the place of another measure, else revised
    where it differs from its predecessor, else as it was. Raises GalatMedan with all that is wrong.
    """
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        i = revisi.indikator.select_related("pendahulu").filter(kode=kode).first() if kode else None
        if kode and i is None:
            raise GalatDomain(f"Indikator {kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
        i = i or _indikator_baru(revisi, isi)
        sebelum = _potret(i)
        _isi(i, revisi, isi)
        i.garis = garis_dari(i, target, pengganti=pengganti)
        alamat = f"{alamat_renstra(revisi)}/{kode or isi.kode}"
        _simpan(i, revisi, alamat, sebelum, target, TargetIndikator, "indikator", versi, oleh)
    return i


def hentikan_indikator(*, satker: Satker, awal: int, nomor: int, kode: str, oleh: Any) -> None:
    """End an indicator with a draft, or take it up again; a new one of the draft is dropped."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        i = revisi.indikator.select_related("pendahulu").filter(kode=kode).first()
        if i is None:
            raise GalatDomain(f"Indikator {kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
        alamat = f"{alamat_renstra(revisi)}/{kode}"
        if i.garis == Garis.BARU:
            garis = i.garis_indikator
            hapus(i, oleh=oleh, alamat=alamat)
            if not garis.indikator.exists():
                garis.delete()
            return
        lama = i.garis
        target = {t.tahun: t.isi for t in i.target.all()}
        i.garis = garis_dari(i, target, pengganti=False) if lama == Garis.DIHENTIKAN else Garis.DIHENTIKAN
        i.save(update_fields=["garis"])
        catat(oleh=oleh, tindakan="ubah", alamat=alamat, sebelum={"garis": lama}, sesudah={"garis": i.garis})


def hapus_bagian(*, satker: Satker, awal: int, nomor: int, jenis: str, kode: str, oleh: Any) -> None:
    """Take a tujuan or sasaran without indicators out of a draft."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        semua: Any = revisi.tujuan if jenis == "tujuan" else revisi.sasaran
        ada = semua.filter(kode=kode).first()
        if ada is None:
            raise GalatDomain(f"{kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
        if ada.indikator.exists():
            raise GalatDomain(f"{kode} masih mempunyai indikator. Pindahkan atau hapus indikatornya dahulu.")
        hapus(ada, oleh=oleh, alamat=f"{alamat_renstra(revisi)}/{kode}")


def garis_dari(i: Indikator, target: Target, *, pengganti: bool) -> Garis:
    """Return what became of an indicator since its predecessor."""
    dulu = i.pendahulu
    if dulu is None:
        return Garis.BARU
    if pengganti:
        return Garis.PENGGANTI
    sama = all(getattr(i, m) == getattr(dulu, m) for m in DIBANDINGKAN)
    if dulu.revisi.renstra_id == i.revisi.renstra_id:  # another period has targets of other years
        target_dulu = {t.tahun: t.isi for t in dulu.target.all() if t.isi is not Tiada.KOSONG}
        sama = sama and target_dulu == {tahun: n for tahun, n in target.items() if n is not Tiada.KOSONG}
    return Garis.TETAP if sama else Garis.REVISI


def _indikator_baru(revisi: RevisiRenstra, isi: IsiIndikator) -> Indikator:
    satker = revisi.renstra.satker
    dasar = slugify(isi.kode)[:40] or "indikator"
    kunci, n = f"{dasar}-{revisi.renstra.awal}-{revisi.nomor}", 1
    while GarisIndikator.objects.filter(satker=satker, kunci=kunci).exists():
        n += 1
        kunci = f"{dasar}-{revisi.renstra.awal}-{revisi.nomor}-{n}"
    return Indikator(
        revisi=revisi, garis_indikator=GarisIndikator(satker=satker, kunci=kunci), urut=revisi.indikator.count() + 1
    )


def _isi(i: Indikator, revisi: RevisiRenstra, isi: IsiIndikator) -> None:
    salah = {}
    for medan, semua in (("sasaran", revisi.sasaran), ("tujuan", revisi.tujuan)):
        ada = semua.filter(kode=getattr(isi, medan)).first()
        if ada is None:
            salah[medan] = f"Pilih {medan} dari daftar."
        else:
            setattr(i, medan, ada)
    if salah:
        raise GalatMedan(salah)
    i.katalog = Katalog.objects.filter(kunci=isi.katalog).first() if isi.katalog else None
    for medan, nilai in asdict(isi).items():
        if medan not in ("sasaran", "tujuan", "katalog"):
            setattr(i, medan, nilai.strip() if isinstance(nilai, str) else nilai)


def _simpan(
    baris: Any, revisi: RevisiRenstra, alamat: str, sebelum: dict[str, Any] | None, target: Target,
    model: Any, induk: str, versi: int, oleh: Any,
) -> None:  # fmt: skip
    """Validate and save a row with its targets under one trace."""
    tahun = range(revisi.renstra.awal, revisi.renstra.akhir + 1)
    if asing := [str(t) for t in target if t not in tahun]:
        raise GalatDomain(f"Tahun {', '.join(asing)} di luar masa Renstra {tahun[0]}-{tahun[-1]}.")
    target = {t: target.get(t, Tiada.KOSONG) for t in tahun} if model else {}
    if isinstance(baris, Indikator) and baris.garis_indikator_id is None:
        garis = baris.garis_indikator
        garis.save()
        baris.garis_indikator = garis
    try:
        baris.full_clean()
    except ValidationError as galat:
        raise GalatMedan(
            {m if m != "__all__" else "kode": " ".join(p) for m, p in galat.message_dict.items()}
        ) from None
    lama_target = {t.tahun: t.isi for t in baris.target.all()} if model and baris.pk else {}
    versi_cocok(alamat, versi, kini=_ringkas(sebelum, lama_target), milik=_ringkas(_potret_isi(baris), target))
    sesudah = _potret_isi(baris)
    berubah = {t: n for t, n in target.items() if lama_target.get(t, Tiada.KOSONG) != n}
    if sebelum == sesudah and not berubah:
        return
    baris.save()
    for t, n in berubah.items():
        if n is Tiada.KOSONG:
            model.objects.filter(**{induk: baris, "tahun": t}).delete()
        else:
            model.objects.update_or_create(**{induk: baris, "tahun": t}, defaults=kolom(n))
    catat(
        oleh=oleh, tindakan="ubah" if sebelum else "tambah", alamat=alamat,
        sebelum=_jejak(sebelum, sesudah, {t: lama_target.get(t, Tiada.KOSONG) for t in berubah}),
        sesudah=_jejak(sesudah, sebelum, berubah),
    )  # fmt: skip


def _potret(baris: Any) -> dict[str, Any] | None:
    return _potret_isi(baris) if baris.pk else None


def _potret_isi(baris: Any) -> dict[str, Any]:
    return {m: n for m, n in (potret(baris) or {}).items() if m not in ("revisi", "garis_indikator")}


def _jejak(
    ini: dict[str, Any] | None, itu: dict[str, Any] | None, target: Mapping[int, Nilai]
) -> dict[str, Any] | None:
    if ini is None:
        return None
    beda = {m: n for m, n in ini.items() if itu is None or itu.get(m) != n}
    return beda | {f"target {t}": "N/A" if n is Tiada.NA else tulis_mesin(n) or "" for t, n in target.items()}


def _ringkas(isi: dict[str, Any] | None, target: Mapping[int, Nilai]) -> str:
    nama = str((isi or {}).get("nama", ""))
    angka = ", ".join(f"{t}: {tulis(n)}" for t, n in sorted(target.items()) if n is not Tiada.KOSONG)
    return f"{nama} ({angka})" if angka else nama
