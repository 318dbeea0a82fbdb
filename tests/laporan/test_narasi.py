"""What people wrote: read strictly, printed as text, kept with version and trace."""

from __future__ import annotations

from typing import Any

import pytest

from lakin.cetak.html import tulis_fragmen
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Daftar, Dokumen, Miring, Paragraf, Tebal
from lakin.jejak.models import Jejak
from lakin.laporan.models import Narasi
from lakin.laporan.narasi import NaskahTidakSah, baca_naskah, naskah_dari_teks
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import simpan_narasi
from lakin.organisasi.models import Pengguna, Satker
from lakin.web.galat import Bentrok, GalatDomain


def doc(*isi: Any) -> dict[str, Any]:
    return {"type": "doc", "content": list(isi)}


def teks(isi: str, *tanda: str) -> dict[str, Any]:
    simpul: dict[str, Any] = {"type": "text", "text": isi}
    return simpul | ({"marks": [{"type": t} for t in tanda]} if tanda else {})


def par(*isi: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(isi)}


def test_paragraf_tebal_miring_dan_daftar_terbaca() -> None:
    butir = {"type": "listItem", "content": [par(teks("satu"))]}
    naskah = doc(
        par(teks("Hasil "), teks("baik", "bold"), teks(" sekali", "italic", "bold")),
        {"type": "bulletList", "content": [butir]},
        {"type": "orderedList", "content": [butir]},
        {"type": "paragraph"},
    )
    assert baca_naskah(naskah) == (
        Paragraf(("Hasil ", Tebal(("baik",)), Tebal((Miring((" sekali",)),)))),
        Daftar((Paragraf(("satu",)),)),
        Daftar((Paragraf(("satu",)),), bernomor=True),
    )


def test_naskah_kosong_tidak_memberi_apa_apa() -> None:
    assert baca_naskah({}) == baca_naskah(doc()) == baca_naskah(naskah_dari_teks("  ")) == ()


def dalam(n: int) -> dict[str, Any]:
    simpul: Any = par(teks("x"))
    for _ in range(n):
        simpul = {"type": "bulletList", "content": [{"type": "listItem", "content": [simpul]}]}
    return doc(simpul)


@pytest.mark.parametrize(
    "naskah",
    [
        [],
        "teks",
        {"type": "paragraph"},
        doc({"type": "html", "content": []}),
        doc({"type": "image", "attrs": {"src": "http://contoh"}}),
        doc(par({"type": "text", "text": "x", "html": "<b>"})),
        doc(par(teks("x", "link"))),
        doc(par({"type": "text", "text": "x", "marks": [{"type": "bold", "attrs": {"style": "x"}}]})),
        doc(par({"type": "text", "text": ""})),
        doc(par({"type": "text", "text": 3})),
        doc(par(teks("a\u202eb"))),
        doc(par(teks("a\x00b"))),
        doc(par(teks("a\ud800b"))),
        doc({"type": "bulletList", "content": [par(teks("x"))]}),
        {"type": "doc", "content": {"type": "paragraph"}},
        doc(*[par(teks("x"))] * 5000),
        dalam(40),
        dalam(5000),
    ],
)
def test_naskah_yang_tidak_dikenal_ditolak(naskah: Any) -> None:
    with pytest.raises(NaskahTidakSah):
        baca_naskah(naskah)


def test_tulisan_tidak_pernah_menjadi_markup() -> None:
    jahat = '<script>alert(1)</script><img src=x onerror="x">&amp;'
    isi = baca_naskah(doc(par(teks(jahat))))
    html = tulis_fragmen(beri_nomor(Dokumen("x", (Bab("b", "B", isi),))))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "&amp;amp;" in html


def test_simpan_narasi_menaikkan_versi_dan_meninggalkan_jejak(kmn: Satker, perencana: Pengguna) -> None:
    lama = Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar")
    baru = simpan_narasi(
        satker=kmn, tahun=2023, kode="ikhtisar", isi=naskah_dari_teks("Kalimat baru."), versi=lama.versi, oleh=perencana
    )
    assert baru.versi == lama.versi + 1
    jejak = Jejak.objects.filter(alamat="247157/2023/narasi/ikhtisar").latest("urut")
    assert jejak.oleh == perencana
    assert "Kalimat baru." in str(jejak.sesudah)
    assert konteks_laporan(kmn, 2023).narasi.bagian["ikhtisar"] == naskah_dari_teks("Kalimat baru.")


def test_versi_basi_ditolak_dan_tidak_mengubah_apa_pun(kmn: Satker, perencana: Pengguna) -> None:
    lama = Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar")
    jejak = Jejak.objects.count()
    with pytest.raises(Bentrok) as galat:
        simpan_narasi(
            satker=kmn, tahun=2023, kode="ikhtisar", isi=naskah_dari_teks("x"), versi=lama.versi - 1, oleh=perencana
        )
    assert galat.value.versi == lama.versi
    lama.refresh_from_db()
    assert "Kalimat" not in str(lama.isi)
    assert Jejak.objects.count() == jejak


def test_naskah_tidak_sah_tidak_tersimpan(kmn: Satker, perencana: Pengguna) -> None:
    with pytest.raises(GalatDomain, match="tidak dapat disimpan"):
        simpan_narasi(satker=kmn, tahun=2023, kode="baru", isi=doc({"type": "html"}), versi=0, oleh=perencana)
    assert not Narasi.objects.filter(kode="baru").exists()


def test_menyimpan_isi_yang_sama_tidak_menambah_versi(kmn: Satker, perencana: Pengguna) -> None:
    lama = Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar")
    sama = simpan_narasi(satker=kmn, tahun=2023, kode="ikhtisar", isi=lama.isi, versi=lama.versi, oleh=perencana)
    assert sama.versi == lama.versi
