"""Jobs of the report: the PDF, laid out outside the request."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings

from lakin.cetak.foto import FotoHilang
from lakin.cetak.pdf import HasilPdf
from lakin.dokumen.nomor import Bernomor
from lakin.kerja.daftar import Lapor, PekerjaanGagal, pekerjaan
from lakin.laporan.beku import sidik
from lakin.laporan.berkas_reviu import CETAK_REVIU, cetak
from lakin.laporan.cetakan import cetak_laporan
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, BerkasTerbitan, Reviu, Terbitan
from lakin.laporan.pengesahan import TERBITKAN, simpan_berkas
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import CETAK
from lakin.laporan.susun import susun_bernomor
from lakin.laporan.terbitan import bernomor_terbitan, konteks_terbitan
from lakin.laporan.unduhan import BENTUK, UNDUH, bahan_unduhan, nama_unduhan, tulis_unduhan
from lakin.organisasi.models import Pengguna, Satker
from lakin.web.galat import GalatDomain


@pekerjaan(CETAK)
def cetak_lakin(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Render a satker's report; the answer is the file's name below MEDIA_ROOT.

    The name carries the hash of the inputs, so a second run writes the same file.
    """
    satker = Satker.objects.filter(pk=argumen["satker"]).first()
    if satker is None:
        raise PekerjaanGagal("Satker laporan ini sudah tidak ada.")
    tahun, triwulan = int(argumen["tahun"]), int(argumen.get("triwulan", TAHUNAN))
    lapor(0, 0, "Mengumpulkan data")
    try:
        konteks = konteks_laporan(satker, tahun, triwulan, _peminta(argumen))
    except GalatDomain as galat:
        raise PekerjaanGagal(galat.pesan) from galat
    lapor(0, 0, "Menyusun laporan")
    bernomor = susun_bernomor(konteks)
    nama = f"laporan/{satker.kunci}-{tahun}-tw{triwulan}-{sidik(konteks)[:16]}.pdf"
    hasil = _cetak(konteks, bernomor, lapor)
    _tulis(Path(settings.MEDIA_ROOT) / nama, hasil.isi)
    return nama


@pekerjaan(TERBITKAN)
def terbitkan_lakin(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Lay out an approved version from its frozen inputs and store the file; done once, however often it runs."""
    terbitan = Terbitan.objects.select_related("laporan__satker").filter(pk=argumen["terbitan"]).first()
    if terbitan is None:
        raise PekerjaanGagal("Versi laporan ini tidak ada.")
    ada = BerkasTerbitan.objects.filter(terbitan=terbitan).first()
    if ada is None:
        lapor(0, 0, "Menyusun laporan")
        konteks = konteks_terbitan(terbitan)
        bernomor = bernomor_terbitan(terbitan, konteks)
        hasil = _cetak(konteks, bernomor, lapor)
        ada = simpan_berkas(terbitan=terbitan, hasil=hasil)
    return ada.nama


def _peminta(argumen: dict[str, Any]) -> Pengguna:
    """Who asked: a draft is made of what that person may see."""
    oleh = Pengguna.objects.filter(pk=argumen.get("oleh") or 0, is_active=True).first()
    if oleh is None:
        raise PekerjaanGagal("Peminta berkas ini tidak dikenal. Mintalah ulang dari halaman laporan.")
    return oleh


def _cetak(konteks: Konteks, bernomor: Bernomor, lapor: Lapor) -> HasilPdf:
    try:
        return cetak_laporan(konteks, bernomor, lambda langkah, selesai, jumlah: lapor(selesai, jumlah, langkah))
    except FotoHilang as galat:
        raise PekerjaanGagal(str(galat)) from galat


@pekerjaan(UNDUH)
def buat_unduhan(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Make a form of the draft or of a version; the name carries the hash of all that it is made of."""
    satker = Satker.objects.filter(pk=argumen["satker"]).first()
    if satker is None:
        raise PekerjaanGagal("Satker laporan ini sudah tidak ada.")
    bentuk = BENTUK[argumen["bentuk"]]
    lapor(0, 0, "Menyusun laporan")
    try:
        bahan = bahan_unduhan(
            satker, argumen["tahun"], argumen["triwulan"], argumen["nomor"], pengguna=_peminta(argumen)
        )
    except GalatDomain as galat:
        raise PekerjaanGagal(galat.pesan) from galat
    nama = nama_unduhan(bahan, bentuk)
    tujuan = Path(settings.MEDIA_ROOT) / nama
    if not tujuan.is_file():
        lapor(0, 0, f"Menulis berkas {bentuk.nama}")
        try:
            _tulis(tujuan, tulis_unduhan(bahan, bentuk))
        except FotoHilang as galat:
            raise PekerjaanGagal(str(galat)) from galat
    return nama


@pekerjaan(CETAK_REVIU)
def cetak_reviu(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Lay out the working paper or the statement of a reviu; the name carries the hash of the file."""
    reviu = Reviu.objects.select_related("laporan__satker").filter(pk=argumen["reviu"]).first()
    if reviu is None:
        raise PekerjaanGagal("Reviu ini sudah tidak ada.")
    lapor(0, 0, "Menyusun berkas")
    try:
        nama, isi = cetak(reviu, argumen["bentuk"])
    except GalatDomain as galat:
        raise PekerjaanGagal(galat.pesan) from galat
    _tulis(Path(settings.MEDIA_ROOT) / nama, isi)
    return nama


def _tulis(tujuan: Path, isi: bytes) -> None:
    """Write beside and rename: a reader never meets half a file."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=tujuan.parent, delete=False) as berkas:
        berkas.write(isi)
    Path(berkas.name).replace(tujuan)
