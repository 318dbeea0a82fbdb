"""WeasyPrint made quicker from outside: each part does what the library does, with less work for the same bytes.

This touches private parts, so it is used only with the version that it was
compared with (``DIKENAL``); with any other the library runs as it is, slower.
A test lays pages out both ways and compares them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

DIKENAL = "70.0"
"""The version of WeasyPrint that this was written against."""
_SISI = ("top", "right", "bottom", "left")
_SUDUT = ("top_left", "top_right", "bottom_right", "bottom_left")
_JARAK = tuple(f"{jenis}_{sisi}" for jenis in ("margin", "padding") for sisi in _SISI)
_UKURAN = ("width", "min_width", "max_width", "height", "min_height", "max_height")
_PENDEK = 60
_PADAT = 6
_AKHIR_PARAGRAF = re.compile("[\n\r\u2029]")
_HAMPA = re.compile(r"<(br|col|img|meta)\b([^<>]*[^<>/])?>")


@lru_cache(maxsize=1)
def percepat() -> bool:
    """Put the quicker parts in place, once; False where the library is another version."""
    import weasyprint

    if weasyprint.__version__ != DIKENAL:
        return False
    _huruf()
    _tinggi_baris()
    _jarak()
    _garis_tepi()
    _latar()
    _halaman()
    _padat()
    return True


def baca_html(html: str, penolak: Any) -> tuple[Any, bool]:
    """The document of a piece, and whether its attributes still need the rules of old HTML.

    Our HTML is well-formed, so the C parser of XML reads it.
    """
    from weasyprint import HTML

    pohon = pohon_html(html) if percepat() else None
    if pohon is None:
        return HTML(string=html, url_fetcher=penolak), True
    return _kelas_html()(pohon, penolak), False


def pohon_html(html: str) -> Element | None:
    """The tree of a page, widths of columns as styles; None where it is not well-formed."""
    try:
        akar = fromstring(_HAMPA.sub(r"<\1\2/>", html.removeprefix("<!doctype html>")))  # our own writer's text
    except ParseError:
        return None
    if akar.find(".//svg") is not None:
        return None  # a drawing that does not name its language is one in HTML only
    for kolom in akar.iter("col"):
        # Read as a style it spares the hundred rules for attributes of old HTML, which each element would be asked.
        kolom.set("style", f"width:{kolom.attrib.pop('width')}")
    return akar


@lru_cache(maxsize=1)
def _kelas_html() -> Any:
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    class Pohon(HTML):
        """HTML that was parsed already."""

        def __init__(self, akar: Element, penolak: Any) -> None:
            self.base_url = None
            self.url_fetcher = penolak
            self.media_type = "print"
            self.wrapper_element = ElementWrapper.from_html_root(akar, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [_gaya_peramban()]

    return Pohon


@lru_cache(maxsize=1)
def _gaya_peramban() -> Any:
    """The library's default style without footnotes: five pseudo-elements less for every element."""
    import weasyprint
    from weasyprint.css.counters import CounterStyle

    gaya = (Path(weasyprint.__file__).parent / "css" / "html5_ua.css").read_text(encoding="utf-8")
    gaya = re.sub(r"(?m)^::(?:foot)?note-.*\n", "", gaya)
    gaya = gaya.replace("\n::marker", "\nli::marker")
    return weasyprint.CSS(string=gaya, counter_style=CounterStyle())


def _ganti(asli: Callable[..., Any], baru: Callable[..., Any]) -> None:
    """Put ``baru`` wherever the library holds ``asli``."""
    for nama, modul in list(sys.modules.items()):
        if nama.startswith("weasyprint"):
            for kunci, isi in list(vars(modul).items()):
                if isi is asli:
                    setattr(modul, kunci, baru)


def _sekali(hitung: Callable[[Any], Any], nama: str) -> Callable[[Any], Any]:
    """Remember on a style what follows from it alone; a style is a dict that bears attributes, many boxes share one."""

    def ingat(gaya: Any) -> Any:
        ada = gaya.__dict__
        if nama not in ada:
            ada[nama] = hitung(gaya)
        return ada[nama]

    return ingat


