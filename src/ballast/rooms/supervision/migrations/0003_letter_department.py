from django.db import migrations, models

from ballast.kit.ledger.guards import Guard


class Migration(migrations.Migration):

    dependencies = [
        ('supervision', '0002_departments'),
    ]

    operations = [
        migrations.AddField('letter', 'department', models.CharField(blank=True, default='', max_length=150)),
        Guard('Letter'),
    ]
