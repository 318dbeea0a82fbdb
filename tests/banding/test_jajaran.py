"""Satkers side by side: the document's eight comparisons again, what missing reports do, who may see what, files."""

from __future__ import annotations

import json
import random
from collections import Counter
from decimal import Decimal as D
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from lakin.angka import Tiada
from lakin.banding.jajaran_satker import HasilBanding, perbandingan
from lakin.banding.tanya import Tanya
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai, seperti_tertulis
from lakin.capaian.banding import NKA, susunan_pokok
from lakin.capaian.jajaran import Jajaran, Peserta, jajarkan
from lakin.kaidah.tercetak import Tercetak, bandingkan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.selectors import hasil_segar
from renstra.models import Katalog
from tests.banding.keadaan import acak
from tests.kmn_2023.tercetak import sel_tercetak

TABEL = {
    "3.11": "kolaborasi-produktivitas",
    "3.18": "standardisasi-terfasilitasi",
    "3.27": "pnbp-pertumbuhan",
    "3.35": "p3dn-persentase",
    "3.43": "ikm",
    "3.47": "ip-asn",
    "3.56": "sakip-nilai",
    "3.78": NKA,
}
KOSONG = TanpaNilai("Tidak ada.", Tiada.KOSONG)


def peserta(kode: str, nilai: Any, lalu: Any = Tiada.KOSONG, capaian: Any = Tiada.KOSONG) -> Peserta:
    def figur(apa: str, isi: Any) -> Bahan:
        return seperti_tertulis(f"b/{kode}/{apa}", isi if isinstance(isi, Tiada) else D(isi), 2)

    return Peserta(
        kode, f"Balai {kode}", "BBSPJI", {"realisasi": figur("realisasi", nilai)}, KOSONG, figur("capaian", capaian),
        figur("lalu", lalu),
    )  # fmt: skip


def jajaran(*semua: Peserta, **lain: Any) -> Jajaran:
    return jajarkan(susunan_pokok("Indeks"), semua, "b", **lain)


def urutan(j: Jajaran) -> list[tuple[str, int | None]]:
    return [(b.peserta.kode, int(b.peringkat.nilai) if isinstance(b.peringkat, Angka) else None) for b in j.baris]


# --- pure -----------------------------------------------------------------------------


def test_yang_kosong_terakhir_na_tidak_berutang_dan_nol_adalah_nilai() -> None:
    j = jajaran(
        peserta("1", Tiada.KOSONG), peserta("2", "4"), peserta("3", "0"), peserta("4", Tiada.NA), peserta("5", "4")
    )
    assert urutan(j) == [("2", 1), ("5", 1), ("3", 3), ("1", None), ("4", None)]
    assert [b.peserta.kode for b in j.baris if b.belum] == ["1"]
    r = j.ringkasan
    assert r.melapor.nilai == 3
    assert r.rata.nilai == D("2.67")
    assert r.median.nilai == 4
    assert r.rata_nol.nilai == 2  # 8 / 4: N/A owes nothing, kosong counts as zero there and only there


def test_kuartil_dan_auditornya() -> None:
    j = jajaran(*(peserta(str(n), n) for n in (1, 2, 4, 8)))
    r = j.ringkasan
    assert (r.kuartil_bawah.nilai, r.median.nilai, r.kuartil_atas.nilai) == (D("1.75"), D("3.00"), D("5.00"))
    for f in (r.rata, r.median, r.kuartil_bawah, r.kuartil_atas, r.rata_nol, r.melapor):
        assert isinstance(f, Angka)
        assert f.cara is not None
        lingkup = {"x": [b.nilai for b in f.bahan if isinstance(b, Angka)]}
        assert ekspresi.nilai(f.cara.tulisan, lingkup) == f.mentah
        assert j.cari(f.alamat) is f


def test_menurut_capaian_dan_pertumbuhan_dan_arah_minimasi() -> None:
    semua = (peserta("1", "5", "4", "90"), peserta("2", "4", "2", "110"), peserta("3", "9", "0", Tiada.NA))
    assert urutan(jajaran(*semua)) == [("3", 1), ("1", 2), ("2", 3)]
    assert urutan(jajaran(*semua, naik=False)) == [("2", 1), ("1", 2), ("3", 3)]
    assert urutan(jajaran(*semua, menurut="capaian", naik=False)) == [("2", 1), ("1", 2), ("3", None)]
    j = jajaran(*semua, menurut="tumbuh")
    assert urutan(j) == [("2", 1), ("1", 2), ("3", None)]  # from zero nothing grows
    assert j.baris[1].tumbuh.nilai == 25


