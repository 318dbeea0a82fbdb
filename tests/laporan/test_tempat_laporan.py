"""Every other place where a figure is printed: complete, with the narratives, and one click away."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from lakin.cetak.html import tulis_fragmen
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.tempat import GAMBAR, tempat_cetak
from lakin.laporan.konteks import Konteks
from lakin.laporan.penjelasan_berkas import sebagai_json
from lakin.laporan.services import simpan_naskah
from lakin.organisasi.models import Pengguna, Satker

REALISASI = "247157/2023/anggaran/total/realisasi"


def test_setiap_angka_di_halaman_terhitung_pada_tempatnya(konteks_kmn: Konteks, naskah_kmn: Bernomor) -> None:
    """The page as it is printed is the witness: as many figures per address, and every anchor exists."""
    html = tulis_fragmen(naskah_kmn)
    tercetak = Counter(re.findall(r'data-sumber="([^"]+)"', html))
    peta = tempat_cetak(naskah_kmn)
    luar_gambar = {
        a.replace("&", "&amp;"): sum(t.kali for t in milik if t.jenis != GAMBAR) for a, milik in peta.items()
    }
    kurang = {
        a: (n, luar_gambar.get(a)) for a, n in tercetak.items() if luar_gambar.get(a, 0) > n or a not in luar_gambar
    }
    assert not kurang
    jangkar = set(re.findall(r' id="([^"]+)"', html))
    assert {t.jangkar for milik in peta.values() for t in milik} <= jangkar
    nama = {(t.nama, t.jangkar) for t in peta[REALISASI]}
    for kode in ("bab3.ringkasan-sasaran", "bab3.keuangan-pk", "bab3.keuangan-pohon", "lampiran.pengukuran-kinerja"):
        assert (naskah_kmn.sebutan(kode), naskah_kmn.jangkar(kode)) in nama
    assert ("Paragraf", naskah_kmn.jangkar("depan.ikhtisar")) in nama
    isi = json.loads(sebagai_json("247157", 2023, {}, {}, peta))["tempat"]
    assert [isi["daftar"][n][0] for n, _ in isi["pada"][REALISASI]] == [t.nama for t in peta[REALISASI]]


@pytest.mark.django_db
def test_angka_dalam_narasi_disebut_dengan_judul_bagiannya(client: Client, kmn: Satker, perencana: Pengguna) -> None:
    client.force_login(perencana, "django.contrib.auth.backends.ModelBackend")
    url = reverse("tempat_angka", args=[kmn.kunci, 2023, 2])
    alamat = "247157/2023/SK2.2/capaian/tw2"
    awal = client.get(url, {"alamat": alamat}, headers={"HX-Request": "true"}).content.decode()
    assert "Tabel 3.1" in awal
    assert "Kendala dan Tindak Lanjut" not in awal
    angka = {"type": "angka", "attrs": {"alamat": "SK2.2/capaian/tw2", "format": "persen"}}
    isi = {"type": "doc", "content": [{"type": "paragraph", "content": [angka]}]}
    simpan_naskah(satker=kmn, tahun=2023, kode="bab3_kendala", isi=isi, versi=0, oleh=perencana, triwulan=2)
    kini = client.get(url, {"alamat": alamat}).content.decode()
    assert "Kendala dan Tindak Lanjut" in kini
    assert 'href="/lakin/247157/2023/tw/2/#b-bab3_bagian-kendala"' in kini
    assert "tidak tercetak sendiri" in client.get(url, {"alamat": "247157/2023/tidak/ada"}).content.decode()
