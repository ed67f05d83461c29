import django.db.models.deletion
from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0003_audit_search'),
        ('people', '0004_identity_only'),
        ('reporting', '0004_filing'),
    ]

    operations = [
        migrations.CreateModel(
            name='AreaTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('target', models.CharField(max_length=60)),
                ('period', models.CharField(max_length=7)),
                ('amount', models.BigIntegerField(null=True)),
                ('percent', models.DecimalField(decimal_places=4, max_digits=9, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.area')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('area', 'target', 'period'), name='reporting_target_current')],
            },
        ),
        Guard('AreaTarget'),
    ]
