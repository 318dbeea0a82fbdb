"""Words of the organisation."""

from django.db.models import TextChoices


class JenisSatker(TextChoices):
    """The kinds of unit under the ministry."""

    KEMENTERIAN = "Kementerian", "Kementerian"
    ESELON_I = "Eselon I", "Unit Eselon I"
    SEKRETARIAT = "Sekretariat", "Sekretariat"
    PUSAT = "Pusat", "Pusat"
    BBSPJI = "BBSPJI", "Balai besar"
    BSPJI = "BSPJI", "Balai"


DI_ATAS = (JenisSatker.KEMENTERIAN, JenisSatker.ESELON_I)
"""Units above the satkers, which are never rolled up themselves."""


class Peran(TextChoices):
    """Who works with Lakin."""

    PERENCANA = "perencana", "Perencana balai"
    KEPALA = "kepala", "Kepala balai"
    SEKRETARIAT = "sekretariat", "Sekretariat BSKJI"
    APIP = "apip", "APIP Inspektorat Jenderal"
    AUDITOR = "auditor", "Auditor"
    ADMINISTRATOR = "administrator", "Administrator"


class KelompokPegawai(TextChoices):
    """How staff are counted."""

    PENDIDIKAN = "pendidikan", "Tingkat pendidikan"
    FUNGSI = "fungsi", "Jabatan"


class JenisJabatan(TextChoices):
    """Posts of the structure, and functions below them."""

    STRUKTURAL = "struktural", "Struktural"
    FUNGSIONAL = "fungsional", "Fungsional"
