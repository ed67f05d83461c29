import django.db.models.deletion
from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0003_audit_search'),
        ('registry', '0005_proposals'),
    ]

    operations = [
        migrations.CreateModel(
            name='DevelopedLand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('developed_mu', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='developed', to='registry.project')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('project',), name='registry_developed_current')],
            },
        ),
        migrations.CreateModel(
            name='MonthTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('month', models.CharField(max_length=7)),
                ('task', models.BigIntegerField(null=True)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='registry.project')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('project', 'month'), name='registry_task_current')],
            },
        ),
        Guard('DevelopedLand'),
        Guard('MonthTask'),
    ]
