"""What a draft of the Perjanjian Kinerja says: targets, Rencana Aksi, budget, parties. Each act is one trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count

from anggaran.selectors import pagu_tingkat
from lakin.angka import Nilai, Tiada, nama_triwulan, tulis, tulis_mesin
from lakin.capaian.angka_jelas import banyak_desimal
from lakin.jejak.bentrok import bentrok
from lakin.jejak.models import Jejak
from lakin.jejak.rekam import hapus, rekam
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan
from lakin.web.nilai import kolom, pasangan, rapikan
from renstra.enums import Kapasitas, Pihak
from renstra.models import AnggaranPK, ButirPK, PenandaTangan, PerjanjianKinerja, RencanaAksi
from renstra.services.draf_pk import pk_terbuka

TINGKAT_ANGGARAN = {"program": "Program", "kegiatan": "Kegiatan"}
"""Levels of the budget tree that a PK may name."""
PANJANG_NIP = 18


@dataclass(frozen=True, slots=True)
class RencanaTriwulan:
    """The plan of one triwulan: cumulative physical target (%), or None where it is not planned yet."""

    fisik: Decimal | None = None
    kegiatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiPihak:
    """Who signs for one party."""

    nama: str = ""
    jabatan: str = ""
    nip: str = ""
    kapasitas: str = ""


def alamat_target(pk: PerjanjianKinerja, kode: str) -> str:
    """Return the address of a target in one revision of a PK, the key of its trail."""
    return f"{pk.alamat}/{kode}/target"


def versi_alamat(alamat: str) -> int:
    """Return how often an address has been written: the version that its next writer must have seen."""
    return Jejak.objects.filter(alamat=alamat).count()


def versi_semua(pk: PerjanjianKinerja) -> dict[str, int]:
    """Return the versions of all that has been written in a PK, by address: one query."""
    alamat = Jejak.objects.filter(alamat__startswith=f"{pk.alamat}/").order_by()
    return dict(alamat.values_list("alamat").annotate(banyak=Count("pk")))


def simpan_target(
    *, satker: Satker, tahun: int, revisi: int, kode: str, nilai: Nilai, versi: int, oleh: Any, alasan: str = ""
) -> ButirPK:
    """Write a target of a draft PK; a PK that is in force is never rewritten."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        lama = _butir(pk, kode)
        _target_masuk_akal(kode, nilai)
        alamat = alamat_target(pk, kode)
        versi_cocok(alamat, versi, kini=tulis(lama.isi), milik=tulis(nilai))
        baru = ButirPK.objects.get(pk=lama.pk)
        baru.nilai, baru.keadaan = pasangan(nilai)
        rekam(baru, oleh=oleh, alamat=alamat, alasan=alasan, lama=lama)
    return baru


def simpan_rencana(
    *,
    satker: Satker,
    tahun: int,
    revisi: int,
    kode: str,
    rencana: Mapping[int, RencanaTriwulan],
    versi: int,
    oleh: Any,
) -> None:
    """Write an indicator's plan, all of its triwulan at once; physical targets never fall and end at 100%.

    Raises GalatMedan (``fisik-<triwulan>``, ``kegiatan-<triwulan>``) with everything that is wrong.
    """
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        butir = _butir(pk, kode)
        alamat = f"{pk.alamat}/{kode}/rencana"
        if salah := _rencana_salah(rencana):
            raise GalatMedan(salah)
        lama = {r.triwulan: r for r in butir.rencana_aksi.all()}
        sebelum = _tulis_rencana({t: RencanaTriwulan(rapikan(r.fisik), r.kegiatan) for t, r in lama.items()})
        sesudah = _tulis_rencana({t: r for t, r in rencana.items() if r.fisik is not None})
        versi_cocok(alamat, versi, kini=_sebaris(sebelum), milik=_sebaris(sesudah))
        if sebelum == sesudah:
            return
        for triwulan, satu in rencana.items():
            if satu.fisik is None:
                butir.rencana_aksi.filter(triwulan=triwulan).delete()
                continue
            ada = lama.get(triwulan) or RencanaAksi(butir=butir, triwulan=triwulan)
            ada.fisik, ada.kegiatan, ada.sumber = satu.fisik, satu.kegiatan, ""
            ada.save()
        catat(oleh=oleh, tindakan="ubah", alamat=alamat, sebelum=sebelum, sesudah=sesudah)


