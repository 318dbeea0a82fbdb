from typing import Any

from django.db import migrations, models


def hapus_triwulan(apps: Any, schema_editor: Any) -> None:
    """On the way back: texts of a triwulan had no place before, and their codes would meet the yearly ones."""
    apps.get_model("laporan", "Narasi").objects.filter(triwulan__lt=4).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("laporan", "0004_jawaban_kelengkapan"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="narasi", name="narasi_unik"),
        migrations.AddField(
            model_name="narasi",
            name="triwulan",
            field=models.PositiveSmallIntegerField(default=4),
        ),
        migrations.RunPython(migrations.RunPython.noop, hapus_triwulan),
        migrations.AddConstraint(
            model_name="narasi",
            constraint=models.UniqueConstraint(fields=("satker", "tahun", "triwulan", "kode"), name="narasi_unik"),
        ),
        migrations.AddConstraint(
            model_name="narasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("triwulan__gte", 1), ("triwulan__lte", 4)), name="narasi_triwulan_1_4"
            ),
        ),
    ]
