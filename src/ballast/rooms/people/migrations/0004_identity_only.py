from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_appoint_those_who_serve'),
    ]

    operations = [
        migrations.RemoveField(model_name='official', name='office'),
        migrations.RemoveField(model_name='official', name='role'),
    ]
