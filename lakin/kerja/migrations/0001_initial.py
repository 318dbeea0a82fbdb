import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pekerjaan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jenis", models.CharField(max_length=60)),
                ("kunci", models.CharField(max_length=200)),
                ("argumen", models.JSONField(default=dict)),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("jalan", "Sedang dikerjakan"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                            ("batal", "Dibatalkan"),
                        ],
                        default="antre",
                        max_length=8,
                    ),
                ),
                ("percobaan", models.PositiveSmallIntegerField(default=0)),
                ("pemilik", models.CharField(blank=True, max_length=32)),
                ("sewa_sampai", models.DateTimeField(blank=True, null=True)),
                ("selesai", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("keterangan", models.CharField(blank=True, max_length=200)),
                ("hasil", models.CharField(blank=True, max_length=300)),
                ("galat", models.TextField(blank=True)),
                (
                    "oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pekerjaan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("dibuat_pada", models.DateTimeField(auto_now_add=True)),
                ("dikirim_pada", models.DateTimeField(blank=True, null=True)),
                ("dimulai_pada", models.DateTimeField(blank=True, null=True)),
                ("berakhir_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-dibuat_pada"],
            },
        ),
        migrations.AddIndex(
            model_name="pekerjaan",
            index=models.Index(fields=["keadaan", "sewa_sampai"], name="pekerjaan_jatuh_tempo"),
        ),
        migrations.AddConstraint(
            model_name="pekerjaan",
            constraint=models.UniqueConstraint(fields=("oleh", "kunci"), name="pekerjaan_kunci_unik"),
        ),
        migrations.AddConstraint(
            model_name="pekerjaan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("oleh__isnull", True)), fields=("kunci",), name="pekerjaan_kunci_sistem_unik"
            ),
        ),
        migrations.AddConstraint(
            model_name="pekerjaan",
            constraint=models.CheckConstraint(
                condition=models.Q(("keadaan__in", ["antre", "jalan", "selesai", "gagal", "batal"])),
                name="pekerjaan_keadaan_dikenal",
            ),
        ),
        migrations.AddConstraint(
            model_name="pekerjaan",
            constraint=models.CheckConstraint(
                condition=models.Q(("selesai__lte", models.F("total"))), name="pekerjaan_selesai_dalam_total"
            ),
        ),
        migrations.AddConstraint(
            model_name="pekerjaan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("keadaan", "jalan"), ("sewa_sampai__isnull", False), models.Q(("pemilik", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("keadaan", "jalan"), _negated=True), ("pemilik", ""), ("sewa_sampai__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="pekerjaan_jalan_berpemilik",
            ),
        ),
    ]
