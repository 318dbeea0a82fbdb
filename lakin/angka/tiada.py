"""What stands where there is no number. N/A, kosong and 0 are three different things."""

import enum
from decimal import Decimal
from typing import TypeAlias, TypeGuard


class Tiada(enum.Enum):
    NA = "na"  # there is nothing to measure, for example no target that year
    KOSONG = "kosong"  # somebody still has to fill it in

    @property
    def teks(self) -> str:
        return "N/A" if self is Tiada.NA else "Belum diisi"


Nilai: TypeAlias = Decimal | Tiada


def ada(x: Nilai) -> TypeGuard[Decimal]:
    return isinstance(x, Decimal)
