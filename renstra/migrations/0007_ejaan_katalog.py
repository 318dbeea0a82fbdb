import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('renstra', '0006_kaskade'),
    ]

    operations = [
        migrations.CreateModel(
            name='EjaanKatalog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ejaan', models.CharField(max_length=300)),
                ('tempat', models.CharField(max_length=120)),
                ('katalog', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ejaan', to='renstra.katalog')),
            ],
            options={
                'ordering': ['ejaan', 'tempat'],
                'constraints': [models.UniqueConstraint(fields=('katalog', 'ejaan', 'tempat'), name='ejaan_katalog_unik'), models.CheckConstraint(condition=models.Q(('ejaan', ''), _negated=True), name='ejaan_katalog_berisi')],
            },
        ),
    ]
