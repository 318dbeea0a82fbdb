"""The approval: the head freezes a report as its next version; a correction opens it again."""

from __future__ import annotations

import hashlib
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lakin.alur.transisi_laporan import BUKA, SAHKAN, halangan_langkah
from lakin.cetak.pdf import HasilPdf
from lakin.cetak.pdf_versi import versi as versi_penata
from lakin.dokumen.nomor import SalahSusun
from lakin.jejak.models import Rantai
from lakin.jejak.services import catat
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.laporan.beku import beku, sidik, sidik_bagian
from lakin.laporan.bukti import bukti_laporan
from lakin.laporan.bukti import ke_json as bukti_ke_json
from lakin.laporan.kode_terbitan import kode_baru
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, BerkasTerbitan, Laporan, Terbitan
from lakin.laporan.pengajuan import halangan_lengkap, laporan_terkunci, pindahkan
from lakin.laporan.permintaan_buka import kabulkan_permintaan
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.selectors_reviu import halangan_reviu
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import UMUM
from lakin.web.galat import GalatDomain, GalatMedan
from renstra.enums import Kapasitas

TERBITKAN = "terbitkan_lakin"
FOLDER = "terbitan"
"""Below MEDIA_ROOT; nothing in it is ever overwritten or deleted."""
PANJANG_NIP = 18
_RUANG_MESIN = ("angka", "capaian", "dokumen", "laporan")


@dataclass(frozen=True, slots=True)
class Penyah:
    """Who approves, as it is printed: a snapshot, since posts and names change."""

    nama: str
    jabatan: str
    nip: str = ""
    kapasitas: str = ""


@transaction.atomic
def sahkan_laporan(
    *, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, penyah: Penyah, oleh: Any
) -> Terbitan:
    """Freeze a report that was handed in as its next version; the PDF follows as a job.

    The heads of the trail are locked first: every write leaves a trace, so no
    fact changes between the first input that is read and the last.
    """
    penyah = penyah_sah(penyah)
    laporan = laporan_terkunci(satker, tahun, triwulan, versi)
    ujung = _ujung_jejak(satker)
    if halangan_langkah(SAHKAN, laporan.keadaan) == "" and (kurang := halangan_lengkap(satker, tahun, triwulan)):
        raise GalatDomain(kurang.replace("belum dapat diajukan", "belum dapat disahkan"))
    konteks = konteks_laporan(satker, tahun, triwulan)
    if halangan_langkah(SAHKAN, laporan.keadaan) == "" and (belum := halangan_reviu(laporan, konteks)):
        raise GalatDomain(belum)
    pindahkan(laporan, SAHKAN, oleh=oleh)
    _tersusun(konteks)
    isi = beku(konteks)
    terbitan = Terbitan.objects.create(
        laporan=laporan,
        nomor=laporan.terbitan.count() + 1,
        kode=kode_baru(),
        isi=isi,
        bukti=bukti_ke_json(bukti_laporan(satker, tahun)),
        sidik=sidik(konteks),
        sidik_bagian=sidik_bagian(isi),
        mesin=versi_mesin(),
        jejak_urut=ujung.urut,
        jejak_sidik=ujung.sidik,
        oleh=oleh,
        nama=penyah.nama,
        nip=penyah.nip,
        jabatan=penyah.jabatan,
        kapasitas=penyah.kapasitas,
        disahkan_pada=timezone.now().replace(microsecond=0),
    )
    catat(oleh=oleh, tindakan="terbitkan", alamat=alamat_terbitan(terbitan), sebelum=None, sesudah=_potret(terbitan))
    minta_terbitkan(terbitan=terbitan, oleh=oleh)
    return terbitan


@transaction.atomic
def buka_laporan(*, satker: Satker, tahun: int, triwulan: int = TAHUNAN, versi: int, alasan: str, oleh: Any) -> Laporan:
    """Make an approved report a draft again, for its next version; what was approved stays as it is."""
    laporan = pindahkan(laporan_terkunci(satker, tahun, triwulan, versi), BUKA, oleh=oleh, alasan=alasan)
    kabulkan_permintaan(laporan, oleh, alasan)
    return laporan


def minta_terbitkan(*, terbitan: Terbitan, oleh: Any) -> Pekerjaan:
    """Ask for the PDF of an approved version, once more where it failed; a finished one is not made again."""
    argumen = {"terbitan": terbitan.pk}
    return antrekan(jenis=TERBITKAN, kunci=f"{TERBITKAN}/{terbitan.kode}", argumen=argumen, oleh=oleh)


