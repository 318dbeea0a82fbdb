"""Styles: one for equal rules under equal parents in all pieces, and one for each kind of page."""

from __future__ import annotations

from typing import Any

from lakin.cetak.percepat.tukar import ganti, lupakan

_TERBANYAK = 4_000
"""Styles that are kept between pieces, at most."""
_gaya: dict[Any, Any] = {}
_halaman_terhitung: dict[Any, tuple[list[Any], dict[Any, Any]]] = {}
"""Of each kind of page of a set of style sheets: what its key names, which so stays alive, and its styles."""


def percepat_gaya() -> None:
    """Put the quicker parts in place."""
    _unsur()
    _halaman()


def ingat_gaya() -> None:
    """Begin a piece: styles stay, what was remembered of single texts goes."""
    lupakan()
    if len(_gaya) > _TERBANYAK:
        _gaya.clear()
        _halaman_terhitung.clear()


def _unsur() -> None:
    """Styles of elements: pieces have the same style sheets, so most of their styles were computed before."""
    from weasyprint.css import StyleFor

    asli = StyleFor.set_computed_styles

    def set_computed_styles(
        self: Any, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, base_url: Any = None,
        target_collector: Any = None,
    ) -> None:  # fmt: skip
        hasil = self.get_computed_styles()
        if not hasattr(element, "tag"):
            asli(self, element, parent, root, pseudo_type, base_url, target_collector)
            return
        aturan = self.get_cascaded_styles().get((element, pseudo_type), {})
        # A kept style keeps its parent and its rules, so that their identities stay theirs.
        pokok = id(hasil[parent, None]) if parent is not None else None
        akar = id(hasil[root, None]) if (root, None) in hasil else None
        isi = tuple([(nama, _kunci(nilai), bobot) for nama, (nilai, bobot) in aturan.items()])
        kunci = id(self.font_config), pseudo_type, pokok, akar, base_url, isi
        if kunci in _gaya:
            gaya = hasil[element, pseudo_type] = _gaya[kunci]
            if target_collector and gaya["anchor"]:
                target_collector.collect_anchor(gaya["anchor"])
            return
        asli(self, element, parent, root, pseudo_type, base_url, target_collector)
        _gaya[kunci] = hasil[element, pseudo_type]

    StyleFor.set_computed_styles = set_computed_styles


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
        dasar = [style_for.font_config, gaya[html.etree_element, None], *(lembar for lembar, _, _ in style_for._sheets)]
        kunci = (*map(id, dasar), page_type.side, page_type.blank, page_type.index == 0, page_type.name)
        if kunci not in _halaman_terhitung:
            asli(page_type, html, style_for)
            _halaman_terhitung[kunci] = dasar, {semu: isi for (jenis, semu), isi in gaya.items() if jenis == page_type}
        for semu, isi in _halaman_terhitung[kunci][1].items():
            gaya[page_type, semu] = isi

    ganti(asli, set_page_type_computed_styles)


def _kunci(nilai: Any) -> Any:
    """A value of a rule, or its identity where it cannot be compared by hash."""
    try:
        hash(nilai)
    except TypeError:
        return id(nilai)
    return nilai
