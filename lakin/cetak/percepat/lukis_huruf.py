"""Drawing text: what a glyph writes into the page is worked out once for each font, size and advance."""

from __future__ import annotations

from struct import Struct
from typing import Any

from lakin.cetak.percepat.tukar import ganti

_GLIF = Struct("=IiiiI")
"""``PangoGlyphInfo``: glyph, advance, offsets along and across the line, flags."""


class _Lain(Exception):
    """A glyph that the library shall draw: an unusual one, or the first of its kind, whose width it notes."""


def percepat_lukis_huruf() -> None:
    """Put the quicker part in place."""
    from weasyprint.draw import text
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango

    if ffi.sizeof("PangoGlyphInfo") != _GLIF.size or pango.pango_version() < 14802:
        return
    asli = text.draw_first_line
    hampa, tak_dikenal = pango.PANGO_GLYPH_EMPTY, pango.PANGO_GLYPH_UNKNOWN_FLAG

    def glif(huruf: Any, ukuran: float, rekam: tuple[int, ...]) -> str:
        nomor, lebar, geser, naik, _ = rekam
        if nomor == hampa:
            return f">{-lebar / ukuran}<"
        if naik or nomor & tak_dikenal or nomor not in huruf.widths:
            raise _Lain
        jarak = geser / ukuran
        rapat = huruf.widths[nomor] + jarak - lebar * 1000 * FROM_UNITS / ukuran
        return (f">{-jarak}<" if jarak else "") + f"{nomor:04x}" + (f">{int(rapat)}<" if rapat else "")

    def potongan(stream: Any, baris: Any) -> list[tuple[Any, float, list[str]]]:
        """The runs of a line: font, size and what its glyphs write."""
        hasil: list[tuple[Any, float, list[str]]] = []
        lari = baris.runs[0]
        while lari != ffi.NULL:
            item = lari.data
            lari = lari.next
            huruf, ukuran = stream.add_font(item.item.analysis.font)
            if huruf.bitmap or huruf.svg or huruf.png or huruf.colr:
                raise _Lain
            ingatan = huruf.__dict__.setdefault("_lakin_glif", {}).setdefault(ukuran, {})
            tulisan: list[str] = []
            untai = item.glyphs
            for rekam in _GLIF.iter_unpack(ffi.buffer(untai.glyphs, untai.num_glyphs * _GLIF.size)):
                ada = ingatan.get(rekam)
                if ada is None:
                    ada = ingatan[rekam] = glif(huruf, ukuran, rekam)
                tulisan.append(ada)
            hasil.append((huruf, ukuran, tulisan))
        return hasil

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        terlihat = textbox.style["font_size"] >= 1e-6 and textbox.text.strip()
        if not terlihat or text_overflow == "ellipsis" or block_ellipsis != "none":
            return asli(stream, textbox, text_overflow, block_ellipsis, matrix)
        pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
        baris, _ = textbox.pango_layout.get_first_line()
        try:
            semua = potongan(stream, baris)
        except _Lain:
            return asli(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        tulis, sebelum = "", None
        for huruf, ukuran, tulisan in semua:
            if (huruf, ukuran) != sebelum:
                sebelum = huruf, ukuran
                if tulis:
                    stream.show_text(tulis)
                tulis = ""
                stream.set_font_size(huruf.hash, ukuran)
            tulis += "<" + "".join(tulisan)
            tulis = tulis[:-1] if tulis[-1] == "<" else tulis + ">"
        stream.show_text(tulis)
        return []

    ganti(asli, draw_first_line)
