import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0004_satker_sintetis'),
        ('pengukuran', '0005_bukti_berkas'),
    ]

    operations = [
        migrations.CreateModel(
            name='HasilTersimpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('versi', models.PositiveSmallIntegerField()),
                ('sidik', models.CharField(max_length=64)),
                ('urut', models.PositiveBigIntegerField()),
                ('urut_umum', models.PositiveBigIntegerField()),
                ('isi', models.JSONField()),
                ('dihitung_pada', models.DateTimeField()),
                ('satker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hasil_tersimpan', to='organisasi.satker')),
            ],
            options={
                'indexes': [models.Index(fields=['tahun'], name='hasil_tersimpan_per_tahun')],
                'constraints': [models.UniqueConstraint(fields=('satker', 'tahun'), name='hasil_tersimpan_satu_setahun')],
            },
        ),
    ]