def simpan_pihak(
    *, satker: Satker, tahun: int, revisi: int, pihak: Mapping[str, IsiPihak], versi: int, oleh: Any
) -> None:
    """Write who signs, both parties at once. Raises GalatMedan (``<pihak>-<medan>``) with all that is wrong."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        salah = {f"{p}-{m}": s for p, isi in pihak.items() for m, s in _pihak_salah(isi).items()}
        if salah:
            raise GalatMedan(salah)
        alamat = f"{pk.alamat}/pihak"
        ada = {t.pihak: t for t in pk.penanda_tangan.all()}
        sebelum = {p: _tulis_pihak(_isi_pihak(t)) for p, t in ada.items()}
        sesudah = {p: _tulis_pihak(isi) for p, isi in pihak.items()}
        versi_cocok(alamat, versi, kini="; ".join(sebelum.values()), milik="; ".join(sesudah.values()))
        if sebelum == sesudah:
            return
        for nama, isi in pihak.items():
            PenandaTangan.objects.update_or_create(perjanjian=pk, pihak=Pihak(nama), defaults=asdict(isi))
        catat(oleh=oleh, tindakan="ubah", alamat=alamat, sebelum=sebelum, sesudah=sesudah)


def ambil_anggaran(*, satker: Satker, tahun: int, revisi: int, tingkat: str, oleh: Any) -> int:
    """Take the budget of a draft from the tree of the DIPA in force, per program or per kegiatan; tell how many."""
    if tingkat not in TINGKAT_ANGGARAN:
        raise GalatDomain("Pilih anggaran menurut program atau menurut kegiatan.")
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        pagu = pagu_tingkat(satker, tahun, tingkat)
        if not pagu:
            raise GalatDomain(
                f"Pohon anggaran {tahun} belum berpagu. Muat DIPA-nya dahulu, atau tulis anggarannya satu per satu."
            )
        sebelum = {a.kode: tulis_mesin(a.isi) or "" for a in pk.anggaran.all()}
        pk.anggaran.all().delete()
        AnggaranPK.objects.bulk_create(
            AnggaranPK(perjanjian=pk, kode=kode, nama=uraian[:200], **kolom(nilai)) for kode, uraian, nilai in pagu
        )
        sesudah = {kode: tulis_mesin(nilai) or "" for kode, _, nilai in pagu}
        catat(oleh=oleh, tindakan="ubah", alamat=f"{pk.alamat}/anggaran", sebelum=sebelum, sesudah=sesudah)
    return len(pagu)


def simpan_anggaran(
    *, satker: Satker, tahun: int, revisi: int, kode: str, nama: str, nilai: Nilai, versi: int, oleh: Any
) -> AnggaranPK:
    """Write the budget of one program or kegiatan, in whole rupiah; a new code is a new row."""
    kode, nama = kode.strip(), nama.strip()
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        if not kode or not nama:
            raise GalatMedan(
                {m: f"Isi {m} program atau kegiatan." for m, isi in (("kode", kode), ("nama", nama)) if not isi}
            )
        if isinstance(nilai, Decimal) and (nilai < 0 or nilai != nilai.to_integral_value()):
            raise GalatMedan({"nilai": "Anggaran ditulis dalam rupiah utuh, tidak negatif."})
        lama = pk.anggaran.filter(kode=kode).first()
        alamat = f"{pk.alamat}/anggaran/{kode}"
        versi_cocok(alamat, versi, kini=tulis(lama.isi) if lama else "", milik=tulis(nilai))
        baru = pk.anggaran.filter(kode=kode).first() or AnggaranPK(perjanjian=pk, kode=kode)
        baru.nama, baru.isi = nama, nilai
        rekam(baru, oleh=oleh, alamat=alamat, lama=lama)
    return baru


def hapus_anggaran(*, satker: Satker, tahun: int, revisi: int, kode: str, oleh: Any) -> None:
    """Take one program or kegiatan out of a draft's budget."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        ada = pk.anggaran.filter(kode=kode).first()
        if ada is None:
            raise GalatDomain(f"Anggaran {kode} sudah tidak ada dalam draf ini. Muat ulang halaman.")
        hapus(ada, oleh=oleh, alamat=f"{pk.alamat}/anggaran/{kode}")


