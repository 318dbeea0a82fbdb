"""The user guide: its names are those on the screen, its links lead somewhere, nothing in it can run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from lakin.dasbor import panduan
from lakin.dasbor.panduan import bantuan, cari, satu, semua
from lakin.organisasi.enums import Peran
from lakin.organisasi.models import Pengguna
from tests.arsitektur.akses import TABEL

BERKAS = sorted(panduan.SUMBER.glob("*.md"))
TEBAL = re.compile(r"\*\*(.+?)\*\*", re.S)
BATAS_GAMBAR = 2_000_000


def naskah_layar() -> str:
    """All that is shown on the screen comes from here: templates, modules, labels in Python."""
    akar = Path(settings.BASE_DIR)
    berkas = [
        *akar.glob("templates/**/*.html"),
        *akar.glob("static/js/*.js"),
        *(b for ruang in ("lakin", "renstra", "anggaran") for b in akar.glob(f"{ruang}/**/*.py")),
    ]
    return re.sub(r"\s+", " ", "\n".join(b.read_text() for b in berkas))


def ada_di_layar(label: str, layar: str) -> bool:
    """Whether a label stands on the screen as one text: between tags, quotes or a template's marks."""
    return bool(re.search(rf"[>\"'`}}·,]\s?{re.escape(label)}[\s:.…‹›×]?\s?[<\"'`{{$·(,]", layar))


def test_setiap_peran_mempunyai_panduan() -> None:
    assert [p.slug for p in semua()] == ["umum", *Peran.values]
    assert all(len(p.bab) >= 2 and p.judul for p in semua())


def test_nama_tombol_pada_panduan_ada_di_layar() -> None:
    layar = naskah_layar()
    label = {(b.name, " ".join(nama.split())) for b in BERKAS for nama in TEBAL.findall(b.read_text())}
    assert len(label) > 100
    assert sorted(f"{b}: {nama}" for b, nama in label if not ada_di_layar(nama, layar)) == []
    assert not ada_di_layar("Tombol yang tidak ada", layar)


def test_tautan_dan_gambar_panduan_sampai() -> None:
    putus, gambar = [], set()
    jangkar = {f"{reverse('panduan', args=[p.slug])}#{b.kode}" for p in semua() for b in p.bab}
    for p in semua():
        for isi in (p.pengantar, *(b.isi for b in p.bab)):
            for url in re.findall(r'href="([^"]+)"', isi):
                if "#" in url:
                    putus += [url] * (url not in jangkar)
                    continue
                try:
                    resolve(url)
                except Resolver404:
                    putus.append(url)
    for b in BERKAS:
        gambar |= set(re.findall(r"\]\(gambar:([a-z0-9-]+)\)", b.read_text()))
    putus += [g for g in gambar if not (panduan.GAMBAR / f"{g}.webp").exists()]
    assert putus == []
    ada = {b.stem: b.stat().st_size for b in panduan.GAMBAR.glob("*.webp")}
    assert set(ada) == gambar
    assert sum(ada.values()) < BATAS_GAMBAR


def test_setiap_gambar_berketerangan() -> None:
    assert all(len(alt) > 20 for p in semua() for b in p.bab for alt in re.findall(r'<img[^>]*alt="([^"]*)"', b.isi))


def test_bab_hanya_membantu_halaman_yang_ada() -> None:
    salah = {(p.slug, h) for p in semua() for b in p.bab for h in b.halaman if (h, "GET") not in TABEL}
    assert salah == set()


def test_bantuan_halaman_menurut_peran() -> None:
    assert bantuan("entri_realisasi", Peran.PERENCANA) == "/panduan/perencana/#mengisi-realisasi"
    assert bantuan("periksa", None) == "/panduan/umum/#memeriksa-keaslian-pdf"
    assert bantuan("tidak_dikenal", Peran.AUDITOR) == "/panduan/auditor/"


def test_naskah_panduan_dibersihkan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "umum.md").write_text(
        "# Uji\n\nAwal <b onclick=x()>b</b>.\n\n## Bab satu\n<!-- halaman: beranda -->\n\n"
        "<script>alert(1)</script> [a](javascript:alert(1)) [b](https://luar.contoh/) [c](umum.md#bab-satu)\n"
        "![g](gambar:tiada)\n"
    )
    monkeypatch.setattr(panduan, "SUMBER", tmp_path)
    p = panduan._baca("umum")
    assert p.bab[0].halaman == ("beranda",)
    isi = str(p.pengantar + p.bab[0].isi)
    for terlarang in ("<script", "<b", 'javascript:alert(1)"', 'luar.contoh"', "<img"):
        assert terlarang not in isi
    assert 'href="/panduan/umum/#bab-satu"' in isi


def test_pencarian_menemukan_bab_dan_cuplikannya() -> None:
    temuan = cari("menempel excel")
    assert temuan[0].bab.kode == "menempel-dari-excel"
    assert temuan[0].kata.lower() in ("menempel", "excel")
    assert cari("zzz tidak ada") == []
    assert cari("") == []


def test_halaman_panduan(kmn: Any) -> None:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username="auditor"), "django.contrib.auth.backends.ModelBackend")
    daftar = klien.get(reverse("daftar_panduan")).content.decode()
    assert daftar.index("/panduan/auditor/") < daftar.index("/panduan/perencana/")
    assert "menempel-dari-excel" in klien.get(reverse("daftar_panduan"), {"cari": "excel"}).content.decode()
    assert "Tidak ada bab" in klien.get(reverse("daftar_panduan"), {"cari": "<b>zzz"}).content.decode()
    for p in semua():
        isi = klien.get(reverse("panduan", args=[p.slug])).content.decode()
        assert all(f'id="{b.kode}"' in isi for b in p.bab)
    assert klien.get("/panduan/tiada/").status_code == 404
    assert satu("tiada") is None
