"""Tags of a piece: heads of tables with names of their own, items of lists and broken tables as PDF/UA wants them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_ISI_BUTIR = ("/Lbl", "/LBody")


def rapikan_tanda(pdf: Any, awalan: str, halaman: Iterable[Any]) -> None:
    """Mend the structure tree of a piece; ``awalan`` makes its names unique in the whole document."""
    import pydyf

    for satu in halaman:
        _genapkan(pdf, satu)

    semua: list[Any] = pdf.objects
    unsur: list[tuple[int, Any]] = [
        (n, o) for n, o in enumerate(semua) if isinstance(o, dict) and o.get("Type") == "/StructElem"
    ]
    nama = pydyf.Array()
    for nomor, objek in unsur:
        match objek["S"]:
            case "/TH":
                objek.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Column"
                if "ID" in objek:
                    # Cells name their heads by this very object, so they follow.
                    objek["ID"].string = f"{awalan}-{nomor:07d}"
                    nama.extend((objek["ID"], objek.reference))
            case "/LI":
                _bungkus(pdf, objek)
    if nama:
        akar = next(o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == "/StructTreeRoot")
        akar["IDTree"] = pydyf.Dictionary({"Names": nama})


def _bungkus(pdf: Any, butir: Any) -> None:
    """Put what stands directly in an item (paragraphs, a list) into its body."""
    import pydyf

    anak = butir["K"]
    lepas = [a for a in anak if _unsur(pdf, a).get("S") not in _ISI_BUTIR]
    if not lepas:
        return
    badan = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(lepas), "P": butir.reference, "Pg": butir["Pg"]}
    )
    pdf.add_object(badan)
    for a in lepas:
        if satu := _unsur(pdf, a):
            satu["P"] = badan.reference
    butir["K"] = pydyf.Array([*(a for a in anak if a not in lepas), badan.reference])


def _unsur(pdf: Any, acuan: Any) -> dict[str, Any]:
    """The element behind a reference; empty for marked content."""
    if not isinstance(acuan, bytes):
        return {}
    objek = pdf.objects[int(acuan.split()[0])]
    return objek if isinstance(objek, dict) else {}


def _genapkan(pdf: Any, halaman: Any) -> None:
    """Give every row of a page's tables all of its columns.

    A merged cell is drawn on the page where it begins. There it may not count
    rows of the next page; and those rows get an empty cell in its place.
    """
    for tabel in halaman._page_box.descendants():
        if tabel.element_tag == "table" and hasattr(tabel, "column_groups"):
            kelompok = [k.children for k in tabel.children]
            lebar = max((s.grid_x + s.colspan for baris in kelompok for b in baris for s in b.children), default=0)
            for baris in kelompok:
                _genapkan_baris(pdf, baris, lebar)


def _genapkan_baris(pdf: Any, baris: Any, lebar: int) -> None:
    import pydyf

    terisi: list[set[int]] = [set() for _ in baris]
    for n, b in enumerate(baris):
        for sel in b.children:
            rentang = min(sel.rowspan, len(baris) - n)
            if rentang != sel.rowspan:
                sel.mark["A"].pop("RowSpan")
                if rentang > 1:
                    sel.mark["A"]["RowSpan"] = rentang
            for m in range(n, n + rentang):
                terisi[m].update(range(sel.grid_x, sel.grid_x + sel.colspan))
    for n, b in enumerate(baris):
        if not b.children or len(terisi[n]) == lebar:
            continue
        acuan = b.children[0].mark["P"]
        for kolom in sorted(set(range(lebar)) - terisi[n]):
            kosong = pydyf.Dictionary(
                {
                    "Type": "/StructElem", "S": "/TD", "K": pydyf.Array(), "P": acuan,
                    "Pg": b.children[0].mark["Pg"], "A": pydyf.Dictionary({"O": "/Table"}),
                }
            )  # fmt: skip
            pdf.add_object(kosong)
            anak = _unsur(pdf, acuan)["K"]
            anak.insert(sum(s.grid_x < kolom for s in b.children), kosong.reference)
