import django.db.models.deletion
from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='official',
            name='must_change_password',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('role', models.CharField(max_length=20)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='people.office')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='people.official')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('official', 'office', 'role', 'since'), name='people_appointment_current')],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('powers', models.JSONField(null=True)),
                ('since', models.DateField()),
                ('until', models.DateField()),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='given', to='people.official')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
                ('taker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='people.official')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('giver', 'taker', 'since'), name='people_delegation_current')],
            },
        ),
        Guard('Appointment'),
        Guard('Delegation'),
    ]
