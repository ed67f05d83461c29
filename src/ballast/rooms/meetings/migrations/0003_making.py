from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_outcomes")]

    operations = [
        migrations.CreateModel(
            name="Making",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meeting", models.CharField(db_index=True, max_length=20)),
                ("state", models.CharField(max_length=10)),
                ("asked_by", models.CharField(max_length=150)),
                ("asked_at", models.DateTimeField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("pack", models.PositiveSmallIntegerField(default=0)),
                ("reason_zh", models.CharField(blank=True, max_length=400)),
                ("reason_en", models.CharField(blank=True, max_length=400)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["meeting"],
                        condition=models.Q(state__in=("waiting", "running")),
                        name="meetings_one_making_at_a_time",
                    )
                ],
            },
        ),
    ]
