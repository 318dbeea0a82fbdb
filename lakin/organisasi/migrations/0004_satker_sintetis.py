from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0003_peran_apip'),
    ]

    operations = [
        migrations.AddField(
            model_name='satker',
            name='sintetis',
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name='satker',
            constraint=models.CheckConstraint(condition=models.Q(('sintetis', False), ('singkatan__regex', '[(]sintetis[)]$'), _connector='OR'), name='satker_sintetis_bertanda'),
        ),
    ]
