import django.db.models.deletion
from ballast.kit.ledger.guards import Guard
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(db_index=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('recorded_by', models.CharField(max_length=150)),
                ('row', models.PositiveIntegerField(null=True)),
                ('notice', models.PositiveSmallIntegerField()),
                ('day', models.DateField()),
                ('works', models.BooleanField()),
                ('paper', models.CharField(max_length=200)),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kit.source')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('notice', 'day'), name='kit_calendar_day_current')],
            },
        ),
        Guard('CalendarDay'),
    ]