def test_tanpa_satu_pun_laporan() -> None:
    r = jajaran(peserta("1", Tiada.KOSONG)).ringkasan
    assert r.melapor.nilai == 0
    assert all(isinstance(f, TanpaNilai) for f in (r.rata, r.median, r.kuartil_bawah, r.rata_nol))


# --- the question ---------------------------------------------------------------------


def dibuka(alamat: str) -> Tanya:
    return Tanya.dari(dict(QueryDict(alamat).lists()), indikator="lain", tahun=1999)


def test_alamat_menyimpan_seluruh_pertanyaan() -> None:
    r = random.Random(6)
    for _ in range(300):
        t = acak(r)
        assert dibuka(t.alamat) == t
        assert dibuka(t.alamat).alamat == t.alamat
    assert Tanya("ikm", 2023, sematan=("2", "1", "2")).alamat == Tanya("ikm", 2023, sematan=("1", "2")).alamat
    assert dibuka("tahun=0000&indikator=%00") == Tanya("lain", 1999)
    assert dibuka("tahun=x&tingkat=y&menurut=z&urut=w&lapor=v&halaman=0") == Tanya("lain", 1999)
    t = Tanya("ikm", 2023)
    assert t.diurut("nama").diurut("nama").turun
    assert t.disemat("1").disemat("1") == t


# --- the document's tables --------------------------------------------------------------


def banding(kunci: str, tingkat: str = "semua", pengguna: Any = None, **lain: Any) -> HasilBanding:
    return perbandingan(pengguna, Tanya(kunci, 2023, tingkat, **lain))


def baris(h: HasilBanding) -> dict[str, Any]:
    return {b.peserta.kode: b for b in h.jajaran.baris}


def test_delapan_tabel_pembanding_terulang(kmn: Satker) -> None:
    hasil = hasil_segar(kmn, 2023)
    beda: list[Any] = []
    selisih: list[tuple[str, ...]] = []
    diperiksa = 0
    for tabel, kunci in TABEL.items():
        h = banding(kunci)
        ada: dict[str, Bahan] = {}
        semua = [
            Tercetak(tabel, s["baris"], s["kolom"], s["nilai"], _penuh(s["alamat"]), s["alasan"])
            for s in sel_tercetak()[tabel]
            if s["alamat"] and "/acuan/" not in s["alamat"]  # BSKJI's own mean is a benchmark, not a satker
        ]
        dasar = next(t.alamat.partition("pembanding/")[0] for t in semua if "pembanding/" in t.alamat) + "pembanding"
        for kode, b in baris(h).items():
            ada |= {f"{dasar}/{kode}/{lajur}": f for lajur, f in b.peserta.isi.items()}
        ada |= {f.alamat: f for f in baris(h)["247157"].peserta.isi.values()}
        ada |= {f"{dasar}/rata_rata/{lajur}": f for lajur, f in h.jajaran.ringkasan.rata_lajur.items()}
        for p in bandingkan(hasil, semua, ada):
            diperiksa += 1
            selisih += [(tabel, p.tercetak.baris, p.tercetak.kolom, p.tercetak.alasan)] if not p.sama else []
            if p.sama == bool(p.tercetak.alasan):
                beda.append((tabel, p.tercetak.baris, p.tercetak.kolom, p.tercetak.nilai, p.hitung))
    assert beda == []
    assert diperiksa > 300
    assert all(alasan for *_, alasan in selisih)
    assert Counter(tabel for tabel, *_ in selisih) == {"3.18": 4, "3.27": 8, "3.43": 3}, selisih
    print(f"\n{diperiksa} sel tercetak, {len(selisih)} berbeda", *selisih, sep="\n")


def _penuh(alamat: str) -> str:
    return alamat if alamat[:4].isdigit() else f"247157/2023/{alamat}"


def test_baris_kmn_adalah_figur_mesin_dan_peringkatnya_menurut_cetakan(kmn: Satker) -> None:
    hasil = hasil_segar(kmn, 2023)
    for kunci, kode, peringkat, melapor in (
        ("ikm", "SK5.1", 3, 9),
        ("ip-asn", "SK6.1", 2, 11),
        ("sakip-nilai", "SK8.1", 5, 11),
        ("pnbp-pertumbuhan", "SK3.2", 4, 9),
        ("p3dn-persentase", "SK3.4", 9, 11),
        ("standardisasi-terfasilitasi", "SK2.2", 2, 11),
    ):
        h = banding(kunci, "balai")
        b = baris(h)["247157"]
        h_mesin = hasil.indikator[kode]
        for a, m in ((b.realisasi, h_mesin.realisasi), (b.peserta.capaian, h_mesin.capaian)):
            assert (a.alamat, a.nilai, a.desimal) == (m.alamat, m.nilai, m.desimal), kunci
        assert (b.peringkat.nilai, h.jajaran.ringkasan.melapor.nilai) == (peringkat, melapor), kunci
    nka = banding(NKA)
    assert (baris(nka)["247157"].peringkat.nilai, nka.jajaran.ringkasan.melapor.nilai) == (7, 25)


