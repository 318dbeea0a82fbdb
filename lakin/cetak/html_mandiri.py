"""The report as one file that works from a disk: every figure opens its explanation without any server.

The file may load nothing and run nothing but our own script, whose hash its
policy names; explanations are data, shown as text; pictures are part of the file.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from lakin.cetak.aman import aman
from lakin.cetak.foto import SumberFoto, alamat_tersisip, tanpa_foto
from lakin.cetak.html import tulis_fragmen
from lakin.cetak.pdf import gaya_layar
from lakin.dokumen.nomor import Bernomor

AKAR = Path(__file__).resolve().parents[2] / "static"


def tulis_mandiri(bernomor: Bernomor, penjelasan: str, pulau: str, foto: SumberFoto = tanpa_foto) -> str:
    """The file; ``penjelasan`` is JSON, kept in a script element with the id ``pulau``."""
    dokumen = bernomor.dokumen
    gaya = gaya_layar() + _milik("css/mandiri.css")
    skrip = _milik("js/mandiri.js")
    if "</" in gaya or "</" in skrip:
        raise ValueError("Gaya atau skrip memuat tanda penutup.")
    izin = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src '{_sidik(gaya)}'; script-src '{_sidik(skrip)}'"
    )
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{izin}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="author" content="{aman(dokumen.penulis)}">'
        f'<meta name="keywords" content="{aman(dokumen.pengenal)}">'
        f"<title>{aman(dokumen.judul)}</title><style>{gaya}</style></head>"
        f'<body><main class="dokumen">{tulis_fragmen(bernomor, alamat_tersisip(foto))}</main>'
        '<aside class="mandiri-panel" id="panel" aria-label="Penjelasan angka" hidden></aside>'
        f'<script type="application/json" id="{pulau}">{_data(penjelasan)}</script>'
        f"<script>{skrip}</script></body></html>"
    )


def _data(teks: str) -> str:
    """JSON inside a page: nothing in it may end the element or begin a comment."""
    return teks.replace("<", "\\u003c")


def _sidik(isi: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()}"


def _milik(nama: str) -> str:
    return (AKAR / nama).read_text(encoding="utf-8")