def _huruf() -> None:
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

    bahan_gaya = _sekali(bahan, "_lakin_huruf")

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

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any,
        is_line_start: bool = True, minimum: bool = False,
    ) -> Any:  # fmt: skip
        # A third of the cells repeat a word or a number of their column.
        if justification_spacing or len(text) > _PENDEK:
            return potong(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        ingatan = style.__dict__.setdefault("_lakin_teks", {})
        kunci = text, max_width, is_line_start, minimum
        if kunci not in ingatan:
            ingatan[kunci] = potong(text, style, context, max_width, 0, is_line_start, minimum)
        return ingatan[kunci]

    kelas.setup, kelas.set_text = setup, set_text
    kelas.deactivate, kelas.reactivate = deactivate, reactivate
    _ganti(metrik, first_line_metrics)
    _ganti(potong, split_first_line)


def _tinggi_baris() -> None:
    """The height of a line, asked for each box, is known by the style."""
    from weasyprint.text import line_break

    asli = line_break.strut
    _ganti(asli, _sekali(asli, "_lakin_baris"))


def _jarak() -> None:
    """Margins, paddings and sizes: a style without percentages gives every box the same ones."""
    from weasyprint.layout import percent

    asli = percent.resolve_percentages

    def tetap(gaya: Any) -> dict[str, Any] | None:
        if gaya["box_sizing"] != "content-box" or gaya["border_collapse"] == "collapse":
            return None
        hasil: dict[str, Any] = {}
        for nama in (*_JARAK, *_UKURAN):
            nilai = gaya[nama]
            if nilai is None or nilai == "auto":
                hasil[nama] = 0 if nilai and nama.startswith("min_") else nilai
            elif getattr(nilai, "unit", None) == "px":
                hasil[nama] = nilai.value
            else:
                return None
        return hasil | {f"border_{sisi}_width": gaya[f"border_{sisi}_width"] for sisi in _SISI}

    tetap_gaya = _sekali(tetap, "_lakin_jarak")

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if (hasil := tetap_gaya(box.style)) is None:
            asli(box, containing_block)
        else:
            isi = box.__dict__
            (isi["_box"].__dict__ if "_box" in isi else isi).update(hasil)  # a placeholder stands for its box

    _ganti(asli, resolve_percentages)


def _garis_tepi() -> None:
    """Borders of tables: plain lines above and below are filled rectangles, without clipping each to its side."""
    from weasyprint.draw import border
    from weasyprint.draw.color import get_color

    asli = border.draw_border

    def lurus(gaya: Any) -> tuple[Any, Any] | None:
        """Colours of the lines above and below, where the style has nothing else to draw."""
        lain = gaya["visibility"] != "visible" or gaya["border_image_source"][0] != "none"
        lain = lain or gaya["column_width"] != "auto" or gaya["column_count"] != "auto"
        lain = lain or gaya["border_left_width"] or gaya["border_right_width"]
        lain = lain or any((0, "px") not in gaya[f"border_{sudut}_radius"] for sudut in _SUDUT)
        jenis = {gaya[f"border_{sisi}_style"] for sisi in ("top", "bottom") if gaya[f"border_{sisi}_width"]}
        if lain or not jenis <= {"solid"}:
            return None
        return get_color(gaya, "border_top_color"), get_color(gaya, "border_bottom_color")

    lurus_gaya = _sekali(lurus, "_lakin_garis")

    def draw_border(stream: Any, box: Any) -> None:
        if (warna := lurus_gaya(box.style)) is None or box.border_left_width or box.border_right_width:
            asli(stream, box)
            return
        x, y, lebar, tinggi = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
        atas, bawah = box.border_top_width, box.border_bottom_width
        for warna_sisi, letak, tebal in ((warna[1], y + tinggi - bawah, bawah), (warna[0], y, atas)):
            if tebal and warna_sisi.alpha:
                with stream.artifact(), stream.stacked():
                    stream.set_color(warna_sisi)
                    stream.rectangle(x, letak, lebar, tebal)
                    stream.fill()

    _ganti(asli, draw_border)


def _latar() -> None:
    """Backgrounds: most styles have none, and no round corners."""
    from weasyprint.draw.color import get_color
    from weasyprint.layout import background

    asli = background.layout_box_backgrounds

    def kosong(gaya: Any) -> bool:
        return (
            gaya["border_image_source"][0] == "none"
            and gaya["mask_border_source"][0] == "none"
            and all(jenis == "none" for jenis, _ in gaya["background_image"])
            and not gaya["box_shadow"]
            and get_color(gaya, "background_color").alpha == 0
            and all((0, "px") in gaya[f"border_{sudut}_radius"] for sudut in _SUDUT)
        )

    kosong_gaya = _sekali(kosong, "_lakin_latar")
    siku = {f"border_{sudut}_radius": (0, 0) for sudut in _SUDUT}

    def layout_box_backgrounds(
        page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        if style is not None or box is page or not kosong_gaya(box.style):
            asli(page, box, get_image_from_uri, layout_children, style)
            return
        for nama, nilai in siku.items():
            setattr(box, nama, nilai)  # a placeholder hands it on to its box
        if layout_children:
            for anak in box.all_children():
                layout_box_backgrounds(page, anak, get_image_from_uri)
        box.background = None

    _ganti(asli, layout_box_backgrounds)


def _halaman() -> None:
    """Styles of pages: one for each kind of page instead of one, with eighteen margin boxes, for each page."""
    from weasyprint.layout import page

    asli = page.set_page_type_computed_styles

    def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
        ingatan = style_for.__dict__.setdefault("_lakin_halaman", {})
        if "bernomor" not in ingatan:
            pilihan = (p for lembar, _, _ in style_for._sheets for _, semua, _ in lembar.page_rules for p in semua)
            ingatan["bernomor"] = any(jenis.index is not None for _, _, jenis in pilihan)
        if ingatan["bernomor"]:
            asli(page_type, html, style_for)
            return
        gaya = style_for.get_computed_styles()
        kunci = page_type.side, page_type.blank, page_type.index == 0, page_type.name
        if kunci not in ingatan:
            asli(page_type, html, style_for)
            ingatan[kunci] = {semu: isi for (jenis, semu), isi in gaya.items() if jenis == page_type}
        for semu, isi in ingatan[kunci].items():
            gaya[page_type, semu] = isi

    _ganti(asli, set_page_type_computed_styles)


def _padat() -> None:
    """Compression: the last level takes twice the time of the usual one for a hundredth of the size."""
    import zlib
    from types import SimpleNamespace

    import pydyf

    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(min(level, _PADAT)))