def rencana_lengkap(rencana: Mapping[int, Decimal]) -> bool:
    """Tell whether a plan names all four triwulan, never falls and ends at 100%."""
    nilai = [rencana.get(tw) for tw in (1, 2, 3, 4)]
    ada = [n for n in nilai if n is not None]
    return len(ada) == len(nilai) and ada == sorted(ada) and ada[-1] == 100


def _rencana_salah(rencana: Mapping[int, RencanaTriwulan]) -> dict[str, str]:
    salah, sebelum = {}, Decimal(0)
    for tw in sorted(rencana):
        satu, nama = rencana[tw], nama_triwulan(tw)
        if satu.fisik is None:
            if satu.kegiatan:
                salah[f"fisik-{tw}"] = f"Isi target fisik {nama}: kegiatannya sudah direncanakan."
            continue
        if not 0 <= satu.fisik <= 100 or banyak_desimal(satu.fisik) > 2:
            salah[f"fisik-{tw}"] = f"Target fisik {nama} antara 0 dan 100, paling banyak dua angka di belakang koma."
        elif satu.fisik < sebelum:
            salah[f"fisik-{tw}"] = (
                f"Target fisik kumulatif: {nama} ({tulis(satu.fisik)}) tidak boleh di bawah triwulan sebelumnya "
                f"({tulis(sebelum)})."
            )
        elif tw == 4 and satu.fisik != 100:
            salah[f"fisik-{tw}"] = f"Target fisik {nama} harus 100: rencana setahun selesai pada akhir tahun."
        sebelum = max(sebelum, satu.fisik)
    return salah


def _tulis_rencana(rencana: Mapping[int, RencanaTriwulan]) -> dict[str, str]:
    return {
        f"TW {tw}": f"{tulis_mesin(r.fisik)}%; {r.kegiatan}".removesuffix("; ")
        for tw, r in sorted(rencana.items())
        if r.fisik is not None
    }


def _sebaris(rencana: Mapping[str, str]) -> str:
    return " · ".join(f"{tw} {isi}" for tw, isi in rencana.items())


def _pihak_salah(isi: IsiPihak) -> dict[str, str]:
    salah = {}
    if not isi.jabatan:
        salah["jabatan"] = "Isi jabatan penanda tangan."
    if isi.nip and not (isi.nip.isascii() and isi.nip.isdigit() and len(isi.nip) == PANJANG_NIP):
        salah["nip"] = f"NIP terdiri atas {PANJANG_NIP} angka. Kosongkan bila tidak ber-NIP."
    if isi.kapasitas not in Kapasitas.values:
        salah["kapasitas"] = "Pilih kapasitas dari daftar."
    for medan, terpanjang in (("nama", 150), ("jabatan", 200)):
        if len(getattr(isi, medan)) > terpanjang:
            salah[medan] = f"Paling banyak {terpanjang} huruf."
    return salah


def _isi_pihak(t: PenandaTangan) -> IsiPihak:
    return IsiPihak(t.nama, t.jabatan, t.nip, t.kapasitas)


def _tulis_pihak(isi: IsiPihak) -> str:
    nip = f", NIP {isi.nip}" if isi.nip else ""
    return f"{isi.nama or '(tanpa nama)'}{nip}, {isi.kapasitas} {isi.jabatan}".replace("  ", " ")


def _butir(pk: PerjanjianKinerja, kode: str) -> ButirPK:
    butir = pk.butir.select_for_update(of=("self",)).select_related("indikator").filter(indikator__kode=kode).first()
    if butir is None:
        raise GalatDomain(f"Indikator {kode} tidak ada dalam draf PK ini. Pilih indikator yang tercantum.")
    return butir


def versi_cocok(alamat: str, versi: int, *, kini: str, milik: str) -> None:
    """Refuse a write whose writer has not seen the latest version of an address."""
    ada = versi_alamat(alamat)
    if ada != versi:
        raise bentrok(alamat, versi=ada, kini=kini, milik=milik)


def _target_masuk_akal(kode: str, nilai: Nilai) -> None:
    if isinstance(nilai, Tiada):
        return
    if nilai == 0:
        raise GalatDomain(
            f"Target {kode} nol: capaian tidak dapat dihitung. Isi target lebih dari nol, "
            "atau N/A bila indikator ini tidak bertarget tahun ini."
        )
    if nilai < 0:
        raise GalatDomain(f"Target {kode} tidak boleh negatif. Isi target lebih dari nol.")
