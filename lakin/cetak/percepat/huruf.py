"""Text: shaped as few times as its lines can be found with."""

from __future__ import annotations

import re
from math import inf
from typing import Any

from lakin.cetak.percepat.tukar import ganti, ingatan_teks, sekali

_PENDEK = 60
_NISBAH = 4
"""The library looks for a line among as many letters as stand in it if they are a quarter as wide as high."""
_NISBAH_BIASA = 2.3
_KATA_BIASA = 14
"""Most lines, and the word after them, end within fewer: letters about half as wide as high, and a word."""
_KHUSUS = re.compile("[\n\r\t\u2029\xad]")
_AKHIR_PARAGRAF = re.compile("[\n\r\u2029]")


def percepat_huruf() -> None:
    """Text: one Pango context for a style, and a line that was shaped to be measured is drawn as it is."""
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango

    kelas = line_break.Layout
    siapkan, tulis, lepas, pulih = kelas.setup, kelas.set_text, kelas.deactivate, kelas.reactivate
    metrik, potong = line_break.first_line_metrics, line_break.split_first_line

    def bahan(gaya: Any) -> Any:
        if gaya["text_decoration_line"] != "none" or gaya["font_language_override"] != "normal" or not gaya["lang"]:
            return None
        fitur = line_break.font_features(
            gaya["font_kerning"], gaya["font_variant_ligatures"], gaya["font_variant_position"],
            gaya["font_variant_caps"], gaya["font_variant_numeric"], gaya["font_variant_alternates"],
            gaya["font_variant_east_asian"], gaya["font_feature_settings"],
        )  # fmt: skip
        if fitur:
            return None
        konteks = ffi.gc(pango.pango_font_map_create_context(gaya.font_config.font_map), gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(konteks, False)
        pango.pango_context_set_base_dir(konteks, line_break.PANGO_DIRECTION[gaya["direction"]])
        penunjuk, _ = line_break.unicode_to_char_p(gaya["lang"])
        bahasa = pango.pango_language_from_string(penunjuk)
        pango.pango_context_set_language(konteks, bahasa)
        return konteks, bahasa, line_break.get_font_description(gaya)

    bahan_gaya = sekali(bahan, "_lakin_huruf")

    def setup(self: Any, style: Any) -> None:
        self._tunggal = False
        if (siap := bahan_gaya(style)) is None:
            siapkan(self, style)
            return
        self.style = style
        self.first_line_direction = 0
        konteks, self.language, huruf = siap
        self.layout = ffi.gc(pango.pango_layout_new(konteks), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, huruf)
        self.ascent = self.underline_position = self.strikethrough_position = None

    def set_text(self: Any, text: str, justify: bool = False) -> None:
        # Drawing asks for this mode; asked for now, the line that is measured stays valid.
        tunggal = _AKHIR_PARAGRAF.search(text) is None
        if tunggal != self._tunggal:
            self._tunggal = tunggal
            pango.pango_layout_set_single_paragraph_mode(self.layout, tunggal)
        tulis(self, text, justify)

    def first_line_metrics(
        first_line: Any, text: str, layout: Any, resume_at: Any, space_collapse: bool, style: Any,
        hyphenated: bool = False, hyphenation_character: Any = None,
    ) -> Any:  # fmt: skip
        layout._simpan = not hyphenated
        return metrik(first_line, text, layout, resume_at, space_collapse, style, hyphenated, hyphenation_character)

    def deactivate(self: Any) -> None:
        if not getattr(self, "_simpan", False):
            lepas(self)

    def reactivate(self: Any, style: Any) -> None:
        if "layout" not in self.__dict__ or self.justification_spacing:
            pulih(self, style)

    potong_baris = _pemotong(potong)

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any,
        is_line_start: bool = True, minimum: bool = False,
    ) -> Any:  # fmt: skip
        # A third of the cells repeat a word or a number of their column.
        if justification_spacing or len(text) > _PENDEK:
            return potong_baris(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        ingatan = ingatan_teks(style)
        kunci = text, max_width, is_line_start, minimum
        if kunci not in ingatan:
            ingatan[kunci] = potong_baris(text, style, context, max_width, 0, is_line_start, minimum)
        return ingatan[kunci]

    kelas.setup, kelas.set_text = setup, set_text
    kelas.deactivate, kelas.reactivate = deactivate, reactivate
    ganti(metrik, first_line_metrics)
    ganti(potong, split_first_line)


def _pemotong(asli: Any) -> Any:
    """Finds the first line of a text without trying the next word where it clearly has no room."""
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, pango

    def polos(gaya: Any) -> bool:
        return (
            gaya["white_space"] == "normal"
            and gaya["hyphens"] != "auto"
            and gaya["letter_spacing"] == "normal"
            and not gaya["word_spacing"]
            and gaya["font_size"] > 0
        )

    polos_gaya = sekali(polos, "_lakin_polos")

    def lebar_kata(kata: str, gaya: Any) -> float:
        ingatan = ingatan_teks(gaya)
        if kata not in ingatan:
            tata = line_break.create_layout(kata, gaya, None, None, 0)
            ingatan[kata], _ = line_break.line_size(tata.get_first_line()[0], gaya)
        lebar: float = ingatan[kata]
        return lebar

    def kata_berikut(tata: Any, awal: str, lanjut: str, pendek: str) -> str | None:
        """The word after the line; None where there is none that a space ends."""
        sifat = pango.pango_layout_get_log_attrs_readonly(tata.layout, ffi.NULL)
        titik = line_break.get_next_break_point(sifat[len(awal) + 1 : len(pendek)])
        if titik is None or lanjut[titik or -1] != " ":
            return None
        return lanjut[:titik].rstrip(" ") or None

    def potong(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any,
        is_line_start: bool = True, minimum: bool = False,
    ) -> Any:  # fmt: skip
        def pustaka() -> Any:
            return asli(text, style, context, max_width, justification_spacing, is_line_start, minimum)

        if max_width is None or max_width == inf or not polos_gaya(style) or _KHUSUS.search(text):
            return pustaka()
        if style["font_size"] * _NISBAH > max_width:
            return pustaka()
        batas = max_width / style["font_size"]
        terjauh = int(batas * _NISBAH)
        for letak in (min(int(batas * _NISBAH_BIASA) + _KATA_BIASA, terjauh), terjauh):
            tata = line_break.create_layout(text[:letak], style, context, max_width, justification_spacing)
            hasil = coba(text, text[:letak], style, max_width, tata)
            if hasil is not None:
                return hasil
            if letak >= len(text):
                break
        return pustaka()

    def coba(text: str, pendek: str, style: Any, max_width: Any, tata: Any) -> Any:
        """The first line, where what stands in ``pendek`` settles it."""
        baris, sambung = tata.get_first_line()
        lebar, _ = line_break.line_size(baris, style)
        if lebar > max_width:
            return None
        if sambung is None:
            if pendek != text:
                return None
        else:
            awal = pendek.encode()[:sambung].decode()
            kata = kata_berikut(tata, awal, text[len(awal) :], pendek) if awal != pendek else None
            # The space between them is left out: it is room enough for what kerning may gain.
            if kata is None or lebar + lebar_kata(kata, style) <= max_width:
                return None
        return line_break.first_line_metrics(baris, text, tata, sambung, True, style)

    return potong