@transaction.atomic
def simpan_berkas(*, terbitan: Terbitan, hasil: HasilPdf) -> BerkasTerbitan:
    """Store the PDF of a version, once: the file first, then the row that completes the approval."""
    sidik_pdf = hashlib.sha256(hasil.isi).hexdigest()
    nama = f"{FOLDER}/{terbitan.kode}-{sidik_pdf[:16]}.pdf"
    _taruh(Path(settings.MEDIA_ROOT) / nama, hasil.isi)
    berkas, baru = BerkasTerbitan.objects.get_or_create(
        terbitan=terbitan,
        defaults={
            "nama": nama,
            "sidik": sidik_pdf,
            "ukuran": len(hasil.isi),
            "halaman": hasil.jumlah_halaman,
            "mesin": versi_mesin(),
            "pada": timezone.now(),
        },
    )
    if baru:
        isi = {"sidik": berkas.sidik, "ukuran": berkas.ukuran, "halaman": berkas.halaman}
        alamat = f"{alamat_terbitan(terbitan)}/pdf"
        catat(oleh=terbitan.oleh, tindakan="tambah", alamat=alamat, sebelum=None, sesudah=isi)
    return berkas


def alamat_terbitan(t: Terbitan) -> str:
    """The key of its trail."""
    return f"{t.laporan.alamat}/versi/{t.nomor}"


@lru_cache(maxsize=1)
def versi_mesin() -> dict[str, str]:
    """What computed and laid out: hashes of our own sources, versions of what renders."""
    akar = Path(__file__).resolve().parents[1]
    sumber = sorted(p for ruang in _RUANG_MESIN for p in (akar / ruang).rglob("*.py"))
    sidik_sumber = hashlib.sha256(b"".join(p.read_bytes() for p in sumber)).hexdigest()
    pustaka = {nama: version(nama) for nama in ("weasyprint", "pikepdf", "segno")}
    return {"mesin": sidik_sumber, "penata": versi_penata(), "python": platform.python_version(), **pustaka}


def penyah_sah(p: Penyah) -> Penyah:
    """Return who signs, tidied; GalatMedan with a sentence per field that is wrong."""
    rapi = Penyah(p.nama.strip(), p.jabatan.strip(), "".join(p.nip.split()), p.kapasitas.strip())
    masalah = {}
    if not rapi.nama:
        masalah["nama"] = "Tuliskan nama pejabat yang menandatangani."
    if not rapi.jabatan:
        masalah["jabatan"] = "Tuliskan jabatan yang menandatangani."
    if rapi.nip and not (len(rapi.nip) == PANJANG_NIP and rapi.nip.isascii() and rapi.nip.isdigit()):
        masalah["nip"] = f"NIP terdiri atas {PANJANG_NIP} angka. Kosongkan bila tidak ada."
    if rapi.kapasitas not in Kapasitas.values:
        masalah["kapasitas"] = "Pilih definitif, Plt., atau Plh."
    if masalah:
        raise GalatMedan(masalah)
    return rapi


def _taruh(tujuan: Path, isi: bytes) -> None:
    """Write beside and link: never half a file, and never over one that is there."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=tujuan.parent) as berkas:
        berkas.write(isi)
        berkas.flush()
        os.fsync(berkas.fileno())
        os.chmod(berkas.name, 0o400)
        with suppress(FileExistsError):  # the name carries the hash: an earlier run wrote the same
            os.link(berkas.name, tujuan)


def _ujung_jejak(satker: Satker) -> Rantai:
    """The head of the satker's chain; it and the common one stay locked until the transaction ends."""
    terkunci = Rantai.objects.select_for_update().filter(nama__in=(satker.kunci, UMUM)).order_by("nama")
    return next(r for r in terkunci if r.nama == satker.kunci)


def _tersusun(konteks: Konteks) -> None:
    """Refuse what cannot be laid out before anything is frozen."""
    try:
        susun_bernomor(konteks)
    except (NaskahTidakSah, SalahSusun) as galat:
        raise GalatDomain(f"Laporan tidak dapat disusun, sehingga belum dapat disahkan: {galat}") from galat


def _potret(t: Terbitan) -> dict[str, Any]:
    """What the trail keeps of an approval: its hashes, not its inputs."""
    return {
        "kode": t.kode,
        "sidik": t.sidik,
        "jejak_urut": t.jejak_urut,
        "jejak_sidik": t.jejak_sidik,
        "nama": t.nama,
        "nip": t.nip,
        "jabatan": t.pejabat,
    }
