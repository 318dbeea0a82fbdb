"""The public check of a PDF: whether it is, byte for byte, a report that was approved here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.kode_terbitan import baca_kode, tulis_kode
from lakin.laporan.models import BerkasTerbitan, Terbitan
from lakin.laporan.sidik_unggahan import PenerimaSidik, SidikUnggahan
from lakin.laporan.terbitan import BERAT, saat
from lakin.organisasi.gerbang import umum

BATAS = 50 * 1024 * 1024
"""Bytes of a file that is checked; a report has a few million."""
_BUNGKUS = 64 * 1024
"""Bytes that a form needs around the file."""
TERBANYAK = 30
JENDELA = 10 * 60
"""So many checks in so many seconds from one address."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What the page says: 'cocok', 'tidak' or '' for a mistake; of a match what it is, and how it stands."""

    jenis: str
    pesan: str
    terbitan: Terbitan | None = None
    pada: str = ""
    kode: str = ""
    catatan: tuple[str, ...] = ()
    status: int = 200


@umum
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, kode: str = "") -> HttpResponse:
    """Show the form, or check the file that was sent; what is sent is hashed and let go."""
    if request.method == "POST":
        request.upload_handlers = [PenerimaSidik(request, BATAS)]
    return _periksa(request, kode)


@csrf_protect
def _periksa(request: HttpRequest, kode: str) -> HttpResponse:
    jawaban = _jawab(request, baca_kode(kode)) if request.method == "POST" else None
    isi = {"kode": kode[:20], "jawaban": jawaban, "batas": BATAS}
    return render(request, "laporan/periksa.html", isi, status=jawaban.status if jawaban else 200)


def _jawab(request: HttpRequest, kode: str) -> Jawaban:
    if _terlalu_sering(request):
        pesan = "Terlalu banyak pemeriksaan dari alamat ini. Cobalah lagi sepuluh menit kemudian."
        return Jawaban("", pesan, status=429)
    besar = f"Berkas lebih besar daripada {BATAS // 1024 // 1024} MB, jadi bukan laporan dari Lakin."
    if int(request.META.get("CONTENT_LENGTH") or 0) > BATAS + _BUNGKUS:
        return Jawaban("", besar, status=413)
    berkas = request.FILES.get("berkas")
    if not isinstance(berkas, SidikUnggahan):
        return Jawaban("", "Belum ada berkas. Pilih berkas PDF laporan yang hendak diperiksa.", status=422)
    if not berkas.utuh or (berkas.size or 0) > BATAS:
        return Jawaban("", besar, status=413)
    if not berkas.size:
        return Jawaban("", "Berkas ini kosong. Unduh atau salin ulang berkasnya, lalu periksa kembali.", status=422)
    if not berkas.pdf:
        pesan = "Berkas ini bukan PDF. Yang dapat diperiksa hanyalah berkas PDF seperti yang diunduh dari Lakin."
        return Jawaban("", pesan, status=422)
    return _cocokkan(berkas.sidik, kode)


def _cocokkan(sidik: str, kode: str) -> Jawaban:
    ringan = [f"terbitan__{k}" for k in BERAT]
    cocok = BerkasTerbitan.objects.filter(sidik=sidik).select_related("terbitan__laporan__satker").defer(*ringan)
    berkas = cocok.first()
    if berkas is None:
        pesan = (
            "Tidak cocok. Berkas ini bukan berkas yang disahkan, atau isinya sudah berubah sesudah diunduh, "
            "walaupun hanya satu huruf. Mintalah berkas aslinya kepada satker penerbit."
        )
        return Jawaban("tidak", pesan)
    t = berkas.terbitan
    laporan = t.laporan
    nama = sebutan_laporan(laporan.tahun, laporan.triwulan)
    pesan = f"Cocok. Ini {nama} {laporan.satker} versi {t.nomor} yang disahkan pada {saat(t)}."
    return Jawaban("cocok", pesan, t, saat(t), tulis_kode(t.kode), tuple(_catatan(t, kode)))


def _catatan(t: Terbitan, kode: str) -> list[str]:
    """How the version stands to the newest one, and to the one whose code was given."""
    catatan = []
    lain = Terbitan.objects.filter(laporan=t.laporan, berkas__isnull=False)
    terbaru = lain.order_by("-nomor").values_list("nomor", flat=True).first() or t.nomor
    if terbaru > t.nomor:
        catatan.append(f"Ini versi lama: versi {terbaru} sudah disahkan sesudahnya.")
    if kode and kode != t.kode:
        nomor = lain.filter(kode=kode).values_list("nomor", flat=True).first()
        if nomor is None:
            catatan.append("Kode pada alamat halaman ini milik laporan lain; cocokkan dengan kode di sampul berkas.")
        else:
            arah = "lebih lama" if t.nomor < nomor else "lebih baru"
            catatan.append(f"Kode pada alamat halaman ini milik versi {nomor}; berkas ini versi yang {arah}.")
    return catatan


def _terlalu_sering(request: HttpRequest) -> bool:
    """Count the checks of an address; only a hash of it is kept, for ten minutes."""
    kunci = f"periksa/{hashlib.sha256(_alamat(request).encode()).hexdigest()[:32]}"
    cache.add(kunci, 0, JENDELA)
    try:
        return cache.incr(kunci) > TERBANYAK
    except ValueError:  # it ran out between the two
        return False


def _alamat(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy that says so, what the proxy itself saw."""
    terusan = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return terusan.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
