"""Acts of the APIP on the reviu of a report, and of the secretariat on whether it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.services.kabar import beri_tahu, pengguna_satker
from lakin.alur.transisi_reviu import (
    BUKA,
    LANGKAH,
    MULAI,
    SAMPAIKAN,
    TANDATANGANI,
    alasan_tak_tertulis,
    halangan_langkah,
)
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.laporan.butir_reviu import BUTIR_REVIU
from lakin.laporan.enums import HasilCatatan, JawabanButir, KeadaanLaporan, KeadaanReviu
from lakin.laporan.kelengkapan.deklarasi import YA
from lakin.laporan.models import TAHUNAN, JawabanReviu, KewajibanReviu, Laporan, Reviu
from lakin.laporan.pengesahan import Penyah, penyah_sah
from lakin.laporan.selectors import konteks_tanpa_reviu
from lakin.laporan.selectors_reviu import nomor_berjalan, reviu_laporan, sidik_direviu
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain, GalatMedan

TEKS = ("langkah", "pengujian", "telaahan", "simpulan")
"""The texts of the working paper, all of which must be written before the statement is signed."""


@dataclass(frozen=True, slots=True)
class Isian:
    """An answer as it was typed, with the version that the writer saw (0: none)."""

    jawaban: str
    catatan: str
    versi: int


@transaction.atomic
def atur_wajib_reviu(*, satker: Satker, tahun: int, wajib: bool, versi: int, alasan: str, oleh: Any) -> KewajibanReviu:
    """Set whether a satker's report of a year needs a reviu before it is approved; ``versi`` 0 where never set."""
    lama = KewajibanReviu.objects.select_for_update().filter(satker=satker, tahun=tahun).first()
    if (lama.versi if lama else 0) != versi:
        raise GalatDomain("Pengaturan ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.")
    baru = KewajibanReviu.objects.get(pk=lama.pk) if lama else KewajibanReviu(satker=satker, tahun=tahun, versi=0)
    if lama is None or lama.wajib != wajib:
        baru.wajib = wajib
        baru.versi += 1
        rekam(baru, oleh=oleh, alamat=baru.alamat, alasan=alasan.strip(), lama=lama)
    return baru


@transaction.atomic
def mulai_reviu(*, satker: Satker, tahun: int, oleh: Any) -> Reviu:
    """Begin the reviu of the version that is being made; it runs beside the making of the report.

    GalatDomain where the year has no PK, so that there is nothing to review.
    """
    konteks_tanpa_reviu(satker, tahun)
    Laporan.objects.get_or_create(satker=satker, tahun=tahun, triwulan=TAHUNAN, defaults={"versi": 0})
    laporan = Laporan.objects.select_for_update().get(satker=satker, tahun=tahun, triwulan=TAHUNAN)
    ada = reviu_laporan(laporan)
    if halangan := _sudah_sah(laporan) or halangan_langkah(MULAI, ada.keadaan if ada else KeadaanReviu.BELUM):
        raise GalatDomain(halangan)
    baru = Reviu(laporan=laporan, nomor=nomor_berjalan(laporan))
    rekam(baru, oleh=oleh, alamat=baru.alamat, tindakan="mulai reviu")
    return baru


@transaction.atomic
def jawab_reviu(*, satker: Satker, tahun: int, isian: Mapping[str, Isian], oleh: Any) -> int:
    """Answer points of the checklist, all of them or none; the number of those that changed.

    Raises GalatMedan with a sentence per point where answers cannot be taken, also where
    somebody else has answered in between.
    """
    reviu = _untuk_ditulis(satker, tahun)
    lama = {j.kode: j for j in JawabanReviu.objects.select_for_update().filter(reviu=reviu)}
    if masalah := {k: p for k, i in isian.items() if (p := _masalah(k, i, lama.get(k)))}:
        raise GalatMedan(masalah)
    ubah = 0
    for kode, i in isian.items():
        dulu = lama.get(kode)
        if dulu and (dulu.jawaban, dulu.catatan) == (i.jawaban, i.catatan.strip()):
            continue
        baru = JawabanReviu.objects.get(pk=dulu.pk) if dulu else JawabanReviu(reviu=reviu, kode=kode, versi=0)
        baru.jawaban, baru.catatan = i.jawaban, i.catatan.strip()
        baru.versi += 1
        rekam(baru, oleh=oleh, alamat=baru.alamat, lama=dulu)
        ubah += 1
    return ubah


