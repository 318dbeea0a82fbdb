"""Jobs of the pages: the working paper, laid out outside the request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.urls import reverse

from lakin.cetak.pdf import cetak_pdf
from lakin.dasbor.kertas import Pilihan
from lakin.dasbor.kertas_isi import susun_kertas_kerja
from lakin.kerja.daftar import Lapor, PekerjaanGagal, pekerjaan
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Pengguna, Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain

KERTAS = "kertas_kerja"
FOLDER = "kertas-kerja"
"""Below MEDIA_ROOT; a paper's name tells whose it is and what was chosen."""


def minta_kertas_kerja(*, satker: Satker, tahun: int, semua: Sequence[Pilihan], oleh: Any) -> Pekerjaan:
    """Ask for the working paper of chosen figures."""
    argumen = {
        "satker": satker.pk,
        "tahun": tahun,
        "oleh": oleh.pk,
        "angka": [[p.alamat, p.versi, p.triwulan] for p in semua],
    }
    kunci = kunci_kertas(satker, tahun, semua)
    return antrekan(jenis=KERTAS, kunci=kunci, argumen=argumen, oleh=oleh, ulang=True)


def kunci_kertas(satker: Satker, tahun: int, semua: Sequence[Pilihan]) -> str:
    """The key of the job for a choice: another choice is another paper."""
    return f"{KERTAS}/{satker.kunci}/{tahun}/{_sidik([[p.alamat, p.versi, p.triwulan] for p in semua])}"


def _sidik(angka: list[list[Any]]) -> str:
    return hashlib.sha256(json.dumps(angka).encode()).hexdigest()[:16]


@pekerjaan(KERTAS)
def buat_kertas_kerja(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Lay a working paper out for who asked, with what that person may see now."""
    satker = Satker.objects.filter(pk=argumen["satker"]).first()
    oleh = Pengguna.objects.filter(pk=argumen["oleh"], is_active=True).first()
    if satker is None or oleh is None or not boleh(oleh, Izin.LIHAT_JEJAK, satker):
        raise PekerjaanGagal("Kertas kerja ini bukan untuk akun Anda.")
    lapor(0, 0, "Mengumpulkan angka")
    semua = [Pilihan(a, v, t) for a, v, t in argumen["angka"]]
    try:
        bernomor = susun_kertas_kerja(oleh, satker, argumen["tahun"], semua)
    except GalatDomain as galat:
        raise PekerjaanGagal(galat.pesan) from galat
    lapor(0, 0, "Menata halaman")
    isi = cetak_pdf(bernomor, proses=1).isi
    nama = f"{FOLDER}/{oleh.pk}-{satker.kunci}-{argumen['tahun']}-{_sidik(argumen['angka'])}.pdf"
    _tulis(Path(settings.MEDIA_ROOT) / nama, isi)
    return nama


def tautan_kertas(p: Pekerjaan) -> str:
    """Where the paper of a finished job is downloaded."""
    satker = Satker.objects.filter(pk=p.argumen.get("satker")).first()
    if satker is None or p.keadaan != KeadaanPekerjaan.SELESAI:
        return ""
    return reverse("unduh_kertas_kerja", args=[satker.kunci, p.argumen["tahun"]])


def _tulis(tujuan: Path, isi: bytes) -> None:
    """Write beside and rename: a reader never meets half a file."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=tujuan.parent, delete=False) as berkas:
        berkas.write(isi)
    Path(berkas.name).replace(tujuan)
