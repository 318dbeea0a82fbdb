"""Bytes of the entry page on the line, headers included, as WhiteNoise and the middleware send them compressed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from lakin.organisasi.models import Pengguna, Satker

ENTRI = "/247157/2023/realisasi/4/"
ANGGARAN = "/247157/2023/anggaran/4/"
SKRIP, SEMUA = 35_000, 80_000
KEPALA = {"HTTP_ACCEPT_ENCODING": "gzip, deflate"}  # what a browser asks for without TLS; brotli is smaller still
PELADEN = len("Server: gunicorn\r\nDate: Sat, 21 Nov 2026 14:54:27 GMT\r\nConnection: keep-alive\r\n")


@pytest.mark.parametrize("jalur", [ENTRI, ANGGARAN])
def test_skrip_dan_halaman_entri_kecil(kmn: Satker, client: Client, tmp_path: Path, jalur: str) -> None:
    client.force_login(Pengguna.objects.get(username="perencana"), "django.contrib.auth.backends.ModelBackend")
    jawab = client.get(jalur, **KEPALA)
    assert jawab.headers["Content-Encoding"] == "gzip"
    halaman = _byte(jawab.headers.items(), jawab.content)
    html = client.get(jalur).content.decode()
    aset = {n: _dikirim(tmp_path, n) for n in _aset(html)}
    skrip = {n: b for n, b in aset.items() if n.endswith(".js")}
    assert {"js/petak-inti.js", "js/petak-sel.js", "js/penjelasan.js"} <= set(skrip)
    assert sum(skrip.values()) <= SKRIP, skrip
    assert halaman + sum(aset.values()) <= SEMUA, (halaman, aset)


def _aset(html: str) -> set[str]:
    """What the page asks for at once: what it names, and what those modules import before they run."""
    nama = set(re.findall(r'(?:src|href)="/static/([^"]+)"', html))
    belum = [n for n in nama if n.endswith(".js") and "/" in n]
    while belum:
        satu = belum.pop()
        isi = Path(_berkas(satu)).read_text(encoding="utf-8")
        for impor in re.findall(r'^(?:import|export)[^;]*?"\./([\w-]+\.js)";', isi, re.MULTILINE):
            if (n := f"js/{impor}") not in nama:
                nama.add(n)
                belum.append(n)
    return nama


def _dikirim(folder: Path, nama: str) -> int:
    berkas = folder / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_berkas(nama), berkas)
    Compressor(use_brotli=False, log=lambda _: None).compress(str(berkas))
    statis = WhiteNoise(None, root=folder, prefix="static/", max_age=31_536_000).files[f"/static/{nama}"]
    jawab = statis.get_response("GET", KEPALA)
    assert jawab.file is not None
    with jawab.file as f:
        return _byte(jawab.headers, f.read())


def _byte(kepala: Any, isi: bytes) -> int:
    return len("HTTP/1.1 200 OK\r\n\r\n") + PELADEN + sum(len(n) + len(v) + 4 for n, v in kepala) + len(isi)


def _berkas(nama: str) -> str:
    jalur = finders.find(nama)
    assert isinstance(jalur, str), f"{nama} is named by the page and is nowhere"
    return jalur