def _masalah(kode: str, i: Isian, lama: JawabanReviu | None) -> str:
    if kode not in BUTIR_REVIU:
        return "Butir ini tidak ada pada daftar reviu."
    if (lama.versi if lama else 0) != i.versi:
        kini = f"“{lama.get_jawaban_display()}{f': {lama.catatan}' if lama.catatan else ''}”" if lama else "kosong"
        return f"Butir {kode} baru saja dijawab orang lain: {kini}. Periksa, lalu simpan lagi bila jawaban Anda lain."
    if i.jawaban not in JawabanButir.values:
        return f"Pilih jawaban butir {kode}."
    if i.jawaban != YA and not i.catatan.strip():
        return f"Tuliskan alasan jawaban butir {kode} pada catatannya."
    return ""


@transaction.atomic
def tulis_kertas_kerja(*, satker: Satker, tahun: int, teks: Mapping[str, str], versi: int, oleh: Any) -> Reviu:
    """Write texts of the working paper (names of ``TEKS``)."""
    lama = _untuk_ditulis(satker, tahun, versi)
    baru = Reviu.objects.get(pk=lama.pk)
    for nama in TEKS:
        setattr(baru, nama, teks.get(nama, getattr(lama, nama)).replace("\r\n", "\n").strip())
    if any(getattr(baru, nama) != getattr(lama, nama) for nama in TEKS):
        baru.versi += 1
        rekam(baru, oleh=oleh, alamat=baru.alamat, lama=lama)
    return baru


@transaction.atomic
def sampaikan_catatan(*, satker: Satker, tahun: int, versi: int, oleh: Any) -> Reviu:
    """Deliver the notes that the planner has not seen yet."""
    reviu = reviu_terkunci(satker, tahun, versi)
    baru = list(reviu.catatan.select_for_update().filter(disampaikan_pada=None))
    if halangan_langkah(SAMPAIKAN, reviu.keadaan) == "" and not baru:
        raise GalatDomain("Belum ada catatan baru yang dapat disampaikan. Tulis catatannya lebih dahulu.")
    reviu = _pindahkan(reviu, SAMPAIKAN, oleh)
    for c in baru:
        lama = type(c).objects.get(pk=c.pk)
        c.disampaikan_pada = timezone.now()
        c.versi += 1
        rekam(c, oleh=oleh, alamat=c.jejak, tindakan="sampaikan", lama=lama)
    beri_tahu(
        pengguna_satker(satker, "perencana"),
        jenis=JenisKabar.KOMENTAR,
        judul=f"APIP menyampaikan {len(baru)} catatan reviu atas LAKIN {tahun}",
        tautan=tautan_reviu(satker, tahun),
        kunci=f"{reviu.alamat}/sampaikan/{reviu.versi}",
    )
    return reviu


@transaction.atomic
def tandatangani_reviu(
    *, satker: Satker, tahun: int, penanda: Penyah, tempat: str, penjelas: str, versi: int, oleh: Any
) -> Reviu:
    """Sign the statement: the working paper ends, and the statement becomes a part of the report.

    It names the content by its hash, so the report must have been handed in; what
    changes afterwards is no longer covered.
    """
    penanda = penyah_sah(penanda)
    if not tempat.strip():
        raise GalatMedan({"tempat": "Tuliskan tempat penandatanganan."})
    reviu = reviu_terkunci(satker, tahun, versi)
    if halangan_langkah(TANDATANGANI, reviu.keadaan) == "" and (kurang := halangan_tanda_tangan(reviu, penjelas)):
        raise GalatDomain(kurang)
    isi = {
        "nama": penanda.nama,
        "nip": penanda.nip,
        "jabatan": penanda.jabatan,
        "kapasitas": penanda.kapasitas,
        "tempat": tempat.strip(),
        "tanggal": timezone.localdate(),
        "penjelas": penjelas.replace("\r\n", "\n").strip(),
        "sidik": sidik_direviu(konteks_tanpa_reviu(satker, tahun)),
        "oleh": oleh,
    }
    reviu = _pindahkan(reviu, TANDATANGANI, oleh, isi)
    beri_tahu(
        pengguna_satker(satker, "perencana", "kepala"),
        jenis=JenisKabar.PENGESAHAN,
        judul=f"Pernyataan telah direviu atas LAKIN {tahun} ditandatangani",
        tautan=tautan_reviu(satker, tahun),
        kunci=f"{reviu.alamat}/tandatangani/{reviu.versi}",
    )
    return reviu


