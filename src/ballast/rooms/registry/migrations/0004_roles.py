import django.db.models.deletion
from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0002_calendar'),
        ('people', '0004_identity_only'),
        ('registry', '0003_evidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProjectRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('kind', models.CharField(max_length=20)),
                ('person', models.CharField(max_length=60)),
                ('office', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('official', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.official')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='registry.project')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('project', 'kind', 'person', 'since'), name='registry_role_current')],
            },
        ),
        Guard('ProjectRole'),
    ]
