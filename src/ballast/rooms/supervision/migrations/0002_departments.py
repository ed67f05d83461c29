import django.db.models.deletion
from django.db import migrations, models

from ballast.kit.ledger.guards import Guard


class Migration(migrations.Migration):

    dependencies = [
        ('supervision', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='LitDepartment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department', models.CharField(max_length=150)),
                ('lights', models.JSONField()),
                ('lit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='departments', to='supervision.litmonth')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('department', 'lit'), name='supervision_lit_department_once')],
            },
        ),
        Guard('LitDepartment'),
    ]
