"""Reading the HTML of a piece: our own writer's text is XML, and needs few of the rules that browsers have."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

_HAMPA = re.compile(r"<(br|col|img|meta)\b([^<>]*[^<>/])?>")


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
def kelas_html() -> Any:
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