def halangan_tanda_tangan(reviu: Reviu, penjelas: str) -> str:
    """Return what a statement still lacks, with the remedy; an empty text where it can be signed."""
    if reviu.laporan.keadaan != KeadaanLaporan.DIAJUKAN:
        return (
            "Pernyataan ditandatangani atas laporan yang sudah diajukan, agar isinya tidak berubah lagi. "
            f"Laporan ini masih {reviu.laporan.get_keadaan_display().lower()}; tunggu sampai perencana mengajukannya."
        )
    kosong = [nama_teks(n) for n in TEKS if not getattr(reviu, n).strip()]
    if kosong:
        return f"Kertas kerja belum memuat {', '.join(kosong)}. Tuliskan lebih dahulu."
    dijawab = set(reviu.jawaban.values_list("kode", flat=True))
    if belum := [k for k in BUTIR_REVIU if k not in dijawab]:
        return f"{len(belum)} butir daftar reviu belum dijawab: {', '.join(belum)}."
    if reviu.catatan.filter(disampaikan_pada=None).exclude(hasil=HasilCatatan.DICABUT).exists():
        return "Masih ada catatan yang belum disampaikan kepada perencana. Sampaikan atau cabut catatan itu."
    sisa = reviu.catatan.filter(hasil__in=[HasilCatatan.BELUM, HasilCatatan.TIDAK]).count()
    if sisa and not penjelas.strip():
        return (
            f"{sisa} catatan belum diperbaiki. Jelaskan pada paragraf penjelas, atau nyatakan catatan itu sudah "
            "diperbaiki atau dicabut."
        )
    return ""


def nama_teks(nama: str) -> str:
    """What a text of the working paper is called."""
    return str(Reviu._meta.get_field(nama).verbose_name)  # type: ignore[union-attr]


@transaction.atomic
def cabut_pernyataan(*, satker: Satker, tahun: int, alasan: str, versi: int, oleh: Any) -> Reviu:
    """Take the statement back, so that the reviu goes on; not once the version was approved."""
    kosong = {**dict.fromkeys(("nama", "nip", "jabatan", "kapasitas", "tempat", "sidik"), ""), "tanggal": None}
    return _pindahkan(reviu_terkunci(satker, tahun, versi), BUKA, oleh, {**kosong, "oleh": None}, alasan)


def reviu_terkunci(satker: Satker, tahun: int, versi: int | None = None) -> Reviu:
    """Return the reviu that is being made, locked after its report; must be called inside a transaction.

    Raises GalatDomain where there is none or its version was approved, Bentrok where it was changed since ``versi``.
    """
    laporan = Laporan.objects.select_for_update().filter(satker=satker, tahun=tahun, triwulan=TAHUNAN).first()
    ada = reviu_laporan(laporan) if laporan else None
    if laporan is None or ada is None:
        raise GalatDomain("Reviu laporan ini belum dimulai. Mulai reviu lebih dahulu.")
    if halangan := _sudah_sah(laporan):
        raise GalatDomain(halangan)
    reviu = Reviu.objects.select_for_update().get(pk=ada.pk)
    reviu.laporan = laporan
    if versi is not None and reviu.versi != versi:
        pesan = (
            "Reviu ini baru saja diubah {oleh}. Yang Anda ketik masih ada di bawah: periksa keadaan terakhir, "
            "lalu simpan lagi."
        )
        raise bentrok(reviu.alamat, versi=reviu.versi, kini=str(reviu.get_keadaan_display()), pesan=pesan)
    return reviu


def tautan_reviu(satker: Satker, tahun: int) -> str:
    """Where the reviu stands, as a notice links to it."""
    return f"/lakin/{satker.kunci}/{tahun}/reviu/"


def _untuk_ditulis(satker: Satker, tahun: int, versi: int | None = None) -> Reviu:
    reviu = reviu_terkunci(satker, tahun, versi)
    if halangan := alasan_tak_tertulis(reviu.keadaan):
        raise GalatDomain(halangan)
    return reviu


def _sudah_sah(laporan: Laporan) -> str:
    if laporan.keadaan != KeadaanLaporan.DISAHKAN:
        return ""
    return "Laporan ini sudah disahkan, sehingga reviu versi ini tidak berubah lagi."


def _pindahkan(lama: Reviu, tindakan: str, oleh: Any, isi: Mapping[str, Any] | None = None, alasan: str = "") -> Reviu:
    alasan = alasan.strip()
    if halangan := halangan_langkah(tindakan, lama.keadaan, alasan=alasan):
        raise GalatDomain(halangan, medan="alasan" if LANGKAH[tindakan].perlu_alasan else "")
    baru = Reviu.objects.select_related("laporan__satker").get(pk=lama.pk)
    baru.keadaan = LANGKAH[tindakan].ke
    for nama, nilai in (isi or {}).items():
        setattr(baru, nama, nilai)
    baru.versi += 1
    rekam(baru, oleh=oleh, alamat=baru.alamat, alasan=alasan, tindakan=f"reviu {tindakan}", lama=lama)
    return baru
