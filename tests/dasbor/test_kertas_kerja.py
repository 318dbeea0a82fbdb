"""Who stands behind a figure, in its panel; and the working paper of chosen figures, parsed back."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

from lakin.alur.models import Periode
from lakin.dasbor.tasks import buat_kertas_kerja
from lakin.jejak.models import Rantai
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.laporan.models import Terbitan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.asal import asal
from lakin.pengukuran.pengajuan import verifikasi_triwulan
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from tests.dasbor.test_telaah import ajukan, isi_fisik, kini
from tests.isi_pdf import teks_pdf
from tests.terbitan import terbitkan

PENJELASAN = "/247157/2023/penjelasan/"
KERTAS = "/247157/2023/kertas-kerja/"
FISIK = "247157/2023/SK5.1/fisik/tw4/realisasi"
REALISASI = "247157/2023/SK3.2/realisasi"
CAPAIAN = "247157/2023/SK3.2/capaian"


def polos(isi: str) -> str:
    """The text of a page without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", isi).split())


def tercetak(isi: bytes) -> str:
    return teks_pdf(isi).replace("\n", " ")


def diam(selesai: int, total: int, keterangan: str = "") -> None:
    """Progress that nobody watches."""


def test_panel_menyebut_pengisi_dan_penelaah(kmn: Satker, perencana: Pengguna, sebagai: Any) -> None:
    sek, orang = sebagai("sekretariat"), Pengguna.objects.get(username="sekretariat")
    isi_fisik(kmn, perencana, 95, 1)
    panel = polos(sebagai("perencana").get(PENJELASAN, {"alamat": FISIK}).content.decode())
    assert f"Terakhir mengisi {perencana}" in panel
    assert "Penelaah TW IV belum diverifikasi" in panel
    ajukan(kmn, perencana)
    verifikasi_triwulan(satker=kmn, tahun=2023, triwulan=4, versi=kini(kmn).versi, oleh=orang)
    panel = polos(sek.get(PENJELASAN, {"alamat": FISIK}).content.decode())
    assert f"Terakhir mengisi {perencana}" in panel
    assert f"Penelaah TW IV {orang}" in panel
    # A computed figure: who entered last what it is made of, and the history of its inputs.
    hasil = hasil_terkini(kmn, 2023)
    a = asal(orang, kmn, 2023, hasil.alamat["247157/2023/organisasi/fisik"])
    assert (a.penulis, a.alamat) == (str(perencana), FISIK)
    assert {j.alamat.split("/")[3] for j in asal(orang, kmn, 2023, hasil.alamat[REALISASI]).jejak} == {"baris"}
    # An earlier triwulan has its own reviewer; one that is open again has none.
    assert asal(orang, kmn, 2023, hasil.indikator["SK5.1"].triwulan[1].fisik).penelaah is not None
    Periode.objects.filter(satker=kmn, tahun=2023, triwulan=2).update(keadaan="dikembalikan")
    assert asal(orang, kmn, 2023, hasil.indikator["SK5.1"].triwulan[1].fisik).penelaah is None


def test_auditor_mengambil_kertas_kerja_dari_versi_yang_disahkan(
    kmn: Satker, perencana: Pengguna, sebagai: Any
) -> None:
    terbitkan(kmn, Pengguna.objects.get(username="kepala"))
    t = Terbitan.objects.get()
    isi_fisik(kmn, perencana, 83, 1)  # later than the approval: the paper of the version knows nothing of it
    klien = sebagai("auditor")
    panel = polos(klien.get(PENJELASAN, {"alamat": CAPAIAN, "versi": t.kode}).content.decode())
    assert "Tambahkan ke kertas kerja" in panel
    for alamat in (CAPAIAN, REALISASI, FISIK, "247157/2023/organisasi/capaian"):
        jawab = klien.post(f"{KERTAS}pilih/", {"alamat": alamat, "versi": t.kode}, headers={"HX-Request": "true"})
    assert "4 angka" in jawab.content.decode()
    klien.post(f"{KERTAS}pilih/", {"alamat": CAPAIAN, "versi": t.kode})
    klien.post(f"{KERTAS}pilih/", {"alamat": "247157/2023/SK9.9/capaian"})
    isi = polos(klien.get(KERTAS).content.decode())
    assert isi.count("versi disahkan") == 4
    assert "878,33%" in isi
    klien.post(f"{KERTAS}pilih/", {"alamat": "247157/2023/organisasi/capaian", "versi": t.kode, "tindakan": "lepas"})
    assert klien.get(f"{KERTAS}unduh/").status_code == 302
    klien.post(KERTAS)
    orang = Pengguna.objects.get(username="auditor")
    p = Pekerjaan.objects.get(oleh=orang)
    assert [a for a, _, _ in p.argumen["angka"]] == [CAPAIAN, REALISASI, FISIK]
    p.hasil, p.keadaan = buat_kertas_kerja(p.argumen, diam), KeadaanPekerjaan.SELESAI
    p.save()
    jawab = klien.get(f"{KERTAS}unduh/")
    pdf = b"".join(jawab.streaming_content)
    teks = tercetak(pdf)

    hasil = hasil_segar(kmn, 2023)
    rantai = Rantai.objects.get(nama="247157")
    for potongan in (
        "878,33%", "26,35 / 3 × 100", "4.452.050.000", str(orang), "Auditor", "100", "Tabel 3.",
        f"nomor {rantai.urut}", "belum diverifikasi", f"versi {t.nomor} yang disahkan",
    ):  # fmt: skip
        assert potongan in teks, potongan
    rapat = teks.replace(" ", "")
    assert all(rantai.sidik[n : n + 16] in teks for n in range(0, 64, 16))
    assert "83%" not in rapat
    # Every raw number of the figure stands in the paper as the engine has it.
    for b in hasil.indikator["SK3.2"].baris:
        for sel in b.isi.values():
            if not isinstance(sel, str) and isinstance(getattr(sel, "nilai", None), Decimal):
                assert f"{sel.nilai:,.0f}".replace(",", ".") in rapat


def test_kertas_kerja_hanya_memuat_yang_boleh_dilihat(kmn: Satker, sebagai: Any) -> None:
    """A draft is its satker's own: what the auditor may not see cannot be taken as a paper either."""
    auditor = Pengguna.objects.get(username="auditor")
    argumen = {"satker": kmn.pk, "tahun": 2023, "oleh": auditor.pk, "angka": [[FISIK, "", 4]]}
    nama = buat_kertas_kerja(argumen, diam)
    teks = tercetak(Path(settings.MEDIA_ROOT).joinpath(nama).read_bytes())
    assert "belum ada" in teks.lower() or "belum" in teks.lower()
    assert "100%" not in teks.replace(" ", "")
    assert sebagai("perencana2").get(KERTAS).status_code == 404
    assert "Belum ada angka" in sebagai("auditor").get(KERTAS).content.decode()
