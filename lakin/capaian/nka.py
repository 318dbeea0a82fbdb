"""Nilai kinerja anggaran: one class per rule of law, each with the years in which it holds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from lakin.angka import Nilai, ada, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, banyak_desimal, dicatat, dihitung
from lakin.capaian.hasil import HasilNka
from lakin.capaian.himpun import SERATUS, tanpa

if TYPE_CHECKING:
    from lakin.capaian.fakta import Fakta, FNka

LABEL = "Nilai kinerja anggaran"


def _tulis(persen: Decimal) -> str:
    return f"{persen:f}".replace(".", ",")


class RumusNka(ABC):
    """A weighted sum of components; weights are data, and the auditor's line is written from them."""

    nama: ClassVar[str]
    rujukan: ClassVar[tuple[Rujukan, ...]]
    berlaku_sejak: ClassVar[int]
    berlaku_sampai: ClassVar[int | None] = None
    bobot: ClassVar[tuple[tuple[str, str, Decimal], ...]]
    """Letter, meaning, weight in percent."""
    cara: ClassVar[Cara]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        suku = " + ".join(f"{_tulis(persen)} × {huruf} / 100" for huruf, _, persen in cls.bobot)
        huruf = tuple((h, f"{nama} (bobot {_tulis(persen)}%)") for h, nama, persen in cls.bobot)
        cls.cara = Cara(f"nka_{cls.berlaku_sejak}", suku, huruf, cls.rujukan)

    @abstractmethod
    def komponen(self, f: FNka, awalan: str) -> tuple[Bahan, ...]:
        """The components, in the order of the weights."""

    def hitung(self, f: FNka, awalan: str) -> Bahan:
        """The weighted sum, to two decimals."""
        bahan = self.komponen(f, awalan)
        alamat = f"{awalan}nka/nilai_hitung"
        ada_semua = [b for b in bahan if isinstance(b, Angka)]
        if len(ada_semua) < len(bahan):
            return tanpa(alamat, bahan, LABEL, "", self.cara)
        bobot = (persen for _, _, persen in self.bobot)
        atas = sum((b.nilai * w for b, w in zip(ada_semua, bobot, strict=True)), Decimal(0))
        return dihitung(alamat, self.cara, bahan, bagi(atas, SERATUS), 2, "", LABEL)


class Smart(RumusNka):
    """The SMART application of the Ministry of Finance, up to and including budget year 2023."""

    nama = "SMART"
    rujukan = (Rujukan("PMK 22/PMK.02/2021"),)
    berlaku_sejak = 2021
    berlaku_sampai = 2023
    bobot = (
        ("P", "Penyerapan", Decimal("9.7")),
        ("K", "Konsistensi", Decimal("18.2")),
        ("C", "Capaian RO", Decimal("43.5")),
        ("N", "Nilai efisiensi", Decimal("28.6")),
    )
    cara_ne = Cara("nka_ne", "50 + E / 20 × 50", (("E", "Efisiensi"),), rujukan)
    cara_ne_tepi = {
        Decimal(100): Cara("nka_ne_atas", "100", (("E", "Efisiensi, lebih dari 20"),), rujukan),
        Decimal(0): Cara("nka_ne_bawah", "0", (("E", "Efisiensi, kurang dari -20"),), rujukan),
    }

    def komponen(self, f: FNka, awalan: str) -> tuple[Bahan, ...]:
        """Three recorded shares, and the efficiency brought to 0-100."""
        efisiensi = _catat(awalan, "efisiensi", f.efisiensi, "Efisiensi", f.sumber)
        return (
            _catat(awalan, "penyerapan", f.penyerapan, "Penyerapan", f.sumber),
            _catat(awalan, "konsistensi", f.konsistensi, "Konsistensi", f.sumber),
            _catat(awalan, "cro", f.capaian_ro, "Capaian RO", f.sumber),
            self._nilai_efisiensi(efisiensi, f"{awalan}nka/ne"),
        )

    def _nilai_efisiensi(self, efisiensi: Bahan, alamat: str) -> Bahan:
        if isinstance(efisiensi, TanpaNilai):
            return tanpa(alamat, (efisiensi,), "Nilai efisiensi", "", self.cara_ne)
        mentah = bagi(1000 + efisiensi.nilai * 50, Decimal(20))
        tepi = min(max(mentah, Decimal(0)), Decimal(100))
        cara = self.cara_ne if tepi == mentah else self.cara_ne_tepi[tepi]
        return dihitung(alamat, cara, (efisiensi,), tepi, 3, "", "Nilai efisiensi")  # E / 20 × 50 is exact in three


class PerencanaanPelaksanaan(RumusNka):
    """Half planning, half implementation (IKPA), from budget year 2024."""

    nama = "Nilai kinerja perencanaan dan pelaksanaan anggaran"
    rujukan = (Rujukan("PMK 62/2023"),)
    berlaku_sejak = 2024
    bobot = (
        ("P", "Nilai kinerja perencanaan anggaran", Decimal(50)),
        ("I", "Nilai kinerja pelaksanaan anggaran (IKPA)", Decimal(50)),
    )

    def komponen(self, f: FNka, awalan: str) -> tuple[Bahan, ...]:
        """Two recorded values."""
        return (
            _catat(awalan, "perencanaan", f.perencanaan, "Nilai kinerja perencanaan anggaran", f.sumber),
            _catat(awalan, "ikpa", f.ikpa, "IKPA", f.sumber),
        )


RUMUS: tuple[RumusNka, ...] = (Smart(), PerencanaanPelaksanaan())


def rumus_nka(tahun: int) -> RumusNka:
    """The rule in force in the year; years before the first rule take the first."""
    berlaku = [r for r in RUMUS if r.berlaku_sejak <= tahun and (r.berlaku_sampai is None or tahun <= r.berlaku_sampai)]
    return berlaku[-1] if berlaku else RUMUS[0]


def nka(fakta: Fakta, awalan: str) -> HasilNka | None:
    """The computed value beside the recorded official one; the latter is the value where there is one."""
    f = fakta.nka
    if f is None:
        return None
    hitungan = rumus_nka(fakta.tahun).hitung(f, awalan)
    bahan = {b.alamat: b for b in hitungan.telusur()}

    def komponen(apa: str, nilai: Nilai, label: str) -> Bahan:
        return bahan.get(f"{awalan}nka/{apa}") or _catat(awalan, apa, nilai, label, f.sumber)

    resmi = _catat(awalan, "nilai", f.tercatat, LABEL, f.sumber)
    return HasilNka(
        komponen("penyerapan", f.penyerapan, "Penyerapan"),
        komponen("konsistensi", f.konsistensi, "Konsistensi"),
        komponen("cro", f.capaian_ro, "Capaian RO"),
        komponen("efisiensi", f.efisiensi, "Efisiensi"),
        hitungan,
        resmi if isinstance(resmi, Angka) else hitungan,
    )


def _catat(awalan: str, apa: str, nilai: Nilai, label: str, sumber: str) -> Bahan:
    desimal = max(2, banyak_desimal(nilai)) if ada(nilai) else 2
    return dicatat(f"{awalan}nka/{apa}", nilai, desimal, "", label, sumber, f"{label} belum diisi.")
