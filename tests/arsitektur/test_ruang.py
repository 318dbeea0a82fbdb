"""What the contracts of imports cannot say: floats, rounding, writes in views, an engine without Django."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

AKAR = Path(settings.BASE_DIR)
TANPA_PECAHAN_BINER = ("lakin/angka", "lakin/capaian", "anggaran", "lakin/pengukuran", "lakin/kaidah")
MENULIS = {"save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create"}
BOLEH_MENULIS = {"cache", "hashlib", "isi", "dict", "session"}


def modul(*folder: str) -> list[Path]:
    """The Python files below folders, without migrations."""
    semua = (p for f in folder for p in sorted((AKAR / f).rglob("*.py")))
    return [p for p in semua if "migrations" not in p.parts]


def simpul(berkas: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(berkas.read_text()))


def di(berkas: Path, s: ast.AST) -> str:
    return f"{berkas.relative_to(AKAR)}:{getattr(s, 'lineno', 0)}"


def pecahan_biner(berkas: Path) -> list[str]:
    """Literals and names by which a binary float could come in."""
    return [
        di(berkas, s)
        for s in simpul(berkas)
        if (isinstance(s, ast.Constant) and isinstance(s.value, float))
        or (isinstance(s, ast.Name) and s.id == "float")
        or (isinstance(s, ast.Attribute) and s.attr in ("FloatField", "to_float"))
    ]


def test_tidak_ada_pecahan_biner() -> None:
    assert [b for p in modul(*TANPA_PECAHAN_BINER) for b in pecahan_biner(p)] == []


def pembulatan(berkas: Path) -> list[str]:
    """Calls that round by themselves."""
    return [
        di(berkas, s)
        for s in simpul(berkas)
        if (isinstance(s, ast.Call) and isinstance(s.func, ast.Name) and s.func.id == "round")
        or (isinstance(s, ast.Attribute) and s.attr in ("quantize", "to_integral", "ROUND_HALF_UP", "ROUND_HALF_EVEN"))
        or (isinstance(s, ast.Name) and s.id.startswith("ROUND_"))
    ]


def test_pembulatan_hanya_di_angka() -> None:
    luar = [p for p in modul("lakin", "renstra", "anggaran") if (AKAR / "lakin/angka") not in p.parents]
    assert [b for p in luar for b in pembulatan(p)] == []
    assert [b for p in modul("lakin/angka") for b in pembulatan(p)], "the search must find the rounding that there is"


def tulisan_orm(berkas: Path) -> list[str]:
    """Calls in a view that would write a row."""
    hasil = []
    for s in simpul(berkas):
        if isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and s.func.attr in MENULIS:
            pemilik = s.func.value
            if not (isinstance(pemilik, ast.Name) and pemilik.id in BOLEH_MENULIS):
                hasil.append(di(berkas, s))
    return hasil


def test_view_tidak_menulis() -> None:
    view = [p for p in modul("lakin", "renstra", "anggaran") if p.stem.startswith("views") or p.parent.stem == "views"]
    assert len(view) > 5
    assert [b for p in view for b in tulisan_orm(p)] == []


def test_init_kosong() -> None:
    app = [
        AKAR / a.replace(".", "/")
        for a in settings.INSTALLED_APPS
        if a.split(".")[0] in ("lakin", "renstra", "anggaran")
    ]
    assert [str(a) for a in (*app, AKAR / "lakin") if (a / "__init__.py").read_text().strip()] == []


def test_tidak_ada_ruang_serba_guna() -> None:
    assert [
        str(p) for p in modul("lakin", "renstra", "anggaran") if p.stem in ("utils", "helpers", "common", "signals")
    ] == []


def test_mesin_dimuat_tanpa_django() -> None:
    perintah = (
        "import sys; import lakin.capaian.mesin, lakin.dokumen.nomor, lakin.alur.transisi, lakin.angka; "
        "print([m for m in sys.modules if m.split('.')[0] in ('django', 'celery', 'weasyprint', 'vl_convert')])"
    )
    jawab = subprocess.run([sys.executable, "-c", perintah], cwd=AKAR, capture_output=True, text=True, check=True)
    assert jawab.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("cari", "kode"),
    [
        (pecahan_biner, "x = 0.5"),
        (pecahan_biner, "y = float(1)"),
        (pembulatan, "round(x, 2)"),
        (pembulatan, "x.quantize(y)"),
        (tulisan_orm, "Satker.objects.create(kode='1')"),
    ],
)
def test_pencari_menemukan_pelanggaran(cari, kode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tmp_path / "contoh.py"
    berkas.write_text(kode)
    monkeypatch.setitem(globals(), "AKAR", tmp_path)
    assert cari(berkas)
