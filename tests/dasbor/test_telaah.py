"""The review: what was handed in beside what it was, discussed, returned and verified; evidence shown in place."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lakin.alur.models import ButirTindak, Komentar, Periode
from lakin.angka import tulis_tanggal
from lakin.dasbor.penjelasan import jelaskan
from lakin.dasbor.telaah import telaah
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.ajuan import JenisHal, ajuan
from lakin.pengukuran.bukti import KeteranganBukti, unggah_bukti
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.pengajuan import ajukan_triwulan, catat_isian
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from lakin.pengukuran.services import simpan_realisasi
from tests import dokumen_bukti as buat

HALAMAN = "/247157/2023/telaah/4/"
SUMBER = re.compile(r'data-sumber="([^"]+)"')


def kini(kmn: Satker) -> Periode:
    return Periode.objects.select_related("satker").get(satker=kmn, tahun=2023, triwulan=4)


def ajukan(kmn: Satker, oleh: Pengguna) -> None:
    """Hand triwulan IV in, each warning answered."""
    letak = {"satker": kmn, "tahun": 2023, "triwulan": 4, "oleh": oleh}
    for h in ajuan(kini(kmn), hasil_segar(kmn, 2023)).hal:
        if h.jenis is JenisHal.JANGGAL and not h.catatan:
            catat_isian(**letak, alamat=h.alamat, kaidah=h.kaidah, isi=f"Sudah diperiksa {h.judul[:5]}", versi=0)
    ajukan_triwulan(**letak, versi=kini(kmn).versi)


def isi_fisik(kmn: Satker, oleh: Pengguna, nilai: int, versi: int) -> None:
    simpan_realisasi(
        satker=kmn, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.FISIK, nilai=Decimal(nilai),
        versi=versi, oleh=oleh,
    )  # fmt: skip


def baris(isi: str, kode: str) -> str:
    """The part of the page that is about one indicator."""
    return isi.split(f'data-telaah="{kode}"')[1].split("</tbody>")[0]


def test_dikembalikan_diperbaiki_diajukan_dan_diverifikasi(kmn: Satker, perencana: Pengguna, sebagai: Any) -> None:
    sek = sebagai("sekretariat")
    isi = sek.get(HALAMAN).content.decode()
    assert "Belum diajukan" in isi
    assert SUMBER.findall(isi) == []  # a draft's values are the satker's own
    isi_fisik(kmn, perencana, 90, 1)
    ajukan(kmn, perencana)
    isi = sek.get(HALAMAN).content.decode()
    hasil = hasil_terkini(kmn, 2023)
    assert [a for a in set(SUMBER.findall(isi)) if jelaskan(hasil, a) is None] == []
    assert "Catatan perencana: “Sudah diperiksa SK1.1”" in baris(isi, "SK1.1")
    assert "Nilai pengganti" in baris(isi, "SK1.1")
    assert all(b.target and b.tahun_lalu and b.fisik.kini for b in telaah(perencana, kini(kmn)).baris)

    jawab = sek.post(f"{HALAMAN}kembalikan/", {"versi": kini(kmn).versi, "alasan": " "})
    assert jawab.status_code == 422
    assert sek.post(f"{HALAMAN}kembalikan/", {"versi": 0, "alasan": "Ketikan panjang"}).status_code == 422
    sek.post(f"{HALAMAN}kembalikan/", {"versi": kini(kmn).versi, "alasan": "Fisik SK5.1 belum benar"})
    assert kini(kmn).keadaan == "dikembalikan"
    assert "Fisik SK5.1 belum benar" in sebagai("perencana").get("/247157/2023/periksa/4/").content.decode()

    # While it is mended the review shows what was handed in, with no link to what is being typed now.
    isi_fisik(kmn, perencana, 97, 2)
    isi = sek.get(HALAMAN).content.decode()
    assert "yang tampil adalah isian sewaktu diajukan" in isi
    assert "90" in baris(isi, "SK5.1")
    assert "97" not in baris(isi, "SK5.1")
    assert SUMBER.findall(isi) == []

    ajukan(kmn, perencana)
    isi = sek.get(HALAMAN).content.decode()
    assert "1 indikator berubah sejak pengajuan sebelumnya" in isi
    assert "dulu <s>90</s>" in baris(isi, "SK5.1")
    assert "dulu" not in baris(isi, "SK4.1")
    assert sek.post(f"{HALAMAN}verifikasi/", {"versi": kini(kmn).versi - 1}).status_code == 422
    assert sek.post(f"{HALAMAN}verifikasi/", {"versi": kini(kmn).versi}).status_code == 302
    assert kini(kmn).keadaan == "diverifikasi"
    isi = sek.get(HALAMAN).content.decode()
    assert "tombol-verifikasi" not in isi
    assert "dulu <s>90</s>" in baris(isi, "SK5.1")


def test_komentar_pada_isian_dibalas_dan_diselesaikan(kmn: Satker, sebagai: Any) -> None:
    sek, per = sebagai("sekretariat"), sebagai("perencana")
    alamat = "247157/2023/SK3.2/realisasi/tw4"
    data = {"alamat": alamat, "isi": "Dari mana angka ini?", "letak": "SK3.2", "tandai": "1"}
    jawab = sek.post("/247157/2023/telaah/3/komentar/", {**data, "isi": " "})
    assert jawab.status_code == 422
    jawab = sek.post("/247157/2023/telaah/3/komentar/", {**data, "alamat": "247140/2023/X", "isi": "Salah alamat"})
    assert "Salah alamat</textarea>" in baris(jawab.content.decode(), "SK3.2")
    assert sek.post(f"{HALAMAN}komentar/", data).status_code == 302
    k = Komentar.objects.get()
    assert (k.alamat, k.tandai) == (alamat, True)
    # What is tied to a field stands at the field: the planner reads it in the panel of the cell.
    panel = per.get("/247157/2023/realisasi/4/panel/", {"sel": "sel-SK3.2"}).content.decode()
    assert "Dari mana angka ini?" in panel
    per.post(f"{HALAMAN}komentar/", {"balasan_dari": k.pk, "isi": "Dari SIPNBP."})
    assert Komentar.objects.get(balasan_dari=k).alamat == alamat
    per.post(f"{HALAMAN}komentar/{k.pk}/selesai/", {"selesai": "1"})
    k.refresh_from_db()
    assert k.selesai_oleh.username == "perencana"
    assert sek.post(f"/247157/2023/telaah/3/komentar/{k.pk}/selesai/").status_code == 404
    assert sebagai("auditor").get(HALAMAN).status_code == 404


def test_butir_dilaporkan_penanggung_jawabnya_dan_ditutup_orang_lain(kmn: Satker, sebagai: Any) -> None:
    sek, per = sebagai("sekretariat"), sebagai("perencana")
    orang = Pengguna.objects.get(username="perencana")
    hari = timezone.localdate() + timedelta(days=7)
    data = {"uraian": "Lengkapi bukti", "penanggung_jawab": orang.pk, "tenggat": tulis_tanggal(hari)}
    for salah in ({"tenggat": "besok"}, {"penanggung_jawab": ""}, {"tenggat": "1 Januari 2020"}, {"uraian": ""}):
        assert sek.post(f"{HALAMAN}tindak/", {**data, **salah}).status_code == 422
    assert "Lengkapi bukti</textarea>" in sek.post(f"{HALAMAN}tindak/", {**data, "tenggat": ""}).content.decode()
    sek.post(f"{HALAMAN}tindak/", data)
    b = ButirTindak.objects.get()
    assert b.tenggat == hari
    url = f"{HALAMAN}tindak/{b.pk}/"
    assert sek.post(f"{url}lapor/", {"laporan": "Sudah", "versi": 1}).status_code == 422
    per.post(f"{url}lapor/", {"laporan": "Sudah diunggah", "versi": 1})
    assert per.post(f"{url}tutup/", {"versi": 2}).status_code == 422
    assert "Tutup butir" in sek.get(HALAMAN).content.decode()
    sek.post(f"{url}tutup/", {"versi": 2})
    b.refresh_from_db()
    assert (b.laporan, b.ditutup_oleh.username) == ("Sudah diunggah", "sekretariat")


def test_bukti_ditampilkan_di_tempat(kmn: Satker, perencana: Pengguna, sebagai: Any) -> None:
    alamat = "247157/2023/SK3.2/realisasi"
    b = unggah_bukti(
        satker=kmn, tahun=2023, alamat=alamat, berkas=SimpleUploadedFile("surat.pdf", buat.pdf(1)),
        keterangan=KeteranganBukti("Surat PNBP"), oleh=perencana,
    )  # fmt: skip
    assert isinstance(b, Bukti)
    sek = sebagai("sekretariat")
    url = f"/247157/2023/bukti/{b.pk}/"
    ajukan(kmn, perencana)
    jawab = sek.get(HALAMAN)
    assert f"{url}pratinjau/" in baris(jawab.content.decode(), "SK3.2")
    assert "frame-src 'self'" in jawab["Content-Security-Policy"]
    isi = sek.get(f"{url}pratinjau/", headers={"HX-Request": "true"}).content.decode()
    assert f'src="{url}?bingkai"' in isi
    bingkai = sek.get(f"{url}?bingkai")
    assert bingkai["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in bingkai["Content-Security-Policy"]
    assert "attachment" not in bingkai["Content-Disposition"]
    assert b"".join(bingkai.streaming_content).startswith(b"%PDF-")
    biasa = sek.get(url)
    assert b"".join(biasa.streaming_content).startswith(b"%PDF-")
    assert biasa["X-Frame-Options"] == "DENY"
    assert "attachment" in biasa["Content-Disposition"]
    tanpa = Bukti.objects.filter(satker=kmn, berkas=None).first()
    assert "tanpa berkas" in sek.get(f"/247157/2023/bukti/{tanpa.pk}/pratinjau/").content.decode()
    assert sebagai("perencana2").get(f"{url}pratinjau/").status_code == 404