def test_yang_belum_melapor_mengubah_rata_rata_bila_dihitung_nol(kmn: Satker) -> None:
    r = banding("ikm").jajaran.ringkasan
    assert r.rata.nilai == D("3.71")
    assert r.rata_nol.nilai == D("3.03")  # what the document prints: 3,033


def test_data_sintetis_tidak_pernah_disandingkan(kmn: Satker) -> None:
    assert "247140" not in baris(banding("industri40-terfasilitasi"))
    satu = baris(banding("pnbp-pertumbuhan"))["247140"]
    assert satu.realisasi.nilai == D("16.00")
    assert satu.peserta.sumber == "Tabel 3.27"


# --- who may see what -------------------------------------------------------------------


def test_draf_tak_tampak_dan_satker_lain_melihat_yang_diverifikasi_saja(kmn: Satker) -> None:
    orang = {n: Pengguna.objects.get(username=n) for n in ("perencana", "perencana2", "sekretariat", "auditor")}
    assert baris(banding("ikm", pengguna=orang["perencana"]))["247157"].melapor
    for n in ("perencana2", "sekretariat", "auditor"):
        satu = baris(banding("ikm", pengguna=orang[n]))["247157"]
        assert satu.belum, n
        assert bool(satu.peserta.lapor) == (n != "perencana2"), n


def test_yang_diverifikasi_dikutip_bagi_satker_lain(diverifikasi: Satker) -> None:
    lain = Pengguna.objects.get(username="perencana2")
    h = banding("ikm", pengguna=lain)
    satu = baris(h)["247157"]
    assert satu.realisasi.nilai == D("3.76")
    assert satu.realisasi.sumber.endswith("yang diverifikasi")
    assert [f.alamat for f in satu.peserta.isi.values() if f.alamat.startswith("247157/")] == []
    assert h.jajaran.cari("247157/2023/SK5.1/realisasi") is None
    sek = Pengguna.objects.get(username="sekretariat")
    assert baris(banding("ikm", pengguna=sek))["247157"].realisasi.alamat == "247157/2023/SK5.1/realisasi"


# --- the command ----------------------------------------------------------------


def jalankan(**lain: Any) -> dict[str, Any]:
    keluar = StringIO()
    call_command("show_banding", tahun=2023, json=True, stdout=keluar, **lain)
    return json.loads(keluar.getvalue())


def test_perintah_menjawab_menurut_kode(kmn: Satker) -> None:
    isi = jalankan(indikator="T4/SP7/a", tingkat="balai")
    assert (isi["rata_rata"], isi["median"], isi["jumlah_melapor"]) == ("82.75", "82.21", 11)
    assert isi["jumlah_melapor_lalu"] == 1, "last year only the satker with figures of its own"
    assert isi["satker"][0]["kode"] == "247204"
    satu = next(s for s in isi["satker"] if s["kode"] == "247157")
    assert {k: satu[k] for k in ("realisasi", "target", "capaian", "peringkat")} == {
        "realisasi": "86.19", "target": "76", "capaian": "113.41", "peringkat": "2",
    }  # fmt: skip
    belum = next(s for s in jalankan(indikator="ikm")["satker"] if s["kode"] == "247136")
    assert (belum["realisasi"], belum["peringkat"]) == (None, None)
    keluar = StringIO()
    call_command("show_banding", indikator="ikm", tahun=2023, stdout=keluar)
    assert "Rata-rata: 3,71" in keluar.getvalue()


def test_kode_bersama_disempitkan_menurut_tingkat_atau_ditolak(kmn: Satker) -> None:
    for kunci in ("sakip-bskji", "sakip-lain"):
        Katalog.objects.create(kunci=kunci, kode_bskji="T4/SP9/a", nama=f"Nilai {kunci}", satuan="Nilai")
    assert jalankan(indikator="T4/SP9/a")["indikator"] == "sakip-nilai"
    with pytest.raises(CommandError, match=r"sakip-bskji \(Nilai sakip-bskji\); sakip-lain .*sakip-nilai"):
        jalankan(indikator="T4/SP9/a", tingkat="pusat")
    with pytest.raises(CommandError, match="tidak ada dalam katalog"):
        jalankan(indikator="T9/SP9/z")
