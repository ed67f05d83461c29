import django.db.models.deletion
from django.db import migrations, models

from ballast.kit.ledger.guards import Guard

PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [("reporting", "0006_progress_key"), ("people", "0001_initial"), ("registry", "0001_initial")]

    operations = [
        migrations.AlterField(
            "filing",
            "project",
            models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to="registry.project"),
        ),
        migrations.AddField(
            "filing", "area", models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to="people.area")
        ),
        migrations.CreateModel(
            name="IndicatorSlip",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=30)),
                ("month", models.CharField(db_index=True, max_length=7)),
                ("lead_industry", models.CharField(blank=True, max_length=30)),
                ("old_value", models.BigIntegerField(null=True)),
                ("new_value", models.BigIntegerField()),
                ("reason", models.CharField(max_length=400)),
                ("evidence", models.CharField(max_length=400)),
                ("approver", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=150)),
                ("area", models.ForeignKey(on_delete=PROTECT, related_name="+", to="people.area")),
                ("fact", models.ForeignKey(on_delete=PROTECT, related_name="slips", to="reporting.indicator")),
            ],
        ),
        Guard("IndicatorSlip"),
    ]
