"""Facts go to JSON and back exactly, and a frozen year is computed with nothing but Python."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lakin.angka import Tiada
from lakin.capaian.fakta import FBaris, FPendukung
from lakin.capaian.fakta_json import FaktaSalah, dari_json, ke_json, sidik
from lakin.capaian.mesin import hitung
from lakin.capaian.ringkas import ringkas
from tests.capaian.buatan import D, indikator, setahun, tahun_acak
from tests.capaian.kmn import fakta_kmn

AKAR = Path(__file__).parents[2]


@pytest.mark.parametrize("fakta", [fakta_kmn(), tahun_acak(1), tahun_acak(2)], ids=["kmn", "1", "2"])
def test_pulang_pergi_sama(fakta) -> None:
    kembali = dari_json(ke_json(fakta))
    assert kembali == fakta
    assert ke_json(kembali) == ke_json(fakta)
    assert ringkas(hitung(kembali)) == ringkas(hitung(fakta))


def test_desimal_dan_tiada_tetap_berbeda() -> None:
    isi = (("a", D("5.00")), ("b", D(0)), ("c", Tiada.NA), ("d", Tiada.KOSONG), ("e", "N/A"), ("f", ""), ("g", "5"))
    fakta = setahun(
        indikator(baris=(FBaris(1, isi),)), pendukung=(FPendukung("SK1.1", "x", "x", ("k",), ((D("1E+3"), "teks"),)),)
    )
    kembali = dari_json(ke_json(fakta)).indikator[0].baris[0].isi
    assert kembali == isi
    assert str(kembali[0][1]) == "5.00"
    assert str(dari_json(ke_json(fakta)).pendukung[0].baris[0][0]) == "1E+3"


def test_sidik_berubah_dengan_faktanya() -> None:
    fakta = fakta_kmn()
    assert sidik(fakta) == sidik(dari_json(ke_json(fakta)))
    assert sidik(fakta) != sidik(replace(fakta, tahun=2024))


def test_yang_tidak_ada_memakai_nilai_baku() -> None:
    isi = json.loads(ke_json(setahun(indikator())))
    del isi["fakta"]["pnbp"]
    assert dari_json(json.dumps(isi)).pnbp == ()


@pytest.mark.parametrize(
    "rusak",
    [
        lambda isi: isi | {"versi": 99},
        lambda isi: isi | {"fakta": None},
        lambda isi: isi | {"fakta": isi["fakta"] | {"asing": 1}},
        lambda isi: isi | {"fakta": isi["fakta"] | {"tahun": "2023"}},
        lambda isi: isi | {"fakta": isi["fakta"] | {"indikator": {}}},
        lambda isi: isi | {"fakta": {k: v for k, v in isi["fakta"].items() if k != "satker"}},
        lambda isi: isi | {"fakta": isi["fakta"] | {"setelan": isi["fakta"]["setelan"] | {"batas_capaian": 1.5}}},
        lambda isi: isi | {"fakta": isi["fakta"] | {"setelan": isi["fakta"]["setelan"] | {"rumus_tujuan": "lain"}}},
    ],
)
def test_berkas_rusak_ditolak(rusak) -> None:
    isi = json.loads(ke_json(setahun(indikator())))
    with pytest.raises(FaktaSalah):
        dari_json(json.dumps(rusak(isi)))


def _jalankan(*argumen: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *argumen], cwd=AKAR, capture_output=True, text=True, check=False)


def test_perintah_menghitung_tahun_beku(tmp_path: Path) -> None:
    """Isolated from site-packages: only the standard library and the two pure rooms are there."""
    berkas = tmp_path / "fakta.json"
    berkas.write_text(ke_json(fakta_kmn()), encoding="utf-8")
    jalan = _jalankan("-S", "-s", "-m", "lakin.capaian", str(berkas))
    assert jalan.returncode == 0, jalan.stderr
    isi = json.loads(jalan.stdout)
    assert isi == ringkas(hitung(fakta_kmn()))


def test_perintah_menolak_berkas_lain(tmp_path: Path) -> None:
    berkas = tmp_path / "bukan.json"
    berkas.write_text("{}", encoding="utf-8")
    assert _jalankan("-m", "lakin.capaian", str(berkas)).returncode == 1
    assert _jalankan("-m", "lakin.capaian").returncode == 2


def test_mesin_tidak_memuat_django() -> None:
    kode = (
        "import sys, lakin.capaian.mesin, lakin.capaian.jelaskan, lakin.capaian.ringkas, lakin.capaian.fakta_json, "
        "lakin.capaian.gabungan; print([m for m in sys.modules if m.split('.')[0] in ('django', 'celery', 'yaml')])"
    )
    jalan = _jalankan("-c", kode)
    assert jalan.stdout.strip() == "[]", jalan.stderr
