"""Boxes: sizes, borders and backgrounds that follow from the style are worked out once for all boxes that share it."""

from __future__ import annotations

from typing import Any

from lakin.cetak.percepat.tukar import ganti, sekali

_SISI = ("top", "right", "bottom", "left")
_SUDUT = ("top_left", "top_right", "bottom_right", "bottom_left")
_JARAK = tuple(f"{jenis}_{sisi}" for jenis in ("margin", "padding") for sisi in _SISI)
_UKURAN = ("width", "min_width", "max_width", "height", "min_height", "max_height")


def percepat_kotak() -> None:
    """Put the quicker parts in place."""
    _tinggi_baris()
    _letak_baris()
    _jarak()
    _garis_tepi()
    _latar()


def _tinggi_baris() -> None:
    """The height of a line, asked for each box, is known by the style."""
    from weasyprint.text import line_break

    asli = line_break.strut
    ganti(asli, sekali(asli, "_lakin_baris"))


def _letak_baris() -> None:
    """A line, asked thrice for its place beside floats, has the width of its block where there are none."""
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.layout import float as lepas

    asli = lepas.avoid_collisions

    def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
        polos = not outer and not context.excluded_shapes and box.__class__ is LineBox
        if not polos or containing_block.style["direction"] != "ltr":
            return asli(context, box, containing_block, outer)
        kiri = containing_block.content_box_x()
        kanan = kiri + containing_block.width
        kiri += box.margin_left
        kanan -= box.margin_right
        return kiri - box.margin_left, box.border_box_y() - box.margin_top, kanan - kiri

    ganti(asli, avoid_collisions)


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

    tetap_gaya = sekali(tetap, "_lakin_jarak")

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if (hasil := tetap_gaya(box.style)) is None:
            asli(box, containing_block)
        else:
            isi = box.__dict__
            (isi["_box"].__dict__ if "_box" in isi else isi).update(hasil)  # a placeholder stands for its box

    ganti(asli, resolve_percentages)


def _garis_tepi() -> None:
    """Borders of tables: plain lines above and below are filled rectangles, without clipping each to its side."""
    import pydyf
    from weasyprint.draw import border
    from weasyprint.draw.color import get_color

    asli = border.draw_border

    def lurus(gaya: Any) -> tuple[bytes, bytes] | None:
        """The operators that set the colours above and below, where the style has nothing else to draw."""
        lain = gaya["visibility"] != "visible" or gaya["border_image_source"][0] != "none"
        lain = lain or gaya["column_width"] != "auto" or gaya["column_count"] != "auto"
        lain = lain or gaya["border_left_width"] or gaya["border_right_width"]
        lain = lain or any((0, "px") not in gaya[f"border_{sudut}_radius"] for sudut in _SUDUT)
        jenis = {gaya[f"border_{sisi}_style"] for sisi in ("top", "bottom") if gaya[f"border_{sisi}_width"]}
        warna = get_color(gaya, "border_top_color"), get_color(gaya, "border_bottom_color")
        if lain or not jenis <= {"solid"} or any(w.space != "srgb" or w.alpha != 1 for w in warna):
            return None
        atas, bawah = (b" ".join(pydyf._to_bytes(saluran) for saluran in w.coordinates) + b" rg\n" for w in warna)
        return atas, bawah

    lurus_gaya = sekali(lurus, "_lakin_garis")

    def draw_border(stream: Any, box: Any) -> None:
        if (warna := lurus_gaya(box.style)) is None or box.border_left_width or box.border_right_width:
            asli(stream, box)
            return
        x, y, lebar, tinggi = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
        atas, bawah, ke_bytes = box.border_top_width, box.border_bottom_width, pydyf._to_bytes
        for warna_sisi, letak, tebal in ((warna[1], y + tinggi - bawah, bawah), (warna[0], y, atas)):
            if tebal:
                ukuran = b" ".join([ke_bytes(angka) for angka in (x, letak, lebar, tebal)])
                # State that is saved, set and restored in one piece is nobody else's: the stream need not know it.
                isi = b"q\n/a1 gs\n" + warna_sisi + ukuran + b" re\nf\nQ"
                stream.stream.append(isi if stream._tags is None else b"/Artifact BMC\n" + isi + b"\nEMC")
                keadaan = stream._resources["ExtGState"]
                if "a1" not in keadaan:
                    keadaan["a1"] = pydyf.Dictionary({"ca": 1})

    ganti(asli, draw_border)


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

    kosong_gaya = sekali(kosong, "_lakin_latar")
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

    ganti(asli, layout_box_backgrounds)
