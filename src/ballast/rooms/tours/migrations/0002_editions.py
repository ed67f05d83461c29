import django.db.models.deletion
from django.db import migrations, models

from ballast.kit.ledger.guards import Guard


class Migration(migrations.Migration):
    dependencies = [("tours", "0001_first"), ("registry", "0001_initial")]

    operations = [
        migrations.AddField("results", "edition", models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField(
            "results",
            "tour",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="results", to="tours.tour"
            ),
        ),
        migrations.AddConstraint(
            "results", models.UniqueConstraint(fields=["tour", "edition"], name="tours_results_edition")
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("judge", models.PositiveSmallIntegerField(default=0)),
                ("old", models.JSONField()),
                ("new", models.JSONField()),
                ("reason", models.CharField(max_length=400)),
                ("evidence", models.CharField(max_length=400)),
                ("put_at", models.DateTimeField()),
                ("put_by", models.CharField(max_length=150)),
                ("state", models.CharField(max_length=20)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.CharField(blank=True, max_length=150)),
                ("remark", models.CharField(blank=True, max_length=400)),
                ("edition", models.PositiveSmallIntegerField(default=0)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.project"
                    ),
                ),
                (
                    "tour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="tours.tour"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("tour", "number"), name="tours_amendment_number")],
            },
        ),
        Guard("Results"),
    ]
