"""What people wrote: read strictly, printed as text, kept with version and trace."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakin.capaian.angka_jelas import Angka
from lakin.cetak.html import tulis_fragmen
from lakin.dokumen.format import tulis_teks
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Daftar, Dokumen, Format, Miring, Paragraf, SubBab, Tebal
from lakin.jejak.models import Jejak
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import Narasi
from lakin.laporan.narasi import baca_naskah
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import simpan_narasi
from lakin.laporan.simpul_naskah import celah_naskah, naskah_dari_teks
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.susun import IkatanLaporan, alamat_relatif, susun_bernomor
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


def sel(*isi: Any, kepala: bool = False, **atribut: Any) -> dict[str, Any]:
    attrs = {"colspan": 1, "rowspan": 1, "colwidth": None} | atribut
    return {"type": "tableHeader" if kepala else "tableCell", "attrs": attrs, "content": [par(*isi)]}


def tabel(*baris: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "table", "content": [{"type": "tableRow", "content": b} for b in baris]}


def angka(alamat: Any, bentuk: Any = "angka") -> dict[str, Any]:
    return {"type": "angka", "attrs": {"alamat": alamat, "format": bentuk}}


def sitasi(kode: Any) -> dict[str, Any]:
    return {"type": "sitasi", "attrs": {"kode": kode}}


def celah(petunjuk: Any) -> dict[str, Any]:
    return {"type": "celah", "attrs": {"petunjuk": petunjuk}}


def judul(tingkat: Any, *isi: Any) -> dict[str, Any]:
    return {"type": "heading", "attrs": {"level": tingkat}, "content": list(isi)}


def test_judul_memuat_yang_di_bawahnya_dan_tabel_menjadi_tabel() -> None:
    isi = baca_naskah(
        doc(
            par(teks("awal")),
            judul(2, teks("Satu")),
            par(teks("a")),
            judul(3, teks("Satu A")),
            par(teks("b")),
            judul(2, teks("Dua")),
            tabel([sel(teks("Uraian"), kepala=True), sel(kepala=True)], [sel(teks("x")), sel()]),
        )
    )
    assert isi[0] == Paragraf(("awal",))
    satu, dua = isi[1:]
    assert isinstance(satu, SubBab)
    assert isinstance(dua, SubBab)
    assert (satu.judul, satu.bernomor, satu.di_daftar_isi) == ("Satu", False, False)
    assert satu.isi[0] == Paragraf(("a",))
    assert satu.isi[1].judul == "Satu A"
    assert [k.judul for k in dua.isi[0].kolom] == ["Uraian", ""]
    html = tulis_fragmen(beri_nomor(Dokumen("x", (Bab("b", "B", isi),))))
    assert "<td>x</td>" in html


def test_angka_terikat_mengikuti_data_dan_rujukan_bernomor_sendiri(konteks_kmn: Konteks) -> None:
    isi = doc(
        par(
            teks("Capaian "), angka("SK3.2/capaian", "persen"),
            teks(", PNBP "), angka("pnbp/2022/penerimaan", "miliar"),
            teks(", tahun lalu "), angka("@-1/SK3.2/realisasi", "persen"), teks(", "),
            angka("pegawai/pendidikan/jumlah", "terbilang"), teks("; lihat "), sitasi("bab3.efisiensi"), teks("."),
        )
    )  # fmt: skip
    html = _cetak(konteks_kmn, isi)
    assert 'data-sumber="247157/2023/SK3.2/capaian"' in html
    polos = re.sub("<[^>]+>", "", html)
    h = konteks_kmn.hasil.indikator["SK3.2"]
    lalu = next(t for t in h.seri if t.tahun == 2022).realisasi
    assert f"Capaian 878,33%, PNBP Rp 6,92 miliar, tahun lalu {tulis_teks(lalu, Format.PERSEN)}, " in polos
    assert re.search(r"\d+ \([a-z ]+\); lihat Tabel 3\.\d+\.", polos)

    naik = replace(h, capaian=replace_angka(h.capaian, Decimal("900.25")))
    hasil = replace(konteks_kmn.hasil, indikator={**konteks_kmn.hasil.indikator, "SK3.2": naik})
    assert "Capaian 900,25%" in re.sub("<[^>]+>", "", _cetak(replace(konteks_kmn, hasil=hasil), isi))


def test_ikatan_yang_putus_terlihat_dan_tidak_menjatuhkan_laporan(konteks_kmn: Konteks) -> None:
    html = _cetak(konteks_kmn, doc(par(angka("SK9.9/capaian"), sitasi("bab9.tidak-ada"))))
    assert "<strong>[angka tidak ditemukan: SK9.9/capaian]</strong>" in html
    assert "<strong>[rujukan tidak ditemukan: bab9.tidak-ada]</strong>" in html


def test_setiap_angka_laporan_dapat_diikat(konteks_kmn: Konteks) -> None:
    i = IkatanLaporan(konteks_kmn)
    for alamat, bahan in i.semua.items():
        pendek = alamat_relatif(alamat, "247157", 2023)
        assert i.angka(pendek) == bahan
        baca_naskah(doc(par(angka(pendek))), i)
    for kode in i.polos.butir:
        if " " not in kode:
            baca_naskah(doc(par(sitasi(kode))), i)


def _cetak(k: Konteks, isi: Any) -> str:
    teks_baru = replace(k.narasi, bagian={**k.narasi.bagian, "ikhtisar": isi})
    return tulis_fragmen(susun_bernomor(replace(k, narasi=teks_baru)))


def replace_angka(a: Any, nilai: Decimal) -> Angka:
    return Angka(a.alamat, nilai, a.desimal, a.satuan, a.asal, a.label, a.cara, a.bahan)


def test_celah_tercetak_sebagai_tanda_dan_terdaftar_menurut_urutan() -> None:
    di_tabel = tabel([sel(celah("kepala"), kepala=True)], [sel(celah("isi sel"))])
    butir = {"type": "listItem", "content": [par(teks("a "), celah("upaya <b>"))]}
    isi = doc(
        par(teks("Sebabnya "), celah("sebab kenaikan"), teks(".")), {"type": "bulletList", "content": [butir]}, di_tabel
    )
    assert celah_naskah(isi) == ("sebab kenaikan", "upaya <b>", "kepala", "isi sel")
    assert celah_naskah({}) == celah_naskah(naskah_dari_teks("penuh")) == ()
    html = tulis_fragmen(beri_nomor(Dokumen("x", (Bab("b", "B", baca_naskah(isi)),))))
    assert 'Sebabnya <mark class="celah">[lengkapi: sebab kenaikan]</mark>.' in html
    assert "[lengkapi: upaya &lt;b&gt;]" in html
    assert "[lengkapi: isi sel]" in html


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
        doc(par(teks("x" * 200_001))),
        doc(par(teks("a\x85b"))),
        doc(par(teks("a\u2067b"))),
        doc(par(teks("a\u200fb"))),
        doc(par(teks("a\ufeffb"))),
        doc(par({"type": "text", "text": "x", "marks": "bold"})),
        doc(par({"type": "text", "text": "x", "marks": [{"type": "bold"}] * 3})),
        doc(par({"type": "text"})),
        doc(par({"type": "hardBreak", "attrs": {}})),
        doc(par(3)),
        doc(None),
        doc({"type": ["paragraph"]}),
        doc({"type": "paragraph", "attrs": {"class": "x"}}),
        doc(judul(1, teks("x"))),
        doc(judul(True, teks("x"))),
        doc(judul("2", teks("x"))),
        doc({"type": "heading", "content": [teks("x")]}),
        doc(judul(2, teks("x", "bold"))),
        doc(judul(2, angka("SK3.2/capaian"))),
        doc(par(angka(""))),
        doc(par(angka("SK3.2/capaian", "html"))),
        doc(par(angka("SK3.2/capaian", ["angka"]))),
        doc(par(angka('"><script>'))),
        doc(par(angka("SK3.2/capaian\n"))),
        doc(par(angka("S" * 161))),
        doc(par(angka({"a": 1}))),
        doc(par({"type": "angka"})),
        doc(par({"type": "angka", "attrs": {"alamat": "SK3.2/capaian", "format": "angka", "nilai": "99"}})),
        doc(par({"type": "angka", "attrs": {"alamat": "a", "format": "angka"}, "content": [teks("x")]})),
        doc(par(sitasi("bab3 x"))),
        doc(par(sitasi("file:///etc/passwd\x00"))),
        doc(par(sitasi(None))),
        doc(par(celah(""))),
        doc(par(celah("  "))),
        doc(par(celah("x" * 201))),
        doc(par(celah("a\nb"))),
        doc(par(celah("a\u202eb"))),
        doc(par(celah(["x"]))),
        doc(par({"type": "celah"})),
        doc(par({"type": "celah", "attrs": {"petunjuk": "x", "kelas": "y"}})),
        doc(celah("x")),
        doc(angka("SK3.2/capaian")),
        doc({"type": "bulletList", "content": [{"type": "listItem", "content": [judul(2, teks("x"))]}]}),
        doc(tabel()),
        doc(tabel([])),
        doc(tabel([sel(teks("a"))], [sel(), sel()])),
        doc(tabel([sel(teks("a"), colspan=2)])),
        doc(tabel([sel(teks("a"), colspan=True)])),
        doc(tabel([sel(teks("a"), colwidth=[100])])),
        doc(tabel([sel(teks("a"), style="x")])),
        doc(tabel([sel(sitasi("bab3"))], [sel()])) | {"attrs": {}},
        doc(tabel([sel()] * 13)),
        doc(tabel([{"type": "tableCell", "content": [tabel([sel()])]}])),
        doc({"type": "table", "content": [par(teks("x"))]}),
        doc({"type": "table", "content": [{"type": "tableRow", "content": [par(teks("x"))]}]}),
        dalam(40),
        dalam(5000),
    ],
)
def test_naskah_yang_tidak_dikenal_ditolak(naskah: Any) -> None:
    with pytest.raises(NaskahTidakSah):
        baca_naskah(naskah)


KATA = st.sampled_from(
    ["doc", "paragraph", "text", "heading", "bulletList", "listItem", "table", "tableRow", "tableCell", "tableHeader",
     "angka", "sitasi", "celah", "hardBreak", "bold", "italic", "SK3.2/capaian", "persen", "bab3", "html", "", "\ud800",
     "@-1/x"]
)  # fmt: skip
NILAI_JSON: st.SearchStrategy[Any] = st.recursive(
    KATA | st.integers(0, 4) | st.none() | st.booleans(),
    lambda anak: (
        st.lists(anak, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "content",
                    "text",
                    "marks",
                    "attrs",
                    "level",
                    "alamat",
                    "format",
                    "kode",
                    "petunjuk",
                    "colspan",
                ]
            ),
            anak,
            max_size=5,
        )
        | st.builds(lambda t, isi: {"type": t, "content": isi}, KATA, st.lists(anak, max_size=4))
    ),
    max_leaves=25,
)


@given(st.builds(lambda isi: {"type": "doc", "content": isi}, st.lists(NILAI_JSON, max_size=4)) | NILAI_JSON)
def test_apa_pun_yang_dikirim_terbaca_atau_ditolak_dengan_kalimat(naskah: Any) -> None:
    isi: Any = ()
    kalimat = ""
    try:
        isi = baca_naskah(naskah)
    except NaskahTidakSah as galat:
        kalimat = str(galat)
    assert not kalimat or kalimat.endswith(".")
    beri_nomor(Dokumen("x", (Bab("b", "B", isi),)))


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
