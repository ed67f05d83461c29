from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_making")]

    operations = [
        migrations.CreateModel(
            name="Remote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meeting", models.CharField(db_index=True, max_length=20)),
                ("code", models.CharField(max_length=64, unique=True)),
                ("token", models.CharField(max_length=64, null=True, unique=True)),
                ("asked_by", models.CharField(max_length=150)),
                ("shown_at", models.DateTimeField()),
                ("device", models.CharField(blank=True, max_length=120)),
                ("taken_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
