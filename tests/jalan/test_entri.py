"""A planner enters triwulan IV in Chromium; an auditor then reads the same figures."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from anggaran.models import RealisasiAnggaran
from lakin.alur.models import Periode
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.pengukuran.selectors import Terkini
from tests.jalan.conftest import TERSIMPAN

pytestmark = pytest.mark.django_db(transaction=True)

ENTRI = "/247157/2023/realisasi/4/"
KRO_AEC = "019.07.EC.6077.AEC.004.051"
CAPAIAN = {
    "SK1.1": "454,50%", "SK2.1": "100,00%", "SK2.2": "240,00%", "SK3.1": "396,15%", "SK3.2": "878,33%",
    "SK3.3": "166,80%", "SK3.4": "115,70%", "SK4.1": "100,00%", "SK5.1": "104,16%", "SK6.1": "113,41%",
    "SK7.1": "131,67%", "SK8.1": "101,88%", "SK8.2": "105,49%",
}  # fmt: skip
SEBAGIAN = ("SK1.1", "SK2.1", "SK2.2", "SK3.2")
"""Indicators whose raw rows are typed and pasted, and two of them overridden; the rows of the others stay."""
BARIS_DIKETIK = {
    "SK2.1": "jumlah_perusahaan", "SK3.1": "efisiensi_perusahaan", "SK3.4": "p3dn", "SK6.1": "ip_asn",
}  # fmt: skip


@pytest.mark.parametrize(
    "kode", [SEBAGIAN, pytest.param(tuple(CAPAIAN), marks=pytest.mark.lama)], ids=["sebagian", "semua"]
)
def test_triwulan_iv_diisi_dari_kosong(kmn: Satker, buka: Any, kode: tuple[str, ...]) -> None:
    semula = _capaian()
    baris = _kosongkan(kmn, kode)
    assert {i["kode"] for i in _capaian()["indikator"] if i["realisasi"] is None} >= {*kode, "SK5.1"}

    h = buka("perencana", ENTRI)
    expect(h.locator("#terisi")).to_have_text("0")
    _tempel_fisik_enam_baris(h)
    _ketik_fisik_sisanya(h)
    _isi_data_dasar(h, baris, kode)
    _ketik(h, "#sel-SK5\\.1", "3,76")
    _ganti(h, "SK1.1", "90,9", baris["ganti"]["SK1.1"])
    _ganti(h, "SK2.2", "12", baris["ganti"]["SK2.2"])
    for kode, capaian in CAPAIAN.items():
        expect(_baris(h, kode).locator('[data-isi="capaian"]')).to_have_text(capaian)
    expect(h.locator("#terisi")).to_have_text("13")

    h.goto("/247157/2023/anggaran/4/")
    _ketik(h, f"#uang-{KRO_AEC}-4".replace(".", "\\."), "49.300.400")
    expect(h.locator('tr[data-simpul="019.07.EC.6077.AEC"] [data-isi="persen"]')).to_have_text("93,83%")
    expect(h.locator('.kepala [data-isi="realisasi"]')).to_have_text("22.738.878.288")

    h.goto(ENTRI)
    for kode, capaian in CAPAIAN.items():
        expect(_baris(h, kode).locator('[data-isi="capaian"]')).to_have_text(capaian)
    assert _capaian() == semula

    a = buka("auditor", ENTRI)
    expect(a.locator("main")).to_contain_text("Sebagian nilai belum tampak")
    Periode.objects.filter(satker__kode="247157", triwulan=4).update(keadaan="diverifikasi")
    a.reload()
    expect(a.locator("input[data-sel]")).to_have_count(0)
    for kode, capaian in CAPAIAN.items():
        expect(_baris(a, kode).locator('[data-isi="capaian"]')).to_have_text(capaian)
    _baris(a, "SK3.2").locator('[data-isi="capaian"]').click()
    expect(a.locator("aside")).to_contain_text("26,35")
    expect(a.locator("aside")).to_contain_text("R / T × 100")


def test_balai_lain_tidak_terlihat(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    h = buka("perencana", "/")
    expect(h.locator("body")).not_to_contain_text("Bahan dan Barang Teknik")
    jawab = h.goto("/247140/2023/realisasi/4/")
    assert jawab is not None
    assert jawab.status == 404
    keluhan.clear()  # the browser reports the 404


SALAH = (
    ("#sel-SK5\\.1", "3.7o", "Ada huruf pada angka"),
    ("#sel-SK5\\.1", "1.234", "dapat dibaca"),
    ("#sel-SK1\\.1-fisik", "150", "antara 0 dan 100 persen"),
    ("#sel-SK1\\.1-fisik", "60", "Kemajuan kumulatif tidak dapat turun"),
)


def test_isian_salah_tetap_di_tempatnya(kmn: Satker, buka: Any) -> None:
    sebelum = _potret()
    h = buka("perencana", ENTRI)
    for isian, teks, pesan in SALAH:
        h.fill(isian, teks)
        h.press(isian, "Tab")
        expect(h.locator("#ringkasan-galat")).to_contain_text(pesan)
        expect(h.locator(isian)).to_have_value(teks)
        expect(h.locator(isian)).to_have_attribute("aria-invalid", "true")
        assert _potret() == sebelum
        h.locator("#ringkasan-galat a").click()
        expect(h.locator(isian)).to_be_focused()
        h.press(isian, "Escape")
        expect(h.locator("#ringkasan-galat")).to_be_hidden()


def test_angka_mendua_dipilih_dengan_tombol(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    h.fill("#sel-SK5\\.1", "3.760")
    h.press("#sel-SK5\\.1", "Enter")
    h.locator("#ket-sel-SK5\\.1 .pilih", has_text="3,76").click()
    expect(h.locator("#ket-sel-SK5\\.1")).to_contain_text(TERSIMPAN)
    expect(h.locator("#sel-SK5\\.1")).to_have_value("3,76")


def test_baris_dengan_a_nol_ditolak(kmn: Satker, buka: Any) -> None:
    sebelum = _potret()
    h = buka("perencana", ENTRI)
    petak = _buka_baris(h, "SK1.1")
    isian = petak.locator("tbody tr").nth(0).locator('[data-kolom="sebelum"]')
    isian.fill("0")
    isian.press("Enter")
    expect(h.locator("#ringkasan-galat")).to_contain_text("Nilai sebelum (A) nol")
    expect(isian).to_have_value("0")
    assert _potret() == sebelum
    h.locator("#ringkasan-galat a").click()
    expect(isian).to_be_focused()


def test_dua_orang_menyimpan_isian_yang_sama(kmn: Satker, buka: Any) -> None:
    satu, dua = buka("perencana", ENTRI), buka("perencana", ENTRI)
    _ketik(satu, "#sel-SK5\\.1", "3,70")
    dua.fill("#sel-SK5\\.1", "3,80")
    dua.press("#sel-SK5\\.1", "Enter")
    ket = dua.locator("#ket-sel-SK5\\.1")
    expect(ket).to_contain_text("3,70")
    expect(ket).to_contain_text("Isian Anda: 3,80")
    expect(ket).to_contain_text("Perencana")
    expect(dua.locator("#sel-SK5\\.1")).to_have_value("3,80")
    assert _nilai("SK5.1") == Decimal("3.7")
    ket.locator(".pilih", has_text="Pakai isian saya").click()
    expect(ket).to_contain_text(TERSIMPAN)
    assert _nilai("SK5.1") == Decimal("3.8")


def test_membuka_dan_meninggalkan_isian_tidak_mengubah_apa_pun(kmn: Satker, buka: Any) -> None:
    sebelum = _potret()
    h = buka("perencana", ENTRI)
    h.focus("#sel-SK1\\.1-fisik")
    for _ in range(15):
        h.keyboard.press("Enter")
    for _ in range(15):
        h.keyboard.press("ArrowUp")
    expect(h.locator("#sel-SK1\\.1-fisik")).to_be_focused()
    assert _potret() == sebelum


def test_sambungan_putus_lalu_kembali(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    h = buka("perencana", ENTRI)
    h.context.set_offline(True)
    h.fill("#sel-SK5\\.1", "3,75")
    h.press("#sel-SK5\\.1", "Enter")
    expect(h.locator("#ket-sel-SK5\\.1")).to_contain_text("belum tersimpan")
    expect(h.locator("#sel-SK5\\.1")).to_have_value("3,75")
    h.context.set_offline(False)
    expect(h.locator("#ket-sel-SK5\\.1")).to_contain_text(TERSIMPAN)
    assert _nilai("SK5.1") == Decimal("3.75")
    keluhan.clear()  # the browser reports each request that was cut off


def _kosongkan(satker: Satker, data_dasar: tuple[str, ...]) -> dict[str, Any]:
    """Take away triwulan IV of all indicators, the overrides, raw rows of the named ones, and a KRO's money.

    Some raw rows are dated in earlier triwulan, which are opened so that they can be entered.
    """
    Periode.objects.filter(satker=satker, tahun=2023).update(keadaan="draf")
    garis = {"garis_indikator__satker": satker, "tahun": 2023}
    kode = Terkini(satker).garis(2023)
    baris: dict[str, Any] = {}
    for b in BarisData.objects.filter(**garis).order_by("urut"):
        baris.setdefault(kode[b.garis_indikator_id], []).append(
            {**b.isi, "berlaku": b.tanggal.strftime("%d/%m/%Y") if b.tanggal else ""}
        )
    baris["ganti"] = {kode[p.garis_indikator_id]: p.alasan for p in Penggantian.objects.filter(**garis)}
    Realisasi.objects.filter(**garis, triwulan=4).delete()
    BarisData.objects.filter(**garis, garis_indikator__in=[g for g, k in kode.items() if k in data_dasar]).delete()
    Penggantian.objects.filter(**garis).delete()
    RealisasiAnggaran.objects.filter(satker=satker, tahun=2023, kode=KRO_AEC).delete()
    return baris


def _tempel(h: Page, isian: Any, teks: str) -> None:
    h.context.grant_permissions(["clipboard-read", "clipboard-write"])
    isian.focus()
    h.evaluate("teks => navigator.clipboard.writeText(teks)", teks)
    h.keyboard.press("Control+v")


def _tempel_fisik_enam_baris(h: Page) -> None:
    """Six rows of one column, as a spreadsheet gives them: with a line break at the end."""
    _tempel(h, h.locator("#sel-SK1\\.1-fisik"), "100\r\n100\r\n100\r\n100\r\n100\r\n100\r\n")
    for kode in ("SK1.1", "SK2.1", "SK2.2", "SK3.1", "SK3.2", "SK3.3"):
        expect(h.locator(f"#ket-sel-{kode}-fisik".replace(".", "\\."))).to_contain_text(TERSIMPAN)
    expect(h.locator("#sel-SK3\\.4-fisik")).to_have_value("")


def _ketik_fisik_sisanya(h: Page) -> None:
    """The rest by keyboard alone: type, Enter, type."""
    h.focus("#sel-SK3\\.4-fisik")
    for _ in ("SK3.4", "SK4.1", "SK5.1", "SK6.1", "SK7.1", "SK8.1", "SK8.2"):
        h.keyboard.type("100")
        h.keyboard.press("Enter")
    expect(h.locator("#ket-sel-SK8\\.2-fisik")).to_contain_text(TERSIMPAN)


def _isi_data_dasar(h: Page, baris: dict[str, Any], semua: tuple[str, ...]) -> None:
    """Raw rows: some typed field by field, the others pasted as a block."""
    for kode in (k for k in semua if k != "SK5.1"):
        petak = _buka_baris(h, kode)
        medan = petak.locator("tbody tr").nth(0).locator("[data-sel]")
        kolom = [medan.nth(i).get_attribute("data-kolom") or "" for i in range(medan.count())]
        isi = [[_id(b.get(k, "")) for k in kolom] for b in baris[kode]]
        if kode in BARIS_DIKETIK:
            for i, satu in enumerate(isi):
                _ketik_baris(petak.locator("tbody tr").nth(i), kolom, satu)
        else:
            _tempel(h, medan.nth(0), "".join("\t".join(map(_kutip, satu)) + "\r\n" for satu in isi))
        for i in range(len(isi)):
            expect(petak.locator("tbody tr").nth(i).locator(".keadaan-baris")).to_contain_text(TERSIMPAN)


def _ketik_baris(tr: Any, kolom: list[str], isi: list[str]) -> None:
    for k, teks in zip(kolom, isi, strict=True):
        isian = tr.locator(f'[data-kolom="{k}"]')
        if isian.evaluate("el => el.tagName") == "SELECT":
            isian.select_option(teks)
        else:
            isian.fill(teks)
    isian.press("Enter")


def _buka_baris(h: Page, kode: str) -> Any:
    _baris(h, kode).locator(".buka-baris").click()
    petak = h.locator(f'[data-petak="baris"][data-kode="{kode}"]')
    expect(petak).to_be_visible()
    return petak


def _ganti(h: Page, kode: str, nilai: str, alasan: str) -> None:
    petak = h.locator(f'[data-petak="baris"][data-kode="{kode}"]')
    petak.locator("summary").click()
    petak.locator('[name="nilai"]').fill(nilai)
    petak.locator('[name="alasan"]').fill(alasan)
    petak.locator("[data-kirim-ganti]").click()
    expect(petak.locator(".penggantian .simpan")).to_contain_text(TERSIMPAN)


def _ketik(h: Page, isian: str, teks: str) -> None:
    h.fill(isian, teks)
    h.press(isian, "Enter")
    expect(h.locator(isian.replace("#", "#ket-", 1))).to_contain_text(TERSIMPAN)


def _baris(h: Page, kode: str) -> Any:
    return h.locator(f"#baris-{kode}".replace(".", "\\."))


def _id(teks: str) -> str:
    """A stored number as an Indonesian would type it."""
    try:
        angka = Decimal(teks)
    except ArithmeticError:
        return teks
    return teks if teks.startswith("0") and len(teks) > 1 and "." not in teks else f"{angka:f}".replace(".", ",")


def _kutip(teks: str) -> str:
    return '"' + teks.replace('"', '""') + '"' if any(c in teks for c in '\t\n"') else teks


def _capaian() -> dict[str, Any]:
    keluar = StringIO()
    call_command("show_capaian", satker="247157", tahun=2023, json=True, stdout=keluar)
    return json.loads(keluar.getvalue())


def _nilai(kode: str) -> Decimal | None:
    garis = {k: g for g, k in Terkini(Satker.objects.get(kode="247157")).garis(2023).items()}
    return Realisasi.objects.get(garis_indikator=garis[kode], tahun=2023, triwulan=4, jenis="nilai").nilai


def _potret() -> list[Any]:
    """Everything that an entry could change, with the length of the trail."""
    return [
        list(Realisasi.objects.order_by("pk").values_list("pk", "nilai", "keadaan", "versi")),
        list(BarisData.objects.order_by("pk").values_list("pk", "isi", "tanggal", "versi")),
        Jejak.objects.count(),
    ]


def test_target_nol_ditolak_di_isiannya(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", "/247157/2023/pk/")
    h.get_by_role("button", name="Susun revisi").click()
    sebelum = Jejak.objects.count()
    h.fill("#target-SK3\\.2", "0")
    h.press("#target-SK3\\.2", "Tab")
    expect(h.locator("#ringkasan-galat")).to_contain_text("Target SK3.2 nol: capaian tidak dapat dihitung")
    expect(h.locator("#target-SK3\\.2")).to_have_value("0")
    assert Jejak.objects.count() == sebelum
    h.locator("#ringkasan-galat a").click()
    expect(h.locator("#target-SK3\\.2")).to_be_focused()
    _ketik(h, "#target-SK3\\.2", "4")
