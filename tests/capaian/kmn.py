"""KMN's year 2023 as a Fakta, read from the readable fixtures without a database."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lakin.angka import Nilai, Tiada
from lakin.capaian import fakta as f
from lakin.capaian.deklarasi import Jenis, medan
from lakin.capaian.katalog import rumus

AKAR = Path(__file__).parents[2] / "fixtures" / "kmn_2023"
TAHUN = 2023


def nilai(teks: str | None) -> Nilai:
    if teks is None or teks == "":
        return Tiada.KOSONG
    return Tiada.NA if teks == "N/A" else Decimal(teks)


def baca_csv(nama: str) -> list[dict[str, str]]:
    with (AKAR / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def baca_yaml(nama: str) -> Any:
    return yaml.safe_load((AKAR / nama).read_text(encoding="utf-8"))


def _baris(kode: str, nama_rumus: str) -> tuple[f.FBaris, ...]:
    r = rumus(nama_rumus, TAHUN)
    assert r is not None
    jenis = {m.kode: m.jenis for m in medan(r)}
    hasil = []
    for b in baca_csv(f"data_dasar/{kode}.csv"):
        isi = tuple((m, nilai(b[m]) if j is Jenis.ANGKA else b[m]) for m, j in jenis.items() if m in b)
        tanggal = date.fromisoformat(b["tanggal"]) if b.get("tanggal") else None
        hasil.append(f.FBaris(int(b["no"]), isi, tanggal, b["sumber"]))
    return tuple(hasil)


def _target(isi: Any) -> Nilai:
    return Tiada.NA if isi in (None, "N/A") else Decimal(isi)


def _indikator(i: dict[str, Any], target_pk: dict[str, str]) -> f.FIndikator:
    kode = i["kode"]
    rencana = {int(b["triwulan"]): b for b in baca_csv("rencana_aksi.csv") if b["indikator"] == kode}
    nyata = {int(b["triwulan"]): b for b in baca_csv("realisasi.csv") if b["indikator"] == kode}
    ganti = [g for g in baca_yaml("penggantian.yaml")["penggantian"] if g["indikator"] == kode]
    return f.FIndikator(
        kode=kode,
        nama=i["nama"],
        sasaran=i["sasaran"],
        tujuan=i["tujuan"],
        satuan=i["satuan"],
        desimal=int(i["desimal"]),
        iku=i["iku"],
        klasifikasi=f.Klasifikasi(i["klasifikasi"]),
        rumus=i["rumus"],
        cara_renstra=f.CaraRenstra(i["cara_renstra"]),
        target=Decimal(target_pk[kode]),
        desimal_target=int(i["desimal_target"]),
        triwulan=tuple(
            f.FTriwulan(
                tw,
                nilai(rencana[tw]["target_fisik"]),
                nilai(nyata[tw]["fisik"]),
                nilai(nyata[tw]["nilai"]),
                rencana[tw]["kegiatan"],
                nyata[tw]["sumber"],
            )
            for tw in (1, 2, 3, 4)
        ),
        baris=_baris(kode, i["rumus"]),
        ganti=f.FGanti(Decimal(ganti[0]["nilai"]), ganti[0]["alasan"], ganti[0]["sumber"]) if ganti else None,
        target_renstra=tuple((int(t), _target(v)) for t, v in i["target"].items()),
        tahun_lain=tuple(
            f.FTahunLain(
                int(b["tahun"]), nilai(b["target"]), nilai(b["nilai"]), b["satuan"], b["sumber"], b["catatan"] or ""
            )
            for b in baca_csv("realisasi_lalu.csv")
            if b["indikator"] == kode
        ),
        prioritas_nasional=bool(i.get("prioritas_nasional")),
        sumber="Tabel 2.15",
    )


@cache
def fakta_kmn() -> f.Fakta:
    renstra, pk = baca_yaml("renstra.yaml"), baca_yaml("pk.yaml")
    butir = next(r for r in pk["revisi"] if r["revisi"] == "1")["indikator"]
    target_pk = {b["indikator"]: b["target"] for b in butir}
    menurut_kode = {i["kode"]: i for i in renstra["indikator"]}
    nka = baca_yaml("nka.yaml")
    return f.Fakta(
        satker=f.FSatker("247157", "BBSPJI Keramik dan Mineral Nonlogam", "BBSPJIKMN", "BBSPJI"),
        tahun=TAHUN,
        setelan=f.Setelan(target_serapan=Decimal(baca_yaml("anggaran/target_serapan.yaml")["target"])),
        renstra=f.FRenstra(2021, 2024, renstra["nama"], 2),
        pk=f.FPK("", None, 1),
        tujuan=tuple(
            f.FTujuan(t["kode"], t["nama"], _target(t["target"]["2023"]), t["sumber"]) for t in renstra["tujuan"]
        ),
        sasaran=tuple(f.FSasaran(s["kode"], s["nama"], s["perspektif"]) for s in renstra["sasaran"]),
        indikator=tuple(_indikator(menurut_kode[b["indikator"]], target_pk) for b in butir),
        simpul=tuple(
            f.FSimpul(b["kode"], b["induk"], b["tingkat"], b["uraian"], b["kode"], b["dikodekan_sendiri"] == "ya")
            for b in baca_csv("anggaran/simpul.csv")
        ),
        pagu=tuple(
            f.FPagu(b["kode"], b["sumber_dana"], b["jenis_belanja"], Decimal(b["pagu"]), b["sumber"])
            for b in baca_csv("anggaran/daun.csv")
        ),
        realisasi_anggaran=tuple(
            f.FRealisasiAnggaran(b["kode"], 0, Decimal(b["nilai"]), b["sumber_dana"], b["sumber"])
            for b in baca_csv("anggaran/realisasi.csv")
        ),
        serapan_tercatat=tuple(
            f.FSerapanTercatat(b["kode"], int(b["triwulan"]), nilai(b["rencana"]), nilai(b["realisasi"]), b["sumber"])
            for b in baca_csv("anggaran/serapan_kro.csv")
        ),
        dukungan=tuple(
            f.FDukungan(b["kode_daun"], b["indikator"], Decimal(b["bagian"])) for b in baca_csv("anggaran/dukungan.csv")
        ),
        anggaran_tahun=tuple(
            f.FAnggaranTahun(int(b["tahun"]), nilai(b["pagu"]), nilai(b["realisasi"]), b["sumber"])
            for b in baca_csv("anggaran/per_tahun.csv")
        ),
        anggaran_indikator=tuple(
            f.FAnggaranIndikator(
                b["indikator"],
                int(b["tahun"]),
                nilai(b["pagu_renstra"]),
                nilai(b["pagu_pk"]),
                nilai(b["realisasi"]),
                b["sumber"],
            )
            for b in baca_csv("anggaran/lalu_indikator.csv")
        ),
        pnbp=tuple(
            f.FPnbp(
                int(b["tahun"]),
                nilai(b["target"]),
                nilai(b["penerimaan"]),
                nilai(b["bagian_boleh_dipakai"]),
                nilai(b["pagu_penggunaan"]),
                nilai(b["penggunaan"]),
                b["sumber"],
            )
            for b in baca_csv("pnbp/tahun.csv")
        ),
        pnbp_layanan=tuple(
            f.FPnbpLayanan(
                b["layanan"], b["layanan"], int(b["tahun"]), nilai(b["target"]), nilai(b["penerimaan"]), b["sumber"]
            )
            for b in baca_csv("pnbp/layanan.csv")
        ),
        nka=f.FNka(
            Decimal(nka["penyerapan"]),
            Decimal(nka["konsistensi"]),
            Decimal(nka["cro"]),
            Decimal(nka["efisiensi"]),
            Decimal(nka["nilai"]),
            nka["sumber"],
        ),
    )
