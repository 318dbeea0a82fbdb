"""The page of a reviu, as the APIP works on it and as the others read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lakin.alur.transisi_reviu import LANGKAH, TERBUKA
from lakin.dokumen.format import tulis_teks
from lakin.dokumen.nomor import Butir as ButirLaporan
from lakin.jejak.selectors import riwayat_bawah
from lakin.jejak.tulisan import tulisan
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import pekerjaan_terlihat
from lakin.laporan.bahan_reviu import BahanReviu, bahan_reviu, reviu_versi
from lakin.laporan.berkas_reviu import BENTUK, CETAK_REVIU, KERTAS_KERJA, nama_letak, tulis_menurut_data
from lakin.laporan.butir_reviu import BAGIAN, BUTIR_REVIU, MenurutData
from lakin.laporan.enums import HasilCatatan, JawabanButir, KeadaanLaporan, KeadaanReviu
from lakin.laporan.forms import FormPernyataanReviu
from lakin.laporan.kelengkapan.deklarasi import YA, Butir
from lakin.laporan.letak_reviu import LetakLaporan
from lakin.laporan.models import TAHUNAN, CatatanReviu, JawabanReviu, Reviu
from lakin.laporan.selectors import konteks_tanpa_reviu, laporan_satker
from lakin.laporan.selectors_reviu import nomor_berjalan, sidik_direviu, wajib_reviu
from lakin.laporan.services_reviu import TEKS, nama_teks
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain

BANTUAN = {
    "langkah": "Apa yang direviu dan langkah-langkah yang dilaksanakan.",
    "pengujian": "Hasil pengujian keandalan dan akurasi data kinerja.",
    "telaahan": "Keselarasan sasaran, indikator, program, dan kegiatan dengan unit di atasnya.",
    "simpulan": "Hasil langkah reviu dan kesimpulan pereviu.",
}


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What somebody typed that could not be saved: the form, its fields, and the sentences about them."""

    borang: str
    isi: Mapping[str, str] = field(default_factory=dict)
    pesan: Mapping[str, str] = field(default_factory=dict)


KOSONG = Ketikan("")


@dataclass(frozen=True, slots=True)
class BarisUji:
    """One point of the checklist with the answer that stands, was typed, or is proposed from the data."""

    butir: Butir
    data: str
    jawaban: str
    catatan: str
    versi: int
    tersimpan: bool
    pesan: str

    @property
    def label(self) -> str:
        """The answer in words."""
        return str(JawabanButir(self.jawaban).label) if self.jawaban else "belum dijawab"


@dataclass(frozen=True, slots=True)
class BarisCatatan:
    """A note with the name of its place, the figure there, and what was typed about it."""

    catatan: CatatanReviu
    letak: str
    nilai: str
    url: str
    ketikan: Ketikan


def halaman_reviu(
    request: HttpRequest, satker: Satker, tahun: int, k: Ketikan = KOSONG, form: Any = None, status: int = 200
) -> HttpResponse:
    """Show where the reviu of a version stands, with all that the user may do; that of an older one is only read."""
    laporan = laporan_satker(satker, tahun)
    diminta = request.GET.get("versi", "")
    reviu = reviu_versi(laporan, diminta)
    if diminta and reviu is None:
        raise Http404("Versi ini tidak mempunyai reviu.")
    apip = boleh(request.user, Izin.REVIU, satker)
    lama = reviu is not None and reviu.nomor != nomor_berjalan(laporan)
    sah = lama or laporan.keadaan == KeadaanLaporan.DISAHKAN
    keadaan = KeadaanReviu(reviu.keadaan) if reviu else KeadaanReviu.BELUM
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "sebutan": f"LAKIN {tahun}",
        "laporan": laporan,
        "reviu": reviu,
        "keadaan": keadaan,
        "wajib": wajib_reviu(satker, tahun),
        "apip": apip,
        "langkah": {t for t, x in LANGKAH.items() if apip and not sah and keadaan in x.dari},
        "menulis": apip and not sah and keadaan in TERBUKA,
        "menanggapi": not sah and keadaan in TERBUKA and boleh(request.user, Izin.AJUKAN_LAPORAN, satker),
        "k": k,
    }
    if laporan.pk:
        isi["versi_lain"] = list(laporan.reviu.exclude(pk=reviu.pk) if reviu else laporan.reviu.all())
    try:
        if reviu is not None:
            isi |= _isi_reviu(request, satker, tahun, reviu, bahan_reviu(reviu), k)
            isi["gugur"] = keadaan is KeadaanReviu.SELESAI and not sah and _gugur(reviu)
    except GalatDomain as galat:
        return render(request, "laporan/reviu.html", {**isi, "pesan_kosong": galat.pesan}, status=status)
    if reviu is not None:
        isi["form"] = form or FormPernyataanReviu(initial=_penanda_awal(request, reviu))
    return render(request, "laporan/reviu.html", isi, status=status)


