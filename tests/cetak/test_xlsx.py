"""The Excel file, read back: a sheet for each numbered table, numbers as numbers, N/A and blanks apart."""

from __future__ import annotations

import re
import time
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lakin.angka import bagi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.cetak.html_tabel import kepala_bertingkat
from lakin.cetak.xlsx import ALAMAT, ISI, tulis_xlsx
from lakin.dokumen.format import SKALA
from lakin.dokumen.lebar import posisi_sel
from lakin.dokumen.nomor import Bernomor, beri_nomor, telusur
from lakin.dokumen.pohon import Bab, Dokumen, Figur, Format, Kolom, Tabel, baris
from tests.cetak.contoh import KOSONG, NA, angka, bernomor
from tests.cetak.test_html import JAHAT


@pytest.fixture(scope="module")
def isi() -> bytes:
    return tulis_xlsx(bernomor())


@pytest.fixture(scope="module")
def buku(isi):
    return load_workbook(BytesIO(isi))


def bernomor_saja(naskah: Bernomor) -> list[tuple[str, Tabel]]:
    return [
        (nomor, t) for t in telusur(naskah.dokumen) if isinstance(t, Tabel) and (nomor := naskah.butir[t.kode].nomor)
    ]


def satu_tabel(*sel: object, kolom: tuple[Kolom, ...]) -> Bernomor:
    return beri_nomor(Dokumen("Uji", (Bab("b", "Bab", (Tabel("t", "Tabel uji", kolom, (baris(*sel),)),)),)))


def periksa_angka(buku, naskah: Bernomor) -> int:
    """Compare every figure of every table with its cell; the number of those compared."""
    diperiksa = 0
    for nomor, tabel in bernomor_saja(naskah):
        awal = 4 + len(kepala_bertingkat(tabel))
        for urut, k, sel in posisi_sel(tabel):
            cell = buku[nomor].cell(awal + urut, k + 1)
            asal = sel.isi.angka if isinstance(sel.isi, Figur) else sel.isi
            if isinstance(asal, Angka):
                format = sel.isi.format if isinstance(sel.isi, Figur) else sel.format or tabel.kolom[k].format
                if format is Format.TERBILANG:
                    continue
                nilai = bagi(asal.nilai, SKALA[format][0]) if format in SKALA else asal.nilai
                assert cell.data_type == "n", (nomor, cell.coordinate)
                assert Decimal(str(cell.value)) == nilai or abs(Decimal(str(cell.value)) / nilai - 1) < Decimal("1e-14")
                assert cell.number_format.startswith(("#,##0", '"Rp "#,##0'))
                diperiksa += 1
            elif isinstance(asal, TanpaNilai):
                assert cell.value == ("N/A" if asal.keadaan.name == "NA" else "belum ada data")
                diperiksa += 1
    return diperiksa


def test_satu_lembar_setiap_tabel_bernomor_dan_daftar_yang_menunjuknya(buku) -> None:
    nomor = [n for n, _ in bernomor_saja(bernomor())]
    assert buku.sheetnames == [ISI, *nomor, ALAMAT]
    daftar = [(b[0].value, b[1].value, b[0].hyperlink.location) for b in buku[ISI].iter_rows(min_row=4)]
    assert daftar == [(n, t.judul, f"'{n}'!A1") for n, t in bernomor_saja(bernomor())]
    for n, t in bernomor_saja(bernomor()):
        assert buku[n]["A1"].value == f"{n} {t.judul}"


def test_setiap_angka_menjadi_bilangan_dengan_bentuknya(buku) -> None:
    assert periksa_angka(buku, bernomor()) > 500


def test_kepala_dan_sel_gabungan_seperti_di_laporan(buku) -> None:
    ws = buku["Tabel 3.5"]
    gabung = {str(r) for r in ws.merged_cells.ranges}
    assert {"A4:A6", "F4:M4", "F5:G5", "A7:A9", "B7:B9"} <= gabung
    assert [ws["F4"].value, ws["F5"].value, ws["F6"].value] == ["Kemajuan kumulatif (%)", "Triwulan I", "S"]
    assert ws.freeze_panes == "A7"
    assert (ws.page_setup.orientation, ws.print_title_rows) == ("landscape", "$4:$6")


def test_alamat_setiap_angka_menunjuk_selnya(buku) -> None:
    tercatat = list(buku[ALAMAT].iter_rows(min_row=2, values_only=True))
    assert len(tercatat) > 500
    lembar, sel, _ = next(t for t in tercatat if t[2] == "999999/2023/uji/878.33")
    assert buku[lembar][sel].value == 878.33


@pytest.mark.parametrize(
    ("sel", "format", "nilai", "bentuk"),
    [
        (angka("12.50"), Format.NILAI, 12.5, "#,##0.00"),
        (angka("98.11"), Format.PERSEN, 98.11, "#,##0.00"),
        (angka("23177572000", 0), Format.RIBUAN, 23177572, "#,##0"),
        (angka("23177572123", 0), Format.JUTA, 23177.572123, "#,##0.00"),
        (angka("12", 0, satuan="Perusahaan"), Format.SATUAN, 12, '#,##0" perusahaan"'),
        (angka("98.11", satuan="Persen"), Format.SATUAN, 98.11, '#,##0.00"%"'),
        (angka("5", 0, satuan="Rupiah"), Format.SATUAN, 5, '"Rp "#,##0'),
        (angka("12", 0), Format.TERBILANG, "12 (dua belas)", "General"),
        (angka("0", 0), Format.BILANGAN, 0, "#,##0"),
        (NA, Format.NILAI, "N/A", "General"),
        (KOSONG, Format.NILAI, "belum ada data", "General"),
    ],
)
def test_bentuk_setiap_jenis_angka(sel, format, nilai, bentuk) -> None:
    cell = load_workbook(BytesIO(tulis_xlsx(satu_tabel(sel, kolom=(Kolom("N", format=format),)))))["Tabel 1.1"]["A5"]
    assert (cell.value, cell.number_format) == (nilai, bentuk)


def test_teks_tidak_pernah_menjadi_rumus() -> None:
    naskah = satu_tabel("=1+1", "@SUM(A1)", JAHAT, kolom=(Kolom("=A"), Kolom("B"), Kolom("C")))
    ws = load_workbook(BytesIO(tulis_xlsx(naskah)))["Tabel 1.1"]
    assert [ws["A4"].value, ws["A4"].data_type] == ["=A", "s"]
    assert [(c.value, c.data_type) for c in ws[5][:2]] == [("=1+1", "s"), ("@SUM(A1)", "s")]
    assert "<script>alert(1)</script>" in ws["C5"].value
    assert not {"\x00", "\x08", "\u202e"} & set(ws["C5"].value)


def test_bita_sama_walau_waktu_berjalan(isi) -> None:
    time.sleep(1.1)
    assert tulis_xlsx(bernomor()) == isi
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert {b.date_time[0] for b in arsip.infolist()} == {1980}
        assert not re.search(rb"dcterms:(created|modified)", arsip.read("docProps/core.xml"))
