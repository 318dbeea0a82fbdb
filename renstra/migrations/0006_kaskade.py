import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('renstra', '0005_kegiatan'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kaskade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tujuan', models.CharField(max_length=20)),
                ('sasaran', models.CharField(max_length=20)),
                ('huruf', models.CharField(max_length=4)),
                ('tingkat', models.CharField(max_length=20)),
                ('catatan', models.CharField(blank=True, max_length=250)),
                ('urut', models.PositiveSmallIntegerField(default=0)),
                ('sumber', models.CharField(max_length=200)),
                ('katalog', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='kaskade', to='renstra.katalog')),
                ('katalog_satker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kaskade_atas', to='renstra.katalog')),
            ],
            options={
                'ordering': ['urut'],
                'constraints': [models.UniqueConstraint(fields=('tujuan', 'sasaran', 'huruf'), name='kaskade_baris_unik')],
            },
        ),
        migrations.CreateModel(
            name='PelakuKaskade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pelaku', models.CharField(max_length=20)),
                ('kaskade', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pelaku', to='renstra.kaskade')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('kaskade', 'pelaku'), name='pelaku_kaskade_unik')],
            },
        ),
        migrations.CreateModel(
            name='AturanGulung',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cara', models.CharField(choices=[('proporsi', 'Bagian satker yang mencapai ambang'), ('proporsi_baris', 'Bagian baris data dasar yang mencapai ambang'), ('rata_rata', 'Rata-rata satker'), ('rasio', 'Rasio gabungan'), ('kumulatif', 'Jumlah kumulatif'), ('diisi', 'Diisi oleh unit penanggung jawab')], max_length=20)),
                ('ambang', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True)),
                ('jumlah_satker', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('pembilang', models.CharField(blank=True, max_length=60)),
                ('penyebut', models.CharField(blank=True, max_length=30)),
                ('pengisi', models.CharField(blank=True, max_length=40)),
                ('catatan', models.CharField(blank=True, max_length=250)),
                ('urut', models.PositiveSmallIntegerField(default=0)),
                ('sumber', models.CharField(max_length=200)),
                ('dari', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='digulung', to='renstra.katalog')),
                ('katalog', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='aturan_gulung', to='renstra.katalog')),
            ],
            options={
                'ordering': ['urut'],
                'constraints': [models.CheckConstraint(condition=models.Q(('sumber', ''), _negated=True), name='aturan_gulung_bersumber'), models.CheckConstraint(condition=models.Q(models.Q(('cara', 'diisi'), ('dari__isnull', True)), models.Q(models.Q(('cara', 'diisi'), _negated=True), ('dari__isnull', False)), _connector='OR'), name='aturan_gulung_dari_satker'), models.CheckConstraint(condition=models.Q(models.Q(('cara__in', ['proporsi', 'proporsi_baris']), _negated=True), ('ambang__isnull', False), _connector='OR'), name='aturan_gulung_berambang'), models.CheckConstraint(condition=models.Q(models.Q(('cara', 'rasio'), _negated=True), models.Q(models.Q(('pembilang', ''), _negated=True), models.Q(('penyebut', ''), _negated=True)), _connector='OR'), name='aturan_gulung_berpecahan')],
            },
        ),
    ]