def _isi_reviu(
    request: HttpRequest, satker: Satker, tahun: int, reviu: Reviu, bahan: BahanReviu, k: Ketikan
) -> dict[str, Any]:
    letak = bahan.letak
    apip = boleh(request.user, Izin.REVIU, satker)
    selesai = reviu.keadaan == KeadaanReviu.SELESAI
    catatan = list(reviu.catatan.select_related("ditanggapi_oleh"))
    if not apip:
        catatan = [c for c in catatan if c.disampaikan_pada]
    isi: dict[str, Any] = {
        "catatan": [_baris_catatan(c, letak, satker, tahun, k) for c in catatan],
        "belum_disampaikan": sum(1 for c in catatan if c.disampaikan_pada is None),
        "hasil_catatan": HasilCatatan.choices,
        "unduhan": [b for b in _unduhan(request, satker, tahun, reviu) if selesai or (apip and b[0] == KERTAS_KERJA)],
    }
    if apip or selesai:
        isi |= {"kertas": _kertas(reviu, k), "kelompok": list(_kelompok(bahan.data, reviu, k))}
        isi["dijawab"] = reviu.jawaban.count()
        isi["jumlah_butir"] = len(BUTIR_REVIU)
    if apip:
        isi["riwayat"] = [tulisan(j) for j in riwayat_bawah(reviu.alamat)]
    if apip and not selesai:
        isi["pilihan_bagian"] = _pilihan_bagian(letak)
        alamat = request.GET.get("alamat", "")[:200]
        isi["alamat_baru"] = k.isi.get("alamat", alamat) if k.borang == "catatan" else alamat
    return isi


def _gugur(reviu: Reviu) -> bool:
    """Whether what was signed is no longer what the report holds."""
    return reviu.sidik != sidik_direviu(konteks_tanpa_reviu(reviu.laporan.satker, reviu.laporan.tahun))


def _kertas(reviu: Reviu, k: Ketikan) -> list[tuple[str, str, str, str]]:
    """(name, label, help, text) of each text of the working paper."""
    ketik = k.isi if k.borang == "kertas" else {}
    return [
        (n, nama[0].upper() + nama[1:], BANTUAN[n], ketik.get(n, getattr(reviu, n)))
        for n in TEKS
        if (nama := nama_teks(n))
    ]


def _kelompok(data: Mapping[str, MenurutData], reviu: Reviu, k: Ketikan) -> Any:
    ada = {j.kode: j for j in reviu.jawaban.all()}
    for kode, butir in groupby(BUTIR_REVIU.values(), lambda b: b.kelompok):
        baris = [_baris_uji(b, data[b.kode], ada.get(b.kode), k) for b in butir]
        yield kode, BAGIAN[kode], sum(b.tersimpan for b in baris), baris


def _baris_uji(b: Butir, m: MenurutData, ada: JawabanReviu | None, k: Ketikan) -> BarisUji:
    if ada:
        jawaban, catatan, versi = ada.jawaban, ada.catatan, ada.versi
    else:
        jawaban, catatan, versi = m.jawaban, "" if m.jawaban in ("", YA) else m.alasan[:1000], 0
    if k.borang == b.kelompok:
        jawaban = k.isi.get(f"jawaban-{b.kode}", jawaban)
        catatan = k.isi.get(f"catatan-{b.kode}", catatan)
        jawaban = jawaban if jawaban in JawabanButir.values else ""
    return BarisUji(b, tulis_menurut_data(m), jawaban, catatan, versi, ada is not None, k.pesan.get(b.kode, ""))


def _baris_catatan(c: CatatanReviu, letak: LetakLaporan, satker: Satker, tahun: int, k: Ketikan) -> BarisCatatan:
    angka = letak.angka(c.alamat) if c.alamat else None
    if c.alamat:
        url = f"{reverse('penjelasan', args=[satker.kunci, tahun])}?alamat={c.alamat}"
    else:
        url = reverse("laporan", args=[satker.kunci, tahun, TAHUNAN])
        url += f"#{letak.bagian[c.bagian].jangkar}" if c.bagian in letak.bagian else ""
    ketikan = k if k.borang in (f"catatan-{c.pk}", f"tanggapan-{c.pk}") else KOSONG
    return BarisCatatan(c, nama_letak(c, letak), tulis_teks(angka) if angka else "", url, ketikan)


def _pilihan_bagian(letak: LetakLaporan) -> list[tuple[str, list[tuple[str, str]]]]:
    """The parts that a note may be about, by chapter."""
    semua: dict[str, list[ButirLaporan]] = {}
    for b in letak.bagian.values():
        if b.di_daftar or b.jenis == "bab":
            semua.setdefault(b.bab, []).append(b)
    return [(letak.nama(bab), [(b.kode, letak.nama(b.kode)) for b in isi]) for bab, isi in semua.items()]


def _unduhan(
    request: HttpRequest, satker: Satker, tahun: int, reviu: Reviu
) -> list[tuple[str, str, Pekerjaan | None, str]]:
    """(form, name, the user's own job, where its file is) of what can be downloaded."""
    kerja = {
        p.argumen["bentuk"]: p
        for p in pekerjaan_terlihat(request.user).filter(jenis=CETAK_REVIU, argumen__reviu=reviu.pk)
    }
    return [(b, nama, kerja.get(b), tautan_cetak_reviu(kerja[b]) if b in kerja else "") for b, nama in BENTUK.items()]


def tautan_cetak_reviu(p: Pekerjaan) -> str:
    """Where the file of a finished job is downloaded."""
    reviu = Reviu.objects.select_related("laporan__satker").filter(pk=p.argumen.get("reviu")).first()
    if reviu is None or p.keadaan != KeadaanPekerjaan.SELESAI or not (Path(settings.MEDIA_ROOT) / p.hasil).is_file():
        return ""
    milik = reviu.laporan
    url = reverse("unduh_reviu", args=[milik.satker.kunci, milik.tahun, p.argumen["bentuk"]])
    return f"{url}?versi={reviu.nomor}"


def _penanda_awal(request: HttpRequest, reviu: Reviu) -> dict[str, Any]:
    return {"nama": str(request.user), "tempat": "Jakarta", "penjelas": reviu.penjelas, "versi": reviu.versi}
