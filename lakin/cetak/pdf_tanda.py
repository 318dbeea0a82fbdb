"""Tags of a piece: heads of tables with names of their own, items of lists as PDF/UA wants them."""

from __future__ import annotations

from typing import Any

_ISI_BUTIR = ("/Lbl", "/LBody")


def rapikan_tanda(pdf: Any, awalan: str) -> None:
    """Mend the structure tree of a piece; ``awalan`` makes its names unique in the whole document."""
    import pydyf

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
